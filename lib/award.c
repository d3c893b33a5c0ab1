#include "award.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "merit.h"
#include "text.h"

const char *const award_status_name[] = { "mention", "given", "proposed", "title" };

/* ---- small questions ---- */

static bool any_end(const struct lex *l, size_t t, const struct view *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (lex_view_ends(l, t, words[i]))
			return true;
	return false;
}
#define W(literal) { literal, sizeof(literal) - 1 }
#define ANY_END(l, t, words) any_end(l, t, words, sizeof words / sizeof *words)

static size_t token_from(const struct lex *l, size_t t, size_t byte)
{
	while (t < l->n && l->tok[t].start < byte)
		t++;
	return t;
}

static bool is_and(const struct lex *l, size_t t)
{
	return t < l->n && lex_has(&l->tok[t], CLASS_CONNECTORS, TAG_AND);
}

/* An office or a unit at token t: the token after it, or t. */
static size_t office_at(const struct awards *a, size_t t)
{
	const struct lex *l = &a->units.lex;
	size_t k = t;

	while (k < l->n && (lex_is(&l->tok[k], CLASS_ROLES) || lex_is(&l->tok[k], CLASS_ROLE_MODIFIERS)))
		k++;
	const struct unit *u = unit_at(&a->units, k);

	if (u)
		return u->last + 1;
	if (k == t && k < l->n && lex_is(&l->tok[k], CLASS_UNIT_WHOLE) && l->tok[k].caps != CAPS_LOW)
		return k + 1; /* in quotes no unit is looked for */
	/* "Thủ tướng", "Chủ tịch nước"; "Giám đốc Sở" with a head alone */
	if (k == t || l->tok[t].caps == CAPS_LOW)
		return t;
	if (k < l->n && l->tok[k].caps != CAPS_LOW && (lex_is(&l->tok[k], CLASS_UNIT_HEAD) || lex_is(&l->tok[k], CLASS_UNIT_FIELD)))
		k++;
	return k;
}

/* ---- the name ---- */

/* “Cờ thi đua ngành Kiểm sát nhân dân”: a name that fills its quotes. t is its first
 * token, end the one behind what is known of it; the closing quote, or 0. */
static size_t quote_close(const struct lex *l, size_t t, size_t end)
{
	enum { LONGEST = 8 };
	size_t k = end;

	if (!t || l->tok[t - 1].symbol != SYM_QUOTE || lex_word(l, end, "của"))
		return 0;
	while (k < l->n && k - end < LONGEST && l->tok[k].symbol == SYM_WORD)
		k++;
	return k > end && k < l->n && l->tok[k].symbol == SYM_QUOTE ? k : 0;
}

/* What may go on behind the name: class, quoted name, level, giver. */
static void read_name(struct awards *a, struct award *x, size_t t, const char *tag)
{
	static const char *const grades[] = { "nhất", "nhì", "ba", "i", "ii", "iii", "1", "2", "3" };
	static const char *const degrees[] = { "xuất sắc", "dẫn đầu", "tiêu biểu" };
	struct lex *l = &a->units.lex;
	bool paper = !strcmp(tag, "merit") || !strcmp(tag, "praise") || !strncmp(tag, "flag", 4);

	size_t close = quote_close(l, t, token_from(l, t, x->end));

	if (close)
		x->end = l->tok[close - 1].end;
	t = token_from(l, t, x->end);
	if (lex_word(l, t, "hạng") && LEX_ONE_OF(l, t + 1, grades)) {
		x->end = l->tok[t + 1].end;
		t += 2;
	}
	if (!close && t < l->n && l->tok[t].symbol == SYM_QUOTE && (!strcmp(tag, "keepsake") || !strcmp(tag, "flag-quoted") || !strcmp(tag, "flag"))) {
		size_t k = t + 1;

		while (k < l->n && k - t < 30 && l->tok[k].symbol != SYM_QUOTE)
			k++;
		if (k < l->n && k > t + 2 && l->tok[k].symbol == SYM_QUOTE) {
			x->end = l->tok[k].end;
			t = k + 1;
		}
	}
	/* "kỷ niệm chương vì sự nghiệp xây dựng tổ chức Công đoàn" */
	if (!strcmp(tag, "keepsake") && t + 1 < l->n && lex_key_at(l, l->tok[t].start, "vì ")) {
		static const char *const stops[] = { "cho", "năm", "của", "đối với", "và", "tại" };
		size_t k = t;

		while (k < l->n && k - t < 12 && l->tok[k].symbol == SYM_WORD && !LEX_ONE_OF(l, k, stops))
			k++;
		x->end = l->tok[k - 1].end;
		t = k;
	}
	for (size_t i = 0; !strcmp(tag, "flag") && t < l->n && i < sizeof degrees / sizeof *degrees; i++) {
		size_t n = strlen(degrees[i]), end = l->tok[t].start + n;

		if (l->text.len < end || memcmp(l->key.p + l->tok[t].start, degrees[i], n) || !lex_word_ends(l->text, end))
			continue;
		x->end = end;
		t = token_from(l, t, end);
	}
	if ((paper || !strcmp(tag, "title-open")) && lex_word(l, t, "cấp") && t + 1 < l->n && l->tok[t + 1].symbol == SYM_WORD) {
		x->end = l->tok[t + 1].end;
		t += 2;
	}
	if (!paper)
		return;
	size_t from = t + lex_word(l, t, "của"), next = office_at(a, from);

	if (from == t && !strcmp(tag, "flag-quoted"))
		return;

	/* the closing quote of “Cờ thi đua” may stand between */
	if (next == from && t + 1 < l->n && l->tok[t].symbol == SYM_QUOTE && lex_word(l, t + 1, "của")) {
		from = t + 2;
		next = office_at(a, from);
	}
	if (next == from)
		return;
	x->giver_start = l->tok[from].start;
	x->giver_end = x->end = l->tok[next - 1].end;
}

