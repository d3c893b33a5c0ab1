#include "date_parts.h"

#include <string.h>

/* Where "19" and "20" stand in a key, in order, up to byte end: years may begin there. */
struct centuries {
	struct view key;
	size_t end, one, two; /* the next '1' and '2', or end */
};

static size_t next_byte(const struct centuries *c, size_t from, char byte)
{
	const char *p = from < c->end ? memchr(c->key.p + from, byte, c->end - from) : NULL;

	return p ? (size_t)(p - c->key.p) : c->end;
}

static struct centuries centuries_of(struct view key, size_t from, size_t end)
{
	struct centuries c = { .key = key, .end = end };

	c.one = next_byte(&c, from, '1');
	c.two = next_byte(&c, from, '2');
	return c;
}

/* The next one; its end for none. */
static size_t next_century(struct centuries *c)
{
	for (;;) {
		size_t i = c->one < c->two ? c->one : c->two;

		if (i == c->end)
			return i;
		if (i == c->one)
			c->one = next_byte(c, i + 1, '1');
		else
			c->two = next_byte(c, i + 1, '2');
		if (c->key.p[i + 1] == (c->key.p[i] == '1' ? '9' : '0'))
			return i;
	}
}

static size_t sentence_start(struct view key, size_t at)
{
	size_t least = at > REACH ? at - REACH : 1, start = least;
	struct centuries c = { .key = key, .end = at };

	for (size_t i = next_byte(&c, least - 1, '.'); i + 2 <= at; i = next_byte(&c, i + 1, '.'))
		if (key.p[i + 1] == ' ')
			start = i + 2;
	return start > 1 ? start : 0;
}

/* Where a year may begin at the latest that is looked for from at on, and be whole. */
static size_t reach_from(struct view key, size_t at)
{
	enum { YEAR = 4 };

	return at + YEAR > key.len ? at : key.len - at - YEAR + 1 < REACH ? key.len - YEAR + 1 : at + REACH;
}

/* The year at byte at, where a century begins; 0 for another number. */
static int year_said(struct view key, size_t at)
{
	int y = 0;
	size_t j = at;

	if (at && key.p[at - 1] >= '0' && key.p[at - 1] <= '9')
		return 0;
	for (; j < key.len && j < at + 4 && key.p[j] >= '0' && key.p[j] <= '9'; j++)
		y = y * 10 + key.p[j] - '0';
	/* "Quyết định 1902/QĐ-TTg" */
	if (j + 1 < key.len && key.p[j] == '/' && (unsigned char)key.p[j + 1] >= 'a')
		return 0;
	bool more = j < key.len && ((key.p[j] >= '0' && key.p[j] <= '9') || key.p[j] == '/' || key.p[j] == '.');

	/* "20 đơn vị" is no year, "2016 - 2020" none that a half-year is of. */
	if (j != at + 4 || y < CAL_FIRST || y > CAL_LAST || (more && j + 1 < key.len && key.p[j + 1] >= '0' && key.p[j + 1] <= '9'))
		return 0;
	return y;
}

int date_year_after(struct view key, size_t at)
{
	size_t end = reach_from(key, at), i;
	struct centuries c = { .key = key, .end = end };

	/* up to the end of the sentence */
	for (i = next_byte(&c, at, '.'); i < end; i = next_byte(&c, i + 1, '.'))
		if (key.p[i + 1] == ' ')
			end = i;
	for (c = centuries_of(key, at, end); (i = next_century(&c)) < end;) {
		int y = year_said(key, i);

		if (y)
			return y;
	}
	return 0;
}

/* Is the year at byte at that of a document: "Chỉ thị số 43-CT/TW ngày 8/6/2010"? */
static bool of_document(struct view key, size_t at)
{
	static const char *const words[] = { "quyết định", "chỉ thị", "nghị quyết", "nghị định", "thông tư", "hướng dẫn", "công văn" };
	enum { NEAR = 60 };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (date_word_before(key, at, NEAR, words[i], strlen(words[i])))
			return true;
	return false;
}

