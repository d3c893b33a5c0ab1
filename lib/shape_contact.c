#include "shape.h"

#include <string.h>

#include "text.h"

/* What a site says of itself at its foot: whose it is, where they sit, how they are reached. */

/* "15 Lê Lợi, TP. Bắc Lộ. Tel: 0240 ..." */
static bool telephone(struct view t)
{
	static const char *const words[] = { "Tel", "ĐT", "Điện thoại", "Fax", "Hotline", "ĐT trực ban", "ĐT bàn", "Điện thoại liên hệ", "SĐT" };

	for (size_t i = 0; i + 2 < t.len; i++) {
		const char *colon = memchr(t.p + i, ':', t.len - i - 2);

		if (!colon)
			return false;
		i = (size_t)(colon - t.p);
		if (t.p[i + 1] != ' ' || !(shape_digit(t, i + 2) || t.p[i + 2] == '(' || t.p[i + 2] == '+'))
			continue;
		for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
			size_t n = strlen(words[w]);

			if (i >= n && !memcmp(t.p + i - n, words[w], n))
				return true;
		}
	}
	return false;
}

/* From byte at on: "Số 6 Hùng Vương", "12 đường 30/4", "105A Nguyễn Đình Chiểu", "đường Lê Lợi,
 * phường Hòa Phú": where a street or a town is named? */
static bool street_at(struct view t, size_t at)
{
	static const char *const words[] = { "đường ", "Đường ", "ĐƯỜNG ", "phố ", "Phố ", "phường ", "Phường ", "PHƯỜNG ", "Khu phố ", "Tiểu khu ", "Tổ ", "Ấp ", "Thôn ", "Km" };
	size_t n;

	if (shape_starts((struct view){ t.p + at, t.len - at }, "Số ") || shape_starts((struct view){ t.p + at, t.len - at }, "số "))
		at += strlen("Số ");
	size_t digits = at;

	while (shape_digit(t, digits))
		digits++;
	if (digits > at && digits - at < 4) {
		digits += digits < t.len && t.p[digits] >= 'A' && t.p[digits] <= 'D';
		/* a street is a name */
		return digits + 1 < t.len && t.p[digits] == ' ' && (text_letter(t, digits + 1, &n) == LETTER_UPPER || view_has(t, digits + 1, "đường ") || view_has(t, digits + 1, "phố "));
	}
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (view_has(t, at, words[i]))
			return true;
	return false;
}

/* Words, as keys, that a part of an address begins with. */
static const char *const levels[] = { "thôn ",	 "xóm ", "bản ", "ấp ", "khu ", "tổ ", "khối ", "xã ", "phường ", "thị trấn ", "quận ", "huyện ", "thị xã ", "thành phố ",
				      "tp", "tỉnh ", "đường ", "phố ", "số ", "ngõ ", "tầng ", "lô " };

bool shape_unit_of_place(struct view t)
{
	enum { LEVEL = 16 };
	size_t comma = view_find(t, 0, ", ");
	char key[LEVEL];

	if (shape_only_unit(t))
		return true;
	if (comma == t.len)
		return false;
	struct view rest = { t.p + comma + 2, t.len - comma - 2 };

	rest.len = rest.len < LEVEL ? rest.len : LEVEL;
	text_key(key, rest);
	rest.p = key;
	return SHAPE_HEAD(rest, levels) && shape_only_unit((struct view){ t.p, comma });
}

/* "Thôn 2, xã Ea Trol, huyện Sông Hinh, tỉnh Phú Yên", "Số 1, Lý Thường Kiệt, phường 4,
 * thành phố Mỹ Tho": parts between commas, of which the first and the last, and no less
 * than half, tell where. */
static bool address(struct view t)
{
	enum { LONGEST = 160, LEAST = 2 };
	char key[LONGEST];
	size_t parts = 0, told = 0, from = 0;
	bool first = false, last = false;

	if (t.len > sizeof key)
		return false;
	text_key(key, t);
	for (size_t i = 0; i <= t.len; i++) {
		if (i < t.len && t.p[i] != ',' && t.p[i] != ' ') /* nearly always */
			continue;
		size_t dash = view_has(t, i, " - ") ? 3 : view_has(t, i, " – ") ? strlen(" – ") : 0;

		if (i < t.len && t.p[i] != ',' && !dash)
			continue;
		struct view k = { key + from, i - from };

		last = false;
		for (size_t w = 0; w < sizeof levels / sizeof *levels && !last; w++)
			last = shape_starts(k, levels[w]);
		last = last || (shape_digit(k, 0) && street_at((struct view){ t.p, i }, from)) || (i == t.len && first && shape_names_province((struct view){ t.p + from, i - from }));
		told += last;
		first |= !parts && last;
		parts++;
		from = i + (dash ? dash : 1);
		from += from < t.len && t.p[from] == ' ';
		i = from > i ? from - 1 : i;
	}
	return parts >= LEAST && first && last && told * 2 >= parts;
}

