#ifndef TDK_SNIFF_H
#define TDK_SNIFF_H

#include "str.h"

/* What a file is, by how it begins. */

enum format { FORMAT_TEXT, FORMAT_HTML, FORMAT_WARC, FORMAT_GZIP };

/* So many bytes of a file are enough to tell. */
enum { SNIFF_BYTES = 16384 };

/* HTML begins with a declaration or an element of it, behind blanks, comments and
 * processing instructions; a web archive (ISO 28500) with its version, a packed file
 * with the two bytes of RFC 1952. All else is text. */
enum format sniff(struct view head);

#endif
