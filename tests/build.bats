#!/usr/bin/env bats
# The Makefile does what people expect.

load common

setup() {
	cd "$BATS_TEST_TMPDIR"
	[ -z "${ASAN_OPTIONS:-}" ] || skip 'built once is enough'
}

copy() { mkdir -p "$1" && cp -R "$root"/cmd "$root"/lib "$root"/man "$root"/tests "$root"/Makefile "$root"/README.md "$root"/LICENSE "$1"; }

@test "install and uninstall: everything is there, then nothing" {
	make -C "$root" install DESTDIR="$PWD/d" PREFIX=/usr >/dev/null
	for x in $(tools) tdk; do
		[ -x "d/usr/bin/$x" ] && [ -f "d/usr/share/man/man1/$x.1" ] || fail "$x"
	done
	[ -f d/usr/share/man/man5/tdk.5 ] && [ -f d/usr/share/man/man7/tdk.7 ] && [ -f d/usr/share/man/vi/man7/tdk.7 ]
	[ -f d/usr/share/bash-completion/completions/tdk-date ]
	PATH=$PWD/d/usr/bin:/usr/bin:/bin tdk "$root/tests/pages/newspaper.txt" | jq -e .title
	make -C "$root" uninstall DESTDIR="$PWD/d" PREFIX=/usr >/dev/null
	[ -z "$(find d ! -type d)" ]
}

@test "bmake builds the same" {
	command -v bmake >/dev/null || skip 'no bmake'
	copy b
	make -C b clean >/dev/null
	(cd b && bmake >/dev/null)
	PATH=$PWD/b/cmd:$PATH tdk "$root/tests/pages/newspaper.txt" >got
	cmp got <(tdk "$root/tests/pages/newspaper.txt")
}

@test "make clean leaves what is in the repository" {
	[ -e "$root/.git" ] || skip 'no repository'
	git -C "$root" archive HEAD | (mkdir c && cd c && tar xf -)
	(cd c && find . -type f | sort) >want
	make -C c >/dev/null
	make -C c clean >/dev/null
	diff want <(cd c && find . -type f | sort)
}

@test "without libxml2 the build goes on and says what it left out" {
	copy x
	make -C x clean >/dev/null
	make -C x CFLAGS=-O0 XML_LIBS=none install DESTDIR="$PWD/dx" PREFIX=/usr >log 2>&1 || fail "$(cat log)"
	grep -q 'cmd/tdk-html is left out: no libxml2 here' log
	[ -x dx/usr/bin/tdk-strip ] && [ ! -e dx/usr/bin/tdk-html ]
	PATH=$PWD/dx/usr/bin:/usr/bin:/bin tdk "$root/tests/pages/newspaper.txt" | jq -e .title
}

@test "Debian package: lintian finds nothing, it installs, works, and goes without a trace" {
	command -v dpkg-buildpackage >/dev/null && command -v dh >/dev/null || skip 'no debhelper'
	copy tdk
	cp -R "$root/debian" tdk/
	make -C tdk clean >/dev/null
	(cd tdk && DEB_BUILD_OPTIONS=nocheck dpkg-buildpackage -us -uc -b) >log 2>&1 || fail "$(tail log)"
	if command -v lintian >/dev/null; then
		out=$(lintian --allow-root --pedantic ./*.changes)
		[ -z "$out" ] || fail "$out"
	fi
	[ "$(id -u)" = 0 ] || skip 'built; not installed: not root'
	mkdir -p root/var/lib/dpkg/updates root/var/lib/dpkg/info
	touch root/var/lib/dpkg/status root/var/lib/dpkg/available
	dpkg --root="$PWD/root" --force-depends --force-script-chrootless -i tdk_*.deb >log 2>&1 || fail "$(cat log)"
	PATH=$PWD/root/usr/bin:/usr/bin:/bin tdk "$root/tests/pages/newspaper.txt" | jq -e .title
	dpkg --root="$PWD/root" --force-depends --force-script-chrootless --purge tdk >log 2>&1 || fail "$(cat log)"
	[ -z "$(find root ! -type d ! -path 'root/var/l*')" ] || fail "$(find root ! -type d ! -path 'root/var/l*')"
}
