#include "ref.h"

#include <stdlib.h>
#include <string.h>

#include "cal.h"
#include "err.h"
#include "merit.h"
#include "rx.h"
#include "text.h"

/* ---- numbers ----
 *
 *	state	NUM [/YYYY] / SYM (- SYM)* [/ SYM]	278/QĐ-UBND, 91/2017/NĐ-CP, 58/PGD&ĐT, 19/2001/CT/UB
 *	party	NUM - SYM [- SYM] [/ SYM (- SYM)*]	05-CT/TW, 93-CP, 06-TT-H
 *	union	NUM SYM / SYM (- SYM)*		84 QĐ/TWĐTN, 22HD/TWĐTN; behind a type alone
 *	bare	NUM[letter] [/YYYY]		58, 30a, 91/2017
 *
 * with spaces anywhere around the marks, as torn numbers have them. Symbols are
 * capitals; the few with small letters (TTg, TTr, CTr, QĐi, QyĐ, ThU) are told by
 * them. Bytes, since a symbol's case tells it. Source: Decree 30/2020/NĐ-CP and
 * Party Guidance 36-HD/VPTW on how documents are numbered. */

#define CAPITAL "(?:[A-Z]|\\xc4[\\x90\\x82]|\\xc6[\\xaf\\xa0]|\\xc3[\\x94\\x8a\\x82])"
#define SYMS "(?(DEFINE)(?<sym>" "(?:QH ?\\d{1,2}(?!\\d)|Qy\\xc4\\x90|ThU|Ttr|Q\\xc4\\x91|" CAPITAL "(?:" CAPITAL "|[0-9]|[.&](?=" CAPITAL "))*[rgi]?(?![A-Za-z0-9\\xc3-\\xc6\\xe1]))" "))"
#define SYM "(?&sym)"
#define DASH " ?(?:-|\\xe2\\x80[\\x90-\\x94]) ?"
#define SLASH " ?/ ?"
#define YEAR "(?:19|20)\\d\\d"

enum { FULL, BARE, DAY, SHORT_DAY, PATTERNS };
static const char *const texts[PATTERNS] = {
	[FULL] =
		SYMS "(?:\\d{1,5}[a-z]?(?:" SLASH YEAR ")?" SLASH SYM "(?:" DASH SYM ")*(?:-[a-z]{2,4}(?![A-Za-z0-9\\xc3-\\xc6\\xe1]))?(?:" SLASH SYM ")?(?: ?& ?" SYM ")?(?:-" YEAR "(?!\\d))?|\\d{1,5}" DASH SYM "(?:" DASH SYM ")?(?:" SLASH SYM "(?:" DASH SYM ")*)?|\\d{1,5} ?" SYM SLASH SYM "(?:" DASH SYM ")*)"
		"(?: ?\\([A-Z]\\d{1,3}\\))?",
	[BARE] = "\\d{1,5}[a-z]?(?:/" YEAR ")?(?![\\d/%A-Za-z\\xc3-\\xc6\\xe1]|[.,]\\d)",
	[DAY] = "(?:,? ?(?:(?:(?:được )?ban hành |ký )?ngày ?)?(\\d{1,2})(?: ?[/.-] ?(\\d{1,2}) ?[/.-] ?| tháng (\\d{1,2}) năm )(" YEAR ")(?!\\d))",
	/* its year is told elsewhere */
	[SHORT_DAY] = "(?:,? ?(?:(?:được )?ban hành |ký )?ngày ?\\d{1,2} ?[/.-] ?\\d{1,2}(?! ?[/.-]? ?\\d))",
};

const char *ref_pattern(size_t i)
{
	return i < PATTERNS ? texts[i] : NULL;
}

struct ref_rules {
	struct rx rx[PATTERNS];
};

/* Match one of them at byte at. */
static enum rx_answer match(struct refs *r, int pattern, struct view text, size_t at, struct rx_match *m)
{
	if (!r->rules) {
		r->rules = xalloc(1, sizeof *r->rules);
		for (int i = 0; i < PATTERNS; i++)
			r->rules->rx[i] = (struct rx){ .pattern = texts[i] };
	}
	return rx_at(&r->rules->rx[pattern], text, at, m);
}

/* ---- small questions ---- */

/* The first token that begins at byte or behind it. */
static size_t token_from(const struct lex *l, size_t t, size_t byte)
{
	while (t < l->n && l->tok[t].start < byte)
		t++;
	return t;
}

static size_t spaces(const struct lex *l, size_t byte)
{
	return byte + (byte < l->text.len && l->text.p[byte] == ' ');
}

