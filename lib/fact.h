#ifndef TDK_FACT_H
#define TDK_FACT_H

#include "stream.h"

/* The single facts of a document, from its records: the conference that it tells of and
 * the cluster that met. Views are into the document; len 0: not known. */
struct facts {
	struct view title, published;                 /* published: EDTF, with the minute if it is there */
	struct view name, date, session, venue, host; /* of the event; date: EDTF, without a time */
	struct view cluster, head, deputy;
	bool grouped;    /* does the page tell of a cluster, named or not? Others have no members */
	size_t declared; /* how many units the page says the cluster has; 0: not said */
};

/* What the unit of record i is called: as the page does, but with the head that it shares with
 * others in a list ("các sở: Nội vụ, Y tế"). A view into the document. */
struct view fact_unit_name(const struct doc *d, size_t i);

void facts_read(struct facts *f, const struct doc *d);

#endif
