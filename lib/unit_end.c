#include "unit_parts.h"

#include <string.h>

/* Where a name ends, once the rules have read it: who heads the unit may stand right behind
 * it, or what tells it from others like it. Each gives the token after the unit of tokens
 * t..end-1. */

/* Is token t a word with a capital, right behind the one before, that nothing else begins with? */
static bool name_word(const struct lex *l, size_t t)
{
	return t < l->n && l->tok[t].symbol == SYM_WORD && l->tok[t].caps == CAPS_FIRST && l->tok[t].start - l->tok[t - 1].end == 1 &&
	       !lex_any(&l->tok[t], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP) | LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_DOCUMENTS));
}

/* "Bí thư Tỉnh ủy Lê Diễn phát biểu", "Chủ tịch UBND huyện Trần Hùng cho biết": a surname that
 * no district begins with, but for those of the lists, and a syllable that a verb follows,
 * behind an office (the head is token t); nobody is named before it. */
static bool short_name_behind(const struct lex *l, size_t t, size_t first)
{
	static const char *const seats[] = { "tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "tỉnh đoàn", "thành đoàn", "huyện đoàn", "quốc hội" };
	static const char *const levels[] = { "huyện", "quận", "thị xã", "thành phố", "tỉnh" };
	size_t office = t;

	if (!t || !lex_is(&l->tok[t - 1], CLASS_ROLES) || !lex_has(&l->tok[first], CLASS_SURNAMES, TAG_SURE) || first + 2 >= l->n ||
	    lex_any(&l->tok[first + 1], LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_SECTORS)) || !lex_is(&l->tok[first + 2], CLASS_VERBS) || l->tok[first + 2].caps != CAPS_LOW)
		return false;
	/* "Tổng Giám đốc Kho bạc Nhà nước Trần Quân": what has no place of its own; schools and firms bear names */
	int kind = unit_kind(&l->tok[t]);
	bool field = (kind == TAG_STATE || kind == TAG_PARTY || kind == TAG_MASS) && lex_any(&l->tok[first - 1], LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_UNIT_WHOLE) | LEX_BIT(CLASS_UNIT_PLACE));

	if (!field && !LEX_ONE_OF(l, first - 1, seats) && !LEX_ONE_OF(l, first - 1, levels))
		return false;
	while (office && lex_any(&l->tok[office - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)))
		office--;
	/* behind a comma, a dash or a bracket it may be of who was named before */
	return !office || l->tok[office - 1].symbol == SYM_WORD || l->tok[office - 1].symbol == '.' || l->tok[office - 1].symbol == ';' || l->tok[office - 1].symbol == ':';
}

/* "Chủ tịch UBND huyện Hạng Nhè Ly chủ trì": who holds the office has to be named; where
 * nobody is before it, three or four words behind the level are, and no place: districts
 * have shorter names, but for those of the lists. Wards bear names of persons. The token
 * they begin at, or end. t is the head, behind an office. */
static size_t holder_behind_level(const struct lex *l, size_t t, size_t end)
{
	size_t first = end, office = t;

	while (first > t + 1 && l->tok[first - 1].symbol == SYM_WORD && l->tok[first - 1].caps == CAPS_FIRST &&
	       !lex_any(&l->tok[first - 1], LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_PLACES_NAMED) | LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_SECTORS)) &&
	       (lex_is(&l->tok[first - 1], CLASS_SURNAMES) || lex_one_word(l, first - 1)))
		first--;
	/* "Đảng ủy xã Rah Lan Hyun", "UBND xã Ksor Phước": no place has a surname of the highlands */
	bool two = end - first == 2 && lex_is(&l->tok[first], CLASS_NAME_PARTICLES) &&
		   (lex_is(&l->tok[first], CLASS_SURNAMES) || !lex_one_word(l, first));

	/* but "UBND xã Thạch Khê Lê Văn An": who holds the office stands behind the place */
	bool behind = end + 1 < l->n && lex_is(&l->tok[end], CLASS_SURNAMES) && name_word(l, end) && name_word(l, end + 1);
	/* "Lê Văn An, Chủ tịch UBND xã Thạch Khê": or before the office */
	bool named = t > 2 && (l->tok[t - 2].symbol == ',' || l->tok[t - 2].symbol == SYM_DASH) && l->tok[t - 3].symbol == SYM_WORD && l->tok[t - 3].caps == CAPS_FIRST && !lex_unit_word(&l->tok[t - 3]);

	if (two && t && lex_is(&l->tok[t - 1], CLASS_ROLES) && !behind && !named)
		return first;
	if (end - first == 2 && short_name_behind(l, t, first))
		return first;
	/* "UBND xã Trần Lê Minh", "Hội Nông dân xã Lý Láo Lở": nobody whose name a ward bears has two surnames, or this in its middle */
	static const char *const middles[] = { "láo", "seo", "mí", "dì", "sín", "dảo", "quầy", "phù", "bá", "sô", "chỉn", "a" };
	bool nobody = end - first == 3 && lex_is(&l->tok[first - 1], CLASS_LEVELS) && (lex_has(&l->tok[first + 1], CLASS_SURNAMES, TAG_SURE) || LEX_ONE_OF(l, first + 1, middles));

	if (end - first < 3 || end - first > 4 || !lex_is(&l->tok[first], CLASS_SURNAMES) ||
	    !(nobody || lex_has(&l->tok[first - 1], CLASS_LEVELS, TAG_DISTRICT) || lex_has(&l->tok[first - 1], CLASS_LEVELS, TAG_CITY)))
		return end;
	while (office && (lex_is(&l->tok[office - 1], CLASS_ROLES) || lex_is(&l->tok[office - 1], CLASS_ROLE_MODIFIERS)))
		office--;
	/* behind a comma, a dash or a bracket it is the office of who was named before */
	if (office && (lex_has(&l->tok[office - 1], CLASS_CONNECTORS, TAG_AND) || l->tok[office - 1].symbol != SYM_WORD) && l->tok[office - 1].symbol != '.' && l->tok[office - 1].symbol != ';' && l->tok[office - 1].symbol != ':')
		return end;
	/* "xã Nguyễn Việt Khái, huyện Phú Tân" */
	if (end + 1 < l->n && l->tok[end].symbol == ',' && lex_any(&l->tok[end + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)))
		return end;
	return first;
}

