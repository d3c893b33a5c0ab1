#include "unit_parts.h"

#include <string.h>

/* The numbers in names of units: which of several it is, or how many of something follow. Each
 * gives the token after the unit of tokens t..end-1. */

enum { LONGEST = 3 /* digits of the number of a unit */ };

/* A number at token t that may tell which unit it is, one space behind the word before, and
 * nothing glued to it: no day, no fraction. */
static bool plain_number(const struct lex *l, size_t t)
{
	if (!t || t >= l->n || l->tok[t].symbol != SYM_NUMBER || l->tok[t].end - l->tok[t].start > LONGEST || l->tok[t].start - l->tok[t - 1].end != 1)
		return false;
	return !(t + 2 < l->n && strchr("/.,", l->tok[t + 1].symbol) && l->tok[t + 1].start == l->tok[t].end && l->tok[t + 2].symbol == SYM_NUMBER);
}

/* "Công ty XSKT Tiền Giang 999,5", "Ban Giám đốc 21 người": a number that counts something. */
static size_t before_figure(const struct lex *l, size_t t, size_t end)
{
	enum { LARGEST = 2 }; /* digits of a number behind a place */
	const struct token *n = &l->tok[end - 1];
	bool whole = lex_any(&l->tok[t], LEX_BIT(CLASS_UNIT_WHOLE) | LEX_BIT(CLASS_UNIT_PLACE));
	int kind = unit_kind(&l->tok[t]);

	/* "Phòng PC07 kiểm tra": the number of a department ends its name */
	bool code = false;

	for (size_t i = l->tok[t + 1].start; end > t + 2 && l->tok[t + 1].caps == CAPS_ALL && i < l->tok[t + 1].end; i++)
		code |= l->text.p[i] >= '0' && l->text.p[i] <= '9';
	if (code && l->tok[t + 2].symbol == SYM_WORD && l->tok[t + 2].caps == CAPS_LOW && !lex_any(&l->tok[t + 2], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)))
		return t + 2;
	if (end < t + 2 || n->symbol != SYM_NUMBER)
		return end;
	/* "Liên đội THCS Lê Văn Tám 12 năm liền" */
	if (lex_word(l, end, "năm") && end + 1 < l->n && l->tok[end + 1].symbol == SYM_WORD)
		return end - 1;
	if (end + 1 < l->n && l->tok[end].symbol == ',' && l->tok[end].start == n->end && l->tok[end + 1].symbol == SYM_NUMBER && l->tok[end + 1].start == l->tok[end].end)
		return end - 1;
	if (lex_any(n - 1, LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)) && n->end - n->start > LARGEST)
		return end - 1;
	bool counts = end < l->n && l->tok[end].symbol == SYM_WORD && l->tok[end].caps == CAPS_LOW && !lex_any(&l->tok[end], LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_CONNECTORS));

	return counts && end == t + 2 && whole && (kind == TAG_STATE || kind == TAG_MASS || kind == TAG_PARTY || kind == TAG_OTHER) ? end - 1 : end;
}

/* "Công ty Xây dựng 19/5", "LILAMA 69-8", "Bệnh viện 30-4": more figures, without a space, behind
 * the number that a name ends with. */
static size_t figures_at(const struct lex *l, size_t t, size_t end)
{
	int kind = unit_kind(&l->tok[t]);

	if ((kind != TAG_ENTERPRISE && kind != TAG_HEALTH && kind != TAG_SCHOOL) || end < t + 2 || end + 1 >= l->n || l->tok[end - 1].symbol != SYM_NUMBER ||
	    (l->tok[end].symbol != '/' && l->tok[end].symbol != '.' && l->tok[end].symbol != SYM_DASH && l->tok[end].symbol != SYM_GLUE) || l->tok[end + 1].symbol != SYM_NUMBER)
		return end;
	if (l->tok[end].start != l->tok[end - 1].end || l->tok[end + 1].start != l->tok[end].end)
		return end;
	/* "Công ty 22.12", but "Công ty 28.500 đồng" */
	if (l->tok[end].symbol == '.' && l->tok[end + 1].end - l->tok[end + 1].start > 2)
		return end;
	/* "Công ty Than Vàng Danh 17-1-2020": a day with its year is none */
	if (end + 3 < l->n && l->tok[end + 2].start == l->tok[end + 1].end && l->tok[end + 2].symbol == l->tok[end].symbol && l->tok[end + 3].symbol == SYM_NUMBER && l->tok[end + 3].start == l->tok[end + 2].end)
		return end - 1;
	return end + 2 < l->n && l->tok[end + 2].symbol == '/' ? end : end + 2;
}

/* "Chi cục Thú y vùng VI": the area that it is for; "VI" is a surname as well. */
static size_t area_number(const struct lex *l, size_t end)
{
	if (!lex_word(l, end, "vùng") || end + 1 >= l->n)
		return end;
	const struct token *n = &l->tok[end + 1];

	return n->symbol == SYM_NUMBER || n->symbol == SYM_ROMAN || (n->caps == CAPS_ALL && lex_roman(l, end + 1)) ? end + 2 : end;
}

/* "Đội Quản lý mạng lưới số 2", "Bệnh viện Đa khoa tỉnh số 2": the number with its word; behind a
 * part of a unit some words may stand before it. */
