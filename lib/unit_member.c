#include "unit_parts.h"

#include <string.h>

/* Whom a cluster is made of: the lists behind "gồm 07 đơn vị:", "Khối có 9 đơn vị:", "các đơn vị thuộc Cụm (A; B)". */

static const char *const member_nouns[] = { "đơn vị", "thành viên", "cơ quan", "địa phương" };

bool unit_member_noun(const struct lex *l, size_t t)
{
	return LEX_BEGINS_ONE_OF(l, t, member_nouns);
}

/* "8 đơn vị trong Khối thi đua Nội chính: A, B", "các đơn vị thuộc Cụm (A; B)": do the members of
 * a cluster stand behind the colon or the bracket at token t? */
static bool members_follow(const struct units *u, size_t t)
{
	static const char *const in[] = { "trong", "thuộc", "của", "trực thuộc" };
	const struct lex *l = &u->lex;
	size_t k = t, i = unit_from(u, t);

	if (t < 3 || (l->tok[t].symbol != ':' && l->tok[t].symbol != '(') || !unit_at(u, t + 1))
		return false;
	if (i && u->found[i - 1].cluster && u->found[i - 1].last + 1 == t)
		k = u->found[i - 1].first;
	else if (lex_any(&l->tok[t - 1], LEX_BIT(CLASS_UNIT_CLUSTER) | LEX_BIT(CLASS_UNIT_SHORT)))
		k = t - 1;
	if (k == t || k < 2 || !LEX_ONE_OF(l, k - 1, in))
		return false;
	return LEX_ENDS_ONE_OF(l, k - 2, member_nouns);
}

/* "Khối thi đua số 3 (Sở Nội vụ, Sở Tư pháp, Thanh tra tỉnh) tổ chức": three units or more in the bracket at token t, right
 * behind a cluster. One alone is whose the cluster is. */
static bool members_in_bracket(const struct units *u, size_t t)
{
	enum { FEWEST = 3, LONGEST = 120 };
	const struct lex *l = &u->lex;
	size_t i = unit_from(u, t), n = 0;

	if (l->tok[t].symbol != '(' || !i || !u->found[i - 1].cluster || u->found[i - 1].last + 1 != t || !unit_at(u, t + 1))
		return false;
	for (size_t k = t + 1; k < l->n && k - t < LONGEST && l->tok[k].symbol != ')'; k++)
		n += unit_at(u, k) != NULL;
	return n >= FEWEST;
}

/* "3 đơn vị: Sở Nội vụ, Sở Tư pháp, Thanh tra tỉnh thuộc Khối thi đua số 3 tổ chức": the row that ends right before cluster x
 * and the word for "of" is of its members. */
static void members_before(struct units *u, const struct unit *x)
{
	static const char *const of[] = { "thuộc", "trực thuộc", "trong" };
	enum { FEWEST = 3 };
	const struct lex *l = &u->lex;
	size_t last = (size_t)(x - u->found), first = last;

	if (!x->cluster || x->first < 2 || !LEX_ONE_OF(l, x->first - 1, of))
		return;
	for (size_t next = x->first - 1; first && u->found[first - 1].last + 1 == next && !u->found[first - 1].cluster; first--) {
		next = u->found[first - 1].first;
		if (!next || (l->tok[next - 1].symbol != ',' && !lex_has(&l->tok[next - 1], CLASS_CONNECTORS, TAG_AND))) {
			first--;
			break;
		}
		next--;
	}
	if (last - first < FEWEST || (u->found[first].first && lex_is(&l->tok[u->found[first].first - 1], CLASS_ROLES)))
		return;
	for (size_t i = first; i < last; i++)
		if (u->found[i].role == UNIT_MENTION)
			u->found[i].role = UNIT_MEMBER;
}

/* "Cụm thi đua số 2 gồm", "08 đơn vị gồm", but "tặng Cờ thi đua cho 5 đơn vị gồm", "Đoàn chủ tịch gồm":
 * is it a cluster, or what it is made of, that the list behind token t tells? */