/* Words of the list that are something else here. */
static bool is_name(const struct awards *a, const struct award *x, size_t t, const char *tag)
{
	static const char *const openers[] = { "cấp", "cơ sở", "toàn", "ngành", "tỉnh", "bộ", "thành phố" };
	const struct lex *l = &a->units.lex;
	size_t next = token_from(l, t, x->end);

	/* "Đơn vị tiên tiến hành", "Các chiến sĩ thi đua nhau" */
	if (!strcmp(tag, "title-open"))
		return LEX_ONE_OF(l, next, openers) || (t && l->tok[t - 1].symbol == SYM_QUOTE) || (l->tok[t].caps != CAPS_LOW && !lex_word(l, next, "nhau"));
	if (!strcmp(tag, "flag-quoted"))
		return x->end > x->start + strlen("cờ") + 6;
	/* a word of the name begins something else: "Đơn vị tiên tiến hành khảo sát" */
	if (next && l->tok[next - 1].end > x->end)
		return false;
	if (!strcmp(tag, "other") && !(t && l->tok[t - 1].symbol == SYM_QUOTE))
		return false;
	/* "Anh hùng Lao động Hồ Thị Lan": a form of address */
	if (!strcmp(tag, "state-title") && next < l->n && l->tok[next].caps == CAPS_FIRST && lex_is(&l->tok[next], CLASS_SURNAMES))
		return false;
	return true;
}

/* ---- how many, to whom ---- */

/* A number, in digits or as a word, at token t: the token after it, or t. */
static size_t number_at(const struct lex *l, size_t t, size_t *n)
{
	static const char *const words[] = { "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười" };

	*n = 0;
	for (size_t i = 0; t < l->n && i < sizeof words / sizeof *words; i++)
		if (lex_word(l, t, words[i])) {
			*n = i + 1;
			return t + 1;
		}
	for (size_t from = t; t < l->n && l->tok[t].symbol == SYM_NUMBER && *n < 1000000; t += 2) {
		size_t len = l->tok[t].end - l->tok[t].start;

		if (len > 6 || (t > from && len != 3))
			return from;
		for (size_t i = l->tok[t].start; i < l->tok[t].end; i++)
			*n = *n * 10 + (size_t)(l->text.p[i] - '0');
		/* 1.318 */
		if (!(t + 2 < l->n && l->tok[t + 1].symbol == '.' && l->tok[t + 2].symbol == SYM_NUMBER && l->tok[t + 1].start == l->tok[t].end &&
		      l->tok[t + 2].start == l->tok[t + 1].end))
			return t + 1;
	}
	return t;
}

/* What awards are counted by, at token t: the token after it, or t. */
static size_t noun_at(const struct lex *l, size_t t)
{
	static const char *const nouns[] = {
		"tập thể", "cá nhân", "đơn vị", "hộ gia đình", "gia đình liệt sĩ", "gia đình", "hộ", "người", "đồng chí", "đ/c", "cơ quan",
		"doanh nghiệp", "nhà giáo", "học sinh", "sinh viên", "cán bộ", "chiến sĩ", "thầy cô giáo", "giáo viên", "xã", "huyện",
		"phường", "địa phương", "doanh nhân", "đảng viên", "đoàn viên", "hội viên", "bà mẹ", "nghệ nhân", "công nhân", "tổ chức",
		"công chức", "viên chức", "thôn", "trường học", "cựu chiến binh", "thầy thuốc", "nhà khoa học", "trường hợp", "thầy giáo", "cô giáo", "nữ cán bộ", "chi bộ", "chi hội",
	};

	for (size_t i = 0; t < l->n && i < sizeof nouns / sizeof *nouns; i++) {
		size_t n = strlen(nouns[i]), end = l->tok[t].start + n, k = t;

		if (l->text.len < end || memcmp(l->key.p + l->tok[t].start, nouns[i], n))
			continue;
		while (k < l->n && l->tok[k].end < end)
			k++;
		if (k < l->n && l->tok[k].end == end)
			return k + 1;
	}
	return t;
}

