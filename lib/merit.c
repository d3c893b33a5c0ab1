#include "merit.h"

#define MERITS_TABLES
#include "merit_words.h"

static const struct lex_table table = {
	merits_state, merits_rest, merits_entry, merits_sense, merits_pool, merits_string, merits_set, LEX_WORD_END,
};

/* class: a list, by its place among those that the table is made of. */
static const struct lex_sense *sense_at(const struct lex *l, size_t byte, int class, size_t *len)
{
	struct view key = { l->key.p, l->text.len };
	unsigned e = lex_match(&table, key, l->text, byte, len);

	for (unsigned i = 0; e && i < table.entry[e].n; i++)
		if (table.sense[table.entry[e].first + i].class == class)
			return &table.sense[table.entry[e].first + i];
	return NULL;
}

const char *merit_at_byte(const struct lex *l, size_t byte, enum merit list, size_t *len)
{
	const struct lex_sense *s = sense_at(l, byte, (int)list, len);

	return s ? lex_string(&table, s->value) : NULL;
}

const char *merit_at(const struct lex *l, size_t t, enum merit list, size_t *len)
{
	return t < l->n ? merit_at_byte(l, l->tok[t].start, list, len) : NULL;
}

const char *merit_tag(const struct lex *l, size_t byte, enum merit list)
{
	size_t len;
	const struct lex_sense *s = sense_at(l, byte, (int)list, &len);

	return s ? merits_tag[s->tag] : "";
}
