#include "furniture.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "text.h"

#define FURNITURE_TABLES
#include "furniture_words.h"

static const struct lex_table table = {
	furniture_state,
	furniture_rest, furniture_entry, furniture_sense, furniture_pool, furniture_string,
	furniture_set, LEX_CAPITAL,
};

enum { BAR = 90 };    /* of a line that is nothing but them */
enum { SHORT = 120 }; /* code points up to which a line may contain furniture words */

static const char *how(const struct lex_sense *s)
{
	return furniture_tag[s->tag];
}

/* Only marks and digits from at on? A counter may stand behind a label. */
static bool only_marks(struct view t, size_t at)
{
	for (size_t n; at < t.len; at += n)
		if (text_letter(t, at, &n) != LETTER_NONE)
			return false;
	return true;
}

/* Where the next word begins. Of the bytes beyond ASCII those of letters begin
 * with c3 to c9 or e1 and go on with 80 to bf; marks begin with c2 or e2. */
static size_t next_word(struct view t, size_t at)
{
	bool inside = true;

	for (; at < t.len; at++) {
		unsigned char c = (unsigned char)t.p[at];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc3 && c != 0xe2);

		if (c >= 0x80 && c < 0xc0)
			continue; /* belongs to what it follows */
		if (letter && !inside)
			break;
		inside = letter;
	}
	return at;
}

/* How many whole phrases of furniture text holds from at on, and nothing else; 0 where it
 * does. Two of the letters that set the size of letters ("A- A A+") count as one. */
static size_t only_furniture(struct view t, struct view key, size_t at)
{
	size_t count = 0, letters = 0, n, len;

	while (at < t.len) {
		if (text_letter(t, at, &n) == LETTER_NONE) {
			at += n;
			continue;
		}
		size_t sizes = at;

		while (sizes < t.len && (t.p[sizes] == 'A' || t.p[sizes] == 'a'))
			sizes++;
		if (sizes > at && (sizes == t.len || text_letter(t, sizes, &n) == LETTER_NONE)) {
			at = sizes;
			letters++;
			continue;
		}
		unsigned e = lex_match(&table, key, t, at, &len);

		if (!e || !strchr("ec", *how(&table.sense[table.entry[e].first])))
			return 0;
		count++;
		at += len;
	}
	return count + letters / 2;
}

/* "Thống kê của đoàn cho thấy ...": does a paragraph go on at at? */
static bool goes_on(struct view t, size_t at, size_t points)
{
	enum { LEAST = 80 };
	size_t n;

	return points >= LEAST && at + 1 < t.len && t.p[at] == ' ' && text_letter(t, at + 1, &n) == LETTER_LOWER && strchr(".!?", t.p[t.len - 1]);
}

/* "3 bình luận", "2 Comments", "3 thoughts on “...”": the number of a heading of comments, counted at the beginning of
 * the line; or 0. */
static uint16_t counted_comments(struct view t, struct view key)
{
	enum { MOST = 4 };
	size_t at = 0, len;

	while (at < t.len && at < MOST && t.p[at] >= '0' && t.p[at] <= '9')
		at++;
	if (!at || at + 1 >= t.len || t.p[at] != ' ')
		return 0;
	unsigned e = lex_match(&table, key, t, ++at, &len);

	for (unsigned i = 0; e && i < table.entry[e].n; i++) {
		const struct lex_sense *s = &table.sense[table.entry[e].first + i];
		uint16_t number = (uint16_t)(s->value + 1);

		if ((only_marks(t, at + len) || *how(s) == 'p') && !strcmp(furniture_name(number), "comment"))
			return number;
	}
	return 0;
}

