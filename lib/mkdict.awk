# Checks word lists and turns them into one static table: a double-array trie
# over the matching keys of their phrases (text_key in text.h says what a key is).
#
#	LC_ALL=C awk -v name=words -f mkdict.awk list.tsv ... >words.h
#
# A list is UTF-8 NFC, one entry a line, "phrase TAB tag TAB value", sorted by
# bytes, no key twice in one case; lines that begin with # say what it lists. Its file
# name is its class. POSIX awk; the same bytes come out of every awk.

# A string as numbers, with a 0 behind it.
function print_bytes(s,   j) {
	print ""
	for (j = 1; j <= length(s); j++)
		printf "%d,", ord[substr(s, j, 1)]
	printf "0,"
}

function fail(why) {
	printf "%s:%d: %s\n", FILENAME, FNR, why | "cat >&2"
	bad = 1
}

function upper_id(s) {
	s = toupper(s)
	gsub(/[^A-Z0-9]/, "_", s)
	return s
}

# The matching key: lower case, tone mark on the first vowel.
function key_of(s,   i, n, c, w, word, out, k) {
	s = tolower(s)
	for (i = 1; i <= npairs; i++)
		if (index(s, up[i]))
			gsub(up[i], low[i], s)
	n = split(s, word, " ")
	out = ""
	for (i = 1; i <= n; i++) {
		w = word[i]
		for (k = 1; k <= ntones; k++) {
			c = length(w) - length(second[k])
			if (c >= 0 && substr(w, c + 1) == second[k] && !(second[k] ~ /^u/ && substr(w, c, 1) == "q")) {
				w = substr(w, 1, c) first[k]
				break
			}
		}
		out = out (i > 1 ? " " : "") w
	}
	return out
}

# An abbreviation in capitals is told from a word by them alone: "TƯ" from "tư".
# Of letters beyond ASCII Ư and Đ stand in them.
function capitals(p) {
	return p == toupper(p) && p !~ / / && (p ~ /[A-Z].*[A-Z]/ || p ~ /^[A-Z]\.?(\306\257|\304\220)$/)
}

# Sense of phrase p: one string for each (class, tag, value).
function add(p, sense,   k) {
	k = key_of(p)
	if (!(k in senses)) {
		senses[k] = sense
		keys[++nkeys] = k
		exact[k] = capitals(p) ? p : ""
	} else if (index("\n" senses[k] "\n", "\n" sense "\n") == 0) {
		# One class once a phrase; the spelling that stands in a list comes first.
		if (index("\n" senses[k], "\n" class "\t") == 0)
			senses[k] = senses[k] "\n" sense
	}
	if (!capitals(p))
		exact[k] = ""
	if (class ~ /^(sectors|unit-|levels|name-words|not-units|groups)/ && !(k in spelling) && row ~ / /)
		spelling[k] = row
}

# All spellings of the separators in p: "A - B" is also "A-B", "A B"; "A, B" is
# also "A B"; "A và B" is also "A & B" in fields of work.
function spell(head, rest, sense, depth,   at, k, mark, n, alt) {
	at = 0
	for (k = 1; k <= 3; k++) {
		n = index(rest, sep[k])
		if (n && (!at || n < at) && (k < 3 || class == "sectors")) {
			at = n
			mark = k
		}
	}
	if (!at || depth > 3) {
		add(head rest, sense)
		return
	}
	n = split(variants[mark], alt, "|")
	for (k = 1; k <= n; k++)
		spell(head substr(rest, 1, at - 1) alt[k], substr(rest, at + length(sep[mark])), sense, depth + 1)
}

# The other spelling of i and y.
function other_i(p,   k, n, w, word, out, hit) {
	n = split(p, word, " ")
	hit = 0
	out = ""
	for (k = 1; k <= n; k++) {
		w = word[k]
		if (w in iy) {
			w = iy[w]
			hit = 1
		}
		out = out (k > 1 ? " " : "") w
	}
	return hit ? out : ""
}

# Number of string s in the table of strings; 0 is the empty one.
function string_id(s) {
	if (s == "")
		return 0
	if (!(s in strings)) {
		strings[s] = ++nstrings
		string[nstrings] = s
	}
	return strings[s]
}

function tag_id(t) {
	if (!(t in tags)) {
		tags[t] = ++ntags
		tag[ntags] = t
	}
	return tags[t]
}

function heap_sort(a, n,   i, t) {
	for (i = int(n / 2); i >= 1; i--)
		sift(a, i, n)
	for (i = n; i > 1; i--) {
		t = a[1]; a[1] = a[i]; a[i] = t
		sift(a, 1, i - 1)
	}
}
function sift(a, i, n,   c, t) {
	t = a[i]
	while ((c = 2 * i) <= n) {
		if (c < n && (a[c + 1] "") > (a[c] ""))
			c++
		if ((a[c] "") <= (t ""))
			break
		a[i] = a[c]
		i = c
	}
	a[i] = t
}

