#!/usr/bin/env bats
# Units and people in sentences. unit_sentences.tsv: a sentence, its units by
# name with their parts; person_sentences.tsv: a sentence, its people with their
# parts, then the offices as written. Nothing after the TAB: none.

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
