#!/bin/sh
# Where is libxml2? Print the flags to compile and to link with it, a line each;
# nothing where it is not to be had. XML_CFLAGS and XML_LIBS may say it;
# XML_LIBS=none does without. With LDFLAGS=-static all that it needs is named.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
printf '#include <libxml/HTMLparser.h>\nint main(void) { return !htmlCreatePushParserCtxt(0, 0, 0, 0, 0, 0); }\n' >"$dir/t.c"

try() { # flags to compile, flags to link
	# shellcheck disable=SC2086
	${CC:-cc} $1 -o "$dir/t" "$dir/t.c" ${LDFLAGS-} $2 >/dev/null 2>&1 || return 1
	printf '%s\n%s\n' "$1" "$2"
}

{
	[ "${XML_LIBS-}" = none ] ||
		try "${XML_CFLAGS-}" "${XML_LIBS:--lxml2}" ||
		try "$(pkg-config --cflags libxml-2.0 2>/dev/null)" "$(pkg-config --libs libxml-2.0 2>/dev/null)" ||
		try "$(xml2-config --cflags 2>/dev/null)" "$(xml2-config --libs 2>/dev/null)" ||
		try "$(pkg-config --cflags libxml-2.0 2>/dev/null)" "$(pkg-config --static --libs libxml-2.0 2>/dev/null) -lstdc++" ||
		try -I/usr/include/libxml2 -lxml2 || :
}
