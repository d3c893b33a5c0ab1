#include "unit_parts.h"

#include <string.h>

/* "các hội: Nông dân, Chữ thập đỏ": does the item at token p make a name that the lists
 * know, behind the head at bytes from to end? Its last token, or p - 1. */
static size_t known_with_head(const struct lex *l, size_t from, size_t end, size_t p)
{
	enum { LONGEST = 80 };
	char key[LONGEST], text[LONGEST];
	size_t n = end - from, item = l->tok[p].start, rest = l->text.len - item, len;

	if (n + 2 >= LONGEST)
		return p - 1;
	rest = rest < LONGEST - n - 1 ? rest : LONGEST - n - 1;
	memcpy(key, l->key.p + from, n);
	memcpy(text, l->text.p + from, n);
	key[n] = text[n] = ' ';
	memcpy(key + n + 1, l->key.p + item, rest);
	memcpy(text + n + 1, l->text.p + item, rest);
	struct view k = { key, n + 1 + rest }, said = { text, k.len };
	unsigned entry = lex_match(&lex_words, k, said, 0, &len);
	const char *comma = memchr(key, ',', len);

	/* "các ban: Tổ chức, Tuyên giáo" */
	if (comma && view_find((struct view){ key, len }, 0, " và ") == len)
		entry = lex_match(&lex_words, (struct view){ key, (size_t)(comma - key) }, said, 0, &len);
	if (!entry || len <= n + 1 || !(lex_words.set[lex_words.entry[entry].set] & LEX_UNIT_HEADS))
		return p - 1;
	size_t last = p;

	end = item + len - n - 1;
	while (last + 1 < l->n && l->tok[last].end < end)
		last++;
	/* "các trường: Đại học Vinh" has more of a name */
	bool more = last + 1 < l->n && l->tok[last + 1].symbol >= SYM_WORD && l->tok[last + 1].caps != CAPS_LOW && !lex_unit_word(&l->tok[last + 1]);

	return l->tok[last].end == end && !more ? last : p - 1;
}

static size_t listed_place(const struct lex *l, size_t t, size_t of);

/* The last item of such a list has the place or the seat that all of them share: "các ban Tuyên
 * giáo, Dân vận Tỉnh ủy", "các phòng Nội vụ, Tài chính huyện Bắc Quang". Its last token, where
 * last ends the field of work. */
static size_t item_end(const struct lex *l, size_t last)
{
	static const char *const seats[] = { "tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "đảng ủy" };
	const unsigned long levels = LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP);
	size_t t = last + 1;
	bool seat = LEX_ONE_OF(l, t, seats);

	if (t >= l->n || !(seat || lex_any(&l->tok[t], levels)))
		return last;
	size_t end = listed_place(l, t + seat, t);

	if (end > t + seat)
		return end - 1;
	return seat || t + 1 == l->n || l->tok[t + 1].caps == CAPS_LOW || l->tok[t + 1].symbol < SYM_WORD ? t : last;
}

/* "các bệnh viện: Bạch Mai, Bỏng quốc gia, Đa khoa tỉnh Điện Biên": the last token of the item at
 * p, which goes on in small letters; or p. */
static size_t named_item(const struct lex *l, size_t p)
{
	enum { LONGEST = 7 };
	const unsigned long never = LEX_BIT(CLASS_VERBS) | LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_CONNECTORS) |
				    LEX_BIT(CLASS_PLURALS) | LEX_BIT(CLASS_NUMBER_WORDS) | LEX_BIT(CLASS_TIME_WORDS);
	size_t last = p;

	while (last + 1 < l->n && last - p < LONGEST && (l->tok[last + 1].symbol >= SYM_WORD || l->tok[last + 1].symbol == SYM_ROMAN) &&
	       (l->tok[last + 1].caps != CAPS_LOW || !lex_any(&l->tok[last + 1], never)))
		last++;
	return last;
}

