#define _DEFAULT_SOURCE /* wait4(2) */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* What tests/bench.sh measures with. All commands are run by sh, with their input on
 * standard input and their output in a file.
 *
 *	bench run OUT ROUNDS <plan	plan: lines of name TAB input TAB command; all in
 *					turn, ROUNDS times; prints name, CPU s, wall s,
 *					greatest memory in KB of one process, a run a line
 *	bench start N IN program ...	N times: prints the least and the median of the
 *					microseconds from start to end of each program
 *	bench first IN program ...	microseconds to the first byte of output, with the
 *					input written and not closed */

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void fail(const char *what)
{
	fprintf(stderr, "bench: %s: %s\n", what, strerror(errno));
	exit(2);
}

static void redirect(int fd, const char *path, int how)
{
	int f = open(path, how, 0600);

	if (f < 0 || dup2(f, fd) < 0)
		fail(path);
	close(f);
}

static void run(const char *out, int rounds)
{
	static char line[256][4096];
	int n = 0;

	while (n < 256 && fgets(line[n], sizeof line[n], stdin)) {
		line[n][strcspn(line[n], "\n")] = '\0';
		n++;
	}
	for (int r = 0; r < rounds; r++)
		for (int i = 0; i < n; i++) {
			char copy[4096], *in, *command;
			struct rusage u;
			int status;

			strcpy(copy, line[i]);
			in = strchr(copy, '\t');
			command = in ? strchr(in + 1, '\t') : NULL;
			if (!command)
				continue;
			*in++ = *command++ = '\0';
			double from = now();
			pid_t pid = fork();

			if (pid < 0)
				fail("fork");
			if (!pid) {
				redirect(STDIN_FILENO, in, O_RDONLY);
				redirect(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
				execl("/bin/sh", "sh", "-c", command, (char *)NULL);
				fail("sh");
			}
			if (wait4(pid, &status, 0, &u) < 0)
				fail("wait4");
			printf("%s\t%.4f\t%.4f\t%ld\n", copy,
			       (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) + (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6,
			       now() - from, u.ru_maxrss);
			fflush(stdout);
		}
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static void start(int n, const char *in, char **programs)
{
	double *t = malloc((size_t)n * sizeof *t);

	if (!t || n < 1)
		fail("memory");
	for (; *programs; programs++) {
		for (int i = 0; i < n; i++) {
			double from = now();
			pid_t pid = fork();

			if (!pid) {
				redirect(STDIN_FILENO, in, O_RDONLY);
				redirect(STDOUT_FILENO, "/dev/null", O_WRONLY);
				execlp(*programs, *programs, (char *)NULL);
				fail(*programs);
			}
			waitpid(pid, NULL, 0);
			t[i] = (now() - from) * 1e6;
		}
		qsort(t, (size_t)n, sizeof *t, compare);
		printf("%s\t%.0f\t%.0f\n", *programs, t[0], t[n / 2]);
	}
	free(t);
}

static void first(const char *in, char **programs)
{
	static char room[1 << 20];
	int f = open(in, O_RDONLY);
	ssize_t n = f < 0 ? -1 : read(f, room, sizeof room);

	if (n < 0)
		fail(in);
	for (; *programs; programs++) {
		int to[2], from[2];

		if (pipe(to) || pipe(from))
			fail("pipe");
		pid_t pid = fork();

		if (!pid) {
			dup2(to[0], STDIN_FILENO);
			dup2(from[1], STDOUT_FILENO);
			close(to[1]);
			close(from[0]);
			execlp(*programs, *programs, (char *)NULL);
			fail(*programs);
		}
		close(to[0]);
		close(from[1]);
		usleep(100000); /* it has started */
		double began = now();
		char c;

		if (write(to[1], room, (size_t)n) != n || read(from[0], &c, 1) != 1)
			fail(*programs);
		printf("%s\t%.0f\n", *programs, (now() - began) * 1e6);
		kill(pid, SIGKILL);
		waitpid(pid, NULL, 0);
		close(to[1]);
		close(from[0]);
	}
}

int main(int argc, char **argv)
{
	if (argc > 3 && !strcmp(argv[1], "run"))
		run(argv[2], atoi(argv[3]));
	else if (argc > 4 && !strcmp(argv[1], "start"))
		start(atoi(argv[2]), argv[3], argv + 4);
	else if (argc > 3 && !strcmp(argv[1], "first"))
		first(argv[2], argv + 3);
	else
		return 2;
	return 0;
}