/* Does the first year behind byte at begin an interval, "2015-2020"? It is of a period of its own. */
static bool begins_interval(struct view key, size_t at)
{
	size_t end = reach_from(key, at), i;

	for (struct centuries c = centuries_of(key, at, end); (i = next_century(&c)) < end && i + 4 < key.len;) {
		if (!year_said((struct view){ key.p, i + 4 }, i))
			continue;
		for (i += 4; i < key.len && key.p[i] == ' ';)
			i++;
		if (i == key.len || (key.p[i] != '-' && key.p[i] != 1))
			return false;
		for (i++; i < key.len && key.p[i] == ' ';)
			i++;
		return i + 4 <= key.len && date_year_after((struct view){ key.p, i + 4 }, i);
	}
	return false;
}

/* "ngày 15/12 tới", "Ngày 15/12, đơn vị sẽ tổ chức", "Trong quý I, Công đoàn sẽ": is what the time at byte start of is still
 * to come? Not what somebody did on it will lead to. */
static bool to_come(struct view key, size_t start)
{
	enum { TIME = 36, CLAUSE = 140, COMMAS = 2 };
	static const char next[] = " tới", will[] = " sẽ ";
	static const char *const visits[] = { " dự", " thăm", " tham", " chúc", " gặp", " làm", " nay", " khi", " hết" }; /* "tới dự" */
	static const char *const done[] = { " đã ", " vừa ", " ban hành", " ký " };
	struct view near = { key.p, key.len - start < TIME ? key.len : start + TIME };
	size_t at = view_find(near, start, next), commas = 0;
	bool visit = false;

	for (size_t i = 0; i < sizeof visits / sizeof *visits; i++)
		visit |= view_has(key, at + strlen(next), visits[i]);
	if (at < near.len && !visit && !memchr(key.p + start, ',', at - start) && !memchr(key.p + start, ')', at - start) && !date_letter_at(key, at + strlen(next)))
		return true;
	for (at = start; at < key.len && at - start < CLAUSE && commas <= COMMAS; at++) {
		if (key.p[at] == ';' || (key.p[at] == '.' && at + 1 < key.len && key.p[at + 1] == ' '))
			return false;
		commas += key.p[at] == ',';
		if (key.p[at] != ' ')
			continue;
		if (view_has(key, at, will))
			return true;
		for (size_t i = 0; i < sizeof done / sizeof *done; i++)
			if (view_has(key, at, done[i]))
				return false;
	}
	return false;
}

/* "Công đoàn sẽ tổ chức Tết sum vầy vào ngày 15/1": in the clause before byte start. */
static bool will_before(struct view key, size_t start)
{
	enum { NEAR = 40, CLAUSE = 110 };
	static const char will[] = "sẽ";
	size_t from = start;

	if (has_before(key, start, NEAR, will))
		return true;
	while (from && start - from < CLAUSE && !strchr(",;.(", key.p[from - 1]))
		from--;
	return has_before(key, start, start - from, will);
}

bool date_every_year(struct view key, size_t start, size_t end)
{
	static const char *const every[] = { "hằng năm", "hàng năm" };
	enum { BEFORE = 30 };

	for (size_t i = 0; i < sizeof every / sizeof *every; i++)
		if (has_before(key, start, BEFORE, every[i]) || (end + 1 < key.len && view_has(key, end + 1, every[i])))
			return true;
	return false;
}

