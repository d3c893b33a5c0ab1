#include "entity.h"

#include <stdint.h>
#include <string.h>

#include "text.h"

/* The names of HTML 4 that pages use, sorted by bytes. */
static const struct {
	const char *name;
	uint16_t point;
} names[] = {
	{ "AElig", 0xc6 }, { "Aacute", 0xc1 }, { "Acirc", 0xc2 }, { "Agrave", 0xc0 }, { "Aring", 0xc5 },
	{ "Atilde", 0xc3 }, { "Auml", 0xc4 }, { "Ccedil", 0xc7 }, { "ETH", 0xd0 }, { "Eacute", 0xc9 },
	{ "Ecirc", 0xca }, { "Egrave", 0xc8 }, { "Euml", 0xcb }, { "Iacute", 0xcd }, { "Icirc", 0xce },
	{ "Igrave", 0xcc }, { "Iuml", 0xcf }, { "Ntilde", 0xd1 }, { "OElig", 0x152 }, { "Oacute", 0xd3 },
	{ "Ocirc", 0xd4 }, { "Ograve", 0xd2 }, { "Oslash", 0xd8 }, { "Otilde", 0xd5 }, { "Ouml", 0xd6 },
	{ "Prime", 0x2033 }, { "Scaron", 0x160 }, { "THORN", 0xde }, { "Uacute", 0xda },
	{ "Ucirc", 0xdb }, { "Ugrave", 0xd9 }, { "Uuml", 0xdc }, { "Yacute", 0xdd }, { "Yuml", 0x178 },
	{ "aacute", 0xe1 }, { "acirc", 0xe2 }, { "acute", 0xb4 }, { "aelig", 0xe6 }, { "agrave", 0xe0 },
	{ "amp", 0x26 }, { "aring", 0xe5 }, { "atilde", 0xe3 }, { "auml", 0xe4 }, { "bdquo", 0x201e },
	{ "brvbar", 0xa6 }, { "bull", 0x2022 }, { "ccedil", 0xe7 }, { "cedil", 0xb8 }, { "cent", 0xa2 },
	{ "circ", 0x2c6 }, { "copy", 0xa9 }, { "curren", 0xa4 }, { "dagger", 0x2020 }, { "darr", 0x2193 },
	{ "deg", 0xb0 }, { "divide", 0xf7 }, { "eacute", 0xe9 }, { "ecirc", 0xea }, { "egrave", 0xe8 },
	{ "emsp", 0x2003 }, { "ensp", 0x2002 }, { "eth", 0xf0 }, { "euml", 0xeb }, { "euro", 0x20ac },
	{ "fnof", 0x192 }, { "frac12", 0xbd }, { "frac14", 0xbc }, { "frac34", 0xbe },
	{ "frasl", 0x2044 }, { "gt", 0x3e }, { "hellip", 0x2026 }, { "iacute", 0xed }, { "icirc", 0xee },
	{ "iexcl", 0xa1 }, { "igrave", 0xec }, { "iquest", 0xbf }, { "iuml", 0xef }, { "laquo", 0xab },
	{ "larr", 0x2190 }, { "ldquo", 0x201c }, { "lrm", 0x200e }, { "lsaquo", 0x2039 },
	{ "lsquo", 0x2018 }, { "lt", 0x3c }, { "macr", 0xaf }, { "mdash", 0x2014 }, { "micro", 0xb5 },
	{ "middot", 0xb7 }, { "minus", 0x2212 }, { "nbsp", 0xa0 }, { "ndash", 0x2013 }, { "not", 0xac },
	{ "ntilde", 0xf1 }, { "oacute", 0xf3 }, { "ocirc", 0xf4 }, { "oelig", 0x153 }, { "ograve", 0xf2 },
	{ "oline", 0x203e }, { "ordf", 0xaa }, { "ordm", 0xba }, { "oslash", 0xf8 }, { "otilde", 0xf5 },
	{ "ouml", 0xf6 }, { "para", 0xb6 }, { "permil", 0x2030 }, { "plusmn", 0xb1 }, { "pound", 0xa3 },
	{ "prime", 0x2032 }, { "quot", 0x22 }, { "raquo", 0xbb }, { "rarr", 0x2192 }, { "rdquo", 0x201d },
	{ "reg", 0xae }, { "rlm", 0x200f }, { "rsaquo", 0x203a }, { "rsquo", 0x2019 },
	{ "sbquo", 0x201a }, { "scaron", 0x161 }, { "sect", 0xa7 }, { "shy", 0xad }, { "sup1", 0xb9 },
	{ "sup2", 0xb2 }, { "sup3", 0xb3 }, { "szlig", 0xdf }, { "thinsp", 0x2009 }, { "thorn", 0xfe },
	{ "tilde", 0x2dc }, { "times", 0xd7 }, { "trade", 0x2122 }, { "uacute", 0xfa },
	{ "uarr", 0x2191 }, { "ucirc", 0xfb }, { "ugrave", 0xf9 }, { "uml", 0xa8 }, { "uuml", 0xfc },
	{ "yacute", 0xfd }, { "yen", 0xa5 }, { "yuml", 0xff }, { "zwj", 0x200d }, { "zwnj", 0x200c },
};

static uint32_t named(const char *p, size_t n)
{
	size_t lo = 0, hi = sizeof names / sizeof *names;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		int c = strncmp(names[mid].name, p, n);

		if (!c && !names[mid].name[n])
			return names[mid].point;
		if (c < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return 0;
}

/* What windows-1252 has where a page writes &#128; to &#159;, as browsers read it. */
static uint32_t as_browsers(uint32_t c)
{
	static const uint16_t high[32] = {
		0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160,
		0x2039, 0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
		0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
	};

	return c >= 0x80 && c < 0xa0 ? high[c - 0x80] : c;
}

/* The reference at p, its length through *len; 0 where there is none. */
static uint32_t reference(const char *p, size_t n, size_t *len)
{
	size_t i = 1;
	uint32_t c = 0;

	if (n > 2 && p[1] == '#') {
		bool hex = p[2] == 'x' || p[2] == 'X';

		for (i = hex ? 3 : 2; i < n && i < 11; i++) {
			int d = p[i] >= '0' && p[i] <= '9' ? p[i] - '0' :
				hex && (p[i] | 32) >= 'a' && (p[i] | 32) <= 'f' ? (p[i] | 32) - 'a' + 10 : -1;

			if (d < 0)
				break;
			c = c * (hex ? 16 : 10) + (uint32_t)d;
		}
		c = as_browsers(c);
		if (c < 0x20 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
			return 0;
	} else {
		while (i < n && i < 10 && ((p[i] | 32) >= 'a' && (p[i] | 32) <= 'z'))
			i++;
		while (i < n && i < 10 && p[i] >= '0' && p[i] <= '9')
			i++;
		c = named(p + 1, i - 1);
	}
	*len = i + 1;
	return i < n && p[i] == ';' ? c : 0;
}

bool entity_any(struct view s)
{
	const char *p = s.p, *end = s.p + s.len;

	while (p < end && (p = memchr(p, '&', (size_t)(end - p)))) {
		if (end - p > 3 && (p[1] == '#' || ((p[1] | 32) >= 'a' && (p[1] | 32) <= 'z')))
			return true;
		p++;
	}
	return false;
}

void entity_decode(struct str *out, struct view s)
{
	for (size_t i = 0, len; i < s.len;) {
		uint32_t c = s.p[i] == '&' ? reference(s.p + i, s.len - i, &len) : 0;

		if (c) {
			text_add_point(out, c);
			i += len;
		} else {
			str_ch(out, s.p[i++]);
		}
	}
}
