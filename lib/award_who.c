#include "award_parts.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"

size_t award_office_at(const struct awards *a, size_t t)
{
	const struct lex *l = &a->units.lex;
	size_t k = t;

	while (k < l->n && (lex_is(&l->tok[k], CLASS_ROLES) || lex_is(&l->tok[k], CLASS_ROLE_MODIFIERS)))
		k++;
	/* "Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc": one who holds both */
	size_t more = k > t && k + 1 < l->n && l->tok[k].symbol == ',' && lex_word(l, t, "bộ trưởng") && l->tok[t].caps != CAPS_LOW ? k + 1 : 0;

	while (more && more < l->n && lex_any(&l->tok[more], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)))
		more++;
	if (more > k + 1 && unit_at(&a->units, more))
		k = more;
	const struct unit *u = unit_at(&a->units, k);

	if (u)
		return u->last + 1;
	if (k == t && k < l->n && lex_is(&l->tok[k], CLASS_UNIT_WHOLE) && l->tok[k].caps != CAPS_LOW)
		return k + 1; /* in quotes no unit is looked for */
	/* "Thủ tướng", "Chủ tịch nước"; "Giám đốc Sở" with a head alone */
	if (k == t || l->tok[t].caps == CAPS_LOW)
		return t;
	if (k < l->n && l->tok[k].caps != CAPS_LOW && (lex_is(&l->tok[k], CLASS_UNIT_HEAD) || lex_is(&l->tok[k], CLASS_UNIT_FIELD)))
		k++;
	return k;
}

bool award_about(const struct lex *l, size_t t)
{
	static const char *const words[] = { "trên", "gần", "hơn", "khoảng" };

	return LEX_ONE_OF(l, t, words);
}

size_t award_number_at(const struct lex *l, size_t t, size_t *n)
{
	static const char *const words[] = { "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười" };

	*n = 0;
	for (size_t i = 0; t < l->n && i < sizeof words / sizeof *words; i++)
		if (lex_word(l, t, words[i])) {
			*n = i + 1;
			return t + 1;
		}
	for (size_t from = t; t < l->n && l->tok[t].symbol == SYM_NUMBER && *n < 1000000; t += 2) {
		size_t len = l->tok[t].end - l->tok[t].start;

		/* "Năm 2017 Chiến sĩ thi đua, 2018 Bằng khen": a year counts nothing */
		bool year = len == 4 && t == from && (view_has(l->text, l->tok[t].start, "19") || view_has(l->text, l->tok[t].start, "20"));

		if (len > 6 || year || (t > from && len != 3)) {
			*n = 0;
			return from;
		}
		for (size_t i = l->tok[t].start; i < l->tok[t].end; i++)
			*n = *n * 10 + (size_t)(l->text.p[i] - '0');
		/* 1.318 */
		if (!(t + 2 < l->n && l->tok[t + 1].symbol == '.' && l->tok[t + 2].symbol == SYM_NUMBER && l->tok[t + 1].start == l->tok[t].end &&
		      l->tok[t + 2].start == l->tok[t + 1].end))
			return t + 1;
	}
	return t;
}

size_t award_noun_at(const struct lex *l, size_t t)
{
	static const char *const nouns[] = {
		"tập thể", "cá nhân", "cán bộ, công chức, viên chức và người lao động", "cán bộ, công chức, viên chức", "cán bộ, công chức", "cán bộ, đảng viên", "cán bộ, nhân viên", "cán bộ, chiến sĩ", "cán bộ, chiến sỹ", "thầy giáo, cô giáo", "em học sinh", "chị em", "em", "cụ", "gương", "điển hình tiên tiến", "chi đoàn", "nhà trường", "bệnh viện", "trạm y tế", "tổ dân phố", "dòng họ", "tình nguyện viên", "công đoàn cơ sở", "đơn vị", "hộ gia đình", "gia đình liệt sĩ", "gia đình", "hộ", "người", "đồng chí", "đ/c", "cơ quan",
		"doanh nghiệp", "nhà giáo", "học sinh", "sinh viên", "cán bộ", "chiến sĩ", "chiến sỹ", "sĩ quan", "thầy cô giáo", "thầy, cô giáo", "thầy cô", "giáo viên", "xã", "huyện",
		"phường", "địa phương", "doanh nhân", "đảng viên", "đoàn viên", "hội viên", "bà mẹ", "nghệ nhân", "công nhân", "tổ chức",
		"công chức", "viên chức", "thôn", "trường học", "cựu chiến binh", "thầy thuốc", "nhà khoa học", "trường hợp", "thầy giáo", "cô giáo", "nữ cán bộ", "chi bộ", "chi hội", "mẹ", "nghệ sĩ", "bác sĩ", "luật sư",
		"liệt sĩ", "liệt sỹ", "nghệ sỹ", "bác sỹ", "y sĩ", "vận động viên", "huấn luyện viên", "diễn viên", "già làng", "trưởng thôn", "nông dân", "ngư dân", "phụ nữ", "thanh niên",
		"nhà báo", "phóng viên", "kỹ sư", "điều dưỡng", "tác phẩm", "tác giả", "nhóm tác giả", "công trình", "mô hình", "tổ", "đội", "lớp", "câu lạc bộ", "khu dân cư", "hợp tác xã", "đội tuyển", "công ty", "đoàn",
	};

	for (size_t i = 0; t < l->n && i < sizeof nouns / sizeof *nouns; i++) {
		if (l->key.p[l->tok[t].start] != nouns[i][0]) /* nearly always */
			continue;
		size_t n = strlen(nouns[i]), end = l->tok[t].start + n, k = t;

		if (l->text.len < end || memcmp(l->key.p + l->tok[t].start, nouns[i], n))
			continue;
		while (k < l->n && l->tok[k].end < end)
			k++;
		/* "Chiến sĩ thi đua" is a title */
		if (k < l->n && l->tok[k].end == end && !(k + 1 < l->n && lex_key_at(l, l->tok[k + 1].start, "thi đua")))
			return k + 1;
	}
	return t;
}