/* "3 tập thể và 11 cá nhân" at token t: the token after it, or t. */
static size_t groups_at(const struct lex *l, size_t t, size_t *count, size_t *first, size_t *last)
{
	size_t k = t, end = t;

	*count = 0;
	for (;;) {
		size_t n, noun = number_at(l, k, &n);

		if (noun > k && lex_word(l, noun, "lượt"))
			noun++;
		size_t next = noun > k ? noun_at(l, noun) : noun;

		if (noun == k || next == noun)
			break;
		/* "cho 25 tập thể và 9 đơn vị được tặng ...": who is behind "và" has a verb of its own */
		if (end > t && is_and(l, k - 1) && lex_word(l, next, "được") && t && lex_word(l, t - 1, "cho"))
			break;
		*count += n;
		if (end == t)
			*first = noun;
		*last = next - 1;
		end = k = next;
		if (k < l->n && (l->tok[k].symbol == ',' || is_and(l, k)))
			k++;
		else
			break;
	}
	return end;
}

struct award_group {
	size_t start, end, first, last, count; /* tokens; first and last of the nouns */
};

/* All groups of the line, each once: read from the left, so that a long chain of
 * them costs its length. */
static void read_groups(struct awards *a)
{
	const struct lex *l = &a->units.lex;

	a->ngroups = 0;
	for (size_t t = 0; t < l->n;) {
		struct award_group g = { .start = t };

		g.end = groups_at(l, t, &g.count, &g.first, &g.last);
		if (g.end == t) {
			t++;
			continue;
		}
		if (a->ngroups == a->capgroups) {
			a->capgroups = a->capgroups ? a->capgroups * 2 : 16;
			a->group = xgrow(a->group, a->capgroups, sizeof *a->group);
		}
		a->group[a->ngroups++] = g;
		t = g.end;
	}
}

