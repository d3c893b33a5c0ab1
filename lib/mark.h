#ifndef TDK_MARK_H
#define TDK_MARK_H

#include "stream.h"

/* What was found in a line of text, as places in it that may nest and overlap. */

struct mark {
	enum kind kind;
	size_t record;     /* its line in the document */
	size_t start, end; /* bytes of the text */
};

struct marks {
	struct mark *m; /* by start; of those that start together the longest first */
	size_t n, cap;
};

/* The records of line i of d whose KIND_BITs are in which. False when one does not
 * hold what it says it does: it is said, and left out. */
bool marks_read(struct marks *ms, const struct doc *d, size_t i, unsigned long which);

/* Walk through text from its first byte to its last, telling each place where a mark
 * opens or closes. Calls nest always: where two marks overlap the inner one is
 * closed (for_good is false) and opened again. */
struct mark_walk {
	void (*open)(void *self, const struct mark *m, bool again);
	void (*close)(void *self, const struct mark *m, bool for_good);
	void (*text)(void *self, struct view piece, const struct mark *inner); /* inner: of the marks it is in the last opened, or NULL */
	void *self;
};
void marks_walk(const struct marks *ms, struct view text, const struct mark_walk *w);

/* Append what a mark stands for, where its own words do not say it: a date's value,
 * a unit's full name, who holds an office. */
void mark_label(struct str *out, const struct doc *d, const struct mark *m);

void marks_free(struct marks *ms);

#endif