static int value(const struct lex *l, const struct rx_match *m, int g)
{
	int n = 0;

	if (m->start[g] == RX_UNSET)
		return 0;
	for (size_t i = m->start[g]; i < m->end[g]; i++)
		n = n * 10 + l->text.p[i] - '0';
	return n;
}

/* ---- what follows a number or a name ---- */

/* An office or a unit that issues documents, at token t: the token after it, or t. */
static size_t issuer_at(const struct refs *r, size_t t)
{
	const struct lex *l = &r->units.lex;
	size_t from = t;
	const struct unit *u = unit_at(&r->units, t); /* "Thường trực Hội đồng ..." begins like an office */

	while (!u && t < l->n && (lex_is(&l->tok[t], CLASS_ROLES) || lex_is(&l->tok[t], CLASS_ROLE_MODIFIERS)))
		u = unit_at(&r->units, ++t);

	if (u) {
		t = u->last + 1;
		if (lex_word(l, t, "khóa") && t + 1 < l->n && l->tok[t + 1].symbol == SYM_ROMAN)
			t += 2;
		return t;
	}
	if (t == from && t < l->n && lex_is(&l->tok[t], CLASS_UNIT_WHOLE))
		return t + 1; /* "của chính phủ" */
	return t;
}

/* Does a comma or "và" stand at token t? */
static bool joins(const struct lex *l, size_t t)
{
	return l->tok[t].symbol == ',' || lex_has(&l->tok[t], CLASS_CONNECTORS, TAG_AND);
}

/* The day and the issuer behind a document that ends at x->end, in either order. */
static bool read_tail(struct refs *r, struct ref *x, size_t t)
{
	const struct lex *l = &r->units.lex;
	struct rx_match m;
	bool fine = true;

	for (int turn = 0; turn < 3; turn++) {
		if (!x->y && x->end < l->text.len) {
			/* on the key: the words may stand in capitals */
			struct view key = { l->key.p, l->text.len };
			enum rx_answer a = match(r, DAY, key, spaces(l, x->end), &m);

			fine &= a != RX_LIMIT;
			if (a == RX_YES) {
				struct day day = { .y = value(l, &m, 4), .m = value(l, &m, 2) + value(l, &m, 3), .d = value(l, &m, 1),
						   .h = -1, .min = -1 };

				x->end = m.end[0];
				if (cal_valid(day)) {
					x->y = day.y;
					x->m = day.m;
					x->d = day.d;
				}
				continue;
			}
			/* "số 110/TB-VPCP ngày 20/3 của Văn phòng Chính phủ" */
			a = match(r, SHORT_DAY, key, spaces(l, x->end), &m);
			fine &= a != RX_LIMIT;
			if (a == RX_YES && lex_word(l, token_from(l, t, m.end[0]), "của"))
				x->end = m.end[0];
		}
		t = token_from(l, t, x->end);
		if (x->issuer_end > x->issuer_start || !lex_word(l, t, "của"))
			break;
		size_t next = issuer_at(r, t + 1);

		if (next == t + 1)
			break;
		/* "Thông tư liên tịch ... của Thanh tra Chính phủ và Bộ Nội vụ" */
		bool joint = x->type != NO_TYPE && lex_words_end(l, x->type, "liên tịch");

		while (joint && next + 1 < l->n && joins(l, next)) {
			size_t more = issuer_at(r, next + 1);
			bool closes = lex_has(&l->tok[next], CLASS_CONNECTORS, TAG_AND);

			/* behind a comma only what goes on to "và" */
			if (more == next + 1 || (!closes && !(more < l->n && joins(l, more))))
				break;
			next = more;
			joint = !closes;
		}
		x->issuer_start = l->tok[t + 1].start;
		x->issuer_end = x->end = l->tok[next - 1].end;
	}
	return fine;
}

/* "Chủ tịch UBND tỉnh": where the office begins in the unit at token t. */
static size_t office_from(const struct lex *l, size_t t)
{
	while (t && lex_any(&l->tok[t - 1], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)) && l->tok[t].start - l->tok[t - 1].end == 1)
		t--;
	return t;
}

/* "Chủ tịch nước Trần Văn Nam vừa ký": the last token of the office whose holder is named up to token q, or q. */
static size_t before_name(const struct refs *r, size_t q)
{
	enum { FEWEST = 2, MOST = 5 };
	const struct lex *l = &r->units.lex;
	size_t t = q;

	while (t && q - t < MOST && l->tok[t].symbol == SYM_WORD && l->tok[t].caps == CAPS_FIRST && !unit_covers(&r->units, t) && !lex_any(&l->tok[t], LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_ROLE_MODIFIERS)))
		t--;
	return q - t >= FEWEST && lex_is(&l->tok[t + 1], CLASS_SURNAMES) ? t : q;
}

