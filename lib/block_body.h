/* The passes of block.h, for the width of vector.h: included once for each. What they
 * do with a block is told by comparisons, or by tables where the machine has them. */

#include <string.h>

#include "block.h"
#ifdef TDK_WIDE
#include "block_lookup.h"
#else
#include "block_compare.h"
#endif

/* ---- what the stream carries as it is: see scan_clean ---- */

/* The block at i of the n bytes at p, and those one and two bytes earlier; zeros stand
 * before the text, and behind. */
static inline void around(const char *p, size_t n, size_t i, vec *c, vec *p1, vec *p2)
{
	char edge[2 + VEC] = { 0 };
	const char *at = p + i;

	if (n - i < VEC) {
		size_t before = i < 2 ? i : 2;

		memcpy(edge + 2 - before, at - before, before + n - i);
		at = edge + 2;
	} else if (i < 2) {
		edge[1] = i ? *p : 0;
		vec_store(edge + 2, vec_load(at));
		at = edge + 2;
	}
	*c = vec_load(at);
	*p1 = vec_load(at - 1);
	*p2 = vec_load(at - 2);
}

static size_t clean(const char *p, size_t n)
{
	vec c, p1, p2;
	size_t i = 0, good = 0;

	if (n < VEC)
		return 0;
	around(p, n, 0, &c, &p1, &p2);
	while (!odd_block(c, p1, p2) && (good = i + VEC) < n) {
		i = good < n - VEC ? good : n - VEC; /* the last block ends with the text */
		if (i < 2) {
			around(p, n, i, &c, &p1, &p2);
			continue;
		}
		c = vec_load(p + i);
		p1 = vec_load(p + i - 1);
		p2 = vec_load(p + i - 2);
	}
	return good;
}

/* ---- valid UTF-8: see scan_valid ---- */

static int invalid_block(vec c, vec p1, vec p2)
{
	vec three = vec_range(p1, 0xe1, 0xec);
	vec follows = vec_or(vec_or(vec_range(p1, 0xc2, 0xdf), three), vec_range(p2, 0xe1, 0xec));
	vec next = vec_below(c, 0xc0);
	vec known = vec_or(vec_or(vec_range(c, 0, 0x7f), next), vec_or(vec_range(c, 0xc2, 0xdf), vec_range(c, 0xe1, 0xec)));

	return vec_bits(vec_or(vec_xor(next, follows), vec_not(known))) != 0;
}

static size_t valid(const char *p, size_t n)
{
	size_t i = 0;

	for (; n - i >= VEC; i += VEC) {
		vec c, p1, p2;

		around(p, n, i, &c, &p1, &p2);
		if (invalid_block(c, p1, p2))
			break;
	}
	return i;
}

/* ---- where a date may begin: see scan_date ---- */

static void dates(uint32_t *bits, const char *p, size_t i, size_t blocks)
{
	for (size_t k = 0; k < blocks; k++)
		bits[k] = dates_in(p, i + k * VEC);
}

/* ---- lower case: see text_key ---- */

static void lower(char *key, const char *p, size_t n, void (*mend)(unsigned char *key, size_t n, size_t at, uint32_t odd))
{
	enum { ROUND = 32 }; /* blocks between calls, which would cost the registers */
	uint32_t odd[ROUND + 1];
	size_t at = 0, i = 0, blocks = 0; /* the block of odd[0], and how many are to be mended */

	if (n < VEC) {
		char all[VEC] = { 0 }, made[VEC];

		memcpy(all, p, n);
		lower(made, all, VEC, mend);
		memcpy(key, made, n);
		return;
	}
	while (i < n) {
		for (; i < n && blocks <= ROUND; blocks++) {
			size_t from = n - i < VEC ? n - VEC : i; /* the last block ends with the text; the rest of it counts */
			vec cur, p1, p2;

			if (from < 2) {
				around(p, n, from, &cur, &p1, &p2);
			} else {
				cur = vec_load(p + from);
				p1 = vec_load(p + from - 1);
				p2 = vec_load(p + from - 2);
			}
			vec_store(key + from, lower_block(cur, p1, p2, &odd[blocks]));
			odd[blocks] >>= i - from;
			i = from + VEC;
		}
		/* a block is mended when the one behind it is in lower case as well */
		for (size_t k = 0; k + (i < n) < blocks; k++, at += VEC)
			if (odd[k])
				mend((unsigned char *)key, n - at < 2 * VEC ? n : at + 2 * VEC, at, odd[k]);
		odd[0] = odd[blocks - 1];
		blocks = 1;
	}
}

/* ---- code points ---- */

static size_t continued(const char *p, size_t n, size_t *done)
{
	size_t i = 0, count = 0;

	while (n - i >= VEC) {
		size_t rounds = (n - i) / VEC;
		vec counts = vec_none(); /* of each byte of a block, which 255 rounds cannot fill */

		for (rounds = rounds < 255 ? rounds : 255; rounds; rounds--, i += VEC)
			counts = vec_sub(counts, vec_below(vec_load(p + i), 0xc0));
		count += (size_t)vec_sum(counts);
	}
	*done = i;
	return count;
}
