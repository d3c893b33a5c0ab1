#ifndef TDK_OUT_H
#define TDK_OUT_H

#include <stddef.h>

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
void out_add(struct out *o, const void *p, size_t n);
void out_view(struct out *o, struct view v);
void out_str(struct out *o, const char *nul_terminated);
void out_flush(struct out *o);
static inline void out_ch(struct out *o, char c)
{
	if (o->len == OUT_SIZE)
		out_flush(o);
	o->buf[o->len++] = c;
}
void out_num(struct out *o, size_t n);
void out_close(struct out *o); /* flush, and report what close(2) reports */

#endif
