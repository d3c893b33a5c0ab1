#ifndef TDK_DATE_PARTS_H
#define TDK_DATE_PARTS_H

#include <stdint.h>

#include "date.h"
#include "rx.h"
#include "text.h"

/* What the files of tdk-date share among themselves: date_forms.c, the forms and the
 * words before them; date_match.c, what a form matches; date_year.c, the year of a day that has none; date_read.c, what
 * a match means; date_words.c, dates that begin with a word; date_line.c, which reads
 * a line; date_role.c, what its dates are to the text; date.c, what the document tells.
 * Keys are those of text_key; offsets are bytes. */

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
	LEAD_WORK = 8192,   /* thi đua, công tác: what is done every year */
	LEAD_NAMED = 16384, /* a day by the name that it bears: "ngày truyền thống ngành Tư pháp" */
	LEAD_CUE = LEAD_FEAST | LEAD_DAY | LEAD_PART | LEAD_WEEKDAY | LEAD_RANGE,
};

/* Groups of a form's pattern. */
enum { D1_, M1_, Y1_, D2_, M2_, Y2_, N_, HALF_, Q_, Q2_, MW_, GROUPS_ };

/* What stands behind a number: a separator, with a space before it or none, or the
 * word behind a space. */
enum {
	B_SLASH = 1,
	B_POINT = 2,
	B_HYPHEN = 4,
	B_COMMA = 8,     /* before a number */
	B_AND = 16,      /* và, & */
	B_TO = 32,       /* đến, tới */
	B_HALF = 64,     /* tháng đầu, tháng cuối */
	B_MAY = 128,     /* tháng năm */
	B_MONTH = 256,   /* tháng, thg */
	B_YEAR = 512,    /* năm */
	B_NUMBER = 1024, /* a number */
	B_ENGLISH = 2048, /* a letter that the name of a month begins with in English */
	B_OTHER = 4096,
	B_KINDS = 13,
	B_SEP = B_SLASH | B_POINT | B_HYPHEN,
	B_LIST = B_COMMA | B_AND | B_TO | B_HYPHEN,
};

/* How many digits a number has: one or two, four, or else there is none that a date
 * could hold. */
enum { N_ANY = 0, N_SHORT = 1, N_YEAR = 2, N_NONE = 4, N_KINDS = 3 };

struct form {
	const char *name;
	unsigned lead; /* one of these must stand before; 0: none needed */
	const char *pattern;
	const char *example, *value;
	/* What tells it before the pattern is tried; 0: any. */
	unsigned digits; /* of the first number (N_...) */
	unsigned behind; /* what stands behind that (B_...) */
	unsigned then;   /* behind the second, where the first has a separator behind it */
	unsigned third;  /* digits of the third, where the second has one, too */
	unsigned last;   /* behind that */
};
enum { DATE_FORMS = 36 };
extern const struct form date_forms[];

/* A set of forms, a bit each. */
typedef uint64_t form_set;

/* What a form matched: where that ends, and its numbers, -1 for those that are not there. */
enum date_half { HALF_NONE, HALF_FIRST, HALF_LAST };
struct date_match {
	size_t end;
	int d, m, y, d2, m2, y2, n, q, q2;
	int month_word; /* the month that a word names; 0 for none */
	enum date_half half;
};

/* The forms as they are matched, and the numbers of their groups. */
enum { LEADS = 15 };
struct date_forms {
	struct rx form[DATE_FORMS], clock;
	form_set digits[N_KINDS], behind[B_KINDS], then[B_KINDS], third[N_KINDS], last[B_KINDS]; /* that may have it */
	form_set lead[LEADS], bare; /* that need that lead, and none */
	form_set alone; /* that need no second number */
	form_set worded; /* that need one of the words that end in these bytes */
	bool word_end[256];
	unsigned char lead_end[256], lead_next[256]; /* the leads by their last two bytes: the first, the next; from 1 */
	uint32_t lead_tail[256]; /* the last bytes of each, where it has as many */
	int group[DATE_FORMS][GROUPS_];
	/* what tells the commonest of a form at a byte of the key without its pattern, where it can */
	bool (*plain[DATE_FORMS])(struct view key, size_t at, struct date_match *m);
};

/* Compile what is compiled once. */
void date_make_forms(struct dates *c);
/* The forms that the words before leave open (LEAD_...); and those that may begin with
 * the number at at, of some digits, or 0 for no number, by what stands behind it, and before: nearly all are
 * told so, before any pattern is tried. */
