#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "err.h"
#include "show.h"
#include "timeline.h"
#include "tool.h"
#include "whole.h"

enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };
enum { WIDTH = 80, WIDTH_MAX = 10000 };

struct state {
	struct whole whole;
	struct show show;
	struct timeline timeline;
	enum when colour;
	bool line, chosen, begun; /* line: --timeline; chosen: --width was given */
};

static const struct opt options[] = {
	{ 'b', "brat", "DIR", "write standoff files for annotators to DIR" },
	{ 'c', "color", "WHEN", "colour the marks: always, never or auto" },
	{ 'k', "kinds", "KIND,...", "show only these kinds of records" },
	{ 'm', "html", NULL, "write one page of HTML" },
	{ 's', "svg", NULL, "write a picture (SVG)" },
	{ 't', "timeline", NULL, "show when which cluster met, of all documents" },
	{ 'w', "width", "COLUMNS", "break lines there; 0: nowhere" },
	{ 0 },
};

static const char *const columns[] = { "line", "start", "end", "kind", "value", "text", NULL };

static bool choose_kinds(struct show *s, const char *list)
{
	unsigned long chosen = 0;

	for (const char *p = list; *p; p += *p == ',') {
		size_t n = strcspn(p, ",");
		enum kind k = kind_named((struct view){ p, n });

		if (!(SHOW_KINDS & KIND_BIT(k))) {
			warn("no kind of record: %.*s", (int)n, p);
			return false;
		}
		chosen |= KIND_BIT(k);
		p += n;
	}
	s->kinds = chosen;
	return chosen != 0;
}

static bool option(struct tool *t, char c, const char *arg)
{
	struct state *s = t->self;
	char *end;

	switch (c) {
	case 'b':
		if (mkdir(arg, 0777) && errno != EEXIST) {
			warn("-b %s: %s", arg, strerror(errno));
			return false;
		}
		s->show.form = SHOW_BRAT;
		s->show.dir = arg;
		t->opens = CONFINE_WRITES;
		return true;
	case 'c':
		s->colour = !strcmp(arg, "always") ? WHEN_ALWAYS : !strcmp(arg, "never") ? WHEN_NEVER : WHEN_AUTO;
		if (s->colour == WHEN_AUTO && strcmp(arg, "auto")) {
			warn("neither always nor never nor auto: %s", arg);
			return false;
		}
		return true;
	case 'k':
		return choose_kinds(&s->show, arg);
	case 'm':
		s->show.form = SHOW_HTML;
		return true;
	case 's':
		s->show.form = SHOW_SVG;
		return true;
	case 't':
		s->line = true;
		return true;
	default:
		s->show.width = (size_t)strtoul(arg, &end, 10);
		s->chosen = true;
		if (!*arg || *arg == '-' || *end || s->show.width > WIDTH_MAX) {
			warn("no number of columns: %s", arg);
			return false;
		}
		return true;
	}
}

/* What depends on where the output goes: only now are all options read. */
static void begin(struct tool *t, struct state *s)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
	bool terminal = isatty(STDOUT_FILENO);
	struct winsize size;

	s->begun = true;
	s->show.out = &t->out;
	if (!s->chosen)
		s->show.width = terminal && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col ? size.ws_col : WIDTH;
	s->show.colour = s->colour == WHEN_ALWAYS || (s->colour == WHEN_AUTO && terminal && !(no && *no) && !(term && !strcmp(term, "dumb")));
	if (t->only)
		return;
	if (s->show.form == SHOW_HTML)
		show_html_begin(&s->show);
	else if (s->show.form != SHOW_BRAT && !s->line)
		show_text_begin(&s->show);
}

/* -o: a row a mark. */
static void rows(struct tool *t, struct show *s, const struct doc *d)
{
	for (size_t i = 0; i < d->n; i++) {
		if (!doc_is_text(d, i))
			continue;
		show_marks(s, d, i);
		for (size_t k = 0; k < s->marks.n; k++) {
			const struct mark *m = &s->marks.m[k];
			struct view row[6] = { doc_field(d, m->record, 0), doc_field(d, m->record, 1), doc_field(d, m->record, 2),
					       view_of(kinds[m->kind].name), show_label(s, d, m), doc_text(d, m->record) };

			tool_row(t, d->id, row, 6);
		}
	}
}

static void document(void *tool, const struct doc *d)
{
	struct tool *t = tool;
	struct state *s = t->self;

	if (!s->begun)
		begin(t, s);
	for (size_t i = 0; i < d->n && !t->found; i++)
		t->found = s->show.kinds & KIND_BIT(d->lines[i].kind);
	if (s->line)
		timeline_add(&s->timeline, d);
	if (t->only)
		rows(t, &s->show, d);
	else if (s->show.form == SHOW_BRAT)
		show_brat(&s->show, d);
	else if (s->show.form == SHOW_HTML)
		show_html(&s->show, d);
	else if (!s->line)
		show_text(&s->show, d);
}

static bool file(struct tool *t, const char *path)
{
	struct state *s = t->self;

	s->show.failed = false;
	bool fine = whole_each(&s->whole, path, &t->out, document, t);

	return fine && !s->show.failed;
}

static void end(struct tool *t)
{
	struct state *s = t->self;

	if (!s->begun)
		begin(t, s);
	if (t->only)
		return;
	if (s->show.form == SHOW_HTML) {
		if (s->line)
			timeline_html(&s->timeline, &t->out);
		show_html_end(&s->show);
	} else if (s->line && s->show.form == SHOW_SVG) {
		timeline_svg(&s->timeline, &t->out, false);
	} else if (s->line) {
		timeline_table(&s->timeline, &t->out, t->header);
	} else if (s->show.form != SHOW_BRAT) {
		show_text_end(&s->show);
	}
}

int main(int argc, char **argv)
{
	static struct state state = { .show = { .kinds = SHOW_KINDS } };
	static struct tool t = {
		.name = "tdk-show",
		.about = "Show pages with everything that was found in them marked in place.",
		.opts = options,
		.option = option,
		.file = file,
		.end = end,
		.columns = columns,
		.self = &state,
	};

	return tool_main(&t, argc, argv);
}