int date_half_year(struct dates *c, struct view key, size_t at, size_t end, bool first_half)
{
	/* "6 tháng đầu năm, ... 6 tháng cuối năm 2020": the year serves both; but in "giảm 3 vụ
	 * so với cùng kỳ năm 2024" it is the one before, and in "so với năm 2024" another. */
	size_t compared = view_find(key, end, "so với"), same = view_find(key, compared, "cùng kỳ");

	int y = begins_interval(key, end) ? 0 : date_year_after(key, end);

	if (y && date_year_after((struct view){ key.p, compared }, end))
		return y;
	if (y && !date_year_after((struct view){ key.p, same }, compared))
		return y + 1;
	/* the last one before it in the sentence */
	y = 0;
	size_t i;

	for (struct centuries before = centuries_of(key, sentence_start(key, at), at); (i = next_century(&before)) < at;) {
		int said = year_said((struct view){ key.p, i + 6 < key.len ? i + 6 : key.len }, i);

		if (said && (!i || key.p[i - 1] != '/' || !of_document(key, i + 1)))
			y = said;
	}
	if (y)
		return y;
	/* the same half, named with its year before */
	for (size_t k = c->n; k-- > 0;)
		if (c->found[k].end <= at && c->found[k].from.y && !strncmp(c->found[k].form, "half-year", strlen("half-year")))
			return c->found[k].from.y;
	date_title(c);
	if (c->title_year)
		return c->title_year;
	/* A review of the first half that appears in spring is about the year before. */
	date_written(c);
	enum { OCTOBER = 10 };

	bool early = c->published.m && c->published.m < (first_half ? 3 : 6), late = first_half && c->published.m >= OCTOBER;

	if (c->published.y && (early || late) && to_come(key, at))
		return c->published.y + late;
	if (c->published.y)
		return c->published.y - early;
	int event = date_event(c).y;

	return event ? event : c->reference.y;
}

bool date_word_before(struct view key, size_t at, size_t reach, const char *word, size_t n)
{
	if (n > at)
		return false;
	const char *p = key.p + (at > reach ? at - reach : 0), *last = key.p + at - n;

	for (; p <= last && (p = memchr(p, word[0], (size_t)(last - p) + 1)); p++)
		if (!memcmp(p, word, n) && date_space_before(key, (size_t)(p - key.p)))
			return true;
	return false;
}

bool date_is_before(struct view key, size_t at)
{
	enum { REACH_BEFORE = 24 };

	return has_before(key, at, REACH_BEFORE, "trước") && !has_before(key, at, REACH_BEFORE, "trước đó") && !has_before(key, at, REACH_BEFORE, "trước đây");
}

/* Days of the year that stand for what is remembered on them. */
bool date_is_feast(int d, int m)
{
	static const short feasts[] = { 301, 302, 227, 303, 308, 326, 430, 105, 501, 507, 519, 601, 611, 621, 727, 728,
					819, 902, 1010, 1013, 1014, 1020, 1109, 1118, 1120, 1206, 1222, 203 };

	for (size_t i = 0; i < sizeof feasts / sizeof *feasts; i++)
		if (feasts[i] == m * 100 + d)
			return true;
	return false;
}

