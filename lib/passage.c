#include "passage.h"

#include <string.h>

#include "furniture.h"
#include "shape.h"
#include "title.h"

static bool has(struct view t, const char *what)
{
	return view_find(t, 0, what) < t.len;
}

static bool ends(struct view t, const char *with)
{
	size_t n = strlen(with);

	return t.len >= n && !memcmp(t.p + t.len - n, with, n);
}

/* ---- official documents ---- */

/* Is text, without a colon or a full stop at its end, the name of a document? */
static bool document_name(struct view t)
{
	static const char *const names[] = { "QUYẾT ĐỊNH", "NGHỊ QUYẾT", "NGHỊ ĐỊNH", "THÔNG TƯ", "CHỈ THỊ", "KẾ HOẠCH", "BÁO CÁO",
					     "TỜ TRÌNH", "THÔNG BÁO", "HƯỚNG DẪN", "CHƯƠNG TRÌNH", "QUY CHẾ", "QUY ĐỊNH", "CÔNG VĂN",
					     "BIÊN BẢN", "GIẤY MỜI", "CÔNG ĐIỆN", "LUẬT", "PHÁP LỆNH", "SẮC LỆNH", "LỆNH" };

	while (t.len && (t.p[t.len - 1] == ':' || t.p[t.len - 1] == '.'))
		t.len--;
	if (t.len > sizeof "CHƯƠNG TRÌNH")
		return false;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (view_is(t, names[i]))
			return true;
	return false;
}

/* Nearly all lines are told apart by how they begin: formalities in capitals, or with
 * one of few words. */
static bool may_be_formal(struct view t)
{
	static const char *const words[] = { "Căn cứ ", "Cộng h", "Độc lập", "Điều ", "Số", "SỐ", "Xét đề nghị ", "Theo đề nghị ", "Nơi nhận",
					     "Đã ký", "- Căn cứ ", "(Đ", "(đ" };

	if (t.len > 1 && ((t.p[1] >= 'A' && t.p[1] <= 'Z') || (unsigned char)t.p[1] >= 0x80 || t.p[1] == ' ' || t.p[1] == '/'))
		return true;
	return SHAPE_HEAD(t, words);
}

enum formality passage_formality(const struct page_line *l)
{
	static const char *const signers[] = { "TM. ", "TM.", "KT. ", "KT.", "TL. ", "TL.", "TUQ. ", "TUQ.", "T/M ", "K/T " };
	struct view t = l->text;

	if (!t.len || l->points > 300 || !may_be_formal(t))
		return FORMALITY_NONE;
	if (l->points <= 2 * SHORT && ((has(t, "CỘNG H") && has(t, "XÃ HỘI CHỦ NGHĨA")) || (has(t, "Độc lập") && has(t, "Tự do") && has(t, "Hạnh phúc"))))
		return FORMALITY_MOTTO;
	if (l->points <= 2 * SHORT && (ends(t, "ĐẢNG CỘNG SẢN VIỆT NAM") || shape_starts(t, "ĐẢNG CỘNG SẢN VIỆT NAM")) && shape_capitals(t))
		return FORMALITY_MOTTO;
	if (l->points <= 60 && shape_starts(t, "Cộng h") && has(t, "hội chủ nghĩa Việt Nam"))
		return FORMALITY_MOTTO;
	if (l->points <= 2 * SHORT && memchr(t.p, '/', t.len) &&
	    (shape_starts(t, "Số:") || (shape_starts(t, "Số ") && t.p[sizeof "Số " - 1] >= '0' && t.p[sizeof "Số " - 1] <= '9' && !memchr(t.p + sizeof "Số ", ' ', t.len - sizeof "Số ")) || shape_starts(t, "Số :") || shape_starts(t, "SỐ :") || shape_starts(t, "SỐ:") ||
	     (has(t, " Số:") && shape_capitals((struct view){ t.p, t.len < 20 ? t.len : 20 }))))
		return FORMALITY_NUMBER;
	if (document_name(t))
		return FORMALITY_NAME;
	if ((shape_starts(t, "Căn cứ ") || shape_starts(t, "- Căn cứ ") || shape_starts(t, "Xét đề nghị ") || shape_starts(t, "Theo đề nghị ")) &&
	    (ends(t, ";") || ends(t, ",") || ends(t, ".")))
		return FORMALITY_GROUNDS;
	if (shape_starts(t, "Điều ") && t.p[sizeof "Điều " - 1] >= '1' && t.p[sizeof "Điều " - 1] <= '9')
		return FORMALITY_ARTICLE;
	if (shape_starts(t, "Nơi nhận"))
		return FORMALITY_RECIPIENTS;
	for (size_t i = 0; i < sizeof signers / sizeof *signers; i++)
		if (shape_starts(t, signers[i]) && l->points <= SHORT && shape_capitals(t))
			return FORMALITY_SIGNER;
	if (view_is(t, "(Đã ký)") || view_is(t, "(đã ký)") || view_is(t, "Đã ký") || view_is(t, "(Đã ký tên)") || view_is(t, "(Đã ký và đóng dấu)"))
		return FORMALITY_SIGNED;
	return FORMALITY_NONE;
}

