#include "shape.h"

#include <string.h>

#include "furniture.h"
#include "lexicon.h"
#include "text.h"

bool shape_minutes(struct view t)
{
	static const char *const labels[] = { "Thời gian:", "Địa điểm:", "Địa Điểm:", "Chủ trì:", "Thành phần:" }, *const items[] = { "- " };
	size_t n = SHAPE_HEAD(t, items);

	return SHAPE_HEAD(((struct view){ t.p + n, t.len - n }), labels) > 0;
}

bool shape_salutation(struct view t)
{
	static const char *const heads[] = { "Kính thưa ", "Thưa ", "Kính bạch ", "Kính gửi", "Kính thưa:" };
	char end = t.p[t.len - 1];

	return SHAPE_HEAD(t, heads) && (end == ',' || end == '!' || end == ':' || end == '.' || end == ';');
}

bool shape_paragraph(struct view t)
{
	static const char *const heads[] = { "Dịp này", "Cũng ", "Bên cạnh ", "Ngoài ra", "Theo đó", "Nhân dịp", "Trước đó", "Được biết", "Kết thúc ", "Phát biểu ",
					     "Tại hội nghị", "Tại Hội nghị", "Tại buổi", "Tại lễ", "Tại Lễ", "Cùng với ", "Căn cứ ", "Qua đó", "Trong đó", "Thay mặt " };

	return SHAPE_HEAD(t, heads);
}

bool shape_closing(struct view t)
{
	static const char *const heads[] = { "Xin ", "Trân trọng", "Kính chúc", "Chúc ", "Cảm ơn", "Cám ơn", "Thân ái", "Nhân dịp này" };

	if (t.p[t.len - 1] != '!' && !(t.len > 3 && !memcmp(t.p + t.len - 3, "./.", 3)))
		return false;
	return SHAPE_HEAD(t, heads);
}

/* "Hội nghị đã diễn ra thành công tốt đẹp", "Buổi lễ kết thúc trong không khí phấn khởi" */
bool shape_ends_event(struct view t)
{
	static const char *const heads[] = { "Hội nghị ", "Đại hội ", "Buổi lễ ", "Buổi ", "Hội thi ", "Hội thao ", "Chương trình ", "Lễ " };
	static const char *const ends[] = { " kết thúc ", " thành công tốt đẹp", " diễn ra thành công", " bế mạc" };

	for (size_t i = 0; SHAPE_HEAD(t, heads) && i < sizeof ends / sizeof *ends; i++)
		if (view_find(t, 0, ends[i]) < t.len)
			return true;
	return false;
}

bool shape_pointer(struct view t)
{
	static const char *const heads[] = { ">>", "> ", "»", "›", "►", "▶", "👉", "=>", "->" };

	size_t n = SHAPE_HEAD(t, heads);

	return n && t.len > n + 4;
}

bool shape_listed(const struct page_line *line, size_t i)
{
	enum { FAR = 40 };

	for (size_t k = i; k > 0 && i - k < FAR; k--)
		if (!shape_pointer(line[k - 1].text))
			return line[k - 1].text.p[line[k - 1].text.len - 1] == ':' && !line[k - 1].furniture;
	return false;
}

/* "... trước ngày 20/11. (Hoàng Thắm)": take the brackets behind a sentence off its end. */
static void cut_brackets(struct view *t)
{
	enum { LONGEST = 60 };
	size_t i = t->len;

	if (!t->len || t->p[t->len - 1] != ')')
		return;
	while (i && t->len - i < LONGEST && t->p[i - 1] != '(')
		i--;
	if (i > 2 && t->p[i - 1] == '(' && t->p[i - 2] == ' ' && strchr(".!?", t->p[i - 3]))
		t->len = i - 2;
}

bool shape_sentence_end(struct view t)
{
	cut_brackets(&t);
	while (t.len && (t.p[t.len - 1] == '"' || t.p[t.len - 1] == ')' || t.p[t.len - 1] == '/' || t.p[t.len - 1] == ' '))
		t.len--;
	if (t.len >= 3 && !memcmp(t.p + t.len - 3, "”", 3))
		t.len -= 3;
	while (t.len && t.p[t.len - 1] == ' ')
		t.len--;
	if (!t.len)
		return false;
	if (t.len >= 3 && !memcmp(t.p + t.len - 3, "…", 3))
		return true;
	return strchr(".!?;:", t.p[t.len - 1]) != NULL;
}

