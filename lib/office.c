#include "person_parts.h"

#include <string.h>

#include "err.h"

/* How much of the first token of a unit belongs to the title before it: "Phó
 * Trưởng" + "Ban Thi đua ..." is "Phó Trưởng Ban", "Chánh" + "Văn phòng UBND" is
 * "Chánh Văn phòng". Bytes. */
static size_t shared_word(const struct lex *l, size_t t)
{
	static const char *const two[] = { "văn phòng", "thanh tra", "công an", "chi nhánh", "đại diện", "ủy ban", "thi hành án dân sự", "khu vực", "kiểm toán", "bộ môn", "thống kê", "cơ quan", "tiểu ban" };
	const char *k = l->key.p + l->tok[t].start;
	size_t len = l->tok[t].end - l->tok[t].start;

	for (size_t i = 0; i < sizeof two / sizeof *two; i++)
		if (len >= strlen(two[i]) && !memcmp(k, two[i], strlen(two[i])))
			return strlen(two[i]);
	const char *space = memchr(k, ' ', len);

	return space ? (size_t)(space - k) : len;
}

/* "Thường trực Ban Bí thư": the one who heads the Secretariat's daily work; "A, Thường trực Hội đồng Thi
 * đua": who does so in a council. Others of that name are bodies. */
static bool heads_secretariat(const struct lex *l, size_t t)
{
	static const char *const councils[] = { "hội đồng thi đua", "hội đồng tđ", "hđtđkt", "tiểu ban ", "ban chỉ đạo " };

	if (t + 1 >= l->n || !lex_word(l, t, "thường trực") || l->tok[t].caps == CAPS_LOW)
		return false;
	if (lex_key_at(l, l->tok[t + 1].start, "ban bí thư"))
		return true;
	return t > 1 && (l->tok[t - 1].symbol == ',' || l->tok[t - 1].symbol == SYM_DASH) && l->tok[t - 2].caps == CAPS_FIRST && LEX_BEGINS_ONE_OF(l, t + 1, councils);
}

bool office_begins(const struct lex *l, size_t t)
{
	if (t >= l->n)
		return false;
	if (lex_is(&l->tok[t], CLASS_ROLES) || heads_secretariat(l, t))
		return true;
	return lex_is(&l->tok[t], CLASS_ROLE_MODIFIERS) && t + 1 < l->n && lex_is(&l->tok[t + 1], CLASS_ROLES);
}

/* A chain of parents goes on: ", Sở Nội vụ" or " - Sở Nội vụ". */
const struct unit *office_parent(const struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;

	/* "Trung tâm Kiểm soát bệnh tật (CDC), Sở Y tế" */
	if (is_mark(l, t, '(') && t + 3 < l->n && l->tok[t + 1].caps == CAPS_ALL && is_mark(l, t + 2, ')') && is_mark(l, t + 3, ','))
		t += 3;
	if (!is_mark(l, t, ',') && !(t < l->n && l->tok[t].symbol == SYM_DASH))
		return NULL;
	return unit_at(&p->units, t + 1);
}

/* "Theo ông A, Giám đốc Bệnh viện tỉnh, Sở Y tế đã phát động": behind a phrase that leads the sentence, is unit u
 * what does something? */
static bool is_subject(const struct lex *l, const struct unit *u)
{
	static const char *const leads[] = { "theo", "ghi nhận", "để ghi nhận", "được sự", "nhờ", "dưới sự", "trước", "sau khi", "nhằm", "cùng với", "thực hiện", "để" }, *const does[] = { "đã", "vừa", "sẽ", "cũng đã" };
	enum { REACH = 60 };
	size_t t = u->first;

	if (!LEX_ONE_OF(l, u->last + 1, does))
		return false;
	while (t && u->first - t < REACH && l->tok[t - 1].symbol != '.' && l->tok[t - 1].symbol != ';')
		t--;
	return LEX_BEGINS_ONE_OF(l, t, leads);
}

