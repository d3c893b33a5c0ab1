#include "decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "err.h"
#include "text.h"

enum { SAMPLE = 64 * 1024 };

/* Our names; the rest is iconv's. */
static const char vni[] = "VNI", tcvn3[] = "TCVN3", utf8_1252[] = "UTF-8 read as windows-1252",
		  utf8_mac[] = "UTF-8 read as Mac Roman", tcvn3_left[] = "UTF-8 with letters of TCVN3 left in it";

/* Those that a page may name and be believed. */
static const char *const sound[] = {
	tcvn3, vni, "TCVN5712-1", "VISCII", "WINDOWS-1258", "CP1258", "UTF-16", "UTF-16LE", "UTF-16BE", "GB2312", "GBK", "GB18030", "BIG5",
	"SHIFT_JIS", "EUC-KR", "WINDOWS-1250", "WINDOWS-1251", "KOI8-R",
};

#define TCVN3_OF_ICONV "TCVN5712-1"

static bool known(const char *name)
{
	iconv_t cd = iconv_open("UTF-8", name);

	if (cd == (iconv_t)-1)
		return false;
	iconv_close(cd);
	return true;
}

const char *decode_known(const char *name)
{
	if (!strcasecmp(name, "vni"))
		return vni;
	if (!strcasecmp(name, "tcvn3") || !strcasecmp(name, "tcvn") || !strcasecmp(name, "abc"))
		return known(TCVN3_OF_ICONV) ? tcvn3 : NULL;
	return known(name) ? name : NULL;
}

/* False where the system's iconv does not know that encoding, as when it is linked
 * statically. */
static bool by_iconv(struct str *out, struct view in, const char *from)
{
	iconv_t cd = iconv_open("UTF-8", from);
	char *p = (char *)(uintptr_t)in.p;
	size_t left = in.len, unit = strncasecmp(from, "utf-16", 6) && strncasecmp(from, "utf16", 5) ? 1 : 2;

	if (cd == (iconv_t)-1)
		return false;
	while (left) {
		str_reserve(out, left + 64);
		char *o = out->p + out->len;
		size_t room = out->cap - out->len;
		size_t r = iconv(cd, &p, &left, &o, &room);

		out->len = (size_t)(o - out->p);
		if (r != (size_t)-1)
			break;
		if (errno == E2BIG)
			continue;
		/* A byte (of UTF-16 a unit) that means nothing, or a character cut off at the end. */
		text_add_point(out, 0xfffd);
		size_t bad = unit < left ? unit : left;

		p += bad;
		left -= bad;
	}
	str_reserve(out, 16);
	char *o = out->p + out->len;
	size_t room = out->cap - out->len;

	iconv(cd, NULL, NULL, &o, &room);
	out->len = (size_t)(o - out->p);
	iconv_close(cd);
	return true;
}

/* VNI-Windows: a base letter and, where it is marked, a second byte for the mark. */
static const struct {
	unsigned char byte;
	const char *mark; /* what the byte adds to the vowel before it */
} vni_marks[] = {
	{ 0xf8, "\xcc\x80" }, { 0xf9, "\xcc\x81" }, { 0xfb, "\xcc\x89" }, { 0xf5, "\xcc\x83" },
	{ 0xef, "\xcc\xa3" },
	{ 0xe2, "\xcc\x82" }, { 0xe0, "\xcc\x82\xcc\x80" }, { 0xe1, "\xcc\x82\xcc\x81" },
	{ 0xe5, "\xcc\x82\xcc\x89" }, { 0xe3, "\xcc\x82\xcc\x83" }, { 0xe4, "\xcc\x82\xcc\xa3" },
	{ 0xea, "\xcc\x86" }, { 0xe8, "\xcc\x86\xcc\x80" }, { 0xe9, "\xcc\x86\xcc\x81" },
	{ 0xfa, "\xcc\x86\xcc\x89" }, { 0xfc, "\xcc\x86\xcc\x83" }, { 0xeb, "\xcc\x86\xcc\xa3" },
};
static const struct {
	unsigned char byte;
	const char *low, *up;
} vni_letters[] = {
	{ 0xf1, "đ", "Đ" }, { 0xf4, "ơ", "Ơ" }, { 0xf6, "ư", "Ư" }, { 0xec, "ì", "Ì" },
	{ 0xed, "í", "Í" }, { 0xe6, "ỉ", "Ỉ" }, { 0xf3, "ĩ", "Ĩ" }, { 0xf2, "ị", "Ị" },
	{ 0xee, "ỵ", "Ỵ" },
};

