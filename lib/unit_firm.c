#include "unit_parts.h"

#include <string.h>

/* Names of firms go on where others end: over small letters, "và", "&" and commas between the
 * fields that they work in ("Công ty Cổ phần Thương mại, dịch vụ và du lịch Nghệ An"), over
 * words of which only the first syllable has a capital ("Công ty Cổ phần Tàu thủy"), and over
 * initials ("Công ty Cổ phần B.O.O Thủ Đức"). */

static const unsigned long never = LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_DOCUMENTS) |
				   LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_NUMBER_WORDS) | LEX_UNIT_WORDS;

/* Does token t follow its neighbour by a space? */
static bool behind(const struct lex *l, size_t t)
{
	return t < l->n && l->tok[t].symbol == SYM_WORD && l->tok[t].start - l->tok[t - 1].end == 1;
}

static bool is_field(const struct lex *l, size_t t)
{
	return t < l->n && lex_any(&l->tok[t], LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_NAME_WORDS)) && !lex_any(&l->tok[t], never & ~LEX_UNIT_WORDS);
}

static bool capital(const struct lex *l, size_t t)
{
	return behind(l, t) && l->tok[t].caps != CAPS_LOW && !lex_any(&l->tok[t], never | LEX_BIT(CLASS_VERBS));
}

/* Does the name of a person begin at token t? */
static bool is_person(const struct lex *l, size_t t)
{
	return lex_is(&l->tok[t], CLASS_SURNAMES) && capital(l, t + 1) && lex_is(&l->tok[t + 1], CLASS_MIDDLE_NAMES) && capital(l, t + 2);
}

/* Is nothing of a name at token t, nor behind it? */
static bool closes(const struct lex *l, size_t t)
{
	return t >= l->n || strchr(",.;:()", l->tok[t].symbol) || lex_is(&l->tok[t], CLASS_VERBS);
}

/* "Xây dựng và Sông Đà", but neither a person nor a province. */
static bool two_capitals(const struct lex *l, size_t t)
{
	return t + 1 < l->n && capital(l, t) && capital(l, t + 1) && !is_person(l, t) && !lex_is(&l->tok[t], CLASS_PROVINCES);
}

/* "Công|trình", "Tàu|thủy": token t is the second syllable of a word in the name; behind two
 * capitals a place ended. */
static bool second_syllable(const struct lex *l, size_t t)
{
	const struct token *k = &l->tok[t];

	return behind(l, t) && k->caps == CAPS_LOW && lex_one_word(l, t) && lex_one_word(l, t - 1) && l->tok[t - 1].caps == CAPS_FIRST && !lex_any(k, never | LEX_BIT(CLASS_CONNECTORS)) && (t < 2 || l->tok[t - 2].symbol != SYM_WORD || lex_any(&l->tok[t - 2], LEX_UNIT_WORDS) || is_field(l, t - 2)) &&
	       !lex_is(&l->tok[t - 1], CLASS_PROVINCES) && (capital(l, t + 1) || closes(l, t + 1) || is_field(l, t + 1)) &&
	       !(lex_is(k, CLASS_VERBS) && !(t + 1 < l->n && capital(l, t + 1) && (is_field(l, t + 1) || is_person(l, t + 1) || lex_is(&l->tok[t - 1], CLASS_SECTORS))));
}

/* "... Thương mại xây dựng trường học": what a firm does, where no name goes on behind it. */
static bool does(const struct lex *l, size_t t)
{
	static const char *const words[] = { "phát triển", "xây dựng", "vận tải", "sản xuất", "kinh doanh", "đầu tư", "phục vụ", "tư vấn", "chế biến", "thiết kế", "quản lý", "đào tạo", "bảo vệ" };

	return l->tok[t].caps == CAPS_LOW && LEX_ONE_OF(l, t, words) && t + 1 < l->n && l->tok[t + 1].symbol == SYM_WORD && l->tok[t + 1].caps == CAPS_LOW;
}