/* The token behind the parents that follow at token t, or t. */
size_t office_behind_parents(const struct people *p, size_t t)
{
	for (const struct unit *up; (up = office_parent(p, t)) && !office_begins(&p->units.lex, up->first) &&
				    up->role != UNIT_HEAD && up->role != UNIT_DEPUTY && !is_subject(&p->units.lex, up);)
		t = up->last + 1;
	return t;
}

/* "của Quốc hội", "thuộc Sở Nội vụ" behind an office: what its unit is of is said, and is
 * no part of the office. The token behind it, or t. */
size_t office_behind_owner(const struct people *p, size_t t)
{
	static const char *const of[] = { "của", "thuộc", "trực thuộc" };
	const struct lex *l = &p->units.lex;
	const struct unit *u = t < l->n && LEX_ONE_OF(l, t, of) ? unit_at(&p->units, t + 1) : NULL;

	return u ? office_behind_parents(p, u->last + 1) : t;
}

/* "trụ trì chùa Long Hòa", "Bí thư chi đoàn khối IV", "Tổ trưởng tổ Ngữ văn": what is
 * too small to be a unit, and its name. The token after it, or t. */
static size_t small_seat(const struct lex *l, size_t t)
{
	enum { LONGEST = 3, FOREIGN = 6 };
	static const char *const heads[] = { "chùa", "chi đoàn", "thôn", "bản", "buôn", "ấp", "xóm", "làng", "khóm", "sóc", "phum", "khu phố",
					     "khối", "khối phố", "khu dân cư", "tổ", "tổ dân phố", "tiểu khu", "thiền viện", "tịnh xá", "thánh thất", "nhà thờ" };
	size_t k = t, seat = t;
	bool more = true;

	/* "Hiệu trưởng nhà trường" */
	static const char school[] = "nhà trường";

	if (t < l->n && lex_key_at(l, l->tok[t].start, school) && lex_word_ends(l->text, l->tok[t].start + sizeof school - 1)) {
		while (k < l->n && l->tok[k].start < l->tok[t].start + sizeof school - 1)
			k++;
		return k;
	}
	/* "Chủ tịch TP.HCM Lê Văn A", "Bí thư tỉnh Đồng Nai" */
	static const char *const heads_of_place[] = { "chủ tịch", "phó chủ tịch", "bí thư", "phó bí thư" };

	if (t && t < l->n && LEX_ONE_OF(l, t - 1, heads_of_place)) {
		size_t place = t + (lex_is(&l->tok[t], CLASS_LEVELS) || lex_has(&l->tok[t], CLASS_LEVELS_TOP, TAG_PROVINCE));
		bool city = place == t && (lex_key_at(l, l->tok[t].start, "tp") || lex_key_at(l, l->tok[t].start, "thành phố "));

		if (place < l->n && lex_is(&l->tok[place], CLASS_PROVINCES) && l->tok[place].caps != CAPS_LOW && (place > t || city))
			return place + 1;
	}
	while (more && k < l->n && k < t + 3 && l->tok[k].caps == CAPS_LOW) {
		more = LEX_ONE_OF(l, k, heads);
		k += more;
	}
	if (k == t)
		return t;
	/* "tổ dân phố số 5" */
	if (lex_word(l, k, "số") && k + 1 < l->n && l->tok[k + 1].symbol == SYM_NUMBER)
		return k + 2;
	for (seat = k; seat < l->n && seat < k + LONGEST; seat++) {
		const struct token *w = &l->tok[seat];

		if (seat == k && (w->symbol == SYM_NUMBER || w->symbol == SYM_ROMAN)) {
			seat++;
			break;
		}
		if (w->symbol != SYM_WORD || w->caps != CAPS_FIRST || w->start - l->tok[seat - 1].end != 1 || lex_unit_word(w) ||
		    lex_any(w, LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_VERBS)))
			break;
	}
	/* "trụ trì chùa Sê Rây Ta Mơn": names that are not Kinh are longer */
	size_t far = seat;

	while (far < l->n && far < k + FOREIGN && l->tok[far].symbol == SYM_WORD && l->tok[far].caps == CAPS_FIRST && !lex_is(&l->tok[far], CLASS_SURNAMES))
		far++;
	if (seat == k + LONGEST && far > seat && !lex_is(&l->tok[seat - 1], CLASS_SURNAMES) && (far == l->n || l->tok[far].symbol < SYM_WORD))
		return far;
	/* "Trụ trì chùa Hưng Long Lê Văn Nam": the last of three begins who holds it */
	if (seat == k + LONGEST && seat < l->n && lex_is(&l->tok[seat - 1], CLASS_SURNAMES) && l->tok[seat].symbol == SYM_WORD && l->tok[seat].caps == CAPS_FIRST)
		seat--;
	/* a surname and two syllables are who holds the office */
	if (seat == k || (seat - k == LONGEST && lex_is(&l->tok[k], CLASS_SURNAMES)))
		return t;
	/* "Tổ trưởng tổ Ngữ văn" */
	if (seat == k + 1 && seat < l->n && !l->tok[seat].set && l->tok[seat].symbol == SYM_WORD && l->tok[seat].caps == CAPS_LOW && lex_word(l, k - 1, "tổ"))
		seat++;
	return seat;
}

