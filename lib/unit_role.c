#include "unit_parts.h"

#include <string.h>

const char *const unit_role_name[] = {
	"mention", "host", "head", "deputy", "member", "venue", "issuer", "author", "guest",
};

/* "Trưởng khối", "Khối trưởng", "Phó Trưởng Cụm thi đua" at token t. */
static enum unit_role cluster_office(const struct lex *l, size_t t)
{
	bool deputy;

	if (t >= l->n)
		return UNIT_MENTION;
	if (lex_word(l, t, "đơn vị"))
		t++;
	else if (lex_word(l, t, "đơn") && lex_word(l, t + 1, "vị"))
		t += 2;
	if (t >= l->n)
		return UNIT_MENTION;
	if (lex_has(&l->tok[t], CLASS_ROLES, TAG_CLUSTER)) {
		struct view k = { l->key.p + l->tok[t].start, l->tok[t].end - l->tok[t].start };

		/* "Khối phó", "Phó Cụm trưởng" */
		deputy = k.len >= 4 && (!memcmp(k.p + k.len - 4, "phó", 4) || !memcmp(k.p, "phó", 4));
		return deputy ? UNIT_DEPUTY : UNIT_HEAD;
	}
	if (!lex_has(&l->tok[t], CLASS_ROLES, TAG_HEAD) || t + 1 >= l->n)
		return UNIT_MENTION;
	deputy = !memcmp(l->key.p + l->tok[t].start, "phó", 4);
	if (lex_is(&l->tok[t + 1], CLASS_UNIT_CLUSTER) || lex_is(&l->tok[t + 1], CLASS_UNIT_SHORT))
		return deputy ? UNIT_DEPUTY : UNIT_HEAD;
	return UNIT_MENTION;
}

/* "Cụm phó là Sở A", "Khối trưởng: Sở B", "Cụm trưởng Cụm thi đua số 5, Bộ Công an năm 2018
 * là Công an tỉnh A": the office that is said before unit x. */
static enum unit_role office_before(const struct units *u, const struct unit *x)
{
	enum { LONGEST = 5 };
	const struct lex *l = &u->lex;
	const struct unit *of = x;

	if (x->first < 2)
		return UNIT_MENTION;
	size_t joint = x->first - 1, t = joint;

	/* "giao Khối trưởng cho Sở A, Khối phó cho Sở B"; "Khối trưởng - Sở A trình bày" */
	if (lex_word(l, joint, "cho") || (l->tok[joint].symbol == SYM_DASH && (joint == 1 || l->tok[joint - 2].symbol == '.' || l->tok[joint - 2].symbol == ';')))
		return cluster_office(l, joint - 1);
	if (!lex_word(l, joint, "là") && l->tok[joint].symbol != ':' && !(l->tok[joint].symbol == ',' && unit_as_part(l, joint)))
		return UNIT_MENTION;
	for (int n = 0; t-- > 0 && n < LONGEST; n++) {
		enum unit_role r = cluster_office(l, t);

		if (r != UNIT_MENTION)
			return r;
		if (of > u->found && of[-1].last == t) {
			of--;
			t = of->first;
			/* the parent of the cluster whose office it is */
			t -= !of->cluster && t && l->tok[t - 1].symbol == ',' && of > u->found && of[-1].cluster && of[-1].last + 2 == t;
		} else if (l->tok[t].symbol == SYM_NUMBER) {
			t -= t && lex_word(l, t - 1, "năm"); /* "năm 2018", "Phó khối 1" */
		} else if (l->tok[t].symbol < SYM_WORD) {
			break;
		}
	}
	return UNIT_MENTION;
}

/* "Khối trưởng Lê Thị Hằng, Tỉnh ủy viên, Giám đốc Sở Công Thương", "Trưởng Cụm, đồng chí Lê Văn An -": the office of
 * the cluster before the name of whoever holds the one at token p as well. */
