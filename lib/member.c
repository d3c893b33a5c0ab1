#include "member.h"

#include <string.h>

#include "key.h"
#include "text.h"

static const struct view no_level = { "", 0 };

/* One line of text and its key, of the same length. */
struct keyed {
	struct view text;
	struct view key;
};

static bool at_word(const struct keyed *l, size_t at, const char *word)
{
	size_t n = strlen(word);

	return at <= l->key.len && l->key.len - at >= n && !memcmp(l->key.p + at, word, n);
}

/* The byte behind the first of the words at byte at, or at. */
static size_t behind_any(const struct keyed *l, size_t at, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (at_word(l, at, words[i]))
			return at + strlen(words[i]);
	return at;
}
#define BEHIND(l, at, words) behind_any(l, at, words, sizeof words / sizeof *words)

/* the longer first */
static const char *const levels[] = { "tỉnh", "huyện", "quận", "phường", "xã", "thành phố", "thị xã", "thị trấn", "đặc khu", "tp.", "tp" };

static const char *const office_words[] = { "cụm trưởng", "cụm phó", "khối trưởng", "khối phó", "trưởng cụm", "phó trưởng cụm", "trưởng khối", "phó trưởng khối" };

/* One place at byte at, words with capitals ("Bà Rịa - Vũng Tàu"), with a level of its own
 * or none: the byte behind it, or at. */
static size_t place_end(const struct keyed *l, size_t at)
{
	enum { WORDS = 5 };
	size_t level = BEHIND(l, at, levels), i = level > at && at_word(l, level, " ") ? level + 1 : at, end = at, n;

	for (int words = 0; words < WORDS && i < l->text.len && text_letter(l->text, i, &n) == LETTER_UPPER; words++) {
		while (i < l->text.len && !strchr(" ,;.:()/", l->text.p[i]))
			i++;
		end = i;
		if (!at_word(l, i, " "))
			break;
		i += at_word(l, i, " - ") ? 3 : at_word(l, i, " -\x01\x01 ") ? 5 : 1;
		if (BEHIND(l, i, office_words) > i)
			break;
	}
	return end;
}

/* "cụm phó", "phó trưởng khối": is it the office of a deputy? */
static bool is_deputy(struct view office)
{
	static const char deputy[] = "phó";

	return view_find(office, 0, deputy) < office.len;
}

/* The byte behind what is said of the place before byte at: "Hậu Giang (Cụm trưởng)", "Cao
 * Bằng - Cụm trưởng". */
static size_t behind_aside(const struct keyed *l, size_t at, struct view *said)
{
	enum { LONGEST = 60 };
	static const char *const dashes[] = { " - ", " -\x01\x01 " };
	size_t open = at + at_word(l, at, " "), dash = BEHIND(l, at, dashes), office = dash > at ? BEHIND(l, dash, office_words) : dash;
	const char *close = NULL;

	*said = no_level;
	if (office > dash) {
		*said = (struct view){ l->key.p + dash, office - dash };
		return office;
	}
	if (at_word(l, open, "(") && l->text.len - open > 1)
		close = memchr(l->text.p + open, ')', l->text.len - open < LONGEST ? l->text.len - open : LONGEST);
	if (close && (office = BEHIND(l, open + 1, office_words)) > open + 1)
		*said = (struct view){ l->key.p + open + 1, office - open - 1 };
	return close ? (size_t)(close - l->text.p) + 1 : at;
}

/* What a document says of places: does a province stand at that byte of the line? */
struct places {
	const struct doc *d;
	size_t line;
	struct member_offices *offices;
};

static bool is_province(const struct places *known, const char *at)
{
	struct view text = doc_text(known->d, known->line);

	for (size_t i = known->line + 1; i < known->d->n && !doc_is_text(known->d, i); i++)
		if (known->d->lines[i].kind == KIND_PLACE && text.p + text_bytes(text, doc_number(known->d, i, 1)) == at)
			return true;
	return false;
}

/* The first name that is said stays. */
static void take_name(struct str *to, const char *name)
{
	if (name && !to->len)
		str_add(to, name, strlen(name));
}

/* The list of places at byte at, of that level (empty: each has its own, or none): "A, B", "các
 * phường A, B và các xã C, D". one without a level must be a province, unless any is fine. */
