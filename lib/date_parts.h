#ifndef TDK_DATE_PARTS_H
#define TDK_DATE_PARTS_H

#include "date.h"
#include "rx.h"
#include "text.h"

/* What the files of tdk-date share among themselves: date_forms.c, the forms and the
 * words before them; date_year.c, the year of a day that has none; date_read.c, what
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
	LEAD_CUE = LEAD_FEAST | LEAD_DAY | LEAD_PART | LEAD_WEEKDAY | LEAD_RANGE,
};

/* Groups of a form's pattern. */
enum { D1_, M1_, Y1_, D2_, M2_, Y2_, N_, HALF_, Q_, Q2_, MW_, GROUPS_ };

enum { SPACE = 1, SLASH = 2, POINT = 4, HYPHEN = 8, COMMA = 16 };

struct form {
	const char *name;
	unsigned lead;       /* one of these must stand before; 0: none needed */
	unsigned behind;     /* the bytes that may follow the first number; 0: any */
	unsigned then, last; /* and, where / . or - follows it, the second and the third */
	const char *spaced;  /* and, where that is a space, the byte after; NULL: any */
	const char *pattern;
	const char *example, *value;
};
enum { DATE_FORMS = 30 };
extern const struct form date_forms[];

/* The forms as they are matched, and the numbers of their groups. */
enum { BEHINDS = 6 }; /* SPACE to COMMA, and what is none of them */
struct date_forms {
	struct rx form[DATE_FORMS], clock;
	unsigned char of[BEHINDS][DATE_FORMS + 1]; /* the forms that may have such a byte behind the first number, from 1 */
	unsigned char lead_end[256], lead_next[256]; /* the leads that end in a byte: the first, the next; from 1 */
	int group[DATE_FORMS][GROUPS_];
};

/* What follows the first numbers of a candidate: one of SPACE to COMMA, 0 for another
 * byte; ANY where that is not known. */
enum { ANY = SPACE | SLASH | POINT | HYPHEN | COMMA };
struct skeleton {
	unsigned behind, then, last;
	char next; /* the byte after behind */
};
struct skeleton date_skeleton(struct view key, size_t at, size_t digits);

/* Compile what is compiled once. */
void date_make_forms(struct dates *c);
/* The forms that may begin with that number, from 1, to a 0. */
const unsigned char *date_forms_of(const struct date_forms *f, const struct skeleton *k);
/* Can form f have that skeleton? Most forms are told by it, before any pattern is tried. */
bool date_could_be(const struct form *f, const struct skeleton *k);
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

/* What a form matched. */
struct date_hit {
	size_t form, at, end, start;
	unsigned lead;
	int weekday;
	const struct rx_match *m;
	const int *group; /* numbers of the form's groups */
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
/* "năm 2020", "ngày 5": what has digits behind the word is found at the digits. */
bool date_digits_follow(struct view key, size_t i);

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
/* The year of "6 tháng đầu năm" at at..end, where it has none of its own. */
int date_half_year(struct dates *c, struct view key, size_t at, size_t end, bool first_half);
/* Does word stand in the reach of bytes before at? */
bool date_word_before(struct view key, size_t at, size_t reach, const char *word, size_t n);
#define has_before(key, at, reach, word) date_word_before(key, at, reach, word, sizeof word - 1)
/* Is it a day of the year that stands for what is remembered on it? */
bool date_is_feast(int d, int m);
/* The years that a text says with the word ("năm 2020"), and whether it reviews one. */
void date_years_said(struct years *s, struct view key);
/* The year of a day and month in a text that was written at c->published. */
int date_year_of_day(struct dates *c, struct view key, size_t start, struct day d);

#endif