/* "UBND tỉnh ban hành Chỉ thị số ...": who acts before the type at token t. */
static void read_agent(const struct refs *r, struct ref *x, size_t t)
{
	static const char *const verbs[] = { "ký ban hành", "ban hành", "ký", "ra", "có", "phát đi", "xây dựng", "gửi", "phát hành" };
	const struct lex *l = &r->units.lex;
	size_t q = t;

	if (x->issuer_end > x->issuer_start || t < 2)
		return;
	/* verbs of several words may be several tokens */
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs && q == t; i++)
		if (lex_words_end(l, t - 1, verbs[i]))
			while (q && l->tok[q - 1].start + strlen(verbs[i]) >= l->tok[t - 1].end)
				q--;
	bool acts = q < t && q;

	q -= acts;
	if (acts && q && (lex_word(l, q, "đã") || lex_word(l, q, "vừa") || lex_word(l, q, "cũng")))
		q--;
	/* "theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 340/TTr-SNV" */
	if (!acts && lex_word(l, t - 1, "tại")) {
		q = t - 2;
		acts = true;
	}
	if (acts)
		q = before_name(r, q);
	for (size_t i = 0; acts && i < r->units.n; i++) {
		const struct unit *u = &r->units.found[i];

		if (u->last != q)
			continue;
		x->issuer_start = l->tok[office_from(l, u->first)].start;
		x->issuer_end = l->tok[u->last].end;
		return;
	}
	/* "Chủ tịch nước đã ký" */
	static const char *const alone[] = { "chủ tịch nước", "thủ tướng" };

	if (acts && LEX_ONE_OF(l, q, alone)) {
		x->issuer_start = l->tok[q].start;
		x->issuer_end = l->tok[q].end;
	}
}

/* "Ngày 18/5/2022, Thủ tướng ban hành Quyết định số ...": the day right before who issues it. */
static bool read_day_before(struct refs *r, struct ref *x)
{
	enum { DATE = 40 };
	static const char word[] = "ngày ";
	const struct lex *l = &r->units.lex;
	struct view key = { l->key.p, l->text.len };
	size_t end = x->issuer_start;
	struct rx_match m;

	if (x->y || x->issuer_end <= x->issuer_start || x->issuer_end > x->start || end < sizeof word || key.p[end - 1] != ' ')
		return true;
	end -= key.p[end - 2] == ',' ? 2 : 1;
	for (size_t at = end > DATE ? end - DATE : 0; at + sizeof word < end; at++) {
		if (!view_has(key, at, word))
			continue;
		enum rx_answer a = match(r, DAY, key, at, &m);

		if (a == RX_YES && m.end[0] == end) {
			struct day day = { .y = value(l, &m, 4), .m = value(l, &m, 2) + value(l, &m, 3), .d = value(l, &m, 1), .h = -1, .min = -1 };

			if (cal_valid(day)) {
				x->y = day.y;
				x->m = day.m;
				x->d = day.d;
			}
		}
		if (a == RX_LIMIT)
			return false;
	}
	return true;
}

static struct ref *add(struct refs *r, const struct ref *x)
{
	if (r->n == r->cap) {
		r->cap = r->cap ? r->cap * 2 : 16;
		r->found = xgrow(r->found, r->cap, sizeof *r->found);
	}
	r->found[r->n] = *x;
	return &r->found[r->n++];
}

/* ---- numbered documents ---- */

/* Types that are cited by a short number alone: "Chỉ thị 34". */
static bool short_number(const struct lex *l, size_t t)
{
	static const char *const types[] = { "chỉ thị", "nghị quyết", "nghị định", "kết luận", "thông tư", "quyết định", "quy định" };

	return l->tok[t].caps != CAPS_LOW && LEX_ONE_OF(l, t, types);
}

/* "84 QĐ/TWĐTN": no mark behind the digits. "12 HS/GV" is none without a type. */
static bool of_union(struct view number)
{
	size_t i = 0;

	while (i < number.len && ((number.p[i] >= '0' && number.p[i] <= '9') || number.p[i] == ' '))
		i++;
	return i < number.len && ((number.p[i] >= 'A' && number.p[i] <= 'Z') || (unsigned char)number.p[i] >= 0xc3) && (unsigned char)number.p[i] < 0xe0;
}

