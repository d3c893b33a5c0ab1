#include "date_parts.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"

struct date *date_add(struct dates *c)
{
	if (c->n == c->cap) {
		c->cap = c->cap ? c->cap * 2 : 32;
		c->found = xgrow(c->found, c->cap, sizeof *c->found);
	}
	c->found[c->n] = (struct date){ .from = { .h = -1, .min = -1 }, .to = { .h = -1, .min = -1 } };
	return &c->found[c->n++];
}

/* Day and month may be the other way round: 07/23/2020. */
static void order_day(struct day *d, int weekday, bool month_first)
{
	struct day o = *d;

	o.d = d->m;
	o.m = d->d;
	if (!cal_valid(o))
		return;
	if (!cal_valid(*d)) {
		*d = o;
		return;
	}
	if (!weekday)
		return;
	bool fits = cal_weekday(d->y, d->m, d->d) == weekday;
	bool other = cal_weekday(o.y, o.m, o.d) == weekday;

	if ((other && !fits) || (other && month_first))
		*d = o;
}

/* Does a clock time begin at at, by its first bytes: one or two digits, then
 * ':', "giờ", h or g? */
static bool clock_begins(struct view key, size_t at)
{
	size_t i = at;

	while (i < key.len && i - at < 3 && key.p[i] >= '0' && key.p[i] <= '9')
		i++;
	if (i == at || i - at > 2)
		return false;
	i += i < key.len && key.p[i] == ' ';
	return i < key.len && (key.p[i] == ':' || key.p[i] == 'h' || key.p[i] == 'g');
}

/* A group as a number; -1 where it is not set. */
static int group(struct view key, const struct rx_match *m, int g)
{
	return m->start[g] == RX_UNSET ? -1 : date_number((struct view){ key.p + m->start[g], m->end[g] - m->start[g] });
}

/* Take the time of day that m matched; false if it is none. */
static bool take_clock(struct date *d, struct view key, const struct rx_match *m)
{
	int h = group(key, m, 1), min = group(key, m, 2);

	if (m->start[3] != RX_UNSET && (key.p[m->start[3]] == 'c' || key.p[m->start[3]] == 'p') && h < 12)
		h += 12;
	if (m->start[3] != RX_UNSET && (key.p[m->start[3]] == 's' || key.p[m->start[3]] == 'a') && h == 12)
		h = 0;
	if (h >= 24 || min >= 60)
		return false;
	d->from.h = h;
	d->from.min = min < 0 ? 0 : min;
	return true;
}

static int two_digits(struct view key, size_t at)
{
	if (at + 2 > key.len || key.p[at] < '0' || key.p[at] > '9' || key.p[at + 1] < '0' || key.p[at + 1] > '9')
		return -1;
	return (key.p[at] - '0') * 10 + key.p[at + 1] - '0';
}

/* "2024-02-26T03:20:11+00:00", "...Z": what machines write says from which meridian
 * its time counts; the pages' own is seven hours east (ISO 8601-1, 4.3.13). */
static void from_utc(struct date *d, struct view key)
{
	enum { OURS = 7 * 60, DAY = 24 * 60 };
	size_t at = d->end;
	int offset = 0;

	if (at < key.len && key.p[at] == '.')
		for (at++; at < key.len && key.p[at] >= '0' && key.p[at] <= '9';)
			at++;
	if (at < key.len && key.p[at] == 'z') {
		at++;
	} else if (at < key.len && (key.p[at] == '+' || key.p[at] == '-')) {
		size_t m = at + 3 + (at + 3 < key.len && key.p[at + 3] == ':');
		int h = two_digits(key, at + 1), min = two_digits(key, m);

		if (h < 0 || h > 14 || min < 0 || min > 59)
			return;
		offset = key.p[at] == '+' ? h * 60 + min : -h * 60 - min;
		at = m + 2;
	} else {
		return;
	}
	int t = d->from.h * 60 + d->from.min + OURS - offset, days = t < 0 ? -1 : t >= DAY ? 1 : 0;

	t -= days * DAY;
	d->from = cal_add(d->from, days);
	d->from.h = t / 60;
	d->from.min = t % 60;
	d->end = at;
}

