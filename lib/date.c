#include "date.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "lexicon.h"
#include "scan.h"
#include "text.h"

const char *const date_role_name[] = {
	"mention", "published", "event", "document", "period", "deadline", "clock",
};

/* ---- the forms ----
 *
 * A form begins at a digit. The words before it ("ngày", "tháng", "giai đoạn")
 * are recognised backwards and belong to the date; a row says which of them it
 * needs. Patterns are matched on the key of the line (text_key): lower case, a
 * long dash as '-' with two bytes 0x01. What a match means follows from the
 * groups that are set: d m y  d2 m2 y2 (an interval or a list), n with half
 * ("6 tháng đầu năm"), q q2 (quarters), mw (a month in words). */

/* Kinds of words that may stand before the digits. */
enum {
	LEAD_DAY = 1,      /* ngày, mùng, hôm nay ( */
	LEAD_PART = 2,     /* sáng, chiều ... */
	LEAD_WEEKDAY = 4,
	LEAD_MONTH = 8,
	LEAD_YEAR = 16,
	LEAD_PERIOD = 32,  /* giai đoạn, nhiệm kỳ, năm học, khóa */
	LEAD_RANGE = 64,   /* từ, đến, trước, tới, kể từ */
	LEAD_BRACKET = 128,
	LEAD_QUARTER = 256,
	LEAD_ENGLISH = 512, /* July */
	LEAD_WORD = 1024,   /* the form begins with a word itself */
	LEAD_T = 2048,      /* T7/2020 */
	LEAD_FEAST = 4096,  /* Quốc khánh, kỷ niệm: a day that is remembered */
	LEAD_CUE = LEAD_FEAST | LEAD_DAY | LEAD_PART | LEAD_WEEKDAY | LEAD_RANGE,
};

#define D "(?<d>\\d{1,2})"
#define D2 "(?<d2>\\d{1,2})"
#define M "(?<m>\\d{1,2})"
#define M2 "(?<m2>\\d{1,2})"
#define Y "(?<y>(?:1[89]|20)\\d\\d)(?!\\d)"
#define Y2 "(?<y2>(?:1[89]|20)\\d\\d)(?!\\d)"
#define DASH "(?: ?-\\x01* ?)"
#define SEP "(?<s> ?[/.] ?| ?-\\x01* ?)"
#define SAME "\\k<s>"
#define TO "(?: ?-\\x01* ?| đến(?: hết)?(?: ngày)? | tới(?: ngày)? )"
#define MANY "(?:, ?\\d{1,2}){0,6}(?: và |, ?| ?-\\x01* ?| đến(?: ngày)? | & )"
#define LIST "v-t&\xc4" /* " và", " - ", " đến", " tới", " & " */
#define MONTHWORD "(?<mw>mười hai|mười một|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|chạp)"

enum { D1_, M1_, Y1_, D2_, M2_, Y2_, N_, HALF_, Q_, Q2_, MW_, GROUPS_ };
static const char *const group_name[GROUPS_] = { "d", "m", "y", "d2", "m2", "y2", "n", "half", "q", "q2", "mw" };

enum { SPACE = 1, SLASH = 2, POINT = 4, HYPHEN = 8, COMMA = 16 };

struct form {
	const char *name;
	unsigned lead;       /* one of these must stand before; 0: none needed */
	unsigned behind;     /* the bytes that may follow the first number; 0: any */
	const char *spaced;  /* and, where that is a space, the byte after; NULL: any */
	const char *pattern;
	const char *example, *value;
};

