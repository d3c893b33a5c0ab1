#include "scan.h"

#include "block.h"
#include "byte_table.h"

#include <stdint.h>

/* ---- text that needs no closer look ----
 *
 * Printable ASCII, Latin and Vietnamese letters in NFC, common punctuation. An
 * automaton without branches (each state a shift into one word: Per Vognsen's
 * shift DFA), since in Vietnamese the next byte cannot be predicted. */

enum { /* states, as shifts */
	S_TEXT = 0,
	S_SPACE = 6, /* after a space */
	S_TWO = 12,  /* a continuation byte must follow */
	S_C3 = 18,   /* ... but not that of eth */
	S_C6 = 24,   /* ... nor those of Ɖ, Ƣ, ƣ */
	S_E1 = 30,   /* the block 1E80 to 1EFF must follow */
	S_E1B = 36,
	S_E2 = 42,   /* punctuation 2010 to 2026 must follow */
	S_E280 = 48,
	S_STOP = 54,
};
#define ROW(text, space, two, c3, c6, e1, e1b, e2, e280)                                                        \
	((uint64_t)(text) << S_TEXT | (uint64_t)(space) << S_SPACE | (uint64_t)(two) << S_TWO |                 \
	 (uint64_t)(c3) << S_C3 | (uint64_t)(c6) << S_C6 | (uint64_t)(e1) << S_E1 | (uint64_t)(e1b) << S_E1B |  \
	 (uint64_t)(e2) << S_E2 | (uint64_t)(e280) << S_E280 | (uint64_t)S_STOP << S_STOP)
#define LEAD(to) ROW(to, to, S_STOP, S_STOP, S_STOP, S_STOP, S_STOP, S_STOP, S_STOP)
/* A continuation byte: what it may follow. */
#define NEXT(c3, c6, e1, e2, e280) ROW(S_STOP, S_STOP, S_TEXT, c3, c6, e1, S_TEXT, e2, e280)

enum { B_ODD, B_ASCII, B_SPACE, B_C3, B_C45, B_C6, B_E1, B_E2, B_80, B_81, B_89, B_90, B_91, B_A2, B_A7, B_B0, B_BA };
static const uint64_t rows[] = {
	[B_ODD] = LEAD(S_STOP),
	[B_ASCII] = LEAD(S_TEXT),
	[B_SPACE] = ROW(S_SPACE, S_STOP, S_STOP, S_STOP, S_STOP, S_STOP, S_STOP, S_STOP, S_STOP),
	[B_C3] = LEAD(S_C3),
	[B_C45] = LEAD(S_TWO),
	[B_C6] = LEAD(S_C6),
	[B_E1] = LEAD(S_E1),
	[B_E2] = LEAD(S_E2),
	[B_80] = NEXT(S_TEXT, S_TEXT, S_STOP, S_E280, S_STOP),
	[B_81] = NEXT(S_TEXT, S_TEXT, S_STOP, S_STOP, S_STOP),
	[B_89] = NEXT(S_TEXT, S_STOP, S_STOP, S_STOP, S_STOP),
	[B_90] = NEXT(S_STOP, S_TEXT, S_STOP, S_STOP, S_TEXT),
	[B_91] = NEXT(S_TEXT, S_TEXT, S_STOP, S_STOP, S_TEXT),
	[B_A2] = NEXT(S_TEXT, S_STOP, S_STOP, S_STOP, S_TEXT),
	[B_A7] = NEXT(S_TEXT, S_TEXT, S_STOP, S_STOP, S_STOP),
	[B_B0] = NEXT(S_STOP, S_TEXT, S_STOP, S_STOP, S_STOP),
	[B_BA] = NEXT(S_TEXT, S_TEXT, S_E1B, S_STOP, S_STOP),
};
static const unsigned char byte_class[256] = {
	[0x20] = B_SPACE, [0x21] = B_ASCII, BYTES2(0x22, B_ASCII), BYTES4(0x24, B_ASCII), BYTES8(0x28, B_ASCII),
	BYTES8(0x30, B_ASCII), BYTES8(0x38, B_ASCII), BYTES8(0x40, B_ASCII), BYTES8(0x48, B_ASCII), BYTES8(0x50, B_ASCII),
	BYTES8(0x58, B_ASCII), BYTES8(0x60, B_ASCII), BYTES8(0x68, B_ASCII), BYTES8(0x70, B_ASCII), BYTES4(0x78, B_ASCII),
	BYTES2(0x7c, B_ASCII), [0x7e] = B_ASCII,
	[0x80] = B_80, [0x81] = B_81, BYTES2(0x82, B_81), BYTES4(0x84, B_81), [0x88] = B_81, [0x89] = B_89,
	BYTES2(0x8a, B_81), BYTES4(0x8c, B_81), [0x90] = B_90, [0x91] = B_91, BYTES2(0x92, B_91), BYTES4(0x94, B_91),
	BYTES8(0x98, B_91), BYTES2(0xa0, B_91), BYTES2(0xa2, B_A2), BYTES2(0xa4, B_91), [0xa6] = B_91, [0xa7] = B_A7,
	BYTES8(0xa8, B_A7), [0xb0] = B_B0, [0xb1] = B_A7, BYTES2(0xb2, B_A7), BYTES4(0xb4, B_A7), BYTES2(0xb8, B_A7),
	BYTES2(0xba, B_BA), BYTES4(0xbc, B_A7),
	[0xc3] = B_C3, BYTES2(0xc4, B_C45), [0xc6] = B_C6, [0xe1] = B_E1, [0xe2] = B_E2,
};

