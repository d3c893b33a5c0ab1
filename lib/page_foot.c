#include "page_parts.h"

#include <string.h>

#include "passage.h"
#include "shape.h"
#include "title.h"

/* Below the article: who wrote it, notes, captions, and then the furniture. */

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
	return !l->furniture && !l->stamp && l->points >= TITLE_MIN * 3 / 4 && strchr(".!", l->text.p[l->text.len - 1]) &&
	       !shape_small_start(l->text) && !shape_capitals(l->text) && memchr(l->text.p, ' ', l->text.len) &&
	       !(l->text.len > 3 && !memcmp(l->text.p + l->text.len - 3, "...", 3));
}

/* "Hội nghị đã bầu xã A làm Cụm trưởng năm 2021" without its full stop: what was done, told by no
 * headline, above who wrote it or above nothing. */
static bool last_sentence(const struct lines *p, size_t i)
{
	static const char *const heads[] = { "Kết thúc ", "Kết quả", "Hội nghị ", "Đại hội ", "Các đơn vị ", "Các đại biểu ", "Dịp này", "Nhân dịp này", "Mọi chi tiết", "Tại " };
	const struct page_line *l = &p->line[i], *next = i + 1 < p->n ? l + 1 : NULL;
	bool sure, done = view_find(l->text, 0, " đã ") < l->text.len;
	bool signed_below = next && !next->furniture && !next->stamp && next->points <= SHORT && shape_byline(next, &sure) && (i + 2 >= p->n || next[1].furniture || next[1].gap || sure);

	if (l->furniture || l->stamp || l->tail || l->points < PROSE / 2 - 4 || shape_list_item(l->text) || shape_capitals(l->text) || shape_link(l->text) || l->text.p[l->text.len - 1] == ':')
		return false;
	return signed_below ? done || SHAPE_HEAD(l->text, heads) : done && (!next || next->furniture || next->tail);
}

/* What a line of a list is that no mark begins: somebody with a form of address, a whole name alone, or
 * what begins with the same word as the item above. */
static bool like_item(const struct page_line *first, const struct page_line *l)
{
	static const char *const calls[] = { "Ông ", "Bà ", "Anh ", "Chị ", "Em ", "Cô ", "Thầy ", "Đồng chí ", "Đ/c ", "Cháu ", "Cô giáo ", "Thầy giáo ", "Gia đình ", "Mẹ " };
	enum { WORDS = 3 };
	bool sure;

	if (l->furniture || l->stamp || l->tail || l->points > 2 * SHORT || shape_link(l->text) || shape_contact(l))
		return false;
	if (SHAPE_HEAD(first->text, calls) && SHAPE_HEAD(l->text, calls))
		return true;
	size_t n = view_find(first->text, 0, " ") + 1, spaces = 0, ours = 0;

	if (n > 2 && n < first->text.len && l->text.len > n && !memcmp(first->text.p, l->text.p, n))
		return true;
	for (size_t i = 0; i < first->text.len; i++)
		spaces += first->text.p[i] == ' ';
	for (size_t i = 0; i < l->text.len; i++)
		ours += l->text.p[i] == ' ';
	return spaces + 1 >= WORDS && spaces < WORDS + 1 && ours + 1 >= WORDS && ours < WORDS + 1 && shape_byline(first, &sure) && shape_byline(l, &sure);
}

/* The line behind the items of such a list below line i, which ends with a colon; i + 1 where there is
 * none, or one alone. */
static size_t items_below(const struct lines *p, size_t i)
{
	const struct page_line *opens = &p->line[i];
	size_t k = i + 2;

	if (opens->text.p[opens->text.len - 1] != ':' || k >= p->n || shape_gallery(opens->text) || !like_item(&p->line[i + 1], &p->line[i + 1]))
		return i + 1;
	while (k < p->n && like_item(&p->line[i + 1], &p->line[k]))
		k++;
	return k > i + 2 ? k : i + 1;
}

/* "Tân Lập, ngày 10 tháng 02 năm 2021", above who signs. */
static bool place_and_day(struct view t)
{
	enum { LONGEST = 80 };
	size_t day = view_find(t, 0, ", ngày ");

	return t.len <= LONGEST && day < t.len && view_find(t, day, " tháng ") < t.len && view_find(t, day, " năm ") < t.len;
}

