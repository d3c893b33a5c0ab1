#ifndef TDK_LINES_H
#define TDK_LINES_H

#include <stdint.h>

#include "arena.h"
#include "hint.h"
#include "str.h"
#include "stream.h"

/* The lines of a page as they should be: decoded, cleaned, joined where the
 * page was wrapped at a width, cut where furniture is glued to a paragraph. */

struct page_line {
	struct view text;   /* not empty */
	uint32_t number;    /* in the source, from 1; of the first of joined lines */
	uint32_t points;    /* length in code points; of long lines only roughly */
	uint32_t source;    /* of a raw stream: which line of the document */
	uint16_t furniture; /* what page.c knows of it; see there */
	uint8_t kind;       /* enum kind */
	uint8_t reason;
	bool gap : 1;       /* an empty line stands before it */
	bool prose : 1, wrapped : 1, bare : 1, dated : 1, stamp : 1, clock_time : 1, sentence_end : 1, tail : 1;
	/* by hints: in the part that holds the article; right below an image; an item of
	 * a table or a list, or a heading */
	bool inside : 1, image : 1, cell : 1;
	bool section : 1; /* the name of one, which stands alone */
	bool links : 1; /* a bar of links, by the marks of a text browser */
	/* of a document, a table or a list, as passage.c finds them; of a signature */
	bool passage : 1, signs : 1;
};

struct lines {
	struct page_line *line;
	size_t n, cap;
	size_t bad;           /* bytes that were no UTF-8 */
	const char *disguise; /* what the page was read as, or NULL */
	struct arena arena;
	struct str work, more;
};

/* Beyond this length points are not counted: text.len / 3 is given, which no
 * text of that many bytes is shorter than. */
enum { LINES_COUNTED = 1200, LINE_MAX_BYTES = 1024 * 1024 };

/* Read the lines of a page of n bytes of UTF-8, which are written over. Views
 * point into bytes or into the arena, until the next call. */
void lines_read(struct lines *l, char *bytes, size_t n);
/* Read the raw lines of a stream's document. hints, one a line of the document, are
 * filled in; returns whether there are any. Views point into the document. */
bool lines_raw(struct lines *l, const struct doc *d, struct hint *hints);
void lines_free(struct lines *l);

#endif
