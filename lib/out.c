#include "out.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "err.h"

void out_open(struct out *o, int fd, const char *name)
{
	*o = (struct out){ .fd = fd, .name = name, .buf = xalloc(OUT_SIZE, 1) };
}

static void put(struct out *o, const char *p, size_t n)
{
	while (n) {
		ssize_t w = write(o->fd, p, n);

		if (w >= 0) {
			p += w;
			n -= (size_t)w;
		} else if (errno == EAGAIN || errno == EWOULDBLOCK) {
			poll(&(struct pollfd){ .fd = o->fd, .events = POLLOUT }, 1, -1);
		} else if (errno == EPIPE) {
			_exit(STATUS_OK);
		} else if (errno != EINTR) {
			o->len = 0;
			die("%s: write: %s", o->name, strerror(errno));
		}
	}
}

void out_flush(struct out *o)
{
	size_t n = o->len;

	o->len = 0;
	put(o, o->buf, n);
}

void out_much(struct out *o, const void *p, size_t n)
{
	out_flush(o);
	if (n >= OUT_SIZE)
		put(o, p, n);
	else
		out_add(o, p, n);
}

void out_num(struct out *o, size_t n)
{
	char d[24];
	size_t i = sizeof d;

	do
		d[--i] = (char)('0' + n % 10);
	while (n /= 10);
	out_add(o, d + i, sizeof d - i);
}

void out_close(struct out *o)
{
	out_flush(o);
	if (close(o->fd) && errno != EBADF)
		die("%s: close: %s", o->name, strerror(errno));
	free(o->buf);
	o->buf = NULL;
}