/* "từ 7 giờ đến 10 giờ ngày 22/10": where the time before a date is up to when, take since when. */
static void since_clock(struct dates *c, struct view key, struct date *d)
{
	static const char *const joints[] = { " đến ", " - ", "-" };
	enum { SHORTEST = 2, LONGEST = 10 };
	struct rx_match m;

	for (size_t j = 0; j < sizeof joints / sizeof *joints; j++) {
		size_t end = d->start - strlen(joints[j]);

		if (!view_had(key, d->start, joints[j]))
			continue;
		for (size_t back = SHORTEST; back <= LONGEST && back <= end; back++) {
			size_t from = end - back;

			if (!clock_begins(key, from) || !date_space_before(key, from) || rx_at(&c->forms->clock, key, from, &m) != RX_YES || (m.end[0] != end && m.end[0] != end + 1) || !take_clock(d, key, &m))
				continue;
			d->start = from;
			return;
		}
	}
}

/* A clock time right after a date of a stamp, or before it. */
static void clock_time(struct dates *c, struct view key, struct date *d, enum kind kind)
{
	struct rx_match m;
	size_t after = d->end;

	while (after < key.len && (key.p[after] == ' ' || key.p[after] == ',' || key.p[after] == '|' ||
				   key.p[after] == '@' || key.p[after] == 't' || key.p[after] == '-' || key.p[after] == '['))
		after++;
	if (view_has(key, after, "lúc "))
		after += strlen("lúc ");
	if (clock_begins(key, after) && rx_at(&c->forms->clock, key, d->end, &m) == RX_YES && m.end[0] > d->end &&
	    (kind == KIND_META || m.start[2] != RX_UNSET) && take_clock(d, key, &m)) {
		bool machine = key.p[d->end] == 't' && d->end >= 10 && key.p[d->end - 3] == '-';

		d->end = m.end[0];
		if (machine)
			from_utc(d, key);
		return;
	}
	/* "10:18 | 25/07/2020", "8h30 ngày ...", "12:50 CH @ Thứ Sáu - 22 Tháng Bảy, 2022" */
	bool mark = false;

	for (size_t i = d->start > 26 ? d->start - 26 : 0; i < d->start; i++)
		if (key.p[i] == ':' || key.p[i] == 'h' || key.p[i] == 'g') /* behind a digit, or "giờ" */
			mark |= i && ((key.p[i - 1] >= '0' && key.p[i - 1] <= '9') || (key.p[i - 1] == ' ' && i > 1 && key.p[i - 2] >= '0' && key.p[i - 2] <= '9'));
	for (size_t back = 4; mark && back <= 26 && back <= d->start; back++) {
		size_t from = d->start - back;

		if (!clock_begins(key, from) || !date_space_before(key, from) ||
		    (from > 1 && key.p[from - 1] == ':' && key.p[from - 2] >= '0' && key.p[from - 2] <= '9') ||
		    rx_at(&c->forms->clock, key, from, &m) != RX_YES)
			continue;
		size_t rest = m.end[0];

		while (rest < d->start && (key.p[rest] == ' ' || strchr("|@,-", key.p[rest])))
			rest++;
		if (rest != d->start || !take_clock(d, key, &m))
			continue;
		d->start = from;
		since_clock(c, key, d);
		return;
	}
}

/* "tháng 5 và tháng 6-2011": the year of the month that follows a month, or 0. */
static int year_of_next(struct view key, size_t end)
{
	static const char *const joints[] = { " và tháng ", ", tháng " };

	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
		size_t at = end + strlen(joints[i]), from = at;

		if (!view_has(key, end, joints[i]))
			continue;
		while (at < key.len && at - from < 2 && key.p[at] >= '0' && key.p[at] <= '9')
			at++;
		at += view_has(key, at, " năm ") ? strlen(" năm ") : at < key.len && strchr("/-", key.p[at]) ? 1 : 0;
		int y = at > from + 1 ? two_digits(key, at) * 100 + two_digits(key, at + 2) : 0;

		return y >= CAL_FIRST && y <= CAL_LAST ? y : 0;
	}
	return 0;
}