/* "UBND xã Nguyễn Trần Minh Anh", "Trường THCS Nguyễn Trần Minh Anh": no place is called by a surname alone, and nothing
 * by a sure one, where another sure one and the name of a person follow. The token where who holds the office begins, or end. */
static size_t before_surnames(const struct lex *l, size_t t, size_t end)
{
	const size_t first = end - 1;

	if (!t || end < t + 2 || !lex_any(&l->tok[t - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)))
		return end;
	/* "UBND xã Võ Lê Tường Vi": nor by two sure ones */
	if (end > t + 2 && lex_is(&l->tok[first - 2], CLASS_LEVELS) && lex_has(&l->tok[first], CLASS_SURNAMES, TAG_SURE) && lex_has(&l->tok[first - 1], CLASS_SURNAMES, TAG_SURE) && l->tok[first].caps == CAPS_FIRST && name_word(l, end))
		return first - 1;
	if (!lex_is(&l->tok[first], CLASS_SURNAMES) || l->tok[first].caps != CAPS_FIRST ||
	    !lex_one_word(l, first) || lex_is(&l->tok[first], CLASS_PLACES_ONE) || end + 1 >= l->n || !lex_has(&l->tok[end], CLASS_SURNAMES, TAG_SURE) || !name_word(l, end) || !name_word(l, end + 1) ||
	    lex_word(l, end + 1, "văn") || lex_word(l, end + 1, "thị"))
		return end;
	return lex_is(&l->tok[first - 1], CLASS_LEVELS) || lex_has(&l->tok[first], CLASS_SURNAMES, TAG_SURE) ? first : end;
}

/* "Giám đốc Trung tâm Lê Minh Đức": behind an office the head alone stands for a
 * unit named elsewhere, and what follows is who holds it. The unit that ends at
 * end ends at t then. Schools and funds do bear names of persons. */
