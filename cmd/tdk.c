#define _XOPEN_SOURCE 700 /* realpath(3) */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "err.h"
#include "proc.h"
#include "sniff.h"
#include "tool.h"

/* The whole pipeline as processes: for each operand a reader, by what the operand is,
 * one after another into one chain of extractors. With -j or -o several such chains
 * work at a time, each on a group of operands. */

struct tdk {
	size_t jobs;
	const char *dir;
	char json[4]; /* options of tdk-json */
	bool stream, known; /* known: the format is given, not looked for */
	enum format format;
};

static const struct opt options[] = {
	{ 'f', "format", "format", "read files as text, html or warc, whatever they look like" },
	{ 'j', "jobs", "jobs", "work on so many groups of files at a time" },
	{ 'l', "lines", NULL, "add the lines of text" },
	{ 'o', "output", "dir", "write the record of each file to dir, where the page is newer" },
	{ 'p', "pretty", NULL, "one key a line, for people and for diff" },
	{ 's', "stream", NULL, "stop before tdk-json: a stream for tdk-show and others" },
	{ 'v', "verbose", NULL, "say where a page contradicts itself" },
	{ 0 },
};

static bool option(struct tool *t, char c, const char *arg)
{
	static const char *const formats[] = { [FORMAT_TEXT] = "text", [FORMAT_HTML] = "html", [FORMAT_WARC] = "warc" };
	enum { MOST = 1000 };
	struct tdk *k = t->self;
	size_t n = 0;

	switch (c) {
	case 'f':
		for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
			if (!strcmp(arg, formats[i])) {
				k->format = (enum format)i;
				return k->known = true;
			}
		warn("-f %s: not text, html or warc", arg);
		return false;
	case 'j':
		for (const char *p = arg; *p >= '0' && *p <= '9' && n <= MOST; p++)
			n = n * 10 + (size_t)(*p - '0');
		if (n < 1 || n > MOST || arg[strspn(arg, "0123456789")]) {
			warn("-j %s: not a number from 1 to %d", arg, MOST);
			return false;
		}
		k->jobs = n;
		return true;
	case 'o':
		if (!*arg)
			warn("-o: the name of the directory is empty");
		k->dir = arg;
		return *arg;
	case 's':
		return k->stream = true;
	default:
		if (!strchr(k->json, c))
			k->json[strlen(k->json)] = c;
		return true;
	}
}

/* ---- reading operands ---- */

/* Pages of one format, as a stream of stripped ones. A path "-" is read from in. */
static bool read_pages(enum format f, const char *const *paths, size_t n, int in, int out)
{
	const char **argv = xalloc(n + 3, sizeof *argv);
	int between[2] = { -1, out };
	pid_t strip = 0, reader;

	if (f != FORMAT_TEXT) {
		proc_pipe(between);
		strip = proc_start((const char *const[]){ "tdk-strip", "-s", NULL }, between[0], out);
		close(between[0]);
	}
	argv[0] = f == FORMAT_TEXT ? "tdk-strip" : f == FORMAT_HTML ? "tdk-html" : "tdk-warc";
	argv[1] = "--";
	memcpy(argv + 2, paths, n * sizeof *paths);
	argv[n + 2] = NULL;
	reader = proc_start(argv, in, between[1]);
	if (strip)
		close(between[1]);
	free(argv);
	bool fine = proc_end(reader);

	return (!strip || proc_end(strip)) && fine;
}

struct joint {
	struct view head;
	int from, to, other;
};

static int join(void *arg)
{
	const struct joint *j = arg;

	close(j->other);
	return proc_write(j->to, j->head.p, j->head.len) && proc_copy(j->from, j->to) ? STATUS_OK : STATUS_TROUBLE;
}

/* What has no name that it could be read by once more, or is packed: looked at, and
 * given on from its beginning. */
