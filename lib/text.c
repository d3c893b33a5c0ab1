#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <uninorm.h>

#include "block.h"
#include "err.h"
#include "key.h"
#include "scan.h"

enum { REPLACEMENT = 0xfffd };

/* Length of the valid sequence at p (Unicode table 3-7), or 0. */
static size_t sequence(const unsigned char *p, size_t n)
{
	unsigned char a = p[0];

	if (a < 0x80)
		return 1;
	if (a < 0xc2 || a > 0xf4 || n < 2)
		return 0;
	unsigned char lo = a == 0xe0 ? 0xa0 : a == 0xf0 ? 0x90 : 0x80;
	unsigned char hi = a == 0xed ? 0x9f : a == 0xf4 ? 0x8f : 0xbf;

	if (p[1] < lo || p[1] > hi)
		return 0;
	if (a < 0xe0)
		return 2;
	if (n < 3 || (p[2] & 0xc0) != 0x80)
		return 0;
	if (a < 0xf0)
		return 3;
	return n >= 4 && (p[3] & 0xc0) == 0x80 ? 4 : 0;
}

static uint32_t decode(const unsigned char *p, size_t len)
{
	switch (len) {
	case 1:
		return p[0];
	case 2:
		return (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
	case 3:
		return (uint32_t)(p[0] & 0x0f) << 12 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
	default:
		return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3f) << 12 |
		       (uint32_t)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
	}
}

size_t text_valid(struct view s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0, n;

	while (i < s.len) {
		i += scan_valid((struct view){ s.p + i, s.len - i });
		if (i >= s.len || !(n = sequence(p + i, s.len - i)))
			break;
		i += n;
	}
	return i;
}

size_t text_points(struct view s)
{
	static const uint64_t ones = 0x0101010101010101;
	size_t n = s.len, i = 0;

#ifdef TDK_VECTOR
	enum { WORTH = 32 };

	if (s.len >= WORTH)
		return n - block_best(s.len)->continued(s.p, s.len);
#endif
	/* All bytes but the continuation bytes 10xxxxxx: eight counters at a time, which
	 * 255 rounds cannot fill. */
	while (s.len - i >= 8) {
		size_t rounds = (s.len - i) / 8;
		uint64_t sum = 0;

		for (rounds = rounds < 255 ? rounds : 255; rounds; rounds--, i += 8) {
			uint64_t x;

			memcpy(&x, s.p + i, 8);
			sum += (x >> 7) & ~(x >> 6) & ones;
		}
		/* in two steps, since the sum of all may be more than a byte holds */
		sum = (sum & 0x00ff00ff00ff00ff) + (sum >> 8 & 0x00ff00ff00ff00ff);
		n -= (size_t)((sum * 0x0001000100010001) >> 48);
	}
	for (; i < s.len; i++)
		n -= (s.p[i] & 0xc0) == 0x80;
	return n;
}

size_t text_bytes(struct view s, size_t points)
{
	enum { STRIDE = 64 };
	size_t at = 0;

	for (size_t n; s.len - at >= STRIDE; points -= n, at += STRIDE)
		if ((n = text_points((struct view){ s.p + at, STRIDE })) > points)
			break;
	for (; at < s.len; at++)
		if ((s.p[at] & 0xc0) != 0x80 && !points--)
			break;
	return at;
}

uint32_t text_point(struct view s, size_t at, size_t *n)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	*n = sequence(p, s.len - at);
	if (*n)
		return decode(p, *n);
	*n = 1;
	return REPLACEMENT;
}

void text_add_point(struct str *o, uint32_t c)
{
	if (c < 0x80) {
		str_ch(o, (char)c);
	} else if (c < 0x800) {
		char b[] = { (char)(0xc0 | c >> 6), (char)(0x80 | (c & 0x3f)) };
		str_add(o, b, 2);
	} else if (c < 0x10000) {
		char b[] = { (char)(0xe0 | c >> 12), (char)(0x80 | (c >> 6 & 0x3f)), (char)(0x80 | (c & 0x3f)) };
		str_add(o, b, 3);
	} else {
		char b[] = { (char)(0xf0 | c >> 18), (char)(0x80 | (c >> 12 & 0x3f)),
			     (char)(0x80 | (c >> 6 & 0x3f)), (char)(0x80 | (c & 0x3f)) };
		str_add(o, b, 4);
	}
}

