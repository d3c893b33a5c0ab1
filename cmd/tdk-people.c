#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "map.h"
#include "names.h"
#include "person.h"
#include "text.h"
#include "tool.h"

/* A row of -o: all that a document says of one person. */
struct row {
	struct str name, honorific, part, offices;
	size_t n; /* offices */
};
enum { OFFICES = 64 }; /* most of one person in the table */
enum { SIGNATURE = 400 }; /* bytes of a line of one */

struct state {
	struct people people;
	struct people below; /* of a line looked at ahead of its turn */
	struct map names;
	struct row *row;
	size_t n, cap;
	struct str name, unit, title, start; /* of the record at hand */
	size_t last;                         /* row of the last person */
};

static const struct opt options[] = {
	{ 'd', "dictionary", "file", "take names from this file as well" },
	{ 0 },
};

static struct lex_names names;

static bool option(struct tool *t, char c, const char *arg)
{
	struct state *s = t->self;

	(void)c;
	s->people.units.lex.own = s->below.units.lex.own = &names;
	return names_load(&names, arg);
}

static void begin(void *self)
{
	struct state *s = self;

	person_begin(&s->people);
	unit_begin(&s->people.units);
	map_clear(&s->names);
	s->n = 0;
}

static void learn(void *self, enum kind kind, struct view text)
{
	struct state *s = self;

	unit_learn(&s->people.units, kind, text);
}

static void set(struct str *s, struct view v)
{
	s->len = 0;
	str_add(s, v.p, v.len);
}

static size_t row_of(struct state *s, struct view name)
{
	int fresh;
	struct str key = { 0 };

	str_reserve(&key, name.len + 1);
	text_key(key.p, name);
	key.len = name.len;
	size_t i = map_put(&s->names, str_view(&key), s->n, &fresh);

	str_free(&key);
	if (!fresh)
		return i;
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 16;
		s->row = xgrow(s->row, s->cap, sizeof *s->row);
		memset(s->row + s->n, 0, (s->cap - s->n) * sizeof *s->row);
	}
	struct row *r = &s->row[s->n++];

	set(&r->name, name);
	r->honorific.len = r->part.len = r->offices.len = r->n = 0;
	return i;
}

/* Does a say what b says and nothing more: "Phó Trưởng ban" of "Phó Trưởng ban Pháp chế"? */
static bool says_less(struct view a, struct view b)
{
	return a.len <= b.len && !memcmp(a.p, b.p, a.len) && (a.len == b.len || b.p[a.len] == ' ' || b.p[a.len] == ',');
}

/* Add an office to a row, unless it is there; one that says less gives way. */
static void join(struct row *r, struct view office)
{
	struct str *list = &r->offices;

	for (size_t at = 0, end; at < list->len; at = end + 2) {
		const char *sep = memchr(list->p + at, ';', list->len - at);

		end = sep ? (size_t)(sep - list->p) : list->len;
		struct view old = { list->p + at, end - at };

		if (says_less(office, old))
			return;
		if (!says_less(old, office))
			continue;
		/* in its place */
		size_t more = office.len - old.len;

		str_reserve(list, more);
		memmove(list->p + end + more, list->p + end, list->len - end);
		memcpy(list->p + at, office.p, office.len);
		list->len += more;
		return;
	}
	if (r->n == OFFICES)
		return;
	if (list->len)
		str_add(list, "; ", 2);
	str_add(list, office.p, office.len);
	r->n++;
}

static struct view bytes(const struct lex *l, size_t start, size_t end)
{
	return (struct view){ l->text.p + start, end - start };
}

static void put_person(struct state *s, const struct person *x, struct sink *out)
{
	const struct lex *l = &s->people.units.lex;
	struct view honorific = bytes(l, x->honorific_start, x->honorific_end);

	s->name.len = 0;
	person_name(&s->name, bytes(l, x->start, x->end));
	if (!out->tool->only) {
		sink_put(out, KIND_PERSON, x->start, x->end,
			 (struct view[]){ str_view(&s->name), honorific, view_of(part_name[x->part]) });
		return;
	}
	out->tool->found = true;
	s->last = row_of(s, str_view(&s->name));
	struct row *r = &s->row[s->last];

	if (!r->honorific.len)
		set(&r->honorific, honorific);
	if (!r->part.len || view_is(str_view(&r->part), part_name[PART_MENTION]))
		set(&r->part, view_of(part_name[x->part]));
}

