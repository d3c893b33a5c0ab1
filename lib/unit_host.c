#include "unit_parts.h"

#include <string.h>

/* Who holds what a line tells of: who organises, who meets, what is told first of a day; those who
 * do so together, and of those named together the one that does. */

/* "đã tổ chức 15 đợt tuyên truyền", "đã triển khai hiệu quả các phong trào": work, and no meeting, of
 * which the verb before token t is said? */
static bool is_work(const struct lex *l, size_t t)
{
	static const char *const work[] = { "quán triệt", "thực hiện", "tuyên truyền", "đào tạo", "bồi dưỡng", "học tập", "hoạt động", "sản xuất", "tốt", "hiệu quả", "có hiệu quả", "các hoạt động",
					    "các phong trào", "các lớp", "nhiều", "triển khai", "đồng bộ", "thăm", "giảng dạy", "được", "các biện pháp", "cho ", "lực lượng", "đấu tranh", "điều tra", "tuần tra", "thu " };

	return t < l->n && ((l->tok[t].symbol == SYM_NUMBER && !(t + 1 < l->n && lex_word(l, t + 1, "năm"))) || LEX_BEGINS_ONE_OF(l, t, work));
}

/* "(đã) tổ chức" at token t */
static bool organises(const struct lex *l, size_t t)
{
	static const char *const before[] = { "đã", "vừa", "long trọng", "cùng", "lần đầu", "lần đầu tiên", "lần", "đầu", "đầu tiên", "tiên" };
	enum { MOST = 4 };

	for (int n = 0; n < MOST && LEX_ONE_OF(l, t, before); n++)
		t++;
	return t < l->n && lex_has(&l->tok[t], CLASS_VERBS, TAG_ORGANISE) && !is_work(l, t + 1);
}

/* "Cụm Thi đua số 12 (đã) tổng kết công tác ...", "họp sơ kết" at token t: only a cluster meets to do
 * so without more words; of others they say that they meet. */
static bool reviews(const struct lex *l, size_t t, bool cluster)
{
	static const char *const before[] = { "đã", "vừa", "cũng" }, *const meets[] = { "họp", "hội nghị", "gặp mặt" };
	static const char *const does[] = { "tổng kết ", "sơ kết ", "bàn giao ", "ký kết ", "ký giao ước " };

	t += LEX_ONE_OF(l, t, before);
	size_t meeting = t + LEX_ONE_OF(l, t, meets);

	if (cluster && meeting > t && !lex_word(l, t, "hội nghị"))
		return true;
	if (meeting >= l->n || (!cluster && !lex_word(l, t, "họp")))
		return false;
	return LEX_BEGINS_ONE_OF(l, meeting, does);
}

/* "gồm", "với 3 thành viên:": does the list of what makes a cluster begin at token t? */
static bool opens_list(const struct lex *l, size_t t)
{
	if (t >= l->n)
		return false;
	return lex_has(&l->tok[t], CLASS_VERBS, TAG_LIST) || (t + 2 < l->n && lex_word(l, t, "với") && l->tok[t + 1].symbol == SYM_NUMBER && unit_member_noun(l, t + 2));
}

/* "Cụm thi đua số 4 (Bộ Công an) tổ chức", "..., Bộ Công an", "thuộc Sở Y tế", "gồm các
 * xã: A, B": the token behind what is said of a cluster between its name and its verb. */
