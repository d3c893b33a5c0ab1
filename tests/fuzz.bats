#!/usr/bin/env bats
# The laws of tdk(5) as the oracle of fuzzing, over its seeds and what it once found.

load common

@test "no law breaks on the seeds, and on what fuzzing found" {
	[ "$(uname -s)" = Linux ] || skip 'memfd_create is of Linux'
	[ -z "${ASAN_OPTIONS:-}" ] || skip 'built once is enough'
	cd "$BATS_TEST_TMPDIR"
	cp -R "$root/cmd" "$root/lib" "$root/man" "$root/tests" "$root/Makefile" .
	sh tests/fuzz/run.sh replay >log 2>&1 || fail "$(cat log)"
	[ "$(grep -c ' inputs$' log)" -ge 9 ]
}
