#ifndef TDK_KEY_H
#define TDK_KEY_H

#include "str.h"

/* The matching key of a text: what words are looked up by. */

/* A key of s into key, of the same length as s, byte for byte: lower case, and
 * the tone mark of oa, oe, uy on the first vowel ("hoà" as "hòa"), so that both
 * spellings meet and offsets stay those of s. An en dash or other long dash
 * becomes '-' followed by bytes 0x01 that matching skips. NFC input; bytes that
 * are no UTF-8 stay. key and s do not overlap.
 * Source of the tone rule: both placements are in official use; they differ
 * only in open syllables ending in oa, oe, uy, and not after q. */
void text_key(char *key, struct view s);

/* The same without vector instructions: what text_key must agree with. */
void key_plain(char *key, struct view s);

/* Lower case, in place, of the letter at p: of two bytes c3..c6 xx, or of three
 * e1 ba/bb xx. Upper and lower pairs of these blocks have the same length. */
void key_lower(unsigned char *p);

#endif
