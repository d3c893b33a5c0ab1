#!/usr/bin/env bats
# The documentation says what the tools do.

load common

setup() { cd "$BATS_TEST_TMPDIR"; cp "$root/tests/pages/cluster-review.txt" page.txt; cp "$root/tests/html/wordpress.html" page.html; warc https://a.vn/page.html page.html | gzip >crawl.warc.gz; }

@test "every tool has a man page, and README names it" {
	for x in $(tools) tdk; do
		[ -f "$root/man/$x.1" ] || fail "$x"
		grep -q "$x" "$root/README.md" || fail "README: $x"
	done
}

@test "man pages lint" {
	command -v mandoc >/dev/null || skip 'no mandoc'
	out=$(mandoc -Tlint -W style "$root"/man/*.[157] "$root"/man/vi/*.[17] 2>/dev/null | grep -v 'referenced manual not found\|mandoc.db lacks' || true)
	[ -z "$out" ] || fail "$out"
}

@test "the Vietnamese pages say the same: options, and examples word for word" {
	same() { awk '/^\.It Fl|^\.Op|^\.Sh/ || on; /^\.Bd/ { on = 1 } /^\.Ed/ { on = 0 }' "$1"; }
	for m in "$root"/man/*.[17]; do
		diff <(same "$m") <(same "$root/man/vi/${m##*/}") || fail "${m##*/}"
		[ "$(sed '/^\.Bd/,/^\.Ed/d' "$root/man/vi/${m##*/}" | grep -v '^\.' | LC_ALL=C grep -vc '[^ -~]')" -le 2 ] || fail "${m##*/}: English is left"
	done
}

# Run "$ command" lines and compare what follows them.
run_examples() {
	awk -v out="$BATS_TEST_TMPDIR/ex" '
		/^\$ / { n++; cmd = sprintf("%s%02d.cmd", out, n); want = sprintf("%s%02d.want", out, n)
			print substr($0, 3) >cmd; printf "" >want; next }
		/^> / { print substr($0, 3) >cmd; next } # a command over several lines
		n { print >want }
	' "$1"
	for c in ex*.cmd; do
		[ -f "$c" ] || continue
		bash "$c" >"${c%.cmd}.got" 2>&1 || true
		diff "${c%.cmd}.want" "${c%.cmd}.got" || fail "$2: $(cat "$c")"
	done
	rm -f ex*
}

@test "the EXAMPLES of the man pages run as they stand" {
	for m in "$root"/man/*.[157]; do
		case $m in *-html.1 | *-warc.1) [ -x "$TDK_BIN/tdk-html" ] || continue ;; esac
		sed -n '/^\.Sh EXAMPLES/,/^\.Sh [^E]/p' "$m" |
			awk '/^\.Bd/ { on = 1; next } /^\.Ed/ { on = 0; next } on { gsub(/\\e/, "\\"); print }' >examples
		[ ! -s examples ] || run_examples examples "${m##*/}"
	done
	grep -q '^\.Sh EXAMPLES' "$root"/man/tdk-date.1
}

@test "the examples of README run as they stand" {
	awk -v html="$(ls "$TDK_BIN/tdk-html" 2>/dev/null)" '/^```/ { on = !on; first = 1; next }
		on && first { runs = /^\$ (tdk|echo|gzip)/ && (html != "" || !/tdk-warc/); first = 0 }
		on && runs' "$root/README.md" >examples
	[ "$(grep -c '^\$' examples)" -ge 12 ]
	run_examples examples README
}
