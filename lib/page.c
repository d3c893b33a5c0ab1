#include "page_parts.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "furniture.h"
#include "listing.h"
#include "passage.h"
#include "scan.h"
#include "shape.h"
#include "text.h"
#include "title.h"

/* Names of enum reason. */
static const char *const reasons[] = { "", "above", "below", "clock", "image", "calendar", "links", "no-article", "repeated" };

const char *page_reason(const struct page_line *l)
{
	if (l->reason >= BY_HINT)
		return hint_word_name((enum hint_word)(l->reason - BY_HINT));
	return l->reason && l->reason < sizeof reasons / sizeof *reasons ? reasons[l->reason] : furniture_name(l->furniture);
}

static bool is_text(struct view b)
{
	static const bool control[256] = {
		1, 1, 1, 1, 1, 1, 1, 1, 1, ['\v'] = 1, [0x0e] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, [0x1c] = 1, 1, 1, 1,
	};
	enum { SAMPLE = 1024 };
	size_t odd = 0, n = b.len < SAMPLE ? b.len : SAMPLE;

	/* what is clean has none, and nearly every page is so between its line ends */
	for (size_t i = 0; i < n; i++) {
		i += scan_clean((struct view){ b.p + i, n - i });
		odd += i < n && control[(unsigned char)b.p[i]];
	}
	return odd * 20 <= n;
}

/* ---- what a line looks like ---- */

static void look(struct page *p)
{
	enum { MESSAGE = 600, HEAD = 100 };

	for (size_t i = 0; i < p->lines.n; i++) {
		struct page_line *l = &p->lines.line[i];
		bool tail = false;

		l->sentence_end = shape_sentence_end(l->text) || shape_author_behind(l->text);
		l->bare = shape_follow_bar(l->text) || shape_bracketed_image(l->text);
		if (l->points <= 2 * SHORT) {
			p->key.len = 0;
			str_reserve(&p->key, l->text.len + 1);
			text_key(p->key.p, l->text);
			struct view k = { p->key.p, l->text.len };

			l->furniture = furniture_of(l->text, k, l->points, &tail);
			l->tail = tail || shape_more_items(l->text);
			/* a heading of the text may read so, too */
			l->section = shape_is(l, "section");
			l->furniture = l->section ? 0 : l->furniture;
			l->clock_time = shape_clock(l->text);
			enum stamp stamp = stamp_of(&p->stamp, l->text, k, shape_is(l, "meta"), l->clock_time);

			/* "Thời gian: 14 giờ 00, ngày 10/3/2011", and below it "Địa điểm: ...": of a meeting */
			if (shape_starts(l->text, "Thời gian:") && i + 1 < p->lines.n && shape_minutes(l[1].text))
				stamp = STAMP_NONE;
			l->dated = stamp != STAMP_NONE;
			/* "Đường dây nóng: 0983 ... Chủ nhật, 08/09/2024 07:07" is the site's clock */
			l->stamp = (stamp == STAMP_POSTED && !shape_is(l, "widget")) || shape_starts(l->text, "date 20") || shape_starts(l->text, "date 19");
		} else if (l->points <= MESSAGE) {
			/* what sites say of comments may be long: told by how it begins */
			struct view head = { l->text.p, l->text.len < HEAD ? l->text.len : HEAD };

			p->key.len = 0;
			str_reserve(&p->key, HEAD);
			text_key(p->key.p, head);
			l->furniture = furniture_of(l->text, (struct view){ p->key.p, head.len }, l->points, &tail);
			l->tail = tail;
		}
		/* "Các đại biểu cho rằng ...": a paragraph may begin as captions do; "Ngày 5/12, Cụm thi đua số 4 tổng kết. Đồng
		 * chí A - Giám đốc Sở B phát biểu." shows people as they do */
		if (l->points >= PROSE && l->sentence_end && shape_is(l, "caption") && (!shape_shows_people(&p->key, l) || shape_day_first(l->text)))
			l->furniture = 0;
		/* a title in capitals may end with a full stop; who wrote it may be glued behind that of a
		 * paragraph, but footers have labels */
		l->prose = l->points >= PROSE && !l->furniture && !(l->points < 2 * PROSE && shape_capitals(l->text)) &&
			   (l->sentence_end || shape_day_first(l->text) || (l->points >= 2 * PROSE && memchr(l->text.p, ',', l->text.len)) || (l->points >= PROSE + PROSE / 2 && !memchr(l->text.p, ':', l->text.len) && !shape_one_sentence(l->text))) &&
			   !shape_link(l->text) && (l->points > TITLE_MAX || !shape_trail(l->text)) && !shape_greeting(l->text);
	}
}