static const struct form forms[] = {
	{ "days-full", 0, SPACE | SLASH | POINT | HYPHEN, "/.-", D SEP M SAME Y TO D2 SAME M2 SAME Y2, "02/9/1945 - 02/9/2020",
	  "1945-09-02/2020-09-02" },
	{ "days-end", 0, SLASH | POINT | HYPHEN, NULL, D "[/.-]" M TO D2 SEP M2 SAME Y2, "30/7 - 02/8/2020", "2020-07-30/2020-08-02" },
	{ "days-list", 0, SPACE | COMMA | HYPHEN, LIST, D MANY D2 SEP M SAME Y, "20 và 21/7/2020", "2020-07-20/2020-07-21" },
	{ "day", 0, SPACE | SLASH | POINT | HYPHEN, "/.-", D SEP M SAME Y, "21/7/2020", "2020-07-21" },
	{ "day-iso", 0, HYPHEN, NULL, Y "-(?<m>\\d\\d)-(?<d>\\d\\d)(?!\\d)", "2020-07-21", "2020-07-21" },
	{ "day-year-word", 0, SLASH | POINT | HYPHEN, NULL, D "[/.-]" M " năm " Y, "15/7 năm 2020", "2020-07-15" },
	{ "day-short-year", LEAD_CUE, SLASH, NULL, D "/" M "/(?<y>\\d\\d)(?!\\d)", "ngày 24/7/20", "2020-07-24" },
	{ "half-year", 0, SPACE, "t", "(?<n>\\d{1,2}) tháng (?<half>đầu|cuối)(?: của)?,? năm(?: (?:học )?" Y ")?", "6 tháng đầu năm 2020",
	  "2020-01/2020-06" },
	{ "half-year-word", LEAD_WORD, 0, NULL, "(?:(?<mw>ba|sáu|chín|mười) tháng|nửa) (?<half>đầu|cuối)(?: của)?,? năm(?: " Y ")?",
	  "sáu tháng đầu năm 2020", "2020-01/2020-06" },
	{ "months-of-year", 0, SPACE, "t", "(?<n>\\d{1,2}) tháng năm " Y, "6 tháng năm 2020", "2020-01/2020-06" },
	{ "days-month", 0, SPACE | COMMA | HYPHEN, LIST, D MANY D2 " tháng " M "(?!\\d)(?:(?:,? ?năm|[,/]| ?-)? ?" Y ")?", "20 và 21 tháng 7 năm 2020",
	  "2020-07-20/2020-07-21" },
	{ "day-month", 0, SPACE | COMMA, "t", D "(?:,? tháng| thg) (?:" M "(?!\\d)|" MONTHWORD "(?! năm))(?:(?:,? ?năm|,|/| ?-)? ?" Y ")?",
	  "21 tháng 7 năm 2020", "2020-07-21" },
	{ "day-english", 0, SPACE, "jfmasond",
	  D " (?<mw>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?,? " Y,
	  "24 July 2020", "2020-07-24" },
	{ "english-day", LEAD_ENGLISH, 0, NULL, D "(?:st|nd|rd|th)?,? " Y, "July 24, 2020", "2020-07-24" },
	{ "plan-years", 0, SPACE, "n", "\\d{1,2} năm,? \\(?" Y DASH Y2, "5 năm 2016-2020", "2016/2020" },
	{ "days-range", LEAD_CUE, SLASH | POINT | HYPHEN, NULL, D "[/.-]" M TO D2 "[/.-]" M2 "(?![\\d/])", "từ ngày 1-7 đến ngày 10-10",
	  "XXXX-07-01/XXXX-10-10" },
	{ "days-no-year", LEAD_CUE, SPACE | COMMA | HYPHEN, LIST, D MANY D2 "[/.]" M "(?![\\d/])", "ngày 20 và 21/7", "XXXX-07-20/XXXX-07-21" },
	{ "days-hyphen", LEAD_CUE, SPACE | COMMA, LIST, D "(?:, ?\\d{1,2}){0,6}(?: và |, | đến(?: ngày)? )" D2 "-" M "(?![\\d/-])",
	  "ngày 20 và 21-7", "XXXX-07-20/XXXX-07-21" },
	{ "years", LEAD_PERIOD | LEAD_YEAR | LEAD_BRACKET | LEAD_RANGE, SPACE | HYPHEN, "-\xc4", Y "(?:" DASH "| đến(?: năm)? )" Y2,
	  "giai đoạn 2016 - 2020", "2016/2020" },
	{ "months", LEAD_MONTH, SPACE | COMMA | HYPHEN, LIST, M "(?:, ?\\d{1,2}){0,4}(?: và (?:tháng )?|, ?| ?-\\x01* ?| đến(?: hết)?(?: tháng)? )" M2
	  "(?:/| năm | ?- ?)" Y, "tháng 7, 8 năm 2020", "2020-07/2020-08" },
	{ "t-month", LEAD_T, SLASH | HYPHEN, NULL, M "[/-]" Y, "T7/2020", "2020-07" },
	{ "month", LEAD_MONTH, SPACE | COMMA | SLASH | POINT | HYPHEN, "n-12", M "(?!\\d)(?: năm |,? |[/.]| ?-\\x01* ?)" Y, "tháng 8 năm 2017", "2017-08" },
	{ "month-number", LEAD_MONTH, 0, NULL, M "(?![\\d/%.])", "tháng 8", "XXXX-08" },
	{ "month-word", LEAD_MONTH, 0, NULL, MONTHWORD "(?![a-z\\x80-\\xff])(?:(?: năm|,|/| ?-)? ?" Y ")?", "tháng Tư", "XXXX-04" },
	{ "year", LEAD_YEAR, 0, NULL, Y, "năm 2020", "2020" },
	{ "quarter", LEAD_QUARTER, 0, NULL, "(?<q>iv|iii|ii|i|[1-4])(?:(?:,| và|-\\x01*) ?(?:quý )?(?<q2>iv|iii|ii|i|[1-4]))?(?:/| năm |,? ?-? ?)" Y, "quý II/2020",
	  "2020-04/2020-06" },
	{ "day-no-year", LEAD_CUE, SLASH | POINT | HYPHEN, NULL, D "[/.-]" M "(?![\\d/%]|[.-]\\d)", "ngày 21/7", "XXXX-07-21" },
};
enum { FORMS = sizeof forms / sizeof *forms };

