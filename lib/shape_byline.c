#include "shape.h"

#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "text.h"

static bool role_begins(const struct token *t)
{
	return lex_is(t, CLASS_ROLES) || lex_is(t, CLASS_ROLE_MODIFIERS);
}

bool shape_names_unit(struct view t)
{
	struct lex x = { 0 };

	lex_line(&x, t);
	bool is = x.n > 1 && lex_unit_begins(&x.tok[0]);

	lex_free(&x);
	return is;
}

bool shape_names_province(struct view t)
{
	enum { LONGEST = 48 }; /* bytes of "thành phố Hồ Chí Minh" and the like */
	struct lex x = { 0 };

	if (t.len > LONGEST)
		return false;
	lex_line(&x, t);
	bool is = x.n == 1 && lex_is(&x.tok[0], CLASS_PROVINCES);

	lex_free(&x);
	return is;
}

bool shape_person_office(struct view t)
{
	enum { SHORTEST = 2, LONGEST = 6 };
	struct lex x = { 0 };
	size_t i = 1;

	lex_line(&x, t);
	while (i < x.n && i <= LONGEST && x.tok[i].symbol >= SYM_WORD && x.tok[i].caps == CAPS_FIRST && !role_begins(&x.tok[i]))
		i++;
	bool is = x.n && lex_is(&x.tok[0], CLASS_HONORIFICS) && i > SHORTEST && i + 1 < x.n &&
		  (x.tok[i].symbol == ',' || x.tok[i].symbol == SYM_DASH) && role_begins(&x.tok[i + 1]);

	for (; i < x.n && is; i++)
		is = !lex_is(&x.tok[i], CLASS_VERBS) || x.tok[i].caps != CAPS_LOW;
	lex_free(&x);
	return is;
}

bool shape_officer_begins(struct view t)
{
	struct lex x = { 0 };
	size_t i = 0;

	lex_line(&x, t);
	while (i < x.n && (role_begins(&x.tok[i]) || lex_is(&x.tok[i], CLASS_HONORIFICS)))
		i++;
	bool is = i && i + 2 < x.n && lex_any(&x.tok[i], LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_NAME_PARTICLES)) && x.tok[i].caps == CAPS_FIRST && x.tok[i + 1].caps == CAPS_FIRST;

	lex_free(&x);
	return is;
}

bool shape_only_unit(struct view t)
{
	static const unsigned long in_names = LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP) |
					      LEX_BIT(CLASS_NUMBER_WORDS) | LEX_BIT(CLASS_CONNECTORS);
	struct lex x = { 0 };

	if (shape_capitals(t))
		return false;
	lex_line(&x, t);
	bool is = x.n > 1 && (lex_unit_begins(&x.tok[0]) || lex_is(&x.tok[0], CLASS_UNIT_CLUSTER));

	for (size_t i = 0; i < x.n && is; i++) {
		const struct token *k = &x.tok[i];

		if (k->symbol == SYM_WORD)
			is = !lex_is(k, CLASS_VERBS) && (k->caps != CAPS_LOW || lex_any(k, in_names) || (i && k[-1].caps == CAPS_FIRST));
		else
			is = k->symbol == SYM_DASH || k->symbol == SYM_GLUE || k->symbol == SYM_NUMBER || k->symbol == SYM_ROMAN;
	}
	lex_free(&x);
	return is;
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

/* "T.HƯƠNG - N.LINH": several names, each with its first letter cut short. */
static bool initials(const struct lex *x)
{
	size_t names = 0, i = 0;

	while (i + 2 < x->n) {
		const struct token *k = &x->tok[i];
		size_t n;

		text_letter(x->text, k->start, &n);
		/* one letter, not the "TP" of "TP.Huế" */
		if (k->start + n != k->end || k->caps == CAPS_LOW || k[1].symbol != '.' || k[2].symbol < SYM_WORD || k[2].caps == CAPS_LOW || k[2].start != k->end + 1)
			return false;
		names++;
		i += 3;
		if (i < x->n && x->tok[i].symbol != SYM_DASH && x->tok[i].symbol != ',' && x->tok[i].symbol != SYM_GLUE)
			return false;
		i++;
	}
	return names >= 2 && i > x->n;
}

/* "Đời sống - NGUYỄN THỊ HOÀI": a section, and who wrote the page. */
static bool behind_section(const struct lex *x)
{
	enum { SECTION = 4, NAME = 5 };
	size_t dash = 0;

	while (dash < x->n && dash <= SECTION && x->tok[dash].symbol == SYM_WORD && x->tok[dash].caps != CAPS_ALL)
		dash++;
	if (!dash || dash + 2 >= x->n || x->n - dash > 1 + NAME || x->tok[dash].symbol != SYM_DASH || !lex_is(&x->tok[dash + 1], CLASS_SURNAMES))
		return false;
	for (size_t i = dash + 1; i < x->n; i++)
		if (x->tok[i].symbol != SYM_WORD || x->tok[i].caps != CAPS_ALL)
			return false;
	return true;
}

