#include "json.h"

#include <string.h>

#include "scan.h"
#include "text.h"

void json_line(struct json *j)
{
	out_ch(j->out, '\n');
	for (int i = 0; i < j->depth; i++)
		out_str(j->out, "  ");
}

static void value(struct json *j)
{
	if (!j->keyed)
		json_before(j);
	j->keyed = false;
}

void json_open(struct json *j, char bracket)
{
	value(j);
	out_ch(j->out, bracket);
	j->depth++;
	j->empty = true;
}

void json_close(struct json *j, char bracket)
{
	j->depth--;
	if (j->pretty && !j->empty)
		json_line(j);
	out_ch(j->out, bracket);
	j->empty = false;
}

/* Does v stand in a string as it is? Nearly all text does. */
static bool needs_nothing(struct view v)
{
	static const uint64_t ones = 0x0101010101010101;
	size_t i = 0;

	/* names of things and days are of ASCII */
	for (uint64_t x; v.len - i >= sizeof x; i += sizeof x) {
		memcpy(&x, v.p + i, sizeof x);
		uint64_t quote = x ^ '"' * ones, stroke = x ^ '\\' * ones;

		/* a high bit: below a space, one of these two, DEL, or none of ASCII */
		if ((x | (x + ones) | (x - 0x20 * ones) | (quote - ones) | (stroke - ones)) & 0x80 * ones)
			return scan_plain(v);
	}
	while (i < v.len && v.p[i] >= 0x20 && v.p[i] < 0x7f && v.p[i] != '"' && v.p[i] != '\\')
		i++;
	return i == v.len || scan_plain(v);
}

static void quoted(struct json *j, struct view v)
{
	static const char hex[] = "0123456789abcdef";
	size_t done = 0;

	if (v.len <= OUT_SIZE - 2 && needs_nothing(v)) {
		char *p = out_room(j->out, v.len + 2);

		*p++ = '"';
		if (v.len)
			memcpy(p, v.p, v.len);
		p[v.len] = '"';
		out_upto(j->out, p + v.len + 1);
		return;
	}
	out_ch(j->out, '"');
	for (size_t i = 0; i < v.len;) {
		unsigned char c = (unsigned char)v.p[i];

		if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
			i++;
			continue;
		}
		if (c >= 0x80) {
			size_t n;
			uint32_t point = text_point(v, i, &n);

			if (n > 1 && !text_control(point)) {
				i += n;
				continue;
			}
			if (n > 1) { /* none of these is beyond U+FFFF */
				out_add(j->out, v.p + done, i - done);
				out_str(j->out, "\\u");
				for (int shift = 12; shift >= 0; shift -= 4)
					out_ch(j->out, hex[point >> shift & 15]);
				done = i += n;
				continue;
			}
		}
		out_add(j->out, v.p + done, i - done);
		if (c == '"' || c == '\\') {
			out_ch(j->out, '\\');
			out_ch(j->out, (char)c);
		} else if (c >= 0x80) {
			out_str(j->out, "\xef\xbf\xbd");
		} else {
			out_str(j->out, "\\u00");
			out_ch(j->out, hex[c >> 4]);
			out_ch(j->out, hex[c & 15]);
		}
		done = ++i;
	}
	out_add(j->out, v.p ? v.p + done : "", v.len - done);
	out_ch(j->out, '"');
}

void json_string(struct json *j, struct view v)
{
	value(j);
	quoted(j, v);
}

void json_maybe(struct json *j, struct view v)
{
	if (v.len)
		json_string(j, v);
	else
		json_null(j);
}

void json_number(struct json *j, size_t n)
{
	value(j);
	out_num(j->out, n);
}

void json_digits(struct json *j, struct view digits)
{
	value(j);
	out_view(j->out, digits);
}

void json_null(struct json *j)
{
	value(j);
	out_str(j->out, "null");
}
