/* lib/text.c against libunistring, letter by letter. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include "text.h"

static int bad;

static void say(const char *what, const struct str *s)
{
	if (bad++ < 10)
		printf("%s: %.*s\n", what, (int)s->len, s->p);
}

/* Every vowel and some other letters with up to three marks, in every order. */
static void composition(void)
{
	static const uint32_t marks[] = { 0, 0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31b, 0x323 };
	static const uint32_t base[] = { 'a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y', 'd', 'n', 'c',
					 0xe2, 0x103, 0xea, 0xf4, 0x1a1, 0x1b0, 0xc2, 0x102, 0x1a0, 0x1af, 0x1ea1, 0xe1 };

	for (size_t b = 0; b < sizeof base / sizeof *base; b++)
		for (int m = 0; m < 9 * 9 * 9; m++) {
			struct str s = { 0 }, got = { 0 };
			size_t n;

			text_add_point(&s, base[b]);
			for (int i = 0, k = m; i < 3; i++, k /= 9)
				if (marks[k % 9])
					text_add_point(&s, marks[k % 9]);
			uint8_t *want = u8_normalize(UNINORM_NFC, (uint8_t *)s.p, s.len, NULL, &n);

			text_clean(&got, str_view(&s));
			if (got.len != n || memcmp(got.p, want, n))
				say("composition", &s);
			free(want);
			str_free(&s);
			str_free(&got);
		}
}

/* The key of a letter is its small letter, where that has the same length. */
static void small_letters(void)
{
	for (uint32_t c = 0x20; c < 0x1f00; c++) {
		char key[8];
		struct str s = { 0 };
		size_t n;

		if (c == 0x250)
			c = 0x1e00;
		text_add_point(&s, c);
		uint8_t *want = u8_tolower((uint8_t *)s.p, s.len, NULL, NULL, NULL, &n);

		text_key(key, str_view(&s));
		bool vietnamese = c < 0x180 || c == 0x1a0 || c == 0x1a1 || c == 0x1af || c == 0x1b0 || c >= 0x1ea0;

		if (vietnamese && n == s.len && c != 0x178 && c != 0x1e9e && memcmp(key, want, n))
			say("small letter", &s);
		if (n != s.len && memcmp(key, s.p, s.len))
			say("changed length", &s);
		free(want);
		str_free(&s);
	}
}

/* What text_is_clean passes, text_clean leaves alone; cleaning twice is cleaning once. */
static void cleaning(void)
{
	unsigned seed = 1;

	for (int i = 0; i < 300000; i++) {
		static const char *const parts[] = { "a", " ", "Đ", "Ð", "ộ", "o\xcc\x82", "\xcc\xa3", "\xff", "\xc3", "\xe1\xba",
						     "“", "–", "\xc2\xa0", "\t", "\x1b[1m", "\xe2\x80\x8b", "漢", "\xf0\x9f\x98\x80",
						     "ệ", "x", ".", "\xc2\xad", "\xe2\x80\xae", "Ƣ" };
		struct str s = { 0 }, once = { 0 }, twice = { 0 };
		int n = 1 + (int)((seed = seed * 1103515245 + 12345) >> 16) % 40;

		for (int k = 0; k < n; k++) {
			const char *p = parts[((seed = seed * 1103515245 + 12345) >> 16) % (sizeof parts / sizeof *parts)];

			str_add(&s, p, strlen(p));
		}
		text_clean(&once, str_view(&s));
		text_clean(&twice, str_view(&once));
		if (!view_eq(str_view(&once), str_view(&twice)))
			say("not the same when cleaned twice", &s);
		if (text_is_clean(str_view(&s)) && !view_eq(str_view(&s), str_view(&once)))
			say("said to be clean", &s);
		if (text_valid(str_view(&once)) != once.len)
			say("not UTF-8", &s);
		if (once.len && u8_normcmp((uint8_t *)once.p, once.len, (uint8_t *)once.p, once.len, UNINORM_NFC, &n))
			say("compare", &s);
		str_free(&s);
		str_free(&once);
		str_free(&twice);
	}
}

/* A long line cleaned in its place is what it is cleaned elsewhere, whatever it holds:
 * words, marks apart, runs of spaces, bytes that are no UTF-8, escape sequences. */
static void in_place(void)
{
	static const char *const part[] = { "Khối thi đua ", "e\xcc\x82\xcc\x81", "  ", " ", "\xff", "(a)", "\xc2\xa0", "\xc2\xad", "\x07",
					    "Cụm 1, ", " \xcc\x81", "\x1b[1 m", "\x1b]0;a b", "\x1b" };

	srand(2);
	for (int round = 0; round < 60; round++) {
		struct str s = { 0 }, want = { 0 }, room = { 0 };
		struct view got;
		/* most rounds without escapes, some with nothing but what grows */
		int kinds = round % 3 == 0 ? 14 : 11, from = round % 5 == 0 ? 4 : 0;

		kinds = from ? 2 : kinds;
		while (s.len < (size_t)(1 + round % 4) * 300000) {
			const char *t = part[from + rand() % kinds];

			str_add(&s, t, strlen(t));
			if (from && rand() % 1000 == 0)
				str_add(&s, " a", 2);
		}
		size_t odd = text_clean(&want, str_view(&s));

		if (text_clean_at(s.p, s.len, &room, &got) != odd || !view_eq(got, str_view(&want)))
			say("not the same in place", &(struct str){ .p = want.p, .len = 40 });
		str_free(&s);
		str_free(&want);
		str_free(&room);
	}
}

int main(void)
{
	composition();
	in_place();
	small_letters();
	cleaning();
	return bad != 0;
}
