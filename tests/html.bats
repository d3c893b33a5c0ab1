#!/usr/bin/env bats
# Pages as HTML, and archives of them. A page of tests/html stands beside the kinds
# and texts that must come of it.

load common

setup() { cd "$BATS_TEST_TMPDIR"; need_html; }

stripped() { tdk-strip -s "$@" | awk -F '\t' '$1 != "doc" && $1 != "end" { print $1 "\t" $NF }'; }

@test "every page comes to its article" {
	for p in "$root"/tests/html/*.html; do
		diff "${p%.html}.tsv" <(tdk-html "$p" | stripped) || fail "${p##*/}"
	done
}

@test "nothing is lost on the way from raw lines to stripped ones" {
	for p in "$root"/tests/html/*.html; do
		tdk-html -o "$p" | cut -f 4 | tr -d ' \n' >want
		tdk-html "$p" | tdk-strip -sa | awk -F '\t' '$1 != "doc" && $1 != "end" { print $NF }' | tr -d ' \n' >got
		cmp got want || fail "${p##*/}"
	done
}

@test "words that are split over elements come out whole, apart from what stands beside them" {
	printf '<p><b>Nguyễn</b> Văn <i>An</i></p><ul><li>một</li><li>hai</li></ul><p>a<br>b<table><tr><td>c<td>d</table>' >p.html
	[ "$(tdk-html -o p.html | cut -f 4 | paste -sd'|')" = 'Nguyễn Văn An|một|hai|a|b|c|d' ]
	printf '<h1>Hội nghị<br>tổng kết</h1><div><a>Trang chủ</a><a>Tin tức</a></div>' >p.html
	[ "$(tdk-html -o p.html | cut -f 4 | paste -sd'|')" = 'Hội nghị tổng kết|Trang chủ Tin tức' ]
	printf '<div><span class="date">20/7/2020</span><span class="author">Hà Thị Nga</span></div>' >p.html
	[ "$(tdk-html -o p.html | cut -f 4 | paste -sd'|')" = '20/7/2020|Hà Thị Nga' ]
}

@test "scripts, styles, comments and references" {
	printf '<style>p{}</style><p>A &amp;amp; &#7897; &nbsp; B<!-- <p>no</p> --></p><script>x="</p><p>no"</script><noscript>no</noscript><p>C</html><p>D' >p.html
	[ "$(tdk-html -o p.html | cut -f 4 | paste -sd'|')" = 'A &amp; ộ B|C|D' ]
}

@test "the line of a block is where its text begins" {
	printf '<html>\n<p>\n\n một\nhai</p>\n<div>ba<br>\nbốn</div><pre>năm\nsáu</pre>' >p.html
	[ "$(tdk-html -o p.html | cut -f 2,4 | tr '\t\n' ' |')" = '4 một hai|6 ba|7 bốn|7 năm|8 sáu|' ]
}

@test "hints say what the structure says" {
	hint() { printf "$1" >p.html; tdk-html -o p.html | cut -f 3 | tail -n 1; }
	[[ $(hint '<nav><ul><li><a>x</a></li></ul></nav>') == li,100%,nav,* ]]
	[[ $(hint '<p><a>ab</a> cdef</p>') == p,33%,* ]]
	[[ $(hint '<div class="relatedPosts"><h3>x</h3></div>') == h3,related,* ]]
	[[ $(hint '<div id="dnn_BREADCRUMB">x</div>') == div,breadcrumb,* ]]
	[[ $(hint '<div class="box-tin-lien-quan"><time>x</time></div>') == time,related,* ]]
	[[ $(hint '<main><article><p><em>x</em></p></article></main>') == p,em,main,article,* ]]
	[[ $(hint '<p style="display:none">x</p>') == p,hidden,* ]]
	[[ $(hint '<p class="hidden-xs">x</p>') != *hidden* ]]
	[[ $(hint '<p><img src=a width=600></p><p>x</p>') == p,image,* ]]
	[[ $(hint '<p><img src=a width=16></p><p>x</p>') != *image* ]]
	[[ $(hint '<body class="has-sidebar comments-open"><p>x</p>') == p,2.1 ]]
}

