#include "page.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "furniture.h"
#include "lexicon.h"
#include "text.h"

enum {
	PROSE = 80,        /* code points from which a sentence makes a line prose */
	CAPTION_MAX = 220, /* a caption may be two sentences, no paragraph */
	TITLE_MIN = 20,
	TITLE_MAX = 400,
	SHORT = 120,
	TEASER_MAX = 450,  /* what a listing shows of an article is no longer */
};

/* Reasons that are not names of furniture. */
enum reason { BY_NAME, ABOVE, BELOW, CLOCK, IMAGE, CALENDAR, LINKS, NO_ARTICLE };
static const char *const reasons[] = { "", "above", "below", "clock", "image", "calendar", "links", "no-article" };

const char *page_reason(const struct page_line *l)
{
	return l->reason ? reasons[l->reason] : furniture_name(l->furniture);
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

/* ---- what a line looks like ---- */

static bool only_marks(struct view t)
{
	for (size_t i = 0, n; i < t.len; i += n)
		if (text_letter(t, i, &n) != LETTER_NONE)
			return false;
	return true;
}

static bool ends_sentence(struct view t)
{
	while (t.len && (t.p[t.len - 1] == '"' || t.p[t.len - 1] == ')' || t.p[t.len - 1] == '/' || t.p[t.len - 1] == ' '))
		t.len--;
	if (t.len >= 3 && !memcmp(t.p + t.len - 3, "”", 3))
		t.len -= 3;
	while (t.len && t.p[t.len - 1] == ' ')
		t.len--;
	if (!t.len)
		return false;
	if (t.len >= 3 && !memcmp(t.p + t.len - 3, "…", 3))
		return true;
	return strchr(".!?;:", t.p[t.len - 1]) != NULL;
}

static bool digit_at(struct view t, size_t i)
{
	return i < t.len && t.p[i] >= '0' && t.p[i] <= '9';
}

/* A date as pages write one beside a title: 24/07/2020, 2020-07-24, 15 Tháng 9, 2025.
 * Where it begins through *at and where it ends through *end. */
static bool find_stamp(struct page *p, struct view key, size_t *at, size_t *end)
{
	struct rx_match m;

	for (size_t i = 0; i < key.len; i++) {
		if (!digit_at(key, i) || (i && digit_at(key, i - 1)))
			continue;
		if (rx_at(&p->stamp, key, i, &m) != RX_YES)
			continue;
		*at = i;
		*end = m.end[0];
		return true;
	}
	return false;
}

static bool has_clock(struct view t)
{
	for (size_t i = 1; i + 2 < t.len; i++)
		if (t.p[i] == ':' && digit_at(t, i - 1) && t.p[i + 1] >= '0' && t.p[i + 1] <= '5' && digit_at(t, i + 2))
			return true;
	return false;
}

static bool starts(struct view t, const char *with)
{
	size_t n = strlen(with);

	return t.len >= n && !memcmp(t.p, with, n);
}

/* Small letters without any mark, of several words: the name of a picture. */
static bool plain_letters(struct view t)
{
	size_t words = 1;

	for (size_t i = 0; i < t.len; i++) {
		words += t.p[i] == ' ' || t.p[i] == '-' || t.p[i] == '_';
		if ((unsigned char)t.p[i] >= 0x80 || t.p[i] == '.' || t.p[i] == ',' || (t.p[i] >= 'A' && t.p[i] <= 'Z'))
			return false;
	}
	return words >= 3;
}

/* Digits and marks alone, or the name of an image file. */
static bool image_label(const struct page_line *l)
{
	static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".JPG", ".PNG" };
	struct view t = l->text;

	if (l->points > SHORT)
		return false;
	if (only_marks(t) || plain_letters(t) || !strcmp(furniture_name(l->furniture), "image"))
		return true;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i]);

		if (t.len > n && !memcmp(t.p + t.len - n, endings[i], n))
			return true;
	}
	return starts(t, "IMG_") || starts(t, "DSC");
}

/* "img-4806.jpg Quang cảnh ...": the name of a picture, then what it shows. */
static bool image_then_words(struct view t)
{
	static const char *const endings[] = { ".jpg ", ".jpeg ", ".png ", ".gif ", ".webp ", ".JPG ", ".PNG " };
	size_t end = 0;

	while (end < t.len && t.p[end] != ' ')
		end++;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i]);

		if (end >= n && end < t.len && !memcmp(t.p + end + 1 - n, endings[i], n))
			return true;
	}
	return false;
}

