#include "unit_parts.h"

#include <string.h>

/* What reads like a unit and names none: said of many, of an event, of a law, of a branch. */

bool unit_of_meeting(const struct lex *l, size_t t)
{
	static const char *const bodies[] = { "ban tổ chức", "ban chỉ đạo", "btc" };
	static const char *const meetings[] = { "hội nghị", "hội thi", "hội thao", "hội diễn", "giải", "lễ", "đại hội", "cuộc thi", "liên hoan", "ngày hội", "chương trình" };

	if (t + 1 >= l->n || !LEX_ONE_OF(l, t, bodies))
		return false;
	return LEX_BEGINS_ONE_OF(l, t + 1, meetings);
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
	return LEX_ENDS_ONE_OF(l, t - 1, heads);
}

/* "ngành Thuế Việt Nam" is a branch, all over the country or a province; "liên ngành Công
 * an - Hải quan", "các ngành Công an, ..." are of units. */
static bool of_branch(const struct lex *l, size_t t)
{
	static const char *const heads[] = { "thuế", "công an", "hải quan", "kho bạc", "bưu điện", "tòa án", "viện kiểm sát", "kiểm sát", "thanh tra", "thống kê", "điện lực",
					     "ngân hàng", "bảo hiểm", "thi hành án", "kiểm lâm", "quản lý thị trường", "bhxh", "kbnn", "ksnd", "thads", "qltt", "vksnd", "tand", "evn" };
	static const char *const others[] = { "liên", "chuyên", "đa", "hai", "ban" };

	if (!lex_word(l, t - 1, "ngành") || l->tok[t].caps == CAPS_LOW ||
	    (t > 1 && (LEX_ONE_OF(l, t - 2, others) || lex_is(&l->tok[t - 2], CLASS_PLURALS) || l->tok[t - 2].symbol == ',')))
		return false;
	return LEX_BEGINS_ONE_OF(l, t, heads);
}

/* Does the number at token t count what stands behind it? */
bool unit_counted(const struct lex *l, size_t t)
{
	const struct token *k = &l->tok[t];

	static const char *const heads[] = { "giờ", "đợt", "lần", "quý", "khóa", "h", "tầng", "lầu" };

	if (k->end - k->start > 2 || (k->end - k->start == 1 && l->text.p[k->start] == '1') || (t && (LEX_ONE_OF(l, t - 1, heads) || lex_is(&l->tok[t - 1], CLASS_DOCUMENTS))))
		return false;
	return !t || (l->tok[t - 1].symbol != '/' && l->tok[t - 1].symbol != '.' && l->tok[t - 1].symbol != SYM_GLUE && l->tok[t - 1].symbol != SYM_DASH &&
		      !lex_any(&l->tok[t - 1], LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_NUMBER_WORDS) | LEX_BIT(CLASS_LEVELS)) && !lex_unit_word(&l->tok[t - 1]) && !lex_words_end(l, t - 1, "số"));
}

/* "Ảnh: Trường Khanh", "Ảnh: CLB Tin học": who took the pictures; but "Tin, ảnh: Phòng Công tác xã
 * hội" wrote the text. */
static bool takes_pictures(const struct lex *l, size_t first)
{
	if (first < 2 || l->tok[first - 1].symbol != ':' || !lex_word(l, first - 2, "ảnh"))
		return false;
	bool wrote = first > 3 && l->tok[first - 3].symbol == ',', name = first + 1 < l->n && !l->tok[first + 1].set && (first + 2 == l->n || l->tok[first + 2].symbol != SYM_WORD);

	return !wrote || name;
}

/* "tham gia BHXH", "nợ BHXH bắt buộc", "bảo hiểm xã hội (BHXH), bảo hiểm y tế": the insurance, not who
 * runs it. */
static bool insurance(const struct lex *l, size_t t)
{
	static const char *const before[] = { "tham gia", "gia", "đóng", "nợ", "sổ", "thẻ", "chế độ", "chính sách", "hưởng", "trợ cấp", "thu", "diện", "phủ", "bao phủ", "mức", "quỹ", "luật", "phát triển", "hoàn thành", "(", "về" };
	static const char *const behind[] = { "bắt buộc", "tự nguyện", "một lần", "toàn dân" }, *const others[] = { "bảo hiểm", "bhyt", "bhtn", "bhxh", "y tế" };
	size_t next = t + 1;

	if (!lex_word(l, t, "bhxh") && !lex_word(l, t, "bảo hiểm xã hội"))
		return false;
	/* "Bảo hiểm xã hội (BHXH) tỉnh" */
	bool bracket = t && l->tok[t - 1].symbol == '(' && next < l->n && l->tok[next].symbol == ')';

	if (next + bracket < l->n && lex_any(&l->tok[next + bracket], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP) | LEX_BIT(CLASS_PROVINCES)))
		return false;
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		if (next < l->n && lex_key_at(l, l->tok[next].start, behind[i]))
			return true;
	if (bracket)
		return t > 1 && l->tok[t - 2].caps == CAPS_LOW;
	if (t && LEX_ENDS_ONE_OF(l, t - 1, before))
		return true;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (next + 1 < l->n && (l->tok[next].symbol == ',' || lex_has(&l->tok[next], CLASS_CONNECTORS, TAG_AND)) && lex_key_at(l, l->tok[next + 1].start, others[i]))
			return true;
	return false;
}

