#include "title.h"

#include <stdint.h>
#include <string.h>

#include "byte_table.h"
#include "err.h"
#include "shape.h"
#include "stamp.h"
#include "text.h"

enum { SECTION = 30 }; /* code points that the name of a section may have */

bool title_meta_like(const struct page_line *l)
{
	return shape_is(l, "meta") || (l->stamp && l->points <= SHORT && !l->prose);
}

/* Does it end as a sentence does, and headings do not? */
static bool closed(const struct page_line *l)
{
	/* in capitals a full stop may end a headline */
	return l->sentence_end && !shape_open_end(l->text) && !(l->points <= TITLE_MAX && shape_capitals(l->text));
}

bool title_above(const struct page_line *line, size_t i, size_t first)
{
	for (size_t k = 0; k < 3 && i > first; k++)
		if (title_may_be(&line[--i]) && !closed(&line[i]))
			return true;
	return false;
}

/* Does a line that may be one stand below line i, and above body? */
static bool title_below(const struct page_line *line, size_t i, size_t body)
{
	for (size_t k = i + 1; k < body && k <= i + 3; k++)
		if (title_may_be(&line[k]) && !closed(&line[k]))
			return true;
	return false;
}

/* The next word of a key from *at on, which goes behind it, and its hash: letters, whatever the mark;
 * bytes from 80 on but those of “ – … */
static bool next_word(struct view key, size_t *at, struct view *word, uint32_t *hash)
{
	static const unsigned char other[256] = {
		BYTES8(0, 1), BYTES8(8, 1), BYTES8(16, 1), BYTES8(24, 1), BYTES8(32, 1), BYTES8(40, 1), BYTES8(48, 1), BYTES8(56, 1),
		BYTES8(64, 1), BYTES8(72, 1), BYTES8(80, 1), BYTES8(88, 1), [96] = 1, BYTES4(123, 1), [127] = 1, [0xe2] = 3,
	};
	size_t i = *at, from;

	while (i < key.len && other[(unsigned char)key.p[i]])
		i += other[(unsigned char)key.p[i]];
	uint32_t h = 2166136261u; /* FNV-1a */

	for (from = i; i < key.len && !other[(unsigned char)key.p[i]]; i++)
		h = (h ^ (unsigned char)key.p[i]) * 16777619u;
	*hash = h;
	*at = i;
	*word = (struct view){ key.p + from, i - from };
	return i > from;
}

/* Small letters of text, in room. */
static struct view key_in(struct str *room, struct view text)
{
	room->len = 0;
	str_reserve(room, text.len + 1);
	text_key(room->p, text);
	return (struct view){ room->p, text.len };
}

/* The words of the beginning of a paragraph: what it is about stands there. So many
 * bytes hold fewer words than there are slots. */
enum { START = 600, SLOTS = 512 };
struct words {
	struct str key;
	struct word {
		uint16_t at, len; /* of key; len 0: none */
	} slot[SLOTS];
};

/* The slot that holds word, or one for it. */
static struct word *slot_of(struct words *w, struct view word, uint32_t h)
{
	for (h %= SLOTS; w->slot[h].len; h = (h + 1) % SLOTS)
		if (w->slot[h].len == word.len && !memcmp(w->key.p + w->slot[h].at, word.p, word.len))
			break;
	return &w->slot[h];
}

static void words_of(struct words *w, struct view text)
{
	struct view word;

	if (text.len > START)
		for (text.len = START; (text.p[text.len] & 0xc0) == 0x80;)
			text.len--;
	text = key_in(&w->key, text);
	uint32_t h;

	for (size_t at = 0; next_word(text, &at, &word, &h);)
		*slot_of(w, word, h) = (struct word){ (uint16_t)(word.p - text.p), (uint16_t)word.len };
}

/* How many of the words of a key are among those: 0..100. */
static int shared_words(struct view key, struct words *w)
{
	int hit = 0, all = 0;
	struct view word;

	uint32_t h;

	for (size_t at = 0; next_word(key, &at, &word, &h); all++)
		hit += slot_of(w, word, h)->len > 0;
	return all ? hit * 100 / all : 0;
}

/* Could a page begin with it, the first line of all? It is no line of a menu or of a
 * site's head. */
static bool opens_page(const struct page_line *l)
{
	enum { LEAST = 40 };
	/* slogans, not headlines, stand on every page of a site */
	static const char *const slogans[] = { "Nhiệt liệt ", "Chủ đề ", "Ra sức ", "Quyết tâm ", "Đẩy mạnh học tập ", "Đẩy mạnh việc học tập " };

	return l->points >= LEAST && title_may_be(l) && !closed(l) && !l->stamp && !l->clock_time && !shape_greeting(l->text) && !shape_small_start(l->text) &&
	       !shape_only_unit(l->text) && !SHAPE_HEAD(l->text, slogans);
}