bool date_form(size_t i, const char **name, const char **example, const char **value)
{
	if (i >= FORMS)
		return false;
	*name = forms[i].name;
	*example = forms[i].example;
	*value = forms[i].value;
	return true;
}

/* Can form f begin with a number that z and then next follow? Most forms are
 * told by that, before any pattern is tried. */
static bool could_be(const struct form *f, unsigned char z, char next)
{
	static const unsigned char bit[256] = { [' '] = SPACE, ['/'] = SLASH, ['.'] = POINT, ['-'] = HYPHEN, [','] = COMMA };

	if (f->behind && !(f->behind & bit[z]))
		return false;
	return z != ' ' || !f->spaced || (next && strchr(f->spaced, next));
}

/* The forms as they are matched, and the numbers of their groups. */
struct date_forms {
	struct rx form[FORMS], clock;
	bool lead_end[256]; /* bytes that a word of leads ends in */
	int group[FORMS][GROUPS_];
};

static const char clock_text[] =
	"(?:[ ,|@t-]| -)* ?(?<h>\\d{1,2}) ?(?::|giờ|[hg](?![a-z\\x80-\\xff])) ?(?<min>\\d\\d)?(?::\\d\\d)?(?!\\d)(?: phút|')?"
	"(?: ?(?<half>sa|ch|am|pm)\\b)?(?: ?\\(?gmt ?\\+7\\)?)?";

static enum rx_answer match_form(struct dates *c, size_t f, struct view key, size_t at, struct rx_match *m)
{
	struct date_forms *t = c->forms;

	if (!t->form[f].pattern) {
		t->form[f].pattern = forms[f].pattern;
		for (int g = 0; g < GROUPS_; g++)
			t->group[f][g] = rx_group(&t->form[f], group_name[g]);
	}
	return rx_at(&t->form[f], key, at, m);
}

static int number(struct view key, const struct rx_match *m, int group)
{
	int n = 0;

	if (group < 0 || m->start[group] == RX_UNSET)
		return -1;
	for (size_t i = m->start[group]; i < m->end[group]; i++)
		n = n * 10 + key.p[i] - '0';
	return n;
}

static int month_word(struct view w)
{
	static const struct {
		const char *word;
		int month;
	} words[] = {
		{ "giêng", 1 }, { "một", 1 }, { "hai", 2 }, { "ba", 3 }, { "tư", 4 }, { "bốn", 4 },
		{ "năm", 5 }, { "sáu", 6 }, { "bảy", 7 }, { "bẩy", 7 }, { "tám", 8 }, { "chín", 9 },
		{ "mười", 10 }, { "mười một", 11 }, { "mười hai", 12 }, { "chạp", 12 },
	};
	static const char *const english[] = { "jan", "feb", "mar", "apr", "may", "jun",
					       "jul", "aug", "sep", "oct", "nov", "dec" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_is(w, words[i].word))
			return words[i].month;
	for (int i = 0; w.len >= 3 && i < 12; i++)
		if (!memcmp(w.p, english[i], 3))
			return i + 1;
	return 0;
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
	LEAD("quốc khánh", LEAD_FEAST, false), LEAD("kỷ niệm", LEAD_FEAST, false), LEAD("chào mừng", LEAD_FEAST, false),
	LEAD("dịp lễ", LEAD_FEAST, false), LEAD("nghỉ lễ", LEAD_FEAST, false), LEAD("dịp", LEAD_FEAST, false), LEAD("đợt", LEAD_FEAST, false),
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
	LEAD("nhiệm kỳ", LEAD_PERIOD, true), LEAD("nhiệm kì", LEAD_PERIOD, true), LEAD("năm học", LEAD_PERIOD, true),
	LEAD("khóa", LEAD_PERIOD, true),	   LEAD("kế hoạch", LEAD_PERIOD, false), LEAD("các năm", LEAD_YEAR, false),
	LEAD("năm", LEAD_YEAR, true),	   LEAD("tháng", LEAD_MONTH, true),   LEAD("quý", LEAD_QUARTER, true),
	LEAD("từ", LEAD_RANGE, false),	   LEAD("đến", LEAD_RANGE, false),    LEAD("tới", LEAD_RANGE, false),
	LEAD("trước", LEAD_RANGE, false),	   LEAD("sau", LEAD_RANGE, false),    LEAD("(", LEAD_BRACKET, false),
};

