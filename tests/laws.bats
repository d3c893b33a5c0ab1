#!/usr/bin/env bats
# The eight laws of tdk(5), over every extractor and every fixture.

load common

setup_file() { load common; make_streams; export streams; }

@test "conservation: without its own kinds the output is the input" {
	for x in $(extractors); do
		for s in "$streams"/*.tdk; do
			"$x" "$s" >"$BATS_TEST_TMPDIR/out"
			cmp <(without_own "$x" <"$s") <(without_own "$x" <"$BATS_TEST_TMPDIR/out") || fail "$x $s"
		done
	done
}

@test "commutation: any order gives the same records" {
	set -- $(extractors)
	for s in "$streams"/*.tdk; do
		"$1" "$s" | "$2" | "$3" | sort >"$BATS_TEST_TMPDIR/want"
		for order in "$1 $3 $2" "$2 $1 $3" "$2 $3 $1" "$3 $1 $2" "$3 $2 $1"; do
			set -- $order "$@"
			cmp <("$1" "$s" | "$2" | "$3" | sort) "$BATS_TEST_TMPDIR/want" || fail "$order $s"
			shift 3
		done
	done
}

@test "idempotence: a tool adds nothing to its own output" {
	for x in $(extractors); do
		for s in "$streams"/*.tdk; do
			"$x" "$s" >"$BATS_TEST_TMPDIR/once"
			cmp <("$x" "$BATS_TEST_TMPDIR/once") "$BATS_TEST_TMPDIR/once" || fail "$x $s"
		done
	done
}

@test "exactness: the span of every record is its text" {
	for x in $(extractors); do
		for s in "$streams"/*.tdk; do
			"$x" "$s" >"$BATS_TEST_TMPDIR/out"
			run -0 jq -nRr '
				reduce (inputs | split("\t")) as $f ({line: "", bad: []};
					if ($f[0] | IN("title", "meta", "text", "caption", "byline", "note", "contact"))
					then .line = $f[-1]
					elif ($f[0] | IN("date", "unit", "place", "person", "role", "ref", "theme", "award"))
						and .line[($f[2] | tonumber):($f[3] | tonumber)] != $f[-1]
					then .bad += [$f] else . end)
				| .bad[] | @tsv' "$BATS_TEST_TMPDIR/out"
			# The stream of odd things has a record that lies: only its owner mends it.
			[ -z "$(grep -v '1999' <<<"$output")" ] || fail "$x $s: $output"
		done
	done
}

@test "locality: documents do not see each other" {
	for x in $(extractors); do
		cat "$streams"/*.tdk >"$BATS_TEST_TMPDIR/all"
		for s in "$streams"/*.tdk; do "$x" "$s"; done >"$BATS_TEST_TMPDIR/apart"
		cmp <("$x" "$BATS_TEST_TMPDIR/all") "$BATS_TEST_TMPDIR/apart" || fail "$x"
	done
	cmp <(cat "$streams"/all.tdk | tdk-json) <(tdk-json "$streams"/all.tdk)
}

@test "determinism: no locale, environment or chunk size in the result" {
	for x in $(tools); do
		in="$streams/all.tdk"
		case $x in
		tdk-strip) in="$root/tests/pages/dirty.txt" ;;
		tdk-html) in="$root/tests/html/drupal.html" ;;
		tdk-warc)
			in="$BATS_TEST_TMPDIR/a.warc"
			warc u "$root/tests/html/drupal.html" >"$in"
			;;
		esac
		"$x" - <"$in" >"$BATS_TEST_TMPDIR/want"
		cmp <(env -i PATH="$PATH" LC_ALL=C TZ=UTC "$x" <"$in") "$BATS_TEST_TMPDIR/want" || fail "$x in C"
		cmp <(env -i PATH="$PATH" LC_ALL=vi_VN.UTF-8 LANG=tr_TR TZ=Asia/Saigon "$x" <"$in") "$BATS_TEST_TMPDIR/want" || fail "$x in vi_VN"
		cmp <(dd if="$in" bs=7 2>/dev/null | "$x") "$BATS_TEST_TMPDIR/want" || fail "$x from short reads"
	done
}

@test "bounded memory: nothing grows with the number of documents" {
	[ -z "${ASAN_OPTIONS:-}" ] || skip 'sanitizers need memory of their own'
	tdk-strip "$root"/tests/pages/*.txt 2>/dev/null | tdk-date | tdk-units | tdk-people | tdk-refs | tdk-awards >"$BATS_TEST_TMPDIR/some"
	for x in $(extractors) tdk-json; do
		# 40 MB of stream in 30 MB of address space, the libraries among it.
		(
			ulimit -v 30000
			awk '{ line[NR] = $0 } END { for (i = 0; i < 1500; i++) for (k = 1; k <= NR; k++) print line[k] }' \
				"$BATS_TEST_TMPDIR/some" 2>/dev/null | "$x" >/dev/null
		) || fail "$x"
	done
}

@test "bounded memory: tdk-strip holds one page at a time" {
	[ -z "${ASAN_OPTIONS:-}" ] || skip 'sanitizers need memory of their own'
	(
		ulimit -v 30000
		for i in $(seq 2000); do cat "$root/tests/pages/cluster-review.txt"; printf '\0'; done | tdk-strip -0 >/dev/null
	)
}

@test "promptness: a document is written at its end, before more comes" {
	for x in $(extractors) tdk-json; do
		{ printf 'doc\t-\ntext\t1\tSáng 24/7/2020\nend\t-\n'; sleep 3; } | "$x" |
			{ read -r -t 2 line && [ -n "$line" ]; } || fail "$x"
	done
}

@test "promptness: raw text is written line by line" {
	for x in $(extractors); do
		{ echo 'Sáng 24/7/2020'; sleep 3; } | "$x" | { read -r -t 2 && read -r -t 2 line && [ -n "$line" ]; } || fail "$x"
	done
}

@test "promptness: tdk-strip -0 writes a page at its NUL" {
	{ cat "$root/tests/pages/cluster-review.txt"; printf '\0'; sleep 3; } | tdk-strip -0 |
		{ read -r -t 2 line && [ -n "$line" ]; }
}
