#!/bin/sh
# Install what building and testing need and this system lacks, and say so.
set -eu

have() { command -v "$1" >/dev/null 2>&1; }
header() { echo "#include <$1>" | ${CC:-cc} -E - >/dev/null 2>&1; }

manager=
for m in apt-get dnf pacman apk brew; do
	if have "$m"; then
		manager=$m
		break
	fi
done

# What is missing, under the name that the package manager has for it.
missing=
need() { # what it is, then its package for apt, dnf, pacman, apk, brew
	echo "deps: missing: $1"
	case $manager in
	apt-get) missing="$missing $2" ;;
	dnf) missing="$missing $3" ;;
	pacman) missing="$missing $4" ;;
	apk) missing="$missing $5" ;;
	brew) missing="$missing $6" ;;
	esac
}

have "${CC:-cc}" || need 'a C compiler' gcc gcc gcc gcc gcc
if ! have "${CC:-cc}" || ! header stdlib.h; then need 'headers of the C library' libc6-dev glibc-devel glibc musl-dev gcc; fi
header 'pcre2.h' 2>/dev/null || echo '#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>' | ${CC:-cc} -E - >/dev/null 2>&1 || need PCRE2 libpcre2-dev pcre2-devel pcre2 pcre2-dev pcre2
header uninorm.h || need libunistring libunistring-dev libunistring-devel libunistring libunistring-dev libunistring
sh lib/probe-xml.sh | grep -q . || need libxml2 libxml2-dev libxml2-devel libxml2 libxml2-dev libxml2
have awk || need awk mawk gawk gawk gawk gawk
have bats || need bats-core bats bats bash-bats bats bats-core
have jq || need jq jq jq jq jq jq
have sqlite3 || need sqlite3 sqlite3 sqlite sqlite sqlite sqlite
python3 -c 'import jsonschema' 2>/dev/null || need 'a validator of JSON Schema' python3-jsonschema python3-jsonschema python-jsonschema py3-jsonschema python-jsonschema
have mandoc || need mandoc mandoc mandoc mandoc mandoc mandoc
have shellcheck || need shellcheck shellcheck ShellCheck shellcheck shellcheck shellcheck

if [ -z "$missing" ]; then
	echo 'deps: nothing is missing'
	exit 0
fi
if [ -z "$manager" ]; then
	echo 'deps: no package manager that this script knows: install these by hand' >&2
	exit 1
fi

sudo=
if [ "$(id -u)" != 0 ] && [ "$manager" != brew ]; then
	sudo=sudo
fi
echo "deps: installing with $manager:$missing"
# shellcheck disable=SC2086
case $manager in
apt-get)
	$sudo apt-get update -q
	DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends $missing
	;;
dnf) $sudo dnf install -y $missing ;;
pacman) $sudo pacman -S --needed --noconfirm $missing ;;
apk) $sudo apk add $missing ;;
brew) brew install $missing ;;
esac