static bool space_before(struct view key, size_t at)
{
	return at == 0 || key.p[at - 1] == ' ' || key.p[at - 1] == '(' || key.p[at - 1] == '"' ||
	       key.p[at - 1] == ',' || key.p[at - 1] == ';' || key.p[at - 1] == '-' || key.p[at - 1] == ':' ||
	       key.p[at - 1] == 1 || key.p[at - 1] == '.' || (at >= 3 && (unsigned char)key.p[at - 3] == 0xe2);
}

static void make_forms(struct dates *c)
{
	if (c->forms)
		return;
	c->forms = xalloc(1, sizeof *c->forms);
	*c->forms = (struct date_forms){ .clock = { .pattern = clock_text } };
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
		c->forms->lead_end[(unsigned char)leads[i].word[leads[i].len - 1]] = true;
}

static size_t skip_back(struct view key, size_t at, const char *these)
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
	static const char *const names[] = { "hai", "ba", "tư", "năm", "sáu", "bảy" };
	size_t thu = strlen("thứ ");

	for (int d = 1; d <= 6 && end > thu; d++) {
		size_t n = strlen(names[d - 1]);

		if (end >= n + thu && key.p[end - 1] == names[d - 1][n - 1] && !memcmp(key.p + end - n, names[d - 1], n) &&
		    !memcmp(key.p + end - n - thu, "thứ ", thu) && space_before(key, end - n - thu)) {
			*day = d;
			return end - n - thu;
		}
	}
	if (!end || key.p[end - 1] < '2' || key.p[end - 1] > '7')
		return end;
	*day = key.p[end - 1] - '1';
	if (end > thu && !memcmp(key.p + end - 1 - thu, "thứ ", thu) && space_before(key, end - 1 - thu))
		return end - 1 - thu;
	if (end >= 2 && key.p[end - 2] == 't' && space_before(key, end - 2))
		return end - 2;
	return end;
}

/* "Thứ 3, 13/12/2022": a digit that names a weekday begins no date. "lần thứ 3"
 * is an ordinal, "thứ 2/12" and "T3/2020" hold a day and a month. */
static bool is_weekday(struct view key, size_t i)
{
	int day;
	unsigned char z = i + 1 < key.len ? (unsigned char)key.p[i + 1] : 0;

	return (z == ' ' || z == ',') && weekday_back(key, i + 1, &day) <= i;
}

static size_t english_back(struct view key, size_t end)
{
	size_t i = end;

	while (i && ((key.p[i - 1] >= 'a' && key.p[i - 1] <= 'z') || key.p[i - 1] == '.'))
		i--;
	struct view w = { key.p + i, end - i };

	return w.len >= 3 && w.len <= 9 && w.p[0] != 't' && month_word(w) && space_before(key, i) ? i : end;
}

static const struct lead *lead_back(const struct date_forms *f, struct view key, size_t end, size_t *start)
{
	if (!end || !f->lead_end[(unsigned char)key.p[end - 1]])
		return NULL;
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
		size_t n = leads[i].len;

		if (end >= n && key.p[end - 1] == leads[i].word[n - 1] && !memcmp(key.p + end - n, leads[i].word, n) &&
		    (leads[i].kind == LEAD_BRACKET || space_before(key, end - n))) {
			*start = end - n;
			return &leads[i];
		}
	}
	return NULL;
}

/* What stands before at: its kinds, the beginning of the expression through
 * *start, the weekday through *weekday (0: none). */
