#include "unit_parts.h"

#include <string.h>

/* Where the names of clusters and blocs end, which describe what they are made of. */

/* "Cụm thi đua các đơn vị sự nghiệp thuộc Sở Y tế": of which unit the members are that a
 * cluster from t to end is made of. The token after it, or end. */
static size_t of_kinds_under(struct units *u, size_t t, size_t end, bool *fine)
{
	const struct lex *l = &u->lex;
	size_t k = t;

	while (k < end && !lex_is(&l->tok[k], CLASS_PLURALS))
		k++;
	/* "Khối thi đua phòng, ban, đơn vị trực thuộc Sở", "Khối thi đua thuộc Sở" */
	static const char *const members[] = { "đơn vị", "phòng", "ban", "trường", "trường học", "cơ quan", "đảng bộ", "chi bộ" };
	bool whole = lex_is(&l->tok[t], CLASS_UNIT_CLUSTER), small = false;
	const size_t read = end;

	small |= whole && end > t + 1 && LEX_ENDS_ONE_OF(l, end - 1, members);
	if (end == t && whole && l->tok[t].caps != CAPS_LOW) {
		end = t + 1;
		small = true;
	}
	if ((k >= end && !small) || end >= l->n || (!lex_word(l, end, "thuộc") && !lex_word(l, end, "trực thuộc")))
		return read;
	/* "Khối thi đua các đảng bộ trực thuộc" */
	if (lex_word(l, end, "trực thuộc") && (end + 1 == l->n || l->tok[end + 1].symbol < SYM_WORD || lex_is(&l->tok[end + 1], CLASS_VERBS)))
		return end + 1;
	if (end + 1 == l->n || l->tok[end + 1].caps == CAPS_LOW || !lex_unit_begins(&l->tok[end + 1]))
		return read;
	size_t of = unit_longest(u, end + 1, fine);

	/* "... trực thuộc Sở năm 2016" */
	if (of == end + 1 && (of + 1 == l->n || l->tok[of + 1].symbol < SYM_WORD || l->tok[of + 1].caps == CAPS_LOW))
		of++;
	return of > end + 1 ? of : read;
}

/* "Khối thi đua các cơ quan quản lý nhà nước về Văn hóa - Xã hội", "... về lĩnh vực kinh tế": the
 * fields that they manage. The token after them, or end. */
static size_t managed_fields(const struct lex *l, size_t end)
{
	size_t p = end + 1;

	if (!lex_word(l, end, "về") || !(lex_words_end(l, end - 1, "nhà nước") || lex_words_end(l, end - 1, "quản lý")))
		return end;
	while (p < l->n && (lex_word(l, p, "lĩnh") || lex_word(l, p, "vực") || lex_word(l, p, "lĩnh vực") || lex_is(&l->tok[p], CLASS_PLURALS)))
		p++;
	size_t from = p;

	while (p < l->n) {
		bool joins = l->tok[p].symbol == SYM_DASH || l->tok[p].symbol == ',' || lex_has(&l->tok[p], CLASS_CONNECTORS, TAG_AND);
		size_t field = p + (p > from && joins);

		if (field >= l->n || !lex_any(&l->tok[field], LEX_BIT(CLASS_SECTORS) | LEX_BIT(CLASS_NAME_WORDS)) || lex_unit_word(&l->tok[field]))
			break;
		p = field + 1;
	}
	return p > from ? p : end;
}

/* Where the description of a cluster from t to end ends that may have gone too far: "Cụm thi
 * đua các tỉnh phía Nam của Hội ...", "các cơ quan nội chính, gian của ...". */
