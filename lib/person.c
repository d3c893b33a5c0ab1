#include "person.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "rule.h"
#include "text.h"

const char *const part_name[] = { "mention", "chair", "speaker", "guest", "author", "recipient" };

/* ---- the grammar ----
 *
 *	name    := surname syllable{1,4}, each with a capital; highland, monastic and
 *	           Catholic names by their first syllable
 *	office  := modifier? role modifier? unit? (, unit)*
 *	person  := honorific* name ((, | - | nothing) office)*  |  office+ honorific* name
 *
 * A name is taken on evidence: an honorific before it, an office on either side,
 * a byline, or a surname that is nothing else with a middle name. */

#define SYLLABLE                                                                                                \
	"<cap|!verbs|!unit-head|!unit-place|!unit-whole|!unit-field|!unit-cluster|!honorifics-plural"     \
	"|!sectors|!levels|!levels-top|!places-named>"
#define KINH "<^surnames> (?: " SYLLABLE " ){1,4}"
#define HIGHLAND "(?: <^name-particles> | <^not-names> ) (?: " SYLLABLE " ){1,4}"
#define ANY SYLLABLE " (?: " SYLLABLE " ){0,4}"

struct person_rules {
	struct rule kinh, highland, any, middle;
};

static const struct person_rules grammar = {
	.kinh = RULE(KINH),
	.highland = RULE(HIGHLAND),
	.any = RULE(ANY),
	.middle = RULE("<^surnames> (?: <cap>? <^middle-names> ) <cap>"),
};

static struct person_rules *rules_of(struct people *p)
{
	if (!p->rules) {
		p->rules = xalloc(1, sizeof *p->rules);
		*p->rules = grammar;
	}
	return p->rules;
}

void person_begin(struct people *p)
{
	p->byline = false;
}

/* ---- small questions about tokens ---- */

static bool is_dash(const struct lex *l, size_t t)
{
	return t < l->n && (l->tok[t].symbol == SYM_DASH || l->tok[t].symbol == SYM_GLUE);
}

static bool is_mark(const struct lex *l, size_t t, char c)
{
	return t < l->n && l->tok[t].symbol == (uint8_t)c;
}

static size_t syllables(const struct lex *l, size_t first, size_t last)
{
	size_t n = 1;

	for (size_t i = l->tok[first].start; i < l->tok[last].end; i++)
		n += l->text.p[i] == ' ';
	return n;
}

/* ---- names ---- */

/* Can token t, a word of an office, be a part of a name where it stands? */
static bool given_name(const struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;

	if (syllables(l, t, t) > 1)
		return false;
	return t + 1 >= l->n || (!lex_unit_word(&l->tok[t + 1]) && !unit_covers(&p->units, t + 1) &&
				 !lex_is(&l->tok[t + 1], CLASS_ROLES));
}

static bool last_of_name(const struct token *t)
{
	return lex_unit_word(t) || lex_is(t, CLASS_LEVELS) || lex_is(t, CLASS_LEVELS_TOP);
}

/* One more syllable of a name, right behind one. */
static bool given_follows(const struct lex *l, size_t t)
{
	return t < l->n && l->tok[t].symbol == SYM_WORD && l->tok[t].caps == CAPS_FIRST && l->tok[t].start - l->tok[t - 1].end == 1 &&
	       syllables(l, t, t) == 1 && !last_of_name(&l->tok[t]) && !lex_any(&l->tok[t], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS));
}

/* The last token of a name that starts at t, or 0; any: a name of any shape. */
static size_t name_at(struct people *p, size_t t, bool any, bool *fine)
{
	struct lex *l = &p->units.lex;
	struct person_rules *r = rules_of(p);
	struct rule *try[] = { &r->kinh, &r->highland, any ? &r->any : NULL };
	struct rx_match m;
	size_t end = 0;

	if (t >= l->n || l->tok[t].caps == CAPS_LOW || unit_covers(&p->units, t) || unit_quoted(&p->units, t))
		return 0;
	for (size_t i = 0; i < 3; i++) {
		if (!try[i] || end)
			continue;
		enum rx_answer a = rule_at(try[i], l, t, &m);

		*fine &= a != RX_LIMIT;
		if (a == RX_YES)
			end = m.end[0];
	}
	for (size_t i = t; i < end; i++)
		if (unit_covers(&p->units, i) || (i > t && l->tok[i].start - l->tok[i - 1].end != 1))
			end = i;
	/* "Lê Trung Chánh", "Hoàng Nguyên Khánh": words of offices are given names as
	 * well, if they are one syllable and begin no office here. */
	for (size_t i = t; i < end; i++)
		if ((lex_is(&l->tok[i], CLASS_ROLES) || lex_is(&l->tok[i], CLASS_ROLE_MODIFIERS)) && !given_name(p, i))
			end = i;
	/* "ông Bùi Tỉnh" */
	if (any && !end && t + 1 < l->n && lex_is(&l->tok[t], CLASS_SURNAMES) && syllables(l, t, t) == 1)
		end = t + 1;
	/* "Nguyễn Văn Trường", "Hồ Thị Xã": so are heads of units, and levels, that head none here. */
	if (end > t && end < l->n && end - t < 4 && lex_is(&l->tok[t], CLASS_SURNAMES) && last_of_name(&l->tok[end]) &&
	    l->tok[end].caps == CAPS_FIRST && l->tok[end].start - l->tok[end - 1].end == 1 &&
	    !unit_covers(&p->units, end) && given_name(p, end) &&
	    (end + 1 == l->n || l->tok[end + 1].symbol < SYM_WORD || l->tok[end + 1].caps == CAPS_LOW))
		end++;
	/* Behind "Văn" and "Thị" the given name is still to come, whatever it is. */
	if (end > t && (lex_word(l, end - 1, "văn") || lex_word(l, end - 1, "thị")) && lex_is(&l->tok[t], CLASS_SURNAMES)) {
		if (end < l->n && l->tok[end].caps == CAPS_FIRST && syllables(l, end, end) == 1 &&
		    l->tok[end].start - l->tok[end - 1].end == 1)
			end += last_of_name(&l->tok[end]) && given_follows(l, end + 1) ? 2 : 1; /* "Lâm Thị Sóc Kha" */
		else if (end - t == 2)
			return 0;
	}
	/* An ALL CAPS line is no name because of its capitals: all of it is one. */
	while (end > t && l->tok[end - 1].caps != l->tok[t].caps && l->tok[t].caps == CAPS_ALL &&
	       l->tok[end - 1].end - l->tok[end - 1].start > 2)
		end--;
	/* "Công Tằng Tôn Nữ" is a surname alone */
	size_t most = syllables(l, t, t) > 2 ? syllables(l, t, t) + 2 : 5;

	while (end > t && syllables(l, t, end - 1) > most)
		end--;
	if (end <= t)
		return 0;
	/* "K'Broi" is a whole name */
	if (syllables(l, t, end - 1) < 2 && !(any && l->tok[t].end - l->tok[t].start > 3 && l->text.p[l->tok[t].start + 1] == '\''))
		return 0;
	return end - 1;
}

