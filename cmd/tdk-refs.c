#include "cal.h"
#include "ref.h"
#include "tool.h"

struct state {
	struct refs refs;
	struct str number, type, date;
};

static void begin(void *self)
{
	struct state *s = self;

	unit_begin(&s->refs.units);
}

static void learn(void *self, enum kind kind, struct view text)
{
	struct state *s = self;

	unit_learn(&s->refs.units, kind, text);
}

static bool find(void *self, enum kind kind, struct view text, struct sink *out)
{
	struct state *s = self;

	if (kind == KIND_CONTACT || kind == KIND_META)
		return true;
	bool fine = ref_find(&s->refs, kind, text);

	for (size_t k = 0; k < s->refs.n; k++) {
		const struct ref *x = &s->refs.found[k];

		s->number.len = s->type.len = s->date.len = 0;
		ref_number(&s->number, &s->refs, x);
		ref_type(&s->type, &s->refs, x);
		if (x->y)
			cal_edtf(&s->date, (struct day){ .y = x->y, .m = x->m, .d = x->d, .h = -1, .min = -1 });
		sink_put(out, KIND_REF, x->start, x->end,
			 (struct view[]){ str_view(&s->number), str_view(&s->type), str_view(&s->date),
					  { text.p + x->issuer_start, x->issuer_end - x->issuer_start } });
	}
	return fine;
}

int main(int argc, char **argv)
{
	static const char *const columns[] = { "line", "start", "end", "number", "type", "date", "issuer", "text", NULL };
	static const struct extractor extractor = {
		.owns = KIND_BIT(KIND_REF),
		.table = KIND_REF,
		.begin = begin,
		.learn = learn,
		.find = find,
	};
	static struct state state;
	static struct tool t = {
		.name = "tdk-refs",
		.about = "Find documents cited in Vietnamese text.",
		.file = tool_extract,
		.columns = columns,
		.extractor = &extractor,
		.self = &state,
	};

	return tool_main(&t, argc, argv);
}
