#include "fact_parts.h"

#include <string.h>

#include "text.h"

size_t fact_line_of_first(const struct doc *d, enum kind k, int with, const char *is)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->lines[i].kind == k && view_is(doc_field(d, i, with), is))
			return i;
	return FACT_NONE;
}

size_t fact_text_of(const struct doc *d, size_t i)
{
	while (i && !doc_is_text(d, i))
		i--;
	return i;
}

struct view fact_find_key(struct view text, const char *word)
{
	struct str key = { 0 };
	struct view hit = { NULL, 0 };
	size_t n = strlen(word);

	str_reserve(&key, text.len + 1);
	text_key(key.p, text);
	for (size_t i = 0; !hit.p && i + n <= text.len; i++)
		if (key.p[i] == word[0] && !memcmp(key.p + i, word, n))
			hit = (struct view){ text.p + i, text.len - i };
	str_free(&key);
	return hit;
}

void fact_key_of(struct str *key, struct view v)
{
	key->len = 0;
	str_reserve(key, v.len + 1);
	text_key(key->p, v);
	key->len = v.len;
}

bool fact_starts_any(const struct str *key, size_t at, const char *const *words, size_t n)
{
	if (key->len < 2 || at > key->len - 2)
		return false;
	const char *p = key->p + at;
	const char second = p[1];

	for (size_t i = 0; i < n; i++) {
		if (words[i][1] != second || words[i][0] != p[0]) /* nearly always */
			continue;
		size_t len = strlen(words[i]);

		if (key->len - at >= len && !memcmp(key->p + at, words[i], len))
			return true;
	}
	return false;
}

bool fact_ends_any(const struct str *key, size_t at, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (view_had(str_view(key), at, words[i]))
			return true;
	return false;
}
