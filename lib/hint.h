#ifndef TDK_HINT_H
#define TDK_HINT_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* What the structure of an HTML page says of one of its blocks, as the HINT field
 * of raw lines has it: "p,12%,main,body,41.40" (tdk(5)). */

enum element {
	ELEMENT_NONE, /* no hint at all */
	ELEMENT_DIV,  /* div, section, and whatever has no name of its own here */
	ELEMENT_A,
	ELEMENT_ADDRESS,
	ELEMENT_BLOCKQUOTE,
	ELEMENT_BUTTON,
	ELEMENT_CAPTION,
	ELEMENT_DD,
	ELEMENT_DT,
	ELEMENT_FIGCAPTION,
	ELEMENT_H1,
	ELEMENT_H2,
	ELEMENT_H3,
	ELEMENT_H4,
	ELEMENT_H5,
	ELEMENT_H6,
	ELEMENT_HTML,
	ELEMENT_LABEL,
	ELEMENT_LEGEND,
	ELEMENT_LI,
	ELEMENT_LINK,
	ELEMENT_META,
	ELEMENT_OPTION,
	ELEMENT_P,
	ELEMENT_PRE,
	ELEMENT_SCRIPT,
	ELEMENT_SUMMARY,
	ELEMENT_TD,
	ELEMENT_TH,
	ELEMENT_TIME,
	ELEMENT_TITLE,
	ELEMENTS
};

/* The words of a hint, in the order in which they stand there. */
enum hint_word {
	HINT_HEAD, /* a fact that the page's head states */
	HINT_TITLE,
	HINT_LEAD,
	HINT_BODY,
	HINT_DATE,
	HINT_AUTHOR,
	HINT_CAPTION,
	HINT_CANONICAL,
	HINT_LANGUAGE,
	HINT_IMAGE, /* an image stands right before it */
	HINT_EM,    /* all of it is emphasised, or strong */
	HINT_STRONG,
	HINT_TIME, /* all of it is a time element: where it has none of its own, its element */
	HINT_MAIN,
	HINT_ARTICLE,
	HINT_HEADER,
	HINT_FOOTER,
	HINT_NAV,
	HINT_ASIDE,
	HINT_MENU,
	HINT_BREADCRUMB,
	HINT_RELATED,
	HINT_SHARE,
	HINT_COMMENT,
	HINT_TAGS,
	HINT_SEARCH,
	HINT_LOGIN,
	HINT_POLL,
	HINT_COUNTER,
	HINT_BANNER,
	HINT_PRINT,
	HINT_RATING,
	HINT_FILE,
	HINT_HIDDEN,
	HINT_WORDS
};
#define HINT_BIT(w) (UINT64_C(1) << (w))

struct hint {
	uint8_t element; /* enum element */
	uint8_t links;   /* how much of the text is links, in per cent */
	uint64_t words;  /* HINT_BITs */
	uint32_t own, parent; /* numbers of the innermost block, from 1, and of the one around it */
};

/* Append the field, and read it; what is not known in it is passed over. */
void hint_put(struct str *out, const struct hint *h);
void hint_read(struct hint *h, struct view field);

/* The element of that name, in small letters; ELEMENT_DIV for others. */
enum element hint_element(const char *name);

/* The word of that name; HINT_WORDS for none. */
enum hint_word hint_word(struct view name);
const char *hint_word_name(enum hint_word w);

#endif
