#ifndef TDK_RX_H
#define TDK_RX_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

/* Regular expressions (PCRE2), always anchored where the caller points: a
 * pattern is tried at one place and never searched for. Bytes, not code points.
 * A pattern that was not compiled when the tools were built is so at its first use;
 * it is translated to machine code only when it has been used often enough to pay
 * for that. */

enum { RX_GROUPS = 24 };

struct rx {
	const char *pattern; /* not owned; must outlive the struct */
	void *code, *data, *context;
	unsigned uses;
	bool jit;  /* its translation was tried */
	bool fast; /* and made */
};

/* What a match left behind: group 0 is the whole. start is RX_UNSET for a group
 * that took no part. */
#define RX_UNSET ((size_t)-1)
struct rx_match {
	size_t start[RX_GROUPS], end[RX_GROUPS];
	int mark; /* number given by (*MARK:n) on the way to the match, or -1 */
};

enum rx_answer { RX_NO, RX_YES, RX_LIMIT };

/* Match at s[at]. RX_LIMIT means that the limits on work or memory were
 * exceeded: neither yes nor no. A pattern that does not compile ends the
 * process, for that is a mistake of the program. */
enum rx_answer rx_at(struct rx *rx, struct view s, size_t at, struct rx_match *m);

/* Number of a named group, or -1. */
int rx_group(struct rx *rx, const char *name);

/* Use what was compiled from text when the tools were built; false if nothing was, or
 * for another machine or another PCRE2. */
bool rx_built(struct rx *rx, const char *text);

/* Add the compiled pattern to out, as rx_built reads it. */
void rx_code(struct rx *rx, struct str *out);

void rx_free(struct rx *rx);

#endif