uint16_t furniture_of(struct view t, struct view key, size_t points, bool *tail)
{
	size_t len, skip = 0, n;

	*tail = false;
	while (skip < t.len && text_letter(t, skip, &n) == LETTER_NONE && !(t.p[skip] >= '0' && t.p[skip] <= '9') &&
	       (unsigned char)t.p[skip] != 0xc2)
		skip += n;
	for (size_t at = skip; at < t.len && (at == skip || points <= SHORT);) {
		unsigned e = lex_match(&table, key, t, at, &len);

		for (unsigned i = 0; e && i < table.entry[e].n; i++) {
			const struct lex_sense *s = &table.sense[table.entry[e].first + i];
			const char *h = how(s);
			bool fits = (at == skip && only_marks(t, at + len)) ||
				    (*h == 'p' && at == skip) || *h == 'c' ||
				    (*h == 'l' && at == skip && !goes_on(t, at + len, points)) ||
				    (*h == 's' && only_marks(t, at + len));

			if (!fits)
				continue;
			*tail = strstr(h, "-tail");
			return (uint16_t)(s->value + 1);
		}
		at = next_word(t, at);
	}
	uint16_t comments = counted_comments(t, key);

	if (comments) {
		*tail = true;
		return comments;
	}
	/* "A- A A+  In trang  Gửi email": a bar of them */
	if (points <= BAR && only_furniture(t, key, skip) >= 2) {
		unsigned e = 0;

		while (skip < t.len && !(e = lex_match(&table, key, t, skip, &len)))
			skip = next_word(t, skip);
		return e ? (uint16_t)(table.sense[table.entry[e].first].value + 1) : 0;
	}
	return 0;
}

const char *furniture_name(uint16_t number)
{
	return number ? lex_string(&table, number - 1U) : "";
}

/* "... Trưởng khối năm 2019. QUANG ĐẠI": who wrote a paragraph may stand behind its end in capitals.
 * Where that begins, or the end. */
static size_t author_in_capitals(struct view t)
{
	enum { LONGEST = 48, WORDS = 2, MOST = 6 };
	size_t at = t.len, words = 0, n;

	while (at && t.len - at < LONGEST && !strchr(".!?", t.p[at - 1]))
		at--;
	if (at < 80 || at + 1 >= t.len || t.p[at] != ' ' || !strchr(".!?", t.p[at - 1]))
		return t.len;
	for (size_t i = at + 1; i < t.len; i += n) {
		enum letter l = text_letter(t, i, &n);

		if (l == LETTER_LOWER || (l == LETTER_NONE && !strchr(" -", t.p[i])))
			return t.len;
		words += l == LETTER_UPPER && t.p[i - 1] == ' ';
	}
	return words >= WORDS && words <= MOST ? at : t.len;
}

size_t furniture_tail(struct view t)
{
	enum { REACH = 200 };
	size_t from = t.len > REACH ? t.len - REACH : 0;
	char keys[REACH];

	/* Where a sentence ends the paragraph nothing is glued to it. */
	if (t.len < 80 || strchr(".;:?!,", t.p[t.len - 1]))
		return t.len;
	size_t author = author_in_capitals(t);

	if (author < t.len)
		return author;
	while (from < t.len && (t.p[from] & 0xc0) == 0x80)
		from++;
	struct view end = { t.p + from, t.len - from };

	text_key(keys, end);
	for (size_t i = 2; i + 1 < end.len; i++) {
		unsigned char c = (unsigned char)end.p[i - 1];
		size_t n;

		/* "./." closes a document: who wrote it may stand right behind */
		if (i >= 3 && !memcmp(end.p + i - 3, "./.", 3)) {
			size_t at = i + (end.p[i] == ' ');

			if (at < end.len && text_letter(end, at, &n) == LETTER_UPPER && end.len - at <= 80)
				return from + i;
		}
		bool sentence = c == '.' || c == '!' || c == '?' ||
				(i >= 3 && (!memcmp(end.p + i - 3, "”", 3) || !memcmp(end.p + i - 3, "…", 3)));

		if (sentence && only_furniture(end, (struct view){ keys, end.len }, i))
			return from + i;
	}
	return t.len;
}
