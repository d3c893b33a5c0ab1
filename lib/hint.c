#include "hint.h"

#include <string.h>

static const char *const elements[ELEMENTS] = {
	"", "div", "a", "address", "blockquote", "button", "caption", "dd", "dt", "figcaption",
	"h1", "h2", "h3", "h4", "h5", "h6", "html", "label", "legend", "li",
	"link", "meta", "option", "p", "pre", "script", "summary", "td", "th", "time", "title",
};
static const char *const words[HINT_WORDS] = {
	"head", "title", "lead", "body", "date", "author", "caption", "canonical", "language", "image", "em", "strong", "time",
	"main", "article", "header", "footer", "nav", "aside", "menu", "breadcrumb", "related", "share", "comment",
	"tags", "search", "login", "poll", "counter", "banner", "print", "rating", "file", "hidden",
};

void hint_put(struct str *out, const struct hint *h)
{
	str_add(out, elements[h->element], strlen(elements[h->element]));
	if (h->links) {
		str_ch(out, ',');
		str_num(out, h->links);
		str_ch(out, '%');
	}
	for (int w = 0; w < HINT_WORDS; w++)
		if (h->words & HINT_BIT(w)) {
			str_ch(out, ',');
			str_add(out, words[w], strlen(words[w]));
		}
	if (h->own) {
		str_ch(out, ',');
		str_num(out, h->own);
		str_ch(out, '.');
		str_num(out, h->parent);
	}
}

static size_t digits(struct view v, uint32_t *n)
{
	size_t i = 0;

	for (*n = 0; i < v.len && i < 9 && v.p[i] >= '0' && v.p[i] <= '9'; i++)
		*n = *n * 10 + (uint32_t)(v.p[i] - '0');
	return i;
}

void hint_read(struct hint *h, struct view field)
{
	*h = (struct hint){ 0 };
	for (size_t at = 0, end; at < field.len; at = end + 1) {
		const char *comma = memchr(field.p + at, ',', field.len - at);
		uint32_t n;

		end = comma ? (size_t)(comma - field.p) : field.len;
		struct view w = { field.p + at, end - at };
		size_t d = digits(w, &n);

		if (d && d + 1 == w.len && w.p[d] == '%') {
			h->links = n < 100 ? (uint8_t)n : 100;
		} else if (d && d < w.len && w.p[d] == '.') {
			h->own = n;
			digits((struct view){ w.p + d + 1, w.len - d - 1 }, &h->parent);
		} else if (!at) {
			h->element = ELEMENT_DIV;
			for (int e = ELEMENT_DIV; e < ELEMENTS; e++)
				if (view_is(w, elements[e]))
					h->element = (uint8_t)e;
		} else {
			enum hint_word word = hint_word(w);

			h->words |= word < HINT_WORDS ? HINT_BIT(word) : 0;
		}
	}
}

enum element hint_element(const char *name)
{
	for (int e = ELEMENT_DIV; e < ELEMENTS; e++)
		if (elements[e][0] == name[0] && !strcmp(elements[e], name))
			return (enum element)e;
	return ELEMENT_DIV;
}

enum hint_word hint_word(struct view name)
{
	int w = 0;

	while (w < HINT_WORDS && !view_is(name, words[w]))
		w++;
	return (enum hint_word)w;
}

const char *hint_word_name(enum hint_word w)
{
	return words[w];
}
