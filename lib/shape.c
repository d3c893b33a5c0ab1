#include "shape.h"

#include <string.h>

#include "furniture.h"
#include "lexicon.h"
#include "text.h"

bool shape_salutation(struct view t)
{
	static const char *const heads[] = { "Kính thưa ", "Thưa ", "Kính bạch ", "Kính gửi", "Kính thưa:" };
	char end = t.p[t.len - 1];

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (shape_starts(t, heads[i]))
			return end == ',' || end == '!' || end == ':' || end == '.' || end == ';';
	return false;
}

bool shape_paragraph(struct view t)
{
	static const char *const heads[] = { "Dịp này", "Cũng ", "Bên cạnh ", "Ngoài ra", "Theo đó", "Nhân dịp", "Trước đó", "Được biết", "Kết thúc ", "Phát biểu ",
					     "Tại hội nghị", "Tại Hội nghị", "Tại buổi", "Tại lễ", "Tại Lễ", "Cùng với ", "Căn cứ ", "Qua đó", "Trong đó", "Thay mặt " };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (shape_starts(t, heads[i]))
			return true;
	return false;
}

bool shape_closing(struct view t)
{
	static const char *const heads[] = { "Xin ", "Trân trọng", "Kính chúc", "Chúc ", "Cảm ơn", "Cám ơn", "Thân ái", "Nhân dịp này" };

	if (t.p[t.len - 1] != '!' && !(t.len > 3 && !memcmp(t.p + t.len - 3, "./.", 3)))
		return false;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (shape_starts(t, heads[i]))
			return true;
	return false;
}

