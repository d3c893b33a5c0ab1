#include "unit_parts.h"

#include <stdlib.h>
#include <string.h>

#include "context.h"
#include "err.h"
#include "names.h"
#include "text.h"

/* ---- quotes ---- */

/* Does the colon at t come before what somebody said, and not before a name: "với chủ đề: ..."? */
static bool opens_speech(const struct lex *l, size_t t)
{
	static const char *const names[] = { "chủ đề", "khẩu hiệu", "phương châm", "thông điệp", "tiêu đề", "phong trào", "vận động", "danh hiệu", "mô hình", "tên",
					     "đề tài", "sáng kiến", "giải pháp", "chuyên đề", "thi đua", "đề án", "dự án", "là", "đạt", "tặng" };

	if (l->tok[t].symbol != ':')
		return false;
	if (t && LEX_ENDS_ONE_OF(l, t - 1, names))
		return false;
	return true;
}

/* Does the straight mark at token t stand as closing ones do: right behind a word, and before a space or a mark? It may
 * close what a curved one opened, with others in it. */
static bool closes_quote(const struct lex *l, size_t t)
{
	return t && l->tok[t - 1].end == l->tok[t].start && l->tok[t - 1].symbol >= SYM_WORD && (t + 1 == l->n || l->tok[t + 1].start > l->tok[t].end || strchr(",.;:)", l->tok[t + 1].symbol));
}

/* Straight and curved marks are mixed on pages, and one may be missing: a curved
 * one says itself which it is, of straight ones only the order tells, and what
 * is opened ends after some words at the latest. */
static void mark_quotes(struct units *u)
{
	enum { NAME = 24 };
	const struct lex *l = &u->lex;
	size_t open = 0;
	bool inside = false, speech = false;

	u->quoted.len = 0;
	str_reserve(&u->quoted, l->n);
	for (size_t i = 0; i < l->n; i++) {
		if (l->tok[i].symbol == SYM_QUOTE) {
			struct view q = lex_text(l, i, i);

			if (view_is(q, "“") || view_is(q, "«"))
				inside = true;
			else if (view_is(q, "”") || view_is(q, "»"))
				inside = false;
			else
				inside = !inside && !closes_quote(l, i);
			/* behind a colon stands what somebody said, and so does more than names are long */
			size_t close = i + 1;

			while (inside && close < l->n && close - i <= NAME && l->tok[close].symbol != SYM_QUOTE)
				close++;
			if (inside)
				speech = (i && opens_speech(l, i - 1)) || close - i > NAME;
			open = i;
		}
		u->quoted.p[u->quoted.len++] = inside && !speech && i - open < 60;
	}
}

bool unit_quoted(const struct units *u, size_t t)
{
	return t < u->quoted.len && u->quoted.p[t];
}

/* ---- finding ---- */

struct unit *unit_add(struct units *u, size_t first, size_t last, int kind, bool cluster)
{
	if (u->n == u->cap) {
		u->cap = u->cap ? u->cap * 2 : 64;
		u->found = xgrow(u->found, u->cap, sizeof *u->found);
	}
	u->found[u->n] = (struct unit){ .first = first, .last = last, .kind = kind, .cluster = cluster,
				      .head = UNIT_OWN_HEAD, .level = UNIT_OWN_HEAD, .place = UNIT_OWN_HEAD };
	return &u->found[u->n++];
}

int unit_kind(const struct token *t)
{
	static const int lists[] = { CLASS_UNIT_WHOLE, CLASS_UNIT_PLACE, CLASS_UNIT_HEAD, CLASS_UNIT_FIELD };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		const struct lex_sense *s = lex_sense(t, lists[i]);

		if (s)
			return s->tag;
	}
	return TAG_OTHER;
}

/* "Phòng PC02": two letters that departments of the police have, and two figures. */
static bool police_code(const struct lex *l, size_t t)
{
	struct view w = lex_text(l, t, t);

	return w.len == 4 && w.p[0] == 'P' && strchr("ACHKVXT", w.p[1]) && w.p[2] >= '0' && w.p[2] <= '9' && w.p[3] >= '0' && w.p[3] <= '9';
}

/* "Đội Cảnh sát giao thông", "Phòng PC02", "Ban Kinh tế Trung ương": what a unit of tokens t..end-1 is
 * by its field, where its head says no more than that it is of the state; or kind. */