static bool read_descriptor(const struct tdk *k, int fd, int out, bool packed)
{
	enum { ENOUGH = 1024 };
	char room[SNIFF_BYTES];
	int end[2];
	struct joint j = { .head = { room, 0 }, .from = fd };

	while (j.head.len < ENOUGH) {
		ssize_t n = read(fd, room + j.head.len, sizeof room - j.head.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			warn("read: %s", strerror(errno));
		if (n <= 0)
			break;
		j.head.len += (size_t)n;
	}
	enum format f = sniff(j.head);

	proc_pipe(end);
	j.to = end[1];
	j.other = end[0];
	pid_t writer = proc_fork(join, &j);
	bool fine;

	close(end[1]);
	if (f == FORMAT_GZIP && !packed) {
		int plain[2];

		proc_pipe(plain);
		pid_t gzip = proc_start((const char *const[]){ "gzip", "-dc", NULL }, end[0], plain[1]);

		close(plain[1]);
		close(end[0]);
		fine = read_descriptor(k, plain[0], out, true);
		close(plain[0]);
		fine &= proc_end(gzip);
	} else {
		fine = read_pages(k->known ? k->format : f == FORMAT_GZIP ? FORMAT_TEXT : f, (const char *const[]){ "-" }, 1, end[0], out);
		close(end[0]);
	}
	return proc_end(writer) && fine;
}

/* The format of a file that can be read by its name; FORMAT_GZIP where it has to be
 * read as a descriptor. What cannot be read at all is left to tdk-strip to complain of. */
static enum format format_of(const struct tdk *k, const char *path)
{
	char room[SNIFF_BYTES];
	struct stat st;
	enum format f = FORMAT_TEXT;

	if (!strcmp(path, "-"))
		return FORMAT_GZIP;
	if (stat(path, &st))
		return FORMAT_TEXT;
	if (S_ISDIR(st.st_mode))
		return FORMAT_TEXT;
	if (!S_ISREG(st.st_mode))
		return FORMAT_GZIP;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return FORMAT_TEXT;
	ssize_t n = read(fd, room, sizeof room);

	if (n > 0)
		f = sniff((struct view){ room, (size_t)n });
	close(fd);
	return k->known && f != FORMAT_GZIP ? k->format : f;
}

struct feed {
	const struct tdk *k;
	const char *const *paths;
	size_t n;
	int out, other;
	int report; /* where the numbers of operands go that failed; -1: nowhere */
};

/* Which of some files it was that failed: each once more, for its status alone. */
static void find_failed(const struct feed *d, enum format f, size_t from, size_t n)
{
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC), err = dup(STDERR_FILENO);

	/* what is wrong was said the first time */
	if (null < 0 || err < 0 || dup2(null, STDERR_FILENO) < 0)
		die("/dev/null: %s", strerror(errno));
	for (size_t i = from; i < from + n; i++)
		if (n == 1 || !read_pages(f, d->paths + i, 1, -1, null))
			proc_write(d->report, &i, sizeof i);
	dup2(err, STDERR_FILENO);
	close(err);
	close(null);
}

/* The operands one after another; those of a format together. */
static int feed(void *arg)
{
	enum { TOGETHER = 256 };
	const struct feed *d = arg;
	bool fine = true;

	close(d->other);
	for (size_t i = 0, n; i < d->n; i += n) {
		enum format f = format_of(d->k, d->paths[i]);
		bool read;

		n = 1;
		if (f == FORMAT_GZIP) {
			bool standard = !strcmp(d->paths[i], "-");
			int fd = standard ? STDIN_FILENO : open(d->paths[i], O_RDONLY | O_CLOEXEC);

			if (fd < 0)
				warn("%s: %s", d->paths[i], strerror(errno));
			read = fd >= 0 && read_descriptor(d->k, fd, d->out, false);
			if (fd >= 0 && !standard)
				close(fd);
		} else {
			while (i + n < d->n && n < TOGETHER && format_of(d->k, d->paths[i + n]) == f)
				n++;
			read = read_pages(f, d->paths + i, n, -1, d->out);
		}
		if (!read && d->report >= 0)
			find_failed(d, f, i, n);
		fine &= read;
	}
	return fine ? STATUS_OK : STATUS_TROUBLE;
}

/* One chain over all these operands. */
static bool run(const struct tdk *k, const char *const *paths, size_t n, int out, int report)
{
	char with[sizeof k->json + 1] = "-";
	const char *const stages[][3] = {
		{ "tdk-date" }, { "tdk-units" }, { "tdk-people" }, { "tdk-refs" }, { "tdk-awards" },
		{ "tdk-json", *k->json ? strcat(with, k->json) : NULL },
	};
	enum { STAGES = sizeof stages / sizeof *stages };
	size_t last = k->stream ? STAGES - 2 : STAGES - 1;
	pid_t pid[STAGES + 1];
	int end[2], in;
	bool fine = true;

	proc_pipe(end);
	pid[STAGES] = proc_fork(feed, &(struct feed){ k, paths, n, end[1], end[0], report });
	close(end[1]);
	in = end[0];
	for (size_t i = 0; i <= last; i++) {
		if (i < last)
			proc_pipe(end);
		pid[i] = proc_start(stages[i], in, i < last ? end[1] : out);
		close(in);
		if (i < last)
			close(end[1]);
		in = end[0];
	}
	for (size_t i = 0; i <= last; i++)
		fine &= proc_end(pid[i]);
	return proc_end(pid[STAGES]) && fine;
}

/* ---- a record a file ---- */

/* Where the record of a page goes: the path of the page below the directory, without
 * a "/" or "./" at its beginning, and with "__" for "..". */