bool shape_footer_contact(struct view t)
{
	static const char *const labels[] = { "Địa chỉ:", "địa chỉ:", "Tòa soạn:", "Toà soạn:", "tòa soạn:", "Trụ sở:", "Điện thoại", "điện thoại", "ĐT:", "ĐT ", "Tel:", "Tel ", "Hotline", "Trực ban:", "Cấp cứu:", "Liên hệ quảng cáo", "Tổng đài", "Tuyển sinh:", "Email:", "E-mail:" };

	if (shape_starts(t, "Đường dây nóng"))
		return false;
	static const char *const owners[] = { "Bản quyền thuộc về ", "Bản quyền thuộc ", "Bản quyền của ", "Bản quyền © ", "© " };
	size_t digits = 0;

	for (size_t i = 0; i < t.len; i++)
		digits += shape_digit(t, i) || t.p[i] == '@';
	/* the fields of a form have none */
	for (size_t i = 0; digits && i < sizeof labels / sizeof *labels; i++)
		if (view_find(t, 0, labels[i]) < t.len)
			return true;
	/* "UBND phường ... - Địa chỉ: đường ..." */
	static const char where[] = "Địa chỉ: ";
	size_t at = view_find(t, 0, where) + strlen(where);

	if (at < t.len && street_at(t, at))
		return true;
	for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
		if (shape_starts(t, owners[i])) {
			t.p += strlen(owners[i]);
			t.len -= strlen(owners[i]);
			break;
		}
	size_t label = view_find(t, 0, ": ");

	/* "Trụ sở tòa soạn: đường ..., phường ..." */
	if (address(t) || (label < t.len && address((struct view){ t.p + label + 2, t.len - label - 2 })))
		return true;
	for (size_t i = 1; i + 4 < t.len; i++) {
		if (t.p[i] != ' ' && t.p[i] != ',' && t.p[i] != '.') /* nearly always */
			continue;
		size_t dash = view_has(t, i, " - ") ? 3 : view_has(t, i, " – ") ? strlen(" – ") : view_has(t, i, ", ") || view_has(t, i, ". ") ? 2 : 0;

		if (dash && i + dash < t.len && street_at(t, i + dash) && shape_names_unit(t))
			return true;
	}
	return false;
}

bool shape_site_owner(struct view t)
{
	static const char *const labels[] = { "Cơ quan chủ quản", "CƠ QUAN CHỦ QUẢN", "Đơn vị chủ quản", "ĐƠN VỊ CHỦ QUẢN", "Cơ quan quản lý", "Cơ quan:", "Bản quyền", "©", "Copyright", "Cơ quan của ", "CƠ QUAN CỦA ", "Trang tin ", "TRANG TIN " };
	enum { NAME = 40 };

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
		size_t n = strlen(labels[i]);

		if (!shape_starts(t, labels[i]))
			continue;
		/* whose: "Bản quyền thuộc Cục ...", "© Báo ..." */
		for (size_t at = n; at < t.len && at < n + NAME; at++)
			if (t.p[at - 1] == ' ' && shape_names_unit((struct view){ t.p + at, t.len - at }))
				return true;
		return false;
	}
	return false;
}

bool shape_contact(const struct page_line *l)
{
	static const char *const heads[] = { "TRANG THÔNG TIN", "CỔNG THÔNG TIN", "Trang thông tin điện tử",
					     "Cổng thông tin điện tử", "Trang Thông tin điện tử", "Cổng Thông tin điện tử" };

	/* a paragraph may begin so */
	return (l->points <= 2 * SHORT && SHAPE_HEAD(l->text, heads)) || shape_is(l, "contact") || (l->points <= SHORT + SHORT / 2 && telephone(l->text));
}
