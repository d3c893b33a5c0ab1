#!/usr/bin/env bats
# tdk-show on a terminal, as HTML in a browser, as pictures and standoff files.

load common

setup_file() { load common; make_streams; export streams; }
setup() { cd "$BATS_TEST_TMPDIR"; }

need_terminal() { script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip 'no pseudo-terminal here'; }

# Marks that nest, stand next to each other and overlap; characters of two columns
# and of none.
crossing() {
	printf 'doc\tx\ntext\t1\tabcdefghij <&> 漢字 e\xcc\x81 kl\n'
	printf 'date\t1\t0\t6\t2020\tmention\tabcdef\nunit\t1\t4\t9\tU\tstate\tmention\tefghi\nplace\t1\t4\t5\tE\tVN-03\t\te\n'
	printf 'award\t1\t11\t17\tA\t2\t\t\tgiven\t<&> 漢字\nend\tx\n'
}

# Marks as tdk-show -o has them, from the records themselves.
records() { awk -F '\t' -v OFS='\t' '$1 ~ /^(date|unit|place|person|role|ref|theme|award)$/ { print $2, $3, $4, $1, $NF }' "$@" | sort; }

@test "-o: every record is a mark" {
	tdk-show -o "$streams"/all.tdk | cut -f 2-5,7 | sort >got
	diff <(records "$streams"/all.tdk) got
}

@test "text: marks nest and overlap, each closes with what it stands for" {
	run -0 tdk-show -w 0 <(crossing)
	[[ ${lines[1]} == *'[abcd[[e|place VN-03]f|date 2020]ghi|unit U]j [<&> 漢字|award A 2 given]'* ]]
	run -0 tdk-show -w 0 -k place <(crossing)
	[[ ${lines[1]} == *'abcd[e|place VN-03]fghij'* ]]
}

@test "lines keep to the width: on a terminal, and by -w" {
	need_terminal
	for w in 40 61 132; do
		tdk-show -w "$w" "$streams"/all.tdk | LC_ALL=C.UTF-8 wc -L >wide
		[ "$(cat wide)" -le "$w" ] || fail "$w: $(cat wide)"
		script -qec "stty cols $w; tdk-show '$streams/all.tdk'" /dev/null </dev/null | tr -d '\r' | sed 's/\x1b\[[0-9;]*m//g' | LC_ALL=C.UTF-8 wc -L >wide
		[ "$(cat wide)" -le "$w" ] && [ "$(cat wide)" -gt $((w / 2)) ] || fail "terminal of $w: $(cat wide)"
	done
}

@test "nothing is lost where lines are broken" {
	sed 's/^\(doc\|end\)\t.*/\1\tx/' "$streams"/all.tdk >s.tdk
	tdk-show -w 0 s.tdk | cut -c 15- | tr -d ' \n' >whole
	for w in 60 83 200; do
		tdk-show -w "$w" s.tdk | cut -c 15- | tr -d ' \n' >got
		cmp whole got || fail "$w"
	done
}

@test "colours: on a terminal only, not with NO_COLOR, as --color says" {
	need_terminal
	esc=$(printf '\033')
	colours() { grep -c "$esc" || true; }
	[ "$(tdk-show "$streams"/1.tdk | colours)" = 0 ]
	[ "$(tdk-show --color=always "$streams"/all.tdk | colours)" -gt 5 ]
	[ "$(script -qec "tdk-show '$streams/all.tdk'" /dev/null </dev/null | colours)" -gt 5 ]
	[ "$(script -qec "NO_COLOR=1 tdk-show '$streams/all.tdk'" /dev/null </dev/null | colours)" = 0 ]
	[ "$(script -qec "tdk-show --color=never '$streams/all.tdk'" /dev/null </dev/null | colours)" = 0 ]
	[ "$(script -qec "NO_COLOR=1 tdk-show -c always '$streams/all.tdk'" /dev/null </dev/null | colours)" -gt 5 ]
}

@test "HTML: the text of the paragraphs is the text of the stream, and tags balance" {
	for s in "$streams"/all.tdk "$streams"/1.tdk <(crossing); do
		cat "$s" >s.tdk
		tdk-show --html s.tdk >page.html
		sed -n 's|^<p class="[a-z]*" data-n="\([0-9]*\)">\(.*\)</p>$|\1\t\2|p' page.html | sed 's/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g' >got
		awk -F '\t' -v OFS='\t' '$1 ~ /^(title|meta|text|caption|byline|note|contact|raw|drop)$/ { print $2, $NF }' s.tdk >want
		diff want got
		[ "$(grep -o '<mark' page.html | wc -l)" = "$(grep -o '</mark' page.html | wc -l)" ]
	done
}