static bool is_footnote(struct view t)
{
	size_t i = 1;

	if (!t.len || t.p[0] != '[')
		return false;
	while (digit_at(t, i))
		i++;
	return i > 1 && i < 5 && i < t.len && t.p[i] == ']';
}

static bool is_link(struct view t)
{
	size_t i = 0;

	if (!digit_at(t, 0))
		return false;
	while (digit_at(t, i))
		i++;
	if (!i || i > 4 || i + 3 >= t.len || t.p[i] != '.' || t.p[i + 1] != ' ')
		return false;
	struct view url = { t.p + i + 2, t.len - i - 2 };

	return starts(url, "http://") || starts(url, "https://") || starts(url, "mailto:") || starts(url, "file://") ||
	       starts(url, "ftp://") || starts(url, "javascript:");
}

/* "(baotinh.vn)": where a text is from, or "https://..." alone. */
static bool is_address(struct view t)
{
	if (memchr(t.p, ' ', t.len))
		return false;
	if (starts(t, "http://") || starts(t, "https://") || starts(t, "www."))
		return true;
	return t.len > 5 && (t.p[0] == '(' || t.p[0] == '[') && memchr(t.p, '.', t.len) && (unsigned char)t.p[1] < 0x80 &&
	       t.p[t.len - 2] != '.';
}

static bool is_caption(const struct page_line *l)
{
	struct view t = l->text;

	if (l->points > CAPTION_MAX || is_address(t))
		return false;
	if (image_then_words(t))
		return true;
	if (t.p[0] == '(' && t.p[t.len - 1] == ')' && !l->stamp)
		return true;
	return starts(t, "Ảnh:") || starts(t, "Hình ảnh:") || starts(t, "Ảnh minh") || starts(t, "Chú thích") ||
	       starts(t, "Ảnh ");
}

/* A trail of links to the page: "Trang chủ » Tin tức » ...". */
static bool is_trail(struct view t)
{
	size_t marks = 0;

	if (!memchr(t.p, '>', t.len) && !memchr(t.p, 0xbb, t.len) && !memchr(t.p, 0xba, t.len) && !memchr(t.p, '|', t.len))
		return false;
	for (size_t i = 0; i < t.len; i++) {
		marks += t.p[i] == '>' || t.p[i] == '|';
		if (i + 1 < t.len && (!memcmp(t.p + i, "»", 2)))
			marks++;
		if (i + 2 < t.len && !memcmp(t.p + i, "›", 3))
			marks++;
	}
	return marks >= 2 || (marks && (starts(t, "Trang chủ") || starts(t, "Trang nhất") || starts(t, ">")));
}

static void look(struct page *p)
{
	for (size_t i = 0; i < p->lines.n; i++) {
		struct page_line *l = &p->lines.line[i];
		struct view k = { NULL, 0 };
		bool tail = false;
		size_t at, end;

		l->sentence_end = ends_sentence(l->text);
		if (l->points <= 2 * SHORT) {
			p->key.len = 0;
			str_reserve(&p->key, l->text.len + 1);
			text_key(p->key.p, l->text);
			k = (struct view){ p->key.p, l->text.len };
			l->furniture = furniture_of(l->text, k, l->points, &tail);
			l->tail = tail;
			l->clock_time = has_clock(l->text);
			l->stamp = find_stamp(p, k, &at, &end) || starts(l->text, "date 20") || starts(l->text, "date 19");
		}
		l->prose = l->points >= PROSE && !l->furniture && (l->sentence_end || (l->points >= 2 * PROSE && memchr(l->text.p, ',', l->text.len))) &&
			   !is_link(l->text) && (l->points > TITLE_MAX || !is_trail(l->text));
	}
}

static bool has_accents(struct view t)
{
	for (size_t i = 0; i < t.len; i++)
		if ((unsigned char)t.p[i] >= 0xc3)
			return true;
	return false;
}

/* A long line without a single accent on a page that has them is a message of
 * the site, or in another language. */
static void unaccented(struct page *p)
{
	bool any = false;

	for (size_t i = 0; i < p->lines.n && !any; i++)
		any = p->lines.line[i].prose && has_accents(p->lines.line[i].text);
	for (size_t i = 0; any && i < p->lines.n; i++)
		p->lines.line[i].prose &= has_accents(p->lines.line[i].text);
}

static bool is(const struct page_line *l, const char *name)
{
	return !strcmp(furniture_name(l->furniture), name);
}

