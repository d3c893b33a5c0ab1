#include "lines.h"

#include <stdlib.h>
#include <string.h>

#include "decode.h"
#include "entity.h"
#include "err.h"
#include "furniture.h"
#include "stamp.h"
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

/* The text of the raw line of n bytes at p, as the stream may carry it: in place,
 * where it was clean or has become no longer. */
static struct view clean(struct lines *l, char *p, size_t n)
{
	struct view raw = { p, n };
	bool entities = entity_any(raw);

	if (!entities && !l->disguise) {
		struct view text;

		while (raw.len && raw.p[raw.len - 1] == '\r')
			raw.len--;
		while (raw.len && raw.p[0] == ' ')
			raw.p++, raw.len--;
		while (raw.len && raw.p[raw.len - 1] == ' ')
			raw.len--;
		if (text_is_clean(raw))
			return raw;
		l->bad += text_clean_at(p, n, &l->work, &text);
		return text.p == p ? text : arena_copy(&l->arena, text);
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
	if (l->work.len > n)
		return arena_copy(&l->arena, str_view(&l->work));
	if (l->work.len)
		memcpy(p, l->work.p, l->work.len);
	return (struct view){ p, l->work.len };
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

/* Was line a cut at width before line b? Where lines were filled, the first word
 * of a line would not have fitted behind the line before; letters of different
 * widths (text out of a PDF) need some room to that. points is here the width of
 * the raw line with its indentation. A small letter goes on in any case. */
static bool goes_on(const struct page_line *a, const struct page_line *b, size_t width)
{
	size_t n, need = a->points + 1 + first_word(b->text);

	if (a->points > width + width / 16)
		return false;
	if (need + width / 8 <= width && a->points * 3 < width * 2)
		return false;
	if (text_begins_article(b->text) && !a->wrapped)
		return false;
	return need > width - width / 8 || (text_letter(b->text, 0, &n) == LETTER_LOWER && a->points * 2 > width);
}

static bool small_start(const struct page_line *l)
{
	size_t n;

	return text_letter(l->text, 0, &n) == LETTER_LOWER;
}

/* Does it end in the middle of a sentence? */
static bool open_end(const struct page_line *l)
{
	return !strchr(".:;!?", l->text.p[l->text.len - 1]);
}

/* The same on a page whose lines were filled: what ends in the middle of a sentence goes on
 * with a small letter, however short it is ("Tại hội", "nghị, ..."), and below the first line
 * of a paragraph with a capital as well ("Ủy ban MTTQ", "Việt Nam huyện A"). */
static bool joins(const struct page_line *a, const struct page_line *b, size_t width)
{
	bool open = open_end(a);

	/* "(Quang cảnh hội nghị)" below a sentence */
	if (!open && b->text.p[0] == '(' && b->text.p[b->text.len - 1] == ')')
		return false;
	if (goes_on(a, b, width))
		return true;
	if (!open || a->points > width + width / 16)
		return false;
	return small_start(b) || (a->wrapped && a->points * 2 > width && !text_begins_article(b->text));
}

/* "... công tác thi đua năm" and "2020. Dự hội nghị", "giai đoạn 2016" and "- 2020": is what looks like the mark of an
 * item the rest of a date, or of a name? */
static bool mark_goes_on(struct view a, struct view b)
{
	static const char *const words[] = { " năm", " tháng", " ngày", " số", " quý", " khóa", " lần thứ", " thứ", " Điều", " điều", " khoản", " từ", " đến" };
	bool digit = b.len && b.p[0] >= '0' && b.p[0] <= '9';

	for (size_t i = 0; digit && i < sizeof words / sizeof *words; i++)
		if (view_had(a, a.len, words[i]))
			return true;
	if (view_has(b, 0, "- "))
		return (a.len > 4 && view_shaped(a, a.len - 4, "2000") && view_shaped(b, 2, "2000")) || (view_had(a, a.len, "hi đua") && (view_has(b, 2, "Khen ") || view_has(b, 2, "khen ")));
	return false;
}

/* Were the lines of a page filled up to width? Those that go on with a capital count as
 * well, but not in part, where menus and headlines stand among them. */
static bool filled(const struct lines *l, size_t width, bool part)
{
	enum { LEAST = 5, FEW = 2, NARROW = 100 };
	size_t full = 0, loose = 0, small = 0;

	for (size_t i = 0; i + 1 < l->n; i++) {
		if (!same_block(&l->line[i + 1]) || l->line[i].points < width / 2 || (part && !small_start(&l->line[i + 1])))
			continue;
		/* in the middle of a sentence, wherever that is cut */
		if (goes_on(&l->line[i], &l->line[i + 1], width) || (part && open_end(&l->line[i]))) {
			full++;
			small += small_start(&l->line[i + 1]) || mark_goes_on(l->line[i].text, l->line[i + 1].text);
		} else {
			loose++;
		}
	}
	/* headlines one below the other are as long, but none begins with a small letter */
	if (!part && small * 4 < full)
		return false;
	/* a short page of one or two paragraphs */
	if (!part && width <= NARROW && full >= FEW && full > 2 * loose && small * 2 >= full)
		return true;
	return full >= LEAST && full > 3 * loose;
}

/* The width a page was wrapped at, or 0: that of its longest line; or in part, where its
 * heading and its menus were left as they are, that of the longest which another goes on
 * with in a small letter. */
static size_t wrap_width(const struct lines *l, bool *part)
{
	enum { NARROWEST = 40, WIDEST = 140 };
	size_t width = 0, cut = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct page_line *a = &l->line[i];

		width = a->points > width ? a->points : width;
		if (i + 1 < l->n && same_block(a + 1) && a->points > cut && a->points <= WIDEST && open_end(a) && small_start(a + 1))
			cut = a->points;
	}
	*part = false;
	if (width < NARROWEST)
		return 0;
	if (width <= WIDEST && filled(l, width, false))
		return width;
	*part = true;
	return cut >= NARROWEST && filled(l, cut, true) ? cut : 0;
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

/* What the page says of itself goes on nothing. */
static bool begins_stamp(struct view t)
{
	static const char *const heads[] = { "Đăng ngày", "Đăng lúc", "Đăng bởi", "Ngày đăng", "Ngày cập nhật", "Cập nhật", "Lượt xem", "Được đăng", "Ngày tạo", "Tác giả:", "Nguồn:" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (t.len >= strlen(heads[i]) && !memcmp(t.p, heads[i], strlen(heads[i])))
			return true;
	return false;
}

/* part: only paragraphs of which a line begins with a small letter. */
static void unwrap(struct lines *l, size_t width, bool part)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n;) {
		struct page_line *first = &l->line[i];
		bool small = !part;
		size_t last = i;

		while (last + 1 < l->n && same_block(&l->line[last + 1]) && (!list_item(l->line[last + 1].text) || mark_goes_on(l->line[last].text, l->line[last + 1].text)) && !begins_stamp(l->line[last + 1].text) && !begins_stamp(l->line[last].text) &&
		       joins(&l->line[last], &l->line[last + 1], width)) {
			l->line[++last].wrapped = true; /* no longer the first of its block */
			small |= small_start(&l->line[last]);
		}
		while (!small && last > i)
			l->line[last--].wrapped = false;
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
	enum { BAR = 3, EACH = 24 /* bytes of the words of a link in a bar */ };

	for (size_t i = 0; i < l->n; i++) {
		struct view t = l->line[i].text;
		size_t marks = 0;

		if (!memchr(t.p, '[', t.len))
			continue;
		l->work.len = 0;
		for (size_t k = 0; k < t.len;) {
			size_t j = k + 1, n = 0;

			while (t.p[k] == '[' && j < t.len && j < k + 6 && t.p[j] >= '0' && t.p[j] <= '9')
				n = n * 10 + (size_t)(t.p[j++] - '0');
			if (n && n <= most && j < t.len && t.p[j] == ']') {
				k = j + 1;
				marks++;
				continue;
			}
			str_ch(&l->work, t.p[k++]);
		}
		if (l->work.len == t.len)
			continue;
		l->line[i].links = t.p[0] == '[' && marks >= BAR && l->work.len <= marks * EACH;
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

	if (!raw.len)
		return 0;
	if (!memchr(raw.p, '\t', raw.len)) {
		const char *cr = memchr(raw.p, '\r', raw.len);

		if (!cr || cr + 1 == raw.p + raw.len)
			return text_points(raw) - (cr != NULL);
	}
	for (size_t i = 0; i < raw.len; i++) {
		if (raw.p[i] == '\t')
			w = (w / 8 + 1) * 8;
		else
			w += (raw.p[i] & 0xc0) != 0x80 && raw.p[i] != '\r';
	}
	return w;
}

/* Text as lines of its own, in pieces of a bounded length, to out, which may be
 * NULL, with the number of line like. Returns how many. */
static size_t pieces(struct page_line *out, const struct page_line *like, struct view text, bool gap)
{
	size_t n = 0;

	while (text.len && text.p[0] == ' ')
		text.p++, text.len--;
	for (; text.len; n++, gap = false) {
		size_t at = text.len;

		if (at > LINE_MAX_BYTES) {
			for (at = LINE_MAX_BYTES; at > LINE_MAX_BYTES / 2 && text.p[at] != ' ';)
				at--;
			if (text.p[at] != ' ')
				for (at = LINE_MAX_BYTES; (text.p[at] & 0xc0) == 0x80;)
					at--;
		}
		struct view piece = { text.p, at };

		while (piece.len && piece.p[piece.len - 1] == ' ')
			piece.len--;
		if (out)
			out[n] = (struct page_line){ .number = like->number, .source = like->source, .gap = gap, .text = piece, .points = count(piece) };
		while (at < text.len && text.p[at] == ' ')
			at++;
		text.p += at;
		text.len -= at;
	}
	return n;
}

/* The digits at byte i, no more than most: the byte behind them. */
static size_t digits(struct view t, size_t i, size_t most)
{
	size_t from = i;

	while (i < t.len && i - from < most && t.p[i] >= '0' && t.p[i] <= '9')
		i++;
	return i;
}

/* A day "1/8/2022", "01-08-2022" at byte i, or a time "10:15", "07:29:02": the byte behind it, or i. */
static size_t day_at(struct view t, size_t i)
{
	size_t day = digits(t, i, 2), month = digits(t, day + 1, 2), year = digits(t, month + 1, 4);

	if (day == i || day >= t.len || !strchr("/-.", t.p[day]) || month == day + 1 || month >= t.len || t.p[month] != t.p[day] || year != month + 5)
		return i;
	return year;
}

static size_t time_at(struct view t, size_t i)
{
	size_t hour = digits(t, i, 2), minute = digits(t, hour + 1, 2), second = digits(t, minute + 1, 2);

	if (hour == i || hour >= t.len || t.p[hour] != ':' || minute != hour + 3)
		return i;
	return second == minute + 3 && t.p[minute] == ':' ? second : minute;
}

/* "09 Tháng 6 2018" at byte i: the byte behind it, or i. */
static size_t long_day_at(struct view t, size_t i)
{
	static const char month[] = " Tháng ";
	size_t day = digits(t, i, 2), m = day + sizeof month - 1, end = digits(t, m, 2), year = digits(t, end + 1, 4);

	return day > i && view_has(t, day, month) && end > m && view_has(t, end, " ") && year == end + 5 ? year : i;
}

/* "Thứ bảy, " at byte i: the byte behind it, or i. */
static size_t behind_weekday(struct view t, size_t i)
{
	enum { LONGEST = 16 };

	if (!view_has(t, i, "Thứ ") && !view_has(t, i, "Chủ nhật") && !view_has(t, i, "Chủ Nhật"))
		return i;
	for (size_t k = i; k + 1 < t.len && k - i < LONGEST; k++)
		if (t.p[k] == ',' && t.p[k + 1] == ' ')
			return k + 2;
	return i;
}

/* "Lượt xem: 245 Sáng 19/8, ...": the counter that runs into a paragraph. Its bytes, or 0. */
static size_t counter_head(struct view t)
{
	static const char *const labels[] = { "Lượt xem: ", "Lượt xem ", "Lượt đọc: ", "Số lượt xem: ", "Đã xem: ", "Xem: " };
	enum { PARAGRAPH = 120, FIGURES = 10 };

	for (size_t k = 0; k < sizeof labels / sizeof *labels; k++) {
		size_t n = strlen(labels[k]), end = view_has(t, 0, labels[k]) ? digits(t, n, FIGURES) : n;

		if (end > n && t.len - end > PARAGRAPH && t.p[end] == ' ' && text_begins_article((struct view){ t.p + end + 1, t.len - end - 1 }))
			return end;
	}
	return 0;
}

/* The stamp that runs into a paragraph: "01/08/2022Sáng nay ...", "17:25 06/12/2020 Chiều 30-11, tại
 * ...", "Ngày đăng: 01/08/2022 Sáng ...", and "date 2022-07-24 Chiều ...", which crawlers write
 * before the text. Its bytes. */
static size_t stamp_head(struct view t)
{
	static const char *const labels[] = { "Ngày đăng: ", "Ngày đăng:", "Ngày đăng ", "Cập nhật: ", "Cập nhật:", "Cập nhật lúc: ", "Cập nhật lúc ", "Cập nhật ngày ", "Ngày cập nhật: ", "Đăng ngày: ", "Đăng ngày ", "Đăng lúc: ", "Đăng lúc ", "Được đăng: ", "Viết ngày ", "Ngày: " };
	static const char zone[] = "(GMT+7)";
	enum { PARAGRAPH = 120 };
	size_t i = 0, n, end = 0;
	bool day = false, time = false;

	bool may = t.len && (t.p[0] == 'N' || t.p[0] == 'C' || (unsigned char)t.p[0] == 0xc4); /* few lines begin so */

	if (t.len && strchr("LSX\xc4", t.p[0]) && (n = counter_head(t)))
		return n;

	for (size_t k = 0; may && k < sizeof labels / sizeof *labels && !i; k++)
		if (t.len > strlen(labels[k]) && !memcmp(t.p, labels[k], strlen(labels[k])))
			i = strlen(labels[k]);
	bool label = i > 0;

	i = behind_weekday(t, i);
	while (i < t.len && !(day && time)) {
		size_t next = day ? i : day_at(t, i);

		next = !day && next == i ? long_day_at(t, i) : next;
		day |= next > i;
		if (next == i && !time && (next = time_at(t, i)) > i)
			time = true;
		if (next == i)
			break;
		for (end = i = next; i < t.len && strchr(" ,|-", t.p[i]); i++)
			continue;
	}
	if (day && t.len - i > sizeof zone && !memcmp(t.p + i, zone, sizeof zone - 1))
		end = i + sizeof zone - 1;
	if (day) {
		struct view rest = { t.p + end, t.len - end };

		if (rest.len && text_letter(rest, 0, &n) == LETTER_UPPER)
			return end;
		/* "Cập nhật: 20/08/2020 - Sáng 19/8, ...", "Ngày đăng: 20/08/2020. Sáng 19/8, ..." */
		if (label && rest.len > 3 && (rest.p[0] == '.' || (rest.p[0] == ' ' && strchr("-|", rest.p[1]))))
			end += rest.p[0] == '.' ? 1 : 2;
		rest = (struct view){ t.p + end, t.len - end };
		for (i = 0; i < rest.len && rest.p[i] == ' '; i++)
			continue;
		return (label || time) && rest.len - i > PARAGRAPH && i && text_begins_article((struct view){ rest.p + i, rest.len - i }) ? end : 0;
	}
	i = 5;
	if (t.len < 14 || memcmp(t.p, "date ", 5))
		return 0;
	for (int digit = 0; i < t.len && ((t.p[i] >= '0' && t.p[i] <= '9') || t.p[i] == '-'); i++)
		if (++digit > 10)
			return 0;
	return (i == 12 || i == 15) && t.p[9] == '-' && i < t.len && t.p[i] == ' ' ? i : 0;
}

/* Where a stamp stands behind the end of a paragraph ("... trong năm. 08:30 26/9/2017"). */
static size_t stamp_tail(struct view t)
{
	enum { REACH = 60, SHORTEST = 10 };
	size_t from = t.len > REACH ? t.len - REACH : 1;

	if (t.len < 80 || !(t.p[t.len - 1] >= '0' && t.p[t.len - 1] <= '9'))
		return t.len;
	for (size_t i = from; i + SHORTEST <= t.len; i++)
		if (strchr(".!?", t.p[i - 1]) && t.p[i] == ' ' && !(i > 1 && t.p[i - 2] >= '0' && t.p[i - 2] <= '9') &&
		    stamp_alone((struct view){ t.p + i + 1, t.len - i - 1 }))
			return i;
	return t.len;
}

/* The lines that line becomes where something is glued to a paragraph, to out,
 * which may be NULL. Returns how many. */
static size_t cut(struct page_line *out, struct page_line line)
{
	struct view t = line.text;
	size_t head = stamp_head(t), tail = furniture_tail(t), n = 0;

	tail = tail == t.len ? stamp_tail(t) : tail;

	if (head >= tail)
		head = 0;
	if (head)
		n += pieces(out, &line, (struct view){ t.p, head }, line.gap);
	n += pieces(out ? out + n : NULL, &line, (struct view){ t.p + head, tail - head }, line.gap && !n);
	n += pieces(out ? out + n : NULL, &line, (struct view){ t.p + tail, t.len - tail }, line.gap && !n);
	return n;
}

/* In place and from the end, since a page may be large: first how many lines there
 * will be. */
static void cut_lines(struct lines *l)
{
	size_t n = l->n, all = 0;

	for (size_t i = 0; i < n; i++)
		all += cut(NULL, l->line[i]);
	if (all > l->cap) {
		l->line = xgrow(l->line, all, sizeof *l->line);
		l->cap = all;
	}
	l->n = all;
	for (size_t i = n; i-- > 0;) {
		struct page_line line = l->line[i];

		if (all == i + 1) { /* nothing more is cut above */
			line.points = count(line.text);
			l->line[--all] = line;
			continue;
		}
		all -= cut(NULL, line);
		cut(l->line + all, line);
	}
}

/* Room for the lines of b, which may be millions: counted, so that the list need
 * not be copied as it grows. */
static void reserve(struct lines *l, struct view b)
{
	size_t n = 1, most = b.len / sizeof *l->line;

	for (size_t at = 0; at < b.len && n < most; n++) {
		const char *nl = memchr(b.p + at, '\n', b.len - at);

		if (!nl)
			break;
		at = (size_t)(nl - b.p) + 1;
	}
	if (n <= l->cap)
		return;
	free(l->line);
	l->line = xalloc(n, sizeof *l->line);
	l->cap = n;
}

void lines_read(struct lines *l, char *bytes, size_t n)
{
	struct view b = { bytes, n };
	uint32_t number = 1;
	bool gap = false, long_lines = false;

	l->n = l->bad = 0;
	arena_clear(&l->arena);
	l->disguise = decode_disguise(b);
	reserve(l, b);
	for (size_t at = 0; at < b.len; number++) {
		const char *nl = memchr(b.p + at, '\n', b.len - at);
		size_t end = nl ? (size_t)(nl - b.p) : b.len;
		struct view raw = { b.p + at, end - at }, text;

		size_t width = long_lines ? 0 : width_of(raw);
		bool page = raw.len && raw.p[0] == '\f';

		text = clean(l, bytes + at, end - at);
		at = end + 1;
		if (!text.len) {
			gap = true;
			continue;
		}
		gap |= page;
		struct page_line *p = add(l);

		long_lines |= raw.len > 600; /* no text is wrapped as wide as that */
		*p = (struct page_line){ .text = text, .number = number, .gap = gap };
		p->points = (uint32_t)width;
		gap = false;
	}
	bool part;
	size_t width = long_lines ? 0 : wrap_width(l, &part);

	if (width)
		unwrap(l, width, part);
	if (memchr(b.p ? b.p : "", '[', b.len))
		link_marks(l);
	cut_lines(l);
}

bool lines_raw(struct lines *l, const struct doc *d, struct hint *hints)
{
	const struct hint *before = NULL;
	size_t number = 0;
	bool any = false;

	l->n = l->bad = 0;
	l->disguise = NULL;
	arena_clear(&l->arena);
	for (size_t i = 0; i < d->n; i++) {
		struct view text = doc_text(d, i);

		if (d->lines[i].kind != KIND_RAW || !text.len)
			continue;
		hint_read(&hints[i], doc_field(d, i, 1));
		any |= hints[i].element != ELEMENT_NONE;
		/* Lines of one block stand close; without hints an empty line has no number. */
		bool gap = hints[i].element ? !before || before->own != hints[i].own : number && d->lines[i].number > number + 1;

		*add(l) = (struct page_line){ .text = text, .number = (uint32_t)d->lines[i].number, .source = (uint32_t)i, .gap = gap,
					      .points = (uint32_t)width_of(text) };
		number = d->lines[i].number;
		before = &hints[i];
	}
	bool part;
	size_t width = any ? 0 : wrap_width(l, &part);

	if (width)
		unwrap(l, width, part);
	cut_lines(l);
	return any;
}

void lines_free(struct lines *l)
{
	free(l->line);
	arena_clear(&l->arena);
	str_free(&l->work);
	str_free(&l->more);
	*l = (struct lines){ 0 };
}
