#include "unit_parts.h"

#include <stdlib.h>
#include <string.h>

#include "context.h"
#include "err.h"
#include "names.h"
#include "rule.h"
#include "text.h"

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
	"(?<place> <^provinces> | <^places-named> | <^places-one> (?! <cap> (?! <cap> ) ) | <number> (?: <^places-named> | (?! <^surnames|^name-particles> ) (?&cap) (?&cap) (?! <cap> ) )? | (?&before) | (?! (?&person) ) (?&cap) (?: (?! (?&person) ) (?&cap) )?"\
	" (?: (?! <^verbs> ) (?&cap) (?! <cap> ) )? )"                                                         \
	/* a short form in brackets in the middle: "Liên đoàn Lao động (LĐLĐ) tỉnh" */                         \
	"(?<abbr> <left> <cap> <right> (?= <levels|levels-top|^provinces> ) )"                                 \
	"(?<tail> (?&abbr)? (?: <levels-top> <^provinces>? | <levels> (?: <levels-top> | <^levels> (?&cap) (?: (?! <cap> ) | (?= (?&name3) ) ) | <levels> (?: <number> | (?&place) )? | <roman> | (?&place)"\
	" (?: <number> (?! <slash|number> | <word|!verbs|!connectors> ) | <dash> <^places-named> )? )?"                                                                \
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
	"(?<figure> <number> (?! <slash|number> | <word|!verbs|!connectors> ) )"                               \
	/* small letters go on with one capital ("Vật liệu"), not with a proper name ("Bạch Mai nối") */     \
	"(?<pair> (?<! <cap|!^unit-head|!^unit-field|!^unit-place|!^unit-whole|!sectors|!name-words> ) (?! <not-names|provinces|places-named> ) (?&cap) (?&smalls) )"\
	"(?<word> (?! <honorifics> ) (?: (?&pair) | (?: (?! (?&person) ) (?&cap) ){1,8} ) )"\
	"(?<short> <left> <caps> <right> (?= <^unit-whole|^unit-place|^unit-head> ) )"                         \
	"(?<body> (?: <name-words> ){1,3} (?: (?&number) | (?&named) ) | (?> <sectors> (?: <dash> <sectors> )? (?: <name-words> ){0,4} (?: <number-words> <number> | (?&figure) | <roman> | (?&named) (?: (?&figure) )? | (?! <^provinces|levels-top> ) (?&cap) (?&figure) )? | <number-words> (?&number) (?: (?! (?&person) ) (?&cap) ){0,2} | (?&number) <dash> (?! <^surnames> ) (?&cap) (?&cap) (?! <cap> )"\
	" | (?&number) (?! <levels|levels-top> (?! <^provinces> (?! <comma|connectors> ) ) ) | <roman> (?! <cap> )"\
	" | (?: (?= <caps> ) (?&cap) | <^not-names> | (?&pair) | (?&cap) ) (?: (?: (?: <connectors> | <dash> ) (?! <^unit-place|^unit-whole|^unit-field|^unit-head> ) )?"\
	" (?: <sectors> | (?&word) ) ){0,12} (?: <number-words> <number> | <number> (?! <low|slash|!connectors|!verbs> ) )? ) )"\
	"(?<suffix> (?: <dash> <caps|!roles|!^unit-head|!^unit-field|!^unit-place|!^unit-whole> )? (?: <left> <levels-top> <right> )? )"          \
	/* "Huyện ủy Đình Lập": where a committee sits; but "Bí thư Huyện ủy Trần Văn                          \
	 * Hòa" names who holds the office */                                                                  \
	"(?<seat> <^places-named> | <^places-one> (?! <cap> (?! <cap> ) ) | (?&before) | (?! <^surnames|^name-particles> <cap> <cap> | <^surnames> <^provinces> | <^name-particles> ) (?&cap) (?&cap)? )"\
	/* a unit without its parents */                                                                       \
	"(?<simple> <^unit-place|^unit-head> <^unit-whole> | <^unit-place|^unit-whole> (?: (?&tail){1,3} | <dash> <^provinces> )"                       \
	" | <^unit-place> (?&body) (?&tail){0,3} | <^unit-whole> (?&seat) (?&tail){0,3}"                       \
	" | <^unit-head> (?: (?&body) | <^unit-place> ) (?&tail){0,3} (?&suffix)"                              \
	" | <^unit-head|^unit-place> (?: (?&small){2,6} | (?: <name-words> ){1,3} ) (?: <dash> (?&small){1,4} )? (?&tail){1,3} (?&suffix)"                                         \
	" | <^unit-field> <sectors> (?&tail){0,3} | <^unit-whole> )"

#define TAILS "(?(DEFINE)" TAIL ")"
#define GRAMMAR "(?(DEFINE)" TAIL BODY ")"

enum { ALONE, COMPLETED, SMALL, UNIT_SHAPES, CLUSTERS = UNIT_SHAPES, MEMBERS, FIRM, RULES };

/* A cluster: its description goes on, in small letters and over commas, until
 * something that no description holds. */
