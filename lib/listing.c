#include "listing.h"

#include <string.h>

#include "shape.h"
#include "text.h"

/* Below each paragraph the button that leads to the rest of it? */
static bool to_go_on(const struct lines *p, size_t body, size_t last)
{
	static const char *const buttons[] = { "chi tiết", "xem chi tiết", "xem tiếp", "đọc tiếp", "xem thêm" };
	enum { LONGEST = 24, OVER_OTHERS = 4 }; /* that one stands over further articles as well */
	size_t seen = 0;
	bool again = false;

	for (size_t i = body; i < p->n; i++) {
		struct view t = p->line[i].text;
		char key[LONGEST];
		size_t b = 0;

		if (i <= last && p->line[i].prose && (i + 1 == p->n || p->line[i + 1].text.len >= LONGEST))
			return false;
		if (t.len >= LONGEST)
			continue;
		text_key(key, t);
		for (struct view k = { key, t.len }; b < sizeof buttons / sizeof *buttons && !shape_starts(k, buttons[b]);)
			b++;
		if (i <= body || b == sizeof buttons / sizeof *buttons) {
			if (i && i <= last + 1 && p->line[i - 1].prose)
				return false;
			continue;
		}
		again |= b < OVER_OTHERS || (seen++ && p->line[i - 1].sentence_end);
	}
	return again;
}

/* The same line below each of them, but for its figures: "Lượt xem: 98", "00:02:15",
 * "Chi tiết »". */
static bool alternates(const struct lines *p, size_t body, size_t last)
{
	const struct page_line *line = p->line;
	size_t n = 0, prose = 0, parted = 0;

	for (size_t i = body + 1; i < p->n && line[i].points <= 30 && shape_same_but_figures(line[body + 1].text, line[i].text); i += 2)
		n++;
	for (size_t i = body; i <= last; i++) {
		prose += line[i].prose;
		parted += line[i].prose && i + 1 < p->n && line[i + 1].points <= 30 &&
			  shape_same_but_figures(line[body + 1].text, line[i + 1].text);
	}
	if (n < 3 && (prose < 3 || parted != prose))
		return false;
	/* pictures and advertisements stand between the paragraphs of an article */
	return !shape_is(&line[body + 1], "ads") && !shape_caption(&line[body + 1]) && !shape_numbered_image(line[body + 1].text) &&
	       (!shape_image_label(&line[body + 1]) || shape_clock(line[body + 1].text));
}

/* The bytes of what a paper puts before an article: "VLG.VN - ", "(PLLG) - ". */
static size_t slug_of(struct view t)
{
	enum { LONGEST = 16, SHORTEST = 3 };
	size_t n = 0;

	while (n < t.len && n < LONGEST && t.p[n] != ' ')
		n++;
	return n >= SHORTEST && t.len - n > 3 && !memcmp(t.p + n, " - ", 3) ? n + 3 : 0;
}

/* Several begin so, one after the other: each is the beginning of an article. */
static bool slugs(const struct lines *p, size_t body, size_t last)
{
	size_t first = 0, of = body, same = 0, prose = 0;

	for (size_t i = body; i <= last; i++) {
		struct view t = p->line[i].text;

		/* a lead may stand there twice */
		if (!p->line[i].prose || (first && (view_eq(t, p->line[of].text) || shape_cut_of(t, p->line[of].text) || shape_cut_of(p->line[of].text, t))))
			continue;
		prose++;
		if (!first) {
			first = slug_of(t);
			of = i;
		}
		same += first && t.len > first && !memcmp(t.p, p->line[of].text.p, first);
	}
	return same >= 2 && 2 * same >= prose;
}

/* Does line at, above a paragraph, tell of a picture, and is no heading: its caption or
 * its name; "Đ/c ..., Chánh Thanh tra - khai mạc Hội nghị", and the second line of that,
 * where a comma ends the first? */
static bool of_picture(const struct lines *p, size_t at)
{
	const struct page_line *l = &p->line[at];
	struct view above = at ? p->line[at - 1].text : l->text;

	return shape_caption(l) || shape_image_label(l) || shape_numbered_image(l->text) || shape_addressed(l->text) || above.p[above.len - 1] == ',';
}

/* "Thời sự - 11/06/2022 08:40 ...": a section and a stamp, with its time, before a lead;
 * "13/9/2023Sáng 12/9, ...": a day that runs into one. */
