/* The settings file, as rohnamo-update reads it. */
#include "fuzz.h"

#include "update/settings.h"

#include <stdio.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	char program[] = "rohnamo-update", config[] = "--config", path[1024];
	char *words[] = {program, config, path, NULL};
	struct update_settings s;
	struct err e = {"", "", ""};
	struct arena a;

	snprintf(path, sizeof path, "%s", fuzz_file("rohnamo.conf", data, bytes));
	arena_init(&a);
	if (update_settings_read(&s, &a, 3, words, &e))
		for (int i = 0; i < PACK_KIND_COUNT; i++)
			FUZZ_MUST(s.folder && s.from && s.trusted[i].count <= PACK_KEYS);
	else
		fuzz_error(&e);
	fuzz_bound(&a, bytes, 512);
	arena_release(&a);
	return 0;
}