#define CLUSTER                                                                                                 \
	"(?(DEFINE)"                                                                                            \
	"(?<word> <levels> (?: <number> (?! <time-words> ) )? | (?! <^surnames> <^middle-names> <cap> ) <word|roman|!verbs|!roles|!honorifics|!honorifics-plural|!documents"     \
	" |!unit-cluster|!number-words|!^unit-head|!^unit-field|!^unit-place|!^unit-whole> | <levels-top> | <sectors>" \
	" | <number> (?= <levels|levels-top> ) | (?= <caps> ) <thing-words> (?! <cap> ) )"                                                               \
	"(?<more> (?&word) | <dash> (?! <^roles> ) (?= <cap|sectors> ) (?&word)"                                \
	" | <dash> <low|!verbs|!roles|!connectors> (?&word) | <dash> <name-words> )"                                                  \
	"(?<text> (?= <unit-short>? <plurals|levels|levels-top|cap|sectors> | <_name-words> | <unit-short> <low>"                       \
	" | (?: <low|!verbs|!roles|!connectors> ){1,5} (?: <number-words> <number|roman> | <levels|levels-top> ) | <_unit-head|_unit-field|_unit-place> <comma>"                   \
	/* "vùng Tây Bắc", "ngành Y tế", "doanh nghiệp Năng lượng" */                                          \
	" | (?: <low|!verbs|!roles|!connectors> ){1,5} <cap|!roles|!verbs|!honorifics|!documents|!^unit-head|!^unit-field"\
	"|!^unit-place|!^unit-whole> )"                                                                         \
	" (?> <plurals> <unit-head|unit-field|unit-place|unit-whole> (?&more){0,30} | (?&more){1,30} )"                    \
	" (?: <comma> (?> (?! <time-words> ) (?&word) (?&more){0,11} | <^unit-place|^unit-head> (?: <connectors> <plurals>? (?= <not-units> ) <name-words> (?&more){0,8} | (?= <comma|verbs|connectors> ) ) ) (?! <comma> <honorifics> ) | <comma> <levels> (?= <comma> <honorifics> ) ){0,6} (?: <number-words> <number|roman> | <number> (?! <low|!verbs|!connectors> | <slash|number|time-words> ) )? )"     \
	")"

static const char *const texts[RULES] = {
	/* written small; or complete by itself: a council may stand for those of all districts */
	[ALONE] = TAILS "(?: <unit-head|unit-field> <^sectors> (?: <dash> <^sectors> )? (?> (?&tail){0,3} )"
		" | <^unit-whole> (?: <plurals> <levels> (?: <comma> <levels> ){0,4} | (?> (?&tail){0,3} ) ) )",
	/* completed by a place, a field, a number, capitals, or a parent and its parent */
	[COMPLETED] = GRAMMAR "(?: <^unit-place|^unit-whole|^unit-head> (?&body)? (?&tail)? (?&short)? (?&simple) (?&simple)?"
		/* "Công đoàn Bộ", "Hội đồng TĐKT Tổng công ty" */
		" | <^unit-place|^unit-whole> <^unit-head|^unit-field> (?! <cap> | <number|levels|levels-top> ) | <^unit-field> <sectors> (?&simple)"
		/* "Ban Truyền thông Tập đoàn" */
		" | (?&simple) (?: <^unit-head|^unit-field> (?! <cap> | <levels|levels-top|number-words|number> ) )? )",
	/* "đồn biên phòng Khe Sim": a head of several words */
	[SMALL] = TAILS "<_unit-head|_unit-field|_unit-place> (?: <^not-names> | (?&named) ) (?&tail){0,2}",
	[CLUSTERS] = CLUSTER "(?: <unit-cluster> | <^unit-short> (?= <number-words>? <number|roman> | <caps> | <sectors> | <plurals> | <^levels-top> ) | <unit-short> (?= <plurals> ) )"
		" (?: <number-words>? (?: <number> (?! <time-words> ) | <roman> ) (?: <dash>? (?&text) )? | (?&text) )",
	/* "Cụm thi đua Sở Nội vụ các tỉnh ...": what goes on behind the kind of unit that
	 * a cluster is made of */
	[MEMBERS] = CLUSTER "(?: <plurals|number> <levels|levels-top> (?: <comma> <levels|levels-top> ){0,3} (?&more){0,8}"
		/* "MTTQ và các đoàn thể chính trị - xã hội tỉnh ..." */
		" | <plurals> (?= <not-units> ) <name-words> (?&more){0,8} )",
	/* "Công ty cổ phần Xây dựng và Thương mại ...": how the name of a firm goes on behind a
	 * field of work; a list of firms would say "Công ty" again */
	[FIRM] = TAILS "(?: <dash> | <connectors> ) (?! (?&person) | <^provinces> ) (?: (?: <sectors> | <^name-words> ) (?: <name-words> ){0,2} (?&named)? | (?&cap) (?&cap){1,4} ) (?&tail){0,2}",
};

const char *unit_rule(size_t i)
{
	return i < RULES ? texts[i] : NULL;
}

struct unit_rules {
	struct rule rule[RULES];
};