/* The items of a list from token p, each of the head that stands once for all; where no
 * colon stands before them, the first has it before it and is found as any unit. The
 * token after the list, or p. */
static size_t shared_items(struct units *u, size_t head, size_t p, bool colon)
{
	struct lex *l = &u->lex;
	int kind = unit_kind(&l->tok[head]);
	bool school = kind == TAG_SCHOOL, house = colon && (kind == TAG_HEALTH || kind == TAG_ENTERPRISE);
	size_t from = p, done = p;

	while (p < l->n) {
		size_t last = p;

		/* "các trường Công an nhân dân" are told of, none is named */
		if (l->tok[p].caps == CAPS_LOW || unit_quoted(u, p) || (school && lex_is(&l->tok[p], CLASS_UNIT_PLACE)))
			break;
		if (school && !lex_is(&l->tok[p], CLASS_UNIT_HEAD))
			while (last + 1 < l->n && last - p < 4 && l->tok[last + 1].symbol >= SYM_WORD &&
			       l->tok[last + 1].caps != CAPS_LOW)
				last++;
		else if (house && !lex_unit_word(&l->tok[p]))
			last = named_item(l, p);
		else if (!lex_is(&l->tok[p], CLASS_SECTORS) && (last = known_with_head(l, l->tok[head].start, l->tok[head].end, p)) < p)
			break;
		/* "Giao thông vận tải - Xây dựng" */
		if (last == p && lex_is(&l->tok[p], CLASS_SECTORS) && p + 2 < l->n && l->tok[p + 1].symbol == SYM_DASH && lex_is(&l->tok[p + 2], CLASS_SECTORS) && l->tok[p + 2].caps != CAPS_LOW)
			last = p + 2;
		if (!school && !house)
			last = item_end(l, last);
		struct unit *x = unit_add(u, p, last, kind, false);

		if (done == from && !colon)
			x->first = head;
		else
			x->head = x->head_last = head;
		done = last + 1;
		/* "Giáo dục và Đào tạo (Khối phó), Y tế" */
		if (done < l->n && l->tok[done].symbol == '(') {
			size_t close = done;

			while (close < l->n && close - done < 8 && l->tok[close].symbol != ')')
				close++;
			if (close < l->n && l->tok[close].symbol == ')')
				done = close + 1;
		}
		/* "các sở: Nội vụ; Y tế": not what has a head of its own */
		bool semicolon = done + 1 < l->n && colon && l->tok[done].symbol == ';' && !lex_unit_word(&l->tok[done + 1]);

		if (done >= l->n || (l->tok[done].symbol != ',' && !semicolon && !lex_has(&l->tok[done], CLASS_CONNECTORS, TAG_AND)))
			break;
		p = done + 1;
	}
	return done;
}

static bool heads_list(const struct lex *l, size_t t)
{
	return t < l->n && lex_any(&l->tok[t], LEX_BIT(CLASS_UNIT_HEAD) | LEX_BIT(CLASS_UNIT_PLACE) | LEX_BIT(CLASS_UNIT_FIELD));
}

/* "các bộ Quốc phòng, Công an": what the lists have as one name begins with the head of
 * all, and what stands behind its comma is an item of that head. */
static bool head_within(const struct lex *l, size_t t)
{
	static const char *const heads[] = { "bộ", "sở", "ban", "phòng", "hội" };
	size_t from = l->tok[t].start, p = t + 2;

	if (p >= l->n || !lex_any(&l->tok[t], LEX_BIT(CLASS_UNIT_WHOLE) | LEX_BIT(CLASS_UNIT_PLACE)) || l->tok[t + 1].symbol != ',' || l->tok[p].caps == CAPS_LOW)
		return false;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		size_t end = from + strlen(heads[i]);

		if (lex_key_at(l, from, heads[i]) && end < l->tok[t].end && l->key.p[end] == ' ')
			return lex_is(&l->tok[p], CLASS_SECTORS) || known_with_head(l, from, end, p) >= p;
	}
	return false;
}

