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

static const char tens[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
			   "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

char *out_digits(char *p, size_t n)
{
	size_t digits = n < 10 ? 1 : n < 100 ? 2 : n < 1000 ? 3 : n < 10000 ? 4 : 5;

	for (size_t most = 100000; digits >= 5 && n >= most; most *= 10)
		if (++digits == OUT_DIGITS)
			break;
	char *end = p + digits;

	for (p = end; n > 9; n /= 100) {
		*--p = tens[n % 100 * 2 + 1];
		*--p = tens[n % 100 * 2];
	}
	if (digits & 1)
		*--p = (char)('0' + n);
	return end;
}

void out_num(struct out *o, size_t n)
{
	out_upto(o, out_digits(out_room(o, OUT_DIGITS), n));
}

void out_close(struct out *o)
{
	out_flush(o);
	if (close(o->fd) && errno != EBADF)
		die("%s: close: %s", o->name, strerror(errno));
	free(o->buf);
	o->buf = NULL;
}
