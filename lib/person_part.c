#include "person_parts.h"

#include <string.h>

const char *const part_name[] = { "mention", "chair", "speaker", "guest", "author", "recipient" };

enum part person_verb_part(const struct token *t)
{
	const struct lex_sense *s = lex_sense(t, CLASS_VERBS);

	if (!s)
		return PART_MENTION;
	return s->tag == TAG_CHAIR  ? PART_CHAIR :
	       s->tag == TAG_SPEAK  ? PART_SPEAKER :
	       s->tag == TAG_ATTEND ? PART_GUEST :
				      PART_MENTION;
}

/* The token after a bracket that opens at t, or t. */
size_t person_skip_bracket(const struct lex *l, size_t t)
{
	enum { LONGEST = 20 };

	if (!is_mark(l, t, '('))
		return t;
	for (size_t i = t + 1; i < l->n && i - t < LONGEST; i++)
		if (is_mark(l, i, ')'))
			return i + 1;
	return t;
}

/* A point that ends a sentence: none behind a form of address, or within "TTƯT.BSCKII". */
static bool ends_sentence(const struct lex *l, size_t t)
{
	return is_mark(l, t, '.') && !(t && lex_is(&l->tok[t - 1], CLASS_HONORIFICS)) && (t + 1 >= l->n || l->tok[t + 1].start > l->tok[t].end);
}

/* Does a word that gives an award stand between tokens from and to? */
static bool gives(const struct lex *l, size_t from, size_t to)
{
	static const char *const words[] = { "tặng", "trao", "trao tặng", "truy tặng", "phong tặng", "tặng thưởng", "khen thưởng", "tuyên dương", "biểu dương", "tôn vinh" };
	static const char *const others[] = { "quyết định", "quyết", "quyền", "trả", "đổi", "chìa" };

	for (size_t i = from; i < to && i < l->n; i++)
		if (LEX_ONE_OF(l, i, words) && !LEX_ONE_OF(l, i + 1, others))
			return true;
	return false;
}

static const char *const awards[] = { "bằng khen", "giấy khen", "huân chương", "huy chương", "danh hiệu", "kỷ niệm chương", "cờ", "huy hiệu", "bằng lao động" };

static bool award_at(const struct lex *l, size_t byte)
{
	for (size_t a = 0; a < sizeof awards / sizeof *awards; a++)
		if (lex_key_at(l, byte, awards[a]))
			return true;
	return false;
}