@test "HTML fetches nothing and runs nothing" {
	tdk-show --html -t "$streams"/all.tdk >page.html
	run ! grep -E '<script|<link|@import|url\(|src=|href="[^#]| on[a-z]+=' page.html
}

@test "in a browser: every mark is at its span, what is copied is the text" {
	browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip 'no chromium'
	for s in "$streams"/all.tdk <(crossing); do
		cat "$s" >s.tdk
		# the page lets no script run: the test takes that away
		tdk-show --html s.tdk | sed '/Content-Security-Policy/d' >page.html
		cat >>page.html <<-'END'
			<script>
			const n = s => [...s].length, out = [];
			for (const p of document.querySelectorAll('p[data-n]')) {
				getSelection().selectAllChildren(p);
				out.push(['text', p.dataset.n, getSelection().toString()].join('\t'));
				for (const m of p.querySelectorAll('mark[id]')) {
					const r = document.createRange();
					r.setStart(p, 0);
					r.setEndBefore(m);
					let start = n(r.toString()), text = '';
					for (const x of p.querySelectorAll('#' + m.id + ',[data-of=' + m.id + ']')) text += x.textContent;
					out.push(['mark', p.dataset.n, start, start + n(text), m.className, text].join('\t'));
				}
			}
			document.body.innerHTML = '<pre id="out"></pre>';
			document.getElementById('out').textContent = out.join('\n') + '\n';
			</script>
		END
		timeout 60 "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/profile" --dump-dom "file://$PWD/page.html" 2>/dev/null |
			sed 's/.*<pre id="out">//; /<\/pre>/,$d; s/&lt;/</g; s/&gt;/>/g; s/&nbsp;/\xc2\xa0/g; s/&amp;/\&/g' >dom
		[ -s dom ] || fail "the browser gave nothing"
		diff <(records s.tdk) <(sed -n 's/^mark\t//p' dom | sort)
		diff <(awk -F '\t' -v OFS='\t' '$1 ~ /^(title|meta|text|caption|byline|note|contact)$/ && $NF != "" { print $2, $NF }' s.tdk) \
			<(awk -F '\t' -v OFS='\t' '$1 == "text" && $3 != "" { print $2, $3 }' dom | sed 's/[[:space:]]*$//' | grep -vf <(awk -F '\t' '$1 ~ /^(raw|drop)$/ { print "^" $2 "\t" }' s.tdk) -)
	done
}

@test "brat: standoff in code points, who holds which office" {
	mkdir ann
	tdk-show --brat ann "$streams"/all.tdk
	[ "$(ls ann/*.txt | wc -l)" = "$(grep -c '^doc' "$streams"/all.tdk)" ]
	python3 - ann/*.txt <<-'END' || fail 'standoff'
		import sys
		marks = relations = 0
		for f in sys.argv[1:]:
		    text, seen = open(f, encoding='utf-8', newline='').read(), {}
		    for l in open(f[:-3] + 'ann', encoding='utf-8'):
		        a = l.rstrip('\n').split('\t')
		        if a[0][0] == 'T':
		            kind, start, end = a[1].split(' ')
		            assert text[int(start):int(end)] == a[2], l
		            seen[a[0]] = kind
		            marks += 1
		        elif a[0][0] == 'R':
		            name, who, what = a[1].split(' ')
		            assert seen[who.split(':')[1]] == 'Person' and seen[what.split(':')[1]] == 'Role', l
		            relations += 1
		assert marks > 50 and relations > 5
	END
	run -2 --separate-stderr tdk-show --brat no/where "$streams"/1.tdk
	[[ $stderr == *no/where* ]]
	run -2 --separate-stderr tdk-show --brat '' "$streams"/1.tdk
	[ -n "$stderr" ]
	# of two with one name none is lost
	printf 'doc\tpage\ntext\t1\ta\nend\tpage\ndoc\tpage.txt\ntext\t1\tb\nend\tpage.txt\n' | tdk-show --brat made
	[ "$(cat made/*.txt | sort | paste -sd' ')" = 'a b' ]
}

@test "timeline: by cluster and day; a drawing with a dot for each" {
	for d in 2021-03-01 2020-12-24 2021-01-05; do
		printf 'doc\t%s\ntitle\t1\tT\ntext\t2\tHôm đó Cụm thi đua số %s họp\n' "$d" "${d#*-*-0}"
		printf 'date\t2\t0\t6\t%s\tevent\tHôm đó\nunit\t2\t7\t23\tCụm thi đua số 1\tcluster\thost\tCụm thi đua số 1\nend\t%s\n' "$d" "$d"
	done | sed 's/Cụm thi đua số [0-9-]* họp/Cụm thi đua số 1 họp/' >s.tdk
	diff <(printf 'Cụm thi đua số 1\t2020-12-24\nCụm thi đua số 1\t2021-01-05\nCụm thi đua số 1\t2021-03-01\n') <(tdk-show -t s.tdk | cut -f 1,2)
	tdk-show -ts s.tdk >a.svg
	[ "$(grep -c '<circle' a.svg)" = 3 ]
	sed 's/20[0-9-]*/1970-01-01/' s.tdk | tdk-show -ts >b.svg
	[ "$(grep -c '<circle' b.svg)" = 3 ]
	python3 -c 'import sys, xml.dom.minidom as m; [m.parse(f) for f in sys.argv[1:]]' a.svg <(tdk-show -s "$streams"/all.tdk)
}

