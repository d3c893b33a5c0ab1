#include "date_parts.h"

#include <string.h>

#include "text.h"

/* "quý II" */
static bool quarter_follows(struct view key, size_t i)
{
	size_t n = strlen("quý ");

	return key.p[i] == 'q' && key.len - i > n && !memcmp(key.p + i, "quý ", n) && date_space_before(key, i) &&
	       (key.p[i + n] == 'i' || (key.p[i + n] >= '1' && key.p[i + n] <= '4'));
}

/* "Trường THPT Tháng Mười", "phố Cách Mạng Tháng Tám": a word of a name, with a capital
 * of its own behind another. */
static bool month_of_name(struct view text, size_t i)
{
	enum { NEAR = 24 };
	static const char year[] = " năm ";
	size_t from, len;

	if (text.p[i] != 'T' || text.p[i + 1] != 'h' || !i || text.p[i - 1] != ' ')
		return false;
	/* "Một Tháng Năm năm 2020" */
	for (size_t k = i; k < text.len && k < i + NEAR && text.p[k] != ',' && text.p[k] != '.'; k++)
		if (view_has(text, k, year) && k + strlen(year) < text.len && text.p[k + strlen(year)] >= '1' && text.p[k + strlen(year)] <= '9')
			return false;
	for (from = i - 1; from && text.p[from - 1] != ' ';)
		from--;
	return from && from < i - 1 && text_letter(text, from, &len) == LETTER_UPPER;
}

/* "tháng Tư": a month in words has a capital ("tháng tư" as well, "tháng năm"
 * may be "6 tháng năm 2020"). "Cách mạng tháng Tám" is an event. */
static bool month_follows(struct view key, struct view text, size_t i)
{
	size_t n = strlen("tháng "), len;

	if (month_of_name(text, i))
		return false;
	return key.p[i] == 't' && key.len - i > n && !memcmp(key.p + i, "tháng ", n) && date_space_before(key, i) &&
	       text_letter(text, i + n, &len) == LETTER_UPPER && !has_before(key, i, 12, "mạng");
}

static bool word_at(struct view key, size_t i, const char *word)
{
	size_t n = strlen(word);

	return key.len - i >= n && !memcmp(key.p + i, word, n) && (i + n == key.len || !date_letter_at(key, i + n));
}

/* "sáu tháng đầu năm", "nửa cuối năm" */
static bool half_follows(struct view key, size_t i)
{
	static const char *const words[] = { "hai tháng đầu năm", "ba tháng đầu năm", "ba tháng cuối năm", "bốn tháng đầu năm", "bốn tháng cuối năm", "sáu tháng đầu năm",
					     "sáu tháng cuối năm", "chín tháng đầu năm", "mười tháng đầu năm",
					     "nửa đầu năm", "nửa cuối năm" };

	if (key.len - i < strlen("nửa đầu năm"))
		return false;
	for (size_t w = 0; w < sizeof words / sizeof *words; w++)
		if (key.p[i] == words[w][0] && key.p[i + 1] == words[w][1] && key.p[i + 2] == words[w][2] &&
		    word_at(key, i, words[w]) && date_space_before(key, i))
			return true;
	return false;
}

/* "hôm qua (", "hôm qua 7.6", "hôm nay, ngày 2/2": the day itself follows. */
static bool written_after(struct view key, size_t end)
{
	static const char day[] = " ngày";

	end += end < key.len && key.p[end] == ',';
	if (key.len - end > sizeof day && !memcmp(key.p + end, day, sizeof day - 1))
		end += sizeof day - 1;
	size_t i = end + 1;

	if (i + 2 >= key.len || key.p[end] != ' ')
		return false;
	if (key.p[i] == '(')
		return true;
	for (size_t from = i; i < key.len && i - from < 3; i++)
		if (key.p[i] < '0' || key.p[i] > '9')
			return i > from && i + 1 < key.len &&
			       ((strchr("/.-", key.p[i]) && key.p[i + 1] >= '0' && key.p[i + 1] <= '9') || word_at(key, i + 1, "tháng"));
	return false;
}

