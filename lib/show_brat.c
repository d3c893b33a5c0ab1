#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "show.h"

#include "err.h"
#include "text.h"

/* The name of a document's files: its ID, without ".txt", in letters that every file
 * system takes; what is no such letter is written by its number. */
static void base_name(struct str *out, struct view id)
{
	static const char hex[] = "0123456789ABCDEF", txt[] = ".txt";
	enum { LONGEST = 200 };
	unsigned long long sum = 14695981039346656037u; /* FNV-1a */

	out->len = 0;
	if (id.len > sizeof txt && !memcmp(id.p + id.len - sizeof txt + 1, txt, sizeof txt - 1))
		id.len -= sizeof txt - 1;
	for (size_t i = 0; i < id.len; i++) {
		unsigned char c = (unsigned char)id.p[i];

		sum = (sum ^ c) * 1099511628211u;
		if (out->len > LONGEST)
			continue;
		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80 || c == '-' || c == '_' ||
		    (c == '.' && i)) {
			str_ch(out, (char)c);
		} else {
			str_ch(out, '=');
			str_ch(out, hex[c >> 4]);
			str_ch(out, hex[c & 15]);
		}
	}
	if (out->len <= LONGEST && out->len)
		return;
	while (out->len && (out->p[out->len - 1] & 0xc0) == 0x80)
		out->len--;
	for (int i = 60; i >= 0; i -= 4)
		str_ch(out, hex[(sum >> i) & 15]);
}

static bool begin(struct show *s, struct out *o, struct str *path, const char *ending)
{
	size_t from = path->len;

	str_add(path, ending, strlen(ending) + 1);
	int fd = open(path->p, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (fd < 0) {
		warn("%s: %s", path->p, strerror(errno));
		s->failed = true;
	} else {
		out_open(o, fd, path->p);
	}
	path->len = from;
	return fd >= 0;
}

/* "T3<TAB>Unit 10 21<TAB>UBND tỉnh", and what it stands for as a note. */
static void put_mark(struct show *s, struct out *o, const struct doc *d, const struct mark *m, size_t number, size_t start, size_t end)
{
	const char *name = kinds[m->kind].name;
	struct view label = show_label(s, d, m);

	out_ch(o, 'T');
	out_num(o, number);
	out_ch(o, '\t');
	out_ch(o, (char)(name[0] - 'a' + 'A'));
	out_str(o, name + 1);
	out_ch(o, ' ');
	out_num(o, start);
	out_ch(o, ' ');
	out_num(o, end);
	out_ch(o, '\t');
	out_view(o, doc_text(d, m->record));
	out_ch(o, '\n');
	if (!label.len)
		return;
	out_ch(o, '#');
	out_num(o, number);
	out_str(o, "\tAnnotatorNotes T");
	out_num(o, number);
	out_ch(o, '\t');
	out_view(o, label);
	out_ch(o, '\n');
}

/* "R1<TAB>Holds Arg1:T2 Arg2:T5": who holds which office. */
static size_t put_holders(struct show *s, struct out *o, const struct doc *d, size_t first, size_t relations)
{
	for (size_t i = 0; i < s->marks.n; i++) {
		const struct mark *m = &s->marks.m[i];

		if (m->kind != KIND_ROLE || !doc_field(d, m->record, 5).len)
			continue;
		for (size_t k = 0; k < s->marks.n; k++) {
			const struct mark *p = &s->marks.m[k];

			if (p->kind != KIND_PERSON || doc_number(d, p->record, 1) != doc_number(d, m->record, 5))
				continue;
			out_ch(o, 'R');
			out_num(o, ++relations);
			out_str(o, "\tHolds Arg1:T");
			out_num(o, first + k);
			out_str(o, " Arg2:T");
			out_num(o, first + i);
			out_ch(o, '\n');
		}
	}
	return relations;
}

void show_brat(struct show *s, const struct doc *d)
{
	struct out text = { 0 }, ann = { 0 };
	struct str path = { 0 }, other = { 0 };
	size_t at = 0, marks = 1, relations = 0; /* at: code points */
	int fresh;

	base_name(&s->buf, d->id);
	/* another document may have had that name: "page" beside "page.txt" */
	for (size_t n = 2, len = s->buf.len; map_put(&s->names, str_view(&s->buf), 0, &fresh), !fresh; n++) {
		s->buf.len = len;
		str_add(&s->buf, "==", 2);
		str_num(&s->buf, n);
	}
	for (int i = 0; i < 2; i++) {
		struct str *p = i ? &other : &path;

		str_add(p, s->dir, strlen(s->dir));
		str_ch(p, '/');
		str_add(p, s->buf.p, s->buf.len);
	}
	if (!begin(s, &text, &path, ".txt") || !begin(s, &ann, &other, ".ann")) {
		if (text.buf)
			out_close(&text);
		str_free(&path);
		str_free(&other);
		return;
	}
	for (size_t i = 0; i < d->n; i++) {
		if (!doc_is_text(d, i))
			continue;
		out_view(&text, doc_text(d, i));
		out_ch(&text, '\n');
		show_marks(s, d, i);
		for (size_t k = 0; k < s->marks.n; k++) {
			size_t record = s->marks.m[k].record;

			put_mark(s, &ann, d, &s->marks.m[k], marks + k, at + doc_number(d, record, 1), at + doc_number(d, record, 2));
		}
		relations = put_holders(s, &ann, d, marks, relations);
		marks += s->marks.n;
		at += text_points(doc_text(d, i)) + 1;
	}
	out_close(&text);
	out_close(&ann);
	str_free(&path);
	str_free(&other);
}