/* "(Trưởng) Ban Tổ chức Đại hội thi đua yêu nước ... lần thứ X" at token t: the token behind
 * the name of the meeting, or t. */
static size_t behind_meeting(const struct lex *l, size_t t)
{
	enum { LONGEST = 14 };
	const unsigned long ends = LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_CONNECTORS) | LEX_BIT(CLASS_PLURALS);
	size_t k = t + 1;

	if (!unit_of_meeting(l, t))
		return t;
	for (; k < l->n && k - t < LONGEST; k++) {
		const struct token *w = &l->tok[k];
		/* a meeting has a number and is of emulation; any other verb tells what is done there */
		bool verb = lex_is(w, CLASS_VERBS) && w->caps == CAPS_LOW && !lex_key_at(l, w->start, "thi đua") && !lex_word(l, k, "lần thứ");
		bool person = lex_is(w, CLASS_SURNAMES) && k + 1 < l->n && lex_is(w + 1, CLASS_MIDDLE_NAMES) && w[1].caps == CAPS_FIRST;

		if ((w->symbol < SYM_WORD && w->symbol != SYM_ROMAN && w->symbol != SYM_NUMBER) || lex_any(w, ends) || (k > t + 1 && verb) || person)
			break;
	}
	return k;
}

/* "Cụm trưởng điều hành hội nghị": what the one who holds the office does, and no part of it. */
static bool does_run(const struct lex *l, size_t t)
{
	const struct token *next = l->tok + t + 1;

	return lex_word(l, t, "điều hành") && t + 1 < l->n && next->symbol == SYM_WORD && !lex_unit_word(next) && (next->caps == CAPS_LOW || !lex_is(next, CLASS_SURNAMES));
}

/* "Tổng Giám đốc Công ty Lê Văn Nam phát biểu": does the whole name of who holds the office
 * stand right behind the head of a firm or a union at token t? */
bool office_of_firm(const struct lex *l, size_t t)
{
	static const char *const firms[] = { "công ", "tập đoàn", "tổng công ty" }, *const houses[] = { "bệnh viện", "trung tâm", "nhà trường", "trường", "học viện", "viện", "chi nhánh", "ngân hàng" };
	size_t n = t + 1;
	bool bare = LEX_BEGINS_ONE_OF(l, t, firms);

	/* with a capital it may be named after that person */
	bare |= t < l->n && l->tok[t].caps == CAPS_LOW && LEX_ONE_OF(l, t, houses);
	/* other names may be those of firms */
	return bare && n + 2 < l->n &&
	       lex_is(&l->tok[n], CLASS_SURNAMES) && l->tok[n].caps == CAPS_FIRST && person_middle_of_sex(l, n + 1) && l->tok[n + 1].caps == CAPS_FIRST && l->tok[n + 2].symbol == SYM_WORD &&
	       l->tok[n + 2].caps == CAPS_FIRST;
}

