#ifndef TDK_SHOW_H
#define TDK_SHOW_H

#include "canvas.h"
#include "map.h"
#include "mark.h"

/* Documents with what was found in them, for people to look at. */

enum show_form { SHOW_TEXT, SHOW_SVG, SHOW_HTML, SHOW_BRAT };

struct show {
	enum show_form form;
	unsigned long kinds; /* KIND_BITs of the marks to show */
	bool colour;         /* SHOW_TEXT */
	size_t width;        /* columns of SHOW_TEXT and SHOW_SVG; 0: lines are not broken */
	const char *dir;     /* SHOW_BRAT: where the files go */
	struct out *out;
	/* room to work in */
	size_t docs;
	struct marks marks;
	struct str label, buf;
	struct canvas canvas;
	struct map names; /* SHOW_BRAT: of the files */
	bool failed; /* something was wrong with a document, and has been said */
};

#define SHOW_KINDS                                                                                       \
	(KIND_BIT(KIND_DATE) | KIND_BIT(KIND_UNIT) | KIND_BIT(KIND_PLACE) | KIND_BIT(KIND_PERSON) |      \
	 KIND_BIT(KIND_ROLE) | KIND_BIT(KIND_REF) | KIND_BIT(KIND_THEME) | KIND_BIT(KIND_AWARD))

/* The marks of line i, into s->marks. */
void show_marks(struct show *s, const struct doc *d, size_t i);
/* What a mark stands for, into s->label. */
struct view show_label(struct show *s, const struct doc *d, const struct mark *m);

/* On a terminal, or as a picture of one. */
void show_text_begin(struct show *s);
void show_text(struct show *s, const struct doc *d);
void show_text_end(struct show *s);

/* As one page of HTML, which needs nothing but itself. */
void show_html_begin(struct show *s);
void show_html(struct show *s, const struct doc *d);
void show_html_end(struct show *s);

/* As standoff files of brat: NAME.txt and NAME.ann in s->dir. */
void show_brat(struct show *s, const struct doc *d);

void show_free(struct show *s);

#endif
