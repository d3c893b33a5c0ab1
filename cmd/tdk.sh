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

# A pipeline has the status of its last command: the others tell theirs on descriptor 3.
exec 4>&1
status=$({ {
	tdk-strip -- "$@" 3>&- || echo $? >&3
} | {
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