/* "Ông Lò Văn Xuân - trưởng bản gương mẫu": a headline praises whom it names. */
static bool praises(struct view t)
{
	static const char *const words[] = { "gương mẫu", "tiêu biểu", "điển hình", "năng động", "tận tụy", "tận tâm", "giỏi", "hết lòng", "nhiệt tình",
					     "tâm huyết", "trách nhiệm", "uy tín", "mẫu mực", "sáng tạo" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_find(t, 0, words[i]) < t.len)
			return true;
	return false;
}

/* "công chức Phòng Văn hóa": a post at token t, and where. */
static bool unit_behind_post(const struct lex *x, size_t t)
{
	static const char *const posts[] = { "công chức ", "viên chức ", "cán bộ ", "giáo viên ", "phóng viên ", "cộng tác viên ", "biên tập viên " };
	size_t k = t;

	for (size_t i = 0; i < sizeof posts / sizeof *posts; i++)
		if (lex_key_at(x, x->tok[t].start, posts[i]))
			for (size_t end = x->tok[t].start + strlen(posts[i]); k < x->n && x->tok[k].start < end;)
				k++;
	return k > t && k < x->n && lex_any(&x->tok[k], LEX_UNIT_HEADS | LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_NAME_WORDS));
}

/* "Bộ phận công tác Đội", "Tổ Truyền thông" */
static bool names_team(struct view t)
{
	static const char *const teams[] = { "Bộ phận ", "Tổ truyền thông" }, *const heads[] = { "Tổ ", "Nhóm ", "VP " };
	size_t head = SHAPE_HEAD(t, heads), n;

	return SHAPE_HEAD(t, teams) || (head && head < t.len && text_letter(t, head, &n) == LETTER_UPPER);
}

/* Is all of t from byte at on one short form: "ST", "CTV"? */
static bool in_capitals(struct view t, size_t at)
{
	while (at < t.len && t.p[at] >= 'A' && t.p[at] <= 'Z')
		at++;
	return at == t.len;
}

