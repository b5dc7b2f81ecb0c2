/* The settings file, as the kiosk reads it. */
#include "fuzz.h"

#include "base/settings.h"
#include "base/str.h"
#include "shell/options.h"

#include <string.h>

static bool look(void *self, const struct settings_line *line, struct err *e)
{
	(void)self;
	(void)e;
	FUZZ_MUST(strstr(line->where, ":") && utf8_valid(line->name, strlen(line->name)));
	FUZZ_MUST(utf8_valid(line->value, strlen(line->value)) && !strchr(line->value, '\n'));
	return true;
}

static void look_at_options(const struct options *o)
{
	FUZZ_MUST(o->lang && o->text_percent >= 100 && o->text_percent <= 200);
	FUZZ_MUST(o->rotate % 90 == 0 && o->rotate >= 0 && o->rotate < 360);
	FUZZ_MUST(o->width_px > 0 && o->height_px > 0 && o->idle_seconds >= 0);
	FUZZ_MUST(o->panel_mm >= 0 && o->distance_mm >= 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	char program[] = "rohnamo", config[] = "--config", path[1024];
	char *words[] = {program, config, path};
	struct arena a;
	struct options o;
	struct err e = {"", "", ""};

	memcpy(path, fuzz_file("rohnamo.conf", data, bytes), strlen(fuzz_file("rohnamo.conf", data, bytes)) + 1);
	arena_init(&a);
	if (!settings_read(&a, path, look, NULL, &e))
		fuzz_error(&e);
	e = (struct err){"", "", ""};
	if (options_read(&o, &a, 3, words, &e))
		look_at_options(&o);
	else
		fuzz_error(&e);
	fuzz_bound(&a, bytes, 512);
	arena_release(&a);
	return 0;
}