static bool meta_like(const struct page_line *l)
{
	return is(l, "meta") || (l->stamp && l->points <= SHORT && !l->prose);
}

static void drop(struct page_line *l, enum reason why)
{
	bool named = l->furniture && !is(l, "caption") && !is(l, "credit") && !is(l, "meta") &&
		     why != IMAGE;

	l->kind = KIND_DROP;
	l->reason = named ? BY_NAME : (uint8_t)why;
}

/* ---- which line is the title ---- */

/* How much of the words of title stand in text: 0..100. Both as tokens. */
static int shared_words(const struct lex *a, const struct lex *b)
{
	int hit = 0, all = 0;

	for (size_t i = 0; i < a->n; i++) {
		const char *word = a->key.p + a->tok[i].start;
		size_t n = a->tok[i].end - a->tok[i].start;

		if (a->tok[i].symbol < SYM_WORD)
			continue;
		all++;
		for (size_t j = 0; j < b->n; j++)
			if (b->tok[j].end - b->tok[j].start == n && !memcmp(word, b->key.p + b->tok[j].start, n)) {
				hit++;
				break;
			}
	}
	return all ? hit * 100 / all : 0;
}

/* The beginning of a paragraph, as tokens: what it is about stands there. */
static void lex_start(struct lex *l, struct view text)
{
	enum { START = 1000 };

	if (text.len > START)
		for (text.len = START; (text.p[text.len] & 0xc0) == 0x80;)
			text.len--;
	lex_line(l, text);
}

/* The title stands above the first paragraph, is no sentence of its own, and
 * shares its words with the article; a stamp below it makes it surer, and so
 * does standing next to the article. */
static size_t find_title(const struct page *p, size_t body)
{
	const struct page_line *line = p->lines.line;
	size_t best = p->lines.n, first = body < 60 ? 0 : body - 60;
	int most = 0;
	bool nearest = true;
	struct lex lex = { 0 }, lead = { 0 }, second = { 0 };

	lex_start(&lead, line[body].text);
	if (body + 1 < p->lines.n && line[body + 1].prose)
		lex_start(&second, line[body + 1].text);

	for (size_t i = body; i-- > first;) {
		const struct page_line *l = &line[i];

		if (l->points < TITLE_MIN || l->points > TITLE_MAX || is_trail(l->text) || is_link(l->text))
			continue;
		if ((l->furniture && (!is(l, "caption") || l->points < PROSE)) || image_label(l) || is_caption(l))
			continue;
		if (meta_like(l) && l->points < 60)
			continue;
		lex_line(&lex, l->text);
		int score = shared_words(&lex, &lead);

		if (second.n) {
			int next = shared_words(&lex, &second);

			score = next > score ? (2 * next + score) / 3 : score;
		}
		score += l->points >= 40 ? 15 : 0;
		score -= l->text.p[l->text.len - 1] == '.' ? 5 : 0;
		/* "Khai mạc Đại hội:" stands over or under a heading */
		score -= l->text.p[l->text.len - 1] == ':' ? 60 : 0;
		score += nearest && !l->sentence_end ? 20 : 0;
		nearest = false;
		for (size_t j = i + 1; j < body && j <= i + 3; j++)
			if (meta_like(&line[j])) {
				score += 25;
				break;
			}
		score -= (int)(body - i) > 12 ? 20 : 0;
		/* A menu repeats the title as a link: the one next to the article is the heading. */
		if (score > most) {
			most = score;
			best = i;
		}
	}
	lex_free(&lex);
	lex_free(&lead);
	lex_free(&second);
	return most >= 30 ? best : p->lines.n;
}

static bool one_sentence(struct view t)
{
	for (size_t i = 4; i + 2 < t.len; i++)
		if (t.p[i] == '.' && t.p[i + 1] == ' ')
			return false;
	return true;
}

/* ---- where the article begins and ends ---- */

struct extent {
	size_t title, body, last; /* lines; title == n: none */
};

/* A listing: several teasers, each with its date, no article. */
static bool is_listing(const struct page *p, size_t body, size_t last)
{
	size_t prose = 0, stamps = 0, more = 0;

	for (size_t i = body; i <= last; i++) {
		const struct page_line *l = &p->lines.line[i];

		if (l->prose && l->points > TEASER_MAX)
			return false;
		prose += l->prose;
		stamps += l->stamp && !l->prose;
		more += is(l, "nav");
	}
	return prose >= 3 && (stamps + 1 >= prose || more + 1 >= prose);
}

