#include "html.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "decode.h"
#include "err.h"
#include "language.h"
#include "markup.h"
#include "stream.h"
#include "text.h"

struct html_block {
	struct hint hint;
	size_t at, len; /* in html.text */
	uint32_t line;
};

struct html_open {
	uint64_t words;
	uint32_t own, parent; /* the innermost numbered block, and the one around it */
	uint8_t element;
	bool skip, link, pre;
	bool parts; /* its end parts the text */
};

enum {
	DEEPEST = 8192, /* elements within each other: the parser looks through all of them at a stray end tag */
	CHUNK = 64 * 1024,
	SMALL_IMAGE = 60 /* pixels: an icon */
};

/* ---- blocks ---- */

static void begin_block(struct html *h)
{
	h->from = h->text.len;
	h->linked = h->solid = 0;
	h->after_link = false;
}

/* What was read since the last end of a block is one, if there is text in it. */
static void end_block(struct html *h)
{
	if (!h->solid) {
		h->text.len = h->from;
		return;
	}
	if (h->n == h->cap) {
		h->cap = h->cap ? h->cap * 2 : 256;
		h->block = xgrow(h->block, h->cap, sizeof *h->block);
	}
	struct hint hint = h->now;

	hint.links = (uint8_t)(h->linked * 100 / h->solid);
	if (hint.element == ELEMENT_DIV && h->linked == h->solid)
		hint.element = ELEMENT_A;
	if (hint.element == ELEMENT_DIV && hint.words & HINT_BIT(HINT_TIME))
		hint.element = ELEMENT_TIME;
	hint.words &= ~HINT_BIT(HINT_TIME);
	/* "<span class=hidden itemprop=datePublished>" is a fact for machines. */
	if (hint.words & HINT_BIT(HINT_HIDDEN) && hint.words & (HINT_BIT(HINT_DATE) | HINT_BIT(HINT_TITLE)))
		hint.words |= HINT_BIT(HINT_HEAD);
	h->block[h->n++] = (struct html_block){ .hint = hint, .at = h->from, .len = h->text.len - h->from, .line = h->line };
	str_ch(&h->text, '\n');
	begin_block(h);
}

/* ahead: the line ends that the parser has read beyond this text */
static void add_text(struct html *h, const char *p, size_t n, size_t ahead)
{
	const struct html_open *top = &h->open[h->depth - 1];
	size_t solid = 0, first = n, lines = ahead;

	for (size_t i = 0; i < n; i++) {
		bool space = p[i] == ' ' || p[i] == '\n' || p[i] == '\t' || p[i] == '\r' || p[i] == '\f';

		solid += !space;
		if (!space && first == n)
			first = i;
		lines += p[i] == '\n' && first < n;
	}
	if (!solid && !h->solid)
		return;
	if (solid && !h->solid) {
		int line = ((xmlParserCtxtPtr)h->parser)->input->line;

		h->line = line > (int)lines ? (uint32_t)(line - (int)lines) : 1;
		h->now = (struct hint){ .element = top->element, .words = top->words, .own = top->own, .parent = top->parent };
		if (h->image)
			h->now.words |= HINT_BIT(HINT_IMAGE);
		h->image = false;
	}
	if (solid)
		h->now.words &= top->words | HINT_BIT(HINT_IMAGE);
	h->solid += solid;
	h->linked += top->link ? solid : 0;
	h->after_link &= !solid;
	str_add(&h->text, p, n);
}

/* A fact that the page states where nobody reads it. */
static void add_fact(struct html *h, enum element element, uint64_t word, struct view value)
{
	struct hint hint = { .element = (uint8_t)element, .words = HINT_BIT(HINT_HEAD) | word };

	end_block(h);
	h->solid = 1;
	h->line = (uint32_t)((xmlParserCtxtPtr)h->parser)->input->line;
	h->now = hint;
	for (size_t i = 0; i < value.len; i++)
		str_ch(&h->text, value.p[i] == '\n' ? ' ' : value.p[i]);
	end_block(h);
}

/* ---- the events of the parser ---- */

