#include "person_parts.h"

#include <string.h>

/* Offices that are said of several: "hai Phó Chủ tịch: A, B". */

/* "hai Phó Chủ tịch", "và 02 Thứ trưởng": is the office at token first said to be of several? */
bool office_counted(const struct lex *l, size_t first)
{
	static const char *const numbers[] = { "hai", "ba", "bốn" };
	const struct token *n = first ? &l->tok[first - 1] : NULL;

	if (!n)
		return false;
	if (n->symbol != SYM_NUMBER)
		return LEX_ONE_OF(l, first - 1, numbers);
	if (n->end - n->start > 2 || l->text.p[n->end - 1] <= '1')
		return false;
	/* "Cụm số 3 Cụm trưởng là": no number of them */
	return first < 2 || l->tok[first - 2].symbol == ',' || l->tok[first - 2].symbol == ':' || lex_is(&l->tok[first - 2], CLASS_VERBS) || lex_word(l, first - 2, "có") || lex_word(l, first - 2, "và") ||
	       l->tok[first - 2].symbol == ';';
}

/* "Phó Tổng Giám đốc Tập đoàn: A, B và C", "nguyên Chủ tịch Quốc hội: A, B": do several names stand
 * behind the colon at token t, behind an office at token first that several can hold at a time? */
bool office_of_row(struct people *p, size_t first, size_t t)
{
	static const char *const many[] = { "phó", "nguyên", "thứ trưởng", "ủy viên", "uỷ viên" };
	const struct lex *l = &p->units.lex;
	bool fine = true;
	size_t n = 0;

	if (!is_mark(l, t, ':') || !LEX_BEGINS_ONE_OF(l, first, many))
		return false;
	for (size_t k = t + 1; k < l->n;) {
		while (k < l->n && lex_is(&l->tok[k], CLASS_HONORIFICS))
			k++;
		size_t last = person_name_at(p, k, false, &fine);

		if (!last || ++n > 1)
			break;
		k = last + 1;
		if (!is_mark(l, k, ',') && !(k < l->n && lex_has(&l->tok[k], CLASS_CONNECTORS, TAG_AND)))
			break;
		k++;
	}
	return n > 1;
}

/* "Hai phó giám đốc là ông A và bà B": do those named behind "là", at token t, share the
 * office that begins at token first? Not where another one is told so as well. */
bool office_shared_by(const struct lex *l, size_t first, size_t t)
{
	enum { REACH = 60 };
	const struct token *next = t + 1 < l->n ? &l->tok[t + 1] : NULL;

	if (!next || !lex_word(l, t, "là") || !lex_any(next, LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_SURNAMES)) ||
	    next->symbol != SYM_WORD || !(lex_is(&l->tok[first - (first > 0)], CLASS_PLURALS) || office_counted(l, first)))
		return false;
	for (size_t k = t + 1; k < l->n && k - t < REACH && l->tok[k].symbol != '.' && l->tok[k].symbol != ';' && !(l->tok[k].symbol == ',' && k + 1 < l->n && lex_unit_word(&l->tok[k + 1])); k++)
		if (lex_word(l, k, "là") || (lex_is(&l->tok[k], CLASS_ROLES) && !lex_is(&l->tok[k], CLASS_HONORIFICS)))
			return false;
	return true;
}

/* "các đồng chí A và B giữ chức Phó Chủ tịch": the offices from first on that the person me takes
 * are also of those whom nothing but a comma or "và" parts from it, and who have none. */
void office_share_held(struct people *p, size_t me, size_t first)
{
	enum { REACH = 64 }; /* offices before these */
	const struct lex *l = &p->units.lex;
	size_t last = p->noffices;

	for (size_t k = me; k > 0; k--) {
		for (size_t t = p->found[k - 1].last + 1; t < p->found[k].first; t++)
			if (!is_mark(l, t, ',') && !lex_has(&l->tok[t], CLASS_CONNECTORS, TAG_AND) && !lex_is(&l->tok[t], CLASS_HONORIFICS))
				return;
		for (size_t i = first > REACH ? first - REACH : 0; i < last; i++)
			if (p->office[i].person == k - 1)
				return;
		for (size_t i = first; i < last; i++) {
			struct office o = p->office[i];

			office_add(p, &o, k - 1);
		}
	}
}

/* "ông A và ông B được bầu giữ chức ...": are those named before token t chosen for it together?
 * "ông A và ông B là ..." tells of B. */
bool office_chosen_at(const struct lex *l, size_t t)
{
	static const char *const words[] = { "được bầu", "được bổ nhiệm", "được tái", "trúng cử", "tái cử", "tái đắc cử", "đã được bầu", "vừa được bầu" };

	return LEX_BEGINS_ONE_OF(l, t, words);
}