static size_t read_list(struct str *out, const struct keyed *l, size_t at, struct view level, const struct places *known, bool any)
{
	size_t head = 0, deputy = 0; /* where in out */
	struct view said;

	static const char *const joints[] = { ", ", "; ", " và ", ", và ", "," }, *const more[] = { "các " };
	enum { MOST = 70 };
	size_t from = out->len, n = 0;

	while (n < MOST) {
		size_t name = out->len;

		size_t group = BEHIND(l, at, more), named = group > at ? BEHIND(l, group, levels) : group;

		if (named > group && at_word(l, named, " ")) {
			level = (struct view){ l->key.p + group, named - group };
			at = named + 1;
		}
		size_t end = place_end(l, at);

		/* "các phường 1, 2, 3" */
		while (level.len && end >= at && end - at < 2 && end < l->text.len && l->text.p[end] >= '0' && l->text.p[end] <= '9')
			end++;
		bool own = BEHIND(l, at, levels) > at;

		if (end == at || (!any && !own && !level.len && !is_province(known, l->text.p + at)))
			break;
		if (level.len && !own) {
			str_add(out, level.p, level.len);
			str_ch(out, ' ');
		}
		str_add(out, l->text.p + at, end - at);
		str_ch(out, '\0');
		n++;
		end = behind_aside(l, end, &said);
		if (said.len && is_deputy(said))
			deputy = deputy ? deputy : name + 1;
		else if (said.len)
			head = head ? head : name + 1;
		at = BEHIND(l, end, joints);
		if (at == end)
			break;
	}
	/* one place is no list */
	if (n < 2) {
		out->len = from;
		return 0;
	}
	take_name(&known->offices->head, head ? out->p + head - 1 : NULL);
	take_name(&known->offices->deputy, deputy ? out->p + deputy - 1 : NULL);
	return n;
}

/* The byte behind a number and a space at byte at, or at. */
static size_t behind_number(const struct keyed *l, size_t at)
{
	size_t i = at;

	while (i < l->text.len && l->text.p[i] >= '0' && l->text.p[i] <= '9')
		i++;
	return i > at && at_word(l, i, " ") ? i + 1 : at;
}

/* Does the name of a cluster say that places make it: "các tỉnh miền Đông Nam Bộ", "7 tỉnh"? */
static bool of_places(struct view cluster)
{
	static const char *const many[] = { "các tỉnh", "các huyện", "các xã", "các quận", "các phường" };
	struct str key = { 0 };
	bool is = false;

	str_reserve(&key, cluster.len + 1);
	text_key(key.p, cluster);
	struct keyed name = { cluster, { key.p, cluster.len } };

	for (size_t k = 0; k < cluster.len && !is; k++) {
		size_t level = behind_number(&name, k);

		is = BEHIND(&name, k, many) > k || (level > k && BEHIND(&name, level, levels) > level);
	}
	str_free(&key);
	return is;
}

/* "gồm 6 tỉnh: A, B", "(gồm các tỉnh A, B)", "gồm: A, B", "có 8 thành viên: tỉnh A, ..." at byte at. */
static size_t read_members(struct str *out, const struct keyed *l, size_t at, struct view cluster, const struct places *known)
{
	/* the longer first */
	static const char *const opens[] = { "gồm có các ", "gồm các ", "gồm có ", "gồm: ", "gồm:", "gồm ", "có " };
	static const char *const more[] = { ", ", " và ", "; " };
	static const char *const nouns[] = { "đơn vị thành viên", "đơn vị", "thành viên", "địa phương" }, *const ends[] = { ": ", ", gồm: ", ", gồm ", " là: ", " là " };
	enum { DESCRIBED = 40 };
	size_t i = BEHIND(l, at, opens);

	/* "cụm thi đua số 02 (thị xã A, huyện B và huyện C)", "Cụm Bắc Trung bộ (Nghệ An, Thanh Hóa)" */
	if (at_word(l, at, "(")) {
		size_t n = BEHIND(l, at + 1, levels) > at + 1 || is_province(known, l->text.p + at + 1) ? read_list(out, l, at + 1, no_level, known, false) : 0;

		return n;
	}
	if (i == at)
		return 0;
	size_t number = behind_number(l, i);

	/* "có" alone tells other things */
	if (at_word(l, at, "có ") && number == i)
		return 0;
	i = number;
	size_t noun = BEHIND(l, i, nouns), list = noun > i ? BEHIND(l, noun, ends) : noun;

	if (list > noun)
		return read_list(out, l, list, no_level, known, at_word(l, i, "địa phương"));
	size_t end = BEHIND(l, i, levels), level_end = end;

	if (end == i)
		return at_word(l, at, "có ") ? 0 : read_list(out, l, i, no_level, known, of_places(cluster));
	/* "các tỉnh, thành phố: A, B": which is which is not said */
	bool mixed = false;

	for (size_t next; (next = BEHIND(l, end, more)) > end && BEHIND(l, next, levels) > next; mixed = true)
		end = BEHIND(l, next, levels);
	/* "6 tỉnh miền núi phía Bắc: A, B", "các tỉnh A, B" */
	size_t colon = end;

	while (colon < l->text.len && colon - end < DESCRIBED && !strchr(":.,;()", l->text.p[colon]))
		colon++;
	if (colon < l->text.len && l->text.p[colon] == ':')
		end = colon + 1;
	end += at_word(l, end, " ");
	return read_list(out, l, end, mixed ? no_level : (struct view){ l->key.p + i, level_end - i }, known, true);
}

