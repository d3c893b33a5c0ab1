#include "person_parts.h"

#include <string.h>

/* Offices in a row, before a name or behind it: where it ends, what between them no rule knows, and
 * whose they are. */

/* "Phó Ban công tác phụ nữ phía Nam Hoàng Thị Hường": words that no rule knows, then a
 * whole name before the next mark: the office is that of this name. */
static bool name_ends_phrase(struct people *p, size_t t)
{
	enum { LONGEST = 12 };
	const struct lex *l = &p->units.lex;
	const unsigned long ends = LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_CONNECTORS) | LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) |
				   LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_ROLE_MODIFIERS);

	for (size_t i = t; i < l->n && i - t < LONGEST; i++) {
		if (l->tok[i].symbol < SYM_WORD && l->tok[i].symbol != SYM_NUMBER && l->tok[i].symbol != SYM_ROMAN)
			return false;
		if (i > t && person_name_follows(p, i))
			return true;
		if (!unit_covers(&p->units, i) && lex_any(&l->tok[i], ends) && l->tok[i].caps == CAPS_LOW)
			return false;
	}
	return false;
}

/* "Phó Chủ tịch Hội CCB Việt Nam Báo cáo Tổng kết": does a verb stand at token t, with a capital? */
static bool verb_raised(const struct lex *l, size_t t)
{
	return lex_is(&l->tok[t], CLASS_VERBS) && !lex_any(&l->tok[t], LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_SECTORS));
}

/* Does a word with a capital stand right behind, that nothing has read? */
static bool unread_follows(const struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;

	return t && t < l->n && l->tok[t].symbol >= SYM_WORD && l->tok[t].caps == CAPS_FIRST &&
	       l->tok[t].start - l->tok[t - 1].end == 1 && !unit_covers(&p->units, t) && !lex_is(&l->tok[t], CLASS_ROLES) &&
	       !lex_is(&l->tok[t], CLASS_ROLE_MODIFIERS) && !lex_is(&l->tok[t], CLASS_HONORIFICS) && !lex_unit_word(&l->tok[t]) &&
	       !lex_word(l, t, "khóa") && !lex_key_at(l, l->tok[t].start, "nhà trường") && !verb_raised(l, t) &&
	       !unit_award_begins(l, t);
}

/* ", UVX Tỉnh ủy, Chủ tịch ...", "Giám đốc ABIC Nghệ An, Phó Chủ tịch ...": behind
 * token t something with a capital that nothing has read, no name, then a comma and
 * an office: that comma, or t. */
static size_t skip_unknown(struct people *p, size_t t)
{
	enum { LONGEST = 10 };
	const struct lex *l = &p->units.lex;
	size_t from = t + is_mark(l, t, ','), next;
	struct office o;
	bool fine = true;

	if (from >= l->n || l->tok[from].symbol != SYM_WORD || l->tok[from].caps == CAPS_LOW || (from == t && l->tok[from].caps != CAPS_ALL) ||
	    lex_is(&l->tok[from], CLASS_HONORIFICS) || lex_is(&l->tok[from], CLASS_HONORIFICS_PLURAL) ||
	    office_at(p, from, &o, &next) || person_name_at(p, from, false, &fine))
		return t;
	for (size_t i = from + 1; i < l->n && i - from <= LONGEST; i++) {
		if (is_mark(l, i, ','))
			return office_at(p, i + 1, &o, &next) && !person_name_follows(p, next) && !unread_follows(p, next) ? i : t;
		if (l->tok[i].symbol < SYM_WORD && !is_mark(l, i, '.') && !is_dash(l, i) && !is_mark(l, i, '&'))
			break;
		if ((lex_is(&l->tok[i], CLASS_VERBS) && l->tok[i].caps == CAPS_LOW) || lex_is(&l->tok[i], CLASS_HONORIFICS) ||
		    person_name_at(p, i, false, &fine))
			break;
	}
	return t;
}

/* "Trưởng Ban Chỉ đạo phát triển kinh tế tập thể, hợp tác xã, Chủ tịch UBND tỉnh": words that no
 * rule knows behind an office, in small letters, over one comma at most, then a comma and an
 * office of the same person: that comma, or t. */
