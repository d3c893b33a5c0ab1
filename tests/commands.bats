#!/usr/bin/env bats
# The contract of the command line, over every tool.

load common

setup_file() { load common; make_streams; export streams; }
setup() { cd "$BATS_TEST_TMPDIR"; cp "$root/tests/pages/cluster-review.txt" page.txt; tdk-strip page.txt >s.tdk; tdk-date s.tdk >d.tdk; cp "$root/tests/html/wordpress.html" page.html; warc https://a.vn/page.html page.html >a.warc; }

# A good input for a tool.
input() { case $1 in tdk-strip) echo page.txt ;; tdk-html) echo page.html ;; tdk-warc) echo a.warc ;; tdk-show) echo d.tdk ;; *) echo s.tdk ;; esac; }

@test "--help and -h: standard output, status 0, usage first" {
	for x in $(tools); do
		run -0 --separate-stderr "$x" --help
		[[ $output == "usage: $x "* ]] && [ -z "$stderr" ] || fail "$x"
		[ "$("$x" -h)" = "$output" ] || fail "$x"
	done
	run -0 tdk --help
	[[ $output == "usage: tdk "* ]]
}

@test "--help agrees with the SYNOPSIS of the man page" {
	command -v mandoc >/dev/null || skip 'no mandoc'
	for x in $(tools) tdk; do
		want=$(mandoc -T ascii "$root/man/$x.1" | sed "s/.$(printf '\b')//g" | sed -n '/^SYNOPSIS/,/^DESCRIPTION/p' | sed '1d;$d' | tr -s ' \n' ' ')
		got=$("$x" --help | sed -n 's/^usage://p')
		[ "$want" = "$got " ] || [ "$want" = "$got" ] || fail "$x: '$want' '$got'"
	done
}

@test "every option of --help is in the man page" {
	for x in $(tools) tdk; do
		for o in $("$x" --help | sed -n 's/^  -\(.\), --\([a-z-]*\).*/\1:\2/p'); do
			grep -q "^\.It Fl ${o%%:*} , -${o#*:}" "$root/man/$x.1" || fail "$x: $o"
		done
	done
}

@test "--version and -V" {
	for x in $(tools) tdk; do
		run -0 --separate-stderr "$x" --version
		[[ $output == "$x (tdk) "[0-9]* || $x = tdk ]] && [ -z "$stderr" ] || fail "$x: $output"
		[ "$("$x" -V)" = "$output" ] || fail "$x"
	done
}

@test "an unknown option: a message, a hint, status 2, nothing on standard output" {
	for x in $(tools); do
		for o in -Z --no-such-option -eZ --exit-statusx; do
			run -2 --separate-stderr "$x" $o "$(input "$x")"
			[ -z "$output" ] && [[ $stderr == "$x: unknown option: "*"--help"* ]] || fail "$x $o: $stderr"
		done
		run -2 --separate-stderr "$x" --header=yes
		[[ $stderr == *"takes no argument"* ]] || fail "$x"
	done
	run -2 --separate-stderr tdk-date -r
	[[ $stderr == *"needs an argument"* ]]
	run -2 --separate-stderr tdk-date --reference
	[[ $stderr == *"needs an argument"* ]]
	run -2 --separate-stderr tdk-date -r 2020-13-45
	run -2 tdk -Z
}

@test "options: groups, attached arguments, unambiguous beginnings, --" {
	for x in $(tools); do
		f=$(input "$x")
		[ "$("$x" -oH "$f")" = "$("$x" --only --header "$f")" ] || fail "$x"
		[ "$("$x" --on --he "$f" 2>&1)" = "$("$x" -oH "$f")" ] || [[ $("$x" --he 2>&1) == *ambiguous* ]] || fail "$x"
		cp "$f" ./-e
		[ "$("$x" -- -e | wc -l)" = "$("$x" "$f" | wc -l)" ] || fail "$x --"
		rm ./-e
	done
	a=$(echo 'ngày 20/12' | tdk-date -o -r2021-01-12)
	[ "$a" = "$(echo 'ngày 20/12' | tdk-date -o --reference 2021-01-12)" ]
	[ "$a" = "$(echo 'ngày 20/12' | tdk-date -o --reference=2021-01-12)" ]
}

@test "no operand and - are standard input" {
	for x in $(tools); do
		f=$(input "$x")
		[ "$("$x" <"$f")" = "$("$x" - <"$f")" ] || fail "$x"
	done
}

@test "a missing file: a message, the rest goes on, status 2" {
	for x in $(tools); do
		f=$(input "$x")
		"$x" "$f" "$f" >want
		run -2 --separate-stderr "$x" "$f" no-such-file "$f"
		[ "$output" = "$(cat want)" ] || fail "$x: output"
		[ "$stderr" = "$x: no-such-file: open: No such file or directory" ] || fail "$x: $stderr"
	done
	run -2 --separate-stderr tdk no-such-file page.txt
	[ "$(jq -r .id <<<"$output")" = page.txt ]
}

@test "a directory: a message, the rest goes on, status 2" {
	mkdir d
	for x in $(tools); do
		f=$(input "$x")
		run -2 --separate-stderr "$x" d "$f"
		[ "$stderr" = "$x: d: read: Is a directory" ] || fail "$x: $stderr"
		[[ $output == *"$("$x" "$f")"* ]] || fail "$x"
	done
}

@test "control characters in a file name do not reach the terminal" {
	run -2 --separate-stderr tdk-date $'no\e[31m\nsuch'
	[[ $stderr != *$'\e'* ]]
	cp page.txt $'odd\e[31m%\n.txt'
	tdk-strip $'odd\e[31m%\n.txt' | head -n 1 >first
	[ "$(cat first)" = "doc${TAB}odd%1B[31m%25%0A.txt" ]
}

@test "empty input" {
	: >empty
	for x in $(extractors) tdk-json; do
		run -0 --separate-stderr "$x" empty
		[ -z "$output$stderr" ] || fail "$x"
		run -1 "$x" -e empty
	done
	[ "$(tdk-strip empty)" = "doc${TAB}empty"$'\n'"end${TAB}empty" ]
	run -1 tdk-strip -e empty
}

@test "exit status 1 only with -e" {
	echo 'không có gì' >nothing
	for x in $(extractors); do
		run -0 "$x" nothing
		run -1 "$x" -e nothing
		run -0 "$x" -e s.tdk
	done
}