static size_t before_person(const struct lex *l, size_t t, size_t end)
{
	size_t body = t + 1;

	/* "Trường Đại học Quy Nhơn - TS Lê Xuân Vinh": a degree begins a name */
	for (size_t i = body; i < end && i + 1 < l->n; i++)
		if (lex_is(&l->tok[i], CLASS_HONORIFICS) && l->tok[i].caps == CAPS_ALL && lex_is(&l->tok[i + 1], CLASS_SURNAMES) && l->tok[i + 1].caps == CAPS_FIRST)
			return i - (i > body && l->tok[i - 1].symbol == SYM_DASH);
	/* "Chủ tịch UBND huyện Lắk Y Thái Niê", "Trưởng Ban Dân vận Tỉnh ủy H'Kim Hoa Byă": highland names
	 * begin so, places with a level before it do not */
	bool field = unit_kind(&l->tok[t]) == TAG_SCHOOL || unit_kind(&l->tok[t]) == TAG_HEALTH; /* "Đại học Y Dược" */

	for (size_t i = body; i < end && t && !field && lex_any(&l->tok[t - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)); i++) {
		static const char *const fields[] = { "dược", "khoa", "học", "tế" };
		struct view w = lex_text(l, i, i);

		/* "Đảng ủy xã Y Brát Êban": no place ends like a clan */
		bool place = lex_is(&l->tok[i - 1], CLASS_LEVELS) && !(i + 2 < l->n && lex_has(&l->tok[i + 2], CLASS_SURNAMES, TAG_LAST));

		bool of_woman = view_has(w, 0, "H'") || view_has(w, 0, "H’");

		/* "Huyện ủy Nay H'Ban" */
		if (of_woman && i + 1 == end && lex_is(&l->tok[i - 1], CLASS_SURNAMES) && l->tok[i - 1].caps == CAPS_FIRST)
			return i - 1;
		if (!LEX_ONE_OF(l, i + 1, fields) && i + 1 < l->n && name_word(l, i + 1) && !place && (view_is(w, "Y") || of_woman))
			return i;
	}
	/* "Ban Trị sự Thích Minh Tâm": a monastic name */
	for (size_t i = body; i + 1 < end && t && lex_any(&l->tok[t - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)); i++)
		if (lex_has(&l->tok[i], CLASS_NAME_PARTICLES, TAG_MONASTIC) && l->tok[i].caps == CAPS_FIRST)
			return i;
	static const char school[] = "đoàn trường";

	/* "Hiệu trưởng Trường Đại học Vinh Nguyễn Hoa phát biểu": behind the place that it bears no school has two
	 * words more */
	if (t && end > body + 2 && end < l->n && lex_is(&l->tok[t - 1], CLASS_ROLES) && lex_any(&l->tok[end - 3], LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_PLACES_ONE)) && lex_has(&l->tok[end - 2], CLASS_SURNAMES, TAG_SURE) &&
	    l->tok[end - 1].caps == CAPS_FIRST && lex_one_word(l, end - 1) && lex_is(&l->tok[end], CLASS_VERBS) && l->tok[end].caps == CAPS_LOW)
		return end - 2;
	/* "Đài Tiếng nói Việt Nam Đỗ Tiến Sỹ": the rest of a name that reads like a degree */
	if (t && end > body + 1 && lex_is(&l->tok[t - 1], CLASS_ROLES) && lex_is(&l->tok[end - 2], CLASS_SURNAMES) && lex_is(&l->tok[end - 1], CLASS_HONORIFICS) && !lex_one_word(l, end - 1) && l->tok[end - 1].caps == CAPS_FIRST)
		return end - 2;
	if (!t || body >= end || !lex_is(&l->tok[t - 1], CLASS_ROLES) || unit_kind(&l->tok[t]) == TAG_SCHOOL ||
	    !strncmp(l->key.p + l->tok[t].start, school, sizeof school - 1))
		return end;
	if (lex_is(&l->tok[body], CLASS_HONORIFICS) && l->tok[body].caps == CAPS_ALL)
		return t; /* "Giám đốc Bệnh viện PGS.TS. ..." */
	/* "huyện Lâm Hà Hoàng Văn Nam": no place is the one syllable that would be left */
	bool place = end > body + 1 && lex_is(&l->tok[end - 3], CLASS_LEVELS) && end + 2 < l->n && lex_is(&l->tok[end], CLASS_SURNAMES) && l->tok[end + 2].symbol == SYM_WORD &&
		     l->tok[end + 2].caps == CAPS_FIRST;

	/* "Chánh Thanh tra Sở Nội vụ Lê Văn Nam": the rest of the name stands behind it */
	if (!place && end > body + 1 && end + 1 < l->n && lex_is(&l->tok[end - 1], CLASS_SURNAMES) && lex_is(&l->tok[end], CLASS_MIDDLE_NAMES) && l->tok[end].caps == CAPS_FIRST &&
	    l->tok[end + 1].symbol == SYM_WORD && l->tok[end + 1].caps == CAPS_FIRST && !lex_word(l, end + 1, "văn") && !lex_word(l, end + 1, "thị") && l->tok[end].start - l->tok[end - 1].end == 1)
		return end - 1;
	/* "Chánh Văn phòng Tổng Liên đoàn Trần Hạ": no office has a seat of its own */
	if (end == body + 2 && lex_is(&l->tok[body], CLASS_SURNAMES) && l->tok[body + 1].caps == CAPS_FIRST && l->tok[body + 1].symbol == SYM_WORD &&
	    lex_is(&l->tok[t], CLASS_UNIT_WHOLE) && lex_key_at(l, l->tok[t].start, "văn phòng "))
		return body;
	/* "Tổng cục trưởng Tổng cục Thuế Mạc Xuân Thịnh" */
	for (size_t i = body + 1; i + 3 <= end; i++) {
		size_t middle = i + 1;

		if (end - i > 4 || !lex_is(&l->tok[i], CLASS_SURNAMES) || lex_is(&l->tok[i - 1], CLASS_LEVELS) ||
		    lex_is(&l->tok[i - 1], CLASS_LEVELS_TOP) || lex_is(&l->tok[i], CLASS_NOT_NAMES) || !lex_is(&l->tok[middle], CLASS_MIDDLE_NAMES))
			continue;
		while (middle < end && l->tok[middle].symbol >= SYM_WORD && l->tok[middle].caps == CAPS_FIRST &&
		       l->tok[middle].start - l->tok[middle - 1].end == 1 && !lex_is(&l->tok[middle], CLASS_SECTORS) &&
		       !lex_is(&l->tok[middle], CLASS_PROVINCES))
			middle++;
		if (middle == end)
			return i;
	}
	/* "Chủ tịch UBND huyện Tân Kỳ Hoàng Quốc Việt": he has the name of another */
	if (end > t + 3 && lex_any(&l->tok[end - 1], LEX_BIT(CLASS_NOT_NAMES) | LEX_BIT(CLASS_PLACES_NAMED)) && !lex_one_word(l, end - 1) &&
	    (lex_is(&l->tok[end - 1], CLASS_NOT_NAMES) || lex_has(&l->tok[end - 1], CLASS_PLACES_NAMED, TAG_PERSON)) && !lex_any(&l->tok[end - 2], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)) &&
	    l->tok[end - 2].caps == CAPS_FIRST && (lex_is(&l->tok[end - 3], CLASS_LEVELS) || lex_is(&l->tok[end - 4], CLASS_LEVELS)))
		return end - 1;
	size_t holder = holder_behind_level(l, t, end);

	if (holder < end)
		return holder;
	/* "Công ty Cổ phần Đường Quảng Phú": by its form alone no firm is known */
	static const char *const forms[] = { "cổ phần", "tnhh", "công ty cp", "trách nhiệm hữu hạn", "một thành viên", "mtv" };

	if (LEX_ENDS_ONE_OF(l, t, forms))
		return end;
	if (!lex_is(&l->tok[body], CLASS_SURNAMES) || end - body < 3 || end - body > 4)
		return end;
	/* "Đậu Đức Hợi, Giám đốc HTX Cam Đông Hiếu": who holds it is named before */
	size_t office = t;

	while (office && lex_any(&l->tok[office - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)))
		office--;
	if (office > 1 && unit_kind(&l->tok[t]) == TAG_ENTERPRISE && (l->tok[office - 1].symbol == ',' || l->tok[office - 1].symbol == SYM_DASH || l->tok[office - 1].symbol == '(') && l->tok[office - 2].caps == CAPS_FIRST &&
	    !lex_has(&l->tok[body], CLASS_SURNAMES, TAG_SURE))
		return end;
	for (size_t i = body; i < end; i++)
		if (l->tok[i].symbol < SYM_WORD || l->tok[i].caps != CAPS_FIRST || lex_is(&l->tok[i], CLASS_SECTORS) ||
		    lex_is(&l->tok[i], CLASS_PROVINCES) || lex_is(&l->tok[i], CLASS_LEVELS))
			return end;
	/* "Tổng Kiểm toán Nhà nước Hà Thị A": what is whole needs no name */
	return lex_is(&l->tok[t], CLASS_UNIT_WHOLE) ? body : t;
}

