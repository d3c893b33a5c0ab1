#include "canvas.h"

#include <stdio.h>
#include <stdlib.h>
#include <uniwidth.h>

#include "err.h"
#include "text.h"

/* Pixels of a picture: a column, a row, the margin. */
enum { COLUMN = 8, ROW = 20, MARGIN = 16, GUTTER_MAX = 64 };

static const char reset[] = "\033[0m";
/* Of colours 1 to 8: SGR, and in a picture on light and on dark paper. */
static const char *const sgr[STYLE_COLOURS] = { "39", "36", "32", "34", "35", "33", "31", "96", "93" };
static const char svg_head[] =
	"<style>\n" /* many monospaced fonts have no letters with two marks: those that do first */
	"text{font:13px ui-monospace,'Noto Sans Mono','Noto Mono','Cascadia Mono',Consolas,monospace;fill:#1b1f24;white-space:pre}\n"
	".p{fill:#fff}.b{font-weight:700}.d{opacity:.62}.u{text-decoration:underline}\n"
	".c1{fill:#05707d}.c2{fill:#1a7f37}.c3{fill:#0a53be}.c4{fill:#8b2fb0}.c5{fill:#8a5a00}.c6{fill:#b3261e}.c7{fill:#00658f}.c8{fill:#6b5d00}\n"
	"@media(prefers-color-scheme:dark){text{fill:#dfe3e8}.p{fill:#15181c}.c1{fill:#4fd3e0}.c2{fill:#62d07e}.c3{fill:#8ab4ff}"
	".c4{fill:#da9cf5}.c5{fill:#f0b849}.c6{fill:#ff8a80}.c7{fill:#6ecbf5}.c8{fill:#d9cb5c}}\n"
	"</style>\n";

void canvas_escape(struct str *out, struct view text)
{
	for (size_t i = 0, n; i < text.len; i += n) {
		uint32_t c = text_point(text, i, &n);

		switch (c) {
		case '&': str_add(out, "&amp;", 5); break;
		case '<': str_add(out, "&lt;", 4); break;
		case '>': str_add(out, "&gt;", 4); break;
		case '"': str_add(out, "&quot;", 6); break;
		default: text_add_point(out, text_control(c) ? 0xfffd : c);
		}
	}
}

void canvas_begin(struct canvas *c, enum canvas_form form, size_t width, struct out *out)
{
	c->form = form;
	c->width = width;
	c->out = out;
	c->n = c->text.len = c->svg.len = c->rows = 0;
}

void canvas_text(struct canvas *c, struct view text, unsigned style)
{
	for (size_t i = 0, n; i < text.len; i += n) {
		uint32_t point = text_point(text, i, &n);
		size_t at = c->text.len;
		int width;

		if (text_control(point))
			point = 0xfffd;
		width = uc_width(point, "UTF-8");
		text_add_point(&c->text, point);
		if (width == 0 && c->n && c->cell[c->n - 1].len < 64) {
			c->cell[c->n - 1].len = (uint8_t)(c->cell[c->n - 1].len + (c->text.len - at));
			continue;
		}
		if (c->n == c->cap) {
			c->cap = c->cap ? c->cap * 2 : 1024;
			c->cell = xgrow(c->cell, c->cap, sizeof *c->cell);
		}
		c->cell[c->n++] = (struct cell){ (uint32_t)at, (uint8_t)(c->text.len - at), (uint8_t)(width > 0 ? width : 1), (uint8_t)style };
	}
}

/* ---- rows ---- */

static void print(struct str *s, const char *form, size_t a, size_t b)
{
	char buf[96];

	snprintf(buf, sizeof buf, form, a, b);
	str_add(s, buf, view_of(buf).len);
}