@test "-o: a table with the ID first; -H: its column names" {
	for x in $(tools); do
		f=$(input "$x")
		"$x" -oH "$f" >t
		[ "$(head -n 1 t | cut -f 1)" = id ] || fail "$x"
		[ "$(tail -n +2 t)" = "$("$x" -o "$f")" ] || fail "$x"
		n=$(head -n 1 t | awk -F '\t' '{ print NF }')
		awk -F '\t' -v n="$n" 'NF != n || (NR > 1 && $1 !~ /page\.(txt|html)$/) { exit 1 }' t || fail "$x"
		[ "$(wc -l <t)" -gt 1 ] || fail "$x"
	done
}

@test "no newline at the end, CRLF, BOM" {
	printf 'Ngày 21/7/2020' >a
	printf '\xef\xbb\xbfNgày 21/7/2020\r\n' >b
	for x in $(extractors); do
		[ "$("$x" <a)" = "$("$x" <b)" ] || fail "$x"
	done
	printf 'doc\t-\ntext\t1\tngày 21/7/2020\nend\t-' >c
	[ "$(tdk-date c | tail -n 1)" = "end${TAB}-" ]
	sed 's/$/\r/' page.txt >crlf.txt
	cmp <(tdk-strip <page.txt) <(tdk-strip <crlf.txt)
	printf '\xef\xbb\xbf' | cat - page.txt >bom.txt
	cmp <(tdk-strip <page.txt) <(tdk-strip <bom.txt)
}

@test "NUL, controls and invalid UTF-8 in raw text" {
	printf 'Ngày\0 21/7/2020 \xff\xc3 \x1b[31mđỏ\x1b[0m \x07\xc2\x9bm\xe2\x80\xae x\n' >raw
	for x in $(extractors); do
		"$x" raw >out
		iconv -f UTF-8 -t UTF-8 out >/dev/null || fail "$x"
		! LC_ALL=C grep -q $'[\x01-\x08\x0b-\x1f\x7f]' out || fail "$x"
		grep -q '^text' out || fail "$x"
	done
	[ "$(tdk-date raw | sed -n 2p)" = "text${TAB}1${TAB}Ngày 21/7/2020 �� đỏ m x" ]
}

@test "a stream with invalid UTF-8 passes through as it is" {
	printf 'doc\t-\ntext\t1\tab\xff ngày 21/7/2020 \xc3\nend\t-\n' >bad
	for x in $(extractors); do
		cmp <("$x" bad | without_own "$x") bad || fail "$x"
	done
	tdk-date bad | tdk-units | tdk-people | tdk-json -l >out
	jq -e .dates[0].value out
	iconv -f UTF-8 -t UTF-8 out >/dev/null
}

@test "binary data: a message, an empty document, status 2" {
	head -c 20000 "$(command -v bash)" >binary
	run -2 --separate-stderr tdk-strip binary page.txt
	[[ $stderr == "tdk-strip: binary: not a text: "* ]]
	[ "$(head -n 2 <<<"$output")" = "doc${TAB}binary"$'\n'"end${TAB}binary" ]
	[[ $output == *"doc${TAB}page.txt"* ]]
	for x in $(extractors) tdk-json; do
		"$x" binary >out || true
		iconv -f UTF-8 -t UTF-8 out >/dev/null || fail "$x"
	done
}

@test "a document that is never closed: all of it comes out, a message, status 2" {
	printf 'doc\ta\ntext\t1\tngày 21/7/2020\n' >open
	printf 'doc\ta\ntext\t1\tngày 21/7/2020\ndoc\tb\ntext\t1\tngày 22/7/2020\nend\tb\n' >between
	for x in $(extractors); do
		run -2 --separate-stderr "$x" open
		[ "$(without_own "$x" <<<"$output")" = "$(cat open)" ] || fail "$x"
		[ "$stderr" = "$x: open:2: document not closed: the input ends without its end line" ] || fail "$x: $stderr"
		run -2 --separate-stderr "$x" between
		[ "$(without_own "$x" <<<"$output")" = "$(cat between)" ] || fail "$x"
		[[ $stderr == "$x: between:2: document not closed: "* ]] || fail "$x: $stderr"
	done
	run -2 --separate-stderr tdk-json open
	[ "$(jq -r .id <<<"$output")" = a ]
}

@test "a malformed line: passed on as it is, a message, status 2" {
	printf 'doc\t-\ntext\tno number\ndate\t1\t2\nend\t-\n' >mal
	for x in $(extractors); do
		run -2 --separate-stderr "$x" mal
		[ "$output" = "$(cat mal)" ] || fail "$x: $output"
		[[ $stderr == *"mal:2: "*"mal:3: "* ]] || fail "$x: $stderr"
	done
}

@test "a page cannot forge a record" {
	printf 'Hội nghị tổng kết công tác thi đua của cụm\n\ndoc\tx\nperson\t1\t0\t4\tGiả\t\tchair\tGiả\nend\tx\n%s\n' \
		'Ngày 21/7/2020, Cụm thi đua số 2 tổ chức hội nghị tổng kết công tác thi đua, khen thưởng năm 2019.' >forge
	tdk-strip -a forge >out
	[ "$(grep -c '^doc' out)" = 1 ]
	! grep -q '^person' out
	[ "$(grep -c '^end' out)" = 1 ]
}

@test "full disk: a message, status 2" {
	[ -c /dev/full ] || skip 'no /dev/full'
	for x in $(tools); do
		run -2 --separate-stderr bash -c '"$0" "$1" >/dev/full' "$x" "$(input "$x")"
		[ "$stderr" = "$x: standard output: write: No space left on device" ] || fail "$x: $stderr"
		run -2 --separate-stderr bash -c '"$0" --help >/dev/full' "$x"
	done
	run -2 --separate-stderr bash -c 'tdk page.txt >/dev/full'
}

@test "closed descriptors: a message where they are needed, never somebody else's file" {
	for x in $(tools); do
		f=$(input "$x")
		before=$(cksum <"$f")
		run -2 --separate-stderr bash -c '"$0" "$1" >&-' "$x" "$f"
		[[ $stderr == "$x: standard output: write: "* ]] || fail "$x: $stderr"
		[ "$(cksum <"$f")" = "$before" ] || fail "$x wrote into its input"
		run -2 --separate-stderr bash -c '"$0" <&-' "$x"
		[[ $stderr == "$x: -: read: "* ]] || fail "$x: $stderr"
	done
}

