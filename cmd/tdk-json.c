#include <stdlib.h>
#include <unistd.h>

#include "record.h"
#include "tool.h"
#include "whole.h"

struct state {
	struct whole whole;
	struct json json;
	struct record_options options;
};

static const struct opt options[] = {
	{ 'l', "lines", NULL, "add the lines of text" },
	{ 'p', "pretty", NULL, "one key a line, for people and for diff" },
	{ 's', "schema", NULL, "print the JSON Schema of the output and exit" },
	{ 'v', "verbose", NULL, "say where a page contradicts itself" },
	{ 0 },
};

static bool option(struct tool *t, char c, const char *arg)
{
	struct state *s = t->self;

	(void)arg;
	if (c == 's') {
		for (const char *const *l = record_schema; *l; l++) {
			out_str(&t->out, *l);
			out_ch(&t->out, '\n');
		}
		out_close(&t->out);
		_exit(0);
	}
	s->options.lines |= c == 'l';
	s->options.verbose |= c == 'v';
	s->json.pretty |= c == 'p';
	return true;
}

static void document(void *tool, const struct doc *d)
{
	struct tool *t = tool;
	struct state *s = t->self;

	if (t->only) {
		struct view row[RECORD_COLUMNS];

		t->found |= record_row(d, row);
		tool_row(t, d->id, row, RECORD_COLUMNS);
		return;
	}
	s->json.out = &t->out;
	s->json.depth = 0;
	s->json.empty = true;
	t->found |= record_write(&s->json, d, &s->options);
	out_ch(&t->out, '\n');
}

static bool file(struct tool *t, const char *path)
{
	struct state *s = t->self;

	return whole_each(&s->whole, path, &t->out, document, t);
}

int main(int argc, char **argv)
{
	static struct state state;
	static struct tool t = {
		.name = "tdk-json",
		.about = "Put the records of each document together as one JSON object.",
		.opts = options,
		.option = option,
		.file = file,
		.columns = record_column,
		.self = &state,
	};

	return tool_main(&t, argc, argv);
}
