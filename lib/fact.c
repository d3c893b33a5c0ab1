#include "fact.h"

#include <stdint.h>
#include <string.h>

#include "text.h"

#define NONE ((size_t)-1)

/* The field of the first record of kind k whose field with is that word; empty for none. */
static struct view field_of_first(const struct doc *d, enum kind k, int with, const char *is, int field)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->lines[i].kind == k && view_is(doc_field(d, i, with), is))
			return doc_field(d, i, field);
	return (struct view){ NULL, 0 };
}

/* The first record of kind k whose field with is that word; NONE for none. */
static size_t line_of_first(const struct doc *d, enum kind k, int with, const char *is)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->lines[i].kind == k && view_is(doc_field(d, i, with), is))
			return i;
	return NONE;
}

/* The line of text that record i follows. */
static size_t text_of(const struct doc *d, size_t i)
{
	while (i && !doc_is_text(d, i))
		i--;
	return i;
}

static struct view title_of(const struct doc *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->lines[i].kind == KIND_TITLE)
			return doc_text(d, i);
	return (struct view){ NULL, 0 };
}

/* The text from the first place on that has this key; empty for none. */
static struct view find_key(struct view text, const char *word)
{
	struct str key = { 0 };
	struct view hit = { NULL, 0 };
	size_t n = strlen(word);

	str_reserve(&key, text.len + 1);
	text_key(key.p, text);
	for (size_t i = 0; !hit.p && i + n <= text.len; i++)
		if (key.p[i] == word[0] && !memcmp(key.p + i, word, n))
			hit = (struct view){ text.p + i, text.len - i };
	str_free(&key);
	return hit;
}

/* The key of a text, for comparing. */
static void key_of(struct str *key, struct view v)
{
	key->len = 0;
	str_reserve(key, v.len + 1);
	text_key(key->p, v);
	key->len = v.len;
}

/* Does one of the words, of two bytes or more, stand at that byte of the key? */
static bool starts_any(const struct str *key, size_t at, const char *const *words, size_t n)
{
	if (key->len < 2 || at > key->len - 2)
		return false;
	const char *p = key->p + at;

	for (size_t i = 0; i < n; i++) {
		if (words[i][1] != p[1] || words[i][0] != p[0]) /* nearly always */
			continue;
		size_t len = strlen(words[i]);

		if (key->len - at >= len && !memcmp(key->p + at, words[i], len))
			return true;
	}
	return false;
}

static struct view session_of(struct view date)
{
	static const struct {
		const char *word, *session;
	} parts[] = { { "sáng", "morning" }, { "trưa", "noon" }, { "chiều", "afternoon" }, { "tối", "evening" },
		      { "đêm", "night" } };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (find_key(date, parts[i].word).p)
			return view_of(parts[i].session);
	return (struct view){ NULL, 0 };
}

/* "Chiều nay (12/5/2020)": of the date at record i, by the words before its bracket. */
static struct view session_before(const struct doc *d, size_t i)
{
	enum { REACH = 14 }; /* bytes of "chiều nay (" and of a space */
	struct view text = doc_text(d, text_of(d, i));
	size_t at = text_bytes(text, doc_number(d, i, 1)), from = at > REACH ? at - REACH : 0;

	if (!at || at > text.len || text.p[at - 1] != '(')
		return (struct view){ NULL, 0 };
	return session_of((struct view){ text.p + from, at - from });
}

/* Does text begin with a place that was found in its line, that of record i? */
static bool names_place(const struct doc *d, size_t i, struct view text)
{
	for (size_t k = text_of(d, i) + 1; k < d->n && !doc_is_text(d, k); k++) {
		struct view place = doc_text(d, k);

		if (d->lines[k].kind == KIND_PLACE && place.len <= text.len && !memcmp(place.p, text.p, place.len))
			return true;
	}
	return false;
}

/* Does what is done there begin at byte at, or how: "tại Hà Nội đã diễn ra", "với chủ đề"? */
static bool happens_at(struct view t, size_t at)
{
	static const char *const words[] = { " đã ", " sẽ ", " vừa ", " diễn ra", " tổ chức", " long trọng", " trọng thể", " với ", " dưới ", " do ", " nhằm ", " để ", " theo ", " trong ", " vào ",
					     " nhân ", " khai mạc", " bế mạc", " và kết nối", " và trực tuyến" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_has(t, at, words[i]))
			return true;
	return false;
}

