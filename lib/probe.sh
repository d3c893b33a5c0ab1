#!/bin/sh
# Write the hardening flags that $CC accepts: for compiling to $1, for linking to $2;
# and to $3 how to link with libunistring, unless UNISTRING_LIBS says it.
set -eu
cflags=$1 lflags=$2 unistring=$3
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
printf '#include <string.h>\nint main(void) { return 0; }\n' >"$dir/t.c"

try() {
	# Werror: an unknown flag may be no more than a warning.
	# shellcheck disable=SC2086
	${CC:-cc} ${CFLAGS--O2} -Werror "$@" -o "$dir/t" "$dir/t.c" ${LDFLAGS-} >/dev/null 2>&1
}

c='' l=''
for f in -fstack-protector-strong -fstack-clash-protection -fstrict-flex-arrays=3 -fcf-protection -fPIE \
	'-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2'; do
	# shellcheck disable=SC2086
	if try $f; then c="$c $f"; fi
done
for f in -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,--as-needed; do
	if try -fPIE "$f"; then l="$l $f"; fi
done
printf '%s\n' "$l" >"$lflags"
printf '%s\n' "$c" >"$cflags"

# Of two megabytes the tools need one function, for texts that are rare: with the
# archive, where there is one, each of them starts a tenth of a millisecond sooner.
printf '#include <uninorm.h>\nint main(void) { return u8_normalize(UNINORM_NFC, 0, 0, 0, 0) != 0; }\n' >"$dir/t.c"
: "${UNISTRING_LIBS:=}"
if [ -z "$UNISTRING_LIBS" ]; then
	UNISTRING_LIBS=-lunistring
	# shellcheck disable=SC2086
	if ${CC:-cc} ${CFLAGS--O2} -o "$dir/t" $c "$dir/t.c" $l ${LDFLAGS-} -l:libunistring.a >/dev/null 2>&1; then
		UNISTRING_LIBS=-l:libunistring.a
	fi
fi
printf '%s\n' "$UNISTRING_LIBS" >"$unistring"
