#include "page_parts.h"

#include <stdlib.h>

#include "err.h"
#include "listing.h"
#include "passage.h"
#include "shape.h"
#include "structure.h"
#include "title.h"

/* Move what is furniture by its hint to p->aside, all but line keep; returns where
 * keep is then. */
static size_t set_aside(struct page *p, size_t keep, uint64_t believed)
{
	size_t n = 0, at = (size_t)-1;

	if (p->room < p->lines.n) {
		free(p->aside);
		p->aside = xalloc(p->lines.n, sizeof *p->aside);
		p->room = p->lines.n;
	}
	p->asides = 0;
	for (size_t i = 0; i < p->lines.n; i++) {
		struct page_line l = p->lines.line[i];
		enum hint_word w = i == keep ? HINT_WORDS : structure_furniture(&l, &p->hints[l.source], believed);

		if (i == keep)
			at = n;
		if (w == HINT_WORDS) {
			p->lines.line[n++] = l;
			continue;
		}
		l.kind = KIND_DROP;
		l.reason = (uint8_t)(BY_HINT + w);
		p->aside[p->asides++] = l;
	}
	p->lines.n = n;
	return at == (size_t)-1 ? n : at;
}

/* What a hint tells of the shape of a line. */
static void look_at_hints(struct page *p)
{
	static const uint64_t cells = UINT64_C(1) << ELEMENT_TD | UINT64_C(1) << ELEMENT_TH | UINT64_C(1) << ELEMENT_LI | UINT64_C(1) << ELEMENT_DT |
				      UINT64_C(1) << ELEMENT_DD | UINT64_C(1) << ELEMENT_H2 | UINT64_C(1) << ELEMENT_H3 |
				      UINT64_C(1) << ELEMENT_H4 | UINT64_C(1) << ELEMENT_H5 | UINT64_C(1) << ELEMENT_H6;

	for (size_t i = 0; i < p->lines.n; i++) {
		struct page_line *l = &p->lines.line[i];
		const struct hint *h = &p->hints[l->source];

		l->image = h->words & HINT_BIT(HINT_IMAGE);
		l->prose &= h->links < 50 && h->element != ELEMENT_FIGCAPTION && !(h->words & HINT_BIT(HINT_CAPTION));
		l->cell = cells & UINT64_C(1) << h->element && !l->image && !(h->words & HINT_BIT(HINT_CAPTION));
		l->stamp |= h->words & HINT_BIT(HINT_DATE) && l->dated && l->points <= SHORT;
	}
}

/* Kinds that the page's own words for its parts settle. */
static void name_kinds(struct page *p, const struct extent *e)
{
	for (size_t i = 0; i < p->lines.n; i++) {
		struct page_line *l = &p->lines.line[i];
		uint64_t w = p->hints[l->source].words;

		if (i == e->title || l->kind == KIND_META || l->kind == KIND_NOTE || i < e->title)
			continue;
		if (w & HINT_BIT(HINT_CAPTION) && (l->inside || i < e->last) && l->points <= 2 * CAPTION_MAX)
			l->kind = KIND_CAPTION;
		else if (w & HINT_BIT(HINT_AUTHOR) && l->points <= SHORT && !l->dated && !shape_small_start(l->text) &&
			 (l->inside || i <= e->last + 3))
			l->kind = KIND_BYLINE;
		else if (w & HINT_BIT(HINT_LEAD) && l->kind == KIND_DROP && i < e->body && l->points >= TITLE_MIN)
			l->kind = KIND_TEXT;
	}
}

/* What the head states stands for what the page does not show. */
static void state_facts(struct page *p, const struct extent *e)
{
	bool posted = false, titled = e->title < p->lines.n;

	for (size_t i = 0; i < p->lines.n; i++)
		posted |= p->lines.line[i].kind == KIND_META && p->lines.line[i].dated;
	for (size_t i = 0; i < p->asides; i++) {
		struct page_line *l = &p->aside[i];
		uint64_t w = p->hints[l->source].words;

		if (l->reason != BY_HINT + HINT_HEAD)
			continue;
		if (!posted && w & HINT_BIT(HINT_DATE)) {
			l->kind = KIND_META;
			posted = true;
		} else if (!titled && w & HINT_BIT(HINT_TITLE) && p->hints[l->source].element == ELEMENT_META) {
			l->kind = KIND_TITLE;
			titled = true;
		}
	}
}

/* Prose of the article, if it was found where it is. */
static bool of_body(const struct page_line *l, bool found)
{
	return found && l->inside && l->prose;
}

void page_sort_by_hints(struct page *p)
{
	struct extent e = { 0 };

	look_at_hints(p);
	uint64_t believed = structure_believed(&p->lines, p->hints);
	size_t title = structure_title(&p->lines, p->hints, believed), n;

	title = set_aside(p, title, believed);
	page_unaccented(p);
	n = p->lines.n;
	passage_find(&p->lines);
	bool found = structure_inside(&p->lines, p->hints);
	struct page_line *line = p->lines.line;

	for (e.body = 0; e.body < n && !of_body(&line[e.body], found) && !line[e.body].passage; e.body++)
		;
	if (e.body < n && e.body == title)
		for (e.body++; e.body < n && !of_body(&line[e.body], found) && !line[e.body].passage; e.body++)
			;
	for (e.last = n - 1; n && e.last > e.body && !of_body(&line[e.last], found) && !line[e.last].passage; e.last--)
		;
	if (e.body == n) {
		page_no_article(p);
		return;
	}
	/* A headline stands above; that of a sidebar below does not count. */
	e.title = title < e.body ? title : title_find(&p->lines, e.body);
	if (title >= n && !line[e.body].passage && listing_is(&p->lines, e.body, e.last)) {
		page_no_article(p);
		return;
	}
	page_sort(p, &e);
	name_kinds(p, &e);
	state_facts(p, &e);
}
