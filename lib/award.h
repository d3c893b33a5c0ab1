#ifndef TDK_AWARD_H
#define TDK_AWARD_H

#include "unit.h"

/* Orders, medals, certificates, flags and titles named in a line of text. */

enum award_status { AWARD_MENTION, AWARD_GIVEN, AWARD_PROPOSED, AWARD_TITLE };
extern const char *const award_status_name[];

struct award {
	size_t start, end;                   /* bytes: the name, its class, the giver that is part of it */
	size_t base;                         /* bytes of the name as the list has it */
	const char *name;                    /* the standard form of the base; "": as written */
	size_t base_start;                   /* where the base stands: before start for "hạng Nhất, hạng Nhì" */
	int class;                           /* of one of several classes, from 1; or 0 */
	size_t count;                        /* 0 where not said */
	size_t recipient_start, recipient_end; /* bytes; equal where not said */
	size_t giver_start, giver_end;
	bool unsure; /* who has it is told, and not by one name */
	enum award_status status;
	const char *tag; /* what kind of award it is, by the list */
};

struct award_group; /* "3 tập thể và 11 cá nhân" */

/* Room to work in; zero it. */
struct awards {
	struct units units;
	struct award *found; /* of the last line, in order */
	size_t n, cap;
	struct award_group *group; /* of the line, in order */
	size_t ngroups, capgroups;
	struct str cues; /* of each token: what its word says of an award, CUE_... */
};

/* Find the awards of a line. False when limits stopped the search. */
bool award_find(struct awards *a, enum kind kind, struct view text);
/* Append the name of an award in its standard form. */
void award_name(struct str *out, const struct awards *a, const struct award *x);
/* Append who gets it, without the numbers of a group. */
void award_recipient(struct str *out, const struct awards *a, const struct award *x);
void awards_free(struct awards *a);

#endif