/* person: the code point where its name begins on its line */
static void put_role(struct state *s, const struct office *o, size_t person, struct sink *out)
{
	const struct lex *l = &s->people.units.lex;

	s->title.len = s->unit.len = s->start.len = 0;
	text_canon(&s->title, bytes(l, o->title_start, o->title_end));
	if (o->unit_first <= o->unit_last)
		unit_name(&s->unit, l, o->unit_first, o->unit_last);
	str_num(&s->start, person);
	sink_put(out, KIND_ROLE, o->start, o->end,
		 (struct view[]){ str_view(&s->title), str_view(&s->unit), str_view(&s->start) });
}

static void put_office(struct state *s, const struct office *o, struct sink *out)
{
	const struct people *p = &s->people;
	const struct lex *l = &p->units.lex;

	if (out->tool->only) {
		size_t row = s->last;

		if (o->person != NO_PERSON) {
			s->name.len = 0;
			person_name(&s->name, bytes(l, p->found[o->person].start, p->found[o->person].end));
			row = row_of(s, str_view(&s->name));
		}
		if (row < s->n)
			join(&s->row[row], bytes(l, o->start, o->end));
		return;
	}
	put_role(s, o, o->person == NO_PERSON ? p->byline_person : sink_point(out, p->found[o->person].start), out);
}

/* "PHÓ CHỦ TỊCH" / "(Đã ký)" / "Phạm Hồng Lam": an office by itself, in a signature, is of who
 * is named on one of the lines below. */
static void put_signer(struct state *s, struct sink *out)
{
	enum { LINES = 3 };
	const struct people *p = &s->people;
	const struct lex *l = &p->units.lex;
	const struct doc *d = out->doc;
	struct office o, next;
	int seen = 0;

	if (p->n || p->noffices || !person_office_alone(p, &o))
		return;
	for (size_t i = out->line + 1; i < d->n && seen < LINES; i++) {
		if (!doc_is_text(d, i))
			continue;
		if (d->lines[i].kind != KIND_BYLINE || d->lines[i].textlen > SIGNATURE)
			return;
		seen++;
		person_begin(&s->below);
		person_find(&s->below, KIND_BYLINE, doc_text(d, i));
		if (person_office_alone(&s->below, &next))
			return;
		if (!s->below.n)
			continue;
		const struct person *x = &s->below.found[0];
		struct view name = bytes(&s->below.units.lex, x->start, x->end);

		if (out->tool->only) {
			s->name.len = 0;
			person_name(&s->name, name);
			join(&s->row[row_of(s, str_view(&s->name))], bytes(l, o.start, o.end));
			return;
		}
		put_role(s, &o, text_points((struct view){ doc_text(d, i).p, x->start }), out);
		return;
	}
}

static bool find(void *self, enum kind kind, struct view text, struct sink *out)
{
	struct state *s = self;

	if (kind == KIND_CONTACT)
		return true;
	bool fine = kind == KIND_META ? person_stamp(&s->people, text) : person_find(&s->people, kind, text);

	for (size_t k = 0; k < s->people.n; k++)
		put_person(s, &s->people.found[k], out);
	/* For the office on the line below; the text at hand may be a piece of the line. */
	if (kind == KIND_BYLINE && s->people.n)
		s->people.byline_person = sink_point(out, s->people.found[0].start);
	for (size_t k = 0; k < s->people.noffices; k++)
		put_office(s, &s->people.office[k], out);
	if (kind == KIND_BYLINE)
		put_signer(s, out);
	return fine;
}

static void rows(void *self, struct tool *t, struct view id)
{
	struct state *s = self;

	for (size_t i = 0; i < s->n; i++) {
		struct row *r = &s->row[i];

		tool_row(t, id,
			 (struct view[]){ str_view(&r->name), str_view(&r->honorific), str_view(&r->part),
					  str_view(&r->offices) },
			 4);
	}
}

int main(int argc, char **argv)
{
	static const char *const columns[] = { "name", "honorific", "part", "roles", NULL };
	static const struct extractor extractor = {
		.owns = KIND_BIT(KIND_PERSON) | KIND_BIT(KIND_ROLE),
		.table = KIND_PERSON,
		.begin = begin,
		.learn = learn,
		.find = find,
		.rows = rows,
	};
	static struct state state;
	static struct tool t = {
		.name = "tdk-people",
		.about = "Find people and their offices in Vietnamese text.",
		.opts = options,
		.option = option,
		.file = tool_extract,
		.columns = columns,
		.extractor = &extractor,
		.self = &state,
	};

	return tool_main(&t, argc, argv);
}