/* "Chi nhánh FPT tại Quảng Bình", "Đại sứ quán Việt Nam tại Lào": which of them it is. */
static size_t branch_at(const struct lex *l, size_t t, size_t end)
{
	enum { LONGEST = 4 };
	static const char *const abroad[] = { "đại sứ quán", "tổng lãnh sự quán", "lãnh sự quán", "phái đoàn", "hội người việt nam", "hội người việt" };
	static const char *const heads[] = { "chi nhánh", "phân hiệu", "cơ quan thường trú", "cơ quan đại diện", "văn phòng đại diện",
					     "vksnd cấp cao", "tand cấp cao", "viện kiểm sát nhân dân cấp cao", "tòa án nhân dân cấp cao" };
	size_t p = end + 1;

	/* "Ngân hàng TMCP Quân đội - Chi nhánh Hà Nam" */
	if ((unit_kind(&l->tok[t]) == TAG_ENTERPRISE || lex_key_at(l, l->tok[t].start, "ngân hàng ") || lex_key_at(l, l->tok[t].start, "bảo tàng ")) && end + 2 < l->n && l->tok[end].symbol == SYM_DASH && lex_word(l, end + 1, "chi nhánh")) {
		p = end + 2;
		p += lex_is(&l->tok[p], CLASS_LEVELS) || lex_is(&l->tok[p], CLASS_LEVELS_TOP);
		size_t place = p;

		while (p < l->n && p - place < 3 && l->tok[p].symbol == SYM_WORD && l->tok[p].caps == CAPS_FIRST && !(p > place && lex_is(&l->tok[place], CLASS_PROVINCES)))
			p++;
		return p > end + 2 ? p : end;
	}
	if (!lex_word(l, end, "tại"))
		return end;
	if (LEX_ONE_OF(l, t, abroad)) {
		while (p < l->n && p - end <= LONGEST && l->tok[p].symbol == SYM_WORD && l->tok[p].caps != CAPS_LOW)
			p++;
		return p > end + 1 ? p : end;
	}
	if (!LEX_ONE_OF(l, t, heads))
		return end;
	p += p < l->n && (lex_is(&l->tok[p], CLASS_LEVELS) || lex_is(&l->tok[p], CLASS_LEVELS_TOP));
	return p < l->n && lex_is(&l->tok[p], CLASS_PROVINCES) && l->tok[p].caps != CAPS_LOW ? p + 1 : end;
}

/* "Công ty than Hòn Gai - TKV": the group that an enterprise belongs to. */
static size_t group_at(const struct lex *l, size_t t, size_t end)
{
	if (unit_kind(&l->tok[t]) != TAG_ENTERPRISE || end < t + 2 || end + 1 >= l->n || l->tok[end].symbol != SYM_DASH ||
	    !lex_has(&l->tok[end + 1], CLASS_UNIT_WHOLE, TAG_ENTERPRISE) || l->tok[end + 1].caps == CAPS_LOW ||
	    !lex_one_word(l, end + 1))
		return end;
	return end + 2 < l->n && l->tok[end + 2].symbol >= SYM_WORD && l->tok[end + 2].caps != CAPS_LOW ? end : end + 2;
}

/* "Tổng Công ty Dược Việt Nam - Công ty cổ phần": its legal form. */
static size_t form_at(const struct lex *l, size_t t, size_t end)
{
	static const char *const forms[] = { "công ty cổ phần", "ctcp", "công ty tnhh", "công ty tnhh mtv" };
	int kind = unit_kind(&l->tok[t]);

	if ((kind != TAG_ENTERPRISE && kind != TAG_MASS && kind != TAG_PARTY) || end + 1 >= l->n || l->tok[end].symbol != SYM_DASH || l->tok[end + 1].caps == CAPS_LOW || !LEX_ONE_OF(l, end + 1, forms))
		return end;
	return end + 2 < l->n && l->tok[end + 2].symbol >= SYM_WORD && l->tok[end + 2].caps != CAPS_LOW ? end : end + 2;
}