/* "giáo viên chủ nhiệm lớp 5A Trường Tiểu học ...", "giáo viên môn Ngữ văn, Trường ...": the school
 * behind what a teacher does, from token t; or NULL. The last token of what is done through *last. */
static const struct unit *taught_at(const struct people *p, size_t t, size_t *last)
{
	enum { LONGEST = 8 };
	static const char *const does[] = { "chủ nhiệm", "chủ", "dạy", "môn", "bộ môn", "phụ trách", "tổng phụ trách", "tổng phụ trách đội" };
	const struct lex *l = &p->units.lex;

	if (!t || !lex_word(l, t - 1, "giáo viên") || !LEX_ONE_OF(l, t, does))
		return NULL;
	for (size_t k = t + 1; k < l->n && k - t < LONGEST; k++) {
		size_t at = k + is_mark(l, k, ',');
		const struct unit *u = unit_at(&p->units, at);

		if (u && u->kind == TAG_SCHOOL) {
			*last = k - 1;
			return u;
		}
		if (u || at > k || (l->tok[k].symbol != SYM_WORD && l->tok[k].symbol != SYM_NUMBER))
			return NULL;
	}
	return NULL;
}

/* Read an office at token t; true and the token after it through *next. */
bool office_at(const struct people *p, size_t t, struct office *o, size_t *next)
{
	const struct lex *l = &p->units.lex;
	size_t first = t;

	if (t >= l->n || unit_covers(&p->units, t))
		return false;
	while (t < l->n && lex_is(&l->tok[t], CLASS_ROLE_MODIFIERS) && !lex_is(&l->tok[t], CLASS_ROLES) && !heads_secretariat(l, t) &&
	       lex_has(&l->tok[t], CLASS_ROLE_MODIFIERS, TAG_BEFORE))
		t++;
	if (t >= l->n || !(lex_is(&l->tok[t], CLASS_ROLES) || heads_secretariat(l, t)))
		return false;
	/* "Chứng minh Ban Trị sự", but "đã chứng minh" */
	if (lex_word(l, t, "chứng minh") && (l->tok[t].caps == CAPS_LOW || t + 1 >= l->n || !lex_unit_word(&l->tok[t + 1])))
		return false;
	bool shares = lex_has(&l->tok[t], CLASS_ROLES, TAG_HEAD);
	bool member = lex_has(&l->tok[t], CLASS_ROLES, TAG_MEMBER);
	size_t last = t++;

	/* one office, and the dash is its own */
	if (is_dash(l, t) && lex_word(l, last, "phó chỉ huy trưởng") && lex_word(l, t + 1, "tham mưu trưởng")) {
		last = t + 1;
		t += 2;
	}
	const struct unit *u = NULL;

	*o = (struct office){ .start = l->tok[first].start, .title_start = l->tok[first].start, .unit_first = 1 };
	if (shares) {
		/* "Phó Trưởng" alone is no office: the unit or its first word must follow. */
		u = unit_at(&p->units, t);
		size_t meeting = u ? t : behind_meeting(l, t);

		if (!u && meeting == t && (t >= l->n || (!lex_unit_word(&l->tok[t]) && !lex_word(l, t, "đoàn"))))
			return false;
		o->title_end = l->tok[t].start + shared_word(l, t);
		if (meeting > t) {
			last = (t = meeting) - 1;
			o->title_end = l->tok[last].end;
		} else if (!u) {
			/* "Phó Trưởng ban", "Trưởng Cụm thi đua": the word stands for a unit named elsewhere */
			if (lex_is(&l->tok[t], CLASS_UNIT_CLUSTER)) {
				o->unit_first = o->unit_last = t;
			}
			last = t++;
		}
	} else {
		o->title_end = l->tok[last].end;
	}
	while (!u && t < l->n && lex_has(&l->tok[t], CLASS_ROLE_MODIFIERS, TAG_AFTER) && !does_run(l, t)) {
		last = t++;
		o->title_end = l->tok[last].end;
	}
	/* "Phó Giám đốc - Phụ trách Đài PT-TH tỉnh" */
	if (!u && !shares && (is_dash(l, t) || is_mark(l, t, ',')) && lex_word(l, t + 1, "phụ trách") && unit_at(&p->units, t + 2)) {
		o->title_end = l->tok[t + 1].end;
		t += 2;
	}
	if (!u)
		u = unit_at(&p->units, t);
	if (!u && !shares && (u = taught_at(p, t, &last)))
		o->title_end = l->tok[last].end;
	/* "Giám đốc của Công ty May 10" */
	if (!u && !shares && lex_word(l, t, "của") && (u = unit_at(&p->units, t + 1)))
		t++;
	/* "Tổng giám đốc công ty"; but "thư ký hội nghị" */
	bool small = t < l->n && l->tok[t].caps == CAPS_LOW;

	if (!u && !shares && t < l->n && lex_unit_word(&l->tok[t]) && !office_has_unit(o) &&
	    (!small || office_of_firm(l, t) || (!lex_is(&l->tok[t], CLASS_UNIT_SHORT) && (t + 1 == l->n || l->tok[t + 1].symbol < SYM_WORD || lex_is(&l->tok[t + 1], CLASS_VERBS))))) {
		/* "Chủ tịch Hội đồng", "Chủ tịch Công ty": the bare head stands for the whole */
		o->unit_first = o->unit_last = t;
		last = t++;
	}
	/* "Bộ trưởng Giáo dục và Đào tạo": the ministry by its field alone */
	if (!u && !shares && !office_has_unit(o) && t < l->n && lex_is(&l->tok[t], CLASS_SECTORS) && l->tok[t].caps != CAPS_LOW &&
	    (lex_word(l, t - 1, "bộ trưởng") || lex_word(l, t - 1, "thứ trưởng"))) {
		o->title_end = l->tok[t].end;
		last = t++;
	}
	if (!u && !shares && !office_has_unit(o)) {
		size_t seat = small_seat(l, t);

		if (seat > t)
			last = (t = seat) - 1;
	}
	if (!u && !office_has_unit(o) && last + 1 == t)
		u = office_parent(p, t); /* "Phó trưởng ban, Ban Thi đua - Khen thưởng" */
	/* "CT UBND xã", but "Chỉ thị 18-CT" */
	if (!u && !office_has_unit(o) && lex_word(l, last, "ct"))
		return false;
	/* "Trưởng phòng Nội vụ, Ủy viên;" closes what was said of a member */
	if (member && !u && !office_has_unit(o) && !(first && (is_mark(l, first - 1, ',') || is_dash(l, first - 1)) && (t == l->n || is_mark(l, t, ';') || is_mark(l, t, '.'))))
		return false;
	if (u) {
		o->unit_first = u->first;
		t = u->last + 1;
		/* "... tại tỉnh Lạng Sơn" tells which branch it is */
		if (lex_word(l, t, "tại") && t + 2 < l->n && (lex_is(&l->tok[t + 1], CLASS_LEVELS) || lex_is(&l->tok[t + 1], CLASS_LEVELS_TOP)) &&
		    lex_is(&l->tok[t + 2], CLASS_PROVINCES))
			t += 3;
		t = office_behind_parents(p, t);
		o->unit_last = last = t - 1;
		t = office_behind_owner(p, t);
	}
	o->end = l->tok[last].end;
	*next = t;
	return true;
}