form_set date_led(const struct date_forms *f, unsigned lead);
form_set date_shaped(const struct date_forms *f, struct view key, size_t at, size_t digits);
/* Match form f at a byte of the key. */
enum rx_answer date_match(struct dates *c, size_t f, struct view key, size_t at, struct date_match *m);
int date_number(struct view digits);
void date_plain_forms(struct date_forms *t);
int date_month_word(struct view w); /* "tư" is 4, "july" 7; 0 for none */
bool date_space_before(struct view key, size_t at);
/* The first of the bytes these, and of what they skip, that end at at. */
size_t date_skip_back(struct view key, size_t at, const char *these);
/* "Thứ 3, 13/12/2022": does the digit at i name a weekday? */
bool date_is_weekday(struct view key, size_t i);
/* What stands before at: its kinds (LEAD_...), the beginning of the expression
 * through *start, the weekday through *weekday (0: none). */
unsigned date_look_back(const struct date_forms *f, struct view key, size_t at, size_t *start, int *weekday);

/* What a form matched. */
struct date_hit {
	size_t form, at, end, start;
	unsigned lead;
	int weekday;
	struct date_match m;
};
/* One more date in c->found, which names nothing yet. */
struct date *date_add(struct dates *c);
/* Add the date that a match means; false when its numbers are none: what was added
 * then is the caller's to take away. */
bool date_read(struct dates *c, enum kind kind, struct view key, const struct date_hit *h);

/* What begins with the word at i, behind what ended at done: nothing; a day told from
 * the day of the text ("hôm nay"), which is added; the words before a form that stands
 * at *at ("quý II", "tháng Tư"); or a form itself that begins at *at ("sáu tháng đầu
 * năm"). text is what key was made of. */
enum date_word { WORD_NONE, WORD_DATE, WORD_FORM, WORD_HALF };
enum date_word date_word(struct dates *c, struct view key, struct view text, size_t i, size_t done, size_t *at);
/* May the word at i of a text, one that scan_date gives, begin a date with no digits
 * behind it? What has digits is found at them. */
bool date_word_begins(struct view s, size_t i);

/* Read the dates of a line into c->found, without their roles; false when limits
 * stopped the search. */
bool date_line(struct dates *c, enum kind kind, struct view text);
/* Give those dates their roles. */
void date_roles(struct dates *c, enum kind kind);

/* What the document tells, from the lines that were learned: the day of the event and
 * that of the posting, or else the reference (y 0: not known); the years of the title,
 * in c->title and c->title_year. */
struct day date_event(struct dates *c);
struct day date_written(struct dates *c);
void date_title(struct dates *c);

static inline bool date_letter_at(struct view key, size_t at)
{
	size_t n;

	return at < key.len && text_letter(key, at, &n) != LETTER_NONE;
}

/* How far a year is looked for: the rest of a long sentence, not of a long line. */
enum { REACH = 600 };

/* The first year that a sentence names from at on, or 0. */
int date_year_after(struct view key, size_t at);
/* "hằng năm, cứ đến ngày 11/6", "quý I hằng năm": of every year, said beside bytes start..end? */
bool date_every_year(struct view key, size_t start, size_t end);
/* The year of "6 tháng đầu năm" at at..end, where it has none of its own. */
int date_half_year(struct dates *c, struct view key, size_t at, size_t end, bool first_half);
/* Does word stand in the reach of bytes before at? */
bool date_word_before(struct view key, size_t at, size_t reach, const char *word, size_t n);
/* "Sáng 20/11": does a part of the day begin at at? */
bool date_has_session(struct view key, size_t at);
/* "trước 30/6": is the date at at the end of a time? Not in "trước đó, 30/6". */
bool date_is_before(struct view key, size_t at);
/* "tính đến 30/6/2024", "đến ngày 31/12/2025 đạt": up to when something was counted, by when nothing is due. */
bool date_counted_up_to(struct view key, const struct date *d);
#define has_before(key, at, reach, word) date_word_before(key, at, reach, word, sizeof word - 1)
/* Is it a day of the year that stands for what is remembered on it? */
bool date_is_feast(int d, int m);
/* The years that a text says with the word ("năm 2020"), and whether it reviews one. */
void date_years_said(struct years *s, struct view key);
/* The year of a day and month in a text that was written at c->published. */
int date_year_of_day(struct dates *c, struct view key, size_t start, struct day d);

#endif
