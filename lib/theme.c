#include "theme.h"

#include <stdlib.h>
#include <string.h>

#include "cal.h"
#include "err.h"
#include "merit.h"
#include "text.h"

enum { NAME_MAX = 400 /* bytes of a quoted name */ };

/* ---- periods ---- */

static int year_at(const struct lex *l, size_t byte)
{
	int y = 0;

	if (l->text.len < byte + 4)
		return 0;
	for (size_t i = byte; i < byte + 4; i++) {
		if (l->text.p[i] < '0' || l->text.p[i] > '9')
			return 0;
		y = y * 10 + l->text.p[i] - '0';
	}
	if (byte + 4 < l->text.len && l->text.p[byte + 4] >= '0' && l->text.p[byte + 4] <= '9')
		return 0;
	return y >= CAL_FIRST && y <= CAL_LAST ? y : 0;
}

/* "giai đoạn 2016 - 2020", "năm 2020", "(2006-2010)" at byte: where it ends, or byte. */
static size_t read_period(const struct lex *l, size_t byte, struct theme *x)
{
	static const char *const heads[] = { "giai đoạn ", "trong năm ", "năm ", "năm học ", "5 năm (", "5 năm ", "(giai đoạn ", "(năm ", "(" };
	size_t at = byte;

	while (at < l->text.len && (l->text.p[at] == ' ' || l->text.p[at] == ','))
		at++;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		if (!lex_key_at(l, at, heads[i]))
			continue;
		size_t p = at + strlen(heads[i]), q;
		int first = year_at(l, p), last = 0;

		if (!first)
			continue;
		for (q = p + 4; q < l->text.len && (l->key.p[q] == ' ' || l->key.p[q] == '-' || l->key.p[q] == 1 || lex_key_at(l, q, "đến ")); q++)
			if (lex_key_at(l, q, "đến "))
				q += strlen("đến ") - 1;
		last = year_at(l, q);
		x->from = first;
		x->to = last > first ? last : 0;
		return last > first ? q + 4 : p + 4;
	}
	return byte;
}

/* "của Hội Nông dân tỉnh giai đoạn ...", "(DVK) năm 2022", "ngành Giáo dục giai đoạn ...": whose movement
 * it is, or its short form, stands before its period. The byte behind it, or byte. */
static size_t behind_whose(const struct lex *l, size_t byte)
{
	enum { LONGEST = 60, SHORT = 12 };
	static const char *const of[] = { " của ", " ngành ", " trong ngành " }, *const periods[] = { " giai đoạn ", " năm học ", " năm 20" };
	size_t n;

	if (lex_key_at(l, byte, " (") && byte + 2 < l->text.len && text_letter(l->text, byte + 2, &n) == LETTER_UPPER)
		for (size_t i = byte + 2; i < l->text.len && i - byte < SHORT && l->text.p[i] != ' '; i++)
			if (l->text.p[i] == ')')
				return i + 1;
	for (size_t k = 0; k < sizeof of / sizeof *of; k++) {
		if (!lex_key_at(l, byte, of[k]))
			continue;
		for (size_t i = byte + strlen(of[k]); i < l->text.len && i - byte < LONGEST && !strchr(".,;:(", l->text.p[i]); i++)
			for (size_t w = 0; l->text.p[i] == ' ' && w < sizeof periods / sizeof *periods; w++)
				if (lex_key_at(l, i, periods[w]))
					return i;
	}
	return byte;
}

/* A period at the end of a quoted name belongs to the period: "... suốt đời giai đoạn 2023 - 2030". */
static void cut_period(const struct lex *l, struct theme *x)
{
	static const char *const heads[] = { " giai đoạn ", ", giai đoạn ", " năm " };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		size_t n = strlen(heads[i]);

		for (size_t at = x->end > 40 + x->start ? x->end - 40 : x->start; at + n < x->end; at++) {
			struct theme period = { 0 };

			if (!lex_key_at(l, at, heads[i]) || read_period(l, at, &period) < x->end)
				continue;
			x->from = period.from;
			x->to = period.to;
			/* "Xóa nhà tạm trong năm 2025" says by when */
			if (at >= strlen(" trong") && lex_key_at(l, at - strlen(" trong"), " trong"))
				return;
			/* "... tầm nhìn đến năm 2050" is a part of the name */
			if (at >= strlen(" đến") && lex_key_at(l, at - strlen(" đến"), " đến"))
				x->from = x->to = 0;
			else
				x->end = at;
			return;
		}
	}
}