/* A line of a letterhead or of a signature that is no formality itself. */
static bool formal_words(const struct page_line *l)
{
	return !l->prose && !l->stamp && l->points <= SHORT && (shape_capitals(l->text) || shape_image_label(l)) && !l->tail;
}

/* The lines of a signature below line i: offices, names. Returns the last. */
static size_t signature(struct lines *p, size_t i)
{
	enum { LINES = 8 };
	size_t last = i;
	bool sure;

	for (size_t k = i; k < p->n && k <= i + LINES; k++) {
		struct page_line *l = &p->line[k];
		enum formality f = passage_formality(l);

		if (k > i && passage_annex(p, k) > k)
			break;
		if (f != FORMALITY_SIGNER && f != FORMALITY_SIGNED && !formal_words(l) && !shape_office(l) && !shape_byline(l, &sure))
			break;
		l->signs = true;
		if (!shape_image_label(l))
			last = k;
	}
	return last;
}

/* The name of a unit alone, of contacts of one: what a letterhead is made of. */
static bool letterhead(const struct page_line *l)
{
	bool sure;

	if (l->tail || l->stamp || l->prose || l->points > SHORT)
		return false;
	return shape_is(l, "contact") || shape_address(l->text) || shape_image_label(l) || (shape_capitals(l->text) && shape_byline(l, &sure));
}

/* "CÁC DÂN TỘC THIỂU SỐ VIỆT NAM" between "BAN TỔ CHỨC" and what it is of: short, in capitals, and
 * the next line right below it. */
static bool part_of_letterhead(const struct page_line *l)
{
	enum { LONGEST = 40 };

	return !l->tail && !l->stamp && !l->prose && l->points <= LONGEST && shape_capitals(l->text) && (!l[1].gap || shape_image_label(&l[1]));
}

static bool documents(struct lines *p)
{
	enum { HEAD = 6, APART = 80 };
	size_t count[FORMALITIES] = { 0 }, first = p->n, last = 0, different = 0;

	for (size_t i = 0; i < p->n; i++) {
		enum formality f = p->line[i].cell ? FORMALITY_TABLE : passage_formality(&p->line[i]);

		if (f == FORMALITY_NONE && !(p->line[i].tail && first < p->n && different >= 2))
			continue;
		if (f == FORMALITY_NONE || (first < p->n && i > last + APART))
			break;
		different += !count[f]++;
		first = first < p->n ? first : i;
		last = i;
	}
	if ((different < 2 && count[FORMALITY_GROUNDS] < 2) || (different == 2 && !count[FORMALITY_MOTTO] && count[FORMALITY_GROUNDS] < 2 && count[FORMALITY_ARTICLE] < 2) || last < first + 2)
		return false;
	for (size_t i = first; i <= last; i++) {
		enum formality f = passage_formality(&p->line[i]);

		p->line[i].passage = true;
		if (f == FORMALITY_SIGNER || f == FORMALITY_SIGNED) {
			/* "CHỦ TỊCH" right above "(Đã ký)" */
			bool above = f == FORMALITY_SIGNED && i > first && shape_capitals(p->line[i - 1].text) && shape_office(&p->line[i - 1]);
			size_t end = signature(p, i - above);

			last = end > last ? end : last;
		}
	}
	/* above the state's name, or its number, stands who issued it, over several lines */
	for (size_t i = first, n = 0; i-- > 0 && n < HEAD && (letterhead(&p->line[i]) || part_of_letterhead(&p->line[i])); n++)
		p->line[i].passage = true;
	for (size_t i = last + 1; i < p->n && shape_section(p->line[i].text) && !p->line[i].tail; i++)
		p->line[i].passage = true;
	return true;
}

