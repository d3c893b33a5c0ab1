#include "tool.h"

#include <ctype.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "err.h"
#include "text.h"

#ifndef TDK_VERSION
#define TDK_VERSION "0"
#endif

static const struct opt common[] = {
	{ 'e', "exit-status", NULL, "exit with status 1 when nothing was found" },
	{ 'H', "header", NULL, "with -o: begin with a line of column names" },
	{ 'h', "help", NULL, "print this help and exit" },
	{ 'o', "only", NULL, "print only what was found, as a table" },
	{ 'V', "version", NULL, "print the version and exit" },
	{ 0 },
};

static const struct opt bare[] = {
	{ 'h', "help", NULL, "print this help and exit" },
	{ 'V', "version", NULL, "print the version and exit" },
	{ 0 },
};

enum { OPTIONS = 32 };

/* The common options and the tool's own, in the order of the alphabet. */
static int options(const struct tool *t, const struct opt **all)
{
	const struct opt *lists[] = { t->bare ? bare : common, t->opts };
	int n = 0;

	for (int l = 0; l < 2; l++) {
		for (const struct opt *o = lists[l]; o && o->letter; o++) {
			int at = n++;

			for (; at > 0; at--) {
				int a = tolower((unsigned char)all[at - 1]->letter);
				int b = tolower((unsigned char)o->letter);

				if (a < b || (a == b && all[at - 1]->letter < o->letter))
					break;
				all[at] = all[at - 1];
			}
			all[at] = o;
		}
	}
	return n;
}

static void usage(const struct tool *t, struct out *o)
{
	const struct opt *all[OPTIONS];
	int n = options(t, all);

	out_str(o, "usage: ");
	out_str(o, t->name);
	out_str(o, " [-");
	for (int i = 0; i < n; i++)
		if (!all[i]->arg)
			out_ch(o, all[i]->letter);
	out_ch(o, ']');
	for (int i = 0; i < n; i++) {
		if (!all[i]->arg)
			continue;
		out_str(o, " [-");
		out_ch(o, all[i]->letter);
		out_ch(o, ' ');
		out_str(o, all[i]->arg);
		out_ch(o, ']');
	}
	out_str(o, " [file ...]\n");
}

static void help(struct tool *t)
{
	const struct opt *all[OPTIONS];
	int n = options(t, all);

	usage(t, &t->out);
	out_str(&t->out, t->about);
	out_str(&t->out, "\n\n");
	for (int i = 0; i < n; i++) {
		size_t w = strlen(all[i]->name) + (all[i]->arg ? strlen(all[i]->arg) + 1 : 0);

		out_str(&t->out, "  -");
		out_ch(&t->out, all[i]->letter);
		out_str(&t->out, ", --");
		out_str(&t->out, all[i]->name);
		if (all[i]->arg) {
			out_ch(&t->out, '=');
			out_str(&t->out, all[i]->arg);
		}
		for (; w < 20; w++)
			out_ch(&t->out, ' ');
		out_ch(&t->out, ' ');
		out_str(&t->out, all[i]->help);
		out_ch(&t->out, '\n');
	}
	out_str(&t->out, "\nWith no file, or where file is -, standard input is read. See ");
	out_str(&t->out, t->name);
	out_str(&t->out, "(1) and tdk(7).\n");
}

static _Noreturn void misuse(const struct tool *t, const char *what, const char *which)
{
	warn("%s%s", what, which);
	die("try '%s --help'", t->name);
}

/* A long option by its name or the beginning of only one. */
static const struct opt *long_option(const struct tool *t, const char *name, size_t len)
{
	const struct opt *all[OPTIONS], *hit = NULL;
	int n = options(t, all);

	for (int i = 0; i < n; i++) {
		if (strncmp(all[i]->name, name, len))
			continue;
		if (!all[i]->name[len])
			return all[i];
		if (hit)
			misuse(t, "ambiguous option: --", name);
		hit = all[i];
	}
	return hit;
}

static void finish(struct tool *t, int status) __attribute__((noreturn));
static void finish(struct tool *t, int status)
{
	out_close(&t->out);
	_exit(status);
}

static void take(struct tool *t, const struct opt *o, const char *arg)
{
	switch (t->bare && o->letter != 'h' && o->letter != 'V' ? 0 : o->letter) {
	case 'e':
		t->needs = true;
		return;
	case 'H':
		t->header = true;
		return;
	case 'o':
		t->only = true;
		return;
	case 'h':
		help(t);
		finish(t, STATUS_OK);
	case 'V':
		out_str(&t->out, t->name);
		out_str(&t->out, " (tdk) " TDK_VERSION "\n");
		finish(t, STATUS_OK);
	default:
		if (!t->option(t, o->letter, arg)) /* which has said why */
			finish(t, STATUS_TROUBLE);
	}
}