/* The years that a text says with the word ("năm 2020"), and whether it reviews one. */
void date_years_said(struct years *s, struct view key)
{
	static const char *const plans[] = { "giao ước", "triển khai", "phương hướng", "nhiệm vụ", "kế hoạch", "phát động" };
	static const bool begins[256] = { ['g'] = true, ['k'] = true, ['n'] = true, ['p'] = true, ['t'] = true };

	/* "lễ trao danh hiệu Chiến sĩ thi đua toàn quốc năm 2020" */
	static const char *const prizes[] = { "giải thưởng", "danh hiệu", "tiêu biểu", "xuất sắc" };
	enum { PRIZE = 60 };
	bool plan = false; /* of what is planned the words speak that were read last */

	for (size_t i = 0; i < key.len; i++) {
		/* only where a word begins */
		if (!begins[(unsigned char)key.p[i]] || (i && (unsigned char)key.p[i - 1] >= 'a'))
			continue;
		if (view_has(key, i, "tổng kết")) {
			s->review = true;
			plan = false;
		}
		for (size_t w = 0; w < sizeof plans / sizeof *plans && !plan; w++)
			plan = view_has(key, i, plans[w]);
		s->plans |= plan;
		/* nobody is born at the meeting; "từ năm 2004 đến năm 2009" are not its years */
		if (!view_has(key, i, "năm ") || !date_space_before(key, i) || view_had(key, i, "sinh ") || view_had(key, i, "từ ") || view_had(key, i, "đến "))
			continue;
		size_t at = i + strlen("năm ");
		int y = date_year_after((struct view){ key.p, key.len < at + 5 ? key.len : at + 5 }, at);

		if (!y || key.p[at] < '0' || key.p[at] > '9')
			continue;
		s->done |= !plan;
		if (!plan && view_had(key, i, "tháng đầu "))
			s->half = y;
		for (size_t w = 0; w < sizeof prizes / sizeof *prizes; w++)
			s->award |= date_word_before(key, i, PRIZE, prizes[w], strlen(prizes[w]));
		if (!s->first || y < s->first)
			s->first = y;
		if (y > s->last)
			s->last = y;
	}
}

/* The year of a meeting in month m on the work of the years said: a year is
 * reviewed at its end or in the months after, the next one's tasks are set in
 * the same meeting. 0 where that leaves two of them. */
static int year_by_work(struct years s, int m)
{
	enum { MAY = 5, OCTOBER = 10 };

	if (!s.first || s.last - s.first > 1)
		return 0;
	/* "năm 2018, 6 tháng đầu năm 2019": over when they meet */
	if (s.half == s.last && m >= MAY && m <= OCTOBER)
		return s.half;
	if (s.last > s.first)
		return m >= 7 ? s.first : s.last;
	/* "Chiều 20/12, ... tổng kết công tác thi đua, triển khai nhiệm vụ năm 2023" */
	if (s.review && !s.done)
		return m >= 11 ? s.first - 1 : s.first;
	if (s.award && !s.review && m < MAY)
		return 0;
	if (s.review && (m == MAY || m == MAY + 1))
		return 0;
	if (s.review)
		return m < MAY ? s.first + 1 : s.first;
	return m >= 11 && s.plans ? 0 : s.first;
}

/* The year at byte i, or 0. */
static int year_at(struct view key, size_t i)
{
	int y = 0;

	for (size_t k = i; k < i + 4; k++) {
		if (k >= key.len || key.p[k] < '0' || key.p[k] > '9')
			return 0;
		y = y * 10 + (key.p[k] - '0');
	}
	return y;
}

/* "kỷ niệm 63 năm ... (27/02/1955 - 27/02/2018)" in the part from..end: the year in which the anniversary is
 * kept, or 0. */
static int anniversary(struct view key, size_t from, size_t end)
{
	enum { FEWEST = 5, LONGEST = 40, TOLD = 140 };

	for (size_t close = from; close < end; close++) {
		int last = key.p[close] == ')' && close >= from + 4 ? year_at(key, close - 4) : 0, first = 0;

		if (!last)
			continue;
		for (size_t i = close - 4; i > from && close - i < LONGEST && (strchr("0123456789/.- ", key.p[i - 1]) || key.p[i - 1] == 1);) {
			i--;
			int y = year_at(key, i);

			first = y >= 1000 && y + FEWEST <= last ? y : first;
			if (i > from && key.p[i - 1] == '(')
				return first && has_before(key, i, TOLD, "kỷ niệm") ? last : 0;
		}
	}
	return 0;
}