/* Is whole the heading t with a site's name before or behind it: "t - Báo Hà Nam", "Báo Hà Nam | t"? */
static bool with_site(struct view whole, struct view t)
{
	size_t least = t.len + strlen(" - ");

	if (t.len < TITLE_MIN || whole.len <= least)
		return false;
	struct view behind = { whole.p + t.len, whole.len - t.len }, before = { whole.p, whole.len - t.len };

	if (!memcmp(whole.p, t.p, t.len))
		return shape_starts(behind, " - ") || shape_starts(behind, " | ") || shape_starts(behind, " – ");
	return !memcmp(whole.p + whole.len - t.len, t.p, t.len) && (view_had(before, before.len, " - ") || view_had(before, before.len, " | ") || view_had(before, before.len, " – "));
}

/* "Thứ Tư, 22 tháng 5, 2013" at line i: what was written on a day stands below such a heading. */
static bool heads_day(const struct page_line *line, size_t i, size_t body)
{
	return line[i].stamp && shape_day_heading(line[i].text) && i + 1 < body && title_may_be(&line[i + 1]) && !closed(&line[i + 1]);
}

bool title_below_kicker(const struct lines *p, size_t i)
{
	const struct view *t = i && i < p->n ? &p->line[i - 1].text : NULL;

	return t && t->p[t->len - 1] == ':';
}

static bool day_behind(const struct page_line *l)
{
	static const char shape[] = "(00/00/0000)";

	return l->text.len >= sizeof shape && view_shaped(l->text, l->text.len - (sizeof shape - 1), shape);
}

/* "Hoạt động của Liên đoàn Lao động tỉnh", "Công tác thi đua, khen thưởng": the name of a
 * section at line i, below it a stamp, and below that a longer headline? */
static bool heads_section(const struct page_line *line, size_t i, size_t body)
{
	static const char *const heads[] = { "Hoạt động", "HOẠT ĐỘNG", "Tin ", "TIN ", "Thi đua", "THI ĐUA", "Công tác thi đua", "CÔNG TÁC THI ĐUA", "Phong trào thi đua", "PHONG TRÀO THI ĐUA",
					     "Chuyên mục", "Thời sự", "Sự kiện" };
	const struct page_line *l = &line[i];

	if (i + 3 > body || l->points > SECTION + SECTION / 2 || l->sentence_end || !SHAPE_HEAD(l->text, heads) || !line[i + 1].stamp || !title_meta_like(&line[i + 1]))
		return false;
	return title_may_be(&line[i + 2]) && !closed(&line[i + 2]) && line[i + 2].points > l->points && line[i + 2].points >= 40;
}

/* What speaks for line i as the title, by its shape and place alone; opens: the first
 * line may be it. */
