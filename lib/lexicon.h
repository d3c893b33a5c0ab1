#ifndef TDK_LEXICON_H
#define TDK_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "str.h"

/* The words of lib/dict, and a line of text as tokens with classes. */

#define WORDS_NAMES
#include "word_names.h"
#undef WORDS_NAMES

/* What one list says of a phrase: the list (CLASS_...), its tag (TAG_...) and
 * its value, a string; 0 where the value is the phrase itself. */
struct lex_sense {
	uint8_t class, tag;
	uint16_t value;
};
struct lex_entry {
	uint16_t first, exact;
	uint8_t n, set;
	uint16_t spelling; /* of a field of work or a unit of several words, as its row has it */
};

/* One state of the trie: its children stand from base / 2 on, each with this state as
 * its check; term is the entry that ends here; where only one is left, only is its
 * entry and base / 2 the place of its last bytes in rest. Where there is either, base is odd:
 * all other states are passed with one look. */
enum { LEX_ENDS = 1 };
struct lex_state {
	unsigned base;
	unsigned short check, term, only;
};

/* A table made by mkdict.awk. */
struct lex_table {
	const struct lex_state *state;
	const unsigned char *rest;
	const struct lex_entry *entry;
	const struct lex_sense *sense;
	const unsigned char *pool; /* the strings, one after another */
	const unsigned *string;    /* where they begin there */
	const unsigned long *set;
	enum { LEX_WORD_END, LEX_CAPITAL, LEX_ANYWHERE } end; /* where a phrase may end: before a capital too, in a word */
};
extern const struct lex_table lex_words;

static inline const char *lex_string(const struct lex_table *t, unsigned number)
{
	return (const char *)t->pool + t->string[number];
}

enum caps { CAPS_LOW, CAPS_FIRST, CAPS_ALL };

/* Symbols of tokens: a mark is itself, or one of these. */
enum {
	SYM_NUMBER = '#',
	SYM_ROMAN = '$',
	SYM_DASH = '-', /* with a space on one side at least */
	SYM_GLUE = '=', /* a dash between letters or digits, without spaces */
	SYM_QUOTE = '"',
	SYM_OPEN = '<', /* [ */
	SYM_CLOSE = '>',
	SYM_OTHER = '?',
	SYM_WORD = 'A', /* every word */
};

/* What the rules of rule.h are matched on, one byte a token: a mark by its place
 * in lex_marks, from 1; a word by CODE_WORD + caps * CODE_SETS + its set of classes, where
 * set 0 is a word of no list. What a rule asks for is a few ranges then. */
enum { CODE_WORD = 18, CODE_SETS = WORDS_SETS + 1, CODES = CODE_WORD + 3 * CODE_SETS };
static inline int lex_code(int caps, int set)
{
	return CODE_WORD + caps * CODE_SETS + set;
}
extern const char lex_marks[];

/* Marks a row of the names that the document taught, in token.own. */
#define LEX_LEARNED (1u << 31)

struct token {
	size_t start, end; /* bytes of the line */
	unsigned long set; /* the lists it is in, a bit each */
	uint16_t entry;    /* of lex_words; 0 for none */
	uint8_t symbol;
	uint8_t caps;
	uint32_t own; /* a user's name, or with LEX_LEARNED one of the document: its row from 1; 0 for none */
};

/* A line as tokens. Made by lex_line and used again for the next line. */
struct lex_names;
struct lex {
	struct view text;
	struct str key;     /* text_key of the text */
	struct token *tok;
	size_t n, cap;
	struct str codes; /* one byte a token */
	const struct lex_names *own;     /* names.h; may be NULL */
	const struct lex_names *learned; /* short forms of the document; may be NULL */
};

void lex_line(struct lex *l, struct view text);
/* Make two of token t, a phrase that is none here: the first so many words of it,
 * and the rest. */
void lex_split(struct lex *l, size_t t, size_t words);
/* Make token t, a number in Roman letters that some list holds as a word, a number. */
void lex_number(struct lex *l, size_t t);
bool lex_roman(const struct lex *l, size_t t);
/* Make token t a word of no list. */
void lex_forget(struct lex *l, size_t t);

/* To the rules token t, in small letters, begins with a capital; its caps stay. */
void lex_raise(struct lex *l, size_t t);
/* Make token t a word of that list alone, with that tag. */
void lex_make(struct lex *l, size_t t, int class, const char *tag);
void lex_free(struct lex *l);

/* The longest phrase of table at key[at], which starts a word there: its entry
 * and, through *len, its bytes; 0 for none. text is what key was made of. */
unsigned lex_match(const struct lex_table *table, struct view key, struct view text, size_t at, size_t *len);

/* An entry that is in this list alone, with this tag and no value: what stands for
 * a user's name of that kind. 0 for none. */
unsigned lex_model(int class, struct view tag);
/* Does no letter or digit go on at byte at? */
bool lex_word_ends(struct view text, size_t at);

/* What names.h does for lex_line: the longest user's name at key[at], which starts
 * a word there, as lex_match; and its full name. */
unsigned names_match(const struct lex_names *u, struct view key, struct view text, size_t at, size_t *len, size_t *row);
struct view names_value(const struct lex_names *u, size_t row);

