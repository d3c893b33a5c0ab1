# tdk - facts from Vietnamese pages about emulation and commendation
# POSIX make; GNU make and bmake both read it. Your CC, CPPFLAGS, CFLAGS,
# LDFLAGS, PREFIX and DESTDIR are respected.
.POSIX:
.SUFFIXES:
.SUFFIXES: .c .o

VERSION = 0.1.0

PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR = $(PREFIX)/share/zsh/site-functions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d

CC = cc
CFLAGS = -O2 -g
AR = ar
AWK = awk
PCRE2_LIBS = -lpcre2-8
# Found out by lib/probe.sh where it is empty.
UNISTRING_LIBS =
# Found out by lib/probe-xml.sh where they are empty; XML_LIBS=none does without.
XML_CFLAGS =
XML_LIBS =
TDK_CPPFLAGS = -D_POSIX_C_SOURCE=200809L -DTDK_VERSION='"$(VERSION)"' -Ilib
TDK_CFLAGS = -std=c11 -Wall -Wextra -Wpedantic -Wconversion -Wshadow

# ---- what there is ----

TOOLS = cmd/tdk-strip cmd/tdk-date cmd/tdk-units cmd/tdk-people cmd/tdk-refs cmd/tdk-awards cmd/tdk-json cmd/tdk-show

# These need libxml2, and are left out where it is not to be had.
XML_TOOLS = cmd/tdk-html cmd/tdk-warc
XML_OBJS = lib/html.o

OBJS = lib/err.o lib/str.o lib/map.o lib/arena.o lib/confine.o lib/in.o lib/out.o lib/block_narrow.o lib/block_wide.o lib/key.o lib/scan.o lib/text.o lib/pattern.o lib/rx.o lib/cal.o \
	lib/entity.o lib/decode.o lib/stream.o lib/json.o lib/tool.o \
	lib/lexicon.o lib/wordlist.o lib/names.o lib/context.o lib/rule.o lib/furniture.o lib/stamp.o lib/hint.o lib/markup.o lib/language.o lib/warc.o \
	lib/lines.o lib/shape.o lib/shape_caption.o lib/shape_byline.o lib/shape_contact.o lib/title.o lib/passage.o lib/listing.o lib/structure.o lib/page_kinds.o lib/page_head.o lib/page_body.o lib/page_foot.o lib/page_hints.o lib/page.o lib/date_forms.o lib/date_match.o lib/date_year.o lib/date_read.o lib/date_words.o lib/date_line.o lib/date_role.o lib/date.o lib/unit.o lib/unit_grammar.o lib/unit_cluster.o lib/unit_generic.o lib/unit_end.o lib/unit_firm.o lib/unit_number.o lib/unit_name.o lib/unit_place.o lib/unit_list.o lib/unit_host.o lib/unit_member.o lib/unit_role.o lib/unit_short.o lib/person.o lib/person_name.o lib/person_evidence.o lib/person_part.o lib/person_stamp.o lib/office.o lib/office_row.o lib/office_shared.o lib/merit.o lib/ref.o lib/theme.o lib/award_said.o lib/award_who.o lib/award_subject.o lib/award.o lib/fact_find.o lib/fact_cluster.o lib/fact_event.o lib/fact.o lib/member.o lib/record.o lib/schema.o \
	lib/whole.o lib/proc.o lib/sniff.o lib/mark.o lib/canvas.o lib/show_text.o lib/show_html.o lib/show_brat.o lib/timeline.o