static int title_place(const struct lines *p, size_t i, size_t body, bool opens)
{
	const struct page_line *line = p->line, *l = &line[i];
	int score = l->points >= 40 ? 15 : 0, said = 0;
	unsigned arabic;
	bool sure, sentence = closed(l) && !shape_capitals(l->text); /* in capitals, a full stop makes none */

	score -= l->text.p[l->text.len - 1] == '.' ? 15 : 0;
	/* "Khai mạc Đại hội:" stands over or under a heading */
	score -= l->text.p[l->text.len - 1] == ':' ? 120 : 0;
	score -= shape_greeting(l->text) ? 100 : 0;
	/* links to other articles stand below the title with a dash */
	score -= shape_bullet(l->text) && i && line[i - 1].text.p[0] != l->text.p[0] ? 60 : 0;
	/* Captions stand above an article as well, and so does its first sentence. */
	score -= l->furniture && l->points < PROSE ? 25 : 0;
	score -= (text_begins_article(l->text) || l->text.p[0] == '(') && (closed(l) || (l->points >= PROSE && title_above(line, i, 0))) ? 60 : 0;
	/* the first line of a page, right above the text, may be a sentence */
	score += !i && body == 1 && sentence && !l->dated && !text_begins_article(l->text) && shape_one_sentence(l->text) ? 20 : 0;
	/* a section above the stamp, and the headline below it */
	score -= heads_section(line, i, body) ? 80 : i > 1 && heads_section(line, i - 2, body) ? -60 : 0;
	score -= shape_dateline(l->text) ? 90 : 0;
	if (shape_section(l->text) || shape_addressed(l->text) ||
	    shape_starts(l->text, "Thừa ủy quyền") || shape_starts(l->text, "Thừa uỷ quyền"))
		score -= shape_speaks_at(l->text) ? shape_ends_at_event(l->text) ? 120 : 60 : 30;
	score -= !shape_byline(l, &sure) ? 0 : sure ? 90 : 50;
	/* a lead without its full stop */
	score -= !closed(l) && shape_day_first(l->text) && title_above(line, i, 0) ? 60 : 0;
	score -= l->dated && sentence ? 30 : 0;
	/* the lead, between the title and the stamp */
	if (sentence && i && title_may_be(&line[i - 1]) && !closed(&line[i - 1]) && !shape_only_unit(line[i - 1].text))
		score -= title_below_kicker(p, i - 1) ? 80 : line[i - 1].points >= SECTION ? 40 : 0;
	/* one of several headlines, each with its day: "Khám mắt cho 300 cụ (12/06/2019)" */
	score -= day_behind(l) && ((i && day_behind(&line[i - 1])) || (i + 1 < body && day_behind(&line[i + 1]))) ? 80 : 0;
	/* a site's name, or the office of who wrote it, above or below the title */
	score -= (title_above(line, i, 0) || title_below(line, i, body)) && l->points <= SHORT && shape_only_unit(l->text) ? 50 : 0;
	/* What is said twice, or is where a trail of links ends. */
	for (size_t j = i < 12 ? 0 : i - 12; j < body && j < i + 12; j++) {
		const struct view *t = &line[j].text;

		if (j == i)
			continue;
		if (((shape_same_text(*t, l->text) && !said++) ||
			       (shape_trail(*t) && t->len > l->text.len && !memcmp(t->p + t->len - l->text.len, l->text.p, l->text.len))))
			score += 20;
		/* with the name of the site it stands at the head of a page, and in its menu */
		if (with_site(*t, l->text))
			score += 20;
		else if (with_site(l->text, *t) && title_may_be(&line[j]))
			score -= 60;
	}
	score += !i && !said && opens ? 25 : 0;
	/* "Người tốt việc tốt | Báo A": that of the page, which is only a section's where it is not said again */
	score -= !i && !said && view_find(l->text, 0, " | ") < l->text.len ? 40 : 0;
	/* "Kho bạc tỉnh A: Phát huy vai trò thi đua" is a whole headline, what stands below it a lead */
	score += !i && opens && l->points >= 40 && view_find(l->text, 0, ": ") < l->text.len && view_find(l->text, 0, " :") == l->text.len && !shape_capitals(l->text) ? 60 : 0;
	/* a subhead between it and the stamp */
	score += !i && opens && body > 2 && line[2].stamp && title_meta_like(&line[2]) ? 20 : 0;
	/* said again, but not above the stamp: the description of a picture */
	if (said && i && opens && !(i + 1 < body && title_meta_like(&line[i + 1])) && shape_same_text(line->text, l->text))
		score -= 25;
	/* a caption below a picture, which is its description as well */
	if (i && opens && !shape_same_text(line->text, l->text) &&
	    (shape_same_text(line[i - 1].text, l->text) || (i + 1 < body && shape_same_text(line[i + 1].text, l->text))))
		score -= 90;
	/* "1. Kết quả": a heading within the article */
	if (shape_number(l->text, &arabic) && title_above(line, i, 0))
		score -= 80;
	/* The stamp stands right below it; under a kicker stands the title. */
	for (size_t j = i + 1; j < body && j <= i + 3; j++)
		if (title_meta_like(&line[j]) && !heads_day(line, j, body)) {
			score += j == i + 1 ? 40 : 20;
			break;
		}
	if (i && heads_day(line, i - 1, body))
		score += 60;
	/* Or above it, where nothing there could be a title; else a heading of the body does. */
	if (i && line[i - 1].stamp)
		score += !title_above(line, i - 1, 0) ? 40 : i > 1 && title_may_be(&line[i - 2]) && line[i - 2].points >= SECTION && !shape_only_unit(line[i - 2].text) ? sentence ? -60 : -30 : 0;
	/* A heading in capitals that says nothing of what happens is a kicker. */
	if (l->points < 60 && i + 1 < body && shape_capitals(l->text) && shape_no_verb(l->text) && title_may_be(&line[i + 1]) &&
	    !shape_capitals(line[i + 1].text) && !closed(&line[i + 1]) && line[i + 1].points <= SHORT)
		score -= 40;
	/* "CỤM THI ĐUA 5 THÀNH PHỐ TRỰC THUỘC TRUNG ƯƠNG": who it is about, however much the lead says of it */
	static const char *const clusters[] = { "CỤM THI ĐUA", "KHỐI THI ĐUA", "CỤM, KHỐI THI ĐUA", "KHU VỰC THI ĐUA" };

	if (SHAPE_HEAD(l->text, clusters) && i + 1 < body && shape_capitals(l->text) && shape_no_verb(l->text) && title_may_be(&line[i + 1]) &&
	    !shape_capitals(line[i + 1].text) && !closed(&line[i + 1]) && !line[i + 1].stamp && !shape_only_unit(line[i + 1].text))
		score -= 120;
	score -= (int)(body - i) > 12 ? 20 : 0;
	return score;
}

