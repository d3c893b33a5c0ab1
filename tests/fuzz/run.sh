#!/bin/sh
# Fuzz every entry that takes bytes, $1 seconds each (default 60), with the laws of
# tdk(5) as the oracle. What breaks one is kept in build/fuzz/found; when it is mended
# it belongs in tests/fuzz/regress. "replay" instead of a number: build with $CC and
# run over the seeds and the regressions only. Further arguments choose targets.
set -eu
cd "$(dirname "$0")/../.."
how=${1:-60}
[ $# -eq 0 ] || shift
dir=$PWD/build/fuzz
targets='strip html warc date units people refs awards json show names decode'
[ $# -eq 0 ] || targets=$*

case $how in
replay)
	cc=${CC:-cc} flags="${SANITIZE:--O1 -g}" link='' more=-DREPLAY
	dir=$PWD/build/replay
	;;
*)
	cc=${FUZZ_CC:-clang}
	command -v "$cc" >/dev/null || { echo "fuzz: no $cc here" >&2 && exit 2; }
	flags='-O1 -g -fsanitize=fuzzer-no-link,address,undefined,implicit-conversion,local-bounds -fno-sanitize-recover=undefined,implicit-conversion,local-bounds'
	link=-fsanitize=fuzzer more=''
	;;
esac

# ---- build ----

mkdir -p "$dir/tree" "$dir/found"
rm -rf "$dir/tree"
mkdir -p "$dir/tree"
cp -R cmd lib man tests Makefile "$dir/tree"
(
	cd "$dir/tree"
	make -s clean
	make -s CC="$cc" CFLAGS="$flags" LDFLAGS="$flags" lib/libtdk.a lib/html.o
) >"$dir/log" 2>&1 || { cat "$dir/log" && exit 2; }

# What is compiled for a target.
defines() {
	own=$(sed -n '/\.owns = /p' "cmd/tdk-$1.c" 2>/dev/null | sed 's/.*owns = //; s/,$//')
	case $1 in
	date | units | people | refs | awards) echo "-DLAWS=1 -DOWN=($own)" ;;
	strip) echo '-DLAWS=2 -DOPTION="-a"' ;;
	html | warc) echo -DLAWS=2 ;;
	json) echo -DLAWS=3 ;;
	show) echo -DLAWS=4 ;;
	esac
}
cd "$dir/tree"
for t in $targets; do
	xml=''
	case $t in
	html | warc)
		[ -s lib/xmlflags ] || { echo "fuzz: $t left out: no libxml2" && continue; }
		xml="lib/html.o $(sed -n 2p lib/xmlflags)"
		;;
	esac
	src=tests/fuzz/fuzz.c
	case $t in names | decode) src=tests/fuzz/$t.c ;; esac
	set --
	# the mask of OWN holds blanks
	eval "set -- $(defines "$t" | sed 's/(/"(/; s/)$/)"/; s/-DOPTION="-a"/'"'-DOPTION=\"-a\"'"'/')"
	# shellcheck disable=SC2086
	$cc -std=c11 $flags $link $more -w -Ilib -DTOOL="\"../../cmd/tdk-$t.c\"" "$@" -o "$dir/$t" $src \
		${xml%% *} lib/libtdk.a ${xml#* } -lpcre2-8 -lunistring || { echo "fuzz: $t does not compile" && exit 2; }
done
cd - >/dev/null

# ---- seeds ----

mkdir -p "$dir/seeds/pages" "$dir/seeds/streams" "$dir/seeds/html" "$dir/seeds/warc" "$dir/seeds/names" "$dir/seeds/decode"
for p in tests/strip/*.tsv; do cut -f 2- "$p" >"$dir/seeds/pages/${p##*/}.txt"; done
cp tests/pages/*.txt "$dir/seeds/pages/"
cp tests/html/*.html "$dir/seeds/html/"
rm -f "$dir/seeds/html/deep.html"
for h in tests/html/*.html; do
	[ "$(wc -c <"$h")" -gt 20000 ] || {
		printf 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: u\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n' \
			$(($(wc -c <"$h") + 44))
		printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
		cat "$h"
		printf '\r\n\r\n'
	} >"$dir/seeds/warc/${h##*/}"
done
PATH=${TDK_BIN:-$PWD/cmd}:$PATH
i=0
for p in "$dir"/seeds/pages/*; do
	i=$((i + 1))
	tdk -s "$p" >"$dir/seeds/streams/$i" 2>/dev/null || :
	tdk-strip -t "$p" >"$dir/seeds/streams/t$i" 2>/dev/null || :
done
cut -f 1 tests/unit_sentences.tsv | split -l 3 - "$dir/seeds/streams/u"
cut -f 1 tests/person_sentences.tsv | split -l 3 - "$dir/seeds/streams/p"
printf 'BQL\tstate\tBan Quản lý\nTrưởng làng\trole\t\nZơ\tsurname\t\n' >"$dir/seeds/names/a"

i=0
for e in TCVN5712-1 TCVN5712-1 VISCII WINDOWS-1258 WINDOWS-1252 UTF-16 UTF-16LE UTF-16BE TCVN5712-1 UTF-8; do
	{
		# shellcheck disable=SC2059
		printf "\\$(printf %o "$i")"
		iconv -c -f UTF-8 -t "$e" tests/pages/cluster-review.txt 2>/dev/null || :
	} >"$dir/seeds/decode/$e$i"
	i=$((i + 1))
done

seeds_of() {
	case $1 in
	strip) echo pages ;;
	html | warc | names | decode) echo "$1" ;;
	*) echo streams ;;
	esac
}

# ---- run ----

bad=0
for t in $targets; do
	[ -x "$dir/$t" ] || continue
	mkdir -p "$dir/corpus/$t"
	if [ "$how" = replay ]; then
		set -- "$dir/seeds/$(seeds_of "$t")"/*
		for f in "tests/fuzz/regress/$t"/*; do [ ! -f "$f" ] || set -- "$@" "$f"; done
		if timeout 300 "$dir/$t" "$@" >"$dir/$t.log" 2>&1; then
			echo "$t: $# inputs"
		else
			tail -n 3 "$dir/$t.log"
			echo "$t: broken"
			bad=1
		fi
		continue
	fi
	cp tests/fuzz/regress/"$t"/* "$dir/corpus/$t/" 2>/dev/null || :
	if "$dir/$t" -max_total_time="$how" -timeout=25 -rss_limit_mb=2048 -max_len=8192 -print_final_stats=1 \
		-artifact_prefix="$dir/found/$t-" "$dir/corpus/$t" "$dir/seeds/$(seeds_of "$t")" >"$dir/$t.log" 2>&1; then
		found=nothing
	else
		found="$(grep -a -m 1 'law broken\|ERROR: \|runtime error' "$dir/$t.log" || tail -n 1 "$dir/$t.log")"
		bad=1
	fi
	echo "$t: $(sed -n 's/^stat::number_of_executed_units: *//p' "$dir/$t.log") executions in $how s, found: $found"
done
exit $bad