/* The last paragraph. A heading of related items ends the article, once more of
 * it stands above than below: the words can stand in a menu above as well. */
static size_t find_last(const struct page *p, size_t body)
{
	size_t last = body, after = 0, before = 0;

	for (size_t i = body; i < p->lines.n; i++)
		after += p->lines.line[i].prose ? p->lines.line[i].points : 0;
	for (size_t i = body; i < p->lines.n; i++) {
		const struct page_line *l = &p->lines.line[i];

		if (l->prose) {
			last = i;
			before += l->points;
			after -= l->points;
		} else if (l->tail && before > after) {
			break;
		}
	}
	return last;
}

static bool find_extent(const struct page *p, struct extent *e)
{
	const struct page_line *line = p->lines.line;
	size_t n = p->lines.n;

	for (e->body = 0; e->body < n && !line[e->body].prose; e->body++)
		;
	if (e->body == n)
		return false;
	e->title = find_title(p, e->body);
	size_t next = e->body + 1;

	/* A heading can be as long as a paragraph, or end in a full stop: what tells is
	 * that a stamp or nothing but furniture parts it from the next paragraph. */
	while (next < n && !line[next].prose)
		next++;
	if (next < n && line[e->body].points <= TITLE_MAX && one_sentence(line[e->body].text) &&
	    ((next > e->body + 1 && meta_like(&line[e->body + 1]) && e->title == n) ||
	     (e->title == n && !line[e->body].sentence_end) ||
	     (next == e->body + 2 && meta_like(&line[e->body + 1])))) {
		e->title = e->body;
		e->body = next;
	}
	e->last = find_last(p, e->body);
	return !is_listing(p, e->body, e->last);
}

/* ---- kinds ---- */

