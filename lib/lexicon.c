#include "lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "byte_table.h"
#include "err.h"
#include "text.h"

/* What a byte says of the character that it begins or goes on. Letters of which a
 * name is made begin with C3 to C6 or E1; of the characters that begin with C3 two
 * are none, and of the others a closer look tells. */
enum byte_kind { B_LOOK, B_SPACE, B_DIGIT, B_WORD, B_VIETNAMESE };
static const unsigned char byte_kind[256] = {
	[' '] = B_SPACE,
	BYTES8('0', B_DIGIT), BYTES2('8', B_DIGIT),
	BYTES8('A', B_WORD), BYTES8('I', B_WORD), BYTES8('Q', B_WORD), BYTES2('Y', B_WORD),
	BYTES8('a', B_WORD), BYTES8('i', B_WORD), BYTES8('q', B_WORD), BYTES2('y', B_WORD),
	BYTES8(0x80, B_WORD), BYTES8(0x88, B_WORD), BYTES4(0x90, B_WORD), BYTES2(0x94, B_WORD), [0x96] = B_WORD, /* not 97: × */
	BYTES8(0x98, B_WORD), BYTES8(0xa0, B_WORD), BYTES8(0xa8, B_WORD), BYTES4(0xb0, B_WORD), BYTES2(0xb4, B_WORD), [0xb6] = B_WORD, /* not b7: ÷ */
	BYTES8(0xb8, B_WORD), BYTES4(0xc3, B_WORD), [0xe1] = B_VIETNAMESE,
};

static enum byte_kind kind_at(struct view s, size_t at)
{
	return (enum byte_kind)byte_kind[(unsigned char)s.p[at]];
}

/* Does E1 at at begin a letter of the Vietnamese block? */
static bool vietnamese(struct view s, size_t at)
{
	return s.len - at > 2 && ((unsigned char)s.p[at + 1] & 0xfe) == 0xba;
}

static bool times_or_divided(struct view s, size_t at)
{
	return (unsigned char)s.p[at] == 0xc3 && at + 1 < s.len && ((unsigned char)s.p[at + 1] == 0x97 || (unsigned char)s.p[at + 1] == 0xb7);
}

/* Does a letter or a digit begin at at, where a character begins? */
static bool in_word(struct view s, size_t at)
{
	size_t n;

	if (at >= s.len)
		return false;
	switch (kind_at(s, at)) {
	case B_SPACE:
		return false;
	case B_DIGIT:
		return true;
	case B_WORD:
		return (unsigned char)s.p[at] < 0x80 || ((unsigned char)s.p[at] >= 0xc3 && at + 1 < s.len && !times_or_divided(s, at));
	case B_VIETNAMESE:
		if (vietnamese(s, at))
			return true;
		break;
	default:
		if ((unsigned char)s.p[at] < 0x80)
			return false;
	}
	return text_letter(s, at, &n) != LETTER_NONE;
}

/* "J.P.F", "H.A.N": is the capital with its stop at byte at one of several? */
static bool among_initials(struct view text, size_t at)
{
	const char *p = text.p + at;
	bool before = at > 1 && p[-1] == '.' && p[-2] >= 'A' && p[-2] <= 'Z' && (at == 2 || p[-3] == ' ' || p[-3] == '.');
	bool behind = at + 2 < text.len && p[2] >= 'A' && p[2] <= 'Z' && !in_word(text, at + 3);

	return before || behind;
}

static bool fits(const struct lex_table *t, unsigned entry, struct view text, size_t at, size_t len)
{
	size_t n;

	if (len == 2 && text.p[at + 1] == '.' && among_initials(text, at))
		return false;

	if (at + len < text.len && text.p[at + len] != ' ') { /* nearly always it is */
		/* "Ngoạ" has the key "ngọa": what ends with "ngọ" there ends within a letter of the text */
		if (((unsigned char)text.p[at + len] & 0xc0) == 0x80)
			return false;
		/* "TP.Vinh": behind its own full stop a short form has ended */
		if (t->end != LEX_ANYWHERE && in_word(text, at + len) && text.p[at + len - 1] != '.' && !(t->end == LEX_CAPITAL && text_letter(text, at + len, &n) == LETTER_UPPER))
			return false;
	}
	if (!t->entry[entry].exact)
		return true;
	const char *exact = lex_string(t, t->entry[entry].exact);

	return strlen(exact) == len && !memcmp(exact, text.p + at, len);
}