/* The word before says that this is the name of a street, a school, a prize. */
static bool names_a_thing(const struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;

	if (!t || unit_covers(&p->units, t - 1))
		return false;
	/* "Giải báo chí Trần Mai Ninh" */
	for (size_t i = t - 1, n = 0; i > 0 && n < 3 && l->tok[i].symbol >= SYM_WORD && l->tok[i].caps == CAPS_LOW; i--, n++)
		if ((lex_word(l, i - 1, "giải") || lex_word(l, i - 1, "quỹ") || lex_word(l, i - 1, "cúp") || lex_word(l, i - 1, "giải thưởng")) &&
		    l->tok[i - 1].caps == CAPS_FIRST && !lex_is(&l->tok[t - 1], CLASS_HONORIFICS))
			return true;
	return lex_is(&l->tok[t - 1], CLASS_THING_WORDS) || lex_is(&l->tok[t - 1], CLASS_LEVELS) ||
	       lex_is(&l->tok[t - 1], CLASS_LEVELS_TOP) ||
	       l->tok[t - 1].symbol == SYM_NUMBER;
}

static bool is_historical(const struct lex *l, size_t first, size_t last)
{
	return first == last && lex_is(&l->tok[first], CLASS_NOT_NAMES);
}

/* How sure a surname alone makes a name: 0 not at all .. 3. */
static int surname_weight(const struct lex *l, size_t t)
{
	const struct lex_sense *s = lex_sense(&l->tok[t], CLASS_SURNAMES);

	if (!s)
		return 0;
	return s->tag == TAG_SURE ? 3 : s->tag == TAG_LOCAL ? 2 : s->tag == TAG_WORD || s->tag == TAG_LAST ? 1 : 0;
}

static bool has_middle(struct people *p, size_t t)
{
	struct rx_match m;

	return rule_at(&rules_of(p)->middle, &p->units.lex, t, &m) == RX_YES;
}

/* ---- offices ---- */

/* How much of the first token of a unit belongs to the title before it: "Phó
 * Trưởng" + "Ban Thi đua ..." is "Phó Trưởng Ban", "Chánh" + "Văn phòng UBND" is
 * "Chánh Văn phòng". Bytes. */
static size_t shared_word(const struct lex *l, size_t t)
{
	static const char *const two[] = { "văn phòng", "thanh tra", "công an", "chi nhánh", "đại diện", "ủy ban" };
	const char *k = l->key.p + l->tok[t].start;
	size_t len = l->tok[t].end - l->tok[t].start;

	for (size_t i = 0; i < sizeof two / sizeof *two; i++)
		if (len >= strlen(two[i]) && !memcmp(k, two[i], strlen(two[i])))
			return strlen(two[i]);
	const char *space = memchr(k, ' ', len);

	return space ? (size_t)(space - k) : len;
}

static bool role_begins(const struct lex *l, size_t t)
{
	if (t >= l->n)
		return false;
	if (lex_is(&l->tok[t], CLASS_ROLES))
		return true;
	return lex_is(&l->tok[t], CLASS_ROLE_MODIFIERS) && t + 1 < l->n && lex_is(&l->tok[t + 1], CLASS_ROLES);
}

/* A chain of parents goes on: ", Sở Nội vụ" or " - Sở Nội vụ". */
static const struct unit *parent_after(const struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;

	if (!is_mark(l, t, ',') && !(t < l->n && l->tok[t].symbol == SYM_DASH))
		return NULL;
	return unit_at(&p->units, t + 1);
}

/* The token behind the parents that follow at token t, or t. */
static size_t behind_parents(const struct people *p, size_t t)
{
	for (const struct unit *up; (up = parent_after(p, t)) && !role_begins(&p->units.lex, t + 1) &&
				    up->role != UNIT_HEAD && up->role != UNIT_DEPUTY;)
		t = up->last + 1;
	return t;
}

static bool has_unit(const struct office *o)
{
	return o->unit_first <= o->unit_last;
}

/* "trụ trì chùa Long Hòa", "Bí thư chi đoàn khối IV", "Tổ trưởng tổ Ngữ văn": what is
 * too small to be a unit, and its name. The token after it, or t. */
static size_t small_seat(const struct lex *l, size_t t)
{
	enum { LONGEST = 3 };
	static const char *const heads[] = { "chùa", "chi đoàn", "thôn", "bản", "buôn", "ấp", "xóm", "làng", "khóm", "sóc", "phum", "khu phố",
					     "khối", "khối phố", "tổ", "tổ dân phố", "tiểu khu", "thiền viện", "tịnh xá", "thánh thất", "nhà thờ" };
	size_t k = t, seat = t;
	bool more = true;

	while (more && k < l->n && k < t + 3 && l->tok[k].caps == CAPS_LOW) {
		more = false;
		for (size_t i = 0; i < sizeof heads / sizeof *heads && !more; i++)
			more = lex_word(l, k, heads[i]);
		k += more;
	}
	if (k == t)
		return t;
	for (seat = k; seat < l->n && seat < k + LONGEST; seat++) {
		const struct token *w = &l->tok[seat];

		if (seat == k && (w->symbol == SYM_NUMBER || w->symbol == SYM_ROMAN)) {
			seat++;
			break;
		}
		if (w->symbol != SYM_WORD || w->caps != CAPS_FIRST || w->start - l->tok[seat - 1].end != 1 || lex_unit_word(w) ||
		    lex_any(w, LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_VERBS)))
			break;
	}
	/* a surname and two syllables are who holds the office */
	if (seat == k || (seat - k == LONGEST && lex_is(&l->tok[k], CLASS_SURNAMES)))
		return t;
	/* "Tổ trưởng tổ Ngữ văn" */
	if (seat == k + 1 && seat < l->n && !l->tok[seat].set && l->tok[seat].symbol == SYM_WORD && l->tok[seat].caps == CAPS_LOW && lex_word(l, k - 1, "tổ"))
		seat++;
	return seat;
}

