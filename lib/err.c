#include "err.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *prog = "tdk";
static void (*last_fn)(void *);
static void *last_arg;

void err_name(const char *name)
{
	prog = name;
}

void err_last(void (*fn)(void *), void *arg)
{
	last_fn = fn;
	last_arg = arg;
}

static void say(const char *fmt, va_list ap)
{
	char m[2048];
	int n = snprintf(m, sizeof m, "%s: ", prog);
	size_t len = n < 0 ? 0 : (size_t)n;

	n = vsnprintf(m + len, sizeof m - len, fmt, ap);
	if (n > 0)
		len += (size_t)n;
	if (len > sizeof m - 2)
		len = sizeof m - 2;
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)m[i];
		unsigned char d = (unsigned char)m[i + 1];

		if (c < 0x20 || c == 0x7f || (c == 0xc2 && d >= 0x80 && d < 0xa0))
			m[i] = '?';
	}
	m[len++] = '\n';
	for (size_t at = 0; at < len;) {
		ssize_t w = write(STDERR_FILENO, m + at, len - at);

		if (w <= 0)
			break;
		at += (size_t)w;
	}
}

void warn(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
}

_Noreturn void die(const char *fmt, ...)
{
	void (*fn)(void *) = last_fn;
	va_list ap;

	va_start(ap, fmt);
	say(fmt, ap);
	va_end(ap);
	last_fn = NULL;
	if (fn)
		fn(last_arg);
	_exit(STATUS_TROUBLE);
}

void *xgrow(void *p, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		die("out of memory");
	size_t bytes = n * size;

	p = realloc(p, bytes ? bytes : 1);
	if (!p)
		die("out of memory: %zu bytes", bytes);
	return p;
}

void *xalloc(size_t n, size_t size)
{
	return xgrow(NULL, n, size);
}
