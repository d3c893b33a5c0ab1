#ifndef TDK_RULE_H
#define TDK_RULE_H

#include "lexicon.h"
#include "rx.h"

/* Rules over tokens: a regular expression over the symbols of a line, in which
 * <name> stands for one token. A name is
 *	a list of lib/dict		<sectors>
 *	word, cap, low, caps		any word; capitalised; lower case; ALL CAPS
 *	plain				a word of no list
 *	number roman dash quote comma slash left right colon point
 *				tokens of that kind; dash is any dash, left and right are ( )
 * Several names are joined by '|'. A '^' before a name asks for a capital, '_'
 * for a small letter, '!' takes the tokens of that name out again:
 * <^unit-head|sectors>, <cap|!roles>. Blanks are for the reader. Groups have names,
 * (?<tail> ...) and (?&tail), and (?<! ) looks behind. */

struct rule {
	const char *text; /* not owned */
	struct rx rx;
	struct str pattern;
};

#define RULE(t) { .text = (t) }

/* Match at token at; spans of m count tokens. */
enum rx_answer rule_at(struct rule *r, const struct lex *l, size_t at, struct rx_match *m);
/* Make the regular expression that is matched. */
void rule_translate(struct rule *r);
void rule_free(struct rule *r);

#endif
