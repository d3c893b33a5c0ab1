#include "person_parts.h"

/* What speaks for a name, where nothing that is said before it does. */

/* In a byline a pen name of any syllables may stand where the line begins, and behind a
 * mark: "Thu Sương", "Bài, ảnh: Duy Khoát", "Thế Bảo - Hồng Ngát". */
bool person_signs(const struct lex *l, size_t t)
{
	return !t || is_mark(l, t - 1, ':') || is_mark(l, t - 1, ',') || is_mark(l, t - 1, '/') || is_mark(l, t - 1, '&') || is_mark(l, t - 1, '(') ||
	       is_dash(l, t - 1) || lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND);
}

/* And it ends with the line, or before a mark. */
static bool signed_to(const struct lex *l, size_t next)
{
	return next == l->n || is_mark(l, next, ',') || is_mark(l, next, '/') || is_mark(l, next, '&') || is_mark(l, next, '(') || is_mark(l, next, ')') ||
	       is_mark(l, next, '.') || is_mark(l, next, ';') || is_dash(l, next) || lex_has(&l->tok[next], CLASS_CONNECTORS, TAG_AND);
}

/* "doanh nhân", "nhà giáo" at token t: what somebody is, not how one is addressed. */
bool person_by_calling(const struct lex *l, size_t t)
{
	static const char *const callings[] = { "doanh nhân", "nhà giáo", "nhà báo", "nghệ nhân", "bác sĩ", "bác sỹ", "kỹ sư", "luật sư", "phóng viên", "điều dưỡng", "luật gia" };

	return LEX_ONE_OF(l, t, callings);
}

/* "doanh nhân Đà Nẵng", "50 nhà giáo ...", "danh hiệu Doanh nhân Tiêu biểu": are tokens
 * first..last behind the calling at token t the name of one who has it? */
bool person_named_by_calling(const struct lex *l, size_t t, size_t first, size_t last)
{
	static const char *const titles[] = { "danh hiệu", "giải thưởng", "giải", "cúp", "hội", "phong trào", "cuộc thi" };

	if (lex_is(&l->tok[first], CLASS_PROVINCES) && first == last)
		return false;
	bool surname = lex_any(&l->tok[first], LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_NAME_PARTICLES)) || person_apostrophe(l, first);
	bool many = t && (lex_is(&l->tok[t - 1], CLASS_PLURALS) || l->tok[t - 1].symbol == SYM_NUMBER || LEX_ONE_OF(l, t - 1, titles));

	return surname || !(many || lex_word(l, t, "doanh nhân") || lex_word(l, t, "nhà giáo") || lex_word(l, t, "bác sĩ") || lex_word(l, t, "bác sỹ"));
}

/* Evidence enough for the name first..last where nothing stands before it? */
bool person_believed(struct people *p, enum kind kind, size_t first, size_t last)
{
	const struct lex *l = &p->units.lex;
	struct office o;
	size_t next = last + 1, n, count = person_syllables(l, first, last);
	int weight = person_surname_weight(l, first);

	if (person_names_thing(p, first) || person_historical(l, first, last))
		return false;
	if (lex_is(&l->tok[first], CLASS_PROVINCES) && first == last)
		return false;
	bool comma = is_mark(l, next, ',') || is_dash(l, next) || is_mark(l, next, '(');
	bool office = office_at(p, next + comma, &o, &n);

	/* "các xã: Long Bình (Cụm trưởng), ...": a unit heads a cluster */
	if (office && count == 2 && weight < 3 && is_mark(l, next, '(') && lex_has(&l->tok[next + 1], CLASS_ROLES, TAG_CLUSTER) && is_mark(l, n, ')'))
		return false;
	if (office && (lex_is(&l->tok[first], CLASS_SURNAMES) || lex_is(&l->tok[first], CLASS_NAME_PARTICLES) || person_apostrophe(l, first)))
		return true;
	/* "Ảnh: Tổ Truyền thông" */
	static const char *const groups[] = { "tổ", "nhóm", "đội", "câu lạc bộ", "ban" };

	if (kind == KIND_BYLINE && person_signs(l, first) && LEX_ONE_OF(l, first, groups))
		return false;
	/* "Nguồn tin: Giác Ngộ" is a paper */
	if (kind == KIND_BYLINE && first > 1 && is_mark(l, first - 1, ':') && (lex_word(l, first - 2, "nguồn") || lex_words_end(l, first - 2, "nguồn tin")) &&
	    !(count >= 3 && lex_is(&l->tok[first], CLASS_SURNAMES)))
		return false;
	if (kind == KIND_BYLINE && person_signs(l, first))
		return count <= 4 && (weight || (signed_to(l, next) && count >= 2));
	if (weight >= 2 && count >= 3 && person_has_middle(p, first))
		return true;
	/* "H’Hen Niê", "Thích Quảng An" */
	if (person_apostrophe(l, first))
		return true;
	if (last > first + 1 && lex_has(&l->tok[first], CLASS_NAME_PARTICLES, TAG_MONASTIC) && l->tok[first].caps == CAPS_FIRST)
		return true;
	/* "Y Blơng Ksơr" */
	if (last > first + 1 && lex_is(&l->tok[first], CLASS_NAME_PARTICLES) && lex_has(&l->tok[last], CLASS_SURNAMES, TAG_LAST))
		return true;
	/* "2 hội viên là Ngô Thế Vĩnh và ...": where names are told */
	if (weight && count >= 3 && count <= 4 && first && person_has_middle(p, first) &&
	    (lex_word(l, first - 1, "là") || lex_word(l, first - 1, "và") || lex_word(l, first - 1, "cho")))
		return true;
	/* no other words than names have these in their middle */
	if ((weight || !(l->tok[first].set & ~(LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_MIDDLE_NAMES)))) && last > first + 1 && person_middle_of_sex(l, first + 1) && l->tok[first + 1].caps != CAPS_ALL && l->tok[first].caps == CAPS_FIRST)
		return true;
	return weight >= 3 && count >= 3;
}