/* Does it begin with "Tại"? */
static bool begins_with_place(struct view text)
{
	return view_has(text, 0, "Tại ") || view_has(text, 0, "tại ");
}

/* "Sáng 5/3, tại Nhà Văn hóa thị xã, ...": a building or a place that is no unit, said in
 * the sentence of the day of the event. */
static struct view venue_beside_day(const struct doc *d)
{
	enum { REACH = 220, LONGEST = 90, BEFORE = 80 };
	static const char *const heads[] = { "hội trường", "trụ sở", "nhà ", "khách sạn", "khu ", "trung tâm", "phòng họp", "sân ", "quảng trường", "công viên",
					     "cung ", "ubnd", "ủy ban", "trường ", "thành phố", "tp", "huyện ", "thị xã", "tỉnh ", "xã ", "phường ", "thị trấn" };
	size_t i = line_of_first(d, KIND_DATE, 4, "event");
	struct view none = { NULL, 0 };

	if (i == NONE)
		return none;
	struct view text = doc_text(d, text_of(d, i));
	size_t at = text_bytes(text, doc_number(d, i, 2)), stop = at;

	while (stop < text.len && stop - at < REACH && text.p[stop] != ';' && !(text.p[stop] == '.' && stop + 1 < text.len && text.p[stop + 1] == ' '))
		stop++;
	struct view in = find_key((struct view){ text.p + at, stop - at }, " tại ");

	size_t from = in.p ? (size_t)(in.p - text.p) + strlen(" tại ") : 0;

	/* "Tại TP. Vinh, sáng 10/11, Cụm thi đua số 1 tổ chức" */
	if (!in.p && text_bytes(text, doc_number(d, i, 1)) < BEFORE && begins_with_place(text))
		from = strlen("Tại ");
	if (!from)
		return none;
	in.p = text.p + from;
	in.len = (size_t)(text.p + text.len - in.p);
	struct str key = { 0 };

	key_of(&key, (struct view){ in.p, in.len < LONGEST ? in.len : LONGEST });
	bool place = starts_any(&key, 0, heads, sizeof heads / sizeof *heads) || names_place(d, i, in);

	str_free(&key);
	for (size_t n = 0; place && n <= in.len && n < LONGEST; n++)
		if (n == in.len || strchr(",;(", in.p[n]) || (in.p[n] == '.' && n > 3) || happens_at(in, n))
			return (struct view){ in.p, n - (n && in.p[n - 1] == ' ') };
	return none;
}

/* The venue: from "tại" to the end of the unit that it names. */
static struct view venue_of(const struct doc *d)
{
	size_t i = line_of_first(d, KIND_UNIT, 5, "venue");

	if (i == NONE)
		return venue_beside_day(d);
	struct view unit = doc_text(d, i), text = doc_text(d, text_of(d, i));
	size_t from = text_bytes(text, doc_number(d, i, 1));

	if (text.len - from < unit.len)
		return unit;
	size_t back = from;

	while (back > 0 && from - back < 60 && text.p[back - 1] != ',' && text.p[back - 1] != '.')
		back--;
	struct view lead = find_key((struct view){ text.p + back, from - back }, "tại ");
	size_t at = lead.p ? (size_t)(lead.p - text.p) + strlen("tại ") : from;

	return (struct view){ text.p + at, from + unit.len - at };
}

/* The cluster: of the texts of such units the one that stands most often. */
static struct view cluster_name(const struct doc *d)
{
	struct view best = { NULL, 0 };
	size_t most = 0, seen = 0;