bool title_may_be(const struct page_line *l)
{
	if (l->points < TITLE_MIN || l->points > TITLE_MAX || l->text.p[0] == '#' || l->section || (l->points >= PROSE && shape_day_first(l->text)) || shape_trail(l->text) || shape_link(l->text) || l->links || shape_bar(l->text) || shape_salutation(l->text) || shape_minutes(l->text))
		return false;
	if ((l->furniture && !shape_is(l, "caption")) || shape_image_label(l) || shape_caption(l))
		return false;
	return shape_labels(l->text) < 2 && !(title_meta_like(l) && l->points < 60);
}

/* "Nguyễn Văn A / Ủy viên ..., / Chủ tịch ..." right above the first paragraph: who wrote it, with the
 * offices below the name. The line of the name, or body. */
static size_t above_author(const struct page_line *line, size_t body)
{
	enum { OFFICES = 3 };
	size_t i = body;
	bool sure;

	while (i && body - i < OFFICES && shape_office(&line[i - 1]))
		i--;
	return i < body && i && shape_byline(&line[i - 1], &sure) && sure ? i - 1 : body;
}

/* The title stands above the first paragraph, is no sentence of its own, and
 * shares its words with the article; a stamp below it makes it surer, and so
 * does standing next to the article. */
size_t title_find(const struct lines *p, size_t body)
{
	enum { LETTERHEAD = 12, ALL = 100 /* of the words */ };
	const struct page_line *line = p->line;
	bool opens = body && opens_page(line);
	size_t best = p->n, first = body < 60 ? 0 : body - 60;
	int most = 0;
	bool nearest = true;
	struct words lead = { 0 }, second = { 0 };
	struct str head = { 0 }, room = { 0 };

	/* a document begins with who issues it; what it is about stands below */
	for (size_t i = body; line[body].passage && i < p->n && i < body + LETTERHEAD && head.len < LINES_COUNTED; i++) {
		str_add(&head, line[i].text.p, line[i].text.len);
		str_ch(&head, ' ');
	}
	words_of(&lead, head.len ? str_view(&head) : line[body].text);
	/* a stamp may stand below the lead */
	size_t next = body + 1;

	next += next < p->n && line[next].stamp && title_meta_like(&line[next]);
	if (next < p->n && line[next].prose)
		words_of(&second, line[next].text);

	for (size_t i = above_author(line, body); i-- > first;) {
		const struct page_line *l = &line[i];

		/* "Ông A phát biểu tại", "Hội nghị tổng kết ...": no line begins there */
		if (!title_may_be(l) || (i && shape_cut_short(line[i - 1].text)))
			continue;
		int score = title_place(p, i, body, opens);

		/* Below a stamp stands the lead. */
		if (nearest && !closed(l) && !(i && line[i - 1].stamp && title_above(line, i - 1, first)) &&
		    !(i > 1 && title_may_be(&line[i - 1]) && line[i - 2].stamp))
			score += 20;
		nearest = false;
		if (score + ALL <= most)
			continue; /* whatever words it has */
		struct view key = key_in(&room, l->text);
		int share = shared_words(key, &lead);

		if (second.key.p) {
			int more = shared_words(key, &second);

			share = more > share ? (2 * more + share) / 3 : share;
		}
		/* the name of a section is of few words, which any article may have */
		score += l->points < SECTION ? share * (int)l->points / SECTION : share;
		/* A menu repeats the title as a link: the one next to the article is the heading. */
		if (score > most) {
			most = score;
			best = i;
		}
	}
	str_free(&head);
	str_free(&room);
	str_free(&lead.key);
	str_free(&second.key);
	return most >= 30 ? best : p->n;
}

/* Where nothing else could be the title, a short line may be: the only one above the
 * article, but for stamps, or one with a stamp right below it. */
size_t title_alone(const struct lines *p, size_t body)
{
	enum { WORDS = 3, MANY = 7, NEAR = 6 };
	const struct page_line *line = p->line;
	size_t only = p->n, others = 0;
	bool headline = false; /* is it right above the article, in so many words as no section has? */

	for (size_t i = body; i-- > 0 && i + NEAR > body;) {
		const struct page_line *l = &line[i];
		size_t words = 1;
		bool sure;

		if (title_meta_like(l) || shape_image_label(l) || shape_greeting(l->text) || l->text.p[l->text.len - 1] == ':')
			continue;
		for (size_t k = 0; k < l->text.len; k++)
			words += l->text.p[k] == ' ';
		/* "Trang chủ", "Tin tức": a trail of one or two words */
		if (words < WORDS && !l->tail && !closed(l))
			continue;
		if (l->furniture || l->tail || l->points >= TITLE_MAX || closed(l) || shape_trail(l->text) || shape_bullet(l->text) ||
		    shape_capitals(l->text) || shape_caption(l) || (l->points > SHORT / 2 && shape_speaks_at(l->text)) || (shape_byline(l, &sure) && sure)) {
			others++;
			continue;
		}
		/* the first line of a page above the title names its section, and so does one above the
		 * stamp above a headline */
		if (only + 1 == body && l->points <= SECTION && (!i || (headline && words < MANY)))
			return only;
		if (i + 1 < body && title_meta_like(&line[i + 1]) && line[i + 1].stamp)
			return i;
		if (only < p->n)
			return headline ? only : p->n;
		only = i;
		headline = i + 1 == body && words >= MANY && !shape_only_unit(l->text) && !shape_small_start(l->text);
	}
	return !headline && (others || (only < p->n && only > NEAR)) ? p->n : only;
}

