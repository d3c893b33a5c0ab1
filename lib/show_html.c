#include <stdlib.h>
#include <string.h>

#include "show.h"

#include "err.h"
#include "map.h"
#include "text.h"

/* Nothing is fetched and nothing runs. What a mark stands for is generated content:
 * text that is copied out of the page is the text of the stream. */
static const char head[] =
	"<!DOCTYPE html>\n"
	"<html lang=\"vi\">\n"
	"<head>\n"
	"<meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
	"<title>tdk-show</title>\n"
	"<style>\n"
	":root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#59616b;--line:#d5dae0;--date:#05707d;--unit:#1a7f37;"
	"--place:#0a53be;--person:#8b2fb0;--role:#8a5a00;--ref:#b3261e;--theme:#00658f;--award:#6b5d00}\n"
	"@media (prefers-color-scheme:dark){:root{--paper:#15181c;--ink:#dfe3e8;--soft:#98a1ab;--line:#3a4048;--date:#4fd3e0;"
	"--unit:#62d07e;--place:#8ab4ff;--person:#da9cf5;--role:#f0b849;--ref:#ff8a80;--theme:#6ecbf5;--award:#d9cb5c}}\n"
	"body{margin:0 auto;max-width:48rem;padding:1rem;background:var(--paper);color:var(--ink);font:1.05rem/1.9 system-ui,sans-serif}\n"
	"h1{font-size:1.1rem;overflow-wrap:anywhere;border-top:1px solid var(--line);padding-top:1rem;margin-top:2rem}\n"
	"h1 span{color:var(--soft);font-weight:400}\n"
	"p{margin:.7em 0;padding-left:3rem;position:relative;overflow-wrap:anywhere}\n"
	"p::before{content:attr(data-n);position:absolute;left:0;width:2.2rem;text-align:right;color:var(--soft);font-size:.75rem}\n"
	"p.title{font-weight:700;font-size:1.2rem;line-height:1.6}\n"
	"p.caption,p.byline,p.note,p.contact{font-size:.95rem;border-left:3px solid var(--line);padding-left:2.8rem}\n"
	"p.caption{font-style:italic}p.meta,p.drop,p.raw{color:var(--soft);font-size:.9rem}p.drop{text-decoration:line-through}\n"
	"mark{background:none;color:inherit;border-bottom:2px solid var(--c);padding-bottom:1px}\n"
	"mark:has(mark){padding-bottom:5px}mark:has(mark mark){padding-bottom:9px}\n"
	"mark[data-v]::after{content:' ' attr(data-v);font-size:.7em;font-weight:400;font-style:normal;color:var(--c);margin:0 .15em}\n"
	"mark:target{background:color-mix(in srgb,var(--c) 30%,transparent)}\n"
	".date{--c:var(--date)}.unit{--c:var(--unit)}.place{--c:var(--place)}.person{--c:var(--person)}.role{--c:var(--role)}"
	".ref{--c:var(--ref)}.theme{--c:var(--theme)}.award{--c:var(--award)}\n"
	"fieldset{border:1px solid var(--line);border-radius:.4rem;display:flex;flex-wrap:wrap;gap:.2rem 1rem;position:sticky;top:0;"
	"background:var(--paper);z-index:1;line-height:1.6}\n"
	"fieldset label{border-bottom:2px solid var(--c)}fieldset input{accent-color:var(--c)}\n"
	"details{margin:.6rem 0}summary{cursor:pointer;font-weight:600}\n"
	".wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem;line-height:1.5}\n"
	"th,td{text-align:left;vertical-align:top;padding:.2rem .6rem;border-bottom:1px solid var(--line)}a{color:inherit}\n"
	"svg{max-width:100%;height:auto}\n";

static void put(struct show *s, struct view text)
{
	s->buf.len = 0;
	canvas_escape(&s->buf, text);
	out_view(s->out, str_view(&s->buf));
}

static void num(struct show *s, size_t n)
{
	out_num(s->out, n);
}

