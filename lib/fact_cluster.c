#include "fact_parts.h"

#include <stdint.h>
#include <string.h>

#include "cal.h"
#include "text.h"

/* The cluster: of the texts of such units the one that stands most often, of the first ones on the page; of two the one that
 * holds what is told. */
struct view fact_cluster(const struct doc *d)
{
	enum { MOST = 64 };
	struct {
		struct view text;
		size_t n;
		bool host;
	} found[MOST] = { 0 };
	size_t n = 0, most = 0;
	struct view best = { NULL, 0 };

	for (size_t i = 0; i < d->n; i++) {
		size_t k = 0;

		if (!doc_is_cluster(d, i))
			continue;
		struct view text = doc_text(d, i);

		while (k < n && !view_eq(found[k].text, text))
			k++;
		if (k == MOST)
			continue;
		if (k == n) {
			found[n].text = text;
			found[n].n = 0;
			found[n++].host = false;
		}
		found[k].n++;
		found[k].host |= view_is(doc_field(d, i, 5), "host");
	}
	for (size_t k = 0; k < n; k++)
		if (2 * found[k].n + found[k].host > most) {
			most = 2 * found[k].n + found[k].host;
			best = found[k].text;
		}
	/* "Cụm thi đua số 3" stands for "Cụm thi đua số 3 VKSND tỉnh Đồng Tháp" after a while */
	for (size_t i = 0; best.len && i < d->n; i++) {
		struct view name = doc_text(d, i);

		if (doc_is_cluster(d, i) && name.len > best.len && name.p[best.len] == ' ' &&
		    !memcmp(name.p, best.p, best.len))
			return name;
	}
	return best;
}

/* "02 cụm và 16 khối thi đua gồm": are clusters counted in the clause before byte p of the key? */
static bool counts_clusters(const struct str *key, size_t p)
{
	enum { REACH = 60 };
	static const char *const groups[] = { " cụm", " khối" };

	for (size_t i = p; i > 1 && p - i < REACH && !strchr(".;:", key->p[i - 1]); i--)
		if (key->p[i - 1] >= '0' && key->p[i - 1] <= '9' && fact_starts_any(key, i, groups, 2))
			return true;
	return false;
}

/* "Năm 2017, 11 đơn vị trong Khối đã bám sát", "07 thành viên của Cụm:", but "tặng Giấy khen cho 5 đơn vị thuộc Cụm": are all of
 * a cluster told by the number at bytes p..q of the key, which counts units? */
static bool counts_all(const struct str *key, size_t p, size_t q)
{
	enum { NOUN = 40, LEAST = 3 };
	static const char *const of[] = { " trong cụm", " trong khối", " thuộc cụm", " thuộc khối", " của cụm", " của khối" };
	static const char *const all[] = { "công an ", "thanh tra ", "bhxh ", "cục thuế ", "lđlđ ", "hội ccb ", "bộ chqs ", "của ", "đại diện ", "lãnh đạo ", "giữa ", "cả ", "toàn thể ", "giám đốc ", "ubnd " };
	static const char *const some[] = { "được ", "hoàn thành", "đạt ", "đề nghị", "vinh dự", "xuất sắc", "tiêu biểu", "nhận ", "dẫn đầu", "có thành tích" };
	size_t i = q, end = q;

	if (q - p < 2 && key->p[p] - '0' < LEAST)
		return false;
	/* the noun, "7 xã, thị trấn" */
	while (i < key->len && i - q < NOUN && !strchr(".;:([0123456789", key->p[i]) && !(key->p[i] == ' ' && fact_starts_any(key, i, of, sizeof of / sizeof *of)))
		i++;
	if (i == key->len || key->p[i] != ' ' || !fact_starts_any(key, i, of, sizeof of / sizeof *of))
		return false;
	for (end = i + 1; end < key->len && !strchr(".;:", key->p[end]); end++)
		if (key->p[end - 1] == ' ' && fact_starts_any(key, end, some, sizeof some / sizeof *some))
			return false;
	/* "7/7 đơn vị trong Cụm" */
	if (p && key->p[p - 1] == '/')
		return true;
	bool first = !p || (p > 1 && key->p[p - 1] == ' ' && strchr(".,;:", key->p[p - 2])) || (unsigned char)key->p[p - 1] < 0x20;

	return first || fact_ends_any(key, p, all, sizeof all / sizeof *all);
}