/* Rows of a calendar: weekday names, or seven numbers. */
static bool calendar_row(struct view t)
{
	size_t words = 0, small = 0;

	for (size_t i = 0; i < t.len && words < 10;) {
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

static bool unit_begins(const struct token *t)
{
	return lex_is(t, CLASS_UNIT_HEAD) || lex_is(t, CLASS_UNIT_FIELD) || lex_is(t, CLASS_UNIT_PLACE) || lex_is(t, CLASS_UNIT_WHOLE);
}

/* A name, an office or a unit, alone on a short line: who wrote the article. */
static bool is_byline(const struct page_line *l)
{
	struct lex x = { 0 };
	size_t words = 0, capital = 0, verbs = 0;
	bool several = false;

	if (l->points > 90 || l->stamp)
		return false;
	if (l->furniture)
		return is(l, "credit");
	lex_line(&x, l->text);
	for (size_t i = 0; i < x.n; i++) {
		const struct token *t = &x.tok[i];

		/* "Đức Minh, Văn Công" */
		if ((t->symbol == ',' || t->symbol == SYM_DASH) && i == words && words >= 2 && words <= 4)
			several = true;
		if (t->symbol < SYM_WORD && t->symbol != SYM_ROMAN)
			continue;
		words++;
		capital += t->caps != CAPS_LOW;
		verbs += lex_is(t, CLASS_VERBS) && t->caps == CAPS_LOW;
	}
	bool first_unit = x.n && unit_begins(&x.tok[0]);
	bool name = x.n && lex_is(&x.tok[0], CLASS_SURNAMES);
	/* "Phùng Vĩ - Hội Nông dân tỉnh" */
	size_t dash = 2;

	while (dash < x.n && dash < 5 && x.tok[dash].symbol >= SYM_WORD && x.tok[dash - 1].caps != CAPS_LOW)
		dash++;
	bool name_unit = name && dash + 1 < x.n && (x.tok[dash].symbol == SYM_DASH || x.tok[dash].symbol == '(') && unit_begins(&x.tok[dash + 1]);

	lex_free(&x);
	if (verbs || !words)
		return false;
	if (first_unit || name_unit)
		return words <= 12;
	return capital == words && ((words <= 5 && (name || words <= 3)) || (several && words <= 9));
}

static bool contact_like(const struct page_line *l)
{
	return is(l, "contact") || starts(l->text, "TRANG THÔNG TIN") || starts(l->text, "CỔNG THÔNG TIN") ||
	       starts(l->text, "Trang thông tin điện tử") || starts(l->text, "Cổng thông tin điện tử") ||
	       starts(l->text, "Trang Thông tin điện tử") || starts(l->text, "Cổng Thông tin điện tử");
}

/* The clock of a site: the day, with its name, and no time of day. */
static bool is_clock(struct page *p, const struct page_line *l)
{
	p->key.len = 0;
	str_reserve(&p->key, l->text.len + 1);
	text_key(p->key.p, l->text);
	struct view k = { p->key.p, l->text.len };

	return !l->clock_time && (starts(k, "thứ ") || starts(k, "chủ nhật") || starts(k, "hôm nay") || starts(k, "ngày "));
}

/* Above the article: the title, then what the page says of itself. */
static void sort_head(struct page *p, const struct extent *e)
{
	struct page_line *line = p->lines.line;
	bool seen = false;

	for (size_t i = 0; i < e->body; i++) {
		struct page_line *l = &line[i];

		if (i == e->title)
			l->kind = KIND_TITLE;
		else if (i < e->title && e->title < p->lines.n)
			drop(l, meta_like(l) ? CLOCK : ABOVE);
		else if (meta_like(l) && !seen)
			l->kind = KIND_META, seen = l->stamp;
		else if (is(l, "meta"))
			l->kind = KIND_META;
		else if (is(l, "credit") || (e->title < i && e->title < p->lines.n && is_byline(l)))
			l->kind = KIND_BYLINE;
		else if (is(l, "caption") || is_caption(l))
			l->kind = KIND_CAPTION;
		else if (l->furniture || image_label(l) || l->points < 2 * TITLE_MIN || e->title == p->lines.n)
			drop(l, ABOVE);
		else
			l->kind = KIND_TEXT;
	}
	/* The only stamp may stand above the title: next to it, or with a time of day. */
	for (size_t i = e->title < p->lines.n ? e->title : e->body; !seen && i-- > 0 && i + 6 > e->title;) {
		if (!meta_like(&line[i]) || is_clock(p, &line[i]))
			continue;
		line[i].kind = KIND_META;
		seen = true;
	}
}

static bool list_item(struct view t)
{
	return starts(t, "- ") || starts(t, "+ ") || starts(t, "• ") || starts(t, "* ");
}

/* Words that tell what a picture shows: people at a meeting, doing something. */
static bool shows_people(struct page *p, const struct page_line *l)
{
	static const char *const words[] = {
		"hội nghị", "phát biểu", "trao", "tặng", "ký kết", "chụp ảnh", "lưu niệm", "tham dự", "đại biểu",
		"chủ trì", "quang cảnh", "toàn cảnh", "đồng chí", "lãnh đạo", "buổi lễ", "hình ảnh", "chứng kiến", "bàn giao",
	};

	p->key.len = 0;
	str_reserve(&p->key, l->text.len + 1);
	text_key(p->key.p, l->text);
	for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
		size_t n = strlen(words[w]);

		for (size_t i = 0; i + n <= l->text.len; i++)
			if (!memcmp(p->key.p + i, words[w], n) && (!i || p->key.p[i - 1] == ' ' || p->key.p[i - 1] == '('))
				return true;
	}
	return false;
}

/* A caption by its place: below a picture, or said twice, or a short line that
 * is no sentence between two paragraphs. */
static bool stands_as_caption(struct page *p, const struct page_line *l, const struct page_line *before,
			      const struct page_line *after)
{
	bool picture = before && before->kind == KIND_DROP && before->reason == IMAGE;
	bool twice = (before && before->kind == KIND_CAPTION && view_eq(before->text, l->text)) ||
		     (after && view_eq(after->text, l->text));

	if (l->points > CAPTION_MAX || l->tail || !one_sentence(l->text) || list_item(l->text))
		return false;
	if (picture || twice)
		return !l->prose || shows_people(p, l);
	return !l->sentence_end && l->points >= TITLE_MIN && l->points <= SHORT + SHORT / 2 && before && before->prose &&
	       shows_people(p, l);
}

/* Between its first and its last paragraph. */
static void sort_body(struct page *p, const struct extent *e)
{
	for (size_t i = e->body; i <= e->last; i++) {
		struct page_line *l = &p->lines.line[i];
		struct page_line *before = i > e->body ? l - 1 : NULL;
		struct page_line *after = i < e->last ? l + 1 : NULL;

		if (is_footnote(l->text))
			l->kind = KIND_NOTE;
		else if (!l->furniture && (stands_as_caption(p, l, before, after) ||
					   (l->points <= CAPTION_MAX && (image_then_words(l->text) || starts(l->text, "Ảnh:")))))
			l->kind = KIND_CAPTION;
		else if (l->prose)
			l->kind = KIND_TEXT;
		else if (image_label(l))
			drop(l, IMAGE);
		else if (is(l, "caption") || is(l, "credit") || is_caption(l))
			l->kind = KIND_CAPTION;
		else if (l->furniture || is_link(l->text) || is_address(l->text))
			drop(l, ABOVE);
		else if (before && before->kind == KIND_CAPTION && !before->sentence_end && !l->sentence_end &&
			 l->points <= SHORT && before->text.p[0] != '(')
			l->kind = KIND_CAPTION; /* a caption over two lines */
		else
			l->kind = KIND_TEXT;
	}
}

/* The caption of a picture that ends the article: one line, and nothing like it
 * behind it, as the titles of other articles have. */
static bool last_caption(struct page *p, const struct extent *e, size_t i)
{
	const struct page_line *l = &p->lines.line[i];
	const struct page_line *next = i + 1 < p->lines.n ? l + 1 : NULL;

	return i == e->last + 1 && !l->furniture && !l->stamp && !l->sentence_end && l->points >= TITLE_MIN &&
	       l->points <= SHORT + SHORT / 2 && shows_people(p, l) &&
	       (!next || next->furniture || next->tail || is_byline(next));
}

/* Below it: bylines, notes, captions; from the first sure sign on, furniture. */
static void sort_foot(struct page *p, const struct extent *e)
{
	struct page_line *line = p->lines.line;
	bool over = false, contact = false;
	int bylines = 0;

	for (size_t i = e->last + 1; i < p->lines.n; i++) {
		struct page_line *l = &line[i];

		if (is_link(l->text)) {
			drop(l, LINKS);
			over = true;
		} else if (i + 1 < p->lines.n && is_link(line[i + 1].text)) {
			drop(l, LINKS);
		} else if (!over && is_footnote(l->text)) {
			l->kind = KIND_NOTE;
		} else if (contact_like(l)) {
			l->kind = KIND_CONTACT;
			over = contact = true;
		} else if (over) {
			drop(l, BELOW);
		} else if (l->tail) {
			drop(l, BELOW);
			over = true;
		} else if (calendar_row(l->text) || (i + 1 < p->lines.n && calendar_row(line[i + 1].text))) {
			drop(l, CALENDAR);
			over = true;
		} else if (image_label(l)) {
			drop(l, IMAGE);
		} else if (is(l, "caption") || is_caption(l)) {
			l->kind = KIND_CAPTION;
		} else if (bylines < 3 && is_byline(l)) {
			l->kind = KIND_BYLINE;
			bylines++;
		} else if (last_caption(p, e, i)) {
			l->kind = KIND_CAPTION;
		} else if (is(l, "meta") && l->stamp) {
			l->kind = KIND_META;
		} else if (l->furniture || l->stamp) {
			drop(l, BELOW);
			over = !is(l, "alttext") && !is(l, "share") && !is(l, "print") && !is(l, "fontsize");
		} else if (!bylines && ((l->sentence_end && l->points >= PROSE / 2) || list_item(l->text))) {
			l->kind = KIND_TEXT;
		} else if (i > e->last + 1 && line[i - 1].kind == KIND_CAPTION && !line[i - 1].sentence_end &&
			   l->points <= SHORT && !contact) {
			l->kind = KIND_CAPTION;
		} else {
			drop(l, BELOW);
			over = true;
		}
	}
}

bool page_read(struct page *p, struct view bytes)
{
	struct extent e;

	if (!is_text(bytes))
		return false;
	p->stamp.pattern = "(?:\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:19|20)\\d\\d(?!\\d)"
			   "|(?:19|20)\\d\\d-\\d\\d-\\d\\d(?!\\d)"
			   "|\\d{1,2},? tháng [^ ]+?,? (?:năm )?(?:19|20)\\d\\d(?!\\d))";
	lines_read(&p->lines, bytes);
	look(p);
	unaccented(p);
	if (!find_extent(p, &e)) {
		for (size_t i = 0; i < p->lines.n; i++)
			drop(&p->lines.line[i], NO_ARTICLE);
		return true;
	}
	sort_head(p, &e);
	sort_body(p, &e);
	sort_foot(p, &e);
	return true;
}

void page_free(struct page *p)
{
	lines_free(&p->lines);
	str_free(&p->key);
	rx_free(&p->stamp);
	*p = (struct page){ 0 };
}