static int kind_by_field(const struct lex *l, size_t t, size_t end, int kind)
{
	static const char *const police[] = { "cảnh sát", "an ninh", "phong trào toàn dân bảo vệ", "xây dựng phong trào toàn dân bảo vệ" }, *const party[] = { "ban kinh tế", "ban đối ngoại", "ban nội chính", "ban chính sách" };

	static const char *const medical[] = { "pasteur", "mắt", "tim", "bỏng", "huyết học", "y học", "dược liệu", "dinh dưỡng", "vệ sinh dịch tễ", "sốt rét", "ung thư", "kiểm nghiệm thuốc", "da liễu", "răng hàm mặt", "lão khoa", "nhi", "y tế công cộng" }, *const institute[] = { "viện" };
	static const char *const army[] = { "quân huấn", "tác chiến", "quân lực", "dân quân", "cứu hộ", "cứu hộ cứu nạn", "quân y", "xăng dầu", "xe máy", "tuyên huấn" }, *const bureau[] = { "cục" };

	for (size_t i = t + 1; i < end; i++) {
		/* the coast guard is an army's */
		if (LEX_BEGINS_ONE_OF(l, i, police) && !lex_key_at(l, l->tok[i].start, "cảnh sát biển"))
			return TAG_POLICE;
		if (police_code(l, i))
			return TAG_POLICE;
	}
	if (t + 1 < end && LEX_ONE_OF(l, t, bureau) && LEX_BEGINS_ONE_OF(l, t + 1, army))
		return TAG_MILITARY;
	if (t + 1 < end && LEX_ONE_OF(l, t, institute) && LEX_BEGINS_ONE_OF(l, t + 1, medical))
		return TAG_HEALTH;
	if (lex_words_end(l, end - 1, "trung ương") && LEX_BEGINS_ONE_OF(l, t, party))
		return TAG_PARTY;
	return kind;
}

/* "Ban Giám đốc Công an tỉnh", "BCH Trung ương Hội LHPN", "Phòng CTXH Bệnh viện A": what a part of a
 * unit is follows from whose it is. The kind of the unit of tokens t..end-1. */
static int kind_by_parent(const struct lex *l, size_t t, size_t end)
{
	static const char *const boards[] = { "ban chấp hành", "bch", "ban chấp hành trung ương", "bch trung ương", "ban thường vụ", "btv", "ban thường trực", "ban bí thư", "ban bí thư trung ương" };
	int kind = unit_kind(&l->tok[t]);

	static const char *const organs[] = { "ban tuyên giáo", "ban tổ chức", "ban kiểm tra", "ủy ban kiểm tra", "ban dân vận" };
	const bool organ = kind == TAG_PARTY && LEX_ONE_OF(l, t, organs);

	/* "Trung đoàn Cảnh sát cơ động" */
	if (kind == TAG_MILITARY)
		return kind_by_field(l, t, end, kind);
	if (kind != TAG_OTHER && kind != TAG_STATE && !organ && !(kind == TAG_PARTY && LEX_ONE_OF(l, t, boards)))
		return kind;
	for (size_t i = t + 1; i < end; i++) {
		int of = lex_unit_begins(&l->tok[i]) && l->tok[i].caps != CAPS_LOW ? unit_kind(&l->tok[i]) : TAG_OTHER;

		if (of == TAG_MASS || (organ && of == TAG_ENTERPRISE) || (kind != TAG_PARTY && (of == TAG_POLICE || of == TAG_MILITARY || of == TAG_SCHOOL || of == TAG_HEALTH || of == TAG_ENTERPRISE || of == TAG_MEDIA || of == TAG_JUSTICE)))
			return of;
	}
	return kind == TAG_STATE ? kind_by_field(l, t, end, kind) : kind;
}

/* "Thường trực Hội đồng ...": a committee of the one at token t; but "Phó Trưởng ban
 * Thường trực Hội đồng" and "Giám đốc Sở, Thường trực Hội đồng" are offices in it. */
static bool standing(const struct lex *l, size_t t)
{
	static const char *const bodies[] = { "hội ", "đoàn chủ tịch ", "quân ủy ", "đảng ủy" }, *const committees[] = { "huyện ủy", "tỉnh ủy", "thành ủy", "thị ủy", "quận ủy", "đảng ủy" };
	bool of_party = t && lex_word(l, t - 1, "thường vụ");

	if (!t || l->tok[t - 1].caps != CAPS_FIRST || !(of_party || lex_word(l, t - 1, "thường trực")) ||
	    (t > 1 && (l->tok[t - 2].symbol == ',' || l->tok[t - 2].symbol == SYM_DASH)) || (t > 1 && lex_any(&l->tok[t - 2], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS) | LEX_UNIT_HEADS)))
		return false;
	return of_party ? LEX_ONE_OF(l, t, committees) : LEX_BEGINS_ONE_OF(l, t, bodies);
}