/* "3 tập thể và 11 cá nhân" at token t: the token after it, or t. */
static size_t groups_at(const struct lex *l, size_t t, size_t *count, size_t *first, size_t *last)
{
	size_t k = t, end = t;

	*count = 0;
	for (;;) {
		size_t n, from = k + (end > t && award_about(l, k)), noun = award_number_at(l, from, &n);

		noun = noun > from ? noun : k;
		if (noun > k && lex_word(l, noun, "lượt"))
			noun++;
		size_t next = noun > k ? award_noun_at(l, noun) : noun;

		if (noun == k || next == noun)
			break;
		/* "cho 25 tập thể và 9 đơn vị được tặng ...": who is behind "và" has a verb of its own */
		if (end > t && ((award_and(l, k - 1) && lex_word(l, next, "được")) || lex_word(l, next, "đạt")) && t && lex_word(l, t - 1, "cho"))
			break;
		*count += n;
		if (end == t)
			*first = noun;
		*last = next - 1;
		/* "26 tập thể và cá nhân", "26 tập thể, cá nhân" */
		static const char *const others[] = { "cá nhân", "đơn vị", "hộ gia đình", "gia đình", "giáo viên", "học sinh", "chiến sĩ", "viên chức", "tổ chức" };
		size_t both = next + 1 < l->n && (award_and(l, next) || l->tok[next].symbol == ',') ? award_noun_at(l, next + 1) : 0;
		both = both && (award_and(l, next) || LEX_BEGINS_ONE_OF(l, next + 1, others)) ? both : 0;

		if (both > next + 1) {
			*last = both - 1;
			end = both;
			break;
		}
		end = k = next;
		/* "20 tập thể xuất sắc, 3 cá nhân", "5 đơn vị cấp phòng, 11 đơn vị cấp đội" */
		static const char *const sorts[] = { "xuất sắc", "tiêu biểu", "điển hình", "cấp phòng", "cấp đội", "cấp huyện", "cấp xã", "cấp tỉnh" };

		for (size_t s = 0; k < l->n && s < sizeof sorts / sizeof *sorts; s++)
			if (lex_key_at(l, l->tok[k].start, sorts[s])) {
				size_t behind = award_token(l, k, l->tok[k].start + strlen(sorts[s]));

				k = behind < l->n && (l->tok[behind].symbol == ',' || award_and(l, behind)) ? behind : k;
				break;
			}
		if (k < l->n && (l->tok[k].symbol == ',' || award_and(l, k)))
			k++;
		else
			break;
	}
	return end;
}

void award_read_groups(struct awards *a)
{
	const struct lex *l = &a->units.lex;

	a->ngroups = 0;
	for (size_t t = 0; t < l->n;) {
		struct award_group g = { .start = t };

		g.end = groups_at(l, t, &g.count, &g.first, &g.last);
		/* "mẹ của hai liệt sĩ": others than those who are told of */
		if (g.end == t || (t && lex_word(l, t - 1, "của"))) {
			t++;
			continue;
		}
		/* "112/118 hộ đạt danh hiệu" */
		if (t > 1 && l->tok[t - 1].symbol == '/' && l->tok[t - 2].symbol == SYM_NUMBER && l->tok[t - 2].end == l->tok[t - 1].start && l->tok[t].start == l->tok[t - 1].end)
			award_number_at(l, t - 2, &g.count);
		if (a->ngroups == a->capgroups) {
			a->capgroups = a->capgroups ? a->capgroups * 2 : 16;
			a->group = xgrow(a->group, a->capgroups, sizeof *a->group);
		}
		a->group[a->ngroups++] = g;
		t = g.end;
	}
}

