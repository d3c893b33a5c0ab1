#include "context.h"

#include <string.h>

#include "text.h"

/* Does every word of token t begin with a capital? */
static bool every_capital(const struct lex *l, size_t t)
{
	size_t n;

	for (size_t i = l->tok[t].start; i < l->tok[t].end; i++)
		if ((i == l->tok[t].start || l->text.p[i - 1] == ' ') && text_letter(l->text, i, &n) != LETTER_UPPER)
			return false;
	return true;
}

/* Is token t a word with a capital that stands one space behind the token before? */
static bool capital_goes_on(const struct lex *l, size_t t)
{
	return t && t < l->n && l->tok[t].symbol >= SYM_WORD && l->tok[t].caps == CAPS_FIRST &&
	       l->tok[t].start - l->tok[t - 1].end == 1;
}

/* A level that a name of its own follows: huyện, xã, thành phố ... */
static bool local_level(const struct token *k)
{
	const struct lex_sense *s = lex_sense(k, CLASS_LEVELS);

	return s && (s->tag == TAG_DISTRICT || s->tag == TAG_COMMUNE || s->tag == TAG_CITY);
}

/* A capitalised word that may be a syllable of a name and begins nothing. */
static bool name_word(const struct token *k)
{
	return k->symbol >= SYM_WORD && k->caps == CAPS_FIRST && !lex_unit_word(k) &&
	       !lex_any(k, LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_LEVELS) |
			   LEX_BIT(CLASS_LEVELS_TOP) | LEX_BIT(CLASS_DOCUMENTS));
}

/* "Nguyễn Xuân Bằng", "huyện Như Xuân", "Nam Từ Liêm": verbs and small words with a
 * capital inside a name are syllables of it. */
static bool syllable_not_verb(const struct lex *l, size_t t)
{
	const struct token *k = &l->tok[t];

	if (!capital_goes_on(l, t) || !lex_any(k, LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_NUMBER_WORDS) | LEX_BIT(CLASS_CONNECTORS) |
						  LEX_BIT(CLASS_TIME_WORDS)))
		return false;
	if (lex_unit_word(k) || lex_is(k, CLASS_ROLES))
		return false;
	/* "Công ty than Thống Nhất", but "UBND phường Báo cáo kết quả" */
	if (!lex_one_word(l, t))
		return lex_is(k, CLASS_VERBS) && every_capital(l, t);
	if (local_level(&l->tok[t - 1]))
		return true;
	/* "Đồn Biên phòng Cần Yên" */
	if (lex_key_at(l, l->tok[t - 1].start, "đồn ") && capital_goes_on(l, t + 1) && name_word(&l->tok[t + 1]) && lex_one_word(l, t + 1))
		return true;
	/* "Thích Nữ Như Nguyệt" */
	if (lex_is(&l->tok[t - 1], CLASS_NAME_PARTICLES) && capital_goes_on(l, t + 1))
		return true;
	return name_word(&l->tok[t - 1]) && lex_one_word(l, t - 1);
}

/* "huyện Vụ Bản", "xã Tân Hội", "Nguyễn Trường Hà": heads of units that are syllables
 * of a place or of a person. */
static bool syllable_not_head(const struct lex *l, size_t t)
{
	const struct token *k = &l->tok[t];

	if (!capital_goes_on(l, t) || !lex_unit_word(k) || !lex_one_word(l, t))
		return false;
	bool goes_on = capital_goes_on(l, t + 1) && name_word(&l->tok[t + 1]) && lex_one_word(l, t + 1);

	if (local_level(&l->tok[t - 1]))
		return goes_on;
	if (!name_word(&l->tok[t - 1]) || !lex_one_word(l, t - 1))
		return false;
	if (t > 1 && local_level(&l->tok[t - 2]))
		return !capital_goes_on(l, t + 1) && !(t + 1 < l->n && l->tok[t + 1].symbol == SYM_NUMBER);
	/* "Nguyễn Trường Hà", "Đinh Đình Trường Giang" */
	return goes_on && (lex_is(&l->tok[t - 1], CLASS_SURNAMES) ||
			   (t > 1 && lex_is(&l->tok[t - 2], CLASS_SURNAMES) && name_word(&l->tok[t - 2]) && lex_is(&l->tok[t - 1], CLASS_MIDDLE_NAMES)));
}