/* Read the options; returns the index of the first operand (POSIX XBD 12.2:
 * options come first, "--" ends them, "-" is an operand). */
static int read_options(struct tool *t, int argc, char **argv)
{
	const struct opt *all[OPTIONS];
	int n = options(t, all), i = 1;

	for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
		char *a = argv[i] + 1;

		if (*a == '-') {
			if (!*++a)
				return i + 1;
			size_t len = strcspn(a, "=");
			const struct opt *o = long_option(t, a, len);
			const char *arg = a[len] ? a + len + 1 : NULL;

			if (!o)
				misuse(t, "unknown option: --", a);
			if (arg && !o->arg)
				misuse(t, "option takes no argument: --", a);
			if (o->arg && !arg && ++i >= argc)
				misuse(t, "option needs an argument: --", a);
			take(t, o, arg ? arg : o->arg ? argv[i] : NULL);
			continue;
		}
		for (; *a; a++) {
			const struct opt *o = NULL;

			for (int k = 0; k < n; k++)
				if (all[k]->letter == *a)
					o = all[k];
			if (!o)
				misuse(t, "unknown option: -", (char[]){ *a, 0 });
			if (!o->arg) {
				take(t, o, NULL);
				continue;
			}
			if (!a[1] && ++i >= argc)
				misuse(t, "option needs an argument: -", a);
			take(t, o, a[1] ? a + 1 : argv[i]);
			break;
		}
	}
	return i;
}

/* A standard descriptor that is closed would be given to the first file that is
 * opened: keep its place with one that fails at its first use. */
static void keep_standard_descriptors(void)
{
	static const int mode[] = { O_WRONLY, O_RDONLY, O_RDWR };

	for (int fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) < 0)
			(void)!open("/dev/null", mode[fd]);
}

/* What was made is written, but no part of a line. */
static void last_words(void *out)
{
	struct out *o = out;

	if (!o->buf)
		return;
	while (o->len && o->buf[o->len - 1] != '\n')
		o->len--;
	out_flush(o);
}

int tool_options(struct tool *t, int argc, char **argv)
{
	keep_standard_descriptors();
	err_name(t->name);
	out_open(&t->out, STDOUT_FILENO, "standard output");
	err_last(last_words, &t->out);
	return read_options(t, argc, argv);
}

int tool_main(struct tool *t, int argc, char **argv)
{
	int status = STATUS_OK, i = tool_options(t, argc, argv);

	if (t->only && t->header) {
		out_str(&t->out, "id");
		for (const char *const *c = t->columns; *c; c++) {
			out_ch(&t->out, '\t');
			out_str(&t->out, *c);
		}
		out_ch(&t->out, '\n');
	}
	in_last = t->opens == CONFINE_CLOSED && i + 1 >= argc;
	/* of one input nothing is read before it is open, and the tool confined at once to less */
	if (!in_last)
		confine(t->opens > CONFINE_READS ? t->opens : CONFINE_READS);
	if (i == argc && !t->file(t, "-"))
		status = STATUS_TROUBLE;
	for (; i < argc; i++) {
		in_last = t->opens == CONFINE_CLOSED && i + 1 == argc;
		if (!t->file(t, argv[i]))
			status = STATUS_TROUBLE;
	}
	if (t->end)
		t->end(t);
	out_close(&t->out);
	if (status == STATUS_OK && t->needs && !t->found)
		status = STATUS_NOTHING;
	return status;
}

void tool_row(struct tool *t, struct view id, const struct view *fields, size_t n)
{
	out_view(&t->out, id);
	for (size_t i = 0; i < n; i++) {
		out_ch(&t->out, '\t');
		out_view(&t->out, fields[i]);
	}
	out_ch(&t->out, '\n');
}

size_t sink_point(struct sink *s, size_t byte)
{
	struct view text = doc_text(s->doc, s->line);

	byte += s->from;
	if (byte < s->byte) {
		s->byte = s->from;
		s->point = s->from_point;
	}
	s->point += text_points((struct view){ text.p + s->byte, byte - s->byte });
	s->byte = byte;
	return s->point;
}