bool shape_author_behind(struct view t)
{
	enum { LEAST = 80, LONGEST = 40, MOST = 4 };
	size_t at = t.len, words = 0, n;

	while (at && t.len - at < LONGEST && t.p[at - 1] != '.' && t.p[at - 1] != '!' && t.p[at - 1] != '?')
		at--;
	if (at < LEAST || at + 1 >= t.len || t.p[at] != ' ' || !strchr(".!?", t.p[at - 1]))
		return false;
	for (size_t i = at + 1; i < t.len; i += n) {
		enum letter l = text_letter(t, i, &n);
		bool begins = t.p[i - 1] == ' ';

		if (l == LETTER_NONE ? t.p[i] != ' ' : begins != (l == LETTER_UPPER))
			return false;
		words += begins;
	}
	return words > 1 && words <= MOST;
}

bool shape_open_end(struct view t)
{
	while (t.len && (t.p[t.len - 1] == '"' || t.p[t.len - 1] == ' '))
		t.len--;
	return view_had(t, t.len, "…") || view_had(t, t.len, "..") || view_had(t, t.len, "!") || view_had(t, t.len, "?") || view_had(t, t.len, "…”") ||
	       view_had(t, t.len, "..”") || view_had(t, t.len, "!”") || view_had(t, t.len, "?”");
}

bool shape_is(const struct page_line *l, const char *name)
{
	return l->furniture && !strcmp(furniture_name(l->furniture), name);
}

/* "PGS.TS. Mai", "BSCKII. Mai": a degree, and no end of a sentence, at the point i */
static bool degree_ends(struct view t, size_t i)
{
	size_t from = i;

	while (from && t.p[from - 1] != ' ' && t.p[from - 1] != '.' && i - from < 8)
		from--;
	return i > from && i - from <= 7 && t.p[i - 1] >= 'A' && t.p[i - 1] <= 'Z' && text_letter(t, from, &(size_t){ 0 }) == LETTER_UPPER;
}

bool shape_one_sentence(struct view t)
{
	for (size_t i = view_find(t, 4, ". "); i + 2 < t.len; i = view_find(t, i + 1, ". "))
		if (!degree_ends(t, i))
			return false;
	return true;
}

bool shape_clock(struct view t)
{
	if (!t.len || !memchr(t.p, ':', t.len))
		return false;
	for (size_t i = 1; i + 2 < t.len; i++)
		if (t.p[i] == ':' && shape_digit(t, i - 1) && t.p[i + 1] >= '0' && t.p[i + 1] <= '5' && shape_digit(t, i + 2))
			return true;
	return false;
}

bool shape_accents(struct view t)
{
	enum { SHARE = 40 /* bytes to a letter; in Vietnamese one comes in some six */, SAMPLE = 240 };
	size_t ours = 0;

	t.len = t.len < SAMPLE ? t.len : SAMPLE;
	for (size_t i = 0; i < t.len; i++) {
		unsigned char c = (unsigned char)t.p[i];

		ours += (c >= 0xc3 && c <= 0xc6) || c == 0xe1;
		if (ours * SHARE > t.len)
			return true;
	}
	return false;
}

size_t shape_labels(struct view t)
{
	size_t labels = 0;
	bool quoted = t.len && t.p[0] == '"';

	for (size_t i = 1; i + 1 < t.len; i++) {
		/* one that nothing closes is a slip */
		if (t.p[i] == '"')
			quoted = !quoted && memchr(t.p + i + 1, '"', t.len - i - 1);
		else if (!memcmp(t.p + i - 1, "\xe2\x80", 2) && ((unsigned char)t.p[i + 1] == 0x9c || (unsigned char)t.p[i + 1] == 0x9d))
			quoted = (unsigned char)t.p[i + 1] == 0x9c;
		labels += !quoted && t.p[i] == ':' && t.p[i + 1] == ' ';
	}
	return labels;
}