static size_t description_end(const struct lex *l, size_t t, size_t end)
{
	enum { ASIDE = 2 }; /* words before "của" that are no part of it */

	static const char *const slogans[] = { "đoàn kết", "ra sức", "quyết tâm", "chung sức", "đồng lòng", "chụp ảnh", "chăm lo", "chung tay", "nâng cao", "hưởng ứng", "tiếp tục", "đẩy mạnh" };

	/* "Cụm thi đua các tỉnh ... đoàn kết, sáng tạo, ra sức thi đua" */
	for (size_t i = t + 2; i < end; i++)
		if (l->tok[i].caps == CAPS_LOW && LEX_BEGINS_ONE_OF(l, i, slogans))
			end = i;
	/* "Cụm thi đua các tỉnh miền núi phía Bắc, hội nghị đã thống nhất" */
	static const char *const events[] = { "hội nghị", "buổi lễ", "đại hội", "lễ", "chương trình", "cuộc họp" };

	/* "... Tây Nam bộ hội nghị tổng kết": what it does there */
	for (size_t i = t + 2; i < end; i++)
		if (l->tok[i].caps == CAPS_LOW && lex_word(l, i, "hội nghị"))
			end = i;
	for (size_t i = t + 2; i + 1 < end; i++)
		for (size_t w = 0; l->tok[i].symbol == ',' && w < sizeof events / sizeof *events; w++)
			if (lex_key_at(l, l->tok[i + 1].start, events[w]))
				end = i;
	/* "Cụm thi đua số 1 xây dựng kế hoạch": behind its number a verb does not go on with it, though fields of
	 * work are called so */
	static const char *const does[] = { "thông tin", "xây dựng", "phát triển", "quản lý", "kiểm tra", "giám sát", "tuyên truyền", "đào tạo", "nghiên cứu", "hướng dẫn", "đầu tư", "bảo vệ", "hỗ trợ" };

	for (size_t i = t + 1; i + 1 < end; i++)
		if ((l->tok[i].symbol == SYM_NUMBER || l->tok[i].symbol == SYM_ROMAN) && l->tok[i + 1].caps == CAPS_LOW && LEX_BEGINS_ONE_OF(l, i + 1, does) && lex_one_word(l, i) &&
		    !(i + 2 < end && lex_word(l, i + 2, "nhà nước")))
			end = i + 1;
	for (size_t of = t + 1; of < end; of++) {
		if (!lex_has(&l->tok[of], CLASS_CONNECTORS, TAG_OF))
			continue;
		end = of;
		for (size_t k = of; k > t + 1 && of - k <= ASIDE; k--)
			if (l->tok[k - 1].symbol == ',' || lex_has(&l->tok[k - 1], CLASS_CONNECTORS, TAG_AND))
				end = k - 1;
			else if (l->tok[k - 1].caps != CAPS_LOW)
				break;
	}
	while (end > t + 1 && (l->tok[end - 1].symbol == ',' || lex_has(&l->tok[end - 1], CLASS_CONNECTORS, TAG_AND)))
		end--;
	/* "Phó trưởng cụm các cụm": of several */
	end -= end == t + 3 && (lex_word(l, t + 2, "cụm") || lex_word(l, t + 2, "khối"));
	return end == t + 2 && lex_is(&l->tok[end - 1], CLASS_PLURALS) ? t : end;
}

/* "các doanh nghiệp có vốn do nhà nước sở hữu tổ chức", "các cơ quan tham mưu của Tỉnh ủy đã": what is said of all
 * that a cluster from t to end is made of goes on up to what the cluster does, or closes with one of the words
 * for it. The token behind, or end. */
static size_t described(const struct lex *l, size_t t, size_t end)
{
	enum { LONGEST = 14 };
	static const char *const opens[] = { "có", "do", "không", "được", "của", "trong" };
	static const char *const does[] = { "đã", "vừa", "sẽ", "long trọng", "tiến hành", "họp", "tổng kết", "sơ kết", "ký kết", "phối hợp" };
	static const char *const closes[] = { "sở hữu", "quản lý", "ngân sách", "đặc thù", "chi phối", "giao nhiệm vụ", "trong nước", "tổng hợp" };
	size_t k = t + 1, last;

	while (k < end && !lex_is(&l->tok[k], CLASS_PLURALS))
		k++;
	if (k >= end || end >= l->n || !LEX_ONE_OF(l, end, opens) || l->tok[end].caps != CAPS_LOW)
		return end;
	for (last = end; last < l->n && last - end < LONGEST; last++) {
		const struct token *w = &l->tok[last];

		if (last > end + 1 && w->caps == CAPS_LOW && (lex_has(w, CLASS_VERBS, TAG_ORGANISE) || LEX_ONE_OF(l, last, does)))
			return last;
		if ((w->symbol < SYM_WORD && w->symbol != ',') || lex_any(w, LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_UNIT_CLUSTER)) ||
		    (last > end && w->caps == CAPS_LOW && (lex_has(w, CLASS_VERBS, TAG_ATTEND) || lex_has(w, CLASS_VERBS, TAG_AWARD))))
			break;
	}
	/* "Trưởng Khối thi đua các hội có tính chất đặc thù," */
	return last > end + 1 && (last == l->n || l->tok[last].symbol < SYM_WORD) && LEX_ENDS_ONE_OF(l, last - 1, closes) ? last : end;
}