bool shape_pointer(struct view t)
{
	static const char *const heads[] = { ">>", "> ", "»", "›", "►", "▶", "👉", "=>", "->" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (shape_starts(t, heads[i]))
			return t.len > strlen(heads[i]) + 4;
	return false;
}

static bool only_marks(struct view t)
{
	for (size_t i = 0, n; i < t.len; i += n)
		if (text_letter(t, i, &n) != LETTER_NONE)
			return false;
	return true;
}

bool shape_sentence_end(struct view t)
{
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

static bool digit_at(struct view t, size_t i)
{
	return i < t.len && t.p[i] >= '0' && t.p[i] <= '9';
}

bool shape_starts(struct view t, const char *with)
{
	if (!t.len || t.p[0] != with[0])
		return false;
	size_t n = strlen(with);

	return t.len >= n && !memcmp(t.p, with, n);
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
	for (size_t i = 4; i + 2 < t.len; i++)
		if (t.p[i] == '.' && t.p[i + 1] == ' ' && !degree_ends(t, i))
			return false;
	return true;
}

bool shape_clock(struct view t)
{
	if (!t.len || !memchr(t.p, ':', t.len))
		return false;
	for (size_t i = 1; i + 2 < t.len; i++)
		if (t.p[i] == ':' && digit_at(t, i - 1) && t.p[i + 1] >= '0' && t.p[i + 1] <= '5' && digit_at(t, i + 2))
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

/* Small letters without any mark, of several words: the name of a picture. */
static bool plain_letters(struct view t)
{
	size_t words = 1, letters = 0;

	for (size_t i = 0; i < t.len; i++) {
		words += t.p[i] == ' ' || t.p[i] == '-' || t.p[i] == '_';
		letters += t.p[i] >= 'a' && t.p[i] <= 'z';
		if ((unsigned char)t.p[i] >= 0x80 || t.p[i] == '.' || t.p[i] == ',' || (t.p[i] >= 'A' && t.p[i] <= 'Z'))
			return false;
	}
	return words >= 3 && 3 * letters > t.len; /* not "7h00 - 7h30" */
}

bool shape_image_file(struct view t)
{
	static const char *const endings[] = { ".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".JPG", ".PNG", ".pdf", ".doc", ".docx" };

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i]);

		if (t.len > n && !memcmp(t.p + t.len - n, endings[i], n))
			return true;
	}
	return false;
}

/* The name that a camera, a telephone or a program gives to a picture, without an
 * ending: "z4897_b3cf02", "FB_IMG_168", "Screenshot 2023-05-12", "anh 1". */
/* "Thidua1": letters, then a number. */
static bool word_and_number(struct view t)
{
	enum { LETTERS = 3, DIGITS = 3 };
	size_t i = 0, letters;

	while (i < t.len && ((t.p[i] | 0x20) >= 'a' && (t.p[i] | 0x20) <= 'z'))
		i++;
	letters = i;
	/* "cumthidua 1", but "anh 1" is a name by itself */
	i += letters > 2 * LETTERS && i < t.len && t.p[i] == ' ';
	while (digit_at(t, i))
		i++;
	return i == t.len && letters >= LETTERS && i > letters && digit_at(t, i - 1) && i - letters <= DIGITS;
}

static bool machine_name(struct view t)
{
	static const char *const heads[] = { "Screenshot ", "screenshot", "IMG", "img", "DSC", "dsc", "FB_IMG", "received_", "image", "Image", "Picture", "picture",
					     "photo", "Photo", "untitled", "Untitled", "unnamed", "download", "Capture", "anh ", "hinh ", "z" };
	size_t digits = 0, letters = 0, marks = 0, longest = 0, word = 0;

	if (t.len > 6 && !memcmp(t.p + t.len - 7, " - Copy", 7))
		t.len -= 7;
	for (size_t i = 0; i < t.len; i++) {
		unsigned char c = (unsigned char)t.p[i];

		if (c >= 0x80 || strchr(".,:;!?()", c))
			return false;
		digits += c >= '0' && c <= '9';
		letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		marks += c == '_' || c == '-';
		word = c == ' ' ? 0 : word + 1;
		longest = word > longest ? word : longest;
	}
	bool spaces = memchr(t.p, ' ', t.len);

	if (letters && digits >= 6 && longest >= 12 && (marks || !spaces))
		return true;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (shape_starts(t, heads[i]))
			return (digits && letters <= strlen(heads[i]) + 2 && t.len <= 30) || (!digits && t.len == strlen(heads[i]) && t.len > 4);
	return letters && marks && digits >= 4 && !spaces && t.len >= 8;
}

/* Digits and marks alone, or the name of an image file. */
bool shape_image_label(const struct page_line *l)
{
	struct view t = l->text;

	if (l->bare)
		return true;
	if (l->points > SHORT)
		return false;
	if (only_marks(t) || plain_letters(t) || shape_starts(t, "<image") || shape_starts(t, "<img") || !strcmp(furniture_name(l->furniture), "image"))
		return true;
	if (shape_image_file(t) || machine_name(t) || word_and_number(t))
		return true;
	return shape_starts(t, "IMG_") || shape_starts(t, "DSC");
}

/* "img-4806.jpg Quang cảnh ...": the name of a picture, then what it shows. */
bool shape_image_then_words(struct view t)
{
	static const char *const endings[] = { ".jpg ", ".jpeg ", ".png ", ".gif ", ".webp ", ".JPG ", ".PNG " };
	size_t end = 0;

	while (end < t.len && t.p[end] != ' ')
		end++;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i]);

		if (end >= n && end < t.len && !memcmp(t.p + end + 1 - n, endings[i], n))
			return true;
	}
	return false;
}

size_t shape_labels(struct view t)
{
	size_t labels = 0;

	for (size_t i = 1; i + 1 < t.len; i++)
		labels += t.p[i] == ':' && t.p[i + 1] == ' ';
	return labels;
}

bool shape_mail(struct view t)
{
	return t.len > 6 && !memchr(t.p, ' ', t.len) && memchr(t.p, '@', t.len) && memchr(t.p, '.', t.len);
}

bool shape_footnote(struct view t)
{
	size_t i = 1;

	if (!t.len || t.p[0] != '[')
		return false;
	while (digit_at(t, i))
		i++;
	return i > 1 && i < 5 && i < t.len && t.p[i] == ']';
}

