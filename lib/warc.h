#ifndef TDK_WARC_H
#define TDK_WARC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "in.h"
#include "str.h"

/* The records of a web archive, ISO 28500 (WARC/1.0 and 1.1), one at a time. */

enum warc_kind {
	WARC_OTHER,
	WARC_HTML, /* a response, or a resource, that is HTML */
	WARC_TEXT, /* a conversion to plain text (WET) */
};

struct warc {
	struct in in;
	uint64_t offset; /* of the next byte in the archive, uncompressed */
	bool bad;        /* something was wrong, and has been said */
	size_t complaints;

	/* the record at hand */
	enum warc_kind kind;
	uint64_t at; /* where it begins */
	struct str uri, charset, language; /* "" where it does not say */
	char *body;  /* of the kinds above: without the headers of HTTP; may be written over */
	size_t len;
	size_t rest; /* bytes of the record that follow, to be passed over */

	struct str head;
};

bool warc_open(struct warc *w, const char *path, struct out *flush);
/* The next record; false at the end. What is broken is said with its offset, and
 * passed over up to the next record. */
bool warc_next(struct warc *w);
void warc_close(struct warc *w);

#endif
