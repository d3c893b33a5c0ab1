#ifndef TDK_STREAM_H
#define TDK_STREAM_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#include "in.h"
#include "out.h"
#include "str.h"

/* The stream of tdk(5): the one place that knows its kinds and their fields. */

enum kind {
	KIND_UNKNOWN,
	KIND_DOC,
	KIND_END,
	KIND_RAW,
	KIND_TITLE,
	KIND_META,
	KIND_TEXT,
	KIND_CAPTION,
	KIND_BYLINE,
	KIND_NOTE,
	KIND_CONTACT,
	KIND_DROP,
	KIND_DATE,
	KIND_UNIT,
	KIND_PLACE,
	KIND_PERSON,
	KIND_ROLE,
	KIND_REF,
	KIND_THEME,
	KIND_AWARD,
	KINDS
};

#define KIND_BIT(k) (1ul << (k))
enum { FIELDS = 9 }; /* the most that a kind has, without its own name */

struct kind_def {
	const char *name;
	const char *fields[FIELDS + 1]; /* their names, in order; NULL ends them */
	unsigned char length, count;    /* bytes of the name; fields */
	bool text;                      /* a line of the page that records may follow */
};
extern const struct kind_def kinds[KINDS];

enum kind kind_named(struct view name);

/* One line of a stream, as offsets from the kept byte of its input (in.h). */
struct line {
	size_t off, len; /* without the newline */
	enum kind kind;
	size_t number;        /* the first field of kinds with LINE, as a number */
	size_t text, textlen; /* the last field */
	uint32_t tab[FIELDS]; /* where its TABs stand, from off; 0: none, or not within 4 GB */
};

/* One document, from its doc line to its end line, in memory. */
struct doc {
	const char *base; /* offsets of lines count from here */
	struct view id;   /* encoded, as the stream has it */
	struct line *lines;
	size_t n, cap;
	size_t nr;        /* number of its first line in the file, from 1 */
	const char *file; /* for messages */
};

/* TEXT of line i. */
static inline struct view doc_text(const struct doc *d, size_t i)
{
	return (struct view){ d->base + d->lines[i].text, d->lines[i].textlen };
}

static inline bool doc_is_text(const struct doc *d, size_t i)
{
	return kinds[d->lines[i].kind].text;
}

/* Field f (from 0, after the kind) of line i; empty where it has none. */
struct view doc_field_far(const struct doc *d, size_t i, int f); /* of any line */
static inline struct view doc_field(const struct doc *d, size_t i, int f)
{
	const struct line *l = &d->lines[i];
	int n = kinds[l->kind].count;

	if (f < 0 || f >= n || !l->tab[f] || (f + 1 < n && !l->tab[f + 1]))
		return doc_field_far(d, i, f);
	size_t from = l->tab[f] + (size_t)1;

	return (struct view){ d->base + l->off + from, (f + 1 < n ? l->tab[f + 1] : l->len) - from };
}

/* Is record i that of a cluster? */
static inline bool doc_is_cluster(const struct doc *d, size_t i)
{
	return d->lines[i].kind == KIND_UNIT && view_is(doc_field(d, i, 4), "cluster");
}

/* Field f as a number; 0 where it is none. */
size_t doc_number(const struct doc *d, size_t i, int f);

/* Split one line into its parts. False when a known kind has the wrong number
 * of fields, or no number where one must be. */
bool line_parse(struct line *l, const char *base);

void doc_grow(struct doc *d); /* make room for more lines */

/* Reads documents from one input. */
struct stream {
	struct in in;
	struct doc doc;
	size_t nr;  /* lines read */
	size_t odd; /* raw: bytes that were no UTF-8 */
	bool raw;   /* no stream: raw text, read as one document of text lines */
	bool begun; /* raw: the doc line was given */
	bool bad;   /* something was wrong, and has been said */
	struct str id, clean;
};

bool stream_open(struct stream *s, const char *path, struct out *flush);

enum piece {
	PIECE_END,   /* nothing more */
	PIECE_DOC,   /* a whole document, or all there is of it, in s->doc */
	PIECE_STRAY, /* one line outside a document: s->doc.lines[0] */
	PIECE_OPEN,  /* raw text: the document begins (no lines) */
	PIECE_LINE,  /* raw text: its next line, cleaned, as s->doc.lines[0] */
	PIECE_CLOSE, /* raw text: the document ends */
};
/* What pieces say stays valid until the next call. */
enum piece stream_next(struct stream *s);
void stream_close(struct stream *s);
void stream_free(struct stream *s);

/* Writing. */
void put_doc(struct out *o, struct view encoded_id);
void put_end(struct out *o, struct view encoded_id);
void put_line(struct out *o, const struct doc *d, size_t i); /* as it came */
void put_text(struct out *o, enum kind k, size_t number, struct view text);

#endif
