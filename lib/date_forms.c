#include "date_parts.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "text.h"

/* ---- the forms ----
 *
 * A form begins at a digit. The words before it ("ngày", "tháng", "giai đoạn")
 * are recognised backwards and belong to the date; a row says which of them it
 * needs. Patterns are matched on the key of the line (text_key): lower case, a
 * long dash as '-' with two bytes 0x01. What a match means follows from the
 * groups that are set: d m y  d2 m2 y2 (an interval or a list), n with half
 * ("6 tháng đầu năm"), q q2 (quarters), mw (a month in words). */

#define D "(?<d>\\d{1,2})"
#define D2 "(?<d2>\\d{1,2})"
#define M "(?<m>\\d{1,2})"
#define M2 "(?<m2>\\d{1,2})"
#define Y "(?<y>(?:1[89]|20)\\d\\d)(?!\\d)"
#define Y2 "(?<y2>(?:1[89]|20)\\d\\d)(?!\\d)"
#define DASH "(?: ?-\\x01* ?)"
#define SEP "(?<s> ?[/.] ?| ?-\\x01* ?)"
#define SAME "\\k<s>"
#define WEEKDAY "(?: (?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?)"
#define TO "(?: ?-\\x01* ?| đến(?: hết)?" WEEKDAY "?(?: ngày)? | tới" WEEKDAY "?(?: ngày)? )"
#define MANY "(?:, ?\\d{1,2}){0,6}(?: và (?:ngày )?|, ?| ?-\\x01* ?| đến(?: ngày)? | & )"
#define MONTHWORD "(?<mw>mười hai|mười một|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|chạp)"

