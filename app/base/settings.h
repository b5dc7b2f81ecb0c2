/* The settings file: one "key = value" a line, '#' comments. Read by the kiosk and by its helpers, each of which knows its own keys. */
#ifndef ROHNAMO_BASE_SETTINGS_H
#define ROHNAMO_BASE_SETTINGS_H

#include "base/arena.h"
#include "base/err.h"

#include <stdbool.h>

#define SETTINGS_DEFAULT_FILE "/etc/rohnamo/rohnamo.conf"

/* One setting, in the arena of the reader. */
struct settings_line {
	const char *name, *value; /* trimmed */
	const char *where; /* "FILE:LINE: ", for messages */
};
typedef bool (*settings_take)(void *self, const struct settings_line *line, struct err *e);

/* Hands over each setting in order. False with one sentence when the file cannot be read, a line is none, or `take` says so. */
bool settings_read(struct arena *a, const char *path, settings_take take, void *self, struct err *e) MUST_CHECK;

#endif
