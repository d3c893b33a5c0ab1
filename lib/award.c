#include "award_parts.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "merit.h"
#include "text.h"

const char *const award_status_name[] = { "mention", "given", "proposed", "title" };

/* “Cờ thi đua ngành Kiểm sát nhân dân”: a name that fills its quotes. t is its first
 * token, end the one behind what is known of it; the closing quote, or 0. */
static size_t quote_close(const struct lex *l, size_t t, size_t end)
{
	enum { LONGEST = 8 };
	size_t k = end;

	if (!t || l->tok[t - 1].symbol != SYM_QUOTE || lex_word(l, end, "của"))
		return 0;
	while (k < l->n && k - end < LONGEST && l->tok[k].symbol == SYM_WORD)
		k++;
	return k > end && k < l->n && l->tok[k].symbol == SYM_QUOTE ? k : 0;
}

/* The closing quote behind an office at token t, or t. */
static size_t quoted_office(const struct lex *l, size_t t)
{
	enum { LONGEST = 10 };
	size_t k = t;

	if (t >= l->n || l->tok[t].caps == CAPS_LOW || !(lex_unit_begins(&l->tok[t]) || lex_is(&l->tok[t], CLASS_ROLES)))
		return t;
	while (k < l->n && k - t < LONGEST && l->tok[k].symbol >= SYM_WORD)
		k++;
	return k < l->n && l->tok[k].symbol == SYM_QUOTE ? k : t;
}

/* “Công dân Thủ đô ưu tú” behind "danh hiệu", or behind another such title: what no list knows
 * is a title all the same. t is its first token; the closing quote, or t. */
static size_t quoted_title(const struct awards *a, size_t t)
{
	enum { LONGEST = 14, AFTER = 3 };
	const struct lex *l = &a->units.lex;
	size_t k = t, behind = t - 1;

	if (t < 2 || l->tok[t - 1].symbol != SYM_QUOTE || l->tok[t].symbol != SYM_WORD || l->tok[t].caps == CAPS_LOW)
		return t;
	for (size_t n = 0; n < AFTER && behind > 0 && (lex_word(l, behind - 1, "cao quý") || lex_word(l, behind - 1, "vinh dự") || lex_word(l, behind - 1, "nhà nước")); n++)
		behind--;
	bool listed = a->n && behind > 1 && (l->tok[behind - 1].symbol == ',' || award_and(l, behind - 1)) && l->tok[behind - 2].symbol == SYM_QUOTE && !strcmp(a->found[a->n - 1].tag, "title") &&
		      a->found[a->n - 1].end == l->tok[behind - 2].start;

	if (!listed && !(behind && lex_words_end(l, behind - 1, "danh hiệu")))
		return t;
	/* "Chi bộ trong sạch, vững mạnh" is a grade of the Party's */
	for (; k < l->n && k - t < LONGEST && l->tok[k].symbol != SYM_QUOTE && l->tok[k].symbol != '.' && l->tok[k].symbol != ';'; k++)
		if (lex_words_end(l, k, "trong sạch") || lex_words_end(l, k, "hoàn thành") || lex_words_end(l, k, "cơ sở đảng") || lex_words_end(l, k, "chi bộ"))
			return t;
	return k < l->n && k > t + 1 && l->tok[k].symbol == SYM_QUOTE ? k : t;
}

/* "Công dân tiêu biểu tỉnh Quảng Ngãi": the token behind the place at token t, or t. */
static size_t behind_where(const struct lex *l, size_t t)
{
	enum { LONGEST = 4 };
	size_t k = t + 1;

	if (k >= l->n || !lex_any(&l->tok[t], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)))
		return t;
	while (k < l->n && k - t <= LONGEST && l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_FIRST)
		k++;
	return k > t + 1 ? k : t;
}

/* "danh hiệu Nông dân Việt Nam xuất sắc": a title without quotes, by the word that praises at its
 * end. t is its first token; the token behind it, or t. */
