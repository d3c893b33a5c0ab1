#include "award_parts.h"

#include <string.h>

/* Who has an award, by the sentence before its verb: the subject of "được ... tặng", "được
 * tặng", "đón nhận"; and who gives it, between "được" and the verb. */

/* Words between a subject and its verb. */
static size_t before_adverbs(const struct lex *l, size_t t, size_t clause)
{
	static const char *const adverbs[] = { "đã", "vinh dự", "vừa", "luôn", "cũng", "đều", "từng", "tiếp tục", "liên tục", "sẽ", "còn", "lại", "mới", "được", "vinh", "tiếp", "tục" };

	while (t > clause && LEX_ONE_OF(l, t - 1, adverbs))
		t--;
	return t;
}

/* "được Thủ tướng Chính phủ tặng", "được UBND, Ủy ban MTTQ quận trao tặng": the token "được"
 * whose giver stands before the verb, and the tokens of the giver; or clause. */
static size_t passive_at(const struct awards *a, size_t verb, size_t clause, size_t *first, size_t *end)
{
	static const char *const helps[] = { "đã", "trao", "trao tặng", "quyết định", "quyết", "định", "xét", "truy", "phong", "công", "tặng", "khen thưởng", "ký", "và" };
	enum { REACH = 30 };
	const struct lex *l = &a->units.lex;
	size_t t = verb;

	while (t > clause && verb - t < 4 && LEX_ONE_OF(l, t - 1, helps))
		t--;
	*end = t;
	for (; t > clause && verb - t < REACH; t--) {
		const struct token *k = &l->tok[t - 1];

		if (lex_word(l, t - 1, "được")) {
			*first = t;
			return t < *end ? t - 1 : clause;
		}
		bool name = k->symbol == SYM_WORD && k->caps != CAPS_LOW;

		if (!name && !unit_covers(&a->units, t - 1) && !lex_any(k, LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_BIT(CLASS_HONORIFICS)) && k->symbol != ',' && k->symbol != SYM_DASH && !award_and(l, t - 1))
			break;
	}
	return clause;
}

/* The name of a person that ends before token end: its first token, or end. */
static size_t name_before(const struct awards *a, size_t end, size_t clause)
{
	enum { LONGEST = 5 };
	const struct lex *l = &a->units.lex;
	size_t t = end;

	while (t > clause && end - t < LONGEST && l->tok[t - 1].symbol == SYM_WORD && l->tok[t - 1].caps == CAPS_FIRST && !unit_covers(&a->units, t - 1) && !lex_is(&l->tok[t - 1], CLASS_HONORIFICS))
		t--;
	if (end - t < 2)
		return end;
	bool called = t > clause && lex_is(&l->tok[t - 1], CLASS_HONORIFICS);

	return called || (lex_is(&l->tok[t], CLASS_SURNAMES) && end - t > 2) ? t : end;
}

/* "A, Trưởng bản Nà Cang", "B, trụ trì chùa Trà Quýt", "C, xã Hua La": the token before the place that ends before token t,
 * with its level; or t. */
static size_t before_place(const struct awards *a, size_t t, size_t clause)
{
	enum { LONGEST = 3 };
	static const char *const houses[] = { "chùa", "thánh thất", "nhà thờ" };
	const struct lex *l = &a->units.lex;
	size_t k = t;

	while (k > clause && t - k < LONGEST && l->tok[k - 1].symbol == SYM_WORD && l->tok[k - 1].caps == CAPS_FIRST && !unit_covers(&a->units, k - 1) && !lex_any(&l->tok[k - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS)))
		k--;
	if (k == t || k < clause + 2)
		return t;
	bool level = l->tok[k - 1].caps == CAPS_LOW && (lex_is(&l->tok[k - 1], CLASS_LEVELS) || LEX_ONE_OF(l, k - 1, houses));

	if (level && (l->tok[k - 2].symbol == ',' || lex_is(&l->tok[k - 2], CLASS_ROLES)))
		return k - 1;
	return lex_is(&l->tok[k - 1], CLASS_ROLES) && l->tok[k - 2].symbol == ',' ? k : t;
}

