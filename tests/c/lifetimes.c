/* Everything that is made can be given back: each part of lib over a page or a line,
 * freed, and used once more. What is lost or used too late a sanitizer or valgrind
 * tells; here, that the second time gives what the first gave. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "award.h"
#include "date.h"
#include "page.h"
#include "person.h"
#include "ref.h"
#include "show.h"
#include "timeline.h"
#include "unit.h"
#include "whole.h"

static const char line[] = "Sáng 24/7/2020, ông Lê Văn Nam, Giám đốc Sở Nội vụ trao Bằng khen theo Quyết định số 12/QĐ-UBND và phát động "
			   "phong trào “Dạy tốt, học tốt”.";

static size_t recognise(void)
{
	struct dates dates = { 0 };
	struct people people = { 0 };
	struct refs refs = { 0 };
	struct awards awards = { 0 };
	struct view text = view_of(line);
	size_t n;

	date_begin(&dates);
	date_learn(&dates, KIND_TEXT, text);
	date_find(&dates, KIND_TEXT, text);
	person_begin(&people);
	person_find(&people, KIND_TEXT, text);
	ref_find(&refs, KIND_TEXT, text);
	award_find(&awards, KIND_TEXT, text);
	n = dates.n + 10 * people.n + 100 * people.units.n + 1000 * people.noffices;
	date_free(&dates);
	people_free(&people);
	refs_free(&refs);
	awards_free(&awards);
	return n;
}

static size_t strip(void)
{
	struct page page = { 0 };
	struct str bytes = { 0 };
	size_t n;

	for (int i = 0; i < 3; i++) {
		str_add(&bytes, line, strlen(line));
		str_ch(&bytes, '\n');
	}
	page_read(&page, bytes.p, bytes.len);
	n = page.lines.n;
	page_free(&page);
	str_free(&bytes);
	return n;
}

static struct timeline timeline;

static void take(void *self, const struct doc *d)
{
	show_text(self, d);
	timeline_add(&timeline, d);
}

static size_t show(const char *path)
{
	struct whole whole = { 0 };
	struct out out;
	struct show s = { .kinds = SHOW_KINDS, .width = 80, .out = &out };
	size_t n;

	out_open(&out, dup(2), "nothing");
	show_text_begin(&s);
	whole_each(&whole, path, &out, take, &s);
	show_text_end(&s);
	n = s.docs + timeline.n;
	out_close(&out);
	whole_free(&whole);
	show_free(&s);
	timeline_free(&timeline);
	return n;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		printf("%zu %zu %zu\n", recognise(), strip(), show(argv[i]));
	return 0;
}
