#ifndef TDK_PAGE_H
#define TDK_PAGE_H

#include "rx.h"
#include "stream.h"
#include "str.h"

/* A page as plain text: what kind of line is each of its lines? The evidence is
 * the shape of the lines, where they stand among each other, and the words of
 * lib/dict/furniture.tsv; never which site a page is from. */

struct page_line {
	size_t number;      /* in the source, from 1 */
	struct view text;   /* cleaned; not empty */
	size_t points;      /* its length in code points */
	bool gap;           /* an empty line stands before it */
	enum kind kind;
	const char *reason; /* why it is KIND_DROP */

	/* What it looks like: see page.c. */
	int furniture;
	bool prose, stamp, clock_time, sentence_end, tail;
};

struct page {
	struct page_line *line;
	size_t n, cap;
	size_t bad; /* bytes that were not UTF-8 */
	struct str clean;
	struct rx stamp;
};

/* Read a page and give each line its kind. The views point into bytes and into
 * the page. False if the bytes are no text at all. */
bool page_read(struct page *p, struct view bytes);
void page_free(struct page *p);

#endif
