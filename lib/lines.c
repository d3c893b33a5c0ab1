#include "lines.h"

#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "entity.h"
#include "err.h"
#include "furniture.h"
#include "text.h"

static struct page_line *add(struct lines *l)
{
	if (l->n == l->cap) {
		l->cap = l->cap ? l->cap * 2 : 128;
		l->line = xgrow(l->line, l->cap, sizeof *l->line);
	}
	return &l->line[l->n++];
}

static uint32_t count(struct view t)
{
	return (uint32_t)(t.len > LINES_COUNTED ? t.len / 3 : text_points(t));
}

/* The text of a raw line, as the stream may carry it. */
static struct view clean(struct lines *l, struct view raw)
{
	bool entities = entity_any(raw);

	if (!entities && !l->disguise) {
		while (raw.len && raw.p[raw.len - 1] == '\r')
			raw.len--;
		while (raw.len && raw.p[0] == ' ')
			raw.p++, raw.len--;
		while (raw.len && raw.p[raw.len - 1] == ' ')
			raw.len--;
		if (text_is_clean(raw))
			return raw;
	}
	l->more.len = l->work.len = 0;
	if (l->disguise) {
		decode_undo(&l->more, raw, l->disguise);
		raw = str_view(&l->more);
	}
	if (entities) {
		struct str s = { 0 };

		entity_decode(&s, raw);
		l->bad += text_clean(&l->work, str_view(&s));
		str_free(&s);
	} else {
		l->bad += text_clean(&l->work, raw);
	}
	return arena_copy(&l->arena, str_view(&l->work));
}

/* ---- lines wrapped at a width ---- */

static size_t first_word(struct view t)
{
	const char *space = memchr(t.p, ' ', t.len);

	return text_points((struct view){ t.p, space ? (size_t)(space - t.p) : t.len });
}

static bool same_block(const struct page_line *next)
{
	return !next->gap;
}

/* Words that an article begins with, and no line in the middle of a heading. */
static bool begins_article(struct view t)
{
	static const char *const words[] = { "Ngày ", "Sáng ", "Chiều ", "Tối ", "Vừa qua", "Từ ngày ", "Trong ", "Thực hiện ", "Nhằm ",
					     "Hôm nay", "Hôm qua", "Để ", "Căn cứ ", "Được sự ", "Tại " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (t.len > strlen(words[i]) && !memcmp(t.p, words[i], strlen(words[i])))
			return true;
	return false;
}

/* Was line a cut at width before line b? Where lines were filled, the first word
 * of a line would not have fitted behind the line before; letters of different
 * widths (text out of a PDF) need some room to that. points is here the width of
 * the raw line with its indentation. A small letter goes on in any case. */
static bool goes_on(const struct page_line *a, const struct page_line *b, size_t width)
{
	size_t n, need = a->points + 1 + first_word(b->text);

	if (need + width / 8 <= width && a->points * 3 < width * 2)
		return false;
	if (begins_article(b->text) && !a->wrapped)
		return false;
	return need > width - width / 8 || (text_letter(b->text, 0, &n) == LETTER_LOWER && a->points * 2 > width);
}

/* The width a page was wrapped at, or 0. */
static size_t wrap_width(const struct lines *l)
{
	size_t width = 0, full = 0, loose = 0;

	for (size_t i = 0; i < l->n; i++)
		if (l->line[i].points > width)
			width = l->line[i].points;
	if (width > 140 || width < 40)
		return 0;
	for (size_t i = 0; i + 1 < l->n; i++) {
		if (!same_block(&l->line[i + 1]) || l->line[i].points < width / 2)
			continue;
		if (goes_on(&l->line[i], &l->line[i + 1], width))
			full++;
		else
			loose++;
	}
	return full >= 5 && full > 3 * loose ? width : 0;
}

static bool list_item(struct view t)
{
	size_t i = 0;

	if (t.len > 1 && (t.p[0] == '-' || t.p[0] == '+' || t.p[0] == '*') && t.p[1] == ' ')
		return true;
	while (i < t.len && t.p[i] >= '0' && t.p[i] <= '9')
		i++;
	return i && i + 1 < t.len && t.p[i] == '.' && t.p[i + 1] == ' ';
}

static void unwrap(struct lines *l, size_t width)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n;) {
		struct page_line *first = &l->line[i];
		size_t last = i;

		while (last + 1 < l->n && same_block(&l->line[last + 1]) && !list_item(l->line[last + 1].text) &&
		       goes_on(&l->line[last], &l->line[last + 1], width))
			l->line[++last].wrapped = true; /* no longer the first of its block */
		struct page_line joined = *first;

		if (last > i) {
			l->work.len = 0;
			for (size_t k = i; k <= last; k++) {
				if (k > i)
					str_ch(&l->work, ' ');
				str_add(&l->work, l->line[k].text.p, l->line[k].text.len);
			}
			joined.text = arena_copy(&l->arena, str_view(&l->work));
		}
		l->line[n++] = joined;
		i = last + 1;
	}
	l->n = n;
}