static size_t plain_title(const struct lex *l, size_t t)
{
	enum { LONGEST = 9 };
	static const char *const praises[] = { "xuất sắc", "tiêu biểu", "ưu tú", "giỏi", "danh dự", "dũng cảm" }, *const none[] = { "trong sạch", "hoàn thành" };

	if (!t || l->tok[t].symbol != SYM_WORD || l->tok[t].caps != CAPS_FIRST || !lex_words_end(l, t - 1, "danh hiệu"))
		return t;
	for (size_t k = t; k < l->n && k - t < LONGEST && l->tok[k].symbol == SYM_WORD && !lex_word(l, k, "cho"); k++) {
		if (LEX_ENDS_ONE_OF(l, k, none))
			return t;
		if (k > t && LEX_ENDS_ONE_OF(l, k, praises))
			return behind_where(l, k + 1);
	}
	return t;
}

/* What may go on behind the name: class, quoted name, level, giver. */
static void read_name(struct awards *a, struct award *x, size_t t, const char *tag)
{
	static const char *const grades[] = { "nhất", "nhì", "ba", "i", "ii", "iii", "1", "2", "3" };
	static const char *const degrees[] = { "xuất sắc", "dẫn đầu", "tiêu biểu", "toàn diện", "chuyên đề" };
	struct lex *l = &a->units.lex;
	bool paper = !strcmp(tag, "merit") || !strcmp(tag, "praise") || !strncmp(tag, "flag", 4), badge = !strcmp(tag, "badge");

	size_t first = t, close = quote_close(l, t, award_token(l, t, x->end));

	if (close)
		x->end = l->tok[close - 1].end;
	t = award_token(l, t, x->end);
	if (lex_word(l, t, "hạng") && LEX_ONE_OF(l, t + 1, grades)) {
		x->end = l->tok[t + 1].end;
		t += 2;
	}
	/* a quote behind a name in quotes closes them */
	bool inside = first && l->tok[first - 1].symbol == SYM_QUOTE;

	if (!close && !inside && t < l->n && l->tok[t].symbol == SYM_QUOTE && (badge || !strcmp(tag, "keepsake") || !strcmp(tag, "flag-quoted") || !strcmp(tag, "flag"))) {
		size_t k = t + 1;

		while (k < l->n && k - t < 30 && l->tok[k].symbol != SYM_QUOTE)
			k++;
		if (k < l->n && k > t + 2 && l->tok[k].symbol == SYM_QUOTE) {
			x->end = l->tok[k].end;
			t = k + 1;
		}
	}
	/* "kỷ niệm chương vì sự nghiệp xây dựng tổ chức Công đoàn" */
	if ((badge || !strcmp(tag, "keepsake")) && t + 1 < l->n && lex_key_at(l, l->tok[t].start, "vì ")) {
		static const char *const stops[] = { "cho", "năm", "của", "đối với", "và", "tại", "là", "được", "do", "nhằm", "nhân", "nhân dịp", "đã", "tới", "vì", "trong", "khi", "để", "vào" };
		size_t k = t + 1;

		while (k < l->n && k - t < 12 && l->tok[k].symbol == SYM_WORD && !LEX_ONE_OF(l, k, stops))
			k++;
		x->end = l->tok[k - 1].end;
		t = k;
	}
	/* "Huy hiệu 50 năm tuổi Đảng", "Huy hiệu 60, 55, 50 năm tuổi Đảng", "40 năm, 30 năm tuổi Đảng" */
	static const char party[] = "năm tuổi đảng";
	enum { YEARS = 24 };

	for (size_t k = t; badge && k + 1 < l->n && k - t < YEARS && l->tok[k].symbol == SYM_NUMBER;) {
		if (lex_key_at(l, l->tok[k + 1].start, party)) {
			x->end = l->tok[k + 1].start + strlen(party);
			t = award_token(l, k, x->end);
			break;
		}
		k += 1 + lex_word(l, k + 1, "năm");
		if (k >= l->n || (l->tok[k].symbol != ',' && !award_and(l, k)))
			break;
		k++;
	}
	/* "Kỷ niệm chương Cựu chiến binh Việt Nam", "Kỷ niệm chương Bảo vệ an ninh Tổ quốc" */
	if ((badge || !strcmp(tag, "keepsake")) && x->end == x->start + x->base && t < l->n && l->tok[t].symbol == SYM_WORD && l->tok[t].caps == CAPS_FIRST &&
	    !(lex_is(&l->tok[t], CLASS_SURNAMES) && t + 1 < l->n && l->tok[t + 1].caps == CAPS_FIRST)) {
		enum { LONGEST = 7 };
		static const char *const stops[] = { "cho", "năm", "của", "đối với", "và", "tại", "do", "được", "đã" };
		size_t k = t;

		while (k < l->n && k - t < LONGEST && l->tok[k].symbol == SYM_WORD && !LEX_ONE_OF(l, k, stops) && !(l->tok[k].caps == CAPS_LOW && (a->cues.p[k] & (CUE_GIVE | CUE_TAKE))))
			k++;
		if (k > t && (k == l->n || l->tok[k].symbol != SYM_QUOTE)) {
			x->end = l->tok[k - 1].end;
			t = k;
		}
	}
	for (size_t i = 0; !strcmp(tag, "flag") && t < l->n && i < sizeof degrees / sizeof *degrees; i++) {
		size_t n = strlen(degrees[i]), end = l->tok[t].start + n;

		if (l->text.len < end || memcmp(l->key.p + l->tok[t].start, degrees[i], n) || !lex_word_ends(l->text, end))
			continue;
		x->end = end;
		t = award_token(l, t, end);
	}
	if ((paper || !strcmp(tag, "title-open")) && lex_word(l, t, "cấp") && t + 1 < l->n && l->tok[t + 1].symbol == SYM_WORD) {
		x->end = l->tok[t + 1].end;
		t += 2;
	}
	/* "Cờ thi đua ngành Tư pháp", "Chiến sĩ thi đua ngành Ngân hàng" */
	if ((!strcmp(tag, "flag") || !strcmp(tag, "title-open")) && lex_word(l, t, "ngành")) {
		bool field = t + 1 < l->n && l->tok[t + 1].caps == CAPS_FIRST && lex_is(&l->tok[t + 1], CLASS_SECTORS);

		if (field || strcmp(tag, "flag")) {
			x->end = l->tok[t + field].end;
			t += 1 + field;
		}
	}
	/* the list has "ngành Ngân hàng" as one */
	else if ((!strcmp(tag, "flag") || !strcmp(tag, "title-open")) && t < l->n && lex_key_at(l, l->tok[t].start, "ngành ")) {
		x->end = l->tok[t].end;
		t++;
	}
	if (!paper)
		return;
	size_t from = t + lex_word(l, t, "của"), next = award_office_at(a, from);

	/* “Bằng khen của Bộ Xây dựng”: units are not looked for in quotes */
	if (from > t && inside && quoted_office(l, from) > next)
		next = quoted_office(l, from);

	if (from == t && !strcmp(tag, "flag-quoted"))
		return;

	/* “Cờ thi đua” của Bộ Công an: who gives it is no part of a name in quotes */
	bool quoted = false;

	if (next == from && t + 1 < l->n && l->tok[t].symbol == SYM_QUOTE && lex_word(l, t + 1, "của")) {
		from = t + 2;
		next = award_office_at(a, from);
		quoted = true;
	}
	if (next == from)
		return;
	x->giver_start = l->tok[from].start;
	x->giver_end = l->tok[next - 1].end;
	x->end = quoted ? x->end : x->giver_end;
}

