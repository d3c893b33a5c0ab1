#ifndef TDK_IN_H
#define TDK_IN_H

#include <stdbool.h>
#include <stddef.h>

#include "out.h"
#include "str.h"

/* Input through one buffer. What follows in_keep() stays in memory, at the
 * same distance from the kept byte, until it is let go: a document is read in
 * place and never copied. Output is flushed before every read, so nothing that
 * can be said waits for more input. */

enum { IN_SIZE = 256 * 1024 };

struct in {
	int fd;
	const char *name;  /* for messages: the operand, or "-" */
	struct out *flush; /* flushed before each read; may be NULL */
	char *buf;
	size_t cap;
	size_t keep; /* first byte that must stay */
	size_t pos;  /* first byte not yet handed out */
	size_t scan; /* up to here no separator was found */
	size_t end;
	bool eof, failed;
};

/* Set it when the next file is the last that the process opens: it can open none then
 * (confine.h). */
extern bool in_last;

/* Open path, "-" being standard input. False, with a message, if it cannot be
 * opened. The buffer of an earlier file is used again. */
bool in_open(struct in *i, const char *path, struct out *flush);

/* The next piece up to sep, without it, as an offset from the kept byte: true,
 * or false at the end. After a read error the message has been given, failed is
 * set, and what had been read was handed out first. */
bool in_until(struct in *i, char sep, size_t *off, size_t *len);

/* All that is left of the input, from the kept byte: its size. */
size_t in_all(struct in *i);

/* Have n bytes at hand that were not yet handed out, or all there are: how many. */
size_t in_have(struct in *i, size_t n);
const char *in_at(const struct in *i); /* the first of them, until the next read */
/* Hand out n of them, and let go of all that was. */
void in_pass(struct in *i, size_t n);

/* The kept byte; moves with each read. What was handed out may be written over. */
char *in_base(const struct in *i);
void in_keep(struct in *i);              /* let go of all that was handed out */
bool in_starts(struct in *i, struct view with); /* do the next bytes read so? */
void in_close(struct in *i);
void in_free(struct in *i);

#endif
