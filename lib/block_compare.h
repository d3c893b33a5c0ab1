/* What the passes of block_body.h ask of a block, by comparing its bytes. */

#include "block.h"
#include "vector.h"

/* Is there anything in the bytes c, behind p1 and p2 (the same text one and two bytes
 * earlier), that the automaton stops at? What the last bytes of a block begin is seen
 * in the next. */
static VEC_INLINE int odd_block(vec c, vec p1, vec p2)
{
	vec c3 = vec_eq(p1, 0xc3), c6 = vec_eq(p1, 0xc6), e1 = vec_eq(p1, 0xe1), e2 = vec_eq(p1, 0xe2);
	vec follows = vec_or(vec_or(vec_range(p1, 0xc3, 0xc6), vec_or(e1, e2)), vec_range(p2, 0xe1, 0xe2));
	vec lead = vec_or(vec_range(c, 0xc3, 0xc6), vec_range(c, 0xe1, 0xe2));
	vec next = vec_below(c, 0xc0);
	vec odd = vec_xor(next, follows);

	odd = vec_or(odd, vec_not(vec_or(vec_or(vec_range(c, 0x20, 0x7e), next), lead)));
	odd = vec_or(odd, vec_and(vec_eq(p1, ' '), vec_eq(c, ' ')));
	odd = vec_or(odd, vec_and(c3, vec_or(vec_eq(c, 0x90), vec_eq(c, 0xb0))));
	odd = vec_or(odd, vec_and(c6, vec_or(vec_eq(c, 0x89), vec_range(c, 0xa2, 0xa3))));
	odd = vec_or(odd, vec_without(e1, vec_range(c, 0xba, 0xbb)));
	odd = vec_or(odd, vec_without(e2, vec_eq(c, 0x80)));
	odd = vec_or(odd, vec_without(vec_eq(p2, 0xe2), vec_range(c, 0x90, 0xa6)));
	return vec_bits(odd) != 0;
}

/* A bit for each byte of the block at i of the text at p: a digit, or where no letter of
 * ASCII stands before, the first letter of hôm, năm, ngày, nửa, nay, quý, tháng, or of "qua,". */
static inline uint32_t dates_in(const char *p, size_t i)
{
	vec bit = vec_all(0x20), c = vec_load(p + i), c1 = vec_load(p + i + 1), c2 = vec_load(p + i + 2), c3 = vec_load(p + i + 3);
	vec low = vec_or(c, bit), low1 = vec_or(c1, bit), low2 = vec_or(c2, bit), low3 = vec_or(c3, bit), low4 = vec_or(vec_load(p + i + BLOCK_BEHIND), bit);
	vec lead1 = vec_eq(c1, 0xc3), lead2 = vec_eq(c2, 0xc3), n, word;

	n = vec_and(vec_eq(c1, 0xc4), vec_eq(low3, 'm'));
	n = vec_or(n, vec_and(vec_and(vec_eq(low1, 'g'), lead2), vec_and(vec_eq(low3, 0xa0), vec_eq(low4, 'y'))));
	n = vec_or(n, vec_and(vec_and(vec_eq(c1, 0xe1), vec_eq(c2, 0xbb)), vec_eq(vec_or(c3, vec_all(1)), 0xad)));
	n = vec_or(n, vec_and(vec_eq(low1, 'a'), vec_eq(low2, 'y')));
	word = vec_and(vec_eq(low, 'n'), n);
	word = vec_or(word, vec_and(vec_and(vec_eq(low, 'h'), lead1), vec_and(vec_eq(low2, 0xb4), vec_eq(low3, 'm'))));
	vec q = vec_or(vec_and(lead2, vec_eq(low3, 0xbd)), vec_and(vec_eq(low2, 'a'), vec_eq(c3, ',')));

	word = vec_or(word, vec_and(vec_and(vec_eq(low, 'q'), vec_eq(low1, 'u')), q));
	word = vec_or(word, vec_and(vec_and(vec_eq(low, 't'), vec_eq(low1, 'h')), vec_and(lead2, vec_eq(low3, 0xa1))));

	uint32_t words = vec_bits(word);

	if (words) /* in few blocks */
		words &= ~(vec_bits(vec_range(low, 'a', 'z')) << 1 | (i && (p[i - 1] | 0x20) >= 'a' && (p[i - 1] | 0x20) <= 'z'));
	return words | vec_bits(vec_range(c, '0', '9'));
}

/* Lower case of the bytes cur that stand behind p1 and p2. *odd: a bit for each byte
 * where more is to be done once its neighbours are known: a tone, a dash, a rare
 * letter. */
static VEC_INLINE vec lower_block(vec cur, vec p1, vec p2, uint32_t *odd)
{
	vec c3 = vec_eq(p1, 0xc3), c4 = vec_eq(p1, 0xc4), c6 = vec_eq(p1, 0xc6), before = vec_or(p1, vec_all(0x20));
	vec next = vec_below(cur, 0xc0), to_b7 = vec_below(cur, 0xb8);
	vec e1 = vec_and(vec_eq(p2, 0xe1), next);
	vec ba = vec_without(vec_eq(p1, 0xba), vec_without(vec_below(cur, 0xa0), vec_below(cur, 0x96)));
	vec ascii = vec_range(cur, 'A', 'Z');
	vec latin = vec_without(vec_and(c3, vec_below(cur, 0x9f)), vec_eq(cur, 0x97));
	vec pair = vec_without(vec_and(c4, to_b7), vec_eq(cur, 0xb0));
	vec horn = vec_and(c6, vec_eq(cur, 0xaf));

	pair = vec_or(pair, vec_and(c6, vec_range(cur, 0xa0, 0xa5)));
	pair = vec_or(pair, vec_and(e1, vec_or(vec_eq(p1, 0xbb), ba)));
	*odd = vec_bits(vec_or(vec_or(vec_or(vec_eq(cur, 0xe2), vec_eq(p1, 0xc5)), vec_and(c4, vec_without(next, to_b7))),
			       vec_and(vec_or(vec_eq(cur, 0xc3), vec_eq(cur, 0xe1)), vec_or(vec_eq(before, 'o'), vec_eq(before, 'u')))));
	cur = vec_or(cur, vec_and(vec_or(ascii, latin), vec_all(0x20)));
	cur = vec_or(cur, vec_and(pair, vec_all(1)));
	return vec_add(cur, vec_and(horn, vec_all(1)));
}