/* "5 năm tới", "những năm trước": how long, and not which. */
static bool counted(struct view key, size_t i)
{
	static const char *const words[] = { "một ", "hai ", "ba ", "bốn ", "năm ", "mười ", "những ", "các ", "mấy ", "vài ", "nhiều ", "số " };

	if (i > 1 && key.p[i - 1] == ' ' && key.p[i - 2] >= '0' && key.p[i - 2] <= '9')
		return true;
	for (size_t w = 0; w < sizeof words / sizeof *words; w++)
		if (view_had(key, i, words[w]) && date_space_before(key, i - strlen(words[w])))
			return true;
	return false;
}

/* "sáng hôm nay": where the part of the day begins that stands before byte i, or i. */
static size_t day_part_before(struct view key, size_t i)
{
	static const char *const parts[] = { "sáng ", "chiều ", "tối ", "trưa ", "đêm " };

	for (size_t w = 0; w < sizeof parts / sizeof *parts; w++)
		if (view_had(key, i, parts[w]) && date_space_before(key, i - strlen(parts[w])))
			return i - strlen(parts[w]);
	return i;
}

/* Days that are told from the day of the text: "hôm nay", "cùng ngày", "năm nay".
 * Nothing where that day is not known, or where a bracket gives it. */
static bool relative(struct dates *c, struct view key, size_t i)
{
	static const struct {
		const char *word;
		char unit; /* d, m, y; e: the day of the event */
		int delta;
	} words[] = {
		{ "hôm nay", 'd', 0 },	 { "hôm qua", 'd', -1 },     { "ngày mai", 'd', 1 },   { "cùng ngày", 'e', 0 },
		{ "tháng này", 'm', 0 }, { "tháng trước", 'm', -1 }, { "tháng tới", 'm', 1 },  { "năm nay", 'y', 0 },
		{ "năm ngoái", 'y', -1 }, { "năm trước", 'y', -1 },  { "năm tới", 'y', 1 },
	};

	if (key.len - i < strlen("hôm nay"))
		return false;
	for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
		/* Two letters tell nearly all other words from these. */
		if (key.p[i] != words[w].word[0] || key.p[i + 2] != words[w].word[2])
			continue;
		if (!word_at(key, i, words[w].word) || !date_space_before(key, i))
			continue;
		struct day day = words[w].unit == 'e' ? date_event(c) : date_written(c);
		size_t end = i + strlen(words[w].word);

		if (!day.y || written_after(key, end) || ((words[w].delta || words[w].unit == 'y') && words[w].unit != 'd' && counted(key, i)))
			return false;
		struct date *x = date_add(c);

		day.h = day.min = -1;
		if (words[w].unit == 'd')
			day = cal_add(day, words[w].delta);
		if (words[w].unit == 'm') {
			day.d = 0;
			day.m += words[w].delta;
			day.y += day.m > 12 ? 1 : day.m < 1 ? -1 : 0;
			day.m = day.m > 12 ? 1 : day.m < 1 ? 12 : day.m;
		}
		if (words[w].unit == 'y')
			day = (struct day){ .y = day.y + words[w].delta, .h = -1, .min = -1 };
		x->from = day;
		x->start = words[w].unit == 'd' ? day_part_before(key, i) : i;
		x->end = end;
		x->form = "relative";
		return true;
	}
	return false;
}

/* "Sáng nay", "chiều qua,": the day of the text or the one before, by its part; i is the byte of the
 * second word. */
static bool part_of_day(struct dates *c, struct view key, size_t i)
{
	size_t start = day_part_before(key, i), end = i + 3;

	if (start == i || (end < key.len && key.p[end] != ' ' && key.p[end] != ',' && key.p[end] != '.') || written_after(key, end))
		return false;
	struct day day = date_written(c); /* which costs something */

	if (!day.y || !day.d)
		return false;
	struct date *x = date_add(c);

	x->from = cal_add((struct day){ .y = day.y, .m = day.m, .d = day.d, .h = -1, .min = -1 }, key.p[i] == 'q' ? -1 : 0);
	x->start = start;
	x->end = end;
	x->form = "relative";
	return true;
}

