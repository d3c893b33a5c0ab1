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
	size_t good = VEC;

	if (n < VEC)
		return 0;
	around(p, n, 0, &c, &p1, &p2);
	if (odd_block(c, p1, p2))
		return 0;
	for (; n - good >= VEC; good += VEC)
		if (odd_block(vec_load(p + good), vec_load(p + good - 1), vec_load(p + good - 2)))
			return good;
	if (good == n)
		return n;
	around(p, n, n - VEC, &c, &p1, &p2); /* the last block ends with the text */
	return odd_block(c, p1, p2) ? good : n;
}

/* ---- what a string of JSON holds as it is: see scan_plain ---- */

static VEC_INLINE int marked_block(vec c)
{
	return vec_bits(vec_or(vec_eq(c, '"'), vec_eq(c, '\\'))) != 0;
}

static int plain(const char *p, size_t n)
{
	char all[VEC];
	vec c, p1, p2;
	size_t i = VEC;

	if (n < VEC) {
		memset(all, 'x', VEC);
		memcpy(all, p, n);
		p = all;
		n = VEC;
	}
	around(p, n, 0, &c, &p1, &p2);
	if (odd_block(c, p1, p2) || marked_block(c))
		return 0;
	for (; n - i >= VEC; i += VEC) {
		c = vec_load(p + i);
		if (odd_block(c, vec_load(p + i - 1), vec_load(p + i - 2)) || marked_block(c))
			return 0;
	}
	if (i < n) { /* the last block ends with the text */
		around(p, n, n - VEC, &c, &p1, &p2);
		if (odd_block(c, p1, p2) || marked_block(c))
			return 0;
	}
	/* and so does its last character */
	return (unsigned char)p[n - 1] < 0xc0 && (unsigned char)p[n - 2] < 0xe0;
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
	size_t at = 0, i = VEC, blocks = 1; /* the block of odd[0], and how many are to be mended */
	vec cur, p1, p2;

	if (n < VEC) {
		char all[VEC] = { 0 }, made[VEC];

		if (!n)
			return;
		memcpy(all, p, n);
		lower(made, all, VEC, mend);
		memcpy(key, made, n);
		return;
	}
	around(p, n, 0, &cur, &p1, &p2);
	vec_store(key, lower_block(cur, p1, p2, odd));
	while (at < n) {
		for (; n - i >= VEC && blocks <= ROUND; i += VEC, blocks++)
			vec_store(key + i, lower_block(vec_load(p + i), vec_load(p + i - 1), vec_load(p + i - 2), &odd[blocks]));
		if (i < n && n - i < VEC && blocks <= ROUND) { /* a block that ends with the text: of it the rest counts */
			around(p, n, n - VEC, &cur, &p1, &p2);
			vec_store(key + n - VEC, lower_block(cur, p1, p2, &odd[blocks]));
			odd[blocks++] >>= i - (n - VEC);
			i = n;
		}
		/* a block is mended when the one behind it is in lower case as well */
		for (size_t k = 0, ready = blocks - (i < n); k < ready; k++, at += VEC)
			if (odd[k])
				mend((unsigned char *)key, n - at < 2 * VEC ? n : at + 2 * VEC, at, odd[k]);
		odd[0] = odd[blocks - 1];
		blocks = 1;
	}
}

/* ---- code points ---- */

static size_t continued(const char *p, size_t n)
{
	size_t i = 0, count = 0;

	if (n < VEC)
		return 0;
	for (; n - i >= VEC; i += VEC)
		count += vec_count(vec_bits(vec_below(vec_load(p + i), 0xc0)));
	if (i < n) /* of a block that ends with the text, the bytes that no other has */
		count += vec_count(vec_bits(vec_below(vec_load(p + n - VEC), 0xc0)) >> (VEC - (n - i)));
	return count;
}

/* ---- fields of a line ---- */

static size_t tabs(uint32_t *at, size_t most, const char *p, size_t n)
{
	size_t found = 0, i = 0;

	if (n < VEC)
		return most + 1;
	for (;;) {
		size_t from = n - i < VEC ? n - VEC : i; /* the last block ends with the line; the rest of it counts */

		for (uint32_t bits = vec_bits(vec_eq(vec_load(p + from), '\t')) >> (i - from); bits; bits &= bits - 1) {
			if (found == most)
				return most + 1;
			at[found++] = (uint32_t)(i + block_first(bits));
		}
		i = from + VEC;
		if (i == n)
			return found;
	}
}
