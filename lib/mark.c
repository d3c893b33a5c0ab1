#include "mark.h"

#include <stdlib.h>

#include "err.h"
#include "text.h"

enum { FIRST = 1, LAST = 2 }; /* the fields START and END */

static int by_place(const void *a, const void *b)
{
	const struct mark *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return (x->record > y->record) - (x->record < y->record);
}

struct edge {
	size_t point, *place;
};

static int by_point(const void *a, const void *b)
{
	size_t x = ((const struct edge *)a)->point, y = ((const struct edge *)b)->point;

	return (x > y) - (x < y);
}

/* Turn the code points of all marks into bytes, in one walk through the text.
 * Those beyond its end become one more than its length. */
static void to_bytes(struct marks *ms, struct view text)
{
	struct edge *edge = xalloc(2 * ms->n + 1, sizeof *edge);
	size_t at = 0, point = 0;

	for (size_t i = 0; i < ms->n; i++) {
		edge[2 * i] = (struct edge){ ms->m[i].start, &ms->m[i].start };
		edge[2 * i + 1] = (struct edge){ ms->m[i].end, &ms->m[i].end };
	}
	qsort(edge, 2 * ms->n, sizeof *edge, by_point);
	for (size_t i = 0; i < 2 * ms->n; i++) {
		for (size_t n; point < edge[i].point && at < text.len; point++, at += n)
			text_point(text, at, &n);
		*edge[i].place = point == edge[i].point ? at : text.len + 1;
	}
	free(edge);
}

bool marks_read(struct marks *ms, const struct doc *d, size_t i, unsigned long which)
{
	struct view text = doc_text(d, i);
	size_t kept = 0;
	bool fine = true;

	ms->n = 0;
	for (size_t k = i + 1; k < d->n && !doc_is_text(d, k); k++) {
		if (!(which & KIND_BIT(d->lines[k].kind)) || d->lines[k].kind < KIND_DATE)
			continue;
		if (ms->n == ms->cap) {
			ms->cap = ms->cap ? ms->cap * 2 : 64;
			ms->m = xgrow(ms->m, ms->cap, sizeof *ms->m);
		}
		ms->m[ms->n++] = (struct mark){ d->lines[k].kind, k, doc_number(d, k, FIRST), doc_number(d, k, LAST) };
	}
	to_bytes(ms, text);
	for (size_t k = 0; k < ms->n; k++) {
		struct mark m = ms->m[k];

		if (m.start >= m.end || m.end > text.len || !view_eq(doc_text(d, m.record), (struct view){ text.p + m.start, m.end - m.start })) {
			warn("%s:%zu: this %s does not stand where it says", d->file, d->nr + m.record, kinds[m.kind].name);
			fine = false;
			continue;
		}
		ms->m[kept++] = m;
	}
	ms->n = kept;
	if (ms->n)
		qsort(ms->m, ms->n, sizeof *ms->m, by_place);
	return fine;
}

void marks_walk(const struct marks *ms, struct view text, const struct mark_walk *w)
{
	const struct mark **open = xalloc(ms->n + 1, sizeof *open);
	size_t depth = 0, next = 0, at = 0;

	for (;;) {
		size_t stop = next < ms->n ? ms->m[next].start : text.len, lowest = depth;

		for (size_t i = 0; i < depth; i++)
			stop = open[i]->end < stop ? open[i]->end : stop;
		if (stop > at)
			w->text(w->self, (struct view){ text.p + at, stop - at }, depth ? open[depth - 1] : NULL);
		at = stop;
		for (size_t i = depth; i-- > 0;)
			if (open[i]->end == at)
				lowest = i;
		for (size_t i = depth; i-- > lowest;)
			w->close(w->self, open[i], open[i]->end == at);
		size_t kept = lowest;

		for (size_t i = lowest; i < depth; i++)
			if (open[i]->end != at) {
				open[kept++] = open[i];
				w->open(w->self, open[i], true);
			}
		depth = kept;
		for (; next < ms->n && ms->m[next].start == at; next++) {
			open[depth++] = &ms->m[next];
			w->open(w->self, &ms->m[next], false);
		}
		if (at == text.len && !depth && next == ms->n)
			break;
	}
	free(open);
}

static void word(struct str *out, struct view v)
{
	if (!v.len)
		return;
	if (out->len)
		str_ch(out, ' ');
	str_add(out, v.p, v.len);
}

static void unless(struct str *out, struct view v, const char *usual)
{
	if (!view_is(v, usual))
		word(out, v);
}

/* The name of the person whose office record i is. */
static struct view holder(const struct doc *d, size_t i)
{
	size_t person = doc_number(d, i, 5);

	if (!doc_field(d, i, 5).len)
		return (struct view){ NULL, 0 };
	for (size_t k = i; k-- > 0 && !doc_is_text(d, k);)
		if (d->lines[k].kind == KIND_PERSON && doc_number(d, k, FIRST) == person)
			return doc_field(d, k, 3);
	for (size_t k = i + 1; k < d->n && !doc_is_text(d, k); k++)
		if (d->lines[k].kind == KIND_PERSON && doc_number(d, k, FIRST) == person)
			return doc_field(d, k, 3);
	return (struct view){ NULL, 0 };
}

void mark_label(struct str *out, const struct doc *d, const struct mark *m)
{
	struct view text = doc_text(d, m->record), name = doc_field(d, m->record, 3);
	struct view more = doc_field(d, m->record, 4), last = doc_field(d, m->record, 5);

	out->len = 0;
	switch (m->kind) {
	case KIND_DATE:
		word(out, name);
		unless(out, more, "mention");
		break;
	case KIND_UNIT:
	case KIND_PERSON:
		if (!view_eq(name, text))
			word(out, name);
		unless(out, last, "mention");
		break;
	case KIND_PLACE:
		word(out, more);
		break;
	case KIND_ROLE:
		name = holder(d, m->record);
		if (name.len)
			word(out, VIEW("\xe2\x86\x92")); /* an arrow */
		word(out, name);
		break;
	case KIND_REF:
		word(out, more);
		word(out, last);
		break;
	case KIND_THEME:
		word(out, more);
		break;
	case KIND_AWARD:
		if (!view_eq(name, text))
			word(out, name);
		unless(out, more, "1");
		unless(out, doc_field(d, m->record, 7), "mention");
		break;
	default:
		break;
	}
}

void marks_free(struct marks *ms)
{
	free(ms->m);
	*ms = (struct marks){ 0 };
}
