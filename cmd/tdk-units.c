#include <ctype.h>
#include <string.h>

#include "names.h"
#include "tool.h"
#include "unit.h"

static const struct opt options[] = {
	{ 'd', "dictionary", "file", "take names from this file as well" },
	{ 0 },
};

static struct lex_names names;

static bool option(struct tool *t, char c, const char *arg)
{
	struct units *u = t->self;

	(void)c;
	u->lex.own = &names;
	return names_load(&names, arg);
}

static void put_places(struct units *u, struct sink *s)
{
	struct place p;

	for (size_t t = 0; t < u->lex.n; t++) {
		char code[16] = "";

		if (!place_at(u, t, &p))
			continue;
		for (size_t i = 0; i < sizeof code - 1 && p.code[i]; i++)
			code[i] = (char)toupper((unsigned char)p.code[i]);
		sink_put(s, KIND_PLACE, p.start, p.end, (struct view[]){ p.name, view_of(code), p.now });
	}
}

static void begin(void *self)
{
	unit_begin(self);
}

static void learn(void *self, enum kind kind, struct view text)
{
	unit_learn(self, kind, text);
}

static bool find(void *self, enum kind kind, struct view text, struct sink *s)
{
	struct units *u = self;
	struct str name = { 0 };

	if (kind == KIND_META || kind == KIND_CONTACT)
		return true;
	bool fine = unit_find(u, kind, text);

	for (size_t k = 0; k < u->n; k++) {
		const struct unit *x = &u->found[k];

		name.len = 0;
		unit_full_name(&name, &u->lex, x);
		sink_put(s, KIND_UNIT, u->lex.tok[x->first].start, u->lex.tok[x->last].end,
			 (struct view[]){ { name.p, name.len },
					  view_of(lex_tag_name(x->kind)),
					  view_of(unit_role_name[x->role]) });
	}
	put_places(u, s);
	str_free(&name);
	return fine;
}

int main(int argc, char **argv)
{
	static const char *const columns[] = { "line", "start", "end", "name", "kind", "role", "text", NULL };
	static const struct extractor extractor = {
		.owns = KIND_BIT(KIND_UNIT) | KIND_BIT(KIND_PLACE),
		.table = KIND_UNIT,
		.begin = begin,
		.learn = learn,
		.find = find,
	};
	static struct units units;
	static struct tool t = {
		.name = "tdk-units",
		.about = "Find organisations and provinces in Vietnamese text.",
		.opts = options,
		.option = option,
		.file = tool_extract,
		.columns = columns,
		.extractor = &extractor,
		.self = &units,
	};

	return tool_main(&t, argc, argv);
}
