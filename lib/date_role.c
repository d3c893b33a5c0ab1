#include "date_parts.h"

#include <string.h>

/* What ends a clause, and of that what ends a sentence or begins a bracket. */
#define NOWHERE ((size_t)-1)
enum { CLAUSE = 1, SENTENCE = 2 };
static const unsigned char ends[256] = {
	[','] = CLAUSE, [')'] = CLAUSE,
	[';'] = CLAUSE | SENTENCE, [':'] = CLAUSE | SENTENCE, ['.'] = CLAUSE | SENTENCE, ['('] = CLAUSE | SENTENCE,
};

/* "Luật Thi đua, khen thưởng ngày 15/6": is a law named in the reach before byte at? "Ngày Pháp luật 9/11" is none. */
static bool law_before(struct view key, size_t at, size_t reach)
{
	static const char law[] = "luật", all[] = "pháp ";
	size_t from = at > reach ? at - reach : 0;

	for (size_t i = view_find((struct view){ key.p, at }, from, law); i < at; i = view_find((struct view){ key.p, at }, i + 1, law))
		if (date_space_before(key, i) && !view_had(key, i, all))
			return true;
	return false;
}

static bool doc_number_before(struct view key, size_t at)
{
	enum { NUMBER = 60, LAW = 90 };
	size_t end = date_skip_back(key, at, " ,(");
	size_t i = end;

	while (i && key.p[i - 1] != ' ' && end - i < NUMBER)
		i--;
	/* "508/QĐ- CT", "1044 /QĐ-CTN": it goes on over a space beside its marks */
	while (i > 2 && end - i < NUMBER && (strchr("-/\1", key.p[i - 2]) || strchr("-/", key.p[i])))
		for (i--; i && key.p[i - 1] != ' ' && end - i < NUMBER;)
			i--;
	bool digit = false, slash = false, letter = false;

	for (size_t j = i; j < end; j++) {
		digit |= key.p[j] >= '0' && key.p[j] <= '9';
		slash |= key.p[j] == '/' || key.p[j] == '-';
		letter |= (unsigned char)key.p[j] >= 'a';
	}
	/* "(3/2/1930 - 3/2/2016), sáng ngày 10/7": a day is no number of a document */
	if ((slash && ((digit && letter) || has_before(key, i, 16, "số"))) || (digit && view_had(key, i, "số ")))
		return true;
	return law_before(key, at, LAW) && !memchr(key.p + (at > 60 ? at - 60 : 0), ';', at > 60 ? 60 : at);
}

/* "Nghị quyết số 23-NQ/TW của Ban Chấp hành Trung ương Đảng ngày 16/6/2006" */
static bool issuer_before(struct view key, size_t at)
{
	enum { ISSUER = 90 };
	static const char of[] = "của ";
	size_t from = at > ISSUER ? at - ISSUER : 0, hit = NOWHERE;

	/* the last one, in the same clause */
	for (size_t i = view_find((struct view){ key.p, at }, from, of); i < at; i = view_find((struct view){ key.p, at }, i + 1, of))
		if (i && key.p[i - 1] == ' ')
			hit = i - 1;
	if (hit == NOWHERE)
		return false;
	for (size_t i = hit; i < at; i++)
		if (ends[(unsigned char)key.p[i]] & CLAUSE)
			return false;
	return doc_number_before(key, hit);
}

/* "Quyết định số 122/QĐ-UBND do Chủ tịch UBND tỉnh ký ngày 12/5" */
static bool signed_before(struct view key, size_t at)
{
	enum { ISSUER = 110 };
	static const char *const verbs[] = { "ký ", "ký vào ", "ban hành ", "ban hành vào " };
	bool is_signed = false;

	for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++)
		is_signed |= view_had(key, at, verbs[v]);
	for (size_t i = at; is_signed && i && at - i < ISSUER && !(ends[(unsigned char)key.p[i - 1]] & SENTENCE); i--)
		if (key.p[i - 1] == ' ' && doc_number_before(key, i))
			return true;
	return false;
}

/* "đã có công văn gửi", "có văn bản": where that is said from byte at on; the key's length for nowhere. */
static size_t letter_sent(struct view key, size_t at)
{
	static const char *const letters[] = { "có công văn ", "gửi công văn ", "có văn " };
	static const char rare[] = "\x83n ", bare[] = "bản "; /* the last bytes of "văn ", and what makes it a letter */

	for (size_t k = view_find(key, at, rare); k < key.len; k = view_find(key, k + 1, rare)) {
		size_t end = k + sizeof rare - 1;

		for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
			if (view_had(key, end, letters[i]) && end - strlen(letters[i]) >= at && (i < 2 || view_has(key, end, bare)))
				return end - strlen(letters[i]);
	}
	return key.len;
}