HDRS = lib/err.h lib/byte_table.h lib/str.h lib/map.h lib/arena.h lib/confine.h lib/in.h lib/out.h lib/vector.h lib/block.h lib/block_compare.h lib/block_lookup.h lib/block_body.h lib/key.h lib/scan.h lib/text.h lib/pattern.h lib/rx.h lib/cal.h \
	lib/entity.h lib/decode.h lib/stream.h lib/json.h lib/tool.h lib/lexicon.h lib/names.h lib/context.h lib/rule.h lib/furniture.h lib/stamp.h lib/hint.h lib/markup.h lib/language.h lib/html.h lib/warc.h \
	lib/lines.h lib/shape.h lib/title.h lib/passage.h lib/listing.h lib/structure.h lib/page.h lib/page_parts.h lib/date.h lib/date_parts.h lib/unit.h lib/unit_parts.h lib/person.h lib/person_parts.h lib/merit.h lib/ref.h lib/theme.h lib/award.h lib/award_parts.h lib/fact.h lib/fact_parts.h lib/member.h lib/record.h \
	lib/whole.h lib/proc.h lib/sniff.h lib/mark.h lib/canvas.h lib/show.h lib/timeline.h

WORDS = lib/dict/connectors.tsv lib/dict/documents.tsv lib/dict/groups.tsv \
	lib/dict/honorifics-plural.tsv lib/dict/honorifics.tsv lib/dict/levels-top.tsv lib/dict/levels.tsv \
	lib/dict/middle-names.tsv lib/dict/name-particles.tsv lib/dict/name-words.tsv lib/dict/not-names.tsv \
	lib/dict/not-units.tsv lib/dict/number-words.tsv lib/dict/places-named.tsv lib/dict/places-one.tsv lib/dict/plurals.tsv \
	lib/dict/provinces-2025.tsv lib/dict/provinces.tsv lib/dict/role-modifiers.tsv \
	lib/dict/roles.tsv lib/dict/sectors.tsv lib/dict/surnames.tsv \
	lib/dict/thing-words.tsv lib/dict/time-words.tsv lib/dict/unit-cluster.tsv lib/dict/unit-field.tsv \
	lib/dict/unit-head.tsv lib/dict/unit-place.tsv lib/dict/unit-short.tsv \
	lib/dict/unit-whole.tsv lib/dict/verbs.tsv

MERITS = lib/dict/awards.tsv lib/dict/laws.tsv lib/dict/movements.tsv

MAN1 = man/tdk.1 man/tdk-strip.1 man/tdk-date.1 man/tdk-units.1 man/tdk-people.1 \
	man/tdk-refs.1 man/tdk-awards.1 man/tdk-json.1 man/tdk-html.1 man/tdk-warc.1 man/tdk-show.1

# ---- building ----

all: $(TOOLS) $(XML_TOOLS) cmd/tdk

lib/libtdk.a: $(OBJS) lib/pattern_code.o
	rm -f $@
	$(AR) rc $@ $(OBJS) lib/pattern_code.o

lib/mkpatterns: lib/mkpatterns.c $(OBJS)
	$(CC) $(TDK_CPPFLAGS) $(CPPFLAGS) $(TDK_CFLAGS) `cat lib/cflags` $(CFLAGS) -o $@ lib/mkpatterns.c $(OBJS) \
		`cat lib/ldflags` $(LDFLAGS) $(PCRE2_LIBS) `cat lib/unistring`

# Where what is built cannot run, patterns are compiled when they are used.
lib/pattern_code.c: lib/mkpatterns
	lib/mkpatterns >$@.new || { echo "lib/mkpatterns does not run here"; \
		printf '#include "pattern.h"\n\nconst struct pattern patterns[] = { { 0, NULL } };\n' >$@.new; }
	mv $@.new $@

lib/pattern_code.o: lib/pattern_code.c

$(TOOLS) cmd/tdk: lib/libtdk.a
	$(CC) $(TDK_CPPFLAGS) $(CPPFLAGS) $(TDK_CFLAGS) `cat lib/cflags` $(CFLAGS) -o $@ $@.c lib/libtdk.a \
		`cat lib/ldflags` $(LDFLAGS) $(PCRE2_LIBS) `cat lib/unistring`

