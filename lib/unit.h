#ifndef TDK_UNIT_H
#define TDK_UNIT_H

#include "lexicon.h"
#include "stream.h"

/* Organisations, and places, named in a line of text. */

enum unit_role {
	UNIT_MENTION,
	UNIT_HOST,
	UNIT_HEAD,
	UNIT_DEPUTY,
	UNIT_MEMBER,
	UNIT_VENUE,
	UNIT_ISSUER,
	UNIT_AUTHOR,
	UNIT_GUEST,
};
extern const char *const unit_role_name[];

struct unit {
	size_t first, last; /* tokens */
	int kind;           /* TAG_STATE ... */
	enum unit_role role;
	bool cluster;
	size_t head, head_last; /* tokens of a head that stands once for a list, or UNIT_OWN_HEAD */
	size_t level;           /* token of a level that does, or UNIT_OWN_HEAD */
	size_t place, place_last; /* tokens of a place that does, or UNIT_OWN_HEAD */
};
#define UNIT_OWN_HEAD ((size_t)-1)

struct unit_rules;

/* Room to work in; zero it. The tokens of the line stay in lex, for those who
 * need units and words at once (person.h). */
struct units {
	struct lex lex;
	struct str quoted;  /* of each token: does it stand between quotation marks? */
	struct str covered; /* of each token: is it inside a unit? */
	struct unit *found; /* of the last line, in order, none inside another */
	size_t n, cap;
	struct unit_rules *rules;
	struct lex_names *learned; /* short forms that the document introduces */
	bool listing;              /* a list of members was opened that goes on with a line for each */
};

/* A document begins; its lines tell their short forms ("Thanh tra Chính phủ (TTCP)")
 * before any of them is searched. Those of meta and contact tell none; of plain text,
 * which is read line by line, a line tells those behind it. */
void unit_begin(struct units *u);
void unit_learn(struct units *u, enum kind kind, struct view text);

/* Find the units of a line. False when limits stopped the search. */
bool unit_find(struct units *u, enum kind kind, struct view text);
/* The same in two steps: its tokens, for those who need the units only where some
 * word stands, then the units. */
void unit_read(struct units *u, struct view text);
bool unit_find_read(struct units *u, enum kind kind);
/* "Trường Giang", "Tin, ảnh: Ban Mai", "Anh Tuấn" in a byline: do two words that are a pen name
 * end it at token t, though the first is the head of a unit or a form of address elsewhere? */
bool unit_pen_name(const struct lex *l, size_t t);
/* "trao tặng Đại tá Lê Văn Nam Huân chương ...": does the name of an award begin at token t? */
bool unit_award_begins(const struct lex *l, size_t t);
/* The first unit that begins at token t of the line or behind it: its index in found, or n. */
size_t unit_from(const struct units *u, size_t t);
/* The unit that begins at token t, or NULL. */
const struct unit *unit_at(const struct units *u, size_t t);
/* Is token t inside a unit? */
bool unit_covers(const struct units *u, size_t t);
/* Is token t between quotation marks? */
bool unit_quoted(const struct units *u, size_t t);
/* Does a body stand at token t that works for a meeting and is no unit: "Ban Tổ chức Hội nghị"? */
bool unit_of_meeting(const struct lex *l, size_t t);

/* Append the canonical name of tokens first..last: short forms written out, one
 * spelling of tone marks and dashes, ALL CAPS undone. */
void unit_name(struct str *out, const struct lex *l, size_t first, size_t last);

/* The same of a unit, with the head or the place that it shares with others. */
void unit_full_name(struct str *out, const struct lex *l, const struct unit *x);

void units_free(struct units *u);

/* Rule i of those that units are found by, for lib/mkpatterns; NULL behind the last. */
const char *unit_rule(size_t i);

struct place {
	size_t start, end; /* bytes */
	struct view name, now; /* static */
	const char *code;
};
/* The province at token t, if that is what the token stands for there. */
bool place_at(const struct units *u, size_t t, struct place *p);

#endif