/* "Ngày 20/9, Thủ tướng ban hành Kế hoạch ...": without a number, but all that was done. */
static bool only_issues(struct view near, size_t end)
{
	static const char issue[] = "ban hành ", sign[] = "ký quyết định ";
	static const char *const types[] = { "kế hoạch ", "quyết định ", "chỉ thị ", "nghị quyết ", "hướng dẫn ", "công văn ", "thông tư ", "nghị định " };
	static const char *const acts[] = { "tổ chức ", "hội nghị ", "lễ " };
	size_t at = view_find(near, end, issue);
	bool typed = false;

	for (size_t t = 0; at < near.len && t < sizeof types / sizeof *types; t++)
		typed |= view_has(near, at + strlen(issue), types[t]);
	if (!typed)
		at = view_find(near, end, sign);
	if (at == near.len)
		at = letter_sent(near, end);
	if (at == near.len)
		return false;
	for (size_t a = 0; a < sizeof acts / sizeof *acts; a++)
		if (view_find((struct view){ near.p, at }, end, acts[a]) < at)
			return false;
	while (at > end && !(ends[(unsigned char)near.p[at - 1]] & SENTENCE))
		at--;
	return at == end;
}

/* "Ngày 14/3, UBND tỉnh đã ban hành Quyết định số 267": the day of the document. */
static bool issues_behind(struct view key, size_t end, bool session)
{
	enum { ISSUER = 110, TYPE = 40 };
	static const char *const verbs[] = { "ban hành ", "ký ", "có " };
	static const char *const types[] = { "quyết định số ", "công văn số ", "kế hoạch số ", "chỉ thị số ", "nghị quyết số ", "thông tư số ",
					     "nghị định số ", "hướng dẫn số ", "tờ trình số ", "thông báo số ", "báo cáo số ", "văn bản số " };
	size_t most = key.len - end < ISSUER ? key.len : end + ISSUER;
	struct view near = { key.p, key.len - end < ISSUER + TYPE ? key.len : end + ISSUER + TYPE };

	if (!session && only_issues(near, end))
		return true;
	if (view_find(near, end, "số ") == near.len)
		return false;
	for (size_t i = end; i < most && !(ends[(unsigned char)key.p[i]] & SENTENCE); i++) {
		if (!i || key.p[i - 1] != ' ')
			continue;
		for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++)
			for (size_t t = 0; t < sizeof types / sizeof *types && view_has(key, i, verbs[v]); t++)
				if (view_has(key, i + strlen(verbs[v]), types[t]))
					return true;
	}
	return false;
}

/* "Hà Nội, ngày 09 tháng 1 năm 2008" alone: where and when a document was signed. */
static bool dateline(struct view key, const struct date *d)
{
	enum { PLACE = 40 };

	/* the bar of a table may follow */
	if ((d->end < key.len && !view_has(key, d->end, " |")) || d->start < strlen(", ") || d->start > PLACE || !view_had(key, d->start, ", ") || !view_has(key, d->start, "ngày "))
		return false;
	/* "TP. Hồ Chí Minh, ngày ..." */
	for (size_t i = view_has(key, 0, "tp.") ? strlen("tp.") : 0; i < d->start - strlen(", "); i++)
		if ((key.p[i] >= '0' && key.p[i] <= '9') || (ends[(unsigned char)key.p[i]] & CLAUSE))
			return false;
	return d->from.d && d->from.y && !d->to.d;
}

/* "Số: 101/BC-SNV Lào Cai, ngày 08 tháng 01 năm 2019": of a letterhead on one line. */
static bool letterhead(struct view key, const struct date *d)
{
	enum { PLACE = 40, NUMBER = 40 };
	static const char number[] = "số: ";

	if (!view_had(key, d->start, ", ") || !view_has(key, d->start, "ngày "))
		return false;
	for (size_t at = d->start - strlen(", "), i = at; i && at - i < PLACE && !(ends[(unsigned char)key.p[i - 1]] & CLAUSE); i--) {
		size_t from = i - 1;

		if (key.p[i - 1] >= '0' && key.p[i - 1] <= '9')
			return false;
		if (key.p[i - 1] != ' ' || !doc_number_before(key, i - 1))
			continue;
		while (from && i - from < NUMBER && key.p[from - 1] != ':')
			from--;
		return view_had(key, from + 1, number);
	}
	return false;
}