bool shape_mail(struct view t)
{
	return t.len > 6 && !memchr(t.p, ' ', t.len) && memchr(t.p, '@', t.len) && memchr(t.p, '.', t.len);
}

bool shape_footnote(struct view t)
{
	size_t i = 1;

	if (shape_starts(t, "(*)"))
		return true;
	if (!t.len || t.p[0] != '[')
		return false;
	while (shape_digit(t, i) || (i < t.len && t.p[i] == '*'))
		i++;
	return i > 1 && i < 5 && i < t.len && t.p[i] == ']';
}

bool shape_link(struct view t)
{
	size_t i = 0;

	/* "Biển đảo <https://...>", "* Cảng Cửa Lò đón tàu <https://...>" */
	if (t.len && t.p[t.len - 1] == '>') {
		enum { SECTION_LEN = 40 };
		size_t at = view_find(t, 0, " <http");

		return at < t.len && (at <= SECTION_LEN || shape_starts(t, "* ") || shape_starts(t, "- ")) && !memchr(t.p + at + 1, ' ', t.len - at - 1);
	}
	if (!shape_digit(t, 0))
		return false;
	while (shape_digit(t, i))
		i++;
	if (!i || i > 4 || i + 3 >= t.len || t.p[i] != '.' || t.p[i + 1] != ' ')
		return false;
	struct view url = { t.p + i + 2, t.len - i - 2 };

	return shape_starts(url, "http://") || shape_starts(url, "https://") || shape_starts(url, "mailto:") || shape_starts(url, "file://") ||
	       shape_starts(url, "ftp://") || shape_starts(url, "javascript:");
}

/* "(baotinh.vn)": where a text is from, or "https://..." alone. */
bool shape_address(struct view t)
{
	if (memchr(t.p, ' ', t.len))
		return false;
	if (shape_starts(t, "http://") || shape_starts(t, "https://") || shape_starts(t, "www."))
		return true;
	return t.len > 5 && (t.p[0] == '(' || t.p[0] == '[') && memchr(t.p, '.', t.len) && (unsigned char)t.p[1] < 0x80 &&
	       t.p[t.len - 2] != '.';
}

/* A trail of links to the page: "Trang chủ » Tin tức » ...". */
bool shape_trail(struct view t)
{
	size_t marks = 0;

	size_t n;

	if (shape_starts(t, "Trang chủ ") || shape_starts(t, "TRANG CHỦ ") || (shape_starts(t, "Trang chủ") && text_letter(t, strlen("Trang chủ"), &n) == LETTER_UPPER))
		return true; /* "Trang chủNewsThời sự" */
	if (!memchr(t.p, '>', t.len) && !memchr(t.p, '|', t.len) && !memchr(t.p, 0xc2, t.len) && !memchr(t.p, 0xe2, t.len))
		return false;
	for (size_t i = 0; i < t.len; i++) {
		marks += t.p[i] == '>' || t.p[i] == '|';
		marks += t.p[i] == '\xc2' && i + 1 < t.len && t.p[i + 1] == '\xbb'; /* » */
		marks += t.p[i] == '\xe2' && i + 2 < t.len && t.p[i + 1] == '\x80' && t.p[i + 2] == '\xba'; /* › */
	}
	/* "Mặt trận > Hoạt động Mặt trận" */
	enum { SHORT_TRAIL = 120 };

	return marks >= 2 || (t.len <= SHORT_TRAIL && view_find(t, 0, " > ") < t.len) || (marks && (shape_starts(t, "Trang chủ") || shape_starts(t, "Trang nhất") || shape_starts(t, ">")));
}

/* Rows of a calendar: weekday names, or seven numbers. */
bool shape_calendar_row(struct view t)
{
	size_t words = 0, small = 0;

	for (size_t i = 0; i < t.len && words < 10;) {
		size_t from = i;

		while (i < t.len && t.p[i] != ' ')
			i++;
		words++;
		small += i - from <= 2;
		while (i < t.len && t.p[i] == ' ')
			i++;
	}
	return words >= 5 && words <= 8 && small == words;
}