/* "trung tuần tháng 8": the days 11 to 20. */
static void third_of_month(struct view key, struct date *x)
{
	static const char *const words[] = { "thượng tuần", "trung tuần", "hạ tuần" };

	for (int i = 0; i < 3; i++) {
		size_t n = strlen(words[i]);

		if (key.len - x->start < n || memcmp(key.p + x->start, words[i], n))
			continue;
		x->to = x->from;
		x->from.d = 10 * i + 1;
		x->to.d = i < 2 ? 10 * i + 10 : cal_month_days(x->from.y, x->from.m);
	}
}

/* "tháng 5 năm sau", "6 tháng đầu năm nay": the year that is told from that of the text, where
 * end is behind the match; 0 for none. Where the words end, through *to. */
static int year_told(struct dates *c, struct view key, size_t end, size_t *to)
{
	static const struct {
		const char *word;
		int delta;
	} words[] = { { " nay", 0 }, { " sau", 1 }, { " tới", 1 }, { " ngoái", -1 }, { " trước", -1 } };
	static const char year[] = " năm";
	size_t at = end;

	if (view_has(key, at, year))
		at += sizeof year - 1;
	else if (!view_had(key, at, year))
		return 0;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t behind = at + strlen(words[i].word);

		if (!view_has(key, at, words[i].word) || date_letter_at(key, behind))
			continue;
		int y = date_written(c).y;

		*to = behind;
		return y ? y + words[i].delta : 0;
	}
	return 0;
}

/* "từ ngày 01/7/2020 đến nay": a time that is not over. */
static void until_now(struct view key, struct date *x)
{
	static const char *const now[] = { " đến nay", " tới nay", " cho đến nay", " cho tới nay", " đến hiện nay" };

	if (x->to.y || x->to.m || !x->from.y || x->end == key.len || key.p[x->end] != ' ' || (!view_had(key, x->start, "từ ") && !view_had(key, x->start, "từ đầu ") && !view_had(key, x->start, "từ sau ")))
		return;
	for (size_t i = 0; i < sizeof now / sizeof *now; i++) {
		size_t end = x->end + strlen(now[i]);

		if (!view_has(key, x->end, now[i]) || date_letter_at(key, end))
			continue;
		x->open = true;
		x->end = end;
		return;
	}
}