# lib/xmlflags is empty where there is no libxml2.
$(XML_OBJS): lib/xmlflags
	test ! -s lib/xmlflags || $(CC) $(TDK_CPPFLAGS) $(CPPFLAGS) $(TDK_CFLAGS) `cat lib/cflags` $(CFLAGS) \
		`sed -n 1p lib/xmlflags` -c -o $@ $*.c

$(XML_TOOLS): lib/libtdk.a $(XML_OBJS)
	@test -s lib/xmlflags || echo "$@ is left out: no libxml2 here"
	test ! -s lib/xmlflags || $(CC) $(TDK_CPPFLAGS) $(CPPFLAGS) $(TDK_CFLAGS) `cat lib/cflags` $(CFLAGS) -o $@ $@.c \
		$(XML_OBJS) lib/libtdk.a `cat lib/ldflags` $(LDFLAGS) `sed -n 2p lib/xmlflags` $(PCRE2_LIBS) `cat lib/unistring`

.c.o:
	$(CC) $(TDK_CPPFLAGS) $(CPPFLAGS) $(TDK_CFLAGS) `cat lib/cflags` $(CFLAGS) -c -o $@ $<

$(OBJS): $(HDRS) lib/word_names.h lib/cflags
lib/wordlist.o: lib/words.h
lib/furniture.o: lib/furniture_words.h
lib/merit.o: lib/merit_words.h
lib/markup.o: lib/markup_words.h
lib/html.o: lib/html.c $(HDRS) lib/word_names.h lib/cflags
cmd/tdk-html: cmd/tdk-html.c
cmd/tdk-warc: cmd/tdk-warc.c
cmd/tdk-strip: cmd/tdk-strip.c
cmd/tdk-date: cmd/tdk-date.c
cmd/tdk-units: cmd/tdk-units.c
cmd/tdk-people: cmd/tdk-people.c
cmd/tdk-refs: cmd/tdk-refs.c
cmd/tdk-awards: cmd/tdk-awards.c
cmd/tdk-json: cmd/tdk-json.c
cmd/tdk-show: cmd/tdk-show.c
cmd/tdk: cmd/tdk.c

lib/words.h: lib/mkdict.awk $(WORDS)
	LC_ALL=C $(AWK) -v name=words -f lib/mkdict.awk $(WORDS) >$@.new
	mv $@.new $@

# Apart, so that what reads every file has the tables once only.
lib/word_names.h: lib/words.h
	sed '/^#ifdef WORDS_TABLES$$/,$$d' lib/words.h >$@.new
	mv $@.new $@

lib/furniture_words.h: lib/mkdict.awk lib/dict/furniture.tsv
	LC_ALL=C $(AWK) -v name=furniture -f lib/mkdict.awk lib/dict/furniture.tsv >$@.new
	mv $@.new $@

lib/merit_words.h: lib/mkdict.awk $(MERITS)
	LC_ALL=C $(AWK) -v name=merits -f lib/mkdict.awk $(MERITS) >$@.new
	mv $@.new $@

lib/markup_words.h: lib/mkdict.awk lib/dict/markup.tsv
	LC_ALL=C $(AWK) -v name=markup -f lib/mkdict.awk lib/dict/markup.tsv >$@.new
	mv $@.new $@

# Hardening, as far as this compiler and this linker know it; and how libunistring is linked.
lib/cflags: lib/probe.sh
	CC='$(CC)' CFLAGS='$(CFLAGS)' LDFLAGS='$(LDFLAGS)' UNISTRING_LIBS='$(UNISTRING_LIBS)' sh lib/probe.sh lib/cflags lib/ldflags lib/unistring

lib/xmlflags: lib/probe-xml.sh
	CC='$(CC)' LDFLAGS='$(LDFLAGS)' XML_CFLAGS='$(XML_CFLAGS)' XML_LIBS='$(XML_LIBS)' sh lib/probe-xml.sh >$@

