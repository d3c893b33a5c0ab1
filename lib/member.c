#include "member.h"

#include <string.h>

#include "key.h"
#include "text.h"

/* One line of text and its key, of the same length. */
struct keyed {
	struct view text;
	struct view key;
};

static bool at_word(const struct keyed *l, size_t at, const char *word)
{
	size_t n = strlen(word);

	return at <= l->key.len && l->key.len - at >= n && !memcmp(l->key.p + at, word, n);
}

/* The byte behind the first of the words at byte at, or at. */
static size_t behind_any(const struct keyed *l, size_t at, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (at_word(l, at, words[i]))
			return at + strlen(words[i]);
	return at;
}
#define BEHIND(l, at, words) behind_any(l, at, words, sizeof words / sizeof *words)

static const char *const levels[] = { "tỉnh", "huyện", "quận", "phường", "xã", "thành phố", "thị xã", "thị trấn" };

/* One place at byte at, words with capitals ("Bà Rịa - Vũng Tàu"), with a level of its own
 * or none: the byte behind it, or at. */
static size_t place_end(const struct keyed *l, size_t at)
{
	enum { WORDS = 5 };
	size_t level = BEHIND(l, at, levels), i = level > at && at_word(l, level, " ") ? level + 1 : at, end = at, n;

	for (int words = 0; words < WORDS && i < l->text.len && text_letter(l->text, i, &n) == LETTER_UPPER; words++) {
		while (i < l->text.len && !strchr(" ,;.:()/", l->text.p[i]))
			i++;
		end = i;
		if (!at_word(l, i, " "))
			break;
		i += at_word(l, i, " - ") ? 3 : at_word(l, i, " -\x01\x01 ") ? 5 : 1;
	}
	return end;
}

/* The byte behind the brackets and spaces at byte at: "Hậu Giang (Cụm trưởng)". */
static size_t behind_bracket(const struct keyed *l, size_t at)
{
	enum { LONGEST = 60 };
	const char *close = NULL;

	if (at_word(l, at, " (") && l->text.len - at > 2)
		close = memchr(l->text.p + at, ')', l->text.len - at < LONGEST ? l->text.len - at : LONGEST);
	return close ? (size_t)(close - l->text.p) + 1 : at;
}

/* The list of places at byte at, of that level (empty: each has its own, or none). */
static size_t read_list(struct str *out, const struct keyed *l, size_t at, struct view level)
{
	static const char *const joints[] = { ", ", "; ", " và ", ", và " };
	enum { MOST = 70 };
	size_t from = out->len, n = 0;

	while (n < MOST) {
		size_t end = place_end(l, at);

		if (end == at)
			break;
		if (level.len && BEHIND(l, at, levels) == at) {
			str_add(out, level.p, level.len);
			str_ch(out, ' ');
		}
		str_add(out, l->text.p + at, end - at);
		str_ch(out, '\0');
		n++;
		end = behind_bracket(l, end);
		at = BEHIND(l, end, joints);
		if (at == end)
			break;
	}
	/* one place is no list */
	if (n < 2) {
		out->len = from;
		return 0;
	}
	return n;
}

/* "gồm 6 tỉnh: A, B", "(gồm các tỉnh A, B)", "gồm: A, B" at byte at. */
static size_t read_members(struct str *out, const struct keyed *l, size_t at, struct view cluster)
{
	/* the longer first */
	static const char *const opens[] = { "gồm có các ", "gồm các ", "gồm có ", "gồm: ", "gồm " };
	static const char *const many[] = { "các tỉnh", "các huyện", "các xã", "các quận", "các phường" }, *const more[] = { ", ", " và ", "; " };
	enum { DESCRIBED = 40 };
	size_t i = BEHIND(l, at, opens);

	/* "cụm thi đua số 02 (thị xã A, huyện B và huyện C)" */
	if (at_word(l, at, "(") && BEHIND(l, at + 1, levels) > at + 1)
		return read_list(out, l, at + 1, (struct view){ "", 0 });
	if (i == at)
		return 0;
	while (i < l->text.len && ((l->text.p[i] >= '0' && l->text.p[i] <= '9') || l->text.p[i] == ' '))
		i++;
	size_t end = BEHIND(l, i, levels), level_end = end;

	if (end == i) {
		/* "Cụm thi đua các tỉnh miền Đông Nam Bộ (gồm: A, B)": its name says what they are */
		bool places = false;
		struct str key = { 0 };

		str_reserve(&key, cluster.len + 1);
		text_key(key.p, cluster);
		struct keyed name = { cluster, { key.p, cluster.len } };

		for (size_t k = 0; k < cluster.len && !places; k++)
			places = BEHIND(&name, k, many) > k;
		str_free(&key);
		return places ? read_list(out, l, i, (struct view){ "", 0 }) : 0;
	}
	/* "các tỉnh, thành phố: A, B": which is which is not said */
	bool mixed = false;

	for (size_t next; (next = BEHIND(l, end, more)) > end && BEHIND(l, next, levels) > next; mixed = true)
		end = BEHIND(l, next, levels);
	/* "6 tỉnh miền núi phía Bắc: A, B", "các tỉnh A, B" */
	size_t colon = end;

	while (colon < l->text.len && colon - end < DESCRIBED && !strchr(":.,;()", l->text.p[colon]))
		colon++;
	if (colon < l->text.len && l->text.p[colon] == ':')
		end = colon + 1;
	end += at_word(l, end, " ");
	return read_list(out, l, end, mixed ? (struct view){ "", 0 } : (struct view){ l->key.p + i, level_end - i });
}

size_t member_places(struct str *out, const struct doc *d)
{
	enum { CLUSTERS = 16, REACH = 80, LIST = 4000 }; /* bytes: where a list begins, how long it is */
	struct str key = { 0 };
	size_t n = 0, line = 0, seen = 0;

	for (size_t i = 0; i < d->n && !n && seen < CLUSTERS; i++) {
		if (doc_is_text(d, i))
			line = i;
		if (d->lines[i].kind != KIND_UNIT || !view_is(doc_field(d, i, 4), "cluster"))
			continue;
		seen++;
		struct view text = doc_text(d, line);
		size_t at = text_bytes(text, doc_number(d, i, 2));
		struct keyed l = { .text = { text.p + at, text.len - at } };

		/* at the end of a character */
		if (l.text.len > LIST)
			for (l.text.len = LIST; l.text.len && (l.text.p[l.text.len] & 0xc0) == 0x80;)
				l.text.len--;

		for (size_t k = 0; k < l.text.len && k < REACH && !n && l.text.p[k] != '.'; k++) {
			if (l.text.p[k] != '(' && l.text.p[k] != 'g')
				continue;
			if (!l.key.p) {
				key.len = 0;
				str_reserve(&key, l.text.len + 1);
				text_key(key.p, l.text);
				l.key = (struct view){ key.p, l.text.len };
			}
			n = read_members(out, &l, k, doc_text(d, i));
		}
	}
	str_free(&key);
	return n;
}