/* Words at token t that say that an office follows which the person holds: the
 * token of that office, or 0. */
size_t office_held_as(const struct people *p, size_t t)
{
	static const struct {
		const char *words;
		bool holds; /* do these say it, or only go along? */
	} phrases[] = {
		{ "được bầu ", true }, { "giữ chức vụ ", true }, { "giữ chức danh ", true }, { "giữ chức ", true }, { "giữ cương vị ", true }, { "đảm nhiệm ", true },
		{ "chức vụ ", true }, { "chức danh ", true }, { "làm ", true }, { "là ", true }, { "nhiệm ", true }, { "chức ", true },
		{ "đã ", false }, { "vừa ", false }, { "được ", false }, { "tiếp tục ", false }, { "tiếp ", false }, { "tục ", false }, { "bầu ", false },
		{ "tái cử ", false }, { "tái ", false }, { "cử ", false }, { "suy tôn ", false }, { "bổ nhiệm ", false }, { "phân công ", false },
		{ "điều động ", false }, { "giữ ", false }, { "đảm ", false }, { "vụ ", false }, { "danh ", false }, { "hiện nay ", false },
		{ "hiện ", false }, { "nay ", false }, { "đang ", false }, { "vốn ", false }, { "từng ", false }, { "tái đắc cử ", true }, { "đắc cử ", true }, { "thôi ", false }, { "trúng cử ", false }, { "giới thiệu ", false }, { "suy cử ", false }, { "nữ ", false },
	};
	enum { MOST = 8 };
	const struct lex *l = &p->units.lex;
	bool holds = false, more = true;

	/* "A, Viện trưởng ..., giữ chức ..." */
	if (is_mark(l, t, ',') && t + 1 < l->n && !office_begins(l, t + 1))
		t++;
	if (t >= l->n)
		return 0;
	size_t at = l->tok[t].start, from = at;

	for (int n = 0; more && n < MOST; n++) {
		more = false;
		for (size_t i = 0; i < sizeof phrases / sizeof *phrases && !more; i++)
			if (lex_key_at(l, at, phrases[i].words)) {
				more = true;
				holds |= phrases[i].holds;
				at += strlen(phrases[i].words);
			}
	}
	size_t k = t;

	while (k < l->n && l->tok[k].start < at)
		k++;
	struct office o;
	size_t next;

	return holds && at > from && k < l->n && l->tok[k].start == at && office_at(p, k, &o, &next) ? k : 0;
}