BEGIN {
	FS = "\t"
	for (i = 1; i < 256; i++)
		ord[sprintf("%c", i)] = i
	n = split("ÀàÁáÂâÃãÈèÉéÊêÌìÍíÒòÓóÔôÕõÙùÚúÝýĂăĐđĨĩŨũƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẺẻẼẽẾếỀềỂểỄễỆệỈỉỊịỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỦủỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹĔĕĬĭŎŏŬŭČčÑñ", dummy, "x")
	s = dummy[1]
	while (s != "") {
		n = ord[substr(s, 1, 1)] < 224 ? 2 : 3
		up[++npairs] = substr(s, 1, n)
		low[npairs] = substr(s, n + 1, n)
		s = substr(s, 2 * n + 1)
	}
	n = split("oà òa oá óa oả ỏa oã õa oạ ọa oè òe oé óe oẻ ỏe oẽ õe oẹ ọe uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy", t, " ")
	for (i = 1; i < n; i += 2) {
		second[++ntones] = t[i]
		first[ntones] = t[i + 1]
	}
	n = split("sĩ sỹ Sĩ Sỹ sỹ sĩ Sỹ Sĩ kỷ kỉ Kỷ Kỉ kỹ kĩ Kỹ Kĩ kỳ kì Kỳ Kì quý quí Quý Quí lý lí Lý Lí tỷ tỉ Tỷ Tỉ", t, " ")
	for (i = 1; i < n; i += 2)
		iy[t[i]] = t[i + 1]
	sep[1] = " - "; variants[1] = " - |-| -|- | |, "
	sep[2] = ", ";  variants[2] = ", |,| | - "
	sep[3] = " và "; variants[3] = " và | & |&"
}