/* Read "số 278/QĐ-UBND" from byte at on; type is its token. */
static bool read_number(struct refs *r, struct ref *x, size_t at, size_t type, bool *fine)
{
	const struct lex *l = &r->units.lex;
	struct rx_match m;
	bool said = false;

	at = spaces(l, at);
	while (lex_key_at(l, at, "số")) {
		at = spaces(l, at + strlen("số"));
		said = true;
	}
	at += at < l->text.len && l->text.p[at] == ':';
	at = spaces(l, at);
	if (at >= l->text.len || l->text.p[at] < '0' || l->text.p[at] > '9')
		return false;
	enum rx_answer a = match(r, FULL, l->text, at, &m);

	*fine &= a != RX_LIMIT;
	if (a == RX_YES && type == NO_TYPE && of_union((struct view){ l->text.p + at, m.end[0] - at }))
		return false;
	if (a != RX_YES) {
		if (type == NO_TYPE)
			return false;
		a = match(r, BARE, l->text, at, &m);
		*fine &= a != RX_LIMIT;
		if (a != RX_YES)
			return false;
		size_t after = token_from(l, type, m.end[0]);
		bool counted = after < l->n && (lex_is(&l->tok[after], CLASS_TIME_WORDS) || lex_word(l, after, "điều") || lex_word(l, after, "khoản"));

		/* "Công văn 1456 ngày 2/3/2020", "Kế hoạch 45 của Thành ủy" */
		bool cited = l->tok[type].caps != CAPS_LOW && m.end[0] - m.start[0] > 1 && ((lex_word(l, after, "ngày") && after + 1 < l->n && l->tok[after + 1].symbol == SYM_NUMBER) || (lex_word(l, after, "của") && issuer_at(r, after + 1) > after + 1));

		if (!said && !cited && (counted || !short_number(l, type)))
			return false;
	}
	x->number_start = m.start[0];
	x->number_end = x->end = m.end[0];
	return true;
}

/* The byte behind which the number stands of a document whose type is token t: right
 * behind the type, or behind what it is about ("Quy chế hoạt động số 86/QC-BCĐ"). */
static size_t number_of(const struct lex *l, size_t t)
{
	enum { TOPIC = 5 };

	/* "Nghị quyết (NQ) số 28-NQ/TU" */
	if (t + 3 < l->n && l->tok[t + 1].symbol == '(' && l->tok[t + 2].caps == CAPS_ALL && l->tok[t + 3].symbol == ')')
		return l->tok[t + 3].end;
	for (size_t k = t + 1; k < l->n && k <= t + TOPIC && l->tok[k].symbol == SYM_WORD && l->tok[k].caps == CAPS_LOW && !lex_is(&l->tok[k], CLASS_DOCUMENTS); k++)
		if (lex_word(l, k, "số"))
			return k + 2 < l->n && l->tok[k + 1].symbol == SYM_NUMBER && (l->tok[k + 2].symbol == '/' || l->tok[k + 2].symbol == SYM_GLUE) ? l->tok[k - 1].end : l->tok[t].end;
	return l->tok[t].end;
}

/* "Kết luận của Ban Bí thư số 78-KL/TW": the token behind the issuer that stands between
 * the type at token t and its number; 0 for none. */
static size_t issuer_between(const struct refs *r, size_t t)
{
	const struct lex *l = &r->units.lex;

	if (!lex_word(l, t + 1, "của"))
		return 0;
	size_t next = issuer_at(r, t + 2);

	return next > t + 2 && lex_word(l, next, "số") ? next : 0;
}

/* "Quyết định số 532 và 533 ngày ...", "Quyết định số 12, 14 của ...": is the figure at
 * token t the number of one more, as bare as the last? What it would count stands behind
 * a figure. */
static bool one_more_bare(const struct refs *r, size_t t)
{
	static const char *const behind[] = { "của", "ký" };
	const struct lex *l = &r->units.lex;
	const struct ref *last = &r->found[r->n - 1];
	const bool joined = lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND);

	for (size_t i = last->number_start; i < last->number_end; i++)
		if (l->text.p[i] < '0' || l->text.p[i] > '9')
			return false;
	if (last->end != last->number_end || l->tok[t].symbol != SYM_NUMBER)
		return false;
	if (lex_word(l, t + 1, "ngày"))
		return t + 2 < l->n && l->tok[t + 2].symbol == SYM_NUMBER;
	if (t + 1 < l->n && LEX_ONE_OF(l, t + 1, behind))
		return true;
	return joined &&
	       (lex_word(l, t + 1, "về") || t + 1 >= l->n || l->tok[t + 1].symbol == '.' || l->tok[t + 1].symbol == ',' || l->tok[t + 1].symbol == ';');
}

