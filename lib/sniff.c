#include "sniff.h"

#include <stdbool.h>
#include <string.h>

static bool begins(struct view s, const char *with)
{
	size_t n = strlen(with);

	if (s.len < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		char c = s.p[i];

		if ((c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c) != with[i])
			return false;
	}
	return true;
}

/* Behind the first mark in s; all of s where there is none. */
static size_t behind(struct view s, const char *mark)
{
	size_t n = strlen(mark);

	for (size_t i = 0; i + n <= s.len; i++)
		if (!memcmp(s.p + i, mark, n))
			return i + n;
	return s.len;
}

static bool element(struct view s)
{
	static const char *const names[] = { "html", "head", "body", "title", "meta", "link", "script", "style", "base", "div", "p", "span", "table",
					     "article", "section", "main", "header", "nav", "h1", "h2", "ul", "ol", "img", "center", "font", "b", "a" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t n = strlen(names[i]);

		if (begins(s, names[i]) && s.len > n && strchr(" \t\r\n/>", s.p[n]) && s.p[n])
			return true;
	}
	return false;
}

enum format sniff(struct view s)
{
	if (begins(s, "\x1f\x8b"))
		return FORMAT_GZIP;
	if (begins(s, "warc/"))
		return FORMAT_WARC;
	size_t at = begins(s, "\xef\xbb\xbf") ? 3 : 0;

	while (at < s.len) {
		struct view rest = { s.p + at, s.len - at };

		if (strchr(" \t\r\n\f", rest.p[0]) && rest.p[0])
			at++;
		else if (begins(rest, "<!--"))
			at += behind(rest, "-->");
		else if (begins(rest, "<?xml"))
			at += behind(rest, "?>");
		else if (begins(rest, "<!doctype html"))
			return FORMAT_HTML;
		else
			return rest.p[0] == '<' && element((struct view){ rest.p + 1, rest.len - 1 }) ? FORMAT_HTML : FORMAT_TEXT;
	}
	return FORMAT_TEXT;
}
