/* Writes lib/pattern_code.c: every pattern of the tools, compiled. Made and run when the
 * tools are built, with the objects of the library, before there are any patterns. */
#include <inttypes.h>
#include <stdio.h>

#include "date.h"
#include "err.h"
#include "pattern.h"
#include "person.h"
#include "ref.h"
#include "rule.h"
#include "stamp.h"
#include "unit.h"

const struct pattern patterns[] = { { 0, NULL } };

enum { MOST = 200 };
static uint64_t keys[MOST];
static size_t n;

static void add(const char *text, struct rx *rx)
{
	struct str code = { 0 };

	if (n == MOST)
		die("more than %d patterns", MOST);
	keys[n] = pattern_key(text);
	for (size_t i = 0; i < n; i++)
		if (keys[i] == keys[n])
			die("two patterns have one key: %.60s", text);
	rx_code(rx, &code);
	/* as numbers of eight bytes, for code is read as it lies in memory */
	printf("static const uint64_t code%zu[] = {", n++);
	for (size_t i = 0; i < code.len; i += sizeof(uint64_t)) {
		uint64_t part = 0;

		memcpy(&part, code.p + i, code.len - i < sizeof part ? code.len - i : sizeof part);
		printf("%s%#" PRIx64 ",", i % 64 ? " " : "\n\t", part);
	}
	printf("\n};\n");
	str_free(&code);
}

static void add_pattern(const char *text)
{
	struct rx rx = { .pattern = text };

	add(text, &rx);
	rx_free(&rx);
}

static void add_rule(const char *text)
{
	struct rule r = RULE(text);

	rule_translate(&r);
	add(text, &r.rx);
	rule_free(&r);
}

int main(void)
{
	const char *text;

	printf("#include \"pattern.h\"\n\n");
	add_pattern(stamp_pattern);
	for (size_t i = 0; (text = date_pattern(i)); i++)
		add_pattern(text);
	for (size_t i = 0; (text = unit_rule(i)); i++)
		add_rule(text);
	for (size_t i = 0; (text = person_rule(i)); i++)
		add_rule(text);
	for (size_t i = 0; (text = ref_pattern(i)); i++)
		add_pattern(text);
	printf("\nconst struct pattern patterns[] = {\n");
	for (size_t i = 0; i < n; i++)
		printf("\t{ %#" PRIx64 ", code%zu },\n", keys[i], i);
	printf("\t{ 0, NULL },\n};\n");
	return fflush(stdout) == EOF || ferror(stdout);
}