/* "..., 13/QĐ-UBND ngày 5/3/2020", "và số 65/2014/NĐ-CP": more of the same type
 * behind the last one. The token to go on at. */
static size_t read_chain(struct refs *r, size_t t, bool *fine)
{
	const struct lex *l = &r->units.lex;

	while (t < l->n) {
		struct ref x = { .type = r->found[r->n - 1].type };
		size_t k = t;

		if (l->tok[k].symbol != ',' && l->tok[k].symbol != ';' && !lex_has(&l->tok[k], CLASS_CONNECTORS, TAG_AND))
			break;
		if (++k >= l->n)
			break;
		x.start = l->tok[k].start;
		if (one_more_bare(r, k)) {
			x.number_start = l->tok[k].start;
			x.number_end = x.end = l->tok[k].end;
		} else if (!(lex_word(l, k, "số") || l->tok[k].symbol == SYM_NUMBER) || !read_number(r, &x, x.start, NO_TYPE, fine)) {
			break;
		}
		*fine &= read_tail(r, &x, k);
		add(r, &x);
		t = token_from(l, k, x.end);
	}
	return t;
}

/* ---- documents known by name ---- */

/* "năm 2003", "2003" or "ngày 26/11/2003" behind a name. */
static bool read_year(struct refs *r, struct ref *x)
{
	const struct lex *l = &r->units.lex;
	bool fine = read_tail(r, x, 0);
	size_t at = spaces(l, x->end), n = 0;

	if (lex_key_at(l, at, "năm "))
		n = strlen("năm ");
	if (x->y || at == x->end || l->text.len - at < n + 4)
		return fine;
	for (size_t i = at + n; i < at + n + 4; i++) {
		if (l->text.p[i] < '0' || l->text.p[i] > '9') {
			x->y = 0;
			return fine;
		}
		x->y = x->y * 10 + l->text.p[i] - '0';
	}
	size_t behind = at + n + 4;
	bool more = behind < l->text.len && l->text.p[behind] >= '0' && l->text.p[behind] <= '9';

	/* "2013-2014", "2013 – 2014" */
	while (!n && behind < l->text.len && strchr(" /-.\x01", l->key.p[behind]))
		behind++;
	more |= !n && behind > at + 4 && behind < l->text.len && l->text.p[behind] >= '0' && l->text.p[behind] <= '9';

	if (more || x->y < CAL_FIRST || x->y > CAL_LAST)
		x->y = 0;
	else
		x->end = at + n + 4;
	return fine;
}

/* "85/2015/QH13" */
static bool of_assembly(const struct lex *l, const struct ref *x)
{
	for (size_t i = x->number_start + 1; i + 2 < x->number_end; i++) {
		const char *p = l->text.p + i;

		if (strchr("/- ", p[-1]) && p[0] == 'Q' && p[1] == 'H' && strchr("0123456789 ", p[2]))
			return true;
	}
	return false;
}

/* "Luật bầu cử đại biểu Quốc hội và ... số 85/2015/QH13": any name before a number of
 * the National Assembly's. */
static bool read_numbered_law(struct refs *r, struct ref *x, size_t t, bool *fine)
{
	enum { LONGEST = 24 };
	const struct lex *l = &r->units.lex;

	for (size_t k = t + 1; k < l->n && k < t + LONGEST; k++) {
		const struct token *n = &l->tok[k];

		if (n->symbol != SYM_WORD && n->symbol != ',' && n->symbol != SYM_DASH)
			return false;
		if (k > t + 1 && lex_is(n, CLASS_DOCUMENTS))
			return false;
		if (!lex_word(l, k, "số"))
			continue;
		struct ref found = *x;

		if (!read_number(r, &found, l->tok[k - 1].end, t, fine) || !of_assembly(l, &found))
			return false;
		*x = found;
		*fine &= read_tail(r, x, t);
		return true;
	}
	return false;
}

/* Does the name of a law begin in small letters at token t: "Luật tổ chức ..."? What
 * is said of a law does not. */
static bool law_goes_on(const struct lex *l, size_t t)
{
	static const char *const said[] = { "có", "này", "đó", "được", "đã", "sẽ", "về", "do", "và", "của", "cho", "để", "theo", "trong", "từ", "mới", "hiện hành",
					    "quy định", "ban hành", "cũng", "là", "tại", "thì", "nêu" };

	return l->tok[t].symbol == SYM_WORD && !LEX_ONE_OF(l, t, said) && (lex_word(l, t, "tổ chức") || !lex_is(&l->tok[t], CLASS_VERBS));
}

/* A law by its name: one of the list, or any with its year or, however it is written, a
 * number of the National Assembly's. */
