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
	diff "$root/tests/$1" got
}

@test "units in sentences" {
	compare unit_sentences.tsv unit
}

@test "a short form in brackets behind a name stands for it, in its document alone" {
	cd "$BATS_TEST_TMPDIR"
	{
		printf 'doc\ta\ntext\t1\tTrung tâm Quan trắc Khí tượng (TTQTKT) họp với Ban Quản lý Cụm công nghiệp (BQLCC).\n'
		printf 'text\t2\tGiám đốc TTQTKT tỉnh, ông Lê Văn Sơn; ttqtkt; TTQTKT2.\nend\ta\n'
		printf 'doc\tb\ntext\t1\tTTQTKT họp. Sở Y tế (ABC) họp. ABC dự.\nend\tb\n'
	} >s
	run -0 bash -c "tdk-units -o s | cut -f 1,2,5,8"
	[ "$output" = "a${TAB}1${TAB}Trung tâm Quan trắc Khí tượng${TAB}Trung tâm Quan trắc Khí tượng
a${TAB}1${TAB}Trung tâm Quan trắc Khí tượng${TAB}TTQTKT
a${TAB}1${TAB}Ban Quản lý Cụm công nghiệp${TAB}Ban Quản lý Cụm công nghiệp
a${TAB}2${TAB}Trung tâm Quan trắc Khí tượng tỉnh${TAB}TTQTKT tỉnh
b${TAB}1${TAB}Sở Y tế${TAB}Sở Y tế" ] || fail "$output"
	run -0 bash -c "tdk-people s | awk -F '\t' '\$1 == \"role\" { print \$6 }'"
	[ "$output" = 'Trung tâm Quan trắc Khí tượng tỉnh' ] || fail "$output"
}

@test "people in sentences" {
	compare person_sentences.tsv person
}

@test "an office over a name in a signature, under one in a byline" {
	cd "$BATS_TEST_TMPDIR"
	{
		printf 'doc\ta\ntext\t1\tÔng Lê Văn Nam, Giám đốc Sở Y tế dự.\nbyline\t2\tKT. CHỦ TỊCH\nbyline\t3\tPHÓ CHỦ TỊCH\n'
		printf 'byline\t4\t(Đã ký)\nbyline\t5\tPhạm Hồng Lam\nend\ta\n'
		printf 'doc\tb\nbyline\t1\tTạ Thị Hoa\nbyline\t2\tPhó Chủ tịch UBND xã Nà Cháy\nend\tb\n'
	} >s
	run -0 bash -c "tdk-people s | tdk-json | jq -r '.people[] | .name + \": \" + (.roles | map(.text) | join(\"; \"))'"
	[ "$output" = "Lê Văn Nam: Giám đốc Sở Y tế
Phạm Hồng Lam: PHÓ CHỦ TỊCH
Tạ Thị Hoa: Phó Chủ tịch UBND xã Nà Cháy" ] || fail "$output"
	run -0 bash -c "tdk-people -o s | cut -f 2,5"
	[ "$output" = "Lê Văn Nam${TAB}Giám đốc Sở Y tế
Phạm Hồng Lam${TAB}PHÓ CHỦ TỊCH
Tạ Thị Hoa${TAB}Phó Chủ tịch UBND xã Nà Cháy" ] || fail "$output"
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
	diff <(norm "$root/tests/merit_sentences.tsv") <(norm got)
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

@test "every surname of the list, in every form of a name; none in names of things" {
	cd "$BATS_TEST_TMPDIR"
	# Ông is a form of address first; behind a place small words go on with it
	awk -F '\t' '
		BEGIN { split("Văn Hòa;Thị Lan Anh;Minh Đức;Quốc Thịnh;Thu Hà;Hữu Phước", given, ";") }
		/^#/ || $1 == "Ông" { next }
		{
			name = $1 " " given[++n % 6 + 1]
			print "Phát biểu có đồng chí " name ", Giám đốc Sở Y tế.\t" name
			print "Giám đốc Sở Y tế " name " chủ trì.\t" name
			print "Có ông " name " - Phó Chủ tịch UBND tỉnh dự.\t" name
			print "Dự họp: Thượng tá " name ", Phó Giám đốc Công an tỉnh.\t" name
			print "Các đồng chí: " name ", Bí thư Huyện ủy; Lê Văn Nam, Chánh Thanh tra tỉnh.\t" name
			print "Bà " name " (Phó Giám đốc Sở Tư pháp) trao quà.\t" name
			print "PGS.TS " name ", Hiệu trưởng Trường Đại học Y Thái Bình.\t" name
			if ($1 !~ /^(Ký|Từ|Và|Xin)$/) print "Chủ tịch UBND huyện Chợ Lách " name " dự.\t" name
		}' "$root/lib/dict/surnames.tsv" >in
	[ "$(wc -l <in)" -gt 3000 ]
	tables() {
		printf 'doc\tx\n'
		awk -F '\t' -v OFS='\t' '{ print "text", NR, $1 }' "$1"
		printf 'end\tx\n'
	}
	tables in | tdk-people | awk -F '\t' '
		NR == FNR { sentence[FNR] = $1; want[FNR] = $2; next }
		$1 == "person" && $NF == want[$2] { ok[$2] }
		END { for (i in want) if (!(i in ok)) print sentence[i] }' in - >missed
	[ ! -s missed ] || fail "$(head -n 5 missed)"
	# with no evidence but a capital, the name of a thing is none
	awk -F '\t' '
		/^#/ || $2 != "sure" { next }
		{
			name = $1 " Văn Hòa"
			print "Nhà ở đường " name ", gần cầu."
			print "Học sinh Trường Tiểu học " name " vui mừng."
			print "Giải báo chí " name " năm 2020."
			print "Các em ở phố " name " cùng chơi."
			print "Quỹ học bổng " name " hỗ trợ."
			print "Ra quân tại phường " name " sáng nay."
		}' "$root/lib/dict/surnames.tsv" >in
	[ -z "$(tdk-people -o in)" ] || fail "$(tdk-people -o in | head -n 5)"
}

@test "one spelling of the tones, for every pair of vowels, and valid UTF-8" {
	cd "$BATS_TEST_TMPDIR"
	paste -d ' ' <(printf '%s\n' hoà hoá hoả hoã hoạ khoè khoé khoẻ khoẽ khoẹ thuỳ thuý thuỷ thuỹ thuỵ) \
		<(printf '%s\n' hòa hóa hỏa hõa họa khòe khóe khỏe khõe khọe thùy thúy thủy thũy thụy) | while read -r old new; do
		for w in "$old" "$new"; do
			printf 'doc\tx\ntext\t1\tBà Trần %s Chinh, Giám đốc Trường THCS %s Vân và phong trào “%s mị nết na” nói.\nend\tx\n' "${w^}" "${w^}" "${w^}" |
				tdk-units | tdk-people | tdk-awards >got
			iconv -f UTF-8 -t UTF-8 got >/dev/null || fail "$w"
			cut -f 1,5 got | grep '^\(unit\|person\|theme\)' >"got.$w"
		done
		diff "got.$old" "got.$new" || fail "$old"
		grep -q "person${TAB}Trần ${new^} Chinh" "got.$old" || fail "$(cat "got.$old")"
	done
}

@test "who wrote a page, in the line that says when it was posted" {
	stamp() { printf 'doc\tx\nmeta\t1\t%s\nend\tx\n' "$1" | tdk-people | sed -n 's/^person\t.*\t\([^\t]*\)\t\([^\t]*\)$/\1 \2/p'; }
	[ "$(stamp 'Đăng lúc: 8:05 AM, 26/01/2024 Lượt xem: 512 Tác giả: Hà Công Kịch')" = 'author Hà Công Kịch' ]
	[ "$(stamp 'Viết bởi Lò Thị Ín Thứ tư, 11 Tháng 7 2012 08:21')" = 'author Lò Thị Ín' ]
	[ "$(stamp 'HOÀI ÍN - 19/12/2025 06:30')" = 'author HOÀI ÍN' ]
	[ "$(stamp '17/01/2022 10:38:00 SA Vũ Bá Trà Lượt xem: 846')" = 'author Vũ Bá Trà' ]
	[ "$(stamp 'Vũ Bá Trà - Quốc Kịch · 06:30 13/10/2025')" = "$(printf 'author Vũ Bá Trà\nauthor Quốc Kịch')" ]
	[ -z "$(stamp 'CHÍNH TRỊ - XÃ HỘI | 06:12 19/12/2025')" ]
	[ -z "$(stamp 'Submitted by admin on T5, 07/23/2020 - 08:01')" ]
	[ -z "$(stamp 'Thứ Năm, 12/3/2020 | Hà Nội | Đăng bởi: Phòng Nội vụ')" ]
}

@test "what a page was taken from is a paper, unless it has a full name" {
	taken() { printf 'doc\tx\nbyline\t1\t%s\nend\tx\n' "$1" | tdk-people | awk -F '\t' '$1 == "person" { print $5 }'; }
	run -0 taken 'Nguồn tin: Giác Ngộ'
	[ -z "$output" ] || fail "$output"
	run -0 taken 'Nguồn: Ngô Văn Mười'
	[ "$output" = 'Ngô Văn Mười' ] || fail "$output"
}

@test "a pen name whose first word heads units or names elsewhere" {
	by() { printf 'doc\tx\nbyline\t1\t%s\nend\tx\n' "$1" | tdk-units | tdk-people | awk -F '\t' '$1 != "byline" && $2 == 1 { printf "%s%s %s", sep, $1, $5; sep = "; " }'; }
	[ "$(by 'Trường Giang')" = 'person Trường Giang' ]
	[ "$(by 'Tin, ảnh: ANH TUẤN')" = 'person Anh Tuấn' ]
	[ "$(by 'Ban Mai')" = 'person Ban Mai' ]
	[ "$(by 'Ban TĐKT')" = 'unit Ban Thi đua - Khen thưởng' ]
	[ "$(by 'Trường Tiểu học Kim Đồng')" = 'unit Trường Tiểu học Kim Đồng' ]
	[ "$(by 'Ban Dân vận')" = 'unit Ban Dân vận' ]
}
