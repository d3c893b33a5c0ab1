#include "stream.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "scan.h"
#include "text.h"

#define KIND(name, text, ...) { name, { __VA_ARGS__ }, sizeof name - 1, sizeof (const char *[]){ __VA_ARGS__ } / sizeof(char *), text }

const struct kind_def kinds[KINDS] = {
	[KIND_UNKNOWN] = { "", { NULL }, 0, 0, false },
	[KIND_DOC] = KIND("doc", false, "id"),
	[KIND_END] = KIND("end", false, "id"),
	[KIND_RAW] = KIND("raw", false, "line", "hint", "text"),
	[KIND_TITLE] = KIND("title", true, "line", "text"),
	[KIND_META] = KIND("meta", true, "line", "text"),
	[KIND_TEXT] = KIND("text", true, "line", "text"),
	[KIND_CAPTION] = KIND("caption", true, "line", "text"),
	[KIND_BYLINE] = KIND("byline", true, "line", "text"),
	[KIND_NOTE] = KIND("note", true, "line", "text"),
	[KIND_CONTACT] = KIND("contact", true, "line", "text"),
	[KIND_DROP] = KIND("drop", false, "line", "reason", "text"),
	[KIND_DATE] = KIND("date", false, "line", "start", "end", "value", "role", "text"),
	[KIND_UNIT] = KIND("unit", false, "line", "start", "end", "name", "kind", "role", "text"),
	[KIND_PLACE] = KIND("place", false, "line", "start", "end", "name", "code", "now", "text"),
	[KIND_PERSON] = KIND("person", false, "line", "start", "end", "name", "honorific", "part", "text"),
	[KIND_ROLE] = KIND("role", false, "line", "start", "end", "title", "unit", "person", "text"),
	[KIND_REF] = KIND("ref", false, "line", "start", "end", "number", "type", "date", "issuer", "text"),
	[KIND_THEME] = KIND("theme", false, "line", "start", "end", "name", "period", "text"),
	[KIND_AWARD] = KIND("award", false, "line", "start", "end", "award", "count", "recipient", "giver", "status", "text"),
};

enum kind kind_named(struct view name)
{
	/* the kinds by their first byte, the commonest first; 0 ends them */
	static const unsigned char by_first[26][3] = {
		['a' - 'a'] = { KIND_AWARD },
		['b' - 'a'] = { KIND_BYLINE },
		['c' - 'a'] = { KIND_CAPTION, KIND_CONTACT },
		['d' - 'a'] = { KIND_DATE, KIND_DROP, KIND_DOC },
		['e' - 'a'] = { KIND_END },
		['m' - 'a'] = { KIND_META },
		['n' - 'a'] = { KIND_NOTE },
		['p' - 'a'] = { KIND_PERSON, KIND_PLACE },
		['r' - 'a'] = { KIND_ROLE, KIND_REF, KIND_RAW },
		['t' - 'a'] = { KIND_TEXT, KIND_THEME, KIND_TITLE },
		['u' - 'a'] = { KIND_UNIT },
	};
	unsigned char first = name.len ? (unsigned char)(name.p[0] - 'a') : 26;

	for (int i = 0; first < 26 && i < 3 && by_first[first][i]; i++) {
		const struct kind_def *k = &kinds[by_first[first][i]];

		if (name.len == k->length && !memcmp(name.p, k->name, name.len))
			return (enum kind)by_first[first][i];
	}
	return KIND_UNKNOWN;
}

static bool number(struct view v, size_t *n)
{
	*n = 0;
	if (!v.len || v.len > 18)
		return false;
	for (size_t i = 0; i < v.len; i++) {
		if (v.p[i] < '0' || v.p[i] > '9')
			return false;
		*n = *n * 10 + (size_t)(v.p[i] - '0');
	}
	return true;
}