static unsigned look_back(const struct date_forms *f, struct view key, size_t at, size_t *start, int *weekday)
{
	unsigned seen = 0;
	size_t from;

	*start = at;
	*weekday = 0;
	if (at && key.p[at - 1] == 't' && space_before(key, at - 1)) { /* T7/2020 */
		*start = at - 1;
		return LEAD_T;
	}
	size_t end = skip_back(key, at, " ");
	size_t english = end < at ? english_back(key, end) : end;

	if (english < end) {
		*start = english;
		return LEAD_ENGLISH;
	}
	const struct lead *l = lead_back(f, key, end, &from);

	/* A word must be parted from the number ("ngày21" is common all the same). */
	if (l && l->kind == LEAD_BRACKET) {
		seen |= LEAD_BRACKET;
		end = skip_back(key, from, " ");
		l = lead_back(f, key, end, &from);
		if (!l || l->kind != LEAD_DAY)
			return seen;
		return seen | LEAD_DAY;
	}
	while (l) {
		seen |= l->kind;
		if (!l->own)
			return seen;
		*start = from;
		end = skip_back(key, from, " ");
		if (l->kind == LEAD_DAY || l->kind == LEAD_PART || l->kind == LEAD_WEEKDAY) {
			/* "2 ngày", "thứ hai, ngày", "sáng ngày" */
			size_t digits = end;

			while (digits && key.p[digits - 1] >= '0' && key.p[digits - 1] <= '9')
				digits--;
			if (l->kind == LEAD_DAY && digits < end && end - digits <= 2 &&
			    (end - digits == 1 || key.p[digits] == '0') && space_before(key, digits) &&
			    end < from) {
				size_t far = digits;
				int wd = 0;

				if (weekday_back(key, end, &wd) == end)
					*start = far;
			}
			size_t comma = skip_back(key, end, " ,-(");
			size_t w = weekday_back(key, comma, weekday);

			if (w < comma) {
				*start = w;
				seen |= LEAD_WEEKDAY;
				end = skip_back(key, w, " ,");
			}
			const struct lead *more = lead_back(f, key, end, &from);

			l = more && (more->kind == LEAD_PART || more->kind == LEAD_WEEKDAY) ? more : NULL;
			if (more && more->kind == LEAD_RANGE)
				seen |= LEAD_RANGE;
		} else {
			l = NULL;
		}
	}
	if (!seen) {
		size_t comma = skip_back(key, at, " ,-(");
		size_t w = comma < at ? weekday_back(key, comma, weekday) : comma;

		if (w < comma) {
			*start = w;
			seen = LEAD_WEEKDAY;
			end = skip_back(key, w, " ,");
			const struct lead *part = lead_back(f, key, end, &from);

			if (part && part->kind == LEAD_PART) {
				*start = from;
				seen |= LEAD_PART;
			}
		}
	}
	return seen;
}

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
		return !(a == 't' && space_before(key, start - 1)) &&
		       !(start > 5 && !memcmp(key.p + start - 5, "ngày", 5));
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
	if ((z == '/' || z == '-') && letter_at(key, end + 1) && z == '/')
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
					    "chuyên đề", "tiêu đề", "mô hình", "chiến dịch", "chương trình" };

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
	if (q->open == NOWHERE || at - q->open > 400)
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

/* ---- the year ---- */

/* How far a year is looked for: the rest of a long sentence, not of a long line. */
enum { REACH = 600 };

static size_t sentence_start(struct view key, size_t at)
{
	size_t least = at > REACH ? at - REACH : 1;

	while (at > least && !(key.p[at - 1] == ' ' && key.p[at - 2] == '.'))
		at--;
	return at > 1 ? at : 0;
}

/* The first year that a sentence names from at on, or 0. */
static int year_after(struct view key, size_t at)
{
	for (size_t i = at; i + 4 <= key.len && i - at < REACH; i++) {
		if (key.p[i] == '.' && i + 1 < key.len && key.p[i + 1] == ' ')
			return 0;
		if (key.p[i] < '1' || key.p[i] > '2' || (memcmp(key.p + i, "19", 2) && memcmp(key.p + i, "20", 2)) ||
		    (i && key.p[i - 1] >= '0' && key.p[i - 1] <= '9'))
			continue;
		int y = 0;
		size_t j = i;

		for (; j < key.len && j < i + 4 && key.p[j] >= '0' && key.p[j] <= '9'; j++)
			y = y * 10 + key.p[j] - '0';
		bool more = j < key.len && ((key.p[j] >= '0' && key.p[j] <= '9') || key.p[j] == '/' || key.p[j] == '.');

		/* "20 đơn vị" is no year, "2016 - 2020" none that a half-year is of. */
		if (j == i + 4 && y >= CAL_FIRST && y <= CAL_LAST && !(more && j + 1 < key.len && key.p[j + 1] >= '0' && key.p[j + 1] <= '9'))
			return y;
	}
	return 0;
}

static int half_year_of(const struct dates *c, struct view key, size_t at, size_t end, bool first_half)
{
	int y = 0;

	/* "6 tháng đầu năm, ... 6 tháng cuối năm 2020": the year serves both. */
	y = year_after(key, end);
	if (y)
		return y;
	for (size_t i = at, first = sentence_start(key, at); i > first; i--) {
		if (i + 4 <= key.len && (!memcmp(key.p + i - 1, "19", 2) || !memcmp(key.p + i - 1, "20", 2)))
			y = year_after((struct view){ key.p, i + 3 }, i - 1);
		if (y)
			return y;
	}
	if (c->title_year)
		return c->title_year;
	/* A review of the first half that appears in spring is about the year before. */
	if (c->published.y)
		return c->published.y - (c->published.m < (first_half ? 3 : 6) && c->published.m > 0);
	return c->event.y ? c->event.y : c->reference.y;
}