/* Does line b, right below a, go on with its sentence? */
static bool continues(const struct page_line *a, const struct page_line *b)
{
	return !b->gap && !a->sentence_end && !a->furniture && !b->furniture && !a->stamp && !b->stamp && a->points >= 40 &&
	       a->points <= 140 && b->points <= 140;
}

/* Paragraphs over several lines on a page that was not wrapped as a whole: a
 * line that begins with a small letter tells them. All their lines are prose. */
static void wrapped_blocks(struct page *p)
{
	enum { LONGEST = 40 };
	struct page_line *line = p->lines.line;
	size_t n = p->lines.n, last;

	for (size_t i = 0; i + 1 < n; i = last + 1) {
		size_t points = line[i].points;

		last = i;
		if (!continues(&line[i], &line[i + 1]) || shape_list_item(line[i + 1].text))
			continue;
		bool small = shape_small_start(line[i + 1].text);

		size_t smalls = 0;

		while (last + 1 < n && (small || last - i < LONGEST) && continues(&line[last], &line[last + 1])) {
			points += line[++last].points;
			smalls += shape_small_start(line[last].text);
		}
		/* "... Ủy ban nhân dân tỉnh / Hậu Giang ghi nhận": its second may begin with a name */
		if (!small && !(last - i >= 3 && smalls)) {
			last = i;
			continue;
		}
		/* two lines may be a caption */
		if (!line[last].sentence_end || (last - i < 2 && (points < PROSE + PROSE / 2 || (points < 2 * PROSE && shape_shows_people(&p->key, &line[i])))))
			continue;
		for (size_t k = i; k <= last; k++)
			line[k].prose = line[k].wrapped = true;
	}
}

void page_unaccented(struct page *p)
{
	size_t ours = 0, others = 0;

	for (size_t i = 0; i < p->lines.n; i++) {
		const struct page_line *l = &p->lines.line[i];

		if (l->prose)
			*(shape_accents(l->text) ? &ours : &others) += l->points;
	}
	/* a page in another language names persons and places of ours */
	if (ours <= others)
		return;
	for (size_t i = 0; i < p->lines.n; i++) {
		struct page_line *l = &p->lines.line[i];

		l->prose = l->prose && shape_accents(l->text);
		l->bare |= shape_bare_words(l->text);
	}
}

/* ---- where the article begins and ends ---- */

/* Headlines of others below the heading i, and then the article goes on: a paragraph right
 * below several of them, which is no teaser of the last, for none of the others has one; or
 * right below one that a bullet marks. */
static bool goes_on_below(struct page *p, size_t i)
{
	enum { FEW = 2, MANY = 5 };
	const struct page_line *line = p->lines.line;
	size_t k = i + 1, n = p->lines.n, marked = 0;

	while (k < n && k - i <= MANY && !line[k].prose && !line[k].furniture && !line[k].dated && !line[k].sentence_end && (line[k].points >= TITLE_MIN || shape_capitals(line[k].text)))
		marked += shape_bullet(line[k++].text);
	bool all = marked && marked + i + 1 == k;

	/* "* Vì sao ...?", and its answer */
	if (shape_is(&line[i], "related") && k + 1 < n && line[k].text.p[line[k].text.len - 1] == '?' && line[k + 1].prose && shape_bullet(line[k + 1].text))
		return true;
	if (!shape_is(&line[i], "related") || k >= n || !(all || k - i > FEW) || !line[k].prose || !line[k].sentence_end || shape_bullet(line[k].text))
		return false;
	/* else a headline and what it tells may follow, but no question and its answer */
	return all || !(k + 2 < n && !line[k + 1].prose && !shape_is(&line[k + 1], "related") && !shape_caption(&line[k + 1]) && !shape_shows_people(&p->key, &line[k + 1]) && line[k + 2].prose && !shape_bullet(line[k + 2].text));
}

/* The last paragraph. A heading of related items ends the article, once more of
 * it stands above than below: the words can stand in a menu above as well. */