/* The same of a line of 4 GB or more, whose tabs are not kept. */
static bool parse_far(struct line *l, const char *base)
{
	const char *p = base + l->off, *end = p + l->len, *tab = memchr(p, '\t', l->len);
	enum kind k = kind_named((struct view){ p, tab ? (size_t)(tab - p) : l->len });

	if (!k)
		return true;
	int have = 0;
	const char *last = end;
	struct view first = { end, 0 };

	for (const char *at = tab; at; have++) {
		const char *next = memchr(at + 1, '\t', (size_t)(end - at - 1));

		last = at + 1;
		if (!have)
			first = (struct view){ last, (size_t)((next ? next : end) - last) };
		at = next;
	}
	memset(l->tab, 0, sizeof l->tab);
	if (have != kinds[k].count)
		return false;
	if (k != KIND_DOC && k != KIND_END && !number(first, &l->number))
		return false;
	l->kind = k;
	l->text = l->off + (size_t)(last - p);
	l->textlen = (size_t)(end - last);
	return true;
}

bool line_parse(struct line *l, const char *base)
{
	const char *p = base + l->off;

	l->kind = KIND_UNKNOWN;
	l->number = 0;
	l->text = l->off + l->len;
	l->textlen = 0;
	if (l->len > UINT32_MAX)
		return parse_far(l, base);
	size_t tabs = scan_tabs((struct view){ p, l->len }, l->tab, FIELDS), last = tabs > FIELDS ? FIELDS : tabs;
	enum kind k = kind_named((struct view){ p, last ? l->tab[0] : l->len });

	if (!k)
		return true;
	if (tabs != kinds[k].count)
		return false;
	if (!last) /* no kind has no field */
		return false;
	size_t text = l->tab[last - 1] + (size_t)1, first = last > 1 ? l->tab[1] : l->len;

	if (k != KIND_DOC && k != KIND_END && !number((struct view){ p + l->tab[0] + 1, first - l->tab[0] - 1 }, &l->number))
		return false;
	l->kind = k;
	l->text = l->off + text;
	l->textlen = l->len - text;
	return true;
}

struct view doc_field_far(const struct doc *d, size_t i, int f)
{
	const char *p = d->base + d->lines[i].off, *end = p + d->lines[i].len;

	for (int n = -1;; n++) {
		const char *tab = memchr(p, '\t', (size_t)(end - p));

		if (n == f || !tab)
			return (struct view){ p, n == f ? (size_t)((tab ? tab : end) - p) : 0 };
		p = tab + 1;
	}
}

size_t doc_number(const struct doc *d, size_t i, int f)
{
	size_t n;

	return number(doc_field(d, i, f), &n) ? n : 0;
}

void doc_grow(struct doc *d)
{
	d->cap = d->cap ? d->cap * 2 : 64;
	d->lines = xgrow(d->lines, d->cap, sizeof *d->lines);
}

static struct line *add_line(struct doc *d, size_t off, size_t len)
{
	if (d->n == d->cap)
		doc_grow(d);
	d->lines[d->n] = (struct line){ .off = off, .len = len };
	return &d->lines[d->n++];
}

bool stream_open(struct stream *s, const char *path, struct out *flush)
{
	if (!in_open(&s->in, path, flush))
		return false;
	s->nr = s->odd = 0;
	s->bad = s->begun = false;
	s->doc.n = 0;
	s->doc.file = path;
	s->raw = !in_starts(&s->in, VIEW("doc\t")) && s->in.end > 0;
	if (s->raw) {
		s->id.len = 0;
		text_id(&s->id, view_of(path));
		s->doc.id = (struct view){ s->id.p, s->id.len };
	}
	return true;
}