/* Does the word at token first name no unit here? "các Sở Nội vụ" names none of them by this
 * word alone; "đại hội Đảng bộ" is an event. */
/* "tổ dân phố Trường Thi 2", "các phường Lam Sơn, Trường Thi": is the word at token t of the name of a place,
 * behind a level or in a list of places of one? */
static bool of_place(const struct lex *l, size_t t)
{
	enum { REACH = 40 };

	if (!lex_word(l, t, "trường") || l->tok[t].caps != CAPS_FIRST || !t || t + 1 >= l->n || l->tok[t + 1].caps != CAPS_FIRST || !lex_one_word(l, t + 1))
		return false;
	if (lex_is(&l->tok[t - 1], CLASS_LEVELS) || lex_words_end(l, t - 1, "khu dân cư"))
		return l->tok[t - 1].caps == CAPS_LOW || lex_has(&l->tok[t - 1], CLASS_LEVELS, TAG_HAMLET) || lex_words_end(l, t - 1, "khu dân cư");
	if (l->tok[t - 1].symbol != ',' && !lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND))
		return false;
	for (size_t k = t - 1; k > 1 && t - k < REACH; k--) {
		const struct token *w = &l->tok[k - 1];

		if (lex_is(w, CLASS_LEVELS))
			return lex_is(&l->tok[k - 2], CLASS_PLURALS);
		if (w->symbol != ',' && !lex_has(w, CLASS_CONNECTORS, TAG_AND) && (w->symbol != SYM_WORD || w->caps != CAPS_FIRST || lex_unit_word(w)))
			return false;
	}
	return false;
}

bool unit_generic(const struct units *u, size_t first)
{
	const struct lex *l = &u->lex;

	if (takes_pictures(l, first) || insurance(l, first) || of_place(l, first))
		return true;
	/* "phân cụm thi đua" parts them, "việc chia cụm" too; "toàn ngành Thanh tra tỉnh",
	 * "hệ thống Kho bạc" are branches, as "ngành Y tế" is */
	if (first && ((lex_is(&l->tok[first], CLASS_UNIT_CLUSTER) && (lex_word(l, first - 1, "phân") || lex_word(l, first - 1, "chia"))) ||
		      lex_words_end(l, first - 1, "toàn ngành") || lex_words_end(l, first - 1, "hệ thống")))
		return true;
	/* "10 Sở GD&ĐT" are counted; "Cụm thi đua số 10 Sở Y tế" is one, "năm 2017 Sở Y tế", "10-7 Sở Y tế" too */
	if (first && l->tok[first - 1].symbol == SYM_NUMBER && lex_is(&l->tok[first], CLASS_UNIT_FIELD) &&
	    !(first > 1 && (lex_words_end(l, first - 2, "số") || lex_words_end(l, first - 2, "tầng") || lex_is(&l->tok[first - 2], CLASS_TIME_WORDS) || l->tok[first - 2].symbol == '/' || l->tok[first - 2].symbol == SYM_GLUE || lex_words_end(l, first - 2, "năm"))))
		return true;
	/* "11 khối thi đua các sở, ngành" are counted as well; "số 11", "năm 2017" are names and dates */
	if (first && l->tok[first - 1].symbol == SYM_NUMBER && lex_is(&l->tok[first], CLASS_UNIT_CLUSTER) && unit_counted(l, first - 1))
		return true;
	/* "các trường Công an nhân dân" */
	if (first && first + 1 < l->n && lex_is(&l->tok[first - 1], CLASS_PLURALS) && l->tok[first].caps == CAPS_LOW && lex_word(l, first, "trường") && lex_is(&l->tok[first + 1], CLASS_UNIT_PLACE))
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
	/* "đại biểu Quốc hội", "Đại hội đại biểu Đảng bộ tỉnh"; but "đoàn đại biểu Tỉnh ủy", "đại biểu Cục
	 * Hải quan tỉnh" are of one */
	if (lex_word(l, first - 1, "đại biểu"))
		return (first > 1 && lex_words_end(l, first - 2, "đại hội")) || lex_key_at(l, l->tok[first].start, "hội đồng nhân dân") || lex_key_at(l, l->tok[first].start, "hđnd") ||
		       (lex_any(&l->tok[first], LEX_BIT(CLASS_UNIT_HEAD) | LEX_BIT(CLASS_UNIT_WHOLE)) && lex_one_word(l, first) && (first + 1 == l->n || l->tok[first + 1].symbol < SYM_WORD));
	return in_law(l, first) || lex_word(l, first - 1, "đại hội");
}