/* "Ngày ban hành: 26/10/2020", "Nghị quyết ngày 15/6/2018 của Ban Thường vụ Tỉnh ủy", "Công văn 1456 ngày 2/3/2020",
 * but not "Lễ trao Quyết định ngày 15/6". */
static bool typed_before(struct view key, size_t at)
{
	static const char *const types[] = { "nghị quyết ", "chỉ thị ", "công văn ", "kế hoạch ", "quyết định ", "nghị định ", "thông tư ", "hướng dẫn ",
					     "tờ trình ", "thông báo ", "sắc lệnh ", "công điện ", "thư khen ", "biên bản " };
	static const char *const acts[] = { "trao ", "công bố ", "lễ ", "triển khai ", "ra ", "báo cáo " };
	static const char *const cells[] = { "ban hành: ", "ban hành | ", "ban hành: | ", "ngày ký: ", "ngày ký | ", "ngày ký: | " };
	size_t digits = at;

	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		if (view_had(key, at, cells[i]))
			return true;
	if (digits && key.p[digits - 1] == ' ')
		for (digits--; digits && key.p[digits - 1] >= '0' && key.p[digits - 1] <= '9';)
			digits--;
	if (digits + 1 < at)
		at = digits;
	for (size_t t = 0; t < sizeof types / sizeof *types; t++) {
		size_t from = at - strlen(types[t]);

		if (!view_had(key, at, types[t]) || !date_space_before(key, from))
			continue;
		for (size_t a = 0; a < sizeof acts / sizeof *acts; a++)
			if (view_had(key, from, acts[a]))
				return false;
		return true;
	}
	return false;
}

/* "đến 31/7/2018, tổng dư nợ đạt 25 tỷ": does the clause behind byte end of a day say what was reached by then? */
static bool is_reached(struct view key, size_t end)
{
	enum { NEAR = 60 };
	static const char *const done[] = { " đạt ", " đã " }, *const musts[] = { "phải", "phấn đấu", "yêu cầu", "đề nghị", "cần ", "sẽ " };
	struct view near = { key.p, key.len - end < NEAR ? key.len : end + NEAR };
	bool is = false;

	if (!view_has(key, end, ", "))
		return false;
	for (size_t i = end + 1; i < near.len; i++)
		if (ends[(unsigned char)key.p[i]] & SENTENCE || key.p[i] == ',')
			near.len = i;
	for (size_t i = 0; i < sizeof done / sizeof *done; i++)
		is |= view_find(near, end, done[i]) < near.len;
	for (size_t i = 0; i < sizeof musts / sizeof *musts; i++)
		is &= view_find(near, end, musts[i]) == near.len;
	return is;
}

bool date_counted_up_to(struct view key, const struct date *d)
{
	static const char *const behind[] = { " đạt", ", đạt", " đã ", ", đã ", ", toàn ", ", cả ", " dư nợ", ", dư nợ", ", có ", " có " };

	if (has_before(key, d->start, 24, "tính đến"))
		return true;
	if (!has_before(key, d->start, 16, "đến") || has_before(key, d->start, 40, "phấn đấu") || has_before(key, d->start, 40, "dự kiến") || has_before(key, d->start, 40, "mục tiêu"))
		return false;
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		if (view_has(key, d->end, behind[i]))
			return true;
	return is_reached(key, d->end);
}

/* "Hạn cuối nhận hồ sơ là ngày 30/11", "không muộn hơn ngày 5/12" */
static bool is_term_end(struct view key, size_t at)
{
	enum { NEAR = 60 };
	static const char term[] = "hạn ";
	static const char *const which[] = { "cuối", "chót", "nộp", "gửi", "nhận" };
	size_t from = at > NEAR ? at - NEAR : 0, word;

	if (view_had(key, at, "kể từ "))
		return false;
	for (size_t i = at; i > from + 1; i--)
		if ((key.p[i - 2] == '.' || key.p[i - 2] == ';') && key.p[i - 1] == ' ')
			from = i - 1;
	struct view before = { key.p, at };

	word = view_find(before, from, term);
	for (size_t i = 0; word < at && i < sizeof which / sizeof *which; i++)
		if (view_has(before, word + strlen(term), which[i]) || view_had(key, word, "thời "))
			return true;
	return has_before(key, at, 24, "muộn") || has_before(key, at, 24, "trễ nhất");
}

