#ifndef TDK_MEMBER_H
#define TDK_MEMBER_H

#include "stream.h"

/* Members of a cluster that a page names by their places alone: "Cụm thi đua số 3 Bảo
 * hiểm xã hội Việt Nam gồm 6 tỉnh: Lạng Sơn, Cao Bằng và Lào Cai". They are no units
 * and have no records. Their names, each with the level that they share ("tỉnh Lạng Sơn"),
 * a NUL behind each, are added to out; the result is how many. offices gets those of them
 * that head it ("Lạng Sơn (Cụm trưởng)"), also where they are named elsewhere ("do huyện
 * Quan Sơn làm Cụm trưởng"), else they are empty; free them. */
struct member_offices {
	struct str head, deputy;
};
size_t member_places(struct str *out, struct member_offices *offices, const struct doc *d);
void member_offices_free(struct member_offices *o);

#endif
