#include "timeline.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uniwidth.h>

#include "cal.h"
#include "canvas.h"
#include "err.h"
#include "record.h"
#include "text.h"

/* Pixels. */
enum { WIDTH = 960, LABEL = 320, RIGHT = 24, TOP = 44, ROW = 26, DOT = 5, LABEL_COLUMNS = 42 };

static const char style[] =
	"<style>.tl text{font:12px system-ui,sans-serif;fill:#1b1f24}.tl .p{fill:#fff}.tl line{stroke:#d5dae0}.tl circle{fill:#1a7f37;fill-opacity:.75}"
	"@media(prefers-color-scheme:dark){.tl text{fill:#dfe3e8}.tl .p{fill:#15181c}.tl line{stroke:#3a4048}.tl circle{fill:#62d07e}}</style>\n";

static const char *at(const struct timeline *t, size_t off)
{
	return t->text.p + off;
}

static size_t keep(struct timeline *t, struct view v)
{
	size_t from = t->text.len;

	str_add(&t->text, v.p, v.len);
	str_ch(&t->text, 0);
	return from;
}

void timeline_add(struct timeline *t, const struct doc *d)
{
	struct view row[RECORD_COLUMNS];
	struct day day;

	t->docs++;
	record_row(d, row);
	if (!row[2].len)
		return;
	if (t->n == t->cap) {
		t->cap = t->cap ? t->cap * 2 : 64;
		t->row = xgrow(t->row, t->cap, sizeof *t->row);
	}
	bool known = cal_parse(row[2], &day) && day.y;

	t->row[t->n++] = (struct timeline_row){
		.cluster = keep(t, row[6]),
		.date = keep(t, row[2]),
		.title = keep(t, row[0]),
		.id = keep(t, d->id),
		.known = known,
		.day = known ? cal_number(day.y, day.m ? day.m : 1, day.d ? day.d : 1) : 0,
		.doc = t->docs,
	};
}

/* qsort hands nothing on: the text that rows point into. */
static const struct timeline *sorting;

static int by_cluster(const void *a, const void *b)
{
	const struct timeline_row *x = a, *y = b;
	int c = strcmp(at(sorting, x->cluster), at(sorting, y->cluster));

	/* those of no cluster last */
	if (c && (!*at(sorting, x->cluster) || !*at(sorting, y->cluster)))
		return *at(sorting, x->cluster) ? -1 : 1;
	if (c)
		return c;
	if (x->known != y->known)
		return x->known ? 1 : -1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->doc > y->doc) - (x->doc < y->doc);
}

static void sort(struct timeline *t)
{
	sorting = t;
	if (t->n)
		qsort(t->row, t->n, sizeof *t->row, by_cluster);
}

void timeline_table(struct timeline *t, struct out *o, bool header)
{
	sort(t);
	if (header)
		out_str(o, "cluster\tdate\ttitle\tid\n");
	for (size_t i = 0; i < t->n; i++) {
		const struct timeline_row *r = &t->row[i];

		out_str(o, at(t, r->cluster));
		out_ch(o, '\t');
		out_str(o, at(t, r->date));
		out_ch(o, '\t');
		out_str(o, at(t, r->title));
		out_ch(o, '\t');
		out_str(o, at(t, r->id));
		out_ch(o, '\n');
	}
}

/* ---- the drawing ---- */

static void escaped(struct out *o, struct view v)
{
	struct str s = { 0 };

	canvas_escape(&s, v);
	out_view(o, str_view(&s));
	str_free(&s);
}

/* As much of a name as there is room for. */
static void label(struct out *o, struct view name)
{
	size_t end = 0, columns = 0;

	for (size_t n; end < name.len; end += n) {
		int w = uc_width(text_point(name, end, &n), "UTF-8");

		columns += w > 0 ? (size_t)w : 0;
		if (columns > LABEL_COLUMNS) {
			escaped(o, (struct view){ name.p, end });
			out_str(o, "\xe2\x80\xa6"); /* dots */
			return;
		}
	}
	escaped(o, name);
}

#ifdef __GNUC__
__attribute__((format(printf, 2, 3)))
#endif
static void form(struct out *o, const char *how, ...)
{
	char buf[160];
	va_list args;

	va_start(args, how);
	vsnprintf(buf, sizeof buf, how, args);
	va_end(args);
	out_str(o, buf);
}

struct scale {
	long first, last;
};

static long x_of(struct scale s, long day)
{
	return LABEL + (day - s.first) * (WIDTH - LABEL - RIGHT) / (s.last - s.first);
}