size_t award_groups_upto(const struct awards *a, size_t t)
{
	size_t lo = 0, hi = a->ngroups;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (a->group[mid].start < t)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

void award_set_group(const struct lex *l, struct award *x, const struct award_group *g)
{
	x->count = g->count;
	x->recipient_start = l->tok[g->first].start;
	x->recipient_end = l->tok[g->last].end;
}

static void set_unit(const struct lex *l, const struct unit *u, size_t *start, size_t *end)
{
	*start = l->tok[u->first].start;
	*end = l->tok[u->last].end;
}

/* "Trưởng phòng PC02, Công an tỉnh nhận ...": unit i ends the office of a person, who
 * is meant. */
static bool of_office(const struct awards *a, size_t i, size_t clause)
{
	const struct lex *l = &a->units.lex;
	size_t first = a->units.found[i].first;

	while (i > 0 && first > clause + 1 && (l->tok[first - 1].symbol == ',' || l->tok[first - 1].symbol == SYM_DASH) &&
	       a->units.found[i - 1].last == first - 2)
		first = a->units.found[--i].first;
	return first > clause && lex_is(&l->tok[first - 1], CLASS_ROLES);
}

/* "khen thưởng và tặng", "đã ký Quyết định số 38/QĐ-BCA về việc tặng", "xem xét, tặng": where the
 * first verb of who gives stands, or the words that say that it was decided. The token that they
 * begin at, or q. */
static size_t before_decision(const struct awards *a, size_t q, size_t clause)
{
	static const char *const praises[] = { "khen thưởng", "biểu dương", "tuyên dương", "xem xét", "vinh danh", "ghi nhận", "quyết định" };
	static const char *const signs[] = { "đã", "vừa", "ký", "có", "ban hành", "ban", "hành", "ra", "ký ban hành", "ký kết", "sẽ" };
	enum { REACH = 16 };
	const struct lex *l = &a->units.lex;
	size_t t = q;
	bool decided = false;

	if (t > clause + 1 && (l->tok[t - 1].symbol == ',' || award_and(l, t - 1)))
		for (size_t i = 0; i < sizeof praises / sizeof *praises; i++)
			if (lex_words_end(l, t - 2, praises[i])) {
				size_t from = l->tok[t - 2].end - strlen(praises[i]);

				for (t -= 2; t > clause && l->tok[t].start > from;)
					t--;
				break;
			}
	if (t == q)
		for (size_t k = q + 1; k > clause && q + 1 - k < REACH && l->tok[k - 1].symbol != ';'; k--)
			if ((lex_words_end(l, k - 1, "quyết định") || lex_word(l, k - 1, "qđ")) && k > clause + 1 && LEX_ONE_OF(l, k - 2, signs)) {
				t = k - 1;
				decided = true;
				break;
			}
	if (t == q && !decided)
		return q;
	while (t > clause && LEX_ONE_OF(l, t - 1, signs))
		t--;
	return t;
}

/* "xã Bình Chánh": does token t end the name of a place, though it is an office elsewhere? */
static bool ends_place(const struct lex *l, size_t t)
{
	return t > 1 && lex_one_word(l, t) && l->tok[t - 1].symbol == SYM_WORD && l->tok[t - 1].caps == CAPS_FIRST && lex_is(&l->tok[t - 2], CLASS_LEVELS);
}

void award_read_actors(const struct awards *a, struct award *x, size_t verb, size_t clause)
{
	static const char *const small[] = { "đã", "vừa", "sẽ", "trao", "vinh dự", "quyết định", "tặng", "đón", "quyết", "định", "xét", "truy", "phong", "công", "cũng", "tiếp tục" };
	enum { REACH = 40 }; /* tokens in which actors stand before their verb */
	const struct lex *l = &a->units.lex;
	bool takes = (a->cues.p[verb] & CUE_TAKE) || lex_words_end(l, verb, "đạt"), named = x->giver_end; /* in the award's own name */
	size_t q = verb;

	/* "được tặng thưởng: A; B": a verb that stands above its clause */
	if (clause > verb || verb - clause > REACH)
		clause = verb > REACH ? verb - REACH : 0;
	size_t near = unit_from(&a->units, clause);

	while (q > clause && LEX_ONE_OF(l, q - 1, small))
		q--;
	bool passive = lex_words_end(l, verb, "được tặng") || lex_words_end(l, verb, "được nhận");

	/* "Sở Y tế được đề nghị tặng ..." */
	if (q > clause + 1 && (a->cues.p[q - 1] & CUE_PROPOSE) && lex_word(l, q - 2, "được"))
		q--;

	if (q > clause && lex_word(l, q - 1, "được")) {
		passive = true;
		q--;
	}
	while (q > clause && LEX_ONE_OF(l, q - 1, small))
		q--;
	if (!takes && !passive)
		q = before_decision(a, q, clause);
	/* "Chủ tịch UBND tỉnh Lê Văn Nam tặng": who holds the office */
	enum { NAME = 4 };
	size_t name = q;

	while (name > clause && q - name < NAME && l->tok[name - 1].symbol == SYM_WORD && l->tok[name - 1].caps == CAPS_FIRST && !lex_is(&l->tok[name - 1], CLASS_ROLES) && !unit_covers(&a->units, name - 1))
		name--;
	if (q - name >= 2 && lex_is(&l->tok[name], CLASS_SURNAMES) && !takes && !passive)
		q = name;
	for (size_t i = near; i < a->units.n && a->units.found[i].last < verb; i++) {
		const struct unit *u = &a->units.found[i];
		size_t from = u->first;

		while (from > clause && lex_any(&l->tok[from - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)) && !unit_covers(&a->units, from - 1))
			from--;
		from += from < u->first && !lex_is(&l->tok[from], CLASS_ROLES) && l->tok[from].caps == CAPS_LOW;
		if (u->last + 1 == q && (takes || passive) && !x->recipient_end && from == u->first && !of_office(a, i, clause))
			award_set_units(a, x, i, clause);
		else if (u->last + 1 == q && !x->giver_end && !takes && !passive && !(from > clause && lex_is(&l->tok[from - 1], CLASS_GROUPS))) {
			x->giver_start = l->tok[from].start;
			x->giver_end = l->tok[u->last].end;
		}
		/* "Kho bạc huyện được Bộ Tài chính tặng" */
		if (from > clause + 1 && lex_word(l, from - 1, "được") && u->last < verb && verb - u->last <= 3)
			for (size_t k = near; k < i; k++)
				if (a->units.found[k].last + 2 == from && !x->recipient_end)
					set_unit(l, &a->units.found[k], &x->recipient_start, &x->recipient_end);
	}
	/* "được Thủ tướng Chính phủ tặng", "trình Chủ tịch nước tặng" */
	if (!x->giver_end && q > clause && !takes && !passive && lex_is(&l->tok[q - 1], CLASS_ROLES) && l->tok[q - 1].caps != CAPS_LOW && !ends_place(l, q - 1)) {
		x->giver_start = l->tok[q - 1].start;
		x->giver_end = l->tok[q - 1].end;
		if (q - 1 > clause + 1 && lex_word(l, q - 2, "được"))
			for (size_t k = near; k < a->units.n && a->units.found[k].last < verb; k++)
				if (a->units.found[k].last + 3 == q && !x->recipient_end)
					set_unit(l, &a->units.found[k], &x->recipient_start, &x->recipient_end);
	}
	/* "quyết định của Chủ tịch nước về việc tặng" */
	enum { NUMBER = 10 };

	for (size_t k = clause, of; !x->giver_end && k + 3 < verb; k++) {
		if (!lex_words_end(l, k, "quyết định"))
			continue;
		for (of = k + 1; of < verb && of - k < NUMBER && !lex_word(l, of, "của");)
			of++;
		size_t next = of < verb && lex_word(l, of, "của") ? award_office_at(a, of + 1) : 0;

		if (next > of + 1 && lex_word(l, next, "về")) {
			x->giver_start = l->tok[of + 1].start;
			x->giver_end = l->tok[next - 1].end;
		}
	}
	for (size_t k = clause; !named && k + 2 < verb; k++)
		if (lex_words_end(l, k, "ủy quyền")) {
			size_t who = k + 1 + lex_word(l, k + 1, "của"), next = award_office_at(a, who);

			if (next > who) {
				x->giver_start = l->tok[who].start;
				x->giver_end = l->tok[next - 1].end;
			}
		}
}

/* Capitals from token t, at most a few: the token after them. */
static size_t capitals_end(const struct lex *l, size_t t)
{
	enum { LONGEST = 5 };
	size_t k = t;

	while (k < l->n && k - t < LONGEST && l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_FIRST)
		k++;
	return k;
}

/* "Sở Tư pháp, Sở Y tế và bà Lê Thị Hằng": the last token of the list of units that ends with token end and goes on with a
 * person, or what was known of it. */
static size_t with_person(const struct lex *l, size_t end, size_t known)
{
	size_t name = end + 3;

	if (name >= l->n || !award_and(l, end + 1) || !lex_is(&l->tok[end + 2], CLASS_HONORIFICS) || !lex_is(&l->tok[name], CLASS_SURNAMES))
		return known;
	size_t next = capitals_end(l, name);

	return next > name + 1 ? next - 1 : known;
}

/* Who is named at token t: units joined by "và" and commas ("Sở A, Sở B và Sở C"), a
 * district ("huyện Đồng Văn"), a person or a family ("ông Vũ Văn A", "gia đình bà B"),
 * each with what they are called before it ("tập thể Văn phòng Sở"). */
static void read_recipient(const struct awards *a, struct award *x, size_t t)
{
	enum { MOST = 12, AS = 6 };
	static const char *const called[] = { "tập thể ", "tập thể lãnh đạo ", "đơn vị ", "gia đình ", "cá nhân ", "cán bộ và nhân dân ", "cán bộ, nhân dân ", "nhân dân và cán bộ ", "nhân dân ", "lực lượng ", "quân và dân " };
	const struct lex *l = &a->units.lex;
	size_t first = t, k = t, and = 0;

	/* "cho đơn vị dẫn đầu là Sở Y tế", "cho khối trưởng là Công ty A" */
	for (size_t i = t; i < l->n && i - t < AS && l->tok[i].symbol == SYM_WORD; i++)
		if (lex_word(l, i, "là") && unit_at(&a->units, i + 1)) {
			first = k = t = i + 1;
			break;
		}
	for (size_t i = 0; k == t && t < l->n && i < sizeof called / sizeof *called; i++)
		if (lex_key_at(l, l->tok[t].start, called[i]))
			k = award_token(l, t, l->tok[t].start + strlen(called[i]));
	const struct unit *u = unit_at(&a->units, k);

	if (u) {
		size_t end = u->last;

		for (size_t n = 0; n < MOST && (u = unit_at(&a->units, end + 2)); n++) {
			bool joins = award_and(l, end + 1);
			/* "Bệnh viện A, Bệnh viện B": of one rank */
			bool alike = end + 1 < l->n && l->tok[end + 1].symbol == ',' && award_reads_alike(l, k, u->first) && (u->last + 1 == l->n || strchr(".;,", l->tok[u->last + 1].symbol));

			if (!joins && l->tok[end + 1].symbol != ',')
				break;
			/* "cho Trường A và UBND tỉnh tặng ...": who gives next */
			if (u->last + 1 < l->n && (a->cues.p[u->last + 1] & CUE_GIVE) && !(a->cues.p[u->last + 1] & CUE_TAKE))
				break;
			end = u->last;
			/* what follows a comma belongs to the list only if the list ends with "và", or is long */
			and = joins || alike || n >= 1 ? end : and;
		}
		and = with_person(l, end, and);
		x->recipient_start = l->tok[first].start;
		x->recipient_end = l->tok[and ? and : unit_at(&a->units, k)->last].end;
		return;
	}
	/* "cho Giám đốc Bệnh viện PGS.TS. Lê Văn A", "cho Phó Giám đốc Sở Y tế Lê Văn A" */
	enum { NAME = 3 };
	size_t office = award_office_at(a, k);

	if (office > k && lex_any(&l->tok[k], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)) && office < l->n && lex_is(&l->tok[office], CLASS_SURNAMES) &&
	    !unit_covers(&a->units, office) && capitals_end(l, office) >= office + NAME) {
		x->recipient_start = l->tok[office].start;
		x->recipient_end = l->tok[capitals_end(l, office) - 1].end;
		return;
	}
	if (office > k && lex_any(&l->tok[k], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)) && office < l->n && lex_is(&l->tok[office], CLASS_HONORIFICS))
		first = k = office;
	/* "cho lực lượng Công an nhân dân": all of them, of no place */
	if (k > t && k < l->n && l->tok[k].caps != CAPS_LOW && lex_any(&l->tok[k], LEX_BIT(CLASS_UNIT_PLACE) | LEX_BIT(CLASS_UNIT_WHOLE))) {
		k += lex_word(l, k + 1, "nhân dân");
		x->recipient_start = l->tok[first].start;
		x->recipient_end = l->tok[k].end;
		return;
	}
	/* "cho các đồng chí: Lê Văn A, Trần Văn B và C" */
	if (k < l->n && lex_is(&l->tok[k], CLASS_HONORIFICS_PLURAL)) {
		size_t name = k + 1 + (k + 1 < l->n && l->tok[k + 1].symbol == ':'), end = capitals_end(l, name), last = end;

		if (end < name + 2)
			return;
		for (size_t n = 0; n < MOST && last + 1 < l->n && (l->tok[last].symbol == ',' || award_and(l, last)) && capitals_end(l, last + 1) > last + 2 && lex_is(&l->tok[last + 1], CLASS_SURNAMES); n++)
			last = capitals_end(l, last + 1);
		x->recipient_start = l->tok[name].start;
		x->recipient_end = l->tok[last - 1].end;
		return;
	}
	bool person = k < l->n && lex_is(&l->tok[k], CLASS_HONORIFICS);

	/* "Phó Giáo sư - Tiến sĩ Đỗ Văn B": the last of them stands before the name */
	while (person && k + 1 < l->n) {
		size_t next = k + 1 + (l->tok[k + 1].symbol == SYM_DASH || l->tok[k + 1].symbol == ',' || l->tok[k + 1].symbol == '.');

		if (next >= l->n || !lex_is(&l->tok[next], CLASS_HONORIFICS))
			break;
		first = k = next;
	}
	bool place = k < l->n && !person && lex_any(&l->tok[k], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP));

	if (!person && !place)
		return;
	/* "PGS.TS. Lê Văn A" */
	if (person && k + 2 < l->n && l->tok[k + 1].symbol == '.' && l->tok[k].caps != CAPS_LOW && lex_is(&l->tok[k + 2], CLASS_SURNAMES))
		first = ++k;
	/* "ông V. A": a single capital may be a Roman number */
	size_t end = capitals_end(l, k + 1);

	if (end == k + 1)
		return;
	/* "ông A, ông B và bà C" */
	for (size_t i = end, n = 0; person && n < MOST && i + 1 < l->n && lex_is(&l->tok[i + 1], CLASS_HONORIFICS); n++) {
		size_t next = capitals_end(l, i + 2);
		bool joins = award_and(l, i);

		if (next == i + 2 || (!joins && l->tok[i].symbol != ','))
			break;
		end = joins ? next : end;
		i = next;
	}
	x->recipient_start = l->tok[place || k > first ? first : k + 1].start;
	x->recipient_end = l->tok[end - 1].end;
}