/* Match one of them at token t. */
static enum rx_answer match(struct units *u, int rule, size_t t, struct rx_match *m)
{
	if (!u->rules) {
		u->rules = xalloc(1, sizeof *u->rules);
		for (int i = 0; i < RULES; i++)
			u->rules->rule[i] = (struct rule)RULE(texts[i]);
	}
	return rule_at(&u->rules->rule[rule], &u->lex, t, m);
}

/* ---- quotes ---- */

/* Does the colon at t come before what somebody said, and not before a name: "với chủ đề: ..."? */
static bool opens_speech(const struct lex *l, size_t t)
{
	static const char *const names[] = { "chủ đề", "khẩu hiệu", "phương châm", "thông điệp", "tiêu đề", "phong trào", "vận động", "danh hiệu", "mô hình", "tên",
					     "đề tài", "sáng kiến", "giải pháp", "chuyên đề", "thi đua", "đề án", "dự án", "là", "đạt", "tặng" };

	if (l->tok[t].symbol != ':')
		return false;
	for (size_t i = 0; t && i < sizeof names / sizeof *names; i++)
		if (lex_words_end(l, t - 1, names[i]))
			return false;
	return true;
}

/* Straight and curved marks are mixed on pages, and one may be missing: a curved
 * one says itself which it is, of straight ones only the order tells, and what
 * is opened ends after some words at the latest. */
static void mark_quotes(struct units *u)
{
	enum { NAME = 24 };
	const struct lex *l = &u->lex;
	size_t open = 0;
	bool inside = false, speech = false;

	u->quoted.len = 0;
	str_reserve(&u->quoted, l->n);
	for (size_t i = 0; i < l->n; i++) {
		if (l->tok[i].symbol == SYM_QUOTE) {
			struct view q = lex_text(l, i, i);

			if (view_is(q, "“") || view_is(q, "«"))
				inside = true;
			else if (view_is(q, "”") || view_is(q, "»"))
				inside = false;
			else
				inside = !inside;
			/* behind a colon stands what somebody said, and so does more than names are long */
			size_t close = i + 1;

			while (inside && close < l->n && close - i <= NAME && l->tok[close].symbol != SYM_QUOTE)
				close++;
			if (inside)
				speech = (i && opens_speech(l, i - 1)) || close - i > NAME;
			open = i;
		}
		u->quoted.p[u->quoted.len++] = inside && !speech && i - open < 60;
	}
}

bool unit_quoted(const struct units *u, size_t t)
{
	return t < u->quoted.len && u->quoted.p[t];
}

/* ---- finding ---- */

struct unit *unit_add(struct units *u, size_t first, size_t last, int kind, bool cluster)
{
	if (u->n == u->cap) {
		u->cap = u->cap ? u->cap * 2 : 64;
		u->found = xgrow(u->found, u->cap, sizeof *u->found);
	}
	u->found[u->n] = (struct unit){ .first = first, .last = last, .kind = kind, .cluster = cluster,
				      .head = UNIT_OWN_HEAD, .level = UNIT_OWN_HEAD };
	return &u->found[u->n++];
}

int unit_kind(const struct token *t)
{
	static const int lists[] = { CLASS_UNIT_WHOLE, CLASS_UNIT_PLACE, CLASS_UNIT_HEAD, CLASS_UNIT_FIELD };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const struct lex_sense *s = lex_sense(t, lists[i]);

		if (s)
			return s->tag;
	}
	return TAG_OTHER;
}

bool unit_of_meeting(const struct lex *l, size_t t)
{
	static const char *const bodies[] = { "ban tổ chức", "ban chỉ đạo", "btc" };
	static const char *const meetings[] = { "hội nghị", "hội thi", "hội thao", "hội diễn", "giải", "lễ", "đại hội", "cuộc thi", "liên hoan", "ngày hội", "chương trình" };

	if (t + 1 >= l->n || !LEX_ONE_OF(l, t, bodies))
		return false;
	for (size_t i = 0; i < sizeof meetings / sizeof *meetings; i++)
		if (lex_key_at(l, l->tok[t + 1].start, meetings[i]))
			return true;
	return false;
}

/* "Luật Công đoàn", "Luật Tổ chức Quốc hội": is token t in the name of a law? "Khoa Luật
 * Trường Đại học ..." is none. */
static bool in_law(const struct lex *l, size_t t)
{
	static const char *const heads[] = { "luật tổ chức", "luật sĩ quan", "luật bầu cử đại biểu", "luật hoạt động giám sát của",
					     "luật hoạt động giám sát của quốc hội và" };

	if (unit_kind(&l->tok[t]) == TAG_SCHOOL)
		return false;
	if (lex_word(l, t - 1, "luật"))
		return l->tok[t - 1].caps != CAPS_LOW;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (lex_words_end(l, t - 1, heads[i]))
			return true;
	return false;
}

/* "ngành Thuế Việt Nam" is a branch, all over the country or a province; "liên ngành Công
 * an - Hải quan", "các ngành Công an, ..." are of units. */
