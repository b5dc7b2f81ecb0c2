/* Routes: one a line. */
#include "fuzz.h"

#include "base/str.h"
#include "screens/route.h"

#include <stdlib.h>
#include <string.h>

static void look(const struct route *r, const char *text)
{
	char id[ROUTE_BYTES], typed[ROUTE_BYTES];
	const char *answers;
	struct route again;
	struct take_arg take;

	FUZZ_MUST(r->screen < SCREEN_COUNT && str_equal(r->text, text) && r->number >= 0 && r->number <= 999);
	FUZZ_MUST(route_parse(r->text, &again) && again.screen == r->screen && again.number == r->number);
	route_walk(r, id, &answers);
	if (r->screen == SCREEN_WALK)
		FUZZ_MUST(*id && strlen(answers) <= TAKE_ANSWERS);
	if (r->screen == SCREEN_SEARCH)
		FUZZ_MUST(route_search_text(r, typed, sizeof typed) && utf8_valid(typed, strlen(typed)));
	FUZZ_MUST(route_take(r, &take) == (r->screen == SCREEN_TAKE));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	char *text = fuzz_text(data, bytes);

	for (char *line = text, *next; line; line = next) {
		struct route r;
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (route_parse(line, &r))
			look(&r, line);
	}
	free(text);
	return 0;
}
