#include "date_parts.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"

const char *const date_role_name[] = {
	"mention", "published", "event", "document", "period", "deadline", "clock",
};

void date_begin(struct dates *c)
{
	c->published = c->event = c->old = (struct day){ .h = -1, .min = -1 };
	c->title_year = 0;
	c->title = (struct years){ 0 };
	c->titles.n = c->titles.read = c->metas.n = c->metas.read = c->texts.n = c->texts.read = 0;
}

static bool is_day(const struct date *d)
{
	return d->from.y && d->from.d;
}

/* What begins on that day: a meeting takes some days, a campaign more. */
static bool is_campaign(const struct date *d)
{
	enum { LONGEST = 31 };
	struct day to = d->to;

	if (!to.d)
		return to.y - d->from.y > 0;
	to.y = to.y ? to.y : d->from.y;
	return cal_compare(to, cal_add(d->from, LONGEST)) > 0;
}

/* "Sáng 20/11": of a day that is remembered every year, one of this year. */
bool date_has_session(struct view key, size_t at)
{
	static const char *const sessions[] = { "sáng ", "trưa ", "chiều ", "tối ", "đêm ", "rạng sáng " };

	for (size_t i = 0; i < sizeof sessions / sizeof *sessions; i++)
		if (view_has(key, at, sessions[i]))
			return true;
	return false;
}

/* "Ngày 13/10 vừa qua", "Vừa qua, ngày 13/10": of this year as well. */
static bool is_past(struct view key, const struct date *d)
{
	static const char lately[] = "vừa qua, ";

	return view_has(key, d->end, " vừa qua") || (view_has(key, 0, lately) && d->start == sizeof lately - 1);
}

/* "60 năm ngày Bác Hồ ra lời kêu gọi thi đua ái quốc (11/6/1948)": a day of history,
 * from before there were pages. */
static bool is_remembered(const struct date *d)
{
	enum { OLD = 1990 };

	return d->from.y && d->from.y < OLD;
}

/* "sinh ngày 12/3/1960", "hy sinh hôm 1/8", "nghỉ hưu từ ngày 01/6/2010": of a life. */
static bool is_of_life(struct view key, const struct date *d)
{
	static const char *const joints[] = { "hôm ", "ngày ", "vào ", "từ ", "(" };
	static const char *const words[] = { "hy sinh ", "hi sinh ", "nghỉ hưu ", "qua đời ", "từ trần ", "tạ thế ", "mất ", "vào đảng ", "nhận công tác ", "kết hôn " };
	static const char *const others[] = { "học sinh ", "thí sinh ", "vệ sinh ", "khai sinh " };
	static const char born[] = "sinh ";
	size_t at = d->start;

	for (size_t j = sizeof joints / sizeof *joints; j-- > 0;)
		if (view_had(key, at, joints[j]))
			at -= strlen(joints[j]);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_had(key, at, words[i]) && date_space_before(key, at - strlen(words[i])))
			return true;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (view_had(key, at, others[i]))
			return false;
	return view_had(key, at, born) && date_space_before(key, at - strlen(born));
}

/* "được thành lập ngày 15/8/1991", "Ngày 15/8/1991, Sở Y tế được thành lập": of a house that is older than the page. */
static bool is_founding(struct view key, const struct date *d)
{
	enum { NAME = 90 };
	static const char *const joints[] = { "ngày ", "vào ", "từ " };
	static const char *const words[] = { "thành lập ", "khởi công ", "cổ phần hóa ", "tái lập " }, *const passive[] = { "được thành lập", "ra đời", "được tái lập" };
	size_t at = d->start;

	for (size_t j = sizeof joints / sizeof *joints; j-- > 0;)
		if (view_had(key, at, joints[j]))
			at -= strlen(joints[j]);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_had(key, at, words[i]))
			return true;
	for (size_t i = d->end; i < key.len && i - d->end < NAME && key.p[i] != ';' && key.p[i] != '.'; i++)
		for (size_t w = 0; w < sizeof passive / sizeof *passive && key.p[i] == ' '; w++)
			if (view_has(key, i + 1, passive[w]))
				return true;
	return false;
}