static size_t skip_words(struct people *p, size_t t)
{
	enum { LONGEST = 12 };
	const struct lex *l = &p->units.lex;
	const unsigned long never = LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_SURNAMES) | LEX_BIT(CLASS_PLURALS) | LEX_BIT(CLASS_ROLES) |
				    LEX_BIT(CLASS_ROLE_MODIFIERS);
	struct office o;
	size_t next, commas = 0;

	if (t >= l->n || l->tok[t].symbol != SYM_WORD || unit_covers(&p->units, t))
		return t;
	for (size_t i = t; i < l->n && i - t <= LONGEST; i++) {
		const struct token *w = &l->tok[i];

		if (is_mark(l, i, ',')) {
			if (office_at(p, i + 1, &o, &next) && office_has_unit(&o) && !person_name_follows(p, next) && !unread_follows(p, next))
				return i;
			if (++commas > 1)
				return t;
			continue;
		}
		bool own = lex_any(w, LEX_BIT(CLASS_NAME_WORDS) | LEX_BIT(CLASS_SECTORS)) || unit_covers(&p->units, i);

		if (w->symbol < SYM_WORD || (!own && (lex_any(w, never) || lex_is(w, CLASS_VERBS))))
			return t;
	}
	return t;
}

/* "Tổ trưởng Tổ An ninh cơ sở", "nhân viên quân y Đồn Biên phòng A", "Trưởng Bộ môn bóng
 * bàn": words behind an office (token t), up to the next mark, that no rule knows. They
 * are of it where they begin like a name or end like one, or its own last word asks for
 * more. What begins with a capital is the unit. The token after them, or t. */
static size_t rest_of_office(struct people *p, struct office *o, size_t t)
{
	enum { LONGEST = 10 };
	const struct lex *l = &p->units.lex;
	const unsigned long never = LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) |
				    LEX_BIT(CLASS_PLURALS) | LEX_BIT(CLASS_TIME_WORDS) | LEX_BIT(CLASS_DOCUMENTS);
	size_t k = t, unit = 0;

	/* "đại biểu Quốc hội khóa XV" */
	if (!t || t >= l->n || l->tok[t].symbol != SYM_WORD || unit_covers(&p->units, t) || lex_word(l, t, "khóa"))
		return t;
	bool capital = l->tok[t].caps == CAPS_FIRST;
	bool asks = !office_has_unit(o) && lex_is(&l->tok[t - 1], CLASS_UNIT_HEAD);

	if ((!capital && office_has_unit(o)) || (capital && verb_raised(l, t)))
		return t;
	for (; k < l->n && k - t <= LONGEST; k++) {
		const struct token *w = &l->tok[k];

		/* "Tổ Toán - Tin" */
		if (k > t && is_dash(l, k) && k + 1 < l->n && l->tok[k + 1].symbol == SYM_WORD && l->tok[k + 1].caps == CAPS_FIRST &&
		    !office_begins(l, k + 1) && !lex_unit_word(&l->tok[k + 1]) && !lex_is(&l->tok[k + 1], CLASS_HONORIFICS) && !person_name_follows(p, k + 1))
			continue;
		if (w->symbol < SYM_WORD && w->symbol != SYM_NUMBER && w->symbol != SYM_ROMAN)
			break;

		if (!unit && (w->caps != CAPS_LOW || lex_unit_word(w) || lex_word(l, k, "siêu thị") || lex_word(l, k, "cửa hàng")))
			unit = k;
		if (unit_covers(&p->units, k))
			continue;
		/* "Giám đốc Bệnh viện Bạch Mai Huân chương ..." */
		if (unit_award_begins(l, k))
			return t;
		if (lex_any(w, never) || (k == t && lex_is(w, CLASS_CONNECTORS)) || (w->caps == CAPS_LOW && lex_is(w, CLASS_VERBS)) || lex_word(l, k, "của") || person_name_follows(p, k))
			break;
	}
	bool of = asks && (lex_word(l, k, "thuộc") || lex_word(l, k, "của"));

	if (k == t || k - t > LONGEST || (k < l->n && !of && !strchr(",;().", l->tok[k].symbol) && !is_dash(l, k)))
		return t;
	const struct token *last = &l->tok[k - 1];

	if (!capital && !asks && last->caps == CAPS_LOW && last->symbol == SYM_WORD && !lex_any(last, LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)) &&
	    !unit_covers(&p->units, k - 1))
		return t;
	/* "nhân viên Vận động quần chúng Đồn Biên phòng A": the unit is what is named one; what it does stands before */
	static const char *const parts[] = { "tổ ", "đội ", "nhóm ", "ca ", "kíp ", "phân xưởng", "ban ", "phòng " };

	if (unit && !lex_unit_word(&l->tok[unit]) && !unit_covers(&p->units, unit) && !LEX_BEGINS_ONE_OF(l, unit, parts)) {
		size_t named = unit_from(&p->units, unit);
		const struct unit *u = named < p->units.n ? &p->units.found[named] : NULL;

		if (u && u->last == k - 1)
			unit = u->first;
		else if (office_behind_parents(p, k) > k && (u = unit_at(&p->units, k + 1)))
			unit = k + 1;
		if (u && unit == u->first && l->tok[t].start - o->title_end == 1)
			o->title_end = l->tok[(unit == k + 1 ? k : unit) - 1].end;
	}
	k = office_behind_parents(p, k);
	last = &l->tok[k - 1];
	if (unit) {
		o->unit_first = office_has_unit(o) ? o->unit_first : unit;
		o->unit_last = k - 1;
	}
	if (unit != t && l->tok[t].start - o->title_end == 1)
		o->title_end = l->tok[(unit ? unit : k) - 1].end;
	o->end = last->end;
	return k;
}

