#!/usr/bin/env bats
# What tdk-date reads in sentences, and what it leaves alone. tests/dates.tsv has
# an expression and its values a line; nothing after the TAB: no date at all.

load common

values() { tdk-date -o "$@" | cut -f 5 | paste -sd' '; }

@test "expressions of dates.tsv, each in a sentence" {
	while IFS=$TAB read -r text want; do
		got=$(printf 'Nội dung %s đã xong.\n' "$text" | values)
		[ "$got" = "$want" ] || fail "$text: '$got', not '$want'"
	done <"$root/tests/dates.tsv"
}

@test "the same in capitals" {
	while IFS=$TAB read -r text want; do
		case $text in *[a-z]T[0-9]* | *IP* | *T10:18*) continue ;; esac
		up=$(printf '%s' "$text" | gawk '{ print toupper($0) }' 2>/dev/null) || skip 'no gawk'
		got=$(printf 'NỘI DUNG %s ĐÃ XONG.\n' "$up" | LC_ALL=C.UTF-8 values)
		[ "$got" = "$want" ] || fail "$up: '$got', not '$want'"
	done <"$root/tests/dates.tsv"
}

page() { printf 'doc\tx\ntitle\t1\t%s\nmeta\t2\t%s\ntext\t3\t%s\nend\tx\n' "$@"; }

@test "a missing year comes from the page" {
	[ "$(page 'Tin' '12/01/2021' 'Ngày 28/12, Cụm thi đua số 4 tổng kết năm 2020.' | values)" = '2021-01-12 2020-12-28 2020' ]
	[ "$(page 'Tin' '20/12/2020' 'Đợt thi đua kéo dài từ nay đến ngày 03/02 năm tới.' | values)" = '2020-12-20 2021-02-03' ]
	[ "$(page 'Tin' '15/08/2011' 'Hẹn gặp lại tháng 5 năm sau.' | values)" = '2011-08-15 2012-05' ]
	[ "$(page 'Tin' '15/06/2015' 'Xong trong 6 tháng đầu năm nay và quý I năm sau.' | values)" = '2015-06-15 2015-01/2015-06 2016-01/2016-03' ]
	[ "$(page 'Tin' '24/10/2025' 'Phong trào hoàn thành trước ngày 31/8, về đích sớm.' | values)" = '2025-10-24 2025-08-31' ]
	[ "$(page 'Tin' '10/12/18 10:28' 'Họp.' | values)" = '2018-12-10T10:28' ]
	[ "$(page 'Sơ kết 6 tháng đầu năm' '15/07/2019' 'Họp sơ kết.' | values)" = '2019-01/2019-06 2019-07-15' ]
	[ "$(page 'Sơ kết 6 tháng đầu năm' '10/01/2021' 'Họp sơ kết.' | values)" = '2020-01/2020-06 2021-01-10' ]
	[ "$(page 'Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2018' 'x' 'Trong 6 tháng đầu năm, các đơn vị thi đua.' | values)" = \
		'2018-01/2018-06 2018-07/2018-12 2018-01/2018-06' ]
	# compared with, and cited documents, are other years
	[ "$(echo 'Trong 6 tháng đầu năm, số vụ cháy giảm một nửa so với cùng kỳ năm 2018.' | values -r 2021-07-10)" = '2019-01/2019-06 2018' ]
	[ "$(echo 'Quý I, sản lượng tăng 5% so với năm 2019.' | values -r 2021-04-10)" = '2021-01/2021-03 2019' ]
	[ "$(echo 'Theo Chỉ thị số 16-CT/TU ngày 8/6/2010 và Quyết định 1985/QĐ-UBND, việc chấm điểm quý III còn chậm.' | values -r 2017-10-05)" = \
		'2010-06-08 2017-07/2017-09' ]
	[ "$(echo 'Họp ngày 20/7 vừa qua.' | values)" = XXXX-07-20 ]
	[ "$(echo 'Họp ngày 20/7 vừa qua.' | values -r 2019-08-01)" = 2019-07-20 ]
}