/* "trao Bằng khen cho ông A", "A, ..., được tặng", "A vinh dự đón nhận Huân chương" */
static bool receives(const struct people *p, const struct person *x, size_t t)
{
	const struct lex *l = &p->units.lex;
	enum { REACH = 40, NEAR = 7 };
	static const char *const takes[] = { "nhận ", "đón ", "đón nhận ", "được " };
	size_t i = x->first, from;

	/* "anh A, công nhân tiêu biểu, được ..." */
	static const char *const praised[] = { "tiêu biểu", "xuất sắc", "ưu tú", "giỏi" };

	for (size_t k = t; LEX_BEGINS_ONE_OF(l, t, praised) && k < l->n && k - t < 3; k++)
		if (is_mark(l, k, ',')) {
			t = k;
			break;
		}
	t += is_mark(l, t, ',') || is_dash(l, t);
	for (size_t k = t; k < l->n && k < t + 4 && l->tok[k].symbol >= SYM_WORD; k++) {
		for (size_t v = 0; v < sizeof takes / sizeof *takes; v++)
			if (lex_key_at(l, l->tok[k].start, takes[v]) && award_at(l, l->tok[k].start + strlen(takes[v])))
				return true;
		if (lex_word(l, k, "đón nhận"))
			return true;
		if (lex_word(l, k, "được") && !lex_word(l, k + 1, "nhận") && !lex_word(l, k + 1, "đón"))
			return gives(l, k + 1, k + NEAR);
	}
	/* "cho Giám đốc Sở Y tế A", "cho các đồng chí: A" */
	for (size_t o = p->noffices; o-- > 0 && &p->found[p->office[o].person] == x;)
		while (i && p->office[o].end <= x->start && l->tok[i - 1].start >= p->office[o].start)
			i--;
	/* "cho PGS, TS A", "cho các đồng chí: Đại úy A" */
	while (i && (lex_any(&l->tok[i - 1], LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_ROLE_MODIFIERS)) ||
		     (i > 1 && is_mark(l, i - 1, ',') && lex_has(&l->tok[i - 2], CLASS_HONORIFICS, TAG_ACADEMIC)) ||
		     (i > 1 && is_mark(l, i - 1, ':') && lex_is(&l->tok[i - 2], CLASS_HONORIFICS_PLURAL))))
		i--;
	/* "cho đảng viên A", "cho em học sinh B" */
	static const char *const sorts[] = { "em học sinh", "đảng viên", "hội viên", "đoàn viên", "học sinh", "sinh viên", "giáo viên", "công nhân", "nông dân", "ngư dân", "chiến sĩ", "cán bộ", "vận động viên", "gia đình" };

	for (size_t s = 0; i && s < sizeof sorts / sizeof *sorts; s++)
		if (lex_words_end(l, i - 1, sorts[s])) {
			size_t begin = l->tok[i - 1].end - strlen(sorts[s]);

			while (i && l->tok[i - 1].start >= begin)
				i--;
			break;
		}
	if (i && lex_is(&l->tok[i - 1], CLASS_PLURALS))
		i--;
	/* "cho 2 ông A và B" */
	if (i > 1 && l->tok[i - 1].symbol == SYM_NUMBER)
		i--;
	/* "Các cá nhân được tặng Bằng khen là Trung tá A và Đại úy B" */
	for (size_t k = i; i > 1 && lex_word(l, i - 1, "là") && k > 1 && i - k < NEAR; k--)
		if (award_at(l, l->tok[k - 2].start) && gives(l, k > NEAR ? k - NEAR : 0, k - 1))
			return true;
	/* "cho Đồn Biên phòng A và ông B" */
	while (i > 1 && (is_mark(l, i - 1, ',') || lex_has(&l->tok[i - 1], CLASS_CONNECTORS, TAG_AND))) {
		size_t u = unit_from(&p->units, i - 1);

		if (!u || p->units.found[u - 1].last + 2 != i)
			break;
		i = p->units.found[u - 1].first;
	}
	bool award = false;
	/* "trao tặng Đại tá A Huân chương", "trao Bằng khen ... tặng Đại tá A" */
	static const char *const gifts[] = { "tặng", "trao tặng", "truy tặng", "phong tặng", "tặng thưởng" };

	if (i && LEX_ONE_OF(l, i - 1, gifts)) {
		for (size_t k = t; k < l->n && k - t < NEAR && !ends_sentence(l, k) && !award; k++)
			award = award_at(l, l->tok[k].start);
		for (from = i - 1; from && i - from < REACH && !ends_sentence(l, from - 1) && !is_mark(l, from - 1, ';') && !award;)
			award = award_at(l, l->tok[--from].start);
		return award;
	}
	if (!i || !lex_word(l, i - 1, "cho"))
		return false;

	for (from = i - 1; from && i - from < REACH && !ends_sentence(l, from - 1);)
		award |= award_at(l, l->tok[--from].start);
	return award || gives(l, from, i - 1);
}

/* Does the verb at token t open a list of persons: "Chủ trì có các đồng chí: A; B"? */
static bool opens_list(const struct lex *l, size_t t)
{
	for (size_t i = t + 1; i < l->n && i < t + 5; i++) {
		if (is_mark(l, i, ':') || lex_word(l, i, "có") || lex_word(l, i, "gồm") || lex_word(l, i, "là") || lex_is(&l->tok[i], CLASS_HONORIFICS_PLURAL))
			return true;
		/* "phát biểu chúc mừng các ông", "làm việc với các ông": they are its objects; but "chủ trì buổi tổng kết có" */
		static const char *const meetings[] = { "buổi", "cuộc", "lễ", "hội nghị", "phiên" };

		if (l->tok[i].symbol < SYM_WORD || (lex_is(&l->tok[i], CLASS_VERBS) && !LEX_ONE_OF(l, i - 1, meetings)))
			break;
	}
	return false;
}

/* Does what begins at token t give, sign or lay something: "đã trao cờ", "tặng hoa", "ký giao ước"? */
static bool hands_over(const struct lex *l, size_t t)
{
	enum { NEAR = 4 };
	static const char *const words[] = { "tặng hoa", "ký", "ký kết", "nhận", "tiếp nhận", "dâng hoa", "dâng hương", "thăm", "đón" };

	if (gives(l, t, t + NEAR))
		return true;
	for (size_t i = t; i < l->n && i < t + NEAR && (l->tok[i].symbol >= SYM_WORD || is_mark(l, i, ',')); i++)
		if (LEX_ONE_OF(l, i, words))
			return true;
	return false;
}

/* The token behind the words by which somebody who is named before x speaks, or 0: the first
 * verb of speaking behind that name and its offices. */