static size_t behind_asides(const struct units *u, size_t t)
{
	enum { MOST = 4, LONGEST = 100 };
	const struct lex *l = &u->lex;
	size_t k = t;

	for (int n = 0; n < MOST && k < l->n && !organises(l, k) && !reviews(l, k, true); n++) {
		size_t from = k;

		if (l->tok[k].symbol == '(') {
			while (k < l->n && k - from < LONGEST && l->tok[k].symbol != ')')
				k++;
			if (k == l->n || l->tok[k].symbol != ')')
				return t;
			k++;
			continue;
		}
		k += l->tok[k].symbol == ',' || l->tok[k].symbol == SYM_DASH;
		/* "do Sở A làm Trưởng cụm, Sở B làm Phó Trưởng cụm tổ chức" */
		bool led = lex_word(l, k, "do");

		for (size_t i = k; led && i - k < LONGEST && !lex_word(l, i, "làm") && !lex_word(l, i, "là"); i++)
			led = i + 1 < l->n && l->tok[i].symbol != '.' && !organises(l, i);
		if (led || opens_list(l, k)) {
			while (k < l->n && k - from < LONGEST && l->tok[k].symbol != '.' && !organises(l, k) && !reviews(l, k, true))
				k++;
			break;
		}
		k += lex_word(l, k, "thuộc") || lex_word(l, k, "trực thuộc") || lex_word(l, k, "của");
		const struct unit *of = unit_at(u, k);
		/* "..., Bộ đội Biên phòng (BĐBP) tổ chức": no unit without its place */
		bool head = !of && k > from && k < l->n && l->tok[k].caps != CAPS_LOW && lex_any(&l->tok[k], LEX_BIT(CLASS_UNIT_PLACE) | LEX_BIT(CLASS_UNIT_WHOLE));

		if (!head && (!of || of->cluster))
			return t;
		k = head ? k + 1 : of->last + 1;
		k += k < l->n && l->tok[k].symbol == ',' && organises(l, k + 1);
	}
	return organises(l, k) || reviews(l, k, true) ? k : t;
}

/* "Công an thị xã An Khê (tỉnh Gia Lai) tổ chức": the token behind a bracket at token t, or t. */
static size_t behind_bracket(const struct lex *l, size_t t)
{
	enum { LONGEST = 16 };

	for (size_t k = t + 1; t < l->n && l->tok[t].symbol == '(' && k < l->n && k - t < LONGEST; k++)
		if (l->tok[k].symbol == ')')
			return k + 1;
	return t;
}

/* The token behind the place that a comma at token t parts from what is before, or t. */
static size_t behind_one_place(const struct lex *l, size_t t)
{
	enum { LONGEST = 4 };
	size_t k = t + 1 + (t + 1 < l->n && lex_any(&l->tok[t + 1], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP))), first = k;

	if (t + 2 >= l->n || l->tok[t].symbol != ',' || (k == t + 1 && !lex_is(&l->tok[k], CLASS_PROVINCES)))
		return t;
	while (k < l->n && k - first < LONGEST && l->tok[k].symbol == SYM_WORD && l->tok[k].caps != CAPS_LOW && !lex_unit_word(&l->tok[k]) && !(k > first && lex_is(&l->tok[first], CLASS_PROVINCES)))
		k++;
	return k > first ? k : t;
}

/* "UBND xã Tân An, huyện Bến Cầu, tỉnh Tây Ninh tổ chức": the token behind the places that commas
 * part from the unit before token t, or t. */
static size_t behind_place(const struct lex *l, size_t t)
{
	size_t first = behind_one_place(l, t);

	return first > t ? behind_one_place(l, first) : t;
}

bool unit_as_part(const struct lex *l, size_t t)
{
	static const char *const words[] = { "với vai trò ", "trong vai trò ", "với cương vị ", "trên cương vị ", "với tư cách ", "là " };
	enum { REACH = 16 };
	size_t from = t;

	while (from && t - from < REACH && l->tok[from - 1].symbol != '.' && l->tok[from - 1].symbol != ';' && l->tok[from - 1].symbol != ',')
		from--;
	return LEX_BEGINS_ONE_OF(l, from, words);
}