/* "kỷ niệm chương của công đoàn Điện lực Việt Nam": the union of the firm at token t. */
static bool union_of(const struct lex *l, size_t t)
{
	return t && lex_word(l, t - 1, "công đoàn") && l->tok[t - 1].caps == CAPS_LOW && unit_kind(&l->tok[t]) == TAG_ENTERPRISE && !(t > 1 && (lex_word(l, t - 2, "cán bộ") || lex_is(&l->tok[t - 2], CLASS_PLURALS)));
}

/* "chi bộ Sở Nội vụ", "chi đoàn Báo Bắc Giang": the branch in the unit at token t: its first token, or
 * t; and of what kind it is. "các chi bộ Sở Nội vụ" are many. */
static size_t branch_of(const struct lex *l, size_t t, int *kind)
{
	static const char *const branches[] = { "chi bộ", "đảng bộ", "chi đoàn", "chi hội" };
	enum { PARTY = 2 }; /* of them */

	for (size_t i = 0; t && i < sizeof branches / sizeof *branches; i++) {
		if (!lex_words_end(l, t - 1, branches[i]) || l->tok[t].start - l->tok[t - 1].end != 1)
			continue;
		size_t from = l->tok[t - 1].end - strlen(branches[i]), first = t;

		while (first && l->tok[first - 1].start >= from)
			first--;
		if (l->tok[first].caps != CAPS_LOW || l->tok[first].start != from || (first && (lex_is(&l->tok[first - 1], CLASS_PLURALS) || l->tok[first - 1].symbol == SYM_NUMBER)))
			return t;
		*kind = i < PARTY ? TAG_PARTY : TAG_MASS;
		return first;
	}
	return t;
}

/* "TƯ Hội Nông dân Việt Nam": the association at token t, which is that of the whole country. */
static bool central(const struct units *u, size_t t)
{
	static const char *const words[] = { "trung ương", "tư", "t.ư", "tw", "t.w" };
	const struct lex *l = &u->lex;

	return t && lex_key_at(l, l->tok[t].start, "hội") && unit_kind(&l->tok[t]) == TAG_MASS && l->tok[t - 1].caps != CAPS_LOW && LEX_ONE_OF(l, t - 1, words) && l->tok[t].start - l->tok[t - 1].end == 1 &&
	       !(u->n && u->found[u->n - 1].last + 1 >= t) && !(t > 1 && lex_any(&l->tok[t - 2], LEX_UNIT_WORDS));
}

/* "HĐND, UBND, Ủy ban MTTQ huyện Anh Sơn": the place of the last is that of all. */
static bool shares_tail(struct units *u, size_t t, bool *fine)
{
	enum { MOST = 6 };
	const struct lex *l = &u->lex;

	if (!lex_is(&l->tok[t], CLASS_UNIT_PLACE) || l->tok[t].caps == CAPS_LOW)
		return false;
	for (size_t n = 0; n < MOST && t + 2 < l->n; n++, t += 2) {
		size_t next = t + 2;

		if (l->tok[t + 1].symbol != ',' && l->tok[t + 1].symbol != SYM_DASH && l->tok[t + 1].symbol != SYM_GLUE && !lex_has(&l->tok[t + 1], CLASS_CONNECTORS, TAG_AND))
			return false;
		/* "HĐND, UBND, các đoàn thể xã Hòa Tiến" */
		size_t others = next + lex_is(&l->tok[next], CLASS_PLURALS);

		if (others + 2 < l->n && lex_key_at(l, l->tok[others].start, "đoàn thể") && lex_any(&l->tok[others + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)) &&
		    l->tok[others + 2].caps != CAPS_LOW)
			return true;
		if (!lex_unit_begins(&l->tok[next]) || l->tok[next].caps == CAPS_LOW)
			return false;
		/* "Tòa án nhân dân và Viện Kiểm sát nhân dân tối cao" */
		if (lex_words_end(l, next, "tối cao"))
			return true;
		size_t end = unit_longest(u, next, fine);

		if (end > next + 1)
			return lex_is(&l->tok[end - 1], CLASS_LEVELS_TOP) || lex_any(&l->tok[next + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP) | LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_UNIT_WHOLE)) ||
			       (lex_word(l, next - 2, "đảng ủy") && (kind_by_parent(l, next, end) == TAG_MILITARY || kind_by_parent(l, next, end) == TAG_POLICE));
	}
	return false;
}