/* Read an office at token t; true and the token after it through *next. */
static bool office_at(const struct people *p, size_t t, struct office *o, size_t *next)
{
	const struct lex *l = &p->units.lex;
	size_t first = t;

	if (t >= l->n || unit_covers(&p->units, t))
		return false;
	while (t < l->n && lex_is(&l->tok[t], CLASS_ROLE_MODIFIERS) && !lex_is(&l->tok[t], CLASS_ROLES) &&
	       lex_has(&l->tok[t], CLASS_ROLE_MODIFIERS, TAG_BEFORE))
		t++;
	if (t >= l->n || !lex_is(&l->tok[t], CLASS_ROLES))
		return false;
	bool shares = lex_has(&l->tok[t], CLASS_ROLES, TAG_HEAD);
	bool member = lex_has(&l->tok[t], CLASS_ROLES, TAG_MEMBER);
	size_t last = t++;
	const struct unit *u = NULL;

	*o = (struct office){ .start = l->tok[first].start, .title_start = l->tok[first].start, .unit_first = 1 };
	if (shares) {
		/* "Phó Trưởng" alone is no office: the unit or its first word must follow. */
		u = unit_at(&p->units, t);
		if (!u && (t >= l->n || !lex_unit_word(&l->tok[t])))
			return false;
		o->title_end = l->tok[t].start + shared_word(l, t);
		if (!u) {
			/* "Phó Trưởng ban", "Trưởng Cụm thi đua": the word stands for a unit named elsewhere */
			if (lex_is(&l->tok[t], CLASS_UNIT_CLUSTER)) {
				o->unit_first = o->unit_last = t;
			}
			last = t++;
		}
	} else {
		o->title_end = l->tok[last].end;
	}
	while (!u && t < l->n && lex_has(&l->tok[t], CLASS_ROLE_MODIFIERS, TAG_AFTER)) {
		last = t++;
		o->title_end = l->tok[last].end;
	}
	if (!u)
		u = unit_at(&p->units, t);
	/* "Tổng giám đốc công ty"; but "thư ký hội nghị" */
	bool small = t < l->n && l->tok[t].caps == CAPS_LOW;

	if (!u && !shares && t < l->n && lex_unit_word(&l->tok[t]) && !has_unit(o) &&
	    (!small || (!lex_is(&l->tok[t], CLASS_UNIT_SHORT) && (t + 1 == l->n || l->tok[t + 1].symbol < SYM_WORD || lex_is(&l->tok[t + 1], CLASS_VERBS))))) {
		/* "Chủ tịch Hội đồng", "Chủ tịch Công ty": the bare head stands for the whole */
		o->unit_first = o->unit_last = t;
		last = t++;
	}
	/* "Bộ trưởng Giáo dục và Đào tạo": the ministry by its field alone */
	if (!u && !shares && !has_unit(o) && t < l->n && lex_is(&l->tok[t], CLASS_SECTORS) && l->tok[t].caps != CAPS_LOW &&
	    (lex_word(l, t - 1, "bộ trưởng") || lex_word(l, t - 1, "thứ trưởng"))) {
		o->title_end = l->tok[t].end;
		last = t++;
	}
	if (!u && !shares && !has_unit(o)) {
		size_t seat = small_seat(l, t);

		if (seat > t)
			last = (t = seat) - 1;
	}
	if (!u && !has_unit(o) && last + 1 == t)
		u = parent_after(p, t); /* "Phó trưởng ban, Ban Thi đua - Khen thưởng" */
	/* "Trưởng phòng Nội vụ, Ủy viên;" closes what was said of a member */
	if (member && !u && !has_unit(o) && !(first && (is_mark(l, first - 1, ',') || is_dash(l, first - 1)) && (t == l->n || is_mark(l, t, ';') || is_mark(l, t, '.'))))
		return false;
	if (u) {
		o->unit_first = u->first;
		t = u->last + 1;
		/* "... tại tỉnh Lạng Sơn" tells which branch it is */
		if (lex_word(l, t, "tại") && t + 2 < l->n && (lex_is(&l->tok[t + 1], CLASS_LEVELS) || lex_is(&l->tok[t + 1], CLASS_LEVELS_TOP)) &&
		    lex_is(&l->tok[t + 2], CLASS_PROVINCES))
			t += 3;
		t = behind_parents(p, t);
		o->unit_last = last = t - 1;
	}
	o->end = l->tok[last].end;
	*next = t;
	return true;
}

/* Words at token t that say that an office follows which the person holds: the
 * token of that office, or 0. */
static size_t held_as(const struct people *p, size_t t)
{
	static const struct {
		const char *words;
		bool holds; /* do these say it, or only go along? */
	} phrases[] = {
		{ "giữ chức vụ ", true }, { "giữ chức danh ", true }, { "giữ chức ", true }, { "giữ cương vị ", true }, { "đảm nhiệm ", true },
		{ "chức vụ ", true }, { "chức danh ", true }, { "làm ", true }, { "là ", true }, { "nhiệm ", true }, { "chức ", true },
		{ "đã ", false }, { "vừa ", false }, { "được ", false }, { "tiếp tục ", false }, { "tiếp ", false }, { "tục ", false }, { "bầu ", false },
		{ "tái cử ", false }, { "tái ", false }, { "cử ", false }, { "suy tôn ", false }, { "bổ nhiệm ", false }, { "phân công ", false },
		{ "điều động ", false }, { "giữ ", false }, { "đảm ", false }, { "vụ ", false }, { "danh ", false }, { "hiện nay ", false },
		{ "hiện ", false }, { "nay ", false }, { "đang ", false }, { "trúng cử ", false }, { "giới thiệu ", false },
	};
	enum { MOST = 8 };
	const struct lex *l = &p->units.lex;
	bool holds = false, more = true;

	/* "A, Viện trưởng ..., giữ chức ..." */
	if (is_mark(l, t, ',') && t + 1 < l->n && !role_begins(l, t + 1))
		t++;
	if (t >= l->n)
		return 0;
	size_t at = l->tok[t].start, from = at;

	for (int n = 0; more && n < MOST; n++) {
		more = false;
		for (size_t i = 0; i < sizeof phrases / sizeof *phrases && !more; i++)
			if (lex_key_at(l, at, phrases[i].words)) {
				more = true;
				holds |= phrases[i].holds;
				at += strlen(phrases[i].words);
			}
	}
	size_t k = t;

	while (k < l->n && l->tok[k].start < at)
		k++;
	struct office o;
	size_t next;

	/* "Hiệu trưởng Trường A được bầu làm Cụm trưởng": it is the school that leads */
	if (k < l->n && lex_has(&l->tok[k], CLASS_ROLES, TAG_CLUSTER))
		return 0;
	return holds && at > from && k < l->n && l->tok[k].start == at && office_at(p, k, &o, &next) ? k : 0;
}

static struct person *add_person(struct people *p, size_t first, size_t last)
{
	const struct lex *l = &p->units.lex;

	if (p->n == p->cap) {
		p->cap = p->cap ? p->cap * 2 : 32;
		p->found = xgrow(p->found, p->cap, sizeof *p->found);
	}
	p->found[p->n] = (struct person){
		.start = l->tok[first].start, .end = l->tok[last].end, .first = first, .last = last
	};
	return &p->found[p->n++];
}

static void add_office(struct people *p, const struct office *o, size_t person)
{
	if (p->noffices == p->capoffices) {
		p->capoffices = p->capoffices ? p->capoffices * 2 : 32;
		p->office = xgrow(p->office, p->capoffices, sizeof *p->office);
	}
	p->office[p->noffices] = *o;
	p->office[p->noffices++].person = person;
}

/* "A, nguyên Tổng Bí thư Nông Đức B": a whole name right behind an office takes it. */
static bool name_follows(struct people *p, size_t t)
{
	bool fine = true;
	size_t last = t < p->units.lex.n && lex_is(&p->units.lex.tok[t], CLASS_SURNAMES) ? name_at(p, t, false, &fine) : 0;

	return last && syllables(&p->units.lex, t, last) >= 3;
}

/* "Phó Ban công tác phụ nữ phía Nam Hoàng Thị Hường": words that no rule knows, then a
 * whole name before the next mark: the office is that of this name. */