@test "without a posting date the year comes from what the meeting is about" {
	undated() { printf 'doc\tx\ntitle\t1\t%s\ntext\t3\t%s\nend\tx\n' "$@" | values; }
	[ "$(undated Tin 'Ngày 20/12, Cụm tổng kết công tác năm 2018, bàn nhiệm vụ năm 2019.')" = '2018-12-20 2018 2019' ]
	[ "$(undated Tin 'Ngày 09/01, Cụm tổng kết công tác năm 2018, bàn nhiệm vụ năm 2019.')" = '2019-01-09 2018 2019' ]
	[ "$(undated Tin 'Ngày 09/01, Cụm tổng kết công tác năm 2018.')" = '2019-01-09 2018' ]
	[ "$(undated 'Họp Cụm số 1 năm 2017' 'Ngày 15/8, Cụm họp.')" = '2017 2017-08-15' ]
	[ "$(undated 'Giao ước thi đua năm 2017' 'Ngày 15/12, Cụm họp.')" = '2017 XXXX-12-15' ]
	[ "$(undated 'Họp Cụm năm 2017' 'Ngày 15/8, Khối họp bàn giai đoạn 2011 - 2030.')" = '2017 2017-08-15 2011/2030' ]
}

@test "spans of years in a row, a day that a bracket runs into" {
	[ "$(echo 'Giai đoạn 2016-2020 và 2021-2025; các năm học 2021 - 2022, 2022 - 2023 và 2023 - 2024.' | values)" = \
		'2016/2020 2021/2025 2021/2022 2022/2023 2023/2024' ]
	[ "$(echo 'Giai đoạn 2016-2020, 2021-QĐ và 2030-2025.' | values)" = '2016/2020' ]
	[ "$(echo '(BTV)Ngày 28/7/2014, Sở họp.' | tdk-date -o | cut -f 5,7)" = "2014-07-28${TAB}Ngày 28/7/2014" ]
}

@test "a day of history is no day of the event" {
	[ "$(echo 'Nhân 60 năm ngày Bác ra lời kêu gọi thi đua ái quốc (11/6/1948), ngày 5/6/2008 Sở Nội vụ phát động thi đua.' | tdk-date -o | cut -f 5,6 | tr '\t\n' ' |')" = \
		'1948-06-11 mention|2008-06-05 event|' ]
}

@test "a digit that names the weekday is no day" {
	[ "$(echo 'Thứ 3, 13/12/2022 | 07:58:17' | tdk-date -o | cut -f 5,7)" = "2022-12-13T07:58${TAB}Thứ 3, 13/12/2022 | 07:58:17" ]
	[ "$(echo 'Thứ 2 - 12/12/2022 là ngày họp' | values)" = 2022-12-12 ]
	[ "$(echo 'Đại hội lần thứ 4, ngày 12/12/2022' | values)" = 2022-12-12 ]
}

