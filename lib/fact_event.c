#include "fact_parts.h"

#include <string.h>

#include "text.h"

static struct view session_of(struct view date)
{
	static const struct {
		const char *word, *session;
	} parts[] = { { "sáng", "morning" }, { "trưa", "noon" }, { "chiều", "afternoon" }, { "tối", "evening" },
		      { "đêm", "night" } };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (fact_find_key(date, parts[i].word).p)
			return view_of(parts[i].session);
	return (struct view){ NULL, 0 };
}

/* "Chiều nay (12/5/2020)": of the date at record i, by the words before its bracket. */
static struct view session_before(const struct doc *d, size_t i)
{
	enum { REACH = 14 }; /* bytes of "chiều nay (" and of a space */
	struct view text = doc_text(d, fact_text_of(d, i));
	size_t at = text_bytes(text, doc_number(d, i, 1)), from = at > REACH ? at - REACH : 0;

	if (!at || at > text.len || text.p[at - 1] != '(')
		return (struct view){ NULL, 0 };
	return session_of((struct view){ text.p + from, at - from });
}

struct view fact_session(const struct doc *d, size_t event)
{
	struct view session = session_of(doc_text(d, event));

	return session.p ? session : session_before(d, event);
}

/* Does text begin with a place that was found in its line, that of record i? */
static bool names_place(const struct doc *d, size_t i, struct view text)
{
	for (size_t k = (doc_is_text(d, i) ? i : fact_text_of(d, i)) + 1; k < d->n && !doc_is_text(d, k); k++) {
		struct view place = doc_text(d, k);

		if (d->lines[k].kind == KIND_PLACE && place.len <= text.len && !memcmp(place.p, text.p, place.len))
			return true;
	}
	return false;
}

/* The unit that was found where text begins, in the line of record i, which is the head of the cluster or its
 * deputy: "tại Sở Nội vụ (Trưởng khối), Khối thi đua số 4 tổ chức"; or none. */
static struct view unit_begins(const struct doc *d, size_t i, struct view text)
{
	size_t line = doc_is_text(d, i) ? i : fact_text_of(d, i);

	for (size_t k = line + 1; k < d->n && !doc_is_text(d, k); k++) {
		struct view role = doc_field(d, k, 5), unit = doc_text(d, k);

		if (d->lines[k].kind == KIND_UNIT && (view_is(role, "head") || view_is(role, "deputy")) && unit.len <= text.len && doc_text(d, line).p + text_bytes(doc_text(d, line), doc_number(d, k, 1)) == text.p)
			return (struct view){ text.p, unit.len };
	}
	return (struct view){ NULL, 0 };
}

/* Does what is done there begin at byte at, or how: "tại Hà Nội đã diễn ra", "với chủ đề"? */
static bool happens_at(struct view t, size_t at)
{
	static const char *const words[] = { " đã ", " sẽ ", " vừa ", " diễn ra", " tổ chức", " long trọng", " trọng thể", " với ", " dưới ", " do ", " nhằm ", " để ", " theo ", " trong ", " vào ",
					     " nhân ", " khai mạc", " bế mạc", " và kết nối", " và trực tuyến", " vinh dự", " được ", " đón nhận" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_has(t, at, words[i]))
			return true;
	return false;
}

/* "Tại TP. Vinh, ...", "(VA) - Tại TP. Vinh, ...": the byte of the place, or 0. */
static size_t place_first(struct view text)
{
	enum { DATELINE = 40 };
	static const char at[] = "Tại ";

	if (view_has(text, 0, at) || view_has(text, 0, "tại "))
		return sizeof at - 1;
	for (size_t i = 2; i < DATELINE && i + sizeof at < text.len; i++)
		if (text.p[i - 1] == ' ' && (text.p[i - 2] == '-' || text.p[i - 2] == ')' || (unsigned char)text.p[i - 2] == 0x93) && view_has(text, i, at))
			return i + sizeof at - 1;
	return 0;
}

