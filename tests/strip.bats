#!/usr/bin/env bats
# tdk-strip on pages in the shapes that real ones have. A file of tests/strip is a
# page with the kind that each line must get before it and a TAB: "+" where the
# line goes on the one above, "a+b" where one line becomes two.

load common

setup() { cd "$BATS_TEST_TMPDIR"; }

# LINE and KIND of every line of the page on standard input.
kinds_of() { tdk-strip -a "$@" | awk -F '\t' '$1 != "doc" && $1 != "end" { print $2, $1 }'; }
wanted() { awk -F '\t' '$1 != "" && $1 != "+" { n = split($1, k, "+"); for (i = 1; i <= n; i++) print NR, k[i] }' "$1"; }

@test "every line of every page gets its kind" {
	for p in "$root"/tests/strip/*.tsv; do
		cut -f 2- "$p" >page
		diff <(wanted "$p") <(kinds_of page) || fail "${p##*/}"
	done
}

@test "the same with CRLF, decomposed letters, odd spaces" {
	for p in "$root"/tests/strip/*.tsv; do
		cut -f 2- "$p" | sed 's/$/\r/; s/  */\xc2\xa0 /3' >page
		diff <(wanted "$p") <(kinds_of page) || fail "${p##*/}"
	done
}

@test "nothing is lost: with -a all words of the page are there, in order" {
	for p in "$root"/tests/strip/*.tsv $(pages); do
		if [[ $p == *.tsv ]]; then cut -f 2- "$p" >page; else tr -d '\000' <"$p" >page; fi
		case $p in *dirty* | *lynx*) continue ;; esac # cleaned and unmarked on purpose
		tdk-strip -a page | awk -F '\t' '$1 != "doc" && $1 != "end" { print $NF }' | tr -d ' \n' >got
		sed 's/\xc2\xa0/ /g; s/\xc2\xad//g' page | tr -d ' \t\r\n' >want
		cmp got want || fail "${p##*/}"
	done
}

@test "names and dates are not cut by the line ends of wrapped text" {
	for p in lynx-dump pdf-text; do
		cut -f 2- "$root/tests/strip/$p.tsv" | tdk-strip | tdk-people -o | grep -q "Hà Thị Nga$TAB" || fail "$p"
	done
}

@test "encodings are found out, said, and read right" {
	cut -f 2- "$root/tests/strip/drupal-default.tsv" >page
	tdk-strip - <page | tail -n +2 >want
	for e in UTF-16 VISCII WINDOWS-1258; do
		iconv -f UTF-8 -t $e page >coded
		run --separate-stderr -0 tdk-strip - <coded
		[ "$(tail -n +2 <<<"$output")" = "$(cat want)" ] || fail "$e"
		[[ $stderr == *"not UTF-8: read as $e" ]] || fail "$e: $stderr"
		cmp <(tdk-strip -f $e - <coded | tail -n +2) want || fail "-f $e"
	done
	iconv -f UTF-8 -t TCVN5712-1 page >coded
	cmp <(tdk-strip - <coded 2>/dev/null | tail -n +2) want
	cmp <(tdk-strip -f tcvn3 - <coded | tail -n +2) want
	run -2 tdk-strip -f no-such-encoding page
}

@test "letters that a reader of PDF left in TCVN3 are mended, signs and dashes are not" {
	printf 'Vận động đoμn viên phát huy sáng kiến, đ−ợc đổi mới về tổ chức, nội dung vμ ph−ơng thức; Công đoμn B−u điện tổng kết phong trμo thi đua của ®oàn viên, thuốc Abc® cỡ 5 μm, 4 − 2.\n' >pdf
	run --separate-stderr -0 tdk-strip -t pdf
	[ "$output" = 'Vận động đoàn viên phát huy sáng kiến, được đổi mới về tổ chức, nội dung và phương thức; Công đoàn Bưu điện tổng kết phong trào thi đua của đoàn viên, thuốc Abc® cỡ 5 μm, 4 − 2.' ] || fail "$output"
	[[ $stderr == *TCVN3* ]]
	printf 'Các tuyến Nam−Bắc, Hà Nội−Hải Phòng, Đông−Tây, Bắc−Trung được khánh thành ngày hôm qua tại thủ đô, rộng 5 μm.\n' >dashes
	run --separate-stderr -0 tdk-strip -t dashes
	[ "$output$stderr" = "$(cat dashes)" ]
}

@test "VNI: as bytes, and as letters" {
	printf 'Khoái thi ñua soá 2 kyù keát giao öôùc thi ñua naêm 2022\n\n%s\n' \
		'Saùng 14/2, Khoái thi ñua soá 2 toå chöùc hoäi nghò kyù keát giao öôùc thi ñua naêm 2022, vôùi söï tham döï cuûa 07 ñôn vò thaønh vieân.' >vni
	want='Khối thi đua số 2 ký kết giao ước thi đua năm 2022'
	[ "$(tdk-strip vni 2>/dev/null | grep ^title | cut -f 3)" = "$want" ]
	[ "$(iconv -f UTF-8 -t ISO-8859-1 vni | tdk-strip 2>/dev/null | grep ^title | cut -f 3)" = "$want" ]
}

@test "wrongly decoded text is mended, and that is said" {
	printf 'Khối thi đua số 2 ký kết giao ước thi đua năm 2022\n%s\n' \
		'Sáng 14/2, Khối thi đua số 2 tổ chức hội nghị ký kết giao ước thi đua năm 2022, với sự tham dự của 07 đơn vị.' >page
	tdk-strip - <page | tail -n +2 >want
	LC_ALL=C iconv -f ISO-8859-1 -t UTF-8 <page >twice
	run --separate-stderr -0 tdk-strip - <twice
	[ "$(tail -n +2 <<<"$output")" = "$(cat want)" ] || fail "$output"
	[[ $stderr == *"letters of another encoding"* ]]
}

@test "character references are decoded, once" {
	printf 'H&#7897;i ngh&#x1ecb; t&#7893;ng k&ecirc;t&nbsp;&amp;amp; &quot;A&quot; &unknown; &#0; &#27;[31m\n' >page
	[ "$(tdk-strip -a page | sed -n 2p | cut -f 4)" = 'Hội nghị tổng kêt &amp; "A" &unknown; &#0; &#27;[31m' ]
}

@test "a page without an article gives an empty document" {
	for p in listing menu-only; do
		[ "$(cut -f 2- "$root/tests/strip/$p.tsv" | tdk-strip | wc -l)" = 2 ] || fail "$p"
	done
}

@test "a mark before the title is none of its words" {
	printf '%s\n' '• Khối thi đua số 2 ký kết giao ước năm 2012' 'Thứ Hai, 05/03/2012 08:30' \
		'Ngày 02/3/2012, Khối thi đua số 2 tổ chức hội nghị ký kết giao ước thi đua năm 2012 với sự tham dự của chín đơn vị trong khối.' >page
	[ "$(tdk-strip page | grep '^title')" = 'title	1	Khối thi đua số 2 ký kết giao ước năm 2012' ]
}
