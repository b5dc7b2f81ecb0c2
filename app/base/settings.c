#include "base/settings.h"

#include "base/file.h"
#include "base/str.h"

#include <string.h>

static const size_t limit_bytes = 64 * 1024;

bool settings_read(struct arena *a, const char *path, settings_take take, void *self, struct err *e)
{
	const char *text;
	size_t count;

	if (!file_read_text(a, path, limit_bytes, &text, e))
		return err_context(e, "settings");
	char **lines = str_split(a, text, '\n', &count);
	for (size_t i = 0; i < count; i++) {
		const char *line = str_trim(a, lines[i]);
		const char *equals = strchr(line, '=');
		if (!*line || *line == '#')
			continue;
		if (!equals)
			return err_set(e, "%s:%zu: '%s' is no setting: key = value is wanted", path, i + 1, line);
		const struct settings_line s = {
			.name = str_trim(a, arena_strndup(a, line, (size_t)(equals - line))),
			.value = str_trim(a, equals + 1),
			.where = arena_printf(a, "%s:%zu: ", path, i + 1),
		};
		if (!take(self, &s, e))
			return false;
	}
	return true;
}
