#include "person_parts.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"

void person_begin(struct people *p)
{
	p->byline = false;
}

struct person *person_add(struct people *p, size_t first, size_t last)
{
	const struct lex *l = &p->units.lex;

	if (p->n == p->cap) {
		p->cap = p->cap ? p->cap * 2 : 32;
		p->found = xgrow(p->found, p->cap, sizeof *p->found);
	}
	p->found[p->n] = (struct person){
		.start = l->tok[first].start, .end = l->tok[last].end, .first = first, .last = last
	};
	return &p->found[p->n++];
}

/* "Phó Giám đôc kiêm ...": does an office begin at token t that is misspelt? */
static bool misspelt_office(const struct lex *l, size_t t)
{
	static const char *const deputies[] = { "phó chủ", "phó giám", "phó trưởng", "phó bí", "phó tổng", "phó chánh", "phó hiệu", "phó viện", "phó cục", "phó vụ" };

	return LEX_BEGINS_ONE_OF(l, t, deputies);
}

/* "Cử nhân Nông nghiệp", "Thạc sĩ Quản lý công": is the word at token t what the degree before it is in? */
static bool names_subject(const struct lex *l, size_t t)
{
	return t && lex_has(&l->tok[t - 1], CLASS_HONORIFICS, TAG_ACADEMIC) && !lex_one_word(l, t) && lex_any(&l->tok[t], LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_NAME_WORDS));
}

/* "Thạc sĩ Luật Nguyễn Thị A": the token behind the subject of a degree that ends before token t,
 * where a name begins there; or t. */
static size_t behind_subject(struct people *p, size_t t)
{
	enum { LONGEST = 3 };
	const struct lex *l = &p->units.lex;
	size_t k = t;

	if (t >= l->n || !lex_has(&l->tok[t - 1], CLASS_HONORIFICS, TAG_ACADEMIC))
		return t;
	while (k < l->n && k - t < LONGEST && (lex_any(&l->tok[k], LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_NAME_WORDS)) || lex_word(l, k, "luật")))
		k++;
	return k > t && person_name_follows(p, k) ? k : t;
}

/* A name of any shape at token t, in a list of persons, with an office in brackets behind
 * it: its last token, or 0. */
static size_t with_office(struct people *p, size_t t, bool *fine)
{
	const struct lex *l = &p->units.lex;
	size_t last = person_name_at(p, t, true, fine), n;
	struct office o;

	if (!last || person_syllables(l, t, last) < 2 || person_syllables(l, t, last) > 4 || !is_mark(l, last + 1, '(') || lex_is(&l->tok[t], CLASS_PROVINCES))
		return 0;
	return unit_at(&p->units, last + 2) || office_at(p, last + 2, &o, &n) ? last : 0;
}

/* "(Chi bộ xóm 5, xã Vượng Lộc)": where the unit is that ends before token t. The token
 * behind it, or t. */
static size_t behind_place(const struct lex *l, size_t t)
{
	enum { LONGEST = 4 };
	size_t k = t + 2;

	if (!is_mark(l, t, ',') || t + 2 >= l->n || !(lex_is(&l->tok[t + 1], CLASS_LEVELS) || lex_is(&l->tok[t + 1], CLASS_LEVELS_TOP)))
		return t;
	while (k < l->n && k - t < LONGEST + 2 && (l->tok[k].symbol == SYM_NUMBER || (l->tok[k].symbol >= SYM_WORD && l->tok[k].caps != CAPS_LOW)))
		k++;
	return k;
}

/* Has the sentence of token t named somebody, with no semicolon since? */
static bool in_sentence_of_last(const struct people *p, size_t t)
{
	enum { REACH = 200 }; /* tokens */

	if (!p->n || t - p->found[p->n - 1].last > REACH)
		return false;
	for (size_t i = p->found[p->n - 1].last; i < t; i++)
		if (is_mark(&p->units.lex, i, '.') || is_mark(&p->units.lex, i, ';'))
			return false;
	return true;
}