static bool name_ends_phrase(struct people *p, size_t t)
{
	enum { LONGEST = 12 };
	const struct lex *l = &p->units.lex;
	const unsigned long ends = LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_CONNECTORS) | LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) |
				   LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_ROLE_MODIFIERS);

	for (size_t i = t; i < l->n && i - t < LONGEST; i++) {
		if (l->tok[i].symbol < SYM_WORD && l->tok[i].symbol != SYM_NUMBER && l->tok[i].symbol != SYM_ROMAN)
			return false;
		if (i > t && name_follows(p, i))
			return true;
		if (!unit_covers(&p->units, i) && lex_any(&l->tok[i], ends) && l->tok[i].caps == CAPS_LOW)
			return false;
	}
	return false;
}

/* Does a word with a capital stand right behind, that nothing has read? */
static bool unread_follows(const struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;

	return t && t < l->n && l->tok[t].symbol >= SYM_WORD && l->tok[t].caps == CAPS_FIRST &&
	       l->tok[t].start - l->tok[t - 1].end == 1 && !unit_covers(&p->units, t) && !lex_is(&l->tok[t], CLASS_ROLES) &&
	       !lex_is(&l->tok[t], CLASS_ROLE_MODIFIERS) && !lex_is(&l->tok[t], CLASS_HONORIFICS) && !lex_unit_word(&l->tok[t]) &&
	       !lex_word(l, t, "khóa");
}

/* ", UVX Tỉnh ủy, Chủ tịch ...", "Giám đốc ABIC Nghệ An, Phó Chủ tịch ...": behind
 * token t something with a capital that nothing has read, no name, then a comma and
 * an office: that comma, or t. */
static size_t skip_unknown(struct people *p, size_t t)
{
	enum { LONGEST = 10 };
	const struct lex *l = &p->units.lex;
	size_t from = t + is_mark(l, t, ','), next;
	struct office o;
	bool fine = true;

	if (from >= l->n || l->tok[from].symbol != SYM_WORD || l->tok[from].caps == CAPS_LOW || (from == t && l->tok[from].caps != CAPS_ALL) ||
	    lex_is(&l->tok[from], CLASS_HONORIFICS) || lex_is(&l->tok[from], CLASS_HONORIFICS_PLURAL) ||
	    office_at(p, from, &o, &next) || name_at(p, from, false, &fine))
		return t;
	for (size_t i = from + 1; i < l->n && i - from <= LONGEST; i++) {
		if (is_mark(l, i, ','))
			return office_at(p, i + 1, &o, &next) && !name_follows(p, next) && !unread_follows(p, next) ? i : t;
		if (l->tok[i].symbol < SYM_WORD && !is_mark(l, i, '.') && !is_dash(l, i) && !is_mark(l, i, '&'))
			break;
		if ((lex_is(&l->tok[i], CLASS_VERBS) && l->tok[i].caps == CAPS_LOW) || lex_is(&l->tok[i], CLASS_HONORIFICS) ||
		    name_at(p, i, false, &fine))
			break;
	}
	return t;
}

static bool heads_hamlet(const struct lex *l, size_t t)
{
	static const char *const heads[] = { "trưởng bản", "trưởng thôn", "trưởng buôn", "trưởng khu phố", "trưởng ấp", "trưởng xóm",
					     "trưởng làng", "trưởng khóm", "buôn trưởng" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (lex_word(l, t, heads[i]))
			return true;
	return false;
}

/* Does the office of that person stand right before the name? */
static bool named_behind_office(const struct people *p, size_t person)
{
	for (size_t i = 0; i < p->noffices; i++)
		if (p->office[i].person == person && p->office[i].end < p->found[person].start && p->found[person].start - p->office[i].end == 1)
			return true;
	return false;
}

/* "Giám đốc Sở Y tế - ông A": does an office stand before that person, with a dash? */
static bool named_behind_dash(const struct people *p, size_t person)
{
	const struct lex *l = &p->units.lex;

	for (size_t i = 0; i < p->noffices; i++)
		if (p->office[i].person == person && p->office[i].end < p->found[person].start)
			for (size_t k = p->found[person].first; k-- > 0 && l->tok[k].start >= p->office[i].end;)
				if (is_dash(l, k))
					return true;
	return false;
}

/* Behind the mark at t a name, with its forms of address? */
static bool name_behind_mark(struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;
	size_t k = t + 1;

	while (k < l->n && k < t + 4 && lex_is(&l->tok[k], CLASS_HONORIFICS))
		k++;
	return name_follows(p, k);
}

/* "Trưởng bản Pờ Sì Ngài": which hamlet it is belongs to the office of who was named
 * before. The token after it. */
static size_t hamlet_after(const struct people *p, struct office *o, size_t t)
{
	const struct lex *l = &p->units.lex;
	bool hamlet;
	size_t k = t;

	/* "Trưởng thôn Lò Văn A, Trưởng bản Lò Suối Tủng": as the one before, so this */
	if (p->n && named_behind_office(p, p->n - 1) && t < l->n && lex_is(&l->tok[t], CLASS_SURNAMES))
		return t;
	hamlet = t && heads_hamlet(l, t - 1);
	while (hamlet && k < l->n && k < t + 4 && !unit_covers(&p->units, k) &&
	       ((l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_FIRST) || (k > t && l->tok[k].symbol == SYM_NUMBER)))
		k++;
	if (k > t)
		o->end = l->tok[k - 1].end;
	return k;
}

/* ", sinh năm 1936; quê quán: xã A, huyện B; nguyên Bí thư ...": what is told of a
 * person between the name and the offices. t is the token behind the name; where the
 * offices begin, or t. */
static size_t skip_particulars(const struct people *p, size_t t)
{
	enum { MOST = 8, LONGEST = 20 };
	static const char *const cues[] = { "sinh", "sinh năm", "sinh ngày", "dân tộc", "người dân tộc", "quê", "quê quán", "nguyên quán", "trú", "trú tại",
					    "nhập ngũ", "nữ", "nam", "hiện trú", "thường trú" };
	const struct lex *l = &p->units.lex;
	size_t at = t, next, told = 0;
	struct office o;

	for (size_t part = 0; part < MOST && at < l->n; part++) {
		size_t first = at + (is_mark(l, at, ',') || is_mark(l, at, ';'));

		if (first == at && part)
			return t;
		size_t office = first + (lex_word(l, first, "hiện") || lex_word(l, first, "hiện là") || lex_word(l, first, "nay"));

		office += office > first && lex_word(l, office, "là");
		if (part && told && office_at(p, office, &o, &next))
			return office;
		bool cue = first + 1 < l->n && l->tok[first].symbol == SYM_NUMBER && lex_word(l, first + 1, "tuổi");

		for (size_t i = 0; i < sizeof cues / sizeof *cues && !cue; i++)
			cue = lex_word(l, first, cues[i]);
		/* what a cue began may go on over commas: "quê ở xã A, huyện B" */
		bool place = told && first < l->n && (lex_any(&l->tok[first], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP) | LEX_BIT(CLASS_PROVINCES)));

		if (!cue && !place)
			return t;
		told += cue;
		for (at = first; at < l->n && !is_mark(l, at, ',') && !is_mark(l, at, ';'); at++)
			if (is_mark(l, at, '.') || is_mark(l, at, '(') || at - first > LONGEST)
				return t;
	}
	return t;
}

