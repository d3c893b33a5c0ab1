#ifndef TDK_PERSON_PARTS_H
#define TDK_PERSON_PARTS_H

#include "person.h"

/* What the parts of the recogniser of people share. Tokens are those of the line. */

static inline bool is_dash(const struct lex *l, size_t t)
{
	return t < l->n && (l->tok[t].symbol == SYM_DASH || l->tok[t].symbol == SYM_GLUE);
}

static inline bool is_mark(const struct lex *l, size_t t, char c)
{
	return t < l->n && l->tok[t].symbol == (uint8_t)c;
}

/* Add a person whose name is tokens first..last. */
struct person *person_add(struct people *p, size_t first, size_t last);

/* ---- names (person_name.c) ---- */

/* Of tokens first..last. */
size_t person_syllables(const struct lex *l, size_t first, size_t last);
/* The last token of a name that starts at t, or 0; any: a name of any shape. *fine becomes
 * false where limits stopped the search. */
size_t person_name_at(struct people *p, size_t t, bool any, bool *fine);
/* Does the word before token t say that this is the name of a street, a school, a prize? */
bool person_names_thing(const struct people *p, size_t t);
/* Is it one of those that things are named after? */
bool person_historical(const struct lex *l, size_t first, size_t last);
/* How sure the surname at token t alone makes a name: 0 not at all .. 3. */
int person_surname_weight(const struct lex *l, size_t t);
/* Does a highland name begin with token t, by its apostrophe: "H'Nhung", "K’Brểu"? */
bool person_apostrophe(const struct lex *l, size_t t);
/* Is token t "văn" or "thị", which stand in the middle of names and nowhere else? */
bool person_middle_of_sex(const struct lex *l, size_t t);
bool person_has_middle(struct people *p, size_t t);
void person_names_free(struct people *p);

/* ---- offices (office.c) ---- */

/* Read an office at token t; true and the token after it through *next. */
bool office_at(const struct people *p, size_t t, struct office *o, size_t *next);
bool office_begins(const struct lex *l, size_t t);
/* Is its unit told? */
static inline bool office_has_unit(const struct office *o)
{
	return o->unit_first <= o->unit_last;
}
/* The token behind the parents of its unit that follow at token t, or behind what says whose that
 * unit is ("của Quốc hội"); or t. */
size_t office_behind_parents(const struct people *p, size_t t);
size_t office_behind_owner(const struct people *p, size_t t);
/* The hamlet that is named at token t, behind an office of one: the token after it, or t. */
size_t office_hamlet_after(const struct people *p, struct office *o, size_t t);
/* Offices in a row from token t, given to that person: the token after the last (office_row.c). */
size_t offices_read(struct people *p, size_t t, size_t person, bool after_name);
void office_add(struct people *p, const struct office *o, size_t person);
/* Words at token t say that an office follows which the person holds: its token, or 0. */
size_t office_held_as(const struct people *p, size_t t);
/* Is the office at tokens t..next-1 one that the person named last takes: "được Bộ Tài chính
 * điều động giữ chức Phó Vụ trưởng"? */
bool office_taken(const struct people *p, size_t t, size_t next);
/* The unit behind the comma or the dash at token t, or NULL. */
const struct unit *office_parent(const struct people *p, size_t t);
/* Is the office that ends with token t that of a hamlet, whose name may follow? */
bool office_of_hamlet(const struct lex *l, size_t t);
/* "Trưởng thôn Đồng Tâm Nguyễn Văn Ba": the name of a hamlet between the office that was
 * read last, which ends before token t and becomes as long, and a name. Where that begins, or t. */
size_t office_hamlet_before(struct people *p, size_t t);
/* Does an office of that person stand right before the name; or before it with a dash? */
bool office_before_name(const struct people *p, size_t person);
bool office_before_mark(const struct people *p, size_t person);
/* Does a whole name stand at token t; or behind the mark there, with forms of address? */
bool person_name_follows(struct people *p, size_t t);
bool person_name_behind(struct people *p, size_t t);

/* "Giám đốc Công ty Lê Văn Nam": does a whole name stand behind the head of a firm at token t? */
bool office_of_firm(const struct lex *l, size_t t);
/* Is the office before token t of who is named behind it: "Cụm phó là bà B"? */
bool office_is_of(struct people *p, size_t t);
/* Where the offices begin behind what is told of a person at token t ("sinh năm 1936"), or t. */
size_t person_particulars(const struct people *p, size_t t);

/* ---- offices of several (office_shared.c) ---- */

/* Is the office at token first said to be of several, "hai Phó Chủ tịch"; or do several names stand
 * behind the colon at token t, behind an office at token first that several can hold at a time? */
bool office_counted(const struct lex *l, size_t first);
bool office_of_row(struct people *p, size_t first, size_t t);
/* Do those named behind "là", at token t, share the office that begins at token first? */
bool office_shared_by(const struct lex *l, size_t first, size_t t);
/* The offices from first on that the person me takes are also of those beside who have none. */
void office_share_held(struct people *p, size_t me, size_t first);
bool office_chosen_at(const struct lex *l, size_t t);

/* ---- evidence (person_evidence.c) ---- */

/* In a byline, may a pen name of any shape begin at token t? */
bool person_signs(const struct lex *l, size_t t);
/* Evidence enough for the name first..last where nothing stands before it; or because it is
 * right behind another in a row? */
bool person_believed(struct people *p, enum kind kind, size_t first, size_t last);
bool person_in_row(const struct people *p, size_t first, size_t last, bool plural);
/* Where a name that was read from token first to last begins: what stands right before it may be its own. */
size_t person_whole_name(const struct people *p, size_t first, size_t last);
/* The last token of a name at token t, of any shape, that the year of birth or the people of who has it follow, or 0. */
size_t person_described(struct people *p, size_t t, bool *fine);
/* Does a sure name of three syllables or four at token t stand right before what somebody does? */
bool person_acts(struct people *p, size_t t);
/* Does a list of individuals begin at token t? */
bool person_individuals(const struct lex *l, size_t t);
/* Does token t tell what somebody is, "nhà giáo", and are tokens first..last behind it the name of one? */
bool person_by_calling(const struct lex *l, size_t t);
bool person_named_by_calling(const struct lex *l, size_t t, size_t first, size_t last);

/* ---- parts (person_part.c) ---- */

/* The part that a verb gives, or PART_MENTION. */
enum part person_verb_part(const struct token *t);
/* The token after a bracket that opens at t, or t. */
size_t person_skip_bracket(const struct lex *l, size_t t);
/* What a person does, from the words behind the offices (token t) and before the name. */
enum part person_part_of(const struct people *p, enum kind kind, const struct person *x, size_t t);
/* "A, Giám đốc ...; B, Phó Giám đốc ... đồng chủ trì": the verb is said of both. */
void person_share_parts(struct people *p);

#endif
