/* What rohnamo-update is told: its lines of the settings file, then the command line. */
#ifndef ROHNAMO_UPDATE_SETTINGS_H
#define ROHNAMO_UPDATE_SETTINGS_H

#include "base/arena.h"
#include "base/err.h"
#include "pack/pack.h"

enum update_mode { UPDATE_STAY, UPDATE_ONCE, UPDATE_HELP };

struct keys {
	struct minisign_public keys[PACK_KEYS];
	size_t count;
};

struct update_settings {
	enum update_mode mode;
	const char *config; /* NULL: the usual file when there is one */
	const char *folder; /* of updates */
	const char *from; /* patterns of folders, with blanks between them */
	const char *inbox; /* a watched folder; NULL: none */
	const char *media; /* before each pattern; "" */
	const char *program; /* of the kiosk, for its check; NULL: rohnamo beside this program */
	const char *counts; /* the socket over which the kiosk tells its counts */
	date_t today; /* DATE_NONE: by the clock */
	struct keys trusted[PACK_KIND_COUNT];
	const char **files; /* of --once, NULL at the end; none: looks for them */
};

/* Reads both; texts are in `a`. False with one sentence for a value that cannot be used; settings of others are passed over. */
bool update_settings_read(struct update_settings *s, struct arena *a, int argc, char **argv, struct err *e) MUST_CHECK;
/* For --help. */
const char *update_help(void);

#endif