@test "the reader goes away: the tool ends quietly" {
	for x in $(tools); do
		f=big
		for i in $(seq 300); do cat "$(input "$x")"; done >big
		run -0 --separate-stderr bash -c '"$0" "$1" | head -n 1' "$x" $f
		[ -z "$stderr" ] || fail "$x: $stderr"
		run -0 --separate-stderr bash -c 'trap "" PIPE; { "$0" "$1"; } | head -n 1; exit ${PIPESTATUS[0]}' "$x" $f
		[ -z "$stderr" ] || fail "$x: $stderr"
	done
}

@test "a line of 100 MB is processed" {
	[ -z "${ASAN_OPTIONS:-}" ] || skip 'too slow with sanitizers'
	{
		printf 'doc\t-\ntext\t1\t'
		yes 'ngày 21/7/2020 Sở Nội vụ tỉnh Hà Nam họp;' | head -c 100000000 | tr '\n' ' '
		printf '\nend\t-\n'
	} >long
	for x in $(extractors); do
		"$x" long >out || fail "$x: status $?"
		cmp <(without_own "$x" <out) long || fail "$x"
	done
	rm -f long out
}

@test "output is never printed twice, nor half a line, when a file fails in between" {
	for x in $(extractors); do
		"$x" s.tdk . s.tdk >out 2>/dev/null || true
		[ "$(grep -c '^doc' out)" = 2 ] && [ "$(grep -c '^end' out)" = 2 ] || fail "$x"
	done
}

@test "tdk: one valid object a page, in order, from files or standard input" {
	run -0 --separate-stderr tdk page.txt "$root/tests/pages/newspaper.txt"
	[ "$(jq -r .id <<<"$output" | sed 's/.*\///')" = "page.txt"$'\n'"newspaper.txt" ]
	[ "$(tdk <page.txt | jq -r .id)" = - ]
	cmp <(tdk page.txt) <(tdk-strip page.txt | tdk-date | tdk-units | tdk-people | tdk-refs | tdk-awards | tdk-json)
	tdk -pl page.txt | jq -e '.lines | length > 3'
}

