#ifndef TDK_CONTEXT_H
#define TDK_CONTEXT_H

#include "lexicon.h"

/* What words are where they stand: a list says what a word can be, its
 * neighbours what it is. */

/* Put right the classes of the tokens of a line, in place. */
void context_read(struct lex *l);

#endif