/* "Đà Lạt, ...", "Tam Đảo (Vĩnh Phúc)": does text begin with a few words with capitals, and a mark? */
static bool capitals_and_mark(struct view text)
{
	enum { FEWEST = 2, MOST = 4 };
	size_t words = 0, i = 0, n;

	while (i < text.len && words < MOST && text_letter(text, i, &n) == LETTER_UPPER) {
		while (i < text.len && !strchr(" ,;.:()/\"", text.p[i]))
			i++;
		words++;
		if (i + 1 >= text.len || text.p[i] != ' ')
			break;
		i++;
	}
	return words >= FEWEST && i < text.len && (text.p[i] == ',' || text.p[i] == '(');
}

/* "vừa tổ chức Hội nghị ...": where no day is said, the first lines say what was held. The line,
 * or FACT_NONE; the byte of "tổ chức" through *at. */
static size_t line_that_holds(const struct doc *d, size_t *at)
{
	static const char *const before[] = { " vừa", " đã", " lần đầu", " lần đầu tiên" }, *const held[] = { " tổ chức ", " diễn ra " };
	enum { FIRST = 3 };
	size_t n = 0, line = FACT_NONE;
	struct str key = { 0 };

	for (size_t i = 0; i < d->n && n < FIRST && line == FACT_NONE; i++) {
		if (d->lines[i].kind != KIND_TEXT)
			continue;
		fact_key_of(&key, doc_text(d, i));
		for (size_t k = 0; k < key.len && line == FACT_NONE; k++) {
			if (key.p[k] != ' ' || !fact_starts_any(&key, k, held, sizeof held / sizeof *held))
				continue;
			if (fact_ends_any(&key, k, before, sizeof before / sizeof *before))
				line = i;
			*at = k;
		}
		n++;
	}
	str_free(&key);
	return line;
}

/* ", huyện Hàm Tân": the byte behind what says where a place lies, from byte n of text on; or n. */
static size_t behind_where(struct view text, size_t n)
{
	enum { LONGEST = 40 };
	static const char *const levels[] = { "xã ", "phường ", "thị trấn ", "huyện ", "quận ", "thị xã ", "thành phố ", "TP", "tp", "tỉnh ", "TX" };
	size_t i = n + 2, end = i, len;

	if (!view_has(text, n, ", "))
		return n;
	for (size_t k = 0; k < sizeof levels / sizeof *levels; k++)
		if (view_has(text, i, levels[k])) {
			for (end = i + strlen(levels[k]); end < text.len && strchr(". ", text.p[end]);)
				end++;
			break;
		}
	if (end == i || text_letter(text, end, &len) != LETTER_UPPER)
		return n;
	/* words with capitals */
	while (end < text.len && end - i < LONGEST && !strchr(",;.()", text.p[end]) && !(text.p[end] == ' ' && text_letter(text, end + 1, &len) != LETTER_UPPER))
		end++;
	return end < text.len && strchr(",.;", text.p[end]) ? end : n;
}

/* The venue of n bytes at in, with the rest of a unit that begins in it, and where it lies. */
static struct view whole_venue(const struct doc *d, size_t i, struct view in, size_t n)
{
	enum { MOST = 3 };
	size_t line = doc_is_text(d, i) ? i : fact_text_of(d, i);
	struct view text = doc_text(d, line);
	size_t from = (size_t)(in.p - text.p);

	/* "hội trường Ngân hàng (NH) Nhà nước chi nhánh Bến Tre" */
	for (size_t k = line + 1; k < d->n && !doc_is_text(d, k); k++) {
		if (d->lines[k].kind != KIND_UNIT)
			continue;
		size_t start = text_bytes(text, doc_number(d, k, 1)), end = text_bytes(text, doc_number(d, k, 2));

		if (start >= from && start < from + n && end > from + n && end <= text.len)
			n = end - from;
	}
	for (int more = 0; more < MOST; more++)
		n = behind_where(in, n);
	return (struct view){ in.p, n };
}

/* The byte behind a word that stands at byte at, or 0. */
static size_t behind_word(struct view text, size_t at, const char *word)
{
	return view_has(text, at, word) ? at + strlen(word) : 0;
}

/* "Sáng 5/3, tại Nhà Văn hóa thị xã, ...": a building or a place that is no unit, said in
 * the sentence of the day of the event. */
