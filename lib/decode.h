#ifndef TDK_DECODE_H
#define TDK_DECODE_H

#include <stdbool.h>

#include "str.h"

/* Pages that are not plain UTF-8: UTF-16, the encodings and font codes that
 * Vietnamese was written in before Unicode, and text that was decoded wrongly
 * once already. */

/* The encoding called name: one of ours ("vni", "tcvn3"), or of iconv(3). NULL
 * if there is none. */
const char *decode_known(const char *name);

/* Append bytes, which are in encoding name (from decode_known), as UTF-8. What
 * cannot be decoded becomes U+FFFD. False, and nothing, where the system does not know
 * that encoding, as its iconv may not when it is linked statically. */
bool decode_from(struct str *out, struct view bytes, const char *name);

/* What encoding is this page in? NULL for UTF-8, or what is closest to it. */
const char *decode_guess(struct view bytes);

/* What to read an HTML page as: by its byte order mark, by what the user says (from,
 * of decode_known), by what its bytes are, by its sender (charset), by what it says of
 * itself, in this order; NULL for UTF-8. charset and from may be NULL. */
const char *decode_page(struct view bytes, const char *charset, const char *from);

/* UTF-8 text that shows bytes of another encoding as if each were a letter
 * ("Héi nghÞ", "Há»™i nghá»‹"): which one, for the page as a whole? NULL: none. */
const char *decode_disguise(struct view text);

/* Append line with such a disguise taken off; as it is where it wears none. */
void decode_undo(struct str *out, struct view line, const char *name);

#endif