static const char *const clusters[] = { "Cụm thi đua ", "Khối thi đua ", "CỤM THI ĐUA ", "KHỐI THI ĐUA " };

/* Two lines in capitals, one right below the other, of which the first says what was
 * held ("HỘI NGHỊ TỔNG KẾT ..."), and the second of whom. */
static bool capitals_go_on(const struct page_line *a, const struct page_line *b)
{
	static const char *const heads[] = { "HỘI NGHỊ ", "LỄ ", "ĐẠI HỘI ", "TỔNG KẾT ", "SƠ KẾT ", "KÝ KẾT ", "TRAO ", "HƯỚNG DẪN ", "TỔ CHỨC " };

	static const char *const ends[] = { " HỘI NGHỊ", " TỔ CHỨC", " LỄ", " ĐẠI HỘI", " PHONG TRÀO", " CÔNG TÁC", " VÀ", " CỦA", " VỀ" };
	static const char *const deeds[] = { "ĐÓN NHẬN ", "ĐÓN ", "NHẬN ", "TỔ CHỨC ", "TRAO ", "KÝ KẾT ", "TỔNG KẾT ", "SƠ KẾT ", "PHÁT ĐỘNG ", "TUYÊN DƯƠNG ",
					     "KHEN THƯỞNG ", "BIỂU DƯƠNG ", "TÔN VINH ", "TRIỂN KHAI ", "KỶ NIỆM ", "CÔNG BỐ ", "THAM GIA ", "ĐẠT " };

	if (!shape_capitals(a->text) || !shape_capitals(b->text))
		return false;
	/* "CÔNG AN HUYỆN A", and below it what they did; right below other lines it is a site's name */
	if ((a->gap || !a->source) && !b->gap && (SHAPE_HEAD(a->text, clusters) || (shape_names_unit(a->text) && shape_no_verb(a->text))) && SHAPE_HEAD(b->text, deeds))
		return true;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (view_had(a->text, a->text.len, ends[i]))
			return true;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (shape_starts(a->text, heads[i]))
			return !shape_starts(b->text, heads[i]);
	return false;
}

/* Furniture; but in capitals a headline may begin as captions do. */
static bool other_line(const struct page_line *l)
{
	return l->furniture && !(shape_is(l, "caption") && shape_capitals(l->text));
}

/* "Hội nghị sơ kết công tác thi đua, khen thưởng", and below it "6 tháng đầu năm 2024", "Quý I năm 2023" */
static bool says_when(const struct page_line *a, const struct page_line *b)
{
	enum { LONGEST = 60 };
	static const char *const quarters[] = { "Quý I", "Quý 1", "Quý 2", "Quý 3", "Quý 4" }, *const months[] = { " tháng đầu năm", " tháng cuối năm", " tháng năm " };
	size_t i = 0;

	if (b->gap || b->points > LONGEST || b->sentence_end || b->prose || shape_digit(a->text, a->text.len - 1))
		return false;
	while (shape_digit(b->text, i))
		i++;
	for (size_t m = 0; i && m < sizeof months / sizeof *months; m++)
		if (view_has(b->text, i, months[m]))
			return true;
	return SHAPE_HEAD(b->text, quarters);
}

/* "Hội nghị tổng kết công tác thi đua", and below it "Khối thi đua số 3 năm 2024" */
static bool says_which(const struct page_line *a, const struct page_line *b)
{
	static const char *const meetings[] = { "Hội nghị ", "Lễ ", "Tổng kết ", "Sơ kết ", "Phát động ", "Ký kết ", "Bình xét " }, *const named[] = { "Cụm", "cụm", "Khối", "khối" };

	if (b->gap || b->points > SHORT || b->sentence_end || b->prose || !SHAPE_HEAD(b->text, clusters) || !SHAPE_HEAD(a->text, meetings) || shape_digit(a->text, a->text.len - 1))
		return false;
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (view_find(a->text, 0, named[i]) < a->text.len)
			return false;
	return true;
}

/* Does line b, below a, go on with the heading a? It begins with a small letter
 * or, in capitals, with a word that none begins with. */
