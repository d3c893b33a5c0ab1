#include <string.h>

#include "show.h"

#include "text.h"

/* The colour of a kind: those of canvas.c from 1, in the order of the kinds. */
static unsigned colour_of(enum kind k)
{
	return k >= KIND_DATE && k <= KIND_AWARD ? (unsigned)(k - KIND_DATE) + 1 : 0;
}

void show_marks(struct show *s, const struct doc *d, size_t i)
{
	s->failed |= !marks_read(&s->marks, d, i, s->kinds);
}

struct view show_label(struct show *s, const struct doc *d, const struct mark *m)
{
	mark_label(&s->label, d, m);
	return str_view(&s->label);
}

void show_text_begin(struct show *s)
{
	enum canvas_form form = s->form == SHOW_SVG ? CANVAS_SVG : s->colour ? CANVAS_ANSI : CANVAS_PLAIN;

	canvas_begin(&s->canvas, form, s->width, s->out);
	if (form == CANVAS_PLAIN)
		return;
	for (int k = KIND_DATE; k <= KIND_AWARD; k++) {
		if (!(s->kinds & KIND_BIT(k)))
			continue;
		canvas_text(&s->canvas, view_of(kinds[k].name), colour_of((enum kind)k) | STYLE_BOLD);
		canvas_text(&s->canvas, VIEW("  "), 0);
	}
	canvas_paragraph(&s->canvas, VIEW(""));
	canvas_paragraph(&s->canvas, VIEW(""));
}

/* What a walk needs to know. */
struct here {
	struct show *show;
	const struct doc *doc;
	unsigned style; /* of words outside of all marks */
};

static void open_mark(void *self, const struct mark *m, bool again)
{
	struct here *h = self;

	if (!again)
		canvas_text(&h->show->canvas, VIEW("["), colour_of(m->kind));
}

static void close_mark(void *self, const struct mark *m, bool for_good)
{
	struct here *h = self;
	struct canvas *c = &h->show->canvas;

	if (!for_good)
		return;
	struct view label = show_label(h->show, h->doc, m);

	if (c->form == CANVAS_PLAIN || label.len)
		canvas_text(c, VIEW("|"), colour_of(m->kind) | STYLE_DIM);
	if (c->form == CANVAS_PLAIN) {
		canvas_text(c, view_of(kinds[m->kind].name), 0);
		if (label.len)
			canvas_text(c, VIEW(" "), 0);
	}
	canvas_text(c, label, colour_of(m->kind) | STYLE_DIM);
	canvas_text(c, VIEW("]"), colour_of(m->kind));
}

static void words(void *self, struct view text, const struct mark *inner)
{
	struct here *h = self;

	canvas_text(&h->show->canvas, text, inner ? colour_of(inner->kind) | STYLE_BOLD : h->style);
}

/* "  12 caption ": the number of the line, and its kind where it is no plain text. */
static struct view gutter(struct show *s, const struct doc *d, size_t i)
{
	enum { NUMBER = 5, KIND = 8, NARROW = 60 };
	struct str *b = &s->buf;
	enum kind k = d->lines[i].kind;
	const char *name = k == KIND_TEXT ? "" : kinds[k].name;

	b->len = 0;
	str_num(b, d->lines[i].number);
	for (size_t n = b->len; n < NUMBER; n++) {
		str_ch(b, ' ');
		memmove(b->p + 1, b->p, b->len - 1);
		b->p[0] = ' ';
	}
	str_ch(b, ' ');
	if (s->width && s->width < NARROW)
		return str_view(b);
	str_add(b, name, strlen(name));
	while (b->len < NUMBER + 1 + KIND)
		str_ch(b, ' ');
	return str_view(b);
}

void show_text(struct show *s, const struct doc *d)
{
	struct canvas *c = &s->canvas;

	if (s->docs++)
		canvas_paragraph(c, VIEW(""));
	canvas_text(c, d->id, STYLE_BOLD | STYLE_UNDERLINE);
	canvas_paragraph(c, VIEW(""));
	for (size_t i = 0; i < d->n; i++) {
		enum kind k = d->lines[i].kind;

		if (!doc_is_text(d, i) && k != KIND_DROP && k != KIND_RAW)
			continue;
		struct here h = { s, d, k == KIND_TITLE ? STYLE_BOLD : k == KIND_DROP || k == KIND_META ? STYLE_DIM : 0 };
		struct mark_walk w = { open_mark, close_mark, words, &h };

		s->marks.n = 0;
		if (doc_is_text(d, i))
			show_marks(s, d, i);
		marks_walk(&s->marks, doc_text(d, i), &w);
		canvas_paragraph(c, gutter(s, d, i));
	}
}

void show_text_end(struct show *s)
{
	canvas_end(&s->canvas);
}

void show_free(struct show *s)
{
	marks_free(&s->marks);
	str_free(&s->label);
	str_free(&s->buf);
	map_free(&s->names);
	canvas_free(&s->canvas);
	*s = (struct show){ 0 };
}
