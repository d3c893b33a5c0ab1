#include "date.h"

#include <stdlib.h>
#include <string.h>

#include "date_parts.h"
#include "err.h"
#include "lexicon.h"
#include "scan.h"
#include "text.h"

const char *const date_role_name[] = {
	"mention", "published", "event", "document", "period", "deadline", "clock",
};

/* ---- where a number is no date ---- */

static bool letter_at(struct view key, size_t at)
{
	size_t n;

	return at < key.len && text_letter(key, at, &n) != LETTER_NONE;
}

/* The match is a part of something longer: a document number, a telephone
 * number, a version. */
static bool glued_before(struct view key, size_t start)
{
	unsigned char a = start ? (unsigned char)key.p[start - 1] : ' ';

	if ((a >= '0' && a <= '9') || a == '/' || a == '+')
		return true;
	/* "T7/2020", and "ngày15/7" with the space forgotten */
	if (a >= 'a' && a <= 'z')
		return !(a == 't' && date_space_before(key, start - 1)) &&
		       !(start > 5 && !memcmp(key.p + start - 5, "ngày", 5));
	/* the minutes of a clock: "15:02, 03/03/2020" */
	if (start > 1 && a == ':' && key.p[start - 2] >= '0' && key.p[start - 2] <= '9')
		return true;
	if (start > 1 && (a == '.' || a == ',') && key.p[start - 2] >= '0' && key.p[start - 2] <= '9')
		return true;
	if (start > 1 && a == '-' && key.p[start - 2] != ' ' && key.p[start - 2] != ')' &&
	    !letter_at(key, start - 2))
		return true;
	return false;
}

static bool glued_after(struct view key, size_t end)
{
	unsigned char z = end < key.len ? (unsigned char)key.p[end] : ' ';

	if (z >= '0' && z <= '9')
		return true;
	if (z == '.' && end + 1 < key.len && key.p[end + 1] >= '0' && key.p[end + 1] <= '9')
		return true;
	if (z == '/' && letter_at(key, end + 1))
		return true;
	if (letter_at(key, end) && !(z == 'h' || z == 't'))
		return z >= 'a' && z <= 'z';
	return false;
}

/* Quotation marks, followed as the line is read. */
struct quotes {
	size_t upto;
	size_t open; /* where the quote around upto began, or NOWHERE */
	size_t known; /* the open quote that slogan was found out for */
	bool slogan;
};
#define NOWHERE ((size_t)-1)

/* Is at inside quotes that name a movement? at never goes back. */
static bool in_slogan(struct quotes *q, struct view key, size_t at)
{
	static const char *const cues[] = { "phong trào", "cuộc vận động", "chủ đề", "khẩu hiệu", "thi đua",
					    "chuyên đề", "tiêu đề", "danh hiệu", "cờ ", "mô hình", "chiến dịch", "chương trình" };

	for (; q->upto < at; q->upto++) {
		const char *p = key.p + q->upto;

		if (*p == '"')
			q->open = q->open == NOWHERE ? q->upto : NOWHERE;
		if (*p != '\xe2')
			continue;
		if (key.len - q->upto >= 3 && !memcmp(p, "“", 3))
			q->open = q->upto;
		else if (key.len - q->upto >= 3 && !memcmp(p, "”", 3))
			q->open = NOWHERE;
	}
	if (q->open == NOWHERE || at - q->open > 240)
		return false;
	if (q->known == q->open)
		return q->slogan;
	q->known = q->open;
	q->slogan = false;
	size_t from = q->open > 60 ? q->open - 60 : 0;

	for (size_t c = 0; c < sizeof cues / sizeof *cues && !q->slogan; c++) {
		size_t n = strlen(cues[c]);

		for (size_t i = from; i + n <= q->open && !q->slogan; i++)
			q->slogan = key.p[i] == cues[c][0] && !memcmp(key.p + i, cues[c], n);
	}
	return q->slogan;
}

/* ---- reading one match ---- */

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