/* "gồm 4 tỉnh: A, B", "có 6 tỉnh: A, B": is the level of the places said that a list begins with? */
static bool names_level(const struct keyed *l)
{
	static const char *const opens[] = { "gồm có các ", "gồm các ", "gồm có ", "gồm: ", "gồm ", "có " };
	size_t i = behind_number(l, BEHIND(l, 0, opens));

	return i && BEHIND(l, i, levels) > i;
}

/* "7 xã trong Cụm (A, B)", "các tỉnh thuộc Cụm Bắc Trung bộ (A, B)": the level before the cluster that
 * begins at byte at of the text, in small letters; empty for none. */
static struct view level_before(struct view text, size_t at)
{
	/* the longer first */
	static const char *const in[] = { " thành viên trong ", " thành viên thuộc ", " thành viên của ", " trong ", " thuộc ", " của " };

	for (size_t i = 0; i < sizeof in / sizeof *in; i++) {
		size_t n = strlen(in[i]);

		for (size_t k = 0; at >= n && !memcmp(text.p + at - n, in[i], n) && k < sizeof levels / sizeof *levels; k++)
			if (view_had(text, at - n, levels[k]))
				return view_of(levels[k]);
	}
	return no_level;
}

/* The places of the list that begins at byte at of a text line, behind the short form of the cluster: "gồm 4 tỉnh: A, B",
 * "có 6 tỉnh: A, B". level: what stands before the form, "12 phường thành viên trong cụm, gồm: A, B". */
static size_t read_behind_form(struct str *out, struct str *key, struct view text, size_t at, struct view level, struct view cluster, const struct places *known)
{
	enum { LIST = 2000 };
	static const char *const opens[] = { "gồm: ", "gồm " };
	struct keyed l = { .text = { text.p + at, text.len - at } };

	if (l.text.len > LIST)
		for (l.text.len = LIST; l.text.len && (l.text.p[l.text.len] & 0xc0) == 0x80;)
			l.text.len--;
	key->len = 0;
	str_reserve(key, l.text.len + 1);
	text_key(key->p, l.text);
	l.key = (struct view){ key->p, l.text.len };
	/* "lãnh đạo các sở thuộc Cụm gồm: Bình Dương, Đồng Nai" are those of the places */
	size_t n = of_places(cluster) || names_level(&l) ? read_members(out, &l, 0, cluster, known) : 0, list = BEHIND(&l, 0, opens);

	return n || !list || !level.len ? n : read_list(out, &l, list, level, known, true);
}

/* Where the next list that a short form opens begins, from byte at of the text on: "Cụm gồm ", "trong cụm, gồm: ", "Khối có 6 ";
 * *form: the byte of the form. The text's length for none. */
static size_t next_form(struct view text, size_t at, size_t *form)
{
	static const char *const forms[] = { "cụm", "khối", "Cụm", "Khối" };
	static const struct {
		const char *word, *rare; /* its last bytes, which few words have */
		bool counts;             /* a number must follow */
	} opens[] = { { "gồm", "\x93m", false }, { "có", "\xb3 ", true } };
	size_t first = text.len;

	for (size_t w = 0; w < sizeof opens / sizeof *opens; w++)
		for (size_t k = view_find(text, at, opens[w].rare); k < first; k = view_find(text, k + 1, opens[w].rare)) {
			size_t end = k + strlen(opens[w].rare) - opens[w].counts, open = end - strlen(opens[w].word), of = open;

			if (!view_had(text, end, opens[w].word) || open < at || !open || text.p[open - 1] != ' ' || (opens[w].counts && (end + 1 >= text.len || text.p[end + 1] < '0' || text.p[end + 1] > '9')))
				continue;
			of -= open > 1 && text.p[open - 2] == ',' ? 2 : 1;
			for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
				size_t n = strlen(forms[f]);

				if (!view_had(text, of, forms[f]) || (of > n && text.p[of - n - 1] != ' '))
					continue;
				first = open;
				*form = of - n;
			}
		}
	return first;
}