static const char *attribute(const xmlChar **atts, const char *name)
{
	for (; atts && atts[0]; atts += 2)
		if (!strcasecmp((const char *)atts[0], name))
			return (const char *)atts[1];
	return NULL;
}

static uint64_t words_of(struct html *h, const xmlChar **atts)
{
	/* data-role and, of boxes in a text, type: what editors' systems call a part */
	static const char *const named[] = { "class", "id", "data-role", "type" };
	const char *value;
	uint64_t words = 0;

	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if ((value = attribute(atts, named[i])))
			words |= markup_class(&h->work, value);
	if ((value = attribute(atts, "itemprop")))
		words |= markup_property(value);
	if ((value = attribute(atts, "role")))
		words |= markup_role(value);
	if (attribute(atts, "hidden") || ((value = attribute(atts, "style")) && markup_hidden(value)))
		words |= HINT_BIT(HINT_HIDDEN);
	return words;
}

static bool small(const xmlChar **atts)
{
	const char *w = attribute(atts, "width"), *t = attribute(atts, "height");

	return (w && atoi(w) > 0 && atoi(w) < SMALL_IMAGE) || (t && atoi(t) > 0 && atoi(t) < SMALL_IMAGE);
}

static void state_meta(struct html *h, const xmlChar **atts)
{
	static const char *const names[] = { "property", "name", "itemprop", "http-equiv" };
	const char *content = attribute(atts, "content"), *name;

	for (size_t i = 0; content && i < sizeof names / sizeof *names; i++) {
		uint64_t word = (name = attribute(atts, names[i])) ? markup_meta(name) : 0;

		if (word) {
			add_fact(h, ELEMENT_META, word, view_of(content));
			return;
		}
	}
}

/* Elements that hold no text but say something. */
static void note(struct html *h, const char *name, const xmlChar **atts)
{
	const char *value;

	if (!strcmp(name, "img")) {
		h->image |= !small(atts);
	} else if (!strcmp(name, "meta")) {
		state_meta(h, atts);
	} else if (!strcmp(name, "link") && (value = attribute(atts, "rel")) && !strcasecmp(value, "canonical")) {
		if ((value = attribute(atts, "href")))
			add_fact(h, ELEMENT_LINK, HINT_BIT(HINT_CANONICAL), view_of(value));
	} else if (!strcmp(name, "html") && ((value = attribute(atts, "lang")) || (value = attribute(atts, "xml:lang")))) {
		add_fact(h, ELEMENT_HTML, HINT_BIT(HINT_LANGUAGE), view_of(value));
	} else if (!strcmp(name, "script") && (value = attribute(atts, "type")) && strstr(value, "ld+json")) {
		h->facts = true;
		h->json.len = 0;
	}
}

static bool headlike(int element)
{
	return element >= ELEMENT_H1 && element <= ELEMENT_H6;
}

static void start(void *self, const xmlChar *element, const xmlChar **atts)
{
	struct html *h = self;
	const char *name = (const char *)element;

	if (h->depth == DEEPEST) {
		h->deep = true;
		xmlStopParser(h->parser);
		return;
	}
	if (h->depth == h->room) {
		h->room = h->room ? h->room * 2 : 64;
		h->open = xgrow(h->open, h->room, sizeof *h->open);
	}
	struct html_open *top = &h->open[h->depth];

	*top = h->depth ? top[-1] : (struct html_open){ .element = ELEMENT_DIV };
	h->depth++;
	top->parts = false;
	if (!top->skip)
		note(h, name, atts);
	enum markup_layout layout = markup_layout(name);
	uint64_t own = 0;

	if (top->skip || layout == MARKUP_SKIP) {
		top->skip = true;
		return;
	}
	/* The words of the outermost elements are about the whole page. */
	if (strcmp(name, "html") && strcmp(name, "body"))
		own = words_of(h, atts);
	/* "<span class=date>" in a bar of such things is one of its own; in a sentence it is not. */
	if (layout == MARKUP_INLINE && own & ~top->words & MARKUP_APART && top->element != ELEMENT_P && top->element != ELEMENT_LI && !headlike(top->element))
		top->parts = true;
	if (layout != MARKUP_INLINE || top->parts)
		end_block(h);
	if (layout == MARKUP_BLOCK) {
		top->element = (uint8_t)hint_element(name);
		top->parent = top->own;
		top->own = ++h->blocks;
		top->pre |= top->element == ELEMENT_PRE;
	}
	top->parts |= layout != MARKUP_INLINE;
	/* What holds the body or the title is no part of what surrounds the page's middle. */
	if (own & (HINT_BIT(HINT_BODY) | HINT_BIT(HINT_TITLE)))
		top->words &= ~(HINT_BIT(HINT_ASIDE) | HINT_BIT(HINT_HEADER) | HINT_BIT(HINT_BANNER) | HINT_BIT(HINT_NAV) | HINT_BIT(HINT_MENU));
	top->words |= own | markup_element(name);
	if (!strcmp(name, "title"))
		top->words = HINT_BIT(HINT_HEAD) | HINT_BIT(HINT_TITLE), top->own = top->parent = 0;
	if (!strcmp(name, "a")) {
		top->link = true;
		if (h->after_link)
			add_text(h, " ", 1, 0);
	}
	if (!strcmp(name, "br")) {
		/* a heading over two lines is one heading */
		if (headlike(top->element))
			add_text(h, " ", 1, 0);
		else
			end_block(h);
	}
}