unsigned lex_match(const struct lex_table *t, struct view key, struct view text, size_t at, size_t *len)
{
	const struct lex_state *states = t->state;
	unsigned best = 0, s = 0, base = states[0].base;

	*len = 0;
	for (size_t i = at; i < key.len; i++) {
		unsigned char c = (unsigned char)key.p[i];
		unsigned next = (base >> 1) + c;

		if (states[next].check != s) {
			if (c == 1) /* the rest of a long dash */
				continue;
			return best;
		}
		s = next;
		base = states[s].base;
		if (!(base & LEX_ENDS))
			continue;
		while (i + 1 < key.len && key.p[i + 1] == 1)
			i++;
		if (states[s].term && fits(t, states[s].term, text, at, i + 1 - at)) {
			best = states[s].term;
			*len = i + 1 - at;
		}
		if (!states[s].only)
			continue;
		const unsigned char *r = t->rest + (base >> 1);

		for (i++; *r && i < key.len; i++)
			if (key.p[i] != 1 && (unsigned char)key.p[i] != *r++)
				return best;
		while (i < key.len && key.p[i] == 1)
			i++;
		if (!*r && fits(t, states[s].only, text, at, i - at)) {
			best = states[s].only;
			*len = i - at;
		}
		return best;
	}
	return best;
}

static bool roman(struct view w)
{
	if (w.len > 5)
		return false;
	for (size_t i = 0; i < w.len; i++)
		if (!strchr("IVXLC", w.p[i]))
			return false;
	return true;
}

static enum caps caps_of(struct view w)
{
	bool first = false, low = false;
	size_t letters = 0;
	/* "đồng chí", "ủy ban": a letter of two or three bytes that is small */
	if (w.len > 2 && (unsigned char)w.p[0] == 0xc4 && (w.p[1] & 1) && (unsigned char)w.p[1] <= 0xaf)
		return CAPS_LOW;
	if (w.len > 2 && (unsigned char)w.p[0] == 0xe1 && (unsigned char)w.p[1] == 0xbb && (w.p[2] & 1))
		return CAPS_LOW;

	/* Nearly every word has a plain small letter, and many begin with one. */
	if (!w.len || (w.p[0] >= 'a' && w.p[0] <= 'z'))
		return CAPS_LOW;
	if (w.len > 1 && w.p[0] >= 'A' && w.p[0] <= 'Z' && w.p[1] >= 'a' && w.p[1] <= 'z')
		return CAPS_FIRST;
	for (size_t i = 0; i < w.len && !low; i++)
		low = w.p[i] >= 'a' && w.p[i] <= 'z';
	if (low) {
		size_t n;

		return text_letter(w, 0, &n) == LETTER_UPPER ? CAPS_FIRST : CAPS_LOW;
	}
	for (size_t i = 0, n; i < w.len; i += n) {
		enum letter l = text_letter(w, i, &n);

		if (l == LETTER_NONE)
			continue;
		if (!letters++)
			first = l == LETTER_UPPER;
		if (l == LETTER_LOWER)
			low = true;
	}
	if (!first)
		return CAPS_LOW;
	return low || letters < 2 ? CAPS_FIRST : CAPS_ALL;
}

/* Does a word behind the first begin with a capital? */
static bool later_capital(struct view w)
{
	size_t n;

	for (size_t i = 1; i + 1 < w.len; i++)
		if (w.p[i] == ' ' && text_letter(w, i + 1, &n) == LETTER_UPPER)
			return true;
	return false;
}

static inline struct token *add(struct lex *l, size_t start, size_t end)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? l->cap * 2 : 256;
		l->tok = xgrow(l->tok, l->cap, sizeof *l->tok);
	}
	l->tok[l->n] = (struct token){ .start = start, .end = end };
	return &l->tok[l->n++];
}

static bool is_dash(struct view key, size_t at)
{
	return at < key.len && key.p[at] == '-';
}

