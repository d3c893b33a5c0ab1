#include "scan.h"

#include "byte_table.h"
#include "vector.h"

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

/* Is there anything in the sixteen bytes c, behind p1 and p2, that the automaton
 * stops at? What the last bytes of a block begin is seen in the next. */
static bool odd_block(vec c, vec p1, vec p2)
{
	vec c3 = vec_eq(p1, 0xc3), c6 = vec_eq(p1, 0xc6), e1 = vec_eq(p1, 0xe1), e2 = vec_eq(p1, 0xe2);
	vec follows = vec_or(vec_or(vec_range(p1, 0xc3, 0xc6), vec_range(p1, 0xe1, 0xe2)), vec_range(p2, 0xe1, 0xe2));
	vec lead = vec_or(vec_range(c, 0xc3, 0xc6), vec_range(c, 0xe1, 0xe2));
	vec odd = vec_xor(vec_range(c, 0x80, 0xbf), follows);

	odd = vec_or(odd, vec_not(vec_or(vec_or(vec_range(c, 0x20, 0x7e), vec_range(c, 0x80, 0xbf)), lead)));
	odd = vec_or(odd, vec_and(vec_eq(p1, ' '), vec_eq(c, ' ')));
	odd = vec_or(odd, vec_and(c3, vec_or(vec_eq(c, 0x90), vec_eq(c, 0xb0))));
	odd = vec_or(odd, vec_and(c6, vec_or(vec_eq(c, 0x89), vec_range(c, 0xa2, 0xa3))));
	odd = vec_or(odd, vec_without(e1, vec_range(c, 0xba, 0xbb)));
	odd = vec_or(odd, vec_without(e2, vec_eq(c, 0x80)));
	odd = vec_or(odd, vec_without(vec_eq(p2, 0xe2), vec_range(c, 0x90, 0xa6)));
	return vec_bits(odd);
}

size_t scan_clean(struct view s)
{
	size_t i = 0;

	for (; s.len - i >= VEC; i += VEC) {
		vec c = vec_load(s.p + i);

		if (odd_block(c, i ? vec_load(s.p + i - 1) : vec_back(c, 1), i ? vec_load(s.p + i - 2) : vec_back(c, 2)))
			break;
	}
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

/* Is there anything else in the sixteen bytes c, behind p1 and p2? What the last bytes
 * begin is seen in the next block. */
static bool invalid_block(vec c, vec p1, vec p2)
{
	vec three = vec_range(p1, 0xe1, 0xec);
	vec follows = vec_or(vec_or(vec_range(p1, 0xc2, 0xdf), three), vec_range(p2, 0xe1, 0xec));
	vec next = vec_range(c, 0x80, 0xbf);
	vec known = vec_or(vec_or(vec_range(c, 0, 0x7f), next), vec_or(vec_range(c, 0xc2, 0xdf), vec_range(c, 0xe1, 0xec)));

	return vec_bits(vec_or(vec_xor(next, follows), vec_not(known)));
}

size_t scan_valid(struct view s)
{
	size_t i = 0;

	for (;;) {
		size_t n;

		for (; s.len - i >= VEC; i += VEC) {
			vec c = vec_load(s.p + i), p1 = i ? vec_load(s.p + i - 1) : vec_back(c, 1);
			vec p2 = i > 1 ? vec_load(s.p + i - 2) : i ? vec_back(p1, 1) : vec_back(c, 2);

			if (invalid_block(c, p1, p2))
				break;
		}
		/* from where a character begins, over the block that was odd, or to the end */
		while (i && (unsigned char)s.p[i - 1] >= 0x80)
			if (((unsigned char)s.p[--i] & 0xc0) == 0xc0)
				break;
		size_t beyond = s.len - i > 2 * VEC ? i + 2 * VEC : s.len;

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
	unsigned char c = byte(s, i), c1 = byte(s, i + 1), c2 = byte(s, i + 2), c3 = byte(s, i + 3);

	if (c >= '0' && c <= '9')
		return true;
	switch (c | 0x20) {
	case 'h': /* hôm */
		return c1 == 0xc3 && (c2 | 0x20) == 0xb4;
	case 'n': /* năm, ngày, nửa */
		return c1 == 0xc4 || ((c1 | 0x20) == 'g' && c2 == 0xc3 && (c3 | 0x20) == 0xa0) ||
		       (c1 == 0xe1 && c2 == 0xbb && (c3 | 1) == 0xad);
	case 'q': /* quý */
		return (c1 | 0x20) == 'u' && c2 == 0xc3;
	case 't': /* tháng */
		return (c1 | 0x20) == 'h' && c2 == 0xc3 && (c3 | 0x20) == 0xa1;
	default:
		return false;
	}
}

size_t scan_date_plain(struct view s, size_t at)
{
	while (at < s.len && !begins_date(s, at))
		at++;
	return at;
}

#ifdef TDK_VECTOR

/* begins_date of sixteen bytes, a bit each. */
static unsigned dates_in(const char *p)
{
	vec bit = vec_all(0x20), c = vec_load(p), c1 = vec_load(p + 1), c2 = vec_load(p + 2), c3 = vec_load(p + 3);
	vec low = vec_or(c, bit), low1 = vec_or(c1, bit), low2 = vec_or(c2, bit), low3 = vec_or(c3, bit);
	vec lead1 = vec_eq(c1, 0xc3), lead2 = vec_eq(c2, 0xc3), h = vec_and(vec_eq(low1, 'h'), lead2);
	vec is = vec_range(c, '0', '9');

	is = vec_or(is, vec_and(vec_eq(low, 'h'), vec_and(lead1, vec_eq(low2, 0xb4))));
	is = vec_or(is, vec_and(vec_eq(low, 'n'),
				vec_or(vec_or(vec_eq(c1, 0xc4),
					      vec_and(vec_eq(low1, 'g'), vec_and(lead2, vec_eq(low3, 0xa0)))),
				       vec_and(vec_eq(c1, 0xe1),
					       vec_and(vec_eq(c2, 0xbb), vec_eq(vec_or(c3, vec_all(1)), 0xad))))));
	is = vec_or(is, vec_and(vec_eq(low, 'q'), vec_and(vec_eq(low1, 'u'), lead2)));
	is = vec_or(is, vec_and(vec_eq(low, 't'), vec_and(h, vec_eq(low3, 0xa1))));
	return vec_bits(is);
}

size_t scan_date(struct view s, size_t at)
{
	for (; at < s.len && s.len - at >= VEC + 3; at += VEC) {
		unsigned bits = dates_in(s.p + at);

		if (bits)
			return at + vec_first(bits);
	}
	return scan_date_plain(s, at);
}

#else

size_t scan_date(struct view s, size_t at)
{
	return scan_date_plain(s, at);
}

#endif