const struct form date_forms[] = {
	{ "days-full", 0, D SEP M SAME Y "(?:" TO "| ?/ ?)" D2 SAME M2 SAME Y2, "02/9/1945 - 02/9/2020",
	  "1945-09-02/2020-09-02",
	  .digits = N_SHORT, .behind = B_SEP, .then = B_SEP, .third = N_YEAR, .last = B_TO | B_HYPHEN | B_SLASH },
	{ "days-end", 0, D "[/.-]" M TO D2 SEP M2 SAME Y2, "30/7 - 02/8/2020", "2020-07-30/2020-08-02",
	  .digits = N_SHORT, .behind = B_SEP, .then = B_TO | B_HYPHEN, .third = N_SHORT, .last = B_SEP },
	{ "days-list", 0, D MANY D2 SEP M SAME Y, "20 và 21/7/2020", "2020-07-20/2020-07-21",
	  .digits = N_SHORT, .behind = B_LIST, .then = B_SEP, .third = N_SHORT, .last = B_SEP },
	{ "day", 0, D SEP M SAME Y, "21/7/2020", "2020-07-21",
	  .digits = N_SHORT, .behind = B_SEP, .then = B_SEP, .third = N_YEAR },
	{ "day-iso", 0, Y "-(?<m>\\d\\d)-(?<d>\\d\\d)(?!\\d)", "2020-07-21", "2020-07-21",
	  .digits = N_YEAR, .behind = B_HYPHEN, .then = B_HYPHEN, .third = N_SHORT },
	{ "day-year-word", 0, D "[/.-]" M " năm " Y, "15/7 năm 2020", "2020-07-15",
	  .digits = N_SHORT, .behind = B_SEP, .then = B_YEAR },
	{ "day-short-year", LEAD_CUE, D "/" M "/(?<y>\\d\\d)(?!\\d)", "ngày 24/7/20", "2020-07-24",
	  .digits = N_SHORT, .behind = B_SLASH, .then = B_SLASH, .third = N_SHORT },
	{ "half-year", 0, "(?<n>\\d{1,2}) tháng (?<half>đầu|cuối)(?: của)?,? năm(?: (?:học )?" Y ")?", "6 tháng đầu năm 2020",
	  "2020-01/2020-06",
	  .digits = N_SHORT, .behind = B_HALF },
	{ "half-year-word", LEAD_WORD, "(?:(?<mw>hai|ba|bốn|sáu|chín|mười) tháng|nửa) (?<half>đầu|cuối)(?: của)?,? năm(?: " Y ")?",
	  "sáu tháng đầu năm 2020", "2020-01/2020-06",
	  .digits = N_ANY },
	{ "months-of-year", 0, "(?<n>\\d{1,2}) tháng năm " Y, "6 tháng năm 2020", "2020-01/2020-06",
	  .digits = N_SHORT, .behind = B_MAY },
	{ "days-month", 0, D MANY D2 " tháng " M "(?!\\d)(?:(?:,? ?năm|[,/]| ?-)? ?" Y ")?", "20 và 21 tháng 7 năm 2020",
	  "2020-07-20/2020-07-21",
	  .digits = N_SHORT, .behind = B_LIST, .then = B_MONTH },
	{ "day-month", 0, D "(?:,? tháng | thg | th(?=\\d))(?:" M "(?!\\d)|(?!năm (?:\\d|nay|học|qua|trước|tới))(?>" MONTHWORD ")(?![a-z\\x80-\\xff]))(?:(?:,? ?năm|,|/| ?-)? ?" Y ")?",
	  "21 tháng 7 năm 2020", "2020-07-21",
	  .digits = N_SHORT, .behind = B_MONTH | B_MAY },
	{ "day-english", 0, D " (?<mw>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?,? " Y,
	  "24 July 2020", "2020-07-24",
	  .digits = N_SHORT, .behind = B_ENGLISH },
	{ "english-day", LEAD_ENGLISH, D "(?:st|nd|rd|th)?,? " Y, "July 24, 2020", "2020-07-24",
	  .digits = N_SHORT },
	{ "plan-years", 0, "\\d{1,2} năm,? " Y DASH Y2, "5 năm 2016-2020", "2016/2020",
	  .digits = N_SHORT, .behind = B_YEAR },
	{ "days-range", LEAD_CUE, D "[/.-]" M TO D2 "[/.-]" M2 "(?![\\d/])(?: năm " Y2 ")?", "từ ngày 1-7 đến ngày 10-10",
	  "XXXX-07-01/XXXX-10-10",
	  .digits = N_SHORT, .behind = B_SEP, .then = B_TO | B_HYPHEN, .third = N_SHORT, .last = B_SEP },
	{ "days-no-year", LEAD_CUE, D MANY D2 "[/.]" M "(?![\\d/])", "ngày 20 và 21/7", "XXXX-07-20/XXXX-07-21",
	  .digits = N_SHORT, .behind = B_LIST, .then = B_SLASH | B_POINT, .third = N_SHORT },
	{ "days-hyphen", LEAD_CUE, D "(?:, ?\\d{1,2}){0,6}(?: và |, | đến(?: ngày)? )" D2 "-" M "(?![\\d/-])",
	  "ngày 20 và 21-7", "XXXX-07-20/XXXX-07-21",
	  .digits = N_SHORT, .behind = B_COMMA | B_AND | B_TO },
	{ "years", LEAD_PERIOD | LEAD_YEAR | LEAD_BRACKET | LEAD_RANGE, Y "(?:" DASH "(?:19|20)\\d\\d đến năm học (?:19|20)\\d\\d" DASH "|" DASH "| (?:đến|tới)(?: hết)?(?: năm)? )" Y2,
	  "giai đoạn 2016 - 2020", "2016/2020",
	  .digits = N_YEAR, .behind = B_HYPHEN | B_TO },
	{ "months", LEAD_MONTH, M "(?:, ?\\d{1,2}){0,4}(?: và |, ?| ?-\\x01* ?| đến(?: hết)?(?: tháng)? )" M2
	  "(?:/| năm | ?- ?)" Y, "tháng 7, 8 năm 2020", "2020-07/2020-08",
	  .digits = N_SHORT, .behind = B_LIST },
	{ "months-alone", LEAD_MONTH, M "(?: đến(?: hết)? tháng |-\\x01*)" M2 "(?![\\d/%]|\\.\\d| ?- ?\\d| năm)", "tháng 6 đến hết tháng 8", "XXXX-06/XXXX-08",
	  .digits = N_SHORT, .behind = B_TO | B_HYPHEN },
	{ "months-years", LEAD_MONTH | LEAD_RANGE, M "(?:/| năm | ?- ?)" Y "(?: ?-\\x01* ?| đến(?: hết)? )(?:tháng )?" M2 "(?:/| năm | ?- ?)" Y2,
	  "tháng 6/2017 đến tháng 2/2018", "2017-06/2018-02",
	  .digits = N_SHORT, .behind = B_SLASH | B_HYPHEN | B_YEAR, .then = B_HYPHEN | B_TO },
	{ "months-span", LEAD_BRACKET, M "/" Y "(?: ?-\\x01* ?| đến )" M2 "/" Y2, "(3/1996 - 3/2021)", "1996-03/2021-03",
	  .digits = N_SHORT, .behind = B_SLASH, .then = B_HYPHEN | B_TO },
	{ "t-month", LEAD_T, M "[/-]" Y, "T7/2020", "2020-07",
	  .digits = N_SHORT, .behind = B_SLASH | B_HYPHEN },
	{ "month", LEAD_MONTH, M "(?!\\d)(?: năm |,? |[/.]| ?-\\x01* ?)" Y, "tháng 8 năm 2017", "2017-08",
	  .digits = N_SHORT, .behind = B_SEP | B_COMMA | B_YEAR | B_NUMBER },
	{ "month-bracket", LEAD_BRACKET, M "/" Y "(?=\\))", "(9/2011)", "2011-09",
	  .digits = N_SHORT, .behind = B_SLASH },
	{ "month-number", LEAD_MONTH, M "(?![\\d/%]|\\.\\d)", "tháng 8", "XXXX-08",
	  .digits = N_SHORT },
	{ "month-day", LEAD_MONTH, "(?:" MONTHWORD "|" M ") " D ", " Y, "Tháng Bảy 12, 2023", "2023-07-12",
	  .digits = N_ANY },
	{ "month-word", LEAD_MONTH, MONTHWORD "(?![a-z\\x80-\\xff])(?:(?: năm|,|/| ?-)? ?" Y ")?", "tháng Tư", "XXXX-04",
	  .digits = N_NONE },
	{ "year", LEAD_YEAR, Y, "năm 2020", "2020",
	  .digits = N_YEAR },
	/* of an award: "Huân chương Lao động hạng Ba (2014)", "Cờ thi đua (2014, 2016)" */
	{ "year-bracket", LEAD_BRACKET, Y "(?=\\)|, ?(?:19|20)\\d\\d|;? và (?:19|20)\\d\\d)", "(2014)", "2014",
	  .digits = N_YEAR },
	/* a year alone, behind what is done every year: "giao ước thi đua 2026" */
	{ "year-of-work", LEAD_WORK, Y "(?=$|[.,;:)\"]| [-(]| \xe2| (?:của|và|tại|do|cho|trong|với|triển khai|ký) )", "thi đua 2020 của tỉnh", "2020",
	  .digits = N_YEAR },
	/* "từ 2015 đến nay": the year needs no word of its own */
	{ "year-on", LEAD_RANGE, Y "(?= (?:cho )?(?:đến|tới) nay)", "từ 2015 đến nay", "2015/..",
	  .digits = N_YEAR, .behind = B_TO | B_OTHER },
	{ "quarters", LEAD_QUARTER, "(?<q>iv|iii|ii|i|[1-4])(?:/| năm )" Y "(?: ?-\\x01* ?| (?:đến|tới)(?: hết)? )quý (?<q2>iv|iii|ii|i|[1-4])(?:/| năm )" Y2,
	  "quý I/2018 đến quý III/2019", "2018-01/2019-09",
	  .digits = N_ANY },
	{ "quarter", LEAD_QUARTER, "(?<q>iv|iii|ii|i|[1-4])(?:(?:(?:,| và) ?| ?-\\x01* ?(?:quý )?)(?<q2>iv|iii|ii|i|[1-4]))?(?:(?:/| năm |[,.]? ?-? ?)" Y "|(?![a-z0-9\\x80-\\xff/-]|\\.[a-z0-9\\x80-\\xff]))", "quý II/2020",
	  "2020-04/2020-06",
	  .digits = N_ANY },
	/* "ngày 20 - 11": of two small numbers the dash may stand for "đến" */
	{ "day-no-year", LEAD_CUE, D "(?:[/.-]|(?<=1[3-9]|2\\d|3[01]) -\\x01* )" M "(?![\\d/%]|[.-]\\d| - ?\\d| tháng)", "ngày 21/7", "XXXX-07-21",
	  .digits = N_SHORT, .behind = B_SEP },
};

