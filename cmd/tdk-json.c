#include <stdlib.h>
#include <unistd.h>

#include "record.h"
#include "tool.h"

struct state {
	struct stream stream;
	struct json json;
	struct record_options options;
	struct str raw;   /* raw text as the lines of one document */
	struct doc doc;   /* over raw */
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

static void document(struct tool *t, const struct doc *d)
{
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

/* Raw text comes line by line: keep it until its end, as a stream has it. */
static void keep(struct state *s, const struct doc *d)
{
	struct str *r = &s->raw;
	struct view text = doc_text(d, 0);
	size_t from = r->len;

	str_add(r, "text\t", 5);
	str_num(r, d->lines[0].number);
	str_ch(r, '\t');
	str_add(r, text.p, text.len);
	if (s->doc.n == s->doc.cap)
		doc_grow(&s->doc);
	struct line *l = &s->doc.lines[s->doc.n++];

	*l = (struct line){ .off = from, .len = r->len - from };
	line_parse(l, r->p);
	str_ch(r, '\n');
}

static bool file(struct tool *t, const char *path)
{
	struct state *s = t->self;
	struct stream *in = &s->stream;

	if (!stream_open(in, path, &t->out))
		return false;
	for (;;) {
		switch (stream_next(in)) {
		case PIECE_DOC:
			document(t, &in->doc);
			break;
		case PIECE_STRAY:
			break; /* said already */
		case PIECE_OPEN:
			s->raw.len = s->doc.n = 0;
			s->doc.id = in->doc.id;
			s->doc.file = path;
			s->doc.nr = 1;
			break;
		case PIECE_LINE:
			keep(s, &in->doc);
			break;
		case PIECE_CLOSE:
			s->doc.base = s->raw.p;
			document(t, &s->doc);
			break;
		case PIECE_END:
			stream_close(in);
			return !in->bad && !in->in.failed;
		}
	}
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
