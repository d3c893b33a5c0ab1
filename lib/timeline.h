#ifndef TDK_TIMELINE_H
#define TDK_TIMELINE_H

#include "map.h"
#include "out.h"
#include "stream.h"

/* When which cluster met: the events of many documents. It grows with their number,
 * by some hundred bytes each. */

struct timeline_row {
	size_t cluster, date, title, id; /* where in text they begin; they end at a NUL */
	long day;                        /* cal_number of its first day */
	bool known;                      /* is it? the year may be missing */
	size_t doc;                      /* number of the document, from 1 */
};

struct timeline {
	struct str text;
	struct timeline_row *row;
	size_t n, cap, docs;
};

/* Take note of a document, if it has an event. */
void timeline_add(struct timeline *t, const struct doc *d);
/* A row an event, by cluster and day: cluster, date, title, ID, parted by TABs. */
void timeline_table(struct timeline *t, struct out *o, bool header);
/* A drawing: a line a cluster, a dot an event. links: each leads to #dN, the place of
 * its document in a page of HTML. */
void timeline_svg(struct timeline *t, struct out *o, bool links);
void timeline_html(struct timeline *t, struct out *o); /* the drawing and the table */
void timeline_free(struct timeline *t);

#endif
