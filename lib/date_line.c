#include "date_parts.h"

#include <string.h>

#include "scan.h"
#include "text.h"

/* ---- where a number is no date ---- */

/* "Chu Nhật Minh27/02/2026 10:05Xem": a stamp, with what stands around it run into it. */
static bool stamp_at(struct view key, size_t at)
{
	return view_shaped(key, at, "00/00/2000");
}

/* The match is a part of something longer: a document number, a telephone
 * number, a version. */
static bool glued_before(struct view key, size_t start)
{
	unsigned char a = start ? (unsigned char)key.p[start - 1] : ' ';

	/* "bão số 10 tháng 10/2025" */
	if (view_had(key, start, " số "))
		return true;
	if ((a >= '0' && a <= '9') || a == '/' || a == '+')
		return true;
	/* "T7/2020", and "ngày15/7" with the space forgotten */
	if (a >= 'a' && a <= 'z')
		return !(a == 't' && date_space_before(key, start - 1)) &&
		       !(start >= strlen("ngày") && !memcmp(key.p + start - strlen("ngày"), "ngày", strlen("ngày")));
	/* the minutes of a clock: "15:02, 03/03/2020" */
	if (start > 1 && a == ':' && key.p[start - 2] >= '0' && key.p[start - 2] <= '9')
		return true;
	if (start > 1 && (a == '.' || a == ',') && key.p[start - 2] >= '0' && key.p[start - 2] <= '9')
		return true;
	if (start > 1 && a == '-' && key.p[start - 2] != ' ' && key.p[start - 2] != ')' &&
	    !date_letter_at(key, start - 2))
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
	if (z == '/' && date_letter_at(key, end + 1))
		return true;
	if (date_letter_at(key, end) && !(z == 'h' || z == 't'))
		return z >= 'a' && z <= 'z';
	return false;
}

/* Quotation marks, followed as the line is read. */
struct quotes {
	bool begun;
	size_t straight, curved; /* the next of each, or NOWHERE; curved: of what begins with its byte */
	size_t open; /* where the quote that the reading has come into began, or NOWHERE */
	size_t known; /* the open quote that slogan was found out for */
	bool slogan;
};
#define NOWHERE ((size_t)-1)

static size_t next_byte(struct view key, size_t from, unsigned char c)
{
	const char *p = from < key.len ? memchr(key.p + from, c, key.len - from) : NULL;

	return p ? (size_t)(p - key.p) : NOWHERE;
}