static void from_vni(struct str *out, struct view in)
{
	bool vowel = false;

	for (size_t i = 0; i < in.len; i++) {
		unsigned char c = (unsigned char)in.p[i], low = c | 0x20;
		const char *add = NULL;

		if (c < 0x80) {
			str_ch(out, (char)c);
			vowel = strchr("aeouyAEOUY", (char)c) && c;
			continue;
		}
		/* A mark is in capitals after a capital; only ơ and ư take one besides. */
		for (size_t k = 0; vowel && !add && k < sizeof vni_marks / sizeof *vni_marks; k++)
			if (vni_marks[k].byte == low && c >= 0xc0)
				add = vni_marks[k].mark;
		if (add) {
			str_add(out, add, strlen(add));
			vowel = false;
			continue;
		}
		for (size_t k = 0; !add && k < sizeof vni_letters / sizeof *vni_letters; k++)
			if (vni_letters[k].byte == low && c >= 0xc0)
				add = c == low ? vni_letters[k].low : vni_letters[k].up;
		if (add)
			str_add(out, add, strlen(add));
		else
			text_add_point(out, c);
		vowel = low == 0xf4 || low == 0xf6;
	}
}

bool decode_from(struct str *out, struct view in, const char *name)
{
	if (name != vni)
		return by_iconv(out, in, name == tcvn3 ? TCVN3_OF_ICONV : name);
	from_vni(out, in);
	return true;
}

/* ---- how Vietnamese is it? ---- */

/* Frequent words whose marks every wrong decoding destroys. */
static const char *const frequent[] = {
	"và", "của", "các", "được", "trong", "người", "công", "tác", "với", "những", "để", "đã", "một",
	"thưởng", "hội", "nghị", "đồng", "chí", "tỉnh", "năm", "đơn", "vị", "thực", "hiện", "nhiệm", "vụ",
	"động", "phòng", "đại", "tổ", "chức", "sở", "ủy", "nhân", "dân", "về", "là", "có", "số",
};

