#!/bin/sh
# tdk - the whole pipeline: pages in, one JSON record a page out. See tdk(1).
usage='usage: tdk [-hlpVv] [file ...]'
options=
case $0 in */*) PATH=${0%/*}:$PATH ;; esac # the tools stand beside it
case ${1-} in
--help) set -- -h ;;
--version) set -- -V ;;
esac
while getopts :hlpVv o; do
	case $o in
	h)
		printf '%s\n%s\n' "$usage" 'Turn pages into records: tdk-strip | tdk-date | tdk-units | tdk-people | tdk-refs | tdk-awards | tdk-json. See tdk(1).'
		exit
		;;
	V)
		exec tdk-json -V
		;;
	l | p | v) options=$options$o ;;
	*)
		printf 'tdk: unknown option: -%s\n%s\n' "$OPTARG" "$usage" >&2
		exit 2
		;;
	esac
done
shift $((OPTIND - 1))

# What a file is, by how it begins: text, html, warc, or one of the last two packed.
look() {
	# shellcheck disable=SC2018,SC2019
	case $(LC_ALL=C head -c 1024 <"$1" 2>/dev/null | LC_ALL=C tr -d '\000' | LC_ALL=C tr 'A-Z\n\r' 'a-z  ') in
	warc/1.*) echo warc ;;
	*'<!doctype html'* | *'<html'* | *'<head>'* | *'<body'*) echo html ;;
	"$gzip_magic"*)
		if gzip -dc <"$1" 2>/dev/null | LC_ALL=C head -c 7 | grep -q '^WARC/1'; then echo warc.gz; else echo html.gz; fi
		;;
	*) echo text ;;
	esac
}
gzip_magic=$(printf '\037\213')

# Pages of one kind, as a stream of stripped ones.
strip() {
	kind=$1
	shift
	case $kind in
	text) tdk-strip -- "$@" ;;
	html) { tdk-html -- "$@" || echo $? >&3; } | tdk-strip -s ;;
	warc) { tdk-warc -- "$@" || echo $? >&3; } | tdk-strip -s ;;
	esac || echo $? >&3
}

# All operands, in their order.
pages() {
	kinds=
	for f in "$@"; do
		if [ "$f" = - ]; then k=text; else k=$(look "$f"); fi
		case " $kinds " in *" $k "*) ;; *) kinds="$kinds $k" ;; esac
	done
	case $kinds in
	'') strip text ;;
	' text' | ' html' | ' warc') strip "${kinds# }" "$@" ;;
	*)
		for f in "$@"; do
			if [ "$f" = - ]; then k=text; else k=$(look "$f"); fi
			case $k in
			*.gz) gzip -dc <"$f" | strip "${k%.gz}" ;;
			*) strip "$k" "$f" ;;
			esac
		done
		;;
	esac
}

# A pipeline has the status of its last command: the others tell theirs on descriptor 3.
exec 4>&1
status=$({ pages "$@" | {
	tdk-date 3>&- || echo $? >&3
} | {
	tdk-units 3>&- || echo $? >&3
} | {
	tdk-people 3>&- || echo $? >&3
} | {
	tdk-refs 3>&- || echo $? >&3
} | {
	tdk-awards 3>&- || echo $? >&3
} | {
	tdk-json ${options:+-$options} 3>&- >&4 || echo $? >&3
}; } 3>&1)
[ -z "$status" ] || exit 2