/* "UBND 06 đơn vị huyện, thị xã trong cụm gồm: A, B": the places that make that cluster, in a line that does not
 * name it. */
static size_t behind_short_form(struct str *out, struct member_offices *offices, const struct doc *d, struct view cluster)
{
	enum { FIRST = 6 /* lines that tell who met */ };
	struct str key = { 0 };
	size_t n = 0, lines = FIRST, form = 0;

	for (size_t i = 0; i < d->n && lines && !n; i++) {
		if (!doc_is_text(d, i))
			continue;
		lines--;
		struct view text = doc_text(d, i);

		for (size_t k = next_form(text, 0, &form); k < text.len && !n; k = next_form(text, k + 1, &form))
			n = read_behind_form(out, &key, text, k, level_before(text, form), cluster, &(struct places){ .d = d, .line = i, .offices = offices });
	}
	str_free(&key);
	return n;
}

/* "do huyện Quan Sơn làm Cụm trưởng, huyện Như Xuân làm Cụm phó": the place at byte at that is said to do so:
 * the byte behind its office, or at. */
static const char does[] = " làm ";
static size_t place_does(const struct keyed *l, size_t at, const struct places *known)
{
	size_t end = place_end(l, at), office = end + strlen(does);

	if (end == at || !at_word(l, end, does) || (BEHIND(l, at, levels) == at && !is_province(known, l->text.p + at)))
		return at;
	size_t behind = BEHIND(l, office, office_words);

	if (behind == office)
		return at;
	struct str *to = is_deputy((struct view){ l->key.p + office, behind - office }) ? &known->offices->deputy : &known->offices->head;

	if (!to->len)
		str_add(to, l->text.p + at, end - at);
	return behind;
}

/* The same in any line of the document. */
static void places_that_head(struct member_offices *offices, const struct doc *d)
{
	static const char by[] = " do ";
	static const char *const joints[] = { ", ", " và ", "; " };
	enum { SAID = 200 };
	struct str key = { 0 };

	for (size_t i = 0; i < d->n && !offices->head.len; i++) {
		if (!doc_is_text(d, i))
			continue;
		struct view text = doc_text(d, i);
		struct places known = { .d = d, .line = i, .offices = offices };

		for (size_t k = view_find(text, 0, by); k < text.len; k = view_find(text, k + 1, by)) {
			struct keyed l = { .text = { text.p + k + strlen(by), text.len - k - strlen(by) } };

			for (l.text.len = l.text.len < SAID ? l.text.len : SAID; l.text.len && k + strlen(by) + l.text.len < text.len && (l.text.p[l.text.len] & 0xc0) == 0x80;)
				l.text.len--;
			if (view_find(l.text, 0, does) == l.text.len)
				continue;
			key.len = 0;
			str_reserve(&key, l.text.len + 1);
			text_key(key.p, l.text);
			l.key = (struct view){ key.p, l.text.len };
			size_t end = place_does(&l, 0, &known), next = BEHIND(&l, end, joints);

			if (end && next > end)
				place_does(&l, next, &known);
		}
	}
	str_free(&key);
}

/* The place with its level that ends before byte end of the line: where it begins, or end. */
static size_t place_before(const struct keyed *l, size_t end)
{
	enum { LONGEST = 64 };

	for (size_t at = end; at-- > 0 && end - at < LONGEST && !strchr(",.;:(", l->text.p[at]);)
		if ((!at || l->text.p[at - 1] == ' ') && BEHIND(l, at, levels) > at && place_end(l, at) == end)
			return at;
	return end;
}

/* "bầu phường A là Cụm trưởng": is somebody chosen in the sentence before byte at? */
static bool chosen_before(const struct keyed *l, size_t at)
{
	static const char *const words[] = { "bầu ", "suy tôn", "thống nhất", "nhất trí", "giới thiệu", "đề cử", "bàn giao" };

	for (; at && !(l->text.p[at] == '.' && at_word(l, at + 1, " ")); at--)
		if (BEHIND(l, at, words) > at)
			return true;
	return BEHIND(l, 0, words) > 0;
}

/* "UBND huyện A", "Cục Thuế tỉnh A": does a unit that was found in text line i end at that byte of it? */
static bool ends_unit(const struct doc *d, size_t i, size_t at)
{
	for (size_t k = i + 1; k < d->n && !doc_is_text(d, k); k++)
		if (d->lines[k].kind == KIND_UNIT && text_bytes(doc_text(d, i), doc_number(d, k, 2)) == at)
			return true;
	return false;
}

