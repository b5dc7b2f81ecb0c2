/* The steps of --play. */
#include "fuzz.h"

#include "shell/script.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	char *text = fuzz_text(data, bytes);
	struct arena a;
	struct script s;
	struct err e = {"", "", ""};

	arena_init(&a);
	if (script_parse(&a, "a.play", text, &s, &e))
		for (size_t i = 0; i < s.count; i++)
			FUZZ_MUST(s.steps[i].line > 0 && s.steps[i].kind <= STEP_DESCRIBE && s.steps[i].wait_ms >= 0);
	else
		fuzz_error(&e);
	fuzz_bound(&a, bytes, 256);
	arena_release(&a);
	free(text);
	return 0;
}
