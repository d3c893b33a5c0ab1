#ifndef TDK_LANGUAGE_H
#define TDK_LANGUAGE_H

#include <stdbool.h>

#include "str.h"

/* Is a text Vietnamese? */

/* By the letters that hardly any other language has: ă, đ, ơ, ư and those with a tone
 * mark over a circumflex or a horn. text is UTF-8, composed or not. */
bool language_vietnamese(struct view text);
/* Is it what a tag says ("vi", "vi-VN"), or the first of a list ("vie,eng")? */
bool language_says_vietnamese(struct view tag);

#endif
