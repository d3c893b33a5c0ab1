#ifndef TDK_ARENA_H
#define TDK_ARENA_H

#include "str.h"

/* Bytes that stay where they are until all of them are let go at once. Zero it
 * before use. */

struct arena {
	struct arena_block *block;
};

/* A copy of v that lives as long as the arena. */
struct view arena_copy(struct arena *a, struct view v);
void arena_clear(struct arena *a);

#endif
