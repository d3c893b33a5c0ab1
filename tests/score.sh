#!/bin/sh
# Precision and recall, kind by kind, each kind as a set a page: on the pages of
# tests/pages whose records were checked by hand (NAME.want), and on those of
# TDK_SEEDS where what they hold is known. A measure to watch, not a test.
#
# columns: which pages, kind, right, wrong, missed, precision, recall, F1
set -eu
cd "$(dirname "$0")"
: "${TDK_BIN:=$PWD/../cmd}"
: "${TDK_SEEDS:=$PWD/../../shared/seeds}"
PATH=$TDK_BIN:$PATH
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# Lines "page TAB kind TAB find", found first, then wanted (with ! optional).
tally() {
	awk -F '\t' -v which="$1" '
		NR == FNR { if (!(($0) in got)) { got[$0]; n[$2]++ } next }
		{ key = $1 "\t" $2 "\t" $3 }
		$4 == "!" { may[key]; next }
		key in want { next }
		{ want[key]; kinds[$2]; if (key in got) tp[$2]++; else fn[$2]++ }
		END {
			for (key in got) if (!(key in want) && (key in may)) { split(key, f, "\t"); n[f[2]]-- }
			for (k in n) kinds[k]
			for (k in kinds) {
				fp = n[k] - tp[k]
				p = n[k] ? tp[k] / n[k] : 1
				r = tp[k] + fn[k] ? tp[k] / (tp[k] + fn[k]) : 1
				printf "%s\t%s\t%d\t%d\t%d\t%.3f\t%.3f\t%.3f\n", which, k, tp[k], fp, fn[k], p, r, p + r ? 2 * p * r / (p + r) : 0
			}
		}' "$2" "$3" | sort -k 2
}

flat() { # a stream's records as page, kind, find
	awk -F '\t' -v OFS='\t' '
		$1 == "doc" { id = $2; sub(/.*\//, "", id); next }
		$1 == "date" { print id, "date", $5 " " $7 }
		$1 == "unit" { print id, "unit", $8 }
		$1 == "place" { print id, "place", $6 }
		$1 == "ref" { print id, "ref", $5 " " $7 " " $9 }
		$1 == "theme" { print id, "theme", $5 " " $6 }
		$1 == "award" { print id, "award", $5 " " $6 " " $9 }
		$1 == "person" { print id, "person", $5; print id, "part", $5 ": " $7 }
		$1 == "role" { print id, "role", $8 }
		$1 ~ /^(title|meta|text|caption|byline|note|contact)$/ { print id, "line", $2 " " $1 }'
}

tdk-strip pages/*.txt 2>/dev/null | tdk-date | tdk-units | tdk-people | tdk-refs | tdk-awards | flat >"$dir/found"
cat pages/*.want | flat >"$dir/wanted"
# Pages that nobody checked are not counted.
awk -F '\t' 'NR == FNR { seen[$1]; next } $1 in seen' "$dir/wanted" "$dir/found" >"$dir/found.seen"
printf 'pages\tkind\tright\twrong\tmissed\tP\tR\tF1\n'
tally own "$dir/found.seen" "$dir/wanted"

gold=$TDK_SEEDS/../gold
[ -d "$gold" ] || exit 0
tdk "$TDK_SEEDS"/*.txt >"$dir/seeds"
# One spelling for what only looks different: case, dashes, spaces.
norm='def n: ascii_downcase | gsub("[‐-―−]"; "-") | gsub(" *- *"; "-") | gsub("\\s+"; " ") | sub("[ .]+$"; "");'
jq -r "$norm"' (.id | sub(".*/"; "")) as $p |
	(.people[] | [$p, "people", (.name | n)]),
	(.people[] | .name as $n | .roles[] | [$p, "roles", ($n + ": " + .text | n)]),
	(.dates[] | [$p, "dates", .value]),
	(.units[].mentions[] | [$p, "units", (.text | n)]),
	[$p, "published", .published], [$p, "title", (.title // "" | n)],
	[$p, "event", (.event.date // "")] | @tsv' "$dir/seeds" >"$dir/found"
for f in "$gold"/*.json; do
	jq -r "$norm"' .file as $p | def o: if .optional then "!" else "" end;
	(.people[] | [$p, "people", (.name | n), ""]),
	(.people[] | .name as $n | .roles[] | [$p, "roles", ($n + ": " + (.text // (.title + (if .unit then " " + .unit else "" end))) | n), ""]),
	(.dates[] | [$p, "dates", .value, o]),
	(.units[] | [$p, "units", (.text | n), o]),
	[$p, "published", .published, ""], [$p, "title", (.title | n), ""],
	[$p, "event", (.event.date // ""), ""] | @tsv' "$f"
done >"$dir/wanted"
tally seeds "$dir/found" "$dir/wanted"