static struct view venue_beside_day(const struct doc *d)
{
	enum { REACH = 220, LONGEST = 90, BEFORE = 80 };
	static const char *const heads[] = { "hội trường", "trụ sở", "nhà ", "khách sạn", "khu ", "trung tâm", "phòng họp", "sân ", "quảng trường", "công viên",
					     "cung ", "ubnd", "ủy ban", "cơ quan ", "văn phòng ", "chùa ", "rạp ", "doanh trại ", "quận ", "trường ", "thành phố", "tp", "huyện ", "đặc khu ", "thị xã", "tỉnh ", "xã ", "phường ", "thị trấn" };
	size_t i = fact_line_of_first(d, KIND_DATE, 4, "event"), at = 0;
	const bool day = i != FACT_NONE;
	struct view none = { NULL, 0 };

	/* "Tại huyện A, Cụm thi đua số 3 vừa tổ chức ..." */
	if (!day && (i = line_that_holds(d, &at)) == FACT_NONE)
		return none;
	struct view text = doc_text(d, day ? fact_text_of(d, i) : i);
	at = day ? text_bytes(text, doc_number(d, i, 2)) : at;
	size_t stop = at;

	while (stop < text.len && stop - at < REACH && text.p[stop] != ';' && !(text.p[stop] == '.' && stop + 1 < text.len && text.p[stop + 1] == ' '))
		stop++;
	struct view in = fact_find_key((struct view){ text.p + at, day ? stop - at : 0 }, " tại ");

	size_t from = in.p ? (size_t)(in.p - text.p) + strlen(" tại ") : 0;

	/* "Sáng 5/3, ở thành phố Vinh, ...", "diễn ra chiều 24/2 ở Hà Nội": said of anything but right behind the day */
	if (!in.p && day)
		from = behind_word(text, at, " ở ");
	if (!from && !in.p && day)
		from = behind_word(text, at, ", ở ");

	/* "Tại TP. Vinh, sáng 10/11, Cụm thi đua số 1 tổ chức" */
	if (!from && (!day || text_bytes(text, doc_number(d, i, 1)) < BEFORE))
		from = place_first(text);
	if (!from)
		return none;
	in.p = text.p + from;
	in.len = (size_t)(text.p + text.len - in.p);
	struct view unit = unit_begins(d, i, in);

	if (unit.len)
		return unit;
	struct str key = { 0 };

	fact_key_of(&key, (struct view){ in.p, in.len < LONGEST ? in.len : LONGEST });
	bool place = fact_starts_any(&key, 0, heads, sizeof heads / sizeof *heads) || names_place(d, i, in) || capitals_and_mark(in);

	str_free(&key);
	for (size_t n = 0; place && n <= in.len && n < LONGEST; n++)
		if (n == in.len || strchr(",;(", in.p[n]) || (in.p[n] == '.' && n > 3) || happens_at(in, n))
			return whole_venue(d, i, in, n - (n && in.p[n - 1] == ' '));
	return none;
}

/* "tại Hội trường tầng 3, trụ sở Sở Tư pháp": where the hall begins that stands before the comma before byte at, and
 * nothing but the word for a seat between it and the unit at byte unit; or unit. */
static size_t hall_before(struct view text, size_t at, size_t unit)
{
	enum { LONGEST = 60 };
	static const char *const halls[] = { "hội trường", "phòng họp", "phòng ", "tầng ", "sân " };
	static const char seat[] = " trụ sở ";
	size_t back = at ? at - 1 : 0; /* the comma */

	if (!at || text.p[back] != ',' || (unit > at && !view_is((struct view){ text.p + at, unit - at }, seat) && unit - at > 1))
		return unit;
	size_t from = back > LONGEST ? back - LONGEST : 0;

	for (size_t i = back; i > from && !strchr(",.;", text.p[i - 1]); i--)
		if (view_has(text, i - 1, "tại ")) {
			struct str key = { 0 };

			fact_key_of(&key, (struct view){ text.p + i - 1 + strlen("tại "), back - (i - 1 + strlen("tại ")) });
			bool hall = fact_starts_any(&key, 0, halls, sizeof halls / sizeof *halls);

			str_free(&key);
			return hall ? i - 1 + strlen("tại ") : unit;
		}
	return unit;
}

/* The venue: from "tại" to the end of the unit that it names. */
struct view fact_venue(const struct doc *d)
{
	size_t i = fact_line_of_first(d, KIND_UNIT, 5, "venue");

