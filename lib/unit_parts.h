#ifndef TDK_UNIT_PARTS_H
#define TDK_UNIT_PARTS_H

#include "rule.h"
#include "unit.h"

/* What the parts of the recogniser of units share. Tokens are those of the line, u->lex. */

/* The unit of tokens first..last, behind those that were found; kind is a TAG_. */
struct unit *unit_add(struct units *u, size_t first, size_t last, int kind, bool cluster);
/* Is it a city that is no part of a province? (unit_name.c) */
bool unit_city(const struct token *k);
/* The kind of unit that a head is of. */
int unit_kind(const struct token *head);

/* The rules (unit_grammar.c): the shapes of units, clusters, what a cluster is made of. */
enum { RULE_ALONE, RULE_COMPLETED, RULE_SMALL, RULE_SHAPES, RULE_CLUSTERS = RULE_SHAPES, RULE_MEMBERS, UNIT_RULES };
/* Match one of them at token t. */
enum rx_answer unit_match(struct units *u, int rule, size_t t, struct rx_match *m);
/* The token after the longest unit that begins at t, no cluster; t for none. *fine becomes
 * false where limits stopped the search. */
size_t unit_longest(struct units *u, size_t t, bool *fine);
/* The token after the firm of tokens t..end-1, by the words behind what the rules read of it; end
 * is t where they read nothing (unit_firm.c). */
size_t unit_firm(const struct lex *l, size_t t, size_t end);
void unit_rules_free(struct unit_rules *r); /* r may be NULL */

/* The token after the cluster that begins at t, or t (unit_cluster.c). */
size_t unit_cluster_end(struct units *u, size_t t, bool *fine);

/* What names no unit (unit_generic.c). Does the word at token first name none here? */
bool unit_generic(const struct units *u, size_t first);
/* "Học sinh Khối 12", "Khối 6 có 7 lớp": is the bloc at t..end a grade of a school? */
bool unit_grade(const struct lex *l, size_t t, size_t end);
/* "các huyện", "5 tỉnh", "các cấp" at token t: is what stands before it said of many? */
bool unit_of_many(const struct lex *l, size_t t);
/* Are several units of the kind of tokens t..end-1 meant: "các TAND khu vực"? */
bool unit_several(const struct lex *l, size_t t, size_t end);
/* Does the number at token t count what stands behind it? */
bool unit_counted(const struct lex *l, size_t t);
/* Does what is counted stand at token t: "đơn vị"? */
bool unit_counts(const struct lex *l, size_t t);

/* The token after the unit that the rules read from token t up to end: without who heads it
 * ("UBND huyện Lâm Hà Lê Văn Nam"), with what tells which it is ("Chi nhánh FPT tại Quảng
 * Bình", "Công ty Xây dựng 19/5"); t where nothing of it is left (unit_end.c). */
size_t unit_end(const struct lex *l, size_t t, size_t end);

/* The token after a board or a club that bears the name of a movement in quotes, with its place:
 * "Ban Chỉ đạo Phong trào “Toàn dân đoàn kết ...” tỉnh A"; end where it is none. */
size_t unit_board(const struct lex *l, size_t t, size_t end);

/* The same, by the numbers in it or behind it: "Quận đoàn 3", "Chi cục Thú y vùng VI" (unit_number.c). */
size_t unit_number(const struct lex *l, size_t t, size_t end);

/* Lists with one head for all (unit_list.c); each adds the units of its list and gives the
 * token after it, or t where there is none. */

/* "các sở: Nội vụ, Tài chính", "các sở Nội vụ, Tài chính": t is the plural. */
size_t unit_list(struct units *u, size_t t);
/* "các sở, ngành: Nội vụ, ...", "08 sở thuộc Khối, gồm: Y tế, ...": t is the colon. */
size_t unit_list_behind_colon(struct units *u, size_t t);
/* "gồm: Sở Giáo dục và Đào tạo, Y tế, ...", "Huyện ủy A, B": behind the unit of tokens head..end-1. */
size_t unit_list_more(struct units *u, size_t head, size_t end);
/* "TAND các tỉnh: A, B và C": a unit of tokens head..t-1 in each place; t is the plural. */
size_t unit_list_places(struct units *u, size_t head, size_t t);
/* "10 Sở Ngoại vụ: A (Trưởng cụm), B": the same, of provinces behind the colon. */
size_t unit_list_provinces(struct units *u, size_t head, size_t colon);

/* "Huyện ủy, HĐND, UBND huyện Anh Sơn": give those before the last its place (unit_place.c). */
void unit_places(struct units *u);

/* Does unit x hold what the line tells of, by the words behind it (unit_host.c)? */
bool unit_holds(const struct units *u, enum kind kind, const struct unit *x);
/* "Với vai trò Cụm trưởng Cụm thi đua số 4 năm 2016, Công ty A ...": does the sentence of the
 * comma at token t begin so (unit_host.c)? */
bool unit_as_part(const struct lex *l, size_t t);
/* Those that hold it together; whose parts are known (unit_host.c). */
void unit_hosts(struct units *u);
/* The members of clusters in lists, to the end of their sentence (unit_member.c). */
void unit_members(struct units *u);
/* "đơn vị", "thành viên" at token t: what a cluster is counted in? */
bool unit_member_noun(const struct lex *l, size_t t);

/* Give each unit of the line its part (unit_role.c). */
void unit_roles(struct units *u, enum kind kind);

#endif
