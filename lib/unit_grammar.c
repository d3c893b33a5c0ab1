#include "unit_parts.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"

/* ---- the grammar ----
 *
 *	unit    := head body? tail*
 *	body    := field of work | number | capitalised words
 *	tail    := level [name of the place] | province | "Trung ương", "Việt Nam"
 *
 * A head of unit-whole needs nothing, one of unit-place a tail, one of unit-head
 * a body, one of unit-field a field of work. A unit that follows without a comma is the parent and belongs to the
 * name ("Văn phòng UBND tỉnh"). */

/* What the rules are made of, as groups that they call by name: what may stand behind a
 * name that is complete, and what completes one. */
#define TAIL                                                                                            \
	/* a capitalised word that can be a part of a name */                                                  \
	"(?<cap> <cap|roman|!roles|!verbs|!honorifics-plural|!^unit-head|!^unit-field|!^unit-place|!^unit-whole"\
	" |!unit-cluster|!documents> )"                                                                        \
	/* a person's name begins: it is no part of the unit that it follows */                                \
	"(?<person> <^surnames> <^middle-names> (?! <^verbs> ) <cap> )"                                       \
	/* two or three capitals of a place, then a name of three or four, or of two: in                       \
	 * "Chủ tịch UBND huyện Kiên Lương Lâm Thị Xuyến" the first surname that leaves                        \
	 * enough for a place begins the name */                                                               \
	"(?<name3> (?: <^surnames> <cap> | <^name-particles> ) <cap> <cap>? (?! <cap> ) )"                     \
	"(?<name> (?&name3) | (?: <^surnames> | <^name-particles> ) <cap> (?! <cap> ) )"                       \
	"(?<before> (?&cap) (?&cap) (?= (?&name3) ) | (?&cap) (?&cap) (?&cap) (?= (?&name3) )"                 \
	" | (?! <^surnames> <^middle-names> ) (?&cap) (?! (?&person) ) (?&cap) (?= (?&name) ) )"                \
	/* the name of a district or a commune: two capitals, three if nothing follows */                      \
	"(?<place> <^provinces|places-named>|<^places-one> (?! <cap> (?! <cap> )|<cap> (?&person) ) | <number> (?: <^places-named> | (?! <^surnames|^name-particles> ) (?&cap) (?&cap) (?! <cap> ) )?|(?&before)|(?! (?&person) ) (?&cap) (?: (?! (?&person) ) (?&cap) )?"\
	" (?: (?! <^verbs> ) (?&cap) (?! <cap> ) )? )"                                                         \
	/* a short form in brackets in the middle: "Liên đoàn Lao động (LĐLĐ) tỉnh" */                         \
	"(?<abbr> <left> <cap> (?: <dash> <cap> )? <right> (?= <levels|levels-top|^provinces> ) )"                                 \
	"(?<tail> (?&abbr)? (?: <levels-top> <^provinces>? | <levels> (?: <levels-top> | <^levels> (?&cap) (?: (?! <cap> ) | (?= (?&name3) ) ) | <levels> (?: <number> | (?&place) )? | <roman> | (?&place)"\
	" (?: <number> (?! <slash|number> | <word|!verbs|!connectors> ) | <roman> | <dash> <^places-named> )? )?"                                                                \
	" | <dash>? <^provinces> <roman>? ) )"                                                                 \
	/* behind a field of work: a known place, or two capitals that are no person */                       \
	"(?<named> <^places-named> | (?! (?&person) | <^surnames> <cap> <cap> | <^name-particles> | <^provinces|levels-top|^not-names> ) (?&cap) (?&cap) (?! <cap> ) )"