/* The number of groups that begin before token t. */
static size_t groups_upto(const struct awards *a, size_t t)
{
	size_t lo = 0, hi = a->ngroups;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (a->group[mid].start < t)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* ---- what is said of it ---- */

enum { CUE_GIVE = 1, CUE_TAKE = 2, CUE_PROPOSE = 4, CUE_VOTE = 8, CUE_CONFER = 16, CUE_ONLY = 32, CUE_PAST = 64 };

static const struct view give[] = {
	W("tặng"), W("trao"), W("tặng thưởng"), W("truy tặng"), W("nhận"), W("phong tặng"), W("khen thưởng"), W("giành được"), W("dành được"),
};
static const struct view take[] = {
	W("nhận"), W("đón nhận"),
};
static const struct view propose[] = {
	W("đề nghị"), W("đề xuất"), W("trình"), W("suy tôn"), W("hiệp y"), W("dự kiến"), W("lập hồ sơ"), W("biểu quyết"), W("lấy ý kiến"),
};
/* Votes come before a proposal, or before what has been given since. */
static const struct view vote[] = {
	W("bình chọn"), W("bình xét"), W("bình bầu"), W("bỏ phiếu"), W("xét"), W("xét tặng"), W("bầu chọn"),
};
static const struct view confer[] = {
	W("đạt"), W("công nhận"), W("được phong"),
};
static const struct view only_said[] = {
	W("tiêu chuẩn"), W("phấn đấu"), W("đăng ký"), W("thu hồi"), W("hủy"), W("hủy quyết định"), W("đối tượng"),
	W("không quá"),
};

/* "chương trình", "Tờ trình số 5", "trình độ": no proposal. */
static bool noun_of_trinh(const struct lex *l, size_t t)
{
	static const struct view nouns[] = {
		W("chương trình"), W("tờ trình"), W("quá trình"), W("quy trình"), W("công trình"), W("lộ trình"),
		W("hành trình"), W("giáo trình"), W("tiến trình"), W("lập trình"),
	};
	static const char *const behind[] = { "độ", "bày", "diễn", "tự" };

	return ANY_END(l, t, nouns) || (lex_words_end(l, t, "trình") && LEX_ONE_OF(l, t + 1, behind));
}

/* "tiêu chuẩn xét tặng", "hướng dẫn xét": of awards to come, not of one. */
static bool of_rules(const struct lex *l, size_t t)
{
	static const struct view words[] = {
		W("tiêu chuẩn"), W("điều kiện"), W("đối tượng"), W("hướng dẫn"), W("quy định"), W("quy trình"), W("thủ tục"),
		W("hồ sơ"), W("về"), W("việc"), W("quy chế"),
	};

	for (size_t i = 0; i < 3 && t > i; i++)
		if (ANY_END(l, t - 1 - i, words))
			return true;
	return false;
}

/* What each word says, once a line: an award looks back over many of them. */
static void read_cues(struct awards *a)
{
	const struct lex *l = &a->units.lex;

	a->cues.len = 0;
	str_reserve(&a->cues, l->n + 1);
	for (size_t k = 0; k < l->n; k++) {
		int cue = 0;

		if (l->tok[k].symbol == SYM_WORD) {
			/* "công nhận", "ghi nhận" take nothing */
			bool other = lex_word(l, k, "nhận") && k && (lex_word(l, k - 1, "công") || lex_word(l, k - 1, "ghi") || lex_word(l, k - 1, "xác"));

			cue |= ANY_END(l, k, give) && !other ? CUE_GIVE : 0;
			cue |= ANY_END(l, k, take) && !other ? CUE_TAKE : 0;
			/* "Xét đề nghị của Sở" is a noun */
			cue |= ANY_END(l, k, propose) && !lex_word(l, k + 1, "của") && !noun_of_trinh(l, k) ? CUE_PROPOSE : 0;
			cue |= !ANY_END(l, k, vote) ? 0 : of_rules(l, k) ? CUE_ONLY : CUE_VOTE;
			cue |= ANY_END(l, k, confer) ? CUE_CONFER : 0;
			cue |= ANY_END(l, k, only_said) ? CUE_ONLY : 0;
			cue |= lex_words_end(l, k, "được") || lex_words_end(l, k, "đã") ? CUE_PAST : 0;
		}
		a->cues.p[a->cues.len++] = (char)cue;
	}
}

static void set_group(const struct lex *l, struct award *x, const struct award_group *g)
{
	x->count = g->count;
	x->recipient_start = l->tok[g->first].start;
	x->recipient_end = l->tok[g->last].end;
}

/* Does a sentence end with token t? Not with the point of 1.318 or 1.2.2020. */
static bool sentence_ends(const struct lex *l, size_t t)
{
	if (l->tok[t].symbol == '!')
		return true;
	if (l->tok[t].symbol != '.')
		return false;
	return !(t && t + 1 < l->n && l->tok[t - 1].symbol == SYM_NUMBER && l->tok[t + 1].symbol == SYM_NUMBER &&
		 l->tok[t - 1].end == l->tok[t].start && l->tok[t].end == l->tok[t + 1].start);
}

static void set_unit(const struct lex *l, const struct unit *u, size_t *start, size_t *end)
{
	*start = l->tok[u->first].start;
	*end = l->tok[u->last].end;
}

/* The status, from the words of the sentence before the name: the verb nearest to
 * it, unless a proposal or a standard is what it is part of. The token of the verb
 * through *verb. */
static enum award_status read_status(const struct awards *a, size_t t, size_t *verb)
{
	enum { REACH = 60 };
	const struct lex *l = &a->units.lex;
	enum award_status status = AWARD_MENTION;
	bool past = false, here = true, list = false;

	*verb = 0;
	for (size_t k = t, n = 0; k-- > 0 && n < REACH; n++) {
		int cue = a->cues.p[k];

		if (sentence_ends(l, k))
			break;
		if (l->tok[k].symbol == ';') {
			/* "...; năm 2019, Sở Y tế được tặng ..." is a clause of its own; but of
			 * "đề nghị tặng A ...; 02 đơn vị được nhận B" not the second */
			if (*verb && past && l->tok[k + 1].symbol != SYM_NUMBER)
				break;
			list = (here || list) && !*verb;
			here = false;
		}
		past |= here && (cue & CUE_PAST);
		if ((cue & CUE_PROPOSE) || ((cue & CUE_VOTE) && !past))
			return AWARD_PROPOSED;
		/* "được tặng thưởng: A; B; C" */
		if (list && l->tok[k].symbol == ':' && k && (a->cues.p[k - 1] & (CUE_GIVE | CUE_CONFER))) {
			*verb = k - 1;
			return a->cues.p[k - 1] & CUE_GIVE ? AWARD_GIVEN : AWARD_TITLE;
		}
		if (!here && (cue & (CUE_GIVE | CUE_CONFER)))
			list = false;
		if (!here)
			continue;
		if (cue & CUE_ONLY)
			return AWARD_MENTION;
		if (*verb || !(cue & (CUE_GIVE | CUE_CONFER)))
			continue;
		status = cue & CUE_GIVE ? AWARD_GIVEN : AWARD_TITLE;
		*verb = k;
	}
	return status;
}

/* "Trưởng phòng PC02, Công an tỉnh nhận ...": unit i ends the office of a person, who
 * is meant. */
static bool of_office(const struct awards *a, size_t i, size_t clause)
{
	const struct lex *l = &a->units.lex;
	size_t first = a->units.found[i].first;

	while (i > 0 && first > clause + 1 && (l->tok[first - 1].symbol == ',' || l->tok[first - 1].symbol == SYM_DASH) &&
	       a->units.found[i - 1].last == first - 2)
		first = a->units.found[--i].first;
	return first > clause && lex_is(&l->tok[first - 1], CLASS_ROLES);
}

/* Who gives stands right before the verb, or behind "thừa ủy quyền của"; who is
 * given before "được", or before the verb of taking. */
static void read_actors(const struct awards *a, struct award *x, size_t verb, size_t clause)
{
	static const char *const small[] = { "đã", "vừa", "sẽ", "trao", "vinh dự", "quyết định", "tặng", "đón", "quyết", "định", "xét", "truy", "phong", "công" };
	enum { REACH = 40 }; /* tokens in which actors stand before their verb */
	const struct lex *l = &a->units.lex;
	bool takes = a->cues.p[verb] & CUE_TAKE;
	size_t q = verb;

	if (verb - clause > REACH)
		clause = verb - REACH;
	size_t near = unit_from(&a->units, clause);

	while (q > clause && LEX_ONE_OF(l, q - 1, small))
		q--;
	bool passive = lex_words_end(l, verb, "được tặng") || lex_words_end(l, verb, "được nhận");

	if (q > clause && lex_word(l, q - 1, "được")) {
		passive = true;
		q--;
	}
	while (q > clause && LEX_ONE_OF(l, q - 1, small))
		q--;
	for (size_t i = near; i < a->units.n && a->units.found[i].last < verb; i++) {
		const struct unit *u = &a->units.found[i];
		size_t from = u->first;

		while (from > clause && lex_is(&l->tok[from - 1], CLASS_ROLES))
			from--;
		if (u->last + 1 == q && (takes || passive) && !x->recipient_end && from == u->first && !of_office(a, i, clause))
			set_unit(l, u, &x->recipient_start, &x->recipient_end);
		else if (u->last + 1 == q && !x->giver_end && !takes && !passive && !(from > clause && lex_is(&l->tok[from - 1], CLASS_GROUPS))) {
			x->giver_start = l->tok[from].start;
			x->giver_end = l->tok[u->last].end;
		}
		/* "Kho bạc huyện được Bộ Tài chính tặng" */
		if (from > clause + 1 && lex_word(l, from - 1, "được") && u->last < verb && verb - u->last <= 3)
			for (size_t k = near; k < i; k++)
				if (a->units.found[k].last + 2 == from && !x->recipient_end)
					set_unit(l, &a->units.found[k], &x->recipient_start, &x->recipient_end);
	}
	/* "được Thủ tướng Chính phủ tặng", "trình Chủ tịch nước tặng" */
	if (!x->giver_end && q > clause && !takes && !passive && lex_is(&l->tok[q - 1], CLASS_ROLES) && l->tok[q - 1].caps != CAPS_LOW) {
		x->giver_start = l->tok[q - 1].start;
		x->giver_end = l->tok[q - 1].end;
		if (q - 1 > clause + 1 && lex_word(l, q - 2, "được"))
			for (size_t k = near; k < a->units.n && a->units.found[k].last < verb; k++)
				if (a->units.found[k].last + 3 == q && !x->recipient_end)
					set_unit(l, &a->units.found[k], &x->recipient_start, &x->recipient_end);
	}
	for (size_t k = clause; k + 2 < verb; k++)
		if (lex_words_end(l, k, "ủy quyền") && lex_word(l, k + 1, "của")) {
			size_t next = office_at(a, k + 2);

			if (next > k + 2) {
				x->giver_start = l->tok[k + 2].start;
				x->giver_end = l->tok[next - 1].end;
			}
		}
}

/* Capitals from token t, at most a few: the token after them. */
static size_t capitals_end(const struct lex *l, size_t t)
{
	enum { LONGEST = 5 };
	size_t k = t;

	while (k < l->n && k - t < LONGEST && l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_FIRST)
		k++;
	return k;
}

/* Who is named at token t: units joined by "và" and commas ("Sở A, Sở B và Sở C"), a
 * district ("huyện Đồng Văn"), a person or a family ("ông Vũ Văn A", "gia đình bà B"),
 * each with what they are called before it ("tập thể Văn phòng Sở"). */
static void read_recipient(const struct awards *a, struct award *x, size_t t)
{
	enum { MOST = 12 };
	static const char *const called[] = { "tập thể ", "đơn vị ", "gia đình ", "cá nhân ", "cán bộ và nhân dân " };
	const struct lex *l = &a->units.lex;
	size_t first = t, k = t, and = 0;

	for (size_t i = 0; k == t && t < l->n && i < sizeof called / sizeof *called; i++)
		if (lex_key_at(l, l->tok[t].start, called[i]))
			k = token_from(l, t, l->tok[t].start + strlen(called[i]));
	const struct unit *u = unit_at(&a->units, k);

	if (u) {
		size_t end = u->last;

		for (size_t n = 0; n < MOST && (u = unit_at(&a->units, end + 2)); n++) {
			bool joins = is_and(l, end + 1);

			if (!joins && l->tok[end + 1].symbol != ',')
				break;
			end = u->last;
			/* what follows a comma belongs to the list only if the list ends with "và" */
			and = joins ? end : and;
		}
		x->recipient_start = l->tok[first].start;
		x->recipient_end = l->tok[and ? and : unit_at(&a->units, k)->last].end;
		return;
	}
	bool person = k < l->n && lex_is(&l->tok[k], CLASS_HONORIFICS);
	bool place = k < l->n && !person && lex_any(&l->tok[k], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP));

	if (!person && !place)
		return;
	/* "ông V. A": a single capital may be a Roman number */
	size_t end = capitals_end(l, k + 1);

	if (end == k + 1)
		return;
	/* "ông A, ông B và bà C" */
	for (size_t i = end, n = 0; person && n < MOST && i + 1 < l->n && lex_is(&l->tok[i + 1], CLASS_HONORIFICS); n++) {
		size_t next = capitals_end(l, i + 2);
		bool joins = is_and(l, i);

		if (next == i + 2 || (!joins && l->tok[i].symbol != ','))
			break;
		end = joins ? next : end;
		i = next;
	}
	x->recipient_start = l->tok[place || k > first ? first : k + 1].start;
	x->recipient_end = l->tok[end - 1].end;
}