_Static_assert(sizeof date_forms / sizeof *date_forms == DATE_FORMS, "count the forms in date_parts.h");

bool date_form(size_t i, const char **name, const char **example, const char **value)
{
	if (i >= DATE_FORMS)
		return false;
	*name = date_forms[i].name;
	*example = date_forms[i].example;
	*value = date_forms[i].value;
	return true;
}

static bool is_digit(struct view key, size_t at)
{
	return at < key.len && key.p[at] >= '0' && key.p[at] <= '9';
}

/* What word begins at at, behind a number and a space. */
static unsigned word_behind(struct view key, size_t at)
{
	switch (at < key.len ? key.p[at] : 0) {
	case 't':
		if (!view_has(key, at, "tháng "))
			return view_has(key, at, "th") ? B_MONTH : view_has(key, at, "tới") ? B_TO : B_OTHER;
		at += strlen("tháng ");
		return view_has(key, at, "đ") || view_has(key, at, "cu") ? B_HALF : view_has(key, at, "n") ? B_MAY : B_MONTH;
	case 'n':
		return view_has(key, at, "nă") ? B_YEAR : view_has(key, at, "nov") ? B_ENGLISH : B_OTHER;
	case 'v':
		return view_has(key, at, "và") ? B_AND : B_OTHER;
	case '&':
		return B_AND;
	case '\xc4':
		return view_has(key, at, "đến") ? B_TO : B_OTHER;
	case 'j': case 'f': case 'm': case 'a': case 's': case 'o': case 'd':
		return B_ENGLISH;
	default:
		return is_digit(key, at) ? B_NUMBER : B_OTHER;
	}
}