static size_t spoken_upto(const struct people *p, const struct person *x)
{
	const struct lex *l = &p->units.lex;
	enum { MOST = 8 };
	size_t me = (size_t)(x - p->found), by = me;

	for (size_t n = 0; by && n < MOST && (by == me || p->found[by].part != PART_SPEAKER); n++)
		by--;
	if (by == me || p->found[by].part != PART_SPEAKER)
		return 0;
	for (size_t t = p->found[by].last + 1; t < x->first; t++)
		if (person_verb_part(&l->tok[t]) == PART_SPEAKER)
			return t + 1;
	return 0;
}

/* "nói: “...”", "kể rằng": at token t words that say so only before what was said. */
static bool says(const struct lex *l, size_t t)
{
	static const char *const words[] = { "nói", "kể", "thông tin", "kể lại", "trả lời" };

	return LEX_ONE_OF(l, t, words) && (is_mark(l, t + 1, ':') || is_mark(l, t + 1, '"') || lex_word(l, t + 1, "rằng"));
}

/* "đến dự (hội nghị) và chủ trì", "dự, phát biểu": who comes at token t and does more; of several that come, x the
 * last, it is not told which. */
static enum part part_of_guest(const struct people *p, const struct person *x, size_t t)
{
	enum { NEAR = 5 };
	const struct lex *l = &p->units.lex;
	size_t me = (size_t)(x - p->found), called = x->first;

	while (called && lex_any(&l->tok[called - 1], LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_ROLES)))
		called--;
	if (me && called && (is_mark(l, called - 1, ',') || is_mark(l, called - 1, ';') || lex_has(&l->tok[called - 1], CLASS_CONNECTORS, TAG_AND)))
		return PART_GUEST;
	for (size_t k = t + 1; k < l->n && k - t < NEAR; k++) {
		bool joint = is_mark(l, k, ',') || lex_has(&l->tok[k], CLASS_CONNECTORS, TAG_AND);

		if (!joint && (l->tok[k].symbol < SYM_WORD || l->tok[k].caps != CAPS_LOW))
			break;
		enum part more = joint && k + 1 < l->n ? person_verb_part(&l->tok[k + 1]) : PART_MENTION;

		if (more == PART_CHAIR || more == PART_SPEAKER)
			return more;
	}
	return PART_GUEST;
}

/* What a person does, from the verb after the offices (token t) or else from the
 * words of the sentence before the name. */
enum part person_part_of(const struct people *p, enum kind kind, const struct person *x, size_t t)
{
	const struct lex *l = &p->units.lex;

	if (kind == KIND_BYLINE)
		return PART_AUTHOR;
	t = person_skip_bracket(l, t);
	/* "viếng Hòa thượng A, bày tỏ lòng kính tiếc": who is visited does nothing */
	static const char *const visits[] = { "viếng", "viếng tang", "lễ tang", "tiễn đưa", "tưởng niệm", "tưởng nhớ" };
	size_t called = x->first;

