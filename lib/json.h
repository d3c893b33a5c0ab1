#ifndef TDK_JSON_H
#define TDK_JSON_H

#include <stdbool.h>

#include "out.h"
#include "stream.h"

/* JSON text, written as it goes: no tree. Bytes that are no UTF-8 become U+FFFD. */

struct json {
	struct out *out;
	bool pretty;
	int depth;
	bool empty; /* nothing yet in the innermost object or list */
	bool keyed; /* a key was written, its value follows */
};

void json_line(struct json *j); /* a new line, as deep as what is open */

/* What must stand before a value: a comma, a new line. */
static inline void json_before(struct json *j)
{
	if (!j->empty)
		out_ch(j->out, ',');
	if (j->pretty && j->depth)
		json_line(j);
	j->empty = false;
}

/* A short key that needs no escapes; here, so that of a literal its length is known. */
static inline void json_key(struct json *j, const char *key)
{
	size_t n = strlen(key);

	if (j->pretty)
		json_before(j);
	char *p = out_room(j->out, n + sizeof ",\"\": ");

	if (!j->pretty && !j->empty)
		*p++ = ',';
	*p++ = '"';
	memcpy(p, key, n);
	p += n;
	*p++ = '"';
	*p++ = ':';
	if (j->pretty)
		*p++ = ' ';
	out_upto(j->out, p);
	j->empty = false;
	j->keyed = true;
}

void json_open(struct json *j, char bracket); /* '{' or '[' */
void json_close(struct json *j, char bracket);
void json_string(struct json *j, struct view v);
void json_maybe(struct json *j, struct view v); /* null where v is empty */
void json_number(struct json *j, size_t n);
void json_digits(struct json *j, struct view digits); /* a number as it is written: digits, the first no nought */
void json_null(struct json *j);

#endif
