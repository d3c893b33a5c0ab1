#include "date_parts.h"

#include <string.h>

#include "text.h"

static const char *const group_name[GROUPS_] = { "d", "m", "y", "d2", "m2", "y2", "n", "half", "q", "q2", "mw" };

int date_number(struct view digits)
{
	int n = 0;

	for (size_t i = 0; i < digits.len; i++)
		n = n * 10 + digits.p[i] - '0';
	return n;
}

/* "II" or "2" */
static int quarter(struct view v)
{
	if (v.p[0] >= '1' && v.p[0] <= '4')
		return v.p[0] - '0';
	return v.len == 2 && v.p[1] == 'v' ? 4 : (int)v.len;
}

/* ---- what most dates are: told from their bytes, as the pattern of the form would ---- */

/* The digits at *at as a number, no more than four; their count, and *at behind them. */
static size_t number_at(struct view key, size_t *at, int *n)
{
	size_t i = *at, from = i;

	for (*n = 0; i < key.len && i - from < 5 && key.p[i] >= '0' && key.p[i] <= '9'; i++)
		*n = *n * 10 + key.p[i] - '0';
	*at = i;
	return i - from;
}

static bool short_at(struct view key, size_t *at, int *n)
{
	size_t digits = number_at(key, at, n);

	return digits == 1 || digits == 2;
}

static bool year_at(struct view key, size_t *at, int *y)
{
	return number_at(key, at, y) == 4 && *y >= 1800 && *y < 2100;
}

static unsigned char byte_at(struct view key, size_t at)
{
	return at < key.len ? (unsigned char)key.p[at] : 0;
}

static bool is_separator(unsigned char c)
{
	return c == '/' || c == '.' || c == '-';
}

/* "21/7/2020" */
static bool day(struct view key, size_t at, struct date_match *m)
{
	if (!short_at(key, &at, &m->d))
		return false;
	unsigned char s = byte_at(key, at++);

	if (!is_separator(s) || !short_at(key, &at, &m->m) || byte_at(key, at++) != s || !year_at(key, &at, &m->y))
		return false;
	m->end = at;
	return true;
}

/* "24/7", with nothing of numbers behind */
static bool day_no_year(struct view key, size_t at, struct date_match *m)
{
	if (!short_at(key, &at, &m->d) || !is_separator(byte_at(key, at++)) || !short_at(key, &at, &m->m))
		return false;
	unsigned char z = byte_at(key, at), next = byte_at(key, at + 1);

	if ((z == ' ' && (next == '-' || next == 't')) || (z && strchr("0123456789/%.-", z)))
		return false;
	m->end = at;
	return true;
}

/* "21 tháng 7 năm 2020" */
static bool day_month(struct view key, size_t at, struct date_match *m)
{
	static const char month[] = " tháng ", year[] = " năm ";

	if (!short_at(key, &at, &m->d) || !view_has(key, at, month))
		return false;
	at += sizeof month - 1;
	if (!short_at(key, &at, &m->m) || !view_has(key, at, year))
		return false;
	at += sizeof year - 1;
	if (!year_at(key, &at, &m->y))
		return false;
	m->end = at;
	return true;
}

/* "2020" */
static bool year(struct view key, size_t at, struct date_match *m)
{
	if (!year_at(key, &at, &m->y))
		return false;
	m->end = at;
	return true;
}

/* "2016 - 2020" */
static bool years(struct view key, size_t at, struct date_match *m)
{
	if (!year_at(key, &at, &m->y))
		return false;
	at += byte_at(key, at) == ' ';
	if (byte_at(key, at) != '-')
		return false;
	for (at++; byte_at(key, at) == 1;)
		at++;
	at += byte_at(key, at) == ' ';
	if (!year_at(key, &at, &m->y2) || view_has(key, at, " đến"))
		return false;
	m->end = at;
	return true;
}

/* "6 tháng đầu năm 2020", "6 tháng cuối năm" */
static bool half_year(struct view key, size_t at, struct date_match *m)
{
	static const char first[] = " tháng đầu năm", last[] = " tháng cuối năm";

	if (!short_at(key, &at, &m->n))
		return false;
	m->half = view_has(key, at, first) ? HALF_FIRST : view_has(key, at, last) ? HALF_LAST : HALF_NONE;
	if (!m->half)
		return false;
	at += m->half == HALF_FIRST ? sizeof first - 1 : sizeof last - 1;
	m->end = at;
	if (byte_at(key, at) != ' ' || byte_at(key, at + 1) == 'h')
		return byte_at(key, at) != ' ';
	at++;
	if (year_at(key, &at, &m->y))
		m->end = at;
	else
		m->y = -1;
	return true;
}

/* By the name of the form; whether it matches is left open where they say no. */
static const struct {
	const char *form;
	bool (*plain)(struct view key, size_t at, struct date_match *m);
} plain[] = {
	{ "day", day }, { "day-no-year", day_no_year }, { "day-month", day_month }, { "year", year }, { "years", years }, { "half-year", half_year },
};

/* ---- the patterns ---- */

static void prepare(struct date_forms *t, size_t f)
{
	t->form[f].pattern = date_forms[f].pattern;
	for (int g = 0; g < GROUPS_; g++)
		t->group[f][g] = rx_group(&t->form[f], group_name[g]);
}

void date_plain_forms(struct date_forms *t)
{
	for (size_t f = 0; f < DATE_FORMS; f++)
		for (size_t p = 0; p < sizeof plain / sizeof *plain; p++)
			if (!strcmp(date_forms[f].name, plain[p].form))
				t->plain[f] = plain[p].plain;
}

enum rx_answer date_match(struct dates *c, size_t f, struct view key, size_t at, struct date_match *m)
{
	static const struct date_match none = { .d = -1, .m = -1, .y = -1, .d2 = -1, .m2 = -1, .y2 = -1, .n = -1, .q = -1, .q2 = -1 };
	struct date_forms *t = c->forms;
	struct rx_match x;

	*m = none;
	if (t->plain[f]) {
		if (t->plain[f](key, at, m))
			return RX_YES;
		*m = none;
	}
	if (!t->form[f].pattern)
		prepare(t, f);
	enum rx_answer a = rx_at(&t->form[f], key, at, &x);

	if (a != RX_YES)
		return a;
	m->end = x.end[0];
	int *const number[] = { [D1_] = &m->d, [M1_] = &m->m, [Y1_] = &m->y, [D2_] = &m->d2, [M2_] = &m->m2, [Y2_] = &m->y2, [N_] = &m->n };

	for (int g = 0; g < GROUPS_; g++) {
		int n = t->group[f][g];

		if (n < 0 || x.start[n] == RX_UNSET)
			continue;
		struct view v = { key.p + x.start[n], x.end[n] - x.start[n] };

		if (g == HALF_)
			m->half = v.p[0] == 'c' ? HALF_LAST : HALF_FIRST;
		else if (g == Q_)
			m->q = quarter(v);
		else if (g == Q2_)
			m->q2 = quarter(v);
		else if (g == MW_)
			m->month_word = date_month_word(v);
		else
			*number[g] = date_number(v);
	}
	return RX_YES;
}
