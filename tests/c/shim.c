/* Preloaded into a tool, this makes the system fail as the environment says:
 *
 *	SHIM_MALLOC=N       the N-th request for memory fails
 *	SHIM_READ=short     read(2) gives one byte, eintr: is interrupted every other time,
 *	      eio:N         fails from the N-th on
 *	SHIM_WRITE=short    write(2) takes one byte, eintr: as above,
 *	      full:N, pipe:N   takes N bytes to standard output, then fails
 *	SHIM_COUNT=1        at the end, say how often memory was asked for
 *	SHIM_TRY=1          before the first read, say what a fault in the tool could do
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static long mallocs, reads, written;
static int turn;

static int fails(void)
{
	const char *n = getenv("SHIM_MALLOC");

	mallocs++;
	return n && mallocs == atol(n) && (errno = ENOMEM);
}

__attribute__((destructor)) static void count(void)
{
	char line[32];

	if (getenv("SHIM_COUNT"))
		syscall(SYS_write, 2, line, (size_t)snprintf(line, sizeof line, "%ld\n", mallocs));
}

void *malloc(size_t n)
{
	return fails() ? NULL : __libc_malloc(n);
}

void *calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *p, size_t n)
{
	return fails() ? NULL : __libc_realloc(p, n);
}

static void tell(const char *what, long r)
{
	char line[128];
	int n = snprintf(line, sizeof line, "%s: %s\n", what, r < 0 ? strerror(errno) : "done");

	syscall(SYS_write, 2, line, (size_t)n);
}

static void try_all(void)
{
	char *none[] = { NULL };

	tell("open to read", syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY));
	tell("open to write", syscall(SYS_openat, AT_FDCWD, "shim-was-here", O_WRONLY | O_CREAT, 0600));
	tell("remove", syscall(SYS_unlinkat, AT_FDCWD, "keep", 0));
	tell("socket", syscall(SYS_socket, AF_INET, SOCK_STREAM, 0));
	tell("another process", syscall(SYS_kill, getppid(), 0));
	tell("another program", syscall(SYS_execve, "/bin/true", none, none));
}

ssize_t read(int fd, void *p, size_t n)
{
	const char *how = getenv("SHIM_READ");

	if (!reads++ && getenv("SHIM_TRY"))
		try_all();
	if (how && !strcmp(how, "eintr") && (turn ^= 1)) {
		errno = EINTR;
		return -1;
	}
	if (how && !strncmp(how, "eio:", 4) && reads >= atol(how + 4)) {
		errno = EIO;
		return -1;
	}
	return syscall(SYS_read, fd, p, how && n ? 1 : n);
}

ssize_t write(int fd, const void *p, size_t n)
{
	const char *how = fd == 1 ? getenv("SHIM_WRITE") : NULL;

	if (how && !strcmp(how, "eintr") && (turn ^= 1)) {
		errno = EINTR;
		return -1;
	}
	if (how && (!strncmp(how, "full:", 5) || !strncmp(how, "pipe:", 5))) {
		long room = atol(how + 5) - written;

		if (room <= 0) {
			errno = *how == 'f' ? ENOSPC : EPIPE;
			return -1;
		}
		n = (long)n < room ? n : (size_t)room;
		written += (long)n;
		return syscall(SYS_write, fd, p, n);
	}
	return syscall(SYS_write, fd, p, how && n ? 1 : n);
}