/* "các TAND khu vực", "05 Công an huyện", "các Huyện ủy": units of a kind, with no place of
 * their own, of which several are meant. The unit is that of tokens t..end-1. */
bool unit_several(const struct lex *l, size_t t, size_t end)
{
	static const char *const seats[] = { "huyện ủy", "thị ủy", "quận ủy", "thành ủy", "tỉnh ủy", "đảng ủy" };
	static const char *const some[] = { "một số", "nhiều", "hầu hết", "mọi", "từng", "mỗi" };

	if (!t || end == t || !lex_any(&l->tok[t], LEX_UNIT_HEADS))
		return false;
	bool number = l->tok[t - 1].symbol == SYM_NUMBER, several = number ? unit_counted(l, t - 1) : lex_is(&l->tok[t - 1], CLASS_PLURALS);

	several |= !number && LEX_ENDS_ONE_OF(l, t - 1, some);
	if (!several)
		return false;
	/* "các Đài PT-TH trong Cụm", "Các LĐLĐ thuộc Khối" */
	static const char *const of[] = { "trong", "thuộc" };

	if (end == t + 1)
		return LEX_ONE_OF(l, t, seats) || (!number && LEX_ONE_OF(l, end, of) && end + 1 < l->n && lex_any(&l->tok[end + 1], LEX_BIT(CLASS_UNIT_SHORT) | LEX_BIT(CLASS_UNIT_CLUSTER))) || (number && lex_any(&l->tok[t], LEX_BIT(CLASS_UNIT_WHOLE) | LEX_BIT(CLASS_UNIT_PLACE)));
	const struct token *last = &l->tok[end - 1];

	/* "các Ban HĐND tỉnh" are of one council */
	return last->caps == CAPS_LOW && (lex_is(last, CLASS_LEVELS) || (lex_word(l, end - 1, "tỉnh") && !lex_unit_word(&l->tok[t + 1])));
}

/* "các huyện", "5 tỉnh" at token t; but "Thuế cơ sở 5 tỉnh Sơn La" has a number */
bool unit_of_many(const struct lex *l, size_t t)
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
	/* "LĐLĐ tỉnh, thành phố", "UBND huyện, xã" */
	if (t && t + 1 < l->n && l->tok[t].symbol == ',' && lex_any(&l->tok[t - 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)) && l->tok[t - 1].caps == CAPS_LOW &&
	    lex_any(&l->tok[t + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)) && l->tok[t + 1].caps == CAPS_LOW &&
	    (t + 2 == l->n || l->tok[t + 2].symbol < SYM_WORD || l->tok[t + 2].caps == CAPS_LOW) && !(t + 2 < l->n && l->tok[t + 2].symbol == SYM_NUMBER))
		return true;
	bool number = l->tok[t < l->n ? t : 0].symbol == SYM_NUMBER;

	if (t + 1 >= l->n || (!number && !lex_is(&l->tok[t], CLASS_PLURALS)) || !lex_any(&l->tok[t + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)))
		return false;
	return !number || t + 2 >= l->n || !lex_is(&l->tok[t + 2], CLASS_PROVINCES) || l->tok[t + 2].caps == CAPS_LOW ||
	       (t + 3 < l->n && (l->tok[t + 3].symbol == ',' || lex_is(&l->tok[t + 3], CLASS_CONNECTORS)));
}

/* Does what is counted stand at token t: "đơn vị"? */
bool unit_counts(const struct lex *l, size_t t)
{
	static const char *const counted[] = { "đơn vị", "cơ quan", "địa phương", "thành viên" };

	return LEX_BEGINS_ONE_OF(l, t, counted);
}

bool unit_grade(const struct lex *l, size_t t, size_t end)
{
	enum { TWELVE = 2 /* digits */ };
	static const char *const whose[] = { "học sinh", "giáo viên", "các em", "lớp" }, *const counted[] = { "lớp", "học sinh", "em", "hs" };

	if (end != t + 2 || !lex_word(l, t, "khối") || l->tok[t + 1].symbol != SYM_NUMBER || l->tok[t + 1].end - l->tok[t + 1].start > TWELVE)
		return false;
	if (t && LEX_ENDS_ONE_OF(l, t - 1, whose))
		return true;
	size_t n = end + (end < l->n && (l->tok[end].symbol == ':' || lex_word(l, end, "có")));

	return n > end && n + 1 < l->n && l->tok[n].symbol == SYM_NUMBER && LEX_BEGINS_ONE_OF(l, n + 1, counted);
}