/* "A - Hiệu trưởng Trường Cao đẳng Y tế Đặng Thùy Trâm": who holds the office is named
 * before it, and a school or a hospital bears a name. The token after it, or t. */
static size_t namesake_after(struct people *p, struct office *o, size_t t)
{
	const struct lex *l = &p->units.lex;
	bool fine = true;
	size_t last;

	if (!office_has_unit(o) || o->unit_last + 1 != t || !person_name_follows(p, t))
		return t;
	const struct unit *u = unit_at(&p->units, o->unit_first);

	if (!u || (u->kind != TAG_SCHOOL && u->kind != TAG_HEALTH) || !(last = person_name_at(p, t, false, &fine)))
		return t;
	/* what goes on in the middle of a sentence is said of that name */
	if (last + 1 < l->n && !is_mark(l, last + 1, ',') && !is_mark(l, last + 1, '.') && !is_mark(l, last + 1, ';') && !is_dash(l, last + 1))
		return t;
	o->unit_last = last;
	o->end = l->tok[last].end;
	return last + 1;
}

/* "Đại úy A, cán bộ Phòng Hồ sơ, Công an tỉnh": right behind a name it is what one
 * person is; behind an office, or before "cùng dự", it is others. */
static bool staff_at(const struct people *p, size_t t, struct office *o, size_t *next)
{
	static const char *const staff[] = { "cán bộ", "công chức", "viên chức", "bác sĩ", "bác sỹ", "y sĩ", "y tá", "dược sĩ", "điều dưỡng", "hộ sinh", "kỹ sư", "kỹ thuật viên",
					     "lái xe", "lái tàu", "chủ", "công nhân", "nhân viên", "thợ lò", "hội viên", "đoàn viên", "đảng viên", "chiến sĩ", "chiến sỹ", "bưu tá", "giảng viên", "nghiên cứu viên", "biên tập viên", "phóng viên", "thẩm phán", "kiểm sát viên", "học sinh", "sinh viên" };
	static const char *const along[] = { "cùng dự", "cùng tham dự", "cùng có mặt" };
	const struct lex *l = &p->units.lex;
	size_t at = 0;

	/* most tokens are no words behind a mark */
	if (!t || t >= l->n || l->tok[t].symbol != SYM_WORD || !(is_mark(l, t - 1, ',') || is_mark(l, t - 1, '(') || is_dash(l, t - 1)))
		return false;
	for (size_t i = 0; i < sizeof staff / sizeof *staff && !at; i++)
		if (lex_key_at(l, l->tok[t].start, staff[i]))
			at = l->tok[t].start + strlen(staff[i]);
	size_t last = t;

	while (at && last + 1 < l->n && l->tok[last].end < at)
		last++;
	const struct unit *u = at && l->tok[last].end == at ? unit_at(&p->units, last + 1) : NULL;

	/* "cán bộ của Sở Nội vụ" */
	if (!u && at && l->tok[last].end == at && lex_word(l, last + 1, "của"))
		u = unit_at(&p->units, last + 2);
	if (!u)
		return false;
	size_t end = office_behind_parents(p, u->last + 1);

	if (LEX_BEGINS_ONE_OF(l, end, along))
		return false;
	*o = (struct office){ .start = l->tok[t].start, .title_start = l->tok[t].start, .title_end = l->tok[last].end, .unit_first = u->first, .unit_last = end - 1, .end = l->tok[end - 1].end };
	*next = end;
	return true;
}