@test "this morning, with its day" {
	[ "$(page Tin '08/06/2023' 'Sáng nay 7/6, tỉnh họp; tối qua (6/6) đã thử; hôm qua 7.6, Sở đã báo.' | tdk-date -o | cut -f 5,7 | sed 1d)" = \
		"2023-06-07${TAB}Sáng nay 7/6
2023-06-06${TAB}6/6
2023-06-07${TAB}7.6" ]
	[ "$(page Tin '08/06/2023' 'Sáng mai, 9-6, xã họp; ngày mai (9/6) tỉnh họp.' | tdk-date -o | cut -f 5,7 | sed 1d)" = \
		"2023-06-09${TAB}Sáng mai, 9-6
2023-06-09${TAB}9/6" ]
}

@test "a feast has no year of its own" {
	[ "$(page 'Tin' '20/07/2020' 'Tặng quà nhân dịp kỷ niệm ngày 27/7 cho các gia đình.' | values)" = '2020-07-20 XXXX-07-27' ]
}

@test "feasts that are remembered, without a year and without the word for day" {
	run -0 tdk-date -o -r 2024-05-20 <<-'END'
		Chào mừng kỷ niệm 30/4 và 1/5, dịp Quốc khánh 2/9 và Ngày Nhà giáo Việt Nam 20-11.
		Kỷ niệm ngày sinh (19/5/1890 - 19/5/2024); kỷ niệm 12/3 trận thì không.
		Ngày 20 và 21-5, huyện họp; ngày 27, 28-9 họp nữa.
	END
	[ "$(cut -f 5 <<<"$output" | tr '\n' ' ')" = 'XXXX-04-30 XXXX-05-01 XXXX-09-02 XXXX-11-20 1890-05-19/2024-05-19 2024-05-20/2024-05-21 2023-09-27/2023-09-28 ' ]
}

@test "a day by the name that it bears; what is counted is none" {
	run -0 tdk-date -o -r 2024-05-20 <<-'END'
		Hướng tới ngày truyền thống ngành Tổ chức nhà nước 28/8, ngày giải phóng thị xã 24-3 và các ngày lễ lớn 30/4, 1/5.
		Ngày Sách và Văn hóa đọc 21/4 là dịp thi đua đọc sách.
		Ngày hội có 11/12 đội; ngày truyền thống 8/9 xã dự; ngày họp của ngành 28/8; đạt 5/6.
		Họp ngày Chủ nhật 12/5, bàn việc; họp nữa sáng thứ Năm 16-5.
	END
	[ "$(cut -f 5 <<<"$output" | tr '\n' ' ')" = 'XXXX-08-28 XXXX-03-24 XXXX-04-30 XXXX-05-01 XXXX-04-21 2024-05-12 2024-05-16 ' ]
}

@test "the minutes of a clock name no weekday" {
	# 6 December was a Thursday; 12 June, which it would be with the month first, a Tuesday
	run -0 bash -c "printf 'doc\tx\nmeta\t1\t17:43, 06/12/2018\nend\tx\n' | tdk-date -o | cut -f 5,6"
	[ "$output" = "2018-12-06T17:43${TAB}published" ]
	run -0 bash -c "printf 'doc\tx\nmeta\t1\tThứ 3, 06/12/2018\nend\tx\n' | tdk-date -o | cut -f 5,6"
	[ "$output" = "2018-06-12${TAB}published" ]
}

@test "month-first stamps are known by the day, the weekday, the layout" {
	stamp() { printf 'doc\tx\nmeta\t1\t%s\nend\tx\n' "$1" | values; }
	[ "$(stamp 'Submitted by admin on T5, 07/23/2020 - 08:01')" = 2020-07-23T08:01 ]
	[ "$(stamp 'Create: T4, 08/02/2023 - 16:19')" = 2023-08-02T16:19 ]
	[ "$(stamp 'Thứ Hai, 10/07/2017 - 17:56')" = 2017-07-10T17:56 ]
	[ "$(stamp '12:50 CH @ Thứ Sáu - 22 Tháng Bảy, 2022')" = 2022-07-22T12:50 ]
	[ "$(stamp '( 13:59 | 05/08/2014 )')" = 2014-08-05T13:59 ]
	[ "$(stamp 'Thứ Tư, 03/08/2022, 06:41 [GMT+7]')" = 2022-08-03T06:41 ]
	[ "$(stamp '10-03-2017 [16:32]')" = 2017-03-10T16:32 ]
	[ "$(stamp '10 Th2, 2021')" = 2021-02-10 ]
}

@test "a stamp without its year takes that of the event; the minutes before ngày are its time" {
	of() { page Tin "$1" 'Ngày 23/12/2019, cụm chấm điểm.' | tdk-date | awk -F '\t' '$1 == "date" && $2 == 2 { print $5, $7 }'; }
	[ "$(of '16:40 | 25/12')" = '2019-12-25T16:40 16:40 | 25/12' ]
	[ "$(of '03/01, 08:10')" = '2020-01-03T08:10 03/01, 08:10' ]
	[ "$(of 'Cập nhật lúc 16:05 ngày 26/12/2019')" = '2019-12-26T16:05 16:05 ngày 26/12/2019' ]
	[ -z "$(of '16:40 | 25/13')" ]
	[ -z "$(of 'Đạt 16/40 đơn vị, 25/12 điểm')" ]
}

@test "the day of the event may have no year; feasts and campaigns are none" {
	of() { printf 'doc\tx\ntext\t1\t%s\nend\tx\n' "$1" | tdk-date -o | awk -F '\t' '{ printf "%s%s %s", sep, $5, $6; sep = ", " }'; }
	[ "$(of 'Sáng 26/2, bệnh viện đã tổ chức lễ kỷ niệm, phát thưởng theo Quyết định số 12/QĐ-BV ngày 3/1/2019.')" = 'XXXX-02-26 event, 2019-01-03 document' ]
	[ "$(of 'Chào mừng ngày 2/9, công đoàn phát động thi đua; ngày 12/8 họp.')" = 'XXXX-09-02 mention, XXXX-08-12 event' ]
	[ "$(of 'Cuộc vận động diễn ra từ ngày 9/5/2019 đến ngày 22/12/2019, tổng kết vào ngày 25/12/2019.')" = '2019-05-09/2019-12-22 period, 2019-12-25 event' ]
	[ "$(of 'Trong hai ngày 4 và 5/7, đoàn đã chấm điểm.')" = 'XXXX-07-04/XXXX-07-05 event' ]
	[ "$(of 'Kể từ ngày 1/7/2019, xã mới đi vào hoạt động. Sáng 5/7/2019, xã họp.')" = '2019-07-01 mention, 2019-07-05 event' ]
	[ "$(of 'Trước đó, ngày 1/7/2019, tổ đã họp. Sáng 5/7/2019, xã họp.')" = '2019-07-01 mention, 2019-07-05 event' ]
}

@test "numbers of documents with spaces, datelines, years to come that are counted" {
	of() { page Tin 20/8/2019 "$1" | tdk-date -o | awk -F '\t' '$2 == 3 { printf "%s%s %s", sep, $5, $6; sep = ", " }'; }
	[ "$(of 'Theo số 508/QĐ– CT, ngày 25/05/2015 và 104 /QĐ- CTN ngày 7/8/2018.')" = '2015-05-25 document, 2018-08-07 document' ]
	[ "$(of 'Hà Giang, ngày 09 tháng 1 năm 2018')" = '2018-01-09 document' ]
	[ "$(of 'TP. Huế, ngày 09 tháng 1 năm 2018')" = '2018-01-09 document' ]
	[ "$(of 'Theo Quyết định số 45/QĐ-UBND do Chủ tịch UBND huyện ký ngày 3/4/2018, 6 tổ được khen. Lễ ký ngày 5/4/2018 đông vui.')" = '2018-04-03 document, 2018-04-05 event' ]
	[ -z "$(of 'Trong 5 năm tới và những năm trước đều vậy.')" ]
	[ "$(of '6 tháng đầu năm 2017 đạt 50%; so với kế hoạch, 6 tháng đầu năm tăng.')" = '2017-01/2017-06 period, 2017-01/2017-06 period' ]
	[ "$(of 'Sơ kết 6 tháng đầu năm và tổng kết phong trào giai đoạn 2015 - 2018.')" = '2019-01/2019-06 period, 2015/2018 period' ]
}

@test "roles" {
	roles() { page "$@" | tdk-date -o | cut -f 6 | paste -sd' '; }
	[ "$(roles Tin '25/07/2020' 'Sáng 24/7, Khối họp theo Quyết định số 487/QĐ-UBND ngày 15/7/2020; gửi hồ sơ trước ngày 15/8/2020, kế hoạch năm 2021.')" = \
		'published event document deadline period' ]
	[ "$(roles Tin '25/07/2020' 'Thu thuế đến ngày 30/6/2020 đạt 60%; tính đến 5/7/2020, cả xã có 12 tổ; lấy ngày 15/9 hằng năm làm ngày hội. Sáng 24/7/2020, xã họp.')" = \
		'published mention mention mention event' ]
}

@test "relative days count from the page, and are none without it" {
	[ "$(page Tin '25/07/2020' 'Hôm qua các đơn vị đã họp; tháng này sẽ kiểm tra, năm nay tổng kết.' | values)" = \
		'2020-07-25 2020-07-24 2020-07 2020' ]
	[ -z "$(echo 'Hôm nay các đơn vị họp.' | values)" ]
	# by the part of the day as well, but where the day itself follows
	[ "$(page Tin '25/07/2020' 'Sáng nay, các đơn vị họp; chiều qua, tối hôm qua đã kiểm tra; chiều nay (24/7) nghỉ, từ trước đến nay chưa có.' | values)" = \
		'2020-07-25 2020-07-25 2020-07-24 2020-07-24 2020-07-24' ]
	[ -z "$(echo 'Sáng nay, chiều qua, các đơn vị họp; con đường qua, hiện nay.' | values)" ]
}

@test "the year of a day is that in which an anniversary beside it is kept, where nothing else tells it" {
	[ "$(echo 'Sáng 26/2, Sở Y tế kỷ niệm 63 năm Ngày Thầy thuốc Việt Nam (27/02/1955 – 27/02/2018).' | values)" = '2018-02-26 1955-02-27/2018-02-27' ]
	[ "$(echo 'Nhân kỷ niệm 40 năm Ngày Nhà giáo (1982-2022), sáng 17/11, trường họp.' | values)" = '1982/2022 2022-11-17' ]
	[ "$(echo 'Sáng 26/2, Sở Y tế tổng kết kế hoạch (2015 - 2020).' | values)" = 'XXXX-02-26 2015/2020' ]
}

@test "nothing inside the quoted name of a movement is a date" {
	[ -z "$(echo 'Phong trào “Phất cao cờ hồng tháng 8/2020” được hưởng ứng; cuộc vận động "75 ngày đêm từ 1/5/2020" cũng vậy.' | values)" ]
}

@test "the time of machines: from which meridian it counts is said, and heeded" {
	while IFS=$TAB read -r text value; do
		got=$(printf 'doc\tx\nmeta\t1\t%s\nend\tx\n' "$text" | tdk-date -o | cut -f 5,7)
		[ "$got" = "$value$TAB$text" ] || fail "$text: $got"
	done <<-END
		2024-02-26T03:20:11+00:00	2024-02-26T10:20
		2024-02-29T20:20:11.123Z	2024-03-01T03:20
		2023-12-31T23:59:59+0000	2024-01-01T06:59
		2024-01-01T01:30:00+09:00	2023-12-31T23:30
		2024-02-26T20:20:11+07:00	2024-02-26T20:20
	END
}

# posted TEXT: value, role and words of the dates of a text that was posted on 20/8/2019.
posted() {
	printf 'doc\tx\nmeta\t1\t20/8/2019\ntext\t2\t%s\nend\tx\n' "$1" | tdk-date -o | awk -F '\t' '$2 == 2 { printf "%s%s %s (%s)", sep, $5, $6, $7; sep = ", " }'
}

@test "days of lives, of terms and long past are no day of the event" {
	of() { posted "$1" | sed 's/ ([^)]*)//g'; }
	[ "$(of 'Anh hy sinh hôm 3/6 khi cứu người. Sáng 12/7/2019, xã trao bằng.')" = '2019-06-03 mention, 2019-07-12 event' ]
	[ "$(of 'Bà sinh ngày 2/4/2001, nghỉ việc từ ngày 5/7/2019.')" = '2001-04-02 mention, 2019-07-05 event' ]
	[ "$(of 'Ngày 20/11/1975, trường được dựng; ngày 8/7/2019, trường đón bằng.')" = '1975-11-20 mention, 2019-07-08 event' ]
	[ "$(of 'Học sinh ngày 8/7/2019 được khen.')" = '2019-07-08 event' ]
	# an old day is that of the event where the page tells no other
	[ "$(of 'Ngày 3/4/2011, cụm đã họp.')" = '2011-04-03 event' ]
	[ "$(of 'Từ ngày 3/4/2011, cụm có 9 đơn vị. Ngày 8/7/2019, cụm họp.')" = '2011-04-03 mention, 2019-07-08 event' ]
	[ "$(of 'Hạn chót nhận bài là ngày 9/9/2019, không muộn hơn ngày 12/9/2019.')" = '2019-09-09 deadline, 2019-09-12 deadline' ]
	[ "$(of 'Thời gian nhận hồ sơ: từ ngày 1/9/2019 đến ngày 20/9/2019; ngày 2/10/2019 trao giải.')" = '2019-09-01/2019-09-20 period, 2019-10-02 event' ]
	[ "$(of 'Quy chế có hiệu lực ngày 6/5/2019; nhận bài bắt đầu từ ngày 9/5/2019 và kết thúc vào ngày 11/5/2019.')" = '2019-05-06 mention, 2019-05-09 mention, 2019-05-11 mention' ]
	[ "$(of 'Hội thi diễn ra tới hết ngày 14/3/2019.')" = '2019-03-14 deadline' ]
	[ "$(of 'Hội thi diễn ra vào 14-3.')" = '2019-03-14 event' ]
	[ "$(of 'Hội thi bắt đầu từ 7 giờ ngày 14/3/2019.')" = '2019-03-14T07:00 event' ]
	[ "$(of 'Trong thời hạn 20 ngày kể từ ngày 6/5/2019, cụm góp ý.')" = '2019-05-06 mention' ]
}

@test "days of documents that have no number, and of letterheads on one line" {
	of() { posted "$1" | sed 's/ ([^)]*)//g'; }
	[ "$(of 'Ngày 9/5, Bộ trưởng ban hành Chỉ thị về thi đua.')" = '2019-05-09 document' ]
	[ "$(of 'Sáng 9/5, Bộ trưởng ký Quyết định tặng cờ tại hội trường.')" = '2019-05-09 event' ]
	[ "$(of 'Ngày 9/5, Bộ tổ chức hội nghị, ban hành Kế hoạch năm 2019.')" = '2019-05-09 event, 2019 period' ]
	[ "$(of 'Theo Chỉ thị ngày 9/5/2016 của Ban Bí thư, Công văn 612 ngày 4/6/2018 của Sở.')" = '2016-05-09 document, 2018-06-04 document' ]
	[ "$(of 'Tại lễ công bố Quyết định ngày 12/8/2019 có 30 đại biểu.')" = '2019-08-12 event' ]
	[ "$(of 'SỞ Y TẾ Số: 71/BC-SYT Hà Giang, ngày 04 tháng 02 năm 2019 BÁO CÁO')" = '2019-02-04 document' ]
	[ "$(of 'Hà Giang, ngày 04 tháng 02 năm 2019 |')" = '2019-02-04 document' ]
	[ "$(of 'Ngày ban hành: 14/02/2019')" = '2019-02-14 document' ]
	[ "$(of 'Ngày có hiệu lực: 01/03/2019')" = '2019-03-01 mention' ]
	[ "$(of 'Ngày 14/02/2019, UBND tỉnh có văn bản số 318/UBND-NC.')" = '2019-02-14 document' ]
	[ "$(of 'Phòng chống dịch Covid-19, 14 giờ ngày 16/8/2019, bệnh viện họp.')" = '2019-08-16T14:00 event' ]
}

@test "times and terms that go on, from their beginning" {
	[ "$(posted 'Từ ngày 2/3/2018 đến nay, trường có 4 nhà giáo ưu tú.')" = '2018-03-02/.. period (ngày 2/3/2018 đến nay)' ]
	[ "$(posted 'Từ 2016 tới nay và từ đầu năm 2019 đến nay')" = '2016/.. period (2016 tới nay), 2019/.. period (năm 2019 đến nay)' ]
	[ "$(posted 'Năm 2019 đến nay')" = '2019 period (Năm 2019)' ]
	[ "$(posted 'từ 2012 tới 2016; từ quý II/2017 đến hết quý III/2018')" = '2012/2016 period (2012 tới 2016), 2017-04/2018-09 period (quý II/2017 đến hết quý III/2018)' ]
	[ "$(posted 'Lễ diễn ra từ 8 giờ đến 10 giờ 30 ngày 12/8/2019')" = '2019-08-12T08:00 event (8 giờ đến 10 giờ 30 ngày 12/8/2019)' ]
	[ "$(posted 'Lễ diễn ra từ 19h15 - 21h ngày 12/8/2019')" = '2019-08-12T19:15 event (19h15 - 21h ngày 12/8/2019)' ]
	[ -z "$(posted 'Những năm 1970, phong trào lan rộng.')" ]
	[ "$(posted 'Nhân ngày 20/11, thưởng cho 9 cá nhân ngày 20/11/2018.')" = 'XXXX-11-20 mention (ngày 20/11), 2018-11-20 event (ngày 20/11/2018)' ]
}

@test "without a posting date: the half-year that is over, the year reviewed in spring, the next sentence" {
	of() { printf 'doc\tx\ntext\t1\t%s\nend\tx\n' "$1" | tdk-date -o | awk -F '\t' '{ print $5; exit }'; }
	[ "$(of 'Chiều 9/7, khối tổng kết công tác năm 2020, 6 tháng đầu năm 2021.')" = 2021-07-09 ]
	[ "$(of 'Ngày 11/3, khối tổng kết phong trào thi đua năm 2020.')" = 2021-03-11 ]
	[ "$(of 'Ngày 11/6, khối tổng kết phong trào thi đua năm 2020.')" = XXXX-06-11 ]
	# a prize of a year is given in it or after it
	[ "$(of 'Ngày 11/1, khối trao danh hiệu Gương sáng năm 2020.')" = XXXX-01-11 ]
	[ "$(of 'Ngày 11/9, khối trao danh hiệu Gương sáng năm 2020.')" = 2020-09-11 ]
	[ "$(of 'Sáng 15/6, khối họp. Nhiệm vụ 6 tháng đầu năm 2013 đã xong.')" = 2013-06-15 ]
	[ "$(of 'Sáng 15/6, khối họp. Từ năm 2013 đến năm 2016 đã có 4 sáng kiến.')" = XXXX-06-15 ]
}

@test "what is still to come, over the end of a year; what is done before it is not" {
	[ "$(echo 'Theo kế hoạch, ngày 15/1 tới, Công đoàn tổ chức Tết sum vầy.' | values -r 2019-12-31)" = 2020-01-15 ]
	[ "$(echo 'Ngày 15/12, đơn vị sẽ tổ chức lễ đón Cờ thi đua.' | values -r 2020-07-21)" = 2020-12-15 ]
	[ "$(echo 'Công đoàn sẽ tổ chức hội nghị tổng kết công tác và phát động thi đua vào ngày 15/1.' | values -r 2019-12-31)" = 2020-01-15 ]
	[ "$(echo 'Ngày 15/12, UBND tỉnh đã ban hành kế hoạch, theo đó các đơn vị sẽ ký giao ước.' | values -r 2020-07-21)" = 2019-12-15 ]
	[ "$(echo 'Ngày 15/12 tới dự hội nghị có đại diện các sở.' | values -r 2020-07-21)" = 2019-12-15 ]
	[ "$(page Tin '10/01/2021' 'Trong quý I, Công đoàn sẽ tổ chức hội thao.' | values)" = '2021-01-10 2021-01/2021-03' ]
	[ "$(page Tin '31/12/2019' 'Trong quý I, Công đoàn sẽ tổ chức hội thao.' | values)" = '2019-12-31 2020-01/2020-03' ]
}

@test "days that go on a list without their year; what is counted beside them is none" {
	list() { values -r 2020-07-21; }
	[ "$(echo 'Cụm sơ kết 3 lần (ngày 15/4, 30/6 và 30/9).' | list)" = '2020-04-15 2020-06-30 2019-09-30' ]
	[ "$(echo 'Ngày 15.4 và 30.6 họp; ngày 15-4 và 30-6 họp.' | list)" = '2020-04-15 2020-06-30 2020-04-15 2020-06-30' ]
	[ "$(echo 'Ngày 15/4, 12/12 đơn vị đạt chuẩn; ngày 16/4 và 5/7 xã họp.' | list)" = '2020-04-15 2020-04-16' ]
	[ "$(echo 'Nhân dịp 30/4 và 1/5, các đơn vị thi đua.' | list)" = 'XXXX-04-30 XXXX-05-01' ]
}

@test "the day of a dateline is that of posting, and gives its year" {
	lead() { printf 'doc\tx\ntext\t1\t%s Công an tỉnh tổ chức lễ.\nend\tx\n' "$1" | tdk-date -o | cut -f 5,6 | paste -sd' '; }
	for head in '(20/08/2020) - Sáng 19/8,' 'Lào Cai (TTX 20/8/2020) - Sáng 19/8,' 'Nghệ An, 20/8/2020 - Sáng 19/8,'; do
		[ "$(lead "$head")" = "2020-08-20${TAB}published 2020-08-19${TAB}event" ] || fail "$head: $(lead "$head")"
	done
	[ "$(lead '(20/08/2020)')" = "2020-08-20${TAB}event" ]
}

@test "a deadline by its day; up to when something was told; houses older than the page; the Day of Law" {
	said() { tdk-date -o -r 2020-07-21 | cut -f 5,6 | paste -sd' '; }
	[ "$(echo 'Hồ sơ gửi trước 17 giờ 00 ngày 30/9/2020.' | said)" = "2020-09-30${TAB}deadline" ]
	[ "$(echo 'Cuối cùng. Đến ngày 20/10/2010, bà được bầu làm Chủ tịch Hội.' | said)" = "2010-10-20${TAB}event" ]
	[ "$(echo 'Đến ngày 20/10/2020, các đơn vị phải hoàn thành.' | said)" = "2020-10-20${TAB}deadline" ]
	[ "$(echo 'Hằng năm, cứ đến ngày 11/6, các đơn vị ôn lại lời Bác.' | said)" = "XXXX-06-11${TAB}mention" ]
	[ "$(echo 'Trường được thành lập ngày 15/8/1991.' | said)" = "1991-08-15${TAB}mention" ]
	[ "$(echo 'Ngày 15/8/1991, Sở Y tế được thành lập.' | said)" = "1991-08-15${TAB}mention" ]
	[ "$(echo 'Chị vào Đảng ngày 19/5/2003 tại xã nhà.' | said)" = "2003-05-19${TAB}mention" ]
	[ "$(echo 'Ngày 18/6, Hiệp hội đã có công văn gửi Bộ.' | said)" = "2020-06-18${TAB}document" ]
	[ "$(echo 'Nhân Ngày Pháp luật Việt Nam 9/11, Sở tổ chức buổi sinh hoạt.' | said)" = "XXXX-11-09${TAB}mention" ]
}

@test "two days of two months, minutes of one figure, brackets of weekdays; years that are counted are none" {
	said() { tdk-date -o -r 2025-03-15 | cut -f 5,6 | paste -sd' '; }
	[ "$(echo 'Trong hai ngày 30/6 và 01/7/2024, Hội thi diễn ra.' | said)" = "2024-06-30/2024-07-01${TAB}event" ]
	[ "$(echo 'Trong 2 ngày 30/6 và 1/7, Hội thi diễn ra.' | said)" = "2024-06-30/2024-07-01${TAB}event" ]
	[ "$(echo 'Ngày 30/6 và 01/7/2024, Hội thi diễn ra.' | said)" = "2024-06-30${TAB}event 2024-07-01${TAB}mention" ]
	[ "$(echo '7 giờ 5 phút ngày 3/5/2024, Hội nghị khai mạc.' | said)" = "2024-05-03T07:05${TAB}event" ]
	[ "$(echo 'Thứ Sáu (ngày 12/7/2024), Cụm họp.' | tdk-date -o | cut -f 7)" = 'Thứ Sáu (ngày 12/7/2024)' ]
	for text in 'Nhiều năm nay, chị luôn gương mẫu.' 'Hai năm nay chị đều được khen.' 'Suốt 5 năm nay anh làm việc tốt.'; do
		[ -z "$(echo "$text" | said)" ] || fail "$text"
	done
	[ "$(echo 'Năm nay, đơn vị tròn 60 tuổi.' | said)" = "2025${TAB}period" ]
}

@test "what was reached by a day, a stamp before the text, a feast in the morning of which somebody meets" {
	said() { tdk-date -o -r 2025-03-15 | cut -f 5,6 | paste -sd' '; }
	[ "$(echo 'Đến ngày 10/12/2024, công ty đã đạt 98% kế hoạch.' | said)" = "2024-12-10${TAB}mention" ]
	[ "$(echo 'Giám đốc cho biết, đến 31/7/2018, tổng vốn đạt 25 tỷ.' | said)" = "2018-07-31${TAB}mention" ]
	[ "$(echo 'Phấn đấu đến 31/12/2025 có 8 xã đạt chuẩn.' | said)" = "2025-12-31${TAB}deadline" ]
	[ "$(echo '[30/8/2024] Được Bộ đồng ý, sáng ngày 29 tháng 8 năm 2024, Cụm họp.' | said)" = "2024-08-30${TAB}published 2024-08-29${TAB}event" ]
	[ "$(echo 'Kỷ niệm Ngày Nhà giáo Việt Nam, sáng 20/11, Trường tổ chức mít tinh.' | said)" = "2024-11-20${TAB}event" ]
	[ "$(echo 'Kỷ niệm Ngày Nhà giáo Việt Nam 20/11, Trường tổ chức mít tinh.' | said)" = "XXXX-11-20${TAB}mention" ]
}
