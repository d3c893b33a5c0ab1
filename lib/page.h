#ifndef TDK_PAGE_H
#define TDK_PAGE_H

#include "lines.h"
#include "stamp.h"

/* A page as plain text: what kind of line is each of its lines? The evidence is
 * the shape of the lines, where they stand among each other, and the words of
 * lib/dict/furniture.tsv; never which site a page is from. */

struct page {
	struct lines lines;
	struct stamper stamp;
	struct str key;
	/* of a raw stream: hints, one a line of the document, and the lines that their
	 * hints tell to be no part of the article, in order */
	struct hint *hints;
	size_t hinted;
	struct page_line *aside;
	size_t asides, room;
};

/* Read a page of n bytes of UTF-8, which are written over, and give each line its
 * kind. False if the bytes are no text at all. */
bool page_read(struct page *p, char *bytes, size_t n);
/* The same of the raw lines of a document. Its lines are then those of p->lines and
 * of p->aside, by their sources. */
void page_read_raw(struct page *p, const struct doc *d);
/* Why a line is KIND_DROP. */
const char *page_reason(const struct page_line *l);
void page_free(struct page *p);

#endif
