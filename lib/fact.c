#include "fact_parts.h"

#include <string.h>

/* The field of the first record of kind k whose field with is that word; empty for none. */
static struct view field_of_first(const struct doc *d, enum kind k, int with, const char *is, int field)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->lines[i].kind == k && view_is(doc_field(d, i, with), is))
			return doc_field(d, i, field);
	return (struct view){ NULL, 0 };
}

static struct view title_of(const struct doc *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->lines[i].kind == KIND_TITLE)
			return doc_text(d, i);
	return (struct view){ NULL, 0 };
}

static struct view day_only(struct view v)
{
	const char *t = v.len ? memchr(v.p, 'T', v.len) : NULL;

	return t ? (struct view){ v.p, (size_t)(t - v.p) } : v;
}

void facts_read(struct facts *f, const struct doc *d)
{
	size_t event = fact_line_of_first(d, KIND_DATE, 4, "event");
	struct view title = title_of(d), name = fact_conference(d, event);

	if (!name.p)
		name = fact_find_key(title, "hội nghị");
	*f = (struct facts){
		.title = title,
		.published = field_of_first(d, KIND_DATE, 4, "published", 3),
		.name = name.p ? name : title,
		.venue = fact_venue(d),
		.cluster = fact_cluster(d),
		.head = fact_officer(d, "head"),
		.deputy = fact_officer(d, "deputy"),
	};
	f->declared = f->cluster.len ? fact_declared(d) : 0;
	f->grouped = f->cluster.len || (fact_line_of_first(d, KIND_UNIT, 5, "member") != FACT_NONE && fact_of_cluster(d));
	f->host = fact_host(d, f->cluster, event);
	if (event != FACT_NONE) {
		f->date = day_only(doc_field(d, event, 3));
		f->session = fact_session(d, event);
	}
}
