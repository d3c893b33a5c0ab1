#include "markup.h"

#include <string.h>
#include <strings.h>

#include "lexicon.h"
#include "text.h"

#define MARKUP_TABLES
#include "markup_words.h"

static const struct lex_table table = {
	markup_state, markup_rest, markup_entry, markup_sense, markup_pool, markup_string,
	markup_set, LEX_ANYWHERE,
};

struct term {
	const char *name;
	uint64_t meaning;
};

static uint64_t look_up(const struct term *t, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if ((t[i].name[0] | 0x20) == (name[0] | 0x20) && !strcasecmp(t[i].name, name))
			return t[i].meaning;
	return 0;
}
#define LOOK_UP(terms, name) look_up(terms, sizeof(terms) / sizeof *(terms), name)

/* HTML Living Standard, 15.3: what is rendered as a block, and what not at all. */
static const struct term layouts[] = {
	{ "address", MARKUP_BLOCK }, { "article", MARKUP_BLOCK }, { "aside", MARKUP_BLOCK }, { "blockquote", MARKUP_BLOCK },
	{ "body", MARKUP_BLOCK }, { "br", MARKUP_INLINE }, { "button", MARKUP_BLOCK }, { "caption", MARKUP_BLOCK },
	{ "center", MARKUP_PASS }, { "dd", MARKUP_BLOCK }, { "details", MARKUP_BLOCK }, { "dir", MARKUP_BLOCK },
	{ "div", MARKUP_BLOCK }, { "dl", MARKUP_BLOCK }, { "dt", MARKUP_BLOCK }, { "fieldset", MARKUP_BLOCK },
	{ "figcaption", MARKUP_BLOCK }, { "figure", MARKUP_BLOCK }, { "footer", MARKUP_BLOCK }, { "form", MARKUP_BLOCK },
	{ "frameset", MARKUP_PASS }, { "h1", MARKUP_BLOCK }, { "h2", MARKUP_BLOCK }, { "h3", MARKUP_BLOCK },
	{ "h4", MARKUP_BLOCK }, { "h5", MARKUP_BLOCK }, { "h6", MARKUP_BLOCK }, { "head", MARKUP_PASS },
	{ "header", MARKUP_BLOCK }, { "hgroup", MARKUP_BLOCK }, { "hr", MARKUP_PASS }, { "html", MARKUP_PASS },
	{ "iframe", MARKUP_SKIP }, { "legend", MARKUP_BLOCK }, { "li", MARKUP_BLOCK }, { "main", MARKUP_BLOCK },
	{ "marquee", MARKUP_BLOCK }, { "math", MARKUP_SKIP }, { "menu", MARKUP_BLOCK }, { "nav", MARKUP_BLOCK },
	{ "noframes", MARKUP_BLOCK }, { "noscript", MARKUP_SKIP }, { "object", MARKUP_SKIP }, { "ol", MARKUP_BLOCK },
	{ "optgroup", MARKUP_PASS }, { "option", MARKUP_BLOCK }, { "p", MARKUP_BLOCK }, { "pre", MARKUP_BLOCK },
	{ "script", MARKUP_SKIP }, { "section", MARKUP_BLOCK }, { "select", MARKUP_BLOCK }, { "style", MARKUP_SKIP },
	{ "summary", MARKUP_BLOCK }, { "svg", MARKUP_SKIP }, { "table", MARKUP_BLOCK }, { "tbody", MARKUP_PASS },
	{ "td", MARKUP_BLOCK }, { "template", MARKUP_SKIP }, { "textarea", MARKUP_SKIP }, { "tfoot", MARKUP_PASS },
	{ "th", MARKUP_BLOCK }, { "thead", MARKUP_PASS }, { "title", MARKUP_BLOCK }, { "tr", MARKUP_PASS },
	{ "ul", MARKUP_BLOCK },
};

static const struct term elements[] = {
	{ "article", HINT_BIT(HINT_ARTICLE) }, { "aside", HINT_BIT(HINT_ASIDE) }, { "b", HINT_BIT(HINT_STRONG) },
	{ "em", HINT_BIT(HINT_EM) }, { "figcaption", HINT_BIT(HINT_CAPTION) }, { "footer", HINT_BIT(HINT_FOOTER) },
	{ "header", HINT_BIT(HINT_HEADER) }, { "i", HINT_BIT(HINT_EM) }, { "main", HINT_BIT(HINT_MAIN) },
	{ "nav", HINT_BIT(HINT_NAV) }, { "strong", HINT_BIT(HINT_STRONG) }, { "time", HINT_BIT(HINT_TIME) },
};

static const struct term roles[] = {
	{ "article", HINT_BIT(HINT_ARTICLE) }, { "banner", HINT_BIT(HINT_HEADER) },
	{ "complementary", HINT_BIT(HINT_ASIDE) }, { "contentinfo", HINT_BIT(HINT_FOOTER) },
	{ "main", HINT_BIT(HINT_MAIN) }, { "navigation", HINT_BIT(HINT_NAV) }, { "search", HINT_BIT(HINT_SEARCH) },
};

static const struct term properties[] = {
	{ "articleBody", HINT_BIT(HINT_BODY) }, { "author", HINT_BIT(HINT_AUTHOR) },
	{ "datePublished", HINT_BIT(HINT_DATE) }, { "headline", HINT_BIT(HINT_TITLE) },
};

