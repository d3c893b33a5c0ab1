#ifndef TDK_NAMES_H
#define TDK_NAMES_H

#include "lexicon.h"
#include "map.h"

/* A user's own names, beside the built-in lists and in their format: phrase, tag,
 * value, parted by TABs; lines that begin with # are comments. The tag says what
 * the phrase is: a kind of unit (party, state ... other: the name of one), role,
 * honorific or surname. The value is the full name of a short form, or empty. */

struct lex_names {
	struct map map; /* from the key of a phrase to its row */
	struct name *row;
	size_t n, cap;
	size_t words, bytes; /* most in a phrase */
};

/* Read a file. False, with a message that names file and line, if it cannot be read
 * or a row is none; good rows are taken all the same. */
bool names_load(struct lex_names *u, const char *path);
/* Add one name of that tag, known to be one; the first of a phrase counts. */
void names_add(struct lex_names *u, struct view phrase, struct view tag, struct view value);
void names_free(struct lex_names *u);

#endif