static bool of_branch(const struct lex *l, size_t t)
{
	static const char *const heads[] = { "thuế", "công an", "hải quan", "kho bạc", "bưu điện", "tòa án", "viện kiểm sát", "kiểm sát", "thanh tra", "thống kê",
					     "ngân hàng", "bảo hiểm", "thi hành án", "kiểm lâm", "quản lý thị trường" };
	static const char *const others[] = { "liên", "chuyên", "đa", "hai", "ban" };

	if (!lex_word(l, t - 1, "ngành") || l->tok[t].caps == CAPS_LOW ||
	    (t > 1 && (LEX_ONE_OF(l, t - 2, others) || lex_is(&l->tok[t - 2], CLASS_PLURALS) || l->tok[t - 2].symbol == ',')))
		return false;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (lex_key_at(l, l->tok[t].start, heads[i]))
			return true;
	return false;
}

/* Does the number at token t count what stands behind it? */
static bool counts_them(const struct lex *l, size_t t)
{
	const struct token *k = &l->tok[t];

	if (k->end - k->start > 2 || (k->end - k->start == 1 && l->text.p[k->start] == '1'))
		return false;
	return !t || (l->tok[t - 1].symbol != '/' && l->tok[t - 1].symbol != '.' && l->tok[t - 1].symbol != SYM_GLUE && l->tok[t - 1].symbol != SYM_DASH &&
		      !lex_any(&l->tok[t - 1], LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_NUMBER_WORDS) | LEX_BIT(CLASS_LEVELS)) && !lex_unit_word(&l->tok[t - 1]) && !lex_words_end(l, t - 1, "số"));
}

/* Does the word at token first name no unit here? "các Sở Nội vụ" names none of them by this
 * word alone; "đại hội Đảng bộ" is an event. */
static bool generic(const struct units *u, size_t first)
{
	const struct lex *l = &u->lex;

	/* "Ảnh: Trường Khanh" */
	if (first > 1 && l->tok[first - 1].symbol == ':' && lex_word(l, first - 2, "ảnh"))
		return true;
	/* "phân cụm thi đua" parts them, "việc chia cụm" too; "toàn ngành Thanh tra tỉnh",
	 * "hệ thống Kho bạc" are branches, as "ngành Y tế" is */
	if (first && ((lex_is(&l->tok[first], CLASS_UNIT_CLUSTER) && (lex_word(l, first - 1, "phân") || lex_word(l, first - 1, "chia"))) ||
		      lex_words_end(l, first - 1, "toàn ngành") || lex_words_end(l, first - 1, "hệ thống")))
		return true;
	/* "10 Sở GD&ĐT" are counted; "Cụm thi đua số 10 Sở Y tế" is one, "năm 2017 Sở Y tế" too */
	if (first && l->tok[first - 1].symbol == SYM_NUMBER && lex_is(&l->tok[first], CLASS_UNIT_FIELD) &&
	    !(first > 1 && (lex_words_end(l, first - 2, "số") || lex_is(&l->tok[first - 2], CLASS_TIME_WORDS) || l->tok[first - 2].symbol == '/' || lex_words_end(l, first - 2, "năm"))))
		return true;
	/* "11 khối thi đua các sở, ngành" are counted as well; "số 11", "năm 2017" are names and dates */
	if (first && l->tok[first - 1].symbol == SYM_NUMBER && lex_is(&l->tok[first], CLASS_UNIT_CLUSTER) && counts_them(l, first - 1))
		return true;
	/* "các Ban HĐND tỉnh": the unit is whose they are */
	if (first && lex_is(&l->tok[first - 1], CLASS_PLURALS) && lex_word(l, first, "ban") && first + 1 < l->n && lex_any(&l->tok[first + 1], LEX_BIT(CLASS_UNIT_WHOLE) | LEX_BIT(CLASS_UNIT_PLACE)))
		return true;
	/* "Ngày Hội quốc phòng toàn dân", "các cấp Hội Luật gia" */
	if (first && (lex_words_end(l, first - 1, "ngày") || (first > 1 && lex_word(l, first - 1, "cấp") && lex_is(&l->tok[first - 2], CLASS_PLURALS))) &&
	    lex_key_at(l, l->tok[first].start, "hội "))
		return true;
	if (unit_of_meeting(l, first))
		return true;
	if (!first)
		return false;
	if (of_branch(l, first))
		return true;
	/* "đại biểu Quốc hội"; but "đoàn đại biểu Tỉnh ủy" is of one */
	if (lex_word(l, first - 1, "đại biểu"))
		return !(first > 1 && lex_word(l, first - 2, "đoàn")) || unit_kind(&l->tok[first]) == TAG_STATE;
	return in_law(l, first) || lex_word(l, first - 1, "đại hội");
}

