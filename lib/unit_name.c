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

/* Is token t of the name of a place: "Bắc Giang", "huyện Cẩm Khê", "Tây Nguyên"? */
static bool of_place(const struct lex *l, size_t first, size_t t)
{
	static const char *const sides[] = { "đông", "tây", "nam", "bắc", "trung" }, *const ends[] = { "nguyên", "bộ", "bắc", "nam" };

	if ((LEX_ONE_OF(l, t, sides) && LEX_ONE_OF(l, t + 1, ends)) || (t && LEX_ONE_OF(l, t - 1, sides) && LEX_ONE_OF(l, t, ends)))
		return true;
	if (lex_any(&l->tok[t], LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_PLACES_NAMED) | LEX_BIT(CLASS_LEVELS_TOP)))
		return true;
	for (size_t i = t; i > first + 1 && t - i < 3 && l->tok[i - 1].symbol == SYM_WORD; i--)
		if (lex_is(&l->tok[i - 1], CLASS_LEVELS))
			return !lex_is(&l->tok[i - 2], CLASS_PLURALS);
	return false;
}

/* Token t of a name in capitals from token first on, as it is written otherwise: "NỘI VỤ" is
 * "Nội vụ", "TỈNH" is "tỉnh" and "VÀ" is "và", and so is what describes the members of a
 * cluster; the first word of all has its capital from elsewhere. */
static void restore(struct str *out, const struct lex *l, size_t first, size_t t)
{
	const unsigned long small = LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP) | LEX_BIT(CLASS_CONNECTORS) | LEX_BIT(CLASS_PLURALS) |
				    LEX_BIT(CLASS_NUMBER_WORDS) | LEX_BIT(CLASS_NAME_WORDS) | LEX_BIT(CLASS_NOT_UNITS) | LEX_BIT(CLASS_GROUPS);
	const struct token *k = &l->tok[t];
	struct view as_listed = lex_spelling(k), v = lex_text(l, t, t);
	/* "các sở, ngành" */
	bool plural = t && lex_is(k, CLASS_UNIT_FIELD) && lex_is(&l->tok[t - 1], CLASS_PLURALS);

	if (as_listed.len)
		str_add(out, as_listed.p, as_listed.len);
	else if (plural || lex_any(k, small) || (lex_is(&l->tok[first], CLASS_UNIT_CLUSTER) && !lex_unit_word(k) && !of_place(l, first, t)))
		str_add(out, l->key.p + k->start, k->end - k->start);
	else
		text_title(out, v);
}

/* Does the value of token t begin with its text, and the next token go on with the value? */
static bool goes_on_as_written(const struct lex *l, size_t t, size_t last, struct view v)
{
	struct view own = lex_text(l, t, t), next;

	if (t == last || l->tok[t + 1].symbol != SYM_WORD || v.len <= own.len + 1 || memcmp(v.p, own.p, own.len))
		return false;
	next = lex_text(l, t + 1, t + 1);
	return v.len > own.len + next.len && !memcmp(v.p + own.len + 1, next.p, next.len);
}

/* Append what the tokens are written out; begins: they begin a name. */
static void add_name(struct str *out, const struct lex *l, size_t first, size_t last, bool begins)
{
	enum { SHORT = 4 }; /* tokens of "(PT-TH)" up to its end */
	struct str raw = { 0 };
	bool caps = last > first || !lex_one_word(l, first);

	for (size_t t = first; t <= last; t++)
		if (l->tok[t].symbol >= SYM_WORD && l->tok[t].caps != CAPS_ALL)
			caps = false;
	for (size_t t = first; t <= last; t++) {
		/* the short form in brackets is no part of the full name */
		for (size_t close = t + 2; l->tok[t].symbol == '(' && close < last && close <= t + SHORT; close++)
			if (l->tok[close].symbol == ')')
				t = close + 1;
		const struct lex_sense *s = written_out(&l->tok[t]);

		/* "TP.Vinh": what was written out needs a space */
		if (t > first && (l->tok[t].start > l->tok[t - 1].end || (l->text.p[l->tok[t].start - 1] == '.' && written_out(&l->tok[t - 1]))))
			str_ch(&raw, ' ');
		struct view v = lex_value(l, &l->tok[t], s);

		/* "Tổng Liên đoàn (LĐLĐ) Việt Nam": what the full name has more stands there */
		if (s && goes_on_as_written(l, t, last, v))
			v = lex_text(l, t, t);

		/* "Tập đoàn TKV": what the full name begins with was said */
		static const char *const firms[] = { "Tập đoàn", "Tổng công ty", "Tổng Công ty", "Công ty" };

		for (size_t i = 0; s && t == first + 1 && i < sizeof firms / sizeof *firms; i++) {
			size_t n = strlen(firms[i]);

			if (raw.len == n + 1 && !memcmp(raw.p, firms[i], n) && (view_has(v, 0, "Tập đoàn ") || view_has(v, 0, "Tổng công ty ")))
				raw.len = 0;
		}

		/* "VCCI Việt Nam": what the full name ends with stands behind it as well */
		if (s && t < last && l->tok[t + 1].symbol == SYM_WORD) {
			struct view next = lex_text(l, t + 1, t + 1);

			if (v.len > next.len && v.p[v.len - next.len - 1] == ' ' && !memcmp(v.p + v.len - next.len, next.p, next.len))
				v.len -= next.len + 1;
		}

		/* "UBND TP Hà Nội": the level is a part of the name, the province's own has none */
		if ((t > first || !begins) && s && lex_is(&l->tok[t], CLASS_PROVINCES) && l->key.p[l->tok[t].start] == 't' && l->key.p[l->tok[t].start + 1] == 'p' &&
		    v.len && strncmp(v.p, "Thành", 5))
			str_add(&raw, "thành phố ", strlen("thành phố "));
		if (caps && !s)
			restore(&raw, l, first, t);
		else
			str_add(&raw, v.p, v.len);
	}
	if (raw.len && begins)
		text_capital(raw.p, raw.len);
	text_canon(out, str_view(&raw));
	str_free(&raw);
}

void unit_name(struct str *out, const struct lex *l, size_t first, size_t last)
{
	add_name(out, l, first, last, true);
}

bool unit_city(const struct token *k)
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
		if (lex_word(l, x->level, "thành phố trực thuộc trung ương"))
			v = VIEW("thành phố");
		if (unit_city(&l->tok[from]))
			v = VIEW("thành phố");
		if (!unit_city(&l->tok[from]) || strncmp(lex_value(l, &l->tok[from], written_out(&l->tok[from])).p, "Thành", strlen("Thành"))) {
			str_add(out, v.p, v.len);
			text_key(out->p + at, (struct view){ out->p + at, v.len });
			str_ch(out, ' ');
		}
	}
	unit_name(out, l, from, x->last);
	if (x->place != UNIT_OWN_HEAD) {
		str_ch(out, ' ');
		add_name(out, l, x->place, x->place_last, false);
	}
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