/* The year of a day and month in a text that was written at c->published. */
int date_year_of_day(struct dates *c, struct view key, size_t start, struct day d)
{
	struct day ref = date_written(c);

	/* "(20/08/2020) - Sáng 19/8": the day of the dateline */
	enum { JOINT = 8 };
	const struct date *first = c->n > 1 ? &c->found[0] : NULL;

	if (!ref.y && first && first->from.y && first->from.d && !first->to.d && first->end <= start && start - first->end <= JOINT)
		ref = first->from;
	/* but "sáng 20/11" is one of them */
	if (date_is_feast(d.d, d.m) && !date_has_session(key, start) &&
	    ((view_had(key, start, "nhân ") && !view_had(key, start, "cá nhân ")) || has_before(key, start, 48, "dịp") || has_before(key, start, 60, "kỷ niệm") ||
	     has_before(key, start, 60, "chào mừng") || has_before(key, start, 30, "truyền thống") ||
	     has_before(key, start, 30, "quốc khánh") || has_before(key, start, 30, "thành lập")))
		return 0;
	/* "Hằng năm, cứ đến ngày 11/6", "ngày 13/10 hằng năm" */
	if (date_every_year(key, start, key.len))
		return 0;
	for (size_t i = start; i < key.len && i < start + 30 && key.p[i] != ',' && key.p[i] != ';'; i++)
		if (view_has(key, i, "hằng năm") || view_has(key, i, "hàng năm"))
			return 0;
	if (!ref.y) {
		size_t from = sentence_start(key, start), end = start;

		while (end < key.len && end - start < REACH && !(key.p[end] == '.' && end + 1 < key.len && key.p[end + 1] == ' '))
			end++;
		struct years said = { 0 };

		date_years_said(&said, (struct view){ key.p + from, end - from });
		int y = year_by_work(said, d.m);

		y = y ? y : anniversary(key, from, end);
		date_title(c);
		if (!y && !said.first)
			y = year_by_work(c->title, d.m);
		/* "Sáng 16/6, ... 6 tháng đầu năm. Các nhiệm vụ 6 tháng đầu năm 2012 ..." */
		if (!y && !said.first && !c->title.first && key.len - end > 1) {
			date_years_said(&said, (struct view){ key.p + end, key.len - end < REACH ? key.len - end : REACH });
			return said.first == said.last ? year_by_work(said, d.m) : 0;
		}
		return y ? y : c->title.first ? date_event(c).y : 0;
	}
	enum { JUST = 100 }; /* days: "hoàn thành trước ngày 31/8" of a page of October is over */

	d.y = ref.y;
	/* of the last months, whatever is said of it */
	if (cal_compare(d, cal_add(ref, 1)) <= 0 && cal_compare(cal_add(d, JUST), ref) >= 0 && (cal_compare(d, ref) >= 0 || !has_before(key, start, 24, "từ nay")))
		return d.y;
	enum { DONE = 160 }; /* bytes in which that is said */
	enum { SOON = 60 }; /* days: what is told of a day to come is nearer than the year before */
	size_t said = start - sentence_start(key, start);
	/* "đã vận động ... trở lại trước ngày 26/5": over, as all of that sentence; "trước đó, tối 27/6" */
	bool before = date_is_before(key, start) && !has_before(key, start, said < DONE ? said : DONE, "đã");
	bool future = has_before(key, start, 40, "dự kiến") || before || to_come(key, start) || will_before(key, start) ||
		      has_before(key, start, 24, "từ nay") || has_before(key, start, 24, "đến hết") ||
		      has_before(key, start, 24, "hạn") ||
		      has_before(key, start, 24, "chậm nhất") || has_before(key, start, 24, "trễ nhất") || has_before(key, start, 24, "muộn nhất") || has_before(key, start, 40, "hiệu lực");

	if (future) {
		if (cal_compare(d, ref) < 0 && (cal_compare(cal_add(d, JUST), ref) < 0 || has_before(key, start, 24, "từ nay")))
			d.y++;
	} else if (cal_compare(d, cal_add(ref, SOON)) > 0) {
		d.y--;
	} else if (cal_compare(d, cal_add(ref, 1)) > 0 && has_before(key, start, 60, "đã")) {
		d.y--;
	}
	return d.y;
}
