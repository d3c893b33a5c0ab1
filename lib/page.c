#include "page.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "lexicon.h"
#include "text.h"

#define FURNITURE_TABLES
#include "furniture.h"

static const struct lex_table furniture = {
	furniture_base,  furniture_check,  furniture_term, furniture_only,
	furniture_rest,  furniture_entry,  furniture_sense, furniture_string,
	furniture_set,   sizeof furniture_base / sizeof *furniture_base,
};

enum {
	PROSE = 80,       /* code points from which a sentence makes a line prose */
	CAPTION_MAX = 220, /* a caption may be two sentences, no paragraph */
	TITLE_MIN = 20,
	TITLE_MAX = 400,
	SHORT = 120,
};

/* ---- reading ---- */

static void add_line(struct page *p, size_t number, struct view text, bool gap)
{
	if (p->n == p->cap) {
		p->cap = p->cap ? p->cap * 2 : 256;
		p->line = xgrow(p->line, p->cap, sizeof *p->line);
	}
	p->line[p->n++] = (struct page_line){ .number = number, .text = text, .gap = gap };
}

static bool is_text(struct view b)
{
	size_t odd = 0, n = b.len < 4096 ? b.len : 4096;

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)b.p[i];

		odd += c < 0x20 && c != '\n' && c != '\t' && c != '\r' && c != '\f' && c != 0x1b;
	}
	return odd * 20 <= n;
}

static void read_lines(struct page *p, struct view b)
{
	size_t number = 1;
	bool gap = false;

	p->n = p->bad = p->clean.len = 0;
	/* Cleaned text moves while it grows: first remember where it is. */
	for (size_t at = 0; at < b.len; number++) {
		const char *nl = memchr(b.p + at, '\n', b.len - at);
		size_t end = nl ? (size_t)(nl - b.p) : b.len;
		size_t from = p->clean.len;

		p->bad += text_clean(&p->clean, (struct view){ b.p + at, end - at });
		if (p->clean.len > from) {
			add_line(p, number, (struct view){ NULL, p->clean.len - from }, gap);
			gap = false;
		} else {
			gap = true;
		}
		at = end + 1;
	}
	size_t off = 0;

	for (size_t i = 0; i < p->n; i++) {
		p->line[i].text.p = p->clean.p + off;
		off += p->line[i].text.len;
		p->line[i].points = text_points(p->line[i].text);
	}
}

/* ---- what a line looks like ---- */

static const char *tag_of(const struct lex_sense *s)
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

/* The phrase of the list of furniture that makes line l furniture. */
static const struct lex_sense *furniture_of(const struct page_line *l, struct view key)
{
	struct view t = l->text;
	size_t len, skip = 0, n;

	while (skip < t.len && text_letter(t, skip, &n) == LETTER_NONE && !(t.p[skip] >= '0' && t.p[skip] <= '9') &&
	       (unsigned char)t.p[skip] != 0xc2)
		skip += n;
	for (size_t at = skip; at < t.len && (at == skip || l->points <= SHORT);) {
		unsigned e = lex_match(&furniture, key, t, at, &len);

		for (unsigned i = 0; e && i < furniture.entry[e].n; i++) {
			const struct lex_sense *s = &furniture.sense[furniture.entry[e].first + i];
			const char *how = tag_of(s);
			bool whole = at == skip && only_marks(t, at + len);

			if (whole)
				return s;
			if (*how == 'p' && at == skip && l->points <= 2 * SHORT)
				return s;
			if (*how == 'c' || (*how == 's' && only_marks(t, at + len)))
				return s;
		}
		while (at < t.len && text_letter(t, at, &n) != LETTER_NONE)
			at += n;
		while (at < t.len && text_letter(t, at, &n) == LETTER_NONE)
			at += n;
	}
	return NULL;
}

static bool ends_sentence(struct view t)
{
	while (t.len && (t.p[t.len - 1] == '"' || t.p[t.len - 1] == ')' || t.p[t.len - 1] == '/'))
		t.len--;
	if (t.len >= 3 && !memcmp(t.p + t.len - 3, "”", 3))
		t.len -= 3;
	if (!t.len)
		return false;
	if (t.len >= 3 && !memcmp(t.p + t.len - 3, "…", 3))
		return true;
	return strchr(".!?;:", t.p[t.len - 1]) != NULL;
}

