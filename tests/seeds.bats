#!/usr/bin/env bats
# The pages of TDK_SEEDS, whose contents are known.

load common

setup() {
	[ -d "$TDK_SEEDS" ] || skip "no pages in TDK_SEEDS"
	cd "$BATS_TEST_TMPDIR"
	tdk "$TDK_SEEDS"/*.txt >out.jsonl
}

@test "seeds: one valid object a page, with title, posting date, event date, people and units" {
	[ "$(wc -l <out.jsonl)" = "$(ls "$TDK_SEEDS"/*.txt | wc -l)" ]
	jq -e 'select(.title == null or .published == null or .event.date == null or (.units | length) == 0)' out.jsonl >bad || true
	[ ! -s bad ] || fail "$(cat bad)"
	jq -s -e '[.[].people[].roles[]] | length > 9' out.jsonl
}

@test "seeds: what is known of them is found" {
	[ -d "$TDK_SEEDS/../gold" ] || skip 'nothing known'
	run -0 sh "$root/tests/score.sh"
	echo "$output" >&3
	for k in people dates units published title; do
		awk -v k="$k" '$1 == "seeds" && $2 == k { n++; if ($5 < 0.9) exit 1 } END { exit n ? 0 : 1 }' <<<"$output" || fail "$k"
	done
}
