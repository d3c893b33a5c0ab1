#include "person_parts.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "rule.h"
#include "text.h"

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

enum { KINH, HIGHLAND, ANY, NAME_SHAPES, MIDDLE = NAME_SHAPES, RULES };
static const char *const texts[RULES] = {
	[KINH] = "<^surnames> (?: " SYLLABLE " ){1,4}",
	[HIGHLAND] = "(?: <^name-particles> | <^not-names> ) (?: " SYLLABLE " | <^levels> (?= <cap> ) ){1,4}",
	[ANY] = SYLLABLE " (?: " SYLLABLE " ){0,4}",
	[MIDDLE] = "<^surnames> (?: <cap>? <^middle-names> ) <cap>",
};

const char *person_rule(size_t i)
{
	return i < RULES ? texts[i] : NULL;
}

struct person_rules {
	struct rule rule[RULES];
};

/* Match one of them at token t. */
static enum rx_answer match(struct people *p, int rule, size_t t, struct rx_match *m)
{
	if (!p->rules) {
		p->rules = xalloc(1, sizeof *p->rules);
		for (int i = 0; i < RULES; i++)
			p->rules->rule[i] = (struct rule)RULE(texts[i]);
	}
	return rule_at(&p->rules->rule[rule], &p->units.lex, t, m);
}

size_t person_syllables(const struct lex *l, size_t first, size_t last)
{
	size_t n = 1;

	for (size_t i = l->tok[first].start; i < l->tok[last].end; i++)
		n += l->text.p[i] == ' ';
	return n;
}

/* Can token t, a word of an office, be a part of a name where it stands? */
static bool given_name(const struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;

	if (person_syllables(l, t, t) > 1)
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
	       person_syllables(l, t, t) == 1 && !last_of_name(&l->tok[t]) && !lex_any(&l->tok[t], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS));
}

bool person_apostrophe(const struct lex *l, size_t t)
{
	struct view w = { l->text.p + l->tok[t].start, l->tok[t].end - l->tok[t].start };

	return w.len > 3 && (w.p[0] == 'H' || w.p[0] == 'K') && (w.p[1] == '\'' || view_has(w, 1, "’"));
}

bool person_middle_of_sex(const struct lex *l, size_t t)
{
	return lex_word(l, t, "văn") || lex_word(l, t, "thị");
}

/* In capitals alone the verb behind a name has them as well: "ĐINH HỒNG NGỌC RỜI GHẾ CHỦ TỊCH".
 * Where the name from t to end ends, by words that are no syllables of names; some are the last
 * of one. */
static size_t before_words(const struct lex *l, size_t t, size_t end)
{
	static const char *const never[] = { "và", "với", "cho", "tại", "là", "được", "bị", "đã", "sẽ", "đang", "vẫn", "sau", "trước", "khi", "trở", "rời", "cắt", "xúc", "cùng", "cuộc", "của" };
	static const char *const seldom[] = { "thăm", "dự", "nhận", "giữ", "đến", "gặp", "chúc", "kiểm", "tiếp", "trao", "tặng", "gắn", "thả", "lại", "kể", "nói", "trả", "xin", "về", "vào", "lên", "ra" };

	for (size_t i = t + 1; i < end; i++)
		if (!person_middle_of_sex(l, i - 1) && (LEX_ONE_OF(l, i, never) || (i > t + 2 && LEX_ONE_OF(l, i, seldom))))
			return i;
	return end;
}

/* "Bun-thoong Vông-xay", "Jean-Luc Moreau": the name of a foreigner from t to end goes on
 * over a hyphen. The token after it. */
static size_t over_hyphens(const struct lex *l, size_t t, size_t end)
{
	enum { MOST = 6 };
	const unsigned long never = LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_BIT(CLASS_HONORIFICS) | LEX_UNIT_WORDS;

	if (lex_is(&l->tok[t], CLASS_SURNAMES))
		return end;
	for (size_t n = 0; n < MOST && end + 1 < l->n; n++) {
		bool hyphen = l->tok[end].symbol == SYM_GLUE && l->tok[end].start == l->tok[end - 1].end && l->tok[end + 1].symbol == SYM_WORD;

		if (hyphen && !lex_any(&l->tok[end + 1], never))
			end += 2;
		else if (n && given_follows(l, end))
			end++;
		else
			break;
	}
	return end;
}

/* "Nguyễn văn Hùng", "ông lê Văn Hùng": one syllable of a name from t on to end lost its
 * capital. The token after the name, or end. */
