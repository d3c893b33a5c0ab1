#include "confine.h"

#include <stdlib.h>

#if defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
#define SANITIZED 1
#endif

/* The sanitizers need much that the tools do not. */
#if defined SANITIZED

static void give_up(enum confine to)
{
	(void)to;
}

#elif defined __linux__

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined __x86_64__
#define ARCH AUDIT_ARCH_X86_64
#elif defined __i386__
#define ARCH AUDIT_ARCH_I386
#elif defined __aarch64__
#define ARCH AUDIT_ARCH_AARCH64
#elif defined __arm__
#define ARCH AUDIT_ARCH_ARM
#elif defined __riscv && __riscv_xlen == 64
#define ARCH AUDIT_ARCH_RISCV64
#elif defined __powerpc64__ && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define ARCH AUDIT_ARCH_PPC64LE
#elif defined __s390x__
#define ARCH AUDIT_ARCH_S390X
#endif

#ifdef ARCH

/* What memory, the open descriptors and an orderly end need. */
static const long allowed[] = {
	SYS_read, SYS_readv, SYS_pread64, SYS_write, SYS_writev, SYS_close, SYS_lseek, SYS_fcntl, SYS_ppoll,
	SYS_munmap, SYS_mprotect, SYS_mremap, SYS_madvise, SYS_brk, SYS_futex, SYS_getrandom,
	SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack, SYS_restart_syscall,
	SYS_exit, SYS_exit_group, SYS_getpid, SYS_gettid, SYS_tgkill, SYS_sched_yield, SYS_prctl, SYS_seccomp, SYS_clock_gettime, SYS_sysinfo,
#ifdef SYS_mmap
	SYS_mmap,
#endif
#ifdef SYS_mmap2
	SYS_mmap2,
#endif
#ifdef SYS_fcntl64
	SYS_fcntl64,
#endif
#ifdef SYS__llseek
	SYS__llseek,
#endif
#ifdef SYS_fstat
	SYS_fstat,
#endif
#ifdef SYS_fstat64
	SYS_fstat64,
#endif
#ifdef SYS_newfstatat
	SYS_newfstatat,
#endif
#ifdef SYS_fstatat64
	SYS_fstatat64,
#endif
#ifdef SYS_statx
	SYS_statx,
#endif
#ifdef SYS_poll
	SYS_poll,
#endif
#ifdef SYS_clock_gettime64
	SYS_clock_gettime64,
#endif
#ifdef SYS_futex_time64
	SYS_futex_time64,
#endif
#ifdef SYS_ppoll_time64
	SYS_ppoll_time64,
#endif
};

enum { ALLOWED = sizeof allowed / sizeof *allowed, ROOM = 2 * ALLOWED + 32 };

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define LOW 0
#else
#define LOW 4
#endif

#define LOAD(field) ((struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, field))
#define GO(yes, no, value) ((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), yes, no))
#define ANSWER(value) ((struct sock_filter)BPF_STMT(BPF_RET | BPF_K, value))

/* Call nr is allowed where the bits of mask in argument arg are none. */
static size_t allow_without(struct sock_filter *f, size_t n, long nr, size_t arg, uint32_t mask)
{
	f[n++] = GO(0, 4, nr);
	f[n++] = LOAD((uint32_t)(offsetof(struct seccomp_data, args) + 8 * arg + LOW));
	f[n++] = (struct sock_filter)BPF_STMT(BPF_ALU | BPF_AND | BPF_K, mask);
	f[n++] = GO(0, 1, 0);
	f[n++] = ANSWER(SECCOMP_RET_ALLOW);
	return n;
}

/* Of ioctl(2) what asks whether a descriptor is a terminal, and how wide it is. */
static size_t allow_ioctl(struct sock_filter *f, size_t n)
{
	f[n++] = GO(0, 4, SYS_ioctl);
	f[n++] = LOAD((uint32_t)(offsetof(struct seccomp_data, args) + 8 + LOW));
	f[n++] = GO(1, 0, TCGETS);
	f[n++] = GO(0, 1, TIOCGWINSZ);
	f[n++] = ANSWER(SECCOMP_RET_ALLOW);
	f[n++] = LOAD(offsetof(struct seccomp_data, nr));
	return n;
}

static void give_up(enum confine to)
{
	struct sock_filter f[ROOM];
	uint32_t refused = to == CONFINE_WRITES ? 0 : O_ACCMODE | O_CREAT | O_TRUNC;
	size_t n = 0;

	f[n++] = LOAD(offsetof(struct seccomp_data, arch));
	f[n++] = GO(1, 0, ARCH);
	f[n++] = ANSWER(SECCOMP_RET_KILL_PROCESS);
	f[n++] = LOAD(offsetof(struct seccomp_data, nr));
	if (to != CONFINE_CLOSED) {
#ifdef SYS_open
		n = allow_without(f, n, SYS_open, 1, refused);
		f[n++] = LOAD(offsetof(struct seccomp_data, nr));
#endif
		n = allow_without(f, n, SYS_openat, 2, refused);
		f[n++] = LOAD(offsetof(struct seccomp_data, nr));
	}
	n = allow_ioctl(f, n);
	for (size_t i = 0; i < ALLOWED; i++) {
		f[n++] = GO(0, 1, allowed[i]);
		f[n++] = ANSWER(SECCOMP_RET_ALLOW);
	}
	f[n++] = ANSWER(SECCOMP_RET_ERRNO | EPERM);

	struct sock_fprog program = { .len = (unsigned short)n, .filter = f };

	/* where the kernel knows none of this, all goes on as it is */
	if (!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

#else

static void give_up(enum confine to)
{
	(void)to;
}

#endif

#elif defined __OpenBSD__

#include <unistd.h>

static void give_up(enum confine to)
{
	pledge(to == CONFINE_CLOSED ? "stdio" : to == CONFINE_READS ? "stdio rpath" : "stdio rpath wpath cpath", NULL);
}

#elif defined __FreeBSD__

#include <sys/capsicum.h>

/* In capability mode nothing can be opened by its name. */
static void give_up(enum confine to)
{
	if (to == CONFINE_CLOSED)
		cap_enter();
}

#else

static void give_up(enum confine to)
{
	(void)to;
}

#endif

void confine(enum confine to)
{
	if (!getenv("TDK_NO_CONFINE"))
		give_up(to);
}