/* "Trả lời:", with the answer below it. */
static bool heads_answer(const struct lines *p, size_t i)
{
	static const char *const heads[] = { "Trả lời", "Đáp", "Hỏi", "Câu hỏi", "Nội dung trả lời" };
	const struct page_line *l = &p->line[i];

	return l->points <= SHORT / 2 && SHAPE_HEAD(l->text, heads) && i + 1 < p->n && more_text(&l[1]) && (l[-1].kind == KIND_TEXT || l->text.p[l->text.len - 1] == ':');
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

/* "Chịu trách nhiệm nội dung: Ông A - Giám đốc", "Tổng Biên tập: A" */
static bool answers_for_site(struct view t)
{
	static const char *const heads[] = { "Chịu trách nhiệm", "Người chịu trách nhiệm", "Tổng Biên tập:", "Tổng biên tập:", "Trưởng Ban Biên tập:", "Trưởng ban biên tập:", "Trưởng Ban biên tập:", "Phụ trách nội dung:" };

	return SHAPE_HEAD(t, heads) && t.len < 4 * SHORT;
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
	/* who answers for the site, beside how to reach it */
	if (answers_for_site(l->text))
		return l[-1].kind == KIND_CONTACT || (next && (shape_contact(next) || shape_footer_contact(next->text)));
	if (next && answers_for_site(next->text) && i + 2 < p->lines.n && (shape_contact(next + 1) || shape_footer_contact(next[1].text)) && shape_capitals(l->text) && heads_contact(p, i))
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
void page_sort_foot(struct page *p, const struct extent *e)
{
	struct page_line *line = p->lines.line;
	bool over = false, contact = false, gallery = shape_gallery(line[e->last].text), sure;
	enum { STAMP_NEAR = 3 };
	size_t closing = find_closing(p, e->last + 1), captions = last_captions(p, e), annex = 0;
	int bylines = 0, notes = PAGE_NOTES;
	bool posted = false, signing = false; /* an office in capitals signs the page */
	size_t items = 0;                     /* the list of the article goes on up to there */

	for (size_t i = 0; i <= e->last; i++)
		posted |= line[i].kind == KIND_META && line[i].dated;

	for (size_t i = e->last + 1; i < p->lines.n; i++) {
		struct page_line *l = &line[i];

		annex = over || i < annex ? annex : passage_annex(&p->lines, i);
		items = over || i < items || line[i - 1].kind != KIND_TEXT ? items : items_below(&p->lines, i - 1);
		if (shape_link(l->text)) {
			page_drop(l, LINKS);
			over = true;
		} else if (!posted && !over && i <= e->last + STAMP_NEAR && l->stamp && title_meta_like(l) && !l->sentence_end) {
			l->kind = KIND_META;
			posted = true;
		} else if (i + 1 < p->lines.n && shape_link(line[i + 1].text)) {
			page_drop(l, LINKS);
		} else if (!over && (shape_footnote(l->text) || page_noted(p, e, i, &notes))) {
			l->kind = KIND_NOTE;
		} else if (foot_contact(p, i, over)) {
			l->kind = KIND_CONTACT;
			over = contact = true;
		} else if (!over && i < annex) {
			l->kind = KIND_TEXT;
		} else if (l->inside && !l->furniture && !shape_image_label(l) && !page_repeats(p, e, l)) {
			l->kind = shape_footnote(l->text) ? KIND_NOTE : shape_caption(l) ? KIND_CAPTION : bylines < 3 && shape_byline(l, &sure) ? KIND_BYLINE : KIND_TEXT;
			bylines += l->kind == KIND_BYLINE;
		} else if (!over && (goes_on_list(&line[i - 1], l) || i < items || heads_answer(&p->lines, i) || (!bylines && last_sentence(&p->lines, i)))) {
			l->kind = KIND_TEXT;
		} else if (!over && !bylines && place_and_day(l->text) && i + 1 < p->lines.n && shape_capitals(l[1].text) && (shape_byline(l + 1, &sure) || shape_office(l + 1))) {
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
		} else if (page_repeats(p, e, l)) {
			page_drop(l, REPEATED);
		} else if (!l->furniture && !l->dated && shape_ends_event(l->text) && above_pictures(p, e, i)->kind == KIND_TEXT) {
			l->kind = KIND_TEXT;
		} else if (labelled(p, i) || doubled(p, e, i) || below_picture(p, i)) {
			l->kind = KIND_CAPTION;
		} else if (line[i - 1].kind == KIND_TEXT && !l->dated && shape_gallery(l->text)) {
			l->kind = l->text.p[l->text.len - 1] == ':' ? KIND_TEXT : KIND_CAPTION;
			gallery = true;
			continue;
		} else if (list_below(line, i, i + 1 < p->lines.n) || (shape_closing(l->text) && line[i - 1].kind == KIND_TEXT)) {
			l->kind = KIND_TEXT;
		} else if (gallery && !l->furniture && !(shape_byline(l, &sure) && (sure || l->points < TITLE_MIN)) && l->points <= CAPTION_MAX && l->points >= TITLE_MIN / 2) {
			l->kind = KIND_CAPTION;
		} else if ((l->text.p[0] == '(' && bylines && (shape_byline(l, &sure) || shape_office(l))) || shape_signed(l->text)) {
			l->kind = KIND_BYLINE;
		} else if (line[i - 1].kind == KIND_BYLINE && shape_starts(l->text, "Ảnh:")) {
			l->kind = KIND_BYLINE;
		} else if (shape_is(l, "caption") || shape_caption(l)) {
			l->kind = l->text.p[0] == '(' && shape_byline(l, &sure) && sure ? KIND_BYLINE : KIND_CAPTION;
		} else if ((bylines < 3 || (signing && bylines < 6)) && (shape_byline(l, &sure) || (bylines && shape_office(l)))) {
			l->kind = KIND_BYLINE;
			bylines++;
			signing = shape_capitals(l->text) && (signing || passage_formality(l) == FORMALITY_SIGNER || shape_office(l));
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