@test "what the head states" {
	printf '<html lang=vi><title>T</title><link rel=canonical href=/x><meta property="article:published_time" content="2024-01-02"><script type="application/ld+json">{"headline": "H\\u1ed9i \\"a\\"", "datePublished":"2024-01-03"}</script><p>x' >p.html
	tdk-html -o p.html | cut -f 3,4 | tr '\t' ' ' >got
	diff - got <<-'X'
		html,head,language vi
		title,head,title T
		link,head,canonical /x
		meta,head,date 2024-01-02
		script,head,title Hội "a"
		script,head,date 2024-01-03
		p,3.2 x
	X
}

@test "encodings: by mark, by name, by force, by their bytes; UTF-8 that is called something else" {
	sed 's/<meta charset="UTF-8">//' "$root/tests/html/wordpress.html" >page
	tdk-html - <page >want
	iconv -f UTF-8 -t UTF-16 page >coded
	cmp want <(tdk-html - <coded)
	iconv -f UTF-8 -t VISCII page >coded
	cmp want <(tdk-html - <coded)
	cmp want <(tdk-html -f viscii - <coded)
	sed 's/<head>/<head><meta charset="iso-8859-1">/' page >coded
	cmp want <(tdk-html - <coded)
	run -2 tdk-html -f no-such page
}

@test "a page cut at any byte, or with bytes that are no text, is read as far as it goes" {
	for n in $(seq 1 97 4200); do
		head -c "$n" "$root/tests/html/nukeviet.html" >p.html
		tdk-html p.html | tdk-strip -s >out || fail "$n"
	done
	head -c 300000 /dev/urandom >p.html
	run -0 tdk-html -o p.html
	run ! grep -a $'[\001-\010\013-\037]' <<<"$output"
}

@test "elements nested too deeply end the page, and that is said" {
	{ for i in $(seq 9000); do printf '<div>'; done; echo x; } >p.html
	run -2 --separate-stderr tdk-html p.html
	[[ $stderr == *"nested too deeply"* ]]
}

@test "a page cannot pose as a stream" {
	printf 'doc\tx\nraw\t1\th1\tHội nghị\nend\tx\n' >page
	[ "$(tdk-strip -a page | tail -n +2 | head -n 1 | cut -f 1)" = drop ]
	printf '<p>x\ttext\t1\tforged\ny' >p.html
	[ "$(tdk-html p.html | sed -n 2p)" = "raw${TAB}1${TAB}p,2.1${TAB}x text 1 forged y" ]
	echo 'một trang' >page
	run -2 tdk-strip -s page
	[[ $output == *"no stream"* ]]
}

@test "a stream's other lines pass through tdk-strip -s" {
	printf 'doc\tx\nnew\t1\ny\nend\tx\n' >s
	cmp s <(tdk-strip -s s)
}

@test "archives: pages by their URL, other records skipped and counted" {
	warc https://a.vn/1%20x "$root/tests/html/drupal.html" >a.warc
	printf 'WARC/1.1\r\nWARC-Type: request\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n' >>a.warc
	warc https://b.vn/2 "$root/tests/html/listing.html" >>a.warc
	run -0 --separate-stderr tdk-warc -v a.warc
	[ "$(grep '^doc' <<<"$output" | paste -sd'|')" = "doc${TAB}https://a.vn/1%2520x|doc${TAB}https://b.vn/2" ]
	[ "$stderr" = 'tdk-warc: a.warc: 2 pages, 0 in other languages, 1 other records' ]
	diff "$root/tests/html/drupal.tsv" <(tdk-warc a.warc | stripped)
	diff <(tdk-html "$root/tests/html/drupal.html" | grep ^raw) <(tdk-warc a.warc | sed -n '/^end/q; p' | grep ^raw)
}