void show_html_begin(struct show *s)
{
	struct out *o = s->out;

	out_str(o, head);
	for (int k = KIND_DATE; k <= KIND_AWARD; k++) {
		out_str(o, "body:has(#k-");
		out_str(o, kinds[k].name);
		out_str(o, ":not(:checked)) mark.");
		out_str(o, kinds[k].name);
		out_str(o, "{border:0;padding:0}body:has(#k-");
		out_str(o, kinds[k].name);
		out_str(o, ":not(:checked)) mark.");
		out_str(o, kinds[k].name);
		out_str(o, "::after{content:none}\n");
	}
	out_str(o, "</style>\n</head>\n<body>\n<fieldset><legend>tdk-show</legend>\n");
	for (int k = KIND_DATE; k <= KIND_AWARD; k++) {
		if (!(s->kinds & KIND_BIT(k)))
			continue;
		out_str(o, "<label class=\"");
		out_str(o, kinds[k].name);
		out_str(o, "\"><input type=\"checkbox\" checked id=\"k-");
		out_str(o, kinds[k].name);
		out_str(o, "\"> ");
		out_str(o, kinds[k].name);
		out_str(o, "</label>\n");
	}
	out_str(o, "</fieldset>\n");
}

/* ---- the text ---- */

struct here {
	struct show *show;
	const struct doc *doc;
};

static void anchor(struct show *s, size_t record)
{
	out_ch(s->out, 'd');
	num(s, s->docs);
	out_ch(s->out, 'r');
	num(s, record);
}

/* Where a mark is cut by another that it overlaps, its first piece bears its name
 * and its last what it stands for. */
static void open_mark(void *self, const struct mark *m, bool again)
{
	struct here *h = self;
	struct show *s = h->show;
	struct view label = show_label(s, h->doc, m);

	out_str(s->out, "<mark class=\"");
	out_str(s->out, kinds[m->kind].name);
	out_ch(s->out, '"');
	if (!again) {
		out_str(s->out, " id=\"");
		anchor(s, m->record);
		out_ch(s->out, '"');
	} else {
		out_str(s->out, " data-of=\"");
		anchor(s, m->record);
		out_ch(s->out, '"');
	}
	if (label.len) {
		out_str(s->out, " data-v=\"");
		put(s, label);
		out_ch(s->out, '"');
	}
	out_ch(s->out, '>');
}

static void close_mark(void *self, const struct mark *m, bool for_good)
{
	(void)m;
	(void)for_good;
	out_str(((struct here *)self)->show->out, "</mark>");
}

static void words(void *self, struct view text, const struct mark *inner)
{
	(void)inner;
	put(((struct here *)self)->show, text);
}

/* ---- the tables ---- */

enum { COLUMNS = 2 }; /* beside the name, and where it stands */

struct entry {
	struct view name;
	struct str column[COLUMNS];
	struct str where; /* links, as HTML */
};

struct table {
	struct entry *row;
	size_t n, cap;
	struct map map;
};

static struct entry *entry_of(struct table *t, struct view name)
{
	int fresh;
	size_t at = map_put(&t->map, name, t->n, &fresh);

	if (!fresh)
		return &t->row[at];
	if (t->n == t->cap) {
		t->cap = t->cap ? t->cap * 2 : 32;
		t->row = xgrow(t->row, t->cap, sizeof *t->row);
	}
	t->row[t->n] = (struct entry){ .name = name };
	return &t->row[t->n++];
}

/* Add one of several to a column, once. */
static void also(struct str *column, struct view what)
{
	if (!what.len)
		return;
	/* is it there already, between "; " and "; "? */
	for (size_t i = 0; i + what.len <= column->len; i++)
		if (!memcmp(column->p + i, what.p, what.len) && (!i || (i > 1 && column->p[i - 1] == ' ' && column->p[i - 2] == ';')) &&
		    (i + what.len == column->len || column->p[i + what.len] == ';'))
			return;
	if (column->len)
		str_add(column, "; ", 2);
	str_add(column, what.p, what.len);
}

static void link_to(struct show *s, const struct doc *d, struct str *where, size_t record)
{
	str_add(where, where->len ? " <a href=\"#d" : "<a href=\"#d", where->len ? 12 : 11);
	str_num(where, s->docs);
	str_ch(where, 'r');
	str_num(where, record);
	str_add(where, "\">", 2);
	str_num(where, d->lines[record].number);
	str_add(where, "</a>", 4);
}