static struct theme *add(struct themes *s, const struct theme *x)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 16;
		s->found = xgrow(s->found, s->cap, sizeof *s->found);
	}
	s->found[s->n] = *x;
	return &s->found[s->n++];
}

/* ---- quoted names ---- */

static bool opens(const struct lex *l, size_t t)
{
	return l->tok[t].symbol == SYM_QUOTE && !view_is(lex_text(l, t, t), "”") && !view_is(lex_text(l, t, t), "’") && !view_is(lex_text(l, t, t), "»");
}

/* The quote that closes the one at token t, or 0. Curved and straight ones are mixed. */
static size_t close_of(const struct lex *l, size_t t)
{
	for (size_t k = t + 1; k < l->n && l->tok[k].start - l->tok[t].start <= NAME_MAX; k++)
		if (l->tok[k].symbol == SYM_QUOTE && !view_is(lex_text(l, k, k), "“") && !view_is(lex_text(l, k, k), "‘") && !view_is(lex_text(l, k, k), "«"))
			return k;
	return 0;
}

/* "tổ chức 27 phong trào thi đua, nổi bật: “A”": do movements stand before the colon that opens
 * a list at token t, in its sentence? What somebody says, or what is their motto, does not list them. */
static bool listed_behind_colon(const struct lex *l, size_t t)
{
	static const char *const said[] = { "phương châm", "chủ đề", "khẩu hiệu", "mục tiêu", "tinh thần", "thông điệp", "dạy", "viết", "nội dung", "tên", "câu", "lời", "danh hiệu", "mô hình", "tặng", "đạt" };
	enum { REACH = 32 };

	if (!t || l->tok[t].symbol != ':' || lex_has(&l->tok[t - 1], CLASS_VERBS, TAG_SPEAK))
		return false;
	if (LEX_ENDS_ONE_OF(l, t - 1, said))
		return false;
	for (size_t k = t; k-- > 0 && t - k < REACH && l->tok[k].symbol != '.' && l->tok[k].symbol != ';' && l->tok[k].symbol != SYM_QUOTE;)
		if (lex_words_end(l, k, "phong trào") || lex_words_end(l, k, "phong trào thi đua") || lex_words_end(l, k, "cuộc vận động"))
			return true;
	return false;
}

/* "phong trào Đền ơn đáp nghĩa và “Ngày vì người nghèo”": is the quote at token t behind the name of a
 * movement that has none? */
static bool behind_unquoted(const struct lex *l, size_t t)
{
	enum { LONGEST = 20 };

	if (!t || !(l->tok[t - 1].symbol == ',' || lex_has(&l->tok[t - 1], CLASS_CONNECTORS, TAG_AND)))
		return false;
	for (size_t k = t - 1; k-- > 0 && t - k < LONGEST && !strchr(".;:()\"", l->tok[k].symbol);)
		if (lex_words_end(l, k, "phong trào") || lex_words_end(l, k, "phong trào thi đua") || lex_words_end(l, k, "cuộc vận động"))
			return l->tok[k + 1].symbol == SYM_WORD && l->tok[k + 1].caps != CAPS_LOW;
	return false;
}

/* "phong trào xây dựng cơ quan “", "cuộc vận động xây dựng gia đình “": what is to be built stands
 * between the head and the quote at token t, in small letters. */
static bool behind_built(const struct lex *l, size_t t)
{
	enum { REACH = 8 };
	static const char *const heads[] = { "phong trào", "phong trào thi đua", "cuộc vận động" };

	for (size_t k = t; k-- > 0 && t - k < REACH && l->tok[k].symbol == SYM_WORD;)
		if (LEX_ENDS_ONE_OF(l, k, heads))
			return lex_key_at(l, l->tok[k + 1].start, "xây dựng ");
	return false;
}