/* "Cụm số 2 có 11 trường: A, B": is that what a cluster has, and named behind a colon? */
static bool has_so_many(const struct str *key, size_t p, size_t q)
{
	enum { SUBJECT = 40, NOUN = 24 };
	static const char *const has[] = { " có ", " hiện có " }, *const subjects[] = { "cụm ", "khối " };
	size_t colon = q, from = p;

	while (colon < key->len && colon - q < NOUN && !strchr(".,;:(", key->p[colon]))
		colon++;
	if (colon == key->len || key->p[colon] != ':' || !fact_ends_any(key, p, has, sizeof has / sizeof *has))
		return false;
	while (from && p - from < SUBJECT && !strchr(".,;:", key->p[from - 1]))
		from--;
	for (size_t i = from; i < p; i++)
		if ((i == from || key->p[i - 1] == ' ') && fact_starts_any(key, i, subjects, 2))
			return true;
	return false;
}

/* "Cụm thi đua Sở Nội vụ 13 tỉnh, thành phố": does the number at byte p stand in the name of a cluster, behind what is not its
 * own number? */
static bool in_name(const struct str *key, size_t p)
{
	enum { LONGEST = 40 };
	static const char *const begins[] = { "cụm thi đua ", "khối thi đua " }, *const never[] = { " có ", " gồm ", " số ", " cho ", " tặng ", " tổ chức ", " trao ", " thăm ", " tại ", " đã ", " vừa ", " với ", " năm ", " và ", " của " };

	for (size_t i = p; i && p - i < LONGEST && !strchr(".,;:(", key->p[i - 1]); i--) {
		if (fact_starts_any(key, i - 1, never, sizeof never / sizeof *never))
			return false;
		if (fact_starts_any(key, i - 1, begins, 2))
			return p > i - 1 + strlen("khối thi đua ") + 1;
	}
	return false;
}

/* Is the number at bytes p..q of the key, which counts units, the size of the cluster?
 * By the word before it, and by what is said of the units behind it. */
static bool is_size(const struct str *key, size_t p, size_t q)
{
	enum { NEAR = 40, LIST = 60 };
	/* said by itself; with "thành viên" or "gồm" behind the number; or with "trong cụm" as well */
	enum how { SURE = 0, MEMBERS = 2, GROUP = 8 };
	static const struct {
		const char *word;
		enum how how;
	} words[] = { { "gồm ", SURE }, { "gồm: ", SURE }, { "gồm có ", SURE }, { "cụm có ", SURE }, { "khối có ", SURE }, { "có ", MEMBERS },
		      { "cụm thi đua ", SURE }, { "khối thi đua ", SURE }, { "đại diện cho ", GROUP }, { "của ", GROUP }, { "lãnh đạo ", GROUP }, { "chủ tịch ", GROUP }, { "đại diện ", GROUP }, { "đại biểu ", GROUP }, { "giữa ", GROUP }, { "cả ", GROUP },
		      { "toàn thể ", GROUP } };
	static const char *const said[GROUP] = { "thành viên", "gồm", "trong cụm", "trong khối", "thuộc cụm", "thuộc khối", "của cụm", "của khối" };
	struct view near = { key->p + q, key->len - q < NEAR ? key->len - q : NEAR };
	/* "cụm có 3 đơn vị được tặng Cờ", "Khối thi đua 10 tổ chức hội nghị" */
	static const char *const others[] = { "được ", "hoàn thành", "đạt ", "đề nghị", "vinh dự", "xuất sắc", "tiêu biểu" };
	static const char *const held[] = { " tổ chức hội nghị", " tổ chức tổng kết", " tổ chức sơ kết", " tổ chức ký", " tổ chức lễ", " tổ chức họp", " tổ chức buổi" };

	if (fact_starts_any(key, q, held, sizeof held / sizeof *held))
		return false;

	struct view clause = near;

	for (clause.len = 0; clause.len < near.len && !strchr(",.([)", near.p[clause.len]);)
		clause.len++;

	for (size_t w = 0; w < sizeof others / sizeof *others; w++)
		if (fact_find_key(clause, others[w]).p)
			return false;
	const char *end = near.len ? memchr(near.p, '.', near.len) : NULL;
	size_t from = p;

	near.len = end ? (size_t)(end - near.p) : near.len;
	for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
		size_t len = strlen(words[w].word);

		if (p < len || memcmp(key->p + p - len, words[w].word, len))
			continue;
		if (words[w].how == SURE)
			return !counts_clusters(key, p);
		for (size_t i = 0; i < (size_t)words[w].how; i++)
			if (fact_find_key(near, said[i]).p)
				return true;
	}
	if (has_so_many(key, p, q) || in_name(key, p))
		return true;
	/* "07 đơn vị thành viên trong Cụm" */
	if (fact_find_key(near, "thành viên trong cụm").p || fact_find_key(near, "thành viên trong khối").p)
		return true;
	/* "gồm Thanh tra 7 tỉnh miền núi phía Bắc: A, B ..." */
	while (from && p - from < NEAR && !strchr(".;:", key->p[from - 1]))
		from--;
	struct view behind = fact_find_key((struct view){ key->p + from, p - from }, "gồm ");

	/* "gồm Công an 06 tỉnh A, B" */
	return behind.p && (memchr(key->p + q, ':', key->len - q < LIST ? key->len - q : LIST) || !memchr(behind.p, ',', behind.len));
}

