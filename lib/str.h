#ifndef TDK_STR_H
#define TDK_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Bytes that grow, and views of bytes that somebody else owns. */

struct str {
	char *p; /* owned; not NUL-terminated */
	size_t len, cap;
};

struct view {
	const char *p; /* not owned; may be NULL where len is 0 */
	size_t len;
};

#define VIEW(literal) ((struct view){ literal, sizeof(literal) - 1 })

void str_grow(struct str *s, size_t more); /* where there is no room for so many more */
static inline void str_reserve(struct str *s, size_t more)
{
	if (!s->p || s->cap - s->len < more)
		str_grow(s, more);
}
static inline void str_add(struct str *s, const void *p, size_t n)
{
	if (!n)
		return;
	str_reserve(s, n);
	memcpy(s->p + s->len, p, n);
	s->len += n;
}
static inline void str_ch(struct str *s, char c)
{
	str_reserve(s, 1);
	s->p[s->len++] = c;
}
void str_num(struct str *s, size_t n);
void str_free(struct str *s);

static inline struct view str_view(const struct str *s)
{
	return (struct view){ s->p, s->len };
}
static inline struct view view_of(const char *nul_terminated)
{
	return (struct view){ nul_terminated, strlen(nul_terminated) };
}
bool view_eq(struct view a, struct view b);

static inline bool view_is(struct view a, const char *nul_terminated)
{
	if (!a.len || a.p[0] != *nul_terminated) /* nearly always */
		return !a.len && !*nul_terminated;
	return strlen(nul_terminated) == a.len && !memcmp(a.p, nul_terminated, a.len);
}

/* Does the text, which is not empty, stand in v at byte at, which may be anywhere? */
static inline bool view_has(struct view v, size_t at, const char *text)
{
	if (at >= v.len || v.p[at] != *text) /* nearly always */
		return false;
	size_t n = strlen(text);

	return v.len - at >= n && !memcmp(v.p + at, text, n);
}

/* Does v have that shape from byte at on: a digit for each '0', the other bytes as they are? */
bool view_shaped(struct view v, size_t at, const char *shape);

/* Where it first stands in v from byte from on, or v.len. */
size_t view_find(struct view v, size_t from, const char *text);

/* Does it end there, at or before the end of v? */
static inline bool view_had(struct view v, size_t at, const char *text)
{
	size_t n = strlen(text);

	return at >= n && !memcmp(v.p + at - n, text, n);
}

#endif