/* Where the letters and digits end that go on at i, of a word that began at at. */
static size_t letters_end(struct view s, size_t at, size_t i)
{
	size_t n;

	while (i < s.len) {
		enum byte_kind k = kind_at(s, i);

		if (k == B_DIGIT || (k == B_WORD && i + 1 < s.len)) {
			i++;
		} else if (k == B_VIETNAMESE && vietnamese(s, i)) {
			i += 3;
		} else if (k == B_LOOK && ((unsigned char)s.p[i] & 0xc0) == 0x80) {
			if (i > at && times_or_divided(s, i - 1))
				return i - 1;
			i++;
		} else if (k != B_SPACE && (k == B_WORD || in_word(s, i))) {
			text_point(s, i, &n);
			i += n;
		} else {
			break;
		}
	}
	return i;
}

/* A word: letters and digits, or "T&T"; an apostrophe after the one capital that begins a
 * highland name goes on (H'Nghia, K’Brêm, Cư M'gar). */
static size_t word_end(struct view s, size_t at)
{
	size_t quote = 0, n;

	if (s.p[at] >= 'A' && s.p[at] <= 'Z' && at + 1 < s.len) {
		if (s.p[at + 1] == '\'')
			quote = 1;
		else if (s.len - at > 3 && !memcmp(s.p + at + 1, "\xe2\x80\x99", 3))
			quote = 3;
	}
	if (!quote) {
		size_t end = letters_end(s, at, at);

		/* "T&T", "H&T": names of firms, of plain letters; what the lists know is found before */
		if (end == at + 1 && end + 1 < s.len && s.p[end] == '&' && s.p[at] >= 'A' && s.p[at] <= 'Z' && s.p[end + 1] >= 'A' && s.p[end + 1] <= 'Z')
			end = letters_end(s, at, end + 1);
		return end;
	}
	if (in_word(s, at + 1 + quote))
		return letters_end(s, at, at + 1 + quote);
	if ((s.p[at] == 'H' || s.p[at] == 'K') && at + quote + 2 < s.len && s.p[at + 1 + quote] == ' ' &&
	    text_letter(s, at + quote + 2, &n) == LETTER_UPPER)
		return at + 1 + quote; /* "K' Mák" */
	return at + 1;
}

/* "giữ chức Vụ trưởng": a verb ends before a capital. What the lists have of it without its last
 * word, or 0, and through *len its bytes; or whole, which has *len. */
static unsigned before_capital(const struct lex *l, size_t i, unsigned whole, size_t *len)
{
	size_t at = i + *len, n;

	while (at > i && l->text.p[at - 1] != ' ')
		at--;
	if (at == i || text_letter(l->text, at, &n) != LETTER_UPPER || text_letter(l->text, i, &n) != LETTER_LOWER)
		return whole;
	struct view key = { l->key.p, at - 1 };
	return lex_match(&lex_words, key, l->text, i, len);
}

/* "Chủ tịch UBND tỉnh Đoàn Thị Hiền": the youth union of a province is written
 * "Tỉnh đoàn" or small; a capital in the second word alone begins a name. */
static bool two_words(struct view s, size_t at, size_t len)
{
	static const char *const firsts[] = { "tỉnh ", "huyện ", "thành ", "xã ", "thị ", "quận " };
	static const char second[] = "Đoàn";
	size_t n;

	/* most phrases end otherwise */
	if (len < sizeof second || s.p[at + len - 1] != 'n' || (unsigned char)s.p[at + len - 2] != 0xa0)
		return false;
	if (at + len + 1 >= s.len || s.p[at + len] != ' ' || text_letter(s, at + len + 1, &n) != LETTER_UPPER)
		return false;
	for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
		size_t f = strlen(firsts[i]);

		if (len == f + sizeof second - 1 && !memcmp(s.p + at, firsts[i], f) && !memcmp(s.p + at + f, second, sizeof second - 1))
			return true;
	}
	return false;
}

