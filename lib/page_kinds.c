#include "page_parts.h"

#include <stdlib.h>
#include <string.h>

#include "passage.h"
#include "shape.h"
#include "text.h"
#include "title.h"

void page_drop(struct page_line *l, enum reason why)
{
	bool named = l->furniture && !shape_is(l, "caption") && !shape_is(l, "credit") && !shape_is(l, "meta") &&
		     why != IMAGE;

	l->kind = KIND_DROP;
	l->reason = named ? BY_NAME : (uint8_t)why;
}

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
	return !l->clock_time && !shape_is(l, "meta") && (shape_starts(k, "thứ ") || shape_starts(k, "chủ nhật") || shape_starts(k, "hôm nay") || shape_starts(k, "ngày "));
}

/* The title once more: what stands for a picture, or above the text of a print. */
static bool repeats(const struct page *p, const struct extent *e, const struct page_line *l)
{
	return e->title < p->lines.n && shape_same_text(p->lines.line[e->title].text, l->text);
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

/* "<the title> - ảnh 2" */
static bool alt_of_title(const struct page *p, const struct extent *e, const struct page_line *l)
{
	struct view title = e->title < p->lines.n ? p->lines.line[e->title].text : (struct view){ "", 0 };

	return title.len >= TITLE_MIN && l->text.len > title.len && !memcmp(l->text.p, title.p, title.len);
}

/* "<the title> - Ảnh 1.", "<the title> ảnh 1", "<the title> -0": what stands for the picture itself */
static bool names_image(const struct page *p, const struct extent *e, const struct page_line *l)
{
	static const char *const words[] = { " Ảnh ", " hình ", " -" };
	size_t n = l->text.len;

	if (!alt_of_title(p, e, l))
		return false;
	if (shape_numbered_image(l->text))
		return true;
	size_t title = p->lines.line[e->title].text.len, from;

	n -= l->text.p[n - 1] == '.';
	from = n;
	while (n > title && l->text.p[n - 1] >= '0' && l->text.p[n - 1] <= '9')
		n--;
	if (n == from)
		return false;
	n -= title;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (n == strlen(words[i]) && shape_starts((struct view){ l->text.p + title, n }, words[i]))
			return true;
	return false;
}

/* Headlines of other articles between the lead and the rest, one below the other. */
static bool other_headline(const struct page *p, const struct extent *e, size_t i)
{
	const struct page_line *line = p->lines.line;

	return shape_headline_of(line[i].text) &&
	       ((i > e->body && shape_headline_of(line[i - 1].text)) || (i < e->last && shape_headline_of(line[i + 1].text)));
}

/* Bullets between the lead and the rest, without a word that opens a list: headlines of
 * other articles. */
static bool headlines_below_lead(const struct page *p, const struct extent *e, size_t i)
{
	enum { FAR = 6 };
	const struct page_line *line = p->lines.line;
	size_t first = i, last = i;

	if (!shape_bullet(line[i].text))
		return false;
	while (first > e->body && i - first < FAR && shape_bullet(line[first].text) && !line[first].sentence_end && line[first].points >= TITLE_MIN)
		first--;
	while (last < e->last && last - i < FAR && shape_bullet(line[last].text) && !line[last].sentence_end && line[last].points >= TITLE_MIN)
		last++;
	return first == e->body && last - first > 2 && line[last].prose && !shape_bullet(line[last].text) && line[first].sentence_end && line[first].text.p[line[first].text.len - 1] != ':';
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
static size_t stamp_below_lead(const struct page *p, const struct extent *e)
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

/* Above the article: the title, then what the page says of itself. */
static void sort_head(struct page *p, const struct extent *e)
{
	struct page_line *line = p->lines.line;
	bool seen = false, others = false, sure; /* others: below a heading of related items */

	for (size_t i = 0; i < e->body; i++) {
		struct page_line *l = &line[i];

		others = shape_is(l, "related") || (others && shape_bullet(l->text) && !l->sentence_end);

		if (i == e->title)
			l->kind = KIND_TITLE;
		else if (i < e->title && e->title < p->lines.n)
			page_drop(l, title_meta_like(l) ? CLOCK : ABOVE);
		else if (title_meta_like(l) && !seen)
			l->kind = KIND_META, seen = l->stamp;
		else if (shape_is(l, "meta") || counts_and_tells(l))
			l->kind = KIND_META;
		else if (e->title < i && e->title < p->lines.n && l->bare)
			page_drop(l, IMAGE);
		else if (shape_is(l, "credit") || (e->title < i && e->title < p->lines.n && shape_byline(l, &sure)) ||
			 (i && line[i - 1].kind == KIND_BYLINE && shape_office(l)))
			l->kind = KIND_BYLINE;
		else if (e->title < i && e->title < p->lines.n && repeats(p, e, l))
			page_drop(l, REPEATED);
		else if (e->title < i && names_image(p, e, l))
			page_drop(l, IMAGE);
		else if (e->title < i && e->title < p->lines.n && ((others && shape_bullet(l->text)) || shape_pointer(l->text) || points_elsewhere(p, e, i) || menu_item(p, e, i)))
			page_drop(l, LINKS);
		else if (e->title < i && e->title < p->lines.n && shape_dateline(l->text))
			l->kind = KIND_TEXT;
		else if (shape_is(l, "caption") || shape_caption(l) || (e->title < i && e->title < p->lines.n && !l->furniture && l->points <= CAPTION_MAX && shape_speaks_at(l->text)))
			l->kind = KIND_CAPTION;
		else if (e->title < i && e->title < p->lines.n && !l->furniture && !shape_image_label(l) && shape_section(l->text))
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
	seen |= stamp_below_lead(p, e) > 0;
	for (size_t i = e->title < p->lines.n ? e->title : e->body; !seen && i-- > 0 && i + 6 > e->title;) {
		if (!title_meta_like(&line[i]) || (is_clock(p, &line[i]) && !other_clock(p, i)))
			continue;
		line[i].kind = KIND_META;
		seen = true;
	}
}

/* Could the line above or below a caption be one as well? */
static bool beside(struct page *p, const struct page_line *l)
{
	return l->points >= TITLE_MIN && l->points <= SHORT && !l->furniture && shape_one_sentence(l->text) &&
	       !shape_list_item(l->text) && (l->kind == KIND_CAPTION || shape_shows_people(&p->key, l));
}

/* Was the line a caption before? */
static bool captioned(const struct page *p, const struct page_line *l)
{
	enum { REACH = 24 };
	const struct page_line *k = l;

	for (int n = 0; k > p->lines.line && n < REACH; n++)
		if ((--k)->kind == KIND_CAPTION && view_eq(k->text, l->text))
			return true;
	return false;
}

/* A caption by its place: below a picture, or said twice, or a short line between
 * two paragraphs that tells what is to be seen. */
static bool stands_as_caption(struct page *p, const struct page_line *l, const struct page_line *before,
			      const struct page_line *after)
{
	enum { HEADING = 32 }; /* code points that a subhead may have */
	bool picture = l->image || (before && before->kind == KIND_DROP && (before->reason == IMAGE || before->reason == REPEATED));
	bool twice = (before && before->kind == KIND_CAPTION && view_eq(before->text, l->text)) ||
		     (after && view_eq(after->text, l->text));

	if (l->points <= CAPTION_MAX && !l->tail && captioned(p, l))
		return true;
	if (l->points > CAPTION_MAX || l->tail || l->wrapped || shape_image_label(l) || !shape_one_sentence(l->text) || shape_list_item(l->text) || view_had(l->text, l->text.len, "./."))
		return false;
	if (picture || twice)
		return !l->prose || (before && view_is(before->text, "leftcenterrightdel")) || shape_shows_people(&p->key, l);
	if (l->points < TITLE_MIN || l->text.p[l->text.len - 1] == ':')
		return false;
	/* One below the other, as pictures at the end of an article. */
	if (l->points <= SHORT && before && after && beside(p, before) + beside(p, after) == 2 && shape_shows_people(&p->key, l))
		return true;
	if (!before || !(before->prose || (before->kind == KIND_CAPTION && !before->sentence_end && !l->sentence_end)))
		return false;
	/* With a full stop it is one only among long paragraphs. */
	if (l->sentence_end && !shape_ends_at_event(l->text) && (l->points > SHORT || before->points < 2 * PROSE || (after && after->points < 2 * PROSE)))
		return false;
	/* "Các đại biểu chụp ảnh tại buổi lễ." */
	if (l->sentence_end && l->points <= SHORT && before->prose && (!after || after->prose) && shape_ends_at_event(l->text) && shape_shows_people(&p->key, l))
		return true;
	/* "Công nhân Đội Quản lý lưới điện kiểm tra vị trí sạt lở": no subhead is as long, and none
	 * begins so */
	if (!l->sentence_end && l->points >= HEADING && before->prose && after && after->prose && shape_names_somebody(l->text) && view_find(l->text, 0, ":") == l->text.len)
		return true;
	/* "Khu du lịch Hồ Trà." says nothing of what happens */
	if (l->sentence_end && l->points <= SHORT / 2 && l->text.p[l->text.len - 1] == '.' && shape_no_verb(l->text))
		return true;
	return l->points <= SHORT + SHORT / 2 && (shape_shows_people(&p->key, l) || (!l->sentence_end && after && after->prose && shape_person_office(l->text)));
}

/* A caption over two lines, the second of which goes on with the first. */
static bool two_line_caption(struct page *p, const struct page_line *l, const struct page_line *after)
{
	struct page_line both = *l;

	if (!after || after->gap || l->prose || after->prose || l->sentence_end || l->furniture || after->furniture || l->stamp ||
	    after->stamp || l->points > CAPTION_MAX || after->points > CAPTION_MAX || l->points < TITLE_MIN || shape_list_item(l->text) ||
	    !(shape_small_start(after->text) || l->text.p[l->text.len - 1] == ','))
		return false;
	both.text = after->text;
	return shape_shows_people(&p->key, l) || shape_shows_people(&p->key, &both);
}

enum { NOTES = 100 }; /* so many are looked for */

/* "(1) Gồm các huyện ...", where "(1)" stands in the text above: a note. So many more of
 * them are looked for as *left says. */
static bool noted(const struct page *p, const struct extent *e, size_t i, int *left)
{
	struct view t = p->lines.line[i].text;
	size_t n = 1;

	while (n < t.len && n < 4 && ((t.p[n] >= '0' && t.p[n] <= '9') || t.p[n] == '*'))
		n++;
	if (t.len < n + 4 || t.p[0] != '(' || n == 1 || t.p[n] != ')' || t.p[n + 1] != ' ' || !*left)
		return false;
	n++;
	--*left;
	for (size_t k = e->body; k < i; k++) {
		struct view above = p->lines.line[k].text;

		for (size_t at = 1; (p->lines.line[k].prose || p->lines.line[k].cell) && at + n <= above.len; at++)
			if (above.p[at] == '(' && !memcmp(above.p + at, t.p, n))
				return true;
	}
	return false;
}

/* Is line i of the body, below a heading of related items, one of them? *others: is it
 * so of the line above? */
static bool headline_of_others(const struct page *p, size_t i, bool *others)
{
	const struct page_line *l = &p->lines.line[i];
	unsigned arabic;

	if (shape_is(l, "related") && !l->prose) {
		*others = true;
		return false;
	}
	*others &= !l->prose && !l->furniture && !l->sentence_end && !shape_credited(l->text) && l->points <= SHORT + SHORT / 2 && !shape_number(l->text, &arabic) && l->text.p[l->text.len - 1] != ':';
	return *others;
}

/* Between its first and its last paragraph. */
static void sort_body(struct page *p, const struct extent *e)
{
	bool second = false;  /* of a caption over two lines */
	bool others = false;  /* headlines of related items follow, it says */
	bool gallery = false; /* pictures follow, it says */
	struct page_line *line = p->lines.line;
	struct page_line *shown = NULL;
	size_t stamp = stamp_below_lead(p, e), notes_from = e->last + 1;
	int notes = NOTES;
	bool sure;

	while (notes_from > e->body + 1 && (!line[notes_from - 1].prose || noted(p, e, notes_from - 1, &notes)))
		notes_from--;
	notes = NOTES;
	for (size_t i = e->body; i <= e->last; i++) {
		struct page_line *l = &line[i];
		struct page_line *before = i > e->body ? &line[i - 1] : NULL;
		struct page_line *after = i < e->last ? &line[i + 1] : NULL;

		/* What was dropped between stands for nothing, unless it was a picture. */
		if (before && (before->kind != KIND_DROP || before->reason == IMAGE || before->reason == REPEATED))
			shown = before;
		before = shown;
		if (second) {
			l->kind = KIND_CAPTION;
			second = false;
		} else if (stamp && i == stamp) {
			l->kind = KIND_META;
		} else if (stamp && i + 1 == stamp && i > e->body && shape_byline(l, &sure)) {
			l->kind = KIND_BYLINE; /* between the lead and the stamp */
		} else if (shape_footnote(l->text) || (i >= notes_from && noted(p, e, i, &notes))) {
			l->kind = KIND_NOTE;
		} else if (after && shape_footnote(after->text) && before && before->sentence_end && shape_byline(l, &sure) && sure) {
			l->kind = KIND_BYLINE;
		} else if (l->cell && !l->furniture) {
			l->kind = KIND_TEXT;
		} else if (l->signs && !shape_image_label(l)) {
			l->kind = KIND_BYLINE;
		} else if (l->passage && !shape_image_label(l)) {
			l->kind = KIND_TEXT;
		} else if (shape_signed(l->text)) {
			l->kind = KIND_BYLINE;
		} else if (headline_of_others(p, i, &others)) {
			page_drop(l, LINKS);
		} else if (repeats(p, e, l) || (!l->prose && after && !after->prose && shape_cut_of(l->text, after->text))) {
			page_drop(l, REPEATED);
		} else if (!l->prose && (l->bare || shape_image_file(l->text) || (shape_starts(l->text, "Ảnh: ") && shape_image_label(l)))) {
			page_drop(l, IMAGE);
		} else if (!l->prose && shape_numbered_image(l->text) && after && !after->prose) {
			page_drop(l, IMAGE);
		} else if (names_image(p, e, l)) {
			page_drop(l, IMAGE);
		} else if (!l->prose && (shape_pointer(l->text) || other_headline(p, e, i) || headlines_below_lead(p, e, i))) {
			page_drop(l, LINKS);
		} else if (gallery && !l->prose && !l->furniture && !shape_list_item(l->text) && l->points <= CAPTION_MAX) {
			l->kind = KIND_CAPTION;
		} else if (after && !l->prose && !l->furniture && shape_starts(after->text, "(Ảnh")) {
			l->kind = KIND_CAPTION;
		} else if (!l->furniture && (stands_as_caption(p, l, before, after) || (!l->wrapped && shape_caption(l)))) {
			l->kind = KIND_CAPTION;
		} else if (l->prose || ((shape_starts(l->text, "Trả lời") || shape_starts(l->text, "Câu hỏi")) && l->text.p[l->text.len - 1] == ':')) {
			l->kind = KIND_TEXT;
		} else if (shape_image_label(l) || l->bare) {
			page_drop(l, IMAGE);
		} else if (shape_is(l, "caption") || shape_is(l, "credit")) {
			l->kind = KIND_CAPTION;
		} else if (l->stamp && before && i && line[i - 1].number == l->number) {
			l->kind = KIND_META;
		} else if (l->furniture || shape_link(l->text) || shape_address(l->text)) {
			page_drop(l, ABOVE);
		} else if (two_line_caption(p, l, after)) {
			l->kind = KIND_CAPTION;
			second = true;
		} else if (before && before->kind == KIND_CAPTION && !before->sentence_end && !l->sentence_end &&
			   l->points <= SHORT && before->text.p[0] != '(' && !shape_credited(before->text) && !shape_section(l->text) &&
			   (!l->gap || shape_small_start(l->text) || before->text.p[before->text.len - 1] == ',')) {
			l->kind = KIND_CAPTION; /* a caption over two lines */
		} else if (before && before->kind == KIND_CAPTION && !before->sentence_end && !l->gap && l->points <= SHORT &&
			   shape_small_start(l->text) && !shape_list_item(l->text)) {
			l->kind = KIND_CAPTION;
		} else {
			l->kind = KIND_TEXT;
		}
		gallery = l->kind == KIND_CAPTION ? gallery : l->kind == KIND_TEXT ? shape_gallery(l->text) : gallery;
	}
}

/* The line that closes the article, some lines below its last paragraph: a line
 * that names who wrote it, with nothing of the page's furniture before it. What
 * stands between belongs to the article. Returns first for none. */
static size_t find_closing(const struct page *p, size_t first)
{
	enum { SURE = 12, NEAR = 4 };
	size_t closing = first;
	bool sure;

	for (size_t i = first; i < p->lines.n && i < first + SURE; i++) {
		const struct page_line *l = &p->lines.line[i];

		if (shape_is(l, "credit") || (i < first + NEAR && shape_byline(l, &sure) && sure)) {
			closing = i;
			continue;
		}
		/* "Công bố Quyết định số 633/QĐ-VKS ngày 19/11/2021 ...": a caption tells days too */
		bool dated = l->dated && !l->sentence_end && !(l->points > SHORT && view_find(l->text, 0, " ngày ") < l->text.len);

		if ((l->furniture && !shape_is(l, "caption") && !shape_is(l, "alttext")) || l->tail || dated || shape_link(l->text) ||
		    shape_contact(l) || shape_calendar_row(l->text) || shape_trail(l->text))
			break;
	}
	return closing;
}

/* "Cụ thể", "như sau:", "Danh hiệu cấp nhà nước:": more of the article is to come. */
static bool opens_list(const struct page_line *before, const struct page_line *l)
{
	static const char *const ends[] = { ":", "ụ thể", "như sau" };
	struct view t = l->text;

	if (l->furniture || before->kind != KIND_TEXT || l->points > SHORT + SHORT / 2)
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t n = strlen(ends[i]);

		if (t.len > n && !memcmp(t.p + t.len - n, ends[i], n))
			return true;
	}
	return false;
}

/* "Danh sách gồm:" and what stands below it, item by item. */
static bool list_below(const struct page_line *line, size_t i, bool more)
{
	const struct page_line *l = &line[i], *before = &line[i - 1];

	if (before->kind != KIND_TEXT || l->furniture || (l->dated && !shape_list_item(l->text)))
		return false;
	if (!shape_list_item(l->text)) /* or a heading of the first items, or the only one */
		return before->text.p[before->text.len - 1] == ':' && !shape_gallery(before->text) && (l->points >= TITLE_MIN || (more && shape_list_item(line[i + 1].text)));
	if (!shape_list_item(before->text) && i > 1 && line[i - 2].kind == KIND_TEXT && line[i - 2].text.p[line[i - 2].text.len - 1] == ':')
		return true;
	return before->text.p[before->text.len - 1] == ':' || shape_section(before->text) || opens_list(before, before);
}

/* A sentence that goes on with the article below its last long paragraph. */
static bool more_text(const struct page_line *l)
{
	if (!l->furniture && !l->dated && l->points >= PROSE / 2 && shape_paragraph(l->text))
		return true;
	return !l->furniture && !l->stamp && l->points >= TITLE_MIN * 3 / 4 && l->text.p[l->text.len - 1] == '.' &&
	       !shape_small_start(l->text) && !shape_capitals(l->text) && memchr(l->text.p, ' ', l->text.len) &&
	       !(l->text.len > 3 && !memcmp(l->text.p + l->text.len - 3, "...", 3));
}

/* The captions of pictures that end the article: a line, or some, which all tell what
 * people do, and nothing like it behind them, as the titles of other articles have. */
static size_t last_captions(struct page *p, const struct extent *e)
{
	enum { MOST = 6 };
	size_t i = e->last + 1;
	bool sure;

	for (; i < p->lines.n && i <= e->last + MOST; i++) {
		const struct page_line *l = &p->lines.line[i];

		if (l->bare || shape_image_label(l))
			continue;
		if (l->furniture || l->dated || l->tail || l->sentence_end || l->points < TITLE_MIN || l->points > SHORT + SHORT / 2)
			break;
		/* a short one at the very end is as those above it, and so is one above the furniture */
		bool ends = i + 1 == p->lines.n || l[1].furniture || l[1].tail;

		if (!shape_shows_people(&p->key, l) && !(i > e->last + 1 && ends && l->points <= SHORT / 2 && !shape_byline(l, &sure)))
			break;
	}
	const struct page_line *next = i < p->lines.n ? &p->lines.line[i] : NULL;

	return !next || next->furniture || next->tail || shape_byline(next, &sure) ? i : e->last + 1;
}

/* A line right below the label of a picture, of one sentence. */
static bool labelled(struct page *p, size_t i)
{
	const struct page_line *l = &p->lines.line[i], *label = l - 1;

	if (label->kind != KIND_DROP || l->furniture || l->dated || l->points < TITLE_MIN || l->points > SHORT || !shape_one_sentence(l->text))
		return false;
	return (shape_is(label, "alttext") && l->sentence_end) || ((shape_is(label, "alttext") || shape_image_file(label->text)) && shape_shows_people(&p->key, l));
}

/* A line right below what stands for a picture, and the article goes on below it: with who
 * wrote it, with a sentence, or with a list. */
static bool below_picture(const struct page *p, size_t i)
{
	const struct page_line *l = &p->lines.line[i], *picture = l - 1, *next = l + 1;
	bool sure;

	if (picture->kind != KIND_DROP || (picture->reason != IMAGE && !shape_is(picture, "alttext")) || i + 1 >= p->lines.n || l->furniture || l->dated || l->sentence_end ||
	    l->points < TITLE_MIN || l->points > SHORT || shape_list_item(l->text))
		return false;
	/* over two lines it may begin as a byline does */
	if (!next->gap && (!next->furniture || shape_is(next, "caption")) && shape_small_start(next->text) && !shape_list_item(next->text))
		return true;
	return !shape_byline(l, &sure) && !next->furniture && !next->dated &&
	       (next->text.p[next->text.len - 1] == ':' || more_text(next) || (shape_byline(next, &sure) && sure));
}

/* The caption of the last picture, which stands for the picture as well: twice, and
 * what follows is no list of such pairs. */
static bool doubled(const struct page *p, const struct extent *e, size_t i)
{
	const struct page_line *line = p->lines.line;
	size_t n = p->lines.n, first = e->last + 1;

	return i <= first + 1 && first + 1 < n && view_eq(line[first].text, line[first + 1].text) && !line[first].furniture && !line[first].dated &&
	       line[first].points >= TITLE_MIN && line[first].points <= CAPTION_MAX && !shape_link(line[first].text) &&
	       !(first + 3 < n && view_eq(line[first + 2].text, line[first + 3].text));
}

/* Above the telephone of a site stands whose it is, or where they sit. */
static bool heads_contact(const struct page *p, size_t i)
{
	const struct page_line *l = &p->lines.line[i];
	bool sure;

	if (l->points > SHORT + SHORT / 2 || l->dated || l->tail)
		return false;
	size_t dash = view_find(l->text, 0, " - "), digits = 0;

	for (size_t k = 0; k < dash; k++)
		digits += shape_digit(l->text, k);
	if (!digits && shape_capitals((struct view){ l->text.p, dash }))
		return shape_byline(l, &sure) || shape_names_unit(l->text) || shape_starts(l->text, "BÁO ");
	static const char *const sites[] = { "Cổng thông tin ", "Cổng TTĐT ", "Trang thông tin ", "Trang tin " };
	/* but not the last of a list of links */
	if (l->points >= TITLE_MIN && (shape_unit_of_place(l->text) || SHAPE_HEAD(l->text, sites)))
		return !i || !shape_only_unit(l[-1].text);
	return i && p->lines.line[i - 1].kind == KIND_CONTACT && shape_starts(l->text, "Số ") && l->text.p[strlen("Số ")] >= '0' && l->text.p[strlen("Số ")] <= '9';
}

/* Does line i, below the article, say how to reach whose site it is? Where what stands above
 * was furniture already, less will do: over. */
static bool foot_contact(const struct page *p, size_t i, bool over)
{
	const struct page_line *l = &p->lines.line[i], *next = i + 1 < p->lines.n ? l + 1 : NULL;

	if (shape_contact(l) || ((over || l->tail) && shape_site_owner(l->text)))
		return true;
	/* "Công ty ... - Đường Tân Trào", and a telephone below it */
	if (!over)
		return next && l->points <= SHORT && !l->stamp && shape_footer_contact(l->text) && (shape_contact(next) || shape_footer_contact(next->text));
	if (shape_mail(l->text) || (l->points <= 2 * SHORT && !l->stamp && shape_footer_contact(l->text)))
		return true;
	if (l[-1].kind == KIND_CONTACT && shape_starts(l->text, "Đường dây nóng"))
		return true;
	return next && (shape_contact(next) || shape_footer_contact(next->text)) && heads_contact(p, i);
}

/* Does a sentence of the article stand right below line i, a short one that nothing
 * else tells? */
static bool sentence_follows(const struct page *p, size_t i)
{
	enum { NEAR = 2 };

	for (size_t k = i + 1; k < p->lines.n && k <= i + NEAR; k++) {
		const struct page_line *l = &p->lines.line[k];

		if (l->furniture || l->tail || l->dated || shape_link(l->text) || shape_contact(l) || shape_trail(l->text))
			return false;
		if (more_text(l))
			return true;
	}
	return false;
}

/* The line above line i, and above the pictures that stand between them. */
static const struct page_line *above_pictures(const struct page *p, const struct extent *e, size_t i)
{
	const struct page_line *l = &p->lines.line[i - 1];

	while (l > &p->lines.line[e->last] && (l->kind == KIND_CAPTION || (l->kind == KIND_DROP && (l->reason == IMAGE || shape_is(l, "alttext")))))
		l--;
	return l;
}

/* "– Bình chọn ... hằng tháng.": the next item of a list that belongs to the article,
 * whatever its first words stand for elsewhere. */
static bool goes_on_list(const struct page_line *before, const struct page_line *l)
{
	return before->kind == KIND_TEXT && !before->prose && shape_list_item(before->text) && shape_list_item(l->text) && before->text.p[0] == l->text.p[0] &&
	       !shape_digit(l->text, 0) && l->sentence_end && l->points >= TITLE_MIN;
}

/* Below it: bylines, notes, captions; from the first sure sign on, furniture. */
static void sort_foot(struct page *p, const struct extent *e)
{
	struct page_line *line = p->lines.line;
	bool over = false, contact = false, gallery = shape_gallery(line[e->last].text), sure;
	enum { STAMP_NEAR = 3 };
	size_t closing = find_closing(p, e->last + 1), captions = last_captions(p, e), annex = 0;
	int bylines = 0, notes = NOTES;
	bool posted = false;

	for (size_t i = 0; i <= e->last; i++)
		posted |= line[i].kind == KIND_META && line[i].dated;

	for (size_t i = e->last + 1; i < p->lines.n; i++) {
		struct page_line *l = &line[i];

		annex = over || i < annex ? annex : passage_annex(&p->lines, i);
		if (shape_link(l->text)) {
			page_drop(l, LINKS);
			over = true;
		} else if (!posted && !over && i <= e->last + STAMP_NEAR && l->stamp && title_meta_like(l) && !l->sentence_end) {
			l->kind = KIND_META;
			posted = true;
		} else if (i + 1 < p->lines.n && shape_link(line[i + 1].text)) {
			page_drop(l, LINKS);
		} else if (!over && (shape_footnote(l->text) || noted(p, e, i, &notes))) {
			l->kind = KIND_NOTE;
		} else if (foot_contact(p, i, over)) {
			l->kind = KIND_CONTACT;
			over = contact = true;
		} else if (!over && i < annex) {
			l->kind = KIND_TEXT;
		} else if (l->inside && !l->furniture && !shape_image_label(l) && !repeats(p, e, l)) {
			l->kind = shape_footnote(l->text) ? KIND_NOTE : shape_caption(l) ? KIND_CAPTION : bylines < 3 && shape_byline(l, &sure) ? KIND_BYLINE : KIND_TEXT;
			bylines += l->kind == KIND_BYLINE;
		} else if (!over && goes_on_list(&line[i - 1], l)) {
			l->kind = KIND_TEXT;
		} else if (over) {
			page_drop(l, BELOW);
		} else if (l->tail) {
			page_drop(l, BELOW);
			over = true;
		} else if (shape_calendar_row(l->text) || (i + 1 < p->lines.n && shape_calendar_row(line[i + 1].text))) {
			page_drop(l, CALENDAR);
			over = true;
		} else if (shape_image_label(l) || shape_is(l, "alttext")) {
			page_drop(l, IMAGE);
		} else if (repeats(p, e, l)) {
			page_drop(l, REPEATED);
		} else if (labelled(p, i) || doubled(p, e, i) || below_picture(p, i)) {
			l->kind = KIND_CAPTION;
		} else if (line[i - 1].kind == KIND_TEXT && !l->dated && shape_gallery(l->text)) {
			l->kind = l->text.p[l->text.len - 1] == ':' ? KIND_TEXT : KIND_CAPTION;
			gallery = true;
			continue;
		} else if (list_below(line, i, i + 1 < p->lines.n) || (shape_closing(l->text) && line[i - 1].kind == KIND_TEXT)) {
			l->kind = KIND_TEXT;
		} else if (gallery && !l->furniture && !shape_byline(l, &sure) && l->points <= CAPTION_MAX && l->points >= TITLE_MIN / 2) {
			l->kind = KIND_CAPTION;
		} else if ((l->text.p[0] == '(' && bylines && (shape_byline(l, &sure) || shape_office(l))) || shape_signed(l->text)) {
			l->kind = KIND_BYLINE;
		} else if (line[i - 1].kind == KIND_BYLINE && shape_starts(l->text, "Ảnh:")) {
			l->kind = KIND_BYLINE;
		} else if (shape_is(l, "caption") || shape_caption(l)) {
			l->kind = l->text.p[0] == '(' && shape_byline(l, &sure) && sure ? KIND_BYLINE : KIND_CAPTION;
		} else if (bylines < 3 && (shape_byline(l, &sure) || (bylines && shape_office(l)))) {
			l->kind = KIND_BYLINE;
			bylines++;
		} else if (i < closing) {
			l->kind = l->sentence_end && !shape_small_start(l->text) && !shape_shows_people(&p->key, l) ? KIND_TEXT : KIND_CAPTION;
		} else if (i < captions) {
			l->kind = KIND_CAPTION;
		} else if (l->stamp && (shape_is(l, "meta") || line[i - 1].number == l->number)) {
			l->kind = KIND_META;
		} else if (!bylines && (more_text(l) || opens_list(above_pictures(p, e, i), l))) {
			l->kind = KIND_TEXT;
		} else if (l->furniture || l->dated) {
			page_drop(l, BELOW);
			over = !shape_is(l, "alttext") && !shape_is(l, "views") && !shape_is(l, "share") && !shape_is(l, "print") && !shape_is(l, "fontsize");
		} else if (!bylines && (more_text(l) || (l->sentence_end && l->points >= PROSE / 2) || shape_list_item(l->text))) {
			l->kind = KIND_TEXT;
		} else if (!bylines && !contact && l->points <= SHORT + SHORT / 2 && sentence_follows(p, i)) {
			l->kind = shape_shows_people(&p->key, l) ? KIND_CAPTION : KIND_TEXT;
		} else if (i > e->last + 1 && line[i - 1].kind == KIND_CAPTION && !line[i - 1].sentence_end &&
			   l->points <= SHORT && !contact && (shape_shows_people(&p->key, l) || shape_small_start(l->text))) {
			l->kind = KIND_CAPTION;
		} else {
			page_drop(l, BELOW);
			over = true;
		}
		gallery &= l->kind == KIND_CAPTION || (l->kind == KIND_DROP && !over);
	}
}

void page_no_article(struct page *p)
{
	for (size_t i = 0; i < p->lines.n; i++)
		page_drop(&p->lines.line[i], NO_ARTICLE);
}

void page_sort(struct page *p, struct extent *e)
{
	if (e->title < p->lines.n) {
		title_join(&p->lines, e);
		title_trim(&p->lines, e);
	}
	sort_head(p, e);
	sort_body(p, e);
	sort_foot(p, e);
}