	if (i == FACT_NONE)
		return venue_beside_day(d);
	/* "Ngày 5/3, tại Hà Nội, ...", and a unit that another paragraph says to be somewhere */
	size_t event = fact_line_of_first(d, KIND_DATE, 4, "event");

	if (event != FACT_NONE && fact_text_of(d, event) < fact_text_of(d, i)) {
		struct view beside = venue_beside_day(d);

		if (beside.len)
			return beside;
	}
	struct view unit = doc_text(d, i), text = doc_text(d, fact_text_of(d, i));
	size_t from = text_bytes(text, doc_number(d, i, 1));

	if (text.len - from < unit.len)
		return unit;
	size_t back = from;

	while (back > 0 && from - back < 60 && text.p[back - 1] != ',' && text.p[back - 1] != '.')
		back--;
	struct view lead = fact_find_key((struct view){ text.p + back, from - back }, "tại ");
	size_t at = lead.p ? (size_t)(lead.p - text.p) + strlen("tại ") : hall_before(text, back, from);

	return (struct view){ text.p + at, from + unit.len - at };
}

/* "TAND khu vực 9 (Cụm trưởng Cụm thi đua số II), tổ chức ...", "Sở Tư pháp - Trưởng Cụm, phối hợp
 * với ... tổ chức": the head or the deputy of the cluster, where it is said to hold the conference, in
 * that text line or in any (FACT_NONE). */
static struct view officer_that_holds(const struct doc *d, size_t line, const char *role)
{
	static const char *const verbs[] = { " tổ chức", " đăng cai", " chủ trì" };
	enum { LONGEST = 200 };
	size_t i = fact_line_of_first(d, KIND_UNIT, 5, role);
	struct view none = { NULL, 0 };

	if (i == FACT_NONE || (line != FACT_NONE && fact_text_of(d, i) != line))
		return none;
	struct view text = doc_text(d, fact_text_of(d, i)), unit = doc_text(d, i);
	size_t at = text_bytes(text, doc_number(d, i, 1)) + unit.len;

	/* a stream made by hand may say what its text does not */
	if (at >= text.len)
		return none;
	struct str key = { 0 };
	bool holds = false;

	fact_key_of(&key, (struct view){ text.p + at, text.len - at < LONGEST ? text.len - at : LONGEST });
	static const char *const unit_of[] = { " đơn vị " };

	/* what is said of it begins with a mark, or "đơn vị Cụm trưởng", and ends before the sentence does */
	if (key.len > 2 && (fact_starts_any(&key, 0, unit_of, 1) || strchr(",(-", key.p[0]) || (key.p[0] == ' ' && strchr("(-", key.p[1]))))
		for (size_t k = 0; k < key.len && !holds && key.p[k] != '.' && key.p[k] != ';'; k++)
			holds = key.p[k] == ' ' && fact_starts_any(&key, k, verbs, sizeof verbs / sizeof *verbs);
	str_free(&key);
	return holds ? unit : none;
}

/* "Tỉnh ủy, HĐND, UBND tỉnh A", "Sở B và Sở C": the host of record i with those that are named
 * in one breath with it, as they are written. */
static struct view with_others(const struct doc *d, size_t i)
{
	static const char *const marks[] = { ", ", " - ", " – ", "-", " và " };
	struct view host = doc_text(d, i), text = doc_text(d, fact_text_of(d, i));
	size_t from = text_bytes(text, doc_number(d, i, 1)), end = from + host.len;

	for (size_t k = i + 1; k < d->n && !doc_is_text(d, k); k++) {
		if (d->lines[k].kind != KIND_UNIT)
			continue;
		size_t at = text_bytes(text, doc_number(d, k, 1)), m = 0, len = doc_text(d, k).len;
		bool fine = at >= end && at <= text.len && len <= text.len - at; /* a stream made by hand may say what its text does not */
		struct view gap = { text.p + end, fine ? at - end : 0 };

		while (m < sizeof marks / sizeof *marks && !view_is(gap, marks[m]))
			m++;
		if (m == sizeof marks / sizeof *marks || !view_is(doc_field(d, k, 5), "host"))
			break;
		end = at + len;
	}
	return end > from + host.len ? (struct view){ text.p + from, end - from } : host;
}