/* "các tập thể, cá nhân" at token t: nouns without a number. "thanh niên vượt khó" alone
 * tells what sort they are. */
static bool read_nouns(const struct lex *l, struct award *x, size_t t)
{
	static const char *const sorts[] = { "lớp", "tổ", "đội", "thanh niên", "phụ nữ", "diễn viên", "mô hình", "công trình", "tác phẩm" };
	size_t first = t + (t < l->n && lex_is(&l->tok[t], CLASS_PLURALS)), end = first, k = first;

	for (;;) {
		size_t next = award_noun_at(l, k);

		if (next == k || (first == t && LEX_ONE_OF(l, k, sorts)))
			break;
		end = next;
		k = end + 1;
		if (end >= l->n || (l->tok[end].symbol != ',' && !award_and(l, end)))
			break;
	}
	if (end == first)
		return false;
	/* "trao cho ngư dân Lê Văn Tạo": who is meant has a name */
	if (end < l->n && l->tok[end].caps == CAPS_FIRST && lex_is(&l->tok[end], CLASS_SURNAMES)) {
		enum { NAME = 3 };
		size_t name = capitals_end(l, end);

		if (name < end + NAME || first != t)
			return false;
		x->recipient_start = l->tok[end].start;
		x->recipient_end = l->tok[name - 1].end;
		return true;
	}
	x->recipient_start = l->tok[first].start;
	x->recipient_end = l->tok[end - 1].end;
	return true;
}

