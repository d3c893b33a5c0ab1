#!/bin/sh
# Speed, as ratios within one run: every tool and every peer that is here, in turn, in
# several rounds; medians, with the least and the greatest. Numbers of different runs or
# machines do not compare. MB=100 ROUNDS=5; PART=speed (or start, memory, size, cores)
# for one part alone.
set -eu
cd "$(dirname "$0")"
mb=${MB:-100} rounds=${ROUNDS:-5} part=${PART:-all}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
LC_ALL=C
export LC_ALL
${CC:-cc} -O2 -o "$dir/bench" c/bench.c
have() { command -v "$1" >/dev/null 2>&1; }
of() { [ "$part" = all ] || [ "$part" = "$1" ]; }
size() { wc -c <"$1" | tr -d ' '; }

# ---- the corpus ----

# $1 megabytes of pages, of seed $2
pages() {
	for p in pages/cluster-review.txt pages/bloc-portal.txt pages/newspaper.txt; do
		sed -E 's/\b20[0-2][0-9]( ?(-|–) ?)20[0-2][0-9]\b/\x03y\1\x03z/g; s/\b20[0-2][0-9]\b/\x03y/g; s/(Văn|Thị|Quốc|Đức) [A-Z\xc4][^ ,.;)]*/\1 \x03n/g
			s/\b19([0-9]{2})\b/\x04\1/g; s/\b[1-9]([0-9]{2,})\b/\x03d\1/g; s/\x04/19/g' $p
		printf '\002'
	done | awk -v mb="$1" -v seed="$2" -f bench.awk
}
pages "$mb" 1 >"$dir/pages"
tdk-strip -0 "$dir/pages" >"$dir/stream"
tdk-date "$dir/stream" | tdk-units | tdk-people | tdk-refs | tdk-awards >"$dir/records"
sed '/^[^t]/d; s/^text\t[0-9]*\t//' "$dir/stream" >"$dir/text"
head -c 10000000 "$dir/text" | sed '$d' >"$dir/slice"
# sparse: nearly all digits are gone
tr -d '0-9' <"$dir/text" | tr -s ' ' >"$dir/few"
awk '{ print } NR % 40 == 0 { print "Ngày 21/7/2020, hội nghị được tổ chức." }' "$dir/few" >"$dir/sparse"
if have uconv; then
	uconv -x any-nfd <"$dir/slice" >"$dir/nfd"
elif have python3; then
	python3 -c 'import sys, unicodedata as u; sys.stdout.buffer.write(u.normalize("NFD", sys.stdin.buffer.read().decode()).encode())' <"$dir/slice" >"$dir/nfd"
fi
awk 'NR % 97 == 0 { sub(/ /, "\377 ") } { print }' "$dir/slice" >"$dir/odd"
sed -n '/^[^#]/p' ../lib/dict/unit-*.tsv | cut -f 1 | sort -u >"$dir/phrases"

echo "$(uname -sm), $(nproc 2>/dev/null || echo '?') cores; pages $(($(size "$dir/pages") / 1000000)) MB, stream $(($(size "$dir/stream") / 1000000)) MB, records $(($(size "$dir/records") / 1000000)) MB; $rounds rounds"
for x in rg jq perl gawk python3 uconv iconv parallel; do have $x || echo "not here: $x"; done

# What tdk-date finds, as far as one pattern says it, written for speed: a pattern that
# begins with words that may be left out takes two or three times as long.
n='[0-9]{1,2}' sep=' ?[/.-] ?' year='(?:1[89]|20)[0-9]{2}' dash=' ?[-–] ?'
clock='[0-9]{1,2}(?:[:hg][0-9]{2}| giờ(?: [0-9]{2})?)'
after="(?:[ ,|-]+$clock(?: ?(?:SA|CH|AM|PM))?)?"
weekday='(?:[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ [Nn]hật|T[2-7])'
lead="(?:(?:[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Đđ]êm|$weekday|[Nn]gày|[Mm][ùồ]ng)[ ,]+)"
list="$n(?:, ?$n)*" joint="(?:, ?| và (?:ngày )?|$dash| đến (?:ngày )?)"
days="$n$sep$n$sep$year(?:$dash$n$sep$n$sep$year)?$after|$list$joint$n$sep$n$sep$year|$n,? tháng $n(?:(?:,? ?năm|[,/])? ?$year)?"
days="$days|$n tháng (?:đầu|cuối) năm(?: $year)?|$year-[0-9]{2}-[0-9]{2}$after"
short="$list$joint$n$sep$n|${n}[/.-]$n(?:$dash${n}[/.-]$n)?"
words="(?:[Gg]iai đoạn|[Nn]hiệm kỳ|[Nn]ăm học|[Kk]h[oó][áa]|$n năm) $year$dash$year|[Tt]háng $n(?:(?:[/.-]| năm |,? )$year)?"
words="$words|[Qq]uý (?:I[IV]?I?|[1-4])(?:(?:/| năm )$year)?|[Nn]ăm $year|[Hh]ôm (?:nay|qua)|[Cc]ùng ngày|[Nn]ăm (?:nay|ngoái|tới|trước)|[Tt]háng (?:này|trước|tới)"
alternatives="(?:$lead+(?:$days|$short)|${clock}[ ,|-]+$lead*(?:$days)|$days|$words)"
date="\b$alternatives(?![0-9])"
rgdate="(?-u:\b)$alternatives(?-u:\b)"
found=$(tdk-date -o "$dir/slice" | tee "$dir/found" | wc -l)
same=$(cut -f 7 "$dir/found" | sort >"$dir/ours"; LC_ALL=C.UTF-8 grep -oP "$date" "$dir/slice" | sort | comm -12 - "$dir/ours" | wc -l)
echo "the pattern for dates gives $((100 * same / found)) % of what tdk-date finds, byte for byte"
name='(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Vũ|Lương|Mạc|Giàng|Vàng|Đỗ|Bùi|Đặng|Ngô|Hà|Lò)(?: [A-ZĐÁÀẢÂĂÊÔƠƯ][a-zà-ỹ]+){1,4}'

