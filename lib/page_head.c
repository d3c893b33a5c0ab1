#include "page_parts.h"

#include <string.h>

#include "shape.h"
#include "text.h"
#include "title.h"

/* Above the article: the title, and what the page says of itself. */

/* The clock of a site: the day, with its name, and no time of day. */
static bool is_clock(struct page *p, const struct page_line *l)
{
	p->key.len = 0;
	str_reserve(&p->key, l->text.len + 1);
	text_key(p->key.p, l->text);
	struct view k = { p->key.p, l->text.len };

	/* "Thứ Bảy, 25 tháng 6, 2016" heads the articles of a day; a clock says "năm" */
	if (shape_day_heading(k))
		return false;
	if (shape_starts(k, "bây giờ"))
		return true;
	return !l->clock_time && !shape_is(l, "meta") && (shape_starts(k, "thứ ") || shape_starts(k, "chủ nhật") || shape_starts(k, "hôm nay") || shape_starts(k, "ngày "));
}

/* A sentence that is too short to be known as the article's by itself. */
static bool opens_early(const struct page *p, size_t i)
{
	const struct page_line *l = &p->lines.line[i];

	/* what opens a list stands right above it */
	if (l->text.p[l->text.len - 1] == ':' && !(p->lines.line[i + 1].prose || shape_list_item(p->lines.line[i + 1].text)))
		return false;
	return l->sentence_end && l->points >= TITLE_MIN && !l->dated && !shape_greeting(l->text) &&
	       !shape_capitals(l->text) && !shape_list_item(l->text) && !l->tail;
}

/* Bullets right below the title, no sentences: what else there is to read. */
static bool points_elsewhere(const struct page *p, const struct extent *e, size_t i)
{
	enum { FAR = 64 };
	const struct page_line *line = p->lines.line;

	for (size_t k = i; k > e->title && i - k < FAR; k--)
		if (!title_meta_like(&line[k]) && (!shape_bullet(line[k].text) || line[k].sentence_end || line[k].points < TITLE_MIN))
			return false;
	return shape_bullet(line[i].text);
}

/* Items of a menu between the title and the article: bullets, few words, and no line
 * that opens a list. */
static bool menu_item(const struct page *p, const struct extent *e, size_t i)
{
	enum { ITEM = 60, FAR = 64 };
	const struct page_line *line = p->lines.line;
	size_t first = i, last = i;

	if (!shape_bullet(line[i].text))
		return false;
	while (first > e->title + 1 && i - first < FAR && shape_bullet(line[first - 1].text))
		first--;
	while (last + 1 < e->body && last - i < FAR && shape_bullet(line[last + 1].text))
		last++;
	for (size_t k = first; k <= last; k++)
		if (line[k].points > ITEM || line[k].sentence_end)
			return false;
	return last > first && line[first - 1].text.p[line[first - 1].text.len - 1] != ':';
}

/* The stamp that stands between the lead and the rest of the article, where none is
 * above it; 0 for none. */
size_t page_stamp_below_lead(const struct page *p, const struct extent *e)
{
	enum { NEAR = 2 };

	if (e->title == p->lines.n || page_stamped(p, e))
		return 0;
	for (size_t i = e->body + 1; i <= e->last && i <= e->body + NEAR; i++)
		if (title_meta_like(&p->lines.line[i]) && p->lines.line[i].stamp)
			return i;
	return 0;
}

/* Does the clock of the site stand above line i, which is another day then? */
static bool other_clock(struct page *p, size_t i)
{
	const struct page_line *line = p->lines.line;

	for (size_t k = 0; k < i; k++)
		if (title_meta_like(&line[k]) && is_clock(p, &line[k]))
			return !view_eq(line[k].text, line[i].text);
	return false;
}

/* A short heading right above the first paragraph, below title and stamp: what is
 * said of the page, and the names of its sections, have fewer words. */