/* The same of a cluster. A unit right behind it belongs to its name ("Cụm thi đua
 * số 5 Bộ Công an"), or is the kind that all its members are. */
size_t unit_cluster_end(struct units *u, size_t t, bool *fine)
{
	enum { MOST = 12 };
	struct lex *l = &u->lex;
	struct rx_match m;

	/* "khối các trường": only "Trưởng khối các trường" is of a cluster */
	if (!lex_is(&l->tok[t], CLASS_UNIT_CLUSTER) && l->tok[t].caps == CAPS_LOW && t + 1 < l->n && lex_is(&l->tok[t + 1], CLASS_PLURALS) &&
	    !(t && lex_has(&l->tok[t - 1], CLASS_ROLES, TAG_HEAD)))
		return t;
	/* "Khối doanh nghiệp tỉnh", but "Cụm thường xuyên", "Cụm công nghiệp" */
	if (lex_is(&l->tok[t], CLASS_UNIT_SHORT) && lex_word(l, t, "cụm") && t + 1 < l->n && l->tok[t + 1].caps == CAPS_LOW && lex_is(&l->tok[t + 1], CLASS_NAME_WORDS))
		return t;
	enum rx_answer a = unit_match(u, RULE_CLUSTERS, t, &m);
	size_t end = a == RX_YES ? m.end[0] : t;

	*fine &= a != RX_LIMIT;
	end = described(l, t, managed_fields(l, description_end(l, t, end)));
	size_t under = of_kinds_under(u, t, end, fine);

	if (under > end)
		return under;
	size_t next = end > t ? end : t + 1;
	/* "Cụm thi đua số 8 - Hội Chữ thập đỏ các tỉnh ..." */
	bool dash = end > t && end + 1 < l->n && l->tok[end].symbol == SYM_DASH;

	next += dash;
	if ((end == t && !lex_is(&l->tok[t], CLASS_UNIT_CLUSTER)) || next >= l->n || !lex_unit_begins(&l->tok[next]) ||
	    l->tok[next].caps == CAPS_LOW)
		return end;
	size_t of = unit_longest(u, next, fine);

	/* "Cụm thi đua số IX Tòa án nhân dân" */
	if (of == next && end > t && lex_is(&l->tok[next], CLASS_UNIT_PLACE) && (l->tok[end - 1].symbol == SYM_NUMBER || l->tok[end - 1].symbol == SYM_ROMAN) &&
	    (next + 1 == l->n || !lex_is(&l->tok[next + 1], CLASS_PLURALS)))
		of = next + 1;
	if (of == next && end > t)
		return end;
	of = of > next ? of : next + 1;
	/* "Cụm thi đua Liên đoàn Lao động (LĐLĐ) các tỉnh ..." */
	if (of + 3 < l->n && l->tok[of].symbol == '(' && l->tok[of + 1].caps == CAPS_ALL && l->tok[of + 2].symbol == ')' && lex_is(&l->tok[of + 3], CLASS_PLURALS)) {
		a = unit_match(u, RULE_MEMBERS, of + 3, &m);
		*fine &= a != RX_LIMIT;
		if (a == RX_YES)
			return m.end[0];
	}
	/* "Cụm thi đua Sở Tư pháp, Thi hành án dân sự các tỉnh ...": more kinds may be named */
	for (size_t p = of; p < l->n && p - of < MOST; p++) {
		a = unit_match(u, RULE_MEMBERS, p, &m);
		*fine &= a != RX_LIMIT;
		if (a == RX_YES)
			return m.end[0];
		const struct token *k = &l->tok[p];

		if (k->symbol != ',' && !lex_has(k, CLASS_CONNECTORS, TAG_AND) &&
		    (k->symbol < SYM_WORD || k->caps == CAPS_LOW || lex_any(k, LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_UNIT_CLUSTER))))
			break;
	}
	return dash ? end : of;
}
