/* Vector code against its plain twin, byte for byte, on texts of letters that
 * matter, at every length and place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "block.h"
#include "key.h"
#include "scan.h"
#include "text.h"

enum { MOST = 150 };

static int bad;

static void say(const char *what, struct view s)
{
	if (bad++ >= 5)
		return;
	printf("%s:", what);
	for (size_t i = 0; i < s.len; i++)
		printf(" %02x", (unsigned char)s.p[i]);
	printf("\n");
}

static void compare(struct view s)
{
	char a[MOST], b[MOST];

	text_key(a, s);
	key_plain(b, s);
	if (s.len && memcmp(a, b, s.len))
		say("text_key", s);
	if (scan_clean(s) != scan_clean_plain(s))
		say("scan_clean", s);
	if (scan_plain(s) != scan_plain_plain(s))
		say("scan_plain", s);
	if (scan_valid(s) != scan_valid_plain(s))
		say("scan_valid", s);
	struct scan_dates dates = { .s = s };

	for (size_t at = 0; at <= s.len; at++)
		if (scan_date(&dates, at) != scan_date_plain(s, at) || scan_date(&(struct scan_dates){ .s = s }, at) != scan_date_plain(s, at))
			say("scan_date", s);

	enum { TABS = 3 };
	uint32_t ours[TABS], theirs[TABS];
	size_t n = scan_tabs(s, ours, TABS);

	if (n != scan_tabs_plain(s, theirs, TABS) || (n <= TABS && memcmp(ours, theirs, n * sizeof *ours)))
		say("scan_tabs", s);

	size_t points = 0;

	for (size_t i = 0; i < s.len; i++)
		points += (s.p[i] & 0xc0) != 0x80;
	if (text_points(s) != points)
		say("text_points", s);
}

/* By every width that the machine has. */
static void compare_all(struct view s)
{
#ifdef TDK_VECTOR
	size_t worth = block_worth_wide;

	block_worth_wide = (size_t)-1;
	compare(s);
	block_worth_wide = worth;
#endif
	compare(s);
}

int main(void)
{
	static const char *const parts[] = {
		"o", "u", "O", "U", "q", "Q", " ", "Z", "A", "\xc3", "\xc4", "\xc5", "\xc6", "\xe1", "\xba", "\xbb", "\xe2",
		"\x80", "\x93", "\x88", "\x92", "\xa0", "\xa1", "\x81", "\xaf", "\xb0", "\x97", "\x9e", "\xbf", "\xb9", "7",
		"hoà", "HUỲNH", "quý", "QUÝ", "tháng", "THÁNG", "năm", "Ngày", "nửa", "sáu", "mười", "MƯỜI", "ba ", "chín",
		"cùng", "hôm", "nay", "qua,", "\t", "\"", "\\", "–", "−", "”", "ŁŃ", "Ŀ", "İ", "ø", "×", "", "\xf0\x9f\x98\x80",
	};

	srand(1);
	for (long round = 0; round < 300000; round++) {
		char text[MOST + 8];
		size_t n = 0, want = (size_t)rand() % MOST;

		while (n < want) {
			const char *part = parts[(size_t)rand() % (sizeof parts / sizeof *parts)];
			size_t len = strlen(part);

			if (rand() % 16 == 0)
				text[n++] = (char)rand();
			if (n + len > MOST)
				break;
			memcpy(text + n, part, len);
			n += len;
		}
		/* memory of exactly this size, so that a sanitizer sees a read beyond it */
		char *exact = malloc(n + !n);

		memcpy(exact, text, n);
		compare_all((struct view){ exact, n < want ? n : want });
		free(exact);
	}
	return bad > 0;
}