/* Is somebody between the tokens first..t-1 who gives offices to others, or whose they are? */
static bool others_between(const struct lex *l, size_t first, size_t t)
{
	static const char *const gives[] = { "trao", "công bố", "ký", "chúc mừng", "giao nhiệm vụ", "đề nghị", "yêu cầu", "người", "thay", "sau khi" };

	for (size_t i = first; i < t; i++)
		if (lex_any(&l->tok[i], LEX_BIT(CLASS_PLURALS) | LEX_BIT(CLASS_HONORIFICS_PLURAL)) || LEX_ONE_OF(l, i, gives))
			return true;
	return false;
}

/* "được Bộ Tài chính điều động giữ chức Phó Vụ trưởng", "bầu bổ sung vào Ban Thường vụ và giữ chức
 * Phó Bí thư": is the office at tokens t..next-1 one that the person named last, with words
 * between, takes? Not where it is given to somebody behind it. */
bool office_taken(const struct people *p, size_t t, size_t next)
{
	static const char *const takes[] = { "giữ chức", "giữ chức vụ", "giữ chức danh", "giữ cương vị", "đảm nhiệm chức vụ", "đảm nhiệm chức", "nhận nhiệm vụ", "bổ nhiệm làm",
					     "bầu làm", "thêm chức", "về làm", "sang làm", "trở lại làm", "trở về làm", "tái đắc cử", "đắc cử chức vụ", "nhậm chức", "trọng trách", "suy cử làm", "năm làm" };
	static const char *const to[] = { "cho", "đối với", "với", "của", "là" };
	static const char *const who[] = { "ông", "bà", "anh", "chị", "cô", "thầy", "bác", "đồng chí", "nay", "hiện", "còn", "đồng thời", "cũng", "từng", "đang" };
	enum { REACH = 48 };
	const struct lex *l = &p->units.lex;
	const struct person *x = p->n ? &p->found[p->n - 1] : NULL;

	/* "...; bà là Phó Trưởng khoa", "nay là": of the only one who was named; "các đồng chí là" are others */
	const unsigned long many = LEX_BIT(CLASS_PLURALS) | LEX_BIT(CLASS_HONORIFICS_PLURAL);

	if (p->n == 1 && t > 1 && t >= x->next && lex_word(l, t - 1, "là") && !lex_any(&l->tok[t - 2], many) && !(t > 2 && lex_any(&l->tok[t - 3], many)) && LEX_ENDS_ONE_OF(l, t - 2, who))
		return true;

	/* "từng kinh qua các chức vụ: Phó Chủ tịch UBND huyện, ..." */
	if (x && t > 1 && t >= x->next && is_mark(l, t - 1, ':') && (lex_words_end(l, t - 2, "chức vụ") || lex_words_end(l, t - 2, "cương vị") || lex_words_end(l, t - 2, "vị trí")))
		return true;
	if (!x || !t || t < x->next || t - x->next > REACH || lex_has(&l->tok[t], CLASS_ROLES, TAG_CLUSTER) || LEX_ONE_OF(l, next, to))
		return false;
	bool taken = LEX_ENDS_ONE_OF(l, t - 1, takes);

	for (size_t i = x->last + 1; i < t && taken; i++)
		taken = !is_mark(l, i, '.') && !is_mark(l, i, ';');
	return taken && !others_between(l, x->next, t);
}

