/* The tables of lib/dict, and what reads them by themselves. They stand apart from
 * lexicon.c since analysers take minutes for tables. */
#include "lexicon.h"

#define WORDS_TABLES
#include "words.h"

const struct lex_table lex_words = {
	words_state,
	words_rest,  words_entry,  words_sense, words_pool, words_string,
	words_set, LEX_WORD_END,
};

unsigned lex_model(int class, struct view tag)
{
	for (unsigned e = 1; e < sizeof words_entry / sizeof *words_entry; e++) {
		const struct lex_sense *s = &words_sense[words_entry[e].first];

		if (words_entry[e].n == 1 && s->class == class && !s->value && view_is(tag, words_tag[s->tag]))
			return e;
	}
	return 0;
}

const unsigned char *lex_sets_with(int class, size_t *n)
{
	*n = (size_t)(words_in_from[class + 1] - words_in_from[class]);
	return words_in + words_in_from[class];
}

const char *lex_class_name(int class)
{
	return words_class[class];
}

const char *lex_tag_name(int tag)
{
	return words_tag[tag];
}