/* Is a token in a list, or in one of several (LEX_BIT of each)? */
#define LEX_BIT(class) (1ul << (class))
static inline bool lex_is(const struct token *t, int class)
{
	return t->set >> class & 1;
}
static inline bool lex_any(const struct token *t, unsigned long classes)
{
	return t->set & classes;
}
/* Can a unit begin with it; is it a word of units at all, those of clusters included? */
#define LEX_UNIT_HEADS (LEX_BIT(CLASS_UNIT_HEAD) | LEX_BIT(CLASS_UNIT_FIELD) | LEX_BIT(CLASS_UNIT_PLACE) | LEX_BIT(CLASS_UNIT_WHOLE))
#define LEX_UNIT_WORDS (LEX_UNIT_HEADS | LEX_BIT(CLASS_UNIT_CLUSTER) | LEX_BIT(CLASS_UNIT_SHORT))
static inline bool lex_unit_begins(const struct token *t)
{
	return lex_any(t, LEX_UNIT_HEADS);
}
static inline bool lex_unit_word(const struct token *t)
{
	return lex_any(t, LEX_UNIT_WORDS);
}
/* The sense of a token in one list, or NULL. */
const struct lex_sense *lex_sense_in(const struct token *t, int class);
static inline const struct lex_sense *lex_sense(const struct token *t, int class)
{
	return lex_is(t, class) ? lex_sense_in(t, class) : NULL;
}
/* Is it in that list, with this tag? */
static inline bool lex_has(const struct token *t, int class, int tag)
{
	const struct lex_sense *s = lex_sense(t, class);

	return s && s->tag == tag;
}

/* Does a token read so, in the spelling of keys? */
static inline bool lex_reads(const struct lex *l, const struct token *t, const char *key)
{
	const char *p = l->key.p + t->start;
	size_t n = t->end - t->start;

	for (size_t i = 0; i < n; i++)
		if (p[i] != key[i])
			return false; /* also where key ends */
	return !key[n];
}

/* The same of token t, which may be beyond the last. */
static inline bool lex_word(const struct lex *l, size_t t, const char *key)
{
	return t < l->n && lex_reads(l, &l->tok[t], key);
}

/* Does it read as one of n words? LEX_ONE_OF: as one of a list. */
static inline bool lex_one_of(const struct lex *l, size_t t, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (lex_word(l, t, words[i]))
			return true;
	return false;
}
#define LEX_ONE_OF(l, t, words) lex_one_of(l, t, words, sizeof(words) / sizeof *(words))

/* Do the words that end with token t read so? They may be several tokens. */
static inline bool lex_view_ends(const struct lex *l, size_t t, struct view words)
{
	size_t n = words.len, end = l->tok[t].end;
	const char *key = l->key.p + end;

	if (end < n || key[-1] != words.p[n - 1] || memcmp(key - n, words.p, n))
		return false;
	return end == n || strchr(" \"(", key[-1 - (ptrdiff_t)n]) || (end >= n + 3 && (unsigned char)key[-3 - (ptrdiff_t)n] == 0xe2);
}

static inline bool lex_words_end(const struct lex *l, size_t t, const char *words)
{
	return lex_view_ends(l, t, (struct view){ words, strlen(words) });
}

/* One of n phrases; LEX_ENDS_ONE_OF: one of a list. */
static inline bool lex_ends_one_of(const struct lex *l, size_t t, const char *const *phrases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (lex_words_end(l, t, phrases[i]))
			return true;
	return false;
}
#define LEX_ENDS_ONE_OF(l, t, phrases) lex_ends_one_of(l, t, phrases, sizeof(phrases) / sizeof *(phrases))

/* Is token t one word, no phrase of the lists? */
bool lex_one_word(const struct lex *l, size_t t);
/* Does the text at that byte read so? */
bool lex_key_is(const struct lex *l, size_t byte, const char *key);
static inline bool lex_key_at(const struct lex *l, size_t byte, const char *key)
{
	return byte < l->text.len && l->key.p[byte] == *key && lex_key_is(l, byte, key); /* nearly always the first byte tells */
}

/* Letters that a firm's own name has at least, to stand for it as a short form does: of the syllables
 * only "nghiêng" has as many. */
enum { LEX_BRAND = 7 };

/* Does one of n phrases begin with token t, which may be beyond the last? LEX_BEGINS_ONE_OF: one of a list. */
static inline bool lex_begins_one_of(const struct lex *l, size_t t, const char *const *phrases, size_t n)
{
	for (size_t i = 0; t < l->n && i < n; i++)
		if (lex_key_at(l, l->tok[t].start, phrases[i]))
			return true;
	return false;
}
#define LEX_BEGINS_ONE_OF(l, t, phrases) lex_begins_one_of(l, t, phrases, sizeof(phrases) / sizeof *(phrases))

/* How the lists spell token t, a field of work or a unit of several words; none for others. */
struct view lex_spelling(const struct token *t);
/* The standard form that a sense gives, or the text of the token. */
struct view lex_value(const struct lex *l, const struct token *t, const struct lex_sense *s);
struct view lex_text(const struct lex *l, size_t first, size_t last); /* tokens first..last */

const char *lex_class_name(int class);

/* The sets of classes that a class is in, n of them. */
const unsigned char *lex_sets_with(int class, size_t *n);
const char *lex_tag_name(int tag);

#endif
