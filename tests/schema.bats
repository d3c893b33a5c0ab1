#!/usr/bin/env bats
# Every record is what tdk-json -s says, by a validator of JSON Schema 2020-12.

load common

setup() {
	cd "$BATS_TEST_TMPDIR"
	python3 -c 'import jsonschema' 2>/dev/null || skip 'no python3 with jsonschema'
	cat >validate.py <<-'END'
		import json, sys
		from jsonschema import Draft202012Validator
		schema = json.load(open(sys.argv[1], encoding="utf-8"))
		Draft202012Validator.check_schema(schema)
		validator = Draft202012Validator(schema)
		n = 0
		for line in open(sys.argv[2], encoding="utf-8"):
		    for e in validator.iter_errors(json.loads(line)):
		        sys.exit("%s: %s" % (list(e.path), e.message))
		    n += 1
		print(n)
	END
	tdk-json -s >schema.json
}

@test "the records of all pages, with and without their lines" {
	tdk $(pages) 2>/dev/null >out || true
	run -0 python3 validate.py schema.json out
	[ "$output" = "$(pages | wc -l)" ] || fail "$output"
	tdk -l $(pages) 2>/dev/null >out || true
	run -0 python3 validate.py schema.json out
	for p in "$root"/tests/strip/*.tsv; do cut -f 2- "$p" >"${p##*/}.txt"; done
	tdk ./*.txt >out
	run -0 python3 validate.py schema.json out
}

@test "the record of whatever a stream may hold" {
	make_streams
	tdk-json "$streams"/*.tdk >out 2>/dev/null || true
	run -0 python3 validate.py schema.json out
	head -c 300000 /dev/urandom | tdk-json >out 2>/dev/null || true
	run -0 python3 validate.py schema.json out
}

@test "a record that is none is refused" {
	echo '{"id": 1}' >out
	run -1 python3 validate.py schema.json out
}
