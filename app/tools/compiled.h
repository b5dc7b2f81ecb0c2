/* A compiled guide opened for plain SQL, after it has been checked as the kiosk checks it. */
#ifndef ROHNAMO_TOOLS_COMPILED_H
#define ROHNAMO_TOOLS_COMPILED_H

#include "base/arena.h"
#include "base/err.h"

#include <sqlite3.h>

struct compiled {
	struct arena arena;
	sqlite3 *db; /* read-only, over bytes of the arena */
};

/* Closing is right after a failure too. */
bool compiled_open(struct compiled *c, const char *path, struct err *e) MUST_CHECK;
void compiled_close(struct compiled *c);

#endif
