#ifndef TDK_TEXT_H
#define TDK_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "key.h"
#include "str.h"

/* UTF-8 text. Offsets are bytes unless a name says points (Unicode code
 * points). The functions that read text accept any bytes and never read beyond
 * the view. */

/* Append text to out as the stream carries it: valid UTF-8 in NFC, one space
 * for every run of spaces, none at either end, no control characters, escape
 * sequences, zero-width or direction marks; U+00D0 and U+0189 become the Đ they
 * stand for. A byte that is no UTF-8 becomes U+FFFD. The same text always gives
 * the same bytes. Returns the number of bytes that were not UTF-8. */
size_t text_clean(struct str *out, struct view in);
/* The same for the n bytes at p in their place, a stretch at a time, so that a line as
 * large as memory is not there twice: text is where it came to stand, at p, or in room
 * (which is written over) where it has become longer than its place. */
size_t text_clean_at(char *p, size_t n, struct str *room, struct view *text);

/* The bytes of the commonest spaces that s begins with: blanks, tabs, U+00A0. */
size_t text_blanks(struct view s);

/* Would text_clean give back s as it is? Cheap, and may say no of clean text
 * with rare characters. */
bool text_is_clean(struct view s);

/* Length in bytes of the valid UTF-8 at the start of s. */
size_t text_valid(struct view s);

/* Code points in s; bytes that are no UTF-8 count by their lead bytes. */
size_t text_points(struct view s);

/* Bytes that the first points of s take, points as text_points counts them; all of s where
 * it has fewer. */
size_t text_bytes(struct view s, size_t points);

/* The code point at s[at], and its length through *n: U+FFFD and 1 where the
 * bytes are no UTF-8. at < s.len. */
uint32_t text_point(struct view s, size_t at, size_t *n);

/* Append code point c. */
void text_add_point(struct str *out, uint32_t c);

enum letter { LETTER_NONE, LETTER_LOWER, LETTER_UPPER };

/* What kind of letter the code point at s[at] is, by the letters that NFC
 * Vietnamese, the highland languages and Latin names use; others are NONE. */
enum letter text_letter(struct view s, size_t at, size_t *n);

/* Lower-case s into out in place of each letter, the first of each word kept
 * upper: "NGUYỄN VĂN AN" gives "Nguyễn Văn An". */
void text_title(struct str *out, struct view s);

/* Make the first letter of s, which is in NFC, a capital, in place. */
void text_capital(char *s, size_t n);

/* "hoà" to "hòa": one spelling of tone marks and of dashes; case is kept. */
void text_canon(struct str *out, struct view s);

/* Percent-encode control characters, '%' and bytes that are no UTF-8. */
void text_id(struct str *out, struct view s);

/* Does s begin with a word that an article begins with ("Ngày ..."), and no line
 * in the middle of a heading? */
bool text_begins_article(struct view s);

bool text_is_space(uint32_t c);

/* Is it a control character, or one that turns the direction of writing or shows
 * nothing? text_clean leaves none; a stream from elsewhere may hold some. */
bool text_control(uint32_t c);

#endif
