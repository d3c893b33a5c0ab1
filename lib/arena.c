#include "arena.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"

enum { BLOCK = 64 * 1024 };

struct arena_block {
	struct arena_block *next;
	size_t len, cap;
	char p[];
};

struct view arena_copy(struct arena *a, struct view v)
{
	struct arena_block *b = a->block;

	if (!b || b->cap - b->len < v.len) {
		size_t cap = v.len > BLOCK ? v.len : BLOCK;

		b = xalloc(1, sizeof *b + cap);
		*b = (struct arena_block){ .next = a->block, .cap = cap };
		a->block = b;
	}
	char *p = b->p + b->len;

	if (v.len)
		memcpy(p, v.p, v.len);
	b->len += v.len;
	return (struct view){ p, v.len };
}

void arena_clear(struct arena *a)
{
	while (a->block) {
		struct arena_block *next = a->block->next;

		free(a->block);
		a->block = next;
	}
}