/* "Tổ trưởng Tổ An ninh cơ sở", "nhân viên quân y Đồn Biên phòng A", "Trưởng Bộ môn bóng
 * bàn": words behind an office (token t), up to the next mark, that no rule knows. They
 * are of it where they begin like a name or end like one, or its own last word asks for
 * more. What begins with a capital is the unit. The token after them, or t. */
static size_t rest_of_office(struct people *p, struct office *o, size_t t)
{
	enum { LONGEST = 10 };
	const struct lex *l = &p->units.lex;
	const unsigned long never = LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) |
				    LEX_BIT(CLASS_PLURALS) | LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_DOCUMENTS);
	size_t k = t, unit = 0;

	if (!t || t >= l->n || l->tok[t].symbol != SYM_WORD || unit_covers(&p->units, t))
		return t;
	bool capital = l->tok[t].caps == CAPS_FIRST;
	bool asks = !has_unit(o) && lex_is(&l->tok[t - 1], CLASS_UNIT_HEAD);

	if (!capital && has_unit(o))
		return t;
	for (; k < l->n && k - t <= LONGEST; k++) {
		const struct token *w = &l->tok[k];

		/* "Tổ Toán - Tin" */
		if (k > t && is_dash(l, k) && k + 1 < l->n && l->tok[k + 1].symbol == SYM_WORD && l->tok[k + 1].caps == CAPS_FIRST &&
		    !role_begins(l, k + 1) && !lex_unit_word(&l->tok[k + 1]) && !lex_is(&l->tok[k + 1], CLASS_HONORIFICS) && !name_follows(p, k + 1))
			continue;
		if (w->symbol < SYM_WORD && w->symbol != SYM_NUMBER && w->symbol != SYM_ROMAN)
			break;

		if (!unit && w->caps != CAPS_LOW)
			unit = k;
		if (unit_covers(&p->units, k))
			continue;
		if (lex_any(w, never) || (k == t && lex_is(w, CLASS_CONNECTORS)) || (w->caps == CAPS_LOW && lex_is(w, CLASS_VERBS)) || lex_word(l, k, "của") || name_follows(p, k))
			break;
	}
	bool of = asks && (lex_word(l, k, "thuộc") || lex_word(l, k, "của"));

	if (k == t || k - t > LONGEST || (k < l->n && !of && !strchr(",;()", l->tok[k].symbol) && !is_dash(l, k)))
		return t;
	const struct token *last = &l->tok[k - 1];

	if (!capital && !asks && last->caps == CAPS_LOW && last->symbol == SYM_WORD && !lex_any(last, LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)) &&
	    !unit_covers(&p->units, k - 1))
		return t;
	k = behind_parents(p, k);
	last = &l->tok[k - 1];
	if (unit) {
		o->unit_first = has_unit(o) ? o->unit_first : unit;
		o->unit_last = k - 1;
	}
	if (unit != t && l->tok[t].start - o->title_end == 1)
		o->title_end = l->tok[(unit ? unit : k) - 1].end;
	o->end = last->end;
	return k;
}

/* Offices in a row from token t: "A, B kiêm C". The token after the last. */
static size_t read_offices(struct people *p, size_t t, size_t person, bool after_name)
{
	const struct lex *l = &p->units.lex;
	struct office o;
	size_t next;

	if (after_name && t && is_mark(l, t - 1, ',')) {
		size_t comma = skip_unknown(p, t - 1);

		t += comma - (t - 1);
	}
	while (office_at(p, t, &o, &next)) {
		if (after_name) {
			next = hamlet_after(p, &o, next);
			next = rest_of_office(p, &o, next);
		}
		if (after_name && (name_follows(p, next) || unread_follows(p, next) || name_ends_phrase(p, next) ||
				   (is_dash(l, next) && p->n && named_behind_dash(p, p->n - 1) && name_behind_mark(p, next))))
			break;
		add_office(p, &o, person);
		t = next;
		if (after_name)
			t = skip_unknown(p, t);
		/* "Chủ tịch HĐQT, kiêm Giám đốc" */
		if (is_mark(l, t, ',') && t + 2 < l->n && lex_has(&l->tok[t + 1], CLASS_ROLE_MODIFIERS, TAG_JOIN) && office_at(p, t + 2, &o, &next)) {
			t += 2;
			continue;
		}
		if ((is_mark(l, t, ',') || is_dash(l, t) || lex_has(&l->tok[t < l->n ? t : 0], CLASS_ROLE_MODIFIERS, TAG_JOIN)) &&
		    t + 1 < l->n && office_at(p, t + 1, &o, &next))
			t++;
		else
			break;
	}
	return t;
}

/* ---- parts ---- */

static enum part verb_part(const struct token *t)
{
	const struct lex_sense *s = lex_sense(t, CLASS_VERBS);

	if (!s)
		return PART_MENTION;
	return s->tag == TAG_CHAIR  ? PART_CHAIR :
	       s->tag == TAG_SPEAK  ? PART_SPEAKER :
	       s->tag == TAG_ATTEND ? PART_GUEST :
				      PART_MENTION;
}

/* The token after a bracket that opens at t, or t. */
static size_t skip_bracket(const struct lex *l, size_t t)
{
	enum { LONGEST = 20 };

	if (!is_mark(l, t, '('))
		return t;
	for (size_t i = t + 1; i < l->n && i - t < LONGEST; i++)
		if (is_mark(l, i, ')'))
			return i + 1;
	return t;
}

static bool word_of(const struct lex *l, size_t t, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (lex_word(l, t, words[i]))
			return true;
	return false;
}

/* A point that ends a sentence: none behind a form of address, or within "TTƯT.BSCKII". */
static bool ends_sentence(const struct lex *l, size_t t)
{
	return is_mark(l, t, '.') && !(t && lex_is(&l->tok[t - 1], CLASS_HONORIFICS)) && (t + 1 >= l->n || l->tok[t + 1].start > l->tok[t].end);
}

/* Does a word that gives an award stand between tokens from and to? */
static bool gives(const struct lex *l, size_t from, size_t to)
{
	static const char *const words[] = { "tặng", "trao", "trao tặng", "truy tặng", "phong tặng", "tặng thưởng", "khen thưởng", "tuyên dương", "biểu dương", "tôn vinh" };

	for (size_t i = from; i < to && i < l->n; i++)
		if (word_of(l, i, words, sizeof words / sizeof *words) && !lex_word(l, i + 1, "quyết định"))
			return true;
	return false;
}

