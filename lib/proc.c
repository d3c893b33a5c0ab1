#include "proc.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "err.h"

static void replace(int fd, int with)
{
	if (with >= 0 && with != fd && dup2(with, fd) < 0)
		die("dup2: %s", strerror(errno));
	if (with == fd)
		fcntl(fd, F_SETFD, 0);
}

pid_t proc_start(const char *const *argv, int in, int out)
{
	pid_t pid = fork();

	if (pid < 0)
		die("fork: %s", strerror(errno));
	if (pid)
		return pid;
	replace(STDIN_FILENO, in);
	replace(STDOUT_FILENO, out);
	/* the strings are not written to: execvp is older than const (POSIX, exec, RATIONALE) */
	execvp(argv[0], (char *const *)(const void *)argv);
	warn("%s: %s", argv[0], strerror(errno));
	_exit(STATUS_TROUBLE);
}

pid_t proc_fork(int (*fn)(void *), void *arg)
{
	pid_t pid = fork();

	if (pid < 0)
		die("fork: %s", strerror(errno));
	if (!pid)
		_exit(fn(arg));
	return pid;
}

bool proc_end(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	if (WIFEXITED(status))
		return WEXITSTATUS(status) == 0;
	return WTERMSIG(status) == SIGPIPE;
}

static void close_on_exec(int fd)
{
	fcntl(fd, F_SETFD, FD_CLOEXEC);
}

void proc_pipe(int end[2])
{
	if (pipe(end) < 0)
		die("pipe: %s", strerror(errno));
	close_on_exec(end[0]);
	close_on_exec(end[1]);
}

int proc_temporary(void)
{
	const char *dir = getenv("TMPDIR");
	char path[4096];
	int n = snprintf(path, sizeof path, "%s/tdk.XXXXXX", dir && *dir ? dir : "/tmp"), fd;

	if (n < 0 || (size_t)n >= sizeof path)
		die("TMPDIR is too long");
	fd = mkstemp(path);
	if (fd < 0)
		die("%s: %s", path, strerror(errno));
	unlink(path);
	close_on_exec(fd);
	return fd;
}

bool proc_write(int fd, const void *p, size_t n)
{
	const char *at = p;

	while (n) {
		ssize_t w = write(fd, at, n);

		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return false;
		at += w;
		n -= (size_t)w;
	}
	return true;
}

bool proc_copy(int from, int to)
{
	char room[65536];

	for (;;) {
		ssize_t n = read(from, room, sizeof room);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return !n;
		if (!proc_write(to, room, (size_t)n))
			return false;
	}
}