/* "các huyện", "5 tỉnh" at token t; but "Thuế cơ sở 5 tỉnh Sơn La" has a number */
static bool of_many(const struct lex *l, size_t t)
{
	/* "Hội LHPN các cấp" */
	if (t + 1 < l->n && lex_is(&l->tok[t], CLASS_PLURALS) && lex_word(l, t + 1, "cấp"))
		return true;
	/* "Hội LHPN cấp huyện", "Phòng Tham mưu các đơn vị" */
	if ((lex_word(l, t, "cấp") && t + 1 < l->n && lex_is(&l->tok[t + 1], CLASS_LEVELS)) ||
	    (t + 1 < l->n && lex_is(&l->tok[t], CLASS_PLURALS) && (lex_key_at(l, l->tok[t + 1].start, "đơn vị") || lex_key_at(l, l->tok[t + 1].start, "địa phương"))))
		return true;
	/* "LĐLĐ huyện, thành, thị" */
	if (t && t + 1 < l->n && l->tok[t].symbol == ',' && lex_is(&l->tok[t - 1], CLASS_LEVELS) && l->tok[t - 1].caps == CAPS_LOW && (lex_word(l, t + 1, "thành") || lex_word(l, t + 1, "thị")))
		return true;
	bool number = l->tok[t < l->n ? t : 0].symbol == SYM_NUMBER;

	if (t + 1 >= l->n || (!number && !lex_is(&l->tok[t], CLASS_PLURALS)) || !lex_any(&l->tok[t + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)))
		return false;
	return !number || t + 2 >= l->n || !lex_is(&l->tok[t + 2], CLASS_PROVINCES) || l->tok[t + 2].caps == CAPS_LOW ||
	       (t + 3 < l->n && (l->tok[t + 3].symbol == ',' || lex_is(&l->tok[t + 3], CLASS_CONNECTORS)));
}

/* Does what is counted stand at token t: "đơn vị"? */
static bool counts(const struct lex *l, size_t t)
{
	static const char *const counted[] = { "đơn vị", "cơ quan", "địa phương", "thành viên" };

	for (size_t i = 0; t < l->n && i < sizeof counted / sizeof *counted; i++)
		if (lex_key_at(l, l->tok[t].start, counted[i]))
			return true;
	return false;
}

/* Can a unit of that rule begin at token t? Told by the tokens that it begins with. */
static bool may_begin(const struct lex *l, int rule, size_t t)
{
	const struct token *k = &l->tok[t];

	/* "số liệu thống kê Hàn Quốc": figures; "giám đốc trung tâm y tế Lê Lợi": who holds it */
	if (rule == SMALL)
		return k->caps == CAPS_LOW && !lex_word(l, t, "thống kê") && t + 1 < l->n && l->tok[t + 1].caps != CAPS_LOW && memchr(l->text.p + k->start, ' ', k->end - k->start) &&
		       !(t && lex_is(&l->tok[t - 1], CLASS_ROLES) && lex_is(&l->tok[t + 1], CLASS_SURNAMES));
	return rule != ALONE || lex_is(&l->tok[t], CLASS_UNIT_WHOLE) || (t + 1 < l->n && lex_is(&l->tok[t + 1], CLASS_SECTORS));
}

/* "Ban Giám đốc Công an tỉnh", "BCH Trung ương Hội LHPN", "Phòng CTXH Bệnh viện A": what a part of a
 * unit is follows from whose it is. The kind of the unit of tokens t..end-1. */
static int kind_by_parent(const struct lex *l, size_t t, size_t end)
{
	static const char *const boards[] = { "ban chấp hành", "bch", "ban chấp hành trung ương", "bch trung ương", "ban thường vụ", "ban thường trực" };
	int kind = unit_kind(&l->tok[t]);

	if (kind != TAG_OTHER && kind != TAG_STATE && !(kind == TAG_PARTY && LEX_ONE_OF(l, t, boards)))
		return kind;
	for (size_t i = t + 1; i < end; i++) {
		int of = lex_unit_begins(&l->tok[i]) && l->tok[i].caps != CAPS_LOW ? unit_kind(&l->tok[i]) : TAG_OTHER;

		if (of == TAG_MASS || (kind != TAG_PARTY && (of == TAG_POLICE || of == TAG_MILITARY || of == TAG_SCHOOL || of == TAG_HEALTH)))
			return of;
	}
	return kind;
}

/* The token after the longest unit that begins at t, no cluster; t for none. */
static size_t longest(struct units *u, size_t t, bool *fine)
{
	struct rx_match m;
	size_t end = t;

	for (int i = 0; i < UNIT_SHAPES; i++) {
		if (!may_begin(&u->lex, i, t))
			continue;
		enum rx_answer a = match(u, i, t, &m);

		*fine &= a != RX_LIMIT;
		if (a == RX_YES && m.end[0] > end)
			end = m.end[0];
	}
	return end;
}

/* "Thường trực Hội đồng ...": a committee of the one at token t; but "Phó Trưởng ban
 * Thường trực Hội đồng" and "Giám đốc Sở, Thường trực Hội đồng" are offices in it. */
static bool standing(const struct lex *l, size_t t)
{
	static const char *const bodies[] = { "hội đồng ", "đoàn chủ tịch ", "quân ủy ", "đảng ủy" };

	if (!t || l->tok[t - 1].caps != CAPS_FIRST || !lex_word(l, t - 1, "thường trực") ||
	    (t > 1 && (l->tok[t - 2].symbol == ',' || l->tok[t - 2].symbol == SYM_DASH)) || (t > 1 && lex_any(&l->tok[t - 2], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_UNIT_HEADS)))
		return false;
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
		if (lex_key_at(l, l->tok[t].start, bodies[i]))
			return true;
	return false;
}

