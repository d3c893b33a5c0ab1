#ifndef TDK_CAL_H
#define TDK_CAL_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

/* Days of the Gregorian calendar and their EDTF (ISO 8601-2). */

struct day {
	int y, m, d;     /* y 0: unknown year; m 0, d 0: not given */
	int h, min;      /* -1: no time of day */
};

enum { CAL_FIRST = 1800, CAL_LAST = 2099 }; /* years that a page may speak of */

int cal_month_days(int y, int m);        /* y 0 counts as a leap year */
bool cal_valid(struct day d);            /* also of a month or a year alone */
int cal_weekday(int y, int m, int d);    /* 1 Monday .. 7 Sunday (ISO 8601) */
long cal_number(int y, int m, int d);    /* days since a fixed day, for comparing */
struct day cal_add(struct day d, long days);
int cal_compare(struct day a, struct day b); /* by y, m, d */

/* "2020-07-25T10:18", "2020-07", "2020", "XXXX-07-20": written to p, where there is room
 * for the longest, and where it ends; or appended. */
enum { CAL_EDTF = sizeof "2020-07-25T10:18" - 1 };
char *cal_put(char *p, struct day d);
void cal_edtf(struct str *out, struct day d);

/* Read what cal_edtf writes, or the start of an interval of it; false if it is
 * neither. */
bool cal_parse(struct view v, struct day *d);

#endif