void sink_put(struct sink *s, enum kind k, size_t start, size_t end, const struct view *fields)
{
	struct tool *t = s->tool;
	struct out *o = &t->out;
	const struct extractor *x = t->extractor;
	struct view text = { doc_text(s->doc, s->line).p + s->from + start, end - start };
	int n = kinds[k].count - 4;

	t->found = true;
	if (t->only && k != x->table)
		return;
	out_view(o, t->only ? s->doc->id : (struct view){ kinds[k].name, kinds[k].length });
	char *p = out_room(o, 3 * (OUT_DIGITS + 1));

	*p++ = '\t';
	p = out_digits(p, s->doc->lines[s->line].number);
	*p++ = '\t';
	p = out_digits(p, sink_point(s, start));
	*p++ = '\t';
	out_upto(o, out_digits(p, sink_point(s, end)));
	for (int i = 0; i < n; i++) {
		out_ch(o, '\t');
		out_view(o, fields[i]);
	}
	out_ch(o, '\t');
	out_view(o, text);
	out_ch(o, '\n');
}

/* How much of a line is looked at in one piece: what a recogniser holds of it in
 * memory stays small, and so does what a hostile line can cost. */
enum { PIECE = 64 * 1024 };

/* The length of the first piece of text: to the end of a sentence, or of a word,
 * or at least of a character. */
static size_t first_piece(struct view text)
{
	size_t word = 0;

	for (size_t i = PIECE; i > PIECE / 2; i--) {
		if (text.p[i] != ' ')
			continue;
		if (strchr(".;!?", text.p[i - 1]) && text.p[i - 1])
			return i + 1;
		if (!word)
			word = i + 1;
	}
	if (word)
		return word;
	size_t i = PIECE;

	while (i > PIECE - 4 && (text.p[i] & 0xc0) == 0x80)
		i--;
	return i;
}

static inline size_t piece(struct view text)
{
	return text.len <= PIECE ? text.len : first_piece(text);
}

static bool find(struct tool *t, const struct doc *d, size_t i)
{
	struct sink s = { .tool = t, .doc = d, .line = i };
	struct view text = doc_text(d, i);
	bool fine = true;

	while (s.from < text.len) {
		struct view rest = { text.p + s.from, text.len - s.from };

		rest.len = piece(rest);
		fine &= t->extractor->find(t->self, d->lines[i].kind, rest, &s);
		if (s.from + rest.len < text.len) /* nearly no line has a second piece */
			s.from_point = sink_point(&s, rest.len);
		s.from += rest.len;
	}
	if (!fine)
		warn("%s:%zu: too intricate: only a part of what this line holds was found", d->file, d->nr + i);
	return fine;
}

static void begin(struct tool *t)
{
	if (t->extractor->begin)
		t->extractor->begin(t->self);
}

static void learn(struct tool *t, const struct doc *d, size_t i)
{
	struct view text = doc_text(d, i);

	if (!t->extractor->learn)
		return;
	for (size_t n; text.len; text.p += n, text.len -= n) {
		n = piece(text);
		t->extractor->learn(t->self, d->lines[i].kind, (struct view){ text.p, n });
	}
}

static bool extract_doc(struct tool *t, const struct doc *d)
{
	const struct extractor *x = t->extractor;
	bool fine = true;

	begin(t);
	for (size_t i = 0; i < d->n; i++)
		if (doc_is_text(d, i))
			learn(t, d, i);
	for (size_t i = 0; i < d->n; i++) {
		if (x->owns & KIND_BIT(d->lines[i].kind))
			continue;
		if (!t->only)
			put_line(&t->out, d, i);
		if (doc_is_text(d, i))
			fine &= find(t, d, i);
	}
	if (t->only && x->rows)
		x->rows(t->self, t, d->id);
	return fine;
}

bool tool_extract(struct tool *t, const char *path)
{
	const struct extractor *x = t->extractor;
	struct stream *s = &t->stream;
	bool fine = true;

	if (!stream_open(s, path, &t->out))
		return false;
	for (;;) {
		switch (stream_next(s)) {
		case PIECE_DOC:
			fine &= extract_doc(t, &s->doc);
			break;
		case PIECE_STRAY:
			if (!t->only)
				put_line(&t->out, &s->doc, 0);
			break;
		case PIECE_OPEN:
			if (!t->only)
				put_doc(&t->out, s->doc.id);
			begin(t);
			break;
		case PIECE_LINE:
			learn(t, &s->doc, 0);
			if (!t->only)
				put_text(&t->out, KIND_TEXT, s->doc.lines[0].number, doc_text(&s->doc, 0));
			fine &= find(t, &s->doc, 0);
			break;
		case PIECE_CLOSE:
			if (t->only && x->rows)
				x->rows(t->self, t, s->doc.id);
			if (!t->only)
				put_end(&t->out, s->doc.id);
			break;
		case PIECE_END:
			stream_close(s);
			return fine && !s->bad && !s->in.failed;
		}
	}
}
