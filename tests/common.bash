# What all tests share. Tools and fixtures are found, not listed: a new
# cmd/tdk-X.c and a new page in tests/pages are covered without a new test.

bats_require_minimum_version 1.5.0
root=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
: "${TDK_BIN:=$root/cmd}"
: "${TDK_SEEDS:=$root/../shared/seeds}"
PATH=$TDK_BIN:$PATH
unset MAKEFLAGS MFLAGS MAKELEVEL # of the make that runs the tests
TAB=$'\t'

# Those that need libxml2 may not have been built.
tools() { (cd "$root/cmd" && ls tdk-*.c | sed 's/\.c$//' | while read -r x; do [ ! -x "$TDK_BIN/$x" ] || echo "$x"; done); }
need_html() { [ -x "$TDK_BIN/tdk-html" ] || skip 'built without libxml2'; }

# A web archive with the file $2 as what URL $1 answered.
warc() {
	local head=$'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n'
	printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n' \
		"$1" $(($(wc -c <"$2") + ${#head}))
	printf '%s' "$head"
	cat "$2"
	printf '\r\n\r\n'
}
extractors() { (cd "$root/cmd" && grep -l tool_extract tdk-*.c | sed 's/\.c$//'); }

# The kinds of an extractor's own records.
own() { sed -n '/\.owns = /p' "$root/cmd/$1.c" | grep -o 'KIND_BIT(KIND_[A-Z]*)' | sed 's/.*KIND_\(.*\))/\1/' | tr A-Z a-z; }
without_own() { grep -avE "^($(own "$1" | paste -sd'|'))$TAB" || true; }
only_own() { grep -aE "^($(own "$1" | paste -sd'|'))$TAB" || true; }

pages() {
	ls "$root"/tests/pages/*.txt
	[ ! -d "$TDK_SEEDS" ] || ls "$TDK_SEEDS"/*.txt
}

# Streams to test with, made once a file: every page with its furniture, one
# with all records, and one with what a stream may hold and pages do not.
make_streams() {
	streams=$BATS_FILE_TMPDIR/streams
	mkdir -p "$streams"
	local p n=0
	for p in $(pages); do
		n=$((n + 1))
		tdk-strip -a "$p" >"$streams/$n.tdk" || true
	done
	tdk-strip $(pages) 2>/dev/null | tdk-date | tdk-units | tdk-people | tdk-refs | tdk-awards >"$streams/all.tdk"
	{
		printf 'doc\todd%%20one\nnew-kind\t1\tsomething from a later version\n'
		printf 'title\t1\tHội nghị ngày 21/7/2020\ntext\t2\t\ntext\t3\tSáng 24/7, UBND tỉnh họp\n'
		printf 'date\t3\t0\t9\t1999\tmention\tSáng 24/7\nfoo\n\ntext\t3\tÔng Lê Văn Nam, Giám đốc Sở Y tế\n'
		printf 'raw\t4\tp\tngày 21/7/2020\ndrop\t5\tnav\tngày 21/7/2020\nend\todd%%20one\n'
		printf 'doc\t-\nend\t-\n'
	} >"$streams/odd.tdk"
}

fail() {
	printf '%s\n' "$@" >&2
	return 1
}
