#include "shape.h"

#include <string.h>

#include "furniture.h"
#include "text.h"

static bool only_marks(struct view t)
{
	for (size_t i = 0, n; i < t.len; i += n)
		if (text_letter(t, i, &n) != LETTER_NONE)
			return false;
	return true;
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

	/* "nhan-co.jpg (412 KB)" */
	if (t.len > 4 && (!memcmp(t.p + t.len - 3, "KB)", 3) || !memcmp(t.p + t.len - 3, "MB)", 3))) {
		size_t at = t.len;

		while (at > 2 && t.p[at - 1] != '(')
			at--;
		t.len = at - 2;
	}
	if (t.len < 5 || (t.p[t.len - 4] != '.' && t.p[t.len - 5] != '.')) /* nearly always */
		return false;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i]);

		if (t.len > n && !memcmp(t.p + t.len - n, endings[i], n))
			return true;
	}
	return false;
}

/* "PublishingPortal - Block_BanTin_ViewData": what a program calls a part of a page. */
static bool names_part(struct view t)
{
	enum { LONGEST = 60 };
	bool part = false;

	for (size_t i = 0; i < t.len; i++) {
		if ((unsigned char)t.p[i] >= 0x80 || t.p[i] == '@')
			return false;
		part |= t.p[i] == '_' && i && i + 1 < t.len && t.p[i - 1] != ' ' && t.p[i + 1] != ' ' && t.p[i - 1] != '_';
	}
	return part && t.len <= LONGEST;
}

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
	while (shape_digit(t, i))
		i++;
	/* "hn1"; but "A1", "QL1" are names */
	bool word = letters >= LETTERS || (letters == LETTERS - 1 && t.p[0] >= 'a' && t.p[1] >= 'a');

	return i == t.len && word && i > letters && shape_digit(t, i - 1) && i - letters <= DIGITS;
}

/* "Khen-thuong", "mo-hinh-hay-o-huyen-anh1": letters without marks, joined, and nothing else. */
static bool slug(struct view t)
{
	enum { SHORTEST = 10, LONGEST = 160 };
	size_t joints = 0, letters = 0;

	for (size_t i = 0; i < t.len; i++) {
		unsigned char c = (unsigned char)t.p[i];

		if (c >= 0x80 || c == ' ' || c == '@' || c == '/')
			return false;
		joints += c == '-' && i && i + 1 < t.len;
		letters += c >= 'a' && c <= 'z';
	}
	return joints && t.len >= SHORTEST && t.len <= LONGEST && letters * 2 > t.len;
}

/* The name that a camera, a telephone or a program gives to a picture, without an
 * ending: "z4897_b3cf02", "FB_IMG_168", "Screenshot 2023-05-12", "anh 1". */