static uint8_t mark(struct view s, struct view key, size_t at, size_t *n)
{
	uint32_t c = text_point(s, at, n);

	if (is_dash(key, at)) {
		bool glued = at && in_word(s, at - 1 - (at > 1 && (s.p[at - 1] & 0xc0) == 0x80) -
						     (at > 2 && (s.p[at - 1] & 0xc0) == 0x80 &&
						      (s.p[at - 2] & 0xc0) == 0x80)) &&
			     in_word(s, at + *n);

		return glued ? SYM_GLUE : SYM_DASH;
	}
	switch (c) {
	case ',': case ';': case ':': case '.': case '(': case ')': case '/': case '&': case '!':
		return (uint8_t)c;
	case 0x2026:
		return '.';
	case '|': /* the cells of a table */
		return ',';
	case '[':
		return SYM_OPEN;
	case ']':
		return SYM_CLOSE;
	case '"': case 0x201c: case 0x201d: case 0x201e: case 0xab: case 0xbb:
		return SYM_QUOTE;
	default:
		return SYM_OTHER;
	}
}

const char lex_marks[] = "#$-=\"<>?,;:.()/&!";

static char code_of(const struct token *t)
{
	_Static_assert(sizeof lex_marks <= CODE_WORD, "marks and words meet");
	static const char code[128] = {
		['#'] = 1, ['$'] = 2, ['-'] = 3, ['='] = 4, ['"'] = 5, ['<'] = 6, ['>'] = 7, ['?'] = 8, [','] = 9,
		[';'] = 10, [':'] = 11, ['.'] = 12, ['('] = 13, [')'] = 14, ['/'] = 15, ['&'] = 16, ['!'] = 17,
	};

	if (t->symbol == SYM_WORD)
		return (char)lex_code(t->caps, t->entry ? lex_words.entry[t->entry].set : 0);
	return code[t->symbol & 127];
}

/* Is what comes next an item of a list that a plural heads: "các sở: Nội vụ, Tài chính, "? */
static bool listed(const struct lex *l)
{
	enum { REACH = 200 }; /* tokens */

	for (size_t t = l->n; t > 0 && l->n - t < REACH; t--) {
		const struct token *k = &l->tok[t - 1];

		if (lex_is(k, CLASS_PLURALS))
			return true;
		if (k->symbol != ',' && k->symbol != ';' && k->symbol != ':' && !lex_any(k, LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_CONNECTORS) | LEX_UNIT_HEADS))
			return false;
	}
	return false;
}

/* "các sở Tài chính, Kế hoạch và Đầu tư", "các ban Tổ chức, Tuyên giáo": a field of work that
 * may be written with a comma for its dash is two in such a list, but for one whose "và" says
 * where it ends. The entry up to the comma and, through *len, its bytes; or whole, which has *len. */
static unsigned up_to_comma(const struct lex *l, size_t i, unsigned whole, size_t *len)
{
	const unsigned long fields = LEX_BIT(CLASS_SECTORS) | LEX_UNIT_HEADS;
	struct view key = { l->key.p, i + *len }, said = { key.p + i, *len };
	const char *comma = memchr(said.p, ',', said.len);
	size_t n;

	if (!comma || !(lex_words.set[lex_words.entry[whole].set] & fields) || view_find(said, 0, " và ") < said.len || !listed(l))
		return whole;
	key.len = (size_t)(comma - key.p);
	unsigned part = lex_match(&lex_words, key, l->text, i, &n);

	if (!part || i + n < key.len || !(lex_words.set[lex_words.entry[part].set] & fields))
		return whole;
	*len = n;
	return part;
}