bool shape_byline(const struct page_line *l, bool *sure)
{
	struct lex x = { 0 };
	size_t words = 0, capital = 0, verbs = 0, first = 0;
	bool several = false, honour = false, by = false, colon = false;

	*sure = false;
	if (l->points > 90 || l->stamp || l->dated || l->section || strchr("#<>", l->text.p[0]) || memchr(l->text.p, '_', l->text.len))
		return false;
	/* "Ảnh ST": collected, by nobody that is named */
	if (shape_starts(l->text, "Ảnh ") && l->points <= 8 && in_capitals(l->text, strlen("Ảnh ")))
		return false;
	/* "II. HỒ SƠ" heads what follows */
	if (shape_capitals(l->text) && shape_section(l->text))
		return false;
	/* "Bà Trần Thị Mai, Chủ tịch HĐQT Công ty An Phú." is the end of a list */
	if (l->points > 40 && l->text.p[l->text.len - 1] == '.')
		return false;
	if (l->furniture)
		return *sure = shape_is(l, "credit");
	/* "Tin Hội", "Tin hoạt động": a section */
	if (shape_starts(l->text, "Tin ") && !shape_starts(l->text, "Tin và ") && !memchr(l->text.p, ':', l->text.len))
		return false;
	struct view t = l->text;

	/* "(Công đoàn các KCN tỉnh)", "Thùy Dương (thực hiện)", "Theo Báo Hải Phòng" */
	if (t.len > 2 && t.p[0] == '(' && t.p[t.len - 1] == ')')
		t.p++, t.len -= 2;
	/* "✍ Lê Thị Lam", "Nhóm phóng viên" */
	static const char *const pens[] = { "✍ ", "✍️ ", "✎ ", "🖊 " }, *const groups[] = { "Nhóm phóng viên", "Nhóm PV", "Nhóm Phóng viên", "NHÓM PHÓNG VIÊN", "NHÓM PV" };
	size_t mark = SHAPE_HEAD(t, pens);

	t.p += mark;
	t.len -= mark;
	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
		if (view_is(t, groups[i]))
			return *sure = true;
	/* "CN. Kiên Thị Sóc Kha - Khoa Truyền thông": degrees that are other words elsewhere */
	static const char *const degrees[] = { "CN. ", "CN.", "CNĐD. ", "ĐD. ", "DS. ", "KTV. ", "KS. " };
	size_t degree = SHAPE_HEAD(t, degrees);

	if (degree < t.len)
		t.p += degree, t.len -= degree;
	static const char *const done[] = { " (thực hiện)", " thực hiện", " (ghi)", " ghi", " (sưu tầm)", " (tổng hợp)", " tổng hợp", " (CTV)", " (theo", " đưa tin" };
	by |= cut_source(&t);
	static const char *const from[] = { "Theo ", "Nguồn ", "CTV ", "PV ", "PV. ", "BTV ", "Phóng viên ", "Bút ký của ", "Ghi chép của ", "Bài của ", "Phóng sự của ", "Phóng sự ảnh của ", "Chùm ảnh của ", "By " };

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
	if (initials(&x) || behind_section(&x)) {
		lex_free(&x);
		return *sure = true;
	}
	while (first < x.n && (lex_is(&x.tok[first], CLASS_HONORIFICS) || (honour && x.tok[first].symbol == '.')))
		honour |= lex_is(&x.tok[first++], CLASS_HONORIFICS);
	for (size_t i = first; i < x.n; i++) {
		const struct token *k = &x.tok[i];

		/* "Đức Minh, Văn Công" */
		if ((k->symbol == ',' || k->symbol == SYM_DASH || k->symbol == '&') && i - first == words && words >= 2 && words <= 4)
			several = true;
		colon |= k->symbol == ':';
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
	bool first_unit = (first < x.n && lex_unit_begins(&x.tok[first])) || names_team(t);
	bool name = first < x.n && (lex_is(&x.tok[first], CLASS_SURNAMES) || honour);
	/* "Phùng Vĩ - Hội Nông dân tỉnh" */
	size_t dash = first + 2;

	while (dash < x.n && dash < first + 5 && x.tok[dash].symbol >= SYM_WORD && x.tok[dash - 1].caps != CAPS_LOW)
		dash++;
	bool name_more = name && dash + 1 < x.n && (x.tok[dash].symbol == SYM_DASH || x.tok[dash].symbol == '(') &&
			 (lex_unit_begins(&x.tok[dash + 1]) || role_begins(&x.tok[dash + 1]));

	/* "Lê Na, Hội LHPN huyện", "Kim Chi - VP VKSND tỉnh" */
	name_more |= name && !l->sentence_end && dash + 1 < x.n &&
		     ((x.tok[dash].symbol == ',' && lex_unit_begins(&x.tok[dash + 1])) || (x.tok[dash].symbol == SYM_DASH && lex_word(&x, dash + 1, "vp")));

	name_more |= name && !l->sentence_end && dash + 2 < x.n && (x.tok[dash].symbol == ',' || x.tok[dash].symbol == SYM_DASH) && unit_behind_post(&x, dash + 1);
	/* "Thiếu tá Trình Văn Dũng - VKSQS khu vực 41" */
	name_more |= honour && dash + 1 < x.n && x.tok[dash].symbol == SYM_DASH && x.tok[dash + 1].caps == CAPS_ALL;
	/* "Bích Đào - Công an huyện": a pen name, and its office */
	bool pen = !name && first == 0 && dash < 5 && dash + 1 < x.n && (x.tok[dash].symbol == SYM_DASH || x.tok[dash].symbol == '(') && lex_unit_begins(&x.tok[dash + 1]) && x.tok[0].caps != CAPS_LOW &&
		   x.tok[1].caps == x.tok[0].caps && !first_unit && !lex_is(&x.tok[0], CLASS_PROVINCES) && !role_begins(&x.tok[0]) && x.tok[dash - 1].symbol == SYM_WORD;

	lex_free(&x);
	if (verbs || !words || shape_list_item(t) || t.p[t.len - 1] == ':' || (name_more && !by && praises(t)))
		return false;
	*sure = name_more || by || (name && capital == words && words >= 2) || honour;
	/* "Bệnh viện A: Trao thưởng ..." is a headline */
	if (first_unit || name_more || pen)
		return words <= 12 && !(first_unit && colon);
	/* "Top", "Giảm" alone are no names; "PA" may be one */
	if (words == 1 && !name && !by && x1 != CAPS_ALL)
		return false;
	/* "TÓM TẮT VĂN BẢN" is too long for a pen name */
	enum { PEN = 3 };
	size_t spaces = 0;

	for (size_t i = 0; i < t.len; i++)
		spaces += t.p[i] == ' ';
	return capital == words && ((words <= 5 && (name || by || spaces < PEN)) || (several && words <= 9));
}

bool shape_office(const struct page_line *l)
{
	struct lex x = { 0 };

	if (l->points > 90 || l->furniture || l->dated || l->sentence_end)
		return false;
	lex_line(&x, l->text);
	/* "(Nguyên Chủ tịch UBND tỉnh)" */
	size_t first = x.n && x.tok[0].symbol == '(';
	bool office = first < x.n && role_begins(&x.tok[first]);

	/* "Phó Chủ tịch A trao Bằng khen ..." tells what was done */
	for (size_t i = first; i < x.n && office; i++)
		office = !lex_is(&x.tok[i], CLASS_VERBS) || x.tok[i].caps != CAPS_LOW;
	lex_free(&x);
	return office;
}

bool shape_signed(struct view t)
{
	static const char *const words[] = { "(đã ký)", "(Đã ký)", "(ĐÃ KÝ)", "đã ký", "Đã ký" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_is(t, words[i]))
			return true;
	return false;
}
