#ifndef TDK_DATE_H
#define TDK_DATE_H

#include "cal.h"
#include "rx.h"
#include "str.h"
#include "stream.h"

/* Dates in a line of text, as EDTF with their role. What a line leaves open (a
 * missing year) is decided by what the document has told: see date_learn. */

enum date_role {
	DATE_MENTION,
	DATE_PUBLISHED,
	DATE_EVENT,
	DATE_DOCUMENT,
	DATE_PERIOD,
	DATE_DEADLINE,
	DATE_CLOCK,
};
extern const char *const date_role_name[];

struct date {
	size_t start, end;    /* bytes of the line */
	struct day from, to;  /* to.y == to.m == 0: no interval */
	enum date_role role;
	bool feast;           /* remembered on that day every year; from.y is 0 */
	bool open;            /* "từ ngày 01/7/2020 đến nay": no end */
	const char *form;     /* name of its row in the table of forms */
};

/* The years that a text names; first 0: none. */
struct years {
	int first, last;
	bool review; /* of a whole year */
	bool plans;  /* for a year to come */
	bool done;   /* it says a year of which no plan speaks */
	int half;    /* of the half-year that it says; 0: none */
	bool award;  /* a year that it says is that of a prize, which is given the year after as well */
};

struct date_forms;

/* Lines that tell something of their document, to be read when that is asked for. */
enum { DATE_TELLING = 6 };
struct telling {
	struct view line[DATE_TELLING];
	int n, read;
};

/* What is known of the document, and room to work in. Zero it, set reference if
 * there is one, and call date_begin for each document. */
struct dates {
	struct day reference;  /* where the page gives no day: from the user; y 0: none */
	struct telling titles, metas, texts;
	struct day published;  /* of the metas; y 0: not known */
	struct day event;      /* of the texts; d 0: not known, y 0: its year is not */
	struct day old;        /* the first of them that is long past; d 0: none */
	int title_year;        /* of the titles */
	struct years title;
	struct str key;
	struct date *found;    /* of the last line, in order */
	size_t n, cap;
	struct date_forms *forms;
	struct dates *inner;   /* reads those lines while another is read */
};

void date_begin(struct dates *c);
/* What a line tells of the document. text must stay until the line was given to
 * date_find, or the document ends. */
void date_learn(struct dates *c, enum kind kind, struct view text);
/* Find the dates of a line: c->found. False when limits stopped the search. */
bool date_find(struct dates *c, enum kind kind, struct view text);
/* Write its EDTF to p; returns the bytes. */
enum { DATE_VALUE = 2 * CAL_EDTF + 1 };
size_t date_value(char *p, const struct date *d);
void date_free(struct dates *c);

/* The table of forms, for its test: row i, false after the last. */
bool date_form(size_t i, const char **name, const char **example, const char **value);

/* Pattern i of those that dates are found by, for lib/mkpatterns; NULL behind the last. */
const char *date_pattern(size_t i);

#endif