	for (size_t i = 0; i < d->n && seen < 64; i++) {
		size_t n = 0;

		if (d->lines[i].kind != KIND_UNIT || !view_is(doc_field(d, i, 4), "cluster"))
			continue;
		seen++;
		for (size_t k = 0; k < d->n; k++)
			n += d->lines[k].kind == KIND_UNIT && view_eq(doc_text(d, k), doc_text(d, i));
		n = 2 * n + view_is(doc_field(d, i, 5), "host");
		if (n > most) {
			most = n;
			best = doc_text(d, i);
		}
	}
	/* "Cụm thi đua số 3" stands for "Cụm thi đua số 3 VKSND tỉnh Đồng Tháp" after a while */
	for (size_t i = 0; best.len && i < d->n; i++) {
		struct view name = doc_text(d, i);

		if (d->lines[i].kind == KIND_UNIT && view_is(doc_field(d, i, 4), "cluster") && name.len > best.len && name.p[best.len] == ' ' &&
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
		if (key->p[i - 1] >= '0' && key->p[i - 1] <= '9' && starts_any(key, i, groups, 2))
			return true;
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
		      { "của ", GROUP }, { "lãnh đạo ", GROUP }, { "đại diện ", GROUP }, { "đại biểu ", GROUP }, { "giữa ", GROUP }, { "cả ", GROUP },
		      { "toàn thể ", GROUP } };
	static const char *const said[GROUP] = { "thành viên", "gồm", "trong cụm", "trong khối", "thuộc cụm", "thuộc khối", "của cụm", "của khối" };
	struct view near = { key->p + q, key->len - q < NEAR ? key->len - q : NEAR };
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
			if (find_key(near, said[i]).p)
				return true;
	}
	/* "07 đơn vị thành viên trong Cụm" */
	if (find_key(near, "thành viên trong cụm").p || find_key(near, "thành viên trong khối").p)
		return true;
	/* "gồm Thanh tra 7 tỉnh miền núi phía Bắc: A, B ..." */
	while (from && p - from < NEAR && !strchr(".;:", key->p[from - 1]))
		from--;
	return find_key((struct view){ key->p + from, p - from }, "gồm ").p && memchr(key->p + q, ':', key->len - q < LIST ? key->len - q : LIST);
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

/* How many units the page says the cluster has: "gồm 07 đơn vị". 0: not said. */
static size_t declared_of(const struct doc *d)
{
	static const char *const counted[] = { " đơn vị", " cơ quan", " thành viên", " sở", " huyện", " tỉnh", " xã", " phường", " trường", " đài", " doanh nghiệp",
					       " công ty", " bệnh viện" };
	struct str key = { 0 };
	size_t found = 0;

	for (size_t i = 0; i < d->n && !found; i++) {
		if (d->lines[i].kind != KIND_TEXT)
			continue;
		struct view text = doc_text(d, i);
		bool keyed = false; /* only for the few numbers that may count something */

		for (size_t p = 0; (p = next_digit(text, p)) < text.len && !found; p++) {
			size_t q = p, n = 0;

			while (q < text.len && text.p[q] >= '0' && text.p[q] <= '9' && q - p < 4)
				n = n * 10 + (size_t)(text.p[q++] - '0');
			if (n > 1 && q - p <= 3 && q < text.len && text.p[q] == ' ' && (!p || text.p[p - 1] != '/')) {
				if (!keyed)
					key_of(&key, text);
				keyed = true;
				if (starts_any(&key, q, counted, sizeof counted / sizeof *counted) && is_size(&key, p, q))
					found = n;
			}
			p = q;
		}
	}
	str_free(&key);
	return found;
}

static struct view text_with_role(const struct doc *d, const char *role)
{
	size_t i = line_of_first(d, KIND_UNIT, 5, role);

	return i == NONE ? (struct view){ NULL, 0 } : doc_text(d, i);
}

/* Is the office of unit line i one that it is chosen for, in the year to come? "bầu Sở A
 * làm Khối trưởng năm 2022" */
static bool elected(const struct doc *d, size_t i)
{
	enum { BEFORE = 60, BEHIND = 50 };
	static const char *const chosen[] = { "bầu ", "suy tôn", "giới thiệu", "đề cử", "thống nhất", "nhất trí", "bàn giao" };
	struct view text = doc_text(d, text_of(d, i));
	size_t from = text_bytes(text, doc_number(d, i, 1));
	size_t end = from + doc_text(d, i).len, back = from;
	struct str key = { 0 };
	bool is = false;

	end = end < text.len ? end : text.len;
	/* only its own sentence */
	while (back && from - back < BEFORE && text.p[back - 1] != '.' && text.p[back - 1] != ';')
		back--;
	key_of(&key, (struct view){ text.p + back, from - back });
	for (size_t k = 0; k < key.len && !is; k++)
		is = (!k || key.p[k - 1] == ' ') && starts_any(&key, k, chosen, sizeof chosen / sizeof *chosen);
	str_free(&key);
	return is || find_key((struct view){ text.p + end, text.len - end < BEHIND ? text.len - end : BEHIND }, "làm ").p;
}

struct view fact_unit_name(const struct doc *d, size_t i)
{
	struct view text = doc_text(d, i), name = doc_field(d, i, 3);
	struct str own = { 0 };

	text_canon(&own, text);
	bool shared = own.len && name.len > own.len + 1 && name.p[name.len - own.len - 1] == ' ' &&
		      !memcmp(name.p + name.len - own.len, own.p, own.len);

