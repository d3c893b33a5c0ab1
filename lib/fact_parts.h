#ifndef TDK_FACT_PARTS_H
#define TDK_FACT_PARTS_H

#include "fact.h"
#include "str.h"

/* What the files of facts share among themselves: fact_find.c, looking into records;
 * fact_cluster.c, the cluster; fact_event.c, the conference; fact.c, all of it. Keys are those
 * of text_key; offsets are bytes. */

#define FACT_NONE ((size_t)-1)

/* The first record of kind k whose field with is that word; FACT_NONE for none. */
size_t fact_line_of_first(const struct doc *d, enum kind k, int with, const char *is);
/* The line of text that record i follows. */
size_t fact_text_of(const struct doc *d, size_t i);
/* The text from the first place on that has this key; empty for none. */
struct view fact_find_key(struct view text, const char *word);
/* The key of a text, for comparing. */
void fact_key_of(struct str *key, struct view v);
/* Does one of the words, of two bytes or more, stand at that byte of the key? */
bool fact_starts_any(const struct str *key, size_t at, const char *const *words, size_t n);
/* Does one of them end there? */
bool fact_ends_any(const struct str *key, size_t at, const char *const *words, size_t n);

/* The cluster that met: its name, the unit that is its head or its deputy, how many it is said
 * to have (0: not said); does the page tell of any, named or not? */
struct view fact_cluster(const struct doc *d);
struct view fact_officer(const struct doc *d, const char *role);
size_t fact_declared(const struct doc *d);
bool fact_of_cluster(const struct doc *d);

/* The conference: where it was, by whom it was held (in the spelling of the cluster where that is
 * it), its name, the part of its day. event: the record of its day, or FACT_NONE. */
struct view fact_venue(const struct doc *d);
struct view fact_host(const struct doc *d, struct view cluster, size_t event);
struct view fact_conference(const struct doc *d, size_t event);
struct view fact_session(const struct doc *d, size_t event);

#endif
