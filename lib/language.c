#include "language.h"

#include <stddef.h>
#include <strings.h>

bool language_vietnamese(struct view t)
{
	enum { SAMPLE = 64 * 1024, FEW = 12, SHARE = 25 /* one letter in so many; in running text it is one in six */ };
	size_t letters = 0, ours = 0;

	if (t.len > SAMPLE)
		t.len = SAMPLE;
	for (size_t i = 0; i < t.len; i++) {
		unsigned char c = (unsigned char)t.p[i], d = i + 1 < t.len ? (unsigned char)t.p[i + 1] : 0;

		letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc3 && c != 0xe2 && c < 0xf0);
		/* U+1EA0 to U+1EF9; U+0102, U+0103; U+0110, U+0111; U+01A0, U+01A1, U+01AF, U+01B0; U+031B, U+0323 */
		ours += (c == 0xe1 && (d & 0xfe) == 0xba) || (c == 0xc4 && (d == 0x82 || d == 0x83 || d == 0x90 || d == 0x91)) ||
			(c == 0xc6 && (d == 0xa0 || d == 0xa1 || d == 0xaf || d == 0xb0)) || (c == 0xcc && (d == 0x9b || d == 0xa3));
	}
	return ours >= FEW && ours * SHARE > letters;
}

bool language_says_vietnamese(struct view t)
{
	return t.len >= 2 && !strncasecmp(t.p, "vi", 2) && (t.len == 2 || t.p[2] == '-' || t.p[2] == '_' || t.p[2] == ',' || (t.p[2] | 0x20) == 'e');
}