static size_t find_last(struct page *p, size_t body)
{
	size_t last = body, after = 0, before = 0, inside = body;
	unsigned next[2] = { 0 };
	bool sure;

	for (size_t i = body; i < p->lines.n; i++)
		after += p->lines.line[i].prose ? p->lines.line[i].points : 0;
	for (size_t i = body; i < p->lines.n; i++) {
		const struct page_line *l = &p->lines.line[i];

		if (l->prose) {
			last = i;
			before += l->points;
			after -= l->points;
		} else if (l->tail && before > after && !goes_on_below(p, i)) {
			break;
		} else if (i > body + 1 && before > after && shape_is(l, "nav") && shape_byline(&l[-1], &sure)) {
			break; /* who wrote it, and then a box of the site */
		}
		/* what is numbered on from the article is of it */
		unsigned arabic, number = shape_number(l->text, &arabic);

		if (number == 1 && i <= last + 2)
			next[arabic] = 2;
		else if (number && number == next[arabic])
			next[arabic]++;
		else
			number = 0;
		if (number > 1 || l->passage)
			inside = i;
	}
	return inside > last ? inside : last;
}

bool page_stamped(const struct page *p, const struct extent *e)
{
	for (size_t i = e->title; i < e->body; i++)
		if (p->lines.line[i].stamp)
			return true;
	return false;
}

/* Where no line is long enough to be known as a paragraph: a heading, a stamp right
 * below it, and some sentences below that. */
static bool short_article(const struct page *p, struct extent *e)
{
	enum { LEAST = 2, SENTENCE = 40 };
	const struct page_line *line = p->lines.line;

	for (size_t i = 1; i + LEAST < p->lines.n; i++) {
		size_t k = i + 1;

		if (!line[i].stamp || !title_meta_like(&line[i]) || line[i - 1].furniture || line[i - 1].points < TITLE_MIN || line[i - 1].sentence_end || line[i - 1].dated)
			continue;
		while (k < p->lines.n && line[k].sentence_end && line[k].points >= SENTENCE && !line[k].furniture && !line[k].stamp && !shape_list_item(line[k].text))
			k++;
		if (k - i - 1 < LEAST)
			continue;
		*e = (struct extent){ i - 1, i + 1, k - 1 };
		return true;
	}
	return false;
}

/* A slogan at the head of a site may be as long as a paragraph: where a menu stands below
 * it, and below that the headline. The first paragraph behind a slogan at body, or body. */
static size_t below_slogan(const struct page *p, size_t body)
{
	enum { HEAD = 8, MENU = 2 };
	const struct page_line *line = p->lines.line;
	size_t next = body + 1, menu = 0;

	if (body >= HEAD || line[body].points > 2 * SHORT || line[body].dated)
		return body;
	for (; next < p->lines.n && !line[next].prose; next++)
		menu += shape_trail(line[next].text) ? MENU : line[next].section || shape_is(&line[next], "nav");
	if (next >= p->lines.n || menu < MENU)
		return body;
	size_t above = title_find(&p->lines, body), title = title_find(&p->lines, next);

	if (above < p->lines.n && !shape_capitals(line[above].text) && !shape_only_unit(line[above].text))
		return body;
	return title < p->lines.n && title > body ? next : body;
}

/* "... tám ngôi nhà. 19/07/2013": a sentence that has its stamp on its own line, below a title. */
static bool lead_with_stamp(const struct page *p, const struct extent *e)
{
	const struct page_line *l = &p->lines.line[e->body];

	return e->title < e->body && l->sentence_end && l[1].number == l->number;
}

/* "Cụm thi đua các tỉnh Nam Trung Bộ:" at line i, however long, with the headline below it and the stamp
 * below that. */
static bool long_kicker(const struct lines *p, size_t i)
{
	const struct page_line *l = &p->line[i];

	return i + 2 < p->n && l->text.p[l->text.len - 1] == ':' && l->points <= TITLE_MAX && title_may_be(&l[1]) && !l[1].sentence_end && l[2].stamp && title_meta_like(&l[2]);
}

/* "Sáng 16/6, UBND huyện A tổ chức hội nghị tổng kết.": a lead that is shorter than a paragraph. */
static bool short_lead(const struct page_line *l)
{
	return l->points >= PROSE / 2 && l->sentence_end && l->text.p[l->text.len - 1] == '.' && !l->furniture && !l->wrapped && shape_day_first(l->text) && !shape_link(l->text);
}

/* "Công đoàn trao Kỷ niệm chương", and below it "Chiều nay, Công đoàn trao ... .": the full stop of a lead, right below a
 * headline that is found already. */
