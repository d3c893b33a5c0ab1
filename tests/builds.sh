#!/bin/sh
# Build with every compiler, level and kind of machine at hand, without a warning, and
# compare what the tools say of the sample pages with what those of this tree say.
# MUSL: where PCRE2 and libunistring are installed for musl-gcc (without: not tried).
set -u
cd "$(dirname "$0")/.." || exit 2
ours=$PWD/cmd
dir=$PWD/build/builds
TDK_NO_CONFINE=1 LC_ALL=C.UTF-8
export TDK_NO_CONFINE LC_ALL
passed=0 failed=0 left=0
rm -rf "$dir"
mkdir -p "$dir"

# All that the tools in directory $1 say, run by $2.
say() {
	# shellcheck disable=SC2086
	for t in date units people refs awards; do
		$2 "$1/tdk-strip" tests/pages/*.txt | $2 "$1/tdk-$t"
	done
	# shellcheck disable=SC2086
	for p in tests/pages/*.txt; do
		$2 "$1/tdk-strip" -a "$p" >"$dir/s"
		"$ours/tdk-date" "$dir/s" | "$ours/tdk-units" | "$ours/tdk-people" | "$ours/tdk-refs" | "$ours/tdk-awards" >"$dir/all"
		cat "$dir/s"
		$2 "$1/tdk-json" -l "$dir/all"
		$2 "$1/tdk-show" -w 80 "$dir/all"
	done
}

# build NAME RUNNER ARGUMENT...: make with the arguments, in a copy.
build() {
	name=$1 with=$2
	shift 2
	rm -rf "$dir/tree"
	mkdir -p "$dir/tree"
	cp -R cmd lib man tests Makefile "$dir/tree"
	(cd "$dir/tree" && make -s clean && make -s "$@" XML_LIBS=none all) >"$dir/log" 2>&1 || {
		tail -n 5 "$dir/log"
		echo "$name: does not build"
		failed=$((failed + 1))
		return
	}
	if grep -q 'warning:' "$dir/log"; then
		grep 'warning:' "$dir/log"
		echo "$name: warnings"
		failed=$((failed + 1))
	elif say "$dir/tree/cmd" "$with" 2>/dev/null | cmp - "$dir/want"; then
		echo "$name: the same"
		passed=$((passed + 1))
	else
		echo "$name: says something else"
		failed=$((failed + 1))
	fi
}

without() {
	echo "$1: left out, $2"
	left=$((left + 1))
}

# Does this compiler link with the two libraries?
links() {
	printf '#define PCRE2_CODE_UNIT_WIDTH 8\n#include <pcre2.h>\n#include <unistr.h>\nint main(void) { return !pcre2_config_8(0, 0) + u8_check(0, 0) != 0; }\n' >"$dir/t.c"
	"$@" -o "$dir/t" "$dir/t.c" -lpcre2-8 -lunistring >/dev/null 2>&1
}

say "$ours" '' >"$dir/want" 2>/dev/null
for cc in gcc clang; do
	command -v $cc >/dev/null || { without $cc 'not here' && continue; }
	for o in 0 1 2 3; do build "$cc -O$o" '' CC=$cc CFLAGS=-O$o; done
	build "$cc, static" '' CC=$cc LDFLAGS=-static
done
if links gcc -m32 -static; then
	build 'gcc -m32' '' CC='gcc -m32' LDFLAGS=-static
else
	without 'gcc -m32' 'no 32-bit libraries'
fi
if ! command -v qemu-s390x >/dev/null && ! command -v qemu-s390x-static >/dev/null; then
	without 's390x (big-endian)' 'no qemu-s390x'
elif links s390x-linux-gnu-gcc -static; then
	build 's390x (big-endian)' "$(command -v qemu-s390x || command -v qemu-s390x-static)" CC=s390x-linux-gnu-gcc AR=s390x-linux-gnu-ar LDFLAGS=-static
else
	without 's390x (big-endian)' 'no compiler or no libraries for it'
fi
if [ -n "${MUSL:-}" ]; then
	# musl-gcc has no headers of the kernel, and what confines the tools needs them
	mkdir -p "$dir/kernel"
	for h in linux asm-generic; do ln -sf "/usr/include/$h" "$dir/kernel/"; done
	ln -sf "/usr/include/$(gcc -print-multiarch)/asm" "$dir/kernel/"
	build musl '' CC="musl-gcc -isystem $dir/kernel" CPPFLAGS="-I$MUSL/include" LDFLAGS="-static -L$MUSL/lib"
else
	without musl 'MUSL is not set'
fi
rm -rf "$dir/tree"
echo "$passed passed, $failed failed, $left left out"
[ "$failed" -eq 0 ]
