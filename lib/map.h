#ifndef TDK_MAP_H
#define TDK_MAP_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

/* From a string to a number, for keys of one document. Zero it before use. */

struct map {
	struct map_slot *slot;
	size_t n, cap;
	struct str keys; /* one after another */
};

/* The number of key; value if it is new, which *fresh then says. */
size_t map_put(struct map *m, struct view key, size_t value, int *fresh);
bool map_get(const struct map *m, struct view key, size_t *value);
void map_clear(struct map *m);
void map_free(struct map *m);

#endif
