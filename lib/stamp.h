#ifndef TDK_STAMP_H
#define TDK_STAMP_H

#include <stdbool.h>

#include "rx.h"

/* Dates as pages write them beside a title: 24/07/2020, 2020-07-24, 15 Tháng 9, 2025. */

enum stamp {
	STAMP_NONE,
	STAMP_DATED, /* the line names a day among other things */
	STAMP_POSTED /* and hardly anything else: when the page was posted, or its clock */
};

struct stamper {
	struct rx day; /* compiled at the first use */
};

/* What the line text is, whose key is given. label: does the line begin with a
 * word for posting ("Ngày đăng:")? clock: does it name a time of day? */
enum stamp stamp_of(struct stamper *s, struct view text, struct view key, bool label, bool clock);
/* Is s a full day, with its time and its weekday, and nothing else? */
bool stamp_alone(struct view s);
/* What a day is found by, for lib/mkpatterns. */
extern const char stamp_pattern[];
void stamp_free(struct stamper *s);

#endif