/* What stands behind the number that ends at at; behind a separator, where the next
 * one begins, through *next (at itself: none). */
static unsigned behind(struct view key, size_t at, size_t *next)
{
	size_t i = at;
	unsigned b;

	*next = at;
	i += at < key.len && key.p[at] == ' ';
	switch (i < key.len ? key.p[i] : 0) {
	case '/':
		b = B_SLASH;
		break;
	case '.':
		b = B_POINT;
		break;
	case '-':
		b = B_HYPHEN;
		break;
	case ',':
		i++;
		i += i < key.len && key.p[i] == ' ';
		return is_digit(key, i) ? B_COMMA : word_behind(key, i);
	default:
		return i > at ? word_behind(key, i) : B_OTHER;
	}
	/* the rest of a long dash, and a space */
	for (i++; i < key.len && key.p[i] == 1;)
		i++;
	i += i < key.len && key.p[i] == ' ';
	if (is_digit(key, i))
		*next = i;
	return b;
}

static size_t digits_at(struct view key, size_t at)
{
	size_t n = 0;

	while (is_digit(key, at + n))
		n++;
	return n;
}

static unsigned count_kind(size_t digits)
{
	return digits == 1 || digits == 2 ? N_SHORT : digits == 4 ? N_YEAR : N_NONE;
}

/* The place of the one bit that is set. */
static size_t place(unsigned bit)
{
	return (size_t)__builtin_ctz(bit);
}

form_set date_led(const struct date_forms *f, unsigned lead)
{
	/* what is so written alone is that form, or none */
	form_set could = lead == LEAD_T || lead == LEAD_WORD ? 0 : f->bare;

	for (; lead; lead &= lead - 1)
		could |= f->lead[place(lead)];
	return could;
}

form_set date_shaped(const struct date_forms *f, struct view key, size_t at, size_t digits)
{
	size_t second, third, next;

	if (!digits)
		return f->digits[place(N_NONE)];
	unsigned b = behind(key, at + digits, &second);
	form_set could = f->digits[place(count_kind(digits))] & f->behind[place(b)];

	if (!(could & ~f->worded)) {
		while (at && (key.p[at - 1] == ' ' || key.p[at - 1] == 1))
			at--;
		if (!at || !f->word_end[(unsigned char)key.p[at - 1]])
			return 0;
	}
	if (!(b & B_SEP))
		return could;
	if (second == at + digits) /* "21/QĐ": no form of numbers goes on so */
		return could & f->alone;
	b = behind(key, second += digits_at(key, second), &third);
	could &= f->then[place(b)];
	if (!could || !(b & B_SEP))
		return could;
	digits = third > second ? digits_at(key, third) : 0;
	could &= f->third[place(count_kind(digits))];
	return could && digits ? could & f->last[place(behind(key, third + digits, &next))] : could;
}

static const char clock_text[] =
	"(?:[ ,|@t\\[-]| -)* ?(?:lúc )?(?<h>\\d{1,2}) ?(?::|giờ|[hg](?![a-z\\x80-\\xff])) ?(?<min>\\d\\d|\\d(?= ?phút))?(?::\\d\\d)?(?!\\d)(?: ?phút|')?"
	"(?: ?(?<half>sa|ch|am|pm)\\b)?(?: ?\\(?gmt ?\\+7\\)?)?\\]?";

/* The month of an English name, whole or cut: 1..12, or 0. */
static int english_month(struct view w)
{
	static const char *const english[] = { "jan", "feb", "mar", "apr", "may", "jun",
					       "jul", "aug", "sep", "oct", "nov", "dec" };

	for (int i = 0; w.len >= 3 && i < 12; i++)
		if (!memcmp(w.p, english[i], 3))
			return i + 1;
	return 0;
}

int date_month_word(struct view w)
{
	static const struct {
		const char *word;
		int month;
	} words[] = {
		{ "giêng", 1 }, { "một", 1 }, { "hai", 2 }, { "ba", 3 }, { "tư", 4 }, { "bốn", 4 },
		{ "năm", 5 }, { "sáu", 6 }, { "bảy", 7 }, { "bẩy", 7 }, { "tám", 8 }, { "chín", 9 },
		{ "mười", 10 }, { "mười một", 11 }, { "mười hai", 12 }, { "chạp", 12 },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_is(w, words[i].word))
			return words[i].month;
	return english_month(w);
}

/* ---- the words before ---- */