size_t unit_board(const struct lex *l, size_t t, size_t end)
{
	enum { LONGEST = 16, PLACE = 4 };
	static const char *const boards[] = { "ban chỉ đạo", "ban vận động", "ban tổ chức", "câu lạc bộ", "clb" };
	static const char *const of[] = { "phong trào", "cuộc vận động", "chương trình", "cuộc", "vận", "động", "chương", "trình", "thi đua" };
	size_t k = t + 1, open;

	if (l->tok[t].caps == CAPS_LOW || !LEX_ONE_OF(l, t, boards))
		return end;
	while (k < l->n && k - t < PLACE && LEX_ONE_OF(l, k, of))
		k++;
	open = k;
	if (k >= l->n || l->tok[k].symbol != SYM_QUOTE)
		return end;
	for (k++; k < l->n && k - open < LONGEST && l->tok[k].symbol != SYM_QUOTE && l->tok[k].symbol != '.';)
		k++;
	if (k + 1 >= l->n || l->tok[k].symbol != SYM_QUOTE || !lex_any(&l->tok[k + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)))
		return end;
	size_t place = k += 2;

	while (k < l->n && k - place < PLACE - 1 && l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_FIRST && !(k > place && lex_is(&l->tok[place], CLASS_PROVINCES)) &&
	       !(lex_is(&l->tok[k], CLASS_SURNAMES) && k + 1 < l->n && lex_is(&l->tok[k + 1], CLASS_MIDDLE_NAMES) && k + 2 < l->n && l->tok[k + 2].caps == CAPS_FIRST))
		k++;
	return k > end ? k : end;
}

static bool of_several(const struct lex *l, size_t t)
{
	return lex_words_end(l, t, "khu vực") || lex_words_end(l, t, "liên xã") || lex_words_end(l, t, "liên huyện");
}

/* "Chi cục Thuế khu vực Bắc Quang - Quang Bình": an area of two districts. */
static size_t area_at(const struct lex *l, size_t t, size_t end)
{
	enum { NEAR = 4, LONGEST = 6 };
	size_t first = end + 1, p = first, from = end;

	if (end + 1 >= l->n || l->tok[end].symbol != SYM_DASH)
		return end;
	from -= from > t;
	while (from > t && end - from < NEAR && !of_several(l, from))
		from--;
	while (p < l->n && p - first < LONGEST && l->tok[p].symbol == SYM_WORD && l->tok[p].caps == CAPS_FIRST &&
	       !lex_any(&l->tok[p], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS)) && !lex_unit_word(&l->tok[p]))
		p++;
	if (!of_several(l, from) || p == first)
		return end;
	/* a province is one token */
	size_t place = lex_is(&l->tok[first], CLASS_PROVINCES) ? 1 : 2;

	if (p - first <= place)
		return p;
	/* who heads it may follow */
	return p - first >= place + 3 && lex_is(&l->tok[first + place], CLASS_SURNAMES) ? first + place : end;
}

/* "Phòng Nghiệp vụ - Kiểm kê,", "Phòng Hợp tác quốc tế và Truyền thông", "Viện Cơ điện và Công nghệ
 * sau thu hoạch": a second field in the name of a part of a unit or of an institute, a capital and
 * small letters, where a mark or a verb ends it. */
static size_t second_field(const struct lex *l, size_t t, size_t end)
{
	static const char *const parts[] = { "phòng ", "ban ", "khoa ", "trung tâm ", "tổ ", "bộ môn ", "vụ ", "đội ", "chi cục ", "viện ", "học viện " };
	enum { LONGEST = 5 };
	const unsigned long never = LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_NOT_UNITS) | LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_VERBS) |
				    LEX_BIT(CLASS_NUMBER_WORDS) | LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_DOCUMENTS) | LEX_UNIT_WORDS;
	size_t k = end + 1, part = 0;

	while (part < sizeof parts / sizeof *parts && !lex_key_at(l, l->tok[t].start, parts[part]))
		part++;
	if (part == sizeof parts / sizeof *parts || k >= l->n || l->tok[k].caps != CAPS_FIRST || (t && lex_is(&l->tok[t - 1], CLASS_PLURALS)))
		return end;
	bool dash = l->tok[end].symbol == SYM_DASH, field = lex_any(&l->tok[k], LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_NAME_WORDS));

	if (!dash && !lex_has(&l->tok[end], CLASS_CONNECTORS, TAG_AND))
		return end;
	/* "Tin học và Thống kê": a field, though a unit is called so as well */
	bool alone = lex_is(&l->tok[k], CLASS_SECTORS) && !lex_is(&l->tok[k], CLASS_UNIT_HEAD) && (k + 1 == l->n || l->tok[k + 1].symbol < SYM_WORD || lex_is(&l->tok[k + 1], CLASS_VERBS));

	if (lex_any(&l->tok[k], never & ~LEX_BIT(CLASS_VERBS) & ~(alone ? LEX_UNIT_WORDS : 0)))
		return end;
	/* "và Chiến lược Phát triển nông nghiệp" */
	for (k++; k < l->n && k - end <= LONGEST && l->tok[k].symbol == SYM_WORD && !lex_any(&l->tok[k], (l->tok[k].caps == CAPS_LOW || dash ? never : never & ~LEX_BIT(CLASS_VERBS)) | LEX_BIT(CLASS_CONNECTORS)) &&
	     (l->tok[k].caps == CAPS_LOW || (!dash && l->tok[k].caps == CAPS_FIRST && lex_any(&l->tok[k], LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_NAME_WORDS))));)
		k++;
	/* "khoa Ngữ văn - Khmer," */
	if (!field && k == end + 2 && !(dash && !lex_is(&l->tok[end + 1], CLASS_SURNAMES) && lex_one_word(l, end + 1) && (k == l->n || strchr(",.;()", l->tok[k].symbol))))
		return end;
	/* "Phòng Nội vụ - Lao động Thương binh và Xã hội huyện Anh Sơn" */
	if (dash && field && k + 1 < l->n && lex_is(&l->tok[k], CLASS_LEVELS) && l->tok[k].caps == CAPS_LOW) {
		size_t place = ++k;

		while (k < l->n && k - place < 2 && l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_FIRST)
			k++;
		return k < l->n && l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_FIRST ? end : k;
	}
	return k == l->n || strchr(",.;()", l->tok[k].symbol) || (!dash && lex_is(&l->tok[k], CLASS_VERBS)) ? k : end;
}