/* Does a movement's head stand before the quote at token t: "phong trào thi đua “"? */
static bool head_before(const struct lex *l, size_t t)
{
	if (t && (listed_behind_colon(l, t - 1) || behind_unquoted(l, t) || behind_built(l, t) || lex_words_end(l, t - 1, "phát động thi đua")))
		return true;
	static const char *const between[] = { "thi đua", "yêu nước", "đặc", "biệt", "cao điểm", "cao", "điểm", "thi", "đua", "lớn", "do", "với", "tên", "gọi",
					       "toàn dân", "mang tên", "chuyên đề", "nước", "rút", "chủ", "đề", "chủ đề", ":", "chương trình", "chương", "trình" };
	enum { REACH = 6, FAR = 40 };
	/* "Đại hội thi đua “A”", "tổng kết thi đua “A”" */
	if (t > 1 && lex_words_end(l, t - 1, "thi đua") && (lex_words_end(l, t - 1, "đại hội thi đua") || lex_words_end(l, t - 1, "tổng kết thi đua") || lex_words_end(l, t - 2, "đại hội") || lex_words_end(l, t - 2, "phát động") ||
	    lex_words_end(l, t - 2, "tổng kết")))
		return true;
	/* "các phong trào thiết thực, hiệu quả như: “A”" */
	bool such = (t && lex_word(l, t - 1, "như")) || (t > 1 && l->tok[t - 1].symbol == ':' && lex_word(l, t - 2, "như"));

	for (size_t n = 0; t-- > 0 && n < (such ? FAR : REACH); n++) {
		/* "Cuộc vận động (CVĐ) “A”" */
		if (t > 2 && l->tok[t].symbol == ')' && l->tok[t - 2].symbol == '(' && l->tok[t - 1].caps == CAPS_ALL)
			t -= 3;
		/* "phát động thi đua đặc biệt “A”" */
		if (n && lex_words_end(l, t, "phát động") && lex_word(l, t + 1, "thi"))
			return true;
		if (lex_words_end(l, t, "cvđ") || lex_words_end(l, t, "phong trào") || lex_words_end(l, t, "các phong trào") || lex_words_end(l, t, "phong trào thi đua") ||
		    lex_words_end(l, t, "cuộc vận động") || lex_words_end(l, t, "đợt thi đua") || lex_words_end(l, t, "phong trào thi đua yêu nước") ||
		    lex_words_end(l, t, "đợt cao điểm") || lex_words_end(l, t, "đợt thi đua cao điểm") || (n && lex_word(l, t, "đợt")))
			return true;
		/* "Các phong trào, chương trình “A”" */
		if ((l->tok[t].symbol == ',' || lex_has(&l->tok[t], CLASS_CONNECTORS, TAG_AND)) && lex_key_at(l, l->tok[t + 1].start, "chương trình"))
			continue;
		if (!LEX_ONE_OF(l, t, between) && (!such || strchr(".;:\"()", l->tok[t].symbol)))
			return false;
	}
	return false;
}

static bool plausible(const struct lex *l, size_t open, size_t close)
{
	size_t words = 0;

	for (size_t t = open + 1; t < close; t++) {
		words += l->tok[t].symbol >= SYM_WORD || l->tok[t].symbol == SYM_NUMBER;
		words += l->tok[t].symbol == SYM_WORD && !lex_one_word(l, t);
	}
	return words >= 2;
}

static bool take_quoted(struct themes *s, const struct lex *l, size_t open, size_t close, size_t *end)
{
	struct theme x = { .start = l->tok[open + 1].start, .end = l->tok[close - 1].end };

	while (x.end > x.start && (l->text.p[x.end - 1] == '.' || l->text.p[x.end - 1] == ',' || l->text.p[x.end - 1] == ' '))
		x.end--;
	cut_period(l, &x);
	*end = l->tok[close].end;
	if (!x.from) {
		size_t whose = behind_whose(l, *end), period = read_period(l, whose, &x);

		*end = period > whose ? period : *end;
	}
	if (x.end <= x.start)
		return false;
	add(s, &x);
	return true;
}