/* Words of the list that are something else here. */
static bool is_name(const struct awards *a, const struct award *x, size_t t, const char *tag)
{
	static const char *const openers[] = { "cấp", "cơ sở", "toàn", "ngành", "tỉnh", "bộ", "thành phố" };
	const struct lex *l = &a->units.lex;
	size_t next = award_token(l, t, x->end);

	/* "Đơn vị tiên tiến hành", "Các chiến sĩ thi đua nhau" */
	if (!strcmp(tag, "title-open"))
		return LEX_ONE_OF(l, next, openers) || (t && l->tok[t - 1].symbol == SYM_QUOTE) || (l->tok[t].caps != CAPS_LOW && !lex_word(l, next, "nhau"));
	if (!strcmp(tag, "flag-quoted"))
		return x->end > x->start + strlen("cờ") + 6;
	/* "Huy chương Vàng" is of a contest */
	static const char *const metals[] = { "vàng", "bạc", "đồng" };

	if (!strcmp(tag, "badge"))
		return x->end > x->start + x->base && !LEX_ONE_OF(l, award_token(l, t, x->start + x->base), metals);
	/* "gắn Huân chương ... lên lá cờ truyền thống của nhà trường": where it hangs */
	if (!strcmp(tag, "flag") && t && (lex_word(l, t - 1, "lên") || lex_word(l, t - 1, "lá")))
		return !lex_key_at(l, x->start, "cờ truyền thống");
	/* a word of the name begins something else: "Đơn vị tiên tiến hành khảo sát" */
	if (next && l->tok[next - 1].end > x->end)
		return false;
	if (!strcmp(tag, "other") && !(t && l->tok[t - 1].symbol == SYM_QUOTE))
		return false;
	/* "Anh hùng Lao động Hồ Thị Lan": a form of address */
	if (!strcmp(tag, "state-title") && next < l->n && l->tok[next].caps == CAPS_FIRST && lex_is(&l->tok[next], CLASS_SURNAMES))
		return false;
	return true;
}