/* Text of one style, which begins at a column and takes so many. */
static void run(struct canvas *c, struct view text, unsigned style, size_t column, size_t columns)
{
	unsigned colour = style % 16 < STYLE_COLOURS ? style % 16 : 0;

	if (!text.len)
		return;
	switch (c->form) {
	case CANVAS_PLAIN:
		out_view(c->out, text);
		break;
	case CANVAS_ANSI:
		if (style) {
			out_str(c->out, "\033[");
			out_str(c->out, sgr[colour]);
			out_str(c->out, style & STYLE_BOLD ? ";1" : "");
			out_str(c->out, style & STYLE_DIM ? ";2" : "");
			out_str(c->out, style & STYLE_UNDERLINE ? ";4m" : "m");
		}
		out_view(c->out, text);
		if (style)
			out_str(c->out, reset);
		break;
	case CANVAS_SVG: {
		size_t from = 0, blank = 0;

		/* a font draws spaces as it likes: begin where the letters do */
		while (from < text.len && text.p[from] == ' ')
			from++, blank++;
		if (from == text.len)
			break;
		print(&c->svg, "<text x=\"%zu\" y=\"%zu\"", MARGIN + (column + blank) * COLUMN, MARGIN + c->rows * ROW + ROW - 6);
		print(&c->svg, " textLength=\"%zu\" lengthAdjust=\"spacingAndGlyphs\" class=\"c%zu", (columns - blank) * COLUMN, colour);
		str_add(&c->svg, style & STYLE_BOLD ? " b" : "", style & STYLE_BOLD ? 2 : 0);
		str_add(&c->svg, style & STYLE_DIM ? " d" : "", style & STYLE_DIM ? 2 : 0);
		str_add(&c->svg, style & STYLE_UNDERLINE ? " u" : "", style & STYLE_UNDERLINE ? 2 : 0);
		str_add(&c->svg, "\">", 2);
		canvas_escape(&c->svg, (struct view){ text.p + from, text.len - from });
		str_add(&c->svg, "</text>\n", 8);
		break;
	}
	}
}

static void end_row(struct canvas *c)
{
	if (c->form != CANVAS_SVG)
		out_ch(c->out, '\n');
	c->rows++;
}

static void row(struct canvas *c, size_t from, size_t to, size_t column)
{
	while (from < to) {
		size_t last = from, columns = 0;

		while (last < to && c->cell[last].style == c->cell[from].style)
			columns += c->cell[last++].width;
		struct view text = { c->text.p + c->cell[from].at, c->cell[last - 1].at + c->cell[last - 1].len - c->cell[from].at };

		run(c, text, c->cell[from].style, column, columns);
		column += columns;
		from = last;
	}
	end_row(c);
}

void canvas_paragraph(struct canvas *c, struct view gutter)
{
	static const char blanks[] = "                                                                ";
	size_t room = gutter.len < GUTTER_MAX ? gutter.len : GUTTER_MAX, from = 0;

	do {
		size_t to = from, columns = room, good = from;

		while (to < c->n && (!c->width || columns + c->cell[to].width <= c->width || to == from)) {
			columns += c->cell[to].width;
			to++;
			if (to == c->n || c->text.p[c->cell[to].at] == ' ')
				good = to;
		}
		if (to < c->n && good > from)
			to = good;
		run(c, from ? (struct view){ blanks, room } : gutter, STYLE_DIM, 0, room);
		row(c, from, to, room);
		for (from = to; from < c->n && c->text.p[c->cell[from].at] == ' ';)
			from++;
	} while (from < c->n);
	c->n = c->text.len = 0;
}

void canvas_end(struct canvas *c)
{
	struct str head = { 0 };
	size_t width = (c->width ? c->width : 80) * COLUMN + 2 * MARGIN, height = c->rows * ROW + 2 * MARGIN;

	if (c->form != CANVAS_SVG)
		return;
	print(&head, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %zu %zu\">\n", width, height);
	str_add(&head, svg_head, sizeof svg_head - 1);
	print(&head, "<rect class=\"p\" width=\"%zu\" height=\"%zu\"/>\n", width, height);
	out_view(c->out, str_view(&head));
	out_view(c->out, str_view(&c->svg));
	out_str(c->out, "</svg>\n");
	str_free(&head);
}

void canvas_free(struct canvas *c)
{
	str_free(&c->text);
	str_free(&c->svg);
	free(c->cell);
	*c = (struct canvas){ 0 };
}