/* The facts of schema.org in JSON-LD, which is often broken: by their keys alone. */
static void read_facts(struct html *h)
{
	static const char *const keys[] = { "headline", "datePublished" };

	h->facts = false;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		h->work.len = 0;
		if (markup_json(&h->work, str_view(&h->json), keys[i]))
			add_fact(h, ELEMENT_SCRIPT, markup_property(keys[i]), str_view(&h->work));
	}
}

static void end(void *self, const xmlChar *element)
{
	struct html *h = self;

	if (!h->depth)
		return;
	const struct html_open *top = &h->open[h->depth - 1];

	if (top->parts)
		end_block(h);
	if (!strcmp((const char *)element, "a"))
		h->after_link = true;
	if (h->facts && !strcmp((const char *)element, "script"))
		read_facts(h);
	h->depth--;
}

static void characters(void *self, const xmlChar *text, int len)
{
	struct html *h = self;
	const char *p = (const char *)text, *stop = p + len;

	if (h->facts)
		str_add(&h->json, p, (size_t)len);
	if (!h->depth || h->open[h->depth - 1].skip)
		return;
	size_t ahead = 0;

	if (!h->open[h->depth - 1].pre) {
		add_text(h, p, (size_t)len, 0);
		return;
	}
	for (const char *c = p; c < stop; c++)
		ahead += *c == '\n';
	for (const char *nl; (nl = memchr(p, '\n', (size_t)(stop - p))); p = nl + 1, ahead--) {
		add_text(h, p, (size_t)(nl - p), ahead);
		end_block(h);
	}
	add_text(h, p, (size_t)(stop - p), 0);
}

/* ---- reading ---- */

/* Behind </html> the parser ends; pages often go on, and browsers with them. */
static void no_early_end(char *p, size_t n)
{
	static const char *const ends[] = { "</html", "</body" };

	for (char *at = p, *stop = p + n; (at = memchr(at, '<', (size_t)(stop - at))); at++) {
		if (stop - at < 7 || at[1] != '/' || (strncasecmp(at, ends[0], 6) && strncasecmp(at, ends[1], 6)))
			continue;
		const char *close = memchr(at, '>', (size_t)(stop - at));

		if (!close)
			break;
		for (; at < close; at++)
			*at = *at == '\n' ? '\n' : ' ';
		*at = ' ';
	}
}

/* The page as valid UTF-8 without NUL. */
static struct view valid(struct html *h, char *p, size_t n)
{
	no_early_end(p, n);
	for (char *nul = p; (nul = memchr(nul, 0, n - (size_t)(nul - p)));)
		*nul = ' ';
	struct view v = { p, n };
	size_t good = text_valid(v);

	if (good == n)
		return v;
	h->mended.len = 0;
	while (v.len) {
		str_add(&h->mended, v.p, good);
		v.p += good;
		v.len -= good;
		if (!v.len)
			break;
		text_add_point(&h->mended, 0xfffd);
		v.p++;
		v.len--;
		good = text_valid(v);
	}
	return str_view(&h->mended);
}

