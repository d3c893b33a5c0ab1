#include "record.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "cal.h"
#include "err.h"
#include "fact.h"
#include "map.h"
#include "member.h"
#include "text.h"

/* One thing named in several places: its lines in the document, in order. */
struct entity {
	size_t first, last; /* mentions, as a list in links */
};
struct link {
	size_t line, next;
};

struct entities {
	struct map map;
	struct entity *e;
	size_t n, cap;
	struct link *link;
	size_t nlink, caplink;
	struct str key; /* of the name at hand */
};
#define NONE ((size_t)-1)

static void add(struct entities *s, struct view name, size_t line)
{
	int fresh;

	s->key.len = 0;
	str_reserve(&s->key, name.len + 1);
	text_key(s->key.p, name);
	s->key.len = name.len;
	size_t i = map_put(&s->map, str_view(&s->key), s->n, &fresh);

	if (s->nlink == s->caplink) {
		s->caplink = s->caplink ? s->caplink * 2 : 64;
		s->link = xgrow(s->link, s->caplink, sizeof *s->link);
	}
	s->link[s->nlink] = (struct link){ line, NONE };
	if (fresh) {
		if (s->n == s->cap) {
			s->cap = s->cap ? s->cap * 2 : 32;
			s->e = xgrow(s->e, s->cap, sizeof *s->e);
		}
		s->e[s->n++] = (struct entity){ s->nlink, s->nlink };
	} else {
		s->link[s->e[i].last].next = s->nlink;
		s->e[i].last = s->nlink;
	}
	s->nlink++;
}

static void drop(struct entities *s)
{
	map_free(&s->map);
	str_free(&s->key);
	free(s->e);
	free(s->link);
}

static void collect(struct entities *s, const struct doc *d, enum kind k)
{
	*s = (struct entities){ 0 };
	for (size_t i = 0; i < d->n; i++)
		if (d->lines[i].kind == k)
			add(s, doc_field(d, i, 3), i);
}

const char *const record_column[] = { "title", "published", "date", "session", "venue", "host", "cluster", NULL };

/* Was anything found in it? */
static bool holds_any(const struct doc *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->lines[i].kind >= KIND_DATE)
			return true;
	return false;
}

bool record_row(const struct doc *d, struct view row[RECORD_COLUMNS])
{
	struct facts f;

	facts_read(&f, d);
	const struct view of[RECORD_COLUMNS] = { f.title, f.published, f.date, f.session, f.venue, f.host, f.cluster };

	memcpy(row, of, sizeof of);
	return holds_any(d);
}

static inline void put(struct json *j, const char *key, struct view v)
{
	json_key(j, key);
	json_maybe(j, v);
}

/* Field f of line i as a number: nearly always it is written as one is written here. */
static void put_field(struct json *j, const struct doc *d, size_t i, int f)
{
	struct view v = doc_field(d, i, f);
	size_t n = 0;

	while (n < v.len && v.p[n] >= '0' && v.p[n] <= '9')
		n++;
	if (n && n == v.len && n < 10 && (v.p[0] != '0' || n == 1))
		json_digits(j, v);
	else
		json_number(j, doc_number(d, i, f));
}

static void put_span(struct json *j, const struct doc *d, size_t i)
{
	json_key(j, "line");
	put_field(j, d, i, 0);
	json_key(j, "start");
	put_field(j, d, i, 1);
	json_key(j, "end");
	put_field(j, d, i, 2);
}

static void put_text_key(struct json *j, const struct doc *d, size_t i)
{
	json_key(j, "text");
	json_string(j, doc_text(d, i));
}

static void put_event(struct json *j, const struct facts *f)
{
	json_key(j, "event");
	json_open(j, '{');
	put(j, "name", f->name);
	put(j, "date", f->date);
	put(j, "session", f->session);
	put(j, "venue", f->venue);
	put(j, "host", f->host);
	json_close(j, '}');
}

static bool has_role(const struct doc *d, size_t i, const char *role)
{
	return d->lines[i].kind == KIND_UNIT && view_is(doc_field(d, i, 5), role);
}

/* Does a text line, or what was found in it, hold a member? first is the line behind it. */
static bool lists_members(const struct doc *d, size_t first)
{
	for (size_t k = first; k < d->n && !doc_is_text(d, k); k++)
		if (has_role(d, k, "member"))
			return true;
	return false;
}