/* "Sở Nội vụ - Cụm trưởng Cụm thi đua số 3 - phối hợp với Ban A tổ chức": does the first head, said before the host of
 * record i in one text, do so with it? */
static bool head_with(const struct doc *d, size_t i)
{
	size_t head = fact_line_of_first(d, KIND_UNIT, 5, "head");

	if (head == FACT_NONE || head >= i || fact_text_of(d, head) != fact_text_of(d, i))
		return false;
	struct view text = doc_text(d, fact_text_of(d, i));
	size_t from = text_bytes(text, doc_number(d, head, 2)), to = text_bytes(text, doc_number(d, i, 1));

	return from < to && fact_find_key((struct view){ text.p + from, to - from }, "phối hợp").p;
}

/* The host; where it is the cluster itself, in the spelling of its name. */
struct view fact_host(const struct doc *d, struct view cluster, size_t event)
{
	struct view host = { NULL, 0 };
	size_t first;

	/* who holds what is told of the day comes first */
	for (size_t i = event == FACT_NONE ? d->n : fact_text_of(d, event) + 1; i < d->n && !doc_is_text(d, i) && !host.len; i++)
		if (d->lines[i].kind == KIND_UNIT && view_is(doc_field(d, i, 5), "host"))
			host = head_with(d, i) ? officer_that_holds(d, fact_text_of(d, event), "head") : with_others(d, i);
	if (!host.len && event != FACT_NONE)
		host = officer_that_holds(d, fact_text_of(d, event), "head");
	if (!host.len && (first = fact_line_of_first(d, KIND_UNIT, 5, "host")) != FACT_NONE)
		host = with_others(d, first);
	struct str a = { 0 }, b = { 0 };

	if (!host.len)
		host = officer_that_holds(d, FACT_NONE, "head");
	if (!host.len)
		host = officer_that_holds(d, FACT_NONE, "deputy");
	fact_key_of(&a, host);
	fact_key_of(&b, cluster);
	if (host.len && view_eq(str_view(&a), str_view(&b)))
		host = cluster;
	str_free(&a);
	str_free(&b);
	return host;
}

/* Does a sentence end with the stop at byte at? Not with that of "TP. Vinh", "PGS.TS. Nguyễn": a short
 * form has no vowel, nor a byte beyond ASCII. */
static bool sentence_ends(const struct str *key, size_t at)
{
	size_t from = at;

	if (key->p[at] != '.' || (at + 1 < key->len && key->p[at + 1] != ' '))
		return false;
	while (from && key->p[from - 1] >= 'a' && key->p[from - 1] <= 'z' && !strchr("aeiouy", key->p[from - 1]))
		from--;
	return from == at || (from && !strchr(" .(,", key->p[from - 1]));
}

/* What stands behind a name and is no part of it. */
static const char *const stops[] = { " với sự ", " với ", " dưới sự ", " do ", " nhằm ", " để ", " tại ", " cho ", " vào ", " đã ", " được ", " theo ",
				     " bằng hình thức ", " cùng ", " gồm ", " trao ", " (", " diễn ra ", " giữa ", " trong không khí ", " dự kiến ", " sẽ ", " nhất trí ", " thống nhất ",
				     " - phần thưởng ", " -\x01\x01 phần thưởng " };
enum { STOPS = sizeof stops / sizeof *stops };

/* "công tác Hội, phong trào nông dân năm 2022": is the year or the number of a name that has none yet,
 * from byte from on, said in the part behind the comma before byte at? */
static bool dated_behind(const struct str *key, size_t from, size_t at)
{
	static const char *const whens[] = { " năm 1", " năm 2", " lần thứ", " tháng đầu", " tháng cuối", " giai đoạn", " nhiệm kỳ", " quý " }, *const others[] = { " ông ", " bà ", " đồng chí", " đ/c", " các đồng chí", " tỉnh ", " huyện ", " thành phố ", " xã " };

	for (size_t i = from; i < at; i++)
		if (key->p[i] >= '0' && key->p[i] <= '9')
			return false;
	if (fact_starts_any(key, at, others, sizeof others / sizeof *others))
		return false;
	for (size_t i = at; i < key->len && !strchr(",;:", key->p[i]) && !(key->p[i] == '.' && sentence_ends(key, i)); i++) {
		if (key->p[i] != ' ')
			continue;
		if (fact_starts_any(key, i, whens, sizeof whens / sizeof *whens))
			return true;
		if (fact_starts_any(key, i, stops, STOPS))
			return false;
	}
	return false;
}