	while (called && lex_is(&l->tok[called - 1], CLASS_HONORIFICS))
		called--;
	if (called && LEX_ENDS_ONE_OF(l, called - 1, visits))
		return PART_MENTION;
	/* "Đồng chí A: Các phong trào ...", in an interview */
	if (kind == KIND_TEXT && !called && called < x->first && is_mark(l, t, ':') && t + 1 < l->n)
		return PART_SPEAKER;
	for (size_t i = t, n = 0; i < l->n && n < 5; i++) {
		/* "thông báo đến các đại biểu dự hội nghị": they do */
		if (i > t && lex_is(&l->tok[i], CLASS_GROUPS) && lex_is(&l->tok[i - 1], CLASS_PLURALS))
			break;
		/* "ông A, đại diện Khối trưởng Khối thi đua số 2 phát biểu" */
		if (unit_covers(&p->units, i) || lex_any(&l->tok[i], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_GROUPS)))
			continue;
		if (is_mark(l, i, '.') || is_mark(l, i, ';') || is_mark(l, i, ':') || is_mark(l, i, '('))
			break;
		/* somebody else, who may have a verb of his own */
		if (i > t && lex_any(&l->tok[i], LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_NAME_PARTICLES)) && l->tok[i].caps == CAPS_FIRST && i + 1 < l->n && l->tok[i + 1].caps == CAPS_FIRST)
			break;
		enum part v = person_verb_part(&l->tok[i]);

		/* "được biểu dương" */
		if (v == PART_SPEAKER && i && lex_word(l, i - 1, "được"))
			break;
		/* "trực tiếp điều hành Khoa Cấp cứu" */
		if (v == PART_CHAIR && lex_word(l, i, "điều hành") && (unit_at(&p->units, i + 1) || lex_word(l, i + 1, "hoạt động")))
			break;
		if (v == PART_GUEST)
			return part_of_guest(p, x, i);
		if (v != PART_MENTION || says(l, i))
			return v == PART_MENTION ? PART_SPEAKER : v;
		if (++n > 3 && !lex_is(&l->tok[i], CLASS_VERBS))
			break;
	}
	if (receives(p, x, t))
		return PART_RECIPIENT;
	/* "phát biểu chúc mừng ông A": who is behind these does not speak */
	static const char *const objects[] = { "chúc mừng", "giới thiệu", "bổ nhiệm", "thông qua", "cảm ơn", "cám ơn", "tặng hoa", "với", "mong", "chia buồn", "biểu dương" };
	size_t i = x->first, said = spoken_upto(p, x);
	bool object = false;
	/* "ghi nhận đóng góp của bà A", "đánh giá cao thành tích của ông B": whose it is does not speak */
	static const char *const praises[] = { "ghi nhận", "đánh giá cao", "biểu dương", "bày tỏ" };
	const bool owner = called && lex_word(l, called - 1, "của");

	for (size_t n = 0; i > 0 && n < 400; i--, n++) {
		if (ends_sentence(l, i - 1))
			break;
		enum part v = person_verb_part(&l->tok[i - 1]);

		/* "Ông A cho biết: ông B là gương điển hình": the verb has its subject */
		if (v == PART_SPEAKER && i - 1 < said)
			return PART_MENTION;
		/* "Thay mặt lãnh đạo tỉnh, ông A trao cờ": who acts for others need not speak */
		if (v == PART_SPEAKER && lex_word(l, i - 1, "thay mặt") && hands_over(l, t))
			return PART_MENTION;
		object |= LEX_ONE_OF(l, i - 1, objects) || (owner && LEX_ONE_OF(l, i - 1, praises));
		if (v == PART_GUEST || (!object && (v == PART_SPEAKER || v == PART_CHAIR) && (n < 12 || opens_list(l, i - 1))))
			return v;
	}
	/* "Về phía tỉnh có đồng chí A", "Tham gia buổi lễ có đồng chí A" */
	if (lex_word(l, i, "về") && lex_word(l, i + 1, "phía"))
		return PART_GUEST;
	bool joined = lex_word(l, i, "tham gia") || lex_word(l, i, "cùng tham gia");

	for (size_t k = i + 1; joined && k < x->first && k < i + 7 && l->tok[k].symbol >= SYM_WORD; k++)
		if (lex_word(l, k, "có"))
			return PART_GUEST;
	return PART_MENTION;
}

/* Are tokens from..to nothing but what joins the names of a list? The offices
 * that stand before a name are a part of it. */
static bool only_joints(const struct people *p, size_t from, size_t to)
{
	const struct lex *l = &p->units.lex;

	for (size_t t = person_skip_bracket(l, from); t < to; t++)
		if (!lex_is(&l->tok[t], CLASS_ROLES) && !lex_unit_word(&l->tok[t]) && !unit_covers(&p->units, t) &&
		    !is_mark(l, t, ',') && !is_mark(l, t, ';') && !lex_is(&l->tok[t], CLASS_HONORIFICS) &&
		    !lex_is(&l->tok[t], CLASS_HONORIFICS_PLURAL) && !lex_is(&l->tok[t], CLASS_ROLE_MODIFIERS) && !lex_has(&l->tok[t], CLASS_CONNECTORS, TAG_AND) &&
		    !lex_word(l, t, "cùng"))
			return false;
	return true;
}

/* "A, Giám đốc ...; B, Phó Giám đốc ... đồng chủ trì": the verb is said of both, as is
 * "A và B được tặng ..."; "tặng ... cho A và B" names them behind it. */
void person_share_parts(struct people *p)
{
	for (size_t i = p->n; i-- > 1;) {
		struct person *a = &p->found[i - 1], *b = &p->found[i];

		bool takes = b->part == PART_CHAIR ? a->part == PART_MENTION || a->part == PART_GUEST :
						     (b->part == PART_GUEST || b->part == PART_RECIPIENT) && a->part == PART_MENTION;

		if (takes && a->next <= b->first && only_joints(p, a->next, b->first))
			a->part = b->part;
	}
	for (size_t i = 1; i < p->n; i++) {
		const struct person *a = &p->found[i - 1];
		struct person *b = &p->found[i];

		/* "...; ông B đã trao ..." begins anew */
		const struct lex *l = &p->units.lex;
		bool does = b->next < l->n && (lex_word(l, b->next, "đã") || lex_is(&l->tok[b->next], CLASS_VERBS)), parted = false;

		for (size_t t = a->next; t < b->first; t++)
			parted |= is_mark(l, t, ';');
		if (a->part == PART_RECIPIENT && b->part == PART_MENTION && a->next <= b->first && !(does && parted) && only_joints(p, a->next, b->first))
			b->part = PART_RECIPIENT;
	}
}
