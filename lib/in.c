#include "in.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "confine.h"
#include "err.h"

bool in_last;

bool in_open(struct in *i, const char *path, struct out *flush)
{
	int fd = STDIN_FILENO;

	if (strcmp(path, "-")) {
		do
			fd = open(path, O_RDONLY | O_CLOEXEC);
		while (fd < 0 && errno == EINTR);
		if (fd < 0) {
			warn("%s: open: %s", path, strerror(errno));
			return false;
		}
	}
	if (in_last)
		confine(CONFINE_CLOSED);
	*i = (struct in){ .fd = fd, .name = path, .flush = flush, .buf = i->buf, .cap = i->cap };
	if (!i->buf) {
		i->buf = xalloc(IN_SIZE, 1);
		i->cap = IN_SIZE;
	}
	return true;
}

/* Read once more; false at the end or after an error. */
static bool fill(struct in *i)
{
	if (i->eof)
		return false;
	if (i->end == i->cap && i->keep > i->cap / 2) {
		memmove(i->buf, i->buf + i->keep, i->end - i->keep);
		i->end -= i->keep;
		i->pos -= i->keep;
		i->scan -= i->keep;
		i->keep = 0;
	}
	if (i->end == i->cap) {
		if (i->cap > (size_t)-1 / 2)
			die("%s: a document too large for the memory", i->name);
		i->buf = xgrow(i->buf, i->cap * 2, 1);
		i->cap *= 2;
	}
	if (i->flush)
		out_flush(i->flush);
	for (;;) {
		ssize_t r = read(i->fd, i->buf + i->end, i->cap - i->end);

		if (r > 0) {
			i->end += (size_t)r;
			return true;
		}
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
			poll(&(struct pollfd){ .fd = i->fd, .events = POLLIN }, 1, -1);
			continue;
		}
		if (r < 0) {
			warn("%s: read: %s", i->name, strerror(errno));
			i->failed = true;
		}
		i->eof = true;
		return false;
	}
}

bool in_until(struct in *i, char sep, size_t *off, size_t *len)
{
	for (;;) {
		char *hit = i->scan < i->end ? memchr(i->buf + i->scan, sep, i->end - i->scan) : NULL;

		if (hit) {
			size_t at = (size_t)(hit - i->buf);

			*off = i->pos - i->keep;
			*len = at - i->pos;
			i->pos = i->scan = at + 1;
			return true;
		}
		i->scan = i->end;
		if (!fill(i))
			break;
	}
	if (i->pos == i->end)
		return false;
	*off = i->pos - i->keep;
	*len = i->end - i->pos;
	i->pos = i->scan = i->end;
	return true;
}

char *in_base(const struct in *i)
{
	return i->buf + i->keep;
}

void in_keep(struct in *i)
{
	i->keep = i->pos;
	if (i->keep == i->end)
		i->keep = i->pos = i->scan = i->end = 0;
}

bool in_starts(struct in *i, struct view with)
{
	while (i->end - i->pos < with.len) {
		if (i->end > i->pos && memcmp(i->buf + i->pos, with.p, i->end - i->pos))
			return false;
		if (!fill(i))
			return false;
	}
	return !memcmp(i->buf + i->pos, with.p, with.len);
}

void in_close(struct in *i)
{
	if (i->fd != STDIN_FILENO)
		close(i->fd);
}

void in_free(struct in *i)
{
	free(i->buf);
	i->buf = NULL;
	i->cap = 0;
}

size_t in_all(struct in *i)
{
	while (fill(i))
		;
	i->pos = i->scan = i->end;
	return i->end - i->keep;
}

size_t in_have(struct in *i, size_t n)
{
	while (i->end - i->pos < n && fill(i))
		;
	return i->end - i->pos;
}

const char *in_at(const struct in *i)
{
	return i->buf + i->pos;
}

void in_pass(struct in *i, size_t n)
{
	i->pos += n;
	if (i->scan < i->pos)
		i->scan = i->pos;
	in_keep(i);
}