/* Does what a comma parts from a name go on with it? "tổng kết công tác thi đua, khen
 * thưởng năm 2018, triển khai nhiệm vụ năm 2019" */
static bool name_goes_on(const struct str *key, size_t from, size_t at)
{
	/* "Lễ tuyên dương nhà giáo, cán bộ quản lý tiêu biểu" */
	static const char *const praises[] = { "tuyên dương", "biểu dương", "tôn vinh", "vinh danh", "gặp mặt" };
	static const char *const whom[] = { " cán bộ", " công chức", " viên chức", " người lao động", " công nhân", " tập thể", " cá nhân", " gương", " điển hình", " nhóm ",
					    " học sinh", " giáo viên" };

	bool noun = fact_starts_any(key, at, whom, sizeof whom / sizeof *whom);

	for (size_t i = 0; noun && i < sizeof praises / sizeof *praises; i++)
		if (fact_find_key((struct view){ key->p + from, at - from }, praises[i]).p)
			return true;

	static const char *const words[] = { " khen thưởng", " triển khai", " phương hướng", " phát động", " ký kết", " ký giao ước", " bình xét", " đề ra",
					     " thảo luận", " giai đoạn", " lần thứ", " nhiệm kỳ", " nhiệm vụ", " kế hoạch", " biểu dương", " tôn vinh",
					     " tuyên dương", " giao ước", " xây dựng", " bình bầu", " suy tôn", " sơ kết", " tổng kết", " chuyển giao", " đánh giá" };

	return fact_starts_any(key, at, words, sizeof words / sizeof *words) || dated_behind(key, from, at);
}

/* "Hội nghị tổng kết ... có sự tham dự của", but "tuyên dương người có công": does what it has end a name at byte at? */
static bool ends_at_having(const struct str *key, size_t at)
{
	static const char *const has[] = { " có " }, *const some[] = { " sự ", " mặt ", " đông " };
	static const char *const whose[] = { " người", " gia đình", " doanh nghiệp", " tập thể", " cá nhân", " đơn vị", " cán bộ", " học sinh", " hội viên", " đảng viên", " nông dân", " phụ nữ", " thanh niên", " điển hình", " sinh viên", " giáo viên", " trẻ em" };

	if (!fact_starts_any(key, at, has, 1))
		return false;
	return !fact_ends_any(key, at, whose, sizeof whose / sizeof *whose) || fact_starts_any(key, at + strlen(*has) - 1, some, sizeof some / sizeof *some);
}

/* "năm 2018 của Cụm thi đua số 3", but "công tác thi đua của Cụm năm 2018": does whose it is end a name at byte at? */
static bool ends_at_cluster(const struct str *key, size_t at)
{
	static const char *const of[] = { " của cụm ", " của khối " }, *const year[] = { "năm 1", "năm 2" };

	for (size_t i = 0; i < sizeof of / sizeof *of; i++)
		if (fact_starts_any(key, at, &of[i], 1))
			return !fact_starts_any(key, at + strlen(of[i]), year, 2);
	return false;
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
	static const char *const ceremony[] = { "lễ " }, *const of_ceremonies[] = { " trao ", " cho " };
	bool is_ceremony = fact_starts_any(key, from, ceremony, 1);
	size_t i = from;

	bool quoted = false;

	static const bool marks[256] = { [' '] = true, ['"'] = true, [0xe2] = true, ['('] = true, [';'] = true, [':'] = true, ['.'] = true, [','] = true };

	for (; i < key->len && i - from < LONGEST; i++) {
		char c = key->p[i];

		if (!marks[(unsigned char)c]) /* nearly always */
			continue;
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
		if (c == ' ' && ((i + 1 < key->len && key->p[i + 1] == '(' && short_form_end(key, i + 1) > i + 1) || (is_ceremony && fact_starts_any(key, i, of_ceremonies, 2))))
			continue;

		if (c == ';' || c == ':' || (c == '.' && sentence_ends(key, i)) || (c == ',' && !name_goes_on(key, from, i + 1)) ||
		    (c == ' ' && (fact_starts_any(key, i, stops, STOPS) || (i + 1 < key->len && key->p[i + 1] == 'c' && (ends_at_cluster(key, i) || ends_at_having(key, i))))))
			return i;
	}
	return i < key->len ? from : i;
}

