#ifndef TDK_PROC_H
#define TDK_PROC_H

#include <stdbool.h>
#include <sys/types.h>

/* Other processes, and what connects them. Descriptors made here are closed on exec;
 * what fails ends the process with a message. */

/* Start argv[0], looked up in PATH, with these as its standard input and output; -1
 * leaves ours. */
pid_t proc_start(const char *const *argv, int in, int out);
/* Start fn(arg) in a copy of this process, which ends with the status that it returns. */
pid_t proc_fork(int (*fn)(void *), void *arg);
/* Wait for it: false when it failed. The end of who reads it is no failure of it. */
bool proc_end(pid_t pid);

/* A pipe: what is written to end[1] is read from end[0]. */
void proc_pipe(int end[2]);
/* A file without a name, for reading and writing. */
int proc_temporary(void);
/* Write all n bytes; false when that fails. */
bool proc_write(int fd, const void *p, size_t n);
/* Read from one what is left and write it to the other; false when that fails. */
bool proc_copy(int from, int to);

#endif