/* "Đội QLTT Cơ động,", "Ban Tự quản phạm nhân": a capital that the name ends with is the first half
 * of a word, where the second ends the name or goes on in words that the rules do not know. */
static size_t whole_word(const struct lex *l, size_t t, size_t end)
{
	const unsigned long never = LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_CONNECTORS) | LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_LEVELS) | LEX_UNIT_WORDS;

	if (end < t + 2 || end >= l->n || l->tok[end - 1].symbol != SYM_WORD || l->tok[end - 1].caps != CAPS_FIRST || !lex_one_word(l, end - 1) || l->tok[end - 1].set ||
	    l->tok[end].symbol != SYM_WORD || l->tok[end].caps != CAPS_LOW || !lex_one_word(l, end) || l->tok[end].start - l->tok[end - 1].end != 1 || lex_any(&l->tok[end], never))
		return end;
	if (end > t + 2 && l->tok[end - 2].caps == CAPS_FIRST && !lex_any(&l->tok[end - 2], LEX_BIT(CLASS_SECTORS) | LEX_UNIT_WORDS))
		return end;
	return end + 1 == l->n || strchr(",.;:()", l->tok[end + 1].symbol) || lex_is(&l->tok[end + 1], CLASS_VERBS) ? end + 1 : end;
}

/* "Trường Đại học Y khoa Phạm Ngọc Thạch", "Nhà hát Cải lương Trần Hữu Trang", "Công ty Xây dựng
 * Quang Trung": whose name a school, a house or a firm bears that ends with its field of work.
 * Nobody is named right behind a unit without an office before it. */
static size_t namesake(const struct lex *l, size_t t, size_t end)
{
	enum { SHORTEST = 2, LONGEST = 4 /* syllables */ };
	static const char *const houses[] = { "nhà hát ", "bảo tàng ", "thư viện ", "cung ", "nhà văn hóa " };
	int kind = unit_kind(&l->tok[t]);
	bool house = kind == TAG_SCHOOL || kind == TAG_HEALTH || kind == TAG_ENTERPRISE;
	size_t p = end, syllables = 0;

	house |= LEX_BEGINS_ONE_OF(l, t, houses);
	if (!house || end == t || (t && lex_any(&l->tok[t - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_BIT(CLASS_PLURALS))) ||
	    lex_any(&l->tok[end - 1], LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP) | LEX_BIT(CLASS_PLACES_NAMED)) ||
	    l->tok[end - 1].symbol != SYM_WORD)
		return end;
	bool field = lex_any(&l->tok[end - 1], LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_THING_WORDS));
	bool person = end + 2 < l->n && lex_is(&l->tok[end], CLASS_SURNAMES) && lex_is(&l->tok[end + 1], CLASS_MIDDLE_NAMES) && name_word(l, end + 1) && name_word(l, end + 2);

	if (!field && (kind == TAG_ENTERPRISE || !person))
		return end;
	for (; name_word(l, p) && (!lex_unit_word(&l->tok[p]) || (p == end && lex_word(l, p, "trường") && !name_word(l, p + 2))); p++) {
		syllables++;
		for (size_t i = l->tok[p].start; i < l->tok[p].end; i++)
			syllables += l->text.p[i] == ' ';
	}
	return syllables >= SHORTEST && syllables <= LONGEST ? p : end;
}

/* "Trường THPT chuyên Lương Văn Chánh": behind "Văn" the name of a person has one more syllable,
 * whatever that is elsewhere. */
static size_t name_of_school(const struct lex *l, size_t t, size_t end)
{
	if (unit_kind(&l->tok[t]) != TAG_SCHOOL || end < t + 3 || !(lex_word(l, end - 1, "văn") || lex_word(l, end - 1, "thị")) || l->tok[end - 1].caps != CAPS_FIRST || !lex_is(&l->tok[end - 2], CLASS_SURNAMES) ||
	    end >= l->n || l->tok[end].symbol != SYM_WORD || l->tok[end].caps != CAPS_FIRST || l->tok[end].start - l->tok[end - 1].end != 1 || lex_unit_word(&l->tok[end]) ||
	    !lex_one_word(l, end))
		return end;
	return end + 1;
}