/* "“Khối thi đua các Viện vùng” đã họp": nothing else is in the quotes. */
static bool fills_quotes(const struct lex *l, size_t t, size_t end)
{
	static const char *const marks[][2] = { { "“", "”" }, { "\"", "\"" }, { "«", "»" } };
	size_t a = l->tok[t].start, z = l->tok[end - 1].end;

	for (size_t i = 0; lex_is(&l->tok[t], CLASS_UNIT_CLUSTER) && i < sizeof marks / sizeof *marks; i++) {
		size_t open = strlen(marks[i][0]), close = strlen(marks[i][1]);

		if (a >= open && z + close <= l->text.len && !memcmp(l->text.p + a - open, marks[i][0], open) && !memcmp(l->text.p + z, marks[i][1], close))
			return true;
	}
	return false;
}

/* "Kế hoạch số 16/KH-HĐTĐKT": a short form in the number of a document, which has no
 * spaces and a slash behind its figures. */
static bool in_number(const struct lex *l, size_t t)
{
	if (l->tok[t].caps != CAPS_ALL)
		return false;
	/* "30/HD – LĐLĐ": spaces around the dash */
	if (t > 3 && (l->tok[t - 1].symbol == SYM_DASH || l->tok[t - 1].symbol == SYM_GLUE) && l->tok[t - 2].caps == CAPS_ALL && l->tok[t - 3].symbol == '/' &&
	    l->tok[t - 4].symbol == SYM_NUMBER)
		return true;
	for (; t > 1 && l->tok[t].start == l->tok[t - 1].end; t--)
		if (l->tok[t - 1].symbol == '/' && l->tok[t - 2].symbol == SYM_NUMBER && l->tok[t - 2].end == l->tok[t - 1].start)
			return true;
	return false;
}

void unit_read(struct units *u, struct view text)
{
	u->n = u->covered.len = 0;
	lex_line(&u->lex, text);
	context_read(&u->lex);
}

bool unit_find(struct units *u, enum kind kind, struct view text)
{
	unit_read(u, text);
	return unit_find_read(u, kind);
}

/* "Phó Trưởng Ban Thường trực Ban Dân vận": the word at token t is of the title. */
static bool of_title(const struct lex *l, size_t t)
{
	return t && t + 1 < l->n && lex_word(l, t, "ban") && lex_has(&l->tok[t - 1], CLASS_ROLES, TAG_HEAD) && lex_word(l, t + 1, "thường trực");
}

/* "Sở Nội vụ - cơ quan Thường trực Hội đồng Thi đua": what it is for the council. */
static bool serves(const struct lex *l, size_t t)
{
	return lex_word(l, t, "cơ quan thường trực") && t + 1 < l->n && (lex_word(l, t + 1, "hội đồng") || unit_kind(&l->tok[t + 1]) == TAG_COUNCIL);
}

/* "Chi cục Thuế,", "Trung tâm Y tế": an office of its field, whose place is not said. */
static bool named_by_field(const struct lex *l, size_t t)
{
	const struct token *k = &l->tok[t];
	int kind = unit_kind(k);
	size_t capitals = 0, n;

	if (!lex_is(k, CLASS_UNIT_PLACE) || k->caps != CAPS_FIRST || (kind != TAG_STATE && kind != TAG_HEALTH) || (t && lex_is(&l->tok[t - 1], CLASS_PLURALS)) ||
	    (t + 1 < l->n && l->tok[t + 1].symbol >= SYM_WORD && !lex_any(&l->tok[t + 1], LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_CONNECTORS))))
		return false;
	for (size_t i = k->start; i < k->end; i++)
		capitals += (i == k->start || l->text.p[i - 1] == ' ') && text_letter(l->text, i, &n) == LETTER_UPPER;
	return capitals > 1;
}

/* "Bí thư Đảng ủy, Chủ tịch UBND xã", "Phó Chính ủy Bộ đội Biên phòng": the committee whose
 * secretary it is, the force that he commands, stands alone. */
