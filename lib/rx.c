#include "rx.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "pattern.h"

enum {
	JIT_AFTER = 100, /* a translation costs what some hundred interpreted tries cost */
	MATCH_LIMIT = 200000,
	DEPTH_LIMIT = 20000,
	HEAP_LIMIT = 4096, /* KiB */
};

/* What matches need beside the code. */
static void prepare(struct rx *rx)
{
	rx->data = pcre2_match_data_create(RX_GROUPS, NULL);
	rx->context = pcre2_match_context_create(NULL);
	if (!rx->data || !rx->context)
		die("out of memory");
	pcre2_set_match_limit(rx->context, MATCH_LIMIT);
	pcre2_set_depth_limit(rx->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(rx->context, HEAP_LIMIT);
}

bool rx_built(struct rx *rx, const char *text)
{
	const void *bytes = pattern_code(text);
	pcre2_code *code;

	if (!bytes || pcre2_serialize_decode(&code, 1, bytes, NULL) != 1)
		return false;
	rx->code = code;
	prepare(rx);
	return true;
}

static void compile(struct rx *rx)
{
	int err;
	PCRE2_SIZE where;

	if (rx_built(rx, rx->pattern))
		return;
	rx->code = pcre2_compile((PCRE2_SPTR)rx->pattern, PCRE2_ZERO_TERMINATED,
				 PCRE2_ANCHORED | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_UTF, &err, &where, NULL);
	if (!rx->code) {
		PCRE2_UCHAR m[128];

		pcre2_get_error_message(err, m, sizeof m);
		die("pattern, byte %zu: %s: %.60s", where, m, rx->pattern);
	}
	prepare(rx);
}

void rx_code(struct rx *rx, struct str *out)
{
	uint8_t *bytes;
	PCRE2_SIZE size;

	if (!rx->code)
		compile(rx);
	const pcre2_code *code = rx->code;

	if (pcre2_serialize_encode(&code, 1, &bytes, &size, NULL) != 1)
		die("out of memory");
	str_add(out, bytes, size);
	pcre2_serialize_free(bytes);
}

enum rx_answer rx_at(struct rx *rx, struct view s, size_t at, struct rx_match *m)
{
	if (!rx->code)
		compile(rx);
	if (!rx->jit && ++rx->uses >= JIT_AFTER) {
		/* without a translator the interpreter goes on */
		rx->jit = true;
		rx->fast = !pcre2_jit_compile(rx->code, PCRE2_JIT_COMPLETE);
	}
	PCRE2_SPTR subject = (PCRE2_SPTR)(s.p ? s.p : "");
	int r = (rx->fast ? pcre2_jit_match : pcre2_match)(rx->code, subject, s.len, at, 0, rx->data, rx->context);

	if (r == PCRE2_ERROR_NOMATCH)
		return RX_NO;
	if (r == PCRE2_ERROR_JIT_STACKLIMIT || r == PCRE2_ERROR_MATCHLIMIT)
		r = pcre2_match(rx->code, subject, s.len, at, PCRE2_NO_JIT, rx->data, rx->context);
	if (r == PCRE2_ERROR_NOMATCH)
		return RX_NO;
	if (r == PCRE2_ERROR_NOMEMORY)
		die("out of memory");
	if (r < 0)
		return RX_LIMIT;

	const PCRE2_SIZE *o = pcre2_get_ovector_pointer(rx->data);
	PCRE2_SPTR mark = pcre2_get_mark(rx->data);

	_Static_assert(RX_UNSET == PCRE2_UNSET, "a group that took no part");
	for (int g = 0; g < r; g++) {
		m->start[g] = o[2 * g];
		m->end[g] = o[2 * g + 1];
	}
	for (int g = r; g < RX_GROUPS; g++)
		m->start[g] = m->end[g] = RX_UNSET;
	m->mark = mark ? atoi((const char *)mark) : -1;
	return RX_YES;
}

int rx_group(struct rx *rx, const char *name)
{
	if (!rx->code)
		compile(rx);
	int n = pcre2_substring_number_from_name(rx->code, (PCRE2_SPTR)name);

	return n > 0 && n < RX_GROUPS ? n : -1;
}

void rx_free(struct rx *rx)
{
	pcre2_code_free(rx->code);
	pcre2_match_data_free(rx->data);
	pcre2_match_context_free(rx->context);
	*rx = (struct rx){ .pattern = rx->pattern };
}