static bool heading_goes_on(const struct page_line *a, const struct page_line *b)
{
	static const char *const words[] = { "VÀ ", "NĂM ", "CỦA ", "GIAI ĐOẠN", "TẠI ", "TRONG ", "LẦN ", "CHO ", "ĐẾN ",
					     "VỚI ", "VỀ ", "NHIỆM KỲ", "THEO ", "ĐỢT ", "CẤP ", "TRƯỚC ", "SAU ", "TRÊN ", "ĐỂ ", "BẰNG ", "NHÂN DỊP ", "CHÀO MỪNG ", "- ", "– " };

	enum { SHORTEST = 4 }; /* "aa" sets the size of letters */

	static const char *const events[] = { "Đại hội ", "Hội nghị ", "Lễ " };
	bool colon = a->text.p[a->text.len - 1] == ':';
	size_t least = SHAPE_HEAD(a->text, clusters) ? SHORTEST : TITLE_MIN;

	if ((a->sentence_end && !colon) || other_line(a) || other_line(b) || a->stamp || b->stamp || a->points < least ||
	    b->points > TITLE_MAX || b->points < SHORTEST || shape_caption(b) || shape_trail(a->text))
		return false;
	/* "Cụm thi đua Liên đoàn Lao động các tỉnh ...:", and below it what it did */
	if (colon)
		return !b->gap && (shape_names_unit((struct view){ a->text.p, a->text.len - 1 }) || SHAPE_HEAD(a->text, clusters) || SHAPE_HEAD(a->text, events)) && !shape_list_item(b->text);
	if (shape_cut_short(a->text) && !shape_speaks_at(a->text))
		return true;
	if (shape_small_start(b->text) && !shape_list_item(b->text))
		return a->points >= TITLE_MIN && !shape_image_label(b);
	if (capitals_go_on(a, b) || says_when(a, b) || says_which(a, b))
		return true;
	/* "Một xã được tặng Cờ", and in quotes which */
	if (!b->gap && !b->sentence_end && shape_quoted(b->text) && !shape_capitals(a->text))
		return true;
	for (size_t i = 0; shape_capitals(a->text) && shape_capitals(b->text) && i < sizeof words / sizeof *words; i++)
		if (shape_starts(b->text, words[i]))
			return true;
	return false;
}

static void take_out(struct lines *p, size_t i)
{
	memmove(&p->line[i], &p->line[i + 1], (p->n - i - 1) * sizeof *p->line);
	p->n--;
}

void title_take_next(struct lines *p, size_t a)
{
	struct page_line *line = p->line;

	p->more.len = 0;
	str_add(&p->more, line[a].text.p, line[a].text.len);
	str_ch(&p->more, ' ');
	str_add(&p->more, line[a + 1].text.p, line[a + 1].text.len);
	line[a].text = arena_copy(&p->arena, str_view(&p->more));
	line[a].points += 1 + line[a + 1].points;
	line[a].sentence_end = line[a + 1].sentence_end;
	take_out(p, a + 1);
}

void title_join(struct lines *p, struct extent *e)
{
	struct page_line *line = p->line;

	for (int joined = 0; joined < 2; joined++) {
		size_t a = e->title;

		if (a && a < p->n && heading_goes_on(&line[a - 1], &line[a]))
			a--;
		else if (a + 1 >= e->body || !heading_goes_on(&line[a], &line[a + 1]) || line[a + 1].prose)
			return;
		title_take_next(p, a);
		e->title = a;
		e->body--;
		e->last--;
	}
}

/* "... Ngày cập nhật: 22/11/2014": what is said of the date that begins at byte at of a
 * heading belongs to it. Where that begins, or at. */
static size_t label_before(struct view t, size_t at)
{
	static const char *const labels[] = { "ngày cập nhật", "cập nhật ngày", "cập nhật lúc", "cập nhật", "ngày đăng", "ngày đăng tin", "đăng ngày", "đăng lúc", "ngày tạo",
					      "ngày gửi", "ngày xuất bản", "xuất bản ngày" };
	enum { REACH = 40 };
	char key[REACH];
	size_t from = at > REACH ? at - REACH : 0, end = at;

	while (from < at && (t.p[from] & 0xc0) == 0x80)
		from++;
	text_key(key, (struct view){ t.p + from, at - from });
	while (end > from && strchr(" :(-", key[end - 1 - from]))
		end--;
	struct view k = { key, end - from };
	size_t first = at;

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (view_had(k, k.len, labels[i]) && from + k.len - strlen(labels[i]) < first)
			first = from + k.len - strlen(labels[i]);
	while (first < at && first && strchr(" :(-", t.p[first - 1]))
		first--;
	return first;
}

