#include "rule.h"

#include <string.h>

#include "err.h"

static const struct {
	const char *name;
	const char *symbols;
} marks[] = {
	{ "number", "#" }, { "roman", "$" }, { "dash", "-=" }, { "quote", "\"" }, { "comma", "," },
	{ "slash", "/" },  { "left", "(" },  { "right", ")" },  { "colon", ":" },   { "point", "." },
};

/* Add the symbols that one name stands for to set, or take them out. */
static void name_symbols(const char *name, size_t len, bool *set)
{
	int from = CAPS_LOW, to = CAPS_ALL;
	bool on = true;

	for (; len && strchr("^_!", *name); name++, len--) {
		if (*name == '^')
			from = CAPS_FIRST;
		else if (*name == '_')
			to = CAPS_LOW;
		else
			on = false;
	}
	struct view n = { name, len };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (!view_is(n, marks[i].name))
			continue;
		for (const char *s = marks[i].symbols; *s; s++)
			set[strchr(lex_marks, *s) - lex_marks + 1] = on;
		return;
	}
	int class = -1;
	bool any = true, plain = false;

	if (view_is(n, "cap"))
		from = CAPS_FIRST;
	else if (view_is(n, "low"))
		to = CAPS_LOW;
	else if (view_is(n, "caps"))
		from = CAPS_ALL;
	else if (view_is(n, "plain"))
		plain = true;
	else if (!view_is(n, "word"))
		any = false;
	for (int c = 0; !any && c < WORDS_CLASSES; c++)
		if (view_is(n, lex_class_name(c)))
			class = c;
	if (!any && class < 0)
		die("rule: no list is called <%.*s>", (int)len, name);
	for (int s = 0; s <= (plain ? 0 : WORDS_SETS); s++)
		for (int caps = from; caps <= to; caps++)
			if (any || (s && lex_words.set[s] >> class & 1))
				set[CODE_WORD + 3 * s + caps] = on;
}

static void add_byte(struct str *p, int byte)
{
	if (byte && strchr("\\]^-[", byte))
		str_ch(p, '\\');
	str_ch(p, (char)byte);
}

static void add_class(struct str *p, const bool *set)
{
	str_ch(p, '[');
	for (int s = 0; s < 256; s++) {
		int end = s;

		if (!set[s])
			continue;
		while (end < 255 && set[end + 1])
			end++;
		add_byte(p, s);
		if (end > s) {
			str_ch(p, '-');
			add_byte(p, end);
		}
		s = end;
	}
	str_ch(p, ']');
}

static void compile(struct rule *r)
{
	_Static_assert(CODE_WORD + 3 * WORDS_SETS + CAPS_ALL < 256, "too many sets of classes for one byte");
	struct str *p = &r->pattern;

	for (const char *t = r->text; *t;) {
		/* (?<name> opens a named group: its angle brackets are not ours */
		if (!strncmp(t, "(?<", 3)) {
			const char *end = strchr(t, '>');

			str_add(p, t, (size_t)(end - t) + 1);
			t = end + 1;
		} else if (*t == '<') {
			bool set[256] = { false };
			const char *end = strchr(t, '>');

			for (t++; t < end;) {
				size_t n = strcspn(t, "|> ");

				if (n)
					name_symbols(t, n, set);
				t += n + (t[n] != '>');
			}
			add_class(p, set);
			t = end + 1;
		} else {
			if (*t != ' ' && *t != '\n' && *t != '\t')
				str_ch(p, *t);
			t++;
		}
	}
	str_ch(p, '\0');
	r->rx.pattern = p->p;
}

enum rx_answer rule_at(struct rule *r, const struct lex *l, size_t at, struct rx_match *m)
{
	if (!r->pattern.p)
		compile(r);
	return rx_at(&r->rx, (struct view){ l->codes.p, l->codes.len }, at, m);
}

void rule_free(struct rule *r)
{
	rx_free(&r->rx);
	str_free(&r->pattern);
}
