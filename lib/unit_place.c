#include "unit_parts.h"

/* What stands once, behind the last of several, and is of all of them: RULES of names,
 * "shared tails". The text of each stays as it is written; its name has the place. */

/* A committee of the party is named by the level that it is of, without saying it again. */
static const struct committee {
	const char *name, *level, *other;
} committees[] = {
	{ "tỉnh ủy", "tỉnh", "tỉnh" }, { "thành ủy", "thành phố", "tp" }, { "huyện ủy", "huyện", "huyện" },
	{ "quận ủy", "quận", "quận" }, { "thị ủy", "thị xã", "tx" },
};
enum { COMMITTEES = sizeof committees / sizeof *committees };

/* The token at which the place of a unit begins, which goes on to its end: "huyện Anh Sơn",
 * "tỉnh"; last + 1 for none. */
static size_t place_of(const struct lex *l, const struct unit *x)
{
	if (x->place != UNIT_OWN_HEAD)
		return x->place;
	for (size_t t = x->first + 1; t <= x->last; t++) {
		if (t == x->last && unit_city(&l->tok[t]) && (lex_key_at(l, l->tok[t].start, "tp") || lex_key_at(l, l->tok[t].start, "thành phố ")))
			return t;
		if (l->tok[t].symbol == SYM_WORD && (lex_is(&l->tok[t], CLASS_LEVELS) || lex_has(&l->tok[t], CLASS_LEVELS_TOP, TAG_PROVINCE)) &&
		    !lex_is(&l->tok[t - 1], CLASS_PLURALS))
			return t;
	}
	return x->last + 1;
}

/* Is x of the place that token from begins? "Đảng ủy, UBND xã"; but in "Đảng ủy, Bộ CHQS tỉnh" the
 * committee is that of the command. */
static bool governs(const struct lex *l, const struct unit *x, size_t from)
{
	if (lex_words_end(l, x->last, "đảng ủy"))
		return lex_has(&l->tok[from], CLASS_LEVELS, TAG_COMMUNE);
	return lex_is(&l->tok[x->last], CLASS_UNIT_PLACE);
}

/* Give x, which has no place of its own, that of tokens from..last. */
static void share(const struct lex *l, struct unit *x, size_t from, size_t last)
{
	for (size_t i = 0; i < COMMITTEES; i++) {
		const struct committee *c = &committees[i];

		if (!lex_words_end(l, x->last, c->name))
			continue;
		if (from == last || !(lex_word(l, from, c->level) || lex_key_at(l, l->tok[from].start, c->other)))
			return;
		x->place = from + 1;
		x->place_last = last;
		return;
	}
	if (!governs(l, x, from))
		return;
	x->place = from;
	x->place_last = last;
}

void unit_places(struct units *u)
{
	const struct lex *l = &u->lex;
	size_t from = 0, last = 0; /* the place of the units behind, where there is one */

	for (size_t i = u->n; i-- > 0;) {
		struct unit *x = &u->found[i];
		const struct unit *next = i + 1 < u->n ? x + 1 : NULL;
		const struct token *mark = &l->tok[x->last + 1];
		/* "Bộ Tư lệnh và UBND tỉnh": the command is of more than the province */
		bool listed = next && x->last + 2 == next->first && (x->kind != TAG_MILITARY || next->kind == TAG_MILITARY) &&
			      (mark->symbol == ',' || mark->symbol == SYM_DASH || mark->symbol == SYM_GLUE || lex_has(mark, CLASS_CONNECTORS, TAG_AND));
		size_t own = place_of(l, x);

		if (!listed || next->cluster || next->head != UNIT_OWN_HEAD)
			from = 0;
		if (from && own > x->last && x->head == UNIT_OWN_HEAD && !x->cluster) {
			share(l, x, from, last);
		} else {
			from = own <= x->last ? own : 0;
			last = x->last;
		}
	}
}
