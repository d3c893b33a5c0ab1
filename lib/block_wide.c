#include "block.h"

#if defined __SSE2__ && !defined TDK_PLAIN

/* Compiled for AVX2, whatever the rest is compiled for: block_best asks the machine. */
#ifdef __clang__
#pragma clang attribute push(__attribute__((target("avx2,popcnt"))), apply_to = function)
#else
#pragma GCC target("avx2,popcnt")
#endif

#define TDK_WIDE
#include "block_body.h"

const struct blocks block_wide = { 5, clean, valid, plain, dates, lower, tabs, continued };

#ifdef __clang__
#pragma clang attribute pop
#endif

#else

/* ISO C has no empty files. */
typedef int block_wide_unused;

#endif