/* "các sở: Nội vụ, Tài chính", "các sở Nội vụ, Tài chính": t is the plural. The token
 * after the list, or t if it is none. */
size_t unit_list(struct units *u, size_t t)
{
	struct lex *l = &u->lex;
	size_t head = t + 1, p = t + 2;

	if (p >= l->n || !lex_is(&l->tok[t], CLASS_PLURALS))
		return t;
	/* "các ban xây dựng Đảng: Tổ chức, Tuyên giáo" */
	if (head_within(l, head) || lex_word(l, head, "ban xây dựng đảng"))
		lex_split(l, head, 1);
	if (!heads_list(l, head))
		return t;
	bool colon = l->tok[p].symbol == ':';
	size_t n = u->n, end = shared_items(u, head, p + colon, colon);

	/* "các Sở GD&ĐT" is said of many */
	if (!colon && u->n == n + 1 && lex_is(&l->tok[head], CLASS_UNIT_FIELD))
		u->n = n;
	return end > p + colon ? end : t;
}

/* "các sở, ngành: Nội vụ, ...", "08 sở thuộc Khối, gồm: Y tế, ...": t is the colon. The
 * token after the list, or t. */
size_t unit_list_behind_colon(struct units *u, size_t t)
{
	enum { DESCRIBED = 16 };
	const struct lex *l = &u->lex;

	for (size_t i = t; i > 0 && t - i < DESCRIBED; i--) {
		const struct token *k = &l->tok[i - 1];

		if (k->symbol == '.' || k->symbol == ';' || k->symbol == ':')
			break;
		if ((k->symbol != SYM_NUMBER && !lex_is(k, CLASS_PLURALS)) || !heads_list(l, i) || unit_kind(&l->tok[i]) == TAG_SCHOOL)
			continue;
		size_t end = shared_items(u, i, t + 1, true);

		return end > t + 1 ? end : t;
	}
	return t;
}

/* Does a list begin before token t, in its sentence: "gồm", ":"? */
static bool in_list(const struct lex *l, size_t t)
{
	enum { REACH = 120 };

	for (size_t k = t; k > 0 && t - k < REACH && l->tok[k].symbol != '.'; k--)
		if (lex_has(&l->tok[k - 1], CLASS_VERBS, TAG_LIST) || l->tok[k - 1].symbol == ':')
			return true;
	return false;
}

/* One place of a list at token t, with a level of its own or none: the token after it,
 * or t. of is the token of the level that the list shares. */
static size_t listed_place(const struct lex *l, size_t t, size_t of)
{
	enum { LONGEST = 3 };
	const unsigned long level = LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP);
	const unsigned long never = LEX_BIT(CLASS_ROLES) | LEX_BIT(CLASS_HONORIFICS) | LEX_BIT(CLASS_HONORIFICS_PLURAL) | LEX_BIT(CLASS_UNIT_CLUSTER) |
				    LEX_BIT(CLASS_DOCUMENTS);
	size_t p = t + (t < l->n && lex_any(&l->tok[t], level)), first = p;

	/* "các quận 2, 7 và Thủ Đức": of these alone some have numbers */
	if (p < l->n && l->tok[p].symbol == SYM_NUMBER && l->tok[p].end - l->tok[p].start <= 2 && (lex_word(l, of, "quận") || lex_word(l, of, "phường")) &&
	    (p + 1 == l->n || l->tok[p + 1].symbol == ',' || l->tok[p + 1].symbol == ';' || lex_has(&l->tok[p + 1], CLASS_CONNECTORS, TAG_AND) ||
	     (l->tok[p + 1].symbol == '.' && (p + 2 == l->n || l->tok[p + 2].symbol != SYM_NUMBER))))
		return p + 1;

	if (p < l->n && l->tok[p].caps != CAPS_LOW && lex_is(&l->tok[p], CLASS_PROVINCES))
		return p + 1;
	while (p < l->n && p - first < LONGEST && l->tok[p].symbol == SYM_WORD && l->tok[p].caps != CAPS_LOW && !lex_any(&l->tok[p], never | level) &&
	       !lex_unit_word(&l->tok[p]))
		p++;
	if (p == first || (p < l->n && l->tok[p].symbol == SYM_WORD && l->tok[p].caps != CAPS_LOW))
		return t;
	/* "các huyện A, B, Nguyễn Văn C phát biểu" */
	return p - first > 2 && lex_is(&l->tok[first], CLASS_SURNAMES) && lex_is(&l->tok[first + 1], CLASS_MIDDLE_NAMES) ? t : p;
}