static size_t said_number(const struct lex *l, size_t t, size_t end)
{
	static const char *const parts[] = { "đội ", "trạm ", "xưởng ", "phân xưởng ", "nhà máy ", "hạt ", "trại ", "cửa hàng ", "xí nghiệp ", "tổ " };
	const unsigned long never = LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_CONNECTORS) | LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_DOCUMENTS) | LEX_UNIT_WORDS;
	enum { BETWEEN = 3 };
	int kind = unit_kind(&l->tok[t]);
	size_t k = end;
	bool part = LEX_BEGINS_ONE_OF(l, t, parts);

	/* "Chi bộ thôn số 3" */
	if (lex_has(&l->tok[end - 1], CLASS_LEVELS, TAG_HAMLET) && lex_word(l, end, "số") && plain_number(l, end + 1))
		return end + 2;
	if (!part && kind != TAG_HEALTH && kind != TAG_SCHOOL)
		return end;
	while (part && k < l->n && k - end < BETWEEN && !lex_word(l, k, "số") && l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_LOW && !lex_any(&l->tok[k], never))
		k++;
	return lex_word(l, k, "số") && plain_number(l, k + 1) ? k + 2 : end;
}

/* "Lữ đoàn 957 Hải quân": the arm of the service behind the number. */
static size_t arm_behind(const struct lex *l, size_t end)
{
	static const char *const arms[] = { "Hải quân", "Không quân", "Phòng không", "Pháo binh", "Bộ binh", "Công binh", "Tăng thiết giáp", "Đặc công", "Thông tin",
					    "Cảnh sát biển", "Biên phòng", "Xe tăng" };

	if (end >= l->n || l->tok[end - 1].symbol != SYM_NUMBER || l->tok[end].start - l->tok[end - 1].end != 1)
		return end;
	for (size_t i = 0; i < sizeof arms / sizeof *arms; i++) {
		size_t stop = l->tok[end].start + strlen(arms[i]);

		if (!view_has(l->text, l->tok[end].start, arms[i]))
			continue;
		while (end < l->n && l->tok[end].start < stop)
			end++;
		return end;
	}
	return end;
}

/* "Quận đoàn 3", "Bệnh viện Quân y 103", "... 7B", "Đại đội Thiết giáp 26": the number alone. */
static size_t bare_number(const struct lex *l, size_t t, size_t end)
{
	static const char *const heads[] = { "quận đoàn", "quận ủy", "bệnh viện quân y" };
	int kind = unit_kind(&l->tok[t]);
	bool takes = kind == TAG_MILITARY && lex_is(&l->tok[end - 1], CLASS_SECTORS) && end + 1 < l->n && !lex_is(&l->tok[end + 1], CLASS_TIME_WORDS);

	takes |= LEX_ENDS_ONE_OF(l, end - 1, heads);
	if (takes && plain_number(l, end))
		end++;
	/* "Trường Tiểu học Điện Biên 2" */
	if (kind == TAG_SCHOOL && end > t + 1 && lex_is(&l->tok[end - 1], CLASS_PROVINCES) && plain_number(l, end) && l->tok[end].end - l->tok[end].start == 1 &&
	    (end + 1 == l->n || l->tok[end + 1].symbol < SYM_WORD || lex_any(&l->tok[end + 1], LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_CONNECTORS))))
		end++;
	bool letter = kind == TAG_HEALTH && end < l->n && l->tok[end - 1].symbol == SYM_NUMBER && l->tok[end].symbol == SYM_WORD && l->tok[end].caps != CAPS_LOW &&
		      l->tok[end].start == l->tok[end - 1].end && l->tok[end].end - l->tok[end].start == 1;

	return end + letter;
}

/* "Vùng Cảnh sát biển (CSB) 3": the number behind the short form. */
static size_t behind_short(const struct lex *l, size_t t, size_t end)
{
	if (unit_kind(&l->tok[t]) != TAG_MILITARY || end + 3 >= l->n || l->tok[end].symbol != '(' || l->tok[end + 1].caps != CAPS_ALL || l->tok[end + 2].symbol != ')' ||
	    l->tok[end - 1].symbol == SYM_NUMBER)
		return end;
	/* "(BCHQS) 12 tập thể" counts them */
	bool counts = end + 4 < l->n && l->tok[end + 4].symbol == SYM_WORD && l->tok[end + 4].caps == CAPS_LOW && !lex_any(&l->tok[end + 4], LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_CONNECTORS));

	return plain_number(l, end + 3) && !counts ? end + 4 : end;
}

/* "Trung tâm Hội nghị 25B": a letter right behind the figure that ends the name. */
static size_t letter_behind(const struct lex *l, size_t t, size_t end)
{
	return end > t + 1 && end < l->n && l->tok[end - 1].symbol == SYM_NUMBER && l->tok[end].start == l->tok[end - 1].end && l->tok[end].end - l->tok[end].start == 1 &&
	       l->text.p[l->tok[end].start] >= 'A' && l->text.p[l->tok[end].start] <= 'Z' ? end + 1 : end;
}

size_t unit_number(const struct lex *l, size_t t, size_t end)
{
	if (end == t)
		return end;
	end = before_figure(l, t, end);
	end = area_number(l, behind_short(l, t, end));
	end = said_number(l, t, end);
	end = bare_number(l, t, end);
	if (unit_kind(&l->tok[t]) == TAG_MILITARY)
		end = arm_behind(l, end);
	return letter_behind(l, t, figures_at(l, t, end));
}