@test "tdk-json: records of a line in any order, and two lines of one number, give the same people" {
	tdk-strip "$root"/tests/pages/*.txt 2>/dev/null | tdk-date | tdk-units | tdk-people >all || true
	# each line's records the other way round
	awk -F '\t' '
		function out(  i) { for (i = n; i > 0; i--) print rec[i]; n = 0 }
		$1 ~ /^(date|unit|place|person|role)$/ { rec[++n] = $0; next }
		{ out(); print }
		END { out() }' all >turned
	people() { tdk-json "$1" | jq -c '.id, (.people | map({name, roles: (.roles | map(.text) | sort)}) | sort)'; }
	diff <(people all) <(people turned)
	printf 'doc\tx\ntext\t1\tÔng Lê Văn An, Giám đốc Sở Nội vụ, chủ trì.\ntext\t1\tÔng Vũ Văn Bình, Giám đốc Sở Y tế, nói.\nend\tx\n' >two
	got=$(tdk-people two | tdk-json | jq -r '.people[] | .name + ": " + .roles[].text')
	[ "$got" = "Lê Văn An: Giám đốc Sở Nội vụ"$'\n'"Vũ Văn Bình: Giám đốc Sở Y tế" ] || fail "$got"
}

@test "hostile lines of awards and documents: no failure, and time in proportion" {
	for s in 'tặng Bằng khen cho ông V. A' 'Cờ "' 'Kỷ niệm chương -b' '"' '“' 'phong trào "' 'trao Huy chương cho bà L' \
		'Luật năm 20035' 'Quyết định số 1/QĐ-A ngày 31/2/2020 của'; do
		for n in 0 30 60 61 62 63 64; do
			printf '%*s %s\n' "$n" '' "$s" | tr ' ' ' ' >in
			tdk-refs in | tdk-awards >out || fail "$s"
			awk -F '\t' '$1 ~ /^(ref|theme|award)$/ && $3 >= $4 { exit 1 }' out || fail "$s"
		done
	done
	# a verb that stands above its list, as far as it is looked for and farther
	for n in $(seq 30 44); do
		printf '%s%s\n' "$(yes 'abc ' | head -n "$n" | tr -d '\n')" 'được tặng thưởng: Bằng khen; Giấy khen; Giấy khen cho Sở Y tế.' >in
		[ "$(tdk-awards -o in | cut -f 7 | sort -u | paste -s)" = $'\tSở Y tế' ] || fail "$n"
	done
	for s in 'Bằng khen ' '3 tập thể và ' 'UBND tỉnh tặng Bằng khen, ' 'phong trào “' 'số 1/QĐ-A, ' 'tặng Bằng khen cho 3 tập thể, '; do
		yes "$s" | tr -d '\n' | head -c 400000 >in
		for x in tdk-refs tdk-awards; do timeout 20 "$x" in >out || fail "$x: $s"; done
	done
}

@test "what is dropped leaves no mark behind" {
	printf 'Nguy\x7f\xcc\x82n va\xc2\xad\xcc\x81\n' | tdk-date | sed -n 2p | cut -f 3 >out
	[ "$(cat out)" = 'Nguŷn vá' ] || fail "$(cat out)"
}

@test "-e asks for anything found, whatever -o shows" {
	printf 'doc\tx\ntext\t1\tTỉnh Hà Giang.\nend\tx\n' >p.tdk
	run -0 tdk-units -e p.tdk
	run -0 tdk-units -oe p.tdk
	run -1 tdk-people -oe p.tdk
}

@test "a day for -r is a day and nothing more" {
	for d in 2020-07-25junk 2020-7-25 2020-07 25/7/2020 X020-07-25 2020-07-25T08; do
		run -2 --separate-stderr tdk-date -r "$d" </dev/null
		[ -n "$stderr" ] || fail "$d"
	done
	run -0 tdk-date -r 2020-07-25 </dev/null
}

@test "bytes that are no UTF-8 are counted and said, once a file" {
	printf 'Ng\xe0y 21/7/2020 \xff m\xe1\n' >bad.txt
	run -0 --separate-stderr tdk-date bad.txt
	[ "$stderr" = 'tdk-date: bad.txt: 3 bytes are no UTF-8: U+FFFD stands for each' ]
	# half a surrogate pair does not turn what follows into other letters
	{ printf '\xff\xfe'; printf 'Hội nghị' | iconv -f UTF-8 -t UTF-16LE; printf '\x00\xd8'; printf ' tổng kết' | iconv -f UTF-8 -t UTF-16LE; } >half.txt
	tdk-strip -a half.txt 2>/dev/null | grep -q 'Hội nghị.* tổng kết'
}

@test "the name of an event is what the sentence of its day calls it" {
	name() { printf 'doc\tx\ntitle\t1\tXã Vân Lộc thi đua\ntext\t2\t%s\nend\tx\n' "$1" | tdk-date | tdk-json | jq -r .event.name; }

	run -0 name 'Ngày 5/1/2022, Cụm thi đua số 3 tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng năm 2021, triển khai nhiệm vụ năm 2022, với sự tham dự của các đơn vị.'
	[ "$output" = 'Hội nghị tổng kết công tác thi đua, khen thưởng năm 2021, triển khai nhiệm vụ năm 2022' ]
	run -0 name 'Lễ ký kết giao ước thi đua giữa các hợp tác xã diễn ra ngày 5/1/2022.'
	[ "$output" = 'Lễ ký kết giao ước thi đua' ]
	run -0 name 'Ngày 5/1/2022, nhiều hộ dân đã tới dự. Tại hội nghị, ông A phát biểu về kết quả.'
	[ "$output" = 'Xã Vân Lộc thi đua' ]
	# what is held may be said by a verb; no name runs out of the quotes that it stands in
	run -0 name 'Chiều nay (5/1/2022), Sở Nội vụ tổ chức sơ kết công tác thi đua, khen thưởng năm 2021 trong không khí phấn khởi.'
	[ "$output" = 'sơ kết công tác thi đua, khen thưởng năm 2021' ]
	run -0 name 'Ngày 5/1/2022, xã trao giải cuộc thi "Tìm hiểu truyền thống và Đại hội Hội Cựu chiến binh xã". Cuộc thi có 50 bài.'
	[ "$output" = 'Xã Vân Lộc thi đua' ]
	run -0 name 'UBND xã Vân Lộc vừa tổ chức Hội nghị biểu dương người cao tuổi, hội viên tiêu biểu, với 100 đại biểu.'
	[ "$output" = 'Hội nghị biểu dương người cao tuổi' ]
	[ "$(printf 'doc\tx\ntext\t1\tChiều nay (5/1/2022), Sở Nội vụ họp.\nend\tx\n' | tdk-date | tdk-json | jq -r .event.session)" = afternoon ]
	run -0 name 'Sáng 5/1/2022, Sở Y tế tổ chức hội thao chào mừng Đại hội Đảng bộ các cơ quan tỉnh.'
	[ "$output" = 'Xã Vân Lộc thi đua' ]
	# the act of a cluster, where nothing else has a name
	run -0 name 'Sáng 5/1/2022, Cụm thi đua số 3 tổ chức ký giao ước thi đua năm 2022.'
	[ "$output" = 'ký giao ước thi đua năm 2022' ]
	run -0 name 'Sáng 5/1/2022, Khối thi đua số 3 họp tổng kết công tác thi đua năm 2021 tại huyện.'
	[ "$output" = 'họp tổng kết công tác thi đua năm 2021' ]
	unit_name() { printf 'doc\tx\ntitle\t1\tXã thi đua\ntext\t2\t%s\nend\tx\n' "$1" | tdk-date | tdk-units | tdk-json | jq -r "$2"; }
	[ "$(unit_name 'Sáng 5/1/2022, Cụm thi đua số 3 đã sơ kết phong trào thi đua năm 2021.' .event.name)" = 'sơ kết phong trào thi đua năm 2021' ]
	[ "$(unit_name 'Ngày 5/1/2022, Sở hướng dẫn tổng kết phong trào thi đua năm 2021.' .event.name)" = 'Xã thi đua' ]
	[ "$(unit_name 'Sáng 5/1/2022, tại Sở Y tế (Khối trưởng), Khối thi đua số 3 tổ chức hội nghị.' .event.venue)" = 'Sở Y tế' ]
	where() { printf 'doc\tx\ntext\t1\tNgày 5/1/2022, tại xã Tân Hòa, hội nghị diễn ra.\ntext\t2\tÔng họp tại Sở Y tế.\nend\tx\n' | tdk-date | tdk-units | tdk-json | jq -r .event.venue; }
	[ "$(where)" = 'xã Tân Hòa' ]
	[ "$(unit_name 'Tại huyện Mai Lâm, Cụm thi đua số 3 vừa tổ chức hội nghị.' .event.venue)" = 'huyện Mai Lâm' ]
	# without a cluster nothing is declared
	[ "$(printf 'doc\tx\ntext\t1\tHuyện có 25 đơn vị hành chính, gồm 22 xã.\nend\tx\n' | tdk-date | tdk-json | jq .cluster.declared)" = null ]
}

@test "the cluster in a record: who heads it now, who belongs to it, how many it says they are" {
	{
		printf 'doc\tx\ntitle\t1\tCụm thi đua số 3 tổng kết năm 2021\n'
		printf 'text\t2\tNgày 5/1/2022, Cụm thi đua số 3 (gồm Công an các tỉnh: Nghệ An, Hà Tĩnh, Thanh Hóa) tổ chức hội nghị; dự có lãnh đạo 3 đơn vị trong cụm.\n'
		printf 'text\t3\tHội nghị bầu Công an tỉnh Hà Tĩnh làm Cụm trưởng, Công an tỉnh Thanh Hóa làm Cụm phó năm 2022.\n'
		printf 'text\t4\tGiám đốc Công an tỉnh Nghệ An, Cụm trưởng kết luận hội nghị.\nend\tx\n'
	} >s
	tdk-units s | tdk-json >got
	grep -qF '"host":"Cụm thi đua số 3"' got
	grep -qF '"cluster":{"name":"Cụm thi đua số 3","head":"Công an tỉnh Nghệ An","deputy":null,"declared":3,' got || fail "$(cat got)"
	grep -qF '"members":["Công an tỉnh Nghệ An","Công an tỉnh Hà Tĩnh","Công an tỉnh Thanh Hóa"]' got || fail "$(cat got)"
	# those who were chosen for the next year do not head it yet
	grep -v '^text.4' s | tdk-units | tdk-json | grep -qF '"head":null,"deputy":null'
	# members by their places alone, with the level that they share or their own
	members() { printf 'doc\tx\ntext\t1\t%s\nend\tx\n' "$1" | tdk-units | tdk-json | jq -r '.cluster.members | join("|")'; }
	[ "$(members 'Cụm thi đua số 5 Hội Nông dân gồm 4 tỉnh: Lai Châu, Bà Rịa – Vũng Tàu (Cụm trưởng), Cao Bằng và Sơn La họp.')" = \
		'tỉnh Lai Châu|tỉnh Bà Rịa – Vũng Tàu|tỉnh Cao Bằng|tỉnh Sơn La' ] || fail places
	[ "$(members 'Cụm thi đua số 02 (thị xã An Lau, huyện Khe Sim và huyện K’Bar) họp.')" = 'thị xã An Lau|huyện Khe Sim|huyện K’Bar' ] || fail levels
	[ "$(members 'Cụm thi đua các tỉnh phía Nam (gồm: An Giang, Cà Mau) họp.')" = 'An Giang|Cà Mau' ] || fail bare
	[ -z "$(members 'Đoàn công tác gồm đại diện Bộ Nội vụ, Bộ Tài chính, Sở Y tế tới thăm.')" ] || fail 'no cluster'
	[ -z "$(members 'Cụm thi đua số 7 gồm nhiều tỉnh. Lai Châu, Sơn La cùng dự.')" ] || fail none
	# the same one named with its level and without
	[ "$(members 'Cụm thi đua số 3 gồm: Công an tỉnh Lai Châu, Công an Sơn La, Công an Lai Châu.')" = 'Công an tỉnh Lai Châu|Công an Sơn La' ] || fail same
	# all units of all clusters are no size
	printf 'doc\tx\ntext\t1\tTỉnh có 2 cụm và 16 khối thi đua gồm 147 đơn vị; Cụm thi đua số 1 gồm 5 đơn vị.\nend\tx\n' | tdk-units | tdk-json | grep -qF '"declared":5' || fail 'of all'
	# an award to some of them is no size
	printf 'doc\tx\ntext\t1\tCụm thi đua số 3 có 02 đơn vị trong cụm nhận cờ.\nend\tx\n' | tdk-units | tdk-json | grep -qF '"declared":null' || fail declared
}

@test "whom a cluster is made of" {
	cluster() { printf 'doc\tx\ntext\t1\t%s\nend\tx\n' "$1" | tdk-units | tdk-json | jq -r '.cluster | .declared, .head, (.members | join("; "))'; }
	run -0 cluster 'Cụm thi đua số 4 gồm Công an 3 tỉnh: Hưng Yên (đơn vị Cụm trưởng), Thái Bình, Hà Nam.'
	[ "$output" = $'3\nCông an tỉnh Hưng Yên\nCông an tỉnh Hưng Yên; Công an tỉnh Thái Bình; Công an tỉnh Hà Nam' ] || fail "$output"
	run -0 cluster 'Cụm thi đua số 3 có 4 thành viên: TP Đà Nẵng và các tỉnh Quảng Nam, Quảng Ngãi, Bình Định.'
	[ "$output" = $'4\nnull\nTP Đà Nẵng; tỉnh Quảng Nam; tỉnh Quảng Ngãi; tỉnh Bình Định' ] || fail "$output"
	run -0 cluster 'Cụm thi đua 3 tỉnh miền núi (gồm: Cao Bằng - Cụm trưởng, Hà Giang - Cụm phó, Lạng Sơn) họp.'
	[ "$output" = $'3\nCao Bằng\nCao Bằng; Hà Giang; Lạng Sơn' ] || fail "$output"
	run -0 cluster 'Cụm thi đua số 4 với 2 thành viên: Sở Y tế, Sở Xây dựng tổ chức hội nghị.'
	[ "$output" = $'null\nnull\nSở Y tế; Sở Xây dựng' ] || fail "$output"
	run -0 cluster 'Chủ tịch 3 xã trong Cụm thi đua số 4 (Thanh Lam, Phong Hải, Cát Trinh) ký.'
	[ "$output" = $'3\nnull\nxã Thanh Lam; xã Phong Hải; xã Cát Trinh' ] || fail "$output"
	run -0 cluster 'Cụm thi đua các huyện miền xuôi họp. Lãnh đạo UBND 3 đơn vị huyện, thị xã trong cụm gồm: An Nhơn, Hoài Nhơn, Phù Mỹ.'
	[ "$output" = $'3\nnull\nAn Nhơn; Hoài Nhơn; Phù Mỹ' ] || fail "$output"
	run -0 cluster 'Cụm thi đua số 8 gồm 4 đơn vị: các phường 1, 2 và các xã Tân Lập, Tân Hòa.'
	[ "$output" = $'4\nnull\nphường 1; phường 2; xã Tân Lập; xã Tân Hòa' ] || fail "$output"
	# a line for each
	run -0 bash -c "printf 'doc\\tx\\ntext\\t1\\tCụm thi đua số 3 gồm 4 thành viên:\\ntext\\t2\\t1. Sở Y tế (Cụm trưởng);\\ntext\\t3\\t2. Sở Nội vụ - Cụm phó;\\ntext\\t4\\t3. Sở Tư pháp\\ntext\\t5\\t4. Ban Dân tộc tỉnh.\\ntext\\t6\\tHọp tại Sở Xây dựng.\\ntext\\t7\\tSở Tài chính\\nend\\tx\\n' | tdk-units | tdk-json | jq -r '.cluster | .head, .deputy, (.members | join(\"; \"))'"
	[ "$output" = $'Sở Y tế\nSở Nội vụ\nSở Y tế; Sở Nội vụ; Sở Tư pháp; Ban Dân tộc tỉnh' ] || fail "$output"
	run -0 bash -c "printf 'doc\\tx\\ntext\\t1\\tKhối có các thành viên sau:\\ntext\\t2\\t- Viện Cơ điện và Công nghệ sau thu hoạch;\\ntext\\t3\\t- Sở Tư pháp đạt giải Nhất.\\ntext\\t4\\t- Sở Tài chính\\nend\\tx\\n' | tdk-units -o | cut -f 5,7"
	[ "$output" = $'Viện Cơ điện và Công nghệ sau thu hoạch\tmember\nSở Tư pháp\tmention\nSở Tài chính\tmention' ] || fail "$output"
	# those who are praised are no members
	run -0 cluster 'Cụm thi đua số 5 có 2 tập thể được khen: Sở Y tế, Sở Nội vụ.'
	[ "$output" = $'null\nnull' ] || fail "$output"
}

@test "where a conference was, and who held it" {
	event() { printf 'doc\tx\ntext\t1\t%s\nend\tx\n' "$1" | tdk-date | tdk-units | tdk-json | jq -r ".event.venue, .event.host"; }
	run -0 event 'Sáng 10/11/2020, tại Hội trường tầng 3, trụ sở Sở Tư pháp, Khối thi đua số 2 tổ chức hội nghị.'
	[ "$output" = $'Hội trường tầng 3, trụ sở Sở Tư pháp\nKhối thi đua số 2' ] || fail "$output"
	run -0 event 'Sáng 10/11/2020, tại hội trường tầng 3 Viện Kiểm sát nhân dân (VKSND) tỉnh, Cụm thi đua số 2 tổ chức hội nghị.'
	[ "$output" = $'hội trường tầng 3 Viện Kiểm sát nhân dân (VKSND) tỉnh\nCụm thi đua số 2' ] || fail "$output"
	run -0 event 'Sáng 10/11/2020, tại xã Tân Lập, Sở Tư pháp tổ chức hội nghị.'
	[ "$output" = $'xã Tân Lập\nSở Tư pháp' ] || fail "$output"
	run -0 event 'Tại TP. Điện Biên Phủ, sáng 10/11/2020, Cụm thi đua số 1 họp tổng kết năm 2020.'
	[ "$output" = $'TP. Điện Biên Phủ\nCụm thi đua số 1' ] || fail "$output"
	run -0 event 'Ngày 10/11/2020, hội nghị được tổ chức tại Hà Nội với chủ đề: Đoàn kết, sáng tạo.'
	[ "$output" = $'Hà Nội\nnull' ] || fail "$output"
	run -0 event 'Sáng 10/11/2020, tại thành phố Vinh dưới sự chủ trì của ông A, Sở Nội vụ - Cụm trưởng Cụm thi đua số 3 - đã tổ chức hội nghị.'
	[ "$output" = $'thành phố Vinh\nSở Nội vụ' ] || fail "$output"
	# a part and whom it is of; a stop that ends no sentence; a year of which a plan speaks
	page() { printf 'doc\tx\ntitle\t1\tThi đua\ntext\t2\t%s\nend\tx\n' "$1" | tdk-date | tdk-units | tdk-json | jq -r ".event.name, .event.host, .event.date"; }
	run -0 page 'UBND TP. Vinh vừa tổ chức Lễ tuyên dương người lao động giỏi. Dự có ông A.'
	[ "$output" = $'Lễ tuyên dương người lao động giỏi\nUBND TP. Vinh\nnull' ] || fail "$output"
	run -0 page 'Chiều 20/12, Ban Tôn giáo thuộc Sở Nội vụ tổ chức Hội nghị tổng kết công tác, triển khai nhiệm vụ năm 2023.'
	[ "$output" = $'Hội nghị tổng kết công tác, triển khai nhiệm vụ năm 2023\nBan Tôn giáo\n2022-12-20' ] || fail "$output"
	# joint hosts as they are written; what is told first of a day; the head of a cluster; a hall within a house
	run -0 event 'Sáng 10/11/2020, tại Sa Pa, Tỉnh ủy - HĐND - UBND - Ủy ban MTTQ tỉnh Lào Cai long trọng tổ chức lễ trao giải.'
	[ "$output" = $'Sa Pa\nTỉnh ủy - HĐND - UBND - Ủy ban MTTQ tỉnh Lào Cai' ] || fail "$output"
	run -0 event '(VA) - Tại TP. Vinh, tối 10/11/2020, Bệnh viện Mắt tỉnh làm lễ đón Huân chương.'
	[ "$output" = $'TP. Vinh\nBệnh viện Mắt tỉnh' ] || fail "$output"
	run -0 event 'Ngày 10/11/2020, Sở Y tế - đơn vị Cụm trưởng Cụm thi đua số 3 đã tổ chức hội nghị.'
	[ "$output" = $'null\nSở Y tế' ] || fail "$output"
	run -0 event 'Ngày 10/11/2020, Cụm thi đua số 3 do Sở Y tế làm Cụm trưởng tổ chức hội nghị.'
	[ "$output" = $'null\nCụm thi đua số 3' ] || fail "$output"
	run -0 event 'Ngày 10/11/2020, tại Hội trường A, Trường Đại học Vinh, Sở Nội vụ tổ chức hội nghị.'
	[ "$output" = $'Hội trường A\nSở Nội vụ' ] || fail "$output"
	run -0 page 'Chiều 20/12, Sở Nội vụ tổ chức hội nghị tổng kết công tác Hội, phong trào nông dân năm 2022, ông Lê Văn Năm chủ trì.'
	[ "$output" = $'hội nghị tổng kết công tác Hội, phong trào nông dân năm 2022\nSở Nội vụ\n2022-12-20' ] || fail "$output"
	# the host of that day, not of what is told first
	printf 'doc\tx\ntext\t1\tSở Y tế từng tổ chức nhiều đợt thi đua.\ntext\t2\tNgày 10/11/2020, Sở Tư pháp tổ chức hội nghị.\nend\tx\n' | tdk-date | tdk-units | tdk-json |
		jq -e '.event.host == "Sở Tư pháp"'
}

@test "who heads a cluster: by an office held beside another, by name, by place" {
	heads() { printf 'doc\tx\ntext\t1\t%s\nend\tx\n' "$1" | tdk-date | tdk-units | tdk-json | jq -r '.cluster | "\(.head)|\(.deputy)"'; }
	is() { [ "$(heads "$1")" = "$2" ] || fail "$1: $(heads "$1")"; }
	is 'Ông Vũ Văn Tâm, Giám đốc Sở Xây dựng kiêm Cụm trưởng Cụm thi đua số 6.' 'Sở Xây dựng|null'
	is 'Chủ tịch UBND huyện Mai Lâm Phan Văn Hòa - Trưởng Khối thi đua số 6.' 'UBND huyện Mai Lâm|null'
	is 'Phó Chủ tịch UBND huyện Mai Lâm Phan Văn Hòa, Phó Trưởng Khối thi đua số 6.' 'null|UBND huyện Mai Lâm'
	is 'Ông Vũ Văn Tâm, Khối trưởng Khối thi đua số 6, Giám đốc Sở Xây dựng.' 'Sở Xây dựng|null'
	is 'Hội nghị nghe Khối trưởng Sở Xây dựng báo cáo việc của Khối thi đua số 6.' 'Sở Xây dựng|null'
	is 'Bà Lê Thị Mai, Chủ tịch Công đoàn Điện lực Việt Nam (CĐĐL), Cụm phó Cụm thi đua số 6.' 'null|Công đoàn Điện lực Việt Nam'
	is 'Cụm thi đua số 6 do Sở Xây dựng làm Cụm trưởng, Sở Y tế làm Cụm phó.' 'Sở Xây dựng|Sở Y tế'
	is 'Hội nghị bầu Sở Xây dựng làm Cụm trưởng, Sở Y tế làm Cụm phó Cụm thi đua số 6.' 'null|null'
	is 'Cụm thi đua số 6 do huyện Mai Lâm làm Cụm trưởng, huyện An Khánh làm Cụm phó.' 'huyện Mai Lâm|huyện An Khánh'
	is 'Cụm thi đua số 6 gồm 3 xã: Mai Lâm, An Khánh (Cụm phó), Tân Hòa (Cụm trưởng).' 'xã Tân Hòa|xã An Khánh'
	# no cluster heads itself
	is 'Cụm thi đua số 6 - Cụm trưởng chuyển giao việc.' 'null|null'
}

@test "heads by the name of their holder, by the year, and places that hold an office; how many a cluster has" {
	told() { printf 'doc\tx\ntext\t1\tNgày 26/12/2025, Cụm thi đua số 5 tổ chức hội nghị tổng kết. %s\nend\tx\n' "$1" | tdk-date | tdk-units | tdk-json | jq -r '.cluster | "\(.head)|\(.deputy)|\(.declared)|" + (.members | join(";"))'; }
	is() { [ "$(told "$1")" = "$2" ] || fail "$1: $(told "$1")"; }
	is 'Đồng chí Khối trưởng Lê Thị Hằng, Ủy viên BCH Đảng bộ tỉnh, Giám đốc Sở Công Thương chủ trì.' 'Sở Công Thương|null|null|'
	is 'Trưởng Cụm thi đua là đồng chí Hồ Văn Năm, Giám đốc Sở Tư pháp.' 'Sở Tư pháp|null|null|'
	is 'Thay mặt Khối, Khối trưởng Hồ Văn Năm nêu các việc, Giám đốc Sở Tư pháp phát biểu.' 'null|null|null|'
	is 'Sở Tư pháp làm Cụm trưởng Cụm thi đua số 5 năm 2025.' 'Sở Tư pháp|null|null|'
	is 'Sở Tư pháp làm Cụm trưởng Cụm thi đua số 5 năm 2026.' 'null|null|null|'
	is 'Phường Mai Lâm là Cụm trưởng, xã Tân Lập là Cụm phó.' 'Phường Mai Lâm|xã Tân Lập|null|'
	is 'Hội nghị thống nhất bầu phường Mai Lâm là Cụm trưởng.' 'null|null|null|'
	is 'Cụm gồm 3 phường: Mai Lâm, Thới An và Tây Nam.' 'null|null|3|phường Mai Lâm;phường Thới An;phường Tây Nam'
	is 'Cụm có 2 tỉnh: Phú Thọ, Lào Cai.' 'null|null|2|tỉnh Phú Thọ;tỉnh Lào Cai'
	is 'Dự có lãnh đạo 12 phường thành viên trong cụm, gồm: Mai Lâm, Thới An, Tây Nam.' 'null|null|12|phường Mai Lâm;phường Thới An;phường Tây Nam'
	is 'Dự có lãnh đạo các sở thuộc Cụm gồm: Bình Dương, Đồng Nai.' 'null|null|null|'
	is 'Năm 2025, 11 đơn vị trong Cụm đã bám sát chỉ tiêu.' 'null|null|11|'
	is 'Cụm tặng Giấy khen cho 5 đơn vị trong Cụm.' 'null|null|null|'
	is 'Cụm số 5 có 11 trường: các trường trung học trong tỉnh.' 'null|null|11|'
	# a note may say so
	printf 'doc\tx\ntext\t1\tCụm thi đua số 5 họp.[1]\nnote\t2\t[1] Cụm gồm 07 đơn vị: Sở Y tế, Sở Nội vụ.\nend\tx\n' | tdk-units | tdk-json | jq -e '.cluster.declared == 7'
}

@test "what a meeting is called, where it was and who held it, once more" {
	event() { printf 'doc\tx\ntext\t1\t%s\nend\tx\n' "$1" | tdk-date | tdk-units | tdk-json | jq -r '.event | "\(.name)|\(.venue)|\(.host)"'; }
	is() { [ "$(event "$1")" = "$2" ] || fail "$1: $(event "$1")"; }
	is 'Ngày 5/12/2022, ở thành phố Vinh, Sở Y tế tổ chức hội nghị tổng kết công tác năm 2022.' 'hội nghị tổng kết công tác năm 2022|thành phố Vinh|Sở Y tế'
	is 'Hội nghị tổng kết công tác năm 2022 diễn ra ngày 5/1/2023 tại đặc khu Phú Quý.' 'Hội nghị tổng kết công tác năm 2022|đặc khu Phú Quý|null'
	is 'Ngày 5/12/2022, tại xã Tân Lập, huyện Mai Lâm, Sở Y tế tổ chức hội nghị tổng kết công tác.' 'hội nghị tổng kết công tác|xã Tân Lập, huyện Mai Lâm|Sở Y tế'
	is 'Chiều 13/12/2025, Cụm thi đua số 1 tổ chức hội nghị tổng kết công tác thi đua của Cụm năm 2025.' 'hội nghị tổng kết công tác thi đua của Cụm năm 2025|null|Cụm thi đua số 1'
	is 'Chiều 26/12/2025, Hội nghị Cụm thi đua số 5 thống nhất bầu Sở Tư pháp làm Cụm trưởng.' 'Hội nghị Cụm thi đua số 5|null|null'
	is 'Ngày 6/12/2023, Sở Y tế tổ chức hội nghị tuyên dương người có công tiêu biểu năm 2023.' 'hội nghị tuyên dương người có công tiêu biểu năm 2023|null|Sở Y tế'
	is 'Hướng tới kỷ niệm 20 năm Ngày Di sản (23/11/2005 - 23/11/2025), sáng 16/11, tại Bảo tàng tỉnh, Sở Nội vụ công bố Quyết định khen thưởng.' 'null|Bảo tàng tỉnh|Sở Nội vụ'
	# its name before its day, and before the words that lead to it
	is 'Cụm thi đua số 1 vừa tổng kết công tác thi đua năm 2019 tại Công ty Than Bắc Sơn vào ngày 17/1/2020.' 'tổng kết công tác thi đua năm 2019|Công ty Than Bắc Sơn|Cụm thi đua số 1'
	is 'Phiên họp sơ kết 6 tháng đầu năm 2021 tổ chức sáng 12/7/2021 nêu nhiều việc.' 'Phiên họp sơ kết 6 tháng đầu năm 2021|null|null'
	is 'Cụm thi đua số II tổ chức họp bình xét thi đua năm 2017 ngày 28/11/2017.' 'họp bình xét thi đua năm 2017|null|Cụm thi đua số II'
	is 'Tại TP. Bắc Sơn vừa diễn ra Hội nghị sơ kết hoạt động Cụm thi đua số 2 năm 2018.' 'Hội nghị sơ kết hoạt động Cụm thi đua số 2 năm 2018|TP. Bắc Sơn|null'
	# the head of the cluster in the line of that day before a host of another
	printf 'doc\tx\ntext\t1\tHội nghị tổng kết năm 2021 do Sở Tư pháp - Trưởng Khối thi đua số 6 - tổ chức sáng 24/12/2021.\ntext\t2\tSở Y tế tổ chức nhiều đợt thi đua.\nend\tx\n' | tdk-date | tdk-units | tdk-json |
		jq -e '.event.host == "Sở Tư pháp"'
}

@test "the head of the year that runs, and no other year's; who holds a meeting with whom" {
	told() { printf 'doc\tx\ntext\t1\t%s\nend\tx\n' "$1" | tdk-date | tdk-units | tdk-json | jq -r '"\(.cluster.head)|\(.cluster.deputy)|\(.event.host)"'; }
	is() { [ "$(told "$1")" = "$2" ] || fail "$1: $(told "$1")"; }
	# pledges are signed in spring, of the year that runs; a year is closed as well
	is 'Ngày 12/3/2019, Cụm thi đua số 3 ký giao ước thi đua. Sở Tư pháp làm Cụm trưởng năm 2019, Sở Y tế làm Cụm phó.' 'Sở Tư pháp|Sở Y tế|Cụm thi đua số 3'
	is 'Ngày 12/3/2019, Cụm thi đua số 3 tổng kết năm 2018, ký giao ước thi đua. Sở Tư pháp làm Cụm trưởng năm 2019, Sở Y tế làm Cụm phó.' 'null|null|Cụm thi đua số 3'
	is 'Ngày 12/6/2019, Cụm thi đua số 3 sơ kết công tác. Năm nay Sở Tư pháp làm Cụm trưởng, Sở Y tế làm Cụm phó.' 'Sở Tư pháp|Sở Y tế|Cụm thi đua số 3'
	is 'Ngày 25/12/2020, Khối thi đua số 2 tổng kết năm 2020. Khối trưởng năm 2021: Bệnh viện Phổi; Khối phó: Bệnh viện Mắt.' 'null|null|Khối thi đua số 2'
	is 'Ngày 10/12/2015, Khối thi đua số 2 tổng kết năm 2015. Năm 2016, UBND xã Hòa An giữ vai trò Khối trưởng và UBND xã Bình An là Khối phó.' 'null|null|Khối thi đua số 2'
	is 'Ngày 10/10/2011, Cụm thi đua số 2 họp. UBND Phường 14 (Cụm trưởng năm 2010) báo cáo.' 'null|null|Cụm thi đua số 2'
	is 'Ngày 5/11/2022, Sở Nội vụ – Cụm trưởng Cụm thi đua số 3 – phối hợp với Ban Thi đua - Khen thưởng Trung ương tổ chức hội nghị tổng kết.' 'Sở Nội vụ|null|Sở Nội vụ'
	is 'Ngày 5/11/2022, Công ty Điện lực Bắc Sơn (PC Bắc Sơn) - Cụm trưởng Cụm thi đua số 4 tổ chức Hội nghị tổng kết.' 'Công ty Điện lực Bắc Sơn|null|Công ty Điện lực Bắc Sơn'
	is 'Ngày 16/11/2018, Thanh tra tỉnh Hà Nam đơn vị Cụm trưởng Cụm thi đua số 5 - Thanh tra Chính phủ tổ chức hội nghị tổng kết.' 'Thanh tra tỉnh Hà Nam|null|Thanh tra tỉnh Hà Nam'
}

@test "how many a cluster has by its name and by who came; members of another cluster are none of it" {
	told() { printf 'doc\tx\ntext\t1\tNgày 29/8/2024, %s\nend\tx\n' "$1" | tdk-date | tdk-units | tdk-json | jq -r '.cluster | "\(.declared)|" + (.members | join(";"))'; }
	is() { [ "$(told "$1")" = "$2" ] || fail "$1: $(told "$1")"; }
	is 'Cụm thi đua Sở Y tế 13 tỉnh, thành phố miền Tây họp.' '13|'
	is 'Công an 6 tỉnh thuộc Cụm thi đua số 4 họp.' '6|'
	is 'Cụm thi đua số 4 họp. Có 12/12 đơn vị trong Cụm dự.' '12|'
	is 'Cụm thi đua số 4 họp. Có 11/12 đơn vị trong Cụm đạt chuẩn.' 'null|'
	is 'Cụm thi đua số 2 gồm: Trung đoàn 320 và Trung đoàn 924 họp. Cùng ngày, Cụm thi đua số 3 gồm: Trung đoàn 174, Trung đoàn 88 họp.' 'null|Trung đoàn 320;Trung đoàn 924'
	# a name in which a comma stands is not cut
	printf 'doc\tx\ntext\t1\tNgày 5/11/2022, Sở Nội vụ tổ chức hội nghị tổng kết Khối thi đua Văn hóa, Thể thao và Du lịch.\nend\tx\n' | tdk-date | tdk-units | tdk-json |
		jq -e '.event.name == "hội nghị tổng kết Khối thi đua Văn hóa, Thể thao và Du lịch"'
	# of two stamps the one that says when it was changed is not that of posting
	printf 'doc\tx\nmeta\t1\tCập nhật: 16/01/2025\nmeta\t2\tĐăng ngày: 15/01/2025\ntext\t3\tCụm thi đua số 4 họp.\nend\tx\n' | tdk-date | tdk-json | jq -e '.published == "2025-01-15"'
}