static bool read_law(struct refs *r, struct ref *x, size_t t, bool *fine)
{
	enum { LONGEST = 10 };
	const struct lex *l = &r->units.lex;
	size_t len, at = t + 1;

	if (at >= l->n || !(lex_word(l, t, "luật") || lex_word(l, t, "bộ luật") || lex_word(l, t, "pháp lệnh") || lex_word(l, t, "hiến pháp")))
		return false;
	if (read_numbered_law(r, x, t, fine))
		return true;
	if (l->tok[t].caps == CAPS_LOW)
		return false;
	if (lex_word(l, t, "hiến pháp")) {
		static const char *const states[] = { " nước cộng hòa xã hội chủ nghĩa việt nam", " nước chxhcn việt nam" };

		for (size_t i = 0; i < sizeof states / sizeof *states; i++)
			x->end += lex_key_at(l, x->end, states[i]) ? strlen(states[i]) : 0;
		*fine &= read_year(r, x);
		return x->y;
	}
	/* "Luật sửa đổi, bổ sung một số điều của Luật ..." is one, with the name of the other in it */
	bool amends = lex_key_at(l, l->tok[at].start, "sửa đổi");

	if (amends)
		for (size_t k = at; k < l->n && k < at + 14; k++)
			if (lex_word(l, k, "luật")) {
				at = k + 1;
				break;
			}
	if (at >= l->n)
		return false;
	if (merit_at(l, at, MERIT_LAW, &len)) {
		x->end = l->tok[at].start + len;
		/* "... của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương" */
		for (size_t k = token_from(l, at, x->end); amends && k + 2 < l->n && (l->tok[k].symbol == ',' || lex_has(&l->tok[k], CLASS_CONNECTORS, TAG_AND)) &&
		     lex_word(l, k + 1, "luật") && merit_at(l, k + 2, MERIT_LAW, &len); k = token_from(l, k, x->end))
			x->end = l->tok[k + 2].start + len;
		if (read_number(r, x, x->end, t, fine))
			*fine &= read_tail(r, x, t);
		else
			*fine &= read_year(r, x);
		return true;
	}
	if (l->tok[at].symbol < SYM_WORD || (l->tok[at].caps == CAPS_LOW && !law_goes_on(l, at)))
		return false;
	for (size_t k = at; k < l->n && k < at + LONGEST; k++) {
		if (l->tok[k].symbol != SYM_WORD && l->tok[k].symbol != ',')
			break;
		if (l->tok[at].caps == CAPS_LOW && (l->tok[k].symbol == ',' || (k > at && !law_goes_on(l, k) && !lex_word(l, k, "và"))))
			break;
		x->end = l->tok[k].end;
		if (k + 1 < l->n && (lex_word(l, k + 1, "năm") || lex_word(l, k + 1, "ngày"))) {
			*fine &= read_year(r, x);
			return x->y;
		}
	}
	return false;
}

/* "Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVII" */
static bool read_resolution(struct refs *r, struct ref *x, size_t t)
{
	static const char *const words[] = { "đại biểu", "toàn quốc", "đảng", "đảng bộ", "lần", "thứ", "lần thứ", "hội nghị", "trung ương",
					     "khóa", "của đảng", "cộng sản", "việt nam", "toàn", "quốc", "đại hội", "đbtq", "đhđbtq" };
	const struct lex *l = &r->units.lex;
	bool plenum = lex_word(l, t, "nghị quyết trung ương"), congress = lex_word(l, t, "nghị quyết đại hội") || (lex_word(l, t, "nghị quyết") && lex_word(l, t + 1, "đại hội"));
	size_t k = t + 1;
	bool number = false;

	if (lex_word(l, t, "nghị quyết") && (lex_word(l, k, "hội nghị") || lex_word(l, k, "hội nghị trung ương")))
		plenum = true;
	if ((!plenum && !congress) || l->tok[t].caps == CAPS_LOW)
		return false;
	/* a plenum's resolution is the Central Committee's */
	if (lex_word(l, t, "nghị quyết trung ương")) {
		x->issuer_start = l->tok[t].start + strlen("nghị quyết ");
		x->issuer_end = l->tok[t].end;
	}
	for (; k < l->n && k < t + 24; k++) {
		bool known = unit_covers(&r->units, k) || lex_is(&l->tok[k], CLASS_LEVELS) || lex_is(&l->tok[k], CLASS_LEVELS_TOP) ||
			     (congress && lex_is(&l->tok[k], CLASS_PROVINCES));

		if (l->tok[k].symbol == SYM_ROMAN || l->tok[k].symbol == SYM_NUMBER) {
			/* "khóa XI, XII" but not the "nhiệm kỳ 2020" of what follows */
			number = known = l->tok[k].end - l->tok[k].start < 4 || l->tok[k].symbol == SYM_ROMAN;
		}
		known = known || LEX_ONE_OF(l, k, words);
		if (!known && l->tok[k].symbol == '(' && lex_word(l, k + 1, "khóa") && k + 3 < l->n &&
		    l->tok[k + 3].symbol == ')') {
			x->end = l->tok[k + 3].end;
			return true;
		}
		if (!known && lex_word(l, k, "của") && lex_word(l, k + 1, "đảng")) {
			x->end = l->tok[k + 1].end;
			return true;
		}
		/* "Nghị quyết Trung ương 4, khóa XII" */
		if (!known && plenum && number && l->tok[k].symbol == ',' && lex_word(l, k + 1, "khóa") && k + 2 < l->n && l->tok[k + 2].symbol == SYM_ROMAN)
			continue;
		if (!known)
			break;
		x->end = l->tok[k].end;
	}
	return congress ? k > t + 1 : number;
}