#define LEAD(word, kind, own) { word, sizeof word - 1, kind, own }
static const struct lead {
	const char *word;
	size_t len;
	unsigned kind;
	bool own; /* part of the expression */
} leads[] = {
	LEAD("thượng tuần tháng", LEAD_MONTH, true), LEAD("trung tuần tháng", LEAD_MONTH, true),
	LEAD("hạ tuần tháng", LEAD_MONTH, true),
	LEAD("ngày mùng", LEAD_DAY, true),   LEAD("ngày mồng", LEAD_DAY, true), LEAD("các ngày", LEAD_DAY, true),
	LEAD("ngày", LEAD_DAY, true),	   LEAD("mùng", LEAD_DAY, true),	    LEAD("mồng", LEAD_DAY, true),
	LEAD("sáng nay", LEAD_DAY, true),	   LEAD("trưa nay", LEAD_DAY, true),  LEAD("chiều nay", LEAD_DAY, true),
	LEAD("tối nay", LEAD_DAY, true),	   LEAD("sáng qua", LEAD_DAY, true),  LEAD("chiều qua", LEAD_DAY, true),
	LEAD("tối qua", LEAD_DAY, true),
	LEAD("sáng nay,", LEAD_DAY, true),   LEAD("chiều nay,", LEAD_DAY, true), LEAD("tối nay,", LEAD_DAY, true),
	LEAD("sáng mai", LEAD_DAY, true), LEAD("chiều mai", LEAD_DAY, true), LEAD("sáng mai,", LEAD_DAY, true), LEAD("chiều mai,", LEAD_DAY, true), LEAD("tối mai,", LEAD_DAY, true),
	LEAD("sáng mai (", LEAD_DAY, false), LEAD("chiều mai (", LEAD_DAY, false), LEAD("ngày mai", LEAD_DAY, false), LEAD("ngày mai,", LEAD_DAY, false), LEAD("ngày mai (", LEAD_DAY, false),
	LEAD("hạn chót", LEAD_DAY, false), LEAD("hạn cuối", LEAD_DAY, false), LEAD("chậm nhất", LEAD_DAY, false), LEAD("muộn nhất", LEAD_DAY, false), LEAD("trễ nhất", LEAD_DAY, false), LEAD("hôm", LEAD_DAY, false), LEAD("diễn ra vào", LEAD_DAY, false),
	LEAD("mùa khô", LEAD_YEAR, false), LEAD("mùa mưa", LEAD_YEAR, false), LEAD("mùa giải", LEAD_YEAR, false), LEAD("niên vụ", LEAD_YEAR, false),
	LEAD("vụ đông", LEAD_YEAR, false), LEAD("vụ xuân", LEAD_YEAR, false), LEAD("vụ mùa", LEAD_YEAR, false), LEAD("vụ hè thu", LEAD_YEAR, false),
	LEAD("đông xuân", LEAD_YEAR, false), LEAD("nhập ngũ", LEAD_MONTH, false), LEAD("xuất ngũ", LEAD_MONTH, false), LEAD("tái ngũ", LEAD_MONTH, false),
	LEAD("năm học mới", LEAD_PERIOD, true), LEAD("sinh nhật bác", LEAD_FEAST, false), LEAD("đến hẹn", LEAD_FEAST, false),
	LEAD("quốc khánh", LEAD_FEAST, false), LEAD("kỷ niệm", LEAD_FEAST, false), LEAD("chào mừng", LEAD_FEAST, false),
	LEAD("lễ lớn", LEAD_FEAST, false), LEAD("ngày lễ", LEAD_FEAST, false), LEAD("dịp lễ", LEAD_FEAST, false), LEAD("nghỉ lễ", LEAD_FEAST, false), LEAD("dịp", LEAD_FEAST, false), LEAD("đợt", LEAD_FEAST, false),
	LEAD("nhà giáo việt nam", LEAD_FEAST, false), LEAD("phụ nữ việt nam", LEAD_FEAST, false),
	LEAD("quốc tế phụ nữ", LEAD_FEAST, false), LEAD("thầy thuốc việt nam", LEAD_FEAST, false),
	LEAD("doanh nhân việt nam", LEAD_FEAST, false), LEAD("cách mạng việt nam", LEAD_FEAST, false),
	LEAD("thương binh - liệt sĩ", LEAD_FEAST, false), LEAD("thương binh, liệt sĩ", LEAD_FEAST, false),
	LEAD("quốc tế lao động", LEAD_FEAST, false), LEAD("thống nhất đất nước", LEAD_FEAST, false),
	LEAD("hôm nay,", LEAD_DAY, false),   LEAD("hôm qua,", LEAD_DAY, false),
	LEAD("sáng nay (", LEAD_DAY, false), LEAD("chiều nay (", LEAD_DAY, false), LEAD("tối nay (", LEAD_DAY, false),
	LEAD("sáng qua (", LEAD_DAY, false), LEAD("chiều qua (", LEAD_DAY, false), LEAD("tối qua (", LEAD_DAY, false),
	LEAD("rạng sáng", LEAD_PART, true),  LEAD("sáng", LEAD_PART, true),	    LEAD("trưa", LEAD_PART, true),
	LEAD("chiều", LEAD_PART, true),	   LEAD("tối", LEAD_PART, true),	    LEAD("đêm", LEAD_PART, true),
	LEAD("chủ nhật", LEAD_WEEKDAY, true), LEAD("cn", LEAD_WEEKDAY, true),   LEAD("hôm nay (", LEAD_DAY, false),
	LEAD("hôm qua (", LEAD_DAY, false),  LEAD("hôm nay", LEAD_DAY, false),  LEAD("hôm qua", LEAD_DAY, false),  LEAD("giai đoạn", LEAD_PERIOD, true),
	LEAD("thời kỳ", LEAD_PERIOD, true), LEAD("nhiệm kỳ", LEAD_PERIOD, true), LEAD("nhiệm kì", LEAD_PERIOD, true), LEAD("năm học", LEAD_PERIOD, true),
	LEAD("khóa", LEAD_PERIOD, true),	   LEAD("kế hoạch", LEAD_PERIOD, false), LEAD("các năm", LEAD_YEAR, false),
	LEAD("năm", LEAD_YEAR, true),	   LEAD("tháng", LEAD_MONTH, true),   LEAD("quý", LEAD_QUARTER, true),
	LEAD("thi đua", LEAD_WORK, false), LEAD("khen thưởng", LEAD_WORK, false), LEAD("công tác", LEAD_WORK, false),
	LEAD("tổng kết", LEAD_WORK, false), LEAD("nhiệm vụ", LEAD_WORK, false), LEAD("giao ước", LEAD_WORK, false),
	LEAD("từ", LEAD_RANGE, false),	   LEAD("đến", LEAD_RANGE, false),    LEAD("tới", LEAD_RANGE, false),
	LEAD("trước", LEAD_RANGE, false),	   LEAD("sau", LEAD_RANGE, false),    LEAD("(", LEAD_BRACKET, false),
};

