#!/bin/sh
# Run all tests. TDK_BIN says where the tools are, TDK_SEEDS where sample pages
# with known contents lie; tests that need those skip when there are none.
set -u
cd "$(dirname "$0")" || exit 2
: "${TDK_BIN:=$PWD/../cmd}"
: "${TDK_SEEDS:=$PWD/../../shared/seeds}"
export TDK_BIN TDK_SEEDS
PATH=$TDK_BIN:$PATH
export PATH
log=$(mktemp)
trap 'rm -f "$log"' EXIT
bats --tap ./*.bats >"$log" 2>&1
status=$?
cat "$log"
awk '/^ok .* # skip/ { s++; next } /^ok / { p++ } /^not ok / { f++ }
	END { printf "%d passed, %d failed%s\n", p, f, s ? ", " s " skipped" : "" }' "$log"
exit $status
