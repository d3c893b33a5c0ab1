#ifndef TDK_FURNITURE_H
#define TDK_FURNITURE_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* The phrases of lib/dict/furniture.tsv: menus, counters, share bars ... */

/* What piece of furniture a line is, as a number for furniture_name; 0: none.
 * *tail: does the list say that what follows is furniture as well? key is the
 * line's text_key, points its length in code points. */
uint16_t furniture_of(struct view text, struct view key, size_t points, bool *tail);
const char *furniture_name(uint16_t number); /* "share", "related" ...; "" for 0 */

/* Where furniture begins that is glued to the end of a paragraph
 * ("...PHẢN HỒIGửi bình luận"), or a name behind its closing mark ("./.Minh Hà"):
 * a byte of text, or text.len. */
size_t furniture_tail(struct view text);

#endif
