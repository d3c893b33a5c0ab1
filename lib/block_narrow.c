#include "block.h"

#ifdef TDK_VECTOR

#include "block_body.h"

const struct blocks block_narrow = { 4, clean, valid, plain, dates, lower, tabs, continued };

size_t block_worth_wide = 32;

const struct blocks *block_best(size_t n)
{
	return n >= block_worth_wide && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") ? &block_wide : &block_narrow;
}

#else

/* ISO C has no empty files. */
typedef int block_narrow_unused;

#endif