/* Is it an office that nobody has beside another such: who heads a department is not in the
 * chair of a committee? */
static bool executive(const struct lex *l, const struct office *o)
{
	static const char *const heads[] = { "giám đốc ", "trưởng phòng ", "hiệu trưởng ", "chánh văn phòng ", "chánh thanh tra ", "cục trưởng ", "chi cục trưởng ", "vụ trưởng ", "chủ tịch ubnd ", "chủ tịch ủy ban nhân dân " };
	static const char deputy[] = "phó ", past[] = "nguyên ";
	size_t at = o->start;

	if (lex_key_at(l, at, past))
		return false;
	at += lex_key_at(l, at, deputy) ? sizeof deputy - 1 : 0;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (lex_key_at(l, at, heads[i]))
			return true;
	return false;
}

/* "A, Bí thư Huyện ủy; Chủ tịch HĐND huyện.", "A - ...; Trưởng Ban B; Chủ tịch C phát biểu": behind
 * the semicolon before token t, are there offices alone, which are of who has those before? Others
 * that are listed so have their names, or are told as many ("Chủ tịch UBND các xã"). */
static bool of_the_same(struct people *p, size_t had, size_t person, size_t t)
{
	enum { MOST = 6 };
	const struct lex *l = &p->units.lex;
	struct office o;
	size_t next;
	bool runs = false;

	for (size_t i = had; i < p->noffices; i++)
		runs |= executive(l, &p->office[i]);
	for (int n = 0; n < MOST && office_at(p, t, &o, &next); n++, t = next + 1) {
		bool alone = !office_has_unit(&o);

		/* "Hiệu trưởng Trường A; Cụm trưởng" */
		if ((alone && !lex_has(&l->tok[t], CLASS_ROLES, TAG_CLUSTER)) || (runs && executive(l, &o)) || (!alone && lex_is(&l->tok[o.unit_first], CLASS_UNIT_CLUSTER)))
			return false;
		if (next >= l->n || is_mark(l, next, '.') || is_mark(l, next, ')') || lex_is(&l->tok[next], CLASS_VERBS))
			return true;
		/* somebody else; in a list of people by their names none but they are told of */
		if (is_mark(l, next, ';') && next + 1 < l->n && !office_begins(l, next + 1) && (lex_is(&l->tok[next + 1], CLASS_HONORIFICS) || l->tok[next + 1].caps == CAPS_FIRST || person))
			return true;
		if (!is_mark(l, next, ',') && !is_mark(l, next, ';'))
			return false;
	}
	return false;
}

/* "Phó Bí thư Tỉnh ủy và Chủ tịch UBND tỉnh dự": is the office behind "và" at token t one more of who holds the
 * last that was read? Not where somebody else may be told of by an office alone. */
static bool one_more(struct people *p, size_t had, size_t t)
{
	const struct lex *l = &p->units.lex;
	struct office o;
	size_t next;

	if (p->noffices == had || t + 1 >= l->n || !lex_has(&l->tok[t], CLASS_CONNECTORS, TAG_AND) || !office_at(p, t + 1, &o, &next) || !office_has_unit(&o))
		return false;
	const struct office *last = &p->office[p->noffices - 1];
	struct view a = { l->key.p + last->title_start, last->title_end - last->title_start }, b = { l->key.p + o.title_start, o.title_end - o.title_start };

	if (!office_has_unit(last) || view_eq(a, b) || (executive(l, last) && executive(l, &o)) || person_name_follows(p, next) || unread_follows(p, next) || name_ends_phrase(p, next))
		return false;
	return next >= l->n || strchr(".;)", l->tok[next].symbol) || (l->tok[next].caps == CAPS_LOW && lex_is(&l->tok[next], CLASS_VERBS)) || (is_mark(l, next, ',') && !person_name_behind(p, next));
}