/* "trao Bằng khen cho ông A", "A, ..., được tặng", "A vinh dự đón nhận Huân chương" */
static bool receives(const struct lex *l, const struct person *x, size_t t)
{
	enum { REACH = 40, NEAR = 7 };
	static const char *const awards[] = { "nhận bằng khen", "nhận giấy khen", "nhận huân chương", "nhận huy chương", "nhận danh hiệu",
					      "nhận kỷ niệm chương", "nhận cờ", "nhận huy hiệu" };
	size_t i = x->first, from;

	t += is_mark(l, t, ',');
	for (size_t k = t; k < l->n && k < t + 4 && l->tok[k].symbol >= SYM_WORD; k++) {
		if (lex_word(l, k, "được"))
			return gives(l, k + 1, k + NEAR);
		for (size_t a = 0; a < sizeof awards / sizeof *awards; a++)
			if (lex_key_at(l, l->tok[k].start, awards[a]))
				return true;
		if (lex_word(l, k, "đón nhận"))
			return true;
	}
	while (i && lex_any(&l->tok[i - 1], LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL)))
		i--;
	if (!i || !lex_word(l, i - 1, "cho"))
		return false;
	for (from = i - 1; from && i - from < REACH && !ends_sentence(l, from - 1);)
		from--;
	return gives(l, from, i - 1);
}

/* Does the verb at token t open a list of persons: "Chủ trì có các đồng chí: A; B"? */
static bool opens_list(const struct lex *l, size_t t)
{
	for (size_t i = t + 1; i < l->n && i < t + 5; i++) {
		if (is_mark(l, i, ':') || lex_word(l, i, "có") || lex_word(l, i, "gồm") || lex_word(l, i, "là") || lex_is(&l->tok[i], CLASS_HONORIFICS_PLURAL))
			return true;
		if (l->tok[i].symbol < SYM_WORD)
			break;
	}
	return false;
}

/* What a person does, from the verb after the offices (token t) or else from the
 * words of the sentence before the name. */
static enum part part_of(const struct people *p, enum kind kind, const struct person *x, size_t t)
{
	const struct lex *l = &p->units.lex;

	if (kind == KIND_BYLINE)
		return PART_AUTHOR;
	t = skip_bracket(l, t);
	for (size_t i = t, n = 0; i < l->n && n < 5; i++, n++) {
		if (is_mark(l, i, '.') || is_mark(l, i, ';') || is_mark(l, i, ':') || is_mark(l, i, '('))
			break;
		enum part v = verb_part(&l->tok[i]);

		/* "được biểu dương" */
		if (v == PART_SPEAKER && i && lex_word(l, i - 1, "được"))
			break;
		if (v != PART_MENTION)
			return v;
		if (i > t + 2 && !lex_is(&l->tok[i], CLASS_VERBS))
			break;
	}
	if (receives(l, x, t))
		return PART_RECIPIENT;
	size_t i = x->first;

	for (size_t n = 0; i > 0 && n < 400; i--, n++) {
		if (ends_sentence(l, i - 1))
			break;
		enum part v = verb_part(&l->tok[i - 1]);

		if (v == PART_GUEST || ((v == PART_SPEAKER || v == PART_CHAIR) && (n < 12 || opens_list(l, i - 1))))
			return v;
	}
	/* "Về phía tỉnh có đồng chí A" */
	return lex_word(l, i, "về") && lex_word(l, i + 1, "phía") ? PART_GUEST : PART_MENTION;
}

/* ---- finding ---- */

/* In a byline a pen name of any syllables may stand where the line begins, and behind a
 * mark: "Thu Sương", "Bài, ảnh: Duy Khoát", "Thế Bảo - Hồng Ngát". */
static bool signs(const struct lex *l, size_t t)
{
	return !t || is_mark(l, t - 1, ':') || is_mark(l, t - 1, ',') || is_mark(l, t - 1, '/') || is_mark(l, t - 1, '&') || is_mark(l, t - 1, '(') ||
	       is_dash(l, t - 1) || lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND);
}

/* And it ends with the line, or before a mark. */
static bool signed_to(const struct lex *l, size_t next)
{
	return next == l->n || is_mark(l, next, ',') || is_mark(l, next, '/') || is_mark(l, next, '&') || is_mark(l, next, '(') || is_mark(l, next, ')') ||
	       is_mark(l, next, '.') || is_mark(l, next, ';') || is_dash(l, next) || lex_has(&l->tok[next], CLASS_CONNECTORS, TAG_AND);
}

/* Evidence enough for the name first..last where nothing stands before it? */
static bool believe(struct people *p, enum kind kind, size_t first, size_t last)
{
	const struct lex *l = &p->units.lex;
	struct office o;
	size_t next = last + 1, n, count = syllables(l, first, last);
	int weight = surname_weight(l, first);

	if (names_a_thing(p, first) || is_historical(l, first, last))
		return false;
	if (lex_is(&l->tok[first], CLASS_PROVINCES) && first == last)
		return false;
	bool comma = is_mark(l, next, ',') || is_dash(l, next) || is_mark(l, next, '(');
	bool office = office_at(p, next + comma, &o, &n);

	if (office && (lex_is(&l->tok[first], CLASS_SURNAMES) || lex_is(&l->tok[first], CLASS_NAME_PARTICLES)))
		return true;
	if (kind == KIND_BYLINE && signs(l, first))
		return count <= 4 && (weight || (signed_to(l, next) && count >= 2));
	if (weight >= 2 && count >= 3 && has_middle(p, first))
		return true;
	/* "2 hội viên là Ngô Thế Vĩnh và ...": where names are told */
	if (weight && count >= 3 && count <= 4 && first && has_middle(p, first) &&
	    (lex_word(l, first - 1, "là") || lex_word(l, first - 1, "và") || lex_word(l, first - 1, "cho")))
		return true;
	/* no other words than names have these in their middle */
	if (weight && last > first + 1 && (lex_word(l, first + 1, "thị") || lex_word(l, first + 1, "văn")) && l->tok[first + 1].caps == CAPS_FIRST &&
	    l->tok[first].caps == CAPS_FIRST)
		return true;
	return weight >= 3 && count >= 3;
}

/* Are tokens from..to nothing but what joins the names of a list? The offices
 * that stand before a name are a part of it. */
static bool only_joints(const struct people *p, size_t from, size_t to)
{
	const struct lex *l = &p->units.lex;

	for (size_t t = skip_bracket(l, from); t < to; t++)
		if (!lex_is(&l->tok[t], CLASS_ROLES) && !lex_unit_word(&l->tok[t]) && !unit_covers(&p->units, t) &&
		    !is_mark(l, t, ',') && !is_mark(l, t, ';') && !lex_is(&l->tok[t], CLASS_HONORIFICS) &&
		    !lex_is(&l->tok[t], CLASS_HONORIFICS_PLURAL) && !lex_has(&l->tok[t], CLASS_CONNECTORS, TAG_AND) &&
		    !lex_word(l, t, "cùng"))
			return false;
	return true;
}

/* "A, Giám đốc ...; B, Phó Giám đốc ... đồng chủ trì": the verb is said of both. */
static void share_parts(struct people *p)
{
	for (size_t i = p->n; i-- > 1;) {
		struct person *a = &p->found[i - 1], *b = &p->found[i];

		bool takes = b->part == PART_CHAIR ? a->part == PART_MENTION || a->part == PART_GUEST :
						     b->part == PART_GUEST && a->part == PART_MENTION;

		if (takes && a->next <= b->first && only_joints(p, a->next, b->first))
			a->part = b->part;
	}
}