/* "Thực hiện Kế hoạch công tác ... năm 2017 của UBND tỉnh": a paper of somebody
 * else that is carried out, with its issuer. The meeting's own papers have none. */
static bool read_topic(const struct refs *r, struct ref *x, size_t t)
{
	static const char *const cues[] = { "thực hiện", "căn cứ", "theo", "triển khai", "triển khai thực hiện", "tổ chức thực hiện" };
	enum { LONGEST = 24 };
	const struct lex *l = &r->units.lex;
	bool cue = false;

	if (!t || l->tok[t].caps == CAPS_LOW)
		return false;
	for (size_t i = 0; i < sizeof cues / sizeof *cues; i++)
		cue |= lex_word(l, t - 1, cues[i]);
	/* "Thực hiện Kế hoạch, được sự đồng ý của UBND tỉnh" */
	if (!cue || (t + 1 < l->n && l->tok[t + 1].symbol == ',') || lex_word(l, t, "luật") || lex_word(l, t, "báo cáo"))
		return false;
	for (size_t k = t + 1; k < l->n && k < t + LONGEST; k++) {
		if (l->tok[k].symbol == '.' || l->tok[k].symbol == ';' || l->tok[k].symbol == ':' || lex_is(&l->tok[k], CLASS_DOCUMENTS))
			return false;
		if (!lex_word(l, k, "của"))
			continue;
		size_t next = issuer_at(r, k + 1);

		if (next == k + 1 || k == t + 1)
			return false;
		x->issuer_start = l->tok[k + 1].start;
		x->issuer_end = x->end = l->tok[next - 1].end;
		return true;
	}
	return false;
}

/* "NQ số 28-NQ/TU", "KH số 5/KH-UBND": the type that two capitals before "số" at token t stand for, which are words of
 * names elsewhere ("Hội KH-KT"); empty for none. */
static struct view short_type(const struct lex *l, size_t t)
{
	static const char *const types[][2] = { { "nq", "Nghị quyết" }, { "kh", "Kế hoạch" }, { "ct", "Chỉ thị" }, { "cv", "Công văn" }, { "hd", "Hướng dẫn" }, { "tb", "Thông báo" }, { "tt", "Thông tư" } };

	for (size_t i = 0; t + 1 < l->n && l->tok[t].caps == CAPS_ALL && l->tok[t].end - l->tok[t].start == 2 && i < sizeof types / sizeof *types; i++)
		if (lex_word(l, t, types[i][0]) && lex_word(l, t + 1, "số"))
			return view_of(types[i][1]);
	return (struct view){ NULL, 0 };
}