# ---- speed ----

# Medians of a plan's runs: name, CPU s, its range, MB/s, memory.
table() {
	awk -F '\t' '
		{ if (!($1 in n)) order[++names] = $1; cpu[$1, ++n[$1]] = $2; wall[$1, n[$1]] = $3; if ($4 > rss[$1]) rss[$1] = $4 }
		function median(x, name, k,   i, j, t, v) {
			for (i = 1; i <= k; i++) v[i] = x[name, i]
			for (i = 1; i < k; i++) for (j = i + 1; j <= k; j++) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t }
			low = v[1]; high = v[k]
			return v[int((k + 1) / 2)]
		}
		END {
			for (i = 1; i <= names; i++) {
				c = median(cpu, order[i], n[order[i]])
				printf "%s\t%.3f\t%.3f\t%.3f\t%.3f\t%d\n", order[i], c, low, high, median(wall, order[i], n[order[i]]), rss[order[i]]
			}
		}'
}
# Lines "tool of peer": how many times as fast as the peer, by the medians.
against() { # table, tool, peer
	awk -F '\t' -v a="$2" -v b="$3" '$1 == a { x = $2; lo = $3; hi = $4 } $1 == b { y = $2; l2 = $3; h2 = $4 }
		END { if (x && y) printf "  %-28s %6.2f times as fast as %-16s (%.2f to %.2f)\n", a, y / x, b, l2 / hi, h2 / lo; else if (x) printf "  %-28s no %s here\n", a, b }' "$1"
}
show() { awk -F '\t' -v bytes="$2" '{ printf "  %-28s %7.3f s CPU (%.3f to %.3f) %7.0f MB/s  %5d KB\n", $1, $2, $3, $4, $2 ? bytes / 1e6 / $2 : 0, $6 }' "$1"; }
measure() { "$dir/bench" run "$dir/out" "$rounds" <"$dir/plan" | table >"$dir/$1"; }
line() { printf '%s\t%s\t%s\n' "$1" "$2" "$3"; }
peer() { # as line, where the program of the command is here
	x=${3#LC_ALL=C.UTF-8 }
	if have "${x%% *}"; then line "$@"; fi
}

if of speed; then
	{
		line cat "$dir/text" cat
		line 'wc -l' "$dir/text" 'wc -l'
		line tdk-date "$dir/text" tdk-date
		line 'grep -oP date' "$dir/text" "LC_ALL=C.UTF-8 grep -oP '$date'"
		peer 'rg -o date' "$dir/text" "rg -o '$rgdate'"
		line tdk-units "$dir/text" tdk-units
		line 'grep -oF phrases' "$dir/text" "grep -oF -f $dir/phrases"
		peer 'rg -oF phrases' "$dir/text" "rg -oF -f $dir/phrases"
		line tdk-people "$dir/text" tdk-people
		line 'grep -oP names' "$dir/text" "LC_ALL=C.UTF-8 grep -aoP '$name'"
		peer 'rg -o names' "$dir/text" "rg -o '$name'"
		line tdk-refs "$dir/text" tdk-refs
		line tdk-awards "$dir/text" tdk-awards
	} >"$dir/plan"
	measure dense
	echo; echo 'Text with many dates and names, raw:'
	show "$dir/dense" "$(size "$dir/text")"
	{
		line tdk-date "$dir/sparse" tdk-date
		line 'grep -oP date' "$dir/sparse" "LC_ALL=C.UTF-8 grep -oP '$date'"
		peer 'rg -o date' "$dir/sparse" "rg -o '$rgdate'"
	} >"$dir/plan"
	measure few.t
	echo 'The same with few digits:'
	show "$dir/few.t" "$(size "$dir/sparse")"
	{
		line tdk-strip "$dir/pages" 'tdk-strip -0'
		line 'tr -s' "$dir/pages" "tr -s ' '"
		peer 'iconv -c' "$dir/pages" 'iconv -c -f UTF-8 -t UTF-8'
		line 'one page' "$dir/text" tdk-strip
		line 'tr -s, one page' "$dir/text" "tr -s ' '"
	} >"$dir/plan"
	measure strip
	echo 'Pages:'
	show "$dir/strip" "$(size "$dir/pages")"
	{
		line tdk-json "$dir/records" tdk-json
		line cat "$dir/records" cat
	} >"$dir/plan"
	measure json
	echo 'Records:'
	show "$dir/json" "$(size "$dir/records")"
	head -c 10000000 "$dir/records" >"$dir/some"
	{
		printf 'import re, sys\np = re.compile(r"""%s""")\n' "$date"
		printf 'for l in open(0, encoding="utf-8"):\n    for m in p.finditer(l):\n        print(m.group())\n'
	} >"$dir/date.py"
	{
		line 'tdk-date 10' "$dir/slice" tdk-date
		peer 'perl date' "$dir/slice" "perl -CSD -Mutf8 -ne 'print \"\$&\\n\" while /$(printf %s "$date" | sed 's,/,\\/,g')/g'"
		peer 'gawk, two forms' "$dir/slice" "LC_ALL=C.UTF-8 gawk '{ while (match(\$0, /[0-9]{1,2}[\\/.-][0-9]{1,2}[\\/.-][0-9]{4}|năm [0-9]{4}/)) { print substr(\$0, RSTART, RLENGTH); \$0 = substr(\$0, RSTART + RLENGTH) } }'"
		peer 'python3 date' "$dir/slice" "python3 $dir/date.py"
		[ ! -s "$dir/nfd" ] || line 'strip nfd' "$dir/nfd" tdk-strip
		[ ! -s "$dir/nfd" ] || peer 'uconv any-nfc' "$dir/nfd" 'uconv -x any-nfc'
		line 'strip odd bytes' "$dir/odd" tdk-strip
		line 'strip the same' "$dir/slice" tdk-strip
		line 'json 10' "$dir/some" 'tdk-json 2>/dev/null'
		peer 'jq -R' "$dir/some" 'jq -R .'
		peer 'perl escape' "$dir/some" "perl -pe 's/([\"\\\\])/\\\\\$1/g; s/\\t/\\\\t/g; s/^/\"/; s/\$/\"/'"
	} >"$dir/plan"
	measure slow
	echo 'Slow peers, on 10 MB:'
	show "$dir/slow" 10000000
	echo 'Ratios (in brackets: of the slowest run to the fastest, and the other way):'
	against "$dir/dense" tdk-date 'grep -oP date'
	against "$dir/dense" tdk-date 'rg -o date'
	against "$dir/few.t" tdk-date 'grep -oP date'
	against "$dir/few.t" tdk-date 'rg -o date'
	against "$dir/slow" 'tdk-date 10' 'perl date'
	against "$dir/slow" 'tdk-date 10' 'gawk, two forms'
	against "$dir/slow" 'tdk-date 10' 'python3 date'
	against "$dir/dense" tdk-units 'grep -oF phrases'
	against "$dir/dense" tdk-units 'rg -oF phrases'
	against "$dir/dense" tdk-people 'grep -oP names'
	against "$dir/dense" tdk-people 'rg -o names'
	against "$dir/strip" tdk-strip 'tr -s'
	against "$dir/strip" tdk-strip 'iconv -c'
	against "$dir/strip" 'one page' 'tr -s, one page'
	against "$dir/slow" 'strip nfd' 'uconv any-nfc'
	against "$dir/slow" 'strip odd bytes' 'strip the same'
	against "$dir/slow" 'json 10' 'jq -R'
	against "$dir/slow" 'json 10' 'perl escape'
fi

# ---- the pipeline, on one core and on two ----

if of cores; then
	five='tdk-strip -0 | tdk-date | tdk-units | tdk-people | tdk-json'
	seven='tdk-strip -0 | tdk-date | tdk-units | tdk-people | tdk-refs | tdk-awards | tdk-json'
	mkdir -p "$dir/split"
	# files of one page each, as many as make some ten megabytes
	head -c 10000000 "$dir/pages" | awk -v RS='\0' -v dir="$dir/split" 'NR <= 2000 { f = sprintf("%s/p%05d.txt", dir, NR); printf "%s", $0 >f; close(f) }'
	{
		line 'grep -oP date' "$dir/text" "LC_ALL=C.UTF-8 grep -oP '$date'"
		line 'five tools' "$dir/pages" "$five"
		line 'seven tools' "$dir/pages" "$seven"
		if have taskset; then
			line 'five tools, one core' "$dir/pages" "taskset -c 0 sh -c '$five'"
		fi
		line '2000 files: tdk' /dev/null "cd $dir/split && tdk -s p*.txt"
		line '2000 files: tdk -j 2' /dev/null "cd $dir/split && tdk -s -j 2 p*.txt"
		line '2000 files: xargs -P 2' /dev/null "cd $dir/split && ls | xargs -P 2 -n 500 tdk -s"
		if have parallel; then
			line '2000 files: parallel -k' /dev/null "cd $dir/split && ls | parallel -k -j 2 -n 500 tdk -s"
			line 'tdk-units' "$dir/stream" 'tdk-units'
			line 'parallel --pipe tdk-units' "$dir/stream" "parallel --pipe --recstart 'doc\t' --block 10M -k -j 2 tdk-units"
		fi
	} >"$dir/plan"
	rounds=$(((rounds + 1) / 2))
	measure cores
	echo; echo 'The pipeline, and more cores (CPU s, and s by the clock):'
	awk -F '\t' '{ printf "  %-28s %7.2f s CPU %7.2f s\n", $1, $2, $5 } $1 == "grep -oP date" { g = $2 } /tools/ && g { r[$1] = $2 / g }
		END { for (i in r) printf "  %-28s %7.2f times the CPU of one grep -oP date run\n", i, r[i] }' "$dir/cores"
fi

# ---- start, and the first line ----

if of start; then
	tdk-strip pages/cluster-review.txt >"$dir/one"
	tdk-date "$dir/one" | tdk-units | tdk-people >"$dir/oner"
	echo; echo 'A page of 4 KB, from start to end, in microseconds (least, median) and times cat:'
	"$dir/bench" start 200 "$dir/one" true cat tdk-date tdk-units tdk-people tdk-refs tdk-awards |
		awk -F '\t' '{ if ($1 == "cat") c = $2; printf "  %-28s %6d %6d %s\n", $1, $2, $3, c ? sprintf("%.1f", $2 / c) : "" }'
	"$dir/bench" start 200 pages/cluster-review.txt tdk-strip | awk -F '\t' '{ printf "  %-28s %6d %6d\n", $1, $2, $3 }'
	"$dir/bench" start 200 "$dir/oner" tdk-json | awk -F '\t' '{ printf "  %-28s %6d %6d\n", $1, $2, $3 }'
	echo 'Microseconds from a document to its first line, the input still open:'
	"$dir/bench" first "$dir/one" cat tdk-date tdk-units tdk-people tdk-refs tdk-awards | awk -F '\t' '{ printf "  %-28s %6d\n", $1, $2 }'
fi

# ---- memory, and cost by size ----

if of memory; then
	head -c 100000000 "$dir/text" | sed '$d' | tr '\n' ' ' >"$dir/line"
	for x in tdk-date tdk-units tdk-people tdk-refs tdk-awards tdk-strip; do line "$x" "$dir/line" "$x"; done >"$dir/plan"
	line 'tdk-json, many pages' "$dir/records" tdk-json >>"$dir/plan"
	rounds=1
	measure memory
	echo; echo "Memory over one line of $(($(size "$dir/line") / 1000)) KB:"
	awk -F '\t' -v b="$(size "$dir/line")" '{ printf "  %-28s %8d KB%s\n", $1, $6, /json/ ? "" : sprintf("  (%+d over the line)", $6 - b / 1024) }' "$dir/memory"
fi
if of size; then
	: >"$dir/plan"
	for k in 1 2 4; do
		head -c $((k * 8000000)) "$dir/text" | sed '$d' >"$dir/big$k"
		head -c $((k * 8000000)) "$dir/stream" >"$dir/many$k"
		for x in tdk-strip tdk-date tdk-units tdk-people; do
			line "$x, one page of $((k * 8)) MB" "$dir/big$k" "$x"
			[ $x = tdk-strip ] || line "$x, pages of $((k * 8)) MB in all" "$dir/many$k" "$x 2>/dev/null"
		done
	done >>"$dir/plan"
	rounds=3
	measure size
	echo; echo 'Cost by size:'
	sort -t "$(printf '\t')" -k 1,1 "$dir/size" | awk -F '\t' '{ printf "  %-36s %7.3f s CPU\n", $1, $2 }'
fi

# ---- instructions ----

if [ "$part" = all ]; then
	echo; echo 'Instructions a byte on the fixtures (tests/instructions.tsv), counted by callgrind:'
	sed -n 's/^tdk/  tdk/p' instructions.tsv
fi