static bool read_match(struct dates *c, enum kind kind, struct view key, const struct date_hit *h)
{
	const int d = h->m.d, d2 = h->m.d2, m2 = h->m.m2, y2 = h->m.y2, q = h->m.q, q2 = h->m.q2;
	int m = h->m.m, y = h->m.y, n = h->m.n;
	struct date *x = date_add(c);

	x->start = h->start;
	x->end = h->end;
	x->form = date_forms[h->form].name;
	if (y >= 0 && y < 100)
		y += 2000;
	int told = y < 0 && y2 < 0 ? year_told(c, key, h->end, &x->end) : 0;

	y = told ? told : y;
	/* "tháng 7, tháng 8": two months */
	if (d > 0 && (h->lead & LEAD_MONTH) && !strcmp(x->form, "day-month"))
		return false;
	if (h->m.month_word)
		m = h->m.month_word;
	if (h->lead & LEAD_ENGLISH)
		m = date_month_word((struct view){ key.p + h->start, h->at - h->start });
	if (h->m.half && n < 0) { /* "sáu tháng đầu năm", "nửa đầu năm" */
		n = h->m.month_word ? h->m.month_word : 6;
		m = 0;
	}
	/* "3 tháng một lần", "sau 6 tháng hai bên": no day of a month */
	if (h->m.month_word && d > 0 && y < 0 && !h->m.half && !(h->lead & LEAD_CUE))
		return false;
	x->from.y = y > 0 ? y : 0;
	x->from.m = m > 0 ? m : 0;
	x->from.d = d > 0 ? d : 0;
	if (!d || (!m && !h->m.half) || !d2 || !m2)
		return false;
	if (n >= 0) { /* the first or last n months of a year */
		bool last = h->m.half == HALF_LAST;

		if (n < 1 || n > 11)
			return false;
		x->from.y = x->to.y = y > 0 ? y : date_half_year(c, key, h->at, h->end, !last);
		x->from.m = last ? 13 - n : 1;
		x->to.m = last ? 12 : n;
		return true;
	}
	if (q >= 0) {
		if (!x->from.y && date_every_year(key, x->start, x->end))
			return false;
		if (!x->from.y)
			x->from.y = date_half_year(c, key, h->at, h->end, q <= 2);
		if (!x->from.y)
			return false;
		x->to.y = y2 > 0 ? y2 : x->from.y;
		x->from.m = 3 * q - 2;
		x->to.m = 3 * (q2 > q || y2 > 0 ? q2 : q);
		return x->to.y > x->from.y ? x->to.y - x->from.y < 10 : x->to.m > x->from.m && x->to.y == x->from.y;
	}
	if (!x->from.m && !x->from.d) { /* years */
		if (y2 >= 0) {
			x->to.y = y2;
			return y2 > y && y2 - y < 120;
		}
		/* "những năm 1960": ten of them */
		return x->from.y >= CAL_FIRST && (x->from.y % 10 || !view_had(key, x->start, "những "));
	}
	if (!x->from.d) { /* a month, or several */
		if (x->from.m > 12 || m2 > 12)
			return false;
		if (!x->from.y && m2 < 0)
			x->from.y = year_of_next(key, x->end);
		if (!x->from.y && !date_every_year(key, x->start, x->end)) {
			struct day ref = date_written(c);
			int last = m2 > 0 ? m2 : x->from.m;

			x->from.y = ref.y ? ref.y - (last > ref.m + 6) + (last + 6 < ref.m) : 0;
		}
		if (m2 > 0) {
			x->to.y = y2 > 0 ? y2 : x->from.y;
			x->to.m = m2;
			/* in brackets a jubilee's may be many years */
			if (h->lead & LEAD_BRACKET)
				return m2 == m && x->to.y > x->from.y && x->to.y - x->from.y < 120;
			return x->to.y > x->from.y ? x->to.y - x->from.y < 10 : x->to.y == x->from.y && m2 > m;
		}
		if (!cal_valid(x->from))
			return false;
		third_of_month(key, x);
		return true;
	}
	/* "từ tháng 3 đến ngày 15/5/2024": the first is a month */
	if (d2 >= 0 && m2 < 0 && (h->lead & LEAD_MONTH)) {
		x->to = (struct day){ .y = x->from.y, .m = x->from.m, .d = d2, .h = -1, .min = -1 };
		x->from = (struct day){ .y = x->to.y - (x->to.y && d > m), .m = d, .h = -1, .min = -1 };
		return d <= 12 && d != m && x->to.y && cal_valid(x->to);
	}
	if (d2 >= 0) { /* several days */
		x->to.d = d2;
		x->to.m = m2 > 0 ? m2 : x->from.m;
		x->to.y = y2 > 0 ? y2 : x->from.y;
		if (!x->to.y && cal_valid(x->from)) {
			x->from.y = date_year_of_day(c, key, h->start, x->from);
			x->to.y = x->from.y + (x->from.y && x->to.m < x->from.m);
		}
		if (!x->from.y)
			x->from.y = x->to.y - (x->to.y && x->from.m > x->to.m);
		return cal_valid(x->from) && cal_valid(x->to) && (!x->to.y || cal_compare(x->from, x->to) < 0);
	}
	if (x->from.y && y >= 0 && kind == KIND_META)
		order_day(&x->from, h->weekday, has_before(key, h->start, 60, "submitted by") ||
							has_before(key, h->start, 12, "create:"));
	else if (x->from.y && !cal_valid(x->from))
		order_day(&x->from, h->weekday, false);
	if (!x->from.y && (h->lead & LEAD_FEAST)) {
		x->feast = true;
		return (h->lead & LEAD_NAMED && cal_valid(x->from)) || date_is_feast(d, m);
	}
	if (!x->from.y) {
		if (!cal_valid(x->from))
			return false;
		x->from.y = date_year_of_day(c, key, h->start, x->from);
	}
	if (!cal_valid(x->from))
		return false;
	clock_time(c, key, x, kind);
	return true;
}

bool date_read(struct dates *c, enum kind kind, struct view key, const struct date_hit *h)
{
	bool is = read_match(c, kind, key, h);

	if (is && kind != KIND_META)
		until_now(key, &c->found[c->n - 1]);
	return is;
}
