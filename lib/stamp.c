#include "stamp.h"

#include <string.h>

#include "text.h"

const char stamp_pattern[] =
	"(?:\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:19|20)\\d\\d(?!\\d)"
	"|(?:19|20)\\d\\d[-/]\\d\\d[-/]\\d\\d(?!\\d)"
	"|\\d{1,2},? tháng (?:\\d{1,2}|giêng|một|hai|ba|tư|bốn|năm(?=,| năm)|sáu|bảy|tám|chín|mười(?: một| hai)?|chạp),? (?:năm )?(?:19|20)\\d\\d(?!\\d)"
	"|\\d{1,2} th(?:g )?\\d{1,2},? (?:19|20)\\d\\d(?!\\d)" /* "10 Th2, 2021" */
	"|\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? (?:19|20)\\d\\d(?!\\d))";
/* "June 28, 2018": begins with the name of the month */
static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };

/* Words that pages put around the day of posting, by their bytes. */
static const char around_2[][3] = { "am", "ba", "by", "ch", "cn", "in", "on", "pm", "sa", "t2", "t3", "t4", "t5", "t6", "t7", "ý" };
static const char around_3[][4] = { "apr", "aug", "dec", "feb", "fri", "gmt", "hai", "jan", "jul", "jun", "mar", "may", "mon", "nay", "nov", "oct", "sat", "sep", "sun", "thu", "tin", "tue", "tư", "utc", "wed", "xem" };
static const char around_4[][5] = { "bài", "cỡ", "date", "gian", "góp", "hits", "hôm", "july", "june", "lúc", "năm", "sáu", "tác", "view", "vào", "đã" };
static const char around_5[][6] = { "admin", "april", "bình", "bản", "bảy", "bởi", "chủ", "chữ", "cập", "của", "email", "giả", "giờ", "gửi", "hành", "lần", "march", "mục", "ngày", "phát", "phút", "print", "sáng", "sửa", "thứ", "trong", "tối", "views", "với", "ảnh" };
static const char around_6[][7] = { "august", "create", "cuối", "friday", "luận", "monday", "nhật", "posted", "sunday", "tháng", "thời", "viết", "xuất", "đăng", "đọc", "đổi" };
static const char around_7[][8] = { "chiều", "chuyên", "created", "january", "lượt", "nguồn", "october", "tuesday", "updated" };
static const char around_8[][9] = { "december", "february", "người", "november", "saturday", "thursday", "được" };
static const char around_9[][10] = { "published", "september", "submitted", "wednesday" };
static const struct {
	const char *words;
	size_t n;
} around[] = {
	[2] = { around_2[0], sizeof around_2 / sizeof *around_2 },
	[3] = { around_3[0], sizeof around_3 / sizeof *around_3 },
	[4] = { around_4[0], sizeof around_4 / sizeof *around_4 },
	[5] = { around_5[0], sizeof around_5 / sizeof *around_5 },
	[6] = { around_6[0], sizeof around_6 / sizeof *around_6 },
	[7] = { around_7[0], sizeof around_7 / sizeof *around_7 },
	[8] = { around_8[0], sizeof around_8 / sizeof *around_8 },
	[9] = { around_9[0], sizeof around_9 / sizeof *around_9 },
};

static bool is_around(struct view w)
{
	for (size_t i = 0; w.len < sizeof around / sizeof *around && i < around[w.len].n; i++) {
		const char *word = around[w.len].words + i * (w.len + 1);

		if (*word == *w.p && !memcmp(w.p, word, w.len))
			return true;
	}
	return false;
}

static bool digit(struct view s, size_t i)
{
	return i < s.len && s.p[i] >= '0' && s.p[i] <= '9';
}

/* Does "tháng", and one or two words that name the month, stand right before at? */
static bool named_month(struct view key, size_t at, size_t *start)
{
	enum { REACH = 24 };
	static const char word[] = "tháng ";
	size_t spaces = 0;

	for (size_t i = at; i-- > 0 && at - i < REACH && spaces < 3;) {
		spaces += key.p[i] == ' ';
		if (key.p[i] == 't' && (!i || key.p[i - 1] == ' ') && key.len - i > sizeof word && !memcmp(key.p + i, word, sizeof word - 1)) {
			*start = i;
			return spaces >= 2;
		}
	}
	return false;
}

