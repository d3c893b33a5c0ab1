#ifndef TDK_CANVAS_H
#define TDK_CANVAS_H

#include <stdbool.h>
#include <stdint.h>

#include "out.h"

/* Paragraphs of styled text laid out in columns, for a terminal or as a picture of
 * one (SVG). Wide characters take two columns, combining marks none. */

enum canvas_form {
	CANVAS_PLAIN, /* no styles */
	CANVAS_ANSI,
	CANVAS_SVG,
};

/* A style: a colour from 0 (that of the terminal) to 8, and how it is written. */
enum { STYLE_COLOURS = 9, STYLE_BOLD = 16, STYLE_DIM = 32, STYLE_UNDERLINE = 64 };

struct cell {
	uint32_t at; /* byte in the paragraph */
	uint8_t len, width, style;
};

struct canvas {
	enum canvas_form form;
	size_t width; /* columns; 0: no line is broken */
	struct out *out;
	/* the paragraph at hand */
	struct str text;
	struct cell *cell;
	size_t n, cap;
	/* of a picture: its rows so far */
	struct str svg;
	size_t rows;
};

void canvas_begin(struct canvas *c, enum canvas_form form, size_t width, struct out *out);
/* Add to the paragraph. What would move the cursor or turn the direction of writing
 * becomes U+FFFD. */
void canvas_text(struct canvas *c, struct view text, unsigned style);
/* Lay the paragraph out, gutter before its first row and as much room before the
 * others. */
void canvas_paragraph(struct canvas *c, struct view gutter);
void canvas_end(struct canvas *c); /* a picture is written now */
void canvas_free(struct canvas *c);

/* Append text as XML has it. */
void canvas_escape(struct str *out, struct view text);

#endif