static bool word_byte(unsigned char c)
{
	return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* How many words of the text are frequent ones with marks. */
static size_t vietnamese(struct view s)
{
	struct str key = { 0 }, nfc = { 0 };
	size_t hits = 0;

	text_clean(&nfc, s);
	str_reserve(&key, nfc.len + 1);
	text_key(key.p, str_view(&nfc));
	for (size_t i = 0; i < nfc.len;) {
		size_t from = i;

		while (i < nfc.len && word_byte((unsigned char)key.p[i]))
			i++;
		for (size_t w = 0; i > from && w < sizeof frequent / sizeof *frequent; w++) {
			size_t n = strlen(frequent[w]);

			if (n == i - from && !memcmp(frequent[w], key.p + from, n)) {
				hits++;
				break;
			}
		}
		while (i < nfc.len && !word_byte((unsigned char)key.p[i]))
			i++;
	}
	str_free(&key);
	str_free(&nfc);
	return hits;
}

static struct view sample(struct view s)
{
	if (s.len > SAMPLE)
		s.len = SAMPLE;
	return s;
}

const char *decode_guess(struct view b)
{
	static const char *const try[] = { tcvn3, vni, "VISCII", "WINDOWS-1258", "WINDOWS-1252" };
	const char *best = NULL;
	size_t most = 0, high = 0, bad = 0;

	if (b.len >= 2 && (!memcmp(b.p, "\xff\xfe", 2) || !memcmp(b.p, "\xfe\xff", 2)))
		return "UTF-16";
	b = sample(b);
	for (size_t i = text_valid(b); i + 4 < b.len;) {
		if (!bad++)
			for (size_t k = 0; k < b.len; k++)
				high += (unsigned char)b.p[k] >= 0xc0;
		i++;
		i += text_valid((struct view){ b.p + i, b.len - i });
	}
	/* Some broken bytes among good ones are damage, not another encoding. */
	if (bad < 8 || 2 * bad < high)
		return NULL;
	for (size_t t = 0; t < sizeof try / sizeof *try; t++) {
		struct str s = { 0 };

		if (!decode_from(&s, b, try[t]))
			continue;
		size_t n = vietnamese(str_view(&s));

		if (n > most) {
			most = n;
			best = try[t];
		}
		str_free(&s);
	}
	return most >= 5 ? best : NULL;
}

/* What stands behind "charset=" in the first <meta> that has it; "" for none. */
static const char *declared(struct view b, char *name, size_t size)
{
	enum { HEAD = 8192 };
	static const char key[] = "charset";
	size_t n = 0;

	b.len = b.len < HEAD ? b.len : HEAD;
	for (size_t i = 0; i + sizeof key < b.len; i++) {
		if (strncasecmp(b.p + i, key, sizeof key - 1))
			continue;
		i += sizeof key - 1;
		while (i < b.len && strchr(" =\"'", b.p[i]) && b.p[i])
			i++;
		while (i < b.len && n + 1 < size && ((b.p[i] | 0x20) >= 'a' || (b.p[i] >= '-' && b.p[i] <= '9')) && (b.p[i] | 0x20) <= 'z')
			name[n++] = b.p[i++];
		break;
	}
	name[n] = 0;
	return name;
}

const char *decode_page(struct view b, const char *charset, const char *from)
{
	/* Latin-1 is what is said where nobody knew; browsers read it as windows-1252. */
	static const char *const vague[] = { "utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii", "windows-1252", "" };
	char name[40];

	if (b.len >= 2 && (!memcmp(b.p, "\xff\xfe", 2) || !memcmp(b.p, "\xfe\xff", 2)))
		return "UTF-16";
	if (from)
		return from;
	if (text_valid(b) == b.len || (b.len >= 3 && !memcmp(b.p, "\xef\xbb\xbf", 3)))
		return NULL;
	if (!charset)
		charset = declared(b, name, sizeof name);
	for (size_t i = 0; i < sizeof vague / sizeof *vague; i++)
		if (!strcasecmp(charset, vague[i]))
			return decode_guess(b);
	const char *known = decode_known(charset);

	/* The name must outlive this call. */
	for (size_t i = 0; known && i < sizeof sound / sizeof *sound; i++)
		if (!strcasecmp(known, sound[i]))
			return sound[i];
	return decode_guess(b);
}

/* The byte that is shown as code point c in windows-1252 or Latin-1; -1: none. */
static int byte_of(uint32_t c)
{
	static const uint16_t high[32] = {
		0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160,
		0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
		0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
	};

	if (c < 0x100)
		return (int)c;
	for (int i = 0; i < 32; i++)
		if (high[i] == c)
			return 0x80 + i;
	return -1;
}

/* text as the bytes that it shows; false if it shows something else as well. */
static bool shown_bytes(struct str *out, struct view text)
{
	for (size_t i = 0, n; i < text.len; i += n) {
		int b = byte_of(text_point(text, i, &n));

		if (b < 0)
			return false;
		str_ch(out, (char)b);
	}
	return true;
}

static bool undo(struct str *out, struct view line, const char *name)
{
	struct str bytes = { 0 };
	bool fine;

	if (name == utf8_mac) {
		/* Mac Roman has most of these signs, but not all: go by iconv. */
		iconv_t cd = iconv_open("MACINTOSH", "UTF-8");
		char *p = (char *)(uintptr_t)line.p;
		size_t left = line.len;

		if (cd == (iconv_t)-1)
			return false;
		str_reserve(&bytes, line.len + 16);
		char *o = bytes.p;
		size_t room = bytes.cap;

		fine = iconv(cd, &p, &left, &o, &room) == 0;
		bytes.len = (size_t)(o - bytes.p);
		iconv_close(cd);
	} else {
		fine = shown_bytes(&bytes, line);
	}
	struct view b = str_view(&bytes);

	if (fine && (name == utf8_1252 || name == utf8_mac)) {
		fine = text_valid(b) == b.len;
		if (fine)
			str_add(out, b.p, b.len);
	} else if (fine) {
		fine &= decode_from(out, b, name);
	}
	str_free(&bytes);
	return fine;
}

/* Could the line be disguised? Real Vietnamese has letters of U+1EA0 to U+1EF9;
 * what is left of them in a disguise is Latin-1 and signs. */
static bool suspicious(struct view line)
{
	size_t latin = 0;

	for (size_t i = 0; i < line.len; i++) {
		unsigned char c = (unsigned char)line.p[i];

		if (c == 0xe1 && i + 1 < line.len && ((unsigned char)line.p[i + 1] & 0xfe) == 0xba)
			return false;
		latin += c == 0xc2 || c == 0xc3 || c == 0xe2 || c == 0xc5 || c == 0xc6;
	}
	return latin >= 2 && latin * 40 > line.len;
}

static struct view next_line(struct view text, size_t *at)
{
	const char *p = text.p + *at, *nl = memchr(p, '\n', text.len - *at);
	size_t n = nl ? (size_t)(nl - p) : text.len - *at;

	*at += n + 1;
	return (struct view){ p, n };
}

static bool holds(struct view text, const char *what)
{
	size_t n = strlen(what);

	for (size_t i = 0; i + n <= text.len; i++)
		if (!memcmp(text.p + i, what, n))
			return true;
	return false;
}

/* Some programs that read PDF know TCVN3, but take three of its letters for signs that look the
 * same: "phong trμo", "đ−ợc", "®oàn". */
static const struct {
	const char *sign, *letter;
} left_over[] = { { "\u03bc", "à" }, { "\u00b5", "à" }, { "\u2212", "ư" }, { "\u00ae", "đ" } };

enum { LEFT_GREEK = 2, LEFT_MINUS = 2, LEFT_D = 3, LEFT_OVER = sizeof left_over / sizeof *left_over };

static bool letter_at(struct view t, size_t at)
{
	unsigned char c = at < t.len ? (unsigned char)t.p[at] : 0;

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc3 && c <= 0xc6) || c == 0xe1;
}