static enum unit_role office_of_name(const struct units *u, size_t p)
{
	enum { FEWEST = 2, MOST = 5, OFFICES = 3 };
	const unsigned long office = LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS);
	const unsigned long never = office | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_UNIT_CLUSTER) | LEX_BIT(CLASS_UNIT_SHORT);
	const struct lex *l = &u->lex;
	size_t t = p, name;

	/* the mark behind the name, past offices that stand alone and those of a member */
	for (int n = 0; n < OFFICES && t > 2 && l->tok[t - 1].symbol == ','; n++) {
		size_t i = unit_from(u, t - 1), of = i && u->found[i - 1].last + 2 == t ? u->found[i - 1].first : t - 1;

		if (!lex_any(&l->tok[of - (of > 0)], office))
			break;
		for (t = of; t && lex_any(&l->tok[t - 1], office);)
			t--;
	}
	if (!t || (l->tok[t - 1].symbol != ',' && l->tok[t - 1].symbol != SYM_DASH))
		return UNIT_MENTION;
	name = --t;
	while (t && name - t < MOST && l->tok[t - 1].symbol == SYM_WORD && l->tok[t - 1].caps == CAPS_FIRST && !lex_any(&l->tok[t - 1], never))
		t--;
	if (name - t < FEWEST || !lex_is(&l->tok[t], CLASS_SURNAMES))
		return UNIT_MENTION;
	if (t > 1 && lex_is(&l->tok[t - 1], CLASS_HONORIFICS)) {
		t--;
		t -= l->tok[t - 1].symbol == ',' || l->tok[t - 1].symbol == SYM_DASH || lex_word(l, t - 1, "là");
	}
	if (!t)
		return UNIT_MENTION;
	/* "Trưởng Cụm thi đua" */
	t -= t > 1 && lex_any(&l->tok[t - 1], LEX_BIT(CLASS_UNIT_CLUSTER) | LEX_BIT(CLASS_UNIT_SHORT));
	return cluster_office(l, t - 1);
}

/* "ông Trần Văn Nam, Cụm trưởng Cụm thi đua số 4, Giám đốc Sở Nội vụ", "Khối trưởng Sở Nội vụ báo cáo": the
 * office of the cluster that whoever speaks for unit x is said to hold right before. */
static enum unit_role office_first(const struct units *u, const struct unit *x)
{
	const struct lex *l = &u->lex;
	size_t p = x->first;
	bool own = p && lex_is(&l->tok[p - 1], CLASS_ROLES) && !lex_has(&l->tok[p - 1], CLASS_ROLES, TAG_CLUSTER);

	if (own) {
		while (p && lex_any(&l->tok[p - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)))
			p--;
		static const char *const member[] = { "ủy viên" };
		enum unit_role named = LEX_ONE_OF(l, x->first - 1, member) ? UNIT_MENTION : office_of_name(u, p);

		if (named != UNIT_MENTION)
			return named;
		/* "Cụm trưởng - Giám đốc Sở Nội vụ A phát biểu", where a sentence begins */
		bool led = p > 1 && l->tok[p - 1].symbol == SYM_DASH && (p == 2 || l->tok[p - 3].symbol == '.' || l->tok[p - 3].symbol == ';');

		if (p < 2 || (l->tok[p - 1].symbol != ',' && !led))
			return UNIT_MENTION;
		p--;
	}
	if (!p)
		return UNIT_MENTION;
	size_t i = own ? unit_from(u, p) : 0;

	if (i && u->found[i - 1].cluster && u->found[i - 1].last + 1 == p)
		p = u->found[i - 1].first;
	else if (own && p > 1 && lex_any(&l->tok[p - 1], LEX_BIT(CLASS_UNIT_CLUSTER) | LEX_BIT(CLASS_UNIT_SHORT)))
		p--;
	if (!p || (!own && !lex_has(&l->tok[p - 1], CLASS_ROLES, TAG_CLUSTER)))
		return UNIT_MENTION;
	/* behind another unit it is that one's: "Giám đốc Sở Nội vụ, Khối trưởng, Chủ tịch Hội A" */
	i = unit_from(u, p - 1);
	if (p > 1 && i && u->found[i - 1].last + 1 + (strchr(",(", l->tok[p - 2].symbol) || l->tok[p - 2].symbol == SYM_DASH) >= p - 1)
		return UNIT_MENTION;
	return cluster_office(l, p - 1);
}