/* Has the sentence of token t named somebody, with no semicolon since? */
static bool in_sentence_of_last(const struct people *p, size_t t)
{
	enum { REACH = 200 }; /* tokens */

	if (!p->n || t - p->found[p->n - 1].last > REACH)
		return false;
	for (size_t i = p->found[p->n - 1].last; i < t; i++)
		if (is_mark(&p->units.lex, i, '.') || is_mark(&p->units.lex, i, ';'))
			return false;
	return true;
}

/* Is the office at token t the object of a verb or a preposition, so that a name with
 * its form of address behind the comma begins anew? Where the office begins a clause,
 * or is listed, it is said of that name: "dự có Giám đốc Sở, ông A". */
static bool is_object(const struct lex *l, size_t t)
{
	static const char *const apposed[] = { "có", "gồm", "là", "và", "do", "bởi", "theo", "cương vị", "vai trò", "tư cách", "nguyên", "cùng dự", "dự",
					       "gồm có", "tham dự", "tham dự có", "dự có", "bao gồm", "với cương vị", "bế mạc", "nay", "nhưng", "nhất là" };
	const struct token *k = &l->tok[t - 1];

	if (k->symbol != SYM_WORD || k->caps != CAPS_LOW || lex_any(k, LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_TIME_WORDS)))
		return false;
	for (size_t i = 0; i < sizeof apposed / sizeof *apposed; i++)
		if (lex_word(l, t - 1, apposed[i]) || lex_words_end(l, t - 1, apposed[i]))
			return false;
	return true;
}

/* "thừa ủy quyền của Chủ tịch nước, Bí thư ...", "thay mặt Giám đốc Sở, ông ...":
 * the office at t is that of one who is not named. The token after it, or t. */
static size_t office_of_another(const struct people *p, size_t t)
{
	static const char *const acting[] = { "thừa ủy quyền", "ủy quyền", "thừa lệnh", "thừa ủy nhiệm", "thay mặt",
					      "thay mặt cho" };
	static const char *const present[] = { "chỉ đạo", "có mặt", "chứng kiến", "tham gia", "phát biểu", "dẫn đầu",
					       "báo cáo" };
	const struct lex *l = &p->units.lex;
	struct office o;
	size_t next, cue = t;

	if (!t || !office_at(p, t, &o, &next))
		return t;
	/* "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH A": who signs for the first holds the second */
	if (is_mark(l, t - 1, '.') && t > 1 && (lex_word(l, t - 2, "kt") || lex_word(l, t - 2, "tl") || lex_word(l, t - 2, "tuq")) &&
	    (is_mark(l, next, ',') || is_dash(l, next) || is_mark(l, next, '/')) && role_begins(l, next + 1))
		return next + 1;
	/* "Báo cáo với Giám đốc Sở, ông A": A is somebody else */
	if (is_mark(l, next, ',') && next + 1 < l->n && lex_is(&l->tok[next + 1], CLASS_HONORIFICS) && is_object(l, t))
		return next;
	bool of = lex_word(l, t - 1, "của");

	cue = of && t > 1 ? t - 2 : t - 1;
	for (size_t i = 0; i < sizeof acting / sizeof *acting; i++)
		if (lex_word(l, cue, acting[i]))
			return is_mark(l, next, ',') || (next < l->n && lex_is(&l->tok[next], CLASS_HONORIFICS)) ? next : t;
	enum part v = verb_part(&l->tok[cue]);

	if (!of || !is_mark(l, next, ',') || v == PART_CHAIR || v == PART_GUEST)
		return t;
	for (size_t i = 0; i < sizeof present / sizeof *present; i++)
		if (lex_words_end(l, cue, present[i]))
			return t;
	return next;
}

