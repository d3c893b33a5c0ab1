#include "structure.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "shape.h"
#include "text.h"

#define BIT(w) HINT_BIT(HINT_##w)

/* Words for parts of a page that hold no article, wherever they stand. */
static const uint64_t parts = BIT(NAV) | BIT(MENU) | BIT(BREADCRUMB) | BIT(RELATED) | BIT(SHARE) | BIT(COMMENT) | BIT(TAGS) |
			      BIT(SEARCH) | BIT(LOGIN) | BIT(POLL) | BIT(COUNTER) | BIT(PRINT) | BIT(RATING) | BIT(FILE) |
			      BIT(FOOTER) | BIT(ASIDE) | BIT(BANNER) | BIT(HEADER);
/* Words that a theme gives to whatever stands in its middle as well. */
static const uint64_t loose = BIT(HEADER) | BIT(BANNER) | BIT(ASIDE);
static const uint64_t middle = BIT(MAIN) | BIT(ARTICLE) | BIT(BODY);

enum {
	LINKS = 80,  /* per cent of links from which a line is a link */
	TEASERS = 3, /* paragraphs in places of their own that make a list */
};

static bool is_link(const struct page_line *l, const struct hint *h)
{
	return h->links >= LINKS && !l->dated;
}

uint64_t structure_believed(const struct lines *p, const struct hint *hints)
{
	size_t all = 0, in[HINT_WORDS] = { 0 };
	uint64_t believed = parts;

	for (size_t i = 0; i < p->n; i++) {
		const struct page_line *l = &p->line[i];
		const struct hint *h = &hints[l->source];

		if (!l->prose || h->links >= LINKS / 2)
			continue;
		all += l->points;
		for (int w = 0; w < HINT_WORDS; w++)
			in[w] += h->words & HINT_BIT(w) ? l->points : 0;
	}
	for (int w = 0; w < HINT_WORDS; w++)
		if (in[w] * 5 > all * 2)
			believed &= ~HINT_BIT(w);
	return believed;
}

enum hint_word structure_furniture(const struct page_line *l, const struct hint *h, uint64_t believed)
{
	uint64_t words = h->words & believed;

	if (h->words & BIT(HEAD))
		return HINT_HEAD;
	if (h->words & BIT(HIDDEN))
		return HINT_HIDDEN;
	if (h->element == ELEMENT_OPTION || h->element == ELEMENT_BUTTON || h->element == ELEMENT_LEGEND)
		return HINT_SEARCH;
	if (h->words & middle)
		words &= ~loose;
	/* a stamp stands among such things, and views beside it */
	if (l->stamp || shape_is(l, "meta"))
		words &= ~(BIT(COUNTER) | BIT(PRINT) | BIT(SHARE) | BIT(HEADER) | BIT(RATING));
	for (int w = 0; w < HINT_WORDS; w++)
		if (words & HINT_BIT(w))
			return (enum hint_word)w;
	return is_link(l, h) ? HINT_MENU : HINT_WORDS;
}

/* ---- the headline ---- */

/* Text as letters alone, small: what two spellings of a headline have in common. */
static void letters(struct str *out, struct view text)
{
	struct str key = { 0 };

	str_reserve(&key, text.len + 1);
	text_key(key.p, text);
	out->len = 0;
	for (size_t i = 0; i < text.len; i++) {
		char c = key.p[i];

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80))
			str_ch(out, c);
	}
	str_free(&key);
}

/* How sure is line l the title that the head states? 0: it is not. */
static int agrees(const struct str *line, const struct str *stated)
{
	struct view a = str_view(line), b = str_view(stated);

	if (!a.len || !b.len)
		return 0;
	if (view_eq(a, b))
		return 3;
	/* "... - Sở Nội vụ tỉnh": the name of the site behind it, or before it */
	if (a.len < b.len && (!memcmp(a.p, b.p, a.len) || !memcmp(a.p, b.p + b.len - a.len, a.len)))
		return a.len * 3 > b.len ? 2 : 0;
	/* cut off: "Hội nghị tổng kết công tác ..." */
	return a.len > b.len && b.len > 40 && !memcmp(a.p, b.p, b.len) ? 2 : 0;
}

