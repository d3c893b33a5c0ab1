#!/usr/bin/env bats
# Parts of lib by themselves.

load common

compile() {
	${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L ${SANITIZE:-} -I"$root/lib" -o "$BATS_TEST_TMPDIR/t" "$root/tests/c/$1.c" \
		"$root/lib/libtdk.a" ${PCRE2_LIBS:--lpcre2-8} ${UNISTRING_LIBS:--lunistring}
}

setup() {
	cd "$BATS_TEST_TMPDIR"
	[ -f "$root/lib/libtdk.a" ] || skip 'not built here'
	[ -z "${ASAN_OPTIONS:-}" ] || SANITIZE=-fsanitize=address,undefined
}

@test "text: composition, small letters and cleaning agree with libunistring" {
	compile text
	run -0 "$BATS_TEST_TMPDIR/t"
	[ -z "$output" ] || fail "$output"
}

@test "vector code does what its plain twin does" {
	compile twins
	run -0 "$BATS_TEST_TMPDIR/t"
	[ -z "$output" ] || fail "$output"
}

@test "what is made is given back, and can be made again" {
	compile lifetimes
	printf 'doc\tx\ntext\t1\tCụm thi đua số 1 họp sáng 24/7/2020\ndate\t1\t21\t35\t2020-07-24\tevent\tsáng 24/7/2020\nend\tx\n' >s.tdk
	run -0 --separate-stderr "$BATS_TEST_TMPDIR/t" s.tdk s.tdk
	[ "${#lines[@]}" = 2 ] && [ "${lines[0]}" = "${lines[1]}" ] && [[ ${lines[0]} != 0* ]] || fail "$output"
	command -v valgrind >/dev/null && [ -z "${ASAN_OPTIONS:-}" ] || return 0
	run -0 valgrind -q --error-exitcode=9 --leak-check=full "$BATS_TEST_TMPDIR/t" s.tdk
}

@test "patterns: the tools have them all, compiled" {
	compile patterns
	run -0 "$BATS_TEST_TMPDIR/t"
	[ -z "$output" ] || fail "$output"
}

@test "patterns: where there are none they are compiled, and find the same" {
	make_streams
	printf '#include "pattern.h"\nconst struct pattern patterns[] = { { 0, NULL } };\n' >none.c
	for x in tdk-strip tdk-date tdk-people tdk-refs; do
		${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -DTDK_VERSION='"0"' ${SANITIZE:-} -I"$root/lib" -o "$x" "$root/cmd/$x.c" none.c \
			"$root/lib/libtdk.a" ${PCRE2_LIBS:--lpcre2-8} ${UNISTRING_LIBS:--lunistring}
		f=$streams/all.tdk
		[ $x != tdk-strip ] || f=$root/tests/pages/dirty.txt
		cmp <("./$x" "$f") <("$x" "$f") || fail "$x"
	done
}

@test "date: every form of the table reads its example" {
	compile forms
	"$BATS_TEST_TMPDIR/t" >forms
	[ "$(wc -l <forms)" -gt 20 ]
	while IFS=$TAB read -r name example value; do
		got=$(printf 'Việc này làm %s nhé\n' "$example" | tdk-date -o | cut -f 5)
		[ "$got" = "$value" ] || fail "$name: $example: '$got', not '$value'"
	done <forms
}

@test "date: all days of 1945 to 2035, in every form of a day, there and back" {
	awk 'BEGIN {
		split("31 28 31 30 31 30 31 31 30 31 30 31", days, " ")
		for (y = 1945; y <= 2035; y++) for (m = 1; m <= 12; m++) {
			n = days[m] + (m == 2 && y % 4 == 0 && (y % 100 || y % 400 == 0))
			for (d = 1; d <= n; d++) {
				iso = sprintf("%04d-%02d-%02d", y, m, d)
				printf "ngày %d/%d/%d\t%s\n", d, m, y, iso
				printf "Ngày %02d-%02d-%d\t%s\n", d, m, y, iso
				printf "sáng %d.%d.%d\t%s\n", d, m, y, iso
				printf "ngày %d tháng %d năm %d\t%s\n", d, m, y, iso
				printf "%d Tháng %d, %d\t%s\n", d, m, y, iso
				printf "chiều ngày %d/%d năm %d\t%s\n", d, m, y, iso
				printf "%d / %d / %d\t%s\n", d, m, y, iso
				printf "%s\t%s\n", iso, iso
			}
		}
	}' >all
	cut -f 1 all | tdk-date -o | cut -f 5 >got
	cut -f 2 all | diff - got | head -n 5 >bad || true
	[ ! -s bad ] || fail "$(cat bad)"
}

@test "date: days that are none" {
	for d in 31/02/2020 29/02/2019 31/4/2021 0/5/2020 12/0/2020 32/1/2020 29/2/2100; do
		[ -z "$(echo "họp ngày $d nhé" | tdk-date -o)" ] || fail "$d"
	done
}

@test "date: digits at random give no invalid value" {
	awk 'BEGIN { srand(7)
		s = "0123456789/-. :,()tn"
		for (i = 0; i < 100000; i++) {
			l = ""
			n = 1 + int(rand() * 30)
			for (k = 0; k < n; k++) l = l substr(s, 1 + int(rand() * length(s)), 1)
			print "ngày " l
		}
	}' | tdk-date -o | cut -f 5 | tr / '\n' | sed 's/T.*//' | sort -u >values
	[ -s values ]
	awk -F - '
		$1 !~ /^(XXXX|1[89][0-9][0-9]|20[0-9][0-9])$/ || NF > 3 { print; next }
		NF > 1 && ($2 + 0 < 1 || $2 + 0 > 12) { print; next }
		NF > 2 {
			split("31 29 31 30 31 30 31 31 30 31 30 31", days, " ")
			n = days[$2 + 0]
			if ($2 == "02" && $1 != "XXXX" && !($1 % 4 == 0 && ($1 % 100 || $1 % 400 == 0))) n = 28
			if ($3 + 0 < 1 || $3 + 0 > n) print
		}' values >bad
	[ ! -s bad ] || fail "$(cat bad)"
}
