#ifndef TDK_PERSON_H
#define TDK_PERSON_H

#include "unit.h"

/* People named in a line of text, and the offices they are given there. */

enum part { PART_MENTION, PART_CHAIR, PART_SPEAKER, PART_GUEST, PART_AUTHOR, PART_RECIPIENT };
extern const char *const part_name[];

struct person {
	size_t start, end;         /* bytes of the name */
	size_t first, last;        /* its tokens */
	size_t honorific_start, honorific_end; /* equal where there is none */
	size_t next;               /* the token after its offices */
	enum part part;
};

struct office {
	size_t start, end;         /* bytes of the whole: "Phó Trưởng Ban Thi đua - Khen thưởng" */
	size_t title_start, title_end; /* "Phó Trưởng Ban"; equal where only a unit stands */
	size_t unit_first, unit_last;  /* tokens of "Ban Thi đua - Khen thưởng", whose first word the
					* title may share; none where last < first */
	size_t person;             /* index into people, or NO_PERSON: of the byline above */
};
enum { NO_PERSON = 1 << 30 };

struct person_rules;

/* Room to work in; zero it and call person_begin for each document. */
struct people {
	struct units units;
	struct person *found;
	size_t n, cap;
	struct office *office;
	size_t noffices, capoffices;
	struct person_rules *rules;
	bool byline; /* the line before named who wrote the page */
	size_t byline_person; /* code point at which that name stood; set by the caller */
};

void person_begin(struct people *p);
bool person_find(struct people *p, enum kind kind, struct view text);
/* The same of a line of kind meta, which names nobody but who wrote the page. */
bool person_stamp(struct people *p, struct view text);
/* Append the name as names are written: not in ALL CAPS, one spelling of tones. */
void person_name(struct str *out, struct view name);
/* Is the line that was searched last an office and nothing more, as the line above the
 * name in a signature ("PHÓ CHỦ TỊCH")? */
bool person_office_alone(const struct people *p, struct office *o);
void people_free(struct people *p);

/* Rule i of those that names are found by, for lib/mkpatterns; NULL behind the last. */
const char *person_rule(size_t i);

#endif
