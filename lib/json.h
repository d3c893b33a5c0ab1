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

void json_open(struct json *j, char bracket); /* '{' or '[' */
void json_close(struct json *j, char bracket);
void json_key(struct json *j, const char *key);
void json_string(struct json *j, struct view v);
void json_maybe(struct json *j, struct view v); /* null where v is empty */
void json_number(struct json *j, size_t n);
void json_null(struct json *j);

#endif