/* "Bác sĩ A, Giám đốc Trung tâm Y tế, Phó Chủ tịch Hội": the token before the offices that end
 * before token t, with the comma before them; or t. */
static size_t before_offices(const struct awards *a, size_t t, size_t clause)
{
	enum { MOST = 6 };
	const struct lex *l = &a->units.lex;

	for (size_t n = 0; n < MOST; n++) {
		size_t k = t;

		while (k > clause && unit_covers(&a->units, k - 1))
			k--;
		size_t head = k;

		k = n ? k : before_place(a, k, clause);
		/* "A, xã Hua La" */
		if (k < head && l->tok[k - 1].symbol == ',') {
			t = k - 1;
			continue;
		}
		while (k > clause && lex_any(&l->tok[k - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_UNIT_HEADS) && !unit_covers(&a->units, k - 1))
			k--;
		/* "A, Giám đốc Trung tâm, Sở Y tế": a parent has no office of its own */
		if ((k == head && head == t) || k <= clause + 1 || !(l->tok[k - 1].symbol == ',' || l->tok[k - 1].symbol == SYM_DASH))
			break;
		t = k - 1;
	}
	return t;
}

/* "thuộc Sở Y tế": is the unit behind token t whose those are who were told of? */
static bool under(const struct lex *l, size_t t)
{
	static const char *const of[] = { "thuộc", "trực thuộc", "của", "tại", "ở", "trong", "cùng", "với" };

	return LEX_ONE_OF(l, t, of);
}

/* "Thiếu tá A, cán bộ Đội ...", "em B, học sinh lớp 12 Trường ...": somebody named before a comma
 * and words up to the unit at token first: the token after the name, or 0. */
static size_t named_before_unit(const struct awards *a, size_t first, size_t clause)
{
	enum { REACH = 24, MOST = 3 };
	const struct lex *l = &a->units.lex;
	size_t commas = 0;

	for (size_t t = first; t > clause + 1 && first - t < REACH && commas < MOST; t--) {
		const struct token *k = &l->tok[t - 1];

		if (k->symbol == '.' || k->symbol == ';' || k->symbol == ':' || (k->caps == CAPS_LOW && lex_any(k, LEX_BIT(CLASS_TIME_WORDS))))
			return 0;
		if (k->symbol != ',' && k->symbol != SYM_DASH)
			continue;
		commas++;
		/* a unit right behind the comma is one more of a list */
		if (t < first && name_before(a, t - 1, clause) < t - 1)
			return t - 1;
	}
	return 0;
}

/* "nhiều tập thể", "hàng chục cán bộ": the noun of a group that nobody counted and that ends
 * before token end; its first token, or end. */
static size_t uncounted_before(const struct lex *l, size_t end, size_t clause)
{
	static const char *const many[] = { "nhiều", "hàng chục", "hàng trăm", "hàng nghìn", "một số", "lượt", "chục", "trăm" };
	enum { LONGEST = 3 };

	for (size_t t = end; t > clause && end - t < LONGEST; t--)
		if (award_noun_at(l, t - 1) == end && t > clause + 1 && LEX_ONE_OF(l, t - 2, many))
			return t - 1;
	return end;
}

/* Does another subject than the group begin between it and token end? */
static bool another_between(const struct awards *a, size_t from, size_t end)
{
	const struct lex *l = &a->units.lex;

	for (size_t i = from; i + 1 < end; i++) {
		bool comma = l->tok[i].symbol == ',';

		if (comma && (lex_word(l, i + 1, "năm") || (l->tok[i + 1].symbol == SYM_NUMBER && i + 2 < end && l->tok[i + 2].symbol == SYM_WORD) || lex_is(&l->tok[i + 1], CLASS_HONORIFICS) || unit_covers(&a->units, i + 1) || lex_word(l, i + 1, "nhà trường")))
			return true;
		if (award_noun_at(l, i + 1) > i + 1 && (lex_word(l, i, "nhiều") || lex_word(l, i, "lượt") || lex_word(l, i, "chục")))
			return true;
	}
	return false;
}

/* "5 tập thể, gồm Sở A, Sở B": do the tokens from..end-1 tell who they are? */
static bool told_of(const struct lex *l, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		if (l->tok[i].symbol == ':' || lex_has(&l->tok[i], CLASS_VERBS, TAG_LIST))
			return true;
	return false;
}

bool award_reads_alike(const struct lex *l, size_t t, size_t k)
{
	size_t n = l->tok[t].end - l->tok[t].start;

	return n == l->tok[k].end - l->tok[k].start && !memcmp(l->key.p + l->tok[t].start, l->key.p + l->tok[k].start, n);
}

static void set_recipient(const struct lex *l, struct award *x, size_t first, size_t last)
{
	x->recipient_start = l->tok[first].start;
	x->recipient_end = l->tok[last].end;
}

/* Who gives, of tokens first..end-1 between "được" and the verb: an office, a unit, the State. */
static void read_giver(const struct awards *a, struct award *x, size_t first, size_t end)
{
	const struct lex *l = &a->units.lex;
	bool office = award_office_at(a, first) > first && (unit_covers(&a->units, end - 1) || lex_is(&l->tok[end - 1], CLASS_ROLES));
	bool state = lex_words_end(l, end - 1, "nhà nước") && l->tok[first].caps == CAPS_FIRST;

	if (x->giver_end || !(office || state))
		return;
	x->giver_start = l->tok[first].start;
	x->giver_end = l->tok[end - 1].end;
}

/* The unit that ends before token end, of the sentence from token clause on: its place among
 * those found, or their number. */
static size_t unit_before(const struct awards *a, size_t end, size_t clause)
{
	size_t u = unit_from(&a->units, clause);

	while (u < a->units.n && a->units.found[u].last + 1 < end)
		u++;
	return u < a->units.n && a->units.found[u].last + 1 == end ? u : a->units.n;
}

void award_set_units(const struct awards *a, struct award *x, size_t u, size_t clause)
{
	const struct lex *l = &a->units.lex;
	const struct unit *found = a->units.found;
	size_t first = u;

	/* "Công an tỉnh Đồng Tháp, Tây Ninh": one head for all */
	while (first && found[first].head != UNIT_OWN_HEAD && (found[first - 1].first == found[first].head || found[first - 1].head == found[first].head))
		first--;
	/* "Sở Nội vụ các tỉnh Bến Tre, Trà Vinh": and that is no unit itself */
	if (found[first].head != UNIT_OWN_HEAD && found[first].head >= clause) {
		set_recipient(l, x, found[first].head, found[u].last);
		return;
	}
	size_t row = first; /* those that commas and "và" join */

	while (row && found[row - 1].first >= clause && found[row - 1].last + 2 == found[row].first && (award_and(l, found[row].first - 1) || l->tok[found[row].first - 1].symbol == ','))
		row--;
	/* "Sở A, Sở B được tặng", "Trường A, Trường B, Trường C được tặng": of one rank each is meant */
	bool equal = row < first && award_reads_alike(l, found[row].first, found[first].first);

	/* "Phòng Tham mưu, Công an tỉnh được tặng": of two the second is whose the first is */
	if (!equal && first == u && first && found[first - 1].first >= clause && found[first - 1].last + 2 == found[first].first && l->tok[found[first].first - 1].symbol == ',' &&
	    !(first > 1 && found[first - 2].last + 2 == found[first - 1].first)) {
		set_recipient(l, x, found[first - 1].first, found[first - 1].last);
		return;
	}
	while (first && found[first - 1].first >= clause && found[first - 1].last + 2 == found[first].first &&
	       (award_and(l, found[first].first - 1) || ((equal || first < u) && l->tok[found[first].first - 1].symbol == ',')))
		first--;
	set_recipient(l, x, found[first].first, found[u].last);
}

/* Is token t behind "và", before the forms of address and the offices of the one named there? */
static bool one_of_several(const struct awards *a, size_t t, size_t clause)
{
	const struct lex *l = &a->units.lex;

	while (t > clause && lex_is(&l->tok[t - 1], CLASS_HONORIFICS))
		t--;
	while (t > clause && (unit_covers(&a->units, t - 1) || lex_any(&l->tok[t - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS))))
		t--;
	return t > clause && award_and(l, t - 1);
}

/* "Xã Hòa Tiến" before token end, where a sentence begins or behind its year: its level, or end. */
static size_t place_before(const struct awards *a, size_t end, size_t clause)
{
	enum { LONGEST = 4 };
	const struct lex *l = &a->units.lex;
	size_t t = end;

	while (t > clause && end - t < LONGEST && l->tok[t - 1].symbol == SYM_WORD && l->tok[t - 1].caps == CAPS_FIRST && !unit_covers(&a->units, t - 1) && !lex_is(&l->tok[t - 1], CLASS_LEVELS))
		t--;
	if (t == end || t == clause || !lex_is(&l->tok[t - 1], CLASS_LEVELS))
		return end;
	return t == clause + 1 || (l->tok[t - 2].symbol == ',' && t > 2 && l->tok[t - 3].symbol == SYM_NUMBER) ? t - 1 : end;
}

/* Before a comma or a bracket that parts the subject from its verb. */
static size_t before_aside(const struct lex *l, size_t end, size_t clause)
{
	end -= end > clause + 1 && (l->tok[end - 1].symbol == ',' || l->tok[end - 1].symbol == SYM_DASH);
	if (end == clause || l->tok[end - 1].symbol != ')')
		return end;
	for (size_t open = end - 1; open > clause; open--)
		if (l->tok[open].symbol == '(')
			return open;
	return end;
}

/* The subject is unit u, or somebody whose unit it is; *read: was it told? True where a group
 * that was told of before may be meant. */
static bool read_unit(const struct awards *a, struct award *x, size_t u, const struct award_group *group, size_t clause, bool *read)
{
	const struct lex *l = &a->units.lex;
	const struct unit *unit = &a->units.found[u];
	bool of_unit = group && group->end < unit->first;

	*read = true;
	/* "3 đơn vị thuộc Viện Kiểm sát nhân dân tỉnh được ..." */
	for (size_t i = group ? group->end : 0; of_unit && i < unit->first; i++)
		of_unit = l->tok[i].symbol >= SYM_WORD || l->tok[i].symbol == SYM_DASH || (l->tok[i].symbol == ',' && lex_words_end(l, i - 1, "cơ quan"));
	if (of_unit) {
		award_set_group(l, x, group);
		return true;
	}
	size_t who = named_before_unit(a, unit->first, clause);

	if (who) {
		set_recipient(l, x, name_before(a, who, clause), who - 1);
		return false;
	}
	if (unit->first > clause && under(l, unit->first - 1)) {
		x->unsure = true;
		return false;
	}
	/* "Sở A, Sở B được UBND tỉnh tặng": no unit of an office */
	bool equal = u && a->units.found[u - 1].first >= clause && a->units.found[u - 1].last + 2 == unit->first && l->tok[unit->first - 1].symbol == ',' && award_reads_alike(l, a->units.found[u - 1].first, unit->first);

	*read = (equal || before_offices(a, unit->last + 1, clause) == unit->last + 1) && !(unit->first > clause && lex_is(&l->tok[unit->first - 1], CLASS_ROLES)) &&
		!(group && told_of(l, group->end, unit->last + 1));
	if (*read)
		award_set_units(a, x, u, clause);
	return false;
}

bool award_read_subject(const struct awards *a, struct award *x, size_t verb, size_t clause)
{
	enum { REACH = 120 }; /* tokens in which a subject stands before its verb */
	const struct lex *l = &a->units.lex;

	if (verb > REACH && clause < verb - REACH)
		clause = verb - REACH;
	size_t first = 0, giver_end = 0, end = passive_at(a, verb, clause, &first, &giver_end);
	bool direct = (a->cues.p[verb] & CUE_TAKE) || lex_words_end(l, verb, "được tặng") || lex_words_end(l, verb, "được tặng thưởng") || (verb > clause && lex_word(l, verb - 1, "được"));

	if (end > clause)
		read_giver(a, x, first, giver_end);
	else if (direct)
		end = verb;
	else
		return true;
	if (x->recipient_end || x->count)
		return true;
	end = before_aside(l, before_adverbs(l, end, clause), clause);
	size_t g = award_groups_upto(a, end);
	const struct award_group *group = g && a->group[g - 1].start >= clause ? &a->group[g - 1] : NULL;

	if (group && group->end == end) {
		award_set_group(l, x, group);
		/* "Phòng Cảnh sát hình sự và 02 cá nhân được ..." */
		size_t with = group->start > clause + 1 && award_and(l, group->start - 1) ? unit_before(a, group->start - 1, clause) : a->units.n;

		if (with < a->units.n) {
			set_recipient(l, x, a->units.found[with].first, group->end - 1);
			x->count = 0;
		}
		return with == a->units.n;
	}
	size_t u = unit_before(a, end, clause);

	/* "Sở Y tế tổ chức Hội nghị tổng kết và đón nhận Cờ thi đua": who holds the meeting */
	size_t founded = end > clause + 2 && award_and(l, end - 1) ? unit_before(a, end - 1, clause) : a->units.n;

	/* "kỷ niệm 60 năm ngày thành lập Bệnh viện A và đón nhận" */
	if (founded < a->units.n && a->units.found[founded].first > clause && (lex_words_end(l, a->units.found[founded].first - 1, "thành lập") || lex_words_end(l, a->units.found[founded].first - 1, "truyền thống"))) {
		award_set_units(a, x, founded, clause);
		return false;
	}
	if (end > clause && award_and(l, end - 1) && strcmp(x->tag, "state-title"))
		for (size_t i = unit_from(&a->units, clause); i < a->units.n && a->units.found[i].last < end; i++)
			if (a->units.found[i].role == UNIT_HOST) {
				award_set_units(a, x, i, clause);
				return false;
			}
	bool read = false, of_group = u < a->units.n && read_unit(a, x, u, group, clause, &read);

	if (read)
		return of_group;
	size_t place = place_before(a, end, clause), noun = uncounted_before(l, end, clause), office = before_offices(a, end, clause), named = name_before(a, office, clause);

	if (place < end || noun < end) {
		set_recipient(l, x, place < end ? place : noun, end - 1);
		return false;
	}
	/* "Tập đoàn A của ông B nhận ...": the firm does */
	size_t called = named;

	while (called > clause && lex_is(&l->tok[called - 1], CLASS_HONORIFICS))
		called--;
	size_t owned = named < office && called > clause + 1 && lex_word(l, called - 1, "của") ? unit_before(a, called - 1, clause) : a->units.n;

	if (owned < a->units.n) {
		award_set_units(a, x, owned, clause);
		return false;
	}
	if (named < office) {
		/* of several who are named so, none alone */
		x->unsure = one_of_several(a, named, clause);
		if (!x->unsure)
			set_recipient(l, x, named, office - 1);
		return false;
	}
	/* "5 tập thể, gồm Sở A, Sở B được tặng": who they are is told */
	return group && !another_between(a, group->end, end);
}
