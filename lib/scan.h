#ifndef TDK_SCAN_H
#define TDK_SCAN_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* Where in a text it is worth to look: a first, quick pass over every byte, so
 * that the rules see few of them. */

/* The bytes at the start of s that the stream carries as they are: printable
 * ASCII, Latin and Vietnamese letters in NFC, common punctuation, with single
 * spaces. Stops before the first character that needs a closer look. */
size_t scan_clean(struct view s);

/* Is all of s clean, with no '"' and no '\\'? */
bool scan_plain(struct view s);

/* The bytes at the start of s that are valid UTF-8 of the characters up to U+CFFF
 * without U+0800 to U+0FFF: nearly all that pages hold. Ends between characters. */
size_t scan_valid(struct view s);

/* Where dates may begin in s, in order. Zero all but s. */
struct scan_dates {
	struct view s;
	/* what was looked at last: bytes from..to-1, a bit of each in words of 1 << shift */
	size_t from, to;
	int shift;
	uint32_t bits[32];
};
/* The first byte from at on where a date may begin: a digit, or the beginning of
 * quý, tháng, nửa, hôm, ngày, năm in small letters or capitals; s.len for none.
 * A few that it gives begin no such word. */
size_t scan_date(struct scan_dates *d, size_t at);

/* Where the tabs of a line of less than 4 GB stand, most of them at most, and their
 * number; most + 1 where there are more. */
size_t scan_tabs(struct view line, uint32_t *at, size_t most);

/* The same without vector instructions: what these must agree with. */
size_t scan_clean_plain(struct view s);
size_t scan_valid_plain(struct view s);
bool scan_plain_plain(struct view s);
size_t scan_date_plain(struct view s, size_t at);
size_t scan_tabs_plain(struct view line, uint32_t *at, size_t most);

#endif