void office_add(struct people *p, const struct office *o, size_t person)
{
	if (p->noffices == p->capoffices) {
		p->capoffices = p->capoffices ? p->capoffices * 2 : 32;
		p->office = xgrow(p->office, p->capoffices, sizeof *p->office);
	}
	p->office[p->noffices] = *o;
	p->office[p->noffices++].person = person;
}

/* "A, nguyên Tổng Bí thư Nông Đức B": a whole name right behind an office takes it. */
bool person_name_follows(struct people *p, size_t t)
{
	bool fine = true;
	size_t last = t < p->units.lex.n && lex_is(&p->units.lex.tok[t], CLASS_SURNAMES) ? person_name_at(p, t, false, &fine) : 0;

	return last && person_syllables(&p->units.lex, t, last) >= 3;
}

bool office_of_hamlet(const struct lex *l, size_t t)
{
	static const char *const heads[] = { "trưởng bản", "trưởng thôn", "trưởng buôn", "trưởng khu phố", "trưởng ấp", "trưởng xóm",
					     "trưởng làng", "trưởng khóm", "buôn trưởng", "trưởng ga", "tổ trưởng tổ dân phố", "trưởng khu dân cư" };

	return LEX_ONE_OF(l, t, heads);
}

/* Does the office of that person stand right before the name? */
bool office_before_name(const struct people *p, size_t person)
{
	for (size_t i = 0; i < p->noffices; i++)
		if (p->office[i].person == person && p->office[i].end < p->found[person].start && p->found[person].start - p->office[i].end == 1)
			return true;
	return false;
}

/* "Giám đốc Sở Y tế - ông A", "Chủ tịch UBND tỉnh: B": does an office stand before that person, with a dash or a colon? */
bool office_before_mark(const struct people *p, size_t person)
{
	const struct lex *l = &p->units.lex;

	for (size_t i = 0; i < p->noffices; i++)
		if (p->office[i].person == person && p->office[i].end < p->found[person].start)
			for (size_t k = p->found[person].first; k-- > 0 && l->tok[k].start >= p->office[i].end;)
				if (is_dash(l, k) || is_mark(l, k, ':'))
					return true;
	return false;
}

/* Behind the mark at t a name, with its forms of address? */
bool person_name_behind(struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;
	size_t k = t + 1;

	while (k < l->n && k < t + 4 && lex_is(&l->tok[k], CLASS_HONORIFICS))
		k++;
	return person_name_follows(p, k);
}

bool office_is_of(struct people *p, size_t t)
{
	const struct lex *l = &p->units.lex;

	return lex_word(l, t, "là") && t + 1 < l->n && lex_is(&l->tok[t + 1], CLASS_HONORIFICS) && person_name_behind(p, t);
}

/* "Trưởng bản Pờ Sì Ngài": which hamlet it is belongs to the office of who was named
 * before. The token after it. */
