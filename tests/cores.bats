#!/usr/bin/env bats
# Documents parted, worked on elsewhere and put together again: the same, byte for byte.

load common

setup_file() {
	cd "$BATS_FILE_TMPDIR"
	local n=0
	for p in $(pages) $(pages); do
		n=$((n + 1))
		cp "$p" "p$n.txt"
	done
	ls p*.txt >list
	tdk $(cat list) >want 2>/dev/null || true
	tdk-strip $(cat list) >stream 2>/dev/null || true
	tdk-date stream | tdk-units | tdk-people >found
	export -f fail
}
setup() { cd "$BATS_FILE_TMPDIR"; }
need_parallel() { command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q GNU || skip 'no GNU parallel'; }

# The documents of a stream, one a line, and back: TAB and newline have no other place.
to_lines() { awk '{ printf "%s%s", $0, /^end\t/ ? "\n" : "\001" }'; }
from_lines() { tr '\001' '\n'; }

@test "files over xargs -P: the same records" {
	xargs -P 2 -n 3 tdk <list 2>/dev/null | sort | cmp - <(sort want)
}

@test "a stream shuffled, split in three and merged by the ID" {
	to_lines <stream | shuf --random-source=list >lines
	split -n r/3 lines part.
	for f in part.a?; do
		from_lines <$f | tdk-date | tdk-units | tdk-people | to_lines >$f.out &
	done
	wait
	cat part.a?.out | sort | cmp - <(to_lines <found | sort)
}

@test "a list parted by number, as the elements of an array take it" {
	for i in 0 1 2; do awk -v i=$i 'NR % 3 == i' list | xargs tdk >$i.jsonl 2>/dev/null || true; done
	sort ?.jsonl | cmp - <(sort want)
}

@test "parallel -k over files, --pipe over a stream: the same, in order" {
	need_parallel
	parallel -k tdk <list 2>/dev/null | cmp - want
	parallel --pipe --recstart 'doc\t' --block 20k -k 'tdk-date | tdk-units | tdk-people' <stream 2>/dev/null | cmp - found
}

@test "parallel --sshlogin, to this machine" {
	need_parallel
	[ "$(id -u)" = 0 ] && [ -x /usr/sbin/sshd ] && command -v ssh-keygen >/dev/null || skip 'no sshd to start'
	ssh-keygen -q -t ed25519 -N '' -f host
	ssh-keygen -q -t ed25519 -N '' -f me
	mkdir -p /run/sshd
	port=$((20000 + $$ % 20000))
	/usr/sbin/sshd -f /dev/null -p $port -h "$PWD/host" -o AuthorizedKeysFile="$PWD/me.pub" -o StrictModes=no -o PidFile="$PWD/sshd.pid" -o ListenAddress=127.0.0.1 3>&-
	for i in 1 2 3 4 5 6 7 8 9 10; do [ ! -s sshd.pid ] && sleep 0.2; done
	printf '#!/bin/sh\nexec ssh -q -p %s -i "%s/me" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null "$@"\n' $port "$PWD" >sshto
	chmod +x sshto
	parallel --pipe --recstart 'doc\t' --block 20k -k --ssh "$PWD/sshto" --sshlogin 127.0.0.1,: "PATH=$TDK_BIN:\$PATH; tdk-date | tdk-units | tdk-people" <stream >got 2>said || true
	kill "$(cat sshd.pid)"
	cmp got found || fail "$(cat said)"
}
