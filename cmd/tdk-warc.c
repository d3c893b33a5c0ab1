#include <string.h>

#include "decode.h"
#include "err.h"
#include "html.h"
#include "language.h"
#include "text.h"
#include "tool.h"
#include "warc.h"

struct archive {
	struct warc warc;
	struct html html;
	struct str id, clean;
	const char *from; /* encoding by force */
	bool vietnamese, verbose;
	size_t pages, foreign, other; /* so far, of the file at hand */
};

static const struct opt options[] = {
	{ 'f', "from", "encoding", "the encoding of the pages, instead of finding it out" },
	{ 'l', "language", "code", "only pages in this language: vie is the only one known" },
	{ 'v', "verbose", NULL, "say at the end of each file what was skipped" },
	{ 0 },
};

static bool option(struct tool *t, char c, const char *arg)
{
	struct archive *a = t->self;

	if (c == 'v') {
		a->verbose = true;
	} else if (c == 'l') {
		a->vietnamese = true;
		if (strcmp(arg, "vie") && strcmp(arg, "vi")) {
			warn("-l %s: not known: only vie is", arg);
			return false;
		}
	} else if (!(a->from = decode_known(arg))) {
		warn("-f %s: no such encoding", arg);
		return false;
	}
	return true;
}

/* The raw lines of a text without markup: they have no hints. */
static void put_lines(struct tool *t, struct archive *a, struct view text)
{
	size_t number = 1;

	for (size_t at = 0; at < text.len; number++) {
		const char *nl = memchr(text.p + at, '\n', text.len - at);
		size_t n = nl ? (size_t)(nl - text.p) - at : text.len - at;

		a->clean.len = 0;
		text_clean(&a->clean, (struct view){ text.p + at, n });
		at += n + 1;
		if (a->clean.len)
			html_put_raw(t, str_view(&a->id), number, VIEW(""), str_view(&a->clean));
	}
}

static bool record(struct tool *t, const char *path)
{
	struct archive *a = t->self;
	struct warc *w = &a->warc;
	bool fine = true, wanted = !a->vietnamese || language_says_vietnamese(str_view(&w->language));

	a->id.len = 0;
	text_id(&a->id, str_view(&w->uri));
	str_ch(&a->id, '\0');
	a->id.len--;
	const char *name = a->id.len ? a->id.p : path;

	if (w->kind == WARC_HTML) {
		const char *charset = w->charset.len > 1 ? w->charset.p : NULL;

		fine = html_read(&a->html, w->body, w->len, charset, a->from, name);
		wanted = wanted || html_is_vietnamese(&a->html);
	} else {
		wanted = wanted || language_vietnamese((struct view){ w->body, w->len });
	}
	if (!wanted) {
		a->foreign++;
		return fine;
	}
	a->pages++;
	if (!t->only)
		put_doc(&t->out, str_view(&a->id));
	if (w->kind == WARC_HTML)
		html_put(&a->html, t, str_view(&a->id));
	else
		put_lines(t, a, (struct view){ w->body, w->len });
	if (!t->only)
		put_end(&t->out, str_view(&a->id));
	return fine;
}

static bool file(struct tool *t, const char *path)
{
	struct archive *a = t->self;
	bool fine = true;

	if (!warc_open(&a->warc, path, &t->out))
		return false;
	a->pages = a->foreign = a->other = 0;
	while (warc_next(&a->warc)) {
		if (a->warc.kind == WARC_OTHER)
			a->other++;
		else
			fine &= record(t, path);
	}
	if (a->verbose)
		warn("%s: %zu pages, %zu in other languages, %zu other records", path, a->pages, a->foreign, a->other);
	warc_close(&a->warc);
	return fine && !a->warc.bad && !a->warc.in.failed;
}

int main(int argc, char **argv)
{
	static const char *const columns[] = { "line", "hint", "text", NULL };
	static struct archive a;
	static struct tool t = {
		.name = "tdk-warc",
		.about = "Turn the pages of web archives into blocks of text with hints.",
		.opts = options,
		.option = option,
		.file = file,
		.columns = columns,
		.opens = CONFINE_READS, /* iconv loads its tables when a page needs them */
		.self = &a,
	};

	return tool_main(&t, argc, argv);
}