/* "xã Hoằng Trường", "Công ty Thủy sản Hoằng Trường": a head that nothing follows ends the name
 * of a place whose first word stands before it. */
static size_t head_in_place(const struct lex *l, size_t t, size_t end)
{
	if (end < t + 2 || !lex_word(l, end, "trường") || !name_word(l, end) || name_word(l, end + 1) || (end + 1 < l->n && lex_unit_word(&l->tok[end + 1])) ||
	    l->tok[end - 1].set || l->tok[end - 1].caps != CAPS_FIRST || !lex_one_word(l, end - 1))
		return end;
	return end + 1;
}

/* "Ban Chấp hành Công đoàn Công ty Xăng dầu Điện Biên": whose the firm is that has the field. */
static size_t province_behind_field(const struct lex *l, size_t t, size_t end)
{
	int kind = unit_kind(&l->tok[t]);

	if (end == t || end >= l->n || (kind != TAG_MASS && kind != TAG_ENTERPRISE) || !lex_is(&l->tok[end - 1], CLASS_SECTORS))
		return end;
	return lex_is(&l->tok[end], CLASS_PROVINCES) && l->tok[end].caps == CAPS_FIRST && l->tok[end].start - l->tok[end - 1].end == 1 ? end + 1 : end;
}

/* "UBND huyện Anh Sơn Hoàng Quyền": few districts have one syllable, and those are known; what
 * is no sure surname ends the place where a sure one and one syllable more follow. */
static size_t place_of_two(const struct lex *l, size_t t, size_t end)
{
	if (end < t + 3 || end + 1 >= l->n || !lex_has(&l->tok[end - 2], CLASS_LEVELS, TAG_DISTRICT) || lex_is(&l->tok[end - 1], CLASS_PLACES_ONE) || l->tok[end - 1].caps != CAPS_FIRST || !name_word(l, end) ||
	    !name_word(l, end + 1) || !name_word(l, end + 2) || name_word(l, end + 3))
		return end;
	return lex_is(&l->tok[end], CLASS_SURNAMES) && !lex_has(&l->tok[end], CLASS_SURNAMES, TAG_SURE) && lex_has(&l->tok[end + 1], CLASS_SURNAMES, TAG_SURE) ? end + 1 : end;
}

bool unit_award_begins(const struct lex *l, size_t t)
{
	static const char *const awards[] = { "huân chương", "huy chương", "huy hiệu", "bằng khen", "giấy khen", "bằng lao động", "cờ thi đua", "cờ đơn vị", "cờ truyền thống", "kỷ niệm chương", "kỉ niệm chương", "danh hiệu", "giải thưởng" };

	return LEX_BEGINS_ONE_OF(l, t, awards);
}

/* "trao tặng Bộ Công an Huân chương ...", "Hội Cựu chiến binh Việt Nam và Đại hội ...": an award
 * or an event begins within what was read. */
static size_t before_other(const struct lex *l, size_t t, size_t end)
{
	for (size_t i = t + 1; i < end; i++) {
		/* "Hội đồng Giải thưởng" */
		if (l->tok[i].caps != CAPS_LOW && unit_kind(&l->tok[t]) != TAG_COUNCIL && unit_award_begins(l, i))
			return i;
		if (lex_has(&l->tok[i], CLASS_CONNECTORS, TAG_AND) && i + 1 < end && lex_word(l, i + 1, "đại hội"))
			return i;
	}
	return end;
}

/* "Trường THCS Kim Đồng và TH Lê Lợi", "Trường Mầm non Hoa Sen và MN Sơn Ca": another school begins behind "và". */
static size_t before_school(const struct lex *l, size_t t, size_t end)
{
	static const char *const heads[] = { "th", "mn", "thcs", "thpt", "ptdtbt", "ptdtnt", "đh", "đhsp", "cđ", "cđsp", "ptcs" };

	if (unit_kind(&l->tok[t]) != TAG_SCHOOL)
		return end;
	for (size_t i = t + 2; i + 2 < end; i++)
		if (lex_has(&l->tok[i], CLASS_CONNECTORS, TAG_AND) && l->tok[i + 1].caps == CAPS_ALL && l->tok[i + 2].caps == CAPS_FIRST && LEX_ONE_OF(l, i + 1, heads))
			return i;
	return end;
}

/* "Hội đồng Thi đua - Khen thưởng Tòa án nhân dân": the council of all courts. */
static size_t of_service(const struct lex *l, size_t t, size_t end)
{
	static const char *const courts[] = { "tòa án nhân dân", "tand", "viện kiểm sát nhân dân", "vksnd" };

	return end > t && unit_kind(&l->tok[t]) == TAG_COUNCIL && end < l->n && l->tok[end].caps != CAPS_LOW && LEX_ONE_OF(l, end, courts) ? end + 1 : end;
}

/* Is token t one capital letter? */
static bool letter(const struct lex *l, size_t t)
{
	return t < l->n && (l->tok[t].symbol == SYM_WORD || l->tok[t].symbol == SYM_ROMAN) && l->tok[t].caps != CAPS_LOW && l->tok[t].end - l->tok[t].start == 1;
}