bool shape_small_start(struct view t)
{
	size_t n;

	return t.len && text_letter(t, 0, &n) == LETTER_LOWER;
}

bool shape_bar(struct view t)
{
	static const char *const marks[] = { " - ", " | ", " / ", " – ", " • " };
	enum { LEAST = 4, LONGEST = 48 /* bytes of one */ };
	size_t n = 1, at = 0, mark = 0;

	/* the mark behind the first is that of all */
	for (; at + 1 < t.len && at <= LONGEST; at++) {
		if (t.p[at] != ' ' || !strchr("-|/\xe2", t.p[at + 1]))
			continue;
		for (mark = 0; mark < sizeof marks / sizeof *marks && !view_has(t, at, marks[mark]);)
			mark++;
		if (mark < sizeof marks / sizeof *marks)
			break;
	}
	if (at + 1 >= t.len)
		return false;
	for (; at < t.len && at <= LONGEST; n++) {
		size_t from = at + strlen(marks[mark]), end = view_find(t, from, marks[mark]);

		if (end == from || end - from > LONGEST || shape_small_start((struct view){ t.p + from, end - from }))
			return false;
		if (end == t.len)
			return n + 1 >= LEAST;
		at = end;
		t = (struct view){ t.p + at, t.len - at };
		at = 0;
	}
	return false;
}

bool shape_quoted(struct view t)
{
	bool straight = t.len > 2 && t.p[0] == '"' && t.p[t.len - 1] == '"';
	bool curved = t.len > 6 && shape_starts(t, "“") && view_had(t, t.len, "”");
	size_t mark = strlen("“");
	struct view inside = straight ? (struct view){ t.p + 1, t.len - 2 } : curved ? (struct view){ t.p + mark, t.len - 2 * mark } : t;

	return inside.len < t.len && view_find(inside, 0, straight ? "\"" : "“") == inside.len;
}

bool shape_capitals(struct view t)
{
	size_t capitals = 0;

	for (size_t i = 0, n; i < t.len; i += n)
		switch (text_letter(t, i, &n)) {
		case LETTER_LOWER: return false;
		case LETTER_UPPER: capitals++; break;
		case LETTER_NONE: break;
		}
	return capitals >= 4;
}

bool shape_list_item(struct view t)
{
	size_t i = 0;

	if (shape_starts(t, "- ") || shape_starts(t, "– ") || shape_starts(t, "+ ") || shape_starts(t, "• ") || shape_starts(t, "* "))
		return true;
	while (shape_digit(t, i))
		i++;
	if (!i && t.len && t.p[0] >= 'a' && t.p[0] <= 'h')
		i = 1;
	return i && i <= 2 && i + 1 < t.len && (t.p[i] == '.' || t.p[i] == ')' || t.p[i] == '/') && t.p[i + 1] == ' ';
}

bool shape_bullet(struct view t)
{
	return shape_starts(t, "- ") || shape_starts(t, "+ ") || shape_starts(t, "• ") || shape_starts(t, "▪ ") || shape_starts(t, "■ ") || shape_starts(t, "◆ ");
}