/* "nhận hồ sơ từ ngày 01/11 đến hết ngày 30/11": days in which something is handed in. */
static bool is_term(struct view key, const struct date *d)
{
	enum { NEAR = 40 };

	return d->to.d && (has_before(key, d->start, NEAR, "hồ sơ") || has_before(key, d->start, NEAR, "nộp") || has_before(key, d->start, NEAR, "bình chọn") || has_before(key, d->start, NEAR, "lấy ý kiến"));
}

void date_learn(struct dates *c, enum kind kind, struct view text)
{
	struct telling *t = kind == KIND_TITLE ? &c->titles : kind == KIND_META ? &c->metas : kind == KIND_TEXT ? &c->texts : NULL;
	enum { FIRST_TEXTS = 3 }; /* among which the day of the event stands */
	int most = kind == KIND_TEXT ? FIRST_TEXTS : DATE_TELLING;

	if (t && t->n < most)
		t->line[t->n++] = text;
}

/* What one reader knows of the document, for another. */
static void tell(struct dates *to, const struct dates *from)
{
	to->titles = from->titles;
	to->metas = from->metas;
	to->published = from->published;
	to->title_year = from->title_year;
	to->title = from->title;
}

/* Read a line of the document apart from the line that is being read. */
static struct dates *aside(struct dates *c, enum kind kind, struct view text)
{
	if (!c->inner) {
		c->inner = xalloc(1, sizeof *c->inner);
		*c->inner = (struct dates){ .reference = c->reference };
	}
	tell(c->inner, c);
	date_line(c->inner, kind, text);
	date_roles(c->inner, kind);
	tell(c, c->inner);
	return c->inner;
}

void date_title(struct dates *c)
{
	while (!c->title_year && c->titles.read < c->titles.n) {
		const struct dates *in = aside(c, KIND_TITLE, c->titles.line[c->titles.read++]);

		date_years_said(&c->title, str_view(&in->key));
		/* "6 tháng đầu năm" takes its year from here, so only a written one counts. */
		for (size_t i = 0; i < in->n; i++)
			if (date_year_after((struct view){ in->key.p, in->found[i].end }, in->found[i].start))
				c->title_year = in->found[i].to.y ? in->found[i].to.y : in->found[i].from.y;
	}
}

struct day date_written(struct dates *c)
{
	while (!c->published.y && c->metas.read < c->metas.n) {
		const struct dates *in = aside(c, KIND_META, c->metas.line[c->metas.read++]);

		for (size_t i = 0; i < in->n && !c->published.y; i++)
			if (is_day(&in->found[i]))
				c->published = in->found[i].from;
	}
	return c->published.y ? c->published : c->reference;
}

/* "kể từ ngày 01/7/2025", "Trước đó, ngày 1/7": told of another day? */
static bool is_apart(struct view key, const struct date *d)
{
	static const char *const words[] = { "kể từ ", "trước đó, ", "tính từ ", "có hiệu lực từ ", "có hiệu lực ", "áp dụng từ ", "kết thúc vào ", "kết thúc ", "hiệu lực: ", "hiệu lực | ", "hiệu lực: | ", "sau " };

	static const char begins[] = "bắt đầu từ ";

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_had(key, d->start, words[i]))
			return true;
	/* a meeting does so at an hour, "bắt đầu từ 7 giờ ngày 6/10" */
	if (view_had(key, d->start, begins) && d->from.h < 0)
		return true;
	/* "lấy ngày 15/11 hằng năm" */
	return date_counted_up_to(key, d) || view_has(key, d->end, " hằng năm") || view_has(key, d->end, " hàng năm");
}

/* Of a year over when the page was written: of this event, or of what led to it? */
static bool is_old(const struct dates *c, struct day d)
{
	int written = c->published.y ? c->published.y : c->reference.y;

	return d.y && written && d.y < written - 1;
}

/* The day of the event is the first of those found in a text, but for the days of
 * documents and deadlines, those of lives, and those that a feast has every year. */
