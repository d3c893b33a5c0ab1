#ifndef TDK_BLOCK_H
#define TDK_BLOCK_H

#include <stddef.h>
#include <stdint.h>

/* TDK_PLAIN builds without them. */
#if defined __SSE2__ && !defined TDK_PLAIN
#define TDK_VECTOR 1

/* The passes over every byte of a text, a block of bytes at a time: by sixteen, and by
 * thirty-two on machines that can. Each looks at whole blocks and leaves the rest, less
 * than a block, to its plain twin in scan.c or key.c; offsets are bytes. */
enum { BLOCK_BEHIND = 4 };
struct blocks {
	int shift; /* a block has 1 << shift bytes */
	/* The bytes of the n at p, nought or whole blocks, that scan_clean would pass; and
	 * those that scan_valid would. A character may go on behind them. */
	size_t (*clean)(const char *p, size_t n);
	size_t (*valid)(const char *p, size_t n);
	int (*plain)(const char *p, size_t n); /* what scan_plain says, of any length */
	/* A bit for each byte that scan_date would give, of so many blocks from i on;
	 * BLOCK_BEHIND more bytes are read behind them, and one before. */
	void (*dates)(uint32_t *bits, const char *p, size_t i, size_t blocks);
	/* Write the n bytes at p in lower case to key; mend(key, n, at, odd) is called for
	 * blocks at at with more to be done, a bit of odd for each byte. */
	void (*lower)(char *key, const char *p, size_t n, void (*mend)(unsigned char *key, size_t n, size_t at, uint32_t odd));
	/* Where the tabs of a line stand, which has a block at least and less than 4 GB: so
	 * many at most, and their number; most + 1 where there are more, or it is too short. */
	size_t (*tabs)(uint32_t *at, size_t most, const char *p, size_t n);
	/* The continuation bytes among the n at p, a block at least. */
	size_t (*continued)(const char *p, size_t n);
};
extern const struct blocks block_narrow, block_wide;

/* The place of the first bit that is set. */
static inline unsigned block_first(uint32_t bits)
{
	return (unsigned)__builtin_ctz(bits);
}

/* The widest that the machine has for n bytes. */
const struct blocks *block_best(size_t n);
/* How many bytes are worth the wide ones: for tests to change. */
extern size_t block_worth_wide;

#endif
#endif
