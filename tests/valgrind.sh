#!/bin/sh
# The tests with every tool under valgrind's memcheck, which looks at each read and each
# jump. What measures time, starts the tools by other means or builds them anew is left
# to "make check". $*: test files; without, all that fit.
set -u
cd "$(dirname "$0")" || exit 2
command -v valgrind >/dev/null || { echo 'valgrind: not here' >&2 && exit 2; }
bin=$PWD/../build/valgrind
real=${TDK_BIN:-$PWD/../cmd}
rm -rf "$bin"
mkdir -p "$bin"
bin=$(cd "$bin" && pwd) real=$(cd "$real" && pwd)
for t in "$real"/tdk "$real"/tdk-*; do
	case $t in *.c) continue ;; esac
	printf '#!/bin/sh\nexec valgrind -q --vgdb=no --error-exitcode=99 --log-file="%s/log.%%p" "%s" "$@"\n' "$bin" "$t" >"$bin/${t##*/}"
	chmod +x "$bin/${t##*/}"
done
[ $# -gt 0 ] || set -- commands.bats date.bats dict.bats html.bats laws.bats names.bats schema.bats seeds.bats strip.bats
TDK_NO_CONFINE=1 TDK_BIN=$bin PATH=$bin:$PATH
TDK_SEEDS=${TDK_SEEDS:-$PWD/../../shared/seeds}
export TDK_NO_CONFINE TDK_BIN PATH TDK_SEEDS
bats --tap "$@" >"$bin/tap" 2>&1
grep -c '^ok ' "$bin/tap" | sed 's/$/ passed/'
grep '^not ok ' "$bin/tap"
# what memcheck said is in the logs of those that have any; what tests limit the memory of
# cannot run here, and says so in other words
said='Invalid|uninitialised|overlap|Mismatched|Process terminating'
cat "$bin"/log.* | grep -E "$said" | head -n 40
! cat "$bin"/log.* | grep -qE "$said"