/* "1. Sở Y tế (Cụm trưởng);": is the text line i, which holds no member, an item of a list that goes
 * on with members behind it, or went on before it (listed)? */
static bool officer_item(const struct doc *d, size_t i, bool listed)
{
	enum { OFFICE = 40 /* bytes of "1. ... (Cụm trưởng);" */, OFFICERS = 2 };

	for (size_t n = 0; n < OFFICERS; n++) {
		size_t next = i + 1, unit = 0;

		for (; next < d->n && !doc_is_text(d, next); next++)
			if (d->lines[next].kind == KIND_UNIT && !unit)
				unit = next;
		if (!unit || doc_text(d, unit).len + OFFICE < doc_text(d, i).len)
			return false;
		if (listed || next == d->n)
			return listed;
		if (lists_members(d, next + 1))
			return true;
		i = next;
	}
	return false;
}

/* A name for comparing: "Công an tỉnh Hà Nam" is "Công an Hà Nam". */
static void plain_name(struct str *out, struct view name)
{
	static const char *const levels[] = { " tỉnh ", " thành phố " };

	out->len = 0;
	for (size_t i = 0; i < name.len; i++) {
		for (size_t w = 0; w < sizeof levels / sizeof *levels; w++) {
			size_t n = strlen(levels[w]);

			/* the space behind it is the next one looked at */
			if (name.p[i] == ' ' && name.len - i > n && !memcmp(name.p + i, levels[w], n))
				i += n - 1;
		}
		str_ch(out, name.p[i]);
	}
}

/* "Cụm số 2 gồm: A, B ... Cùng ngày, Cụm số 3 gồm: C": does the page name members right behind that cluster, so that those
 * behind another are none of it? */
static bool names_own(const struct doc *d, struct view cluster)
{
	bool own = false, names = false;

	for (size_t i = 0; i < d->n && cluster.len && !names; i++) {
		if (doc_is_text(d, i) || doc_is_cluster(d, i))
			own = doc_is_cluster(d, i) && view_eq(doc_text(d, i), cluster);
		names = own && has_role(d, i, "member");
	}
	return names;
}

static void put_cluster(struct json *j, const struct doc *d, const struct facts *f, const struct record_options *o)
{
	size_t declared = f->declared, members = 0;
	struct map seen = { 0 };
	struct arena names = { 0 };
	struct str plain = { 0 };
	int fresh;

	json_key(j, "cluster");
	json_open(j, '{');
	put(j, "name", f->cluster);
	/* they may be named by their places alone */
	struct str places = { 0 };
	struct member_offices offices = { 0 };
	bool by_units = false;

	for (size_t i = 0; i < d->n && f->grouped && !by_units; i++)
		by_units = has_role(d, i, "member");
	size_t named = by_units ? 0 : member_places(&places, &offices, d);

	put(j, "head", f->head.len ? f->head : str_view(&offices.head));
	put(j, "deputy", f->deputy.len ? f->deputy : str_view(&offices.deputy));
	json_key(j, "declared");
	if (declared)
		json_number(j, declared);
	else
		json_null(j);
	json_key(j, "members");
	json_open(j, '[');
	bool listed = false, other = false, own = names_own(d, f->cluster);

	for (size_t i = 0; i < d->n && f->grouped; i++) {
		if (doc_is_text(d, i) || doc_is_cluster(d, i))
			other = own && !doc_is_text(d, i) && !view_eq(doc_text(d, i), f->cluster);
		if (doc_is_text(d, i))
			listed = lists_members(d, i + 1) || officer_item(d, i, listed);
		/* the head and the deputy as well, where they stand in a list of members */
		if (!has_role(d, i, "member") && !(listed && (has_role(d, i, "head") || has_role(d, i, "deputy"))))
			continue;
		if (other)
			continue;
		plain_name(&plain, doc_field(d, i, 3));
		map_put(&seen, arena_copy(&names, str_view(&plain)), i, &fresh);
		if (!fresh)
			continue;
		json_string(j, fact_unit_name(d, i));
		members++;
	}
	for (size_t n = 0, at = 0; n < named; n++) {
		struct view name = view_of(places.p + at);

		json_string(j, name);
		at += name.len + 1;
	}
	members += named;
	str_free(&places);
	member_offices_free(&offices);
	str_free(&plain);
	arena_clear(&names);
	json_close(j, ']');
	json_close(j, '}');
	map_free(&seen);
	if (o->verbose && declared && members && members != declared)
		warn("%s:%zu: the page says that the cluster has %zu units and names %zu", d->file, d->nr, declared,
		     members);
}