/* ---- link lists of text browsers ---- */

/* "12. https://..." */
static size_t link_number(struct view t)
{
	size_t i = 0, n = 0;

	while (i < t.len && i < 5 && t.p[i] >= '0' && t.p[i] <= '9')
		n = n * 10 + (size_t)(t.p[i++] - '0');
	if (!i || i + 2 >= t.len || t.p[i] != '.' || t.p[i + 1] != ' ')
		return 0;
	struct view url = { t.p + i + 2, t.len - i - 2 };

	return !memchr(url.p, ' ', url.len) && (memchr(url.p, ':', url.len) && (memchr(url.p, '/', url.len) || memchr(url.p, '@', url.len))) ? n : 0;
}

/* Take the marks "[12]" of such a list out of the text. */
static void drop_link_marks(struct lines *l, size_t most)
{
	for (size_t i = 0; i < l->n; i++) {
		struct view t = l->line[i].text;

		if (!memchr(t.p, '[', t.len))
			continue;
		l->work.len = 0;
		for (size_t k = 0; k < t.len;) {
			size_t j = k + 1, n = 0;

			while (t.p[k] == '[' && j < t.len && j < k + 6 && t.p[j] >= '0' && t.p[j] <= '9')
				n = n * 10 + (size_t)(t.p[j++] - '0');
			if (n && n <= most && j < t.len && t.p[j] == ']') {
				k = j + 1;
				continue;
			}
			str_ch(&l->work, t.p[k++]);
		}
		if (l->work.len == t.len)
			continue;
		l->more.len = 0;
		text_clean(&l->more, str_view(&l->work));
		if (l->more.len)
			l->line[i].text = arena_copy(&l->arena, str_view(&l->more));
	}
}

static void link_marks(struct lines *l)
{
	size_t links = 0, most = 0;

	for (size_t i = 0; i < l->n; i++) {
		size_t n = link_number(l->line[i].text);

		links += n > 0;
		most = n > most ? n : most;
	}
	if (links >= 3)
		drop_link_marks(l, most);
}

/* ---- reading ---- */

/* Columns that a raw line takes, a TAB to the next multiple of eight. */
static size_t width_of(struct view raw)
{
	size_t w = 0;

	for (size_t i = 0; i < raw.len; i++) {
		if (raw.p[i] == '\t')
			w = (w / 8 + 1) * 8;
		else
			w += (raw.p[i] & 0xc0) != 0x80 && raw.p[i] != '\r';
	}
	return w;
}