/* "các tập thể, cá nhân" at token t: nouns without a number. */
static bool read_nouns(const struct lex *l, struct award *x, size_t t)
{
	size_t first = t + (t < l->n && lex_is(&l->tok[t], CLASS_PLURALS)), end = first, k = first;

	for (;;) {
		size_t next = noun_at(l, k);

		if (next == k)
			break;
		end = next;
		k = end + 1;
		if (end >= l->n || (l->tok[end].symbol != ',' && !is_and(l, end)))
			break;
	}
	if (end == first)
		return false;
	x->recipient_start = l->tok[first].start;
	x->recipient_end = l->tok[end - 1].end;
	return true;
}

/* "năm 2024" at token t: the token after it, or t. */
static size_t year_at(const struct lex *l, size_t t)
{
	return lex_word(l, t, "năm") && t + 1 < l->n && l->tok[t + 1].symbol == SYM_NUMBER && l->tok[t + 1].end - l->tok[t + 1].start == 4 ? t + 2 : t;
}

/* "Anh Lê Văn A được Chủ tịch UBND tỉnh tặng ...", "suy tôn Sở Y tế đề nghị UBND tỉnh
 * tặng ...": who is named before the verb at token verb, of the clause that begins at clause. */
static void read_before(const struct awards *a, struct award *x, size_t clause, size_t verb)
{
	static const char *const chosen[] = { "suy tôn", "bình chọn", "bình xét", "bình bầu", "bầu chọn", "đề cử" };
	enum { REACH = 40, GIVER = 10 };
	const struct lex *l = &a->units.lex;

	for (size_t k = verb; k > clause && verb - k < REACH; k--) {
		for (size_t w = 0; w < sizeof chosen / sizeof *chosen; w++)
			if (lex_words_end(l, k - 1, chosen[w]) && unit_at(&a->units, k)) {
				read_recipient(a, x, k);
				return;
			}
		if (!lex_word(l, k, "được") || verb - k > GIVER)
			continue;
		size_t first = k;

		while (first > clause && k - first < 5 && l->tok[first - 1].symbol == SYM_WORD && l->tok[first - 1].caps == CAPS_FIRST && !lex_is(&l->tok[first - 1], CLASS_HONORIFICS))
			first--;
		if (k - first < 2 || first == clause || !lex_is(&l->tok[first - 1], CLASS_HONORIFICS) || unit_covers(&a->units, first))
			continue;
		x->recipient_start = l->tok[first].start;
		x->recipient_end = l->tok[k - 1].end;
		return;
	}
}