/* The first and the last day that an EDTF value covers; room is written over. */
static void put_days(struct json *j, struct view value, struct str *room)
{
	const char *slash = value.len ? memchr(value.p, '/', value.len) : NULL;
	struct view half[2] = { { value.p, slash ? (size_t)(slash - value.p) : value.len },
				{ slash ? slash + 1 : value.p,
				  slash ? value.len - (size_t)(slash + 1 - value.p) : value.len } };

	for (int i = 0; i < 2; i++) {
		struct day day;

		room->len = 0;
		if (cal_parse(half[i], &day) && day.y) {
			if (!day.m)
				day.m = i ? 12 : 1;
			if (!day.d)
				day.d = i ? cal_month_days(day.y, day.m) : 1;
			day.h = -1;
			cal_edtf(room, day);
		}
		put(j, i ? "to" : "from", str_view(room));
	}
}

static void put_dates(struct json *j, const struct doc *d)
{
	struct str room = { 0 };

	json_key(j, "dates");
	json_open(j, '[');
	for (size_t i = 0; i < d->n; i++) {
		if (d->lines[i].kind != KIND_DATE)
			continue;
		json_open(j, '{');
		put_text_key(j, d, i);
		put(j, "value", doc_field(d, i, 3));
		put_days(j, doc_field(d, i, 3), &room);
		put(j, "role", doc_field(d, i, 4));
		put_span(j, d, i);
		json_close(j, '}');
	}
	json_close(j, ']');
	str_free(&room);
}

static void put_mentions(struct json *j, const struct doc *d, const struct entities *s, const struct entity *e)
{
	json_key(j, "mentions");
	json_open(j, '[');
	for (size_t m = e->first; m != NONE; m = s->link[m].next) {
		json_open(j, '{');
		put_text_key(j, d, s->link[m].line);
		put_span(j, d, s->link[m].line);
		json_close(j, '}');
	}
	json_close(j, ']');
}

/* The values that field takes over all mentions, each once, without "mention"
 * where there is any other. */
static void put_values(struct json *j, const char *key, const struct doc *d, const struct entities *s,
		       const struct entity *e, int field)
{
	struct view seen[16];
	size_t n = 0;
	struct view mention = { NULL, 0 };

	json_key(j, key);
	json_open(j, '[');
	for (size_t m = e->first; m != NONE && n < 16; m = s->link[m].next) {
		struct view v = doc_field(d, s->link[m].line, field);
		bool known = !v.len;

		if (view_is(v, "mention")) {
			mention = v;
			continue;
		}
		for (size_t k = 0; k < n; k++)
			known |= view_eq(seen[k], v);
		if (!known)
			json_string(j, seen[n++] = v);
	}
	if (!n && mention.p)
		json_string(j, mention);
	json_close(j, ']');
}

static void put_units(struct json *j, const struct doc *d)
{
	struct entities s;

	collect(&s, d, KIND_UNIT);
	json_key(j, "units");
	json_open(j, '[');
	for (size_t i = 0; i < s.n; i++) {
		size_t first = s.link[s.e[i].first].line;

		json_open(j, '{');
		put(j, "name", doc_field(d, first, 3));
		put(j, "kind", doc_field(d, first, 4));
		put_values(j, "roles", d, &s, &s.e[i], 5);
		put_mentions(j, d, &s, &s.e[i]);
		json_close(j, '}');
	}
	json_close(j, ']');
	drop(&s);
}

static void put_places(struct json *j, const struct doc *d)
{
	struct entities s;

	collect(&s, d, KIND_PLACE);
	json_key(j, "places");
	json_open(j, '[');
	for (size_t i = 0; i < s.n; i++) {
		size_t first = s.link[s.e[i].first].line;

		json_open(j, '{');
		put(j, "name", doc_field(d, first, 3));
		put(j, "code", doc_field(d, first, 4));
		put(j, "now", doc_field(d, first, 5));
		put_mentions(j, d, &s, &s.e[i]);
		json_close(j, '}');
	}
	json_close(j, ']');
	drop(&s);
}