/* A line for each year, or for each month where there are few. */
static void ticks(struct out *o, struct scale s, long height)
{
	struct day day = { .y = CAL_FIRST, .m = 1, .d = 1 };
	long years = (s.last - s.first) / 365 + 1, step = years > 20 ? 5 : 1;
	bool months = years <= 2;

	for (day.y = CAL_FIRST; day.y <= CAL_LAST; day.y++) {
		for (day.m = 1; day.m <= (months ? 12 : 1); day.m++) {
			long n = cal_number(day.y, day.m, 1);

			if (n < s.first || n > s.last || (!months && day.y % step))
				continue;
			form(o, "<line x1=\"%ld\" y1=\"%d\" x2=\"%ld\" y2=\"%ld\"/>", x_of(s, n), TOP - 14, x_of(s, n), height - 8);
			if (!months || day.m == 1)
				form(o, "<text x=\"%ld\" y=\"%d\" text-anchor=\"middle\">%d</text>\n", x_of(s, n), TOP - 20, day.y);
			else if (day.m % 3 == 1)
				form(o, "<text x=\"%ld\" y=\"%d\" text-anchor=\"middle\">%d/%d</text>\n", x_of(s, n), TOP - 20, day.m, day.y);
		}
	}
}

void timeline_svg(struct timeline *t, struct out *o, bool links)
{
	struct scale s = { 0, 0 };
	long rows = 0, height;
	bool any = false;

	sort(t);
	for (size_t i = 0; i < t->n; i++) {
		const struct timeline_row *r = &t->row[i];

		rows += !i || strcmp(at(t, r->cluster), at(t, r[-1].cluster));
		if (!r->known)
			continue;
		s.first = !any || r->day < s.first ? r->day : s.first;
		s.last = !any || r->day > s.last ? r->day : s.last;
		any = true;
	}
	/* some days of room on both sides, and never none */
	s.first -= 15;
	s.last += 15;
	height = TOP + rows * ROW + 12;
	form(o, "<svg class=\"tl\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %ld\" role=\"img\">\n", WIDTH, height);
	out_str(o, style);
	form(o, "<rect class=\"p\" width=\"%d\" height=\"%ld\"/>\n", WIDTH, height);
	ticks(o, s, height);
	long y = TOP - ROW / 2;

	for (size_t i = 0; i < t->n; i++) {
		const struct timeline_row *r = &t->row[i];

		if (!i || strcmp(at(t, r->cluster), at(t, r[-1].cluster))) {
			struct view name = view_of(at(t, r->cluster));

			y += ROW;
			form(o, "<line x1=\"%d\" y1=\"%ld\" x2=\"%d\" y2=\"%ld\"/>", LABEL, y, WIDTH - RIGHT, y);
			form(o, "<text x=\"%d\" y=\"%ld\" text-anchor=\"end\">", LABEL - 10, y + 4);
			if (name.len)
				label(o, name);
			else
				out_str(o, "\xe2\x80\x93"); /* a dash: of no cluster */
			out_str(o, "</text>\n");
		}
		if (!r->known)
			continue;
		if (links)
			form(o, "<a href=\"#d%zu\">", r->doc);
		form(o, "<circle cx=\"%ld\" cy=\"%ld\" r=\"%d\"><title>", x_of(s, r->day), y, DOT);
		escaped(o, view_of(at(t, r->date)));
		out_str(o, " ");
		escaped(o, view_of(at(t, r->title)));
		out_str(o, links ? "</title></circle></a>\n" : "</title></circle>\n");
	}
	out_str(o, "</svg>\n");
}

void timeline_html(struct timeline *t, struct out *o)
{
	out_str(o, "<section id=\"timeline\">\n<h1>Timeline</h1>\n");
	timeline_svg(t, o, true);
	out_str(o, "<div class=\"wide\"><table><thead><tr><th>cluster</th><th>date</th><th>title</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < t->n; i++) {
		const struct timeline_row *r = &t->row[i];

		out_str(o, "<tr><td>");
		escaped(o, view_of(at(t, r->cluster)));
		out_str(o, "</td><td>");
		escaped(o, view_of(at(t, r->date)));
		form(o, "</td><td><a href=\"#d%zu\">", r->doc);
		escaped(o, view_of(*at(t, r->title) ? at(t, r->title) : at(t, r->id)));
		out_str(o, "</a></td></tr>\n");
	}
	out_str(o, "</tbody></table></div>\n</section>\n");
}

void timeline_free(struct timeline *t)
{
	str_free(&t->text);
	free(t->row);
	*t = (struct timeline){ 0 };
}
