#include "fact_parts.h"

#include <string.h>

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

/* When the page was posted: of two stamps not the one that says when it was changed, "Cập nhật: 16/01/2025". */
static struct view published(const struct doc *d)
{
	static const char *const changed[] = { "Cập nhật", "CẬP NHẬT", "cập nhật", "Cập Nhật", "Last Updated", "Sửa đổi" };
	size_t first = fact_line_of_first(d, KIND_DATE, 4, "published"), i = first;

	for (; i < d->n && first != FACT_NONE; i++) {
		if (d->lines[i].kind != KIND_DATE || !view_is(doc_field(d, i, 4), "published"))
			continue;
		struct view text = doc_text(d, fact_text_of(d, i));
		bool other = false;

		for (size_t k = 0; k < sizeof changed / sizeof *changed; k++)
			other |= view_has(text, 0, changed[k]);
		if (!other)
			return doc_field(d, i, 3);
	}
	return first == FACT_NONE ? (struct view){ NULL, 0 } : doc_field(d, first, 3);
}

void facts_read(struct facts *f, const struct doc *d)
{
	size_t event = fact_line_of_first(d, KIND_DATE, 4, "event");
	struct view title = title_of(d), name = fact_conference(d, event);

	if (!name.p)
		name = fact_find_key(title, "hội nghị");
	*f = (struct facts){
		.title = title,
		.published = published(d),
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
