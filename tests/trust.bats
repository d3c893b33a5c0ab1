#!/usr/bin/env bats
# The tools can be left alone: confinement, and a system that fails.

load common

setup_file() {
	load common
	make_streams
	export streams shim=
	[ -z "${ASAN_OPTIONS:-}" ] || return 0
	cc -shared -fPIC -o "$BATS_FILE_TMPDIR/shim.so" "$root/tests/c/shim.c" 2>/dev/null && shim=$BATS_FILE_TMPDIR/shim.so
	return 0
}
setup() {
	[ -n "$shim" ] || skip 'no preloading here'
	cd "$BATS_TEST_TMPDIR"
	cp "$root/tests/pages/cluster-review.txt" page.txt
	cp "$root/tests/html/wordpress.html" page.html
	warc https://a.vn/page.html page.html >a.warc
	tdk -s page.txt >s.tdk
}
input() { case $1 in tdk-strip) echo page.txt ;; tdk-html) echo page.html ;; tdk-warc) echo a.warc ;; *) echo s.tdk ;; esac; }
with() { # VARIABLE=VALUE ... command
	env LD_PRELOAD="$shim" "$@"
}

# From one of $1 to the next that is tried, so that about $2 are.
stride() { [ "${TDK_FAULTS:-}" = all ] && echo 1 || echo $((1 + $1 / $2)); }

@test "a confined tool opens no file and no socket, and runs nothing" {
	[ "$(uname -s)" = Linux ] || skip 'seccomp is of Linux'
	touch keep
	for x in $(tools); do
		f=$(input "$x")
		with SHIM_TRY=1 "$x" "$f" >/dev/null 2>said
		grep -q '^socket: Operation not permitted' said || skip 'no seccomp here'
		for what in 'open to write' remove 'another process' 'another program'; do
			grep -q "^$what: Operation not permitted" said || fail "$x: $what"
		done
		# these three may have to read the tables of iconv(3)
		case $x in
		tdk-strip | tdk-html | tdk-warc) ;;
		*) grep -q '^open to read: Operation not permitted' said || fail "$x: open" ;;
		esac
		[ -e keep ] && [ ! -e shim-was-here ]
		with SHIM_TRY=1 TDK_NO_CONFINE=1 "$x" "$f" 2>&1 >/dev/null | grep -q '^socket: done' || fail "$x: TDK_NO_CONFINE"
		touch keep
		rm -f shim-was-here
	done
}

@test "confinement changes nothing of what comes out" {
	for x in $(tools); do
		f=$(input "$x")
		cmp <("$x" "$f") <(TDK_NO_CONFINE=1 "$x" "$f") || fail "$x"
		cmp <("$x" "$f" "$f") <(cat "$f" | TDK_NO_CONFINE=1 "$x" "$f" "$f") || fail "$x"
	done
	printf 'S\xe1ng 24/7, UBND t\xd2nh h\xf7p\n' >b
	cmp <(tdk-strip -a -f windows-1258 b) <(TDK_NO_CONFINE=1 tdk-strip -a -f windows-1258 b)
}

@test "memory that runs out, at every request: a message, status 2, whole lines, nothing wrong" {
	for x in $(tools); do
		f=$(input "$x")
		"$x" "$f" >whole
		all=$(with SHIM_COUNT=1 "$x" "$f" 2>&1 >/dev/null)
		[ "$all" -gt 5 ] || fail "$x: $all"
		step=$(stride "$all" 300)
		for ((n = 1; n <= all; n += step)); do
			rc=0
			with SHIM_MALLOC=$n "$x" "$f" >got 2>said || rc=$?
			# what a library can do without it may
			[ "$rc" = 0 ] && [ ! -s said ] && cmp -s whole got && continue
			# what writes down the coverage does not ask whether it got memory
			[ "$rc" = 139 ] && [ "${SANITIZE:-}" = --coverage ] && continue
			[ "$rc" = 2 ] && grep -q "^$x: " said || fail "$x: $n of $all: $rc $(cat said)"
			[ ! -s got ] || [ "$(tail -c 1 got)" = '' ] || fail "$x: $n: a part of a line"
			case $x in tdk-show) continue ;; esac
			cmp -s -n "$(wc -c <got)" whole got || fail "$x: $n: something else"
		done
	done
}