/* Is at inside quotes that name a movement? at never goes back. */
static bool in_slogan(struct quotes *q, struct view key, size_t at)
{
	static const char *const cues[] = { "phong trào", "cuộc vận động", "chủ đề", "khẩu hiệu", "thi đua",
					    "chuyên đề", "tiêu đề", "danh hiệu", "cờ ", "mô hình", "chiến dịch", "chương trình" };

	if (!q->begun)
		*q = (struct quotes){ true, next_byte(key, 0, '"'), next_byte(key, 0, 0xe2), NOWHERE, NOWHERE, false };
	while (q->straight < at || q->curved < at) {
		if (q->straight < q->curved) {
			q->open = q->open == NOWHERE ? q->straight : NOWHERE;
			q->straight = next_byte(key, q->straight + 1, '"');
			continue;
		}
		if (view_has(key, q->curved, "“"))
			q->open = q->curved;
		else if (view_has(key, q->curved, "”"))
			q->open = NOWHERE;
		q->curved = next_byte(key, q->curved + 1, 0xe2);
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

/* "Quảng trường 3 tháng 2", "đường 30/4" bear the name of a day. */
static bool names_place(struct view key, size_t start)
{
	static const char *const words[] = { "quảng trường ", "công viên ", "đường " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_had(key, start, words[i]))
			return !view_had(key, start, "lên đường ");
	return false;
}

/* "10/10 tới đây", "5/6 vừa qua": is the day at the digits at at told by what follows? */
static bool told_behind(struct view key, size_t at)
{
	static const char *const words[] = { " tới đây", " sắp tới", " vừa qua", " vừa rồi", " năm nay" };
	size_t i = at + digits(key, at);

	if (i >= key.len || (key.p[i] != '/' && key.p[i] != '-' && key.p[i] != '.') || !digits(key, i + 1))
		return false;
	i += 1 + digits(key, i + 1);
	for (size_t w = 0; w < sizeof words / sizeof *words; w++)
		if (view_has(key, i, words[w]))
			return true;
	return false;
}

/* "mùng 10 tháng 3 âm lịch", "rằm tháng Giêng" are no days of this calendar. */
static bool is_lunar(struct view key, size_t start, size_t end)
{
	if (view_had(key, start, "rằm "))
		return true;
	static const char *const marks[] = { " âm lịch", " (âm lịch)", " al ", " al)", " (al)" };

	if (end + 1 >= key.len || key.p[end] != ' ' || (key.p[end + 1] != 'a' && key.p[end + 1] != '(' && (unsigned char)key.p[end + 1] != 0xc3))
		return false;
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
		struct date *x = date_add(c);

		x->start = i;
		x->end = end = j;
		x->from.y = y;
		x->form = "year-list";
	}
}

/* Spans of years that go on a list: "giai đoạn 2016-2020 và 2021-2025". */
static size_t more_spans(struct dates *c, struct view key, size_t end)
{
	static const char *const joints[] = { ", ", " và ", "; " };
	enum { YEAR = 4 };

	for (;;) {
		size_t i = end, j;

		for (size_t k = 0; k < sizeof joints / sizeof *joints && i == end; k++)
			i += view_has(key, end, joints[k]) ? strlen(joints[k]) : 0;
		if (i == end || !view_shaped(key, i, "2000") || digits(key, i) != YEAR)
			break;
		for (j = i + YEAR; j < key.len && (key.p[j] == ' ' || key.p[j] == '-' || key.p[j] == 1);)
			j++;
		if (j < i + YEAR + 1 || !memchr(key.p + i + YEAR, '-', j - i - YEAR) || !view_shaped(key, j, "2000") || digits(key, j) != YEAR || glued_after(key, j + YEAR))
			break;
		int from = 0, to = 0;

		for (size_t k = 0; k < YEAR; k++) {
			from = from * 10 + key.p[i + k] - '0';
			to = to * 10 + key.p[j + k] - '0';
		}
		if (to <= from || to - from > 20)
			break;
		struct date *x = date_add(c);

		x->start = i;
		x->end = end = j + YEAR;
		x->from.y = from;
		x->to.y = to;
		x->form = "years-list";
	}
	return end;
}

/* "2 phần", "30/6 đơn vị": does a count follow byte at, behind a number that may be a fraction? */
static bool counts_behind(struct view key, size_t at, bool last)
{
	static const char *const nouns[] = { " đơn vị", " xã", " huyện", " chỉ tiêu", " tiêu chí", " thành viên", " người", " hộ", " thôn", " trường", " cơ quan", " sở", " phường", " đại biểu", " phiếu", " tỉnh", " nội dung" };

	if (at == key.len || key.p[at] != ' ')
		return false;
	if (view_has(key, at, " và "))
		return last;
	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
		if (view_has(key, at, nouns[i]))
			return true;
	return !last; /* in the middle of a list a mark follows */
}

/* The year behind the mark at byte at, "20/7/2019"; 0 for none. */
static int year_behind(struct view key, size_t at, char sep)
{
	int y = 0;

	if (at >= key.len || key.p[at] != sep || digits(key, at + 1) != 4)
		return 0;
	for (size_t k = at + 1; k < at + 5; k++)
		y = y * 10 + key.p[k] - '0';
	return y >= CAL_FIRST && y <= CAL_LAST ? y : 0;
}

/* Days that go on a list, without their year: "ngày 15/4, 30/6 và 30/9"; the last may tell the year of them all,
 * from find first on. */
static size_t more_days(struct dates *c, struct view key, size_t end, size_t first)
{
	static const char *const joints[] = { ", ", " và ", ", và " };
	const char sep = end > 2 && digits(key, end - 1) && strchr("/.-", key.p[end - 2]) ? key.p[end - 2] : end > 3 && strchr("/.-", key.p[end - 3]) ? key.p[end - 3] : 0;

	while (sep) {
		size_t i = end, j = 0;

		for (; j < sizeof joints / sizeof *joints; j++)
			if (view_has(key, end, joints[j]) && digits(key, end + strlen(joints[j])))
				break;
		if (j == sizeof joints / sizeof *joints)
			break;
		i += strlen(joints[j]);
		size_t d = digits(key, i), at = i + d, m = at < key.len && key.p[at] == sep ? digits(key, at + 1) : 0, to = at + 1 + m;
		int y = d && d <= 2 && m && m <= 2 ? year_behind(key, to, sep) : 0;

		for (size_t k = first; y && k < c->n; k++)
			c->found[k].from.y = c->found[k].feast ? 0 : y;
		if (d > 2 || !m || m > 2 || glued_after(key, to) || (to < key.len && (key.p[to] == '/' || key.p[to] == '-')) || counts_behind(key, to, j > 0))
			break;
		struct day day = { .h = -1, .min = -1 };

		for (size_t k = 0; k < d; k++)
			day.d = day.d * 10 + key.p[i + k] - '0';
		for (size_t k = 0; k < m; k++)
			day.m = day.m * 10 + key.p[at + 1 + k] - '0';
		if (!cal_valid(day))
			break;
		struct date *x = date_add(c);

		x->start = i;
		x->end = end = to;
		x->from = day;
		x->from.y = c->found[first].from.y && !date_is_feast(day.d, day.m) ? date_year_of_day(c, key, i, day) : 0;
		x->form = "day-list";
	}
	return end;
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

/* "ngày truyền thống ngành Tư pháp 28/8", "Ngày Sách Việt Nam 21/4": a day and month
 * at at behind the name that the day bears, where nothing is counted by them. */
static bool named_feast(struct view key, struct view text, size_t at)
{
	enum { NAME = 100 };
	static const char day[] = "ngày ";
	static const char *const names[] = { "thành lập ", "truyền thống ", "giải phóng ", "quốc tế ", "thế giới ", "toàn dân ", "lễ ", "hội đại ", "hội quốc " };
	static const char *const behind[] = { " và ", " là ", " hàng năm", " hằng năm", " năm nay", " (", " - " };
	size_t end = at + digits(key, at), i = at;

	if (end == key.len || (key.p[end] != '/' && key.p[end] != '-'))
		return false;
	size_t month = digits(key, end + 1);

	end += 1 + month;
	bool alone = end == key.len || strchr(".,;:)", key.p[end]);

	for (size_t k = 0; k < sizeof behind / sizeof *behind; k++)
		alone |= view_has(key, end, behind[k]);
	if (!month || month > 2 || !alone)
		return false;
	while (i > strlen(day) && at - i < NAME && !view_had(key, i, day))
		if (strchr(".,;:()0123456789", key.p[--i]))
			return false;
	if (i == at || !view_had(key, i, day) || !date_space_before(key, i - strlen(day)) || view_has(key, i, "chủ nhật ") || view_has(key, i, "thứ "))
		return false;
	for (size_t k = 0; k < sizeof names / sizeof *names; k++)
		if (view_has(key, i, names[k]))
			return true;
	return memcmp(key.p + i, text.p + i, strlen("đ")) != 0;
}

/* "hai ngày 21 và 22/8": where the word begins that counts the days from start on, or
 * start. "hạng Ba ngày 20" has a capital, "thứ hai ngày 21" is a weekday. */
static size_t days_counted(struct view key, struct view text, size_t start)
{
	static const char *const counts[] = { "hai ", "ba ", "bốn " };

	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		size_t from = start - strlen(counts[i]);

		if (view_had(key, start, counts[i]) && date_space_before(key, from) && !view_had(key, from, "thứ ") && (!from || text.p[from] == key.p[from]))
			return from;
	}
	return start;
}

/* "16:40 | 25/12", "25/12, 16:40": a stamp without its year, the day at i, and nothing else? */
static bool short_stamp(struct view key, size_t i)
{
	static const char *const joints[] = { " | ", ", ", " - ", " " };
	size_t clock = strlen("00:00"), day = strlen("00/00");

	if (!view_shaped(key, i, "00/00"))
		return false;
	for (size_t j = 0; j < sizeof joints / sizeof *joints; j++) {
		size_t n = strlen(joints[j]);

		if (i == clock + n && key.len == i + day && view_shaped(key, 0, "00:00") && view_has(key, clock, joints[j]))
			return true;
		if (!i && key.len == day + n + clock && view_has(key, day, joints[j]) && view_shaped(key, day + n, "00:00"))
			return true;
	}
	return false;
}

/* A line as it is read. */
struct reading {
	struct dates *c;
	enum kind kind;
	struct view key, text;
	struct quotes quotes;
	size_t done; /* end of the last find */
	bool fine;
};

/* Take what form f matched, if it is a date. */
static bool take(struct reading *r, size_t f, struct date_hit *h)
{
	struct dates *c = r->c;
	size_t before = c->n;

	h->form = f;
	h->end = h->m.end;
	if (!h->lead && names_place(r->key, h->start)) {
		r->done = h->end;
		return true;
	}
	if (in_slogan(&r->quotes, r->key, h->start) || is_lunar(r->key, h->start, h->end) || !date_read(c, r->kind, r->key, h)) {
		c->n = before;
		return false;
	}
	if (c->found[before].to.d && view_has(r->key, c->found[before].start, "ngày "))
		c->found[before].start = days_counted(r->key, r->text, c->found[before].start);
	r->done = c->found[before].end;
	if (h->m.d > 0 && h->m.m > 0 && h->m.y < 0 && h->m.d2 < 0 && c->n == before + 1 && r->kind != KIND_META)
		r->done = more_days(c, r->key, r->done, before);
	if (date_forms[f].digits == N_YEAR && h->m.y2 >= 0)
		r->done = more_spans(c, r->key, r->done);
	if (date_forms[f].digits == N_YEAR && h->m.m < 0 && !c->found[before].to.y)
		r->done = more_years(c, r->key, r->done);
	return true;
}

/* Try the forms on the digits at i, len of them; or (0) on what stands there, behind
 * a word that begins a form. begins: the form begins at i itself. */
static bool try_forms(struct reading *r, size_t i, size_t len, bool begins)
{
	struct dates *c = r->c;
	struct view key = r->key;
	form_set could = date_shaped(c->forms, key, i, len);
	struct date_hit h;

	if (!could)
		return false;
	h.at = i;
	h.lead = date_look_back(c->forms, key, i, &h.start, &h.weekday);
	/* "Ngày Báo chí Cách mạng Việt Nam (21/6)" */
	if ((h.lead & LEAD_BRACKET) && !(h.lead & LEAD_DAY) && has_before(key, i, 80, "ngày"))
		h.lead |= LEAD_FEAST;
	if (!h.lead && named_feast(key, r->text, i))
		h.lead = LEAD_FEAST | LEAD_NAMED;
	/* "kỷ niệm 30/4 và 1/5": the second is remembered as well */
	if (!h.lead && c->n && after_feast(&c->found[c->n - 1], key, i))
		h.lead = LEAD_FEAST;
	if (begins) {
		h.lead = LEAD_WORD;
		h.start = i;
	}
	/* "10/12/18 10:28", "16:40 | 25/12" are stamps: with its time, so short a day needs no word */
	if (!h.lead && r->kind == KIND_META && ((!i && view_shaped(key, 0, "00/00/00 00:00")) || short_stamp(key, i)))
		h.lead = LEAD_DAY;
	if (!h.lead && told_behind(key, i))
		h.lead = LEAD_RANGE;
	if (h.start < r->done)
		h.start = i;
	for (could &= date_led(c->forms, h.lead); could; could &= could - 1) {
		size_t f = (size_t)__builtin_ctzll(could);
		enum rx_answer a = date_match(c, f, key, i, &h.m);

		if (a == RX_LIMIT)
			r->fine = false;
		if (a == RX_YES && (!glued_after(key, h.m.end) || (r->kind == KIND_META && stamp_at(key, i))) && take(r, f, &h))
			return true;
	}
	return false;
}

/* The first byte of a line where a date may begin, or its end. */
static size_t first_date(struct scan_dates *dates)
{
	struct view text = dates->s;
	size_t at = scan_date(dates, 0);

	while (at < text.len) {
		size_t run = digits(text, at);

		if (run ? could_begin(text, at, run) : date_word_begins(text, at))
			break;
		at = scan_date(dates, at + (run ? run : 1));
	}
	return at;
}

/* "Thứ Sáu (ngày 12/7)": the bracket that a find opens closes with it. */
static void close_bracket(struct view key, struct date *d)
{
	struct view find = { key.p + d->start, d->end - d->start };

	if (d->end < key.len && key.p[d->end] == ')' && memchr(find.p, '(', find.len) && !memchr(find.p, ')', find.len))
		d->end++;
}

/* "hai ngày 30/6 và 01/7/2024": do the days first and next, in two months, make one time? */
static bool are_counted(struct view key, struct view text, const struct date *first, const struct date *next)
{
	static const char *const joints[] = { " và ", " và ngày " }, two[] = "2 ngày ";
	bool joined = false;

	for (size_t j = 0; j < sizeof joints / sizeof *joints; j++)
		joined |= view_has(key, first->end, joints[j]) && first->end + strlen(joints[j]) == next->start;
	if (!joined || !first->from.d || !next->from.d || first->to.d || next->to.d || first->from.h >= 0)
		return false;
	return view_has(key, first->start, two) || (view_has(key, first->start, two + strlen("2 ")) && days_counted(key, text, first->start) < first->start);
}

/* What only the whole line tells of its days. */
static void look_again(struct dates *c, struct view text)
{
	struct view key = str_view(&c->key);
	size_t n = 0;

	for (size_t k = 0; k < c->n; k++, n++) {
		struct date *d = &c->found[n];

		*d = c->found[k];
		close_bracket(key, d);
		if (k + 1 == c->n || !are_counted(key, text, d, &c->found[k + 1]))
			continue;
		d->to = c->found[++k].from;
		d->start = days_counted(key, text, d->start);
		d->end = c->found[k].end;
		if (d->to.y)
			d->from.y = d->to.y - (d->from.m > d->to.m);
	}
	c->n = n;
}

bool date_line(struct dates *c, enum kind kind, struct view text)
{
	struct scan_dates dates = { .s = text };
	size_t first = first_date(&dates);

	c->n = 0;
	c->key.len = 0;
	if (first == text.len)
		return true; /* most lines without a date: no key is needed */
	date_make_forms(c);
	str_reserve(&c->key, text.len);
	text_key(c->key.p, text);
	c->key.len = text.len;
	struct view key = str_view(&c->key);
	struct reading r = { .c = c, .kind = kind, .key = key, .text = text, .fine = true };

	for (size_t i = first; i < key.len; i = scan_date(&dates, i + 1)) {
		size_t at = i;

		if ((unsigned char)key.p[i] > '9') {
			enum date_word w = date_word(c, key, text, i, r.done, &at);

			if (w == WORD_DATE)
				i = (r.done = c->found[c->n - 1].end) - 1;
			if (w == WORD_FORM || w == WORD_HALF)
				i = at >= r.done && try_forms(&r, at, 0, w == WORD_HALF) ? r.done - 1 : at > i ? at : i;
			continue;
		}
		size_t len = digits(key, i);

		if (len == 1 && date_is_weekday(key, i))
			continue;
		i = i >= r.done && could_begin(key, i, len) && (!glued_before(key, i) || (kind == KIND_META && i && date_letter_at(key, i - 1) && stamp_at(key, i))) && try_forms(&r, i, len, false) ? r.done - 1 : i + len - 1;
	}
	look_again(c, text);
	return r.fine;
}