/* "..., Từ Đức Nhân, H’Ngăm Niê Kdăm, ...", "10. Kpă Nguyên, làng Mơ Năng": is the name first..last
 * right behind another in a row, or behind the number of a line? */
bool person_in_row(const struct people *p, size_t first, size_t last, bool plural)
{
	const struct lex *l = &p->units.lex;
	const struct person *x = p->n ? &p->found[p->n - 1] : NULL;
	bool sure = last > first && lex_has(&l->tok[first], CLASS_NAME_PARTICLES, TAG_ETHNIC) && (last > first + 1 || person_surname_weight(l, first) > 1);
	/* behind "bà A," may stand where she lives */
	bool row = x && first > 1 && x->last + 2 == first && is_mark(l, first - 1, ',') && (plural || x->honorific_end == x->honorific_start);
	bool numbered = first == 2 && l->tok[0].symbol == SYM_NUMBER && is_mark(l, 1, '.');

	if (!(row || numbered) || person_names_thing(p, first) || l->tok[first].caps != CAPS_FIRST)
		return false;
	if (!sure && !(lex_is(&l->tok[first], CLASS_SURNAMES) && person_syllables(l, first, last) == 3))
		return false;
	return last + 1 >= l->n || is_mark(l, last + 1, ',') || is_mark(l, last + 1, '(') || is_mark(l, last + 1, '.') || is_mark(l, last + 1, ';') || is_dash(l, last + 1) ||
	       lex_has(&l->tok[last + 1], CLASS_CONNECTORS, TAG_AND);
}

/* "- Đinh Lê Tuấn Vỹ": a surname, or a middle name that is one as well, before a sure one, where an item begins. */
size_t person_whole_name(const struct people *p, size_t first, size_t last)
{
	enum { LONGEST = 5 };
	const struct lex *l = &p->units.lex;
	const unsigned long never = LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_PLURALS) | LEX_UNIT_WORDS;

	if (!first || !lex_has(&l->tok[first], CLASS_SURNAMES, TAG_SURE) || l->tok[first].start - l->tok[first - 1].end != 1)
		return first;
	const size_t t = first - 1;

	if (l->tok[t].symbol != SYM_WORD || l->tok[t].caps != l->tok[first].caps || !lex_any(&l->tok[t], LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_MIDDLE_NAMES)) || lex_any(&l->tok[t], never) || unit_covers(&p->units, t) ||
	    person_names_thing(p, t) || person_syllables(l, t, last) > LONGEST)
		return first;
	return !t || l->tok[t - 1].symbol < SYM_WORD ? t : first;
}

size_t person_described(struct people *p, size_t t, bool *fine)
{
	enum { LONGEST = 5 };
	static const char *const cues[] = { "sn", "sinh", "sinh năm", "sinh ngày", "dân tộc", "người dân tộc" };
	const struct lex *l = &p->units.lex;
	size_t k = t;

	if (t >= l->n || (t && l->tok[t - 1].symbol >= SYM_WORD) || person_names_thing(p, t))
		return 0;
	while (k < l->n && k - t < LONGEST && l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_FIRST)
		k++;
	if (k == t || !(is_mark(l, k, '(') || is_mark(l, k, ',')) || !LEX_ONE_OF(l, k + 1, cues) || lex_is(&l->tok[t], CLASS_PROVINCES))
		return 0;
	size_t last = person_name_at(p, t, true, fine);

	return last + 1 == k && person_syllables(l, t, last) > 1 ? last : 0;
}

/* "Các cá nhân: ...", "khen 5 cá nhân gồm: ...", "cá nhân gồm Danh Út, ..." */
bool person_individuals(const struct lex *l, size_t t)
{
	static const char *const words[] = { "sau", "sau đây", "gồm", "gồm có", "bao gồm", "là" };
	size_t k = t - (t > 0);

	if (k < 2 || (l->tok[k].symbol != ':' && !lex_word(l, k, "gồm")))
		return false;
	k -= l->tok[k].symbol == ':';
	k -= LEX_ONE_OF(l, k, words);
	return lex_words_end(l, k, "cá nhân");
}

bool person_acts(struct people *p, size_t t)
{
	enum { SHORTEST = 3, LONGEST = 4 };
	static const char *const before[] = { "đã", "cũng", "vừa", "sẽ", "đang" };
	const struct lex *l = &p->units.lex;
	size_t k = t;

	if (t >= l->n || !lex_has(&l->tok[t], CLASS_SURNAMES, TAG_SURE) || l->tok[t].caps != CAPS_FIRST || unit_covers(&p->units, t) || !person_has_middle(p, t))
		return false;
	while (k < l->n && k - t < LONGEST && l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_FIRST && !unit_covers(&p->units, k))
		k++;
	if (k - t < SHORTEST || k >= l->n || l->tok[k].caps != CAPS_LOW)
		return false;
	return lex_is(&l->tok[k], CLASS_VERBS) || LEX_ONE_OF(l, k, before);
}