/* Add text as lines of its own to a new list, in pieces of a bounded length. */
static void push(struct lines *l, const struct page_line *from, struct view text, bool gap)
{
	while (text.len) {
		size_t at = text.len;

		if (at > LINE_MAX_BYTES) {
			for (at = LINE_MAX_BYTES; at > LINE_MAX_BYTES / 2 && text.p[at] != ' ';)
				at--;
			if (text.p[at] != ' ')
				for (at = LINE_MAX_BYTES; (text.p[at] & 0xc0) == 0x80;)
					at--;
		}
		struct page_line *p = add(l);

		*p = (struct page_line){ .number = from->number, .gap = gap, .text = { text.p, at } };
		while (p->text.len && p->text.p[p->text.len - 1] == ' ')
			p->text.len--;
		p->points = count(p->text);
		while (at < text.len && text.p[at] == ' ')
			at++;
		text.p += at;
		text.len -= at;
		gap = false;
	}
}

/* "date 2022-07-24 Chiều ...": what crawlers write before the text. Its bytes. */
static size_t crawler_stamp(struct view t)
{
	size_t i = 5;

	if (t.len < 14 || memcmp(t.p, "date ", 5))
		return 0;
	for (int digits = 0; i < t.len && ((t.p[i] >= '0' && t.p[i] <= '9') || t.p[i] == '-'); i++)
		if (++digits > 10)
			return 0;
	return (i == 12 || i == 15) && t.p[9] == '-' && i < t.len && t.p[i] == ' ' ? i : 0;
}

/* Lines of their own for what is glued to a paragraph. */
static void cut_lines(struct lines *l)
{
	struct page_line *old = l->line;
	size_t n = l->n, same = 0;

	/* Most pages need no cut: their list stays as it is. */
	for (; same < n; same++) {
		struct view t = old[same].text;

		if (t.len > LINE_MAX_BYTES || crawler_stamp(t) || furniture_tail(t) < t.len)
			break;
		old[same].points = count(t);
	}
	if (same == n)
		return;
	l->line = NULL;
	l->n = l->cap = 0;
	for (size_t i = 0; i < n; i++) {
		struct view t = old[i].text;
		size_t head = crawler_stamp(t), tail = furniture_tail(t);
		bool gap = old[i].gap;

		if (head && head < tail) {
			push(l, &old[i], (struct view){ t.p, head }, gap);
			gap = false;
		} else {
			head = 0;
		}
		while (head < tail && t.p[head] == ' ')
			head++;
		push(l, &old[i], (struct view){ t.p + head, tail - head }, gap);
		while (tail < t.len && t.p[tail] == ' ')
			tail++;
		if (tail < t.len)
			push(l, &old[i], (struct view){ t.p + tail, t.len - tail }, false);
	}
	free(old);
}

void lines_read(struct lines *l, struct view b)
{
	uint32_t number = 1;
	bool gap = false, long_lines = false;

	l->n = l->bad = 0;
	arena_clear(&l->arena);
	l->disguise = decode_disguise(b);
	for (size_t at = 0; at < b.len; number++) {
		const char *nl = memchr(b.p + at, '\n', b.len - at);
		size_t end = nl ? (size_t)(nl - b.p) : b.len;
		struct view raw = { b.p + at, end - at }, text = clean(l, raw);

		at = end + 1;
		if (!text.len) {
			gap = true;
			continue;
		}
		gap |= raw.p[0] == '\f';
		struct page_line *p = add(l);

		long_lines |= raw.len > 600; /* no text is wrapped as wide as that */
		*p = (struct page_line){ .text = text, .number = number, .gap = gap };
		p->points = long_lines ? 0 : (uint32_t)width_of(raw);
		gap = false;
	}
	size_t width = long_lines ? 0 : wrap_width(l);

	if (width)
		unwrap(l, width);
	if (memchr(b.p ? b.p : "", '[', b.len))
		link_marks(l);
	cut_lines(l);
}

void lines_free(struct lines *l)
{
	free(l->line);
	arena_clear(&l->arena);
	str_free(&l->work);
	str_free(&l->more);
	*l = (struct lines){ 0 };
}