/* "... cho 3 tập thể và 11 cá nhân", "... cho Sở Y tế", "... cho ông Vũ Văn A" */
static void read_after(struct awards *a, struct award *x, size_t t)
{
	const struct lex *l = &a->units.lex;

	t = token_from(l, t, x->end);
	if (t < l->n && l->tok[t].symbol == SYM_QUOTE)
		t++;
	t = year_at(l, t);
	/* "do Chủ tịch nước trao tặng" */
	if (lex_word(l, t, "do") && office_at(a, t + 1) > t + 1) {
		size_t next = office_at(a, t + 1);

		if (!x->giver_end && next < l->n && (a->cues.p[next] & CUE_GIVE)) {
			x->giver_start = l->tok[t + 1].start;
			x->giver_end = l->tok[next - 1].end;
		}
		return;
	}
	bool list = t < l->n && l->tok[t].symbol == ':';
	/* two words, of which the second stands before the recipient */
	bool as_to = t < l->n && lex_key_at(l, l->tok[t].start, "đối với ");

	if (as_to)
		t = token_from(l, t, l->tok[t].start + strlen("đối với ")) - 1;

	if (!(lex_word(l, t, "cho") || lex_word(l, t, "đến") || as_to || lex_word(l, t, "tặng") || list ||
	      (lex_word(l, t, "được") && lex_word(l, t + 1, "trao") && lex_word(l, t + 2, "cho") && (t += 2))))
		return;
	if (x->status == AWARD_MENTION && t > 1 && lex_word(l, t - 1, "trao"))
		x->status = AWARD_GIVEN;
	size_t g = groups_upto(a, t + 1);

	if (g < a->ngroups && a->group[g].start == t + 1) {
		/* "tặng 4 cờ cho 4 tập thể" */
		size_t own = x->count;

		set_group(l, x, &a->group[g]);
		x->count = own ? own : x->count;
	} else if (!list) {
		read_recipient(a, x, t + 1);
		/* a unit may begin with such a noun */
		if (!x->recipient_end)
			read_nouns(l, x, t + 1);
	}
}