/* "năm 2024", "lần thứ 10", "lần 2", "lần thứ hai" at token t: the token after it, or t. */
static size_t time_at(const struct lex *l, size_t t)
{
	static const char *const words[] = { "nhất", "hai", "ba", "tư", "năm" };
	enum { BRACKET = 5 };

	/* "Huân chương Lao động hạng Nhì (lần thứ hai)" */
	if (t + 1 < l->n && l->tok[t].symbol == '(' && lex_key_at(l, l->tok[t + 1].start, "lần "))
		for (size_t k = t + 1; k < l->n && k - t < BRACKET; k++)
			if (l->tok[k].symbol == ')')
				return k + 1;
	size_t number = t + lex_word(l, t, "lần");

	number += lex_word(l, t, "lần thứ") || (number > t && lex_word(l, number, "thứ"));
	if (number > t && number < l->n && (l->tok[number].symbol == SYM_NUMBER || LEX_ONE_OF(l, number, words)))
		return number + 1;
	for (size_t k = t; k < l->n && k < t + 3 && lex_key_at(l, l->tok[t].start, "lần thứ "); k++)
		if (l->tok[k].symbol == SYM_NUMBER || l->tok[k].symbol == SYM_ROMAN)
			return k + 1;
	static const char reform[] = "thời kỳ đổi mới";

	if (t < l->n && lex_key_at(l, l->tok[t].start, reform))
		return award_token(l, t, l->tok[t].start + sizeof reform - 1);
	return lex_word(l, t, "năm") && t + 1 < l->n && l->tok[t + 1].symbol == SYM_NUMBER && l->tok[t + 1].end - l->tok[t + 1].start == 4 ? t + 2 : t;
}