/* Offices in a row from token t: "A, B kiêm C". The token after the last. */
size_t offices_read(struct people *p, size_t t, size_t person, bool after_name)
{
	const struct lex *l = &p->units.lex;
	struct office o;
	size_t next, from = t, had = p->noffices;

	if (after_name && t && is_mark(l, t - 1, ',')) {
		size_t comma = skip_unknown(p, t - 1);

		t += comma - (t - 1);
	}
	while (office_at(p, t, &o, &next) || (after_name && p->found[person].last + 2 == t && staff_at(p, t, &o, &next))) {
		bool of_party = lex_has(&l->tok[t], CLASS_ROLES, TAG_PARTY) && !office_has_unit(&o), with_unit = after_name && office_has_unit(&o);

		if (after_name) {
			next = office_hamlet_after(p, &o, next);
			next = office_behind_owner(p, rest_of_office(p, &o, next));
			next = namesake_after(p, &o, next);
		}
		if (after_name && (person_name_follows(p, next) || unread_follows(p, next) || name_ends_phrase(p, next) || office_is_of(p, next) ||
				   ((is_mark(l, next, ':') || (is_dash(l, next) && p->n && office_before_mark(p, p->n - 1))) && person_name_behind(p, next)))) {
			/* "Bí thư A, Phó Bí thư, Chủ tịch B": where offices stand before the names, all
			 * behind A are of B */
			if (p->noffices > had && is_mark(l, from - 1, ',') && person_name_follows(p, next) && office_before_name(p, person)) {
				p->noffices = had;
				return from;
			}
			break;
		}
		office_add(p, &o, person);
		t = next;
		if (after_name)
			t = skip_words(p, skip_unknown(p, t));
		/* "Phó trưởng cụm Cụm thi đua số IX năm 2024, Trưởng Ban ..." */
		if (lex_word(l, t, "năm") && t + 1 < l->n && l->tok[t + 1].symbol == SYM_NUMBER && is_mark(l, t + 2, ',') && office_at(p, t + 3, &o, &next))
			t += 2;
		/* "Chủ tịch HĐQT, kiêm Giám đốc" */
		if (is_mark(l, t, ',') && t + 2 < l->n && lex_has(&l->tok[t + 1], CLASS_ROLE_MODIFIERS, TAG_JOIN) && office_at(p, t + 2, &o, &next)) {
			t += 2;
			continue;
		}
		/* "Phó Tổng Giám đốc Tập đoàn Xăng dầu Việt Nam (Petrolimex), Chủ tịch ..." */
		size_t behind = is_mark(l, t, '(') ? person_skip_bracket(l, t) : t;

		if (behind > t && (is_mark(l, behind, ',') || is_dash(l, behind)) && office_at(p, behind + 1, &o, &next))
			t = behind;
		/* "Phó Chủ tịch UBND tỉnh/Phó Chủ tịch Hội đồng" */
		if ((is_mark(l, t, ',') || is_dash(l, t) || is_mark(l, t, '/') || lex_has(&l->tok[t < l->n ? t : 0], CLASS_ROLE_MODIFIERS, TAG_JOIN)) &&
		    t + 1 < l->n && office_at(p, t + 1, &o, &next))
			t++;
		else if (after_name && one_more(p, had, t))
			t++;
		else if (after_name && p->noffices > had && is_mark(l, t, ';') && of_the_same(p, had, person, t + 1) && office_at(p, t + 1, &o, &next))
			t++;
		/* the comma forgotten: "Thành ủy viên Phó Chủ tịch UBND thành phố" */
		else if (!((of_party || with_unit) && t < l->n && l->tok[t].caps == CAPS_FIRST && office_at(p, t, &o, &next) && office_has_unit(&o)))
			break;
	}
	return t;
}