/* Is the office at token t said of a unit behind it? */
static bool of_another(const struct units *u, size_t t)
{
	enum { LONGEST = 5 };
	const struct lex *l = &u->lex;

	for (size_t k = t; k < l->n && k - t < LONGEST; k++) {
		if (lex_word(l, k, "là") || l->tok[k].symbol == ':' || (k == t + 1 && lex_word(l, k, "cho")))
			return unit_at(u, k + 1);
		if (l->tok[k].symbol < SYM_WORD && !(l->tok[k].symbol == SYM_NUMBER && lex_word(l, k - 1, "năm")))
			break;
	}
	return false;
}

/* "Chủ tịch UBND huyện A Hồ Văn Bình - Trưởng Khối", "Chủ tịch Công đoàn B (CĐB), Cụm phó": the token
 * behind unit x and the name of whoever holds an office in it, or its short form. */
static size_t behind_holder(const struct lex *l, const struct unit *x)
{
	enum { FEWEST = 2, MOST = 4, LONGEST = 6 };
	size_t next = x->last + 1, t = next;

	if (next + 2 < l->n && l->tok[next].symbol == '(' && l->tok[next + 1].caps == CAPS_ALL && l->tok[next + 2].symbol == ')')
		return next + 3;
	/* "do Sở A (sau sáp nhập) làm Cụm trưởng" */
	if (next < l->n && l->tok[next].symbol == '(') {
		for (t = next + 1; t < l->n && t - next < LONGEST && l->tok[t].symbol >= SYM_WORD && !lex_is(&l->tok[t], CLASS_ROLES); t++)
			;
		return t < l->n && l->tok[t].symbol == ')' ? t + 1 : next;
	}
	if (!x->first || !lex_is(&l->tok[x->first - 1], CLASS_ROLES) || next >= l->n || !lex_is(&l->tok[next], CLASS_SURNAMES))
		return next;
	/* "Viện trưởng Viện Khoa học Kỹ thuật Nông Lâm Nghiệp Tây Nguyên": of syllables alone */
	for (; t < l->n && t - next < MOST && l->tok[t].symbol >= SYM_WORD && l->tok[t].caps == CAPS_FIRST; t++)
		if (lex_any(&l->tok[t], LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_PROVINCES)) || memchr(l->key.p + l->tok[t].start, ' ', l->tok[t].end - l->tok[t].start))
			return next;
	return t < l->n && t - next >= FEWEST && (l->tok[t].symbol == ',' || l->tok[t].symbol == SYM_DASH || l->tok[t].symbol == '(') ? t : next;
}

static enum unit_role role_of(const struct units *u, enum kind kind, const struct unit *x)
{
	static const char *const joints[] = { "công", "nhận", "giao", "phân", "phân công", "chọn", "luân", "phiên", "luân phiên", "nhiệm vụ", "nhiệm", "vụ",
					      "tiếp tục", "giữ", "đảm nhiệm", "đảm nhận", "vai trò", "chức", "kiêm", "với", "trong", "vai", "trò", "cương vị", "cương", "vị", "chỉ định", "chỉ", "định" };
	static const char *const given[] = { "giao", "phân", "phân công", "chọn" };
	const struct lex *l = &u->lex;
	size_t next = x->last + 1;
	bool passive = false;

	if (kind == KIND_BYLINE)
		return UNIT_AUTHOR;
	if (kind == KIND_NOTE)
		return UNIT_MEMBER;
	/* "cụm trưởng và cụm phó là A (Cụm trưởng) và B (Cụm phó)": what stands in the bracket is sure */
	enum unit_role own = next + 2 < l->n && l->tok[next].symbol == '(' && l->tok[next + 2].symbol == ')' ? cluster_office(l, next + 1) : UNIT_MENTION;
	enum unit_role before = own != UNIT_MENTION ? own : office_before(u, x);