bool date_space_before(struct view key, size_t at)
{
	return at == 0 || key.p[at - 1] == ' ' || key.p[at - 1] == '(' || key.p[at - 1] == ')' || key.p[at - 1] == '"' ||
	       key.p[at - 1] == ',' || key.p[at - 1] == ';' || key.p[at - 1] == '-' || key.p[at - 1] == ':' ||
	       key.p[at - 1] == 1 || key.p[at - 1] == '.' || (at >= 3 && (unsigned char)key.p[at - 3] == 0xe2);
}

/* Add a form to the sets of the kinds that it takes; 0: of them all. */
static void add_to(form_set *sets, int n, unsigned takes, form_set bit)
{
	for (int k = 0; k < n; k++)
		if (!takes || takes >> k & 1)
			sets[k] |= bit;
}

const char *date_pattern(size_t i)
{
	return i < DATE_FORMS ? date_forms[i].pattern : i == DATE_FORMS ? clock_text : NULL;
}

static unsigned char lead_hash(unsigned char last_but_one, unsigned char last)
{
	return (unsigned char)(last_but_one * 7 + last);
}

/* Leads that are seen by the byte that they end with: all else is no form of a month. */
enum { WORDS = LEAD_MONTH | LEAD_QUARTER | LEAD_ENGLISH | LEAD_T | LEAD_WORD };

