/* A tool in a process that calls it again and again, with what its output must be
 * whatever it reads: the laws of tdk(5). Compiled once a tool, with TOOL the file of
 * its main, LAWS what holds for it and OWN the records that it adds; by libFuzzer, or with REPLAY as a program that
 * runs over the files it is given. */
#define _GNU_SOURCE
#define main tool_entry
#include TOOL
#undef main
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>

#include "text.h"

#ifndef REPLAY
void __sanitizer_set_report_fd(void *fd);
#endif

struct bytes {
	char *p;
	size_t n;
};

static void broken(const char *law, const char *what, size_t n)
{
	fprintf(stderr, "law broken: %s: %.*s\n", law, (int)(n > 400 ? 400 : n), what);
	abort();
}

/* What the tool writes when it reads data. */
static struct bytes run(const char *data, size_t n)
{
	static int in = -1;
	static char path[32];
	int out = memfd_create("out", MFD_CLOEXEC), saved = dup(1), quiet;
	struct bytes b;

	if (in < 0) {
		in = memfd_create("in", 0);
		snprintf(path, sizeof path, "/proc/self/fd/%d", in);
		setenv("TDK_NO_CONFINE", "1", 1);
	}
	if (ftruncate(in, 0) || pwrite(in, data, n, 0) != (ssize_t)n)
		abort();
	int err = dup(2);

#ifndef REPLAY
	__sanitizer_set_report_fd((void *)(intptr_t)err); /* what it says is no message of the tool */
#endif
	quiet = open("/dev/null", O_WRONLY);
	dup2(quiet, 2);
	dup2(out, 1);
#ifdef OPTION
	tool_entry(3, (char *[]){ "tool", OPTION, path, NULL });
#else
	tool_entry(2, (char *[]){ "tool", path, NULL });
#endif
	dup2(saved, 1);
	dup2(err, 2);
#ifndef REPLAY
	__sanitizer_set_report_fd((void *)2);
#endif
	close(saved);
	close(err);
	close(quiet);
	b.n = (size_t)lseek(out, 0, SEEK_END);
	b.p = malloc(b.n + 1);
	if (pread(out, b.p, b.n, 0) != (ssize_t)b.n)
		abort();
	b.p[b.n] = 0;
	close(out);
	return b;
}

/* ---- lines ---- */

static struct view line_at(struct bytes b, size_t at)
{
	char *end = memchr(b.p + at, '\n', b.n - at);

	return (struct view){ b.p + at, end ? (size_t)(end - b.p) - at : b.n - at };
}

static enum kind kind_of_line(struct view l)
{
	const char *tab = memchr(l.p, '\t', l.len);

	return kind_named((struct view){ l.p, tab ? (size_t)(tab - l.p) : l.len });
}

/* Nothing that a terminal or a reader of lines could take for something else. */
static void clean(struct bytes b, bool tabs)
{
	struct view v = { b.p, b.n };

	for (size_t i = 0, n; i < b.n; i += n) {
		uint32_t c = text_point(v, i, &n);

		if ((c < 0x20 && c != '\n' && !(tabs && c == '\t')) || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) ||
		    (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f)
			broken("no control character", b.p + i, b.n - i);
	}
	if (text_valid(v) != b.n)
		broken("UTF-8", b.p + text_valid(v), b.n - text_valid(v));
	if (b.n && b.p[b.n - 1] != '\n')
		broken("whole lines", b.p, b.n);
}

#if LAWS == 1 /* EXTRACTOR */

static struct bytes without_own(struct bytes b, unsigned long own)
{
	struct bytes r = { malloc(b.n + 2), 0 };

	for (size_t at = 0; at < b.n;) {
		struct view l = line_at(b, at);

		if (!(own & KIND_BIT(kind_of_line(l)))) {
			memcpy(r.p + r.n, l.p, l.len);
			r.n += l.len;
			r.p[r.n++] = '\n';
		}
		at += l.len + 1;
	}
	return r;
}

/* TEXT[START:END] is the record's last field; what was in the input already, outside
 * of all documents, is passed on as it is. Of bytes that are no UTF-8 nobody says how
 * many code points they are. */