	if (before == UNIT_MENTION && !x->cluster)
		before = office_first(u, x);
	if (before != UNIT_MENTION)
		return before;
	next = behind_holder(l, x);
	/* "Sở Nội vụ - Trưởng Khối", "được công nhận Trưởng khối", "làm Khối phó", "(đơn vị Phó trưởng Cụm)" */
	for (size_t t = next, skipped = 0; t < l->n && skipped < 6 && !x->cluster; t++, skipped++) {
		enum unit_role r = cluster_office(l, t);

		if (r != UNIT_MENTION && of_another(u, t))
			break;
		if (r != UNIT_MENTION)
			return r;
		/* "đã giao nhiệm vụ Cụm trưởng cho ..." gives it away */
		passive |= lex_words_end(l, t, "được");
		if (LEX_ONE_OF(l, t, given) && !passive)
			break;
		/* "đã bầu Khối trưởng" elects somebody else; "được bầu làm" is one phrase */
		if (lex_word(l, t, "bầu") || lex_word(l, t, "suy tôn"))
			break;
		/* "Giám đốc Công an tỉnh A, Cụm trưởng", "được giao làm Khối trưởng" */
		if (l->tok[t].symbol != SYM_DASH && l->tok[t].symbol != SYM_GLUE && l->tok[t].symbol != '(' && !lex_is(&l->tok[t], CLASS_VERBS) &&
		    (t > next || l->tok[t].symbol != ',') && !LEX_ONE_OF(l, t, joints))
			break;
	}
	if (x->first) {
		size_t p = x->first - 1;

		/* "tại hội trường tầng 3 Sở Y tế" */
		if (p > 1 && l->tok[p].symbol == SYM_NUMBER && (lex_word(l, p - 1, "tầng") || lex_word(l, p - 1, "lầu")))
			return UNIT_VENUE;

		/* "tham gia dự thi tại Bảo tàng Hồ Chí Minh" */
		static const char *const elsewhere[] = { "dự thi", "học tập", "điều trị", "thực tập", "trưng bày", "tham quan" };

		if (lex_word(l, p, "tại") && p)
			if (LEX_ENDS_ONE_OF(l, p - 1, elsewhere))
				return UNIT_MENTION;
		/* "Trụ sở UBND tỉnh A." below its picture is no venue */
		bool seat = lex_word(l, p, "trụ sở") && p && (lex_word(l, p - 1, "tại") || lex_word(l, p - 1, "trường") || lex_word(l, p - 1, "hội trường") || strchr(",(", l->tok[p - 1].symbol) || l->tok[p - 1].symbol == SYM_DASH || l->tok[p - 1].symbol == SYM_NUMBER);

		if (lex_word(l, p, "trường") || lex_word(l, p, "hội trường") || seat || lex_word(l, p, "tại"))
			return UNIT_VENUE;
	}
	if (unit_holds(u, kind, x))
		return UNIT_HOST;
	return UNIT_MENTION;
}

/* "Chủ tịch Ủy ban MTTQ tỉnh, Phó Chủ tịch Hội đồng Thi đua - Khen thưởng tỉnh, Khối trưởng": no
 * council heads a cluster, nor what leads the party in an office; the unit of the office before does. */
static void head_by_other_office(struct units *u)
{
	static const char *const none[] = { "ban cán sự đảng", "hđqt", "hội đồng quản trị", "hội đồng thành viên", "hđtv" };
	static const char *const party[] = { "đảng ủy" };
	const struct lex *l = &u->lex;

	for (size_t i = u->n; i-- > 0;) {
		struct unit *x = &u->found[i];
		size_t office = x->first;

		if ((x->role != UNIT_HEAD && x->role != UNIT_DEPUTY) || (x->kind != TAG_COUNCIL && !LEX_ONE_OF(l, x->first, none)))
			continue;
		while (office && lex_any(&l->tok[office - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)))
			office--;
		if (office == x->first)
			continue;
		if (i && !LEX_ONE_OF(l, u->found[i - 1].first, party) && office && l->tok[office - 1].symbol == ',' && u->found[i - 1].last + 2 == office && u->found[i - 1].role == UNIT_MENTION)
			u->found[i - 1].role = x->role;
		x->role = UNIT_MENTION;
	}
}

void unit_roles(struct units *u, enum kind kind)
{
	for (size_t i = 0; i < u->n; i++)
		if (u->found[i].role != UNIT_MEMBER)
			u->found[i].role = role_of(u, kind, &u->found[i]);
	unit_hosts(u);
	head_by_other_office(u);
	if (kind == KIND_TEXT)
		unit_members(u);
	else
		u->listing = false;
}