@test "a record that does not stand where it says: a message, left out, status 2" {
	printf 'doc\tx\ntext\t1\tngày 21/7/2020 họp\ndate\t1\t0\t99\t2020-07-21\tevent\tngày 21/7/2020\ndate\t1\t5\t14\t2020\tevent\t21/7/2019\nend\tx\n' >s.tdk
	run -2 --separate-stderr tdk-show s.tdk
	[[ $output == *'ngày 21/7/2020 họp'* && $output != *'['* ]]
	[[ $stderr == *'s.tdk:3: '* && $stderr == *'s.tdk:4: '* ]]
}

@test "no escape sequence and no turn of direction gets to a terminal, a page or a picture" {
	printf 'doc\tx\ntext\t1\ta\x1b]0;b\x07 \xc2\x9b31m \xe2\x80\xae ngày <script>\nend\tx\n' >s.tdk
	for o in '-c never' -m -s '-o -t'; do
		# shellcheck disable=SC2086
		tdk-show $o s.tdk >out
		[ "$(LC_ALL=C tr -d '\n\t -\176\200-\377' <out | wc -c)" = 0 ] || fail "$o"
		run ! grep -E $'\xc2\x9b|\xe2\x80\xae' out
		[[ $o == -c* || $o == -o* ]] || run ! grep '<script' out
	done
}

@test "the picture of README is what tdk-show draws" {
	cp "$root/tests/pages/cluster-review.txt" page.txt
	tdk -s page.txt | tdk-show --svg -w 92 | cmp - "$root/man/page.svg"
}

# ---- tdk over many files ----

@test "tdk -j gives what it gives without, in order; a bad file does not keep the others" {
	i=0
	for p in $(pages) $(pages) $(pages); do
		i=$((i + 1))
		cp "$p" "p$i.txt"
	done
	tdk p*.txt >want 2>/dev/null || true
	tdk -j 3 p*.txt >got 2>/dev/null || true
	cmp want got
	run -2 --separate-stderr tdk -j 2 p1.txt missing.txt p2.txt
	[ "${#lines[@]}" = 2 ]
	[[ $stderr == *missing.txt* && $stderr == *'1 of 3 files failed'* ]]
}