unsigned shape_number(struct view t, unsigned *arabic)
{
	static const char *const roman[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV" };
	size_t i = 0;
	unsigned n = 0;

	*arabic = 1;
	while (shape_digit(t, i) && i < 3)
		n = n * 10 + (unsigned)(t.p[i++] - '0');
	if (!i) {
		*arabic = 0;
		while (i < t.len && strchr("IVX", t.p[i]))
			i++;
		for (unsigned k = 0; k < sizeof roman / sizeof *roman; k++)
			if (view_is((struct view){ t.p, i }, roman[k]))
				n = k + 1;
	}
	return i && i + 2 < t.len && strchr(".)/", t.p[i]) && t.p[i + 1] == ' ' && !shape_link(t) ? n : 0;
}

bool shape_same_but_figures(struct view a, struct view b)
{
	size_t i = 0, j = 0;

	while (i < a.len && j < b.len) {
		if (shape_digit(a, i) && shape_digit(b, j)) {
			while (shape_digit(a, i))
				i++;
			while (shape_digit(b, j))
				j++;
		} else if (a.p[i++] != b.p[j++]) {
			return false;
		}
	}
	return i == a.len && j == b.len;
}

bool shape_more_items(struct view t)
{
	enum { LONGEST = 60 };
	static const char *const items[] = { " tin", " bài", " ảnh", " album", " video", " clip", " mục" };
	static const char other[] = " khác";

	if (t.len > LONGEST || !shape_starts(t, "Các "))
		return false;
	t.len -= t.p[t.len - 1] == ':';
	if (t.len < sizeof other || memcmp(t.p + t.len - (sizeof other - 1), other, sizeof other - 1))
		return false;
	for (size_t i = 0; i < t.len; i++)
		for (size_t w = 0; w < sizeof items / sizeof *items && t.p[i] == ' '; w++)
			if (shape_starts((struct view){ t.p + i, t.len - i }, items[w]))
				return true;
	return false;
}

bool shape_same_text(struct view a, struct view b)
{
	size_t i = 0, k = 0;

	while (i < a.len && k < b.len) {
		size_t n, m;
		uint32_t c = text_point(a, i, &n), d = text_point(b, k, &m);

		if (c != d && !((c == '-' || c == 0x2013) && (d == '-' || d == 0x2013)))
			return false;
		i += n;
		k += m;
	}
	return i == a.len && k == b.len;
}

bool shape_day_first(struct view t)
{
	static const char *const words[] = { "Ngày ", "Sáng ", "Chiều ", "Tối ", "Sáng ngày ", "Chiều ngày ", "Tối ngày ", "Trong ngày ", "Từ ngày " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (shape_starts(t, words[i]) && shape_digit(t, strlen(words[i])))
			return true;
	return false;
}

bool shape_cut_short(struct view t)
{
	static const char *const words[] = { " tại", " của", " và", " với", " cho", " về", " các" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);

		if (t.len > TITLE_MIN + n && !memcmp(t.p + t.len - n, words[i], n))
			return true;
	}
	return false;
}

bool shape_headline_of(struct view t)
{
	enum { WORDS = 3 };
	/* "Giải Nhất: Lê Văn An", "Cụm Trưởng: Sở A" are of a list */
	static const char *const lists[] = { "Giải ", "Nhất:", "Nhì:", "Ba:", "Tư:", "Hạng ", "Huy chương ", "Cụm ", "Khối ", "Trưởng ", "Phó ", "Chủ tịch" };
	size_t words = 1, i = 0, n;

	if (SHAPE_HEAD(t, lists))
		return false;
	for (; i < t.len && t.p[i] != ':' && words <= WORDS; i++) {
		if (i && t.p[i - 1] != ' ')
			continue;
		words += i > 0;
		if (text_letter(t, i, &n) != LETTER_UPPER)
			return false;
	}
	return i < t.len && t.p[i] == ':' && words <= WORDS && t.len - i > TITLE_MIN && !shape_sentence_end(t);
}

bool shape_day_heading(struct view key)
{
	static const char month[] = " tháng ";

	for (size_t i = 0; i + sizeof month < key.len; i++) {
		if (memcmp(key.p + i, month, sizeof month - 1))
			continue;
		size_t at = i + sizeof month - 1;

		while (shape_digit(key, at))
			at++;
		return key.len - at == strlen(", 2016") && key.p[at] == ',' && key.p[at + 1] == ' ' && shape_digit(key, at + 2);
	}
	return false;
}

bool shape_addressed(struct view t)
{
	static const char *const heads[] = { "Đồng chí ", "Đ/c ", "Đ/C ", "Ông ", "Bà " };

	return SHAPE_HEAD(t, heads);
}

bool shape_greeting(struct view t)
{
	static const char *const heads[] = { "Nhiệt liệt chào mừng", "NHIỆT LIỆT CHÀO MỪNG", "Nhiệt liệt Chào mừng" };

	return SHAPE_HEAD(t, heads);
}

bool shape_no_verb(struct view t)
{
	struct lex x = { 0 };
	bool verb = false;

	lex_line(&x, t);
	for (size_t i = 0; i < x.n; i++)
		verb |= lex_is(&x.tok[i], CLASS_VERBS);
	lex_free(&x);
	return !verb;
}

bool shape_follow_bar(struct view t)
{
	static const char end[] = " trên";

	return shape_starts(t, "Theo dõi ") && t.len < 80 && !memcmp(t.p + t.len - sizeof end + 1, end, sizeof end - 1);
}

bool shape_bare_words(struct view t)
{
	enum { ENOUGH = 5, SURE = 8 /* so many are enough if others follow */ };
	size_t words = 1;

	for (size_t i = 0; i < t.len; i++) {
		if ((unsigned char)t.p[i] >= 0x80 || t.p[i] == '@' || t.p[i] == ':')
			return words > SURE && t.p[i] != '@';
		words += t.p[i] == ' ';
	}
	return words >= ENOUGH;
}

bool shape_dateline(struct view t)
{
	enum { LONGEST = 16 };
	size_t i = 1;

	while (i < t.len && i < LONGEST && ((t.p[i] >= 'A' && t.p[i] <= 'Z') || t.p[i] == '.' || (unsigned char)t.p[i] >= 0x80))
		i++;
	if (i < 4 || t.p[0] != '(' || i >= t.len || t.p[i] != ')')
		return false;
	i += i + 1 < t.len && t.p[i + 1] == ' ' ? 2 : 1;
	return i < t.len && (t.p[i] == '-' || shape_starts((struct view){ t.p + i, t.len - i }, "–"));
}

bool shape_section(struct view t)
{
	size_t i = 0, n;

	static const char *const parts[] = { "Phần thứ ", "PHẦN THỨ ", "Chương I", "Chương V", "Chương X", "CHƯƠNG I", "CHƯƠNG V", "CHƯƠNG X" };

	if (shape_starts(t, "* ") || shape_list_item(t) || (t.len < 2 * SHORT && SHAPE_HEAD(t, parts)))
		return true;
	while (i < t.len && i < 6 && (strchr("IVX", t.p[i]) || shape_digit(t, i) || (i && t.p[i] == '.')))
		i++;
	if (i && i + 2 < t.len && t.p[i] == '/' && strchr("IVX", t.p[0]) && text_letter(t, i + 1, &n) == LETTER_UPPER)
		return true; /* "I/MỤC ĐÍCH" */
	return i && i + 1 < t.len && (t.p[i - 1] == '.' || t.p[i] == '/' || t.p[i] == ')') && (t.p[i] == ' ' || t.p[i + 1] == ' ');
}

bool shape_cut_of(struct view t, struct view whole)
{
	return t.len >= TITLE_MIN && whole.len > t.len && !memcmp(t.p, whole.p, t.len);
}

bool shape_number_of_document(struct view t)
{
	static const char *const opens[] = { "Số: ", "Số:", "Số " };
	size_t i = SHAPE_HEAD(t, opens), digits = i;

	if (i >= t.len || !i)
		return false;
	while (i < t.len && (shape_digit(t, i) || t.p[i] == ' '))
		i++;
	return i > digits && i + 1 < t.len && (t.p[i] == '/' || t.p[i] == '-');
}

bool shape_law_cell(struct view t)
{
	static const char *const labels[] = { "Ngày ban hành", "Ngày hiệu lực", "Ngày có hiệu lực", "Ngày hết hiệu lực", "Ngày ký", "Số hiệu", "Số ký hiệu", "Số/Ký hiệu", "Người ký", "Cơ quan ban hành",
					      "Nơi ban hành", "Loại văn bản", "Trích yếu" };
	size_t i = SHAPE_HEAD(t, labels);

	i += i < t.len && t.p[i] == ' ';
	return i && i < t.len && (t.p[i] == ':' || t.p[i] == '|');
}

bool shape_document_heading(struct view t)
{
	static const char *const types[] = { "DANH SÁCH", "QUYẾT ĐỊNH", "KẾ HOẠCH", "BÁO CÁO", "THÔNG BÁO", "HƯỚNG DẪN", "NGHỊ QUYẾT", "CHỈ THỊ", "TỜ TRÌNH", "CHƯƠNG TRÌNH", "QUY CHẾ", "QUY ĐỊNH" };

	return SHAPE_HEAD(t, types) && shape_capitals(t);
}