void date_make_forms(struct dates *c)
{
	if (c->forms)
		return;
	c->forms = xalloc(1, sizeof *c->forms);
	*c->forms = (struct date_forms){ .clock = { .pattern = clock_text } };
	for (size_t f = 0; f < DATE_FORMS; f++) {
		const struct form *row = &date_forms[f];
		form_set bit = (form_set)1 << f;

		add_to(c->forms->digits, N_KINDS, row->digits, bit);
		add_to(c->forms->behind, B_KINDS, row->behind, bit);
		add_to(c->forms->then, B_KINDS, row->then, bit);
		add_to(c->forms->third, N_KINDS, row->third, bit);
		add_to(c->forms->last, B_KINDS, row->last, bit);
		if (!row->then)
			c->forms->alone |= bit;
		if (row->lead && (row->lead | WORDS) == WORDS)
			c->forms->worded |= bit;
		if (row->lead)
			add_to(c->forms->lead, LEADS, row->lead, bit);
		else
			c->forms->bare |= bit;
	}
	_Static_assert(LEAD_NAMED == 1 << (LEADS - 1), "every lead has its set");
	_Static_assert(sizeof leads / sizeof *leads < 256, "a lead is known by one byte");
	for (size_t i = sizeof leads / sizeof *leads; i > 0; i--) {
		const struct lead *l = &leads[i - 1];
		unsigned char last = (unsigned char)l->word[l->len - 1];

		if (l->kind & WORDS)
			c->forms->word_end[last] = true;
		if (l->len < 2)
			continue;
		unsigned char *end = &c->forms->lead_end[lead_hash((unsigned char)l->word[l->len - 2], last)];

		c->forms->lead_next[i] = *end;
		*end = (unsigned char)i;
		if (l->len >= sizeof *c->forms->lead_tail)
			memcpy(&c->forms->lead_tail[i], l->word + l->len - sizeof *c->forms->lead_tail, sizeof *c->forms->lead_tail);
	}
	/* the months in English, whole or three or four letters of them; "T7" */
	for (const char *e = "ybhlenstrgpvc.", *p = e; *p; p++)
		c->forms->word_end[(unsigned char)*p] = true;
	date_plain_forms(c->forms);
}

size_t date_skip_back(struct view key, size_t at, const char *these)
{
	for (; at; at--) {
		const char *t = these;

		while (*t && *t != key.p[at - 1])
			t++;
		if (!*t && key.p[at - 1] != 1)
			break;
	}
	return at;
}

/* "thứ hai", "thứ 7", "t5": does one end at end? Where it begins, or end. */
static size_t weekday_back(struct view key, size_t end, int *day)
{
	static const char *const names[] = { "", "hai", "ba", "tư", "năm", "sáu", "bảy" };
	static const unsigned char by_end[256] = { ['i'] = 1, ['a'] = 2, [0xb0] = 3, ['m'] = 4, ['u'] = 5, ['y'] = 6 }; /* the last byte */
	size_t thu = strlen("thứ ");

	if (!end)
		return end;
	int d = by_end[(unsigned char)key.p[end - 1]];

	if (d && end > thu && view_had(key, end, names[d])) {
		size_t from = end - strlen(names[d]);

		if (view_had(key, from, "thứ ") && date_space_before(key, from - thu)) {
			*day = d;
			return from - thu;
		}
	}
	if (key.p[end - 1] < '2' || key.p[end - 1] > '7')
		return end;
	size_t from = end;

	if (end > thu && !memcmp(key.p + end - 1 - thu, "thứ ", thu) && date_space_before(key, end - 1 - thu))
		from = end - 1 - thu;
	else if (end >= 2 && key.p[end - 2] == 't' && date_space_before(key, end - 2))
		from = end - 2;
	/* the minutes of "17:43, 06/12/2018" name no day */
	if (from < end)
		*day = key.p[end - 1] - '1';
	return from;
}

/* "Thứ 3, 13/12/2022": a digit that names a weekday begins no date. "lần thứ 3"
 * is an ordinal, "thứ 2/12" and "T3/2020" hold a day and a month. */
bool date_is_weekday(struct view key, size_t i)
{
	int day;
	unsigned char z = i + 1 < key.len ? (unsigned char)key.p[i + 1] : 0;

	return (z == ' ' || z == ',') && weekday_back(key, i + 1, &day) <= i;
}

/* "14 giờ 00 ngày ...", "16:05 ngày ...": minutes */
static bool hour_before(struct view key, size_t at)
{
	static const char hour[] = "giờ ";

	if (at > 1 && key.p[at - 1] == ':' && is_digit(key, at - 2))
		return true;
	return at >= sizeof hour && !memcmp(key.p + at - sizeof hour + 1, hour, sizeof hour - 1);
}

static size_t english_back(struct view key, size_t end)
{
	size_t i = end;

	while (i && ((key.p[i - 1] >= 'a' && key.p[i - 1] <= 'z') || key.p[i - 1] == '.'))
		i--;
	struct view w = { key.p + i, end - i };

	return w.len >= 3 && w.len <= 9 && w.p[0] != 't' && english_month(w) && date_space_before(key, i) ? i : end;
}

static const struct lead *lead_back(const struct date_forms *f, struct view key, size_t end, size_t *start)
{
	/* the shortest, and the last to be taken */
	static const struct lead *const bracket = &leads[sizeof leads / sizeof *leads - 1];
	uint32_t tail = 0;

	if (!end)
		return NULL;
	if (end >= sizeof tail)
		memcpy(&tail, key.p + end - sizeof tail, sizeof tail);
	for (unsigned i = end > 1 ? f->lead_end[lead_hash((unsigned char)key.p[end - 2], (unsigned char)key.p[end - 1])] : 0; i; i = f->lead_next[i]) {
		const struct lead *l = &leads[i - 1];
		size_t n = l->len;

		if (n >= sizeof tail && f->lead_tail[i] != tail)
			continue;
		if (end >= n && key.p[end - n] == l->word[0] && !memcmp(key.p + end - n, l->word, n) && date_space_before(key, end - n)) {
			*start = end - n;
			return l;
		}
	}
	if (key.p[end - 1] != *bracket->word)
		return NULL;
	*start = end - 1;
	return bracket;
}