size_t structure_title(const struct lines *p, const struct hint *hints, uint64_t believed)
{
	enum { STATED = 8 }; /* titles that a head states, at most */
	size_t best = p->n, first = 0, heads[STATED], n = 0;
	int most = 0;
	struct str line = { 0 }, stated = { 0 };

	for (size_t i = 0; i < p->n && n < STATED; i++)
		if (hints[p->line[i].source].words & BIT(HEAD) && hints[p->line[i].source].words & BIT(TITLE))
			heads[n++] = i;

	for (size_t i = 0; i < p->n; i++) {
		const struct page_line *l = &p->line[i];
		const struct hint *h = &hints[l->source];
		bool heading = h->element >= ELEMENT_H1 && h->element <= ELEMENT_H4;
		/* the head of an article is a header, too */
		enum hint_word w = structure_furniture(l, h, believed & ~(BIT(HEADER) | BIT(BANNER)));

		if (w != HINT_WORDS && !(w == HINT_MENU && heading && h->links >= LINKS && !(h->words & BIT(MENU))))
			continue;
		if (l->points < 12 || l->points > TITLE_MAX || l->stamp)
			continue;
		int sure = 0;

		letters(&line, l->text);
		for (size_t k = 0; k < n; k++) {
			letters(&stated, p->line[heads[k]].text);
			int agree = agrees(&line, &stated);

			sure = agree > sure ? agree : sure;
		}
		if (!sure)
			continue;
		sure = sure * 4 + (heading ? 3 : 0) + (h->words & BIT(TITLE) ? 2 : 0) - (h->words & BIT(HEADER) && !(h->words & middle) ? 4 : 0);
		if (sure > most) {
			most = sure;
			best = i;
		}
	}
	/* None is stated, or it is the site's name: the heading that says that it is the
	 * title, or the only one of the first rank. */
	for (size_t i = 0; i < p->n && best == p->n; i++)
		first += hints[p->line[i].source].element == ELEMENT_H1;
	for (size_t i = 0; i < p->n && best == p->n; i++) {
		const struct page_line *l = &p->line[i];
		const struct hint *h = &hints[l->source];

		if ((h->words & BIT(TITLE) || (first == 1 && h->element == ELEMENT_H1)) && h->element >= ELEMENT_H1 && h->element <= ELEMENT_H3 && l->points >= TITLE_MIN &&
		    structure_furniture(l, h, believed) == HINT_WORDS)
			best = i;
	}
	str_free(&line);
	str_free(&stated);
	return best;
}

/* ---- where the article is ---- */

struct place {
	uint32_t block, lines;
	size_t points;
};

static int by_block(const void *a, const void *b)
{
	uint32_t x = ((const struct place *)a)->block, y = ((const struct place *)b)->block;

	return (x > y) - (x < y);
}

/* The block with most prose, in itself and in the blocks right within it. */
static struct place fullest(const struct lines *p, const struct hint *hints, struct place *all)
{
	struct place *place = xalloc(2 * p->n + 1, sizeof *place), best = { 0 };
	size_t n = 0;

	*all = (struct place){ 0 };
	for (size_t i = 0; i < p->n; i++) {
		const struct page_line *l = &p->line[i];
		const struct hint *h = &hints[l->source];

		if (!l->prose || h->links >= LINKS / 2)
			continue;
		all->lines++;
		all->points += l->points;
		place[n++] = (struct place){ .block = h->own, .lines = 1, .points = l->points };
		place[n++] = (struct place){ .block = h->parent, .lines = 1, .points = l->points };
	}
	qsort(place, n, sizeof *place, by_block);
	for (size_t i = 0; i < n;) {
		struct place sum = { .block = place[i].block };

		for (; i < n && place[i].block == sum.block; i++) {
			sum.lines += place[i].lines;
			sum.points += place[i].points;
		}
		/* of two with the same the inner one */
		if (sum.block && sum.points >= best.points)
			best = sum;
	}
	free(place);
	return best;
}

/* Does line a, next to b, go on with the article that b is of? */
static bool goes_on(const struct page_line *a, const struct page_line *b, const struct hint *hints)
{
	size_t apart = a->source > b->source ? a->source - b->source : b->source - a->source;

	return apart <= 1 && (a->inside || a->prose || hints[a->source].words & hints[b->source].words & BIT(BODY));
}

bool structure_inside(struct lines *p, const struct hint *hints)
{
	struct place all, best = fullest(p, hints, &all);
	size_t first = p->n, last = 0, body = 0, longest = 0; /* body: prose that is said to be of it */

	if (!best.points)
		return false;
	for (size_t i = 0; i < p->n; i++) {
		struct page_line *l = &p->line[i];
		const struct hint *h = &hints[l->source];

		l->inside = h->own == best.block || h->parent == best.block;
		if (!l->inside || !l->prose)
			continue;
		first = i < first ? i : first;
		last = i;
		body += h->words & BIT(BODY) ? l->points : 0;
		longest = l->points > longest ? l->points : longest;
	}
	/* Teasers stand each in a place of its own. */
	if (all.lines >= TEASERS && best.lines <= 2 && best.points * 2 < all.points && longest <= TEASER_MAX && !body)
		return false;
	for (size_t i = first; i < last; i++)
		p->line[i].inside = true;
	/* Paragraphs that go on right below, or stand right above, in a block of their
	 * own, with nothing between; and what else is said to be of the body. */
	while (last + 1 < p->n && goes_on(&p->line[last + 1], &p->line[last], hints))
		p->line[++last].inside = true;
	while (first && goes_on(&p->line[first - 1], &p->line[first], hints) && !shape_is(&p->line[first - 1], "listing"))
		p->line[--first].inside = true;
	return true;
}
