#ifndef TDK_MARKUP_H
#define TDK_MARKUP_H

#include <stdbool.h>

#include "hint.h"
#include "str.h"

/* What the names in HTML mean: elements, classes, ids, roles, properties. All
 * functions give HINT_BITs; 0 for a name that says nothing here. */

enum markup_layout {
	MARKUP_INLINE,
	MARKUP_BLOCK, /* parts text, as browsers show it */
	MARKUP_PASS,  /* the same, but what is in it belongs to what is around it */
	MARKUP_SKIP   /* holds no text of the page */
};
enum markup_layout markup_layout(const char *element);

uint64_t markup_element(const char *name);  /* landmarks, em, strong, time */
uint64_t markup_role(const char *name);     /* of WAI-ARIA */
uint64_t markup_property(const char *name); /* of schema.org */
uint64_t markup_meta(const char *name);     /* of <meta>: Open Graph, Dublin Core ... */

/* A class or id, by the words of lib/dict/markup.tsv; work is room to work in. */
uint64_t markup_class(struct str *work, const char *class);
bool markup_hidden(const char *style); /* display: none */

/* What makes an element a block of its own though it is inline. */
#define MARKUP_APART \
	(HINT_BIT(HINT_DATE) | HINT_BIT(HINT_AUTHOR) | HINT_BIT(HINT_CAPTION) | HINT_BIT(HINT_BREADCRUMB) | \
	 HINT_BIT(HINT_SHARE) | HINT_BIT(HINT_COMMENT) | HINT_BIT(HINT_TAGS) | HINT_BIT(HINT_COUNTER) | \
	 HINT_BIT(HINT_PRINT) | HINT_BIT(HINT_RATING) | HINT_BIT(HINT_RELATED) | HINT_BIT(HINT_TITLE) | HINT_BIT(HINT_LEAD))

/* Append the string that follows the first such key in json, unescaped. */
bool markup_json(struct str *out, struct view json, const char *key);

#endif