/* "Tỉnh ủy Sơn La, Điện Biên và Lai Châu": do at least two provinces more stand behind token end? */
static bool three_provinces(const struct lex *l, size_t end)
{
	for (int n = 0; n < 2; n++, end += 2)
		if (end + 1 >= l->n || (l->tok[end].symbol != ',' && !lex_has(&l->tok[end], CLASS_CONNECTORS, TAG_AND)) || !lex_is(&l->tok[end + 1], CLASS_PROVINCES) || l->tok[end + 1].caps == CAPS_LOW)
			return false;
	return true;
}

/* "VKSND thành phố Đồng Xoài, thị xã Bình Long, huyện Lộc Ninh": three places or more of one
 * rank in a row, each with its level, are no address. Behind the unit of tokens head..end-1. */
static size_t more_districts(struct units *u, size_t head, size_t end)
{
	enum { FEWEST = 2 };
	const struct lex *l = &u->lex;
	size_t level = end - 1, next, n = u->n;
	bool closed = false;

	while (level > head && l->tok[level].symbol == SYM_WORD && l->tok[level].caps == CAPS_FIRST && !lex_is(&l->tok[level], CLASS_LEVELS))
		level--;
	if (level == head || level + 1 == end || !lex_is(&l->tok[level], CLASS_LEVELS) || lex_is(&l->tok[level + 1], CLASS_PROVINCES))
		return end;
	bool commune = lex_has(&l->tok[level], CLASS_LEVELS, TAG_COMMUNE), district = lex_has(&l->tok[level], CLASS_LEVELS, TAG_DISTRICT) || lex_has(&l->tok[level], CLASS_LEVELS, TAG_CITY);
	size_t from = end;

	while ((commune || district) && !closed && from + 2 < l->n && (l->tok[from].symbol == ',' || lex_has(&l->tok[from], CLASS_CONNECTORS, TAG_AND))) {
		const struct token *k = &l->tok[from + 1];
		bool same = commune ? lex_has(k, CLASS_LEVELS, TAG_COMMUNE) : lex_has(k, CLASS_LEVELS, TAG_DISTRICT) || lex_has(k, CLASS_LEVELS, TAG_CITY);

		closed = l->tok[from].symbol != ',';
		if (!same || (next = listed_place(l, from + 1, level)) == from + 1 || (district && lex_is(&l->tok[from + 2], CLASS_PROVINCES)))
			break;
		struct unit *x = unit_add(u, from + 1, next - 1, unit_kind(&l->tok[head]), false);

		x->head = head;
		x->head_last = level - 1;
		x->level = from + 1;
		from = next;
	}
	if (u->n < n + FEWEST && !(closed && u->n > n)) {
		u->n = n;
		return end;
	}
	return from;
}

/* "Công an huyện Phước Sơn, Tiên Phước và Nông Sơn": the names behind the unit of tokens head..end-1 that "và" closes are
 * places of its level as well. A surname may begin a person's. The token after the last, or end. */