static bool machine_name(struct view t)
{
	static const char *const heads[] = { "Screenshot ", "screenshot", "IMG", "img", "DSC", "dsc", "FB_IMG", "received_", "image", "Image", "Picture", "picture",
					     "photo", "Photo", "untitled", "Untitled", "unnamed", "download", "Capture", "anh ", "hinh ", "z" };
	size_t digits = 0, letters = 0, marks = 0, longest = 0, word = 0;

	if (t.len > 6 && !memcmp(t.p + t.len - 7, " - Copy", 7))
		t.len -= 7;
	for (size_t i = 0; i < t.len; i++) {
		unsigned char c = (unsigned char)t.p[i];

		/* "DSC_1774-800×450" */
		if (c == 0xc3 && i + 1 < t.len && (unsigned char)t.p[i + 1] == 0x97) {
			i++;
			continue;
		}
		/* "1/2024/TT-BNV" is the number of a document */
		if (c >= 0x80 || strchr(".,:;!?()/", c))
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
bool shape_bracketed_image(struct view t)
{
	static const char *const words[] = { "Hình ", "hình ", "Ảnh ", "ảnh " };

	if (t.len < 3 || t.p[0] != '[' || t.p[t.len - 1] != ']')
		return false;
	t = (struct view){ t.p + 1, t.len - 2 };

	size_t n = SHAPE_HEAD(t, words);

	return shape_image_file(t) || machine_name(t) || word_and_number(t) || (n && shape_digit(t, n) && t.len <= n + 3) || shape_starts(t, "attachment=");
}

bool shape_image_label(const struct page_line *l)
{
	struct view t = l->text;

	if (l->bare)
		return true;
	/* the names of several, in a row */
	if (l->points > SHORT)
		return l->points <= 3 * SHORT && machine_name(t);
	static const char credit[] = "Ảnh: ";

	/* "Ảnh: dsc_0460" */
	if (shape_starts(t, credit) && machine_name((struct view){ t.p + sizeof credit - 1, t.len - (sizeof credit - 1) }))
		return true;
	if (only_marks(t) || plain_letters(t) || shape_starts(t, "<image") || shape_starts(t, "<img") || !strcmp(furniture_name(l->furniture), "image"))
		return true;
	if (shape_image_file(t) || machine_name(t) || word_and_number(t) || names_part(t) || slug(t))
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

bool shape_ends_at_event(struct view t)
{
	static const char *const events[] = { " tại hội nghị.", " tại Hội nghị.", " tại buổi lễ.", " tại Đại hội.", " tại đại hội.", " tại buổi ký kết.", " tại lễ ký kết.",
					      " tại buổi họp.", " tại cuộc họp.", " tại lễ kỷ niệm.", " tại Lễ kỷ niệm." };
	size_t stop = t.len && t.p[t.len - 1] == '.'; /* or without */

	for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
		size_t n = strlen(events[i]) - !stop;

		if (t.len > n && !memcmp(t.p + t.len - n, events[i], n))
			return true;
	}
	return false;
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

bool shape_numbered_image(struct view t)
{
	static const char *const marks[] = { "- Ảnh ", " ảnh ", "- Anh ", "- anh ", "- Hình ", "- hình " };
	size_t n = t.len;

	while (n && (t.p[n - 1] == '.' || (t.p[n - 1] >= '0' && t.p[n - 1] <= '9')))
		n--;
	for (size_t i = 0; i < sizeof marks / sizeof *marks && n < t.len; i++)
		if (n > strlen(marks[i]) && !memcmp(t.p + n - strlen(marks[i]), marks[i], strlen(marks[i])))
			return true;
	return false;
}

/* Is any of the words of a credit among the last bytes of t? */
static bool names_picture(struct view t)
{
	enum { REACH = 96 };
	const unsigned char *p = (const unsigned char *)t.p;

	for (size_t i = t.len > REACH ? t.len - REACH : 0; i + 3 < t.len; i++) {
		if (p[i] == 0xba && (p[i + 1] | 1) == 0xa3 && (p[i + 2] | 0x20) == 'n') /* Ảnh, ảnh */
			return true;
		if (p[i] == 'N' && p[i + 1] == 'g' && p[i + 2] == 'u' && p[i + 3] == 0xe1) /* Nguồn, not Nguyễn */
			return true;
		if (p[i] == 'P' && p[i + 1] == 'h' && p[i + 2] == 'o') /* Photo */
			return true;
	}
	return false;
}

/* "... Ảnh: H. Thư", "... (Ảnh: T.L).", "... - Ảnh 1" at the end of a line */
static bool credit_at_end(struct view t)
{
	/* what stands behind the mark: a name of at most so many words, a number, anything */
	enum { NUMBER = -1, ANYTHING = 0, SHORT_NAME = 3, NAME = 5, NAME_IN_BRACKETS = 9 };
	static const struct {
		const char *mark;
		int behind;
	} credits[] = {
		{ " Ảnh:", NAME },	{ " ẢNH:", NAME },	{ "(Ảnh:", NAME_IN_BRACKETS },	 { " ảnh:", NAME },	   { "(ảnh:", NAME_IN_BRACKETS },
		{ " Nguồn:", NAME },	{ "(Nguồn:", NAME_IN_BRACKETS }, { "(Ảnh do", ANYTHING }, { "(Ảnh minh", ANYTHING },
		{ " Photo:", NAME },	{ ". Ảnh ", SHORT_NAME }, { "- Ảnh ", NUMBER },	{ " Ảnh ", NUMBER },
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
				return name.len <= 2 && shape_digit(name, 0);
			/* "... năm 2026. Ảnh VNR", not "... Ảnh hưởng của bão" */
			if (credits[m].behind == SHORT_NAME && text_letter(name, 0, &(size_t){ 0 }) != LETTER_UPPER)
				continue;
			for (size_t k = 0; k < name.len; k++)
				words += name.p[k] != ' ' && (!k || name.p[k - 1] == ' ');
			/* more words behind ". Ảnh " are a sentence: another mark may stand in it */
			if (credits[m].behind == SHORT_NAME && words > SHORT_NAME)
				continue;
			return words >= 1 && words <= credits[m].behind;
		}
	}
	return false;
}

bool shape_credited(struct view t)
{
	return credit_at_end(t);
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

static bool opens_with(struct view t, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (shape_starts(t, words[i]))
			return true;
	return false;
}

/* Do the brackets that t begins with say where somebody stands? "(giữa)", "(đứng thứ 3, từ
 * trái sang)", but not "(thứ hai và thứ ba)" or "(hàng Việt Nam)". */
static bool place_in_brackets(struct view t)
{
	static const char *const sure[] = { "(giữa)", "(ở giữa)", "(bên trái", "(bên phải", "(ngoài cùng", "(đứng thứ ",
					    "(hàng đầu)", "(hàng trước)", "(hàng sau)", "(hàng trên)", "(hàng dưới)" };
	static const char *const from[] = { "(bìa ", "(hàng ", "(thứ " };
	static const char *const sides[] = { "trái", "phải" };
	enum { LONGEST = 80 };

	if (opens_with(t, sure, sizeof sure / sizeof *sure))
		return true;
	if (!opens_with(t, from, sizeof from / sizeof *from))
		return false;
	for (size_t i = 0; i < t.len && i < LONGEST && t.p[i] != ')'; i++)
		if (t.p[i] == ' ' && opens_with((struct view){ t.p + i + 1, t.len - i - 1 }, sides, sizeof sides / sizeof *sides))
			return true;
	return false;
}

static bool says_where(struct view t)
{
	for (const char *open; (open = memchr(t.p, '(', t.len));) {
		t = (struct view){ open, t.len - (size_t)(open - t.p) };
		if (place_in_brackets(t))
			return true;
		t = (struct view){ t.p + 1, t.len - 1 };
	}
	return false;
}

bool shape_caption(const struct page_line *l)
{
	struct view t = l->text;
	bool brackets = t.len > 2 && ((t.p[0] == '(' && t.p[t.len - 1] == ')') || (t.p[0] == '[' && t.p[t.len - 1] == ']'));

	/* "./." ends an article, and "Tin: A; Ảnh: B" is who wrote it */
	if (ends_article(t) || shape_starts(t, "Tin:") || shape_starts(t, "Tin, ") || shape_starts(t, "Bài:"))
		return false;
	/* where somebody stands in it is sure, of any length */
	if (l->points <= 2 * CAPTION_MAX && shape_one_sentence(t) && says_where(t))
		return true;
	/* a credit in brackets at its end is sure of a longer one */
	if (l->points > (t.p[t.len - 1] == ')' ? CAPTION_MAX + CAPTION_MAX / 2 : CAPTION_MAX) || shape_address(t))
		return false;
	if (shape_image_then_words(t) || credit_at_end(t))
		return true;
	/* a page that marks what goes with a picture with a bar */
	if (t.len > TITLE_MIN && !memcmp(t.p + t.len - 2, " |", 2) && !memchr(t.p, '|', t.len - 1))
		return true;
	if (l->points > CAPTION_MAX)
		return false;
	if (brackets && !l->stamp)
		return of_picture(t);
	return shape_starts(t, "Ảnh:") || shape_starts(t, "ảnh:") || shape_starts(t, "ẢNH:") || shape_starts(t, "Hình ảnh:") || (shape_starts(t, "Hình ảnh tại ") && l->sentence_end) || shape_starts(t, "Ảnh minh") || shape_starts(t, "Chú thích") || shape_starts(t, "▲ ") || (shape_starts(t, "Hình ") && shape_digit(t, strlen("Hình "))) ||
	       shape_starts(t, "Ảnh ");
}

static bool has_word(struct view key, const char *word)
{
	size_t n = strlen(word);

	/* words begin behind a space or a bracket */
	for (size_t i = view_find(key, 0, word); i < key.len; i = view_find(key, i + 1, word))
		if ((!i || key.p[i - 1] == ' ' || key.p[i - 1] == '(') &&
		    (i + n == key.len || key.p[i + n] == ' ' || strchr(",.;:)", key.p[i + n])))
			return true;
	return false;
}

bool shape_names_somebody(struct view t)
{
	static const char *const heads[] = {
		"Ông ", "Bà ", "Anh ", "Chị ", "Em ", "Cô giáo ", "Cô ", "Thầy giáo ", "Thầy ", "Bác sĩ ", "Cán bộ ", "Cán bộ, ", "Công nhân ", "Nhân viên ", "Chiến sĩ ", "Bộ đội ",
		"Lực lượng ", "Đoàn viên ", "Đoàn viên, ", "Hội viên ", "Học sinh ", "Sinh viên ", "Giáo viên ", "Người dân ", "Bà con ", "Nông dân ", "Ngư dân ", "Phụ nữ ", "Chị em ", "Dân quân ",
		"Điều dưỡng ", "Các em ", "Các chiến sĩ ", "Các cán bộ ", "Đại diện ", "Đoàn công tác ", "Đoàn kiểm tra ", "Đoàn đại biểu ", "Điểm cầu ", "Lãnh đạo ", "Tuổi trẻ ", "Thanh niên ", "Già làng ", "Nghệ nhân ", "Cựu chiến binh ", "Các thầy ",
		"Công chức ", "Viên chức ", "Học viên ", "Nhà thầu ", "Kỹ sư ", "Kíp ", "Ê-kíp ", "Đội ngũ ", "Các đại biểu ", "Các học sinh ", "Các nghệ sĩ ", "Hộ ", "Các hộ ", "Tập thể ",
	};

	return SHAPE_HEAD(t, heads) || shape_officer_begins(t);
}

bool shape_shows_people(struct str *room, const struct page_line *l)
{
	static const char *const shown[] = {
		"hội nghị", "phát biểu", "trao", "tặng", "ký kết", "ký giao ước", "chụp ảnh", "lưu niệm", "tham dự", "đại biểu",
		"chủ trì", "quang cảnh", "toàn cảnh", "đồng chí", "lãnh đạo", "buổi lễ", "hình ảnh", "chứng kiến", "bàn giao",
		"trình diễn", "biểu diễn", "diễn văn", "văn nghệ", "luyện tập", "báo cáo", "thăm", "dâng hương", "dâng hoa",
		"cắt băng", "khai mạc", "trưng bày", "tiết mục", "vinh danh", "điều hành", "ra mắt", "quán triệt", "tham gia",
		"tặng hoa", "phát lệnh", "nhận danh hiệu", "nhận cờ", "nhận bằng khen", "nhận khen thưởng", "nhận giấy khen",
	};
	/* A paragraph tells what was done or said; a caption what is being done. */
	static const char *const always[] = { "đã", "sẽ", "dự kiến", "dịp này", "cùng ngày", "có đồng chí", "có các đồng chí", "dự có",
					      "hội nghị có", "buổi lễ có", "có sự" };
	static const char *const told[] = { "là", "gồm", "diễn ra", "bầu", "cho rằng", "thống nhất", "thảo luận", "đã được", "cần", "cũng", "nhằm",
					    "bên cạnh đó", "ngoài ra", "tuy nhiên", "tiếp tục", "nêu rõ", "nhấn mạnh", "khẳng định",
					    "đề nghị", "yêu cầu", "đề ra", "theo đó", "trong đó", "kết thúc", "thì", "được tặng", "mức thưởng",
					    "tiền thưởng", "giải nhất", "tham quan", "được trao", "không" };
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