/* "“A” của ngành Tòa án; “B”": the quote that opens the next name behind whose movement it is, at
 * token t, or t. */
static size_t behind_owner(const struct lex *l, size_t t)
{
	enum { LONGEST = 12, DOCUMENT = 40, HEAD = 6 };
	const size_t most = lex_word(l, t, "theo") ? DOCUMENT : LONGEST;

	if (!lex_word(l, t, "của") && !lex_word(l, t, "do") && !lex_word(l, t, "trong") && !lex_word(l, t, "theo"))
		return t;
	for (size_t k = t + 1; k + 1 < l->n && k - t < most && l->tok[k].symbol != '.' && l->tok[k].symbol != ':' && l->tok[k].symbol != SYM_QUOTE; k++)
		if (l->tok[k].symbol == ';' || l->tok[k].symbol == ',') {
			size_t next = k + 1;

			while (next + 1 < l->n && next - k < HEAD && (lex_has(&l->tok[next], CLASS_CONNECTORS, TAG_AND) || lex_words_end(l, next, "phong trào") || lex_word(l, next, "thi") || lex_word(l, next, "đua") || lex_words_end(l, next, "thi đua")))
				next++;
			if (opens(l, next))
				return next;
		}
	return t;
}

/* The quote that opens the next name of a list behind token t, or t where it does not go on:
 * "“A” (từ tháng 3/2019) và “B”", "“A” của Hội Nông dân, “B”". */
static size_t next_of_list(const struct lex *l, size_t t)
{
	size_t first = t;
	bool joined = false;

	if (t < l->n && l->tok[t].symbol == '(')
		for (size_t k = t; k < l->n && k < t + 12; k++)
			if (l->tok[k].symbol == ')') {
				t = k + 1;
				break;
			}
	size_t owner = behind_owner(l, t);

	if (owner > t)
		return owner;
	for (size_t n = 0; t < l->n && n < 6; t++, n++) {
		bool joint = l->tok[t].symbol == ',' || l->tok[t].symbol == ';' || lex_has(&l->tok[t], CLASS_CONNECTORS, TAG_AND);

		/* "thi đua" is two tokens */
		bool head = lex_key_at(l, l->tok[t].start, "thi đua") || lex_key_at(l, l->tok[t].start, "cuộc vận động") || lex_key_at(l, l->tok[t].start, "phong trào");

		if (!joint && !head && !lex_words_end(l, t, "phong trào") && !lex_words_end(l, t, "thi đua") && !lex_words_end(l, t, "cuộc vận động") && l->tok[t].symbol != ')')
			break;
		joined |= joint;
	}
	return joined && t < l->n && opens(l, t) ? t : first;
}

/* Names that go on a list: "“A”; “B” giai đoạn ...; và “C”". */
static size_t read_list(struct themes *s, const struct lex *l, size_t open)
{
	size_t end, close = close_of(l, open);

	while (close && plausible(l, open, close) && take_quoted(s, l, open, close, &end)) {
		size_t t = close + 1;

		while (t < l->n && l->tok[t].start < end)
			t++;
		size_t next = next_of_list(l, t);

		if (next == t)
			return t;
		t = next;
		open = t;
		close = close_of(l, open);
	}
	return close ? close + 1 : open + 1;
}

/* ---- names of the list, without quotes ---- */

/* Does a word before the known name at byte at say that it is something else: a fund, a
 * medal, a title, in quotes or before them? */
