#ifndef TDK_MERIT_H
#define TDK_MERIT_H

#include "lexicon.h"

/* The names of lib/dict/awards.tsv, laws.tsv and movements.tsv. */

/* In the order in which the Makefile names the lists. */
enum merit { MERIT_AWARD, MERIT_LAW, MERIT_MOVEMENT };

/* The longest name of that list at token t of the line: its standard form, and its
 * bytes through *len; NULL for none. */
const char *merit_at(const struct lex *l, size_t t, enum merit list, size_t *len);
/* The same at any byte where a word begins. */
const char *merit_at_byte(const struct lex *l, size_t byte, enum merit list, size_t *len);
/* The tag of that name: of awards "order", "flag" ... */
const char *merit_tag(const struct lex *l, size_t byte, enum merit list);

#endif