/* Do bytes from..to hold nothing, or a word of what is done already: "Cụm thi đua số 3 đã tổng kết"? */
static bool ends_before(struct view text, size_t from, size_t to)
{
	static const char *const done[] = { "", " đã", " vừa" };

	for (size_t i = 0; from <= to && to <= text.len && i < sizeof done / sizeof *done; i++)
		if (view_is((struct view){ text.p + from, to - from }, done[i]))
			return true;
	return false;
}

/* Does a cluster that was found in the text line end at that byte of it? */
static bool cluster_ends(const struct doc *d, size_t line, size_t at)
{
	struct view text = doc_text(d, line);

	for (size_t k = line + 1; k < d->n && !doc_is_text(d, k); k++)
		if (doc_is_cluster(d, k) && ends_before(text, text_bytes(text, doc_number(d, k, 2)), at))
			return true;
	return false;
}

/* "Phiên họp 6 tháng đầu năm | tổ chức sáng nay", "Đại hội lần thứ X | khai mạc sáng 10/12": where the name from byte from to
 * end of the key ends, before the words that lead to its day. */
static size_t before_when(const struct str *key, size_t from, size_t end)
{
	static const char *const whens[] = { " khai mạc", " bế mạc", " vừa", " tổ chức", " bắt đầu", " sáng ", " chiều ", " tối ", " hôm ", " ngày hôm ", " vinh dự", " long trọng" };

	/* but "40 năm Ngày Nhà giáo" */
	static const char day[] = " ngày ";

	for (size_t i = from; i < end; i++) {
		size_t digit = i + strlen(day);
		bool numbered = digit < key->len && key->p[digit] >= '0' && key->p[digit] <= '9' && view_has(str_view(key), i, day);

		if (key->p[i] == ' ' && (numbered || fact_starts_any(key, i, whens, sizeof whens / sizeof *whens)))
			return i;
	}
	return end;
}

/* Where the sentence of byte at begins. */
static size_t sentence_of(const struct str *key, size_t at)
{
	while (at && !(key->p[at - 1] == '.' && sentence_ends(key, at - 1)))
		at--;
	return at;
}

/* "tổng kết Khối thi đua Văn hóa, Thể thao và Du lịch": where a name from byte from to end of the text line ends that
 * must not cut a cluster. */
static size_t whole_cluster(const struct doc *d, size_t line, size_t from, size_t end)
{
	struct view text = doc_text(d, line);

	for (size_t k = line + 1; k < d->n && !doc_is_text(d, k); k++) {
		if (!doc_is_cluster(d, k))
			continue;
		size_t first = text_bytes(text, doc_number(d, k, 1)), last = text_bytes(text, doc_number(d, k, 2));

		if (first > from && first < end && last > end && last <= text.len)
			return last;
	}
	return end;
}

/* What the key of a text line calls a conference, at bytes from..end, and what a cluster did, at work..work_end; 0 for none. */
struct named {
	size_t from, end, work, work_end;
};

enum { SHORTEST_NAME = 24 }; /* "tại hội nghị," names none */