/* The word at i as a token; where it ends. */
static size_t add_word(struct lex *l, size_t i)
{
	struct view s = l->text, key = { l->key.p, s.len };
	size_t len, own = 0, row, more;
	unsigned entry = lex_match(&lex_words, key, s, i, &len);

	if (entry && two_words(s, i, len)) {
		struct view first = { key.p, i + (size_t)((const char *)memchr(s.p + i, ' ', len) - (s.p + i)) };

		entry = lex_match(&lex_words, first, s, i, &len);
	}
	if (entry)
		entry = up_to_comma(l, i, entry, &len);
	if (entry && lex_words.set[lex_words.entry[entry].set] & LEX_BIT(CLASS_VERBS))
		entry = before_capital(l, i, entry, &len);
	unsigned user = l->own ? names_match(l->own, key, s, i, &more, &row) : 0;

	if (user && more >= len) {
		entry = user;
		len = more;
		own = row + 1;
	}
	/* a short form is written as it was introduced, in capitals, or a brand */
	if (!own && l->learned && (user = names_match(l->learned, key, s, i, &more, &row)) && more > len &&
	    (caps_of((struct view){ s.p + i, more }) == CAPS_ALL || (more >= LEX_BRAND && caps_of((struct view){ s.p + i, more }) == CAPS_FIRST))) {
		entry = user;
		len = more;
		own = (row + 1) | LEX_LEARNED;
	}
	size_t end = entry ? i + len : word_end(s, i);
	struct token *t = add(l, i, end);
	struct view w = { s.p + i, end - i };

	t->own = (uint32_t)own;
	t->entry = (uint16_t)entry;
	t->set = entry ? lex_words.set[lex_words.entry[entry].set] : 0;
	t->caps = (uint8_t)caps_of(w);
	/* "thành phố Hồ Chí Minh", "trường Tiểu học": as much of a name as with a capital */
	if (t->caps == CAPS_LOW && lex_any(t, LEX_BIT(CLASS_PROVINCES) | LEX_UNIT_HEADS) && later_capital(w))
		t->caps = CAPS_FIRST;
	t->symbol = !entry && roman(w) ? SYM_ROMAN : SYM_WORD;
	return end;
}

static bool single_quote(const struct lex *l, size_t t)
{
	struct view v = { l->text.p + l->tok[t].start, l->tok[t].end - l->tok[t].start };

	return l->tok[t].symbol == SYM_OTHER && (view_is(v, "'") || view_is(v, "‘") || view_is(v, "’"));
}

static bool spaced(const struct lex *l, size_t t)
{
	return !t || l->tok[t - 1].end < l->tok[t].start;
}

/* 'Vì thế hệ trẻ', ‘Hai tốt’: one of a pair, with words between and nothing quoted. What
 * stands alone is an apostrophe or counts minutes. */
static void pair_single_quotes(struct lex *l)
{
	enum { LONGEST = 120 };

	for (size_t t = 0; t + 2 < l->n; t++) {
		if (!single_quote(l, t) || !(spaced(l, t) || l->tok[t - 1].symbol == '(') || spaced(l, t + 1))
			continue;
		for (size_t k = t + 1; k < l->n && l->tok[k].start - l->tok[t].end <= LONGEST && l->tok[k].symbol != SYM_QUOTE; k++) {
			if (!single_quote(l, k) || spaced(l, k) || (k + 1 < l->n && !spaced(l, k + 1) && l->tok[k + 1].symbol >= SYM_WORD))
				continue;
			l->tok[t].symbol = l->tok[k].symbol = SYM_QUOTE;
			t = k;
			break;
		}
	}
}

void lex_line(struct lex *l, struct view s)
{
	l->text = s;
	l->n = 0;
	l->key.len = 0;
	str_reserve(&l->key, s.len + 1);
	text_key(l->key.p, s);
	l->key.len = s.len;
	struct view key = { l->key.p, s.len };
	bool single = false;

	for (size_t i = 0, n; i < s.len;) {
		size_t from = i;

		switch (kind_at(s, i)) {
		case B_SPACE:
			i++;
			continue;
		case B_DIGIT:
			while (i < s.len && kind_at(s, i) == B_DIGIT)
				i++;
			add(l, from, i)->symbol = SYM_NUMBER;
			continue;
		case B_VIETNAMESE:
			if (!vietnamese(s, i))
				break;
			i = add_word(l, i);
			continue;
		case B_WORD:
			if ((unsigned char)s.p[i] >= 0x80)
				break;
			i = add_word(l, i);
			continue;
		default:
			break;
		}
		if (in_word(s, i)) {
			i = add_word(l, i);
		} else {
			uint8_t m = mark(s, key, i, &n);

			add(l, i, i + n)->symbol = m;
			single |= m == SYM_OTHER;
			i += n;
		}
	}
	if (single)
		pair_single_quotes(l);
	l->codes.len = 0;
	str_reserve(&l->codes, l->n + 1);
	for (size_t i = 0; i < l->n; i++)
		l->codes.p[i] = code_of(&l->tok[i]);
	l->codes.len = l->n;
}

