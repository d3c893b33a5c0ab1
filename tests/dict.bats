#!/usr/bin/env bats
# The word lists and what makes tables of them.

load common

setup() { cd "$BATS_TEST_TMPDIR"; }
mkdict() { LC_ALL=C ${AWK:-awk} -v name=x -f "$root/lib/mkdict.awk" "$@"; }

@test "the same bytes come out of every awk" {
	lists=$(ls "$root"/lib/dict/*.tsv | grep -v 'furniture\|awards\|laws\|movements')
	want= n=0
	for a in mawk gawk 'busybox awk' original-awk awk; do
		command -v "${a%% *}" >/dev/null || continue
		got=$(AWK=$a mkdict $lists | cksum)
		: "${want:=$got}"
		[ "$want" = "$got" ] || fail "$a"
		n=$((n + 1))
	done
	echo "# $n awks" >&3
}

@test "rows that are unsorted, double, short, not NFC or badly tagged are named" {
	bad() { # rows, expected
		printf "$1" >l.tsv
		run -1 mkdict l.tsv
		[[ $output == *"$2"* ]] || fail "$1: $output"
	}
	bad 'b\tt\t\na\tt\t\n' 'l.tsv:2: not sorted: a'
	bad 'a\tt\t\na\tt\t\n' 'l.tsv:2: twice: a'
	bad 'Sở A\tt\t\nSở a\tt\t\n' 'l.tsv:2: one key twice: Sở a'
	bad '# head\na\tt\n' 'l.tsv:2: not three fields'
	bad 'a\t\t\n' 'l.tsv:1: empty phrase or tag'
	bad 'a\xcc\x81\tt\t\n' 'l.tsv:1: combining mark: not NFC'
	bad 'a\tT t\t\n' 'l.tsv:1: tag: T t'
	bad 'a  b\tt\t\n' 'l.tsv:1: spaces'
}

@test "every list says what it lists" {
	for l in "$root"/lib/dict/*.tsv; do
		[ "$(grep -c '^# ' "$l")" -ge 3 ] || fail "$l"
		grep -q "dict/${l##*/}" "$root/Makefile" || fail "Makefile: $l"
	done
}

@test "every unit of the lists is found in a sentence, every false head is not" {
	grep -v '^#' "$root/lib/dict/unit-whole.tsv" | cut -f 1 | while IFS= read -r u; do echo "Dự họp có $u, nơi khác."; done >in
	tdk-units -o in | cut -f 2 | sort -u | wc -l >got
	[ "$(cat got)" = "$(wc -l <in)" ] || fail "$(cat got) of $(wc -l <in)"
	grep -v '^#' "$root/lib/dict/not-units.tsv" | cut -f 1 | while IFS= read -r u; do echo "việc $u này"; done >in
	[ -z "$(tdk-units -o in)" ] || fail "$(tdk-units -o in)"
}

@test "every award and movement of the lists is found in a sentence, and every law" {
	names() { grep -v '^#' "$root/lib/dict/$1.tsv" | awk -F '\t' '$2 != "weak" && $2 != "flag-quoted" && $2 != "badge" && $2 != "other" { print $1 }'; }
	names awards | while IFS= read -r a; do echo "Dịp này, đơn vị được tặng $a, nhiều người vui."; done >in
	[ "$(tdk-awards -o in | cut -f 2 | sort -u | wc -l)" = "$(wc -l <in)" ] || fail "awards: $(tdk-awards -o in | cut -f 2 | sort -u | wc -l) of $(wc -l <in)"
	names movements | while IFS= read -r m; do echo "Khối hưởng ứng phong trào $m, nhiều người vui."; done >in
	[ "$(tdk-awards in | grep -c '^theme')" = "$(wc -l <in)" ] || fail "movements: $(tdk-awards in | grep -c '^theme') of $(wc -l <in)"
	names laws | while IFS= read -r l; do echo "Thực hiện Luật $l, nhiều người vui."; done >in
	[ "$(tdk-refs -o in | cut -f 2 | sort -u | wc -l)" = "$(wc -l <in)" ] || fail "laws: $(tdk-refs -o in | cut -f 2 | sort -u | wc -l) of $(wc -l <in)"
}