/* Orders and titles of the state are conferred by its President alone (Law 06/2022/QH15,
 * article 77; before, 15/2003/QH11, article 77), in old days by its councils: who is named
 * else only hands them over. */
static bool of_the_state(const struct lex *l, const struct award *x)
{
	static const char *const states[] = { "chủ tịch nước", "nhà nước", "chính phủ", "quốc hội", "hội đồng bộ trưởng" };

	/* "Phó Thủ tướng Thường trực Chính phủ", "Chủ tịch Quốc hội gắn Huân chương" */
	struct view key = { l->key.p, l->text.len };

	if (view_has(key, x->giver_start, "phó ") || view_has(key, x->giver_start, "chủ tịch quốc hội"))
		return false;
	for (size_t i = x->giver_start; i < x->giver_end; i++)
		for (size_t w = 0; w < sizeof states / sizeof *states; w++) {
			size_t n = strlen(states[w]);

			if (x->giver_end - i >= n && !memcmp(l->key.p + i, states[w], n))
				return true;
		}
	return false;
}

/* "36 “Nghệ nhân ưu tú”", "24 danh hiệu vinh dự Nhà nước “Bà mẹ ...”": the token that
 * begins what stands before the award at token t, its number if it has one. */
static size_t counted_from(const struct lex *l, size_t t)
{
	/* as one token or as two, by what the lists know */
	static const char *const words[] = { "danh", "hiệu", "vinh dự", "nhà nước", "nhà", "nước", "cao", "quý", "chiếc", "lá", "tấm" };
	enum { REACH = 8 };
	size_t from = t;

	while (from && t - from < REACH && (l->tok[from - 1].symbol == SYM_QUOTE || LEX_ONE_OF(l, from - 1, words)))
		from--;
	if (!from || l->tok[from - 1].symbol != SYM_NUMBER)
		return from;
	from--;
	while (from > 1 && l->tok[from - 1].symbol == '.' && l->tok[from - 2].symbol == SYM_NUMBER && l->tok[from - 1].end == l->tok[from].start &&
	       l->tok[from - 2].end == l->tok[from - 1].start)
		from -= 2;
	return from;
}

/* "năm 2018 danh hiệu ...", "số 12", "15.9": no number of awards at token t. */
static bool dated(const struct lex *l, size_t t)
{
	static const char *const heads[] = { "năm", "ngày", "tháng", "số", "mục", "đợt", "quý", "khóa", "lần", "thứ", "khối", "cụm" };
	size_t n, behind = award_number_at(l, t, &n);

	return behind == t || (behind < l->n && l->tok[behind].symbol == '.') || (t && LEX_ONE_OF(l, t - 1, heads)) ||
	       (t && l->tok[t - 1].symbol == '/');
}