static void take_event(struct dates *c, const struct dates *found)
{
	for (size_t i = 0; i < found->n && !c->event.d; i++) {
		const struct date *d = &found->found[i];

		if (!d->from.d || is_campaign(d) || d->role == DATE_DOCUMENT || d->role == DATE_DEADLINE || d->role == DATE_PUBLISHED)
			continue;
		if (!d->from.y && (d->feast || date_is_feast(d->from.d, d->from.m)) && !date_has_session(str_view(&found->key), d->start) && !is_past(str_view(&found->key), d))
			continue;
		if (is_remembered(d) || d->open || is_of_life(str_view(&found->key), d) || is_term(str_view(&found->key), d) || is_apart(str_view(&found->key), d))
			continue;
		if (is_old(c, d->from) && is_founding(str_view(&found->key), d))
			continue;
		if (is_old(c, d->from) && !date_has_session(str_view(&found->key), d->start)) {
			c->old = c->old.d ? c->old : d->from;
			continue;
		}
		c->event = d->from;
		c->event.h = c->event.min = -1;
	}
}

struct day date_event(struct dates *c)
{
	date_written(c); /* now: a line that is read aside makes the last one forgotten */
	while (!c->event.d && c->texts.read < c->texts.n)
		take_event(c, aside(c, KIND_TEXT, c->texts.line[c->texts.read++]));
	if (!c->event.d && c->old.d) {
		c->event = c->old;
		c->event.h = c->event.min = -1;
	}
	return c->event;
}

/* A page is not posted before what it tells of: where the other order of day and
 * month puts the stamp within a month behind the event, that is the order. */
static void order_by_event(struct dates *c)
{
	enum { SOON = 31 };

	for (size_t i = 0; i < c->n; i++) {
		struct day *d = &c->found[i].from, o = *d, event;

		/* a stamp without its year, "25/12, 16:40" */
		if (!d->y && d->d && (event = date_event(c)).y) {
			d->y = event.y + (d->m * 100 + d->d < event.m * 100 + event.d);
			continue;
		}
		o.d = d->m;
		o.m = d->d;
		if (!d->y || !d->d || o.d == o.m || !cal_valid(o))
			continue;
		event = date_event(c);
		if (event.y && cal_compare(*d, event) < 0 && cal_compare(o, event) >= 0 && cal_compare(o, cal_add(event, SOON)) <= 0)
			*d = o;
	}
}

bool date_find(struct dates *c, enum kind kind, struct view text)
{
	bool fine = date_line(c, kind, text), days = false, open = false;

	for (size_t k = 0; k < c->n; k++) {
		days |= c->found[k].from.d != 0;
		open |= !c->found[k].from.y;
	}
	if (kind == KIND_META)
		order_by_event(c);
	/* A text whose turn it is to tell the event is not read twice for that, but
	 * where the event may give a year to another day of it. */
	if (c->texts.read < c->texts.n && c->texts.line[c->texts.read].p == text.p) {
		c->texts.read++;
		if (days && !c->event.d) {
			date_written(c);
			date_roles(c, kind);
			take_event(c, c);
			if (c->event.y && open)
				fine = date_line(c, kind, text);
		}
	}
	if (days && kind != KIND_META)
		date_event(c);
	date_roles(c, kind);
	return fine;
}

size_t date_value(char *p, const struct date *d)
{
	char *end = cal_put(p, d->from);

	if (d->to.y || d->to.m) {
		*end++ = '/';
		end = cal_put(end, d->to);
	} else if (d->open) {
		memcpy(end, "/..", 3);
		end += 3;
	}
	return (size_t)(end - p);
}

void date_free(struct dates *c)
{
	free(c->found);
	str_free(&c->key);
	for (size_t f = 0; c->forms && f < DATE_FORMS; f++)
		rx_free(&c->forms->form[f]);
	if (c->forms)
		rx_free(&c->forms->clock);
	free(c->forms);
	if (c->inner)
		date_free(c->inner);
	free(c->inner);
	*c = (struct dates){ 0 };
}