static void record_path(struct str *to, const struct tdk *k, const char *path)
{
	str_add(to, k->dir, strlen(k->dir));
	if (!strcmp(path, "-"))
		path = "standard-input";
	while (*path) {
		size_t n = strcspn(path, "/");

		if (n && !(n == 1 && *path == '.')) {
			str_ch(to, '/');
			str_add(to, n == 2 && !memcmp(path, "..", 2) ? "__" : path, n);
		}
		path += n + (path[n] == '/');
	}
	if (k->stream)
		str_add(to, ".tdk", 5);
	else
		str_add(to, ".json", 6);
}

/* Is the record there, and no older than the page? */
static bool up_to_date(const char *page, const char *record)
{
	struct stat p, r;

	if (!strcmp(page, "-") || stat(page, &p) || stat(record, &r))
		return false;
	return p.st_mtim.tv_sec != r.st_mtim.tv_sec ? p.st_mtim.tv_sec < r.st_mtim.tv_sec : p.st_mtim.tv_nsec <= r.st_mtim.tv_nsec;
}

/* Make the directories that path is in. */
static bool make_way(char *path)
{
	for (char *p = path + 1; (p = strchr(p, '/')); p++) {
		bool made;

		*p = '\0';
		made = !mkdir(path, 0777) || errno == EEXIST;
		if (!made)
			warn("%s: %s", path, strerror(errno));
		*p = '/';
		if (!made)
			return false;
	}
	return true;
}

static char *unfinished; /* the record that is being written */

/* One page to its record. The old record stays until the new one is whole. */
static bool keep(const struct tdk *k, const char *const *page)
{
	struct str to = { 0 }, part = { 0 };
	bool fine = false;

	record_path(&to, k, *page);
	if (up_to_date(*page, to.p)) {
		str_free(&to);
		return true;
	}
	str_add(&part, to.p, to.len - 1);
	str_add(&part, ".XXXXXX", 8);
	if (make_way(part.p)) {
		int fd = mkstemp(part.p);
		mode_t mask = umask(0);

		umask(mask);
		if (fd < 0) {
			warn("%s: %s", part.p, strerror(errno));
		} else {
			unfinished = part.p;
			fcntl(fd, F_SETFD, FD_CLOEXEC);
			fine = run(k, page, 1, fd, -1);
			if (fine && (fchmod(fd, 0666 & ~mask) || close(fd) || rename(part.p, to.p))) {
				warn("%s: %s", to.p, strerror(errno));
				fine = false;
			}
			if (!fine)
				unlink(part.p);
			unfinished = NULL;
		}
	}
	str_free(&to);
	str_free(&part);
	return fine;
}

/* ---- many files ---- */

struct job {
	pid_t pid;
	const char *const *paths;
	size_t n;
	int out, err, report;
};

struct work {
	const struct tdk *k;
	struct job *job; /* as many as may run at a time, in a ring */
	size_t size;
	bool groups; /* each job leads a group of processes */
	size_t total, done, failed;
	unsigned long long bytes;
	bool told;
};

static struct work *at_work; /* for the handler of signals */

static void end_jobs(const struct work *w)
{
	for (size_t i = 0; w && i < w->size; i++)
		if (w->job[i].pid > 0)
			kill(w->groups ? -w->job[i].pid : w->job[i].pid, SIGTERM);
}

/* What was asked to end ends its jobs as well; a job its own processes, and what it
 * has not finished. */
static void end_all(int sig)
{
	end_jobs(at_work);
	if (unfinished)
		unlink(unfinished);
	signal(sig, SIG_DFL);
	raise(sig);
}

static void catch_ends(void)
{
	static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (signal(signals[i], SIG_IGN) != SIG_IGN)
			signal(signals[i], end_all);
}

static int work_on(void *arg)
{
	const struct job *j = arg;
	const struct tdk *k = at_work->k;

	if (at_work->groups)
		setpgid(0, 0);
	at_work = NULL;
	signal(SIGPIPE, SIG_DFL);
	if (dup2(j->err, STDERR_FILENO) < 0)
		return STATUS_TROUBLE;
	if (k->dir)
		return keep(k, j->paths) ? STATUS_OK : STATUS_TROUBLE;
	return run(k, j->paths, j->n, j->out, j->report) ? STATUS_OK : STATUS_TROUBLE;
}

static void begin(struct work *w, struct job *j, const char *const *paths, size_t n)
{
	*j = (struct job){ .paths = paths, .n = n, .out = w->k->dir ? -1 : proc_temporary(), .err = proc_temporary(), .report = w->k->dir ? -1 : proc_temporary() };
	j->pid = proc_fork(work_on, j);
	if (w->groups)
		setpgid(j->pid, j->pid);
}

