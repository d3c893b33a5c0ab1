#include "whole.h"

#include <stdlib.h>

/* Raw text comes line by line: keep it until its end, as a stream has it. */
static void keep(struct whole *w, const struct doc *d)
{
	struct str *r = &w->raw;
	struct view text = doc_text(d, 0);
	size_t from = r->len;

	str_add(r, "text\t", 5);
	str_num(r, d->lines[0].number);
	str_ch(r, '\t');
	str_add(r, text.p, text.len);
	if (w->doc.n == w->doc.cap)
		doc_grow(&w->doc);
	struct line *l = &w->doc.lines[w->doc.n++];

	*l = (struct line){ .off = from, .len = r->len - from };
	line_parse(l, r->p);
	str_ch(r, '\n');
}

bool whole_each(struct whole *w, const char *path, struct out *flush, void (*take)(void *self, const struct doc *d), void *self)
{
	struct stream *in = &w->stream;

	if (!stream_open(in, path, flush))
		return false;
	for (;;) {
		switch (stream_next(in)) {
		case PIECE_DOC:
			take(self, &in->doc);
			break;
		case PIECE_STRAY:
			break; /* said already */
		case PIECE_OPEN:
			w->raw.len = w->doc.n = 0;
			w->doc.id = in->doc.id;
			w->doc.file = path;
			w->doc.nr = 1;
			break;
		case PIECE_LINE:
			keep(w, &in->doc);
			break;
		case PIECE_CLOSE:
			w->doc.base = w->raw.p;
			take(self, &w->doc);
			break;
		case PIECE_END:
			stream_close(in);
			return !in->bad && !in->in.failed;
		}
	}
}

void whole_free(struct whole *w)
{
	stream_free(&w->stream);
	str_free(&w->raw);
	free(w->doc.lines);
	*w = (struct whole){ 0 };
}