/* The token after the firm whose name is read from t to end. */
static size_t firm_end(struct units *u, size_t t, size_t end, bool *fine)
{
	const struct lex *l = &u->lex;
	struct rx_match m;

	if (end >= l->n || unit_kind(&l->tok[t]) != TAG_ENTERPRISE || !lex_is(&l->tok[end - 1], CLASS_SECTORS) ||
	    (l->tok[end].symbol != SYM_DASH && !lex_has(&l->tok[end], CLASS_CONNECTORS, TAG_AND)))
		return end;
	enum rx_answer a = match(u, FIRM, end, &m);

	*fine &= a != RX_LIMIT;
	return a == RX_YES ? m.end[0] : end;
}

/* "Cụm thi đua các đơn vị sự nghiệp thuộc Sở Y tế": of which unit the members are that a
 * cluster from t to end is made of. The token after it, or end. */
static size_t of_kinds_under(struct units *u, size_t t, size_t end, bool *fine)
{
	const struct lex *l = &u->lex;
	size_t k = t;

	while (k < end && !lex_is(&l->tok[k], CLASS_PLURALS))
		k++;
	if (k >= end || end >= l->n || (!lex_word(l, end, "thuộc") && !lex_word(l, end, "trực thuộc")))
		return end;
	/* "Khối thi đua các đảng bộ trực thuộc" */
	if (lex_word(l, end, "trực thuộc") && (end + 1 == l->n || l->tok[end + 1].symbol < SYM_WORD || lex_is(&l->tok[end + 1], CLASS_VERBS)))
		return end + 1;
	if (end + 1 == l->n || l->tok[end + 1].caps == CAPS_LOW || !lex_unit_begins(&l->tok[end + 1]))
		return end;
	size_t of = longest(u, end + 1, fine);

	/* "... trực thuộc Sở năm 2016" */
	if (of == end + 1 && (of + 1 == l->n || l->tok[of + 1].symbol < SYM_WORD || l->tok[of + 1].caps == CAPS_LOW))
		of++;
	return of > end + 1 ? of : end;
}

/* Where the description of a cluster from t to end ends that may have gone too far: "Cụm thi
 * đua các tỉnh phía Nam của Hội ...", "các cơ quan nội chính, gian của ...". */
static size_t description_end(const struct lex *l, size_t t, size_t end)
{
	enum { ASIDE = 2 }; /* words before "của" that are no part of it */

	for (size_t of = t + 1; of < end; of++) {
		if (!lex_has(&l->tok[of], CLASS_CONNECTORS, TAG_OF))
			continue;
		end = of;
		for (size_t k = of; k > t + 1 && of - k <= ASIDE; k--)
			if (l->tok[k - 1].symbol == ',' || lex_has(&l->tok[k - 1], CLASS_CONNECTORS, TAG_AND))
				end = k - 1;
			else if (l->tok[k - 1].caps != CAPS_LOW)
				break;
	}
	while (end > t + 1 && (l->tok[end - 1].symbol == ',' || lex_has(&l->tok[end - 1], CLASS_CONNECTORS, TAG_AND)))
		end--;
	/* "Phó trưởng cụm các cụm": of several */
	end -= end == t + 3 && (lex_word(l, t + 2, "cụm") || lex_word(l, t + 2, "khối"));
	return end == t + 2 && lex_is(&l->tok[end - 1], CLASS_PLURALS) ? t : end;
}

/* The same of a cluster. A unit right behind it belongs to its name ("Cụm thi đua
 * số 5 Bộ Công an"), or is the kind that all its members are. */
static size_t cluster_end(struct units *u, size_t t, bool *fine)
{
	enum { MOST = 12 };
	struct lex *l = &u->lex;
	struct rx_match m;

	/* "khối các trường": only "Trưởng khối các trường" is of a cluster */
	if (!lex_is(&l->tok[t], CLASS_UNIT_CLUSTER) && l->tok[t].caps == CAPS_LOW && t + 1 < l->n && lex_is(&l->tok[t + 1], CLASS_PLURALS) &&
	    !(t && lex_has(&l->tok[t - 1], CLASS_ROLES, TAG_HEAD)))
		return t;
	enum rx_answer a = match(u, CLUSTERS, t, &m);
	size_t end = a == RX_YES ? m.end[0] : t;

	*fine &= a != RX_LIMIT;
	end = description_end(l, t, end);
	size_t under = of_kinds_under(u, t, end, fine);

	if (under > end)
		return under;
	size_t next = end > t ? end : t + 1;
	/* "Cụm thi đua số 8 - Hội Chữ thập đỏ các tỉnh ..." */
	bool dash = end > t && end + 1 < l->n && l->tok[end].symbol == SYM_DASH;

	next += dash;
	if ((end == t && !lex_is(&l->tok[t], CLASS_UNIT_CLUSTER)) || next >= l->n || !lex_unit_begins(&l->tok[next]) ||
	    l->tok[next].caps == CAPS_LOW)
		return end;
	size_t of = longest(u, next, fine);

	/* "Cụm thi đua số IX Tòa án nhân dân" */
	if (of == next && end > t && lex_is(&l->tok[next], CLASS_UNIT_PLACE) && (l->tok[end - 1].symbol == SYM_NUMBER || l->tok[end - 1].symbol == SYM_ROMAN) &&
	    (next + 1 == l->n || !lex_is(&l->tok[next + 1], CLASS_PLURALS)))
		of = next + 1;
	if (of == next && end > t)
		return end;
	of = of > next ? of : next + 1;
	/* "Cụm thi đua Liên đoàn Lao động (LĐLĐ) các tỉnh ..." */
	if (of + 3 < l->n && l->tok[of].symbol == '(' && l->tok[of + 1].caps == CAPS_ALL && l->tok[of + 2].symbol == ')' && lex_is(&l->tok[of + 3], CLASS_PLURALS)) {
		a = match(u, MEMBERS, of + 3, &m);
		*fine &= a != RX_LIMIT;
		if (a == RX_YES)
			return m.end[0];
	}
	/* "Cụm thi đua Sở Tư pháp, Thi hành án dân sự các tỉnh ...": more kinds may be named */
	for (size_t p = of; p < l->n && p - of < MOST; p++) {
		a = match(u, MEMBERS, p, &m);
		*fine &= a != RX_LIMIT;
		if (a == RX_YES)
			return m.end[0];
		const struct token *k = &l->tok[p];

		if (k->symbol != ',' && !lex_has(k, CLASS_CONNECTORS, TAG_AND) &&
		    (k->symbol < SYM_WORD || k->caps == CAPS_LOW || lex_any(k, LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_UNIT_CLUSTER))))
			break;
	}
	return dash ? end : of;
}