bool person_find(struct people *p, enum kind kind, struct view text)
{
	struct lex *l = &p->units.lex;
	bool fine = unit_find(&p->units, kind, text);

	p->n = p->noffices = 0;
	struct office shared[8]; /* "các đồng chí Phó Viện trưởng ...: A, B và C" */
	size_t nshared = 0;
	bool listed = false; /* the last name was one of a list */
	bool plural = false; /* "các đồng chí: A, ...; B, ..." gives its form of address to each */
	size_t plural_start = 0, plural_end = 0;

	for (size_t t = 0; t < l->n;) {
		size_t offices = p->noffices, start = t;
		size_t honorific_start = 0, honorific_end = 0;

		/* Offices before the name. */
		size_t absent = office_of_another(p, t);

		if (absent > t) {
			t = absent;
			continue;
		}
		size_t after = read_offices(p, t, 0, false);

		/* "Bộ trưởng Bộ Khoa học và Công nghệ (KH&CN) Lê Văn A", "Vụ trưởng Vụ Báo chí (Ban Tuyên giáo Trung ương) B" */
		if (after > t && is_mark(l, after, '(') && after + 3 < l->n &&
		    (l->tok[after + 1].caps == CAPS_ALL || unit_at(&p->units, after + 1) || lex_words_end(l, after + 1, "đã ký") || lex_words_end(l, after + 2, "đã ký")) && skip_bracket(l, after) <= after + 10 &&
		    name_follows(p, skip_bracket(l, after)))
			after = skip_bracket(l, after);
		bool office_before = after > t;

		/* "Giám đốc Sở, ông A"; but of "A, ..., Chủ tịch Hội, ông B" it is A's. */
		if (is_mark(l, after, ',') && office_before && after + 1 < l->n &&
		    lex_is(&l->tok[after + 1], CLASS_HONORIFICS) &&
		    !(is_mark(l, t - (t > 0), ',') && in_sentence_of_last(p, t)))
			after++;
		/* "Giám đốc Sở Giáo dục và Đào tạo - ông A", "Chủ tịch UBND tỉnh: B" */
		if (office_before && (is_dash(l, after) || is_mark(l, after, ':')) && after + 1 < l->n && !(plural && is_mark(l, after, ':')) &&
		    (!in_sentence_of_last(p, t) || named_behind_dash(p, p->n - 1)) &&
		    name_behind_mark(p, after))
			after++;
		/* Forms of address, stacked: "đồng chí Đại tá, TS". */
		size_t h = after;

		for (int stacked = 0; stacked < 6 && h < l->n && lex_is(&l->tok[h], CLASS_HONORIFICS); stacked++) {
			if (!honorific_end)
				honorific_start = l->tok[h].start;
			honorific_end = l->tok[h].end;
			h++;
			if ((is_mark(l, h, ',') || is_mark(l, h, '.')) && h + 1 < l->n &&
			    (lex_is(&l->tok[h + 1], CLASS_HONORIFICS) || is_mark(l, h, '.')))
				h++;
		}
		if (h > after && is_mark(l, h, ':'))
			h++;
		if (h < l->n && lex_is(&l->tok[h], CLASS_HONORIFICS_PLURAL)) {
			plural = listed = true;
			plural_start = l->tok[h].start;
			plural_end = l->tok[h].end;
			p->noffices = offices;
			t = h + 1;
			continue;
		}
		/* "các đồng chí Phó Viện trưởng: A, B và C", "Các Phó Chủ tịch: A, B" */
		if (office_before && is_mark(l, after, ':') && (plural || (t && lex_is(&l->tok[t - 1], CLASS_PLURALS)))) {
			for (nshared = 0; nshared < 8 && offices + nshared < p->noffices; nshared++)
				shared[nshared] = p->office[offices + nshared];
			p->noffices = offices;
			t = after + 1;
			listed = true;
			continue;
		}
		bool honoured = h > after;
		size_t last = name_at(p, h, honoured || (kind == KIND_BYLINE && signs(l, h)), &fine);

		if (last && honoured && !office_before && names_a_thing(p, h) &&
		    (lex_is(&l->tok[h], CLASS_LEVELS) || lex_is(&l->tok[h], CLASS_LEVELS_TOP) || is_historical(l, h, last)))
			last = 0;
		if (last && !honoured) {
			bool enough = office_before && !names_a_thing(p, h) && !is_historical(l, h, last) &&
				      (lex_is(&l->tok[h], CLASS_SURNAMES) || lex_is(&l->tok[h], CLASS_NAME_PARTICLES));

			/* "Trưởng thôn Cao Hoong" names the hamlet, if those before were not named so */
			if (enough && syllables(l, h, last) == 2 && heads_hamlet(l, h - 1) &&
			    !(t && is_mark(l, t - 1, ',') && p->n && named_behind_office(p, p->n - 1))) {
				p->noffices = offices;
				t = last + 1;
				continue;
			}
			/* "A, B và C" behind "các đồng chí" */
			enough |= listed && (plural || syllables(l, h, last) >= 3) && lex_is(&l->tok[h], CLASS_SURNAMES) && !names_a_thing(p, h);
			if (!enough && !believe(p, kind, h, last))
				last = 0;
		}
		if (!last) {
			p->noffices = offices;
			/* Go on behind what was read, but not behind an honorific that a name may follow. */
			t = office_before ? after : start + 1;
			if (is_mark(l, start, '.'))
				plural = false;
			if (is_mark(l, start, ';') || is_mark(l, start, '.'))
				nshared = 0;
			/* "các đồng chí nguyên lãnh đạo tỉnh: A, B" */
			if (is_mark(l, start, ':') && plural)
				listed = true;
			listed &= is_mark(l, start, ',') || lex_has(&l->tok[start], CLASS_CONNECTORS, TAG_AND) || is_mark(l, start, ':');
			continue;
		}
		struct person *x = add_person(p, h, last);
		size_t me = p->n - 1;

		for (size_t i = offices; i < p->noffices; i++)
			p->office[i].person = me;
		if (honoured) {
			x->honorific_start = honorific_start;
			x->honorific_end = honorific_end;
		} else if (plural) {
			x->honorific_start = plural_start;
			x->honorific_end = plural_end;
		}
		/* Offices after it; an honour among them is none. */
		size_t next = last + 1;

		if (is_mark(l, next, ',') && next + 2 < l->n && lex_has(&l->tok[next + 1], CLASS_HONORIFICS, TAG_HONOUR) &&
		    is_mark(l, next + 2, ','))
			next += 2;

		if (is_mark(l, next, ',') || is_dash(l, next) || is_mark(l, next, '('))
			after = read_offices(p, next + 1, me, true);
		else
			after = read_offices(p, next, me, true);
		/* "A (thứ hai từ trái sang), Giám đốc ...", "A (SN 1970) - Chủ tịch ..." */
		if (is_mark(l, next, '(') && after == next + 1) {
			size_t behind = skip_bracket(l, next);

			if (behind > next && (is_mark(l, behind, ',') || is_dash(l, behind))) {
				size_t end = read_offices(p, behind + 1, me, true);

				after = end > behind + 1 ? end : after;
			}
		}
		if (after <= next + 1) {
			size_t told = skip_particulars(p, last + 1);

			if (told > last + 1) {
				size_t end = read_offices(p, told, me, true);

				after = end > told ? end : after;
			}
		}
		/* "A tiếp tục giữ chức Chủ tịch ...", "A là Phó Chủ tịch ..." */
		size_t held = held_as(p, after > next + 1 ? after : last + 1);

		if (held) {
			size_t end = read_offices(p, held, me, true);

			if (end > held)
				after = end;
		}
		if (after == next + 1 && after < l->n && !lex_is(&l->tok[after], CLASS_ROLES))
			after = next;
		/* "Trần Văn Ba - Phòng Nghiệp vụ 2": in a byline the unit alone is the office. */
		const struct unit *u = kind == KIND_BYLINE ? parent_after(p, next) : NULL;

		if (u && after <= next + 1) {
			size_t end = u->last;

			for (const struct unit *up; (up = parent_after(p, end + 1));)
				end = up->last;
			add_office(p,
				   &(struct office){ .start = l->tok[u->first].start, .end = l->tok[end].end,
						     .unit_first = u->first, .unit_last = end },
				   me);
			after = end + 1;
		}
		listed = true;
		for (size_t i = 0; i < nshared && after <= last + 1; i++)
			add_office(p, &shared[i], me);
		p->found[me].next = after;
		/* "A (Sở Nội vụ), B (Sở Tài chính)": the list goes on behind the bracket */
		if (after <= last + 1 && plural)
			after = skip_bracket(l, last + 1);
		p->found[me].part = part_of(p, kind, &p->found[me], after);
		t = after > last ? after : last + 1;
	}
	share_parts(p);
	/* A line of units under a name is the office of who wrote the page. */
	if (kind == KIND_BYLINE && !p->n && p->byline && p->units.n && p->units.found[0].first == 0) {
		size_t end = p->units.found[0].last;

		for (const struct unit *up; (up = parent_after(p, end + 1));)
			end = up->last;
		add_office(p,
			   &(struct office){ .start = l->tok[0].start, .end = l->tok[end].end,
					     .unit_first = 0, .unit_last = end },
			   NO_PERSON);
	}
	if (kind == KIND_BYLINE && p->n) {
		p->byline = true;
	} else if (kind != KIND_BYLINE) {
		p->byline = false;
	}
	return fine;
}

void person_name(struct str *out, struct view name)
{
	struct str t = { 0 };
	bool low = false;

	for (size_t i = 0, n; i < name.len; i += n)
		low |= text_letter(name, i, &n) == LETTER_LOWER;
	if (low)
		text_canon(out, name);
	else {
		text_title(&t, name);
		text_canon(out, (struct view){ t.p, t.len });
	}
	str_free(&t);
}

void people_free(struct people *p)
{
	units_free(&p->units);
	free(p->found);
	free(p->office);
	if (p->rules) {
		rule_free(&p->rules->kinh);
		rule_free(&p->rules->highland);
		rule_free(&p->rules->any);
		rule_free(&p->rules->middle);
		free(p->rules);
	}
	*p = (struct people){ 0 };
}
