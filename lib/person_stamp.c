#include "person_parts.h"

/* Who wrote a page, in the line that says when it was posted: "Đăng lúc: 08:05, 26/01/2024 - Tác
 * giả: Lê Thị Hoa | Lượt xem: 512", "HOÀI ANH - 19/12/2025 06:30". */

/* A word that such lines hold behind a name. */
static bool labels(const struct lex *l, size_t t)
{
	static const char *const words[] = { "lượt", "xem", "nguồn", "thứ", "chủ", "ngày", "cập", "đăng", "in", "email", "bình", "gửi", "lúc", "tháng", "phản" };

	return LEX_ONE_OF(l, t, words) || lex_key_at(l, l->tok[t].start, "lượt ") || lex_key_at(l, l->tok[t].start, "chủ nhật") || lex_key_at(l, l->tok[t].start, "bình luận") ||
	       lex_key_at(l, l->tok[t].start, "cập nhật") || lex_key_at(l, l->tok[t].start, "đăng ");
}

/* Does a part of the line begin at token t, or end before it? */
static bool begins(const struct lex *l, size_t t)
{
	static const char *const half[] = { "sa", "ch", "am", "pm", "gmt" };

	return !t || l->tok[t - 1].symbol < SYM_WORD || LEX_ONE_OF(l, t - 1, half);
}

static bool ends(const struct lex *l, size_t t)
{
	return t == l->n || l->tok[t].symbol < SYM_WORD || labels(l, t);
}

/* "Tác giả: ", "Viết bởi ": does who wrote it follow at token t? */
static bool cued(const struct lex *l, size_t t)
{
	static const char *const cues[] = { "tác giả", "tác giả bài viết", "người đăng", "người đăng bài viết", "người đăng tin", "người viết", "người gửi", "đăng bởi", "viết bởi", "bởi", "by" };
	size_t k = t;

	if (k > 1 && l->tok[k - 1].symbol == ':')
		k--;
	return k && LEX_ENDS_ONE_OF(l, k - 1, cues);
}

/* The last token of the name at token t, or 0. Without a cue it is a part of the line by itself,
 * and begins with a surname or like a given name. */
static size_t author_at(struct people *p, size_t t, bool *fine)
{
	enum { SHORTEST = 2, LONGEST = 5, PEN_NAME = 3 };
	const struct lex *l = &p->units.lex;
	bool cue = cued(l, t);
	size_t last = begins(l, t) || cue ? person_name_at(p, t, true, fine) : 0;

	for (size_t i = t + 1; last && i <= last; i++)
		if (labels(l, i))
			last = i - 1;
	if (!last || !ends(l, last + 1))
		return 0;
	size_t count = person_syllables(l, t, last);
	bool given = count <= PEN_NAME && lex_is(&l->tok[t], CLASS_MIDDLE_NAMES) && last == t + count - 1;

	for (size_t i = t; i <= last; i++)
		if (lex_any(&l->tok[i], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_NAME_WORDS)) && !lex_any(&l->tok[i], LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_MIDDLE_NAMES)))
			return 0;
	if (count < SHORTEST || count > LONGEST)
		return 0;
	return cue || given || lex_any(&l->tok[t], LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_NAME_PARTICLES)) ? last : 0;
}

bool person_stamp(struct people *p, struct view text)
{
	const struct lex *l = &p->units.lex;
	bool fine = unit_find(&p->units, KIND_META, text);

	p->n = p->noffices = 0;
	for (size_t t = 0; t < l->n; t++) {
		size_t last = l->tok[t].symbol == SYM_WORD && l->tok[t].caps != CAPS_LOW ? author_at(p, t, &fine) : 0;

		if (!last)
			continue;
		person_add(p, t, last)->part = PART_AUTHOR;
		t = last;
	}
	return fine;
}