#define BODY                                                                                            \
	/* small letters that go on in a name: "Vật liệu", "Sư phạm" */                                        \
	"(?<small> <low|!verbs|!roles|!levels|!levels-top|!connectors|!plurals|!groups|!role-modifiers|!time-words"\
	" |!number-words|!unit-cluster|!unit-short|!documents|!honorifics|!honorifics-plural|!unit-place"      \
	" |!unit-whole> )"                                                                                     \
	/* several only where the name goes on behind them: "Cửa khẩu quốc tế Tây Trang" */                    \
	"(?<smalls> (?: <name-words> ){1,4} | (?&small){2,5} (?= <dash>? <cap> | <levels|levels-top> ) | (?&small) (?: <name-words> ){0,4} (?! (?&small) ) )"\
	"(?<number> <number> (?! <time-words> ) )"                                                             \
	"(?<fig> <number> (?! <slash|number> | <word|!verbs|!connectors> ) )"                               \
	/* small letters go on with one capital ("Vật liệu"), not with a proper name ("Bạch Mai nối") */     \
	"(?<pair> (?<! <cap|!^unit-head|!^unit-field|!^unit-place|!^unit-whole|!sectors|!name-words> ) (?! <not-names|provinces|places-named> ) (?&cap) (?&smalls) )"\
	"(?<word> (?! <honorifics> ) (?: (?&pair) | (?: (?! (?&person) ) (?&cap) ){1,8} ) )"\
	"(?<short> <left> <caps> <right> (?= <^unit-whole|^unit-place|^unit-head> ) )"                         \
	"(?<body> (?: <name-words> ){1,3} (?: (?&number) | (?&named) ) | (?> <sectors> (?: <dash> <sectors> )? (?: <name-words> ){0,4} (?: <number-words> <number> | (?&fig) | <roman> | (?&named) (?: (?&fig) )? | (?! <^provinces|levels-top> ) (?&cap) (?&fig) )? | <number-words> (?&number) (?: (?! (?&person) ) (?&cap) ){0,2} | (?&number) <dash> (?! <^surnames> ) (?&cap) (?&cap) (?! <cap> )"\
	" | (?&number) (?! <levels|levels-top> (?! <^provinces> (?! <comma|connectors> ) ) ) | <roman> (?! <cap> )"\
	" | (?: (?= <caps> ) (?&cap) | <^not-names> | (?&pair) | (?&cap) ) (?: (?: (?: <connectors> | <dash> ) (?! <levels-top>? <^unit-place|^unit-whole|^unit-field|^unit-head> ) )?"\
	" (?: <sectors> | (?&word) ) ){0,12} (?: <number-words> <number> | <number> (?! <low|slash|!connectors|!verbs> ) )? ) )"\
	"(?<end> (?: <dash> <caps|!roles|!^unit-head|!^unit-field|!^unit-place|!^unit-whole> )? (?: <left> <levels-top> <right> )? )"          \
	/* "Huyện ủy Đình Lập": where a committee sits; but "Bí thư Huyện ủy Trần Văn                          \
	 * Hòa" names who holds the office */                                                                  \
	"(?<seat> <^places-named> | <^places-one> (?! <cap> (?! <cap> ) ) | (?&before) | (?! <^surnames|^name-particles> <cap> <cap> | <^surnames> <^provinces> | <^name-particles> ) (?&cap) (?&cap)? )"\
	/* a unit without its parents */                                                                       \
	"(?<simple> <^unit-place|^unit-head> <^unit-whole> | <^unit-place|^unit-whole> (?: (?&tail){1,3} | <dash> <^provinces> )"                       \
	" | <^unit-place> (?&body) (?&tail){0,3} | <^unit-whole> (?: <^name-words> )? (?&seat) (?&tail){0,3}"                       \
	" | <^unit-head> (?: (?&body) | <^unit-place> ) (?&tail){0,3} (?&end)"                              \
	" | <^unit-head|^unit-place> (?: (?&small){2,6} | (?: <name-words> ){1,3} ) (?: <dash> (?&small){1,4} )? (?&tail){1,3} (?&end)"                                         \
	" | <^unit-field> <sectors> (?&tail){0,3} | <^unit-whole> )"

#define TAILS "(?(DEFINE)" TAIL ")"
#define GRAMMAR "(?(DEFINE)" TAIL BODY ")"

/* A cluster: its description goes on, in small letters and over commas, until
 * something that no description holds. */
#define CLUSTER                                                                                                 \
	"(?(DEFINE)"                                                                                            \
	"(?<word> <levels> (?: <number> (?! <time-words> ) )? | (?! <^surnames> <^middle-names> <cap> ) <word|roman|!verbs|!roles|!honorifics|!honorifics-plural|!documents"     \
	" |!unit-cluster|!^unit-short|!number-words|!^unit-head|!^unit-field|!^unit-place|!^unit-whole> | <levels-top> | <sectors>" \
	" | <number> (?= <levels|levels-top> ) | (?= <caps> ) <thing-words> (?! <cap> ) )"                                                               \
	"(?<more> (?&word) | <dash> (?! <^roles> | <^unit-place|^unit-whole> <levels|levels-top> <^provinces> ) (?= <cap|sectors> ) (?&word)"                                \
	" | <dash> <low|!verbs|!roles|!connectors> (?&word) | <dash> <name-words> )"                                                  \
	"(?<text> (?= <unit-short>? <plurals|levels|levels-top|cap|sectors> | <_name-words> | <unit-short> <low>"                       \
	" | (?: <low|!verbs|!roles|!connectors> ){1,5} (?: <number-words> <number|roman> | <levels|levels-top> ) | <_unit-head|_unit-field|_unit-place> <comma>"                   \
	/* "vùng Tây Bắc", "ngành Y tế", "doanh nghiệp Năng lượng" */                                          \
	" | (?: <low|!verbs|!roles|!connectors> ){1,5} <cap|!roles|!verbs|!honorifics|!documents|!^unit-head|!^unit-field"\
	"|!^unit-place|!^unit-whole> )"                                                                         \
	" (?> <plurals> <unit-head|unit-field|unit-place|unit-whole> (?&more){0,30} | (?&more){1,30} )"                    \
	" (?: <comma> (?> (?! <time-words> ) (?&word) (?&more){0,11} | <^unit-place|^unit-head> (?: <connectors> <plurals>? (?= <not-units> ) <name-words> (?&more){0,8} | (?= <comma|verbs|connectors> ) ) ) (?! <comma> <honorifics> ) | <comma> <levels> (?= <comma> <honorifics> ) ){0,6} (?: <number-words> <number|roman> | <number> (?! <low|!verbs|!connectors> | <slash|number|time-words> ) )? )"     \
	")"

