#include "map.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "err.h"

struct map_slot {
	size_t at, len, value;
	uint64_t hash; /* 0: empty */
};

/* FNV-1a. What a page can do with chosen keys is bounded by the size of the page. */
static uint64_t hash_of(struct view k)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < k.len; i++)
		h = (h ^ (unsigned char)k.p[i]) * 1099511628211u;
	h ^= h >> 29;
	return h ? h : 1;
}

static void grow(struct map *m)
{
	struct map_slot *old = m->slot;
	size_t n = m->cap;

	m->cap = n ? n * 2 : 64;
	m->slot = xalloc(m->cap, sizeof *m->slot);
	memset(m->slot, 0, m->cap * sizeof *m->slot);
	for (size_t i = 0; i < n; i++) {
		if (!old[i].hash)
			continue;
		size_t at = (size_t)(old[i].hash & (m->cap - 1));

		while (m->slot[at].hash)
			at = (at + 1) & (m->cap - 1);
		m->slot[at] = old[i];
	}
	free(old);
}

size_t map_put(struct map *m, struct view key, size_t value, int *fresh)
{
	uint64_t h = hash_of(key);

	if (2 * m->n >= m->cap)
		grow(m);
	size_t at = (size_t)(h & (m->cap - 1));

	for (; m->slot[at].hash; at = (at + 1) & (m->cap - 1)) {
		struct map_slot *s = &m->slot[at];

		if (s->hash == h && s->len == key.len && !memcmp(m->keys.p + s->at, key.p, key.len)) {
			*fresh = 0;
			return s->value;
		}
	}
	m->slot[at] = (struct map_slot){ m->keys.len, key.len, value, h };
	str_reserve(&m->keys, key.len + 1);
	str_add(&m->keys, key.p, key.len);
	m->n++;
	*fresh = 1;
	return value;
}

bool map_get(const struct map *m, struct view key, size_t *value)
{
	uint64_t h = hash_of(key);

	for (size_t at = (size_t)(h & (m->cap - 1)); m->cap && m->slot[at].hash; at = (at + 1) & (m->cap - 1)) {
		const struct map_slot *s = &m->slot[at];

		if (s->hash != h || s->len != key.len || memcmp(m->keys.p + s->at, key.p, key.len))
			continue;
		*value = s->value;
		return true;
	}
	return false;
}

void map_clear(struct map *m)
{
	if (m->slot)
		memset(m->slot, 0, m->cap * sizeof *m->slot);
	m->n = m->keys.len = 0;
}

void map_free(struct map *m)
{
	free(m->slot);
	str_free(&m->keys);
	*m = (struct map){ 0 };
}