/* Look for it from byte from to to; before: its day ends at to, and the words that lead to it end the name. */
static void read_named(struct named *x, const struct doc *d, const struct str *key, size_t line, size_t from, size_t to, bool before)
{
	static const char *const heads[] = { " hội nghị ", " đại hội ", " đại lễ ", " lễ ", " hội thảo ", " họp mặt ", " gặp mặt ", " liên hoan ", " tọa đàm ",
					     " phiên họp ", " cuộc họp " };
	static const char *const meetings[] = { "phiên", "cuộc" };
	static const char *const held[] = { " tổ chức tổng kết ", " tổ chức sơ kết ", " tổ chức ký kết ", " tổ chức đón nhận ", " tổ chức kỷ niệm ", " tổ chức công bố ",
					    " tổ chức ký giao ước ", " họp tổng kết ", " họp sơ kết ", " họp bình xét ", " họp đánh giá " };
	/* "Cụm thi đua số 3 tổng kết công tác thi đua": what a unit does */
	static const char *const works[] = { " tổng kết ", " sơ kết ", " ký kết giao ước ", " ký giao ước " };
	bool quoted = false;

	for (size_t i = from; i < to && !x->end; i++) {
		if (key->p[i] >= 'a' && key->p[i] <= 'z')
			continue;
		int quote = quote_at(key, i);

		quoted = quote ? quote > 0 : quoted;
		/* only the sentence of that day */
		if (key->p[i] == '.' && sentence_ends(key, i))
			break;
		/* most words begin with another letter than any of these */
		if (key->p[i] != ' ' || quoted || i + 1 == key->len || !strchr("hlgtpcsk\xc4", key->p[i + 1]))
			continue;
		bool does = strchr("th", key->p[i + 1]) && fact_starts_any(key, i, held, sizeof held / sizeof *held);

		/* "Phiên họp sơ kết": no name is cut */
		if (does && fact_ends_any(key, i, meetings, 2))
			continue;
		if (!does && !fact_starts_any(key, i, heads, sizeof heads / sizeof *heads)) {
			if (!x->work_end && fact_starts_any(key, i, works, sizeof works / sizeof *works) && cluster_ends(d, line, i)) {
				x->work = i + 1;
				x->work_end = name_end(key, x->work);
			}
			continue;
		}
		/* "hội thao chào mừng Đại hội Đảng bộ tỉnh": of another */
		static const char *const greets[] = { "chào mừng", "tiến tới", "hướng tới", "hướng về" };

		if (!does && fact_ends_any(key, i, greets, sizeof greets / sizeof *greets))
			continue;
		/* "tại Trung tâm Hội nghị tỉnh" is a house */
		if (view_had(str_view(key), i, "trung tâm"))
			continue;
		size_t first = i + 1 + (does && key->p[i + 1] == 't' ? strlen("tổ chức ") : 0), stop = name_end(key, first);

		stop = before ? before_when(key, first, stop < to ? stop : to) : stop;
		if (stop > first + SHORTEST_NAME) {
			x->from = first;
			x->end = stop;
		}
	}
}

/* The conference by its name, as the sentence calls it that says when it was: "tổ chức Hội
 * nghị tổng kết công tác thi đua, khen thưởng năm 2018"; or by what was done: "tổ chức sơ kết
 * công tác thi đua". */
struct view fact_conference(const struct doc *d, size_t event)
{
	static const char *const opening[] = { "hội nghị ", "đại hội ", "lễ ", "phiên họp ", "cuộc họp " };
	enum { NEAR = 4 + sizeof " tổ chức " }; /* bytes from there to the name of what was held */
	struct view none = { NULL, 0 }, text;
	struct str key = { 0 };
	struct named x = { 0 };
	size_t start = 0, line = event == FACT_NONE ? line_that_holds(d, &start) : fact_text_of(d, event);

	if (line == FACT_NONE)
		return none;
	text = doc_text(d, line);
	fact_key_of(&key, text);
	if (event == FACT_NONE) {
		read_named(&x, d, &key, line, start, start + NEAR < key.len ? start + NEAR : key.len, false);
	} else {
		size_t day = text_bytes(text, doc_number(d, event, 1)), behind = text_bytes(text, doc_number(d, event, 2));

		read_named(&x, d, &key, line, behind, key.len, false);
		/* "Cụm thi đua số 1 tổng kết công tác thi đua vào ngày 17/1" */
		if (!x.end && !x.work_end)
			read_named(&x, d, &key, line, sentence_of(&key, day), behind, true);
	}
	if (!x.end && x.work_end > x.work + SHORTEST_NAME) {
		x.from = x.work;
		x.end = x.work_end;
	}
	/* "Đại hội thi đua yêu nước tỉnh ... diễn ra ngày 5/10" */
	if (!x.end && event != FACT_NONE && fact_starts_any(&key, 0, opening, sizeof opening / sizeof *opening)) {
		x.end = before_when(&key, 0, name_end(&key, 0));
		x.end = x.end > SHORTEST_NAME ? x.end : 0;
	}
	str_free(&key);
	x.end = x.end ? whole_cluster(d, line, x.from, x.end) : 0;
	return x.end ? (struct view){ text.p + x.from, x.end - x.from } : none;
}
