#ifndef TDK_DATE_PARTS_H
#define TDK_DATE_PARTS_H

#include "date.h"
#include "rx.h"

/* What the files of tdk-date share among themselves: date_forms.c, the forms and the
 * words before them; date_year.c, the year of a day that has none; date.c, which
 * reads a line. Keys are those of text_key; offsets are bytes. */

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

/* Groups of a form's pattern. */
enum { D1_, M1_, Y1_, D2_, M2_, Y2_, N_, HALF_, Q_, Q2_, MW_, GROUPS_ };

enum { SPACE = 1, SLASH = 2, POINT = 4, HYPHEN = 8, COMMA = 16 };

struct form {
	const char *name;
	unsigned lead;       /* one of these must stand before; 0: none needed */
	unsigned behind;     /* the bytes that may follow the first number; 0: any */
	const char *spaced;  /* and, where that is a space, the byte after; NULL: any */
	const char *pattern;
	const char *example, *value;
};
enum { DATE_FORMS = 27 };
extern const struct form date_forms[];

/* The forms as they are matched, and the numbers of their groups. */
struct date_forms {
	struct rx form[DATE_FORMS], clock;
	bool lead_end[256]; /* bytes that a word of leads ends in */
	int group[DATE_FORMS][GROUPS_];
};

/* Compile what is compiled once. */
void date_make_forms(struct dates *c);
/* Can form f begin with a number that z and then next follow? Most forms are told
 * by that, before any pattern is tried. */
bool date_could_be(const struct form *f, unsigned char z, char next);
/* Match form f at a byte of the key. */
enum rx_answer date_match(struct dates *c, size_t f, struct view key, size_t at, struct rx_match *m);
/* A group as a number; -1 where it is not set. */
int date_number(struct view key, const struct rx_match *m, int group);
int date_month_word(struct view w); /* "tư" is 4, "july" 7; 0 for none */
bool date_space_before(struct view key, size_t at);
/* The first of the bytes these, and of what they skip, that end at at. */
size_t date_skip_back(struct view key, size_t at, const char *these);
/* "Thứ 3, 13/12/2022": does the digit at i name a weekday? */
bool date_is_weekday(struct view key, size_t i);
/* What stands before at: its kinds (LEAD_...), the beginning of the expression
 * through *start, the weekday through *weekday (0: none). */
unsigned date_look_back(const struct date_forms *f, struct view key, size_t at, size_t *start, int *weekday);

/* How far a year is looked for: the rest of a long sentence, not of a long line. */
enum { REACH = 600 };

/* The first year that a sentence names from at on, or 0. */
int date_year_after(struct view key, size_t at);
/* The year of "6 tháng đầu năm" at at..end, where it has none of its own. */
int date_half_year(const struct dates *c, struct view key, size_t at, size_t end, bool first_half);
/* Does word stand in the reach of bytes before at? */
bool date_word_before(struct view key, size_t at, size_t reach, const char *word, size_t n);
#define has_before(key, at, reach, word) date_word_before(key, at, reach, word, sizeof word - 1)
/* Is it a day of the year that stands for what is remembered on it? */
bool date_is_feast(int d, int m);
/* The years that a text says with the word ("năm 2020"), and whether it reviews one. */
void date_years_said(struct years *s, struct view key);
/* The year of a day and month in a text that was written at c->published. */
int date_year_of_day(const struct dates *c, struct view key, size_t start, struct day d);

#endif