static bool closes_lead(const struct page *p, const struct extent *e)
{
	enum { SECTION = 30 };
	const struct page_line *line = p->lines.line, *lead = &line[e->body];

	return lead->sentence_end && lead->text.p[lead->text.len - 1] == '.' && !view_had(lead->text, lead->text.len, "...") && e->title + 1 == e->body && line[e->title].points > SECTION && !line[e->title].sentence_end && !shape_capitals(lead->text);
}

static bool find_extent(struct page *p, struct extent *e)
{
	const struct page_line *line = p->lines.line;
	size_t n = p->lines.n;

	for (e->body = 0; e->body < n && ((!line[e->body].prose && !line[e->body].passage) || long_kicker(&p->lines, e->body)); e->body++)
		;
	if (e->body == n)
		return short_article(p, e);
	if (line[e->body].prose)
		e->body = below_slogan(p, e->body);
	e->body -= e->body && !line[e->body].passage && short_lead(&line[e->body - 1]);
	e->title = title_find(&p->lines, e->body);
	/* "Kho bạc tổ chức hội nghị tổng kết công tác năm 2022." below the headline, which nothing else tells */
	if (e->title == n && e->body > 1 && !line[e->body].passage) {
		const struct page_line *lead = &line[e->body - 1];

		if (lead->points >= PROSE / 2 && lead->text.p[lead->text.len - 1] == '.' && !lead->furniture && !lead->stamp && !lead->wrapped && shape_one_sentence(lead->text) && !shape_caption(lead) &&
		    title_may_be(&lead[-1]) && !lead[-1].sentence_end) {
			size_t below = title_find(&p->lines, e->body - 1);

			if (below < n) {
				e->title = below;
				e->body--;
			}
		}
	}
	if (e->title == n)
		e->title = title_alone(&p->lines, e->body);
	if (line[e->body].passage) {
		e->last = find_last(p, e->body);
		return true;
	}
	size_t next = e->body + 1;

	/* A heading can be as long as a paragraph, or end in a full stop: what tells is
	 * that a stamp or nothing but furniture parts it from the next paragraph. */
	while (next < n && !line[next].prose)
		next++;
	if (next < n && line[e->body].points <= TITLE_MAX && shape_one_sentence(line[e->body].text) &&
	    !(title_above(line, e->body, 0) && (text_begins_article(line[e->body].text) || line[e->body].text.p[0] == '(')) &&
	    ((next > e->body + 1 && title_meta_like(&line[e->body + 1]) && e->title == n) ||
	     (e->title == n && (!line[e->body].sentence_end || (line[e->body].points < 2 * PROSE && shape_open_end(line[e->body].text) && text_begins_article(line[next].text)))) ||
	     (next == e->body + 2 && title_meta_like(&line[e->body + 1]) && !closes_lead(p, e) && !page_stamped(p, e) && !title_below_kicker(&p->lines, e->title) && !lead_with_stamp(p, e)))) {
		e->title = e->body;
		e->body = next;
	}
	e->last = find_last(p, e->body);
	return !listing_is(&p->lines, e->title < e->body && line[e->title].points >= 2 * PROSE ? e->title : e->body, e->last);
}

static void sort_by_text(struct page *p)
{
	struct extent e;

	wrapped_blocks(p);
	page_unaccented(p);
	passage_find(&p->lines);
	if (find_extent(p, &e))
		page_sort(p, &e);
	else
		page_no_article(p);
}

bool page_read(struct page *p, char *bytes, size_t n)
{
	if (!is_text((struct view){ bytes, n }))
		return false;
	lines_read(&p->lines, bytes, n);
	look(p);
	sort_by_text(p);
	return true;
}

void page_read_raw(struct page *p, const struct doc *d)
{
	if (p->hinted < d->n) {
		free(p->hints);
		p->hints = xalloc(d->n, sizeof *p->hints);
		p->hinted = d->n;
	}
	p->asides = 0;
	bool hints = lines_raw(&p->lines, d, p->hints);

	look(p);
	if (!hints) {
		sort_by_text(p);
		return;
	}
	page_sort_by_hints(p);
}

void page_free(struct page *p)
{
	lines_free(&p->lines);
	str_free(&p->key);
	free(p->hints);
	free(p->aside);
	stamp_free(&p->stamp);
	*p = (struct page){ 0 };
}