void award_read_before(const struct awards *a, struct award *x, size_t clause, size_t verb)
{
	static const char *const chosen[] = { "suy tôn", "bình chọn", "bình xét", "bình bầu", "bầu chọn", "đề cử" };
	enum { REACH = 40, GIVER = 10 };
	const struct lex *l = &a->units.lex;

	for (size_t k = verb; k > clause && verb - k < REACH; k--) {
		for (size_t w = 0; w < sizeof chosen / sizeof *chosen; w++)
			if (lex_words_end(l, k - 1, chosen[w]) && unit_at(&a->units, k)) {
				read_recipient(a, x, k);
				return;
			}
		if (!lex_word(l, k, "được") || verb - k > GIVER)
			continue;
		size_t first = k;

		while (first > clause && k - first < 5 && l->tok[first - 1].symbol == SYM_WORD && l->tok[first - 1].caps == CAPS_FIRST && !lex_is(&l->tok[first - 1], CLASS_HONORIFICS))
			first--;
		if (k - first < 2 || first == clause || !lex_is(&l->tok[first - 1], CLASS_HONORIFICS) || unit_covers(&a->units, first))
			continue;
		x->recipient_start = l->tok[first].start;
		x->recipient_end = l->tok[k - 1].end;
		return;
	}
}

void award_read_between(const struct awards *a, struct award *x, size_t verb, size_t t)
{
	const struct lex *l = &a->units.lex;
	const struct unit *u = unit_at(&a->units, verb + 1);
	size_t name = verb + 1;

	/* "trao tặng Quân khu 5 Huân chương ...", "trao tặng Đại tá Lê Văn Nam danh hiệu ..." */
	while (name < t && lex_is(&l->tok[name], CLASS_HONORIFICS))
		name++;
	if ((u && u->last + 1 == t) || (name > verb + 1 && capitals_end(l, name) == t && t > name + 1)) {
		read_recipient(a, x, verb + 1);
		return;
	}
	if (verb + 2 >= t || !(lex_is(&l->tok[verb + 1], CLASS_HONORIFICS) || unit_at(&a->units, verb + 1)) || !(l->tok[t - 1].symbol == ',' || l->tok[t - 1].symbol == SYM_DASH))
		return;
	for (size_t i = verb + 1; i < t; i++)
		if ((lex_is(&l->tok[i], CLASS_VERBS) && l->tok[i].caps == CAPS_LOW && !unit_covers(&a->units, i)) || l->tok[i].symbol == ';')
			return;
	read_recipient(a, x, verb + 1);
}

