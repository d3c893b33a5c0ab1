#!/bin/sh
# Speed as ratios within one run: every tool and the peers that are here, in
# turn, several rounds, the least time of each. Numbers of different runs or
# machines do not compare.
set -eu
cd "$(dirname "$0")"
rounds=${ROUNDS:-5} mb=${MB:-20}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# A corpus from the fixtures; the years and numbers vary, so that nothing repeats whole.
awk -v mb="$mb" 'BEGIN { srand(1) }
	{ line[NR] = $0; size += length($0) + 1 }
	END {
		for (made = 0; made < mb * 1000000; made += size) {
			year = 2005 + int(rand() * 20)
			for (i = 1; i <= NR; i++) {
				s = line[i]
				gsub(/20[12][0-9]/, year, s)
				print s
			}
			printf "%c", 0
		}
	}' pages/cluster-review.txt pages/bloc-portal.txt pages/newspaper.txt >"$dir/pages" 2>/dev/null
tdk-strip -0 "$dir/pages" >"$dir/stream"
tdk-date "$dir/stream" | tdk-units | tdk-people | tdk-refs | tdk-awards >"$dir/records"

# What tdk-date finds, as far as one pattern says it.
day='\d{1,2} ?[/.-] ?\d{1,2}' year='\d{4}' part='(?:(?:sáng|chiều|tối|trưa)[ ,]+)?'
pattern="$part(?:ngày )?\b\d{1,2}(?: và |, ?| ?- ?)$day ?[/.-] ?$year\b|$part(?:ngày )?\b$day ?[/.-] ?$year\b|\b\d{4}-\d\d-\d\d\b"
pattern="$pattern|(?:ngày )?\d{1,2} tháng \d{1,2}(?: năm $year)?|\d{1,2} tháng (?:đầu|cuối) năm(?: $year)?"
pattern="$pattern|(?:giai đoạn|nhiệm kỳ|năm học) $year ?- ?$year|tháng \d{1,2}(?:/| năm )$year|tháng \d{1,2}\b"
pattern="$pattern|quý (?:I|II|III|IV|[1-4])(?:/| năm )$year|năm $year\b|ngày \d{1,2}[/.-]\d{1,2}\b"
run() { # name, input, command
	name=$1 in=$2
	shift 2
	"$@" <"$in" >"$dir/out" || :
	best=
	i=0
	while [ $i -lt "$rounds" ]; do
		t=$({ TIMEFORMAT=%U+%S; bash -c 'TIMEFORMAT="%U %S"; time "$0" "$@" >'"$dir/out" "$@" <"$in"; } 2>&1 | tail -n 1 | awk '{ print $1 + $2 }')
		best=$(printf '%s\n' "$t" ${best:+"$best"} | sort -n | head -n 1)
		i=$((i + 1))
	done
	printf '%s\t%s\n' "$name" "$best" >>"$dir/times"
}
peer() {
	if command -v "$3" >/dev/null; then run "$@"; else echo "bench: no $3 here"; fi
}

run cat "$dir/stream" cat
run tdk-strip "$dir/pages" tdk-strip -0
run tdk-date "$dir/stream" tdk-date
run tdk-units "$dir/stream" tdk-units
run tdk-people "$dir/stream" tdk-people
run tdk-refs "$dir/stream" tdk-refs
run tdk-awards "$dir/stream" tdk-awards
run tdk-json "$dir/records" tdk-json
peer 'tr -s' "$dir/pages" tr -s ' '
peer 'grep -oP date' "$dir/stream" grep -oP "$pattern"
peer 'rg -o date' "$dir/stream" rg -o "$(printf %s "$pattern" | sed 's/\\b/(?-u:\\b)/g; s/\\d/[0-9]/g')"
peer 'jq -R' "$dir/records" jq -R .
awk -F '\t' -v bytes="$(wc -c <"$dir/stream")" '
	{ name[NR] = $1; t[$1] = $2 }
	END {
		ref = t["grep -oP date"] ? t["grep -oP date"] : t["cat"]
		printf "%-14s %8s %8s %12s\n", "command", "CPU s", "MB/s", "of grep -oP"
		for (i = 1; i <= NR; i++)
			printf "%-14s %8.2f %8.0f %12.2f\n", name[i], t[name[i]], t[name[i]] ? bytes / 1e6 / t[name[i]] : 0, t[name[i]] ? ref / t[name[i]] : 0
	}' "$dir/times"
