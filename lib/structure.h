#ifndef TDK_STRUCTURE_H
#define TDK_STRUCTURE_H

#include "lines.h"
#include "title.h"

/* What the structure of an HTML page tells of its lines, by their hints: which are
 * furniture, which is the headline, which part of the page holds the article. */

/* Is the line furniture by its hint? HINT_WORDS for no; else the word
 * that says so. believed: see below. */
enum hint_word structure_furniture(const struct page_line *l, const struct hint *h, uint64_t believed);

/* The words that tell furniture on this page: not those whose part of the page
 * holds most of its prose. */
uint64_t structure_believed(const struct lines *p, const struct hint *hints);

/* The line that the page's head gives as its title; p->n for none. */
size_t structure_title(const struct lines *p, const struct hint *hints, uint64_t believed);

/* Mark the lines of the part that holds most prose as inside. False: there is none,
 * or the page is a list of teasers. */
bool structure_inside(struct lines *p, const struct hint *hints);

#endif
