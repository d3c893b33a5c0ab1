#ifndef TDK_TITLE_H
#define TDK_TITLE_H

#include "lines.h"

/* Which line of a page is the headline of its article. */

struct extent {
	size_t title, body, last; /* lines; title == n: none */
};

/* Is it the posting stamp, or a line of that kind? */
bool title_meta_like(const struct page_line *l);
/* May a line be a headline, by its shape? */
bool title_may_be(const struct page_line *l);
/* Does "Cụm thi đua số 2 Hội LHPN:" stand right above line i? */
bool title_below_kicker(const struct lines *p, size_t i);
/* Is there a line above i, at most three up and not above first, that may be one? */
bool title_above(const struct page_line *line, size_t i, size_t first);
/* The headline above the paragraph body; the number of lines for none. */
size_t title_alone(const struct lines *p, size_t body); /* p->n for none */
size_t title_find(const struct lines *p, size_t body);
/* Make one line of a headline over two or three: it keeps the number of the first. */
void title_join(struct lines *p, struct extent *e);
/* Make one line of line a and the next. */
void title_take_next(struct lines *p, size_t a);
/* Take a date off the end of the title, which becomes a line of its own, and a mark off its head. */
void title_trim(struct lines *p, struct extent *e);

#endif