/* "Đến ngày 20/10/2010, bà được bầu": where a sentence begins so it tells what came, unless it says what must be. */
static bool tells_when(struct view key, const struct date *d)
{
	enum { NEAR = 120 };
	static const char upto[] = "đến ";
	static const char *const musts[] = { "phải", "phấn đấu", "hoàn thành", "yêu cầu", "đề nghị", "cần ", "sẽ " };
	size_t at = d->start - (sizeof upto - 1);

	if (!view_had(key, d->start, upto) || (at && !(at > 1 && key.p[at - 1] == ' ' && key.p[at - 2] == '.')))
		return false;
	struct view near = { key.p, key.len - d->end < NEAR ? key.len : d->end + NEAR };

	for (size_t i = 0; i < sizeof musts / sizeof *musts; i++)
		if (view_find(near, d->end, musts[i]) < near.len)
			return false;
	return true;
}

/* "(20/08/2020) - Sáng 19/8, ...", "Hà Nội (TTXVN 20/8/2020) - Sáng 19/8": the day of a dateline, right before that of
 * which the line tells. */
static bool leads_line(const struct dates *c, struct view key, const struct date *d)
{
	enum { PLACE = 40, JOINT = 8 };
	const struct date *next = d + 1;

	/* "[30/8/2024] Được sự đồng ý của ..., sáng 29/8" */
	if (d == c->found && c->n > 1 && d->from.y && d->from.d && !d->to.d && d->start == 1 && key.p[0] == '[' && view_has(key, d->end, "] "))
		return true;
	if (d != c->found || c->n < 2 || d->start > PLACE || !d->from.y || !d->from.d || d->to.d || next->start < d->end || next->start - d->end > JOINT || !next->from.d)
		return false;
	for (size_t i = 0; i < d->start; i++)
		if ((key.p[i] >= '0' && key.p[i] <= '9') || key.p[i] == '.' || key.p[i] == ';')
			return false;
	/* only what parts a dateline from the text */
	for (size_t i = d->end; i < next->start; i++)
		if (!strchr(")]-: \1", key.p[i]))
			return false;
	return next->start > d->end + 1 && (!d->start || strchr("([", key.p[d->start - 1]) || view_had(key, d->start, ", ") || memchr(key.p, '(', d->start));
}

static enum date_role role_of(const struct dates *c, enum kind kind, struct view key, const struct date *d)
{
	bool day = d->from.d != 0;

	if (kind == KIND_META)
		return day ? DATE_PUBLISHED : DATE_MENTION;
	if (kind == KIND_TEXT && leads_line(c, key, d))
		return DATE_PUBLISHED;
	if (!day || d->to.y || d->to.m || d->open) {
		if (d->from.d && !d->open && c->event.d && !cal_compare(d->from, c->event))
			return DATE_EVENT;
		return DATE_PERIOD;
	}
	/* "chống dịch Covid-19, 14 giờ ngày 26/02": nobody signs by the clock */
	bool timed = d->from.h >= 0 && !view_has(key, d->start, "ngày ");

	if (dateline(key, d) || letterhead(key, d) || (!timed && doc_number_before(key, d->start)) || issuer_before(key, d->start) || signed_before(key, d->start) || typed_before(key, d->start) || issues_behind(key, d->end, date_has_session(key, d->start)))
		return DATE_DOCUMENT;
	if (is_term_end(key, d->start))
		return DATE_DEADLINE;
	if (c->event.d && !cal_compare(d->from, c->event))
		return DATE_EVENT;
	if (date_counted_up_to(key, d) || tells_when(key, d) || (!d->from.y && has_before(key, d->start, 30, "cứ đến")))
		return DATE_MENTION;
	if (date_is_before(key, d->start) || has_before(key, d->start, 24, "chậm nhất") ||
	    has_before(key, d->start, 16, "hạn") || has_before(key, d->start, 10, "đến") ||
	    has_before(key, d->start, 16, "đến hết") || has_before(key, d->start, 16, "tới hết"))
		return DATE_DEADLINE;
	return DATE_MENTION;
}

void date_roles(struct dates *c, enum kind kind)
{
	for (size_t k = 0; k < c->n; k++)
		c->found[k].role = role_of(c, kind, str_view(&c->key), &c->found[k]);
	/* "trước 17 giờ ngày 30/9": of a deadline the day counts */
	for (size_t k = 0; k < c->n; k++)
		if (c->found[k].role == DATE_DEADLINE)
			c->found[k].from.h = c->found[k].from.min = -1;
}