static size_t more_of_level(struct units *u, size_t head, size_t end)
{
	enum { NAME = 2, MOST = 12 };
	const struct lex *l = &u->lex;
	size_t level = end - 1, from = end, first = u->n;
	bool closed = false, fine = true;

	while (level > head && l->tok[level].symbol == SYM_WORD && l->tok[level].caps == CAPS_FIRST && !lex_is(&l->tok[level], CLASS_LEVELS))
		level--;
	if (level == head || level + 1 == end || !lex_is(&l->tok[level], CLASS_LEVELS) || lex_is(&l->tok[level + 1], CLASS_PROVINCES))
		return end;
	for (size_t n = 0; n < MOST && !closed && fine && from + 1 < l->n && (l->tok[from].symbol == ',' || lex_has(&l->tok[from], CLASS_CONNECTORS, TAG_AND)); n++) {
		size_t name = from + 1, next = listed_place(l, name, level);

		closed = l->tok[from].symbol != ',';
		fine = next > name && next - name <= NAME && !lex_any(&l->tok[name], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP) | LEX_BIT(CLASS_PROVINCES)) &&
		       (lex_is(&l->tok[name], CLASS_PLACES_NAMED) || !lex_has(&l->tok[name], CLASS_SURNAMES, TAG_SURE));
		if (!fine)
			break;
		struct unit *x = unit_add(u, name, next - 1, unit_kind(&l->tok[head]), false);

		x->head = head;
		x->head_last = level - 1;
		x->level = level;
		from = next;
	}
	/* two names alone may be anything */
	if (!closed || !fine || (u->n == first + 1 && !lex_is(&l->tok[end + 1], CLASS_PLACES_NAMED))) {
		u->n = first;
		return end;
	}
	return from;
}

/* "VKSND tỉnh Nghệ An (Cụm phó), Hà Tĩnh": the token behind the part in a cluster that a bracket at
 * token t tells, or t. */
static size_t behind_part(const struct lex *l, size_t t)
{
	enum { LONGEST = 6 };
	bool part = false;

	for (size_t k = t + 1; t < l->n && l->tok[t].symbol == '(' && k < l->n && k - t <= LONGEST; k++) {
		if (l->tok[k].symbol == ')')
			return part ? k + 1 : t;
		part |= lex_has(&l->tok[k], CLASS_ROLES, TAG_CLUSTER);
	}
	return t;
}

/* "gồm 8 đơn vị: Sở Giáo dục và Đào tạo, Y tế, ...": the fields behind a department in a
 * list are departments; so are the provinces behind "Công an Đắk Lắk", and the places
 * behind "Huyện ủy Krông Pắc", whose level is in its head. head..end-1 is the first. The
 * token after the last of them, or end. */