/* Where the expression begins that the word at i stands in: "sáu tháng đầu năm" is
 * seen by its second word, as is "cùng ngày". */
static size_t expression(struct view key, size_t i)
{
	static const char *const firsts[] = { "hai ", "ba ", "bốn ", "sáu ", "chín ", "mười ", "cùng " };

	for (size_t w = 0; i > 1 && key.p[i - 1] == ' ' && w < sizeof firsts / sizeof *firsts; w++) {
		size_t n = strlen(firsts[w]);

		if (firsts[w][n - 2] == key.p[i - 2] && i >= n && !memcmp(key.p + i - n, firsts[w], n))
			return i - n;
	}
	return i;
}

/* The byte behind the word at i and its space; 0 for a longer word, or none. */
static unsigned char next_word(struct view s, size_t i)
{
	enum { LONGEST = 8 }; /* bytes of "tháng" and its like */

	for (size_t k = i + 2; k + 1 < s.len && k < i + LONGEST; k++)
		if (s.p[k] == ' ')
			return (unsigned char)s.p[k + 1];
	return 0;
}

bool date_word_begins(struct view s, size_t i)
{
	enum { D = 0xc4 }; /* đ begins so */
	unsigned char next = next_word(s, i), small = next < 0x80 ? next | 0x20 : next;
	char last = 0; /* letter of the word before */

	if (i > 1 && s.p[i - 1] == ' ')
		last = (char)(s.p[i - 2] | 0x20);
	switch (s.p[i] | 0x20) {
	case 'h': /* hôm nay, hôm qua */
		return small == 'n' || small == 'q';
	case 'q': /* quý II, quý 2; "chiều qua," */
		return small == 'i' || (next >= '1' && next <= '4') || (s.p[i + 2] | 0x20) == 'a';
	case 't':
		/* ba, sáu, chín, mười tháng đầu, cuối */
		if (next == D || next == 'c')
			return last == 'a' || last == 'u' || last == 'n' || last == 'i';
		/* tháng này, trước, tới; tháng Tư: it has a capital */
		return next == 'n' || next == 't' || (next >= 'A' && next <= 'Z');
	default:
		if ((s.p[i + 1] | 0x20) == 'a') /* sáng nay */
			return true;
		if ((s.p[i + 1] | 0x20) == 'g') /* ngày mai, cùng ngày */
			return small == 'm' || last == 'g';
		if ((unsigned char)s.p[i + 1] == 0xe1) /* nửa đầu, cuối */
			return next == D || small == 'c';
		return small == 'n' || small == 't'; /* năm nay, trước */
	}
}

enum date_word date_word(struct dates *c, struct view key, struct view text, size_t i, size_t done, size_t *at)
{
	if ((i && key.p[i - 1] >= 'a' && key.p[i - 1] <= 'z') || !date_word_begins(text, i))
		return WORD_NONE;
	if (key.len - i >= 3 && (!memcmp(key.p + i, "nay", 3) || !memcmp(key.p + i, "qua", 3)))
		return part_of_day(c, key, i) ? WORD_DATE : WORD_NONE;
	size_t word = key.p[i] == 't' || key.p[i] == 'n' ? expression(key, i) : i;

	if (word < done)
		word = i;
	if (half_follows(key, word)) {
		*at = word;
		return WORD_HALF;
	}
	if (quarter_follows(key, i) || month_follows(key, text, i)) {
		*at = i + (key.p[i] == 'q' ? strlen("quý ") : strlen("tháng "));
		return WORD_FORM;
	}
	return relative(c, key, word) || (word < i && relative(c, key, i)) ? WORD_DATE : WORD_NONE;
}