static bool stands_alone(const struct lex *l, size_t t)
{
	static const char *const bodies[] = { "đảng ủy", "ban cán sự đảng" }, *const forces[] = { "bộ đội biên phòng", "bđbp" };
	static const char *const leads[] = { "ban giám đốc ", "ban giám hiệu ", "bộ tư lệnh ", "bộ chỉ huy " };

	if (LEX_ONE_OF(l, t, forces))
		return t && lex_has(&l->tok[t - 1], CLASS_ROLES, TAG_MILITARY);
	if (!LEX_ONE_OF(l, t, bodies))
		return false;
	/* "Đảng ủy, Ban Giám đốc Sở Y tế" are of one */
	if (l->tok[t].caps != CAPS_LOW && t + 1 < l->n && l->tok[t + 1].symbol == ',' && LEX_BEGINS_ONE_OF(l, t + 2, leads))
		return true;
	t -= t > 1 && lex_word(l, t - 1, "thường trực");
	return t && (lex_word(l, t - 1, "bí thư") || lex_word(l, t - 1, "phó bí thư"));
}

/* "Ban Tuyên giáo, Ban Tổ chức, Ban Dân vận, Văn phòng Tỉnh ủy": beside others of the Party it is
 * no committee that holds a meeting. */
static bool among_party(const struct lex *l, size_t t)
{
	static const char *const others[] = { "ban tuyên giáo", "ban dân vận", "ban nội chính", "ủy ban kiểm tra", "văn phòng tỉnh ủy", "ban tuyên giáo và dân vận", "văn phòng" };

	if (!lex_word(l, t, "ban tổ chức") || l->tok[t].caps == CAPS_LOW || t + 2 >= l->n)
		return false;
	bool joined = l->tok[t + 1].symbol == ',' || lex_has(&l->tok[t + 1], CLASS_CONNECTORS, TAG_AND);

	return joined && (LEX_ONE_OF(l, t + 2, others) || (t > 1 && l->tok[t - 1].symbol == ',' && LEX_ONE_OF(l, t - 2, others)));
}

/* "Sở Tư pháp và Cục THADS các tỉnh": a department before token t, which nothing but "và" or a
 * comma parts from it and whose place nobody says, is said of as many as the unit there. */
static void many_as_well(struct units *u, size_t t)
{
	const struct lex *l = &u->lex;

	while (u->n && t >= 2 && u->found[u->n - 1].last + 2 == t && (l->tok[t - 1].symbol == ',' || lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND))) {
		const struct unit *x = &u->found[u->n - 1];

		bool field = lex_is(&l->tok[x->first], CLASS_UNIT_FIELD) && x->last == x->first + 1;

		/* "HĐND, UBND, MTTQ Việt Nam các cấp" */
		if (!(field || (x->last == x->first && lex_is(&l->tok[x->first], CLASS_UNIT_PLACE))) || x->head != UNIT_OWN_HEAD)
			return;
		t = x->first;
		u->n--;
	}
}

bool unit_pen_name(const struct lex *l, size_t t)
{
	static const char *const heads[] = { "trường", "ban", "viện", "anh" };

	if (t + 2 != l->n || (t && l->tok[t - 1].symbol != ':') || !LEX_ONE_OF(l, t, heads) || l->tok[t + 1].symbol != SYM_WORD)
		return false;
	return lex_one_word(l, t) && lex_one_word(l, t + 1) && l->tok[t].caps != CAPS_LOW && l->tok[t].caps == l->tok[t + 1].caps;
}

