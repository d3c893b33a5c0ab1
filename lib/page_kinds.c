#include "page_parts.h"

#include <string.h>

#include "passage.h"
#include "shape.h"
#include "title.h"

void page_drop(struct page_line *l, enum reason why)
{
	bool named = l->furniture && !shape_is(l, "caption") && !shape_is(l, "credit") && !shape_is(l, "meta") &&
		     why != IMAGE;

	l->kind = KIND_DROP;
	l->reason = named ? BY_NAME : (uint8_t)why;
}

/* The title once more: what stands for a picture, or above the text of a print. */
bool page_repeats(const struct page *p, const struct extent *e, const struct page_line *l)
{
	return e->title < p->lines.n && shape_same_text(p->lines.line[e->title].text, l->text);
}

/* "<the title> - ảnh 2" */
static bool alt_of_title(const struct page *p, const struct extent *e, const struct page_line *l)
{
	struct view title = e->title < p->lines.n ? p->lines.line[e->title].text : (struct view){ "", 0 };

	return title.len >= TITLE_MIN && l->text.len > title.len && !memcmp(l->text.p, title.p, title.len);
}

/* "<the title> - Ảnh 1.", "<the title> ảnh 1", "<the title> -0": what stands for the picture itself */
bool page_names_image(const struct page *p, const struct extent *e, const struct page_line *l)
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

/* "(1) Gồm các huyện ...", where "(1)" stands in the text above: a note. So many more of
 * them are looked for as *left says. */
bool page_noted(const struct page *p, const struct extent *e, size_t i, int *left)
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

void page_no_article(struct page *p)
{
	for (size_t i = 0; i < p->lines.n; i++)
		page_drop(&p->lines.line[i], NO_ARTICLE);
}

/* A document without a headline above it: its own name and what it is about are the title.
 * Of a heading in capitals right above it the letterhead is made. The line, or the number of lines. */
static size_t own_title(struct page *p, struct extent *e)
{
	const struct page_line *line = p->lines.line;
	size_t n = p->lines.n, name = line[e->body].passage ? passage_document(&p->lines, e->body) : n;

	if (name == n || (e->title < n && !(e->title + 1 == e->body && shape_capitals(line[e->title].text))))
		return n;
	if (e->title < n)
		e->body = e->title;
	title_take_next(&p->lines, name);
	e->title = p->lines.n;
	e->last--;
	return name;
}

void page_sort(struct page *p, struct extent *e)
{
	size_t own = own_title(p, e), lines = p->lines.n;

	if (e->title < p->lines.n) {
		title_join(&p->lines, e);
		title_trim(&p->lines, e);
	}
	page_sort_head(p, e);
	page_sort_body(p, e);
	page_sort_foot(p, e);
	if (own < lines)
		p->lines.line[own].kind = KIND_TITLE;
}
