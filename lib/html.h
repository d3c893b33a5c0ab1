#ifndef TDK_HTML_H
#define TDK_HTML_H

#include <stdbool.h>
#include <stdint.h>

#include "hint.h"
#include "str.h"
#include "tool.h"

/* An HTML page as found, as blocks of text with hints. The parser is libxml2's
 * HTML parser, pushed piece by piece: no tree is built. */

struct html {
	struct str text; /* of all blocks, parted by newlines; before cleaning */
	struct html_block *block;
	size_t n, cap;
	struct html_open *open; /* the elements that are open, outermost first */
	size_t depth, room;
	/* the block that is being read: where it begins in text, its bytes that are no
	 * spaces, and how many of them are links */
	struct hint now;
	size_t from, solid, linked;
	uint32_t line;
	uint32_t blocks; /* numbered so far */
	bool after_link; /* a link has just ended */
	bool image;      /* one stands right before what comes */
	bool facts;      /* in a script that holds JSON-LD */
	bool deep;       /* nested too deeply: the rest was left */
	const char *disguise;
	struct str json, work, clean, mended, decoded;
	void *parser;
};

/* Read the page of n bytes, which are written over. charset is what its sender
 * says of it, from what the user says, a name of decode_known; both may be NULL.
 * name is for messages. False, after a message, when something was wrong: the
 * blocks up to there can be had. */
bool html_read(struct html *h, char *bytes, size_t n, const char *charset, const char *from, const char *name);
/* Write its blocks as raw lines, or as rows of -o. */
void html_put(struct html *h, struct tool *t, struct view id);
/* By what it declares, or by its letters. */
bool html_is_vietnamese(const struct html *h);
/* One raw line, or a row of -o. */
void html_put_raw(struct tool *t, struct view id, size_t line, struct view hint, struct view text);
void html_free(struct html *h);

#endif