@test "tdk -o: a record a file, made again only when the page is newer" {
	mkdir pages
	cp "$root/tests/pages/cluster-review.txt" pages/a.txt
	cp "$root/tests/pages/newspaper.txt" 'pages/b c.txt'
	tdk -o rec pages/a.txt 'pages/b c.txt'
	[ "$(jq -r .id 'rec/pages/b c.txt.json')" = 'pages/b c.txt' ]
	touch -d '1 hour ago' pages/*.txt
	echo old >rec/pages/a.txt.json
	touch -d '1 minute ago' rec/pages/*.json
	tdk -j2 -o rec pages/*.txt
	[ "$(cat rec/pages/a.txt.json)" = old ]
	touch pages/a.txt
	tdk -o rec pages/*.txt
	[ "$(jq -r .id rec/pages/a.txt.json)" = pages/a.txt ]
	run -2 tdk -o rec pages/a.txt pages/none.txt
	[ ! -e rec/pages/none.txt.json ] && [ -z "$(find rec -name '*.??????')" ]
}

@test "tdk reads what it is given by what it is: HTML, packed files, pipes" {
	cp "$root/tests/pages/cluster-review.txt" page.txt
	cp "$root/tests/html/wordpress.html" page.html
	gzip -c page.txt >page.txt.gz
	gzip -c page.html >page.html.gz
	{ printf '<!-- %01500d -->\n' 0; cat page.html; } >late.html
	{ printf 'Mã nhúng: <body> của trang\n'; cat page.txt; } >early.txt
	title() { jq -r .title; }
	text=$(tdk page.txt | title) html=$(tdk page.html | title)
	[[ $text == *thi\ đua* && $html != "$text" && $html != null ]]
	for p in page.txt.gz early.txt <(cat page.txt); do [ "$(tdk "$p" | title)" = "$text" ] || fail "$p"; done
	for p in page.html.gz late.html <(cat page.html); do [ "$(tdk "$p" | title)" = "$html" ] || fail "$p"; done
	[ "$(tdk <page.html.gz | title)" = "$html" ]
	[ "$(cat page.txt | tdk - page.html page.txt.gz | title)" = "$text"$'\n'"$html"$'\n'"$text" ]
	[ "$(tdk -f text page.html | title)" = null ]
	[ "$(tdk -f html page.html.gz | title)" = "$html" ]
	ln -s "$TDK_BIN/tdk" linked
	[ "$(PATH=/usr/bin:/bin ./linked page.txt | title)" = "$text" ]
	for o in '-f pdf' '-j 0' '-j x' '-j 99999999999999999999' '-o ""' '-sl'; do
		eval "run -2 --separate-stderr tdk $o page.txt"
		[[ $stderr == 'tdk: '* && -z $output ]] || fail "$o"
	done
}

@test "tdk -j ends its jobs when it is ended; a reader that goes away is no failure" {
	mkfifo a b
	TDK_TEST_MARK=$BATS_TEST_TMPDIR tdk -j 2 a b >out 2>&1 3>&- &
	pid=$!
	sleep 0.5
	left() { grep -lsz "^TDK_TEST_MARK=$BATS_TEST_TMPDIR" /proc/[0-9]*/environ | wc -l; }
	[ ! -r /proc/self/environ ] || [ "$(left)" -gt 1 ]
	kill -TERM $pid
	wait $pid || true
	for i in 1 2 3 4 5 6 7 8 9 10; do
		[ "$(left)" -gt 0 ] || break
		sleep 0.3
	done
	[ "$(left)" = 0 ]
	cp "$root/tests/pages/cluster-review.txt" page.txt
	tdk -j 2 page.txt page.txt page.txt | head -c 5 >five
	[ "$(wc -c <five)" = 5 ] && [ "${PIPESTATUS[0]}" = 0 ]
	run -2 --separate-stderr bash -c 'tdk -j 2 page.txt page.txt >/dev/full'
	[[ $stderr == *'standard output: write: '* ]]
}

@test "tdk says on a terminal how far it is, and how it ended" {
	need_terminal
	cp "$root/tests/pages/cluster-review.txt" a.txt
	cp a.txt b.txt
	script -qec 'tdk a.txt b.txt none.txt >out' /dev/null </dev/null | tr -d '\r' >said || true
	grep -q '3 of 3 files' said
	grep -q '1 of 3 files failed' said
	[ "$(wc -l <out)" = 2 ]
	tdk a.txt b.txt >out 2>err
	[ ! -s err ]
}

@test "completions are what --help says, for bash, zsh and fish" {
	cp -Rp "$root/cmd" "$root/lib" "$root/man" "$root/tests" "$root/Makefile" .
	make -s completions >/dev/null
	for x in $(tools) tdk; do
		for o in $("$x" --help | sed -n 's/^  -\(.\), --\([a-z-]*\).*/\1:\2/p'); do
			sed -n "/^\t\t$x)/,/;;/p" build/completions/bash/tdk | grep -q -- "-${o%%:*} --${o#*:}" || fail "bash: $x $o"
			sed -n "/^$x)/,/^\t;;/p" build/completions/zsh/_tdk | grep -q -- "(-${o%%:*} --${o#*:})" || fail "zsh: $x $o"
			grep -q -- "-c $x -s ${o%%:*} -l ${o#*:} " "build/completions/fish/$x.fish" || fail "fish: $x $o"
		done
	done
	bash -n build/completions/bash/tdk
	! command -v zsh || zsh -n build/completions/zsh/_tdk
	! command -v fish || for f in build/completions/fish/*; do fish -n "$f"; done
	run -0 bash -c 'source build/completions/bash/tdk; COMP_WORDS=(tdk-show --color ""); COMP_CWORD=2; _tdk; echo "${COMPREPLY[@]}"'
	[ "$output" = 'always never auto' ]
}