/* "Cụm trưởng", "Trưởng khối": does a text say so of anybody? */
static bool says_head(struct view text)
{
	static const char word[] = "rưởng", rare[] = "\x9fng"; /* its last bytes */
	static const char *const before[] = { "ụm t", "ối t" }, *const behind[] = { " cụm", " khối", " Cụm", " Khối" };

	for (size_t k = view_find(text, 0, rare); k < text.len; k = view_find(text, k + 1, rare)) {
		size_t end = k + sizeof rare - 1, from = end - (sizeof word - 1);

		if (!view_had(text, end, word))
			continue;
		for (size_t i = 0; i < sizeof before / sizeof *before; i++)
			if (view_had(text, from, before[i]))
				return true;
		for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
			if (view_has(text, end, behind[i]))
				return true;
	}
	return false;
}

/* "Phường A là Cụm trưởng, xã B là Cụm phó", "phường A (Cụm trưởng)", but not who is chosen, or in which year. */
static void places_with_office(struct member_offices *offices, const struct doc *d)
{
	static const char *const joints[] = { " là ", " - ", " -\x01\x01 ", " (" };
	enum { SHORTEST = 8 /* bytes of a joint and an office */ };
	struct str key = { 0 };

	for (size_t i = 0; i < d->n && !offices->head.len; i++) {
		struct view text = doc_text(d, i);

		if (!doc_is_text(d, i) || !says_head(text))
			continue;
		key.len = 0;
		str_reserve(&key, text.len + 1);
		text_key(key.p, text);
		struct keyed l = { text, { key.p, text.len } };

		for (size_t k = 0; k + SHORTEST < text.len; k++) {
			if (text.p[k] != ' ' || !strchr("l-(", key.p[k + 1])) /* nearly always */
				continue;
			size_t office = BEHIND(&l, k, joints), behind = office > k ? BEHIND(&l, office, office_words) : office;

			if (behind == office || at_word(&l, behind, " năm "))
				continue;
			size_t place = place_before(&l, k);

			if (place == k || ends_unit(d, i, k) || chosen_before(&l, place))
				continue;
			struct str *to = is_deputy((struct view){ key.p + office, behind - office }) ? &offices->deputy : &offices->head;

			if (!to->len)
				str_add(to, text.p + place, k - place);
		}
	}
	str_free(&key);
}

size_t member_places(struct str *out, struct member_offices *offices, const struct doc *d)
{
	enum { CLUSTERS = 16, REACH = 80, LIST = 4000 }; /* bytes: where a list begins, how long it is */
	struct str key = { 0 };
	struct view cluster = no_level;
	size_t n = 0, line = 0, seen = 0;

	for (size_t i = 0; i < d->n && !n && seen < CLUSTERS; i++) {
		if (doc_is_text(d, i))
			line = i;
		if (!doc_is_cluster(d, i))
			continue;
		cluster = seen++ ? cluster : doc_text(d, i);
		struct view text = doc_text(d, line);
		struct places known = { .d = d, .line = line, .offices = offices };
		size_t from = text_bytes(text, doc_number(d, i, 1)), at = text_bytes(text, doc_number(d, i, 2));
		struct keyed l = { .text = { text.p + at, text.len - at } };

		/* at the end of a character */
		if (l.text.len > LIST)
			for (l.text.len = LIST; l.text.len && (l.text.p[l.text.len] & 0xc0) == 0x80;)
				l.text.len--;

		for (size_t k = 0; k < l.text.len && k < REACH && !n && l.text.p[k] != '.'; k++) {
			if (l.text.p[k] != '(' && l.text.p[k] != 'g' && l.text.p[k] != 'c')
				continue;
			if (!l.key.p) {
				key.len = 0;
				str_reserve(&key, l.text.len + 1);
				text_key(key.p, l.text);
				l.key = (struct view){ key.p, l.text.len };
			}
			struct view level = k <= 1 && l.text.p[k] == '(' ? level_before(text, from) : no_level;

			n = level.len ? read_list(out, &l, k + 1, level, &known, true) : read_members(out, &l, k, doc_text(d, i), &known);
		}
	}
	str_free(&key);
	n = n || !seen ? n : behind_short_form(out, offices, d, cluster);
	if (seen && !offices->head.len)
		places_that_head(offices, d);
	if (seen && !offices->head.len)
		places_with_office(offices, d);
	return n;
}

void member_offices_free(struct member_offices *o)
{
	str_free(&o->head);
	str_free(&o->deputy);
}