#define has_before(key, at, reach, word) word_before(key, at, reach, word, sizeof word - 1)
static bool word_before(struct view key, size_t at, size_t reach, const char *word, size_t n)
{
	size_t from = at > reach ? at - reach : 0;

	for (size_t i = from; i + n <= at; i++)
		if (key.p[i] == word[0] && !memcmp(key.p + i, word, n) && space_before(key, i))
			return true;
	return false;
}

/* Days of the year that stand for what is remembered on them. */
static bool is_feast(int d, int m)
{
	static const short feasts[] = { 301, 302, 227, 303, 308, 326, 430, 105, 501, 507, 519, 601, 611, 621, 727, 728,
					819, 902, 1010, 1013, 1014, 1020, 1118, 1120, 1206, 1222, 203 };

	for (size_t i = 0; i < sizeof feasts / sizeof *feasts; i++)
		if (feasts[i] == m * 100 + d)
			return true;
	return false;
}

/* The years that a text says with the word ("năm 2020"), and whether it reviews one. */
static void years_said(struct years *s, struct view key)
{
	static const char *const plans[] = { "giao ước", "triển khai", "phương hướng", "nhiệm vụ", "kế hoạch", "phát động" };
	size_t n = strlen("năm ");

	for (size_t i = 0; i + n + 4 <= key.len; i++) {
		if (key.p[i] == 't' && key.len - i >= strlen("tổng kết") && !memcmp(key.p + i, "tổng kết", strlen("tổng kết")))
			s->review = true;
		for (size_t w = 0; w < sizeof plans / sizeof *plans; w++)
			s->plans |= key.p[i] == plans[w][0] && key.len - i >= strlen(plans[w]) && !memcmp(key.p + i, plans[w], strlen(plans[w]));
		if (key.p[i] != 'n' || memcmp(key.p + i, "năm ", n) || !space_before(key, i))
			continue;
		size_t at = i + n;
		int y = year_after((struct view){ key.p, key.len < at + 5 ? key.len : at + 5 }, at);

		if (!y || key.p[at] < '0' || key.p[at] > '9')
			continue;
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
	if (!s.first || s.last - s.first > 1)
		return 0;
	if (s.last > s.first)
		return m >= 7 ? s.first : s.last;
	if (s.review)
		return m <= 2 ? s.first + 1 : s.first;
	return m >= 11 && s.plans ? 0 : s.first;
}

/* The year of a day and month in a text that was written at c->published. */
static int year_of_day(const struct dates *c, struct view key, size_t start, struct day d)
{
	struct day ref = c->published.y ? c->published : c->reference;
	bool future = has_before(key, start, 40, "dự kiến") || has_before(key, start, 24, "trước") ||
		      has_before(key, start, 24, "từ nay") || has_before(key, start, 24, "đến hết") ||
		      has_before(key, start, 24, "hạn") || has_before(key, start, 40, "sẽ") ||
		      has_before(key, start, 24, "chậm nhất");

	if (is_feast(d.d, d.m) &&
	    (has_before(key, start, 48, "dịp") || has_before(key, start, 60, "kỷ niệm") ||
	     has_before(key, start, 60, "chào mừng") || has_before(key, start, 30, "truyền thống") ||
	     has_before(key, start, 30, "quốc khánh") || has_before(key, start, 30, "thành lập")))
		return 0;
	if (!ref.y) {
		size_t from = sentence_start(key, start), end = start;

		while (end < key.len && end - start < REACH && !(key.p[end] == '.' && end + 1 < key.len && key.p[end + 1] == ' '))
			end++;
		struct years said = { 0 };

		years_said(&said, (struct view){ key.p + from, end - from });
		int y = year_by_work(said, d.m);

		if (!y && !said.first)
			y = year_by_work(c->title, d.m);
		return y ? y : c->title.first ? c->event.y : 0;
	}
	d.y = ref.y;
	if (future) {
		if (cal_compare(d, ref) < 0)
			d.y++;
	} else if (cal_compare(d, cal_add(ref, 1)) > 0) {
		d.y--;
	}
	return d.y;
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
	size_t end = skip_back(key, at, " ,(");
	size_t i = end;

	while (i && key.p[i - 1] != ' ' && end - i < 60)
		i--;
	bool digit = false, slash = false;

	for (size_t j = i; j < end; j++) {
		digit |= key.p[j] >= '0' && key.p[j] <= '9';
		slash |= key.p[j] == '/' || key.p[j] == '-';
	}
	if ((slash && (digit || has_before(key, i, 16, "số"))) ||
	    (digit && i >= strlen("số ") && !memcmp(key.p + i - strlen("số "), "số ", strlen("số "))))
		return true;
	return has_before(key, at, 90, "luật") && !memchr(key.p + (at > 60 ? at - 60 : 0), ';', at > 60 ? 60 : at);
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
	if (doc_number_before(key, d->start))
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
	int h = number(key, m, 1), min = number(key, m, 2);

	if (m->start[3] != RX_UNSET && (key.p[m->start[3]] == 'c' || key.p[m->start[3]] == 'p') && h < 12)
		h += 12;
	if (h >= 24 || min >= 60)
		return false;
	d->from.h = h;
	d->from.min = min < 0 ? 0 : min;
	return true;
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
		d->end = m.end[0];
		return;
	}
	/* "10:18 | 25/07/2020", "8h30 ngày ...", "12:50 CH @ Thứ Sáu - 22 Tháng Bảy, 2022" */
	bool mark = false;

	for (size_t i = d->start > 26 ? d->start - 26 : 0; i < d->start; i++)
		mark |= key.p[i] == ':' || key.p[i] == 'h' || key.p[i] == 'g';
	for (size_t back = 4; mark && back <= 26 && back <= d->start; back++) {
		size_t from = d->start - back;

		if (!clock_begins(key, from) || !space_before(key, from) ||
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
	int d = number(key, h->m, g[D1_]), m = number(key, h->m, g[M1_]), y = number(key, h->m, g[Y1_]);
	int d2 = number(key, h->m, g[D2_]), m2 = number(key, h->m, g[M2_]), y2 = number(key, h->m, g[Y2_]);
	int n = number(key, h->m, g[N_]), q = quarter(group(key, h, Q_)), q2 = quarter(group(key, h, Q2_));
	struct view mw = group(key, h, MW_), half = group(key, h, HALF_);
	struct date *x = add_date(c);

	x->start = h->start;
	x->end = h->end;
	x->form = forms[h->form].name;
	if (y >= 0 && y < 100)
		y += 2000;
	if (mw.len)
		m = month_word(mw);
	if (h->lead & LEAD_ENGLISH)
		m = month_word((struct view){ key.p + h->start, h->at - h->start });
	if (half.len && n < 0) { /* "sáu tháng đầu năm", "nửa đầu năm" */
		n = mw.len ? month_word(mw) : 6;
		m = 0;
	}
	x->from.y = y > 0 ? y : 0;
	x->from.m = m > 0 ? m : 0;
	x->from.d = d > 0 ? d : 0;
	if (!d || (!m && !half.len) || !d2 || !m2)
		return false;
	if (n >= 0) { /* the first or last n months of a year */
		bool last = half.len && half.p[0] == 'c';

		if (n < 1 || n > 11)
			return false;
		x->from.y = x->to.y = y > 0 ? y : half_year_of(c, key, h->at, h->end, !last);
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
			x->to.y = x->from.y;
			x->to.m = m2;
			return m2 > m;
		}
		if (!x->from.y) {
			struct day ref = c->published.y ? c->published : c->reference;

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
			x->from.y = year_of_day(c, key, h->start, x->from);
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
		return is_feast(d, m);
	if (!x->from.y) {
		if (!cal_valid(x->from))
			return false;
		x->from.y = year_of_day(c, key, h->start, x->from);
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

/* "quý II": the only form that need not begin with a digit. */
static bool quarter_follows(struct view key, size_t i)
{
	size_t n = strlen("quý ");

	return key.p[i] == 'q' && key.len - i > n && !memcmp(key.p + i, "quý ", n) && space_before(key, i) &&
	       (key.p[i + n] == 'i' || (key.p[i + n] >= '1' && key.p[i + n] <= '4'));
}

/* "tháng Tư": a month in words has a capital ("tháng tư" as well, "tháng năm"
 * may be "6 tháng năm 2020"). "Cách mạng tháng Tám" is an event. */
static bool month_follows(struct view key, struct view text, size_t i)
{
	size_t n = strlen("tháng "), len;

	return key.p[i] == 't' && key.len - i > n && !memcmp(key.p + i, "tháng ", n) && space_before(key, i) &&
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
		    word_at(key, i, words[w]) && space_before(key, i))
			return true;
	return false;
}

/* "hôm qua (", "hôm qua 7.6": the day itself follows. */
static bool written_after(struct view key, size_t end)
{
	end += end < key.len && key.p[end] == ',';
	size_t i = end + 1;

	if (i + 2 >= key.len || key.p[end] != ' ')
		return false;
	if (key.p[i] == '(')
		return true;
	for (size_t from = i; i < key.len && i - from < 3; i++)
		if (key.p[i] < '0' || key.p[i] > '9')
			return i > from && i + 1 < key.len && strchr("/.-", key.p[i]) && key.p[i + 1] >= '0' && key.p[i + 1] <= '9';
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
		if (!word_at(key, i, words[w].word) || !space_before(key, i))
			continue;
		struct day day = words[w].unit == 'e' ? c->event : c->published.y ? c->published : c->reference;
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

/* "năm 2020", "ngày 5": what has digits behind the word is found at the digits. */
static bool digits_follow(struct view key, size_t i)
{
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

bool date_find(struct dates *c, enum kind kind, struct view text)
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
	make_forms(c);
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
		size_t len = 1;
		bool months = false, quarters = false;

		if (c0 > '9') {
			if ((i && key.p[i - 1] >= 'a' && key.p[i - 1] <= 'z') || digits_follow(key, i))
				continue;
			months = half_follows(key, i);
			quarters = months || quarter_follows(key, i) || month_follows(key, text, i);
			if (!quarters && relative(c, key, i)) {
				done = c->found[c->n - 1].end;
				i = done - 1;
			}
			if (!quarters)
				continue;
			i += months ? 0 : c0 == 'q' ? strlen("quý ") : strlen("tháng ");
		} else {
			len = digits(key, i);
			if (len == 1 && is_weekday(key, i))
				continue;
		}
		size_t next = i + len - 1;

		if (i >= done && (quarters || (could_begin(key, i, len) && !glued_before(key, i)))) {
			struct hit h = { .at = i, .m = &m };
			unsigned char z = i + len < key.len ? (unsigned char)key.p[i + len] : 0;
			char z1 = i + len + 1 < key.len ? key.p[i + len + 1] : 0;

			h.lead = look_back(c->forms, key, i, &h.start, &h.weekday);
			/* "kỷ niệm 30/4 và 1/5": the second is remembered as well */
			if (!h.lead && c->n && after_feast(&c->found[c->n - 1], key, i))
				h.lead = LEAD_FEAST;
			if (months) {
				h.lead = LEAD_WORD;
				h.start = i;
			}
			if (h.start < done)
				h.start = i;
			for (size_t f = 0; f < FORMS; f++) {
				if ((forms[f].lead && !(forms[f].lead & h.lead)) ||
				    ((h.lead & (LEAD_T | LEAD_WORD)) && forms[f].lead != h.lead) ||
				    !could_be(&forms[f], z, z1))
					continue;
				enum rx_answer a = match_form(c, f, key, i, &m);

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
				if (!strcmp(forms[f].name, "year"))
					done = more_years(c, key, done);
				next = done - 1;
				break;
			}
		}
		i = next;
	}
	for (size_t k = 0; k < c->n; k++)
		c->found[k].role = role_of(c, kind, key, &c->found[k]);
	return fine;
}

/* ---- the document ---- */

void date_begin(struct dates *c)
{
	c->published = c->event = (struct day){ .h = -1, .min = -1 };
	c->title_year = 0;
	c->title = (struct years){ 0 };
	c->texts = 0;
}

static bool is_day(const struct date *d)
{
	return d->from.y && d->from.d;
}

void date_learn(struct dates *c, enum kind kind, struct view text)
{
	if (kind == KIND_TITLE && !c->title_year) {
		date_find(c, kind, text);
		years_said(&c->title, str_view(&c->key));
		for (size_t i = 0; i < c->n; i++) {
			struct date *d = &c->found[i];

			/* "6 tháng đầu năm" takes its year from here, so only a written one counts. */
			if (year_after((struct view){ c->key.p, d->end }, d->start))
				c->title_year = d->to.y ? d->to.y : d->from.y;
		}
	} else if (kind == KIND_META && !c->published.y) {
		date_find(c, kind, text);
		for (size_t i = 0; i < c->n && !c->published.y; i++)
			if (is_day(&c->found[i]))
				c->published = c->found[i].from;
	} else if (kind == KIND_TEXT && !c->event.y && c->texts < 3) {
		c->texts++;
		date_find(c, kind, text);
		for (size_t i = 0; i < c->n && !c->event.y; i++) {
			struct date *d = &c->found[i];

			if (!is_day(d) || (d->to.y && d->to.y - d->from.y > 0) || d->role == DATE_DOCUMENT ||
			    d->role == DATE_DEADLINE)
				continue;
			c->event = d->from;
			c->event.h = c->event.min = -1;
		}
	}
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
	for (size_t f = 0; c->forms && f < FORMS; f++)
		rx_free(&c->forms->form[f]);
	if (c->forms)
		rx_free(&c->forms->clock);
	free(c->forms);
	*c = (struct dates){ 0 };
}
