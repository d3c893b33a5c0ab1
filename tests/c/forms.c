/* Prints the table of forms of lib/date.c: name, example, value. */
#include <stdio.h>

#include "date.h"

int main(void)
{
	const char *name, *example, *value;

	for (size_t i = 0; date_form(i, &name, &example, &value); i++)
		printf("%s\t%s\t%s\n", name, example, value);
	return 0;
}
