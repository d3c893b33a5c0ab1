#ifndef TDK_LISTING_H
#define TDK_LISTING_H

#include "lines.h"

/* Are lines body..last, the first and the last paragraph of a page, a listing:
 * several teasers, each with its date or with a link to go on, and no article? A
 * page of a tag or of a search holds one as well. */
bool listing_is(const struct lines *p, size_t body, size_t last);

#endif