/* The first digit of s from byte at on, or s.len. */
static size_t next_digit(struct view s, size_t at)
{
	static const uint64_t ones = 0x0101010101010101;

	/* eight bytes at a time, while none of them is 0x3? */
	for (uint64_t x; s.len - at >= sizeof x; at += sizeof x) {
		memcpy(&x, s.p + at, sizeof x);
		x = (x & 0xf0 * ones) ^ 0x30 * ones;
		if ((x - ones) & ~x & 0x80 * ones)
			break;
	}
	while (at < s.len && (s.p[at] < '0' || s.p[at] > '9'))
		at++;
	return at;
}

/* "12/12": is the number at bytes p..q all there are? */
static bool of_all(struct view text, size_t p, size_t q)
{
	return p > q - p && text.p[p - 1] == '/' && !memcmp(text.p + p, text.p + p - 1 - (q - p), q - p) && (p - 1 == q - p || text.p[p - 2 - (q - p)] == ' ');
}

/* How many units the page says the cluster has: "gồm 07 đơn vị". 0: not said. */
size_t fact_declared(const struct doc *d)
{
	static const char *const counted[] = { " đơn vị", " cơ quan", " thành viên", " sở", " huyện", " tỉnh", " xã", " phường", " trường", " đài", " doanh nghiệp",
					       " công ty", " bệnh viện", " hội thành viên", " đầu mối", " địa phương", " chi nhánh", " thành phố", " tổ chức", " công đoàn", " liên đoàn", " ngân hàng", " chi cục", " đảng bộ" };
	struct str key = { 0 };
	size_t found = 0, likely = 0;

	for (size_t i = 0; i < d->n && !found; i++) {
		if (d->lines[i].kind != KIND_TEXT && d->lines[i].kind != KIND_NOTE)
			continue;
		struct view text = doc_text(d, i);
		bool keyed = false; /* only for the few numbers that may count something */

		for (size_t p = 0; (p = next_digit(text, p)) < text.len && !found; p++) {
			size_t q = p, n = 0;

			while (q < text.len && text.p[q] >= '0' && text.p[q] <= '9' && q - p < 4)
				n = n * 10 + (size_t)(text.p[q++] - '0');
			if (n > 1 && q - p <= 3 && q < text.len && text.p[q] == ' ' && (!p || text.p[p - 1] != '/' || of_all(text, p, q))) {
				if (!keyed)
					fact_key_of(&key, text);
				keyed = true;
				if (!fact_starts_any(&key, q, counted, sizeof counted / sizeof *counted))
					;
				else if (is_size(&key, p, q))
					found = n;
				else if (!likely && counts_all(&key, p, q))
					likely = n;
			}
			p = q;
		}
	}
	str_free(&key);
	return found ? found : likely;
}

/* "Hội nghị ký kết giao ước thi đua năm 2019": does the page tell of pledges, and of no year that is closed? */
static bool only_pledges(const struct doc *d)
{
	static const char closes[] = "ổng kết", pledge[] = "giao ước";
	bool pledges = false;

	for (size_t i = 0; i < d->n; i++) {
		struct view text = doc_text(d, i);

		if (!doc_is_text(d, i))
			continue;
		if (view_find(text, 0, closes) < text.len)
			return false;
		pledges |= view_find(text, 0, pledge) < text.len;
	}
	return pledges;
}