/* ---- people ---- */

/* Do two offices say the same, a maybe less of it? "Phó Trưởng Ban" of "Ban Thi
 * đua - Khen thưởng" is in "Phó trưởng ban" of "Ban Thi đua - Khen thưởng, Sở Nội vụ". */
static bool within(const struct doc *d, size_t a, size_t b)
{
	struct view ta = doc_field(d, a, 3), tb = doc_field(d, b, 3), ua = doc_field(d, a, 4), ub = doc_field(d, b, 4);
	struct str k = { 0 }, l = { 0 };
	bool same = false;

	if (ta.len == tb.len && ua.len <= ub.len) {
		str_reserve(&k, ta.len + ua.len + 1);
		str_reserve(&l, ta.len + ua.len + 1);
		text_key(k.p, ta);
		text_key(l.p, tb);
		same = !memcmp(k.p, l.p, ta.len);
		text_key(k.p, ua);
		text_key(l.p, (struct view){ ub.p, ua.len });
		same &= !memcmp(k.p, l.p, ua.len) &&
			(ua.len == ub.len || !ua.len || ub.p[ua.len] == ',' || ub.p[ua.len] == ' ');
	}
	str_free(&k);
	str_free(&l);
	return same;
}

enum { OFFICES = 64 }; /* of one person; further ones are variants of these or noise */

/* A place in the document: the text line with the index at, and a START. */
static struct view place_key(struct str *key, size_t at, struct view start)
{
	key->len = 0;
	str_num(key, at);
	str_ch(key, '\t');
	str_add(key, start.p, start.len);
	return str_view(key);
}

/* Does the person record i stand below a byline? */
static bool in_byline(const struct doc *d, size_t i)
{
	while (i != NONE && i && !doc_is_text(d, i))
		i--;
	return i != NONE && d->lines[i].kind == KIND_BYLINE;
}

/* The person whose name stands at START in one of the bylines below the text line at: who
 * signed with the office that stands there alone. */
static bool signer_below(const struct doc *d, size_t at, struct view start, struct map *starts, struct str *key, size_t *who)
{
	for (size_t i = at + 1; i < d->n && (!doc_is_text(d, i) || d->lines[i].kind == KIND_BYLINE); i++)
		if (doc_is_text(d, i) && map_get(starts, place_key(key, i, start), who))
			return true;
	return false;
}