size_t passage_document(const struct lines *p, size_t first)
{
	enum { HEAD = 14 };

	for (size_t i = first; i + 1 < p->n && i - first < HEAD && p->line[i].passage; i++) {
		struct view t = p->line[i].text, about = p->line[i + 1].text;

		if (passage_formality(&p->line[i]) != FORMALITY_NAME)
			continue;
		/* "KẾ HOẠCH" / "TỔ CHỨC HỘI NGHỊ ..."; below "QUYẾT ĐỊNH" stands who decides */
		static const char *const decided[] = { "QUYẾT ĐỊNH", "NGHỊ QUYẾT", "LỆNH" };
		bool sure, subject = !shape_capitals(about) || (!SHAPE_HEAD(t, decided) && !shape_office(&p->line[i + 1]) && !shape_byline(&p->line[i + 1], &sure) && !shape_no_verb(about));

		return t.p[t.len - 1] != ':' && p->line[i + 1].points >= TITLE_MIN && subject && passage_formality(&p->line[i + 1]) == FORMALITY_NONE ? i : p->n;
	}
	return p->n;
}

/* ---- tables ---- */

/* The number that line t begins with, alone or, in a row, with the cells behind it; or 0. */
static size_t row_number(struct view t, bool row)
{
	enum { DIGITS = 4 };
	size_t number = 0, i = 0;

	for (; shape_digit(t, i) && i < DIGITS; i++)
		number = number * 10 + (size_t)(t.p[i] - '0');
	/* "1. Nguyễn Văn A" */
	if (row && i && i + 1 < t.len && (t.p[i] == '.' || t.p[i] == '|'))
		i++;
	return i == t.len || (row && i < t.len && t.p[i] == ' ') ? number : 0;
}

/* Rows of a table: a header "TT", then 1, 2, 3 alone, each with its cells below; or
 * "TT Họ và tên Đơn vị", and each row a line. */
static void tables(struct lines *p)
{
	enum { CELLS = 14, HEADER = 120 };
	static const char *const heads[] = { "TT", "STT", "Stt", "Số TT", "Tt", "Số thứ tự" };

	for (size_t i = 0; i + 4 < p->n; i++) {
		const struct page_line *h = &p->line[i];
		size_t at = i, before = i, rows = 0, head = SHAPE_HEAD(h->text, heads);
		bool row = head && head < h->text.len && h->text.p[head] == ' ' && h->points <= HEADER && !h->sentence_end;

		if (!head || (head < h->text.len && !row))
			continue;
		for (size_t k = i + 1; k < p->n && k <= at + CELLS; k++) {
			const struct page_line *l = &p->line[k];

			if (l->tail)
				break;
			if (row_number(l->text, row) != rows + 1)
				continue;
			rows++;
			before = at;
			at = k;
		}
		if (rows < 2)
			continue;
		for (size_t k = i; k < p->n && k < at + (at - before) && !p->line[k].tail; k++)
			p->line[k].passage = p->line[k].cell = true;
		i = at;
	}
}

/* "98,5", "1.490.000 |", "12": a figure alone. */
static bool figure(struct view t)
{
	enum { LONGEST = 14 };
	size_t digits = 0;

	for (size_t i = 0; i < t.len; i++) {
		if (!strchr("0123456789.,%| ", t.p[i]))
			return false;
		digits += shape_digit(t, i);
	}
	return digits && t.len <= LONGEST;
}

/* A table without a head, between paragraphs: short lines of which each second, third ... is a
 * figure alone. */
static void tables_of_figures(struct lines *p)
{
	enum { WIDTH = 60, COLUMNS = 6, ROWS = 2 };

	for (size_t i = 1; i + 4 < p->n; i++) {
		size_t k = i, last = 0, apart = 0, rows = 0;

		if (!p->line[i - 1].prose)
			continue;
		for (; k < p->n; k++) {
			const struct page_line *l = &p->line[k];

			if (l->prose || l->furniture || l->tail || l->stamp || l->points > WIDTH || strchr(".;:", l->text.p[l->text.len - 1]))
				break;
			if (!figure(l->text))
				continue;
			if (rows && (k - last > COLUMNS || k - last < 2 || (rows > 1 && k - last != apart)))
				break;
			apart = rows ? k - last : apart;
			last = k;
			rows++;
		}
		/* a paragraph goes on below it: no list of other articles is numbered so */
		if (rows >= ROWS && k < p->n && p->line[k].prose)
			for (size_t c = i; c < k; c++)
				p->line[c].passage = p->line[c].cell = true;
	}
}