/* The year whose work the meeting closes: that of its day, or in spring the one before; of the posting
 * where no day is known. 0 for neither. */
static int year_closed(const struct doc *d)
{
	enum { SPRING = 4 /* months */ };
	static const char *const roles[] = { "event", "published" };

	for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
		size_t i = fact_line_of_first(d, KIND_DATE, 4, roles[r]);
		struct day day;

		if (i != FACT_NONE && cal_parse(doc_field(d, i, 3), &day) && day.y)
			return day.y - (day.m && day.m <= SPRING && !only_pledges(d));
	}
	return 0;
}

/* The year said with its word in a key, the last one: 0 for none. */
static int year_in(const struct str *key)
{
	static const char word[] = "năm 20";
	int year = 0;

	for (size_t i = view_find(str_view(key), 0, word); i < key->len; i = view_find(str_view(key), i + 1, word)) {
		size_t at = i + sizeof word - 1;

		if (at + 2 <= key->len && key->p[at] >= '0' && key->p[at] <= '9' && key->p[at + 1] >= '0' && key->p[at + 1] <= '9')
			year = 2000 + (key->p[at] - '0') * 10 + key->p[at + 1] - '0';
	}
	return year;
}

/* "Cụm trưởng năm 2021 là ...", "Năm 2021, Sở A giữ vai trò Khối trưởng": the year that the sentence before byte end of the
 * text says of its offices, 0 for none. */
static int year_of_offices(struct view text, size_t end)
{
	enum { SENTENCE = 300, BEGINS = 12 /* bytes of "Năm 2021," */ };
	static const char *const offices[] = { "trưởng năm 20", "phó năm 20", "trưởng cụm năm 20", "trưởng khối năm 20" };
	size_t from = end;
	struct str key = { 0 };
	int year = 0;

	while (from && end - from < SENTENCE && !(text.p[from - 1] == ' ' && from > 1 && text.p[from - 2] == '.'))
		from--;
	fact_key_of(&key, (struct view){ text.p + from, end - from });
	if (fact_starts_any(&key, 0, (const char *const[]){ "năm 20" }, 1))
		year = year_in(&(struct str){ .p = key.p, .len = key.len < BEGINS ? key.len : BEGINS });
	for (size_t i = 0; !year && i < sizeof offices / sizeof *offices; i++) {
		size_t at = view_find(str_view(&key), 0, offices[i]), behind = at + strlen(offices[i]) + 2;

		if (behind <= key.len)
			year = year_in(&(struct str){ .p = key.p + at, .len = behind - at });
	}
	str_free(&key);
	return year;
}

/* "do Sở A làm Khối trưởng", "do Sở A làm Khối trưởng, Sở B làm Khối phó", "Liên hiệp Hội được giao làm Khối trưởng,
 * Hội B làm ...": does what stands before a unit say that it does so? */
static bool is_given(struct view key)
{
	static const char *const by[] = { "do ", "được giao " };
	static const char does[] = "làm ";
	size_t clause = key.len;

	while (clause && !strchr(".;:", key.p[clause - 1]))
		clause--;
	for (size_t b = 0; b < sizeof by / sizeof *by; b++)
		for (size_t i = view_find(key, clause, by[b]); i < key.len; i = view_find(key, i + 1, by[b])) {
			size_t at = i + strlen(by[b]);

			if ((!i || key.p[i - 1] == ' ') && (at == key.len || view_find(key, at, does) < key.len))
				return true;
		}
	return false;
}

/* Is the office of unit line i one that it is chosen for, in the year to come? "bầu Sở A làm Khối
 * trưởng, Sở B làm Khối phó năm 2022", "Sở C nhận bàn giao Trưởng Khối", "Cụm trưởng năm 2022 là Sở D" */