/* May the pattern match at the digits that begin at i, by what stands behind them? */
static bool may_match(struct view key, size_t i)
{
	size_t j = i + 1;

	while (digit(key, j))
		j++;
	char c = j < key.len ? key.p[j] : 0, next = j + 1 < key.len ? key.p[j + 1] : 0;

	if (j - i == 4)
		return c == '-' || c == '/';
	return j - i <= 2 && c && (strchr("/.-,", c) || (c == ' ' && next && strchr("/.-tjfmasond", next)));
}

/* The first day named in key from at on. */
static bool find_day(struct stamper *s, struct view key, size_t at, size_t *start, size_t *end)
{
	struct rx_match m;

	for (size_t i = at; i < key.len; i++) {
		if (!digit(key, i) || (i && digit(key, i - 1)))
			continue;
		if (may_match(key, i) && rx_at(&s->day, key, i, &m) == RX_YES) {
			*start = i;
			*end = m.end[0];
			return true;
		}
		/* "june 28, 2018" */
		size_t j = i, w;

		while (digit(key, j))
			j++;
		if (j - i > 2 || i < 4 || key.p[i - 1] != ' ' || key.len - j < 6 || key.p[j] != ',' || key.p[j + 1] != ' ' ||
		    memcmp(key.p + j + 2, "20", 2) || !digit(key, j + 4) || !digit(key, j + 5))
			continue;
		/* "tháng bảy 12, 2023", as WordPress writes it */
		if (named_month(key, i, start)) {
			*end = j + 6;
			return true;
		}
		for (w = i - 1; w && key.p[w - 1] >= 'a' && key.p[w - 1] <= 'z';)
			w--;
		for (size_t k = 0; k < 12 && i - 1 - w >= 3; k++)
			if (!memcmp(key.p + w, months[k], 3)) {
				*start = w;
				*end = j + 6;
				return true;
			}
	}
	return false;
}

/* "11/6/1948 - 11/6/2018": years of a jubilee. */
static bool interval(struct stamper *s, struct view key, size_t end)
{
	size_t start, next;

	if (!find_day(s, key, end, &start, &next) || start - end > 5)
		return false;
	for (size_t i = end; i < start; i++)
		if (key.p[i] == '-')
			return true;
	return false;
}

/* "19" or "20" and a digit: no day of posting goes without. */
static bool has_year(struct view key)
{
	for (size_t i = 0; i + 3 < key.len; i++) {
		const char *zero = memchr(key.p + i, '0', key.len - i), *nine = memchr(key.p + i, '9', key.len - i);

		if (!zero && !nine)
			return false;
		i = (size_t)((!zero || (nine && nine < zero) ? nine : zero) - key.p);
		if (i && digit(key, i + 1) && (key.p[i] == '0' ? key.p[i - 1] == '2' : key.p[i - 1] == '1'))
			return true;
	}
	return false;
}

/* A stamp of a few days ago: its year is left out, or its day is told from today. */
static bool of_these_days(struct view key)
{
	static const char *const shapes[] = {
		"00/00/00 00:00", "00:00 | 00/00", "00:00, 00/00", "00:00 - 00/00", "00:00 00/00", "00/00 | 00:00", "00/00, 00:00", "00/00 - 00:00", "00/00 00:00",
		"0 tháng 0 lúc 00:00", "00 tháng 0 lúc 00:00", "0 tháng 00 lúc 00:00", "00 tháng 00 lúc 00:00", "hôm nay, 00:00", "hôm nay 00:00", "hôm nay lúc 00:00", "hôm qua, 00:00", "hôm qua 00:00", "hôm qua lúc 00:00",
	};

	enum { LONGEST = 26 }; /* bytes */

	for (size_t i = 0; key.len <= LONGEST && i < sizeof shapes / sizeof *shapes; i++)
		if (key.len == strlen(shapes[i]) && view_shaped(key, 0, shapes[i]))
			return true;
	return false;
}

/* "Thi đua yêu nước - 11/06/2024", "Gương điển hình tiên tiến | 11/06/2024": the section that a page of
 * this field stands in, then its day. */
