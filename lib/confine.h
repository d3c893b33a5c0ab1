#ifndef TDK_CONFINE_H
#define TDK_CONFINE_H

/* Giving up what a tool does not need, so that a page that finds a fault in it can
 * do nothing with it: seccomp on Linux, pledge on OpenBSD, Capsicum on FreeBSD,
 * nothing elsewhere. The environment variable TDK_NO_CONFINE, set to anything,
 * switches it off, for debuggers and tracers. */

enum confine {
	CONFINE_CLOSED, /* may open nothing: what is open is all there is */
	CONFINE_READS,  /* may open files to read: more operands, tables of iconv(3) */
	CONFINE_WRITES, /* may open files, also to write */
};

/* From now on no more than that. It can only become less. In no case may the process
 * run another program, make a socket, or touch another process. */
void confine(enum confine to);

#endif
