#ifndef TDK_ERR_H
#define TDK_ERR_H

#include <stdarg.h>
#include <stddef.h>

/* Diagnostics and memory that cannot run out silently. Every message goes to
 * standard error as one line, "tdk-date: what: why", with control characters
 * made visible as '?', so that a file name cannot talk to a terminal. */

enum { STATUS_OK = 0, STATUS_NOTHING = 1, STATUS_TROUBLE = 2 };

/* The name that messages begin with. The string is not copied. */
void err_name(const char *name);

/* A function to call before die() ends the process: output that was already
 * made is written, not lost. */
void err_last(void (*fn)(void *), void *arg);

#ifdef __GNUC__
#define ERR_PRINTF __attribute__((format(printf, 1, 2)))
#else
#define ERR_PRINTF
#endif

void warn(const char *fmt, ...) ERR_PRINTF;
_Noreturn void die(const char *fmt, ...) ERR_PRINTF;

/* As malloc(3) and realloc(3), for n objects of size bytes; never NULL. */
void *xalloc(size_t n, size_t size);
void *xgrow(void *p, size_t n, size_t size);

#endif