bool shape_link(struct view t)
{
	size_t i = 0;

	if (!digit_at(t, 0))
		return false;
	while (digit_at(t, i))
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

	if (shape_starts(t, "Trang chủ ") || shape_starts(t, "TRANG CHỦ "))
		return true;
	if (!memchr(t.p, '>', t.len) && !memchr(t.p, '|', t.len) && !memchr(t.p, 0xc2, t.len) && !memchr(t.p, 0xe2, t.len))
		return false;
	for (size_t i = 0; i < t.len; i++) {
		marks += t.p[i] == '>' || t.p[i] == '|';
		marks += t.p[i] == '\xc2' && i + 1 < t.len && t.p[i + 1] == '\xbb'; /* » */
		marks += t.p[i] == '\xe2' && i + 2 < t.len && t.p[i + 1] == '\x80' && t.p[i + 2] == '\xba'; /* › */
	}
	return marks >= 2 || (marks && (shape_starts(t, "Trang chủ") || shape_starts(t, "Trang nhất") || shape_starts(t, ">")));
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

	if (shape_starts(t, "- ") || shape_starts(t, "+ ") || shape_starts(t, "• ") || shape_starts(t, "* "))
		return true;
	while (digit_at(t, i))
		i++;
	if (!i && t.len && t.p[0] >= 'a' && t.p[0] <= 'h')
		i = 1;
	return i && i <= 2 && i + 1 < t.len && (t.p[i] == '.' || t.p[i] == ')' || t.p[i] == '/') && t.p[i + 1] == ' ';
}

bool shape_bullet(struct view t)
{
	return shape_starts(t, "- ") || shape_starts(t, "• ") || shape_starts(t, "▪ ") || shape_starts(t, "■ ") || shape_starts(t, "◆ ");
}