/* "phường Chánh Hưng": an office that is a syllable of a place. */
static bool syllable_not_office(const struct lex *l, size_t t)
{
	return capital_goes_on(l, t) && lex_is(&l->tok[t], CLASS_ROLES) && lex_one_word(l, t) && local_level(&l->tok[t - 1]) &&
	       capital_goes_on(l, t + 1) && !lex_unit_word(&l->tok[t + 1]);
}

/* "huyện Bình Chánh", "Huyện ủy Lang Chánh": behind a syllable of a place no office begins so, where no unit
 * follows whose it would be. */
static bool place_not_office(const struct lex *l, size_t t)
{
	return lex_word(l, t, "chánh") && capital_goes_on(l, t) && lex_one_word(l, t - 1) && !lex_unit_word(&l->tok[t - 1]) &&
	       !lex_any(&l->tok[t - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_BIT(CLASS_HONORIFICS)) && !(t + 1 < l->n && lex_unit_word(&l->tok[t + 1]));
}

/* "10 phường: Trường Thi, Phú Sơn, Đội Cung", "các xã Ban Thạch và Trường Xuân": is the head at token t, one word with
 * one more behind it, a place of a list of such places? */
static bool listed_place(const struct lex *l, size_t t)
{
	enum { REACH = 80 };
	size_t k = t;

	if (!lex_unit_word(&l->tok[t]) || !lex_one_word(l, t) || !capital_goes_on(l, t + 1) || !lex_one_word(l, t + 1) || lex_unit_word(&l->tok[t + 1]) || lex_is(&l->tok[t + 1], CLASS_SECTORS) || capital_goes_on(l, t + 2))
		return false;
	while (k && t - k < REACH && ((l->tok[k - 1].symbol >= SYM_WORD && (l->tok[k - 1].caps == CAPS_FIRST || lex_has(&l->tok[k - 1], CLASS_CONNECTORS, TAG_AND))) || l->tok[k - 1].symbol == ','))
		k--;
	k -= k && l->tok[k - 1].symbol == ':';
	if (k < 2 || k == t || !lex_has(&l->tok[k - 1], CLASS_LEVELS, TAG_COMMUNE) || l->tok[k - 1].caps != CAPS_LOW)
		return k == t && k > 2 && l->tok[k - 1].symbol == ':' && lex_has(&l->tok[k - 2], CLASS_LEVELS, TAG_COMMUNE) && l->tok[k - 3].symbol == SYM_NUMBER;
	return l->tok[k - 2].symbol == SYM_NUMBER || lex_is(&l->tok[k - 2], CLASS_PLURALS);
}

/* "Ban Văn Ín", "Báo Thị Diễm": no board and no newspaper bears such a name. */
static bool surname_not_head(const struct lex *l, size_t t)
{
	return t + 2 < l->n && lex_unit_word(&l->tok[t]) && lex_one_word(l, t) && l->tok[t].caps == CAPS_FIRST &&
	       (lex_word(l, t + 1, "thị") || lex_word(l, t + 1, "văn")) && capital_goes_on(l, t + 1) && capital_goes_on(l, t + 2) &&
	       lex_one_word(l, t + 1);
}

/* "Mầu Thị Bích", "Đại tá Ông Thế Ngân": a surname that no list has, or that is a form of
 * address elsewhere. */
static bool surname_by_name(const struct lex *l, size_t t)
{
	const struct token *k = &l->tok[t];

	if (k->caps != CAPS_FIRST || k->symbol != SYM_WORD || !lex_one_word(l, t) || !capital_goes_on(l, t + 1) || !capital_goes_on(l, t + 2))
		return false;
	if (!k->set)
		return lex_word(l, t + 1, "thị") && !(t && local_level(&l->tok[t - 1]));
	return lex_word(l, t, "ông") && (lex_word(l, t + 1, "thị") || (t && lex_is(&l->tok[t - 1], CLASS_HONORIFICS)));
}

/* What some words are beside others, by the words themselves. */
static void read_word(struct lex *l, size_t t)
{
	switch ((unsigned char)l->key.p[l->tok[t].start]) {
	case 'q':
		/* "Đại hội toàn quốc Hội Cựu chiến binh" */
		if (t && lex_word(l, t - 1, "toàn") && lex_key_at(l, l->tok[t].start, "quốc hội") && l->text.p[l->tok[t].start] == 'q')
			lex_split(l, t, 1);
		break;
	case 'a':
		/* "Công ty Hoàng Anh Mang Yang": no form of address */
		if (lex_word(l, t, "anh") && capital_goes_on(l, t) && name_word(&l->tok[t - 1]) && lex_one_word(l, t - 1))
			lex_forget(l, t);
		break;
	case 'k':
		/* "Trường Đại học Khoa học": no faculty */
		if (lex_word(l, t, "khoa") && lex_word(l, t + 1, "học"))
			lex_forget(l, t);
		break;
	case 0xe1:
		/* "Ủy viên BCH Tổng LĐLĐ Việt Nam": the committee is a unit, of the one behind it */
		if (lex_word(l, t, "ủy viên bch") && t + 1 < l->n && lex_unit_word(&l->tok[t + 1]) && l->tok[t + 1].caps != CAPS_LOW)
			lex_split(l, t, 2);
		break;
	case 'c':
		/* "Trường Công nhân Kỹ thuật" */
		if (t && lex_is(&l->tok[t], CLASS_ROLES) && lex_word(l, t, "công nhân") && capital_goes_on(l, t) && l->tok[t - 1].caps != CAPS_LOW)
			lex_forget(l, t);
		break;
	case 'b':
		/* "Bà Triệu Văn Hòa" is no queen */
		if (lex_is(&l->tok[t], CLASS_NOT_NAMES) && lex_word(l, t, "bà triệu") && capital_goes_on(l, t + 1))
			lex_split(l, t, 1);
		break;
	case 0xc4:
		/* "đồng chí Đoàn Trường Sơn": no youth union of a school */
		if (t && lex_word(l, t, "đoàn trường") && lex_is(&l->tok[t - 1], CLASS_HONORIFICS) && capital_goes_on(l, t) && capital_goes_on(l, t + 1) &&
		    l->text.p[l->tok[t].start + strlen("Đoàn ")] == 'T') {
			lex_split(l, t, 1);
			lex_make(l, t, CLASS_SURNAMES, "sure");
			lex_forget(l, t + 1);
		}
		break;
	case 'x':
		/* "UBND xã Hội Cư" */
		if (lex_word(l, t, "xã hội") && l->tok[t].caps == CAPS_LOW && capital_goes_on(l, t + 1) && view_had(lex_text(l, t, t), l->tok[t].end - l->tok[t].start, "Hội"))
			lex_split(l, t, 1);
		break;
	case 't':
		/* "Khối thi đua các tổ chức chính trị": a noun */
		if (t && lex_word(l, t, "tổ chức") && lex_is(&l->tok[t - 1], CLASS_PLURALS))
			lex_forget(l, t);
		/* "UBND tỉnh ủy quyền cho Sở" */
		if (lex_word(l, t, "tỉnh ủy") && l->tok[t].caps == CAPS_LOW && lex_word(l, t + 1, "quyền"))
			lex_split(l, t, 1);
		/* "bà Hồ Thị Xã" */
		if (lex_word(l, t, "thị xã") && capital_goes_on(l, t) && lex_is(&l->tok[t - 1], CLASS_SURNAMES) &&
		    l->text.p[l->tok[t].end - strlen("Xã")] == 'X')
			lex_split(l, t, 1);
		/* "Phó Bí thư Thường trực Tỉnh ủy": the word belongs to the office */
		if (t && lex_is(&l->tok[t], CLASS_UNIT_WHOLE) && lex_is(&l->tok[t - 1], CLASS_ROLES) &&
		    l->tok[t].start - l->tok[t - 1].end == 1 && !strncmp(l->key.p + l->tok[t].start, "thường trực ", strlen("thường trực ")))
			lex_split(l, t, 2);
		break;
	default:
		break;
	}
}

/* "Phạm Hùng Thư": does one more word make a longer name of token t, which reads like the
 * name of a person that places and schools bear? */
static bool one_more(const struct lex *l, size_t t)
{
	return capital_goes_on(l, t + 1) && name_word(&l->tok[t + 1]) && lex_one_word(l, t + 1) && !lex_is(&l->tok[t + 1], CLASS_PROVINCES) && !capital_goes_on(l, t + 2);
}

static void into_words(struct lex *l, size_t t)
{
	while (!lex_one_word(l, t)) {
		lex_split(l, t, 1);
		t++;
	}
}

/* "Chủ tịch UBND phường Lý Văn Lâm", "Bí thư Đảng ủy Hồ Thị Kỷ": a place that reads
 * like a person is one only behind a level or what sits there. */
static void read_place(struct lex *l, size_t t)
{
	const unsigned long seats = LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_UNIT_WHOLE) | LEX_BIT(CLASS_UNIT_PLACE);
	bool seat = t && lex_any(&l->tok[t - 1], seats) && l->tok[t].start - l->tok[t - 1].end == 1;

	/* "Nguyễn Bảo Lộc" */
	bool given = t && !seat && capital_goes_on(l, t) && lex_is(&l->tok[t - 1], CLASS_SURNAMES);

	if (seat ? one_more(l, t) : given || lex_has(&l->tok[t], CLASS_PLACES_NAMED, TAG_PERSON))
		into_words(l, t);
}

