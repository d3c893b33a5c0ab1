#!/bin/sh
# Instructions that each tool takes for a byte of its input, counted by callgrind and
# so the same every time: a table of tool and instructions. The corpus is made of the
# fixtures. With -u tests/instructions.tsv is written anew, on purpose.
set -eu
cd "$(dirname "$0")/.."
table=tests/instructions.tsv
PATH=${TDK_BIN:-$PWD/cmd}:$PATH
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
TDK_NO_CONFINE=1
export TDK_NO_CONFINE

for p in tests/strip/*.tsv; do
	cut -f 2- "$p"
	printf '\000'
done >"$dir/0"
cat tests/pages/cluster-review.txt tests/pages/newspaper.txt tests/pages/bloc-portal.txt >>"$dir/0"

count() { # tool, input, options
	bytes=$(wc -c <"$2")
	x=$1 in=$2
	shift 2
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$x" "$@" "$in" 2>"$dir/said" >"$dir/out"
	awk -v x="$x" -v bytes="$bytes" '/Collected/ { printf "%s\t%.1f\n", x, $NF / bytes }' "$dir/said"
}

measure() {
	# what it was compiled with, the libraries, the machine: others count otherwise
	printf '# %s, PCRE2 %s, %s\n' "$(${CC:-cc} --version | head -n 1)" "$(pcre2-config --version 2>/dev/null || echo unknown)" \
		"$(grep -om 1 avx2 /proc/cpuinfo 2>/dev/null || uname -m)"
	count tdk-strip "$dir/0" -0
	cp "$dir/out" "$dir/1"
	for x in tdk-date tdk-units tdk-people tdk-refs tdk-awards; do
		count "$x" "$dir/1"
	done
	tdk-date "$dir/1" | tdk-units | tdk-people | tdk-refs | tdk-awards >"$dir/all"
	count tdk-json "$dir/all"
	count tdk-show "$dir/all"
}

if [ "${1-}" = -u ]; then
	measure >"$dir/new"
	mv "$dir/new" $table
	cat $table
else
	measure
fi
