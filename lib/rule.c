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
		if (*marks[i].name != *name || !view_is(n, marks[i].name))
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
	for (int c = 0; !any && class < 0 && c < WORDS_CLASSES; c++)
		if (*lex_class_name(c) == *name && view_is(n, lex_class_name(c)))
			class = c;
	if (!any && class < 0)
		die("rule: no list is called <%.*s>", (int)len, name);
	if (plain) {
		for (int caps = from; caps <= to; caps++)
			set[lex_code(caps, 0)] = on;
	} else if (any) {
		memset(set + lex_code(from, 0), on, (size_t)((to - from + 1) * CODE_SETS));
	} else {
		size_t sets;
		const unsigned char *in = lex_sets_with(class, &sets);

		for (size_t k = 0; k < sets; k++)
			for (int caps = from; caps <= to; caps++)
				set[lex_code(caps, in[k])] = on;
	}
}

static void add_byte(struct str *p, int byte)
{
	if (byte && strchr("\\]^-[", byte))
		str_ch(p, '\\');
	str_ch(p, (char)byte);
}

/* The class for the names of len bytes, without their angle brackets. */
static void add_class(struct str *p, const char *names, size_t len)
{
	bool set[CODES + 1] = { false };

	for (const char *t = names, *end = names + len; t < end; t++) {
		size_t n = strcspn(t, "|> ");

		if (n)
			name_symbols(t, n, set);
		t += n;
	}
	size_t members = 0;

	for (int s = 0; s < CODES; s++)
		members += set[s];
	/* what is translated is the shorter of the set and of all the others (0 is no symbol) */
	bool listed = members <= CODES / 2;

	set[CODES] = !listed;
	str_add(p, "[^", 2 - (size_t)listed);
	for (int s = 1; s < CODES; s++) {
		int end = s;

		while (set[end] == listed)
			end++;
		if (end == s)
			continue;
		add_byte(p, s);
		if (end > s + 1) {
			str_ch(p, '-');
			add_byte(p, end - 1);
		}
		s = end;
	}
	str_ch(p, ']');
}

void rule_translate(struct rule *r)
{
	_Static_assert(CODES <= 256, "too many sets of classes for one byte");
	/* the same names stand many times in a rule, and cost most of what a small page costs */
	enum { SEEN = 64 };
	struct seen {
		const char *names;
		size_t len, at, n;
	} seen[SEEN];
	size_t known = 0;
	struct str *p = &r->pattern;

	for (const char *t = r->text, *end; *t; t = end) {
		/* (?<name> opens a named group: its angle brackets are not ours; (?<! looks behind */
		if (!strncmp(t, "(?<!", 4)) {
			end = t + 4;
			str_add(p, t, 4);
		} else if (!strncmp(t, "(?<", 3)) {
			end = strchr(t, '>') + 1;
			str_add(p, t, (size_t)(end - t));
		} else if (*t == '<') {
			size_t len = strcspn(++t, ">"), i = 0, at = p->len;

			while (i < known && (seen[i].len != len || memcmp(seen[i].names, t, len) != 0))
				i++;
			if (i < known) {
				str_reserve(p, seen[i].n);
				str_add(p, p->p + seen[i].at, seen[i].n);
			} else {
				add_class(p, t, len);
				if (known < SEEN)
					seen[known++] = (struct seen){ t, len, at, p->len - at };
			}
			end = t + len + 1;
		} else {
			end = t + 1 + strcspn(t + 1, " \n\t<(");
			if (*t == ' ' || *t == '\n' || *t == '\t')
				t++;
			str_add(p, t, (size_t)(end - t));
		}
	}
	str_ch(p, '\0');
	r->rx.pattern = p->p;
}

enum rx_answer rule_at(struct rule *r, const struct lex *l, size_t at, struct rx_match *m)
{
	if (!r->rx.code && !r->pattern.p && !rx_built(&r->rx, r->text))
		rule_translate(r);
	return rx_at(&r->rx, (struct view){ l->codes.p, l->codes.len }, at, m);
}

void rule_free(struct rule *r)
{
	rx_free(&r->rx);
	str_free(&r->pattern);
}