/* A date as pages write one beside a title: 24/07/2020, 2020-07-24, 15 Tháng 9, 2025 ... */
static bool has_stamp(struct page *p, struct view key)
{
	struct rx_match m;

	for (size_t i = 0; i < key.len; i++) {
		if (key.p[i] < '0' || key.p[i] > '9' || (i && key.p[i - 1] >= '0' && key.p[i - 1] <= '9'))
			continue;
		if (rx_at(&p->stamp, key, i, &m) == RX_YES)
			return true;
	}
	return false;
}

static bool has_clock(struct view t)
{
	for (size_t i = 1; i + 2 < t.len; i++)
		if (t.p[i] == ':' && t.p[i - 1] >= '0' && t.p[i - 1] <= '9' && t.p[i + 1] >= '0' && t.p[i + 1] <= '5' &&
		    t.p[i + 2] >= '0' && t.p[i + 2] <= '9')
			return true;
	return false;
}

/* Digits and marks alone, or the name of an image file. */
static bool image_label(const struct page_line *l)
{
	static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp" };
	struct view t = l->text;

	if (l->points > SHORT)
		return false;
	if (only_marks(t, 0))
		return true;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i]);

		if (t.len > n && !memcmp(t.p + t.len - n, endings[i], n))
			return true;
	}
	return t.len > 4 && (!memcmp(t.p, "IMG_", 4) || !memcmp(t.p, "DSC", 3));
}

static bool starts(struct view t, const char *with)
{
	size_t n = strlen(with);

	return t.len >= n && !memcmp(t.p, with, n);
}

static bool is_footnote(struct view t)
{
	size_t i = 1;

	if (!t.len || t.p[0] != '[')
		return false;
	while (i < t.len && t.p[i] >= '0' && t.p[i] <= '9')
		i++;
	return i > 1 && i < 5 && i < t.len && t.p[i] == ']';
}

static bool is_caption(const struct page_line *l)
{
	struct view t = l->text;

	if (l->points > CAPTION_MAX)
		return false;
	if (t.p[0] == '(' && t.p[t.len - 1] == ')' && !l->stamp)
		return true;
	return starts(t, "Ảnh:") || starts(t, "Hình ảnh:") || starts(t, "Ảnh minh") || starts(t, "Chú thích");
}

static void look(struct page *p)
{
	struct str key = { 0 };

	for (size_t i = 0; i < p->n; i++) {
		struct page_line *l = &p->line[i];

		key.len = 0;
		str_reserve(&key, l->text.len + 1);
		text_key(key.p, l->text);
		struct view k = { key.p, l->text.len };
		const struct lex_sense *s = furniture_of(l, k);

		l->furniture = s ? s->value + 1 : 0;
		l->tail = s && strstr(tag_of(s), "-tail");
		l->sentence_end = ends_sentence(l->text);
		l->clock_time = l->points <= 2 * SHORT && has_clock(l->text);
		l->stamp = l->points <= 2 * SHORT && has_stamp(p, k);
		l->prose = l->points >= PROSE && !l->furniture &&
			   (l->sentence_end || (l->points >= 2 * PROSE && memchr(l->text.p, ',', l->text.len)));
	}
	str_free(&key);
}

static const char *what(const struct page_line *l)
{
	return l->furniture ? furniture_string[l->furniture - 1] : "";
}

static bool is(const struct page_line *l, const char *reason)
{
	return !strcmp(what(l), reason);
}

/* ---- which line is the title ---- */

/* How much of the words of title stand in text: 0..100. */
static unsigned shared_words(struct view title, struct view text)
{
	struct lex a = { 0 }, b = { 0 };
	unsigned hit = 0, all = 0;

	if (text.len > 4000)
		text.len = 4000;
	lex_line(&a, title);
	lex_line(&b, text);
	for (size_t i = 0; i < a.n; i++) {
		size_t n = a.tok[i].end - a.tok[i].start;

		if (a.tok[i].symbol < SYM_WORD)
			continue;
		all++;
		for (size_t j = 0; j < b.n; j++)
			if (b.tok[j].end - b.tok[j].start == n &&
			    !memcmp(a.key.p + a.tok[i].start, b.key.p + b.tok[j].start, n)) {
				hit++;
				break;
			}
	}
	lex_free(&a);
	lex_free(&b);
	return all ? hit * 100 / all : 0;
}

/* The title stands above the first paragraph, is no sentence of its own, and
 * shares its words with the article; a stamp below it makes it surer. */
