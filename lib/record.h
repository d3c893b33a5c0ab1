#ifndef TDK_RECORD_H
#define TDK_RECORD_H

#include "json.h"
#include "stream.h"

/* A document's records as one JSON object: section 4 of tdk(5). */

struct record_options {
	bool lines;   /* the text lines too */
	bool verbose; /* say where the page contradicts itself */
};

/* Write the object of d, without a newline after it. True if it holds anything
 * that was found. */
bool record_write(struct json *j, const struct doc *d, const struct record_options *o);

/* What one row of a table of documents says: fields of the object by name. */
enum { RECORD_COLUMNS = 7 };
extern const char *const record_column[RECORD_COLUMNS + 1];
bool record_row(const struct doc *d, struct view row[RECORD_COLUMNS]);

/* The JSON Schema (2020-12) of the object. */
extern const char *const record_schema[]; /* its lines; NULL ends them */

#endif