/* The token after the firm of tokens t..end-1, by the words behind it. */
size_t unit_firm(const struct lex *l, size_t t, size_t end)
{
	static const char *const forms[] = { "cổ phần", "công ty cp", "tnhh", "ctcp", "một thành viên", "mtv", "hợp tác xã", "htx" };
	bool form = false, field;
	int kind = unit_kind(&l->tok[t]);

	/* "Công đoàn Công ty ...": of a firm */
	if ((kind == TAG_MASS || kind == TAG_PARTY) && end > t + 1 && unit_kind(&l->tok[t + 1]) == TAG_ENTERPRISE)
		return unit_firm(l, t + 1, end);
	if (end > t + 2 && unit_kind(&l->tok[t]) == TAG_ENTERPRISE && does(l, end - 1) && is_field(l, end - 2))
		end--;
	size_t first = end > t ? end : t + 1;

	if (unit_kind(&l->tok[t]) != TAG_ENTERPRISE || l->tok[t].caps == CAPS_LOW || (t && lex_is(&l->tok[t - 1], CLASS_PLURALS)))
		return end;
	form |= LEX_ENDS_ONE_OF(l, t, forms);
	if (!form && (end == t || !lex_key_at(l, l->tok[t].start, "công ty")))
		return end;
	field = end == t || is_field(l, end - 1);
	size_t p = first;

	for (bool more = true; more && p < l->n;) {
		bool joins = lex_has(&l->tok[p], CLASS_CONNECTORS, TAG_AND) || l->tok[p].symbol == '&' || l->tok[p].symbol == ',';
		bool dash = l->tok[p].symbol == SYM_DASH && p + 1 < l->n && !lex_unit_begins(&l->tok[p + 1]);

		more = false;
		/* "Công ty CP XD&TM Trường Lộc" */
		if (form && l->tok[p].symbol == '&' && p + 1 < l->n && p > t + 1 && l->tok[p - 1].caps == CAPS_ALL && l->tok[p + 1].caps == CAPS_ALL && l->tok[p].start == l->tok[p - 1].end && l->tok[p + 1].start == l->tok[p].end) {
			p += 2;
			p += p + 1 < l->n && lex_word(l, p, "trường") && l->tok[p].caps == CAPS_FIRST && capital(l, p + 1) && closes(l, p + 2) ? 2 : 0;
			field = more = true;
			continue;
		}
		if (field && behind(l, p) && is_field(l, p) && !(l->tok[p].caps != CAPS_LOW && is_person(l, p)) && !(p > t + 1 && does(l, p))) {
			p++;
			more = true;
		} else if (field && (joins || dash) && is_field(l, p + 1) && (l->tok[p].symbol != ',' || (l->tok[p + 1].caps == CAPS_LOW && is_field(l, p + 2)))) {
			p += 2;
			more = true;
		} else if (field && l->tok[p].symbol == ',' && p + 2 < l->n && l->tok[p + 1].caps == CAPS_LOW && is_field(l, p + 1) && lex_has(&l->tok[p + 2], CLASS_CONNECTORS, TAG_AND) && is_field(l, p + 3)) {
			p += 4;
			more = true;
		} else if ((dash || (joins && l->tok[p].symbol != ',')) && lex_is(&l->tok[p - 1], CLASS_SECTORS) && two_capitals(l, p + 1)) {
			p += 3;
			field = more = true;
		} else if (p > t + 1 && second_syllable(l, p)) {
			p++;
			field = more = true;
		} else if (form && p + 2 < l->n && p == t + 2 && l->tok[p].symbol == '.' && l->tok[p].start == l->tok[p - 1].end && l->tok[p - 1].end - l->tok[p - 1].start == 1 &&
			   l->tok[p + 1].start == l->tok[p].end && l->tok[p + 1].caps != CAPS_LOW && l->tok[p + 1].end - l->tok[p + 1].start == 1) {
			p += 2;
			while (p + 1 < l->n && l->tok[p].symbol == '.' && l->tok[p].start == l->tok[p - 1].end && l->tok[p + 1].start == l->tok[p].end && l->tok[p + 1].caps != CAPS_LOW)
				p += 2;
			field = more = true;
		} else if (field && p > first && capital(l, p) && !is_person(l, p)) {
			p++;
			more = true;
		} else if (field && p > first && p + 1 < l->n && l->tok[p].symbol == SYM_NUMBER && l->tok[p].end - l->tok[p].start < 3 && closes(l, p + 1)) {
			p++;
		}
	}
	/* "Công ty cổ phần Gạch ngói Giếng Đáy 2" */
	if (form && p == first && end > t + 1 && p < l->n && l->tok[p].symbol == SYM_NUMBER && l->tok[p].end - l->tok[p].start < 3 && l->tok[p - 1].caps == CAPS_FIRST && l->tok[p].start - l->tok[p - 1].end == 1 &&
	    (closes(l, p + 1) || lex_word(l, p + 1, "là")) && !(p + 2 < l->n && l->tok[p + 2].symbol == SYM_NUMBER && l->tok[p + 2].start == l->tok[p + 1].end))
		return p + 1;
	/* "Công ty CP Cao su Chư Sê – Kampong Thom" is of two places, none of them a unit's */
	if (form && p == first && end > t + 1 && p + 3 <= l->n && l->tok[p].symbol == SYM_DASH && l->tok[p - 1].caps == CAPS_FIRST && two_capitals(l, p + 1) && !lex_is(&l->tok[p + 1], CLASS_SURNAMES) &&
	    !lex_unit_begins(&l->tok[p + 1]) && (closes(l, p + 3) || lex_word(l, p + 3, "là")))
		return p + 3;
	/* "Công ty CP Bia Sài Gòn - Miền Trung": of several that bear the name */
	if (form && p == first && end > t && p + 1 < l->n && l->tok[p].symbol == SYM_DASH && l->tok[p + 1].caps == CAPS_FIRST && l->tok[p - 1].caps == CAPS_FIRST) {
		bool region = lex_word(l, p + 1, "miền") && p + 2 < l->n && l->tok[p + 2].caps == CAPS_FIRST;
		bool known = lex_key_at(l, l->tok[p + 1].start, "miền ") && !lex_word(l, p + 1, "miền");

		if ((region || known || lex_is(&l->tok[p + 1], CLASS_PROVINCES)) && !lex_is(&l->tok[p - 1], CLASS_PROVINCES) && closes(l, p + 2 + region))
			return p + 2 + region;
	}
	/* small letters alone name no firm */
	bool named = false;

	for (size_t i = t + 1; i < p; i++)
		named |= l->tok[i].caps != CAPS_LOW || l->tok[i].symbol == SYM_NUMBER;
	return named ? p : end;
}