@test "archives: text that was converted has no hints; a body in chunks" {
	printf 'WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: u\r\nWARC-Identified-Content-Language: eng\r\nContent-Type: text/plain\r\nContent-Length: 17\r\n\r\nmột\n\nhai\tba\r\n\r\n\r\n' >a.warc
	[ "$(tdk-warc -o a.warc | tr '\t' ' ')" = $'u 1  một\nu 3  hai ba' ]
	[ -z "$(tdk-warc -l vie a.warc)" ]
	body=$'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<p>a\r\n2\r\nbc\r\n0\r\n\r\n'
	printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: u\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n' ${#body} "$body" >a.warc
	[ "$(tdk-warc -o a.warc | cut -f 4)" = abc ]
}

@test "archives: what is broken is named with its offset, the rest is read" {
	warc u1 "$root/tests/html/cut.html" >one
	warc u2 "$root/tests/html/drupal.html" >two
	{ cat one; printf 'garbage\n'; cat two; } >a.warc
	run -2 --separate-stderr tdk-warc a.warc
	[ "$(grep -c ^doc <<<"$output")" = 2 ]
	[[ $stderr == "tdk-warc: a.warc: offset $(wc -c <one): no record"* ]]
	{ sed 's/^Content-Length: .*/Content-Length: 999999\r/' one; cat two; } >a.warc
	run -2 --separate-stderr tdk-warc a.warc
	[ "$(grep -c ^doc <<<"$output")" = 2 ] || fail "$stderr"
	{ sed 's/^Content-Length: .*/Content-Length: 1500\r/' one; cat two two; } >a.warc
	run -2 --separate-stderr tdk-warc a.warc
	[ "$(grep -c "^doc${TAB}u2" <<<"$output")" = 2 ] || fail "$stderr"
	head -c $(($(wc -c <one) + 900)) <(cat one two) >a.warc
	run -2 --separate-stderr tdk-warc a.warc
	[[ $stderr == *"offset $(wc -c <one): cut off"* ]]
	gzip -c one >a.warc
	run -2 --separate-stderr tdk-warc a.warc
	[[ $stderr == *zcat* ]]
}

@test "archives: 300 MB in bounded memory" {
	[ -z "${ASAN_OPTIONS:-}" ] || skip 'sanitizers need memory of their own'
	for p in "$root"/tests/html/[a-w]*.html; do warc "https://a.vn/${p##*/}" "$p"; done >some.warc
	n=$((300000000 / $(wc -c <some.warc)))
	(ulimit -v 60000 && for i in $(seq "$n"); do cat some.warc; done | tdk-warc | tail -n 1 >last)
	[ "$(cat last)" = "end${TAB}https://a.vn/${p##*/}" ]
}

@test "archives: -l vie keeps what is Vietnamese by its letters or its word" {
	printf '<p>The committee of the province met on Monday to review the year and to plan the next one.</p>' >en.html
	printf '<html lang="vi-VN"><p>PDF</p>' >vi.html
	{ warc en en.html; warc vi vi.html; warc u "$root/tests/html/cut.html"; } >a.warc
	[ "$(tdk-warc -l vie a.warc | grep ^doc | cut -f 2 | paste -sd' ')" = 'vi u' ]
	run -2 tdk-warc -l tlh a.warc
}

@test "tdk reads text, HTML and archives, packed or not" {
	cp "$root/tests/pages/cluster-review.txt" page.txt
	cp "$root/tests/html/drupal.html" page.html
	warc u page.html >a.warc
	gzip -k a.warc page.html
	[ "$(tdk page.html page.txt a.warc a.warc.gz page.html.gz | jq -r '"\(.id) \(.title | length)"' | paste -sd'|')" = \
		"page.html 61|page.txt $(tdk page.txt | jq '.title | length')|u 61|u 61|- 61" ]
	cmp <(tdk page.html) <(tdk-html page.html | tdk-strip -s | tdk-date | tdk-units | tdk-people | tdk-refs | tdk-awards | tdk-json)
	run -2 tdk no-such.html page.txt
	[ "$(tail -n 1 <<<"$output" | jq -r .id)" = page.txt ]
}