/* "HĐND, UBND, Ủy ban MTTQ huyện Anh Sơn": the place of the last is that of all. */
static bool shares_tail(struct units *u, size_t t, bool *fine)
{
	enum { MOST = 6 };
	const struct lex *l = &u->lex;

	if (!lex_is(&l->tok[t], CLASS_UNIT_PLACE) || l->tok[t].caps == CAPS_LOW)
		return false;
	for (size_t n = 0; n < MOST && t + 2 < l->n; n++, t += 2) {
		size_t next = t + 2;

		if (l->tok[t + 1].symbol != ',' && l->tok[t + 1].symbol != SYM_DASH && l->tok[t + 1].symbol != SYM_GLUE && !lex_has(&l->tok[t + 1], CLASS_CONNECTORS, TAG_AND))
			return false;
		if (!lex_unit_begins(&l->tok[next]) || l->tok[next].caps == CAPS_LOW)
			return false;
		size_t end = longest(u, next, fine);

		if (end > next + 1)
			return lex_any(&l->tok[next + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP) | LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_UNIT_WHOLE)) ||
			       (lex_word(l, next - 2, "đảng ủy") && (kind_by_parent(l, next, end) == TAG_MILITARY || kind_by_parent(l, next, end) == TAG_POLICE));
	}
	return false;
}

/* "Kế hoạch số 16/KH-HĐTĐKT": a short form in the number of a document, which has no
 * spaces and a slash behind its figures. */
static bool in_number(const struct lex *l, size_t t)
{
	if (l->tok[t].caps != CAPS_ALL)
		return false;
	/* "30/HD – LĐLĐ": spaces around the dash */
	if (t > 3 && (l->tok[t - 1].symbol == SYM_DASH || l->tok[t - 1].symbol == SYM_GLUE) && l->tok[t - 2].caps == CAPS_ALL && l->tok[t - 3].symbol == '/' &&
	    l->tok[t - 4].symbol == SYM_NUMBER)
		return true;
	for (; t > 1 && l->tok[t].start == l->tok[t - 1].end; t--)
		if (l->tok[t - 1].symbol == '/' && l->tok[t - 2].symbol == SYM_NUMBER && l->tok[t - 2].end == l->tok[t - 1].start)
			return true;
	return false;
}

void unit_read(struct units *u, struct view text)
{
	u->n = u->covered.len = 0;
	lex_line(&u->lex, text);
	context_read(&u->lex);
}

bool unit_find(struct units *u, enum kind kind, struct view text)
{
	unit_read(u, text);
	return unit_find_read(u, kind);
}

/* "Phó Trưởng Ban Thường trực Ban Dân vận": the word at token t is of the title. */
static bool of_title(const struct lex *l, size_t t)
{
	return t && t + 1 < l->n && lex_word(l, t, "ban") && lex_has(&l->tok[t - 1], CLASS_ROLES, TAG_HEAD) && lex_word(l, t + 1, "thường trực");
}

/* "Sở Nội vụ - cơ quan Thường trực Hội đồng Thi đua": what it is for the council. */
static bool serves(const struct lex *l, size_t t)
{
	return lex_word(l, t, "cơ quan thường trực") && t + 1 < l->n && (lex_word(l, t + 1, "hội đồng") || unit_kind(&l->tok[t + 1]) == TAG_COUNCIL);
}