static void put_people(struct json *j, const struct doc *d)
{
	struct entities s;
	size_t *owner = xalloc(d->n + 1, sizeof *owner); /* entity of each person record */
	struct link *role = xalloc(d->n + 1, sizeof *role);
	size_t *roles, nroles = 0;
	struct map starts = { 0 };
	struct str key = { 0 };

	collect(&s, d, KIND_PERSON);
	roles = xalloc(s.n + 1, sizeof *roles);
	for (size_t i = 0; i < s.n; i++) {
		roles[i] = NONE;
		for (size_t m = s.e[i].first; m != NONE; m = s.link[m].next)
			owner[s.link[m].line] = i;
	}
	/* The offices of each, as a list from the last to the first. An office is that
	 * of the person who starts at PERSON on its line, or else of the last person
	 * before it (a byline over two lines). */
	size_t before = NONE, at = 0, who;
	int fresh;

	/* Two lines may have one number, and a line's records any order: a person is
	 * known by the line of text they stand below, and all come first. */
	for (size_t i = 0; i < d->n; i++) {
		at = doc_is_text(d, i) ? i : at;
		if (d->lines[i].kind == KIND_PERSON)
			map_put(&starts, place_key(&key, at, doc_field(d, i, 1)), i, &fresh);
	}
	size_t last = NONE; /* of the line at hand; before: of those above it */

	for (size_t i = 0; i < d->n; i++) {
		if (doc_is_text(d, i)) {
			at = i;
			before = last == NONE ? before : last;
			last = NONE;
		}
		if (d->lines[i].kind == KIND_PERSON && (last == NONE || doc_number(d, i, 1) > doc_number(d, last, 1)))
			last = i;
		if (d->lines[i].kind != KIND_ROLE)
			continue;
		if (!map_get(&starts, place_key(&key, at, doc_field(d, i, 5)), &who) &&
		    (in_byline(d, before) || !signer_below(d, at, doc_field(d, i, 5), &starts, &key, &who)))
			who = before;
		if (who == NONE)
			continue;
		role[nroles] = (struct link){ i, roles[owner[who]] };
		roles[owner[who]] = nroles++;
	}
	json_key(j, "people");
	json_open(j, '[');
	for (size_t i = 0; i < s.n; i++) {
		size_t first = s.link[s.e[i].first].line, list[OFFICES], n = 0;
		struct view honorific = { NULL, 0 };

		for (size_t m = s.e[i].first; m != NONE && !honorific.len; m = s.link[m].next)
			honorific = doc_field(d, s.link[m].line, 4);
		json_open(j, '{');
		put(j, "name", doc_field(d, first, 3));
		put(j, "honorific", honorific);
		put_values(j, "parts", d, &s, &s.e[i], 5);
		json_key(j, "roles");
		json_open(j, '[');
		for (size_t r = roles[i]; r != NONE && n < OFFICES; r = role[r].next)
			list[n++] = role[r].line;
		for (size_t a = n; a-- > 0;) {
			bool less = false;

			for (size_t b = 0; b < n; b++)
				less |= b != a && within(d, list[a], list[b]) && (!within(d, list[b], list[a]) || b > a);
			if (less)
				continue;
			json_open(j, '{');
			put(j, "title", doc_field(d, list[a], 3));
			put(j, "unit", doc_field(d, list[a], 4));
			put_text_key(j, d, list[a]);
			put_span(j, d, list[a]);
			json_close(j, '}');
		}
		json_close(j, ']');
		put_mentions(j, d, &s, &s.e[i]);
		json_close(j, '}');
	}
	json_close(j, ']');
	free(owner);
	free(role);
	free(roles);
	map_free(&starts);
	str_free(&key);
	drop(&s);
}

/* Kinds that stand once a mention: their fields by name, in the order of names. */
static void put_plain(struct json *j, const char *key, const struct doc *d, enum kind k, const char *const *names)
{
	json_key(j, key);
	json_open(j, '[');
	for (size_t i = 0; i < d->n; i++) {
		if (d->lines[i].kind != k)
			continue;
		json_open(j, '{');
		put_text_key(j, d, i);
		for (const char *const *name = names; *name; name++) {
			int f = 3;

			while (strcmp(kinds[k].fields[f], *name))
				f++;
			struct view v = doc_field(d, i, f);

			json_key(j, *name);
			if (!strcmp(*name, "count") && v.len)
				put_field(j, d, i, f);
			else
				json_maybe(j, v);
		}
		put_span(j, d, i);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void put_lines(struct json *j, const struct doc *d)
{
	json_key(j, "lines");
	json_open(j, '[');
	for (size_t i = 0; i < d->n; i++) {
		if (!doc_is_text(d, i))
			continue;
		json_open(j, '{');
		json_key(j, "line");
		json_number(j, d->lines[i].number);
		put(j, "kind", view_of(kinds[d->lines[i].kind].name));
		put_text_key(j, d, i);
		json_close(j, '}');
	}
	json_close(j, ']');
}

bool record_write(struct json *j, const struct doc *d, const struct record_options *o)
{
	static const char *const ref[] = { "type", "number", "date", "issuer", NULL };
	static const char *const theme[] = { "name", "period", NULL };
	static const char *const award[] = { "award", "count", "recipient", "giver", "status", NULL };
	struct facts f;

	facts_read(&f, d);
	json_open(j, '{');
	json_key(j, "id");
	json_string(j, d->id);
	put(j, "title", f.title);
	put(j, "published", f.published);
	put_event(j, &f);
	put_cluster(j, d, &f, o);
	put_dates(j, d);
	put_units(j, d);
	put_places(j, d);
	put_people(j, d);
	put_plain(j, "refs", d, KIND_REF, ref);
	put_plain(j, "themes", d, KIND_THEME, theme);
	put_plain(j, "awards", d, KIND_AWARD, award);
	if (o->lines)
		put_lines(j, d);
	json_close(j, '}');
	return holds_any(d);
}
