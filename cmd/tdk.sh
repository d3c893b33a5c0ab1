#!/bin/sh
# tdk - the whole pipeline: pages in, one JSON record a page out. See tdk(1).
usage='usage: tdk [-hlpsVv] [-j jobs] [-o dir] [file ...]'
case $0 in */*) PATH=${0%/*}:$PATH ;; esac # the tools stand beside it

die() {
	printf 'tdk: %s\n' "$1" >&2
	exit 2
}

help() {
	cat <<-END
		$usage
		Turn pages into records: tdk-strip | tdk-date | tdk-units | tdk-people | tdk-refs | tdk-awards | tdk-json.

		  -h, --help           print this help and exit
		  -j, --jobs=JOBS      work on so many groups of files at a time
		  -l, --lines          add the lines of text
		  -o, --output=DIR     write the record of each file to DIR, where the page is newer
		  -p, --pretty         one key a line, for people and for diff
		  -s, --stream         stop before tdk-json: a stream for tdk-show and others
		  -V, --version        print the version and exit
		  -v, --verbose        say where a page contradicts itself

		With no file, or where file is -, standard input is read as text. See tdk(1) and tdk(7).
	END
	exit
}

# ---- options ----

jobs=1 dir='' options='' stream='' pass=''
while [ $# -gt 0 ]; do
	case $1 in
	--) shift; break ;;
	--help) set -- -h ;;
	--version) set -- -V ;;
	--lines | --pretty | --stream | --verbose) o=${1#--} && shift && set -- "-${o%"${o#?}"}" "$@" ;;
	--jobs=* | --output=*) o=${1%%=*} && v=${1#*=} && shift && set -- "-$(printf %.1s "${o#--}")" "$v" "$@" ;;
	--jobs | --output) o=${1#--} && shift && set -- "-${o%"${o#?}"}" "$@" ;;
	-[hlpsVv]?*) o=$1 && shift && set -- "$(printf %.2s "$o")" "-${o#??}" "$@" ;;
	-[jo]?*) o=$1 && shift && set -- "$(printf %.2s "$o")" "${o#??}" "$@" ;;
	esac
	case ${1-} in
	-h) help ;;
	-V) exec tdk-json -V ;;
	-[lpv]) options=$options${1#-} pass="$pass $1" ;;
	-s) stream=1 pass="$pass $1" ;;
	-[jo])
		[ $# -gt 1 ] || { printf '%s\n' "$usage" >&2 && die "option needs an argument: $1"; }
		case $1 in -j) jobs=$2 ;; -o) dir=$2 ;; esac
		shift
		;;
	-?*) printf 'tdk: unknown option: %s\n%s\n' "$1" "$usage" >&2 && exit 2 ;;
	*) break ;;
	esac
	shift
done
case $jobs in '' | *[!0-9]* | 0*) die "no number of jobs: $jobs" ;; esac

# ---- one pipeline ----

# What a file is, by how it begins: text, html, warc, or one of the last two packed.
look() {
	# shellcheck disable=SC2018,SC2019
	case $({ LC_ALL=C head -c 1024 <"$1"; } 2>/dev/null | LC_ALL=C tr -d '\000' | LC_ALL=C tr 'A-Z\n\r' 'a-z  ') in
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

last() {
	if [ "$stream" ]; then cat; else tdk-json ${options:+-$options}; fi
}

# A pipeline has the status of its last command: the others tell theirs on descriptor 3.
run() {
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
		last 3>&- >&4 || echo $? >&3
	}; } 3>&1)
	exec 4>&-
	[ -z "$status" ]
}

# ---- many files ----

# Where the record of a file goes: its path below the directory.
record_of() {
	r=$(printf '%s\n' "$1" | sed -e 's,^/*,,' -e 's,^\(\./\)*,,' -e 's,^\.\./,__/,' -e :a -e 's,/\.\./,/__/,' -e ta)
	case $r in -) r=standard-input ;; esac
	if [ "$stream" ]; then printf '%s/%s.tdk\n' "$dir" "$r"; else printf '%s/%s.json\n' "$dir" "$r"; fi
}

# One file to its record, if it is newer. The old record stays until the new one is whole.
keep() {
	to=$(record_of "$1")
	case $1 in
	-) ;;
	*)
		if [ -e "$to" ]; then
			case $1 in /*) p=$1 ;; *) p=./$1 ;; esac
			[ "$(find "$p" -prune -newer "$to" 2>&1)" ] || return 0
		fi
		;;
	esac
	mkdir -p -- "${to%/*}" || return 1
	if run "$1" >"$to.new"; then
		mv -f -- "$to.new" "$to"
	else
		rm -f -- "$to.new"
		return 1
	fi
}

# How far it is, on a terminal only: files, bytes, failures.
told=''
tell() {
	[ -t 2 ] || return 0
	printf '\r%s of %s files, %s KB%s ' "$files" "$total" "$((bytes / 1024))" "$([ "$failed" -eq 0 ] || echo ", $failed failed")" >&2
	told=1
}

# Take note of files that are done; $1: did one of them fail?
done_with() {
	bad=$1
	shift
	for f in "$@"; do
		files=$((files + 1))
		[ "$f" = - ] || bytes=$((bytes + $({ wc -c <"$f"; } 2>/dev/null || echo 0)))
		# of several it is not known which one failed: ask each again
		if [ "$bad" -ne 0 ] && { [ $# -eq 1 ] || [ "$f" = - ] || ! run "$f" >/dev/null 2>&1; }; then
			failed=$((failed + 1))
		fi
	done
	tell
}

# The files of one group, as a job; $1: its number.
job() {
	at=$work/$1
	shift
	if [ "$dir" ]; then keep "$1"; else run "$@" >"$at.out"; fi 2>"$at.err"
}

# Files in groups, each a job of its own whose output waits for that of those before.
many() {
	work=$(mktemp -d) || exit 2
	trap 'rm -rf "$work"; trap - EXIT; exit 2' INT TERM HUP
	trap 'rm -rf "$work"' EXIT
	begun=0 over=0
	size=$((total / (jobs * 4) + 1))
	[ "$size" -le 16 ] || size=16
	[ -z "$dir" ] || size=1
	while [ $# -gt 0 ] || [ "$over" -lt "$begun" ]; do
		while [ $# -gt 0 ] && [ $((begun - over)) -lt "$jobs" ]; do
			group='' n=0
			while [ "$n" -lt "$size" ] && [ $# -gt 0 ]; do
				eval "file_${begun}_$n=\$1"
				group="$group \"\$file_${begun}_$n\""
				n=$((n + 1))
				shift
			done
			eval "job $begun $group &"
			eval "pid_$begun=$! group_$begun=\$group"
			begun=$((begun + 1))
		done
		eval "wait \$pid_$over"
		bad=$?
		[ -z "$told" ] || printf '\r\033[K' >&2
		cat "$work/$over.err" >&2
		[ "$dir" ] || cat "$work/$over.out" || exit 2
		eval "group=\$group_$over"
		eval "done_with $bad $group"
		rm -f "$work/$over".*
		over=$((over + 1))
	done
}

total=$# files=0 bytes=0 failed=0
if [ "$total" -eq 0 ] && [ "$dir" ]; then
	set -- -
	total=1
fi
if [ -z "$dir" ] && { [ "$total" -le 1 ] || { [ "$jobs" -eq 1 ] && ! [ -t 2 ]; }; }; then
	run "$@" || exit 2
	exit
fi
many "$@"
[ -z "$told" ] || printf '\n' >&2
if [ "$failed" -gt 0 ]; then
	printf 'tdk: %s of %s files failed\n' "$failed" "$total" >&2
	exit 2
fi
