#!/bin/sh
# Everything a machine can say against the code without running it.
set -u
cd "$(dirname "$0")/.." || exit 2
bad=0

say() {
	echo "lint: $1"
	bad=1
}
have() { command -v "$1" >/dev/null 2>&1; }

for cc in gcc clang; do
	if ! have $cc; then
		echo "lint: no $cc here: skipped"
		continue
	fi
	dir=$(mktemp -d)
	cp -R cmd lib man tests Makefile "$dir"
	if ! (cd "$dir" && ${MAKE:-make} clean >/dev/null && ${MAKE:-make} CC="$cc -Werror" all >"$dir/log" 2>&1); then
		cat "$dir/log"
		say "$cc warns"
	fi
	rm -rf "$dir"
done
xml=$(pkg-config --cflags libxml-2.0 2>/dev/null)
${MAKE:-make} -s lib/word_names.h lib/furniture_words.h lib/merit_words.h lib/markup_words.h
# analyse NAME COMMAND: over every file; what it prints is a finding.
analyse() {
	out=$(for f in lib/*.c cmd/*.c; do
		case $f in *html.c | *warc.c) [ -n "$xml" ] || continue ;; esac
		echo "$f"
	done | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I '{}' \
		sh -c "$2 -std=c11 -D_POSIX_C_SOURCE=200809L -DTDK_VERSION='\"lint\"' -Ilib $xml -o /dev/null {} 2>&1")
	[ -z "$out" ] || {
		echo "$out"
		say "$1"
	}
}
if have clang; then analyse 'clang --analyze' 'clang --analyze -Xclang -analyzer-output=text'; fi
if have gcc && gcc --version | grep -q 'Free Software'; then analyse 'gcc -fanalyzer' 'gcc -c -O1 -fanalyzer'; fi
if have cppcheck; then
	# wordlist.c is tables, for which it takes longer than for all the rest; the analysers above read it
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability -Ilib --suppress=missingIncludeSystem \
		--suppress=toomanyconfigs --suppress=nullPointerRedundantCheck:lib/tool.c -i lib/wordlist.c lib cmd || say cppcheck
else
	echo 'lint: no cppcheck here: skipped'
fi
if have mandoc; then
	# Whether other manuals are installed is no matter of these.
	out=$(mandoc -Tlint -W style man/*.[157] man/vi/*.[17] 2>/dev/null | grep -v 'referenced manual not found\|mandoc.db lacks')
	[ -z "$out" ] || {
		echo "$out"
		say 'man pages'
	}
else
	echo 'lint: no mandoc here: skipped'
fi
if have shellcheck; then
	shellcheck -s sh lib/*.sh tests/*.sh tests/fuzz/*.sh || say 'shell scripts'
	shellcheck -s bash .ci/run || say '.ci/run'
else
	echo 'lint: no shellcheck here: skipped'
fi
# Floors: a file of lib includes only what lies below it (README, "The house").
awk -f tests/floors.awk lib/*.c lib/*.h || say 'a file reaches above its floor'
if grep -rIn '[[:space:]]$' cmd lib/*.[ch] lib/*.awk lib/*.sh man tests/*.sh tests/*.bats Makefile README.md; then
	say 'blanks at the end of lines'
fi
[ $bad = 0 ] && echo 'lint: nothing found'
exit $bad
