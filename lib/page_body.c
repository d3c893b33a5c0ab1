#include "page_parts.h"

#include <string.h>

#include "shape.h"
#include "title.h"

/* The article itself. */

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

/* "A. Ý NGHĨA, MỤC ĐÍCH", "II. Kết quả", "ĐẠI HỘI LẦN THỨ II", "Cụ thể, ...": the heading of a part, or what
 * goes on with the text. */
static bool heads_part(struct view t)
{
	static const char *const joins[] = { "Cụ thể", "Theo đó", "Trong đó", "Ngoài ra", "Bên cạnh", "Đồng thời", "Tuy nhiên", "Vì vậy", "Do đó", "Mặt khác", "Nhờ đó" };

	return shape_capitals(t) || shape_section(t) || SHAPE_HEAD(t, joins) || (t.len > 3 && t.p[0] >= 'A' && t.p[0] <= 'H' && t.p[1] == '.' && t.p[2] == ' ');
}

/* "Cụ thể:", and below it lines that all begin with the same words: is line l one of such a list? */
static bool listed(const struct page *p, const struct page_line *l)
{
	enum { MOST = 12 };
	size_t n = view_find(l->text, 0, " ");

	n = n < l->text.len ? view_find(l->text, n + 1, " ") : n;
	for (int k = 0; n < l->text.len && k < MOST && l > p->lines.line; k++, l--) {
		const struct page_line *above = l - 1;

		if (above->text.p[above->text.len - 1] == ':')
			return true;
		if (above->text.len <= n || memcmp(above->text.p, l->text.p, n))
			break;
	}
	return false;
}

/* A caption by its place: below a picture, or said twice, or a short line between
 * two paragraphs that tells what is to be seen. */
static bool stands_as_caption(struct page *p, const struct page_line *l, const struct page_line *before,
			      const struct page_line *after)
{
	enum { HEADING = 32 }; /* code points that a subhead may have */
	bool picture = l->image || (before && before->kind == KIND_DROP && (before->reason == IMAGE || before->reason == REPEATED || shape_is(before, "alttext")));
	bool twice = (before && before->kind == KIND_CAPTION && view_eq(before->text, l->text)) ||
		     (after && view_eq(after->text, l->text));

	if (l->points <= CAPTION_MAX && !l->tail && captioned(p, l))
		return true;
	if (!picture && !twice && l->sentence_end && listed(p, l))
		return false;
	if (l->points > CAPTION_MAX || l->tail || l->wrapped || shape_image_label(l) || !shape_one_sentence(l->text) || shape_list_item(l->text) || view_had(l->text, l->text.len, "./."))
		return false;
	if (picture || twice)
		return !l->prose || (before && view_is(before->text, "leftcenterrightdel")) || shape_shows_people(&p->key, l);
	if (l->points < TITLE_MIN || l->text.p[l->text.len - 1] == ':' || heads_part(l->text))
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

/* Does line i say who wrote the page, as those below it do, and below them stands a note? */
static bool above_notes(const struct page *p, const struct extent *e, size_t i)
{
	enum { LINES = 3 };
	size_t note = i + 1;
	int one = 1;
	bool sure;

	while (note <= e->last && note - i < LINES && !strchr("([", p->lines.line[note].text.p[0]))
		note++;
	if (note > e->last || !(shape_footnote(p->lines.line[note].text) || page_noted(p, e, note, &one)))
		return false;
	while (i < note && shape_byline(&p->lines.line[i], &sure))
		i++;
	return i == note;
}

/* Between its first and its last paragraph. */
void page_sort_body(struct page *p, const struct extent *e)
{
	bool second = false;  /* of a caption over two lines */
	bool others = false;  /* headlines of related items follow, it says */
	bool gallery = false; /* pictures follow, it says */
	struct page_line *line = p->lines.line;
	struct page_line *shown = NULL;
	size_t stamp = page_stamp_below_lead(p, e), notes_from = e->last + 1;
	int notes = PAGE_NOTES;
	bool sure;

	while (notes_from > e->body + 1 && (!line[notes_from - 1].prose || page_noted(p, e, notes_from - 1, &notes)))
		notes_from--;
	notes = PAGE_NOTES;
	for (size_t i = e->body; i <= e->last; i++) {
		struct page_line *l = &line[i];
		struct page_line *before = i > e->body ? &line[i - 1] : NULL;
		struct page_line *after = i < e->last ? &line[i + 1] : NULL;

		/* What was dropped between stands for nothing, unless it was a picture. */
		if (before && (before->kind != KIND_DROP || before->reason == IMAGE || before->reason == REPEATED || shape_is(before, "alttext")))
			shown = before;
		before = shown;
		if (second) {
			l->kind = KIND_CAPTION;
			second = false;
		} else if (stamp && i == stamp) {
			l->kind = KIND_META;
		} else if (stamp && i + 1 == stamp && i > e->body && shape_byline(l, &sure)) {
			l->kind = KIND_BYLINE; /* between the lead and the stamp */
		} else if (shape_footnote(l->text) || (i >= notes_from && page_noted(p, e, i, &notes))) {
			l->kind = KIND_NOTE;
		} else if (after && shape_footnote(after->text) && before && before->sentence_end && shape_byline(l, &sure) && sure) {
			l->kind = KIND_BYLINE;
		} else if (i > e->body && above_notes(p, e, i)) {
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
		} else if (page_repeats(p, e, l) || (!l->prose && after && !after->prose && shape_cut_of(l->text, after->text))) {
			page_drop(l, REPEATED);
		} else if (!l->prose && (l->bare || shape_image_file(l->text) || (shape_starts(l->text, "Ảnh: ") && shape_image_label(l)))) {
			page_drop(l, IMAGE);
		} else if (!l->prose && shape_numbered_image(l->text) && after && !after->prose) {
			page_drop(l, IMAGE);
		} else if (page_names_image(p, e, l)) {
			page_drop(l, IMAGE);
		} else if (!l->prose && ((shape_pointer(l->text) && !shape_listed(line, i)) || other_headline(p, e, i) || headlines_below_lead(p, e, i))) {
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