static void complain(struct stream *s, const char *what)
{
	warn("%s:%zu: %s", s->in.name, s->nr, what);
	s->bad = true;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static enum piece next_raw(struct stream *s)
{
	struct view text;
	size_t off, len;

	if (!s->begun) {
		s->begun = true;
		return PIECE_OPEN;
	}
	for (;;) {
		in_keep(&s->in);
		if (!in_until(&s->in, '\n', &off, &len)) {
			s->raw = false;
			if (s->odd)
				warn("%s: %zu bytes are no UTF-8: U+FFFD stands for each", s->in.name, s->odd);
			return PIECE_CLOSE;
		}
		s->nr++;
		text = (struct view){ in_base(&s->in) + off, len };
		while (text.len && is_blank(text.p[text.len - 1]))
			text.len--;
		size_t indent = text_blanks(text);

		text.p += indent;
		text.len -= indent;
		off += indent;
		/* nearly every line is read where it is */
		if (!text_is_clean(text))
			s->odd += text_clean_at(in_base(&s->in) + off, text.len, &s->clean, &text);
		if (text.len)
			break;
	}
	s->doc.base = text.p;
	s->doc.n = 0;
	s->doc.nr = s->nr;
	struct line *l = add_line(&s->doc, 0, text.len);

	l->kind = KIND_TEXT;
	l->number = s->nr;
	l->textlen = text.len;
	return PIECE_LINE;
}

enum piece stream_next(struct stream *s)
{
	size_t off, len;
	bool in_doc = false;

	if (s->raw)
		return next_raw(s);
	in_keep(&s->in);
	s->doc.n = 0;
	for (;;) {

		/* A document that is not closed ends where the next one begins. */
		if (in_doc && in_starts(&s->in, VIEW("doc\t"))) {
			complain(s, "document not closed: no end line before the next doc line");
			break;
		}
		if (!in_until(&s->in, '\n', &off, &len)) {
			if (!in_doc)
				return PIECE_END;
			complain(s, "document not closed: the input ends without its end line");
			break;
		}
		s->nr++;
		struct line *l = add_line(&s->doc, off, len);

		if (!line_parse(l, in_base(&s->in)))
			complain(s, "not a line of tdk(5): wrong fields; passed on as it is");
		if (!in_doc) {
			s->doc.nr = s->nr;
			if (l->kind != KIND_DOC) {
				if (l->kind == KIND_END)
					complain(s, "end line without its doc line");
				else if (kinds[l->kind].text)
					complain(s, "line outside a document");
				s->doc.base = in_base(&s->in);
				return PIECE_STRAY;
			}
			in_doc = true;
		} else if (l->kind == KIND_END) {
			s->doc.base = in_base(&s->in);
			if (!view_eq(doc_text(&s->doc, 0), doc_text(&s->doc, s->doc.n - 1)))
				complain(s, "the end line names another document");
			break;
		}
	}
	s->doc.base = in_base(&s->in);
	s->doc.id = doc_text(&s->doc, 0);
	return PIECE_DOC;
}

void stream_close(struct stream *s)
{
	in_close(&s->in);
}

void stream_free(struct stream *s)
{
	in_free(&s->in);
	free(s->doc.lines);
	str_free(&s->id);
	str_free(&s->clean);
	*s = (struct stream){ 0 };
}

void put_doc(struct out *o, struct view id)
{
	out_str(o, "doc\t");
	out_view(o, id);
	out_ch(o, '\n');
}

void put_end(struct out *o, struct view id)
{
	out_str(o, "end\t");
	out_view(o, id);
	out_ch(o, '\n');
}

void put_line(struct out *o, const struct doc *d, size_t i)
{
	out_add(o, d->base + d->lines[i].off, d->lines[i].len);
	out_ch(o, '\n');
}

void put_text(struct out *o, enum kind k, size_t n, struct view text)
{
	out_view(o, (struct view){ kinds[k].name, kinds[k].length });
	char *p = out_room(o, OUT_DIGITS + 2);

	*p++ = '\t';
	p = out_digits(p, n);
	*p++ = '\t';
	out_upto(o, p);
	out_view(o, text);
	out_ch(o, '\n');
}