/* The rows of one table: a date by its value, others by their names. */
static void gather(struct show *s, const struct doc *d, enum kind kind, struct table *t)
{
	for (size_t i = 0; i < d->n; i++) {
		if (d->lines[i].kind != kind)
			continue;
		struct entry *e = entry_of(t, doc_field(d, i, 3));

		if (kind == KIND_DATE) {
			also(&e->column[0], doc_text(d, i));
			also(&e->column[1], doc_field(d, i, 4));
		} else {
			if (kind == KIND_UNIT)
				also(&e->column[0], doc_field(d, i, 4));
			also(&e->column[1], doc_field(d, i, 5));
		}
		link_to(s, d, &e->where, i);
	}
}

/* The offices of people, into their first column. */
static void offices(const struct doc *d, struct table *t)
{
	for (size_t i = 0, line = 0; i < d->n; i++) {
		if (doc_is_text(d, i))
			line = i;
		if (d->lines[i].kind != KIND_ROLE || !doc_field(d, i, 5).len)
			continue;
		for (size_t k = line + 1; k < d->n && !doc_is_text(d, k); k++) {
			size_t at;

			if (d->lines[k].kind == KIND_PERSON && doc_number(d, k, 1) == doc_number(d, i, 5) && map_get(&t->map, doc_field(d, k, 3), &at))
				also(&t->row[at].column[0], doc_text(d, i));
		}
	}
}

static void table_out(struct show *s, const char *what, const char *const *columns, struct table *t)
{
	struct out *o = s->out;

	if (t->n) {
		out_str(o, "<details open><summary>");
		out_str(o, what);
		out_str(o, " (");
		num(s, t->n);
		out_str(o, ")</summary>\n<div class=\"wide\"><table><thead><tr>");
		for (int c = 0; c < COLUMNS + 2; c++) {
			out_str(o, "<th>");
			out_str(o, columns[c]);
			out_str(o, "</th>");
		}
		out_str(o, "</tr></thead><tbody>\n");
	}
	for (size_t i = 0; i < t->n; i++) {
		struct entry *e = &t->row[i];

		out_str(o, "<tr><td>");
		put(s, e->name);
		for (int c = 0; c < COLUMNS; c++) {
			out_str(o, "</td><td>");
			put(s, str_view(&e->column[c]));
		}
		out_str(o, "</td><td>");
		out_view(o, str_view(&e->where));
		out_str(o, "</td></tr>\n");
		for (int c = 0; c < COLUMNS; c++)
			str_free(&e->column[c]);
		str_free(&e->where);
	}
	if (t->n)
		out_str(o, "</tbody></table></div></details>\n");
	free(t->row);
	map_free(&t->map);
}

static void tables(struct show *s, const struct doc *d)
{
	static const char *const person_columns[] = { "name", "offices", "part", "line" };
	static const char *const unit_columns[] = { "name", "kind", "role", "line" };
	static const char *const date_columns[] = { "date", "as written", "role", "line" };
	static const struct {
		enum kind kind;
		const char *title, *const *columns;
	} parts[] = { { KIND_PERSON, "People", person_columns }, { KIND_UNIT, "Units", unit_columns }, { KIND_DATE, "Dates", date_columns } };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct table t = { 0 };

		if (!(s->kinds & KIND_BIT(parts[i].kind)))
			continue;
		gather(s, d, parts[i].kind, &t);
		if (parts[i].kind == KIND_PERSON)
			offices(d, &t);
		table_out(s, parts[i].title, parts[i].columns, &t);
	}
}

void show_html(struct show *s, const struct doc *d)
{
	struct out *o = s->out;

	s->docs++;
	out_str(o, "<article id=\"d");
	num(s, s->docs);
	out_str(o, "\">\n<h1>");
	put(s, d->id);
	out_str(o, "</h1>\n");
	for (size_t i = 0; i < d->n; i++) {
		enum kind k = d->lines[i].kind;
		struct here h = { s, d };
		struct mark_walk w = { open_mark, close_mark, words, &h };

		if (!doc_is_text(d, i) && k != KIND_DROP && k != KIND_RAW)
			continue;
		out_str(o, "<p class=\"");
		out_str(o, kinds[k].name);
		out_str(o, "\" data-n=\"");
		num(s, d->lines[i].number);
		out_str(o, "\">");
		s->marks.n = 0;
		if (doc_is_text(d, i))
			show_marks(s, d, i);
		marks_walk(&s->marks, doc_text(d, i), &w);
		out_str(o, "</p>\n");
	}
	tables(s, d);
	out_str(o, "</article>\n");
}

void show_html_end(struct show *s)
{
	out_str(s->out, "</body>\n</html>\n");
}