static uint64_t step(uint64_t state, unsigned char c)
{
	return rows[byte_class[c]] >> state & 63;
}

size_t scan_clean_plain(struct view s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	uint64_t state = S_TEXT;
	size_t good = 0;

	for (size_t i = 0; i < s.len; i++) {
		state = step(state, p[i]);
		if (state == S_STOP)
			break;
		if (state <= S_SPACE)
			good = i + 1;
	}
	return good;
}

#ifdef TDK_VECTOR

size_t scan_clean(struct view s)
{
	size_t i = block_best(s.len)->clean(s.p, s.len);

	/* The rest byte by byte, from where a character begins; a space before it counts. */
	while (i && ((unsigned char)s.p[i - 1] >= 0x80 || s.p[i - 1] == ' '))
		i--;
	return i + scan_clean_plain((struct view){ s.p + i, s.len - i });
}

#else

size_t scan_clean(struct view s)
{
	return scan_clean_plain(s);
}

#endif

bool scan_plain_plain(struct view s)
{
	if (scan_clean_plain(s) < s.len)
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (s.p[i] == '"' || s.p[i] == '\\')
			return false;
	return true;
}

bool scan_plain(struct view s)
{
#ifdef TDK_VECTOR
	return !s.len || block_best(s.len)->plain(s.p, s.len);
#else
	return scan_plain_plain(s);
#endif
}

/* ---- valid UTF-8 ---- */

/* The character at p, if it is one of those that scan_valid takes: its bytes, or 0. */
static size_t plain_character(const unsigned char *p, size_t n)
{
	if (*p < 0x80)
		return 1;
	if (*p < 0xc2 || *p > 0xec || *p == 0xe0 || n < 2 || (p[1] & 0xc0) != 0x80)
		return 0;
	if (*p < 0xe0)
		return 2;
	return n > 2 && (p[2] & 0xc0) == 0x80 ? 3 : 0;
}

size_t scan_valid_plain(struct view s)
{
	size_t i = 0, n;

	while (i < s.len && (n = plain_character((const unsigned char *)s.p + i, s.len - i)))
		i += n;
	return i;
}

#ifdef TDK_VECTOR

size_t scan_valid(struct view s)
{
	size_t i = 0;

	for (;;) {
		size_t n;
		const struct blocks *b = block_best(s.len - i);

		/* i is where a character begins, so that what stands before it tells nothing */
		i += b->valid(s.p + i, s.len - i);
		/* from where a character begins, over the block that was odd, or to the end */
		while (i && (unsigned char)s.p[i - 1] >= 0x80)
			if (((unsigned char)s.p[--i] & 0xc0) == 0xc0)
				break;
		size_t two = (size_t)2 << b->shift, beyond = s.len - i > two ? i + two : s.len;

		for (; i < beyond; i += n) {
			n = plain_character((const unsigned char *)s.p + i, s.len - i);
			if (!n)
				return i;
		}
		if (i >= s.len)
			return s.len;
	}
}

#else

size_t scan_valid(struct view s)
{
	return scan_valid_plain(s);
}

#endif

/* ---- where a date may begin ---- */

static unsigned char byte(struct view s, size_t i)
{
	return i < s.len ? (unsigned char)s.p[i] : 0;
}

/* A bit set 0x20 makes a small letter of A to Z, and of the second byte of À to
 * Þ; a last bit set that of ư, ă, ử. */