static bool cluster_consists(const struct lex *l, size_t t)
{
	enum { REACH = 48 };
	static const char *const others[] = { "nhận", "đạt", "dự", "tham dự", "đến dự", "tới dự", "về dự", "tham gia", "đề nghị", "hoàn thành", "xuất sắc", "tiêu biểu", "khen", "khen thưởng" };
	size_t from = t, behind = t + 1 < l->n && l->tok[t + 1].symbol == SYM_NUMBER ? t + 2 : t;
	bool units = unit_member_noun(l, behind);

	for (; from && t - from < REACH && l->tok[from - 1].symbol != '.' && l->tok[from - 1].symbol != ';'; from--) {
		const struct token *k = &l->tok[from - 1];

		if (lex_any(k, LEX_BIT(CLASS_UNIT_CLUSTER) | LEX_BIT(CLASS_UNIT_SHORT)) || lex_words_end(l, from - 1, "thành viên"))
			return true;
		if (lex_has(k, CLASS_VERBS, TAG_AWARD) || LEX_ONE_OF(l, from - 1, others))
			return false;
		units |= LEX_ENDS_ONE_OF(l, from - 1, member_nouns);
	}
	return from == t || units;
}

/* "Khối hiện có 9 đơn vị:", "Cụm thi đua số 2 có 07 đầu mối là:": does the colon at token t open the
 * list of what a cluster was said to have so many of? */
static bool counted_members(const struct lex *l, size_t t)
{
	enum { REACH = 30, NEAR = 8 };
	static const char *const has[] = { "có", "hiện có", "gồm có", "với", "hiện", "là" };
	size_t n = t, from;

	if (l->tok[t].symbol != ':')
		return false;
	while (n && t - n < REACH && l->tok[n].symbol != SYM_NUMBER) {
		n--;
		if (strchr(".;:(", l->tok[n].symbol) || lex_has(&l->tok[n], CLASS_VERBS, TAG_AWARD) || lex_has(&l->tok[n], CLASS_VERBS, TAG_ATTEND) || lex_word(l, n, "được") || lex_word(l, n, "đạt"))
			return false;
	}
	if (!n || l->tok[n].symbol != SYM_NUMBER || !LEX_ONE_OF(l, n - 1, has))
		return false;
	for (from = n - 1; from && n - from < NEAR && l->tok[from - 1].symbol != '.' && l->tok[from - 1].symbol != ';'; from--)
		if (lex_any(&l->tok[from - 1], LEX_BIT(CLASS_UNIT_CLUSTER) | LEX_BIT(CLASS_UNIT_SHORT)))
			return true;
	return false;
}

/* "5. Viện Cơ điện và Công nghệ sau thu hoạch": is what stands from token t to the end of an item more of the name
 * that begins it? */
static bool more_of_name(const struct lex *l, size_t t, size_t end)
{
	enum { LONGEST = 12 };
	static const char *const words[] = { "đạt", "được", "đã", "có", "là", "do", "với", "tại", "nhận", "xếp" };
	const unsigned long never = LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_VERBS);

	for (size_t k = t; k < end; k++)
		if ((l->tok[k].symbol < SYM_WORD && l->tok[k].symbol != ',' && l->tok[k].symbol != SYM_DASH) || LEX_ONE_OF(l, k, words) || (l->tok[k].caps == CAPS_LOW && lex_any(&l->tok[k], never)))
			return false;
	return end - t <= LONGEST && l->tok[t].symbol != SYM_DASH;
}

/* "1. Sở Y tế (Cụm trưởng);", "- Công đoàn Điện lực Việt Nam": the unit that is all that an item
 * of a list says, or NULL. */
static struct unit *whole_item(struct units *u)
{
	enum { MARKS = 3, OFFICE = 8 };
	const struct lex *l = &u->lex;
	size_t t = 0;