static void exact(struct bytes b, struct bytes in, unsigned long own)
{
	struct view text = { NULL, 0 };

	for (size_t at = 0; at < b.n;) {
		struct view l = line_at(b, at);
		enum kind k = kind_of_line(l);
		size_t field[4] = { 0 }, f = 0, last = 0;

		for (size_t i = 0; i < l.len; i++)
			if (l.p[i] == '\t') {
				if (f < 4)
					field[f++] = i + 1;
				last = i + 1;
			}
		if (kinds[k].text && f >= 2) {
			text = (struct view){ l.p + field[1], l.len - field[1] };
		} else if (own & KIND_BIT(k) && text_valid(text) == text.len && !memmem(in.p, in.n, l.p, l.len)) {
			size_t start = strtoul(l.p + field[1], NULL, 10), end = strtoul(l.p + field[2], NULL, 10), i = 0, point = 0, n, from;

			for (; point < start && i < text.len; point++, i += n)
				text_point(text, i, &n);
			for (from = i; point < end && i < text.len; point++, i += n)
				text_point(text, i, &n);
			if (point != end || start >= end || !view_eq((struct view){ text.p + from, i - from }, (struct view){ l.p + last, l.len - last }))
				broken("exactness", l.p, l.len);
		}
		at += l.len + 1;
	}
}

static void laws(const char *data, size_t n)
{
	unsigned long own = OWN;
	struct bytes in = { (char *)(uintptr_t)data, n }, once = run(data, n), twice = run(once.p, once.n);

	exact(once, in, own);
	/* of raw text a line is read with those before it, of a stream with those behind it
	 * too: what is known is all known at the second time */
	if (n < 4 || memcmp(data, "doc\t", 4)) {
		free(once.p);
		once = twice;
		twice = run(once.p, once.n);
	}
	if (once.n != twice.n || memcmp(once.p, twice.p, once.n))
		broken("idempotence", once.p, once.n);
	if (n >= 4 && !memcmp(data, "doc\t", 4) && !memchr(data, 0, n)) {
		struct bytes a = without_own(in, own), b = without_own(once, own);

		if (a.n != b.n || memcmp(a.p, b.p, a.n))
			broken("conservation", b.p, b.n);
		free(a.p);
		free(b.p);
	}
	free(once.p);
	free(twice.p);
}

#elif LAWS == 2 /* PAGES */

/* A stream of one document or more, each line of a known kind, in one form. */
static void laws(const char *data, size_t n)
{
	struct bytes b = run(data, n), again = run(data, n);
	bool open = false;

	clean(b, true);
	if (b.n != again.n || memcmp(b.p, again.p, b.n))
		broken("determinism", b.p, b.n);
	for (size_t at = 0; at < b.n;) {
		struct view l = line_at(b, at);
		struct line parsed = { .off = 0, .len = l.len };
		enum kind k = kind_of_line(l);

		if (k == KIND_UNKNOWN || k >= KIND_DATE || !line_parse(&parsed, l.p))
			broken("a known line", l.p, l.len);
		if ((k == KIND_DOC) == open)
			broken("documents open and close", l.p, l.len);
		open = k != KIND_END;
		at += l.len + 1;
	}
	if (open)
		broken("the last document closes", b.p, b.n);
	free(b.p);
	free(again.p);
}

#elif LAWS == 3 /* JSON */

static const char *value(const char *p);

static const char *text(const char *p)
{
	for (p++; *p != '"'; p++) {
		if ((unsigned char)*p < 0x20)
			return NULL;
		if (*p == '\\' && !strchr("\"\\/bfnrtu", *++p))
			return NULL;
	}
	return p + 1;
}

static const char *members(const char *p, char end)
{
	if (*++p == end)
		return p + 1;
	for (;;) {
		if (end == '}') {
			p = *p == '"' ? text(p) : NULL;
			if (!p || *p++ != ':')
				return NULL;
		}
		p = value(p);
		if (!p || (*p != ',' && *p != end))
			return NULL;
		if (*p++ == end)
			return p;
	}
}

static const char *value(const char *p)
{
	static const char *const words[] = { "null", "true", "false" };

	if (*p == '"')
		return text(p);
	if (*p == '{' || *p == '[')
		return members(p, *p == '{' ? '}' : ']');
	for (int i = 0; i < 3; i++)
		if (!strncmp(p, words[i], strlen(words[i])))
			return p + strlen(words[i]);
	return *p >= '0' && *p <= '9' ? p + strspn(p, "0123456789") : NULL;
}

static void laws(const char *data, size_t n)
{
	struct bytes b = run(data, n);

	clean(b, false);
	for (const char *p = b.p, *end; p < b.p + b.n; p = end + 1)
		if (!(end = value(p)) || *end != '\n')
			broken("JSON", p, (size_t)(b.p + b.n - p));
	free(b.p);
}

#else /* SHOW */

static void laws(const char *data, size_t n)
{
	struct bytes b = run(data, n);

	clean(b, false);
	free(b.p);
}

#endif

#include "replay.h"
