#include "decode.h"
#include "err.h"
#include "page.h"
#include "text.h"
#include "tool.h"

struct strip {
	struct page page;
	struct in in;
	struct str id, decoded;
	const char *from; /* encoding by force */
	bool all, plain, nul, stream;
};

static const struct opt options[] = {
	{ 'a', "all", NULL, "give page furniture too, as drop lines with their reason" },
	{ 'f', "from", "encoding", "the encoding of the pages, instead of finding it out" },
	{ 's', "stream", NULL, "the input is a stream of raw lines, not a page" },
	{ 't', "text", NULL, "give the plain text of the article only, without kinds" },
	{ '0', "null", NULL, "documents end with a NUL byte" },
	{ 0 },
};

static bool option(struct tool *t, char c, const char *arg)
{
	struct strip *s = t->self;

	if (c == 'f') {
		s->from = decode_known(arg);
		if (!s->from)
			warn("-f %s: no such encoding", arg);
		return s->from;
	}
	s->all |= c == 'a';
	s->plain |= c == 't';
	s->nul |= c == '0';
	s->stream |= c == 's';
	return true;
}

static void put(struct tool *t, const struct page_line *l, struct view id)
{
	struct strip *s = t->self;
	struct out *o = &t->out;

	if (l->kind == KIND_DROP && !s->all)
		return;
	t->found |= l->kind == KIND_TEXT;
	if (s->plain) {
		if (l->kind == KIND_TITLE || l->kind == KIND_TEXT) {
			out_view(o, l->text);
			out_ch(o, '\n');
		}
		return;
	}
	if (t->only) {
		out_view(o, id);
		out_ch(o, '\t');
		out_num(o, l->number);
		out_ch(o, '\t');
		out_str(o, kinds[l->kind].name);
	} else {
		out_str(o, kinds[l->kind].name);
		out_ch(o, '\t');
		out_num(o, l->number);
	}
	if (l->kind == KIND_DROP && !t->only) {
		out_ch(o, '\t');
		out_str(o, page_reason(l));
	}
	out_ch(o, '\t');
	out_view(o, l->text);
	out_ch(o, '\n');
}

/* The page of n bytes at p, which are written over. */
static bool document(struct tool *t, const char *path, char *p, size_t n)
{
	struct strip *s = t->self;
	struct view id = { s->id.p, s->id.len };
	const char *from = s->from ? s->from : decode_guess((struct view){ p, n });

	if (from) {
		if (!s->from)
			warn("%s: not UTF-8: read as %s", path, from);
		s->decoded.len = 0;
		if (!decode_from(&s->decoded, (struct view){ p, n }, from))
			str_add(&s->decoded, p, n);
		p = s->decoded.p;
		n = s->decoded.len;
	}
	bool stream = !t->only && !s->plain, fine = page_read(&s->page, p, n);

	if (fine && s->page.lines.disguise)
		warn("%s: letters of another encoding: read as %s", path, s->page.lines.disguise);
	if (fine && s->page.lines.bad)
		warn("%s: %zu bytes are no UTF-8: U+FFFD stands for each", path, s->page.lines.bad);

	if (stream)
		put_doc(&t->out, id);
	for (size_t i = 0; fine && i < s->page.lines.n; i++)
		put(t, &s->page.lines.line[i], id);
	if (stream)
		put_end(&t->out, id);
	if (!fine)
		warn("%s: not a text: nothing taken from it", path);
	return fine;
}

/* The raw lines of a document; what else it holds passes through. */
static void raw(struct tool *t, const struct doc *d)
{
	struct strip *s = t->self;
	const struct page_line *in = NULL, *in_end, *aside, *aside_end;

	page_read_raw(&s->page, d);
	in = s->page.lines.line;
	in_end = in ? in + s->page.lines.n : NULL; /* a document may have none */
	aside = s->page.aside;
	aside_end = aside ? aside + s->page.asides : NULL;
	for (size_t i = 0; i < d->n; i++) {
		if (d->lines[i].kind != KIND_RAW && !t->only && !s->plain)
			put_line(&t->out, d, i);
		for (; aside < aside_end && aside->source == i; aside++)
			put(t, aside, d->id);
		for (; in < in_end && in->source == i; in++)
			put(t, in, d->id);
	}
}

static bool stream(struct tool *t, const char *path)
{
	struct stream *in = &t->stream;

	if (!stream_open(in, path, &t->out))
		return false;
	for (enum piece p; (p = stream_next(in)) != PIECE_END;) {
		if (p == PIECE_OPEN) {
			warn("%s: no stream: -s reads what tdk-html and tdk-warc write", path);
			stream_close(in);
			return false;
		}
		if (p == PIECE_DOC)
			raw(t, &in->doc);
		else if (!t->only && !((struct strip *)t->self)->plain)
			put_line(&t->out, &in->doc, 0);
	}
	stream_close(in);
	return !in->bad && !in->in.failed;
}

static bool file(struct tool *t, const char *path)
{
	struct strip *s = t->self;

	if (s->stream)
		return stream(t, path);
	size_t off, len;
	bool fine = true;

	if (!in_open(&s->in, path, &t->out))
		return false;
	s->id.len = 0;
	text_id(&s->id, view_of(path));
	if (s->nul) {
		while (in_until(&s->in, '\0', &off, &len)) {
			fine &= document(t, path, in_base(&s->in) + off, len);
			in_keep(&s->in);
		}
	} else {
		size_t all = in_all(&s->in);

		/* What could not be read is no page: the part that was read is shown all the same. */
		fine = document(t, path, in_base(&s->in), all);
	}
	in_close(&s->in);
	return fine && !s->in.failed;
}

int main(int argc, char **argv)
{
	static const char *const columns[] = { "line", "kind", "text", NULL };
	static struct strip s;
	static struct tool t = {
		.name = "tdk-strip",
		.about = "Take the article out of the text of a web page.",
		.opts = options,
		.option = option,
		.file = file,
		.columns = columns,
		.opens = CONFINE_READS, /* iconv loads its tables when a page needs them */
		.self = &s,
	};

	return tool_main(&t, argc, argv);
}