	str_free(&own);
	return shared ? name : text;
}

/* The unit that heads the cluster, or is its deputy: who does so now, or else who was
 * chosen to. Years are not mixed: beside a present head no deputy to come. */
static struct view officer_of(const struct doc *d, const char *role)
{
	enum { MOST = 64 }; /* as many as are looked at */
	size_t chosen = NONE, seen = 0;
	bool head = false;

	for (size_t i = 0; i < d->n && seen < MOST; i++) {
		if (d->lines[i].kind != KIND_UNIT)
			continue;
		struct view its = doc_field(d, i, 5);
		bool is = view_is(its, role), leads = view_is(its, "head");

		if (!is && !leads)
			continue;
		seen++;
		bool to_come = elected(d, i);

		if (is && !to_come)
			return fact_unit_name(d, i);
		head |= leads && !to_come;
		if (is && chosen == NONE)
			chosen = i;
	}
	return chosen == NONE || head ? (struct view){ NULL, 0 } : fact_unit_name(d, chosen);
}

/* "TAND khu vực 9 (Cụm trưởng Cụm thi đua số II), tổ chức ...", "Sở Tư pháp - Trưởng Cụm, phối hợp
 * với ... tổ chức": the head or the deputy of the cluster, where it is said to hold the conference. */
static struct view officer_that_holds(const struct doc *d, const char *role)
{
	static const char *const verbs[] = { " tổ chức", " đăng cai", " chủ trì" };
	enum { LONGEST = 200 };
	size_t i = line_of_first(d, KIND_UNIT, 5, role);
	struct view none = { NULL, 0 };

	if (i == NONE)
		return none;
	struct view text = doc_text(d, text_of(d, i)), unit = doc_text(d, i);
	size_t at = text_bytes(text, doc_number(d, i, 1)) + unit.len;

	/* a stream made by hand may say what its text does not */
	if (at >= text.len)
		return none;
	struct str key = { 0 };
	bool holds = false;

	key_of(&key, (struct view){ text.p + at, text.len - at < LONGEST ? text.len - at : LONGEST });
	/* what is said of it begins with a mark, and ends before the sentence does */
	if (key.len > 2 && (strchr(",(-", key.p[0]) || (key.p[0] == ' ' && strchr("(-", key.p[1]))))
		for (size_t k = 0; k < key.len && !holds && key.p[k] != '.' && key.p[k] != ';'; k++)
			holds = key.p[k] == ' ' && starts_any(&key, k, verbs, sizeof verbs / sizeof *verbs);
	str_free(&key);
	return holds ? unit : none;
}

/* The host; where it is the cluster itself, in the spelling of its name. */
static struct view host_of(const struct doc *d, struct view cluster, size_t event)
{
	struct view host = { NULL, 0 };

	/* who holds what is told of the day comes first */
	for (size_t i = event == NONE ? d->n : text_of(d, event) + 1; i < d->n && !doc_is_text(d, i) && !host.len; i++)
		if (d->lines[i].kind == KIND_UNIT && view_is(doc_field(d, i, 5), "host"))
			host = doc_text(d, i);
	if (!host.len)
		host = text_with_role(d, "host");
	struct str a = { 0 }, b = { 0 };

	if (!host.len)
		host = officer_that_holds(d, "head");
	if (!host.len)
		host = officer_that_holds(d, "deputy");
	key_of(&a, host);
	key_of(&b, cluster);
	if (host.len && view_eq(str_view(&a), str_view(&b)))
		host = cluster;
	str_free(&a);
	str_free(&b);
	return host;
}

static struct view day_only(struct view v)
{
	const char *t = v.len ? memchr(v.p, 'T', v.len) : NULL;