/* "năm 2005", "(2005)", "(năm 2005)" at token t: the token after it, or t. */
static size_t behind_year(const struct lex *l, size_t t)
{
	size_t open = t < l->n && l->tok[t].symbol == '(', k = t + open;

	k += lex_word(l, k, "năm");
	if (k == t || k >= l->n || l->tok[k].symbol != SYM_NUMBER || l->tok[k].end - l->tok[k].start != 4)
		return t;
	k++;
	return !open ? k : k < l->n && l->tok[k].symbol == ')' ? k + 1 : t;
}

/* Is the award x, which begins at token from, an item of the list that the last one is
 * in: behind a semicolon, a comma or "và", and nothing said of it but who gives and gets it? */
static bool goes_on(const struct awards *a, const struct award *x, size_t from, size_t clause)
{
	/* "...; năm 2020, Bằng khen" */
	size_t year = behind_year(&a->units.lex, clause);

	if (year > clause && a->n && year < a->units.lex.n)
		clause = year + (a->units.lex.tok[year].symbol == ',' || a->units.lex.tok[year].symbol == ':');
	static const char *const words[] = { "của", "cho", "cấp", "năm", "hạng", "do", "các hạng", "các loại", "các" };
	const struct lex *l = &a->units.lex;
	size_t behind = award_token(l, from, x->end);
	bool joined = from && a->n && clause < l->n && a->found[a->n - 1].start >= l->tok[clause].start && (l->tok[from - 1].symbol == ',' || award_and(l, from - 1));

	if (from != clause && !joined)
		return false;
	return behind >= l->n || l->tok[behind].symbol != SYM_WORD || lex_is(&l->tok[behind], CLASS_CONNECTORS) || LEX_ONE_OF(l, behind, words);
}

static void add(struct awards *a, const struct award *x)
{
	if (!a->found || a->n == a->cap) {
		a->cap = a->cap ? a->cap * 2 : 16;
		a->found = xgrow(a->found, a->cap, sizeof *a->found);
	}
	a->found[a->n++] = *x;
}

/* ", hạng Nhì và hạng Ba", ", Nhì, Ba", "năm 2005, hạng Nhì năm 2010" behind an award that begins at token t and
 * has its class: those classes, and how many they are. *own: who has each is said behind it, "cho 1 tập thể,
 * hạng Nhì cho 2 tập thể". */
enum { CLASSES = 2 };
static size_t further_classes(const struct awards *a, size_t t, const struct award *x, struct award *more, bool *own)
{
	static const char *const classes[] = { "nhất", "nhì", "ba" }, *const roman[] = { "i", "ii", "iii" };
	const struct lex *l = &a->units.lex;
	size_t n = 0;

	*own = false;
	t = award_token(l, t, x->end);
	if (!t || !(LEX_ONE_OF(l, t - 1, classes) || LEX_ONE_OF(l, t - 1, roman)) || !(t > 1 && lex_word(l, t - 2, "hạng")))
		return 0;
	while (n < CLASSES) {
		size_t joint = behind_year(l, t), g = lex_word(l, joint, "cho") ? award_groups_upto(a, joint + 1) : a->ngroups;
		bool group = g < a->ngroups && a->group[g].start == joint + 1;
		const struct unit *unit = !group && lex_word(l, joint, "cho") ? unit_at(&a->units, joint + 1) : NULL;

		joint = group ? a->group[g].end : unit ? unit->last + 1 : joint;
		group |= unit != NULL;
		if (!(award_and(l, joint) || (joint < l->n && l->tok[joint].symbol == ',')))
			break;
		size_t first = joint + 1, grade = first + lex_word(l, first, "hạng");
		int class = 0;

		for (int i = 0; i < 3; i++)
			class = lex_word(l, grade, classes[i]) || lex_word(l, grade, roman[i]) ? i + 1 : class;
		/* "ba" alone may count what follows */
		if (!class || (grade == first && (joint > t || (l->tok[grade].caps == CAPS_LOW && l->tok[grade].symbol != SYM_ROMAN))))
			break;
		*own |= group;
		more[n++] = (struct award){ .start = l->tok[first].start, .end = l->tok[grade].end, .class = class };
		t = grade + 1;
	}
	return n;
}

