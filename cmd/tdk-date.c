#include "date.h"
#include "err.h"
#include "tool.h"

static const struct opt options[] = {
	{ 'r', "reference", "date", "the day to count from where the page gives none" },
	{ 0 },
};

static bool option(struct tool *t, char c, const char *arg)
{
	struct dates *d = t->self;

	(void)c;
	if (cal_parse(view_of(arg), &d->reference) && d->reference.y && d->reference.d)
		return true;
	warn("-r %s: not a day: give it as 2020-07-25", arg);
	return false;
}

static void begin(void *self)
{
	date_begin(self);
}

static void learn(void *self, enum kind kind, struct view text)
{
	date_learn(self, kind, text);
}

static bool find(void *self, enum kind kind, struct view text, struct sink *s)
{
	struct dates *c = self;
	char value[DATE_VALUE] = { 0 };

	if (kind == KIND_CONTACT)
		return true;
	bool fine = date_find(c, kind, text);

	for (size_t k = 0; k < c->n; k++) {
		const struct date *x = &c->found[k];

		sink_put(s, KIND_DATE, x->start, x->end,
			 (struct view[]){ { value, date_value(value, x) }, view_of(date_role_name[x->role]) });
	}
	return fine;
}

int main(int argc, char **argv)
{
	static const char *const columns[] = { "line", "start", "end", "value", "role", "text", NULL };
	static const struct extractor extractor = {
		.owns = KIND_BIT(KIND_DATE),
		.table = KIND_DATE,
		.begin = begin,
		.learn = learn,
		.find = find,
	};
	static struct dates dates;
	static struct tool t = {
		.name = "tdk-date",
		.about = "Find dates and periods in Vietnamese text.",
		.opts = options,
		.option = option,
		.file = tool_extract,
		.columns = columns,
		.extractor = &extractor,
		.self = &dates,
	};

	return tool_main(&t, argc, argv);
}