bool unit_find_read(struct units *u, enum kind kind)
{
	struct lex *l = &u->lex;
	bool fine = true;

	mark_quotes(u);
	/* a pen name, and the colon before it, begin nothing */
	size_t end_of_line = kind == KIND_BYLINE && l->n >= 2 && unit_pen_name(l, l->n - 2) ? (l->n > 2 ? l->n - 3 : 0) : l->n;

	for (size_t t = 0; t < end_of_line; t++) {
		const struct token *k = &l->tok[t];
		bool cluster = lex_any(k, LEX_BIT(CLASS_UNIT_CLUSTER) | LEX_BIT(CLASS_UNIT_SHORT));

		if ((!cluster && !lex_unit_begins(k) && !lex_is(k, CLASS_PLURALS) && k->symbol != ':') || of_title(l, t) || serves(l, t))
			continue;
		size_t end = k->symbol == ':' ? unit_list_behind_colon(u, t) : unit_list(u, t);

		if (end > t) {
			t = end - 1;
			continue;
		}
		if (cluster) {
			end = unit_cluster_end(u, t, &fine);
		} else if (lex_unit_begins(k)) {
			end = unit_longest(u, t, &fine);
			end = unit_board(l, t, unit_firm(l, t, end));
			size_t of = end > t ? end : t + 1;

			/* "Hội LHPN các huyện A, B": what may be said of all of them begins a list here */
			for (size_t i = t + 1; i + 1 < of; i++)
				if (lex_is(&l->tok[i], CLASS_PLURALS) && lex_any(&l->tok[i + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP)))
					of = i;
			size_t listed = unit_list_places(u, t, of < l->n ? of : t);

			listed = listed > of ? listed : unit_list_provinces(u, t, of);
			if (listed > of) {
				t = listed - 1;
				continue;
			}
			/* "UBND 06 đơn vị" counts them */
			if (end > t + 1 && l->tok[end - 1].symbol == SYM_NUMBER && unit_counts(l, end))
				end = t;
			/* "Hội LHPN các huyện" is said of many */
			if (end == t && unit_of_many(l, t + 1))
				many_as_well(u, t);
			/* "Hội đồng TĐKT các cấp kịp thời được kiện toàn" is named all the same */
			bool all_levels = unit_kind(k) == TAG_COUNCIL && end > t && lex_word(l, end + 1, "cấp");

			if (end > t && !all_levels && (unit_of_many(l, end) || (unit_of_many(l, t + 1) && unit_kind(k) != TAG_COUNCIL))) {
				many_as_well(u, t);
				t = end - 1;
				continue;
			}
			/* "Hội đồng TĐKT ngành": its branch is named elsewhere */
			if (end == t && unit_kind(k) == TAG_COUNCIL && lex_word(l, t + 1, "ngành") && (t + 2 == l->n || l->tok[t + 2].caps == CAPS_LOW || l->tok[t + 2].symbol < SYM_WORD))
				end = t + 2;
			if (end == t && unit_kind(k) == TAG_COUNCIL && k->end - k->start > strlen(" ngành") && lex_words_end(l, t, "ngành") &&
			    (t + 1 == l->n || l->tok[t + 1].caps == CAPS_LOW || l->tok[t + 1].symbol < SYM_WORD))
				end = t + 1;
			if (end == t && (central(u, t) || shares_tail(u, t, &fine) || stands_alone(l, t) || named_by_field(l, t) || among_party(l, t)))
				end = t + 1;
			if (unit_several(l, t, end)) {
				t = end - 1;
				continue;
			}
		}
		if (!cluster && end > t)
			end = unit_end(l, t, end);
		int branch = TAG_OTHER;
		size_t first = end > t && (standing(l, t) || union_of(l, t) || central(u, t)) ? t - 1 : end > t && !cluster ? branch_of(l, t, &branch) : t;

		if (end == t || (unit_quoted(u, t) && !(cluster && fills_quotes(l, t, end))) || unit_generic(u, t) || in_number(l, t) || (cluster && unit_grade(l, t, end)))
			continue;
		unit_add(u, first, end - 1, cluster ? TAG_CLUSTER : branch != TAG_OTHER ? branch : union_of(l, t) ? TAG_MASS : kind_by_parent(l, t, end), cluster);
		t = unit_list_more(u, t, end) - 1;
	}
	unit_places(u);
	unit_roles(u, kind);
	str_reserve(&u->covered, l->n + 1);
	u->covered.len = l->n;
	memset(u->covered.p, 0, l->n);
	for (size_t i = 0; i < u->n; i++)
		memset(u->covered.p + u->found[i].first, 1, u->found[i].last - u->found[i].first + 1);
	return fine;
}

size_t unit_from(const struct units *u, size_t t)
{
	size_t lo = 0, hi = u->n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (u->found[mid].first < t)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

const struct unit *unit_at(const struct units *u, size_t t)
{
	size_t i = unit_from(u, t);

	return i < u->n && u->found[i].first == t ? &u->found[i] : NULL;
}

bool unit_covers(const struct units *u, size_t t)
{
	return t < u->covered.len && u->covered.p[t];
}

void units_free(struct units *u)
{
	lex_free(&u->lex);
	str_free(&u->quoted);
	str_free(&u->covered);
	free(u->found);
	if (u->learned)
		names_free(u->learned);
	free(u->learned);
	unit_rules_free(u->rules);
	*u = (struct units){ 0 };
}