/* Where the parser gets no memory it goes on without what it has read: it must not. */
static void *get(size_t n)
{
	return xalloc(n ? n : 1, 1);
}

static void *get_more(void *p, size_t n)
{
	return xgrow(p, n ? n : 1, 1);
}

static char *get_copy(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(xalloc(n, 1), s, n);
}

static void parse(struct html *h, struct view page)
{
	static htmlSAXHandler events;

	events.startElement = start;
	events.endElement = end;
	events.characters = events.ignorableWhitespace = events.cdataBlock = characters;
	static bool ready;

	if (!ready) {
		xmlMemSetup(free, get, get_more, get_copy);
		ready = true;
	}
	htmlParserCtxtPtr parser = htmlCreatePushParserCtxt(&events, h, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);

	if (!parser)
		die("libxml2: out of memory");
	h->parser = parser;
	htmlCtxtUseOptions(parser, HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
	for (size_t at = 0; at < page.len && !h->deep; at += CHUNK) {
		size_t n = page.len - at < CHUNK ? page.len - at : CHUNK;

		htmlParseChunk(parser, page.p + at, (int)n, 0);
	}
	htmlParseChunk(parser, NULL, 0, 1);
	end_block(h);
	htmlFreeParserCtxt(parser);
	h->parser = NULL;
}

bool html_read(struct html *h, char *bytes, size_t n, const char *charset, const char *from, const char *name)
{
	struct view page = { bytes, n };
	const char *found = decode_page(page, charset, from);

	h->text.len = h->n = h->depth = 0;
	h->blocks = 0;
	h->image = h->facts = h->deep = false;
	begin_block(h);
	if (n >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3))
		bytes += 3, n -= 3;
	if (found) {
		h->decoded.len = 0;
		if (!decode_from(&h->decoded, page, found))
			str_add(&h->decoded, page.p, page.len);
		bytes = h->decoded.p;
		n = h->decoded.len;
	}
	parse(h, valid(h, bytes, n));
	h->disguise = decode_disguise(str_view(&h->text));
	if (h->disguise)
		warn("%s: letters of another encoding: read as %s", name, h->disguise);
	if (h->deep)
		warn("%s: line %u: elements nested too deeply: the rest was left", name, (unsigned)h->line);
	return !h->deep;
}

void html_put_raw(struct tool *t, struct view id, size_t line, struct view hint, struct view text)
{
	struct out *o = &t->out;

	t->found = true;
	out_view(o, t->only ? id : VIEW("raw"));
	out_ch(o, '\t');
	out_num(o, line);
	out_ch(o, '\t');
	out_view(o, hint);
	out_ch(o, '\t');
	out_view(o, text);
	out_ch(o, '\n');
}

void html_put(struct html *h, struct tool *t, struct view id)
{
	for (size_t i = 0; i < h->n; i++) {
		const struct html_block *b = &h->block[i];
		struct view text = { h->text.p + b->at, b->len };

		if (h->disguise) {
			h->work.len = 0;
			decode_undo(&h->work, text, h->disguise);
			text = str_view(&h->work);
		}
		h->clean.len = 0;
		text_clean(&h->clean, text);
		if (!h->clean.len)
			continue;
		h->mended.len = 0;
		hint_put(&h->mended, &b->hint);
		html_put_raw(t, id, b->line, str_view(&h->mended), str_view(&h->clean));
	}
}

bool html_is_vietnamese(const struct html *h)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->block[i].hint.words & HINT_BIT(HINT_LANGUAGE) &&
		    language_says_vietnamese((struct view){ h->text.p + h->block[i].at, h->block[i].len }))
			return true;
	return language_vietnamese(str_view(&h->text));
}

void html_free(struct html *h)
{
	str_free(&h->text);
	str_free(&h->json);
	str_free(&h->work);
	str_free(&h->clean);
	str_free(&h->mended);
	str_free(&h->decoded);
	free(h->block);
	free(h->open);
	*h = (struct html){ 0 };
}
