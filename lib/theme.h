#ifndef TDK_THEME_H
#define TDK_THEME_H

#include "lexicon.h"

/* Emulation movements and campaigns named in a line of text. */

struct theme {
	size_t start, end;               /* bytes of the name, without quotes */
	int from, to;                    /* years of its period; 0 where not given */
	const char *name;                /* the standard form, or NULL: as written */
};

/* Room to work in; zero it. lex is that of the line, made by the caller. */
struct themes {
	struct theme *found; /* of the last line, in order */
	size_t n, cap;
};

void theme_find(struct themes *s, const struct lex *l);
void themes_free(struct themes *s);

#endif