# Completions, from what the tools say of themselves.
completions: all
	rm -rf build/completions
	mkdir -p build/completions/bash build/completions/zsh build/completions/fish
	for t in $(TOOLS) $(XML_TOOLS) cmd/tdk; do test ! -x $$t || { echo "== $${t##*/}"; $$t --help; }; done >build/completions/help
	for s in bash zsh fish; do \
		LC_ALL=C $(AWK) -v shell=$$s -v dir=build/completions/$$s -f lib/mkcomp.awk build/completions/help || exit 1; done

# ---- trying ----

# Install what is missing, with the system's package manager.
deps:
	sh tests/deps.sh

# The whole pipeline on a page that comes with the project.
demo: all
	PATH="$$PWD/cmd:$$PATH" tdk -p tests/pages/cluster-review.txt

check: all
	TDK_BIN="$${TDK_BIN:-$$PWD/cmd}" sh tests/run.sh

score: all
	TDK_BIN="$$PWD/cmd" sh tests/score.sh

lint:
	CC='$(CC)' sh tests/lint.sh

# The same tests with sanitizers, in a copy of the tree. clang has more of them:
# make asan CC=clang SANITIZERS=address,undefined,implicit-conversion,local-bounds
# (not all of "integer": that a size counted down to nought wraps is meant)
SANITIZERS = address,undefined
asan:
	rm -rf build/asan
	mkdir -p build/asan
	cp -R cmd lib man tests debian Makefile README.md LICENSE build/asan/
	cd build/asan && $(MAKE) clean && ASAN_OPTIONS=detect_leaks=1 $(MAKE) check CC='$(CC)' \
		CFLAGS='-O1 -g -fsanitize=$(SANITIZERS) -fno-sanitize-recover=all -fno-omit-frame-pointer' \
		LDFLAGS='-fsanitize=$(SANITIZERS)'

# Memory that runs out at every request, a disk that is full and a reader that goes
# away at every byte; "make check" takes samples of the bytes.
faults: all
	cd tests && TDK_FAULTS=all TDK_BIN="$$PWD/../cmd" bats -f 'at every request|at any byte' trust.bats

# With every compiler, level and kind of machine at hand: no warning, and the same output.
builds: all
	sh tests/builds.sh

# SECONDS for each entry that takes bytes; what breaks a law is kept in build/fuzz.
SECONDS = 60
fuzz: all
	sh tests/fuzz/run.sh $(SECONDS)

# Which lines of lib the tests run: a table, the least covered first.
cover:
	rm -rf build/cover
	mkdir -p build/cover
	cp -R cmd lib man tests debian Makefile README.md LICENSE build/cover/
	cd build/cover && $(MAKE) clean && $(MAKE) CPPFLAGS=-D_exit=exit CFLAGS='-O0 -g --coverage -fprofile-update=atomic' LDFLAGS=--coverage all && \
		SANITIZE=--coverage TDK_NO_CONFINE=1 TDK_BIN="$$PWD/cmd" sh tests/run.sh >check.log 2>&1 || :; tail -n 1 check.log; sh tests/cover.sh

# The tests with every tool under memcheck.
valgrind: all
	sh tests/valgrind.sh

bench: all
	PATH="$$PWD/cmd:$$PATH" sh tests/bench.sh

# ---- installing ----