static bool stamped_lead(struct view t)
{
	enum { SECTION = 48 };
	size_t day = 0, of;

	while (day < t.len && (shape_digit(t, day) || t.p[day] == '/'))
		day++;
	if (day >= 8 && day < t.len && text_letter(t, day, &of) == LETTER_UPPER)
		return true;
	for (size_t i = 0; i < SECTION; i++)
		if (view_shaped(t, i, "00/00/0000 00:00") && (!i || (i > 3 && !memcmp(t.p + i - 3, " - ", 3))))
			return true;
	return false;
}

/* "... thuộc về [...]": what a listing shows ends in the middle. */
static bool cut_off(struct view t)
{
	static const char *const ends[] = { "…", "...", "[...]", "[…]", "(...)" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (view_had(t, t.len, ends[i]))
			return true;
	return false;
}

/* Does it begin as news does? "Tại hội nghị, ...", "Để ..." may go on with any article. */
static bool begins_news(struct view t)
{
	static const char *const go_on[] = { "Trong ", "Để ", "Nhằm ", "Thực hiện ", "Căn cứ ", "Được sự " };
	static const char place[] = "Tại ";
	size_t n;

	if (SHAPE_HEAD(t, go_on) || (shape_starts(t, place) && text_letter(t, sizeof place - 1, &n) == LETTER_LOWER))
		return false;
	return text_begins_article(t);
}

bool listing_is(const struct lines *p, size_t body, size_t last)
{
	const struct page_line *line = p->line;
	size_t prose = 0, stamps = 0, more = 0, cut = 0, between = 0, pairs = 0, twice = 0, begins = 0, again = 0, leads = 0;
	bool head = false, above = false, others = false, sure; /* others: below a heading of related items */

	for (size_t i = 0; i < body; i++)
		head |= shape_is(&line[i], "listing");
	for (size_t i = body; i <= last; i++) {
		const struct page_line *l = &line[i];

		if (l->prose && (l->points > TEASER_MAX || l->wrapped))
			return false;
		prose += l->prose;
		leads += l->prose && stamped_lead(l->text);
		others = shape_is(l, "related") || (others && shape_bullet(l->text) && !l->prose);
		stamps += l->dated && !l->prose && !others;
		more += (shape_is(l, "nav") || view_is(l->text, "Chi tiết")) && (i == body || !shape_byline(&line[i - 1], &sure));
		if (l->prose && i && !line[i - 1].prose && !line[i - 1].furniture && !line[i - 1].sentence_end && !line[i - 1].dated &&
		    line[i - 1].points >= TITLE_MIN && !shape_section(line[i - 1].text) && !of_picture(p, i - 1)) {
			pairs++;
			begins += begins_news(l->text) || l->text.p[0] == '(';
			twice += i > 1 && view_eq(line[i - 1].text, line[i - 2].text);
		}
		again += l->stamp && i > body && line[i - 1].prose && i + 2 <= last && !line[i + 1].prose && !line[i + 1].sentence_end &&
			 line[i + 1].points >= TITLE_MIN && line[i + 2].prose;
		above |= l->stamp && i > body && line[i - 1].prose && i < last && line[i + 1].prose;
		cut += l->prose && cut_off(l->text);
		/* the title and the date of the next one */
		between += l->stamp && i > body + 1 && !line[i - 1].prose && !line[i - 1].furniture && !line[i - 1].stamp &&
			   line[i - 1].points >= TITLE_MIN && (line[i - 2].prose || line[i - 2].furniture);
	}
	for (size_t i = last + 1; i < p->n && i <= last + 2; i++) {
		more += shape_is(&line[i], "nav");
		/* below who wrote it stands when an article was changed */
		stamps += line[i].stamp && prose >= 3 && !(i > last + 1 && shape_byline(&line[i - 1], &sure));
	}
	if (head && prose <= 10)
		return true;
	if (alternates(p, body, last) || to_go_on(p, body, last) || slugs(p, body, last))
		return true;
	/* a heading over each of them, and news of its own in most; or each heading twice */
	if (pairs >= 3 && pairs == prose && begins * 2 >= prose)
		return true;
	if (leads >= 2 && leads + 1 >= prose)
		return true;
	if (twice >= 2 && twice + 1 >= prose && begins * 2 >= prose)
		return true;
	for (size_t i = body < 4 ? 0 : body - 4; i < body && prose >= 2 && ((prose == 2 && above) || again + 1 >= prose); i++)
		if (line[i].stamp)
			return true;
	if (prose >= 2 && (between + 1 >= prose || cut == prose || (more >= prose && prose >= 2)))
		return true;
	return prose >= 3 && (stamps + 1 >= prose || more + 1 >= prose);
}