static bool heading_of_body(const struct page *p, const struct extent *e, size_t i)
{
	enum { WORDS = 4 };
	const struct page_line *l = &p->lines.line[i];
	size_t words = 1;

	for (size_t k = 0; k < l->text.len; k++)
		words += l->text.p[k] == ' ';
	return i > e->title && i + 1 == e->body && words >= WORDS && l->points >= TITLE_MIN && !l->furniture && !l->tail && !l->dated &&
	       !shape_image_label(l) && !shape_bullet(l->text) && !shape_link(l->text) && !shape_trail(l->text) && !shape_only_unit(l->text);
}

/* "Lượt xem: 187 Người viết: Hoàng Hải Yến": a counter, and who wrote the page. */
static bool counts_and_tells(const struct page_line *l)
{
	static const char *const cues[] = { "Người viết: ", "Tác giả: ", "Người đăng: ", "Đăng bởi: ", "Viết bởi " };

	for (size_t i = 0; shape_is(l, "views") && i < sizeof cues / sizeof *cues; i++) {
		size_t at = view_find(l->text, 1, cues[i]) + strlen(cues[i]), n;

		if (at < l->text.len && text_letter(l->text, at, &n) == LETTER_UPPER)
			return true;
	}
	return false;
}

/* Below a heading of related items: a headline, no caption, no stamp. */
static bool other_headline(struct page *p, const struct page_line *l)
{
	return l->points >= TITLE_MIN && !l->furniture && !shape_image_label(l) && !shape_caption(l) && !shape_shows_people(&p->key, l) && !title_meta_like(l);
}

/* The letterhead and the heading of a document, and what its table tells: below the title they are its text. */
static bool of_document(const struct page_line *line, size_t i, size_t end)
{
	enum { NEAR = 3 };
	struct view t = line[i].text;

	if (shape_number_of_document(t) || shape_law_cell(t) || shape_document_heading(t))
		return true;
	/* "SỞ NỘI VỤ TỈNH LÀO CAI", right above the number */
	for (size_t k = i + 1; k < end && k - i < NEAR; k++)
		if (shape_number_of_document(line[k].text))
			return shape_capitals(t) && shape_names_unit(t);
	return false;
}

/* "Hà Nội, Thứ Hai Ngày 15/03/2021" above the menu: the day of the site, and not the article's, from which
 * lines of its menu part it? */
static bool site_day(struct page *p, const struct extent *e, size_t i)
{
	const struct page_line *line = p->lines.line;
	size_t menu = 0, comma = view_find(line[i].text, 0, ", ");

	for (size_t k = i + 1; k < e->title && e->title < p->lines.n; k++)
		menu += shape_is(&line[k], "nav") || shape_trail(line[k].text);
	p->key.len = 0;
	str_reserve(&p->key, line[i].text.len + 1);
	text_key(p->key.p, line[i].text);
	struct view k = { p->key.p, line[i].text.len };

	return menu && !line[i].clock_time && (view_has(k, comma, ", thứ ") || view_has(k, comma, ", ngày ") || view_has(k, comma, ", chủ nhật"));
}

/* Does a line right below the article say with its label when it was posted? */
static bool labelled_below(const struct page *p, const struct extent *e)
{
	enum { NEAR = 4 };

	for (size_t i = e->last + 1; i < p->lines.n && i <= e->last + NEAR; i++)
		if (p->lines.line[i].stamp && shape_is(&p->lines.line[i], "meta"))
			return true;
	return false;
}