static bool of_something_else(const struct lex *l, size_t at)
{
	static const char *const heads[] = { "quỹ", "kỷ niệm chương", "huy chương", "huy hiệu", "danh hiệu", "cuộc thi", "hội thi", "giải thưởng",
					     "cờ", "chương trình", "mô hình", "ngày hội", "gương", "câu lạc bộ", "công trình", "đại hội" };
	static const char quote[] = "“";
	size_t q = sizeof quote - 1;

	while (at && (l->text.p[at - 1] == ' ' || l->text.p[at - 1] == '"' || (at >= q && !memcmp(l->text.p + at - q, quote, q))))
		at -= l->text.p[at - 1] == ' ' || l->text.p[at - 1] == '"' ? 1 : q;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		size_t n = strlen(heads[i]);

		if (at >= n && !memcmp(l->key.p + at - n, heads[i], n) && (at == n || strchr(" \"(", l->key.p[at - n - 1]) || (at - n >= q && !memcmp(l->text.p + at - n - q, quote, q))))
			return true;
	}
	return false;
}

/* A known name at token t, or at a later word of it ("phong trào thi đua quyết
 * thắng"): its first byte, and its bytes through *len; 0 for none. */
static size_t known_at(const struct lex *l, size_t t, size_t *len)
{
	const struct token *k = &l->tok[t];

	*len = 0;
	if (k->symbol != SYM_WORD && k->symbol != SYM_NUMBER)
		return k->start;
	for (size_t at = k->start;;) {
		if (merit_at_byte(l, at, MERIT_MOVEMENT, len))
			return at;
		const char *space = memchr(l->key.p + at, ' ', k->end - at);

		if (!space)
			break;
		at = (size_t)(space - l->key.p) + 1;
	}
	*len = 0;
	return k->start;
}

/* ---- names with a capital, without quotes ---- */

/* Does what ends such a name stand at token t for sure? */
static bool ends_name(const struct lex *l, size_t t)
{
	static const char *const words[] = { "giai đoạn", "được", "đã", "từ ngày", "từ tháng", "phong trào", "cuộc vận động", "đợt", "các", "những" };

	if (t >= l->n || strchr(".;:()\"!?", l->tok[t].symbol))
		return true;
	return LEX_BEGINS_ONE_OF(l, t, words);
}

/* Or what may stand within one: "ứng phó với biến đổi khí hậu". */
static bool may_end_name(const struct lex *l, size_t t)
{
	static const char *const words[] = { "do", "của", "tại", "nhằm", "để", "với", "trong", "và", "theo", "cho", "trên", "vào", "năm", "tới", "gắn với", "gắn liền" };

	for (size_t i = 0; t < l->n && i < sizeof words / sizeof *words; i++)
		if (lex_key_at(l, l->tok[t].start, words[i]) && lex_word_ends(l->text, l->tok[t].start + strlen(words[i])))
			return true;
	return false;
}

/* "phong trào thi đua Cán bộ tư pháp gần dân, giỏi luật được ...": a name that begins with a
 * capital at token t and goes on in small letters. The token behind it, or t. */
static size_t capital_name(const struct lex *l, size_t t)
{
	static const char *const heads[] = { "phong trào", "phong trào thi đua", "phong trào thi đua yêu nước", "phong trào thi đua đặc biệt", "cuộc vận động", "đợt thi đua" };
	enum { LEAST = 4, LONGEST = 30, ITEM = 6 };
	size_t head = 0, end = t, words = 0, small = 0;
	bool known = false;

	if (!t || l->tok[t].symbol != SYM_WORD || l->tok[t].caps == CAPS_LOW || lex_unit_word(&l->tok[t]) || lex_any(&l->tok[t], LEX_BIT(CLASS_PROVINCES) | LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_NOT_NAMES)))
		return t;
	while (head < sizeof heads / sizeof *heads && !known)
		known = lex_words_end(l, t - 1, heads[head++]);
	if (!known || lex_key_at(l, l->tok[t].start, "thi đua"))
		return t;
	/* a period behind all of it makes it sure */
	size_t period = t;

	while (period < l->n && period - t < LONGEST && !strchr(".;:()\"", l->tok[period].symbol) && !lex_word(l, period, "giai đoạn"))
		period++;
	period = lex_word(l, period, "giai đoạn") ? period : t;
	for (; end < l->n && end - t < LONGEST && !ends_name(l, end); end++) {
		if (end >= period && may_end_name(l, end))
			break;
		if (l->tok[end].symbol == ',') {
			size_t item = end + 1;

			while (item < l->n && item - end <= ITEM && l->tok[item].symbol >= SYM_WORD && l->tok[item].caps == CAPS_LOW && !ends_name(l, item) && !(item >= period && may_end_name(l, item)))
				item++;
			bool last = item < l->n && l->tok[item].symbol == ',' && ends_name(l, item + 1);
			bool joins = item > end + 1 && (last || item <= period || ((ends_name(l, item) || may_end_name(l, item)) && !lex_is(&l->tok[end + 1], CLASS_VERBS)));
			if (!joins)
				break;
			end = item - 1;
			continue;
		}
		if (l->tok[end].symbol < SYM_WORD && l->tok[end].symbol != SYM_DASH && l->tok[end].symbol != SYM_GLUE && l->tok[end].symbol != SYM_NUMBER)
			break;
		small += l->tok[end].caps == CAPS_LOW;
	}
	for (size_t i = l->tok[t].start; end > t && i < l->tok[end - 1].end; i++)
		words += l->text.p[i] == ' ';
	return words + 1 >= LEAST && small >= 2 ? end : t;
}