size_t unit_list_more(struct units *u, size_t head, size_t end)
{
	static const char *const seats[] = { "huyện ủy", "thị ủy", "quận ủy", "thành ủy", "huyện đoàn", "quận đoàn", "thị đoàn" };
	const struct lex *l = &u->lex;

	if (end < head + 2 || l->tok[end - 1].caps == CAPS_LOW)
		return end;
	size_t districts = more_districts(u, head, end);

	if (districts > end)
		return districts;
	districts = more_of_level(u, head, end);
	if (districts > end)
		return districts;
	/* "Công an tỉnh Tây Ninh và Long An", "Hội CCB tỉnh Vĩnh Long, Bến Tre được tặng"; the police of
	 * a city is none of a "tỉnh" */
	size_t behind = end + 2;

	behind += behind < l->n && lex_has(&l->tok[behind], CLASS_CONNECTORS, TAG_AND);
	bool verb = end + 2 < l->n && l->tok[end].symbol == ',' &&
		    (l->tok[end + 2].symbol == '.' || l->tok[end + 2].symbol == ';' || (behind < l->n && l->tok[behind].caps == CAPS_LOW && (lex_is(&l->tok[behind], CLASS_VERBS) || lex_word(l, behind, "được"))));

	if (lex_is(&l->tok[end - 1], CLASS_PROVINCES) && lex_word(l, end - 2, "tỉnh") && end - 2 > head && end + 1 < l->n && (verb || lex_has(&l->tok[end], CLASS_CONNECTORS, TAG_AND)) &&
	    lex_is(&l->tok[end + 1], CLASS_PROVINCES) && !unit_city(&l->tok[end + 1]) && l->tok[end + 1].caps == CAPS_FIRST && (end + 2 == l->n || l->tok[end + 2].caps == CAPS_LOW) && (end + 2 == l->n || l->tok[end + 2].symbol != SYM_DASH)) {
		struct unit *x = unit_add(u, end + 1, end + 1, unit_kind(&l->tok[head]), false);

		x->head = head;
		x->head_last = end - 2;
		return end + 2;
	}
	/* "Sở Nội vụ tỉnh Long An và tỉnh Bến Tre" */
	if (lex_is(&l->tok[end - 1], CLASS_PROVINCES) && end - 2 > head && lex_is(&l->tok[end - 2], CLASS_LEVELS_TOP) && end + 2 < l->n && lex_has(&l->tok[end], CLASS_CONNECTORS, TAG_AND) &&
	    lex_is(&l->tok[end + 1], CLASS_LEVELS_TOP) && l->tok[end + 1].caps == CAPS_LOW && lex_is(&l->tok[end + 2], CLASS_PROVINCES) && l->tok[end + 2].caps == CAPS_FIRST && (end + 3 == l->n || l->tok[end + 3].caps == CAPS_LOW)) {
		struct unit *x = unit_add(u, end + 1, end + 2, unit_kind(&l->tok[head]), false);

		x->head = head;
		x->head_last = end - 3;
		x->level = end + 1;
		return end + 3;
	}
	bool provinces = lex_is(&l->tok[end - 1], CLASS_PROVINCES), fields = !provinces && lex_is(&l->tok[head], CLASS_UNIT_FIELD) && end == head + 2;
	bool places = !provinces && !fields && LEX_ONE_OF(l, head, seats);

	if (!(provinces || fields || places) || !(in_list(l, head) || (provinces && three_provinces(l, end))))
		return end;
	size_t head_last = places ? head : end - 2;

	for (size_t from; (from = behind_part(l, end)) + 1 < l->n && (l->tok[from].symbol == ',' || lex_has(&l->tok[from], CLASS_CONNECTORS, TAG_AND));) {
		const struct token *k = &l->tok[from + 1];
		bool one = lex_is(k, provinces ? CLASS_PROVINCES : CLASS_SECTORS) && k->caps != CAPS_LOW && !lex_unit_word(k);
		size_t next = places ? listed_place(l, from + 1, head) : from + 1 + one;

		if (next == from + 1)
			break;
		/* any capitals may be a place: it has to end like an item of a list */
		if (next < l->n && l->tok[next].symbol >= SYM_WORD && (l->tok[next].caps != CAPS_LOW || (places && !lex_has(&l->tok[next], CLASS_CONNECTORS, TAG_AND))))
			break;
		struct unit *x = unit_add(u, from + 1, next - 1, unit_kind(&l->tok[head]), false);

		x->head = head;
		x->head_last = head_last;
		end = next;
	}
	return end;
}

/* Has the sentence of token t named a cluster? */
static bool behind_cluster(const struct units *u, size_t t)
{
	enum { REACH = 120 };
	size_t k = u->n;

	while (k && !u->found[k - 1].cluster && t - u->found[k - 1].last < REACH)
		k--;
	if (!k || !u->found[k - 1].cluster || t - u->found[k - 1].last > REACH)
		return false;
	for (size_t i = u->found[k - 1].last; i < t; i++)
		if (u->lex.tok[i].symbol == '.')
			return false;
	return true;
}

/* "TAND các tỉnh: A, B và C", "VKSND các huyện A, B và thị xã C": the unit of tokens
 * head..t-1 of each place that is named. t is the plural. The token
 * after the list, or t if it is none. */
