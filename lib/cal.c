#include "cal.h"

#include <string.h>


int cal_month_days(int y, int m)
{
	static const int days[] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = !y || (y % 4 == 0 && (y % 100 || y % 400 == 0));

	return m < 1 || m > 12 ? 0 : days[m] + (m == 2 && leap);
}

bool cal_valid(struct day d)
{
	if (d.y && (d.y < CAL_FIRST || d.y > CAL_LAST))
		return false;
	if (!d.m)
		return d.y && !d.d;
	if (d.m < 1 || d.m > 12 || d.d < 0 || d.d > cal_month_days(d.y, d.m))
		return false;
	return d.h < 24 && d.min < 60;
}

/* Days from civil, after the algorithm of Howard Hinnant. */
long cal_number(int y, int m, int d)
{
	y -= m <= 2;
	long era = (y >= 0 ? y : y - 399) / 400;
	long yoe = y - era * 400;
	long doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	long doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

int cal_weekday(int y, int m, int d)
{
	return (int)((cal_number(y, m, d) % 7 + 10) % 7) + 1;
}

struct day cal_add(struct day x, long days)
{
	for (; days > 0; days--) {
		if (++x.d > cal_month_days(x.y, x.m)) {
			x.d = 1;
			if (++x.m > 12)
				x.m = 1, x.y++;
		}
	}
	for (; days < 0; days++) {
		if (--x.d < 1) {
			if (--x.m < 1)
				x.m = 12, x.y--;
			x.d = cal_month_days(x.y, x.m);
		}
	}
	return x;
}

int cal_compare(struct day a, struct day b)
{
	int x = a.y * 10000 + a.m * 100 + a.d, z = b.y * 10000 + b.m * 100 + b.d;

	return (x > z) - (x < z);
}

/* Write n, of two digits at most, and return where they end. */
static char *put_two(char *p, int n)
{
	p[0] = (char)('0' + n / 10);
	p[1] = (char)('0' + n % 10);
	return p + 2;
}

char *cal_put(char *p, struct day d)
{
	if (d.y)
		p = put_two(put_two(p, d.y / 100), d.y % 100);
	else
		p = (char *)memcpy(p, "XXXX", 4) + 4;
	if (!d.m)
		return p;
	*p++ = '-';
	p = put_two(p, d.m);
	if (!d.d)
		return p;
	*p++ = '-';
	p = put_two(p, d.d);
	if (d.h < 0)
		return p;
	*p++ = 'T';
	p = put_two(p, d.h);
	*p++ = ':';
	return put_two(p, d.min < 0 ? 0 : d.min);
}

void cal_edtf(struct str *out, struct day d)
{
	char b[CAL_EDTF] = { 0 };

	str_add(out, b, (size_t)(cal_put(b, d) - b));
}

static bool digits(struct view v, size_t at, size_t n, int *x)
{
	*x = 0;
	if (v.len < at + n)
		return false;
	for (size_t i = at; i < at + n; i++) {
		if (v.p[i] < '0' || v.p[i] > '9')
			return false;
		*x = *x * 10 + v.p[i] - '0';
	}
	return true;
}

bool cal_parse(struct view v, struct day *d)
{
	/* the first day of an interval */
	const char *slash = v.len ? memchr(v.p, '/', v.len) : NULL;

	if (slash)
		v.len = (size_t)(slash - v.p);
	*d = (struct day){ .h = -1, .min = -1 };
	if (!digits(v, 0, 4, &d->y)) {
		if (v.len < 4 || memcmp(v.p, "XXXX", 4))
			return false;
		d->y = 0;
	}
	if (v.len > 4 && (v.p[4] != '-' || !digits(v, 5, 2, &d->m)))
		return false;
	if (v.len > 7 && (v.p[7] != '-' || !digits(v, 8, 2, &d->d)))
		return false;
	if (v.len > 10 && (v.len != 16 || v.p[10] != 'T' || v.p[13] != ':' || !digits(v, 11, 2, &d->h) || !digits(v, 14, 2, &d->min)))
		return false;
	return cal_valid(*d);
}
