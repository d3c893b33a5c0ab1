#include "unit_parts.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "err.h"
#include "names.h"
#include "text.h"

/* Short forms that a document introduces: "Thanh tra Chính phủ (TTCP)". */

enum { SHORTEST = 3, LONGEST = 12, MOST = 256 /* in a document */ };

/* Does the text hold a bracket with nothing but one word in it? Cheap, and may say yes of others. */
static bool may_tell(struct view text)
{
	for (size_t i = 0; i + SHORTEST < text.len; i++) {
		const char *open = memchr(text.p + i, '(', text.len - i);

		if (!open)
			return false;
		i = (size_t)(open - text.p);
		for (size_t k = i + 1; k < text.len && k - i <= 2 * LONGEST; k++) {
			unsigned char c = (unsigned char)text.p[k];

			if (c == ')' && k - i > SHORTEST)
				return true;
			if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z' && k > i + 1) || c >= 0x80 || c == '&'))
				break;
		}
	}
	return false;
}

/* A letter without its marks, but for đ. */
static ucs4_t base(ucs4_t c)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	while (uc_canonical_decomposition(c, parts) > 0)
		c = parts[0];
	return c;
}

/* The bytes of name, a key, whose initials are the letters of brief, a key as well: of all
 * its words, or of the first; words that join others may have none. 0: they are not. */
static size_t spelled_by(struct view name, struct view brief)
{
	static const char *const joints[] = { "và ", "các ", "của " };
	size_t i = 0, k = 0, n, m;

	while (i < name.len && k < brief.len) {
		struct view rest = { name.p + i, name.len - i };
		bool joint = false;

		for (size_t w = 0; w < sizeof joints / sizeof *joints; w++)
			joint |= rest.len > strlen(joints[w]) && !memcmp(rest.p, joints[w], strlen(joints[w]));
		ucs4_t first = text_point(name, i, &n), letter = text_point(brief, k, &m);
		bool fits = first == letter || base(first) == base(letter);

		if (fits)
			k += m;
		else if (!joint && text_letter(name, i, &n) != LETTER_NONE)
			return 0;
		while (i < name.len && name.p[i] != ' ')
			i++;
		if (k == brief.len)
			return i;
		i += i < name.len;
	}
	return 0;
}

/* "Vinalines": a brand, in letters without marks. */
static bool brand(struct view word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!((word.p[i] >= 'a' && word.p[i] <= 'z') || (word.p[i] >= 'A' && word.p[i] <= 'Z')))
			return false;
	return word.len >= LEX_BRAND;
}

static void take(struct units *u, const struct unit *x, struct view brief, bool firm)
{
	struct str name = { 0 }, key = { 0 }, of = { 0 };

	unit_full_name(&name, &u->lex, x);
	str_reserve(&key, name.len + 1);
	text_key(key.p, str_view(&name));
	key.len = name.len;
	str_reserve(&of, brief.len + 1);
	text_key(of.p, brief);
	of.len = brief.len;
	size_t n = spelled_by(str_view(&key), str_view(&of));

	/* "Tổng cục Thống kê (TCTK) Việt Nam", but no half of "Cụm công nghiệp" */
	if (n && n + 1 < name.len && text_letter(str_view(&name), n + 1, &(size_t){ 0 }) != LETTER_UPPER)
		n = 0;
	/* a firm is called as it likes: "Tổng công ty Gas Petrolimex (PGC)" */
	if (!n && firm)
		n = name.len;
	if (n)
		names_add(u->learned, brief, view_of(lex_tag_name(x->kind)), (struct view){ name.p, n });
	str_free(&name);
	str_free(&key);
	str_free(&of);
}

void unit_begin(struct units *u)
{
	u->listing = false;
	if (u->learned)
		names_free(u->learned);
}

void unit_learn(struct units *u, enum kind kind, struct view text)
{
	const struct lex *l = &u->lex;

	if (kind == KIND_META || kind == KIND_CONTACT || !may_tell(text) || (u->learned && u->learned->n >= MOST))
		return;
	unit_find(u, kind, text);
	u->listing = false; /* the lines are read again */
	for (size_t i = 0; i < u->n && !(u->learned && u->learned->n >= MOST); i++) {
		struct unit x = u->found[i];

		/* "Bộ Tư lệnh Vùng Cảnh sát biển (BTLVCSB) 3" */
		if (x.last > x.first + 4 && l->tok[x.last].symbol == SYM_NUMBER && l->tok[x.last - 1].symbol == ')' && l->tok[x.last - 3].symbol == '(')
			x.last -= 4;
		size_t t = x.last + 1;

		if (t + 2 >= l->n || l->tok[t].symbol != '(' || l->tok[t + 2].symbol != ')' || l->tok[t + 1].symbol != SYM_WORD || lex_unit_word(&l->tok[t + 1]) ||
		    u->found[i].cluster)
			continue;
		struct view brief = lex_text(l, t + 1, t + 1);
		bool firm = x.kind == TAG_ENTERPRISE && !l->tok[t + 1].set;

		if (l->tok[t + 1].caps != CAPS_ALL && !(firm && brand(brief)))
			continue;

		if (text_points(brief) < SHORTEST || text_points(brief) > LONGEST)
			continue;
		if (!u->learned) {
			u->learned = xalloc(1, sizeof *u->learned);
			*u->learned = (struct lex_names){ 0 };
			u->lex.learned = u->learned;
		}
		take(u, &x, brief, firm);
	}
}