static size_t find_title(const struct page *p, size_t body)
{
	size_t best = p->n;
	int most = 0;

	for (size_t i = body < 40 ? 0 : body - 40; i < body; i++) {
		const struct page_line *l = &p->line[i];

		if (l->points < TITLE_MIN || l->points > TITLE_MAX)
			continue;
		if ((l->furniture && !is(l, "caption")) || image_label(l) || is_caption(l))
			continue;
		if ((l->stamp || l->clock_time) && l->points < 60)
			continue;
		int score = (int)shared_words(l->text, p->line[body].text);

		if (body + 1 < p->n && p->line[body + 1].prose) {
			int next = (int)shared_words(l->text, p->line[body + 1].text);

			score = next > score ? (2 * next + score) / 3 : score;
		}
		score += l->points >= 40 ? 15 : 0;
		score -= l->text.p[l->text.len - 1] == '.' ? 5 : 0;
		for (size_t j = i + 1; j < body && j <= i + 3; j++)
			if (p->line[j].stamp || is(&p->line[j], "meta"))
				score += 25, j = body;
		score -= (int)(body - i) > 12 ? 20 : 0;
		/* A menu repeats the title as a link: the last of equals is the heading. */
		if (score >= most) {
			most = score;
			best = i;
		}
	}
	return most >= 30 ? best : p->n;
}

/* ---- the end of the article ---- */

/* Rows of a calendar: weekday names, or seven numbers. */
static bool calendar_row(struct view t)
{
	size_t words = 0, small = 0;

	for (size_t i = 0; i < t.len;) {
		size_t from = i;

		while (i < t.len && t.p[i] != ' ')
			i++;
		words++;
		small += i - from <= 2;
		while (i < t.len && t.p[i] == ' ')
			i++;
	}
	return words >= 5 && words <= 8 && small == words;
}

/* A name, an office or a unit, alone on a short line: who wrote the article. */
static bool is_byline(const struct page_line *l)
{
	struct lex x = { 0 };
	size_t words = 0, capital = 0, unit = 0, verbs = 0, names = 0;

	if (l->points > 90 || l->stamp)
		return false;
	if (is(l, "credit"))
		return true;
	lex_line(&x, l->text);
	for (size_t i = 0; i < x.n; i++) {
		const struct token *t = &x.tok[i];

		if (t->symbol < SYM_WORD && t->symbol != SYM_ROMAN)
			continue;
		words++;
		capital += t->caps != CAPS_LOW;
		unit += lex_is(t, CLASS_UNIT_HEAD) || lex_is(t, CLASS_UNIT_PLACE) || lex_is(t, CLASS_UNIT_WHOLE);
		verbs += lex_is(t, CLASS_VERBS) && t->caps == CAPS_LOW;
		names += i == 0 && lex_is(t, CLASS_SURNAMES);
	}
	bool first_unit = x.n && (lex_is(&x.tok[0], CLASS_UNIT_HEAD) || lex_is(&x.tok[0], CLASS_UNIT_PLACE) ||
				  lex_is(&x.tok[0], CLASS_UNIT_WHOLE));

	lex_free(&x);
	if (verbs || !words)
		return false;
	if (first_unit)
		return words <= 12;
	if (capital == words && words <= 5)
		return names || words <= 3 || unit;
	return false;
}

static void drop(struct page_line *l, const char *why)
{
	l->kind = KIND_DROP;
	l->reason = l->furniture && strcmp(what(l), "caption") && strcmp(what(l), "credit") ? what(l) : why;
}

static bool contact_like(const struct page_line *l)
{
	return is(l, "contact") || starts(l->text, "TRANG THÔNG TIN") || starts(l->text, "CỔNG THÔNG TIN") ||
	       starts(l->text, "Trang thông tin điện tử") || starts(l->text, "Cổng thông tin điện tử");
}

static bool meta_like(const struct page_line *l)
{
	return is(l, "meta") || (l->stamp && l->points <= SHORT && !l->prose);
}

static bool one_sentence(struct view t)
{
	for (size_t i = 0; i + 2 < t.len; i++)
		if (t.p[i] == '.' && t.p[i + 1] == ' ' && i > 3)
			return false;
	return true;
}

/* Above the article: the title, then what the page says of itself. */
static void sort_head(struct page *p, size_t title, size_t body)
{
	bool seen = false;

	for (size_t i = 0; i < body; i++) {
		struct page_line *l = &p->line[i];

		if (i == title)
			l->kind = KIND_TITLE;
		else if (i < title && title < p->n)
			drop(l, meta_like(l) ? "clock" : "above");
		else if (meta_like(l) && !seen)
			l->kind = KIND_META, seen = seen || l->stamp;
		else if (is(l, "meta"))
			l->kind = KIND_META;
		else if (is(l, "caption") || is_caption(l))
			l->kind = KIND_CAPTION;
		else if (l->furniture || image_label(l) || l->points < TITLE_MIN)
			drop(l, "above");
		else
			l->kind = KIND_TEXT;
	}
}