/* "Lê Quang Vinh dự lễ": what the lists have as one word begins with the last syllable of a
 * name: only that one has a capital, and a surname stands before it. */
static bool runs_into_verb(const struct lex *l, size_t t)
{
	enum { LONGEST = 3 };
	const struct token *k = &l->tok[t];

	if (!t || !lex_is(k, CLASS_VERBS) || k->caps != CAPS_FIRST || lex_one_word(l, t) || every_capital(l, t) || !capital_goes_on(l, t) || !name_word(&l->tok[t - 1]) || !lex_one_word(l, t - 1))
		return false;
	for (size_t i = t - 1, n = 0; n < LONGEST; i--, n++) {
		if (lex_is(&l->tok[i], CLASS_SURNAMES) && t - i > 1)
			return !(i && local_level(&l->tok[i - 1]));
		if (!i || !name_word(&l->tok[i]) || !lex_one_word(l, i) || l->tok[i].start - l->tok[i - 1].end != 1)
			break;
	}
	return false;
}

/* "Ông NGUYỄN VĂN BẰNG", a line "TRẦN VĂN HỘI": in capitals the syllables of a name behind a sure surname
 * are words of nothing else. t is the surname. */
static void name_in_capitals(struct lex *l, size_t t)
{
	enum { FEWEST = 2, MOST = 4 };
	size_t end = t + 1;

	if (l->tok[t].caps != CAPS_ALL || !lex_has(&l->tok[t], CLASS_SURNAMES, TAG_SURE) || !(t == 0 || lex_is(&l->tok[t - 1], CLASS_HONORIFICS)))
		return;
	while (end < l->n && end - t <= MOST && l->tok[end].symbol >= SYM_WORD && l->tok[end].caps == CAPS_ALL && lex_one_word(l, end) && l->tok[end].start - l->tok[end - 1].end == 1)
		end++;
	if (end - t - 1 < FEWEST || end - t - 1 >= MOST || (t == 0 ? end < l->n : end < l->n && l->tok[end].symbol >= SYM_WORD && l->tok[end].caps != CAPS_LOW))
		return;
	for (size_t i = t + 1; i < end; i++)
		if (l->tok[i].set & ~(LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_MIDDLE_NAMES)))
			lex_forget(l, i);
}