/* "gồm 8 đơn vị: Sở A, Sở B đã tổ chức ...": is x the last of such a list? */
static bool of_list(const struct lex *l, const struct unit *x)
{
	enum { REACH = 120 };

	if (!x->first || (l->tok[x->first - 1].symbol != ',' && !lex_has(&l->tok[x->first - 1], CLASS_CONNECTORS, TAG_AND)))
		return false;
	for (size_t t = x->first; t-- > 0 && x->first - t < REACH && l->tok[t].symbol != '.';)
		if (opens_list(l, t))
			return true;
	return false;
}

/* The first of the row that commas and "và" join unit i to. */
static size_t row_of(const struct units *u, size_t i)
{
	enum { MOST = 12 };
	const struct lex *l = &u->lex;
	size_t row = i;

	while (row && i - row < MOST && u->found[row - 1].last + 2 == u->found[row].first) {
		const struct token *joint = &l->tok[u->found[row].first - 1];

		if (joint->symbol != ',' && !lex_has(joint, CLASS_CONNECTORS, TAG_AND))
			break;
		row--;
	}
	return row;
}

/* "Sáng 25/02, tại Nhà văn hóa, Bệnh viện A làm lễ đón ...", "Chiều 15/1, xã ủy, UBND xã B phát động": what
 * is told first of a day, with nobody doing anything before, is what it was held for. */
static bool holds_that_day(const struct units *u, const struct unit *x, size_t next)
{
	enum { REACH = 48 };
	static const char *const days[] = { "sáng", "chiều", "tối", "trưa", "ngày", "sáng ngày", "chiều ngày", "tối ngày" };
	static const char *const before[] = { "đã", "vừa", "long trọng", "trọng thể", "chính thức", "cũng" };
	static const char *const does[] = { "phát động ", "làm lễ ", "đón nhận ", "đón huân ", "đón bằng ", "đón danh hiệu ", "tổng kết ", "sơ kết ", "ra mắt ", "ra quân ", "công bố ", "trao ",
					    "tuyên dương ", "tôn vinh ", "biểu dương ", "khen thưởng ", "kỷ niệm ", "khai mạc ", "gặp mặt ", "họp ", "nhìn lại ", "ký kết ", "ký giao ước " };
	static const char *const places[] = { "tại", "vận động", "nhân dịp", "kỷ niệm" }; /* "sân vận động" */
	const struct lex *l = &u->lex;
	size_t self = (size_t)(x - u->found), row = row_of(u, self), first;
	bool day = false;

	/* "tại Bảo tàng tỉnh, Sở Văn hóa" */
	row += row < self && u->found[row].first && lex_word(l, u->found[row].first - 1, "tại");
	first = u->found[row].first;

	next += LEX_ONE_OF(l, next, before);
	if (!first || l->tok[first - 1].symbol != ',' || !LEX_BEGINS_ONE_OF(l, next, does))
		return false;
	for (size_t t = first - 1; t-- > 0 && first - t < REACH;) {
		const struct token *k = &l->tok[t];

		if (k->symbol == '.' && l->tok[t + 1].symbol != SYM_NUMBER)
			break;
		if (k->symbol == ';' || (lex_is(k, CLASS_VERBS) && !LEX_ONE_OF(l, t, places)))
			return false;
		day |= LEX_ONE_OF(l, t, days) && l->tok[t + 1].symbol == SYM_NUMBER;
		/* "Hướng tới kỷ niệm 20 năm ..., sáng 16/11, tại ..., Sở A công bố": what is done before is of no day */
		if (day && t && l->tok[t - 1].symbol == ',')
			break;
	}
	return day;
}

/* "Ngân hàng A (đã) phối hợp (với) Công đoàn cơ sở tổ chức Hội nghị": does what begins at token t say that somebody
 * holds it with others, whoever they are? */