	return t ? (struct view){ v.p, (size_t)(t - v.p) } : v;
}

/* Does what a comma parts from a name go on with it? "tổng kết công tác thi đua, khen
 * thưởng năm 2018, triển khai nhiệm vụ năm 2019" */
static bool name_goes_on(const struct str *key, size_t from, size_t at)
{
	/* "Lễ tuyên dương nhà giáo, cán bộ quản lý tiêu biểu" */
	static const char *const praises[] = { "tuyên dương", "biểu dương", "tôn vinh", "vinh danh", "gặp mặt" };
	static const char *const whom[] = { " cán bộ", " công chức", " viên chức", " người lao động", " công nhân", " tập thể", " cá nhân", " gương", " điển hình", " nhóm ",
					    " học sinh", " giáo viên" };

	bool noun = starts_any(key, at, whom, sizeof whom / sizeof *whom);

	for (size_t i = 0; noun && i < sizeof praises / sizeof *praises; i++)
		if (find_key((struct view){ key->p + from, at - from }, praises[i]).p)
			return true;

	static const char *const words[] = { " khen thưởng", " triển khai", " phương hướng", " phát động", " ký kết", " ký giao ước", " bình xét", " đề ra",
					     " thảo luận", " giai đoạn", " lần thứ", " nhiệm kỳ", " nhiệm vụ", " kế hoạch", " biểu dương", " tôn vinh",
					     " tuyên dương", " giao ước", " xây dựng", " bình bầu", " suy tôn", " sơ kết", " tổng kết", " chuyển giao", " đánh giá" };

	return starts_any(key, at, words, sizeof words / sizeof *words);
}

/* "(TĐQT)" at byte at: its closing bracket, with more of the name behind it; or at. */
static size_t short_form_end(const struct str *key, size_t at)
{
	enum { LONGEST = 14 };
	size_t i = at + 1;

	while (i < key->len && i - at < LONGEST && !strchr(" )/.0123456789", key->p[i]))
		i++;
	return key->p[at] == '(' && i > at + 2 && i + 1 < key->len && key->p[i] == ')' && key->p[i + 1] == ' ' ? i : at;
}

/* Does a quotation mark open at byte at (1), or close (-1)? */
static int quote_at(const struct str *key, size_t at)
{
	unsigned char c = (unsigned char)key->p[at];

	if (c != '"' && c != 0xe2)
		return 0;
	if (c == '"')
		return !at || key->p[at - 1] == ' ' || key->p[at - 1] == '(' ? 1 : -1;
	if (at + 2 >= key->len || (unsigned char)key->p[at + 1] != 0x80 || ((unsigned char)key->p[at + 2] | 1) != 0x9d)
		return 0;
	return (unsigned char)key->p[at + 2] == 0x9c ? 1 : -1;
}

/* Where the name of a conference ends that begins at byte from of a sentence. */
static size_t name_end(const struct str *key, size_t from)
{
	enum { LONGEST = 260 };
	static const char *const stops[] = { " với sự ", " với ", " dưới sự ", " do ", " nhằm ", " để ", " tại ", " cho ", " vào ", " đã ", " được ", " theo ",
					     " bằng hình thức ", " cùng ", " gồm ", " có ", " trao ", " (", " diễn ra ", " giữa ", " trong không khí ", " dự kiến ", " sẽ ", " của cụm ", " của khối " };
	static const char *const ceremony[] = { "lễ " }, *const of_ceremonies[] = { " trao ", " cho " };
	bool is_ceremony = starts_any(key, from, ceremony, 1);
	size_t i = from;

	bool quoted = false;

	for (; i < key->len && i - from < LONGEST; i++) {
		char c = key->p[i];

		/* a name in quotes may hold anything */
		int quote = quote_at(key, i);

		/* what closes here was opened before the name */
		if (quote < 0 && !quoted)
			return i;
		quoted = quote ? quote > 0 : quoted;
		if (quoted)
			continue;
		size_t close = c == '(' ? short_form_end(key, i) : i;

		/* "Đại hội Thi đua quyết thắng (TĐQT) lực lượng vũ trang" */
		if (close > i) {
			i = close;
			continue;
		}
		if (c == ' ' && ((i + 1 < key->len && key->p[i + 1] == '(' && short_form_end(key, i + 1) > i + 1) || (is_ceremony && starts_any(key, i, of_ceremonies, 2))))
			continue;

		if (c == ';' || c == ':' || (c == '.' && (i + 1 == key->len || key->p[i + 1] == ' ')) || (c == ',' && !name_goes_on(key, from, i + 1)) ||
		    (c == ' ' && starts_any(key, i, stops, sizeof stops / sizeof *stops)))
			return i;
	}
	return i < key->len ? from : i;
}

/* "vừa tổ chức Hội nghị ...": where no day is said, the first lines say what was held. The line,
 * or NONE; the byte of "tổ chức" through *at. */
static size_t line_that_holds(const struct doc *d, size_t *at)
{
	static const char *const said[] = { " vừa tổ chức ", " đã tổ chức " };
	enum { FIRST = 3 };
	size_t n = 0;

	for (size_t i = 0; i < d->n && n < FIRST; i++) {
		if (d->lines[i].kind != KIND_TEXT)
			continue;
		for (size_t w = 0; w < sizeof said / sizeof *said; w++) {
			struct view found = find_key(doc_text(d, i), said[w]);

			if (!found.p)
				continue;
			*at = (size_t)(found.p - doc_text(d, i).p) + strlen(said[w]) - strlen(" tổ chức ");
			return i;
		}
		n++;
	}
	return NONE;
}

/* The conference by its name, as the sentence calls it that says when it was: "tổ chức Hội
 * nghị tổng kết công tác thi đua, khen thưởng năm 2018"; or by what was done: "tổ chức sơ kết
 * công tác thi đua". */
static struct view conference_of(const struct doc *d, size_t event)
{
	static const char *const heads[] = { " hội nghị ", " đại hội ", " lễ ", " hội thảo ", " họp mặt ", " gặp mặt ", " liên hoan ", " tọa đàm ",
					     " phiên họp ", " cuộc họp " };
	static const char *const opening[] = { "hội nghị ", "đại hội ", "lễ " };
	static const char *const held[] = { " tổ chức tổng kết ", " tổ chức sơ kết ", " tổ chức ký kết ", " tổ chức đón nhận ", " tổ chức kỷ niệm ", " tổ chức công bố " };
	enum { SHORTEST = 24 };
	struct view none = { NULL, 0 }, text;
	struct str key = { 0 };
	enum { NEAR = 4 + sizeof " tổ chức " }; /* bytes from there to the name of what was held */
	size_t from = 0, end = 0, start = 0, line = event == NONE ? line_that_holds(d, &start) : text_of(d, event);
	bool quoted = false;