/* What stands before at: its kinds, the beginning of the expression through
 * *start, the weekday through *weekday (0: none). */
unsigned date_look_back(const struct date_forms *f, struct view key, size_t at, size_t *start, int *weekday)
{
	unsigned seen = 0;
	size_t from;

	*start = at;
	*weekday = 0;
	if (at && key.p[at - 1] == 't' && date_space_before(key, at - 1)) { /* T7/2020 */
		*start = at - 1;
		return LEAD_T;
	}
	size_t end = date_skip_back(key, at, " ");
	size_t english = end < at ? english_back(key, end) : end;

	if (english < end) {
		*start = english;
		return LEAD_ENGLISH;
	}
	const struct lead *l = lead_back(f, key, end, &from);

	/* "sáng thứ Năm 22-1": no year, but "lần thứ năm 2020" */
	if (l && l->kind == LEAD_YEAR && !is_digit(key, at + 2) && weekday_back(key, end, weekday) < from)
		l = NULL;
	/* A word must be parted from the number ("ngày21" is common all the same). */
	if (l && l->kind == LEAD_BRACKET) {
		seen |= LEAD_BRACKET;
		end = date_skip_back(key, from, " ");
		l = lead_back(f, key, end, &from);
		if (l && (l->kind == LEAD_DAY || l->kind == LEAD_WEEKDAY))
			return seen | l->kind;
		return weekday_back(key, end, weekday) < end ? seen | LEAD_WEEKDAY : seen; /* "thứ Năm (20/10)" */
	}
	while (l) {
		seen |= l->kind;
		if (!l->own)
			return seen;
		*start = from;
		end = date_skip_back(key, from, " ");
		if (l->kind == LEAD_DAY || l->kind == LEAD_PART || l->kind == LEAD_WEEKDAY) {
			/* "2 ngày", "thứ hai, ngày", "sáng ngày" */
			size_t digits = end;

			while (digits && key.p[digits - 1] >= '0' && key.p[digits - 1] <= '9')
				digits--;
			if (l->kind == LEAD_DAY && digits < end && end - digits <= 2 &&
			    (end - digits == 1 || key.p[digits] == '0') && date_space_before(key, digits) &&
			    end < from && !hour_before(key, digits)) {
				size_t far = digits;
				int wd = 0;

				if (weekday_back(key, end, &wd) == end)
					*start = far;
			}
			size_t comma = date_skip_back(key, end, " ,-(");
			size_t w = weekday_back(key, comma, weekday);

			if (w < comma) {
				*start = w;
				seen |= LEAD_WEEKDAY;
				end = date_skip_back(key, w, " ,");
			}
			const struct lead *more = lead_back(f, key, w < comma ? end : comma, &from);

			/* "Chủ nhật, ngày 19/7" */
			if (w == comma && comma < end && !(more && more->kind == LEAD_WEEKDAY))
				more = lead_back(f, key, end, &from);
			/* "ngày Chủ nhật 22/5" */
			bool day = more && more->kind == LEAD_DAY && l->kind == LEAD_WEEKDAY && more->len == strlen("ngày");

			l = more && (day || more->kind == LEAD_PART || more->kind == LEAD_WEEKDAY) ? more : NULL;
			if (more && more->kind == LEAD_RANGE)
				seen |= LEAD_RANGE;
		} else {
			l = NULL;
		}
	}
	if (!seen) {
		size_t comma = date_skip_back(key, at, " ,-(");
		size_t w = comma < at ? weekday_back(key, comma, weekday) : comma;
		/* "Chủ nhật, 17/11/2019" */
		const struct lead *sunday = comma < at && w == comma ? lead_back(f, key, comma, &from) : NULL;

		if (sunday && sunday->kind == LEAD_WEEKDAY)
			w = from;
		if (w < comma) {
			*start = w;
			seen = LEAD_WEEKDAY;
			end = date_skip_back(key, w, " ,");
			const struct lead *part = lead_back(f, key, end, &from);

			if (part && (part->kind == LEAD_PART || (part->kind == LEAD_DAY && part->len == strlen("ngày")))) {
				*start = from;
				seen |= part->kind;
			}
		}
	}
	return seen;
}