static const struct term metas[] = {
	{ "article:published_time", HINT_BIT(HINT_DATE) }, { "author", HINT_BIT(HINT_AUTHOR) },
	{ "content-language", HINT_BIT(HINT_LANGUAGE) }, { "date", HINT_BIT(HINT_DATE) },
	{ "datePublished", HINT_BIT(HINT_DATE) }, { "dc.date", HINT_BIT(HINT_DATE) },
	{ "dc.date.created", HINT_BIT(HINT_DATE) }, { "dc.date.issued", HINT_BIT(HINT_DATE) },
	{ "dc.language", HINT_BIT(HINT_LANGUAGE) }, { "dc.title", HINT_BIT(HINT_TITLE) },
	{ "dcterms.created", HINT_BIT(HINT_DATE) }, { "headline", HINT_BIT(HINT_TITLE) },
	{ "og:title", HINT_BIT(HINT_TITLE) }, { "og:url", HINT_BIT(HINT_CANONICAL) },
	{ "pubdate", HINT_BIT(HINT_DATE) }, { "publishdate", HINT_BIT(HINT_DATE) },
};

enum markup_layout markup_layout(const char *element)
{
	return (enum markup_layout)LOOK_UP(layouts, element);
}

uint64_t markup_element(const char *name)
{
	return LOOK_UP(elements, name);
}

uint64_t markup_role(const char *name)
{
	return LOOK_UP(roles, name);
}

uint64_t markup_property(const char *name)
{
	return LOOK_UP(properties, name);
}

uint64_t markup_meta(const char *name)
{
	return LOOK_UP(metas, name);
}

/* ---- classes ---- */

static bool upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* A class as small words with a space between them: "dnn_NewsDetail-title2" is
 * "dnn news detail title". */
static void split_words(struct str *out, const char *class)
{
	out->len = 0;
	for (const char *c = class; *c; c++) {
		bool gap = out->len && out->p[out->len - 1] != ' ';

		if (!upper(*c) && !lower(*c)) {
			if (gap)
				str_ch(out, ' ');
			continue;
		}
		if (gap && upper(*c) && (lower(c[-1]) || lower(c[1])))
			str_ch(out, ' ');
		str_ch(out, (char)(*c | 0x20));
	}
}

/* Classes that hide an element everywhere: as a whole, since "hidden-xs" hides it on
 * small screens alone, and so does "d-none" beside "d-md-block". */
static bool hides(const char *class)
{
	static const char *const names[] = { "hidden", "hide", "d-none", "sr-only", "visually-hidden", "element-invisible" };

	if (strstr(class, "-block") || strstr(class, "-flex"))
		return false;
	for (const char *c = class; *c; c += strcspn(c, " \t\n")) {
		c += strspn(c, " \t\n");
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			if (strcspn(c, " \t\n") == strlen(names[i]) && !strncmp(c, names[i], strlen(names[i])))
				return true;
	}
	return false;
}

uint64_t markup_class(struct str *work, const char *class)
{
	uint64_t bits = hides(class) ? HINT_BIT(HINT_HIDDEN) : 0;

	split_words(work, class);
	struct view w = str_view(work);

	for (size_t i = 0, len; i < w.len; i++) {
		bool start = !i || w.p[i - 1] == ' ';
		unsigned e = w.p[i] == ' ' ? 0 : lex_match(&table, w, w, i, &len);

		for (unsigned k = 0; e && k < table.entry[e].n; k++) {
			const struct lex_sense *s = &table.sense[table.entry[e].first + k];
			const char *how = markup_tag[s->tag]; /* word, begin or within */
			bool whole = i + len == w.len || w.p[i + len] == ' ';

			if (!strcmp(how, "within") || (start && (whole || !strcmp(how, "begin"))))
				bits |= HINT_BIT(hint_word(view_of(lex_string(&table, s->value))));
		}
	}
	return bits;
}

bool markup_hidden(const char *style)
{
	const char *p = strstr(style, "display");

	if (!p)
		return false;
	p += strlen("display");
	p += strspn(p, " \t\n:");
	return !strncmp(p, "none", 4);
}

/* ---- JSON ---- */

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* Four digits at p[at]; 0 if there are none. */
static uint32_t unit(struct view v, size_t at)
{
	uint32_t c = 0;

	if (at + 4 > v.len)
		return 0;
	for (int i = 0; i < 4; i++) {
		int d = hex(v.p[at + (size_t)i]);

		if (d < 0)
			return 0;
		c = c << 4 | (uint32_t)d;
	}
	return c;
}

/* The string that begins behind a quote at at (RFC 8259, 7), to out. */
static bool json_text(struct str *out, struct view v, size_t at)
{
	for (; at < v.len && v.p[at] != '"'; at++) {
		if (v.p[at] != '\\' || at + 1 == v.len) {
			str_ch(out, v.p[at]);
			continue;
		}
		uint32_t c = v.p[++at] == 'u' ? unit(v, at + 1) : 0, low;

		if (v.p[at] != 'u') {
			str_ch(out, strchr("bfnrt", v.p[at]) ? ' ' : v.p[at]);
			continue;
		}
		at += c ? 4 : 0;
		if (c >= 0xd800 && c < 0xdc00 && at + 2 < v.len && v.p[at + 1] == '\\' && v.p[at + 2] == 'u' &&
		    (low = unit(v, at + 3)) >= 0xdc00 && low < 0xe000) {
			c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
			at += 6;
		}
		text_add_point(out, c && (c < 0xd800 || c > 0xdfff) ? c : 0xfffd);
	}
	return at < v.len;
}

bool markup_json(struct str *out, struct view v, const char *key)
{
	size_t n = strlen(key);

	for (size_t at = 0; at + n + 2 < v.len; at++) {
		if (v.p[at] != '"' || memcmp(v.p + at + 1, key, n) || v.p[at + n + 1] != '"')
			continue;
		size_t i = at + n + 2;

		while (i < v.len && strchr(" \t\r\n:", v.p[i]) && v.p[i])
			i++;
		if (i < v.len && v.p[i] == '"')
			return json_text(out, v, i + 1);
	}
	return false;
}
