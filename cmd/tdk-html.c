#include "decode.h"
#include "err.h"
#include "html.h"
#include "text.h"
#include "tool.h"

struct pages {
	struct html html;
	struct in in;
	struct str id;
	const char *from; /* encoding by force */
};

static const struct opt options[] = {
	{ 'f', "from", "encoding", "the encoding of the pages, instead of finding it out" },
	{ 0 },
};

static bool option(struct tool *t, char c, const char *arg)
{
	struct pages *s = t->self;

	(void)c;
	s->from = decode_known(arg);
	if (!s->from)
		warn("-f %s: no such encoding", arg);
	return s->from;
}

static bool file(struct tool *t, const char *path)
{
	struct pages *s = t->self;

	if (!in_open(&s->in, path, &t->out))
		return false;
	s->id.len = 0;
	text_id(&s->id, view_of(path));
	size_t n = in_all(&s->in);
	bool fine = html_read(&s->html, in_base(&s->in), n, NULL, s->from, path);

	if (!t->only)
		put_doc(&t->out, str_view(&s->id));
	html_put(&s->html, t, str_view(&s->id));
	if (!t->only)
		put_end(&t->out, str_view(&s->id));
	in_close(&s->in);
	return fine && !s->in.failed;
}

int main(int argc, char **argv)
{
	static const char *const columns[] = { "line", "hint", "text", NULL };
	static struct pages s;
	static struct tool t = {
		.name = "tdk-html",
		.about = "Turn HTML pages into blocks of text with hints.",
		.opts = options,
		.option = option,
		.file = file,
		.columns = columns,
		.opens = CONFINE_READS, /* iconv loads its tables when a page needs them */
		.self = &s,
	};

	return tool_main(&t, argc, argv);
}