/* Orders and titles of the state are conferred by its President alone (Law 06/2022/QH15,
 * article 77; before, 15/2003/QH11, article 77), in old days by its councils: who is named
 * else only hands them over. */
static bool of_the_state(const struct lex *l, const struct award *x)
{
	static const char *const states[] = { "chủ tịch nước", "nhà nước", "chính phủ", "quốc hội", "hội đồng bộ trưởng" };

	for (size_t i = x->giver_start; i < x->giver_end; i++)
		for (size_t w = 0; w < sizeof states / sizeof *states; w++) {
			size_t n = strlen(states[w]);

			if (x->giver_end - i >= n && !memcmp(l->key.p + i, states[w], n))
				return true;
		}
	return false;
}

bool award_find(struct awards *a, enum kind kind, struct view text)
{
	struct lex *l = &a->units.lex;
	bool fine = true, any = false;
	size_t some;

	a->n = 0;
	unit_read(&a->units, text);
	for (size_t t = 0; t < l->n && !any; t++)
		any = l->tok[t].symbol == SYM_WORD && merit_at(l, t, MERIT_AWARD, &some);
	if (!any)
		return true;
	fine = unit_find_read(&a->units, kind);
	read_groups(a);
	read_cues(a);
	size_t clause = 0, seen = 0; /* the clause of token seen begins there */

	for (size_t t = 0; t < l->n;) {
		size_t len;
		const char *name = l->tok[t].symbol == SYM_WORD ? merit_at(l, t, MERIT_AWARD, &len) : NULL;

		if (!name) {
			t++;
			continue;
		}
		struct award x = { .start = l->tok[t].start, .end = l->tok[t].start + len, .base = len, .name = name };
		const char *tag = merit_tag(l, x.start, MERIT_AWARD);

		read_name(a, &x, t, tag);
		if (!is_name(a, &x, t, tag)) {
			t++;
			continue;
		}
		size_t verb, own;

		x.status = read_status(a, t, &verb);
		for (; seen < t; seen++)
			if (sentence_ends(l, seen) || l->tok[seen].symbol == ';')
				clause = seen + 1;
		if (x.status == AWARD_GIVEN && (!strncmp(tag, "title", 5) || !strcmp(tag, "state-title")))
			x.status = AWARD_TITLE;
		if (t && l->tok[t - 1].symbol == SYM_NUMBER) {
			size_t from = t - 1;

			while (from > 1 && t - from < 8 && l->tok[from - 1].symbol == '.' && l->tok[from - 2].symbol == SYM_NUMBER)
				from -= 2;
			if (number_at(l, from, &own) == t)
				x.count = own;
		}
		read_after(a, &x, t);
		/* "02 tập thể được ... tặng" */
		size_t g = groups_upto(a, t);

		if (!x.recipient_end && !x.count && g && a->group[g - 1].start >= clause)
			set_group(l, &x, &a->group[g - 1]);
		if (verb)
			read_actors(a, &x, verb, clause);
		if (verb && !x.recipient_end && !x.count)
			read_before(a, &x, clause, verb);
		/* "đề nghị UBND tỉnh tặng Cờ thi đua cho A, tặng Bằng khen cho B" */
		if (verb && !x.giver_end && a->n && (a->cues.p[verb] & CUE_GIVE) && !(a->cues.p[verb] & CUE_TAKE) && verb > clause &&
		    (l->tok[verb - 1].symbol == ',' || is_and(l, verb - 1)) && a->found[a->n - 1].start >= l->tok[clause].start &&
		    a->found[a->n - 1].status == x.status) {
			x.giver_start = a->found[a->n - 1].giver_start;
			x.giver_end = a->found[a->n - 1].giver_end;
		}
		if ((!strcmp(tag, "order") || !strcmp(tag, "state-title")) && x.giver_end && !of_the_state(l, &x))
			x.giver_start = x.giver_end = 0;
		if (a->n == a->cap) {
			a->cap = a->cap ? a->cap * 2 : 16;
			a->found = xgrow(a->found, a->cap, sizeof *a->found);
		}
		a->found[a->n++] = x;
		t = token_from(l, t, x.end);
	}
	return fine;
}