/* "năm 2013 20/08/2014 09:42": do the figures at byte i belong to the heading, as no day and no time begins with them? */
static bool own_figures(struct view t, size_t i)
{
	static const char *const months[] = { " Tháng", " tháng", " Th", " thg" };
	size_t end = i, marks = 0;

	for (; end < t.len && t.p[end] != ' '; end++) {
		if (t.p[end] == ':')
			return false;
		marks += strchr("/.-", t.p[end]) != NULL;
	}
	for (size_t m = 0; m < sizeof months / sizeof *months; m++)
		if (view_has(t, end, months[m]))
			return false;
	return shape_digit(t, i) && marks < 2;
}

/* "... thân thiện” 12:50 CH @ Thứ Sáu - 22 Tháng Bảy, 2022", "... (12/07/2016 04:05 PM)": a day
 * with its time, and whatever stands around it. Where that begins behind a heading, or its end. */
static size_t clock_behind(struct view t)
{
	enum { REACH = 64 };
	size_t from = t.len > TITLE_MIN + REACH ? t.len - REACH : TITLE_MIN;

	for (size_t i = from; i < t.len; i++) {
		struct view rest = { t.p + i, t.len - i };

		if (t.p[i - 1] == ' ' && !own_figures(t, i) && (shape_digit(t, i) || t.p[i] == '(' || t.p[i] == '[' || shape_starts(rest, "Thứ ") || shape_starts(rest, "Chủ ")) && shape_clock(rest) && stamp_alone(rest))
			return i;
	}
	return t.len;
}

/* "kỷ niệm ... 26/3/2019", "mừng Quốc khánh 2/9/2020": is the day that begins at byte at one that is
 * kept every year, in a heading that says so? */
static bool keeps_day(struct view t, size_t at)
{
	static const struct {
		int d, m;
	} feasts[] = { { 3, 2 }, { 27, 2 }, { 8, 3 }, { 26, 3 }, { 30, 4 }, { 1, 5 }, { 7, 5 }, { 19, 5 }, { 11, 6 }, { 21, 6 }, { 28, 6 }, { 27, 7 }, { 28, 7 }, { 19, 8 }, { 2, 9 }, { 13, 10 }, { 20, 10 }, { 18, 11 }, { 20, 11 }, { 22, 12 } };
	static const char *const words[] = { "ỷ niệm", "hào mừng", "mừng ", "gày ", "uốc khánh", "uy hiệu", "iải phóng", "ợt " };
	int day = 0, month = 0;
	bool said = false, feast = false;

	for (size_t w = 0; w < sizeof words / sizeof *words; w++)
		said |= view_find((struct view){ t.p, at }, 0, words[w]) < at;
	while (at < t.len && !shape_digit(t, at))
		at++;
	for (; shape_digit(t, at) && day < 100; at++)
		day = day * 10 + (t.p[at] - '0');
	for (at++; shape_digit(t, at) && month < 100; at++)
		month = month * 10 + (t.p[at] - '0');
	for (size_t i = 0; i < sizeof feasts / sizeof *feasts; i++)
		feast |= feasts[i].d == day && feasts[i].m == month;
	return said && feast;
}

/* Where a date stands behind a heading, "... (18/12/2022)", "... - 18/12/2022 10:15":
 * the bytes of the heading alone. A day that the heading itself tells has its word
 * before it ("ngày", "từ", "đến"). */
static size_t heading_alone(struct view t)
{
	static const char *const words[] = { "ngày", "ngay", "từ", "đến", "tới", "Ngày", "NGÀY", "sáng", "chiều", "và", "tháng", "đợt" };
	size_t at = t.len, digits = 0, marks = 0, from = 0, clock = clock_behind(t);

	if (clock < t.len) {
		while (t.p[clock - 1] == ' ')
			clock--;
		return clock;
	}
	/* "... năm 2019 (03:03 19/03/2019)": a bracket begins it */
	if (t.p[t.len - 1] == ')')
		for (from = t.len; from && t.p[from - 1] != '(';)
			from--;
	while (at > (from ? from - 1 : 0) && (strchr("0123456789/.:-(), ", t.p[at - 1]))) {
		at--;
		digits += t.p[at] >= '0' && t.p[at] <= '9';
		marks += t.p[at] == '/' || t.p[at] == '.';
	}
	/* "(26/3/1931 – 26/3/2019)", "từ 10/5 – 15/5/2021": the end of an interval */
	size_t before = at;

	while (before && t.p[before - 1] == ' ')
		before--;
	if (before > 2 && (unsigned char)t.p[before - 3] == 0xe2 && ((unsigned char)t.p[before - 1] == 0x93 || (unsigned char)t.p[before - 1] == 0x94))
		return t.len;
	/* two marks make a day; more of one may be an interval */
	size_t label = marks == 2 && digits >= 6 && digits <= 16 && at > TITLE_MIN ? label_before(t, at) : at;

	if (label < at && label >= TITLE_MIN)
		return label;
	if (keeps_day(t, at))
		return t.len;
	/* "... tại biên giới18/04/2024 20:11": run into it */
	if (digits >= 8 && digits <= 14 && marks == 2 && at >= TITLE_MIN && view_shaped(t, at, "00/00/2000"))
		return at;
	if (digits < 6 || digits > 16 || marks != 2 || at < TITLE_MIN || (t.p[at] != ' ' && t.p[at] != '(' && t.p[at] != ','))
		return t.len;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t n = strlen(words[i]);

		if (at >= n && !memcmp(t.p + at - n, words[i], n))
			return t.len;
	}
	if (from && at == from - 1) {
		while (t.p[at - 1] == ' ')
			at--;
		return at;
	}
	/* "năm 2022 (18/12/2022)": the year belongs to the heading, the day begins behind it */
	size_t day = at;

	while (day < t.len && !(t.p[day] == '/' || t.p[day] == '.'))
		day++;
	while (day > at && t.p[day - 1] >= '0' && t.p[day - 1] <= '9')
		day--;
	/* "10:35, 11/12/2024": its time may stand before it */
	if (day > at + 6 && t.p[day - 1] == ' ' && t.p[day - 2] == ',' && shape_digit(t, day - 3) && t.p[day - 5] == ':') {
		day -= 5;
		while (day > at && shape_digit(t, day - 1))
			day--;
	}
	while (day > at && strchr(" (-,", t.p[day - 1]))
		day--;
	return day;
}

