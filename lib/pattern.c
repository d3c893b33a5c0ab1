#include "pattern.h"

#include <string.h>

uint64_t pattern_key(const char *text)
{
	size_t len = strlen(text);
	uint64_t key = len;

	for (size_t i = 0; i < len; i += sizeof key) {
		uint64_t part = 0;

		memcpy(&part, text + i, len - i < sizeof part ? len - i : sizeof part);
		/* multiplied by an odd number, then the high bits to the low ones: nothing is lost of either */
		key = (key ^ part) * 0x9e3779b97f4a7c15u;
		key ^= key >> 32;
	}
	return key;
}

const void *pattern_code(const char *text)
{
	const struct pattern *p = patterns;
	uint64_t key = pattern_key(text);

	while (p->code && p->key != key)
		p++;
	return p->code;
}