/* How far it is, on a terminal only. */
static void tell(struct work *w)
{
	char m[128];
	int n;

	if (!isatty(STDERR_FILENO))
		return;
	n = snprintf(m, sizeof m, "\r%zu of %zu files, %llu KB", w->done, w->total, w->bytes / 1024);
	if (n > 0 && w->failed)
		n += snprintf(m + n, sizeof m - (size_t)n, ", %zu failed", w->failed);
	if (n > 0)
		proc_write(STDERR_FILENO, m, (size_t)n);
	w->told = true;
}

/* Wait for a job, say what it said, and count. */
static void finish(struct work *w, struct job *j)
{
	bool fine = proc_end(j->pid);
	size_t failed = 0, which;

	j->pid = 0;
	if (w->told)
		proc_write(STDERR_FILENO, "\r\033[K", 4);
	lseek(j->err, 0, SEEK_SET);
	proc_copy(j->err, STDERR_FILENO);
	close(j->err);
	if (!w->k->dir) {
		lseek(j->out, 0, SEEK_SET);
		if (!proc_copy(j->out, STDOUT_FILENO)) {
			bool gone = errno == EPIPE; /* who reads: no failure */

			if (!gone)
				warn("standard output: write: %s", strerror(errno));
			end_jobs(w);
			_exit(gone ? STATUS_OK : STATUS_TROUBLE);
		}
		close(j->out);
		lseek(j->report, 0, SEEK_SET);
		while (read(j->report, &which, sizeof which) == (ssize_t)sizeof which)
			failed++;
		close(j->report);
	}
	for (size_t i = 0; i < j->n; i++) {
		struct stat st;

		if (!stat(j->paths[i], &st) && S_ISREG(st.st_mode))
			w->bytes += (unsigned long long)st.st_size;
	}
	w->done += j->n;
	w->failed += !fine && !failed ? 1 : failed;
	tell(w);
}

/* Files in groups, each a job whose output waits for that of those before. */
static bool many(const struct tdk *k, const char *const *paths, size_t n)
{
	enum { MOST = 256 };
	struct work w = { .k = k, .size = k->jobs, .total = n, .groups = true };
	size_t size = k->dir ? 1 : n / (k->jobs * 4) + 1, at = 0, begun = 0;

	size = size < MOST ? size : MOST;
	w.job = xalloc(w.size, sizeof *w.job);
	memset(w.job, 0, w.size * sizeof *w.job);
	/* who reads from a terminal must stay in its group */
	for (size_t i = 0; i < n; i++)
		w.groups &= strcmp(paths[i], "-") != 0 || !isatty(STDIN_FILENO);
	at_work = &w;
	catch_ends();
	signal(SIGPIPE, SIG_IGN);
	for (size_t over = 0; w.size && (at < n || over < begun); over++) {
		for (; at < n && begun - over < w.size; begun++) {
			size_t some = n - at < size ? n - at : size;

			begin(&w, &w.job[begun % w.size], paths + at, some);
			at += some;
		}
		finish(&w, &w.job[over % w.size]);
	}
	at_work = NULL;
	free(w.job);
	if (w.told)
		proc_write(STDERR_FILENO, "\n", 1);
	if (w.failed)
		warn("%zu of %zu files failed", w.failed, n);
	return !w.failed;
}

/* The tools stand beside this program: look there first, wherever a link to it is. */
static void find_tools(const char *self)
{
	const char *path = getenv("PATH");
	struct str new = { 0 };
	char *real = strchr(self, '/') ? realpath(self, NULL) : NULL;

	if (!real)
		return;
	str_add(&new, real, (size_t)(strrchr(real, '/') - real));
	str_ch(&new, ':');
	if (path)
		str_add(&new, path, strlen(path));
	str_ch(&new, '\0');
	if (setenv("PATH", new.p, 1))
		die("out of memory");
	str_free(&new);
	free(real);
}

int main(int argc, char **argv)
{
	static struct tdk k = { .jobs = 1 };
	static struct tool t = {
		.name = "tdk",
		.about = "Turn pages into records: tdk-strip | tdk-date | tdk-units | tdk-people | tdk-refs | tdk-awards | tdk-json.",
		.opts = options,
		.option = option,
		.bare = true,
		.self = &k,
	};
	static const char *const standard_input[] = { "-" };
	int first = tool_options(&t, argc, argv);
	size_t n = (size_t)(argc - first);
	const char *const *paths = n ? (const char *const *)argv + first : standard_input;

	if (k.stream && *k.json)
		die("-s makes no record: -%s does not go with it", k.json);
	n += !n;
	find_tools(argv[0]);
	if (!k.dir && (n == 1 || (k.jobs == 1 && !isatty(STDERR_FILENO))))
		return run(&k, paths, n, -1, -1) ? STATUS_OK : STATUS_TROUBLE;
	return many(&k, paths, n) ? STATUS_OK : STATUS_TROUBLE;
}