/* Is it of a kind that is of who gives it: an order, a medal? A title is of who has it. */
static bool award_given_by(const struct award *x)
{
	static const char *const sorts[] = { "order", "medal", "keepsake", "state-title" };

	for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
		if (!strcmp(x->tag, sorts[i]))
			return true;
	return false;
}

void award_read_after(struct awards *a, struct award *x, size_t t)
{
	enum { FLAG = 5 }; /* tokens of "lá cờ truyền thống" */
	const struct lex *l = &a->units.lex;

	/* “Cờ thi đua” của Bộ Công an cho ...: who gives it stands between */
	t = award_token(l, t, x->giver_start > x->end ? x->giver_end : x->end);
	size_t name_end = t;

	if (t < l->n && l->tok[t].symbol == SYM_QUOTE)
		t++;
	/* "Bằng khen chuyên đề cho 20 cá nhân" */
	static const char *const sorts[] = { "chuyên đề ", "toàn diện ", "đột xuất ", "đột xuất, ", "tiêu biểu " };

	for (size_t i = 0; t < l->n && i < sizeof sorts / sizeof *sorts; i++)
		if (lex_key_at(l, l->tok[t].start, sorts[i])) {
			size_t next = award_token(l, t, l->tok[t].start + strlen(sorts[i]));

			t = lex_word(l, next, "cho") ? next : t;
			break;
		}
	t = time_at(l, t + (lex_word(l, t, "các hạng") || lex_word(l, t, "các loại") ? 1 : lex_word(l, t, "các") && (lex_word(l, t + 1, "hạng") || lex_word(l, t + 1, "loại")) ? 2 : 0));
	/* "gắn Huân chương ... lên lá cờ truyền thống của nhà trường" */
	if (lex_word(l, t, "lên")) {
		size_t of = t + 1;

		while (of < l->n && of - t < FLAG && !lex_word(l, of, "của"))
			of++;
		if (lex_word(l, of, "của"))
			read_recipient(a, x, of + 1);
		return;
	}
	/* "Huân chương Lao động hạng Nhì của Chủ tịch nước", "Kỷ niệm chương “...” của Bộ Y tế", "Cờ thi đua năm 2016 của Chính phủ" */
	if (!x->giver_end && lex_word(l, t, "của") && award_office_at(a, t + 1) > t + 1 && (award_given_by(x) || (t > name_end && strncmp(x->tag, "title", strlen("title"))))) {
		x->giver_start = l->tok[t + 1].start;
		t = award_office_at(a, t + 1);
		x->giver_end = l->tok[t - 1].end;
	}
	/* "do Chủ tịch nước trao tặng", "mà Đảng, Nhà nước trao tặng" */
	if ((lex_word(l, t, "do") || lex_word(l, t, "mà")) && award_office_at(a, t + 1) > t + 1) {
		size_t next = award_office_at(a, t + 1);

		while (next + 1 < l->n && (l->tok[next].symbol == ',' || award_and(l, next)) && award_office_at(a, next + 1) > next + 1)
			next = award_office_at(a, next + 1);
		if (!x->giver_end && next < l->n && (a->cues.p[next] & CUE_GIVE)) {
			x->giver_start = l->tok[t + 1].start;
			x->giver_end = l->tok[next - 1].end;
			if (x->status == AWARD_MENTION)
				x->status = AWARD_GIVEN;
		}
		return;
	}
	/* "Bằng khen có thành tích xuất sắc ... do UBND tỉnh tặng" */
	enum { CLAUSE = 30 };

	for (size_t k = t; !x->giver_end && k < l->n && k - t < CLAUSE && !strchr(".;:,()\"", l->tok[k].symbol); k++) {
		size_t next = lex_word(l, k, "do") ? award_office_at(a, k + 1) : k;
		size_t verb = next + lex_word(l, next, "khen");

		if (next <= k + 1 || verb >= l->n || !(a->cues.p[verb] & CUE_GIVE))
			continue;
		x->giver_start = l->tok[k + 1].start;
		x->giver_end = l->tok[next - 1].end;
		if (x->status == AWARD_MENTION)
			x->status = AWARD_GIVEN;
		break;
	}
	/* "cờ thi đua của tỉnh cho 01 tập thể", "Bằng khen của Công đoàn ngành: 16 tập thể" */
	enum { OWNER = 3 };

	for (size_t k = t + 2; lex_word(l, t, "của") && k < l->n && k - t <= OWNER && l->tok[k - 1].symbol == SYM_WORD; k++)
		if (lex_word(l, k, "cho") || l->tok[k].symbol == ':')
			t = k;
	/* "cho: 16 tập thể" */
	t += lex_word(l, t, "cho") && t + 1 < l->n && l->tok[t + 1].symbol == ':';
	bool list = t < l->n && l->tok[t].symbol == ':';
	size_t here = award_groups_upto(a, t);

	/* "tặng Bằng khen 1 tập thể"; but "... 1 cá nhân được tặng" begins what follows */
	if (here < a->ngroups && a->group[here].start == t && !x->count && !lex_word(l, a->group[here].end, "được")) {
		award_set_group(l, x, &a->group[here]);
		return;
	}
	/* two words, of which the second stands before the recipient */
	bool as_to = t < l->n && lex_key_at(l, l->tok[t].start, "đối với ");

	/* "Tập thể được tặng Bằng khen là Công an thành phố A" */
	enum { TOLD = 24 };
	size_t told = award_groups_upto(a, t);
	bool counted = told && t - a->group[told - 1].start < TOLD;

	if (lex_word(l, t, "là") && !counted && x->status != AWARD_MENTION && (unit_at(&a->units, t + 1) || (t + 1 < l->n && lex_is(&l->tok[t + 1], CLASS_HONORIFICS)))) {
		read_recipient(a, x, t + 1);
		return;
	}

	if (as_to)
		t = award_token(l, t, l->tok[t].start + strlen("đối với ")) - 1;

	if (!(lex_word(l, t, "cho") || lex_word(l, t, "đến") || as_to || lex_word(l, t, "tặng") || list ||
	      (lex_word(l, t, "được") && lex_word(l, t + 1, "trao") && lex_word(l, t + 2, "cho") && (t += 2))))
		return;
	if (x->status == AWARD_MENTION && t > 1 && lex_word(l, t - 1, "trao"))
		x->status = AWARD_GIVEN;
	if (!list && award_about(l, t + 1))
		t++;
	size_t g = award_groups_upto(a, t + 1), own;
	size_t named = award_number_at(l, t + 1, &own);

	/* "cho 2 ông A và B" */
	if (!list && named > t + 1 && named < l->n && lex_is(&l->tok[named], CLASS_HONORIFICS)) {
		read_recipient(a, x, named);
		if (x->recipient_end) {
			x->count = x->count ? x->count : own;
			return;
		}
	}
	if (g < a->ngroups && a->group[g].start == t + 1) {
		/* "tặng 4 cờ cho 4 tập thể" */
		size_t count = x->count;

		award_set_group(l, x, &a->group[g]);
		x->count = count ? count : x->count;
	} else if (list) {
		/* "Huân chương Lao động hạng Nhất: BHXH tỉnh A." */
		if (x->status == AWARD_MENTION && unit_at(&a->units, t + 1))
			read_recipient(a, x, t + 1);
	} else {
		read_recipient(a, x, t + 1);
		/* a unit may begin with such a noun */
		if (!x->recipient_end)
			read_nouns(l, x, t + 1);
	}
}
