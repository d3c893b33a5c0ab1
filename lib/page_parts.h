#ifndef TDK_PAGE_PARTS_H
#define TDK_PAGE_PARTS_H

#include "page.h"
#include "title.h"

/* What the files of tdk-strip share among themselves: page.c, what a line looks like and
 * where the article begins and ends; page_kinds.c, the kind of each line, with page_head.c,
 * page_body.c and page_foot.c; page_hints.c, both where the structure of an HTML page is
 * known. */

/* Reasons that are not names of furniture. */
enum reason { BY_NAME, ABOVE, BELOW, CLOCK, IMAGE, CALENDAR, LINKS, NO_ARTICLE, REPEATED, BY_HINT = 32 /* plus its word */ };

/* A long line without accents on a page that has them is a message of the site, or in
 * another language: no prose. */
void page_unaccented(struct page *p);
/* Has the title its stamp already, between it and the article? */
bool page_stamped(const struct page *p, const struct extent *e);
void page_drop(struct page_line *l, enum reason why);
/* Does l say the title once more: what stands for a picture, or above the text of a print? */
bool page_repeats(const struct page *p, const struct extent *e, const struct page_line *l);
/* "<the title> - Ảnh 1.": does it stand for the picture itself? */
bool page_names_image(const struct page *p, const struct extent *e, const struct page_line *l);
/* "(1) Gồm các huyện ...", where "(1)" stands in the text above: is line i a note? So many more
 * of them are looked for as *left says. */
enum { PAGE_NOTES = 100 };
bool page_noted(const struct page *p, const struct extent *e, size_t i, int *left);
/* The stamp that stands between the lead and the rest of the article, where none is above it; 0
 * for none. */
size_t page_stamp_below_lead(const struct page *p, const struct extent *e);
/* The kinds of the lines above the article, in it, and below it. */
void page_sort_head(struct page *p, const struct extent *e);
void page_sort_body(struct page *p, const struct extent *e);
void page_sort_foot(struct page *p, const struct extent *e);
void page_no_article(struct page *p);
/* Give each line its kind, with the article at e, which is made exact. */
void page_sort(struct page *p, struct extent *e);
/* The same, and where the article is, with the hints of p. */
void page_sort_by_hints(struct page *p);

#endif