@test "reads and writes that are short or interrupted change nothing" {
	for x in $(tools); do
		f=$(input "$x")
		"$x" "$f" >whole
		for how in SHIM_READ=short SHIM_READ=eintr SHIM_WRITE=short SHIM_WRITE=eintr; do
			with $how "$x" "$f" | cmp - whole || fail "$x $how"
		done
	done
}

@test "a read that fails: a message, status 2, what was read is there" {
	for x in $(tools); do
		f=$(input "$x")
		rc=0
		with SHIM_READ=eio:200 "$x" "$f" >got 2>said || rc=$?
		[ "$rc" = 2 ] && grep -q 'Input/output error' said || fail "$x"
		case $x in tdk-date | tdk-units | tdk-people | tdk-refs | tdk-awards)
			[ -s got ] || fail "$x: nothing"
			;;
		esac
	done
}

@test "a disk that is full, at any byte: a message, status 2, what fitted is there" {
	for x in $(tools); do
		f=$(input "$x")
		"$x" "$f" >whole
		size=$(wc -c <whole)
		step=$(stride "$size" 60)
		for ((n = 0; n < size; n += step)); do
			rc=0
			with SHIM_WRITE=full:$n "$x" "$f" >got 2>said || rc=$?
			[ "$rc" = 2 ] && grep -q 'No space left' said || fail "$x: $n: $rc"
			cmp <(head -c "$n" whole) got || fail "$x: $n"
		done
	done
}

@test "a reader that goes away, at any byte: quiet" {
	for x in $(tools); do
		f=$(input "$x")
		"$x" "$f" >whole
		size=$(wc -c <whole)
		step=$(stride "$size" 40)
		for ((n = 0; n < size; n += step)); do
			with SHIM_WRITE=pipe:$n "$x" "$f" >got 2>said || fail "$x: $n"
			[ ! -s said ] && cmp <(head -c "$n" whole) got || fail "$x: $n"
		done
	done
}

# A line of about $2 bytes that is hard to read, by name.
hostile() {
	local n=$2
	case $1 in
	quotes) yes '“' | head -n $((n / 3)) | tr -d '\n' ;;
	capitals) yes 'Nguyễn' | head -n $((n / 9)) | tr '\n' ' ' ;;
	surnames) yes 'Lê Văn' | head -n $((n / 9)) | tr '\n' ' ' ;;
	digits) yes '12/' | head -n $((n / 3)) | tr -d '\n' ;;
	days) yes 'ngày 1/2' | head -n $((n / 10)) | tr '\n' ',' ;;
	brackets) yes '(' | head -n $((n / 2)) | tr '\n' ' ' ;;
	letters) head -c "$n" /dev/zero | tr '\0' a ;;
	units) yes 'Sở Văn hóa, Thể thao và' | head -n $((n / 32)) | tr '\n' ' ' ;;
	offices) yes 'Phó Chủ tịch' | head -n $((n / 18)) | tr '\n' ',' ;;
	numbers) yes 'số 1/' | head -n $((n / 7)) | tr '\n' ' ' ;;
	brief) echo 'Sở Y tế (SYT) họp.'; yes 'a,' | head -n $((n / 3)) | tr -d '\n' ;;
	notes) echo 'Hội nghị tổng kết công tác thi đua năm 2020'; yes 'Sở Y tế họp bàn công tác thi đua (1), rồi tổng kết.' | head -n $((n / 160)) | tr '\n' ' '; echo; yes '(9) Gồm Sở Y tế' | head -n $((n / 40)) ;;
	esac
	echo
}

# Processor time of a command, in milliseconds: the least of three.
cpu() {
	local TIMEFORMAT='%U %S' t least=999999
	for _ in 1 2 3; do
		t=$({ time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print int(($1 + $2) * 1000) }')
		[ "$t" -ge "$least" ] || least=$t
	done
	echo "$least"
}

@test "four times as long a line costs four times as much, not more, however hard it is" {
	for h in quotes capitals surnames digits days brackets letters units offices numbers brief notes; do
		hostile $h 250000 >one
		hostile $h 1000000 >four
		for x in $(extractors) tdk-strip; do
			a=$(cpu "$x" one)
			b=$(cpu "$x" four)
			[ "$b" -le $((a * 8 + 60)) ] || fail "$x: $h: $a ms, then $b ms"
		done
	done
}
