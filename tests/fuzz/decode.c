/* A page in any encoding that can be asked for: the first byte says which; what comes out
 * is UTF-8, and so is what a disguise is taken off. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "decode.h"
#include "text.h"

static void want_utf8(const struct str *s)
{
	if (text_valid(str_view(s)) != s->len)
		abort();
}

static void laws(const char *data, size_t n)
{
	static const char *const names[] = { "tcvn3", "vni", "VISCII", "WINDOWS-1258", "WINDOWS-1252", "UTF-16", "UTF-16LE", "UTF-16BE", "TCVN5712-1", "GB18030" };
	struct str out = { 0 }, plain = { 0 }, line = { 0 };

	if (!n)
		return;
	const char *name = decode_known(names[(unsigned char)*data % (sizeof names / sizeof *names)]);
	struct view bytes = { data + 1, n - 1 };

	if (name && decode_from(&out, bytes, name))
		want_utf8(&out);
	decode_guess(bytes);
	decode_page(bytes, "utf-8", NULL);
	text_clean(&plain, bytes);

	const char *worn = decode_disguise(str_view(&plain));

	if (worn) {
		decode_undo(&line, str_view(&plain), worn);
		want_utf8(&line);
	}
	str_free(&out);
	str_free(&plain);
	str_free(&line);
}

#include "replay.h"
