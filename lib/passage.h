#ifndef TDK_PASSAGE_H
#define TDK_PASSAGE_H

#include "lines.h"

/* Passages of a page that tell by their own lines where they begin and end,
 * whatever their length: an official document, from its letterhead to its
 * signature; a table whose cells stand one below the other; a list under the line
 * that opens it. */

/* Does a line of this shape stand in official documents alone? Their form is laid
 * down by Nghị định 30/2020/NĐ-CP, annex I: the state's name and motto, number and
 * symbol, the name of the document, its grounds, articles, recipients, signature. */
enum formality {
	FORMALITY_NONE,
	FORMALITY_MOTTO,
	FORMALITY_NUMBER,
	FORMALITY_NAME,
	FORMALITY_GROUNDS,
	FORMALITY_ARTICLE,
	FORMALITY_RECIPIENTS,
	FORMALITY_SIGNER, /* in whose name: "TM. ...", "KT. ..." */
	FORMALITY_SIGNED,
	FORMALITY_TABLE,
	FORMALITIES
};
enum formality passage_formality(const struct page_line *l);

/* Set passage (and signs, cell) of the lines of such passages. Call it when the prose of
 * the page is known: where there is any, a list has to be part of something else. */
void passage_find(struct lines *p);

/* The name of the document that begins at line first ("QUYẾT ĐỊNH", "KẾ HOẠCH"), with what it
 * is about below it; p->n for none. */
size_t passage_document(const struct lines *p, size_t first);

/* The list that ends an article ("DANH SÁCH", "Phụ lục I", what it is of, the decision it
 * comes with, its rows), where line i heads one: the line behind it, or i. */
size_t passage_annex(const struct lines *p, size_t i);

#endif