bool ref_find(struct refs *r, enum kind kind, struct view text)
{
	struct lex *l = &r->units.lex;
	bool fine = true, any;

	r->n = 0;
	unit_read(&r->units, text);
	any = l->n && lex_word(l, 0, "số");
	for (size_t t = 0; t < l->n && !any; t++)
		any = lex_is(&l->tok[t], CLASS_DOCUMENTS) || (t && lex_word(l, t, "số") && (lex_word(l, t - 1, "theo") || short_type(l, t - 1).len));
	if (!any)
		return true;
	fine = unit_find_read(&r->units, kind);
	/* "Số: 538/SGDĐT-TĐKT" alone heads a letter, "Số ký hiệu: | 12/QĐ-UBND" the table of a law */
	if (l->n > 2 && lex_word(l, 0, "số")) {
		static const char *const cells[] = { "số hiệu", "số ký hiệu", "số/ký hiệu", "số kí hiệu" };
		struct ref x = { .type = NO_TYPE };
		size_t at = 0;

		for (size_t i = 0; i < sizeof cells / sizeof *cells && !at; i++)
			at = lex_key_at(l, 0, cells[i]) ? strlen(cells[i]) : 0;
		while (at && at < l->text.len && strchr(" :|", l->text.p[at]))
			at++;
		if (read_number(r, &x, at, NO_TYPE, &fine))
			add(r, &x);
	}
	size_t several = NO_TYPE; /* "các Nghị định: số ...; số ...": their type */

	for (size_t t = 0; t < l->n;) {
		struct ref x = { .start = l->tok[t].start, .end = l->tok[t].end, .type = t };

		if (l->tok[t].symbol == '.')
			several = NO_TYPE;
		if (several != NO_TYPE && t && lex_word(l, t, "số") && (l->tok[t - 1].symbol == ':' || l->tok[t - 1].symbol == ';')) {
			x.type = several;
			if (read_number(r, &x, l->tok[t].start, NO_TYPE, &fine)) {
				fine &= read_tail(r, &x, t);
				add(r, &x);
				t = token_from(l, t, x.end);
				continue;
			}
		}
		/* "theo số 134/QĐUB của UBND tỉnh": a number without its type */
		if (t && lex_word(l, t, "số") && (lex_word(l, t - 1, "theo") || lex_word(l, t - 1, "tại") || lex_word(l, t - 1, "căn cứ"))) {
			x.type = NO_TYPE;
			if (read_number(r, &x, l->tok[t].start, NO_TYPE, &fine)) {
				fine &= read_tail(r, &x, t);
				add(r, &x);
				t = token_from(l, t, x.end);
				continue;
			}
		}
		bool brief = short_type(l, t).len > 0;

		if ((!lex_is(&l->tok[t], CLASS_DOCUMENTS) && !brief) || unit_covers(&r->units, t)) {
			t++;
			continue;
		}
		if (t && lex_is(&l->tok[t - 1], CLASS_PLURALS))
			several = t;
		size_t behind = issuer_between(r, t);
		bool numbered = read_number(r, &x, behind ? l->tok[behind - 1].end : number_of(l, t), t, &fine);

		if (numbered && several != t)
			several = NO_TYPE;
		if (numbered && behind) {
			x.issuer_start = l->tok[t + 2].start;
			x.issuer_end = l->tok[behind - 1].end;
		}

		/* the licence of a site */
		if (numbered && lex_word(l, t, "giấy phép")) {
			t++;
			continue;
		}
		if (numbered) {
			fine &= read_tail(r, &x, t);
			read_agent(r, &x, t);
			fine &= read_day_before(r, &x);
		} else if (brief) {
			t++;
			continue;
		} else if (lex_word(l, t, "điều lệ đảng") && l->tok[t].caps != CAPS_LOW) {
			/* complete */
		} else if (!read_resolution(r, &x, t) && !read_law(r, &x, t, &fine) && !read_topic(r, &x, t)) {
			t++;
			continue;
		}
		add(r, &x);
		t = token_from(l, t, x.end);
		if (numbered)
			t = read_chain(r, t, &fine);
	}
	return fine;
}

void ref_number(struct str *out, const struct refs *r, const struct ref *x)
{
	const char *p = r->units.lex.text.p;

	for (size_t i = x->number_start; i < x->number_end; i++) {
		if (p[i] == ' ')
			continue;
		if (p[i] == '\xe2') {
			str_ch(out, '-');
			i += 2;
		} else {
			str_ch(out, p[i]);
		}
	}
}

void ref_type(struct str *out, const struct refs *r, const struct ref *x)
{
	const struct lex *l = &r->units.lex;
	size_t from = out->len;

	if (x->type == NO_TYPE)
		return;
	struct view brief = short_type(l, x->type);

	if (brief.len) {
		str_add(out, brief.p, brief.len);
		return;
	}
	struct view v = lex_value(l, &l->tok[x->type], lex_sense(&l->tok[x->type], CLASS_DOCUMENTS));

	if (l->tok[x->type].caps == CAPS_ALL && v.len > strlen("QĐ") + 1 && v.p == l->text.p + l->tok[x->type].start)
		v.p = l->key.p + l->tok[x->type].start;
	text_canon(out, v);
	text_capital(out->p + from, out->len - from);
}

void refs_free(struct refs *r)
{
	units_free(&r->units);
	free(r->found);
	for (int i = 0; r->rules && i < PATTERNS; i++)
		rx_free(&r->rules->rx[i]);
	free(r->rules);
	*r = (struct refs){ 0 };
}
