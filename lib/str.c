#include "str.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"

void str_grow(struct str *s, size_t more)
{
	size_t cap = s->cap ? s->cap : 64;

	while (cap - s->len < more) {
		if (cap > (size_t)-1 / 2)
			die("out of memory");
		cap *= 2;
	}
	s->p = xgrow(s->p, cap, 1);
	s->cap = cap;
}

void str_num(struct str *s, size_t n)
{
	char d[24];
	size_t i = sizeof d;

	do
		d[--i] = (char)('0' + n % 10);
	while (n /= 10);
	str_add(s, d + i, sizeof d - i);
}

void str_free(struct str *s)
{
	free(s->p);
	*s = (struct str){ 0 };
}

bool view_eq(struct view a, struct view b)
{
	return a.len == b.len && (!a.len || !memcmp(a.p, b.p, a.len));
}

size_t view_find(struct view v, size_t from, const char *text)
{
	size_t n = strlen(text);

	while (from < v.len && v.len - from >= n) {
		const char *p = memchr(v.p + from, *text, v.len - from - n + 1);

		if (!p)
			break;
		from = (size_t)(p - v.p);
		if (!memcmp(p, text, n))
			return from;
		from++;
	}
	return v.len;
}

bool view_shaped(struct view v, size_t at, const char *shape)
{
	for (; *shape; shape++, at++)
		if (at >= v.len || (*shape == '0' ? v.p[at] < '0' || v.p[at] > '9' : v.p[at] != *shape))
			return false;
	return true;
}
