#ifndef TDK_OUT_H
#define TDK_OUT_H

#include <stddef.h>
#include <string.h>

#include "str.h"

/* Checked, buffered output to a descriptor. A write that fails ends the
 * process: quietly with status 0 when the reader has gone (EPIPE), with a
 * message and status 2 otherwise. */

enum { OUT_SIZE = 256 * 1024 };

struct out {
	int fd;
	const char *name;
	char *buf;
	size_t len;
};

void out_open(struct out *o, int fd, const char *name);
void out_flush(struct out *o);
void out_much(struct out *o, const void *p, size_t n); /* what may be more than there is room for */
static inline void out_add(struct out *o, const void *p, size_t n)
{
	if (n > OUT_SIZE - o->len) {
		out_much(o, p, n);
		return;
	}
	if (n)
		memcpy(o->buf + o->len, p, n);
	o->len += n;
}
static inline void out_view(struct out *o, struct view v)
{
	out_add(o, v.p, v.len);
}
static inline void out_str(struct out *o, const char *nul_terminated)
{
	out_add(o, nul_terminated, strlen(nul_terminated));
}
/* Where n bytes, at most OUT_SIZE, may be written, and how far they were. */
static inline char *out_room(struct out *o, size_t n)
{
	if (n > OUT_SIZE - o->len)
		out_flush(o);
	return o->buf + o->len;
}
static inline void out_upto(struct out *o, const char *end)
{
	o->len = (size_t)(end - o->buf);
}
static inline void out_ch(struct out *o, char c)
{
	if (o->len == OUT_SIZE)
		out_flush(o);
	o->buf[o->len++] = c;
}
/* Write n to p, where there is room for the longest; where it ends. */
enum { OUT_DIGITS = 20 };
char *out_digits(char *p, size_t n);
void out_num(struct out *o, size_t n);
void out_close(struct out *o); /* flush, and report what close(2) reports */

#endif