size_t office_hamlet_after(const struct people *p, struct office *o, size_t t)
{
	const struct lex *l = &p->units.lex;
	bool hamlet;
	size_t k = t;

	/* "Trưởng thôn Lò Văn A, Trưởng bản Lò Suối Tủng": as the one before, so this */
	if (p->n && office_before_name(p, p->n - 1) && t < l->n && lex_is(&l->tok[t], CLASS_SURNAMES))
		return t;
	hamlet = t && office_of_hamlet(l, t - 1);
	while (hamlet && k < l->n && k < t + 4 && !unit_covers(&p->units, k) &&
	       ((l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_FIRST) || l->tok[k].symbol == SYM_NUMBER))
		k++;
	if (k > t)
		o->end = l->tok[k - 1].end;
	return k;
}

size_t office_hamlet_before(struct people *p, size_t t)
{
	enum { SHORTEST = 5, PLACE = 3 };
	const struct lex *l = &p->units.lex;
	size_t end = t, k = t + 2;

	while (end < l->n && l->tok[end].symbol == SYM_WORD && l->tok[end].caps == CAPS_FIRST && !unit_covers(&p->units, end))
		end++;
	while (k <= t + PLACE && !(k + 2 < end && lex_is(&l->tok[k], CLASS_SURNAMES)))
		k++;
	if (!p->noffices || !office_of_hamlet(l, t - 1) || end < t + SHORTEST || k > t + PLACE)
		return t;
	p->office[p->noffices - 1].end = l->tok[k - 1].end;
	return k;
}

/* "65 tuổi" */
static bool is_age(const struct lex *l, size_t t)
{
	return t + 1 < l->n && l->tok[t].symbol == SYM_NUMBER && lex_word(l, t + 1, "tuổi");
}

/* ", sinh năm 1936; quê quán: xã A, huyện B; nguyên Bí thư ...": what is told of a
 * person between the name and the offices. t is the token behind the name; where the
 * offices begin, or t. */
size_t person_particulars(const struct people *p, size_t t)
{
	enum { MOST = 8, LONGEST = 20 };
	static const char *const cues[] = { "sinh", "sinh năm", "sinh ngày", "dân tộc", "người dân tộc", "quê", "quê quán", "nguyên quán", "trú", "trú tại",
					    "nhập ngũ", "nữ", "nam", "hiện trú", "thường trú" };
	static const char *const homes[] = { "quê quán", "nguyên quán", "nơi ở" }, *const this_year[] = { "năm nay" };
	const struct lex *l = &p->units.lex;
	size_t at = t, next, told = 0;
	struct office o;

	for (size_t part = 0; part < MOST && at < l->n; part++) {
		size_t first = at + (is_mark(l, at, ',') || is_mark(l, at, ';') || is_dash(l, at) || (!part && is_mark(l, at, '(')));

		if (first == at && part)
			return t;
		size_t office = first + (lex_word(l, first, "hiện") || lex_word(l, first, "hiện là") || lex_word(l, first, "nay"));

		office += office > first && lex_word(l, office, "là");
		if (part && told && office_at(p, office, &o, &next))
			return office;
		bool cue = LEX_ONE_OF(l, first, cues) || LEX_BEGINS_ONE_OF(l, first, homes) || is_age(l, first) || (LEX_BEGINS_ONE_OF(l, first, this_year) && (is_age(l, first + 1) || is_age(l, first + 2))) || (lex_word(l, first, "ở") && first + 1 < l->n && lex_any(&l->tok[first + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)));

		/* what a cue began may go on over commas: "quê ở xã A, huyện B" */
		bool place = told && first < l->n && (lex_any(&l->tok[first], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP) | LEX_BIT(CLASS_PROVINCES)));

		if (!cue && !place)
			return t;
		told += cue;
		for (at = first; at < l->n && !is_mark(l, at, ',') && !is_mark(l, at, ';') && !is_dash(l, at); at++)
			if (is_mark(l, at, '.') || is_mark(l, at, '(') || is_mark(l, at, ')') || at - first > LONGEST)
				return t;
	}
	return t;
}