/* "Chi cục Thuế,", "Trung tâm Y tế": an office of its field, whose place is not said. */
static bool named_by_field(const struct lex *l, size_t t)
{
	const struct token *k = &l->tok[t];
	int kind = unit_kind(k);
	size_t capitals = 0, n;

	if (!lex_is(k, CLASS_UNIT_PLACE) || k->caps != CAPS_FIRST || (kind != TAG_STATE && kind != TAG_HEALTH) || (t && lex_is(&l->tok[t - 1], CLASS_PLURALS)) ||
	    (t + 1 < l->n && l->tok[t + 1].symbol >= SYM_WORD && !lex_any(&l->tok[t + 1], LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_CONNECTORS))))
		return false;
	for (size_t i = k->start; i < k->end; i++)
		capitals += (i == k->start || l->text.p[i - 1] == ' ') && text_letter(l->text, i, &n) == LETTER_UPPER;
	return capitals > 1;
}

/* "Bí thư Đảng ủy, Chủ tịch UBND xã": the committee whose secretary it is stands alone. */
static bool stands_alone(const struct lex *l, size_t t)
{
	static const char *const bodies[] = { "đảng ủy", "ban cán sự đảng" };

	return t && LEX_ONE_OF(l, t, bodies) && (lex_word(l, t - 1, "bí thư") || lex_word(l, t - 1, "phó bí thư"));
}

bool unit_find_read(struct units *u, enum kind kind)
{
	struct lex *l = &u->lex;
	bool fine = true;

	mark_quotes(u);
	for (size_t t = 0; t < l->n; t++) {
		const struct token *k = &l->tok[t];
		bool cluster = lex_any(k, LEX_BIT(CLASS_UNIT_CLUSTER) | LEX_BIT(CLASS_UNIT_SHORT));

		if ((!cluster && !lex_unit_begins(k) && !lex_is(k, CLASS_PLURALS) && k->symbol != ':') || of_title(l, t) || serves(l, t))
			continue;
		size_t end = k->symbol == ':' ? unit_list_behind_colon(u, t) : unit_list(u, t);

		if (end > t) {
			t = end - 1;
			continue;
		}
		if (cluster) {
			end = cluster_end(u, t, &fine);
		} else if (lex_unit_begins(k)) {
			end = longest(u, t, &fine);
			if (end > t)
				end = firm_end(u, t, end, &fine);
			size_t of = end > t ? end : t + 1;

			/* "Hội LHPN các huyện A, B": what may be said of all of them begins a list here */
			for (size_t i = t + 1; i + 1 < of; i++)
				if (lex_is(&l->tok[i], CLASS_PLURALS) && lex_any(&l->tok[i + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)))
					of = i;
			size_t listed = unit_list_places(u, t, of < l->n ? of : t);

			if (listed > of) {
				t = listed - 1;
				continue;
			}
			/* "52 Cục Thi hành án dân sự" are counted, and no place says which */
			if (end == t + 1 && t && l->tok[t - 1].symbol == SYM_NUMBER && lex_is(k, CLASS_UNIT_WHOLE) && counts_them(l, t - 1))
				continue;
			/* "UBND 06 đơn vị" counts them */
			if (end > t + 1 && l->tok[end - 1].symbol == SYM_NUMBER && counts(l, end))
				end = t;
			/* "Hội LHPN các huyện" is said of many */
			if (end > t && (of_many(l, end) || (of_many(l, t + 1) && unit_kind(k) != TAG_COUNCIL))) {
				t = end - 1;
				continue;
			}
			/* "Hội đồng TĐKT ngành": its branch is named elsewhere */
			if (end == t && unit_kind(k) == TAG_COUNCIL && lex_word(l, t + 1, "ngành") && (t + 2 == l->n || l->tok[t + 2].caps == CAPS_LOW || l->tok[t + 2].symbol < SYM_WORD))
				end = t + 2;
			if (end == t && (shares_tail(u, t, &fine) || stands_alone(l, t) || named_by_field(l, t)))
				end = t + 1;
		}
		if (!cluster && end > t)
			end = unit_end(l, t, end);
		size_t first = end > t && standing(l, t) ? t - 1 : t;

		if (end == t || unit_quoted(u, t) || generic(u, t) || in_number(l, t))
			continue;
		unit_add(u, first, end - 1, cluster ? TAG_CLUSTER : kind_by_parent(l, t, end), cluster);
		t = unit_list_more(u, t, end) - 1;
	}
	unit_roles(u, kind);
	str_reserve(&u->covered, l->n + 1);
	u->covered.len = l->n;
	memset(u->covered.p, 0, l->n);
	for (size_t i = 0; i < u->n; i++)
		memset(u->covered.p + u->found[i].first, 1, u->found[i].last - u->found[i].first + 1);
	return fine;
}

size_t unit_from(const struct units *u, size_t t)
{
	size_t lo = 0, hi = u->n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (u->found[mid].first < t)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

const struct unit *unit_at(const struct units *u, size_t t)
{
	size_t i = unit_from(u, t);

	return i < u->n && u->found[i].first == t ? &u->found[i] : NULL;
}

bool unit_covers(const struct units *u, size_t t)
{
	return t < u->covered.len && u->covered.p[t];
}

void units_free(struct units *u)
{
	lex_free(&u->lex);
	str_free(&u->quoted);
	str_free(&u->covered);
	free(u->found);
	if (u->learned)
		names_free(u->learned);
	free(u->learned);
	for (int i = 0; u->rules && i < RULES; i++)
		rule_free(&u->rules->rule[i]);
	free(u->rules);
	*u = (struct units){ 0 };
}