void award_name(struct str *out, const struct awards *a, const struct award *x)
{
	static const char *const grades[][2] = { { "i", "Nhất" }, { "ii", "Nhì" }, { "iii", "Ba" }, { "nhất", "Nhất" }, { "nhì", "Nhì" }, { "ba", "Ba" }, { "1", "Nhất" }, { "2", "Nhì" }, { "3", "Ba" } };
	const struct lex *l = &a->units.lex;
	size_t from = out->len, at = x->start + x->base;
	bool giver = x->giver_end == x->end && x->giver_end;
	size_t end = giver ? x->giver_start : x->end;

	if (*x->name)
		str_add(out, x->name, strlen(x->name));
	else
		text_canon(out, (struct view){ l->text.p + x->start, x->base });
	text_capital(out->p + from, out->len - from);
	/* "hạng III" */
	for (size_t i = 0; i < sizeof grades / sizeof *grades; i++) {
		static const char class[] = " hạng ";
		size_t n = sizeof class - 1 + strlen(grades[i][0]);

		if (end - at < n || memcmp(l->key.p + at, class, sizeof class - 1) || memcmp(l->key.p + at + sizeof class - 1, grades[i][0], strlen(grades[i][0])) ||
		    (end - at > n && l->key.p[at + n] != ' '))
			continue;
		str_add(out, class, sizeof class - 1);
		str_add(out, grades[i][1], strlen(grades[i][1]));
		at += n;
		break;
	}
	/* what stands between, without "của" */
	size_t rest = end;

	while (rest > at && l->text.p[rest - 1] == ' ')
		rest--;
	if (giver && rest - at >= strlen("của") && !memcmp(l->key.p + rest - strlen("của"), "của", strlen("của")))
		rest -= strlen("của");
	while (rest > at && (l->text.p[rest - 1] == ' ' || l->text.p[rest - 1] == '"'))
		rest--;
	text_canon(out, (struct view){ l->text.p + at, rest - at });
	if (!giver)
		return;
	str_add(out, " của ", strlen(" của "));
	struct view by = { l->key.p + x->giver_start, x->giver_end - x->giver_start };

	/* The Prime Minister signs both: the laws name the flag after the Government. */
	if (view_is(by, "thủ tướng") || view_is(by, "thủ tướng chính phủ")) {
		const char *name = l->key.p[x->start] == 'c' ? "Chính phủ" : "Thủ tướng Chính phủ";

		str_add(out, name, strlen(name));
	} else {
		text_canon(out, (struct view){ l->text.p + x->giver_start, by.len });
	}
}

void awards_free(struct awards *a)
{
	units_free(&a->units);
	str_free(&a->cues);
	free(a->group);
	free(a->found);
	*a = (struct awards){ 0 };
}
