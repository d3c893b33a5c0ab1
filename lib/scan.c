#include "scan.h"

#include "vector.h"

static unsigned char byte(struct view s, size_t i)
{
	return i < s.len ? (unsigned char)s.p[i] : 0;
}

/* A bit set 0x20 makes a small letter of A to Z, and of the second byte of À to
 * Þ; a last bit set that of ư, ă, ử. */
static bool begins_date(struct view s, size_t i)
{
	unsigned char c = byte(s, i), c1 = byte(s, i + 1), c2 = byte(s, i + 2), c3 = byte(s, i + 3);

	if (c >= '0' && c <= '9')
		return true;
	switch (c | 0x20) {
	case 'b': /* ba */
		return (c1 | 0x20) == 'a' && c2 == ' ';
	case 'c': /* cùng, chín */
		return (c1 == 0xc3 && (c2 | 0x20) == 0xb9) || ((c1 | 0x20) == 'h' && c2 == 0xc3 && (c3 | 0x20) == 0xad);
	case 'h': /* hôm */
		return c1 == 0xc3 && (c2 | 0x20) == 0xb4;
	case 'm': /* mười */
		return c1 == 0xc6;
	case 'n': /* năm, ngày, nửa */
		return c1 == 0xc4 || ((c1 | 0x20) == 'g' && c2 == 0xc3 && (c3 | 0x20) == 0xa0) ||
		       (c1 == 0xe1 && c2 == 0xbb && (c3 | 1) == 0xad);
	case 'q': /* quý */
		return (c1 | 0x20) == 'u' && c2 == 0xc3;
	case 's': /* sáu */
		return c1 == 0xc3 && (c2 | 0x20) == 0xa1 && (c3 | 0x20) == 'u';
	case 't': /* tháng */
		return (c1 | 0x20) == 'h' && c2 == 0xc3 && (c3 | 0x20) == 0xa1;
	default:
		return false;
	}
}

size_t scan_date_plain(struct view s, size_t at)
{
	while (at < s.len && !begins_date(s, at))
		at++;
	return at;
}

#ifdef TDK_VECTOR

/* begins_date of sixteen bytes, a bit each. */
static unsigned dates_in(const char *p)
{
	vec bit = vec_all(0x20), c = vec_load(p), c1 = vec_load(p + 1), c2 = vec_load(p + 2), c3 = vec_load(p + 3);
	vec low = vec_or(c, bit), low1 = vec_or(c1, bit), low2 = vec_or(c2, bit), low3 = vec_or(c3, bit);
	vec lead1 = vec_eq(c1, 0xc3), lead2 = vec_eq(c2, 0xc3), h = vec_and(vec_eq(low1, 'h'), lead2);
	vec is = vec_range(c, '0', '9');

	is = vec_or(is, vec_and(vec_eq(low, 'b'), vec_and(vec_eq(low1, 'a'), vec_eq(c2, ' '))));
	is = vec_or(is, vec_and(vec_eq(low, 'c'), vec_or(vec_and(lead1, vec_eq(low2, 0xb9)), vec_and(h, vec_eq(low3, 0xad)))));
	is = vec_or(is, vec_and(vec_eq(low, 'h'), vec_and(lead1, vec_eq(low2, 0xb4))));
	is = vec_or(is, vec_and(vec_eq(low, 'm'), vec_eq(c1, 0xc6)));
	is = vec_or(is, vec_and(vec_eq(low, 'n'),
				vec_or(vec_or(vec_eq(c1, 0xc4),
					      vec_and(vec_eq(low1, 'g'), vec_and(lead2, vec_eq(low3, 0xa0)))),
				       vec_and(vec_eq(c1, 0xe1),
					       vec_and(vec_eq(c2, 0xbb), vec_eq(vec_or(c3, vec_all(1)), 0xad))))));
	is = vec_or(is, vec_and(vec_eq(low, 'q'), vec_and(vec_eq(low1, 'u'), lead2)));
	is = vec_or(is, vec_and(vec_eq(low, 's'), vec_and(lead1, vec_and(vec_eq(low2, 0xa1), vec_eq(low3, 'u')))));
	is = vec_or(is, vec_and(vec_eq(low, 't'), vec_and(h, vec_eq(low3, 0xa1))));
	return vec_bits(is);
}

size_t scan_date(struct view s, size_t at)
{
	for (; at < s.len && s.len - at >= VEC + 3; at += VEC) {
		unsigned bits = dates_in(s.p + at);

		if (bits)
			return at + vec_first(bits);
	}
	return scan_date_plain(s, at);
}

#else

size_t scan_date(struct view s, size_t at)
{
	return scan_date_plain(s, at);
}

#endif