size_t unit_list_places(struct units *u, size_t head, size_t t)
{
	enum { MOST = 70, DESCRIBED = 8, BRACKET = 6 };
	const struct lex *l = &u->lex;
	const unsigned long levels = LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP);
	size_t level = t + 1, p = t + 2, first = u->n, end = t;

	/* "Thanh tra 7 tỉnh ...: A, B" counts them */
	if (p >= l->n || (!lex_is(&l->tok[t], CLASS_PLURALS) && l->tok[t].symbol != SYM_NUMBER) || !lex_any(&l->tok[level], levels) || (head && (l->tok[head - 1].symbol == SYM_GLUE || l->tok[head - 1].symbol == SYM_DASH)))
		return t;
	bool member = behind_cluster(u, t), opened = false;

	while (p + 1 < l->n && (l->tok[p].symbol == ',' || lex_has(&l->tok[p], CLASS_CONNECTORS, TAG_AND)) && lex_any(&l->tok[p + 1], levels) &&
	       listed_place(l, p + 1, level) == p + 1)
		p += 2;
	bool several = p > level + 1; /* which level each has is not said */
	/* "các tỉnh miền núi phía Bắc gồm: A, B" */
	size_t colon = p;

	while (colon < l->n && colon - p < DESCRIBED && l->tok[colon].symbol >= SYM_WORD && !lex_has(&l->tok[colon], CLASS_VERBS, TAG_LIST))
		colon++;
	if (colon < l->n && lex_has(&l->tok[colon], CLASS_VERBS, TAG_LIST)) {
		p = ++colon;
		opened = true;
	}
	/* "Công an các tỉnh trong Cụm thi đua số 2 – Bộ Công an gồm: A, B" */
	if (colon < l->n && p + 1 < l->n && (lex_word(l, p, "trong") || lex_word(l, p, "thuộc")) && lex_any(&l->tok[p + 1], LEX_BIT(CLASS_UNIT_CLUSTER) | LEX_BIT(CLASS_UNIT_SHORT))) {
		size_t list = p;

		while (list < l->n && list - p < 2 * DESCRIBED && (l->tok[list].symbol >= SYM_WORD || l->tok[list].symbol == SYM_NUMBER || l->tok[list].symbol == SYM_DASH) && !lex_has(&l->tok[list], CLASS_VERBS, TAG_LIST))
			list++;
		if (list < l->n && lex_has(&l->tok[list], CLASS_VERBS, TAG_LIST)) {
			bool fine = true;
			size_t behind = unit_cluster_end(u, p + 1, &fine);

			if (behind > p + 1) {
				unit_add(u, p + 1, behind - 1, TAG_CLUSTER, true);
				if (l->tok[behind].symbol == SYM_DASH && unit_longest(u, behind + 1, &fine) == list)
					unit_add(u, behind + 1, list - 1, unit_kind(&l->tok[behind + 1]), false);
			}
			p = colon = list + 1;
			opened = member = true;
			first = u->n;
		}
	}
	/* "06 tỉnh khu vực Nam Trung Bộ, là A, B" */
	if (colon < l->n && l->tok[colon].symbol == ',' && lex_word(l, colon + 1, "là")) {
		p = colon + 2;
		opened = true;
	}
	if (colon < l->n && l->tok[colon].symbol == ':') {
		p = colon + 1;
		opened = true;
	}
	/* "Bộ CHQS các tỉnh A, B dự" is said of many, as "UBND các huyện" is; three places, or two
	 * with "và", are named; "các tỉnh Đông Bắc và Tây Bắc" names no province */
	opened |= member && l->tok[t].symbol == SYM_NUMBER && lex_has(&l->tok[head - (head > 0)], CLASS_VERBS, TAG_LIST) && lex_is(&l->tok[p], CLASS_PROVINCES);
	bool bare = !opened && (!member || l->tok[t].symbol == SYM_NUMBER), and = false;

	if (bare && (l->tok[t].symbol == SYM_NUMBER || several || (lex_is(&l->tok[level], CLASS_LEVELS_TOP) || lex_word(l, level, "tỉnh") ? !lex_is(&l->tok[p], CLASS_PROVINCES) : lex_word(l, level, "thành phố"))))
		return t;
	for (size_t n = 0; n < MOST; n++) {
		size_t next = listed_place(l, p, level);

		if (next == p)
			break;
		struct unit *x = unit_add(u, p, next - 1, unit_kind(&l->tok[head]), false);
		size_t behind = next;

		/* "Phú Thọ (Cụm trưởng), Hòa Bình": its part is said in the bracket */
		for (size_t k = next; k < l->n && k - next < BRACKET && l->tok[next].symbol == '(' && (opened || l->tok[t].symbol != SYM_NUMBER); k++)
			if (l->tok[k].symbol == ')') {
				behind = k + 1;
				break;
			}
		x->role = member && behind == next ? UNIT_MEMBER : UNIT_MENTION;
		x->head = head;
		x->head_last = t - 1;
		x->level = lex_any(&l->tok[p], levels) ? p : several && !lex_word(l, level, "tỉnh") ? UNIT_OWN_HEAD : level;
		end = next;
		if (behind >= l->n || (l->tok[behind].symbol != ',' && l->tok[behind].symbol != ';' && !lex_has(&l->tok[behind], CLASS_CONNECTORS, TAG_AND)))
			break;
		and |= lex_has(&l->tok[behind], CLASS_CONNECTORS, TAG_AND);
		p = behind + 1;
	}
	/* one place alone is no list */
	if (u->n < first + 2 || (bare && u->n < first + 3 && !and)) {
		u->n = first;
		return t;
	}
	return end;
}