/* "Giám đốc Sở Y tế - Lê Hùng ghi nhận": a sure surname and a syllable, then a verb or a comma. */
static bool short_name_at(const struct lex *l, size_t t)
{
	if (t + 2 >= l->n || !lex_has(&l->tok[t], CLASS_SURNAMES, TAG_SURE) || l->tok[t].caps != CAPS_FIRST || l->tok[t + 1].caps != CAPS_FIRST || l->tok[t + 1].symbol != SYM_WORD ||
	    lex_any(&l->tok[t + 1], LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_SECTORS)) || lex_unit_word(&l->tok[t + 1]))
		return false;
	return l->tok[t + 2].symbol == ',' || (l->tok[t + 2].caps == CAPS_LOW && lex_is(&l->tok[t + 2], CLASS_VERBS));
}

/* Is the office at token t the object of a verb or a preposition, so that a name with
 * its form of address behind the comma begins anew? Where the office begins a clause,
 * or is listed, it is said of that name: "dự có Giám đốc Sở, ông A". */
static bool is_object(const struct lex *l, size_t t)
{
	static const char *const apposed[] = { "có", "gồm", "là", "và", "do", "bởi", "theo", "cương vị", "vai trò", "tư cách", "nguyên", "cùng dự", "dự",
					       "gồm có", "tham dự", "tham dự có", "dự có", "bao gồm", "với cương vị", "bế mạc", "nay", "nhưng", "nhất là", "năm làm" };
	const struct token *k = &l->tok[t - 1];

	if (k->symbol != SYM_WORD || k->caps != CAPS_LOW || lex_any(k, LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_TIME_WORDS)))
		return false;
	for (size_t i = 0; i < sizeof apposed / sizeof *apposed; i++)
		if (lex_word(l, t - 1, apposed[i]) || lex_words_end(l, t - 1, apposed[i]))
			return false;
	return true;
}

/* "thừa ủy quyền của Chủ tịch nước, Bí thư ...", "thay mặt Giám đốc Sở, ông ...":
 * the office at t is that of one who is not named. The token after it, or t. */
static size_t office_of_another(const struct people *p, size_t t)
{
	static const char *const acting[] = { "thừa ủy quyền", "ủy quyền", "thừa lệnh", "thừa ủy nhiệm", "thay mặt",
					      "thay mặt cho" };
	static const char *const present[] = { "chỉ đạo", "có mặt", "chứng kiến", "tham gia", "phát biểu", "dẫn đầu",
					       "báo cáo" };
	enum { BOTH = 10 };
	const struct lex *l = &p->units.lex;
	struct office o;
	size_t next, cue = t;

	if (!t || !office_at(p, t, &o, &next))
		return t;
	/* "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH A": who signs for the first holds the second */
	if (is_mark(l, t - 1, '.') && t > 1 && (lex_word(l, t - 2, "kt") || lex_word(l, t - 2, "tl") || lex_word(l, t - 2, "tuq")) &&
	    (is_mark(l, next, ',') || is_dash(l, next) || is_mark(l, next, '/')) && office_begins(l, next + 1))
		return next + 1;
	/* "Báo cáo với Giám đốc Sở, ông A": A is somebody else */
	if (is_mark(l, next, ',') && next + 1 < l->n && lex_is(&l->tok[next + 1], CLASS_HONORIFICS) && is_object(l, t))
		return next;
	bool of = lex_word(l, t - 1, "của");

	/* "thừa ủy quyền của Chủ tịch nước và Thủ tướng Chính phủ, ông ..." */
	if (lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND) && is_mark(l, next, ','))
		for (size_t k = t - 1; k-- > 0 && t - k < BOTH && l->tok[k].symbol >= SYM_WORD;)
			if (LEX_ONE_OF(l, k, acting))
				return next;
	cue = of && t > 1 ? t - 2 : t - 1;
	if (LEX_ONE_OF(l, cue, acting))
		return is_mark(l, next, ',') || (next < l->n && lex_is(&l->tok[next], CLASS_HONORIFICS)) ? next : t;
	enum part v = person_verb_part(&l->tok[cue]);

	/* "Đó là khẳng định của Ủy viên Bộ Chính trị, Chủ tịch ... A": offices in a row are of one */
	static const char *const sayings[] = { "khẳng định", "ý kiến", "lời", "chia sẻ", "nhận định", "đánh giá", "quan tâm", "nhận xét", "tâm sự", "bày tỏ", "trao đổi", "thăm hỏi", "thư", "chúc mừng", "chia buồn" };

	if (of && is_mark(l, next, ',') && office_begins(l, next + 1))
		if (LEX_ENDS_ONE_OF(l, cue, sayings))
			return t;
	if (!of || !is_mark(l, next, ',') || v == PART_CHAIR || v == PART_GUEST)
		return t;
	if (LEX_ENDS_ONE_OF(l, cue, present))
		return t;
	return next;
}

