#ifndef TDK_AWARD_PARTS_H
#define TDK_AWARD_PARTS_H

#include "award.h"

/* What the files of tdk-awards share among themselves: award.c, names; award_said.c, what
 * the words around say of an award; award_who.c, how many there are, to whom and by whom.
 * Tokens are those of the line, a->units.lex. */

/* The first token from t on that begins at that byte or behind it. */
static inline size_t award_token(const struct lex *l, size_t t, size_t byte)
{
	while (t < l->n && l->tok[t].start < byte)
		t++;
	return t;
}

/* Is token t "và" or the like? */
static inline bool award_and(const struct lex *l, size_t t)
{
	return t < l->n && lex_has(&l->tok[t], CLASS_CONNECTORS, TAG_AND);
}

/* A group of recipients by its tokens: "3 tập thể và 11 cá nhân". */
struct award_group {
	size_t start, end, first, last, count; /* tokens; first and last of the nouns */
};

/* What a word says of an award. */
enum { CUE_GIVE = 1, CUE_TAKE = 2, CUE_PROPOSE = 4, CUE_VOTE = 8, CUE_CONFER = 16, CUE_ONLY = 32, CUE_PAST = 64 };

/* An office or a unit at token t: the token after it, or t. */
size_t award_office_at(const struct awards *a, size_t t);

/* What each word says, once a line: an award looks back over many of them. */
void award_read_cues(struct awards *a);
/* Does a sentence end with token t? Not with the point of 1.318 or 1.2.2020. */
bool award_sentence_ends(const struct lex *l, size_t t);
/* The status of the award at token t, from the words of the sentence before it: the verb
 * nearest to it, unless a proposal or a standard is what it is part of. The token of the
 * verb through *verb. */
enum award_status award_read_status(const struct awards *a, size_t t, size_t *verb);

/* "gần", "hơn": does token t say that the number behind it is not exact? */
bool award_about(const struct lex *l, size_t t);
/* A number, in digits or as a word, at token t: the token after it, or t. */
size_t award_number_at(const struct lex *l, size_t t, size_t *n);
/* All groups of the line ("3 tập thể và 11 cá nhân"), each once: read from the left, so
 * that a long chain of them costs its length. */
void award_read_groups(struct awards *a);
/* The number of groups that begin before token t. */
size_t award_groups_upto(const struct awards *a, size_t t);
void award_set_group(const struct lex *l, struct award *x, const struct award_group *g);
/* Unit u of those found and those that "và" and commas join to it have it: "Công ty A, Công ty B
 * và Công ty C", in the sentence from token clause on. */
void award_set_units(const struct awards *a, struct award *x, size_t u, size_t clause);
/* What awards are counted by, at token t: the token after it, or t. */
size_t award_noun_at(const struct lex *l, size_t t);
/* Do tokens t and k read alike: "Sở", "Trường THPT"? */
bool award_reads_alike(const struct lex *l, size_t t, size_t k);
/* Who is given, and by whom, in "Sở Y tế (...) đã được Bộ Y tế tặng ...", "ông A, Giám đốc
 * Sở, đón nhận ..." before the verb (award_subject.c). False where the sentence has a subject
 * of its own, so that no group told of before is meant. */
bool award_read_subject(const struct awards *a, struct award *x, size_t verb, size_t clause);
/* Who gives stands right before the verb, or behind "thừa ủy quyền của"; who is given
 * before "được", or before the verb of taking. The clause begins at token clause. */
void award_read_actors(const struct awards *a, struct award *x, size_t verb, size_t clause);
/* "Anh Lê Văn A được Chủ tịch UBND tỉnh tặng ...", "suy tôn Sở Y tế đề nghị UBND tỉnh
 * tặng ...": who is named before the verb. */
void award_read_before(const struct awards *a, struct award *x, size_t clause, size_t verb);
/* "tặng ông A, Giám đốc Sở Y tế, Huân chương ...": who is named between the verb and the award at token t. */
void award_read_between(const struct awards *a, struct award *x, size_t verb, size_t t);
/* "... cho 3 tập thể và 11 cá nhân", "... cho Sở Y tế", "... cho ông Vũ Văn A" behind
 * token t. */
void award_read_after(struct awards *a, struct award *x, size_t t);

#endif