/* ---- lists ---- */

/* A sentence that opens a list, or a heading that nothing but a list can follow. */
static bool opens(const struct page_line *l)
{
	static const char *const heads[] = { "Danh sách ", "DANH SÁCH ", "Kết quả ", "KẾT QUẢ ", "Chương trình ", "CHƯƠNG TRÌNH ",
					     "Thành phần ", "Những phần thưởng ", "NHỮNG PHẦN THƯỞNG ", "Thành tích ", "THÀNH TÍCH " };

	if (l->furniture || l->tail || l->points < 2 * TITLE_MIN || shape_list_item(l->text))
		return false;
	if (ends(l->text, ":"))
		return true;
	return SHAPE_HEAD(l->text, heads) && !l->sentence_end;
}

/* "14h00 - 14h15: Đón tiếp đại biểu" */
static bool hour_item(struct view t)
{
	size_t i = 0;

	while (i < t.len && t.p[i] >= '0' && t.p[i] <= '9')
		i++;
	return i && i <= 2 && i < t.len && (t.p[i] == 'h' || t.p[i] == 'g') && memchr(t.p, ':', t.len);
}

static bool item(const struct page_line *l)
{
	return !l->tail && !shape_link(l->text) && (shape_section(l->text) || hour_item(l->text));
}

static void lists(struct lines *p)
{
	enum { ITEMS = 3, APART = 3 };

	for (size_t i = 0; i < p->n; i++) {
		size_t items = 0, first = i, last = i;

		if (!opens(&p->line[i]))
			continue;
		for (size_t k = i + 1; k < p->n && k <= last + APART; k++) {
			const struct page_line *l = &p->line[k];

			if (l->tail || (l->furniture && items) || l->prose || (!items && ends(l->text, ":") && opens(l)))
				break;
			if (item(l)) {
				first = items++ ? first : k;
				last = k;
			}
		}
		if (items < ITEMS)
			continue;
		/* a heading may be the title itself, with a stamp below it */
		for (size_t k = ends(p->line[i].text, ":") ? i : first; k <= last; k++)
			p->line[k].passage |= !p->line[k].furniture && !p->line[k].stamp;
		i = last;
	}
}

size_t passage_annex(const struct lines *p, size_t i)
{
	enum { HEADINGS = 4, ROWS = 2 };
	static const char *const heads[] = { "DANH SÁCH", "Danh sách", "PHỤ LỤC", "Phụ lục" };
	static const char *const with[] = { "(Kèm theo ", "(kèm theo ", "(Ban hành kèm theo ", "(ban hành kèm theo " };
	const struct page_line *l = &p->line[i];
	size_t end = i, rows = 0, n = SHAPE_HEAD(l->text, heads);

	if (!n || (l->text.len > n && l->text.p[n] != ' ') || l->furniture || l->tail || l->sentence_end || l->points > SHORT)
		return i;
	for (size_t k = i + 1; k < p->n && k <= (end > i ? end : i) + HEADINGS; k++) {
		const struct page_line *m = &p->line[k];
		bool decision = SHAPE_HEAD(m->text, with);

		if (m->furniture || m->tail || m->prose || shape_link(m->text) || (m->dated && !decision))
			break;
		if (decision || shape_list_item(m->text)) {
			rows += decision ? ROWS : 1;
			end = k + 1;
		}
	}
	return rows >= ROWS ? end : i;
}

void passage_find(struct lines *p)
{
	bool prose = false;

	for (size_t i = 0; i < p->n; i++)
		prose |= p->line[i].prose;
	tables(p);
	tables_of_figures(p);
	if (!documents(p) && !prose)
		lists(p);
	/* what would be furniture elsewhere is a word of theirs */
	for (size_t i = 0; i < p->n; i++)
		if (p->line[i].passage)
			p->line[i].furniture = 0;
}