static bool section_and_day(struct view key, size_t start, size_t end)
{
	static const char *const sections[] = { "thi đua", "người tốt", "gương ", "điển hình", "tấm gương", "phong trào", "khen thưởng", "học tập ", "tin tức", "tin hoạt động", "hoạt động" };
	bool section = false;

	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
		section |= key.len > strlen(sections[i]) && !memcmp(key.p, sections[i], strlen(sections[i]));
	while (start && key.p[start - 1] == ' ')
		start--;
	return section && end == key.len && start && strchr("-|,/", key.p[start - 1]);
}

/* "Tổng kết năm học 2019 - 2020 25/07/2020": does a year stand alone outside start..end, which a heading tells? */
static bool tells_year(struct view key, size_t start, size_t end)
{
	for (size_t i = 0; i + 4 <= key.len; i++) {
		if (i >= start && i < end) {
			i = end;
			continue;
		}
		if ((!i || key.p[i - 1] == ' ') && digit(key, i) && (view_shaped(key, i, "2000") || view_shaped(key, i, "1900")) && (i + 4 == key.len || key.p[i + 4] == ' '))
			return true;
	}
	return false;
}

enum stamp stamp_of(struct stamper *s, struct view text, struct view key, bool label, bool clock)
{
	enum { WITH_CLOCK = 8 }; /* other words that a stamp may hold */
	size_t start, end, n, words = 0, small = 0;
	bool glued = false; /* do words run into the day, with "ngày" and nothing else between? */

	s->day.pattern = stamp_pattern;
	if (of_these_days(key))
		return STAMP_POSTED;
	if (!has_year(key) || !find_day(s, key, 0, &start, &end))
		return STAMP_NONE;
	if (label)
		return STAMP_POSTED;
	if (interval(s, key, end))
		return STAMP_DATED;
	for (size_t i = 0; i < key.len;) {
		if (i >= start && i < end) {
			i = end;
			continue;
		}
		enum letter first = text_letter(text, i, &n);

		if (first == LETTER_NONE) {
			if (i < start && text.p[i] != ' ')
				glued = false;
			/* an address of mail is one word */
			for (bool mail = text.p[i] == '@'; mail && i + 1 < start && i + 1 < key.len && !strchr(" ),;", text.p[i + 1]);)
				i++;
			i += n;
			continue;
		}
		size_t from = i;

		while (i < key.len && (text_letter(text, i, &n) != LETTER_NONE || digit(text, i)))
			i += n;
		if (is_around((struct view){ key.p + from, i - from }))
			continue;
		if (++words > WITH_CLOCK) /* a sentence */
			return STAMP_DATED;
		small += first == LETTER_LOWER;
		glued |= i <= start;
	}
	if (words <= 6 && section_and_day(key, start, end))
		return STAMP_POSTED;
	if (words >= 2 && small && tells_year(key, start, end))
		return STAMP_DATED;
	if (clock)
		return small <= 3 ? STAMP_POSTED : STAMP_DATED;
	return words <= 5 && small <= 2 && !(glued && words >= 2 && small) ? STAMP_POSTED : STAMP_DATED;
}

bool stamp_alone(struct view s)
{
	static const char *const words[] = { "GMT", "Thứ", "thứ", "Hai", "hai", "Ba", "ba", "Tư", "tư", "Năm", "năm", "Sáu", "sáu", "Bảy", "bảy", "Tháng", "tháng", "Một", "Tám",
					     "Chín", "Mười", "Chủ", "chủ", "Nhật", "nhật", "ngày", "Ngày", "lúc", "AM", "PM", "SA", "CH", "Cập", "Đăng" };
	size_t marks = 0, digits = 0, month = 0;

	for (size_t i = 0; i < s.len; i++) {
		char c = s.p[i];
		size_t end = i;

		if (c >= '0' && c <= '9') {
			digits++;
			continue;
		}
		if (strchr(" :,|()+-@.", c) || c == '/') {
			marks += c == '/' || c == '-' || c == '.';
			continue;
		}
		while (end < s.len && !strchr(" :,|()+-@./0123456789", s.p[end]))
			end++;
		struct view word = { s.p + i, end - i };
		bool known = false;

		for (size_t w = 0; w < sizeof words / sizeof *words && !known; w++)
			known = view_is(word, words[w]);
		if (!known)
			return false;
		month |= view_is(word, "Tháng") || view_is(word, "tháng");
		i = end - 1;
	}
	return (marks >= 2 || month) && digits >= 6;
}

void stamp_free(struct stamper *s)
{
	rx_free(&s->day);
}