bool text_is_space(uint32_t c)
{
	return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 || c == 0x1680 ||
	       (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
	       c == 0x205f || c == 0x3000;
}

/* Characters that show nothing and only hide or reorder what is shown. */
static bool invisible(uint32_t c)
{
	return c == 0xad || c == 0x61c || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
	       (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f);
}

/* Letters that stand in old CMS and PDF text for those of Vietnamese. */
static uint32_t mend(uint32_t c)
{
	switch (c) {
	case 0xd0: case 0x189:
		return 0x110; /* Đ */
	case 0xf0: case 0x256:
		return 0x111; /* đ */
	case 0x1a2:
		return 0x1af; /* Ư */
	case 0x1a3:
		return 0x1b0; /* ư */
	default:
		return c;
	}
}

/* Skip an escape sequence (ECMA-48) that starts at s[i]; returns what follows. */
static size_t skip_escape(struct view s, size_t i)
{
	const unsigned char *p = (const unsigned char *)s.p;

	if (++i >= s.len)
		return i;
	if (p[i] == '[') {
		for (i++; i < s.len && p[i] >= 0x20 && p[i] <= 0x3f; i++)
			;
		return i < s.len && p[i] >= 0x40 && p[i] <= 0x7e ? i + 1 : i;
	}
	if (p[i] == ']' || p[i] == 'P' || p[i] == 'X' || p[i] == '^' || p[i] == '_') {
		for (size_t j = i + 1; j < s.len && j - i < 4096; j++) {
			if (p[j] == 0x07)
				return j + 1;
			if (p[j] == 0x1b && j + 1 < s.len && p[j + 1] == '\\')
				return j + 2;
		}
		return i + 1;
	}
	return p[i] >= 0x40 && p[i] <= 0x5f ? i + 1 : i;
}

/* A character that changes nothing that stands before it. All others may be combining
 * marks: a run of them with its base is normalised together. */
static bool starts_segment(uint32_t c)
{
	return c < 0x300;
}

/* The vowels of Vietnamese, each with no tone and the five that it can have. */
static const uint16_t vowels[][6] = {
	{ 'a', 0xe0, 0xe1, 0x1ea3, 0xe3, 0x1ea1 },        { 0xe2, 0x1ea7, 0x1ea5, 0x1ea9, 0x1eab, 0x1ead },
	{ 0x103, 0x1eb1, 0x1eaf, 0x1eb3, 0x1eb5, 0x1eb7 }, { 'e', 0xe8, 0xe9, 0x1ebb, 0x1ebd, 0x1eb9 },
	{ 0xea, 0x1ec1, 0x1ebf, 0x1ec3, 0x1ec5, 0x1ec7 },  { 'i', 0xec, 0xed, 0x1ec9, 0x129, 0x1ecb },
	{ 'o', 0xf2, 0xf3, 0x1ecf, 0xf5, 0x1ecd },         { 0xf4, 0x1ed3, 0x1ed1, 0x1ed5, 0x1ed7, 0x1ed9 },
	{ 0x1a1, 0x1edd, 0x1edb, 0x1edf, 0x1ee1, 0x1ee3 }, { 'u', 0xf9, 0xfa, 0x1ee7, 0x169, 0x1ee5 },
	{ 0x1b0, 0x1eeb, 0x1ee9, 0x1eed, 0x1eef, 0x1ef1 }, { 'y', 0x1ef3, 0xfd, 0x1ef7, 0x1ef9, 0x1ef5 },
};
enum { A, A_HAT, A_BREVE, E, E_HAT, I, O, O_HAT, O_HORN, U, U_HORN, Y };

/* NFC of a Vietnamese vowel with its marks in any order, by table; 0 for all
 * else, which libunistring does. */
static uint32_t compose(struct view run)
{
	static const signed char of_letter[32] = { ['a' & 31] = 1 + A, ['e' & 31] = 1 + E, ['i' & 31] = 1 + I,
						   ['o' & 31] = 1 + O, ['u' & 31] = 1 + U, ['y' & 31] = 1 + Y };
	const unsigned char *p = (const unsigned char *)run.p;
	bool upper = p[0] >= 'A' && p[0] <= 'Z';
	int vowel, tone = 0;

	if (!upper && !(p[0] >= 'a' && p[0] <= 'z'))
		return 0;
	vowel = of_letter[p[0] & 31] - 1;
	if (vowel < 0 || run.len % 2 == 0)
		return 0;
	for (size_t i = 1; i < run.len; i += 2) {
		int t = 0, v = -1;

		if (p[i] != 0xcc)
			return 0;
		switch (p[i + 1]) { /* of U+0300 to U+033F */
		case 0x80: t = 1; break;
		case 0x81: t = 2; break;
		case 0x89: t = 3; break;
		case 0x83: t = 4; break;
		case 0xa3: t = 5; break;
		case 0x82: v = vowel == A ? A_HAT : vowel == E ? E_HAT : vowel == O ? O_HAT : -1; break;
		case 0x86: v = vowel == A ? A_BREVE : -1; break;
		case 0x9b: v = vowel == O ? O_HORN : vowel == U ? U_HORN : -1; break;
		default: return 0;
		}
		/* A hat after a tone above it would not compose; the tone below may stand first. */
		if ((t && tone) || (!t && (v < 0 || (tone && tone != 5))))
			return 0;
		if (t)
			tone = t;
		else
			vowel = v;
	}
	uint32_t c = vowels[vowel][tone];

	if (!upper)
		return c;
	return c < 0x80 || (c >= 0xe0 && c < 0x100) ? c - 0x20 : c == 0x1b0 ? 0x1af : c - 1;
}

/* Text with its marks apart, as some systems and keyboards write it: letters of
 * ASCII, each with the marks behind it as one letter, and Đ, up to what is none
 * of these; single spaces only. Appends to out, whose text began at start.
 * Returns the bytes read. */
static size_t decomposed(struct str *out, size_t start, const unsigned char *p, size_t n)
{
	size_t i = 0;

	str_reserve(out, n); /* what is composed is never longer */
	char *w = out->p + out->len;

	while (i + 3 < n) {
		unsigned char c = p[i], next = p[i + 1];

		if (c == ' ' && (next == ' ' || w == out->p + start || w[-1] == ' '))
			break;
		if (c >= 0x20 && c < 0x7f) {
			size_t k = i + 1;

			while (n - k > 2 && p[k] == 0xcc && k < i + 7)
				k += 2;
			/* What comes next must be sure to be no mark. */
			if (!((p[k] >= 0x20 && p[k] < 0x7f) || p[k] == 0xc4))
				break;
			uint32_t letter = k > i + 1 ? compose((struct view){ (const char *)p + i, k - i }) : c;

			if (!letter)
				break;
			if (letter < 0x80) {
				*w++ = (char)letter;
			} else if (letter < 0x800) {
				*w++ = (char)(0xc0 | letter >> 6);
				*w++ = (char)(0x80 | (letter & 0x3f));
			} else {
				*w++ = (char)(0xe0 | letter >> 12);
				*w++ = (char)(0x80 | (letter >> 6 & 0x3f));
				*w++ = (char)(0x80 | (letter & 0x3f));
			}
			i = k;
		} else if (c == 0xc4 && (next == 0x90 || next == 0x91) && p[i + 2] >= 0x20 && p[i + 2] < 0x7f) {
			*w++ = (char)c;
			*w++ = (char)next;
			i += 2;
		} else {
			break;
		}
	}
	out->len = (size_t)(w - out->p);
	return i;
}

/* Append the text of run, already mapped and valid, in NFC. */
static void add_nfc(struct str *out, const struct str *run)
{
	size_t n = 0;
	uint32_t c = run->len <= 8 ? compose(str_view(run)) : 0;

	if (c) {
		text_add_point(out, c);
		return;
	}
	uint8_t *r = u8_normalize(UNINORM_NFC, (const uint8_t *)run->p, run->len, NULL, &n);

	if (!r)
		die("out of memory");
	str_add(out, r, n);
	free(r);
}

bool text_is_clean(struct view s)
{
	return !s.len || (s.p[0] != ' ' && s.p[s.len - 1] != ' ' &&
			  scan_clean(s) == s.len);
}

size_t text_blanks(struct view s)
{
	size_t i = 0;

	for (;;)
		if (i < s.len && (s.p[i] == ' ' || s.p[i] == '\t'))
			i++;
		else if (s.len - i >= 2 && (unsigned char)s.p[i] == 0xc2 && (unsigned char)s.p[i + 1] == 0xa0)
			i += 2;
		else
			return i;
}

size_t text_clean(struct str *out, struct view in)
{
	const unsigned char *p = (const unsigned char *)in.p;
	struct str run = { 0 };
	size_t start = out->len, bad = 0, i = 0;

	while (i < in.len) {
		size_t n = scan_clean((struct view){ in.p + i, in.len - i });

		/* What follows, or what follows something that shows nothing, may compose
		 * with the last letter: leave that to the slow path. */
		if (n && i + n < in.len && (p[i + n] >= 0x7f || p[i + n] == 0x1b) && !text_blanks((struct view){ in.p + i + n, in.len - i - n }))
			do
				n--;
			while (n && (p[i + n] & 0xc0) == 0x80);
		if (n) {
			struct view v = { in.p + i, n };

			if (v.p[0] == ' ' && (out->len == start || out->p[out->len - 1] == ' '))
				v.p++, v.len--;
			str_add(out, v.p, v.len);
			i += n;
			if (i == in.len)
				break;
		}
		n = text_blanks((struct view){ in.p + i, in.len - i });
		if (n) {
			if (out->len > start && out->p[out->len - 1] != ' ')
				str_ch(out, ' ');
			i += n;
			continue;
		}
		if (in.len - i > 4 && p[i + 1] == 0xcc) {
			n = decomposed(out, start, p + i, in.len - i);
			i += n;
			if (n)
				continue;
		}
		/* The slow path: one base with all that hangs on it. */
		run.len = 0;
		bool space = false;

		while (i < in.len) {
			size_t k;
			uint32_t c = text_point(in, i, &k);

			bool no_utf8 = c == REPLACEMENT && k == 1;

			if (c == 0x1b) {
				i = skip_escape(in, i);
				continue;
			}
			if (run.len && starts_segment(c) && !(c >= 0x7f && c < 0xa0) && c != 0xad)
				break;
			if (space && !(text_is_space(c) || c < 0x20))
				break;
			i += k;
			bad += no_utf8;
			if (text_is_space(c) || c < 0x20) {
				if (run.len) {
					i -= k;
					break;
				}
				space = true;
				continue;
			}
			if (c == 0x7f || (c >= 0x80 && c < 0xa0) || invisible(c))
				continue;
			c = mend(c);
			text_add_point(&run, c);
			if (run.len > 4096)
				break;
		}
		if (space && out->len > start && out->p[out->len - 1] != ' ')
			str_ch(out, ' ');
		if (run.len)
			add_nfc(out, &run);
	}
	while (out->len > start && out->p[out->len - 1] == ' ')
		out->len--;
	str_free(&run);
	return bad;
}

/* Where a stretch of s that begins at from may end, so that stretches cleaned apart are
 * what is cleaned together: before a space that a plain letter or mark follows. */
static size_t stretch_end(struct view s, size_t from)
{
	enum { STRETCH = 256 * 1024 };

	if (s.len - from <= STRETCH)
		return s.len;
	for (size_t i = from + STRETCH; i + 1 < s.len; i++)
		if (s.p[i] == ' ' && s.p[i + 1] > ' ' && s.p[i + 1] < 0x7f)
			/* an escape sequence may hold spaces, and end anywhere */
			return memchr(s.p + from, 0x1b, i - from) ? s.len : i;
	return s.len;
}

size_t text_clean_at(char *p, size_t n, struct str *room, struct view *text)
{
	struct view all = { p, n };
	size_t bad = 0, done = 0;

	for (size_t from = 0, end; from < n; from = end) {
		end = stretch_end(all, from);
		room->len = 0;
		bad += text_clean(room, (struct view){ p + from, end - from });
		bool space = done && room->len;

		if (done + space + room->len > end) {
			struct str whole = { 0 };

			str_add(&whole, p, done);
			if (space)
				str_ch(&whole, ' ');
			str_add(&whole, room->p, room->len);
			str_free(room);
			*room = whole;
			if (end < n && room->len)
				str_ch(room, ' ');
			bad += text_clean(room, (struct view){ p + end, n - end });
			while (room->len && room->p[room->len - 1] == ' ')
				room->len--;
			*text = str_view(room);
			return bad;
		}
		if (space)
			p[done++] = ' ';
		if (room->len)
			memcpy(p + done, room->p, room->len);
		done += room->len;
	}
	*text = (struct view){ p, done };
	return bad;
}

enum letter text_letter(struct view s, size_t at, size_t *n)
{
	const unsigned char *p = (const unsigned char *)s.p + at;

	if (*p < 0x80) {
		*n = 1;
		if (*p >= 'a' && *p <= 'z')
			return LETTER_LOWER;
		return *p >= 'A' && *p <= 'Z' ? LETTER_UPPER : LETTER_NONE;
	}
	/* most letters of Vietnamese: pairs of a capital and its small letter */
	if (*p == 0xe1 && s.len - at > 2 && (p[2] & 0xc0) == 0x80 && (p[1] == 0xbb || (p[1] == 0xba && p[2] >= 0xa0))) {
		*n = 3;
		return p[2] & 1 ? LETTER_LOWER : LETTER_UPPER;
	}
	uint32_t c = text_point(s, at, n);

	if (c < 0xc0 || c == 0xd7 || c == 0xf7)
		return LETTER_NONE;
	if (c <= 0xde)
		return LETTER_UPPER;
	if (c < 0x100)
		return LETTER_LOWER;
	if (c < 0x250 || (c >= 0x1ea0 && c <= 0x1eff)) {
		unsigned char b[4];

		memcpy(b, s.p + at, *n);
		key_lower(b);
		return memcmp(b, s.p + at, *n) ? LETTER_UPPER : LETTER_LOWER;
	}
	if (c >= 0x300 && c < 0x370)
		return LETTER_LOWER; /* a mark without a composed form continues its letter */
	return LETTER_NONE;
}

void text_title(struct str *out, struct view s)
{
	bool inside = false;

	for (size_t i = 0, n; i < s.len; i += n) {
		enum letter l = text_letter(s, i, &n);
		size_t at = out->len;

		str_add(out, s.p + i, n);
		if (l == LETTER_UPPER && inside) {
			if (n == 1)
				out->p[at] = (char)(out->p[at] | 0x20);
			else
				key_lower((unsigned char *)out->p + at);
		}
		inside = l != LETTER_NONE;
	}
}

void text_capital(char *s, size_t n)
{
	unsigned char *p = (unsigned char *)s;

	if (!n)
		return;
	if (p[0] >= 'a' && p[0] <= 'z')
		p[0] &= 0xdf;
	else if (n > 1 && p[0] == 0xc3 && p[1] >= 0xa0 && p[1] <= 0xbe && p[1] != 0xb7)
		p[1] &= 0xdf;
	else if (n > 1 && p[0] == 0xc4)
		p[1] &= 0xfe;
	else if (n > 1 && p[0] == 0xc6 && (p[1] == 0xa1 || p[1] == 0xb0))
		p[1]--;
	else if (n > 2 && p[0] == 0xe1 && (p[1] & 0xfe) == 0xba)
		p[2] &= 0xfe;
}

void text_canon(struct str *out, struct view s)
{
	bool plain = true;

	/* Is there a dash that is not "-", or a tone that may be on the second vowel? */
	for (size_t i = 0; plain && i < s.len; i++) {
		unsigned char c = (unsigned char)s.p[i], next = i + 1 < s.len ? (unsigned char)s.p[i + 1] : 0;

		plain = c != 0xe2 && !((c == 'o' || c == 'u') && (next == 0xc3 || next == 0xe1));
	}
	if (plain) {
		str_add(out, s.p, s.len);
		return;
	}
	struct str key = { 0 };

	str_reserve(&key, s.len);
	text_key(key.p, s);
	for (size_t i = 0; i < s.len; i++) {
		unsigned char k = (unsigned char)key.p[i];

		if (k == 1)
			continue;
		if (k == '-') {
			str_ch(out, '-');
			continue;
		}
		/* Where the key moved a tone it differs in both vowels; those of a name are lower case. */
		if (i + 1 < s.len && (s.p[i] == 'o' || s.p[i] == 'u') && key.p[i] != s.p[i] &&
		    (k & 0xc0) == 0xc0) {
			size_t n = k < 0xe0 ? 3 : 4;

			str_add(out, key.p + i, n);
			i += n - 1;
			continue;
		}
		str_ch(out, s.p[i]);
	}
	str_free(&key);
}

void text_id(struct str *out, struct view s)
{
	static const char hex[] = "0123456789ABCDEF";

	for (size_t i = 0, n; i < s.len; i += n) {
		uint32_t c = text_point(s, i, &n);
		bool odd = c < 0x20 || c == '%' || (c >= 0x7f && c < 0xa0) || (c == REPLACEMENT && n == 1) ||
			   invisible(c) || c == 0x2028 || c == 0x2029;

		for (size_t j = i; j < i + n; j++) {
			unsigned char b = (unsigned char)s.p[j];

			if (odd) {
				str_ch(out, '%');
				str_ch(out, hex[b >> 4]);
				str_ch(out, hex[b & 15]);
			} else {
				str_ch(out, (char)b);
			}
		}
	}
}

bool text_begins_article(struct view t)
{
	static const char *const words[] = { "Ngày ", "Sáng ", "Chiều ", "Tối ", "Vừa qua", "Từ ngày ", "Trong ", "Thực hiện ", "Nhằm ",
					     "Hôm nay", "Hôm qua", "Để ", "Căn cứ ", "Được sự ", "Tại " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (t.len > strlen(words[i]) && !memcmp(t.p, words[i], strlen(words[i])))
			return true;
	return false;
}

bool text_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}