/* Between its first and its last paragraph. */
static void sort_body(struct page *p, size_t body, size_t last)
{
	for (size_t i = body; i <= last; i++) {
		struct page_line *l = &p->line[i];
		struct page_line *before = i > body ? &p->line[i - 1] : NULL;

		if (is_footnote(l->text))
			l->kind = KIND_NOTE;
		else if (l->prose)
			l->kind = KIND_TEXT;
		else if (image_label(l))
			drop(l, "image");
		else if (is(l, "caption") || is(l, "credit") || is_caption(l))
			l->kind = KIND_CAPTION;
		else if (l->furniture)
			drop(l, "furniture");
		else if (before && before->kind == KIND_DROP && !strcmp(before->reason, "image") && !l->sentence_end)
			l->kind = KIND_CAPTION;
		else if (before && before->kind == KIND_CAPTION && !before->sentence_end && !l->sentence_end &&
			 l->points <= SHORT && !starts(before->text, "("))
			l->kind = KIND_CAPTION; /* a caption over two lines */
		else
			l->kind = KIND_TEXT;
	}
}

/* Below it: bylines, notes, captions; from the first sure sign on, furniture. */
static void sort_foot(struct page *p, size_t last)
{
	bool over = false, contact = false;
	int bylines = 0;

	for (size_t i = last + 1; i < p->n; i++) {
		struct page_line *l = &p->line[i];

		if (!over && is_footnote(l->text)) {
			l->kind = KIND_NOTE;
		} else if (contact_like(l)) {
			l->kind = KIND_CONTACT;
			over = contact = true;
		} else if (over) {
			drop(l, contact ? "footer" : "below");
		} else if (l->tail || calendar_row(l->text) ||
			   (i + 1 < p->n && calendar_row(p->line[i + 1].text))) {
			drop(l, "calendar");
			over = true;
		} else if (image_label(l)) {
			drop(l, "image");
		} else if (is(l, "caption") || is_caption(l)) {
			l->kind = KIND_CAPTION;
		} else if (bylines < 3 && is_byline(l)) {
			l->kind = KIND_BYLINE;
			bylines++;
		} else if (l->furniture || l->stamp) {
			drop(l, "below");
			over = !is(l, "alttext") && !is(l, "share") && !is(l, "print");
		} else if (!bylines && l->sentence_end && l->points >= PROSE / 2) {
			l->kind = KIND_TEXT;
		} else {
			drop(l, "below");
			over = true;
		}
	}
}

bool page_read(struct page *p, struct view bytes)
{
	size_t body, last = 0;

	if (!is_text(bytes))
		return false;
	p->stamp.pattern = "(?:\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:19|20)\\d\\d(?!\\d)"
			   "|(?:19|20)\\d\\d-\\d\\d-\\d\\d(?!\\d)"
			   "|\\d{1,2},? tháng [^ ]+?,? (?:năm )?(?:19|20)\\d\\d(?!\\d))";
	read_lines(p, bytes);
	look(p);
	for (body = 0; body < p->n && !p->line[body].prose; body++)
		;
	for (size_t i = body; i < p->n; i++)
		if (p->line[i].prose)
			last = i;
	if (body == p->n) {
		for (size_t i = 0; i < p->n; i++)
			drop(&p->line[i], "no-article");
		return true;
	}
	size_t title = find_title(p, body);
	size_t next = body + 1;

	/* A heading can be as long as a paragraph, or end in a full stop: what tells is
	 * that a stamp or nothing but furniture parts it from the next paragraph. */
	while (next < p->n && !p->line[next].prose)
		next++;
	if (next < p->n && p->line[body].points <= TITLE_MAX && one_sentence(p->line[body].text) &&
	    ((next > body + 1 && meta_like(&p->line[body + 1])) || (title == p->n && !p->line[body].sentence_end))) {
		title = body;
		body = next;
	}
	sort_head(p, title, body);
	sort_body(p, body, last);
	sort_foot(p, last);
	return true;
}

void page_free(struct page *p)
{
	free(p->line);
	str_free(&p->clean);
	rx_free(&p->stamp);
	*p = (struct page){ 0 };
}