static void classify(struct lex *l, size_t t, unsigned entry)
{
	struct token *k = &l->tok[t];

	k->own = 0;
	k->entry = (uint16_t)entry;
	k->set = entry ? lex_words.set[lex_words.entry[entry].set] : 0;
	k->caps = (uint8_t)caps_of((struct view){ l->text.p + k->start, k->end - k->start });
	k->symbol = SYM_WORD;
	l->codes.p[t] = code_of(k);
}

void lex_split(struct lex *l, size_t t, size_t words)
{
	struct view key = { l->key.p, l->text.len };
	size_t at = l->tok[t].start, end = l->tok[t].end, len;

	for (; words; words--) {
		const char *space = memchr(key.p + at, ' ', end - at);

		if (!space)
			return;
		at = (size_t)(space - key.p) + 1;
	}
	add(l, 0, 0);
	str_ch(&l->codes, 0);
	memmove(&l->tok[t + 2], &l->tok[t + 1], (l->n - t - 2) * sizeof *l->tok);
	memmove(l->codes.p + t + 2, l->codes.p + t + 1, l->n - t - 2);
	l->tok[t + 1] = (struct token){ .start = at, .end = end };
	l->tok[t].end = at - 1;
	for (size_t i = t; i < t + 2; i++) {
		struct view part = { key.p, l->tok[i].end };
		unsigned entry = lex_match(&lex_words, part, l->text, l->tok[i].start, &len);

		classify(l, i, entry && l->tok[i].start + len == l->tok[i].end ? entry : 0);
	}
}

bool lex_roman(const struct lex *l, size_t t)
{
	return roman((struct view){ l->text.p + l->tok[t].start, l->tok[t].end - l->tok[t].start });
}

void lex_number(struct lex *l, size_t t)
{
	classify(l, t, 0);
	l->tok[t].symbol = SYM_ROMAN;
	l->codes.p[t] = code_of(&l->tok[t]);
}

void lex_raise(struct lex *l, size_t t)
{
	struct token k = l->tok[t];

	k.caps = CAPS_FIRST;
	l->codes.p[t] = code_of(&k);
}

void lex_forget(struct lex *l, size_t t)
{
	classify(l, t, 0);
}

void lex_free(struct lex *l)
{
	str_free(&l->key);
	str_free(&l->codes);
	free(l->tok);
	*l = (struct lex){ 0 };
}

bool lex_one_word(const struct lex *l, size_t t)
{
	return !memchr(l->text.p + l->tok[t].start, ' ', l->tok[t].end - l->tok[t].start);
}

bool lex_key_is(const struct lex *l, size_t byte, const char *key)
{
	size_t n = strlen(key);

	return l->text.len - byte >= n && !memcmp(l->key.p + byte, key, n);
}

const struct lex_sense *lex_sense_in(const struct token *t, int class)
{
	const struct lex_entry *e = &lex_words.entry[t->entry];

	for (unsigned i = 0; i < e->n; i++)
		if (lex_words.sense[e->first + i].class == class)
			return &lex_words.sense[e->first + i];
	return NULL;
}

void lex_make(struct lex *l, size_t t, int class, const char *tag)
{
	classify(l, t, lex_model(class, view_of(tag)));
}

bool lex_word_ends(struct view text, size_t at)
{
	return !in_word(text, at);
}

struct view lex_spelling(const struct token *t)
{
	return view_of(lex_string(&lex_words, lex_words.entry[t->entry].spelling));
}

struct view lex_value(const struct lex *l, const struct token *t, const struct lex_sense *s)
{
	const struct lex_names *of = t->own & LEX_LEARNED ? l->learned : l->own;
	struct view own = t->own ? names_value(of, (t->own & ~LEX_LEARNED) - 1) : (struct view){ NULL, 0 };

	if (own.len)
		return own;
	if (s && s->value)
		return view_of(lex_string(&lex_words, s->value));
	return (struct view){ l->text.p + t->start, t->end - t->start };
}

struct view lex_text(const struct lex *l, size_t first, size_t last)
{
	return (struct view){ l->text.p + l->tok[first].start, l->tok[last].end - l->tok[first].start };
}
