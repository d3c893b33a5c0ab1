#include "unit.h"

#include <string.h>

#include "text.h"

static const struct lex_sense *written_out(const struct token *t)
{
	if (!t->set)
		return NULL;
	static const int lists[] = { CLASS_UNIT_WHOLE, CLASS_UNIT_PLACE, CLASS_UNIT_HEAD, CLASS_SECTORS,
				     CLASS_PROVINCES, CLASS_UNIT_CLUSTER, CLASS_LEVELS, CLASS_LEVELS_TOP };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const struct lex_sense *s = lex_sense(t, lists[i]);

		if (s && s->value)
			return s;
	}
	return NULL;
}

void unit_name(struct str *out, const struct lex *l, size_t first, size_t last)
{
	struct str raw = { 0 };
	bool caps = last > first;

	for (size_t t = first; t <= last; t++)
		if (l->tok[t].symbol >= SYM_WORD && l->tok[t].caps != CAPS_ALL)
			caps = false;
	for (size_t t = first; t <= last; t++) {
		/* the short form in brackets is no part of the full name */
		if (l->tok[t].symbol == '(' && t + 2 < last && l->tok[t + 2].symbol == ')')
			t += 3;
		const struct lex_sense *s = written_out(&l->tok[t]);

		/* "TP.Vinh": what was written out needs a space */
		if (t > first && (l->tok[t].start > l->tok[t - 1].end || (l->text.p[l->tok[t].start - 1] == '.' && written_out(&l->tok[t - 1]))))
			str_ch(&raw, ' ');
		struct view v = lex_value(l, &l->tok[t], s);

		/* "UBND TP Hà Nội": the level is a part of the name, the province's own has none */
		if (t > first && s && lex_is(&l->tok[t], CLASS_PROVINCES) && l->key.p[l->tok[t].start] == 't' && l->key.p[l->tok[t].start + 1] == 'p' &&
		    v.len && strncmp(v.p, "Thành", 5))
			str_add(&raw, "thành phố ", strlen("thành phố "));
		if (caps && !s)
			text_title(&raw, v);
		else
			str_add(&raw, v.p, v.len);
	}
	if (raw.len)
		text_capital(raw.p, raw.len);
	text_canon(out, str_view(&raw));
	str_free(&raw);
}

/* A city that is no part of a province. */
static bool of_a_city(const struct token *k)
{
	const struct lex_sense *s = lex_sense(k, CLASS_PROVINCES);

	return s && (s->tag == TAG_VN_HN || s->tag == TAG_VN_SG || s->tag == TAG_VN_HP || s->tag == TAG_VN_DN || s->tag == TAG_VN_CT);
}

void unit_full_name(struct str *out, const struct lex *l, const struct unit *x)
{
	size_t from = x->first;

	if (x->head != UNIT_OWN_HEAD) {
		unit_name(out, l, x->head, x->head_last);
		str_ch(out, ' ');
	}
	if (x->level != UNIT_OWN_HEAD) {
		const struct token *k = &l->tok[x->level];
		struct view v = lex_value(l, k, written_out(k));
		size_t at = out->len;

		from += x->level == from;
		if (of_a_city(&l->tok[from]))
			v = VIEW("thành phố");
		if (!of_a_city(&l->tok[from]) || strncmp(lex_value(l, &l->tok[from], written_out(&l->tok[from])).p, "Thành", strlen("Thành"))) {
			str_add(out, v.p, v.len);
			text_key(out->p + at, (struct view){ out->p + at, v.len });
			str_ch(out, ' ');
		}
	}
	unit_name(out, l, from, x->last);
}

bool place_at(const struct units *u, size_t t, struct place *p)
{
	const struct lex *l = &u->lex;
	const struct token *k = &l->tok[t];
	const struct lex_sense *s = lex_sense(k, CLASS_PROVINCES), *now;

	if (!s || k->caps == CAPS_LOW)
		return false;
	now = lex_sense(k, CLASS_PROVINCES_2025);
	/* "Nguyễn Thái Bình", "Bình Dương Nguyên": the middle or the end of another name */
	if (!unit_covers(u, t)) {
		if (t && l->tok[t - 1].symbol >= SYM_WORD && l->tok[t - 1].caps != CAPS_LOW &&
		    !lex_is(&l->tok[t - 1], CLASS_LEVELS) && !lex_is(&l->tok[t - 1], CLASS_LEVELS_TOP))
			return false;
		if (unit_quoted(u, t))
			return false;
	}
	/* A commune or a district can bear the name of a province. */
	if (t && (lex_has(&l->tok[t - 1], CLASS_LEVELS, TAG_COMMUNE) ||
		  lex_has(&l->tok[t - 1], CLASS_LEVELS, TAG_DISTRICT)))
		return false;
	p->start = k->start;
	p->end = k->end;
	p->name = lex_value(l, k, s);
	p->now = now ? lex_value(l, k, now) : (struct view){ "", 0 };
	p->code = lex_tag_name(s->tag);
	return true;
}