	while (t < l->n && t < MARKS && l->tok[t].symbol < SYM_WORD && l->tok[t].symbol != '(')
		t++;
	if (!u->n || u->found[0].first != t || u->found[0].cluster)
		return NULL;
	size_t next = u->found[0].last + 1;

	/* its office in the cluster */
	if (next < l->n && (l->tok[next].symbol == '(' || l->tok[next].symbol == SYM_DASH))
		while (next < l->n && next - u->found[0].last <= OFFICE && l->tok[next].symbol != ';' && l->tok[next].symbol != '.')
			next++;
	size_t end = l->n - (strchr(",;.", l->tok[l->n - 1].symbol) != NULL);

	if (next < end && t && u->n == 1 && next == u->found[0].last + 1 && more_of_name(l, next, end)) {
		u->found[0].last = end - 1;
		next = end;
	}
	return next >= end ? &u->found[0] : NULL;
}

void unit_members(struct units *u)
{
	const struct lex *l = &u->lex;
	bool list = false, inside = false, bracket = false;
	size_t k = 0;
	static const char *const members[] = { "thành viên", "thành viên sau", "thành viên sau đây", "thành viên như sau" };
	struct unit *item = u->listing ? whole_item(u) : NULL;

	/* "Cụm thi đua số 3 gồm 4 thành viên:", and a line for each of them */
	if (item) {
		item->role = item->role == UNIT_MENTION ? UNIT_MEMBER : item->role;
		return;
	}
	for (size_t t = 0; t < l->n; t++) {
		if (l->tok[t].symbol == '(' || l->tok[t].symbol == ')')
			bracket = l->tok[t].symbol == '(';
		/* "đơn vị trong Khối: Sở A, Sở B và đại diện Ban C" */
		if (list && lex_word(l, t, "đại diện") && t && lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND))
			list = false;
		if (members_follow(u, t) || members_in_bracket(u, t)) {
			list = true;
			inside = l->tok[t].symbol == '(';
		}
		/* "gồm ...", "của các đơn vị thành viên: ..." */
		if ((lex_has(&l->tok[t], CLASS_VERBS, TAG_LIST) && cluster_consists(l, t)) || (l->tok[t].symbol == ':' && t && LEX_ENDS_ONE_OF(l, t - 1, members)) || counted_members(l, t)) {
			list = true;
			inside = bracket;
		}
		if (!list)
			continue;
		/* "gồm 8 hội A, B và C đã tổ chức ...; dự có Sở D": the list ends where something is done */
		if (!bracket && l->tok[t].caps == CAPS_LOW && (lex_has(&l->tok[t], CLASS_VERBS, TAG_ORGANISE) || lex_has(&l->tok[t], CLASS_VERBS, TAG_ATTEND)) && !lex_has(&l->tok[t], CLASS_VERBS, TAG_LIST))
			list = false;
		/* "gồm: Sở A (Khối trưởng), Sở B" goes on, "(gồm Sở A, Sở B)" does not */
		if (l->tok[t].symbol == '.' || (inside && l->tok[t].symbol == ')'))
			list = false;
		while (k < u->n && u->found[k].first < t)
			k++;
		if (!list || k == u->n || u->found[k].first != t || u->found[k].role != UNIT_MENTION || u->found[k].cluster)
			continue;
		/* "Bằng khen của Chủ tịch UBND tỉnh" names an office, no item of a list. */
		static const char *const parents[] = { "của", "thuộc", "trực thuộc" };

		if (t && !lex_is(&l->tok[t - 1], CLASS_ROLES) && !LEX_ONE_OF(l, t - 1, parents))
			u->found[k].role = UNIT_MEMBER;
	}
	for (size_t i = 0; i < u->n; i++)
		members_before(u, &u->found[i]);
	u->listing = list && l->tok[l->n - 1].symbol == ':';
}
