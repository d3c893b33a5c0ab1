#ifndef TDK_WHOLE_H
#define TDK_WHOLE_H

#include "stream.h"

/* Documents as wholes, for tools that say something about a document and not about
 * a line: raw text is gathered until its end. */

struct whole {
	struct stream stream;
	struct str raw; /* raw text as the lines of one document */
	struct doc doc; /* over raw */
};

/* Give each document of a file to take, in order. False when something was wrong,
 * which has been said. */
bool whole_each(struct whole *w, const char *path, struct out *flush, void (*take)(void *self, const struct doc *d), void *self);
void whole_free(struct whole *w);

#endif
