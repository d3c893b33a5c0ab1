#include "key.h"

#include <string.h>

#include "block.h"

void key_lower(unsigned char *p)
{
	unsigned char c = p[1];

	switch (p[0]) {
	case 0xc3: /* À to Þ but × */
		if (c <= 0x9e && c != 0x97)
			p[1] = c | 0x20;
		break;
	case 0xc4: /* U+0100 to 0137, 0139 to 013F: pairs; İ and ı are none */
		if (c <= 0xb7)
			p[1] = c == 0xb0 ? c : c | 1;
		else if (c >= 0xb9 && c <= 0xbd)
			p[1] = (unsigned char)(c + (c & 1));
		else if (c == 0xbf)
			p[0] = 0xc5, p[1] = 0x80;
		break;
	case 0xc5: /* U+0140 to 017F */
		if ((c >= 0x81 && c <= 0x88) || (c >= 0xb9 && c <= 0xbe))
			p[1] = (unsigned char)(c + (c & 1));
		else if (c >= 0x8a && c <= 0xb7)
			p[1] = c | 1;
		break;
	case 0xc6: /* Ơ, Ư and their neighbours */
		if (c >= 0xa0 && c <= 0xa5)
			p[1] = c | 1;
		else if (c == 0xaf)
			p[1] = 0xb0;
		break;
	case 0xe1: /* U+1EA0 to 1EFF, and below up to 1E95 */
		if (p[1] == 0xbb || (p[1] == 0xba && (p[2] <= 0x95 || p[2] >= 0xa0)))
			p[2] |= 1;
		break;
	default:
		break;
	}
}

/* The five tones of o and u, with the bytes of the same tone on a, e, y: the
 * mark moves from the second vowel to the first. */
static const struct {
	char first, second;
	const char *on_second, *on_first;
} tones[] = {
	{ 'o', 'a', "à", "ò" }, { 'o', 'a', "á", "ó" }, { 'o', 'a', "ả", "ỏ" }, { 'o', 'a', "ã", "õ" },
	{ 'o', 'a', "ạ", "ọ" }, { 'o', 'e', "è", "ò" }, { 'o', 'e', "é", "ó" }, { 'o', 'e', "ẻ", "ỏ" },
	{ 'o', 'e', "ẽ", "õ" }, { 'o', 'e', "ẹ", "ọ" }, { 'u', 'y', "ỳ", "ù" }, { 'u', 'y', "ý", "ú" },
	{ 'u', 'y', "ỷ", "ủ" }, { 'u', 'y', "ỹ", "ũ" }, { 'u', 'y', "ỵ", "ụ" },
};

/* If the marked second vowel at key[i], of len bytes, stands after o or u and
 * ends its syllable, write the pair with the mark on the first. The letters
 * before i are lower case already, those behind need not be. */
static void move_tone(unsigned char *key, size_t n, size_t i, size_t len)
{
	unsigned char before = key[i - 1], after = i + len < n ? key[i + len] : 0;

	if (before == 'u' && i > 1 && key[i - 2] == 'q')
		return;
	if (after >= 0x80 || ((after | 0x20) >= 'a' && (after | 0x20) <= 'z'))
		return;
	for (size_t t = 0; t < sizeof tones / sizeof *tones; t++) {
		if (tones[t].first != before || strlen(tones[t].on_second) != len ||
		    memcmp(tones[t].on_second, key + i, len))
			continue;
		/* "uỳ" becomes shorter: a byte to skip keeps what follows in its place */
		size_t first = strlen(tones[t].on_first);

		memset(key + i - 1, 1, 1 + len);
		memcpy(key + i - 1, tones[t].on_first, first);
		key[i - 1 + first] = (unsigned char)tones[t].second;
		return;
	}
}

/* "–" and its like at p, of which n bytes are left: a dash, and two bytes to skip. */
static bool is_dash(const unsigned char *p, size_t n)
{
	return n >= 3 && p[0] == 0xe2 &&
	       ((p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95) || (p[1] == 0x88 && p[2] == 0x92));
}

static void put_dash(unsigned char *p)
{
	p[0] = '-';
	p[1] = p[2] = 1;
}

void key_plain(char *key, struct view s)
{
	unsigned char *k = (unsigned char *)key;
	size_t n = s.len;

	if (n)
		memcpy(key, s.p, n);
	for (size_t i = 0; i < n;) {
		unsigned char c = k[i];

		if (c < 0xc3) {
			k[i++] = (unsigned char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
			continue;
		}
		size_t len = c == 0xe1 ? 3 : 2;

		if ((c > 0xc6 && c != 0xe1) || n - i < len || (k[i + 1] & 0xc0) != 0x80 ||
		    (len == 3 && (k[i + 2] & 0xc0) != 0x80)) {
			if (is_dash(k + i, n - i))
				put_dash(k + i);
			i++;
			continue;
		}
		key_lower(k + i);
		if ((c == 0xc3 || c == 0xe1) && i && (k[i - 1] == 'o' || k[i - 1] == 'u'))
			move_tone(k, n, i, len);
		i += len;
	}
}

#ifdef TDK_VECTOR

/* What was left open in the block at at of the key k of n bytes. */
static void mend_block(unsigned char *k, size_t n, size_t at, uint32_t odd)
{
	for (; odd; odd &= odd - 1) {
		size_t i = at + block_first(odd);

		if (i >= n)
			return;
		if (k[i] == 0xe2) {
			if (is_dash(k + i, n - i))
				put_dash(k + i);
		} else if (k[i] == 0xc3 || k[i] == 0xe1) {
			size_t len = k[i] == 0xe1 ? 3 : 2;

			if (n - i >= len)
				move_tone(k, n, i, len);
		} else if (i && (k[i] & 0xc0) == 0x80 && (k[i - 1] == 0xc4 || k[i - 1] == 0xc5)) {
			key_lower(k + i - 1);
		} else if (i > 1 && (k[i] & 0xc0) == 0x80 && k[i - 1] == 0xba && k[i - 2] == 0xe1) {
			key_lower(k + i - 2);
		}
	}
}

void text_key(char *key, struct view s)
{
	block_best(s.len)->lower(key, s.p, s.len, mend_block);
}

#else

void text_key(char *key, struct view s)
{
	key_plain(key, s);
}

#endif