static size_t over_slip(const struct people *p, size_t t, size_t end)
{
	const struct lex *l = &p->units.lex;

	if (!lex_is(&l->tok[t], CLASS_SURNAMES) || person_syllables(l, t, t) > 1)
		return end;
	if (end <= t + 1 && t + 2 < l->n && person_middle_of_sex(l, t + 1) && l->tok[t + 1].start - l->tok[t].end == 1 &&
	    (l->tok[t].caps == CAPS_LOW) == (l->tok[t + 1].caps == CAPS_FIRST) && given_follows(l, t + 2))
		end = given_follows(l, t + 3) ? t + 4 : t + 3;
	/* "Nguyễn Hương giang, Phó Bí thư", "Vũ Trường sinh Chủ tịch UBND xã" */
	if (end > t + 1 && end + 2 < l->n && l->tok[t].caps == CAPS_FIRST && l->tok[end].symbol == SYM_WORD && l->tok[end].caps == CAPS_LOW && l->tok[end].start - l->tok[end - 1].end == 1 &&
	    person_syllables(l, end, end) == 1 && !(l->tok[end].set & ~(LEX_BIT(CLASS_MIDDLE_NAMES) | LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_NAME_PARTICLES))) &&
	    office_begins(l, is_mark(l, end + 1, ',') || is_dash(l, end + 1) ? end + 2 : end + 1))
		return end + 1;
	return end;
}

/* "Sèn Văn Phủ": no other words than names have these in their middle, whatever begins them, but
 * "Tuần Văn hóa". The token after such a name at token t, or 0. */
static size_t by_middle(const struct lex *l, size_t t)
{
	static const char *const things[] = { "hóa", "hoá", "học", "nghệ", "phòng", "kiện", "bản", "bằng", "miếu", "thư", "hiến", "minh", "thể", "trường", "xã", "trấn", "chỉ", "lang" };

	if (t + 2 >= l->n || l->tok[t].symbol != SYM_WORD || l->tok[t].set || l->tok[t].caps != CAPS_FIRST || person_syllables(l, t, t) > 1 ||
	    !person_middle_of_sex(l, t + 1) || l->tok[t + 1].caps != CAPS_FIRST || l->tok[t + 1].start - l->tok[t].end != 1 || !given_follows(l, t + 2) || LEX_ONE_OF(l, t + 2, things))
		return 0;
	return given_follows(l, t + 3) ? t + 4 : t + 3;
}

/* The last token of a name that starts at t, or 0; any: a name of any shape. */
size_t person_name_at(struct people *p, size_t t, bool any, bool *fine)
{
	struct lex *l = &p->units.lex;
	struct rx_match m;
	size_t end = 0;

	/* "tặng chị Huân chương Lao động" */
	if (t < l->n && lex_is(&l->tok[t], CLASS_THING_WORDS) && person_syllables(l, t, t) > 1)
		return 0;
	if (t >= l->n || (l->tok[t].caps == CAPS_LOW && !(any && lex_is(&l->tok[t], CLASS_SURNAMES))) || unit_covers(&p->units, t) || unit_quoted(&p->units, t))
		return 0;
	for (int i = 0; i < NAME_SHAPES && !end; i++) {
		if (i == ANY && !any && !person_apostrophe(l, t))
			continue;
		enum rx_answer a = match(p, i, t, &m);

		*fine &= a != RX_LIMIT;
		if (a == RX_YES)
			end = m.end[0];
	}
	end = over_slip(p, t, end);
	if (!end)
		end = by_middle(l, t);
	if (l->tok[t].caps == CAPS_LOW && end <= t + 1)
		return 0;
	for (size_t i = t; i < end; i++)
		if (unit_covers(&p->units, i) || (i > t && (l->tok[i].start - l->tok[i - 1].end != 1 || unit_award_begins(l, i))))
			end = i;
	/* "Lê Trung Chánh", "Hoàng Nguyên Khánh": words of offices are given names as
	 * well, if they are one syllable and begin no office here. */
	for (size_t i = t; i < end; i++)
		if ((lex_is(&l->tok[i], CLASS_ROLES) || lex_is(&l->tok[i], CLASS_ROLE_MODIFIERS)) && !given_name(p, i))
			end = i;
	/* "ông Bùi Tỉnh" */
	if (any && !end && t + 1 < l->n && lex_is(&l->tok[t], CLASS_SURNAMES) && person_syllables(l, t, t) == 1)
		end = t + 1;
	/* "Nguyễn Văn Trường", "Hồ Thị Xã": so are heads of units, and levels, that head none here. */
	if (end > t && end < l->n && end - t < 4 && lex_any(&l->tok[t], LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_NAME_PARTICLES)) && last_of_name(&l->tok[end]) &&
	    l->tok[end].caps == CAPS_FIRST && l->tok[end].start - l->tok[end - 1].end == 1 &&
	    !unit_covers(&p->units, end) && given_name(p, end) &&
	    (end + 1 == l->n || l->tok[end + 1].symbol < SYM_WORD || l->tok[end + 1].caps == CAPS_LOW))
		end++;
	end = over_slip(p, t, end); /* "Nguyễn Trường sinh" */
	/* Behind "Văn" and "Thị" the given name is still to come, whatever it is. */
	if (end > t && person_middle_of_sex(l, end - 1) && lex_is(&l->tok[t], CLASS_SURNAMES)) {
		if (end < l->n && l->tok[end].caps == CAPS_FIRST && person_syllables(l, end, end) == 1 &&
		    l->tok[end].start - l->tok[end - 1].end == 1)
			end += last_of_name(&l->tok[end]) && given_follows(l, end + 1) ? 2 : 1; /* "Lâm Thị Sóc Kha" */
		else if (end - t == 2)
			return 0;
	}
	/* An ALL CAPS line is no name because of its capitals: all of it is one. */
	while (end > t && l->tok[end - 1].caps != l->tok[t].caps && l->tok[t].caps == CAPS_ALL &&
	       l->tok[end - 1].end - l->tok[end - 1].start > 2)
		end--;
	if (l->tok[t].caps == CAPS_ALL)
		end = before_words(l, t, end);
	/* "Công Tằng Tôn Nữ" is a surname alone */
	size_t most = person_syllables(l, t, t) > 2 ? person_syllables(l, t, t) + 3 : 5;

	while (end > t && person_syllables(l, t, end - 1) > most)
		end--;
	if (end <= t)
		return 0;
	if (any)
		end = over_hyphens(l, t, end);
	/* "K'Broi" is a whole name */
	if (person_syllables(l, t, end - 1) < 2 && !(any && person_apostrophe(l, t)))
		return 0;
	return end - 1;
}