static bool begins_date(struct view s, size_t i)
{
	unsigned char c = byte(s, i), c1 = byte(s, i + 1), c2 = byte(s, i + 2), c3 = byte(s, i + 3), c4 = byte(s, i + 4);
	unsigned char before = i ? byte(s, i - 1) | 0x20 : ' ';

	if (c >= '0' && c <= '9')
		return true;
	if (before >= 'a' && before <= 'z') /* "thông" holds "hôn" */
		return false;
	switch (c | 0x20) {
	case 'h': /* hôm */
		return c1 == 0xc3 && (c2 | 0x20) == 0xb4 && (c3 | 0x20) == 'm';
	case 'n': /* năm, ngày, nửa, nay */
		return (c1 == 0xc4 && (c3 | 0x20) == 'm') || ((c1 | 0x20) == 'g' && c2 == 0xc3 && (c3 | 0x20) == 0xa0 && (c4 | 0x20) == 'y') ||
		       (c1 == 0xe1 && c2 == 0xbb && (c3 | 1) == 0xad) || ((c1 | 0x20) == 'a' && (c2 | 0x20) == 'y');
	case 'q': /* quý; "qua," */
		return (c1 | 0x20) == 'u' && ((c2 == 0xc3 && (c3 | 0x20) == 0xbd) || ((c2 | 0x20) == 'a' && c3 == ','));
	case 't': /* tháng */
		return (c1 | 0x20) == 'h' && c2 == 0xc3 && (c3 | 0x20) == 0xa1;
	default:
		return false;
	}
}

size_t scan_date_plain(struct view s, size_t at)
{
	static const bool may[256] = { ['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1,
				       ['h'] = 1, ['H'] = 1, ['n'] = 1, ['N'] = 1, ['q'] = 1, ['Q'] = 1, ['t'] = 1, ['T'] = 1 };

	while (at < s.len && (!may[(unsigned char)s.p[at]] || !begins_date(s, at)))
		at++;
	return at;
}

#ifdef TDK_VECTOR

/* Look at the blocks from at on; false where too few bytes are left for one. */
static bool look(struct scan_dates *d, size_t at)
{
	const struct blocks *b = block_best(d->s.len);
	size_t size = (size_t)1 << b->shift, most = sizeof d->bits / sizeof *d->bits, n, rest;

	if (d->s.len < size + BLOCK_BEHIND || at >= d->s.len - BLOCK_BEHIND)
		return false;
	d->from = at;
	n = (d->s.len - BLOCK_BEHIND - at) >> b->shift;
	rest = n < most ? (d->s.len - BLOCK_BEHIND - at) & (size - 1) : 0;
	n = n < most ? n : most;
	d->to = at + (n << b->shift) + rest;
	d->shift = b->shift;
	b->dates(d->bits, d->s.p, at, n);
	/* of a block that ends with the text, but for what tells of its end, the bytes that no other has */
	if (rest) {
		b->dates(d->bits + n, d->s.p, d->to - size, 1);
		d->bits[n] >>= size - rest;
	}
	return true;
}

size_t scan_date(struct scan_dates *d, size_t at)
{
	do {
		size_t i = at - d->from;

		if (at < d->from || at >= d->to)
			continue;
		size_t word = i >> d->shift, words = (d->to - d->from + ((size_t)1 << d->shift) - 1) >> d->shift;
		uint32_t bits = d->bits[word] >> (i & (((size_t)1 << d->shift) - 1));

		if (bits)
			return at + block_first(bits);
		while (++word < words)
			if (d->bits[word])
				return d->from + (word << d->shift) + block_first(d->bits[word]);
		at = d->to;
	} while (look(d, at));
	return scan_date_plain(d->s, at);
}

#else

size_t scan_date(struct scan_dates *d, size_t at)
{
	return scan_date_plain(d->s, at);
}

#endif

/* ---- fields of a line ---- */

size_t scan_tabs_plain(struct view line, uint32_t *at, size_t most)
{
	size_t found = 0;

	for (size_t i = 0; i < line.len; i++) {
		if (line.p[i] != '\t')
			continue;
		if (found == most)
			return most + 1;
		at[found++] = (uint32_t)i;
	}
	return found;
}

#ifdef TDK_VECTOR

size_t scan_tabs(struct view line, uint32_t *at, size_t most)
{
	enum { LEAST = 16 }; /* bytes of the narrow blocks */

	return line.len < LEAST ? scan_tabs_plain(line, at, most) : block_best(line.len)->tabs(at, most, line.p, line.len);
}

#else

size_t scan_tabs(struct view line, uint32_t *at, size_t most)
{
	return scan_tabs_plain(line, at, most);
}

#endif
