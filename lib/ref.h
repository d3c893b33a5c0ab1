#ifndef TDK_REF_H
#define TDK_REF_H

#include "unit.h"

/* Documents cited in a line of text: numbered ones, and those known by name. */

struct ref {
	size_t start, end;              /* bytes of the whole */
	size_t number_start, number_end; /* as written; equal where there is none */
	size_t type;                    /* token of the type; NO_TYPE: "Số: 538/SGDĐT" */
	int y, m, d;                    /* 0 where not given */
	size_t issuer_start, issuer_end; /* bytes; equal where not given */
};
#define NO_TYPE ((size_t)-1)

struct ref_rules;

/* Room to work in; zero it. */
struct refs {
	struct units units;
	struct ref *found; /* of the last line, in order */
	size_t n, cap;
	struct ref_rules *rules;
};

/* Find the documents of a line. False when limits stopped the search. */
bool ref_find(struct refs *r, enum kind kind, struct view text);

/* Append the number as numbers are written: without spaces, with plain dashes. */
void ref_number(struct str *out, const struct refs *r, const struct ref *x);
/* The type's standard form ("Quyết định" for "QĐ"), or "". */
void ref_type(struct str *out, const struct refs *r, const struct ref *x);
void refs_free(struct refs *r);

/* Pattern i of those that numbers are found by, for lib/mkpatterns; NULL behind the last. */
const char *ref_pattern(size_t i);

#endif