void theme_find(struct themes *s, const struct lex *l)
{
	s->n = 0;
	for (size_t t = 0; t < l->n;) {
		size_t len;

		/* “Phong trào ‘Dân vận khéo’ còn ...”: the name is the quote within */
		bool within = opens(l, t) && ((t + 2 < l->n && opens(l, t + 2)) || (t + 3 < l->n && opens(l, t + 3)));

		if (opens(l, t) && t + 1 < l->n && (head_before(l, t) || (!within && lex_key_at(l, l->tok[t + 1].start, "phong trào ")))) {
			t = read_list(s, l, t);
			continue;
		}
		size_t at = known_at(l, t, &len);

		if (!len) {
			size_t end = capital_name(l, t);

			if (end > t) {
				struct theme x = { .start = l->tok[t].start, .end = l->tok[end - 1].end };

				read_period(l, x.end, &x);
				add(s, &x);
			}
			t = end > t ? end : t + 1;
			continue;
		}
		if (of_something_else(l, at)) {
			t++;
			continue;
		}
		/* "phong trào thi đua Quyết thắng": in small letters a word of what it is */
		static const char emulation[] = "thi đua ";
		size_t n = sizeof emulation - 1, of;

		if (l->text.p[at] == 't' && len > n && lex_key_at(l, at, emulation) && text_letter(l->text, at + n, &of) == LETTER_UPPER)
			at += n, len -= n;
		struct theme x = { .start = at, .end = at + len };
		bool quoted = t && at == l->tok[t].start && l->tok[t - 1].symbol == SYM_QUOTE;
		bool weak = !strcmp(merit_tag(l, x.start, MERIT_MOVEMENT), "weak");
		bool head = at > l->tok[t].start || (t && (head_before(l, t) || lex_words_end(l, t - 1, "phong trào") || lex_words_end(l, t - 1, "cuộc vận động") ||
				  lex_words_end(l, t - 1, "phong trào thi đua")));
		size_t after = x.end;

		if (quoted && after < l->text.len)
			after += lex_key_at(l, after, "\"") ? 1 : lex_key_at(l, after, "”") ? 3 : lex_key_at(l, after, "»") ? 2 : 0;
		read_period(l, behind_whose(l, after), &x);
		if (!weak || head)
			add(s, &x);
		for (t++; t < l->n && l->tok[t].start < x.end;)
			t++;
		/* others may stand behind one that is known: "“Hai tốt”; “A” của ngành Y tế" */
		size_t close = quoted && t < l->n && l->tok[t].symbol == SYM_QUOTE ? t + 1 : t, next = next_of_list(l, close);

		if ((!weak || head) && quoted && next > close)
			t = read_list(s, l, next);
	}
}

void themes_free(struct themes *s)
{
	free(s->found);
	*s = (struct themes){ 0 };
}
