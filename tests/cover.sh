#!/bin/sh
# After the tests of a build with --coverage: lines of lib that ran, by file. Run it
# where that build stands. Uncovered lines are listed in lib/*.gcov.
set -eu
cd lib
gcov -r -- *.o >gcov.log 2>/dev/null || gcov -- *.o >gcov.log
awk '
	/^File / { file = substr($2, 2, length($2) - 2); next }
	/^Lines executed:/ && file ~ /^lib\/[a-z_]+\.c$/ {
		split($0, p, /[:% ]+/)
		n = $NF
		printf "%6.2f %% of %5d  %s\n", p[3], n, substr(file, 5)
		all += n
		run += n * p[3] / 100
		file = ""
	}
	END { printf "%6.2f %% of %5d  lib\n", 100 * run / all, all }
' gcov.log | sort -n
