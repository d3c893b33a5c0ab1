#include "names.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "in.h"
#include "text.h"

struct name {
	unsigned entry; /* of a built-in phrase of the same class and tag */
	struct str value;
};

static size_t words_of(struct view s)
{
	size_t n = 1;

	for (size_t i = 0; i < s.len; i++)
		n += s.p[i] == ' ';
	return n;
}

static unsigned entry_of(struct view tag)
{
	static const struct {
		const char *tag;
		int class;
		const char *as;
	} others[] = { { "role", CLASS_ROLES, "state" }, { "honorific", CLASS_HONORIFICS, "address" }, { "surname", CLASS_SURNAMES, "sure" } };

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (view_is(tag, others[i].tag))
			return lex_model(others[i].class, view_of(others[i].as));
	return lex_model(CLASS_UNIT_WHOLE, tag);
}

/* Put a phrase in; the value is taken where it is a new one. False: it stands there, with
 * another entry. */
static bool put(struct lex_names *u, struct view phrase, unsigned entry, struct str *value)
{
	struct str key = { 0 };
	int fresh;

	str_reserve(&key, phrase.len + 1);
	text_key(key.p, phrase);
	key.len = phrase.len;
	if (u->n == u->cap) {
		u->cap = u->cap ? u->cap * 2 : 32;
		u->row = xgrow(u->row, u->cap, sizeof *u->row);
	}
	size_t at = map_put(&u->map, str_view(&key), u->n, &fresh);

	str_free(&key);
	if (!fresh)
		return u->row[at].entry == entry;
	u->row[u->n++] = (struct name){ entry, *value };
	*value = (struct str){ 0 };
	if (words_of(phrase) > u->words)
		u->words = words_of(phrase);
	if (phrase.len > u->bytes)
		u->bytes = phrase.len;
	return true;
}

void names_add(struct lex_names *u, struct view phrase, struct view tag, struct view value)
{
	struct str own = { 0 };

	str_add(&own, value.p, value.len);
	put(u, phrase, entry_of(tag), &own);
	str_free(&own);
}

/* One row; what is wrong with it, or NULL. */
static const char *take(struct lex_names *u, struct view row)
{
	const char *first = memchr(row.p, '\t', row.len);
	const char *second = first ? memchr(first + 1, '\t', row.len - (size_t)(first + 1 - row.p)) : NULL;

	if (!second || memchr(second + 1, '\t', row.len - (size_t)(second + 1 - row.p)))
		return "not three fields parted by TABs";
	struct str phrase = { 0 }, value = { 0 };
	struct view tag = { first + 1, (size_t)(second - first - 1) };
	unsigned entry = entry_of(tag);
	const char *wrong = NULL;

	text_clean(&phrase, (struct view){ row.p, (size_t)(first - row.p) });
	text_clean(&value, (struct view){ second + 1, row.len - (size_t)(second + 1 - row.p) });
	if (!phrase.len) {
		wrong = "an empty phrase";
	} else if (!entry) {
		wrong = "an unknown tag";
	} else if (!put(u, str_view(&phrase), entry, &value)) {
		wrong = "a phrase that stands twice, with another tag";
	}
	str_free(&phrase);
	str_free(&value);
	return wrong;
}

bool names_load(struct lex_names *u, const char *path)
{
	struct in in = { 0 };
	size_t off, len, nr = 0;
	bool fine = true;

	if (!in_open(&in, path, NULL))
		return false;
	while (in_until(&in, '\n', &off, &len)) {
		struct view row = { in_base(&in) + off, len };

		nr++;
		while (row.len && row.p[row.len - 1] == '\r')
			row.len--;
		const char *wrong = row.len && row.p[0] != '#' ? take(u, row) : NULL;

		if (wrong) {
			warn("%s:%zu: %s", path, nr, wrong);
			fine = false;
		}
		in_keep(&in);
	}
	fine &= !in.failed;
	in_close(&in);
	in_free(&in);
	return fine;
}

unsigned names_match(const struct lex_names *u, struct view key, struct view text, size_t at, size_t *len, size_t *row)
{
	unsigned best = 0;
	enum { MARK = 4 }; /* bytes: one behind the last word is none of it */
	size_t end = at, most = key.len - at < u->bytes + MARK ? key.len - at : u->bytes + MARK;

	*len = 0;
	for (size_t w = 0; w < u->words && end < at + most; w++) {
		size_t found;

		for (end += w > 0; end < at + most && key.p[end] != ' '; end++)
			;
		if (end < key.len && key.p[end] != ' ')
			break;
		for (size_t stop = end; stop > at && stop + MARK > end; stop--)
			if (stop - at <= u->bytes && lex_word_ends(text, stop) && map_get(&u->map, (struct view){ key.p + at, stop - at }, &found)) {
				best = u->row[found].entry;
				*len = stop - at;
				*row = found;
				break;
			}
	}
	return best;
}

struct view names_value(const struct lex_names *u, size_t row)
{
	return str_view(&u->row[row].value);
}

void names_free(struct lex_names *u)
{
	for (size_t i = 0; i < u->n; i++)
		str_free(&u->row[i].value);
	free(u->row);
	map_free(&u->map);
	*u = (struct lex_names){ 0 };
}