bool award_find(struct awards *a, enum kind kind, struct view text)
{
	struct lex *l = &a->units.lex;
	bool fine = true, any = false;
	size_t some;

	a->n = 0;
	unit_read(&a->units, text);
	for (size_t t = 0; t < l->n && !any; t++)
		any = l->tok[t].symbol == SYM_WORD ? merit_at(l, t, MERIT_AWARD, &some) != NULL || plain_title(l, t) > t : t + 1 < l->n && quoted_title(a, t + 1) > t + 1;
	if (!any)
		return true;
	fine = unit_find_read(&a->units, kind);
	award_read_groups(a);
	award_read_cues(a);
	size_t gave = 0; /* the verb of the award before */
	size_t clause = 0, seen = 0; /* the clause of token seen begins there */
	enum award_status said = AWARD_MENTION;

	for (size_t t = 0; t < l->n;) {
		size_t len;
		const char *name = l->tok[t].symbol == SYM_WORD ? merit_at(l, t, MERIT_AWARD, &len) : NULL;

		size_t close = quoted_title(a, t);

		close = close == t && !name ? plain_title(l, t) : close;
		/* “Cờ thi đua của UBND tỉnh” goes on with who gives it; “Lao động tiên tiến xuất sắc” is another title */
		bool known = name && !(close > t && award_token(l, t, l->tok[t].start + len) < close && !strncmp(merit_tag(l, l->tok[t].start, MERIT_AWARD), "title", strlen("title")));

		if (!known && close == t) {
			t++;
			continue;
		}
		if (!known) {
			name = "";
			len = l->tok[close - 1].end - l->tok[t].start;
		}
		struct award x = { .start = l->tok[t].start, .base_start = l->tok[t].start, .end = l->tok[t].start + len, .base = len, .name = name };
		const char *tag = x.tag = known ? merit_tag(l, x.start, MERIT_AWARD) : "title";

		if (known)
			read_name(a, &x, t, tag);
		if (known && !is_name(a, &x, t, tag)) {
			t++;
			continue;
		}
		size_t verb;

		x.status = award_read_status(a, t, &verb);
		for (; seen < t; seen++) {
			if (award_sentence_ends(l, seen))
				said = AWARD_MENTION;
			if (award_sentence_ends(l, seen) || l->tok[seen].symbol == ';')
				clause = seen + 1;
		}
		/* "đã tặng 1 Huân chương ...; 42 Bằng khen ...": an item of a list */
		size_t number = counted_from(l, t);

		if (x.status == AWARD_MENTION && !verb && goes_on(a, &x, number, clause))
			x.status = said;
		said = x.status;
		/* "bà Trần Thị Kim được bằng khen của Hội Nông dân": who is named before has it */
		if (x.status == AWARD_MENTION && !verb && t > 1 && lex_word(l, t - 1, "được") &&
		    (l->tok[t - 2].caps == CAPS_FIRST || l->tok[t - 2].symbol == ')' || lex_word(l, t - 2, "đã")))
			x.status = AWARD_GIVEN;
		if (x.status == AWARD_GIVEN && (!strncmp(tag, "title", 5) || !strcmp(tag, "state-title")))
			x.status = AWARD_TITLE;
		if (number < t && l->tok[number].symbol == SYM_NUMBER && !dated(l, number) && !unit_covers(&a->units, number))
			award_number_at(l, number, &x.count);
		/* "Huân chương Lao động hạng Nhất, hạng Nhì và hạng Ba cho 5 cá nhân" */
		struct award more[CLASSES];
		bool own = false;
		size_t several = strcmp(tag, "order") && strcmp(tag, "medal") ? 0 : further_classes(a, t, &x, more, &own), end = x.end;

		x.end = several && !own ? more[several - 1].end : end;
		award_read_after(a, &x, t);
		x.end = end;
		/* "02 tập thể được ... tặng" */
		size_t g = award_groups_upto(a, t);
		bool of_group = !verb || award_read_subject(a, &x, verb, clause);

		if (of_group && !x.recipient_end && !x.count && g && a->group[g - 1].start >= clause)
			award_set_group(l, &x, &a->group[g - 1]);
		if (verb)
			award_read_actors(a, &x, verb, clause);
		if (verb && !x.recipient_end && !x.count)
			award_read_before(a, &x, clause, verb);
		/* a line may begin with its verb */
		if ((verb || x.status != AWARD_MENTION) && !x.recipient_end && !x.count && (a->cues.p[verb] & CUE_GIVE) && !(a->cues.p[verb] & CUE_TAKE))
			award_read_between(a, &x, verb, number < t && l->tok[number].symbol == SYM_NUMBER ? t : number);
		/* "3 tập thể nhận Bằng khen và nhiều Kỷ niệm chương": others have these */
		bool others = t && lex_word(l, t - 1, "nhiều") && a->n && a->found[a->n - 1].recipient_start == x.recipient_start && a->found[a->n - 1].count;

		if (others)
			x.count = 0;
		if (x.unsure || others)
			x.recipient_start = x.recipient_end = 0;
		/* "đề nghị UBND tỉnh tặng Cờ thi đua cho A, tặng Bằng khen cho B" */
		struct award first = { .recipient_end = 1 };

		const struct award *last = a->n ? &a->found[a->n - 1] : NULL;
		bool gives = verb && !x.giver_end && last && (a->cues.p[verb] & CUE_GIVE) && !(a->cues.p[verb] & CUE_TAKE) && last->status == x.status;

		if (gives && verb > clause && (l->tok[verb - 1].symbol == ',' || award_and(l, verb - 1)) && last->start >= l->tok[clause].start) {
			/* "Thủ tướng tặng Cờ thi đua của Chính phủ cho A, tặng Bằng khen cho B" */
			if (gave >= clause)
				award_read_actors(a, &first, gave, clause);
			x.giver_start = first.giver_end ? first.giver_start : last->giver_start;
			x.giver_end = first.giver_end ? first.giver_end : last->giver_end;
		} else if (gives && verb == clause && clause && l->tok[clause - 1].symbol == ';' && last->giver_end != last->end) {
			/* "Chủ tịch UBND tỉnh tặng Cờ thi đua cho A; tặng Bằng khen cho B" */
			x.giver_start = last->giver_start;
			x.giver_end = last->giver_end;
		}
		/* "trao Huân chương A cho B; Huân chương C cho D" */
		if (!verb && !x.giver_end && number == clause && number && l->tok[number - 1].symbol == ';' && last && last->status == x.status && x.status != AWARD_MENTION && last->giver_end != last->end) {
			x.giver_start = last->giver_start;
			x.giver_end = last->giver_end;
		}
		if (verb)
			gave = verb;
		/* "tặng Cờ thi đua, Bằng khen cho 5 tập thể" */
		struct award *before = a->n ? &a->found[a->n - 1] : NULL;

		if (before && x.recipient_end && !before->recipient_end && !before->count && before->status == x.status && number > clause && (l->tok[number - 1].symbol == ',' || award_and(l, number - 1)) &&
		    before->end == l->tok[number - 2].end) {
			before->recipient_start = x.recipient_start;
			before->recipient_end = x.recipient_end;
			before->count = x.count;
		}
		if ((!strcmp(tag, "order") || !strcmp(tag, "state-title")) && x.giver_end && !of_the_state(l, &x))
			x.giver_start = x.giver_end = 0;
		add(a, &x);
		for (size_t i = 0; i < several; i++) {
			struct award y = x;

			y.start = more[i].start;
			y.end = more[i].end;
			y.class = more[i].class;
			if (own) {
				y.recipient_start = y.recipient_end = y.count = 0;
				award_read_after(a, &y, t);
			}
			add(a, &y);
		}
		t = award_token(l, t, a->found[a->n - 1].end);
	}
	return fine;
}

