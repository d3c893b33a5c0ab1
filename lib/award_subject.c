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

		if (comma && (lex_word(l, i + 1, "năm") || lex_is(&l->tok[i + 1], CLASS_HONORIFICS) || unit_covers(&a->units, i + 1) || lex_word(l, i + 1, "nhà trường")))
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

bool award_read_subject(const struct awards *a, struct award *x, size_t verb, size_t clause)
{
	enum { REACH = 120 }; /* tokens in which a subject stands before its verb */
	const struct lex *l = &a->units.lex;

	if (verb > REACH && clause < verb - REACH)
		clause = verb - REACH;
	size_t first = 0, giver_end = 0, passive = passive_at(a, verb, clause, &first, &giver_end), end;
	bool direct = (a->cues.p[verb] & CUE_TAKE) || lex_words_end(l, verb, "được tặng") || lex_words_end(l, verb, "được tặng thưởng") || (verb > clause && lex_word(l, verb - 1, "được"));

	if (passive > clause) {
		end = passive;
		if (!x->giver_end && award_office_at(a, first) > first && (unit_covers(&a->units, giver_end - 1) || lex_is(&l->tok[giver_end - 1], CLASS_ROLES))) {
			x->giver_start = l->tok[first].start;
			x->giver_end = l->tok[giver_end - 1].end;
		}
		else if (!x->giver_end && lex_words_end(l, giver_end - 1, "nhà nước") && l->tok[first].caps == CAPS_FIRST) {
			x->giver_start = l->tok[first].start;
			x->giver_end = l->tok[giver_end - 1].end;
		}
	} else if (direct) {
		end = verb;
	} else {
		return true;
	}
	if (x->recipient_end || x->count)
		return true;
	end = before_adverbs(l, end, clause);
	end -= end > clause + 1 && l->tok[end - 1].symbol == ',';
	if (end > clause && l->tok[end - 1].symbol == ')') {
		size_t open = end - 1;

		while (open > clause && l->tok[open].symbol != '(')
			open--;
		end = open > clause ? open : end;
	}
	size_t g = award_groups_upto(a, end);
	const struct award_group *group = g && a->group[g - 1].start >= clause ? &a->group[g - 1] : NULL;

	if (group && group->end == end) {
		award_set_group(l, x, group);
		/* "Phòng Cảnh sát hình sự và 02 cá nhân được ..." */
		size_t with = group->start > clause + 1 && award_and(l, group->start - 1) ? unit_from(&a->units, clause) : a->units.n;

		while (with < a->units.n && a->units.found[with].last + 2 < group->start)
			with++;
		if (with < a->units.n && a->units.found[with].last + 2 == group->start) {
			x->recipient_start = l->tok[a->units.found[with].first].start;
			x->recipient_end = l->tok[group->end - 1].end;
			x->count = 0;
			return false;
		}
		return true;
	}
	/* "Xã Hòa Tiến được ..." */
	size_t place = end;

	while (place > clause && end - place < 4 && l->tok[place - 1].symbol == SYM_WORD && l->tok[place - 1].caps == CAPS_FIRST && !unit_covers(&a->units, place - 1) && !lex_is(&l->tok[place - 1], CLASS_LEVELS))
		place--;
	size_t u = unit_from(&a->units, clause);

	while (u < a->units.n && a->units.found[u].last + 1 < end)
		u++;
	const struct unit *unit = u < a->units.n && a->units.found[u].last + 1 == end ? &a->units.found[u] : NULL;

	/* "3 đơn vị thuộc Viện Kiểm sát nhân dân tỉnh được ..." */
	bool of_unit = group && unit && group->end < unit->first;

	for (size_t i = group ? group->end : 0; of_unit && i < unit->first; i++)
		of_unit = l->tok[i].symbol >= SYM_WORD || l->tok[i].symbol == SYM_DASH;
	if (of_unit) {
		award_set_group(l, x, group);
		return true;
	}
	/* "Thiếu tá A, cán bộ Đội ... được", "em B, học sinh Trường ... được": whose unit it is */
	size_t who = unit ? named_before_unit(a, unit->first, clause) : 0;

	if (who) {
		x->recipient_start = l->tok[name_before(a, who, clause)].start;
		x->recipient_end = l->tok[who - 1].end;
		return false;
	}
	if (unit && unit->first > clause && under(l, unit->first - 1)) {
		x->unsure = true;
		return false;
	}
	if (unit && before_offices(a, end, clause) == end && !(unit->first > clause && lex_is(&l->tok[unit->first - 1], CLASS_ROLES)) && !(group && told_of(l, group->end, end))) {
		size_t first_of = u;

		/* "Công ty A, Công ty B và Công ty C được tặng" */
		while (first_of && a->units.found[first_of - 1].first >= clause && a->units.found[first_of - 1].last + 2 == a->units.found[first_of].first &&
		       (award_and(l, a->units.found[first_of].first - 1) || (first_of < u && l->tok[a->units.found[first_of].first - 1].symbol == ',')))
			first_of--;
		x->recipient_start = l->tok[a->units.found[first_of].first].start;
		x->recipient_end = l->tok[unit->last].end;
		return false;
	}
	if (place < end && place > clause && lex_is(&l->tok[place - 1], CLASS_LEVELS) && (place == clause + 1 || (l->tok[place - 2].symbol == ',' && place > 2 && l->tok[place - 3].symbol == SYM_NUMBER))) {
		x->recipient_start = l->tok[place - 1].start;
		x->recipient_end = l->tok[end - 1].end;
		return false;
	}
	size_t noun = uncounted_before(l, end, clause), named = name_before(a, before_offices(a, end, clause), clause);

	if (noun < end) {
		x->recipient_start = l->tok[noun].start;
		x->recipient_end = l->tok[end - 1].end;
		return false;
	}
	if (named < before_offices(a, end, clause)) {
		/* of several who are named so, none alone */
		size_t before = named;

		while (before > clause && lex_is(&l->tok[before - 1], CLASS_HONORIFICS))
			before--;
		while (before > clause && (unit_covers(&a->units, before - 1) || lex_any(&l->tok[before - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS))))
			before--;
		if (before > clause && award_and(l, before - 1)) {
			x->unsure = true;
			return false;
		}
		x->recipient_start = l->tok[named].start;
		x->recipient_end = l->tok[before_offices(a, end, clause) - 1].end;
		return false;
	}
	/* "5 tập thể, gồm Sở A, Sở B được tặng": who they are is told */
	return group && !another_between(a, group->end, end);
}
