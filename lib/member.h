#ifndef TDK_MEMBER_H
#define TDK_MEMBER_H

#include "stream.h"

/* Members of a cluster that a page names by their places alone: "Cụm thi đua số 3 Bảo
 * hiểm xã hội Việt Nam gồm 6 tỉnh: Lạng Sơn, Cao Bằng và Lào Cai". They are no units
 * and have no records. Their names, each with the level that they share ("tỉnh Lạng Sơn"),
 * a NUL behind each, are added to out; the result is how many. */
size_t member_places(struct str *out, const struct doc *d);

#endif