/* "Bệnh viện Đa khoa S.I.S Cần Thơ", "Công ty CP J.P.F": letters with stops between them, and the
 * province behind. */
static size_t initials_at(const struct lex *l, size_t t, size_t end)
{
	size_t p = end;

	while (p > t + 1 && p + 1 < l->n && letter(l, p - 1) && l->tok[p].symbol == '.' && l->tok[p].start == l->tok[p - 1].end && letter(l, p + 1) && l->tok[p + 1].start == l->tok[p].end)
		p += 2;
	return p > end && p < l->n && lex_is(&l->tok[p], CLASS_PROVINCES) && l->tok[p].caps == CAPS_FIRST && l->tok[p].start - l->tok[p - 1].end == 1 ? p + 1 : p;
}

/* "Bộ trưởng Bộ Công an ẢNH: ...": a credit in capitals is no name. */
static size_t before_credit(const struct lex *l, size_t t, size_t end)
{
	return end > t + 1 && lex_word(l, end - 1, "ảnh") && l->tok[end - 1].caps == CAPS_ALL && l->tok[end - 2].caps != CAPS_ALL ? end - 1 : end;
}

/* "TÒA ÁN NHÂN DÂN CẤP TỈNH VÀ CẤP HUYỆN": in capitals as well, those of a level are many. */
static bool of_level(const struct lex *l, size_t t, size_t end)
{
	for (size_t i = t + 1; i + 1 < end; i++)
		if (l->tok[i].caps == CAPS_ALL && lex_word(l, i, "cấp") && lex_any(&l->tok[i + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)))
			return true;
	return false;
}

/* "Trung tâm Nước sạch Nông thôn Khối đơn vị sự nghiệp": no house bears the name of a block. */
static size_t before_block(const struct lex *l, size_t t, size_t end)
{
	int kind = unit_kind(&l->tok[t]);

	for (size_t i = t + 2; (kind == TAG_OTHER || kind == TAG_SCHOOL || kind == TAG_HEALTH || kind == TAG_ENTERPRISE) && i < end; i++)
		if (lex_is(&l->tok[i], CLASS_UNIT_SHORT) && l->tok[i].caps == CAPS_FIRST)
			return i;
	return end;
}

/* "Bộ đội Biên phòng tham mưu cho cấp ủy": what it does, though a field of work is called so. */
static size_t before_deed(const struct lex *l, size_t t, size_t end)
{
	if (end < t + 2 || l->tok[end - 1].caps != CAPS_LOW || !lex_word(l, end - 1, "tham mưu"))
		return end;
	/* "phòng tham mưu" is called so */
	return end > t + 2 || !lex_any(&l->tok[t], LEX_BIT(CLASS_UNIT_HEAD) | LEX_BIT(CLASS_UNIT_FIELD)) ? end - 1 : end;
}

/* "CÔNG TÁC HỘI VÀ PHONG TRÀO PHỤ NỮ": the work of one, in capitals. */
static bool of_work(const struct lex *l, size_t t)
{
	return l->tok[t].caps == CAPS_ALL && t + 2 < l->n && lex_has(&l->tok[t + 1], CLASS_CONNECTORS, TAG_AND) && lex_key_at(l, l->tok[t + 2].start, "phong trào");
}

/* "Ban Quản | trị chùa", "gìn giữ bản | sắc": does what was read end within a word? */
static bool ends_in_word(const struct lex *l, size_t t, size_t end)
{
	static const char *const rests[] = { "sắc", "thân", "lĩnh", "tin", "quyền", "chất" }, *const heads[] = { "ban", "vụ", "cục", "trung tâm", "hội" };

	if (end < t + 2 || end >= l->n || l->tok[end].symbol != SYM_WORD || l->tok[end].caps != CAPS_LOW || l->tok[end].start - l->tok[end - 1].end != 1)
		return false;
	if (lex_word(l, end - 1, "bản") && l->tok[end - 1].caps == CAPS_LOW)
		return LEX_ONE_OF(l, end, rests);
	return end == t + 2 && l->tok[t].caps != CAPS_LOW && LEX_ONE_OF(l, t, heads) && l->tok[end - 1].caps == CAPS_FIRST && !(l->tok[end - 1].set & ~(LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_MIDDLE_NAMES))) && lex_one_word(l, end - 1) &&
	       l->tok[end - 1].symbol == SYM_WORD && !l->tok[end].set && lex_one_word(l, end);
}

size_t unit_end(const struct lex *l, size_t t, size_t end)
{
	if (of_work(l, t) || of_level(l, t, end) || (end > t + 1 && lex_word(l, t + 1, "trên"))) /* "đến THPT trên địa bàn xã" */
		return t;
	end = before_deed(l, t, end);
	end = of_service(l, t, before_other(l, t, before_block(l, t, before_school(l, t, end))));
	end = namesake(l, t, end);
	end = place_of_two(l, t, before_person(l, t, before_surnames(l, t, end)));
	end = head_in_place(l, t, name_of_school(l, t, end));
	end = province_behind_field(l, t, end);
	end = unit_number(l, t, end);
	end = second_field(l, t, whole_word(l, t, end));
	end = branch_at(l, t, end);
	end = initials_at(l, t, before_credit(l, t, end));
	end = form_at(l, t, group_at(l, t, end));
	end = area_at(l, t, end);
	return ends_in_word(l, t, end) ? t : end;
}