void context_read(struct lex *l)
{
	const unsigned long syllable = LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_NUMBER_WORDS) | LEX_BIT(CLASS_CONNECTORS) |
				       LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_ROLES) | LEX_UNIT_WORDS;

	for (size_t t = 0; t < l->n; t++) {
		if (surname_by_name(l, t))
			lex_make(l, t, CLASS_SURNAMES, "local");
		/* a word of no list is none of these */
		if (!l->tok[t].set)
			continue;
		name_in_capitals(l, t);
		if (runs_into_verb(l, t)) {
			lex_split(l, t, 1);
			continue;
		}
		if (l->tok[t].caps == CAPS_FIRST && lex_any(&l->tok[t], syllable)) {
			/* "xã Chợ Lách Trình Văn Hòa": a surname all the same */
			bool surname = lex_is(&l->tok[t], CLASS_SURNAMES) && capital_goes_on(l, t + 1) && capital_goes_on(l, t + 2) && !local_level(&l->tok[t - (t > 0)]);

			if (syllable_not_verb(l, t) || syllable_not_head(l, t) || syllable_not_office(l, t))
				surname ? lex_make(l, t, CLASS_SURNAMES, "local") : lex_forget(l, t);
			if (place_not_office(l, t) || listed_place(l, t))
				lex_forget(l, t);
			if (surname_not_head(l, t))
				lex_make(l, t, CLASS_SURNAMES, "local");
		}
		read_word(l, t);
		if (l->tok[t].caps != CAPS_LOW && lex_any(&l->tok[t], LEX_BIT(CLASS_PLACES_NAMED) | LEX_BIT(CLASS_NOT_NAMES)))
			read_place(l, t);
		/* "Cụm thi đua số VI": no surname */
		if (t && l->tok[t].caps == CAPS_ALL && lex_is(&l->tok[t], CLASS_SURNAMES) && lex_roman(l, t) &&
		    (lex_is(&l->tok[t - 1], CLASS_NUMBER_WORDS) || lex_is(&l->tok[t - 1], CLASS_UNIT_CLUSTER)))
			lex_number(l, t);
	}
	/* "Trưởng ban Quản lý": behind an office that takes its first word the head of
	 * a unit may be written small; "Bí thư huyện ủy": behind any, a whole one. */
	for (size_t t = 1; t < l->n; t++) {
		const struct token *k = &l->tok[t], *next = t + 1 < l->n ? k + 1 : NULL;
		bool whole = lex_any(k, LEX_BIT(CLASS_UNIT_WHOLE) | LEX_BIT(CLASS_UNIT_PLACE));

		/* "Tổng Biên tập báo Đà Nẵng" */
		bool named = next && lex_is(k, CLASS_UNIT_HEAD) && next->caps != CAPS_LOW && lex_is(next, CLASS_PROVINCES);

		if (k->caps != CAPS_LOW || !lex_is(&l->tok[t - 1], CLASS_ROLES) ||
		    !(whole || named || (lex_is(k, CLASS_UNIT_HEAD) && lex_has(&l->tok[t - 1], CLASS_ROLES, TAG_HEAD))))
			continue;
		/* "Trưởng phòng Sở Nội vụ", "Phó Trưởng ban Thường trực Ban ..." name the unit behind it */
		if (!whole && next && next->caps != CAPS_LOW && (lex_unit_word(next) || lex_is(next, CLASS_ROLE_MODIFIERS)))
			continue;
		lex_raise(l, t);
	}
}