/* The word before says that this is the name of a street, a school, a prize. */
bool person_names_thing(const struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;

	if (!t || unit_covers(&p->units, t - 1))
		return false;
	if (lex_words_end(l, t - 1, "mang tên"))
		return true;
	/* "các tuyến phố Lê Lợi, Hai Bà Trưng, Nguyễn Đức Cảnh" */
	if (is_mark(l, t - 1, ',') || lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND)) {
		enum { REACH = 16 };
		size_t i = t - 1;

		while (i > 1 && t - i < REACH && (is_mark(l, i, ',') || lex_has(&l->tok[i], CLASS_CONNECTORS, TAG_AND) || (l->tok[i].symbol >= SYM_WORD && l->tok[i].caps != CAPS_LOW)))
			i--;
		if (lex_is(&l->tok[i], CLASS_THING_WORDS) && l->tok[i].caps == CAPS_LOW && i && (lex_is(&l->tok[i - 1], CLASS_PLURALS) || (i > 1 && lex_is(&l->tok[i - 2], CLASS_PLURALS))))
			return true;
	}
	/* "Giải báo chí Trần Mai Ninh" */
	for (size_t i = t - 1, n = 0; i > 0 && n < 3 && l->tok[i].symbol >= SYM_WORD && l->tok[i].caps == CAPS_LOW; i--, n++)
		if ((lex_word(l, i - 1, "giải") || lex_word(l, i - 1, "quỹ") || lex_word(l, i - 1, "cúp") || lex_word(l, i - 1, "giải thưởng")) &&
		    l->tok[i - 1].caps == CAPS_FIRST && !lex_is(&l->tok[t - 1], CLASS_HONORIFICS))
			return true;
	return lex_is(&l->tok[t - 1], CLASS_THING_WORDS) || lex_is(&l->tok[t - 1], CLASS_LEVELS) ||
	       lex_is(&l->tok[t - 1], CLASS_LEVELS_TOP) ||
	       l->tok[t - 1].symbol == SYM_NUMBER;
}

bool person_historical(const struct lex *l, size_t first, size_t last)
{
	return first == last && lex_is(&l->tok[first], CLASS_NOT_NAMES);
}

/* How sure a surname alone makes a name: 0 not at all .. 3. */
int person_surname_weight(const struct lex *l, size_t t)
{
	const struct lex_sense *s = lex_sense(&l->tok[t], CLASS_SURNAMES);

	if (!s)
		return 0;
	return s->tag == TAG_SURE ? 3 : s->tag == TAG_LOCAL ? 2 : s->tag == TAG_WORD || s->tag == TAG_LAST ? 1 : 0;
}

bool person_has_middle(struct people *p, size_t t)
{
	struct rx_match m;

	return match(p, MIDDLE, t, &m) == RX_YES;
}

void person_name(struct str *out, struct view name)
{
	struct str t = { 0 };
	bool low = false, slip = false;

	for (size_t i = 0, n; i < name.len; i += n) {
		bool lower = text_letter(name, i, &n) == LETTER_LOWER;

		low |= lower;
		slip |= lower && (!i || name.p[i - 1] == ' ');
	}
	if (low && !slip) {
		text_canon(out, name);
	} else {
		text_title(&t, name);
		for (size_t i = 0; i < t.len; i++)
			if (!i || t.p[i - 1] == ' ')
				text_capital(t.p + i, t.len - i);
		text_canon(out, (struct view){ t.p, t.len });
	}
	str_free(&t);
}

void person_names_free(struct people *p)
{
	for (int i = 0; p->rules && i < RULES; i++)
		rule_free(&p->rules->rule[i]);
	free(p->rules);
}