static const char *const texts[UNIT_RULES] = {
	/* written small; or complete by itself: a council may stand for those of all districts */
	[RULE_ALONE] = TAILS "(?: <unit-head|unit-field> <^sectors> (?: <dash> <^sectors> )? (?> (?&tail){0,3} )"
		" | <^unit-whole> (?: <plurals> <levels> (?: <comma> <levels> ){0,4} | (?> (?&tail){0,3} ) ) )",
	/* completed by a place, a field, a number, capitals, or a parent and its parent */
	[RULE_COMPLETED] = GRAMMAR "(?: <^unit-place|^unit-whole|^unit-head> (?&body)? (?&tail)? (?&short)? <^unit-place>? (?&simple) (?&simple)?"
		/* "Công đoàn Bộ", "Hội đồng TĐKT Tổng công ty" */
		" | <^unit-place|^unit-whole> <^unit-head|^unit-field> (?! <cap> | <number|levels|levels-top> ) | <^unit-field> <sectors> (?&simple)"
		/* "Ban Truyền thông Tập đoàn" */
		" | (?&simple) (?: <^unit-head|^unit-field> (?! <cap> | <levels|levels-top|number-words|number> ) )? )",
	/* "đồn biên phòng Khe Sim": a head of several words */
	[RULE_SMALL] = TAILS "<_unit-head|_unit-field|_unit-place> (?: <^not-names> | (?&named) ) (?&tail){0,2}",
	[RULE_CLUSTERS] = CLUSTER "(?: <unit-cluster> | <^unit-short> (?= <number-words>? <number|roman> | <caps> | <sectors> | <plurals> | <^levels-top> | <_name-words> | <^name-words> <number-words> <number> ) | <unit-short> (?= <plurals> | <number-words> <number|roman> | <number> <levels|levels-top> ) )"
		" (?: <number-words>? (?: <number> (?! <time-words> ) | <roman> ) (?: (?! <dash> <^unit-place|^unit-whole> <levels|levels-top> <^provinces> ) <dash>? (?&text) )? | (?&text) )",
	/* "Cụm thi đua Sở Nội vụ các tỉnh ...": what goes on behind the kind of unit that
	 * a cluster is made of */
	[RULE_MEMBERS] = CLUSTER "(?: <plurals|number> <levels|levels-top> (?: <comma> <levels|levels-top> ){0,3} (?&more){0,8}"
		/* "MTTQ và các đoàn thể chính trị - xã hội tỉnh ..." */
		" | <plurals> (?= <not-units> ) <name-words> (?&more){0,8} )",
};

const char *unit_rule(size_t i)
{
	return i < UNIT_RULES ? texts[i] : NULL;
}

struct unit_rules {
	struct rule rule[UNIT_RULES];
};

/* Match one of them at token t. */
enum rx_answer unit_match(struct units *u, int rule, size_t t, struct rx_match *m)
{
	if (!u->rules) {
		u->rules = xalloc(1, sizeof *u->rules);
		for (int i = 0; i < UNIT_RULES; i++)
			u->rules->rule[i] = (struct rule)RULE(texts[i]);
	}
	return rule_at(&u->rules->rule[rule], &u->lex, t, m);
}

void unit_rules_free(struct unit_rules *r)
{
	for (int i = 0; r && i < UNIT_RULES; i++)
		rule_free(&r->rule[i]);
	free(r);
}

/* Can a unit of that rule begin at token t? Told by the tokens that it begins with. */
static bool may_begin(const struct lex *l, int rule, size_t t)
{
	const struct token *k = &l->tok[t];

	/* "số liệu thống kê Hàn Quốc": figures; "giám đốc trung tâm y tế Lê Lợi": who holds it */
	if (rule == RULE_SMALL)
		return k->caps == CAPS_LOW && !lex_word(l, t, "thống kê") && t + 1 < l->n && l->tok[t + 1].caps != CAPS_LOW && memchr(l->text.p + k->start, ' ', k->end - k->start) &&
		       !(t && lex_is(&l->tok[t - 1], CLASS_ROLES) && lex_is(&l->tok[t + 1], CLASS_SURNAMES));
	return rule != RULE_ALONE || lex_is(&l->tok[t], CLASS_UNIT_WHOLE) || (t + 1 < l->n && lex_is(&l->tok[t + 1], CLASS_SECTORS));
}

/* The token after the longest unit that begins at t, no cluster; t for none. */
size_t unit_longest(struct units *u, size_t t, bool *fine)
{
	struct rx_match m;
	size_t end = t;

	for (int i = 0; i < RULE_SHAPES; i++) {
		if (!may_begin(&u->lex, i, t))
			continue;
		enum rx_answer a = unit_match(u, i, t, &m);

		*fine &= a != RX_LIMIT;
		if (a == RX_YES && m.end[0] > end)
			end = m.end[0];
	}
	return end;
}
