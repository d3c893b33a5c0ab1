#include <string.h>

#include "award.h"
#include "cal.h"
#include "text.h"
#include "theme.h"
#include "tool.h"

struct state {
	struct awards awards;
	struct themes themes;
	struct str name, period, count, recipient;
};

static struct view bytes(struct view text, size_t start, size_t end)
{
	return (struct view){ text.p + start, end - start };
}

static void put_theme(struct state *s, const struct theme *x, struct view text, struct sink *out)
{
	s->name.len = s->period.len = 0;
	text_canon(&s->name, bytes(text, x->start, x->end));
	if (x->from)
		cal_edtf(&s->period, (struct day){ .y = x->from, .h = -1, .min = -1 });
	if (x->to) {
		str_ch(&s->period, '/');
		cal_edtf(&s->period, (struct day){ .y = x->to, .h = -1, .min = -1 });
	}
	sink_put(out, KIND_THEME, x->start, x->end, (struct view[]){ str_view(&s->name), str_view(&s->period) });
}

static void put_award(struct state *s, const struct award *x, struct view text, struct sink *out)
{
	s->name.len = s->count.len = s->recipient.len = 0;
	award_name(&s->name, &s->awards, x);
	award_recipient(&s->recipient, &s->awards, x);
	if (x->count)
		str_num(&s->count, x->count);
	sink_put(out, KIND_AWARD, x->start, x->end,
		 (struct view[]){ str_view(&s->name), str_view(&s->count), str_view(&s->recipient),
				  bytes(text, x->giver_start, x->giver_end), view_of(award_status_name[x->status]) });
}

static void begin(void *self)
{
	struct state *s = self;

	unit_begin(&s->awards.units);
}

static void learn(void *self, enum kind kind, struct view text)
{
	struct state *s = self;

	unit_learn(&s->awards.units, kind, text);
}

static bool find(void *self, enum kind kind, struct view text, struct sink *out)
{
	struct state *s = self;

	if (kind == KIND_CONTACT || kind == KIND_META || kind == KIND_BYLINE)
		return true;
	bool fine = award_find(&s->awards, kind, text);

	theme_find(&s->themes, &s->awards.units.lex);
	for (size_t k = 0; k < s->themes.n; k++)
		put_theme(s, &s->themes.found[k], text, out);
	for (size_t k = 0; k < s->awards.n; k++) {
		const struct award *x = &s->awards.found[k];
		bool inside = false; /* a word of a movement's name is no award */

		for (size_t i = 0; i < s->themes.n; i++)
			inside |= x->start >= s->themes.found[i].start && x->start < s->themes.found[i].end;
		if (!inside)
			put_award(s, x, text, out);
	}
	return fine;
}

int main(int argc, char **argv)
{
	static const char *const columns[] = { "line", "start", "end", "award", "count", "recipient", "giver", "status", "text", NULL };
	static const struct extractor extractor = {
		.owns = KIND_BIT(KIND_THEME) | KIND_BIT(KIND_AWARD),
		.table = KIND_AWARD,
		.begin = begin,
		.learn = learn,
		.find = find,
	};
	static struct state state;
	static struct tool t = {
		.name = "tdk-awards",
		.about = "Find emulation movements and awards in Vietnamese text.",
		.file = tool_extract,
		.columns = columns,
		.extractor = &extractor,
		.self = &state,
	};

	return tool_main(&t, argc, argv);
}
