#ifndef TDK_TOOL_H
#define TDK_TOOL_H

#include <stdbool.h>
#include <stddef.h>

#include "confine.h"
#include "out.h"
#include "stream.h"

/* What all commands share: options, operands, exit status, and for extractors
 * the loop that copies a stream through and adds records. */

struct opt {
	char letter;
	const char *name; /* long */
	const char *arg;  /* what its argument is called in the usage, or NULL */
	const char *help;
};

struct tool {
	const char *name;
	const char *about;
	const struct opt *opts; /* its own, ended by { 0 }; the common ones are added */
	/* Take option c; false, with a message, when arg will not do. */
	bool (*option)(struct tool *t, char c, const char *arg);
	/* Process one operand; false when something was wrong and has been said. */
	bool (*file)(struct tool *t, const char *path);
	void (*end)(struct tool *t); /* after the last operand; may be NULL */
	const char *const *columns; /* of -o, after the document's ID; NULL ends them */
	const struct extractor *extractor;
	enum confine opens; /* what it may open beside its operands, once the options are read */
	void *self;
	bool bare; /* of the common options it takes -h and -V alone */

	struct out out;
	struct stream stream; /* of an extractor: its buffer serves one file after another */
	bool only, header, needs; /* -o -H -e */
	bool found;               /* anything, for -e */
};

/* Read the options alone: the index of the first operand. */
int tool_options(struct tool *t, int argc, char **argv);
/* Run a tool over its operands; returns the exit status. */
int tool_main(struct tool *t, int argc, char **argv);

/* Where an extractor puts what it finds in one line. */
struct sink {
	struct tool *tool;
	const struct doc *doc;
	size_t line; /* index into doc->lines */
	size_t from, from_point; /* where the text at hand begins in that of the line */
	size_t byte, point;
};

/* One record: bytes start..end of the text at hand are its span, fields are
 * those between END and TEXT, in the order of the table of kinds. */
void sink_put(struct sink *s, enum kind k, size_t start, size_t end, const struct view *fields);
/* The code point of the line's text at which byte of the text at hand stands. */
size_t sink_point(struct sink *s, size_t byte);

struct extractor {
	unsigned long owns;  /* KIND_BITs of its records: those in the input are replaced */
	enum kind table;     /* the kind whose records -o shows */
	/* A document begins. May be NULL, as may the next. */
	void (*begin)(void *self);
	/* Take note of a line, before any line that it may help to read. In a stream
	 * all lines are shown first; of raw text only those up to the one to be read. */
	void (*learn)(void *self, enum kind kind, struct view text);
	/* Put what a line holds. A very long line comes in pieces, cut between
	 * sentences or words. False when limits stopped the search. */
	bool (*find)(void *self, enum kind kind, struct view text, struct sink *s);
	/* Where a row of -o is not a record: find puts nothing then, and all rows of a
	 * document are printed at its end. NULL otherwise. */
	void (*rows)(void *self, struct tool *t, struct view id);
};

/* The file function of an extractor. */
bool tool_extract(struct tool *t, const char *path);

/* One row of -o: the ID, then the fields. */
void tool_row(struct tool *t, struct view id, const struct view *fields, size_t n);

#endif