FNR == 1 {
	class = FILENAME
	sub(/.*\//, "", class)
	sub(/\.tsv$/, "", class)
	classes[++nclasses] = class
	class_id[class] = nclasses
	previous = ""
}

/^#/ { next }

{
	if (NF != 3) {
		fail("not three fields")
		next
	}
	if ($1 == "" || $2 == "") {
		fail("empty phrase or tag")
		next
	}
	if ($0 ~ /  / || $1 ~ /^ | $/)
		fail("spaces")
	if ($2 !~ /^[a-z][a-z0-9-]*$/)
		fail("tag: " $2)
	for (i = length($0); i > 0; i--) {
		c = ord[substr($0, i, 1)]
		if (c == 204 || c == 205) {
			fail("combining mark: not NFC")
			break
		}
	}
	if (($1 "") == (previous ""))
		fail("twice: " $1)
	else if (($1 "") < (previous ""))
		fail("not sorted: " $1)
	previous = $1
	sense = class "\t" $2 "\t" $3
	row = $1
	if (class == "furniture" || class == "markup") {
		add($1, sense)
		next
	}
	# of two rows with one key only the first would count
	k = class "\t" key_of($1) "\t" capitals($1)
	if (k in spelled)
		fail("one key twice: " $1)
	spelled[k] = 1
	spell("", $1, sense, 0)
	other = other_i($1)
	if (other != "")
		spell("", other, class "\t" $2 "\t" ($3 == "" ? $1 : $3), 0)
}

END {
	close("cat >&2")
	if (bad)
		exit 1
	heap_sort(keys, nkeys)
	nsenses = 0

	# Sets of classes: one symbol of a rule stands for one set.
	for (i = 1; i <= nkeys; i++) {
		n = split(senses[keys[i]], line, "\n")
		set = ""
		for (c = 1; c <= nclasses; c++)
			for (j = 1; j <= n; j++) {
				split(line[j], f, "\t")
				if (f[1] == classes[c]) {
					set = set " " c
					break
				}
			}
		if (!(set in sets)) {
			sets[set] = ++nsets
			set_of[nsets] = set
		}
		entry_set[i] = sets[set]
		entry_sense[i] = nsenses
		entry_n[i] = n
		entry_exact[i] = string_id(exact[keys[i]])
		entry_spelling[i] = string_id(spelling[keys[i]])
		for (j = 1; j <= n; j++) {
			split(line[j], f, "\t")
			sense_class[nsenses] = class_id[f[1]] - 1
			sense_tag[nsenses] = tag_id(f[2])
			sense_value[nsenses++] = string_id(f[3])
		}
	}

	# The trie, breadth first over the sorted keys; a state with one key left
	# holds the number of that key, whose rest is compared as a whole.
	states = 1
	qlo[1] = 1; qhi[1] = nkeys; qdepth[1] = 0; qstate[1] = 0
	# Below 256 a slot is out of reach for the bytes above it, and would be tried again and again.
	head = 1; tail = 1; free = 256
	used[0] = 1; top = 0
	while (head <= tail) {
		lo = qlo[head]; hi = qhi[head]; d = qdepth[head]; s = qstate[head]
		head++
		if (length(keys[lo]) == d) {
			term[s] = lo
			lo++
		}
		if (lo > hi)
			continue
		if (lo == hi) {
			rest[s] = lo
			depth[s] = d
			continue
		}
		m = 0
		for (i = lo; i <= hi; i++) {
			c = ord[substr(keys[i], d + 1, 1)]
			if (!m || c != byte[m]) {
				byte[++m] = c
				from[m] = i
			}
		}
		from[m + 1] = hi + 1
		while (free in used)
			free++
		# Where as many bytes found no room before, these seldom do.
		b = free - byte[1]
		if (m > 1 && b < hint[m])
			b = hint[m]
		for (; ; b++) {
			if (b < 0)
				continue
			for (i = 1; i <= m; i++)
				if ((b + byte[i]) in used)
					break
			if (i > m)
				break
		}
		base[s] = b
		if (m > 1)
			hint[m] = b
		for (i = 1; i <= m; i++) {
			n = b + byte[i]
			used[n] = 1
			check[n] = s
			if (n > top)
				top = n
			tail++
			qlo[tail] = from[i]; qhi[tail] = from[i + 1] - 1; qdepth[tail] = d + 1; qstate[tail] = n
		}
	}
	for (i = 0; i <= top; i++)
		if (!(i in used))
			check[i] = 65535
	check[0] = 65535
	top += 256
	for (i = top - 255; i <= top; i++)
		check[i] = 65535
	if (top > 65534) {
		print "mkdict: too many phrases for one table" | "cat >&2"
		exit 1
	}

	print "/* Made by mkdict.awk from lib/dict; edit those lists instead. */"
	print "#ifdef " upper_id(name) "_NAMES"
	printf "enum { %s_CLASSES = %d, %s_SETS = %d };\n", upper_id(name), nclasses, upper_id(name), nsets
	printf "enum {"
	for (i = 1; i <= nclasses; i++)
		printf " CLASS_%s = %d,", upper_id(classes[i]), i - 1
	print " };\nenum {"
	for (i = 1; i <= ntags; i++)
		printf "\tTAG_%s = %d,\n", upper_id(tag[i]), i
	print "};\n#endif\n#ifdef " upper_id(name) "_TABLES"
	if (nclasses > 1) {
		printf "static const char *const %s_class[] = {", name
		for (i = 1; i <= nclasses; i++)
			printf " \"%s\",", classes[i]
		print " };"
		# the sets that each class is in, one class after another
		printf "static const unsigned char %s_in[] = {", name
		for (c = 1; c <= nclasses; c++) {
			print ""
			from[c] = at_in + 0
			for (i = 1; i <= nsets; i++)
				if (index(set_of[i] " ", " " c " ")) {
					printf "%d,", i
					at_in++
				}
		}
		printf "0 };\nstatic const unsigned short %s_in_from[] = {", name
		for (c = 1; c <= nclasses; c++)
			printf " %d,", from[c]
		printf " %d };\n", at_in
	}
	printf "static const char *const %s_tag[] = { \"\",", name
	for (i = 1; i <= ntags; i++)
		printf " \"%s\",", tag[i]
	print " };"
	printf "static const unsigned long %s_set[] = { 0,", name
	for (i = 1; i <= nsets; i++) {
		n = split(set_of[i], f, " ")
		printf "%s", (i % 4 == 1 ? "\n" : " ")
		for (j = 1; j <= n; j++)
			printf "%s1ul << %d", (j > 1 ? " | " : ""), f[j] - 1
		printf ","
	}
	print "\n};"
	# No pointers: nothing is to be relocated when a tool starts.
	printf "static const unsigned char %s_pool[] = { 0,", name
	for (i = 1; i <= nstrings; i++)
		print_bytes(string[i])
	printf "\n};\nstatic const unsigned %s_string[] = { 0,", name
	place = 1
	for (i = 1; i <= nstrings; i++) {
		printf "%s%d,", (i % 16 == 1 ? "\n" : ""), place
		place += length(string[i]) + 1
	}
	print "\n};"
	printf "static const struct lex_sense %s_sense[] = {", name
	for (i = 0; i < nsenses; i++)
		printf "%s{%d,%d,%d},", (i % 8 ? "" : "\n"), sense_class[i], sense_tag[i], sense_value[i]
	print "\n};"
	printf "static const struct lex_entry %s_entry[] = { {0,0,0,0,0},", name
	for (i = 1; i <= nkeys; i++)
		printf "%s{%d,%d,%d,%d,%d},", (i % 8 == 1 ? "\n" : ""), entry_sense[i], entry_exact[i], entry_n[i], entry_set[i], entry_spelling[i]
	print "\n};"
	# The rests, one after another.
	for (i = 0; i <= top; i++)
		if (i in rest) {
			offset[i] = at
			r = substr(keys[rest[i]], depth[i] + 1)
			pool[++npool] = r
			at += length(r) + 1
		}
	printf "static const unsigned char %s_rest[] = {", name
	for (i = 1; i <= npool; i++)
		print_bytes(pool[i])
	print (npool ? "" : "0") "\n};"
	for (i = 0; i <= top; i++)
		if (i in rest) {
			only[i] = rest[i]
			base[i] = offset[i]
		}
	printf "static const struct lex_state %s_state[%d] = {", name, top + 1
	for (i = 0; i <= top; i++)
		printf "%s{%d,%d,%d,%d},", (i % 8 ? "" : "\n"), 2 * base[i] + (term[i] || only[i]), check[i], term[i], only[i]
	print "\n};"
	print "#endif"
}
