#ifndef TDK_PATTERN_H
#define TDK_PATTERN_H

#include <stddef.h>
#include <stdint.h>

/* Patterns compiled when the tools are built: on a page of some kilobytes compiling
 * them took two thirds of the time. lib/mkpatterns writes them down, for the kind of
 * machine and the PCRE2 that it ran with; with another they are refused when they are
 * read, and where it cannot run there are none: then patterns are compiled when they
 * are used first, as ever. */

struct pattern {
	uint64_t key;	 /* pattern_key of what it was compiled from */
	const void *code; /* what pcre2_serialize_encode made of it */
};

/* lib/pattern_code.c, written by lib/mkpatterns: those that there are, behind them one
 * with no code. */
extern const struct pattern patterns[];

/* A text, ended by NUL, as a number by which it is told from others. lib/mkpatterns
 * fails where two of its texts share one. */
uint64_t pattern_key(const char *text);

/* The code of what was compiled from text, or NULL. */
const void *pattern_code(const char *text);

#endif