static bool doc_number_before(struct view key, size_t at)
{
	size_t end = date_skip_back(key, at, " ,(");
	size_t i = end;

	while (i && key.p[i - 1] != ' ' && end - i < 60)
		i--;
	bool digit = false, slash = false, letter = false;

	for (size_t j = i; j < end; j++) {
		digit |= key.p[j] >= '0' && key.p[j] <= '9';
		slash |= key.p[j] == '/' || key.p[j] == '-';
		letter |= (unsigned char)key.p[j] >= 'a';
	}
	/* "(3/2/1930 - 3/2/2016), sáng ngày 10/7": a day is no number of a document */
	if ((slash && ((digit && letter) || has_before(key, i, 16, "số"))) ||
	    (digit && i >= strlen("số ") && !memcmp(key.p + i - strlen("số "), "số ", strlen("số "))))
		return true;
	return has_before(key, at, 90, "luật") && !memchr(key.p + (at > 60 ? at - 60 : 0), ';', at > 60 ? 60 : at);
}

/* "Nghị quyết số 23-NQ/TW của Ban Chấp hành Trung ương Đảng ngày 16/6/2006" */
static bool issuer_before(struct view key, size_t at)
{
	enum { ISSUER = 90 };
	static const char of[] = " của ";

	for (size_t i = at; i-- > 0 && at - i < ISSUER && !strchr(",;:.()", key.p[i]);)
		if (key.p[i] == ' ' && at - i > sizeof of && !memcmp(key.p + i, of, sizeof of - 1))
			return doc_number_before(key, i);
	return false;
}

/* "Ngày 14/3, UBND tỉnh đã ban hành Quyết định số 267": the day of the document. */
static bool issues_behind(struct view key, size_t end)
{
	enum { ISSUER = 110 };
	static const char *const verbs[] = { " ban hành ", " ký ", " có " };
	static const char *const types[] = { "quyết định số ", "công văn số ", "kế hoạch số ", "chỉ thị số ", "nghị quyết số ", "thông tư số ",
					     "nghị định số ", "hướng dẫn số ", "tờ trình số ", "thông báo số ", "báo cáo số " };
	size_t most = key.len - end < ISSUER ? key.len : end + ISSUER;

	for (size_t i = end; i < most && !strchr(".;:(", key.p[i]); i++) {
		if (key.p[i] != ' ' || i + 1 == key.len || !strchr("bkc", key.p[i + 1]))
			continue;
		for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
			size_t n = strlen(verbs[v]);

			if (key.len - i < n || memcmp(key.p + i, verbs[v], n))
				continue;
			for (size_t t = 0; t < sizeof types / sizeof *types; t++)
				if (key.len - i - n > strlen(types[t]) && !memcmp(key.p + i + n, types[t], strlen(types[t])))
					return true;
		}
	}
	return false;
}

static enum date_role role_of(const struct dates *c, enum kind kind, struct view key, const struct date *d)
{
	bool day = d->from.d != 0;

	if (kind == KIND_META)
		return day ? DATE_PUBLISHED : DATE_MENTION;
	if (!day || d->to.y || d->to.m) {
		if (d->from.d && c->event.y && !cal_compare(d->from, c->event))
			return DATE_EVENT;
		return DATE_PERIOD;
	}
	if (doc_number_before(key, d->start) || issuer_before(key, d->start) || issues_behind(key, d->end))
		return DATE_DOCUMENT;
	if (c->event.y && !cal_compare(d->from, c->event))
		return DATE_EVENT;
	if (has_before(key, d->start, 16, "trước") || has_before(key, d->start, 24, "chậm nhất") ||
	    has_before(key, d->start, 16, "hạn") || has_before(key, d->start, 10, "đến") ||
	    has_before(key, d->start, 16, "đến hết"))
		return DATE_DEADLINE;
	return DATE_MENTION;
}

static struct date *add_date(struct dates *c)
{
	if (c->n == c->cap) {
		c->cap = c->cap ? c->cap * 2 : 32;
		c->found = xgrow(c->found, c->cap, sizeof *c->found);
	}
	c->found[c->n] = (struct date){ .from = { .h = -1, .min = -1 }, .to = { .h = -1, .min = -1 } };
	return &c->found[c->n++];
}