	if (line == NONE)
		return none;
	text = doc_text(d, line);
	key_of(&key, text);
	start = event == NONE ? start : text_bytes(text, doc_number(d, event, 2));
	for (size_t i = start; i < key.len && !end && (event != NONE || i - start < NEAR); i++) {
		int quote = quote_at(&key, i);

		quoted = quote ? quote > 0 : quoted;
		/* only the sentence of that day */
		if (key.p[i] == '.' && i + 1 < key.len && key.p[i + 1] == ' ')
			break;
		/* most words begin with another letter than any of these */
		if (key.p[i] != ' ' || quoted || i + 1 == key.len || !strchr("hlgtpc\xc4", key.p[i + 1]))
			continue;
		bool does = key.p[i + 1] == 't' && starts_any(&key, i, held, sizeof held / sizeof *held);

		if (!does && !starts_any(&key, i, heads, sizeof heads / sizeof *heads))
			continue;
		size_t first = i + 1 + (does ? strlen("tổ chức ") : 0), stop = name_end(&key, first);

		/* "tại hội nghị," names none */
		if (stop > first + SHORTEST) {
			from = first;
			end = stop;
		}
	}
	/* "Đại hội thi đua yêu nước tỉnh ... diễn ra ngày 5/10" */
	if (!end && event != NONE && starts_any(&key, 0, opening, sizeof opening / sizeof *opening)) {
		end = name_end(&key, 0);
		end = end > SHORTEST ? end : 0;
	}
	str_free(&key);
	return end ? (struct view){ text.p + from, end - from } : none;
}

/* Does the page tell of a cluster at all? "Đoàn công tác gồm đại diện Bộ Nội vụ, ..." has none. */
static bool tells_of_cluster(const struct doc *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (doc_is_text(d, i) && (find_key(doc_text(d, i), "cụm ").p || find_key(doc_text(d, i), "khối ").p))
			return true;
	return false;
}

void facts_read(struct facts *f, const struct doc *d)
{
	size_t event = line_of_first(d, KIND_DATE, 4, "event");
	struct view title = title_of(d), name = conference_of(d, event);

	if (!name.p)
		name = find_key(title, "hội nghị");
	*f = (struct facts){
		.title = title,
		.published = field_of_first(d, KIND_DATE, 4, "published", 3),
		.name = name.p ? name : title,
		.venue = venue_of(d),
		.cluster = cluster_name(d),
		.head = officer_of(d, "head"),
		.deputy = officer_of(d, "deputy"),
	};
	f->declared = f->cluster.len ? declared_of(d) : 0;
	f->grouped = f->cluster.len || (line_of_first(d, KIND_UNIT, 5, "member") != NONE && tells_of_cluster(d));
	f->host = host_of(d, f->cluster, event);
	if (event != NONE) {
		f->date = day_only(doc_field(d, event, 3));
		f->session = session_of(doc_text(d, event));
		if (!f->session.p)
			f->session = session_before(d, event);
	}
}