unsigned shape_number(struct view t, unsigned *arabic)
{
	static const char *const roman[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV" };
	size_t i = 0;
	unsigned n = 0;

	*arabic = 1;
	while (digit_at(t, i) && i < 3)
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
		if (digit_at(a, i) && digit_at(b, j)) {
			while (digit_at(a, i))
				i++;
			while (digit_at(b, j))
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

bool shape_speaks_at(struct view t)
{
	static const char *const words[] = { " phát biểu tại ", " phát biểu chỉ đạo tại ", " phát biểu kết luận tại ", " chủ trì hội nghị", " trao " };

	/* cut in two by the end of the line */
	if (t.len > 40 && !memcmp(t.p + t.len - strlen(" phát biểu tại"), " phát biểu tại", strlen(" phát biểu tại")))
		return true;

	for (size_t i = 0; i < t.len; i++)
		for (size_t w = 0; w < sizeof words / sizeof *words && t.p[i] == ' '; w++)
			if (shape_starts((struct view){ t.p + i, t.len - i }, words[w]))
				return true;
	return false;
}

bool shape_day_first(struct view t)
{
	static const char *const words[] = { "Ngày ", "Sáng ", "Chiều ", "Tối ", "Sáng ngày ", "Chiều ngày ", "Tối ngày ", "Trong ngày ", "Từ ngày " };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (shape_starts(t, words[i]) && digit_at(t, strlen(words[i])))
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
	size_t words = 1, i = 0, n;

	for (; i < t.len && t.p[i] != ':' && words <= WORDS; i++) {
		if (i && t.p[i - 1] != ' ')
			continue;
		words += i > 0;
		if (text_letter(t, i, &n) != LETTER_UPPER)
			return false;
	}
	return i < t.len && t.p[i] == ':' && words <= WORDS && t.len - i > TITLE_MIN && !shape_sentence_end(t);
}

bool shape_ends_at_event(struct view t)
{
	static const char *const events[] = { " tại hội nghị.", " tại Hội nghị.", " tại buổi lễ.", " tại Đại hội.", " tại đại hội.", " tại buổi ký kết.", " tại lễ ký kết.",
					      " tại buổi họp.", " tại cuộc họp.", " tại lễ kỷ niệm.", " tại Lễ kỷ niệm." };

	for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
		size_t n = strlen(events[i]);

		if (t.len > n && !memcmp(t.p + t.len - n, events[i], n))
			return true;
	}
	return false;
}

bool shape_day_heading(struct view key)
{
	static const char month[] = " tháng ";

	for (size_t i = 0; i + sizeof month < key.len; i++) {
		if (memcmp(key.p + i, month, sizeof month - 1))
			continue;
		size_t at = i + sizeof month - 1;

		while (digit_at(key, at))
			at++;
		return key.len - at == strlen(", 2016") && key.p[at] == ',' && key.p[at + 1] == ' ' && digit_at(key, at + 2);
	}
	return false;
}

bool shape_greeting(struct view t)
{
	static const char *const heads[] = { "Nhiệt liệt chào mừng", "NHIỆT LIỆT CHÀO MỪNG", "Nhiệt liệt Chào mừng" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (shape_starts(t, heads[i]))
			return true;
	return false;
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

bool shape_section(struct view t)
{
	size_t i = 0;

	if (shape_starts(t, "* ") || shape_list_item(t))
		return true;
	while (i < t.len && i < 6 && (strchr("IVX", t.p[i]) || digit_at(t, i) || (i && t.p[i] == '.')))
		i++;
	return i && i + 1 < t.len && (t.p[i - 1] == '.' || t.p[i] == '/' || t.p[i] == ')') && (t.p[i] == ' ' || t.p[i + 1] == ' ');
}

bool shape_cut_of(struct view t, struct view whole)
{
	return t.len >= TITLE_MIN && whole.len > t.len && !memcmp(t.p, whole.p, t.len);
}

bool shape_gallery(struct view t)
{
	static const char *const words[] = { "ố hình ảnh", "ình ảnh tại", "ình ảnh của", "ình ảnh về", "ình ảnh hoạt động", "ình ảnh trong" };

	if (t.len > 2 * SHORT || (t.p[t.len - 1] != ':' && shape_sentence_end(t)))
		return false;
	for (size_t i = 0; i < t.len; i++)
		for (size_t w = 0; w < sizeof words / sizeof *words && (t.p[i] == words[0][0] || t.p[i] == words[1][0]); w++)
			if (shape_starts((struct view){ t.p + i, t.len - i }, words[w]))
				return true;
	return false;
}

/* "... - Ảnh 2." */
bool shape_numbered_image(struct view t)
{
	static const char *const marks[] = { "- Ảnh ", "- ảnh ", "- Hình ", "- hình " };
	size_t n = t.len;

	while (n && (t.p[n - 1] == '.' || (t.p[n - 1] >= '0' && t.p[n - 1] <= '9')))
		n--;
	for (size_t i = 0; i < sizeof marks / sizeof *marks && n < t.len; i++)
		if (n > strlen(marks[i]) && !memcmp(t.p + n - strlen(marks[i]), marks[i], strlen(marks[i])))
			return true;
	return false;
}

/* "15 Lê Lợi, TP. Bắc Lộ. Tel: 0240 ..." */
static bool telephone(struct view t)
{
	static const char *const words[] = { "Tel", "ĐT", "Điện thoại", "Fax", "Hotline" };

	for (size_t i = 0; i + 2 < t.len; i++) {
		const char *colon = memchr(t.p + i, ':', t.len - i - 2);

		if (!colon)
			return false;
		i = (size_t)(colon - t.p);
		if (t.p[i + 1] != ' ' || !(digit_at(t, i + 2) || t.p[i + 2] == '(' || t.p[i + 2] == '+'))
			continue;
		for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
			size_t n = strlen(words[w]);

			if (i >= n && !memcmp(t.p + i - n, words[w], n))
				return true;
		}
	}
	return false;
}

bool shape_names_unit(struct view t)
{
	struct lex x = { 0 };

	lex_line(&x, t);
	bool is = x.n > 1 && lex_unit_begins(&x.tok[0]);

	lex_free(&x);
	return is;
}

bool shape_contact(const struct page_line *l)
{
	static const char *const heads[] = { "TRANG THÔNG TIN", "CỔNG THÔNG TIN", "Trang thông tin điện tử",
					     "Cổng thông tin điện tử", "Trang Thông tin điện tử", "Cổng Thông tin điện tử" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (shape_starts(l->text, heads[i]))
			return true;
	return shape_is(l, "contact") || (l->points <= SHORT + SHORT / 2 && telephone(l->text));
}

/* ---- captions ---- */

/* Is any of the words of a credit among the last bytes of t? */
static bool names_picture(struct view t)
{
	enum { REACH = 96 };
	const unsigned char *p = (const unsigned char *)t.p;

	for (size_t i = t.len > REACH ? t.len - REACH : 0; i + 3 < t.len; i++) {
		if (p[i] == 0xba && (p[i + 1] | 1) == 0xa3 && p[i + 2] == 'n') /* Ảnh, ảnh */
			return true;
		if (p[i] == 'N' && p[i + 1] == 'g' && p[i + 2] == 'u') /* Nguồn */
			return true;
	}
	return false;
}

/* "... Ảnh: H. Thư", "... (Ảnh: T.L).", "... - Ảnh 1" at the end of a line */
static bool credit_at_end(struct view t)
{
	/* what stands behind the mark: a name of at most so many words, a number, anything */
	enum { NUMBER = -1, ANYTHING = 0, NAME = 5, NAME_IN_BRACKETS = 9 };
	static const struct {
		const char *mark;
		int behind;
	} credits[] = {
		{ " Ảnh:", NAME },	{ "(Ảnh:", NAME_IN_BRACKETS },	 { " ảnh:", NAME },	   { "(ảnh:", NAME_IN_BRACKETS },
		{ " Nguồn:", NAME },	{ "(Nguồn:", NAME_IN_BRACKETS }, { "(Ảnh do", ANYTHING }, { "(Ảnh minh", ANYTHING },
		{ "- Ảnh ", NUMBER },	{ " Ảnh ", NUMBER },
	};

	while (t.len && strchr(".) |]", t.p[t.len - 1]))
		t.len--;
	if (!names_picture(t))
		return false;
	for (size_t m = 0; m < sizeof credits / sizeof *credits; m++) {
		const char *mark = credits[m].mark;
		size_t n = strlen(mark), from = t.len > 90 ? t.len - 70 : 20;

		for (size_t i = t.len > n ? t.len - n + 1 : 0; i-- > from;) {
			int words = 0;

			if (t.p[i] != mark[0] || memcmp(t.p + i, mark, n))
				continue;
			struct view name = { t.p + i + n, t.len - i - n };

			if (credits[m].behind == ANYTHING)
				return true;
			if (credits[m].behind == NUMBER)
				return name.len <= 2 && digit_at(name, 0);
			for (size_t k = 0; k < name.len; k++)
				words += name.p[k] != ' ' && (!k || name.p[k - 1] == ' ');
			return words >= 1 && words <= credits[m].behind;
		}
	}
	return false;
}

/* Words of a line in brackets that is about a picture. */
static bool of_picture(struct view t)
{
	static const char *const words[] = { "Ảnh", "ảnh", "Hình ", "hình ", "Quang cảnh", "Toàn cảnh", "từ trái", "từ phải", "bên trái", "bên phải", "phát biểu",
					     "trao ", "tại ", "trong ", "minh họa", "Minh họa", "nguồn", "Nguồn" };

	for (size_t i = 0; i < t.len; i++)
		for (size_t w = 0; w < sizeof words / sizeof *words; w++)
			if (shape_starts((struct view){ t.p + i, t.len - i }, words[w]))
				return true;
	return false;
}

/* Papers of an office end with "./.". */
static bool ends_article(struct view t)
{
	return t.len > 3 && !memcmp(t.p + t.len - 3, "./.", 3);
}

bool shape_caption(const struct page_line *l)
{
	struct view t = l->text;
	bool brackets = t.len > 2 && ((t.p[0] == '(' && t.p[t.len - 1] == ')') || (t.p[0] == '[' && t.p[t.len - 1] == ']'));

	/* "./." ends an article, and "Tin: A; Ảnh: B" is who wrote it */
	if (ends_article(t) || shape_starts(t, "Tin:") || shape_starts(t, "Tin, ") || shape_starts(t, "Bài:"))
		return false;
	/* where somebody stands in it is sure of any length */
	if (l->points <= 2 * CAPTION_MAX && shape_one_sentence(t))
		for (size_t i = 0; i < t.len; i++)
			if (t.p[i] == '(' && (shape_starts((struct view){ t.p + i, t.len - i }, "(đứng thứ ") || shape_starts((struct view){ t.p + i, t.len - i }, "(thứ ")))
				return true;
	/* a credit in brackets at its end is sure of a longer one */
	if (l->points > (t.p[t.len - 1] == ')' ? CAPTION_MAX + CAPTION_MAX / 2 : CAPTION_MAX) || shape_address(t))
		return false;
	if (shape_image_then_words(t) || credit_at_end(t))
		return true;
	for (size_t i = 0; i < t.len; i++) /* where somebody stands in it */
		if (t.p[i] == '(' && (shape_starts((struct view){ t.p + i, t.len - i }, "(giữa)") || shape_starts((struct view){ t.p + i, t.len - i }, "(bìa ") ||
				      shape_starts((struct view){ t.p + i, t.len - i }, "(bên trái") || shape_starts((struct view){ t.p + i, t.len - i }, "(bên phải") ||
				      shape_starts((struct view){ t.p + i, t.len - i }, "(ngoài cùng") || shape_starts((struct view){ t.p + i, t.len - i }, "(hàng ")))
			return shape_one_sentence(t);
	/* a page that marks what goes with a picture with a bar */
	if (t.len > TITLE_MIN && !memcmp(t.p + t.len - 2, " |", 2))
		return true;
	if (l->points > CAPTION_MAX)
		return false;
	if (brackets && !l->stamp)
		return of_picture(t);
	return shape_starts(t, "Ảnh:") || shape_starts(t, "ảnh:") || shape_starts(t, "ẢNH:") || shape_starts(t, "Hình ảnh:") || (shape_starts(t, "Hình ảnh tại ") && l->sentence_end) || shape_starts(t, "Ảnh minh") || shape_starts(t, "Chú thích") ||
	       shape_starts(t, "Ảnh ");
}

static bool has_word(struct view key, const char *word)
{
	size_t n = strlen(word);

	/* words begin behind a space or a bracket */
	for (size_t i = 0; i + n <= key.len; i++)
		if (key.p[i] == word[0] && !memcmp(key.p + i, word, n) && (!i || key.p[i - 1] == ' ' || key.p[i - 1] == '(') &&
		    (i + n == key.len || key.p[i + n] == ' ' || strchr(",.;:)", key.p[i + n])))
			return true;
	return false;
}

bool shape_shows_people(struct str *room, const struct page_line *l)
{
	static const char *const shown[] = {
		"hội nghị", "phát biểu", "trao", "tặng", "ký kết", "ký giao ước", "chụp ảnh", "lưu niệm", "tham dự", "đại biểu",
		"chủ trì", "quang cảnh", "toàn cảnh", "đồng chí", "lãnh đạo", "buổi lễ", "hình ảnh", "chứng kiến", "bàn giao",
		"trình diễn", "biểu diễn", "diễn văn", "văn nghệ", "luyện tập", "báo cáo", "thăm", "dâng hương", "dâng hoa",
		"cắt băng", "khai mạc", "trưng bày", "tiết mục", "vinh danh", "điều hành", "ra mắt", "quán triệt", "tham gia",
		"nhận danh hiệu", "nhận cờ", "nhận bằng khen",
	};
	/* A paragraph tells what was done or said; a caption what is being done. */
	static const char *const always[] = { "đã", "sẽ", "dịp này", "cùng ngày", "có đồng chí", "có các đồng chí", "dự có",
					      "hội nghị có", "buổi lễ có", "có sự" };
	static const char *const told[] = { "là", "gồm", "diễn ra", "bầu", "cho rằng", "thống nhất", "thảo luận", "đã được", "cần", "cũng", "nhằm",
					    "bên cạnh đó", "ngoài ra", "tuy nhiên", "tiếp tục", "nêu rõ", "nhấn mạnh", "khẳng định",
					    "đề nghị", "yêu cầu", "đề ra", "theo đó", "trong đó", "kết thúc", "thì", "được tặng", "mức thưởng",
					    "tiền thưởng", "giải nhất", "tham quan", "được trao" };
	struct view key;
	bool shows = false;

	if (shape_salutation(l->text) || ends_article(l->text))
		return false;
	room->len = 0;
	str_reserve(room, l->text.len + 1);
	text_key(room->p, l->text);
	key = (struct view){ room->p, l->text.len };
	for (size_t w = 0; w < sizeof shown / sizeof *shown && !shows; w++)
		shows = has_word(key, shown[w]);
	for (size_t w = 0; w < sizeof always / sizeof *always && shows; w++)
		shows = !has_word(key, always[w]);
	for (size_t w = 0; w < sizeof told / sizeof *told && shows && l->sentence_end; w++)
		shows = !has_word(key, told[w]);
	return shows;
}

/* ---- bylines ---- */

static bool role_begins(const struct token *t)
{
	return lex_is(t, CLASS_ROLES) || lex_is(t, CLASS_ROLE_MODIFIERS);
}

/* "Kim Thoa (Theo Báo An Lâm)", "(lược ghi)": take what tells where a text is from
 * off its end. */
static bool cut_source(struct view *t)
{
	static const char *const heads[] = { "Theo ", "theo ", "T/h", "t/h", "lược ghi", "Lược ghi", "VP ", "Tổng hợp", "ST)", "st)", "Nguồn", "nguồn", "CTV " };
	size_t i = t->len;

	if (t->len < 4 || t->p[t->len - 1] != ')')
		return false;
	while (i && t->p[i - 1] != '(')
		i--;
	if (i < 3 || t->p[i - 2] != ' ' || t->len - i > 60)
		return false;
	for (size_t h = 0; h < sizeof heads / sizeof *heads; h++)
		if (shape_starts((struct view){ t->p + i, t->len - i }, heads[h])) {
			t->len = i - 2;
			return true;
		}
	return false;
}

bool shape_byline(const struct page_line *l, bool *sure)
{
	struct lex x = { 0 };
	size_t words = 0, capital = 0, verbs = 0, first = 0;
	bool several = false, honour = false, by = false;

	*sure = false;
	if (l->points > 90 || l->stamp || l->dated)
		return false;
	/* "II. HỒ SƠ" heads what follows */
	if (shape_capitals(l->text) && shape_section(l->text))
		return false;
	/* "Bà Trần Thị Mai, Chủ tịch HĐQT Công ty An Phú." is the end of a list */
	if (l->points > 40 && l->text.p[l->text.len - 1] == '.')
		return false;
	if (l->furniture)
		return *sure = shape_is(l, "credit");
	struct view t = l->text;

	/* "(Công đoàn các KCN tỉnh)", "Thùy Dương (thực hiện)", "Theo Báo Hải Phòng" */
	if (t.len > 2 && t.p[0] == '(' && t.p[t.len - 1] == ')')
		t.p++, t.len -= 2;
	static const char *const done[] = { " (thực hiện)", " thực hiện", " (ghi)", " ghi", " (sưu tầm)", " (tổng hợp)", " tổng hợp", " (CTV)", " (theo", " đưa tin" };
	by |= cut_source(&t);
	static const char *const from[] = { "Theo ", "Nguồn ", "CTV ", "Bút ký của ", "Ghi chép của ", "Bài của ", "Phóng sự của ", "Phóng sự ảnh của ", "Chùm ảnh của " };

	for (size_t i = 0; i < sizeof done / sizeof *done; i++) {
		size_t n = strlen(done[i]);

		if (t.len <= n || memcmp(t.p + t.len - n, done[i], n))
			continue;
		t.len -= n;
		by = true;
	}
	for (size_t i = 0; i < sizeof from / sizeof *from; i++)
		if (shape_starts(t, from[i]) && l->points <= 50 && !l->sentence_end && !shape_starts(t, "Theo dõi"))
			return *sure = i > 0, true;
	lex_line(&x, t);
	while (first < x.n && (lex_is(&x.tok[first], CLASS_HONORIFICS) || (honour && x.tok[first].symbol == '.')))
		honour |= lex_is(&x.tok[first++], CLASS_HONORIFICS);
	for (size_t i = first; i < x.n; i++) {
		const struct token *k = &x.tok[i];

		/* "Đức Minh, Văn Công" */
		if ((k->symbol == ',' || k->symbol == SYM_DASH || k->symbol == '&') && i - first == words && words >= 2 && words <= 4)
			several = true;
		if (k->symbol < SYM_WORD && k->symbol != SYM_ROMAN)
			continue;
		/* "Nguyễn Thị Lan và Trần Văn Bình" */
		if (words >= 2 && words <= 4 && k->caps == CAPS_LOW && lex_has(k, CLASS_CONNECTORS, TAG_AND) && i - first == words) {
			several = true;
			continue;
		}
		words++;
		capital += k->caps != CAPS_LOW;
		verbs += lex_is(k, CLASS_VERBS) && k->caps == CAPS_LOW;
	}
	int x1 = first < x.n ? x.tok[first].caps : CAPS_LOW;
	bool first_unit = first < x.n && lex_unit_begins(&x.tok[first]);
	bool name = first < x.n && (lex_is(&x.tok[first], CLASS_SURNAMES) || honour);
	/* "Phùng Vĩ - Hội Nông dân tỉnh" */
	size_t dash = first + 2;

	while (dash < x.n && dash < first + 5 && x.tok[dash].symbol >= SYM_WORD && x.tok[dash - 1].caps != CAPS_LOW)
		dash++;
	bool name_more = name && dash + 1 < x.n && (x.tok[dash].symbol == SYM_DASH || x.tok[dash].symbol == '(') &&
			 (lex_unit_begins(&x.tok[dash + 1]) || role_begins(&x.tok[dash + 1]));

	/* "Thiếu tá Trình Văn Dũng - VKSQS khu vực 41" */
	name_more |= honour && dash + 1 < x.n && x.tok[dash].symbol == SYM_DASH && x.tok[dash + 1].caps == CAPS_ALL;
	/* "Bích Đào - Công an huyện": a pen name, and its office */
	bool pen = !name && first == 0 && dash < 5 && dash + 1 < x.n && x.tok[dash].symbol == SYM_DASH && lex_unit_begins(&x.tok[dash + 1]) && x.tok[0].caps == CAPS_FIRST &&
		   x.tok[1].caps == CAPS_FIRST && !first_unit && !lex_is(&x.tok[0], CLASS_PROVINCES) && !role_begins(&x.tok[0]) && x.tok[dash - 1].symbol == SYM_WORD;

	lex_free(&x);
	if (verbs || !words || shape_list_item(t) || t.p[t.len - 1] == ':')
		return false;
	*sure = name_more || by || (name && capital == words && words >= 2) || honour;
	if (first_unit || name_more || pen)
		return words <= 12;
	/* "Top", "Giảm" alone are no names; "PA" may be one */
	if (words == 1 && !name && !by && x1 != CAPS_ALL)
		return false;
	return capital == words && ((words <= 5 && (name || by || words <= 3)) || (several && words <= 9));
}

bool shape_office(const struct page_line *l)
{
	struct lex x = { 0 };

	if (l->points > 90 || l->furniture || l->dated || l->sentence_end)
		return false;
	lex_line(&x, l->text);
	bool office = x.n && role_begins(&x.tok[0]);

	lex_free(&x);
	return office;
}
