#ifndef TDK_ENTITY_H
#define TDK_ENTITY_H

#include <stdbool.h>

#include "str.h"

/* Character references of HTML that were left in a text. */

bool entity_any(struct view s); /* is there anything that looks like one? */

/* Append s with its references decoded once: "&amp;nbsp;" becomes "&nbsp;".
 * Those that are unknown or stand for no character stay as they are. */
void entity_decode(struct str *out, struct view s);

#endif