static bool d_before(struct view t, size_t at)
{
	return at > 1 && t.p[at - 2] == '\xc4' && ((unsigned char)t.p[at - 1] | 1) == 0x91;
}

/* Which of them stands at byte at for a letter, or LEFT_OVER: "à" behind any letter, "ư" behind a
 * consonant, "đ" before a letter alone; not "5 μm", "a − b", "Panadol®". */
static size_t left_over_at(struct view t, size_t at)
{
	static const char consonants[] = "bcdghklmnprstvx";

	for (size_t i = 0; i < LEFT_OVER; i++) {
		size_t n = strlen(left_over[i].sign);

		if (at + n > t.len || memcmp(t.p + at, left_over[i].sign, n))
			continue;
		bool behind = at && (letter_at(t, at - 1) || ((unsigned char)t.p[at - 1] & 0xc0) == 0x80);
		bool consonant = at && ((letter_at(t, at - 1) && strchr(consonants, t.p[at - 1] | 0x20)) || d_before(t, at));

		return (i < LEFT_GREEK && behind) || (i == LEFT_MINUS && consonant) || (i == LEFT_D && !behind && letter_at(t, at + n)) ? i : LEFT_OVER;
	}
	return LEFT_OVER;
}

/* A dash may be written so as well, but not behind "đ". */
static bool letters_left(struct view text)
{
	enum { ENOUGH = 4 };
	size_t found = 0;

	if (text.len > SAMPLE)
		text.len = SAMPLE;
	for (size_t i = 0; i <= LEFT_MINUS; i++) {
		size_t last = strlen(left_over[i].sign) - 1;

		/* by its last byte, which is rarer in Vietnamese than its first */
		for (const char *p = text.p, *end = text.p + text.len; p < end && (p = memchr(p, left_over[i].sign[last], (size_t)(end - p))); p++) {
			size_t at = (size_t)(p - text.p);

			found += at >= last && left_over_at(text, at - last) == i && (i < LEFT_GREEK || d_before(text, at - last));
		}
	}
	return found >= ENOUGH;
}

static void put_letters(struct str *out, struct view line)
{
	for (size_t at = 0; at < line.len;) {
		size_t i = left_over_at(line, at);

		if (i < LEFT_OVER) {
			str_add(out, left_over[i].letter, strlen(left_over[i].letter));
			at += strlen(left_over[i].sign);
		} else {
			str_ch(out, line.p[at++]);
		}
	}
}

const char *decode_disguise(struct view text)
{
	static const char *const try[] = { utf8_1252, tcvn3, vni, "VISCII", "WINDOWS-1258", utf8_mac };
	const char *best = NULL;
	size_t most = 0;
	struct str some = { 0 };

	for (size_t at = 0; at < text.len && some.len < SAMPLE;) {
		struct view line = next_line(text, &at);

		if (line.len > SAMPLE)
			line.len = SAMPLE;
		if (!suspicious(line) || vietnamese(line) * 60 > line.len)
			continue;
		str_add(&some, line.p, line.len);
		str_ch(&some, '\n');
	}
	for (size_t t = 0; some.len >= 40 && t < sizeof try / sizeof *try; t++) {
		struct str s = { 0 };

		/* What Mac Roman makes of the bytes E1 and C4 that Vietnamese is full of. */
		if (try[t] == utf8_mac && !holds(str_view(&some), "·") && !holds(str_view(&some), "ƒ"))
			continue;
		for (size_t at = 0; at < some.len;)
			if (undo(&s, next_line(str_view(&some), &at), try[t]))
				str_ch(&s, '\n');
		size_t n = vietnamese(str_view(&s));

		if (n > most) {
			most = n;
			best = try[t];
		}
		str_free(&s);
	}
	str_free(&some);
	return most >= 3 ? best : letters_left(text) ? tcvn3_left : NULL;
}

void decode_undo(struct str *out, struct view line, const char *name)
{
	struct str s = { 0 };

	if (name == tcvn3_left) {
		put_letters(out, line);
		return;
	}
	/* A line is mended when that makes it no less Vietnamese than it was. */
	if (suspicious(line) && undo(&s, line, name) && vietnamese(str_view(&s)) >= vietnamese(line))
		str_add(out, s.p, s.len);
	else
		str_add(out, line.p, line.len);
	str_free(&s);
}
