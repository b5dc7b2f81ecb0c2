/* --play: runs a script against the program with a virtual clock, through the same input as a finger. */
#ifndef ROHNAMO_SHELL_PLAY_H
#define ROHNAMO_SHELL_PLAY_H

#include "shell/app.h"
#include "shell/script.h"

/* How pictures are made; play itself knows no painter. */
struct picture_maker {
	void *self;
	bool (*save)(void *self, const struct app *app, const char *path, struct err *e);
};

/* True when every step held; else the first failure as `FILE:LINE: ...`. Paths are relative to the working
 * directory. */
bool play(struct app *app, const struct script *script, const struct picture_maker *pictures, struct err *e) MUST_CHECK;

#endif
