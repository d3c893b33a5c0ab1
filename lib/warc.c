#include "warc.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "err.h"

enum {
	HEAD_MAX = 1024 * 1024, /* a record's own headers are no longer */
	STEP = 256 * 1024,
	MESSAGES = 20, /* about one archive */
};

static void broken(struct warc *w, uint64_t offset, const char *what)
{
	w->bad = true;
	if (++w->complaints > MESSAGES)
		return;
	warn("%s: offset %llu: %s", w->in.name, (unsigned long long)offset, what);
	if (w->complaints == MESSAGES)
		warn("%s: broken in many places: no more of them are named", w->in.name);
}

static void pass(struct warc *w, size_t n)
{
	in_pass(&w->in, n);
	w->offset += n;
}

bool warc_open(struct warc *w, const char *path, struct out *flush)
{
	if (!in_open(&w->in, path, flush))
		return false;
	w->offset = 0;
	w->bad = false;
	w->rest = w->complaints = 0;
	return true;
}

void warc_close(struct warc *w)
{
	in_close(&w->in);
}

/* Where "WARC/1." begins a line in the first n bytes at p; n: nowhere. */
static size_t find_record(const char *p, size_t n)
{
	for (size_t i = 0; i + 7 <= n; i++) {
		const char *hit = memchr(p + i, 'W', n - i - 6);

		if (!hit)
			break;
		i = (size_t)(hit - p);
		if (!memcmp(hit, "WARC/1.", 7) && (!i || p[i - 1] == '\n'))
			return i;
	}
	return n;
}

/* Pass over what is no record, to where the next begins. False at the end. */
static bool find_next(struct warc *w)
{
	for (;;) {
		size_t n = in_have(&w->in, STEP), at;

		at = find_record(in_at(&w->in), n);
		if (at < n) {
			pass(w, at);
			return true;
		}
		if (n < STEP) {
			pass(w, n);
			return false;
		}
		pass(w, n - 8); /* its beginning may be the last bytes */
	}
}

/* The length of the headers at p, with the empty line that ends them; 0: it is not
 * there. */
static size_t headers(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *nl = memchr(p + i, '\n', n - i);

		if (!nl)
			return 0;
		i = (size_t)(nl - p);
		if (i + 1 < n && p[i + 1] == '\n')
			return i + 2;
		if (i + 2 < n && p[i + 1] == '\r' && p[i + 2] == '\n')
			return i + 3;
	}
	return 0;
}

/* The value of a header, without spaces around it; nothing where it is missing. */
static struct view header(struct view head, const char *name)
{
	size_t n = strlen(name);

	for (size_t at = 0; at < head.len;) {
		const char *p = head.p + at, *nl = memchr(p, '\n', head.len - at);
		size_t len = nl ? (size_t)(nl - p) : head.len - at;

		at += len + 1;
		if (len <= n || p[n] != ':' || strncasecmp(p, name, n))
			continue;
		p += n + 1;
		len -= n + 1;
		while (len && (*p == ' ' || *p == '\t'))
			p++, len--;
		while (len && (p[len - 1] == '\r' || p[len - 1] == ' '))
			len--;
		return (struct view){ p, len };
	}
	return (struct view){ "", 0 };
}

static bool starts(struct view v, const char *with)
{
	return v.len >= strlen(with) && !strncasecmp(v.p, with, strlen(with));
}

static bool is_html(struct view type)
{
	return starts(type, "text/html") || starts(type, "application/xhtml+xml");
}

static void set(struct str *s, struct view v)
{
	s->len = 0;
	str_add(s, v.p, v.len);
}