static bool elected(const struct doc *d, size_t i, int closed)
{
	enum { SENTENCE = 300, BEFORE = 60, BEHIND = 70 };
	static const char *const chosen[] = { "bầu ", "suy tôn", "giới thiệu", "đề cử", "thống nhất", "nhất trí", "bàn giao", "chuyển giao", "trao cờ" };
	static const char *const takes[] = { "làm ", "nhận bàn giao", "tiếp nhận", "nhận nhiệm vụ", "nhận cờ" };
	struct view text = doc_text(d, fact_text_of(d, i));
	size_t from = text_bytes(text, doc_number(d, i, 1));
	size_t end = from + doc_text(d, i).len, back = from;
	struct str key = { 0 };
	bool is = false;

	end = end < text.len ? end : text.len;
	/* only its own sentence */
	while (back && from - back < SENTENCE && !(text.p[back - 1] == '.' && text.p[back] == ' ') && text.p[back - 1] != ';')
		back--;
	fact_key_of(&key, (struct view){ text.p + back, from - back });
	for (size_t k = 0; k < key.len && !is; k++)
		is = (!k || key.p[k - 1] == ' ') && fact_starts_any(&key, k, chosen, sizeof chosen / sizeof *chosen);
	size_t near = key.len; /* of its own clause */

	while (near && key.len - near < BEFORE && !strchr(".:;(", key.p[near - 1]))
		near--;
	int year = year_in(&(struct str){ .p = key.p + near, .len = key.len - near });
	/* "Năm nay Công ty A làm khối trưởng" */
	bool now = !is && fact_find_key(str_view(&key), "năm nay").p;
	bool heads = !is && is_given(str_view(&key));
	struct view behind = { text.p + end, text.len - end < BEHIND ? text.len - end : BEHIND };
	const char *stop = behind.len ? memchr(behind.p, '.', behind.len) : NULL;

	behind.len = stop ? (size_t)(stop - behind.p) : behind.len;
	fact_key_of(&key, behind);
	heads |= !is && fact_find_key(behind, "được giao").p;
	/* "Phường 14 (Cụm trưởng năm 2010)" */
	static const char *const own[] = { " (cụm trưởng năm 20", " (khối trưởng năm 20", " (trưởng cụm năm 20", " (trưởng khối năm 20", " - cụm trưởng năm 20", " - khối trưởng năm 20" };
	int former = fact_starts_any(&key, 0, own, sizeof own / sizeof *own) ? year_in(&key) : 0;

	year = year_in(&key) ? year_in(&key) : year;
	str_free(&key);
	/* "Sở Tư pháp làm Cụm trưởng năm 2025" in December of it tells who does */
	year = year || is ? year : year_of_offices(text, from);
	for (size_t w = 0; w < sizeof takes / sizeof *takes && !is && !heads && !(year && year <= closed) && !now; w++)
		is = fact_find_key(behind, takes[w]).p;
	return is || (closed && year > closed) || (former && former < closed);
}

struct view fact_unit_name(const struct doc *d, size_t i)
{
	struct view text = doc_text(d, i), name = doc_field(d, i, 3);
	struct str own = { 0 };

	text_canon(&own, text);
	/* "Công an 5 thành phố: Hà Nội, TP.HCM": no unit begins so */
	static const char *const levels[] = { "TP", "Tp", "thành phố ", "Thành phố ", "tỉnh ", "huyện ", "xã ", "phường ", "quận ", "thị xã ", "thị trấn ", "đặc khu " };
	bool place = false;

	for (size_t k = 0; k < sizeof levels / sizeof *levels; k++)
		place |= text.len > strlen(levels[k]) && !memcmp(text.p, levels[k], strlen(levels[k]));
	bool shared = place || (own.len && name.len > own.len + 1 && name.p[name.len - own.len - 1] == ' ' &&
		      !memcmp(name.p + name.len - own.len, own.p, own.len));

	str_free(&own);
	return shared ? name : text;
}

/* The unit that heads the cluster at the meeting, or is its deputy; who was chosen for the
 * year to come does neither. */
struct view fact_officer(const struct doc *d, const char *role)
{
	enum { MOST = 64 }; /* as many as are looked at */
	size_t seen = 0;
	int closed = 0;

	for (size_t i = 0; i < d->n && seen < MOST; i++) {
		if (d->lines[i].kind != KIND_UNIT || !view_is(doc_field(d, i, 5), role))
			continue;
		closed = seen++ ? closed : year_closed(d);
		if (!elected(d, i, closed))
			return fact_unit_name(d, i);
	}
	return (struct view){ NULL, 0 };
}

/* Does the page tell of a cluster at all? "Đoàn công tác gồm đại diện Bộ Nội vụ, ..." has none. */
bool fact_of_cluster(const struct doc *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (doc_is_text(d, i) && (fact_find_key(doc_text(d, i), "cụm ").p || fact_find_key(doc_text(d, i), "khối ").p))
			return true;
	return false;
}