/* "gồm 10 Sở Ngoại vụ: Bình Định (Trưởng cụm), Kon Tum", "các Đài: Thái Bình, Hưng Yên": the unit of
 * tokens head..colon-1 of each province. */
size_t unit_list_provinces(struct units *u, size_t head, size_t colon)
{
	enum { FEWEST = 2, BRACKET = 6 };
	const struct lex *l = &u->lex;
	size_t first = u->n, p = colon + 1, end = colon;

	if (!head || colon + 1 >= l->n || l->tok[colon].symbol != ':' || !(lex_is(&l->tok[head - 1], CLASS_PLURALS) || l->tok[head - 1].symbol == SYM_NUMBER))
		return colon;
	bool member = behind_cluster(u, head);

	for (;;) {
		size_t of = p + (p + 1 < l->n && lex_any(&l->tok[p], LEX_BIT(CLASS_LEVELS) | LEX_BIT(CLASS_LEVELS_TOP))), behind = of + 1;

		if (of >= l->n || !lex_is(&l->tok[of], CLASS_PROVINCES) || l->tok[of].caps == CAPS_LOW)
			break;
		struct unit *x = unit_add(u, p, of, unit_kind(&l->tok[head]), false);

		for (size_t k = behind; k < l->n && k - behind < BRACKET && l->tok[behind].symbol == '('; k++)
			if (l->tok[k].symbol == ')') {
				behind = k + 1;
				break;
			}
		x->role = member && behind == of + 1 ? UNIT_MEMBER : UNIT_MENTION;
		x->head = head;
		x->head_last = colon - 1;
		/* "08 Liên hiệp Hội tỉnh: Hải Dương, Hà Nội" */
		if (colon > head + 1 && lex_word(l, colon - 1, "tỉnh")) {
			x->head_last--;
			x->level = p == of ? colon - 1 : p;
		}
		end = of + 1;
		if (behind >= l->n || (l->tok[behind].symbol != ',' && l->tok[behind].symbol != ';' && !lex_has(&l->tok[behind], CLASS_CONNECTORS, TAG_AND)))
			break;
		p = behind + 1;
	}
	if (u->n < first + FEWEST) {
		u->n = first;
		return colon;
	}
	return end;
}