static void set_charset(struct warc *w, struct view type)
{
	w->charset.len = 0;
	for (size_t i = 0; i + 8 < type.len; i++) {
		if (strncasecmp(type.p + i, "charset=", 8))
			continue;
		for (i += 8; i < type.len && type.p[i] != ';' && type.p[i] != ' '; i++)
			if (type.p[i] != '"' && type.p[i] != '\'')
				str_ch(&w->charset, type.p[i]);
	}
	str_ch(&w->charset, '\0');
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Take the lengths of chunks out of a body (RFC 9112, 7.1), in place. */
static size_t unchunk(char *p, size_t n)
{
	size_t to = 0, at = 0;

	while (at < n) {
		const char *nl = memchr(p + at, '\n', n - at);
		size_t len = 0, from = at;

		for (int x; nl && at - from < 2 * sizeof len - 1 && (x = hex_digit(p[at])) >= 0; at++)
			len = len * 16 + (size_t)x;
		if (!nl || at == from || !len)
			break;
		at = (size_t)(nl - p) + 1;
		size_t take = len < n - at ? (size_t)len : n - at;

		memmove(p + to, p + at, take);
		to += take;
		at += take;
		while (at < n && (p[at] == '\r' || p[at] == '\n'))
			at++;
	}
	return to ? to : n;
}

/* The page in a response: its body without the headers of HTTP. */
static void response(struct warc *w)
{
	size_t n = headers(w->body, w->len);
	struct view head = { w->body, n }, type = header(head, "Content-Type");
	const char *space = n ? memchr(w->body, ' ', n) : NULL;

	w->kind = WARC_OTHER;
	if (!n || !starts(head, "HTTP/") || !space || space[1] != '2' || (type.len && !is_html(type)))
		return;
	set_charset(w, type);
	w->body += n;
	w->len -= n;
	if (starts(header(head, "Transfer-Encoding"), "chunked") && w->len && strchr("0123456789abcdefABCDEF", w->body[0]) && w->body[0])
		w->len = unchunk(w->body, w->len);
	/* compressed, or without a type and no markup at all */
	if ((w->len > 2 && !memcmp(w->body, "\x1f\x8b", 2)) || starts(header(head, "Content-Encoding"), "br") || starts(header(head, "Content-Encoding"), "zstd") ||
	    (!type.len && !memchr(w->body, '<', w->len)))
		return;
	w->kind = WARC_HTML;
}

/* Does a record end where this one says, n bytes from here? */
static bool ends_well(struct warc *w, size_t n)
{
	size_t have = in_have(&w->in, n + 4);

	if (have >= n + 4 && !memcmp(in_at(&w->in) + n, "\r\n\r\n", 4))
		return true;
	have = in_have(&w->in, n + 11);
	const char *p = in_at(&w->in);

	while (n < have && (p[n] == '\r' || p[n] == '\n'))
		n++;
	return have - n < 7 || !memcmp(p + n, "WARC/1.", 7);
}

/* Between records. False at the end. */
static bool find_start(struct warc *w)
{
	for (size_t n; w->rest; w->rest -= n) {
		n = in_have(&w->in, w->rest < STEP ? w->rest : STEP);
		n = n < w->rest ? n : w->rest;
		if (!n) {
			broken(w, w->at, "cut off: the input ends within this record");
			return false;
		}
		pass(w, n);
	}
	while (in_have(&w->in, 1) && (*in_at(&w->in) == '\r' || *in_at(&w->in) == '\n'))
		pass(w, 1);
	size_t n = in_have(&w->in, 7);

	if (!n)
		return false;
	if (n >= 7 && !memcmp(in_at(&w->in), "WARC/1.", 7))
		return true;
	if (!w->offset && n > 2 && !memcmp(in_at(&w->in), "\x1f\x8b", 2))
		broken(w, 0, "compressed: use zcat file | tdk-warc");
	else
		broken(w, w->offset, "no record of WARC/1.0 or 1.1 begins here: going on with the next");
	return find_next(w);
}

/* The record's own headers, to w->head. False: they do not end. */
static bool read_head(struct warc *w)
{
	size_t n = 0, have = 0;

	while (!(n = headers(in_at(&w->in), have))) {
		size_t more = in_have(&w->in, have + 1);

		if (more == have || more > HEAD_MAX)
			return false;
		have = more;
	}
	set(&w->head, (struct view){ in_at(&w->in), n });
	pass(w, n);
	return true;
}

static bool length(struct view v, size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < v.len; i++) {
		if (v.p[i] < '0' || v.p[i] > '9' || *n > (SIZE_MAX - 9) / 10)
			return false;
		*n = *n * 10 + (size_t)(v.p[i] - '0');
	}
	return v.len;
}

bool warc_next(struct warc *w)
{
	size_t n, have;

	for (;;) {
		if (!find_start(w))
			return false;
		w->at = w->offset;
		if (!read_head(w)) {
			broken(w, w->at, "a record whose headers do not end: going on with the next");
			pass(w, in_have(&w->in, 1) ? 1 : 0);
			if (!find_next(w))
				return false;
			continue;
		}
		if (length(header(str_view(&w->head), "Content-Length"), &n))
			break;
		broken(w, w->at, "a record without its length: going on with the next");
		if (!find_next(w))
			return false;
	}
	struct view head = str_view(&w->head), type = header(head, "WARC-Type"), content = header(head, "Content-Type");

	set(&w->uri, header(head, "WARC-Target-URI"));
	set(&w->language, header(head, "WARC-Identified-Content-Language"));
	set_charset(w, content);
	w->kind = WARC_OTHER;
	if (starts(type, "conversion") && starts(content, "text/plain"))
		w->kind = WARC_TEXT;
	else if ((starts(type, "response") && starts(content, "application/http")) || (starts(type, "resource") && is_html(content)))
		w->kind = WARC_HTML;
	w->rest = n;
	if (w->kind == WARC_OTHER)
		return true;
	have = in_have(&w->in, n);
	bool cut = have < n;

	if (cut || !ends_well(w, n)) {
		/* Its length may be wrong: another record may begin within what it says. */
		broken(w, w->at, cut ? "cut off: the input ends within this record" : "no record follows where this one says that it ends");
		n = find_record(in_at(&w->in), cut ? have : n);
	}
	w->body = (char *)(uintptr_t)in_at(&w->in);
	w->len = n;
	w->rest = n;
	if (starts(type, "response"))
		response(w);
	return true;
}