void award_name(struct str *out, const struct awards *a, const struct award *x)
{
	static const char *const grades[][2] = { { "i", "Nhất" }, { "ii", "Nhì" }, { "iii", "Ba" }, { "nhất", "Nhất" }, { "nhì", "Nhì" }, { "ba", "Ba" }, { "1", "Nhất" }, { "2", "Nhì" }, { "3", "Ba" } };
	const struct lex *l = &a->units.lex;
	size_t from = out->len, at = x->base_start + x->base;
	bool giver = x->giver_end == x->end && x->giver_end;
	size_t end = giver ? x->giver_start : x->end;

	if (*x->name)
		str_add(out, x->name, strlen(x->name));
	else
		text_canon(out, (struct view){ l->text.p + x->base_start, x->base });
	text_capital(out->p + from, out->len - from);
	if (x->class) {
		static const char *const classes[] = { " hạng Nhất", " hạng Nhì", " hạng Ba" };

		str_add(out, classes[x->class - 1], strlen(classes[x->class - 1]));
		return;
	}
	/* "hạng III" */
	for (size_t i = 0; i < sizeof grades / sizeof *grades; i++) {
		static const char class[] = " hạng ";
		size_t n = sizeof class - 1 + strlen(grades[i][0]);

		if (end - at < n || memcmp(l->key.p + at, class, sizeof class - 1) || memcmp(l->key.p + at + sizeof class - 1, grades[i][0], strlen(grades[i][0])) ||
		    (end - at > n && l->key.p[at + n] != ' '))
			continue;
		str_add(out, class, sizeof class - 1);
		str_add(out, grades[i][1], strlen(grades[i][1]));
		at += n;
		break;
	}
	/* what stands between, without "của" */
	size_t rest = end;

	while (rest > at && l->text.p[rest - 1] == ' ')
		rest--;
	if (giver && rest - at >= strlen("của") && !memcmp(l->key.p + rest - strlen("của"), "của", strlen("của")))
		rest -= strlen("của");
	while (rest > at && (l->text.p[rest - 1] == ' ' || (giver && l->text.p[rest - 1] == '"')))
		rest--;
	text_canon(out, (struct view){ l->text.p + at, rest - at });
	if (!giver)
		return;
	str_add(out, " của ", strlen(" của "));
	struct view by = { l->key.p + x->giver_start, x->giver_end - x->giver_start };

	/* The Prime Minister signs both: the laws name the flag after the Government. */
	if (view_is(by, "thủ tướng") || view_is(by, "thủ tướng chính phủ")) {
		const char *name = l->key.p[x->start] == 'c' ? "Chính phủ" : "Thủ tướng Chính phủ";

		str_add(out, name, strlen(name));
	} else {
		text_canon(out, (struct view){ l->text.p + x->giver_start, by.len });
	}
}

void award_recipient(struct str *out, const struct awards *a, const struct award *x)
{
	const struct lex *l = &a->units.lex;
	size_t t = 0, end = l->n, done = x->recipient_start;

	while (t < end) {
		size_t middle = (t + end) / 2;

		if (l->tok[middle].start < x->recipient_start)
			t = middle + 1;
		else
			end = middle;
	}

	/* "tập thể và 12 cá nhân": the number of all of them is said apart */
	for (t++; x->count && t < l->n && l->tok[t].end <= x->recipient_end; t++) {
		size_t n, next = award_number_at(l, t, &n), from = t - award_about(l, t - 1);

		if (next == t || !from || l->tok[t].symbol != SYM_NUMBER || !(l->tok[from - 1].symbol == ',' || award_and(l, from - 1)) || next >= l->n)
			continue;
		str_add(out, l->text.p + done, l->tok[from].start - done);
		done = l->tok[next].start;
	}
	if (done < x->recipient_end)
		str_add(out, l->text.p + done, x->recipient_end - done);
}

void awards_free(struct awards *a)
{
	units_free(&a->units);
	str_free(&a->cues);
	free(a->group);
	free(a->found);
	*a = (struct awards){ 0 };
}