install: all completions
	mkdir -p $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7 \
		$(DESTDIR)$(MANDIR)/vi/man1 $(DESTDIR)$(MANDIR)/vi/man7 $(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR)
	cp $(TOOLS) cmd/tdk $(DESTDIR)$(BINDIR)/
	test ! -s lib/xmlflags || cp $(XML_TOOLS) $(DESTDIR)$(BINDIR)/
	cp $(MAN1) $(DESTDIR)$(MANDIR)/man1/
	cp man/tdk.5 $(DESTDIR)$(MANDIR)/man5/
	cp man/tdk.7 $(DESTDIR)$(MANDIR)/man7/
	for f in $(TOOLS) cmd/tdk `test ! -s lib/xmlflags || echo $(XML_TOOLS)`; do chmod 755 $(DESTDIR)$(BINDIR)/$${f##*/}; done
	for f in $(MAN1) man/tdk.5 man/tdk.7; do chmod 644 $(DESTDIR)$(MANDIR)/man$${f##*.}/$${f##*/}; done
	for f in man/vi/*.[17]; do \
		cp $$f $(DESTDIR)$(MANDIR)/vi/man$${f##*.}/ && chmod 644 $(DESTDIR)$(MANDIR)/vi/man$${f##*.}/$${f##*/} || exit 1; done
	cp build/completions/bash/tdk $(DESTDIR)$(BASHDIR)/tdk
	for t in $(TOOLS) $(XML_TOOLS); do test ! -x $$t || ln -sf tdk $(DESTDIR)$(BASHDIR)/$${t##*/}; done
	cp build/completions/zsh/_tdk $(DESTDIR)$(ZSHDIR)/_tdk
	cp build/completions/fish/*.fish $(DESTDIR)$(FISHDIR)/
	chmod 644 $(DESTDIR)$(BASHDIR)/tdk $(DESTDIR)$(ZSHDIR)/_tdk $(DESTDIR)$(FISHDIR)/tdk*.fish

uninstall:
	for f in $(TOOLS) $(XML_TOOLS) cmd/tdk; do rm -f $(DESTDIR)$(BINDIR)/$${f##*/}; done
	for f in $(MAN1) man/tdk.5 man/tdk.7; do rm -f $(DESTDIR)$(MANDIR)/man$${f##*.}/$${f##*/}; done
	for f in man/vi/*.[17]; do rm -f $(DESTDIR)$(MANDIR)/vi/man$${f##*.}/$${f##*/}; done
	for t in $(TOOLS) $(XML_TOOLS) cmd/tdk; do rm -f $(DESTDIR)$(BASHDIR)/$${t##*/} $(DESTDIR)$(FISHDIR)/$${t##*/}.fish; done
	rm -f $(DESTDIR)$(ZSHDIR)/_tdk

clean:
	rm -f $(TOOLS) $(XML_TOOLS) cmd/tdk $(OBJS) $(XML_OBJS) lib/libtdk.a lib/words.h lib/word_names.h lib/furniture_words.h lib/merit_words.h lib/markup_words.h lib/mkpatterns lib/pattern_code.[co] lib/cflags lib/ldflags lib/unistring lib/xmlflags
	rm -rf build

# A tarball that is the same, byte for byte, whoever makes it.
dist:
	mkdir -p build
	git archive --format=tar --prefix=tdk-$(VERSION)/ HEAD | gzip -n >build/tdk-$(VERSION).tar.gz
	@echo build/tdk-$(VERSION).tar.gz

# The tools with all that they need in them; in a copy of the tree.
static:
	rm -rf build/static
	mkdir -p build/static
	cp -R cmd lib man tests Makefile README.md LICENSE build/static/
	cd build/static && $(MAKE) clean && $(MAKE) LDFLAGS='$(LDFLAGS) -static' all completions

# A tarball of them, for machines that have nothing: bin and share.
dist-bin: static
	rm -rf build/bin
	mkdir -p build/bin
	name=tdk-$(VERSION)-`uname -s | tr A-Z a-z`-`uname -m`; \
		(cd build/static && $(MAKE) install PREFIX= DESTDIR="$$OLDPWD/build/bin/$$name") && \
		strip build/bin/$$name/bin/tdk-* && cp README.md LICENSE build/bin/$$name/ && \
		(cd build/bin && tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -cf - $$name) | gzip -n >build/$$name.tar.gz && \
		echo build/$$name.tar.gz

.PHONY: all completions static dist-bin deps demo check score lint asan faults builds fuzz cover valgrind bench install uninstall clean dist