/* Above the article: the title, then what the page says of itself. */
void page_sort_head(struct page *p, const struct extent *e)
{
	struct page_line *line = p->lines.line;
	enum { ABOVE_TITLE = 3 };
	bool seen = false, others = false, sure; /* others: below a heading of related items */

	for (size_t i = 0; i < e->body; i++) {
		struct page_line *l = &line[i];

		others = shape_is(l, "related") || (others && !l->sentence_end && (shape_bullet(l->text) || other_headline(p, l)));

		if (i == e->title)
			l->kind = KIND_TITLE;
		else if (i < e->title && e->title < p->lines.n && e->title - i <= ABOVE_TITLE && shape_is(l, "credit") && l->text.p[l->text.len - 1] != ':')
			l->kind = KIND_BYLINE; /* "Viết bởi A", as Joomla has it */
		else if (i < e->title && e->title < p->lines.n)
			page_drop(l, title_meta_like(l) ? CLOCK : ABOVE);
		else if (i > e->title && e->title < p->lines.n && of_document(line, i, e->body))
			l->kind = KIND_TEXT;
		else if (title_meta_like(l) && !seen)
			l->kind = KIND_META, seen = l->stamp;
		else if (shape_is(l, "meta") || counts_and_tells(l))
			l->kind = KIND_META;
		else if (e->title < i && e->title < p->lines.n && l->bare)
			page_drop(l, IMAGE);
		else if (shape_is(l, "credit") || (e->title < i && e->title < p->lines.n && shape_byline(l, &sure)) ||
			 (i && line[i - 1].kind == KIND_BYLINE && shape_office(l)))
			l->kind = KIND_BYLINE;
		else if (e->title < i && e->title < p->lines.n && page_repeats(p, e, l))
			page_drop(l, REPEATED);
		else if (e->title < i && page_names_image(p, e, l))
			page_drop(l, IMAGE);
		else if (e->title < i && e->title < p->lines.n && (others || (shape_pointer(l->text) && !shape_listed(line, i)) || points_elsewhere(p, e, i) || menu_item(p, e, i)))
			page_drop(l, LINKS);
		else if (e->title < i && e->title < p->lines.n && shape_dateline(l->text))
			l->kind = KIND_TEXT;
		else if (shape_is(l, "caption") || shape_caption(l) || (e->title < i && e->title < p->lines.n && !l->furniture && l->points <= CAPTION_MAX && shape_speaks_at(l->text)))
			l->kind = KIND_CAPTION;
		else if (e->title < i && e->title < p->lines.n && !l->furniture && !shape_image_label(l) && (shape_section(l->text) || (i && line[i - 1].kind == KIND_TEXT && shape_section(line[i - 1].text) && shape_capitals(l->text))))
			l->kind = KIND_TEXT;
		else if (e->title < i && e->title < p->lines.n && !l->furniture && (shape_salutation(l->text) || opens_early(p, i)))
			l->kind = KIND_TEXT;
		else if (l->inside && i > e->title && !l->furniture && !shape_image_label(l))
			l->kind = KIND_TEXT;
		else if (seen && e->title < i && !l->furniture && !shape_image_label(l) && l->points >= TITLE_MIN && l->points < 2 * TITLE_MIN &&
			 shape_shows_people(&p->key, l))
			l->kind = KIND_CAPTION; /* of the picture that opens the article */
		else if (seen && heading_of_body(p, e, i))
			l->kind = KIND_TEXT;
		else if (l->furniture || shape_image_label(l) || l->points < 2 * TITLE_MIN || e->title == p->lines.n ||
			 shape_greeting(l->text) || (shape_labels(l->text) >= 2 && !l->sentence_end))
			page_drop(l, ABOVE);
		else
			l->kind = KIND_TEXT;
	}
	/* The only stamp may stand above the title: next to it, or with a time of day. */
	seen |= page_stamp_below_lead(p, e) > 0;
	for (size_t i = e->title < p->lines.n ? e->title : e->body; !seen && i-- > 0 && i + 6 > e->title;) {
		if (!title_meta_like(&line[i]) || (is_clock(p, &line[i]) && !other_clock(p, i)) || (!shape_is(&line[i], "meta") && (site_day(p, e, i) || labelled_below(p, e))))
			continue;
		line[i].kind = KIND_META;
		seen = true;
	}
}
