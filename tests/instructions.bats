#!/usr/bin/env bats
# No tool grows slower unnoticed: its instructions a byte are kept in a table, which
# "sh tests/instructions.sh -u" writes anew when they grow on purpose.

load common

@test "no tool takes 5 % more instructions a byte than the table says" {
	command -v valgrind >/dev/null || skip 'no valgrind'
	[ -z "${ASAN_OPTIONS:-}${SANITIZE:-}" ] || skip 'instrumented'
	sh "$root/tests/instructions.sh" >"$BATS_TEST_TMPDIR/now"
	cd "$BATS_TEST_TMPDIR"
	[ "$(head -n 1 now)" = "$(head -n 1 "$root/tests/instructions.tsv")" ] || skip "another compiler or library: $(head -n 1 now)"
	join -t "$TAB" <(sort "$root/tests/instructions.tsv") <(sort now) | awk -F '\t' '!/^#/ { n++; if ($3 > $2 * 1.05) { print; bad = 1 } } END { exit bad || n < 8 }'
}