struct hit {
	size_t form, at, end, start;
	unsigned lead;
	int weekday;
	const struct rx_match *m;
	const int *group; /* numbers of the form's groups */
};

static struct view group(struct view key, const struct hit *h, int g)
{
	int n = h->group[g];

	if (n < 0 || h->m->start[n] == RX_UNSET)
		return (struct view){ NULL, 0 };
	return (struct view){ key.p + h->m->start[n], h->m->end[n] - h->m->start[n] };
}

/* "II" or "2"; -1 where there is none. */
static int quarter(struct view v)
{
	if (!v.len)
		return -1;
	if (v.p[0] >= '1' && v.p[0] <= '4')
		return v.p[0] - '0';
	return v.len == 2 && v.p[1] == 'v' ? 4 : (int)v.len;
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

/* Take the time of day that m matched; false if it is none. */
static bool take_clock(struct date *d, struct view key, const struct rx_match *m)
{
	int h = date_number(key, m, 1), min = date_number(key, m, 2);

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

/* A clock time right after a date of a stamp, or before it. */
static void clock_time(struct dates *c, struct view key, struct date *d, enum kind kind)
{
	struct rx_match m;
	size_t after = d->end;

	while (after < key.len && (key.p[after] == ' ' || key.p[after] == ',' || key.p[after] == '|' ||
				   key.p[after] == '@' || key.p[after] == 't' || key.p[after] == '-'))
		after++;
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
		mark |= key.p[i] == ':' || key.p[i] == 'h' || key.p[i] == 'g';
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
		return;
	}
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

/* Turn a match into a date; false when its numbers are none. */
static bool read_hit(struct dates *c, enum kind kind, struct view key, const struct hit *h)
{
	const int *g = h->group;
	int d = date_number(key, h->m, g[D1_]), m = date_number(key, h->m, g[M1_]), y = date_number(key, h->m, g[Y1_]);
	int d2 = date_number(key, h->m, g[D2_]), m2 = date_number(key, h->m, g[M2_]), y2 = date_number(key, h->m, g[Y2_]);
	int n = date_number(key, h->m, g[N_]), q = quarter(group(key, h, Q_)), q2 = quarter(group(key, h, Q2_));
	struct view mw = group(key, h, MW_), half = group(key, h, HALF_);
	struct date *x = add_date(c);

	x->start = h->start;
	x->end = h->end;
	x->form = date_forms[h->form].name;
	if (y >= 0 && y < 100)
		y += 2000;
	if (mw.len)
		m = date_month_word(mw);
	if (h->lead & LEAD_ENGLISH)
		m = date_month_word((struct view){ key.p + h->start, h->at - h->start });
	if (half.len && n < 0) { /* "sáu tháng đầu năm", "nửa đầu năm" */
		n = mw.len ? date_month_word(mw) : 6;
		m = 0;
	}
	/* "3 tháng một lần", "sau 6 tháng hai bên": no day of a month */
	if (mw.len && d > 0 && y < 0 && !half.len && !(h->lead & LEAD_CUE))
		return false;
	x->from.y = y > 0 ? y : 0;
	x->from.m = m > 0 ? m : 0;
	x->from.d = d > 0 ? d : 0;
	if (!d || (!m && !half.len) || !d2 || !m2)
		return false;
	if (n >= 0) { /* the first or last n months of a year */
		bool last = half.len && half.p[0] == 'c';

		if (n < 1 || n > 11)
			return false;
		x->from.y = x->to.y = y > 0 ? y : date_half_year(c, key, h->at, h->end, !last);
		x->from.m = last ? 13 - n : 1;
		x->to.m = last ? 12 : n;
		return true;
	}
	if (q >= 0) {
		x->to.y = x->from.y;
		x->from.m = 3 * q - 2;
		x->to.m = 3 * (q2 > q ? q2 : q);
		return true;
	}
	if (!x->from.m && !x->from.d) { /* years */
		if (y2 >= 0) {
			x->to.y = y2;
			return y2 > y && y2 - y < 120;
		}
		return x->from.y >= CAL_FIRST;
	}
	if (!x->from.d) { /* a month, or several */
		if (x->from.m > 12 || m2 > 12)
			return false;
		if (m2 > 0) {
			x->to.y = y2 > 0 ? y2 : x->from.y;
			x->to.m = m2;
			return x->to.y > x->from.y ? x->to.y - x->from.y < 10 : x->to.y == x->from.y && m2 > m;
		}
		if (!x->from.y) {
			struct day ref = date_written(c);

			x->from.y = ref.y ? ref.y - (x->from.m > ref.m + 6) + (x->from.m + 6 < ref.m) : 0;
		}
		if (!cal_valid(x->from))
			return false;
		third_of_month(key, x);
		return true;
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
	if (!x->from.y && (h->lead & LEAD_FEAST))
		return date_is_feast(d, m);
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

static size_t digits(struct view s, size_t at)
{
	size_t i = at;

	while (i < s.len && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return i - at;
}

/* Could a date begin with the run of digits at at? Most numbers are told by
 * their length and the byte behind them, before any pattern is tried. */
static bool could_begin(struct view key, size_t at, size_t len)
{
	unsigned char z = at + len < key.len ? (unsigned char)key.p[at + len] : 0;

	z |= z >= 'A' && z <= 'Z' ? 0x20 : 0;
	if (len > 4 || len == 3)
		return false;
	if (len == 4)
		return key.p[at] == '1' || key.p[at] == '2';
	return z == '/' || z == '-' || z == '.' || z == ' ' || z == ',' || z == 0 || z == ')' || z == ';' || z == 's' ||
	       z == 'n' || z == 'r' || z == 't' || z == ':' || z == '"' || z >= 0x80;
}

/* "quý II" */
static bool quarter_follows(struct view key, size_t i)
{
	size_t n = strlen("quý ");

	return key.p[i] == 'q' && key.len - i > n && !memcmp(key.p + i, "quý ", n) && date_space_before(key, i) &&
	       (key.p[i + n] == 'i' || (key.p[i + n] >= '1' && key.p[i + n] <= '4'));
}

/* "tháng Tư": a month in words has a capital ("tháng tư" as well, "tháng năm"
 * may be "6 tháng năm 2020"). "Cách mạng tháng Tám" is an event. */
static bool month_follows(struct view key, struct view text, size_t i)
{
	size_t n = strlen("tháng "), len;

	return key.p[i] == 't' && key.len - i > n && !memcmp(key.p + i, "tháng ", n) && date_space_before(key, i) &&
	       text_letter(text, i + n, &len) == LETTER_UPPER && !has_before(key, i, 12, "mạng");
}

static bool word_at(struct view key, size_t i, const char *word)
{
	size_t n = strlen(word);

	return key.len - i >= n && !memcmp(key.p + i, word, n) && (i + n == key.len || !letter_at(key, i + n));
}

/* "sáu tháng đầu năm", "nửa cuối năm" */
static bool half_follows(struct view key, size_t i)
{
	static const char *const words[] = { "ba tháng đầu năm", "ba tháng cuối năm", "sáu tháng đầu năm",
					     "sáu tháng cuối năm", "chín tháng đầu năm", "mười tháng đầu năm",
					     "nửa đầu năm", "nửa cuối năm" };

	if (key.len - i < strlen("nửa đầu năm"))
		return false;
	for (size_t w = 0; w < sizeof words / sizeof *words; w++)
		if (key.p[i] == words[w][0] && key.p[i + 1] == words[w][1] && key.p[i + 2] == words[w][2] &&
		    word_at(key, i, words[w]) && date_space_before(key, i))
			return true;
	return false;
}

/* "hôm qua (", "hôm qua 7.6", "hôm nay, ngày 2/2": the day itself follows. */
static bool written_after(struct view key, size_t end)
{
	static const char day[] = " ngày";

	end += end < key.len && key.p[end] == ',';
	if (key.len - end > sizeof day && !memcmp(key.p + end, day, sizeof day - 1))
		end += sizeof day - 1;
	size_t i = end + 1;

	if (i + 2 >= key.len || key.p[end] != ' ')
		return false;
	if (key.p[i] == '(')
		return true;
	for (size_t from = i; i < key.len && i - from < 3; i++)
		if (key.p[i] < '0' || key.p[i] > '9')
			return i > from && i + 1 < key.len &&
			       ((strchr("/.-", key.p[i]) && key.p[i + 1] >= '0' && key.p[i + 1] <= '9') || word_at(key, i + 1, "tháng"));
	return false;
}

/* Days that are told from the day of the text: "hôm nay", "cùng ngày", "năm nay".
 * Nothing where that day is not known, or where a bracket gives it. */
static bool relative(struct dates *c, struct view key, size_t i)
{
	static const struct {
		const char *word;
		char unit; /* d, m, y; e: the day of the event */
		int delta;
	} words[] = {
		{ "hôm nay", 'd', 0 },	 { "hôm qua", 'd', -1 },     { "ngày mai", 'd', 1 },   { "cùng ngày", 'e', 0 },
		{ "tháng này", 'm', 0 }, { "tháng trước", 'm', -1 }, { "tháng tới", 'm', 1 },  { "năm nay", 'y', 0 },
		{ "năm ngoái", 'y', -1 }, { "năm trước", 'y', -1 },  { "năm tới", 'y', 1 },
	};

	if (key.len - i < strlen("hôm nay"))
		return false;
	for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
		/* Two letters tell nearly all other words from these. */
		if (key.p[i] != words[w].word[0] || key.p[i + 2] != words[w].word[2])
			continue;
		if (!word_at(key, i, words[w].word) || !date_space_before(key, i))
			continue;
		struct day day = words[w].unit == 'e' ? date_event(c) : date_written(c);
		size_t end = i + strlen(words[w].word);

		if (!day.y || written_after(key, end))
			return false;
		struct date *x = add_date(c);

		day.h = day.min = -1;
		if (words[w].unit == 'd')
			day = cal_add(day, words[w].delta);
		if (words[w].unit == 'm') {
			day.d = 0;
			day.m += words[w].delta;
			day.y += day.m > 12 ? 1 : day.m < 1 ? -1 : 0;
			day.m = day.m > 12 ? 1 : day.m < 1 ? 12 : day.m;
		}
		if (words[w].unit == 'y')
			day = (struct day){ .y = day.y + words[w].delta, .h = -1, .min = -1 };
		x->from = day;
		x->start = i;
		x->end = end;
		x->form = "relative";
		return true;
	}
	return false;
}

/* "mùng 10 tháng 3 âm lịch" is no day of this calendar. */
static bool is_lunar(struct view key, size_t end)
{
	static const char *const marks[] = { " âm lịch", " (âm lịch)", " al ", " al)", " (al)" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t n = strlen(marks[i]);

		if (key.len - end >= n && !memcmp(key.p + end, marks[i], n))
			return true;
	}
	return false;
}

/* Years that go on a list: "các năm 2016, 2018 và 2019". */
static size_t more_years(struct dates *c, struct view key, size_t end)
{
	for (;;) {
		size_t i = end;

		if (i + 6 <= key.len && key.p[i] == ',' && key.p[i + 1] == ' ')
			i += 2;
		else if (key.len - i > strlen(" và ") && !memcmp(key.p + i, " và ", strlen(" và ")))
			i += strlen(" và ");
		else
			return end;
		if (i + 4 > key.len || (memcmp(key.p + i, "19", 2) && memcmp(key.p + i, "20", 2)))
			return end;
		int y = 0;
		size_t j = i;

		for (; j < key.len && key.p[j] >= '0' && key.p[j] <= '9'; j++)
			y = y < 100000 ? y * 10 + key.p[j] - '0' : y;
		if (j != i + 4 || y < CAL_FIRST || y > CAL_LAST ||
		    (j < key.len && (key.p[j] == '-' || key.p[j] == '/' || key.p[j] == '.') && j + 1 < key.len &&
		     key.p[j + 1] != ' '))
			return end;
		struct date *x = add_date(c);

		x->start = i;
		x->end = end = j;
		x->from.y = y;
		x->form = "year-list";
	}
}

/* Where the expression begins that the word at i stands in: "sáu tháng đầu năm" is
 * seen by its second word, as is "cùng ngày". */
static size_t expression(struct view key, size_t i)
{
	static const char *const firsts[] = { "ba ", "sáu ", "chín ", "mười ", "cùng " };

	for (size_t w = 0; i && key.p[i - 1] == ' ' && w < sizeof firsts / sizeof *firsts; w++) {
		size_t n = strlen(firsts[w]);

		if (i >= n && !memcmp(key.p + i - n, firsts[w], n))
			return i - n;
	}
	return i;
}

/* "năm 2020", "ngày 5": what has digits behind the word is found at the digits. */
static bool digits_follow(struct view key, size_t i)
{
	/* but not "cùng ngày 5 đơn vị ..." */
	if (i > 5 && ((unsigned char)key.p[i - 4] | 0x20) == 0xb9 && !memcmp(key.p + i - 3, "ng ", 3) && (key.p[i] | 0x20) == 'n')
		return false;
	for (size_t k = i + 2; k + 1 < key.len && k < i + 8; k++)
		if (key.p[k] == ' ')
			return (key.p[i] | 0x20) != 'q' && key.p[k + 1] >= '0' && key.p[k + 1] <= '9';
	return false;
}

static bool after_feast(const struct date *last, struct view key, size_t at)
{
	static const char *const joints[] = { " và ", ", ", " - ", "-" };

	if (last->from.y || !last->from.d || last->to.d || last->end > at)
		return false;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (at - last->end == strlen(joints[i]) && !memcmp(key.p + last->end, joints[i], strlen(joints[i])))
			return true;
	return false;
}

/* The dates of a line, without their roles. */
static bool read_line(struct dates *c, enum kind kind, struct view text)
{
	struct rx_match m;
	bool fine = true;

	size_t first = scan_date(text, 0);

	/* Most lines without a date end here. */
	while (first < text.len) {
		size_t run = digits(text, first);

		if (run ? could_begin(text, first, run) : !digits_follow(text, first))
			break;
		first = scan_date(text, first + (run ? run : 1));
	}
	c->n = 0;
	c->key.len = 0;
	if (first == text.len)
		return true; /* no key is needed */
	date_make_forms(c);
	str_reserve(&c->key, text.len);
	text_key(c->key.p, text);
	c->key.len = text.len;
	struct view key = str_view(&c->key);
	struct quotes quotes = { key.len, NOWHERE, NOWHERE, false };

	if (memchr(key.p, '"', key.len) || memchr(key.p, 0xe2, key.len))
		quotes.upto = 0;
	size_t done = 0; /* end of the last find */

	for (size_t i = first; i < key.len; i = scan_date(text, i + 1)) {
		unsigned char c0 = (unsigned char)key.p[i];
		size_t len = 1, seen = i; /* the word that was found may stand behind where the date begins */
		bool months = false, quarters = false;

		if (c0 > '9') {
			if ((i && key.p[i - 1] >= 'a' && key.p[i - 1] <= 'z') || digits_follow(key, i))
				continue;
			size_t word = c0 == 't' || c0 == 'n' ? expression(key, i) : i;

			if (word < done)
				word = i;
			months = half_follows(key, word);
			quarters = months || quarter_follows(key, i) || month_follows(key, text, i);
			if (!quarters && (relative(c, key, word) || (word < i && relative(c, key, i)))) {
				done = c->found[c->n - 1].end;
				i = done - 1;
			}
			if (!quarters)
				continue;
			i = months ? word : i + (c0 == 'q' ? strlen("quý ") : strlen("tháng "));
		} else {
			len = digits(key, i);
			if (len == 1 && date_is_weekday(key, i))
				continue;
		}
		size_t next = i + len - 1;

		if (i >= done && (quarters || (could_begin(key, i, len) && !glued_before(key, i)))) {
			struct hit h = { .at = i, .m = &m };
			struct skeleton shape = date_skeleton(key, i, len);

			h.lead = date_look_back(c->forms, key, i, &h.start, &h.weekday);
			/* "Ngày Báo chí Cách mạng Việt Nam (21/6)" */
			if ((h.lead & LEAD_BRACKET) && has_before(key, i, 80, "ngày"))
				h.lead |= LEAD_FEAST;
			/* "kỷ niệm 30/4 và 1/5": the second is remembered as well */
			if (!h.lead && c->n && after_feast(&c->found[c->n - 1], key, i))
				h.lead = LEAD_FEAST;
			if (months) {
				h.lead = LEAD_WORD;
				h.start = i;
			}
			if (h.start < done)
				h.start = i;
			for (const unsigned char *next_form = date_forms_of(c->forms, &shape); *next_form; next_form++) {
				size_t f = *next_form - 1U;

				if ((date_forms[f].lead && !(date_forms[f].lead & h.lead)) ||
				    ((h.lead & (LEAD_T | LEAD_WORD)) && date_forms[f].lead != h.lead) ||
				    !date_could_be(&date_forms[f], &shape))
					continue;
				enum rx_answer a = date_match(c, f, key, i, &m);

				if (a == RX_LIMIT)
					fine = false;
				if (a != RX_YES || glued_after(key, m.end[0]))
					continue;
				h.form = f;
				h.group = c->forms->group[f];
				h.end = m.end[0];
				size_t before = c->n;

				if (in_slogan(&quotes, key, h.start) || is_lunar(key, m.end[0]) || !read_hit(c, kind, key, &h)) {
					c->n = before;
					continue;
				}
				done = c->found[before].end;
				if (!strcmp(date_forms[f].name, "year"))
					done = more_years(c, key, done);
				next = done - 1;
				break;
			}
		}
		i = next > seen ? next : seen;
	}
	return fine;
}

static void give_roles(struct dates *c, enum kind kind)
{
	for (size_t k = 0; k < c->n; k++)
		c->found[k].role = role_of(c, kind, str_view(&c->key), &c->found[k]);
}

/* ---- the document ---- */

void date_begin(struct dates *c)
{
	c->published = c->event = (struct day){ .h = -1, .min = -1 };
	c->title_year = 0;
	c->title = (struct years){ 0 };
	c->titles.n = c->titles.read = c->metas.n = c->metas.read = c->texts.n = c->texts.read = 0;
}

static bool is_day(const struct date *d)
{
	return d->from.y && d->from.d;
}

void date_learn(struct dates *c, enum kind kind, struct view text)
{
	struct telling *t = kind == KIND_TITLE ? &c->titles : kind == KIND_META ? &c->metas : kind == KIND_TEXT ? &c->texts : NULL;
	enum { FIRST_TEXTS = 3 }; /* among which the day of the event stands */
	int most = kind == KIND_TEXT ? FIRST_TEXTS : DATE_TELLING;

	if (t && t->n < most)
		t->line[t->n++] = text;
}

/* What one reader knows of the document, for another. */
static void tell(struct dates *to, const struct dates *from)
{
	to->titles = from->titles;
	to->metas = from->metas;
	to->published = from->published;
	to->title_year = from->title_year;
	to->title = from->title;
}

/* Read a line of the document apart from the line that is being read. */
static struct dates *aside(struct dates *c, enum kind kind, struct view text)
{
	if (!c->inner) {
		c->inner = xalloc(1, sizeof *c->inner);
		*c->inner = (struct dates){ .reference = c->reference };
	}
	tell(c->inner, c);
	read_line(c->inner, kind, text);
	give_roles(c->inner, kind);
	tell(c, c->inner);
	return c->inner;
}

void date_title(struct dates *c)
{
	while (!c->title_year && c->titles.read < c->titles.n) {
		const struct dates *in = aside(c, KIND_TITLE, c->titles.line[c->titles.read++]);

		date_years_said(&c->title, str_view(&in->key));
		/* "6 tháng đầu năm" takes its year from here, so only a written one counts. */
		for (size_t i = 0; i < in->n; i++)
			if (date_year_after((struct view){ in->key.p, in->found[i].end }, in->found[i].start))
				c->title_year = in->found[i].to.y ? in->found[i].to.y : in->found[i].from.y;
	}
}

struct day date_written(struct dates *c)
{
	while (!c->published.y && c->metas.read < c->metas.n) {
		const struct dates *in = aside(c, KIND_META, c->metas.line[c->metas.read++]);

		for (size_t i = 0; i < in->n && !c->published.y; i++)
			if (is_day(&in->found[i]))
				c->published = in->found[i].from;
	}
	return c->published.y ? c->published : c->reference;
}

/* The day of the event is the first of those found in a text, but for the days of
 * documents and deadlines. */
static void take_event(struct dates *c, const struct dates *found)
{
	for (size_t i = 0; i < found->n && !c->event.y; i++) {
		const struct date *d = &found->found[i];

		if (!is_day(d) || (d->to.y && d->to.y - d->from.y > 0) || d->role == DATE_DOCUMENT || d->role == DATE_DEADLINE)
			continue;
		c->event = d->from;
		c->event.h = c->event.min = -1;
	}
}

struct day date_event(struct dates *c)
{
	while (!c->event.y && c->texts.read < c->texts.n)
		take_event(c, aside(c, KIND_TEXT, c->texts.line[c->texts.read++]));
	return c->event;
}

/* A page is not posted before what it tells of: where the other order of day and
 * month puts the stamp within a month behind the event, that is the order. */
static void order_by_event(struct dates *c)
{
	enum { SOON = 31 };

	for (size_t i = 0; i < c->n; i++) {
		struct day *d = &c->found[i].from, o = *d, event;

		o.d = d->m;
		o.m = d->d;
		if (!d->y || !d->d || o.d == o.m || !cal_valid(o))
			continue;
		event = date_event(c);
		if (event.y && cal_compare(*d, event) < 0 && cal_compare(o, event) >= 0 && cal_compare(o, cal_add(event, SOON)) <= 0)
			*d = o;
	}
}

bool date_find(struct dates *c, enum kind kind, struct view text)
{
	bool fine = read_line(c, kind, text), days = false, open = false;

	for (size_t k = 0; k < c->n; k++) {
		days |= c->found[k].from.d != 0;
		open |= !c->found[k].from.y;
	}
	if (kind == KIND_META)
		order_by_event(c);
	/* A text whose turn it is to tell the event is not read twice for that, but
	 * where the event may give a year to another day of it. */
	if (c->texts.read < c->texts.n && c->texts.line[c->texts.read].p == text.p) {
		c->texts.read++;
		if (days && !c->event.y) {
			give_roles(c, kind);
			take_event(c, c);
			if (c->event.y && open)
				fine = read_line(c, kind, text);
		}
	}
	if (days && kind != KIND_META)
		date_event(c);
	give_roles(c, kind);
	return fine;
}

void date_value(struct str *out, const struct date *d)
{
	cal_edtf(out, d->from);
	if (d->to.y || d->to.m) {
		str_ch(out, '/');
		cal_edtf(out, d->to);
	}
}

void date_free(struct dates *c)
{
	free(c->found);
	str_free(&c->key);
	for (size_t f = 0; c->forms && f < DATE_FORMS; f++)
		rx_free(&c->forms->form[f]);
	if (c->forms)
		rx_free(&c->forms->clock);
	free(c->forms);
	if (c->inner)
		date_free(c->inner);
	free(c->inner);
	*c = (struct dates){ 0 };
}