static bool holds_with(const struct lex *l, size_t t)
{
	enum { REACH = 24 };
	static const char *const before[] = { "đã", "vừa" }, *const with[] = { "phối hợp", "phối hợp với", "phối hợp cùng" };
	size_t first = t + LEX_ONE_OF(l, t, before);

	if (!LEX_ONE_OF(l, first, with))
		return false;
	for (size_t k = first + 1; k < l->n && k - first < REACH; k++) {
		if (organises(l, k))
			return true;
		if (strchr(".;:(", l->tok[k].symbol) || (l->tok[k].caps == CAPS_LOW && lex_is(&l->tok[k], CLASS_VERBS)))
			return false;
	}
	return false;
}

/* "tham mưu Tỉnh ủy, UBND tỉnh tổ chức", "đề nghị Sở A tổ chức": is unit x, or the row that it ends, told to do so? */
static bool is_told(const struct units *u, const struct unit *x)
{
	static const char *const words[] = { "tham mưu", "tham mưu cho", "tham mưu với", "đề nghị", "kiến nghị", "yêu cầu", "đề xuất", "mời", "giúp", "trình" };
	size_t first = u->found[row_of(u, (size_t)(x - u->found))].first;

	return first && LEX_ENDS_ONE_OF(&u->lex, first - 1, words);
}

bool unit_holds(const struct units *u, enum kind kind, const struct unit *x)
{
	const struct lex *l = &u->lex;
	size_t next = x->last + 1;

	if (is_told(u, x))
		return false;
	/* "Công ty A (B) - Cụm trưởng Cụm thi đua số 4 tổ chức": it is the head that does */
	if (x->cluster && x->first && lex_has(&l->tok[x->first - 1], CLASS_ROLES, TAG_CLUSTER))
		return false;
	/* "Cụm trưởng Cụm thi đua số 4 - Thanh tra Chính phủ tổ chức": nor whose the cluster is */
	if (x > u->found && x[-1].cluster && x[-1].last + 2 == x->first && l->tok[x->first - 1].symbol < SYM_WORD && x[-1].first && lex_has(&l->tok[x[-1].first - 1], CLASS_ROLES, TAG_CLUSTER))
		return false;

	/* "Hội nghị do Thanh tra tỉnh A chủ trì" */
	if (x->first && lex_word(l, x->first - 1, "do") && (lex_word(l, next, "chủ trì") || lex_word(l, next, "đăng cai")))
		return true;
	next = x->cluster ? behind_asides(u, next) : behind_place(l, behind_bracket(l, next));
	if (kind == KIND_TEXT && reviews(l, next, x->cluster) && (x->cluster || !of_list(l, x)))
		return true;
	if (kind != KIND_CAPTION && organises(l, next) && (x->cluster || !of_list(l, x)))
		return true;
	if (kind == KIND_TEXT && (holds_that_day(u, x, next) || (!of_list(l, x) && holds_with(l, next))))
		return true;
	return false;
}

/* "Giám đốc Sở A": does an office stand before the unit, which speaks of who holds it? */
static bool of_officer(const struct lex *l, const struct unit *x)
{
	return x->first && lex_any(&l->tok[x->first - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS));
}

/* Is it the head of what belongs to another unit at token t: a division, a school, a hospital? */
static bool is_part(const struct lex *l, size_t t)
{
	static const char *const heads[] = { "phòng", "ban ", "trung tâm", "chi cục", "đội", "khoa", "trường", "bệnh viện", "viện ", "học viện", "trạm", "bộ môn" };

	return LEX_BEGINS_ONE_OF(l, t, heads);
}

/* Which of n heads, the lower before the higher, does the unit at token t begin with? -1 for none. */
static int rank_of(const struct lex *l, size_t t, const char *const *heads, int n)
{
	while (n-- > 0)
		if (lex_key_at(l, l->tok[t].start, heads[n]))
			break;
	return n;
}