/* "20/08/2014 - Công an tỉnh tổng kết ...", "(20/08/2014) ...": the bytes of the stamp before a heading, with the mark
 * behind it; or 0. */
static size_t stamp_ahead(struct view t)
{
	static const char clock[] = "00:00 ", day[] = "00/00/2000";
	static const char *const joints[] = { " - ", ") - ", ") ", " | ", " – " };
	size_t i = t.len > 1 && t.p[0] == '(' ? 1 : 0, n;
	const bool bracket = i > 0;

	if (view_shaped(t, i, clock))
		i += sizeof clock - 1;
	const bool timed = i > bracket;

	if (!view_shaped(t, i, day))
		return 0;
	i += sizeof day - 1;
	if (view_shaped(t, i, " 00:00"))
		i += sizeof " 00:00" - 1;
	for (size_t k = 0; k < sizeof joints / sizeof *joints; k++) {
		if (!view_has(t, i, joints[k]) || bracket != (joints[k][0] == ')'))
			continue;
		i += strlen(joints[k]);
		return t.len - i > TITLE_MIN && text_letter(t, i, &n) == LETTER_UPPER ? i : 0;
	}
	return timed && i + 1 < t.len && t.p[i] == ' ' && t.len - i > TITLE_MIN && text_letter(t, i + 1, &n) == LETTER_UPPER ? i + 1 : 0;
}

void title_trim(struct lines *p, struct extent *e)
{
	static const char *const marks[] = { "• ", "▪ ", "■ ", "◆ ", "» ", "► " };
	struct page_line *l = &p->line[e->title];
	size_t n = SHAPE_HEAD(l->text, marks);

	/* a mark before it is none of its words */
	l->text.p += n;
	l->text.len -= n;
	l->points -= n ? 2 : 0;

	for (size_t i = e->title + 1; i < e->body; i++)
		if (p->line[i].stamp)
			return;
	n = stamp_ahead(l->text);
	const bool ahead = n > 0;

	if (!ahead)
		n = heading_alone(l->text);
	if (n == l->text.len)
		return;
	while (!ahead && n && strchr(" |", l->text.p[n - 1]))
		n--;
	if (p->n == p->cap) {
		p->cap++;
		p->line = xgrow(p->line, p->cap, sizeof *p->line);
		l = &p->line[e->title];
	}
	memmove(l + 2, l + 1, (p->n - e->title - 1) * sizeof *l);
	l[1] = *l;
	l[1].text = (struct view){ l->text.p + n, l->text.len - n };
	while (l[1].text.len && l[1].text.p[0] == ' ')
		l[1].text.p++, l[1].text.len--;
	l[1].points = (uint32_t)text_points(l[1].text);
	l[1].stamp = l[1].dated = true;
	l[1].gap = l[1].prose = false;
	l[1].furniture = 0;
	l->text.len = n;
	l->points = (uint32_t)text_points(l->text);
	l->stamp = l->dated = false;
	p->n++;
	e->body++;
	e->last++;
	if (!ahead)
		return;
	/* the stamp is the first of the two */
	while (l->text.len && l->text.p[l->text.len - 1] == ' ')
		l->text.len--;
	l->points = (uint32_t)text_points(l->text);
	l->stamp = l->dated = true;
	l[1].stamp = l[1].dated = false;
	l[1].furniture = 0;
	e->title++;
}
