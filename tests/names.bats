#!/usr/bin/env bats
# Units, people, documents, movements and awards in sentences. unit_sentences.tsv: a sentence, its units by
# name with their parts; person_sentences.tsv: a sentence, its people with their
# parts, then the offices as written; merit_sentences.tsv: a sentence, its documents,
# movements and awards, each with its fields. Nothing after the TAB: none.

load common

# One stream for all of a table; awk prints a line a sentence, in its form.
compare() {
	cd "$BATS_TEST_TMPDIR"
	{
		printf 'doc\tx\n'
		awk -F '\t' -v OFS='\t' '{ print "text", NR, $1 }' "$root/tests/$1"
		printf 'end\tx\n'
	} | tdk-units | tdk-people | awk -F '\t' -v what="$2" '
		function out() { if (text != "") print text "\t" found }
		$1 == "text" { out(); text = $3; found = "" }
		what == "unit" && $1 == "unit" { found = found (found ? "; " : "") $5 "=" $7 }
		what == "person" && $1 == "person" { found = found (found ? "; " : "") $5 "=" $7 }
		what == "person" && $1 == "role" { found = found "; " $8 }
		END { out() }' >got
	[ -s got ]
	run -0 diff "$root/tests/$1" got
}

@test "units in sentences" {
	compare unit_sentences.tsv unit
}

@test "people in sentences" {
	compare person_sentences.tsv person
}

@test "documents, movements and awards in sentences" {
	cd "$BATS_TEST_TMPDIR"
	{
		printf 'doc\tx\n'
		awk -F '\t' -v OFS='\t' '{ print "text", NR, $1 }' "$root/tests/merit_sentences.tsv"
		printf 'end\tx\n'
	} | tdk-refs | tdk-awards | awk -F '\t' '
		function out() { if (text != "") print text "\t" refs (refs && found ? "; " : "") found }
		$1 == "text" { out(); text = $3; found = refs = "" }
		$1 ~ /^(ref|theme|award)$/ {
			r = $1 ": " $NF
			for (i = 5; i < NF; i++) r = r " | " $i
			found = found (found ? "; " : "") r
		}
		END { out() }' >got
	# the records of a line stand in no order
	norm() { awk -F '\t' '{ n = split($2, a, /; /); for (i = 1; i <= n; i++) for (j = i + 1; j <= n; j++) if (a[j] < a[i]) { t = a[i]; a[i] = a[j]; a[j] = t }
		s = ""; for (i = 1; i <= n; i++) s = s a[i] "; "; print $1 "\t" s }' "$1"; }
	run -0 diff <(norm "$root/tests/merit_sentences.tsv") <(norm got)
}

@test "names of one's own: found, written out, longest first; a bad row is named" {
	cd "$BATS_TEST_TMPDIR"
	printf '# own names\n\nBQLCKCN\tstate\tBan Quản lý các khu công nghiệp\nSở Nội vụ và Lao động\tstate\t\nTrưởng làng nghề\trole\t\nZơ Râm\tsurname\t\n' >own.tsv
	got=$(echo 'BQLCKCN, Sở Nội vụ và Lao động, Sở Nội vụ.' | tdk-units -o -d own.tsv | cut -f 5 | paste -sd';')
	[ "$got" = 'Ban Quản lý các khu công nghiệp;Sở Nội vụ và Lao động;Sở Nội vụ' ] || fail "$got"
	got=$(echo 'Trưởng làng nghề Zơ Râm Nhứt dự; Giám đốc BQLCKCN Lê Văn Nam nói.' | tdk-people -o --dictionary=own.tsv | cut -f 2,5 | paste -sd';')
	[ "$got" = "Zơ Râm Nhứt${TAB}Trưởng làng nghề;Lê Văn Nam${TAB}Giám đốc BQLCKCN" ] || fail "$got"
	[ -z "$(echo BQLCKCN | tdk-units -o)" ]
	printf 'a\tb\n' >two.tsv
	printf '\tstate\t\n' >empty.tsv
	printf 'x\tkind-of-nothing\t\n' >tag.tsv
	printf 'x\tstate\t\nx\tparty\t\n' >twice.tsv
	for f in two.tsv:1 empty.tsv:1 tag.tsv:1 twice.tsv:2; do
		for x in tdk-units tdk-people; do
			run -2 --separate-stderr "$x" -d "${f%:*}" own.tsv
			[[ $stderr == "$x: $f: "* ]] && [ -z "$output" ] || fail "$x $f: $stderr"
		done
	done
	run -2 --separate-stderr tdk-units -d missing.tsv own.tsv
	[[ $stderr == "tdk-units: missing.tsv: "* ]]
	head -c 100000 /dev/urandom >noise.tsv
	run -2 --separate-stderr tdk-units -d noise.tsv own.tsv
}