/* "Sư đoàn 316, Quân khu 2", "Công ty Than A - Tập đoàn B": is x, which a mark joins to part, what part belongs to? */
static bool is_parent(const struct lex *l, const struct unit *part, const struct unit *x)
{
	static const char *const military[] = { "đồn ", "tiểu đoàn", "trung đoàn", "hải đoàn", "lữ đoàn", "sư đoàn", "bộ chỉ huy", "bộ tư lệnh", "binh chủng", "quân chủng", "binh đoàn", "quân đoàn", "quân khu" };
	static const char *const firms[] = { "nhà máy", "xí nghiệp", "chi nhánh", "công ty", "tổng công ty", "tập đoàn" };
	static const char *const state[] = { "cục ", "vụ ", "tổng cục", "bộ " };
	static const struct {
		const char *const *heads;
		int n, parents; /* from here on others belong to them */
	} ranks[] = { { military, sizeof military / sizeof *military, 2 }, { firms, sizeof firms / sizeof *firms, 4 }, { state, sizeof state / sizeof *state, 2 } };
	bool is = false;

	for (size_t i = 0; i < sizeof ranks / sizeof *ranks && !is; i++) {
		int low = rank_of(l, part->first, ranks[i].heads, ranks[i].n), high = rank_of(l, x->first, ranks[i].heads, ranks[i].n);

		is = low >= 0 && high > low && high >= ranks[i].parents;
	}
	return is;
}

/* "tại Hội trường tầng 2, Trung tâm Hội nghị tỉnh, UBND tỉnh tổ chức": is the unit the house that a hall
 * is in, of which a place was told? */
static bool houses_hall(const struct lex *l, const struct unit *x)
{
	enum { REACH = 8 };

	if (!x->first || l->tok[x->first - 1].symbol != ',')
		return false;
	for (size_t t = x->first - 1; t-- > 0 && x->first - t < REACH && (l->tok[t].symbol == SYM_WORD || l->tok[t].symbol == SYM_NUMBER);)
		if (lex_word(l, t, "tại"))
			return true;
	return false;
}

/* "Đảng ủy, HĐND, UBND xã tổ chức", "Sở A và Sở B tổ chức": those joined to who holds it hold it
 * as well; of two that a comma parts the second may be the parent of the first. */
static void host_together(struct units *u)
{
	const struct lex *l = &u->lex;

	for (size_t i = u->n; i-- > 1;) {
		const struct unit *x = &u->found[i];
		struct unit *before = &u->found[i - 1];

		if (x->role != UNIT_HOST || before->role != UNIT_MENTION || x->cluster || before->cluster || before->last + 2 != x->first)
			continue;
		/* "phối hợp với Sở Y tế, Công an tỉnh và UBND huyện tổ chức": they are with somebody */
		static const char *const with[] = { "với", "của", "cùng", "cho", "theo" };
		size_t row = row_of(u, i - 1);
		if (u->found[row].first && LEX_ENDS_ONE_OF(l, u->found[row].first - 1, with))
			continue;
		/* "Đảng ủy - HĐND - UBND xã": of what a place is said once for all */
		bool and = lex_has(&l->tok[x->first - 1], CLASS_CONNECTORS, TAG_AND) || before->place != UNIT_OWN_HEAD ||
			   (x->place != UNIT_OWN_HEAD && l->tok[x->first - 1].symbol == SYM_DASH), comma = l->tok[x->first - 1].symbol == ',';
		bool third = (i > 1 && u->found[i - 2].last + 2 == before->first && l->tok[before->first - 1].symbol == ',') ||
			     (i + 1 < u->n && u->found[i + 1].role == UNIT_HOST && x->last + 2 == u->found[i + 1].first);

		if ((and || (comma && third)) && !of_officer(l, before) && !of_list(l, before) && !(is_part(l, before->first) && houses_hall(l, before)))
			before->role = UNIT_HOST;
	}
}

/* "A chủ trì, phối hợp với B, C tổ chức": those before the verb help who is named before; and of
 * "Bệnh viện 30-4, Bộ Công an tổ chức" the second is whose the first is. */
