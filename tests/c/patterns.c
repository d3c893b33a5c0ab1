/* Prints every pattern that the tools were not built with. */
#include <stdio.h>

#include "date.h"
#include "person.h"
#include "pattern.h"
#include "ref.h"
#include "rx.h"
#include "stamp.h"
#include "unit.h"

static void look(const char *text)
{
	struct rx rx = { .pattern = text };

	if (!pattern_code(text))
		printf("not there: %s\n", text);
	else if (!rx_built(&rx, text))
		printf("refused: %s\n", text);
	rx_free(&rx);
}

int main(void)
{
	static const char *(*const list[])(size_t) = { date_pattern, unit_rule, person_rule, ref_pattern };
	const char *text;

	look(stamp_pattern);
	for (size_t k = 0; k < sizeof list / sizeof *list; k++)
		for (size_t i = 0; (text = list[k](i)); i++)
			look(text);
	if (pattern_code("none"))
		printf("there: none\n");
	return 0;
}