bool person_find(struct people *p, enum kind kind, struct view text)
{
	static const char in_turn[] = "qua các thời kỳ";
	struct lex *l = &p->units.lex;
	bool fine = unit_find(&p->units, kind, text);

	p->n = p->noffices = 0;
	struct office shared[8]; /* "các đồng chí Phó Viện trưởng ...: A, B và C" */
	size_t nshared = 0;
	bool sharing = false; /* somebody has them already */
	bool besides = false; /* they have offices of their own as well: "A, ...; B, ..." */
	bool each_before = false; /* and those stand before the names */
	bool in_row = false;  /* they stood before the first of them: "các Thứ trưởng A, B" */
	bool listed = false; /* the last name was one of a list */
	bool plural = false; /* "các đồng chí: A, ...; B, ..." gives its form of address to each */
	size_t plural_start = 0, plural_end = 0;
	const unsigned long opens = LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_BIT(CLASS_HONORIFICS) |
				    LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_CONNECTORS);

	for (size_t t = 0; t < l->n;) {
		/* most words: no name, no office, nothing that joins */
		if (l->tok[t].symbol == SYM_WORD && l->tok[t].caps == CAPS_LOW && !lex_any(&l->tok[t], opens)) {
			listed = false;
			/* "các đồng chí nguyên lãnh đạo tỉnh do ông A dẫn đầu": he is none of them */
			plural &= !lex_word(l, t, "do");
			t++;
			continue;
		}
		if (kind == KIND_BYLINE && unit_pen_name(l, t)) {
			struct person *x = person_add(p, t, t + 1);

			x->next = t + 2;
			x->part = person_part_of(p, kind, x, t + 2);
			break;
		}
		if (!plural && person_individuals(l, t)) {
			plural = listed = true;
			plural_start = plural_end = 0;
		}
		/* "Các em: A, học sinh Trường B; C, ..." */
		listed |= plural && t && is_mark(l, t - 1, ';');
		size_t offices = p->noffices, start = t;
		size_t honorific_start = 0, honorific_end = 0;

		/* Offices before the name. */
		size_t absent = office_of_another(p, t);

		if (absent > t) {
			t = absent;
			continue;
		}
		size_t after = offices_read(p, t, 0, false);

		after = after > t ? office_hamlet_before(p, after) : after;
		/* "Bộ trưởng Bộ Khoa học và Công nghệ (KH&CN) Lê Văn A", "Vụ trưởng Vụ Báo chí (Ban Tuyên giáo Trung ương) B" */
		if (after > t && is_mark(l, after, '(') && after + 3 < l->n &&
		    (l->tok[after + 1].caps == CAPS_ALL || unit_at(&p->units, after + 1) || lex_words_end(l, after + 1, "đã ký") || lex_words_end(l, after + 2, "đã ký")) && person_skip_bracket(l, after) <= after + 10 &&
		    person_name_follows(p, person_skip_bracket(l, after)))
			after = person_skip_bracket(l, after);
		bool office_before = after > t;
		/* "các Thứ trưởng: A, B", "2 Thứ trưởng A, B" */
		bool of_several = (t && lex_is(&l->tok[t - 1], CLASS_PLURALS)) || (office_before && (office_counted(l, t) || office_of_row(p, t, after)));

		/* "nguyên Giám đốc Sở qua các thời kỳ: A, B" */
		if (office_before && after < l->n && lex_key_at(l, l->tok[after].start, in_turn)) {
			size_t end = l->tok[after].start + strlen(in_turn);

			while (after < l->n && l->tok[after].start < end)
				after++;
			of_several = true;
		}

		/* "Giám đốc Sở, ông A"; but of "A, ..., Chủ tịch Hội, ông B" it is A's. */
		if (is_mark(l, after, ',') && office_before && after + 1 < l->n &&
		    lex_is(&l->tok[after + 1], CLASS_HONORIFICS) &&
		    !(is_mark(l, t - (t > 0), ',') && in_sentence_of_last(p, t)))
			after++;
		/* "Phó Chủ tịch UBND tỉnh, Nguyễn Văn Hùng trao": where the sentence begins, and a verb follows */
		if (is_mark(l, after, ',') && office_before && (!t || is_mark(l, t - 1, '.')) && person_acts(p, after + 1))
			after++;
		/* "Giám đốc Sở Giáo dục và Đào tạo - ông A", "Chủ tịch UBND tỉnh: B" */
		if (office_before && (is_dash(l, after) || is_mark(l, after, ':')) && after + 1 < l->n && !((plural || of_several) && is_mark(l, after, ':')) &&
		    (is_mark(l, after, ':') || !in_sentence_of_last(p, t) || office_before_mark(p, p->n - 1) || (t && is_dash(l, after) && lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND))) &&
		    (person_name_behind(p, after) || short_name_at(l, after + 1)))
			after++;
		/* "Cụm trưởng là ông A"; not "vợ của Giám đốc là bà C" */
		if (office_before && office_is_of(p, after) && (!t || l->tok[t - 1].symbol != SYM_WORD || lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND)))
			after++;
		/* Forms of address, stacked: "đồng chí Đại tá, TS". */
		size_t h = after;

		for (int stacked = 0; stacked < 6 && h < l->n && lex_is(&l->tok[h], CLASS_HONORIFICS); stacked++) {
			if (!honorific_end)
				honorific_start = l->tok[h].start;
			honorific_end = l->tok[h].end;
			h++;
			/* "TS. Lê Văn A"; but "09 đồng chí. Đại hội bầu" ends a sentence */
			bool point = is_mark(l, h, '.') && l->tok[h - 1].caps != CAPS_LOW && !lex_has(&l->tok[h - 1], CLASS_HONORIFICS, TAG_HONOUR);

			if (h + 1 < l->n && (point || ((is_mark(l, h, ',') || (is_dash(l, h) && lex_has(&l->tok[h - 1], CLASS_HONORIFICS, TAG_ACADEMIC))) && lex_is(&l->tok[h + 1], CLASS_HONORIFICS))))
				h++;
		}
		/* "các Thiếu tướng: A, B" */
		if (h > after && is_mark(l, h, ':') && after == start && start && lex_is(&l->tok[start - 1], CLASS_PLURALS)) {
			plural = listed = true;
			plural_start = honorific_start;
			plural_end = honorific_end;
			t = h + 1;
			continue;
		}
		if (h > after && is_mark(l, h, ':'))
			h++;
		if (h < l->n && lex_is(&l->tok[h], CLASS_HONORIFICS_PLURAL)) {
			plural = listed = true;
			plural_start = l->tok[h].start;
			plural_end = l->tok[h].end;
			p->noffices = offices;
			t = h + 1;
			continue;
		}
		/* "các đồng chí Phó Viện trưởng: A, B và C", "Các Phó Chủ tịch: A, B", "Hai phó giám đốc là A và B" */
		if (office_before && ((is_mark(l, after, ':') && (plural || of_several)) || office_shared_by(l, t, after))) {
			for (nshared = 0; nshared < 8 && offices + nshared < p->noffices; nshared++)
				shared[nshared] = p->office[offices + nshared];
			p->noffices = offices;
			sharing = besides = in_row = false;
			t = after + 1;
			listed = true;
			continue;
		}
		bool honoured = h > after;

		if (honoured)
			h = behind_subject(p, h);
		size_t last = person_name_at(p, h, honoured || (kind == KIND_BYLINE && person_signs(l, h)), &fine);

		/* "các ông: Y Blông Niê, K’Brẻo, ..." */
		if (!last && plural && listed && person_apostrophe(l, h))
			last = person_name_at(p, h, true, &fine);

		/* "các đồng chí: Lý Xuân Trường (...), Sèn Chỉn Phà (Phó Chủ tịch ...)": one of a list, with an office */
		bool member = !last && plural && listed && h == start && (last = with_office(p, h, &fine)) > 0;

		/* "- Siu H'Nhan (SN 1995)" */
		size_t described = h == start ? person_described(p, h, &fine) : 0;

		if (described) {
			last = described;
			member = true;
		}

		/* "Ảnh: Nguyễn Văn A/TTXVN": who took it; but "Tin, ảnh: B" wrote the text */
		if (last && h > 1 && is_mark(l, h - 1, ':') && lex_word(l, h - 2, "ảnh") && !(h > 2 && (is_mark(l, h - 3, ',') || is_dash(l, h - 3) || is_mark(l, h - 3, '/') || is_mark(l, h - 3, '&') || lex_has(&l->tok[h - 3], CLASS_CONNECTORS, TAG_AND))) &&
		    kind != KIND_BYLINE) {
			p->noffices = offices;
			t = last + 1;
			continue;
		}
		if (last && !honoured && misspelt_office(l, h))
			last = 0;
		/* "Cử nhân Nông nghiệp": what was read there, and nobody; "Kỹ sư Tổ Cao áp" is of a team */
		if (last && honoured && (names_subject(l, h) || lex_word(l, h, "tổ")))
			last = 0;
		/* "Đại đức Tăng Ni" */
		if (last == h && honoured && lex_has(&l->tok[h], CLASS_NOT_NAMES, TAG_WORD))
			last = 0;
		if (last && honoured && !office_before && person_by_calling(l, h - 1) && !person_named_by_calling(l, h - 1, h, last))
			last = 0;
		/* "Chùa Bà Thiên Hậu", "miếu Bà Chúa Xứ" */
		static const char *const shrines[] = { "chùa", "miếu", "đền", "đình", "núi", "lăng", "phủ", "điện" }, *const graves[] = { "nghĩa trang", "đài tưởng niệm", "tượng đài", "nơi thờ", "đền thờ", "nhà thờ", "nhà lưu niệm", "khu lưu niệm", "phòng lưu niệm", "nhà tưởng niệm", "khu tưởng niệm", "bia tưởng niệm", "mộ", "tượng", "khu di tích", "di ảnh", "hài cốt" };

		bool apart = last && honoured && !office_before && start;

		if (apart && LEX_ONE_OF(l, start - 1, shrines))
			last = 0;
		/* "Nghĩa trang Liệt sĩ Quốc Gia Trường Sơn" */
		if (apart && LEX_ENDS_ONE_OF(l, start - 1, graves)) {
			p->noffices = offices;
			t = last + 1;
			continue;
		}
		if (last && honoured && !office_before && person_names_thing(p, h) &&
		    (lex_is(&l->tok[h], CLASS_LEVELS) || lex_is(&l->tok[h], CLASS_LEVELS_TOP) || person_historical(l, h, last)))
			last = 0;
		if (last && !honoured) {
			/* "Khu tập thể công nhân Cao Xanh" */
			static const char *const housings[] = { "tập thể", "nhà ở", "nhà văn hóa", "cung văn hóa", "ký túc xá", "khu đô thị", "khu", "làng", "phố", "câu lạc bộ" };
			bool lodged = office_before && t && lex_key_at(l, l->tok[t].start, "công nhân") && LEX_ENDS_ONE_OF(l, t - 1, housings);
			bool enough = office_before && !lodged && (!person_names_thing(p, h) || office_of_firm(l, h - 1)) && !person_historical(l, h, last) &&
				      (lex_is(&l->tok[h], CLASS_SURNAMES) || lex_is(&l->tok[h], CLASS_NAME_PARTICLES));

			/* "Trưởng thôn Cao Hoong" names the hamlet, if those before were not named so */
			if (enough && person_syllables(l, h, last) == 2 && office_of_hamlet(l, h - 1) &&
			    !(t && is_mark(l, t - 1, ',') && p->n && office_before_name(p, p->n - 1))) {
				p->noffices = offices;
				t = last + 1;
				continue;
			}
			/* "gồm Lê Ngọc, Trương Tấn Trung": one of a list of names */
			enough |= (listed || (h && (is_mark(l, h - 1, ':') || lex_word(l, h - 1, "gồm")))) && person_surname_weight(l, h) > 1 && is_mark(l, last + 1, ',') &&
				  person_has_middle(p, last + 2) && !person_names_thing(p, h);
			/* "Người ký: A" */
			enough |= h > 1 && is_mark(l, h - 1, ':') && lex_words_end(l, h - 2, "người ký") && lex_is(&l->tok[h], CLASS_SURNAMES) && last > h;
			/* "A, B và C" behind "các đồng chí" */
			enough |= listed && (plural || person_syllables(l, h, last) >= 3) && (lex_is(&l->tok[h], CLASS_SURNAMES) || (last + plural > h + 1 && lex_is(&l->tok[h], CLASS_NAME_PARTICLES))) && !person_names_thing(p, h);
			if (!enough && !member && !person_believed(p, kind, h, last) && !person_in_row(p, h, last, plural))
				last = 0;
		}
		if (!last) {
			if (!office_before || !office_taken(p, start, after))
				p->noffices = offices;
			for (size_t i = offices; i < p->noffices; i++)
				p->office[i].person = p->n - 1;
			/* Go on behind what was read, but not behind an honorific that a name may follow. */
			t = office_before ? after : start + 1;
			/* "Công ty Võ Thái Sang": no half of the name of a thing is a person's */
			while (h == start && lex_is(&l->tok[start], CLASS_SURNAMES) && l->tok[start].caps == CAPS_FIRST && person_names_thing(p, start) &&
			       t < l->n && l->tok[t].symbol == SYM_WORD && l->tok[t].caps == CAPS_FIRST && l->tok[t].start - l->tok[t - 1].end == 1)
				t++;
			if (is_mark(l, start, '.'))
				plural = false;
			if ((is_mark(l, start, ';') && !besides) || is_mark(l, start, '.'))
				nshared = 0;
			/* "các đồng chí nguyên lãnh đạo tỉnh: A, B" */
			if (is_mark(l, start, ':') && plural)
				listed = true;
			listed &= is_mark(l, start, ',') || (plural && is_mark(l, start, ')')) || lex_has(&l->tok[start], CLASS_CONNECTORS, TAG_AND) || is_mark(l, start, ':');
			continue;
		}
		if (!honoured && !office_before)
			h = person_whole_name(p, h, last);
		struct person *x = person_add(p, h, last);
		size_t me = p->n - 1;

		for (size_t i = offices; i < p->noffices; i++)
			p->office[i].person = me;
		if (honoured) {
			x->honorific_start = honorific_start;
			x->honorific_end = honorific_end;
		} else if (plural) {
			x->honorific_start = plural_start;
			x->honorific_end = plural_end;
		}
		/* "Các già làng A, B và C" */
		if (honoured && !office_before && start && lex_is(&l->tok[start - 1], CLASS_PLURALS) && !plural) {
			plural = true;
			plural_start = honorific_start;
			plural_end = honorific_end;
		}
		/* Offices after it; an honour among them is none. */
		size_t next = last + 1;

		if (is_mark(l, next, ',') && next + 2 < l->n && lex_has(&l->tok[next + 1], CLASS_HONORIFICS, TAG_HONOUR) &&
		    is_mark(l, next + 2, ','))
			next += 2;

		if (is_mark(l, next, ',') || is_dash(l, next) || is_mark(l, next, '(') || (honoured && is_mark(l, next, ':')))
			after = offices_read(p, next + 1, me, true);
		else
			after = offices_read(p, next, me, true);
		/* "A (thứ hai từ trái sang), Giám đốc ...", "A (SN 1970) - Chủ tịch ..." */
		if (is_mark(l, next, '(') && after == next + 1) {
			size_t behind = person_skip_bracket(l, next);

			if (behind > next && (is_mark(l, behind, ',') || is_dash(l, behind))) {
				size_t end = offices_read(p, behind + 1, me, true);

				after = end > behind + 1 ? end : after;
			}
		}
		if (after <= next + 1) {
			size_t office = person_particulars(p, last + 1);

			if (office > last + 1) {
				size_t end = offices_read(p, office, me, true);

				after = end > office ? end : after;
			}
		}
		/* "A tiếp tục giữ chức Chủ tịch ...", "A là Phó Chủ tịch ...", "A (nay là Chủ tịch ...)" */
		size_t told = after > next + 1 ? after : last + 1, held = office_held_as(p, told + is_mark(l, told, '('));

		if (held) {
			size_t first = p->noffices, end = offices_read(p, held, me, true);

			if (end > held)
				after = end + (is_mark(l, told, '(') && is_mark(l, end, ')'));
			if (plural || (office_chosen_at(l, told) && honoured))
				office_share_held(p, me, first);
		}
		/* "A - Chủ tịch UBND xã B (Khối trưởng Khối thi đua các xã)" */
		if (after > next + 1 && is_mark(l, after, '(') && office_begins(l, after + 1)) {
			size_t first = p->noffices, end = offices_read(p, after + 1, me, true);

			if (end > after + 1 && is_mark(l, end, ')'))
				after = end + 1;
			else
				p->noffices = first;
		}
		if (after == next + 1 && after < l->n && !lex_is(&l->tok[after], CLASS_ROLES))
			after = next;
		/* "Trần Văn Ba - Phòng Nghiệp vụ 2" in a byline, "Trần Thị Ba (Trường Mầm non Hoa Sen)":
		 * the unit alone is the office. */
		bool bracket = is_mark(l, next, '(');
		/* "cô giáo A - Trường B," */
		bool dash = kind != KIND_BYLINE && honoured && is_dash(l, next);
		const struct unit *u = bracket || dash ? unit_at(&p->units, next + 1) : kind == KIND_BYLINE ? office_parent(p, next) : NULL;

		if (u && dash && (u->cluster || !(u->last + 1 == l->n || is_mark(l, u->last + 1, ',') || is_mark(l, u->last + 1, ';') || is_mark(l, u->last + 1, '.') || is_mark(l, u->last + 1, '('))))
			u = NULL;

		if (u && after <= next + 1) {
			size_t end = u->last;

			for (const struct unit *up; (up = office_parent(p, end + 1));)
				end = up->last;
			size_t close = bracket ? behind_place(l, end + 1) : 0;

			if (!bracket || (is_mark(l, close, ')') && !u->cluster)) {
				office_add(p,
					   &(struct office){ .start = l->tok[u->first].start, .end = l->tok[end].end,
							     .unit_first = u->first, .unit_last = end },
					   me);
				after = bracket ? close + 1 : end + 1;
			}
		}
		/* "A, Giám đốc Sở Y tế B": the office is of who comes next */
		bool goes_on = listed, own = after > last + 1 && !(after == next + 1 && is_mark(l, next, ',') && after < l->n && lex_is(&l->tok[after], CLASS_ROLES));

		listed = true;

		if (nshared && !sharing) {
			besides = own;
			each_before = office_before;
		}
		sharing = true;
		/* "các Phó Chủ tịch: A, B, Giám đốc Sở Y tế C": an office before a name ends what is said of all,
		 * but for "các Ủy viên Bộ Chính trị: Chủ tịch nước A, Thủ tướng B" */
		if ((in_row && (own || office_before || !goes_on)) || (nshared && office_before && !each_before))
			nshared = 0, in_row = false;
		for (size_t i = 0; i < nshared && (besides || !own); i++)
			office_add(p, &shared[i], me);
		/* "các Thứ trưởng A, B và C": those behind the first have it as well */
		if (office_before && of_several && !own && after == last + 1) {
			for (nshared = 0; nshared < 8 && offices + nshared < p->noffices; nshared++)
				shared[nshared] = p->office[offices + nshared];
			in_row = true;
			besides = false;
		}
		p->found[me].next = after;
		/* "A (Sở Nội vụ), B (Sở Tài chính)": the list goes on behind the bracket */
		if (after <= last + 1) {
			size_t behind = person_skip_bracket(l, last + 1);

			if (plural || (behind < l->n && (is_mark(l, behind, ',') || lex_has(&l->tok[behind], CLASS_CONNECTORS, TAG_AND)) && person_name_follows(p, behind + 1)))
				after = behind;
		}
		p->found[me].part = person_part_of(p, kind, &p->found[me], after);
		t = after > last ? after : last + 1;
	}
	person_share_parts(p);
	/* A line of units under a name is the office of who wrote the page. */
	if (kind == KIND_BYLINE && !p->n && p->byline && p->units.n && p->units.found[0].first == 0) {
		size_t end = p->units.found[0].last;

		for (const struct unit *up; (up = office_parent(p, end + 1));)
			end = up->last;
		office_add(p,
			   &(struct office){ .start = l->tok[0].start, .end = l->tok[end].end,
					     .unit_first = 0, .unit_last = end },
			   NO_PERSON);
	}
	/* So is an office, but in a signature, in capitals, it is of who is named below. */
	struct office alone;

	if (kind == KIND_BYLINE && p->byline && !p->noffices && person_office_alone(p, &alone) && l->tok[0].caps != CAPS_ALL)
		office_add(p, &alone, NO_PERSON);
	if (kind == KIND_BYLINE && p->n) {
		p->byline = true;
	} else if (kind != KIND_BYLINE) {
		p->byline = false;
	}
	return fine;
}

bool person_office_alone(const struct people *p, struct office *o)
{
	size_t next;

	return !p->n && office_at(p, 0, o, &next) && next == p->units.lex.n;
}

void people_free(struct people *p)
{
	units_free(&p->units);
	free(p->found);
	free(p->office);
	person_names_free(p);
	*p = (struct people){ 0 };
}