static void host_before(struct units *u)
{
	static const char *const joint[] = { "phối hợp với", "phối hợp cùng", "phối hợp" }, *const leads[] = { "chủ trì", "đã", "vừa" };
	const struct lex *l = &u->lex;

	for (size_t i = 1; i < u->n; i++) {
		struct unit *x = &u->found[i], *before = x - 1;

		if (x->role != UNIT_HOST || x->cluster || before->role != UNIT_MENTION || before->cluster)
			continue;
		size_t of = before->last + 1;

		of += lex_word(l, of, "trực");
		/* "Ban A thuộc Sở B tổ chức" */
		if ((lex_word(l, of, "thuộc") || lex_word(l, of, "trực thuộc")) && of + 1 == x->first) {
			if (!of_officer(l, before) && !of_list(l, before)) {
				before->role = UNIT_HOST;
				x->role = UNIT_MENTION;
			}
			continue;
		}
		size_t row = row_of(u, i);
		size_t t = u->found[row].first;
		bool dash = l->tok[x->first - 1].symbol == SYM_DASH && before->last + 2 == x->first;

		if (t > 1 && row && LEX_ENDS_ONE_OF(l, t - 1, joint)) {
			while (t && !lex_key_at(l, l->tok[t].start, "phối hợp"))
				t--;
			for (; t && (LEX_ONE_OF(l, t - 1, leads) || l->tok[t - 1].symbol == ',');)
				t--;
			if (u->found[row - 1].last + 1 != t)
				continue;
			u->found[row - 1].role = UNIT_HOST;
			x->role = UNIT_MENTION;
		} else if (((row + 1 == i && l->tok[x->first - 1].symbol == ',' && (is_part(l, before->first) || is_parent(l, before, x))) || (dash && is_parent(l, before, x))) && !houses_hall(l, before) && !of_officer(l, before) && !of_list(l, x)) {
			before->role = UNIT_HOST;
			x->role = UNIT_MENTION;
		}
	}
}

/* What is said of a cluster before its verb has another part in it. */
static void asides_hold_nothing(struct units *u)
{
	for (size_t i = 0; i < u->n; i++) {
		size_t verb = u->found[i].cluster && u->found[i].role == UNIT_HOST ? behind_asides(u, u->found[i].last + 1) : 0;

		for (size_t k = i + 1; k < u->n && u->found[k].last < verb; k++) {
			/* "Với vai trò Cụm trưởng Cụm thi đua số 4, Công ty A tổ chức": its head does so */
			if (u->found[k].role == UNIT_HEAD && u->lex.tok[u->found[k].first - 1].symbol == ',' && unit_as_part(&u->lex, u->found[k].first - 1))
				u->found[i].role = UNIT_MENTION;
			if (u->found[k].role == UNIT_HOST)
				u->found[k].role = UNIT_MENTION;
		}
	}
}

/* "Sở Y tế - đơn vị Cụm trưởng Cụm thi đua số 3 tổ chức": the head of the cluster does so. */
static void head_holds(struct units *u)
{
	static const char *const words[] = { "đơn vị", "đơn", "vị" };
	const struct lex *l = &u->lex;

	for (size_t i = 1; i < u->n; i++) {
		struct unit *x = &u->found[i];
		const struct unit *head = x - 1;
		size_t t = x->first;

		if (!x->cluster || x->role != UNIT_HOST || (head->role != UNIT_HEAD && head->role != UNIT_DEPUTY))
			continue;
		while (t && lex_any(&l->tok[t - 1], LEX_BIT(CLASS_ROLES)))
			t--;
		bool office = t < x->first;

		while (t && LEX_ONE_OF(l, t - 1, words))
			t--;
		if (office && t == head->last + 2 && (l->tok[t - 1].symbol == SYM_DASH || l->tok[t - 1].symbol == ','))
			x->role = UNIT_MENTION;
	}
}

void unit_hosts(struct units *u)
{
	asides_hold_nothing(u);
	head_holds(u);
	host_before(u);
	host_together(u);
}
