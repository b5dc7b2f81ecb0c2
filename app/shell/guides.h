/* Which guide the program shows: of those in the folder of updates the one in use, else one of those before it, or the installed one when its release
 * is higher; when nothing opens, the built-in one. A guide that is named is the only one looked at. */
#ifndef ROHNAMO_SHELL_GUIDES_H
#define ROHNAMO_SHELL_GUIDES_H

#include "content/guide.h"

/* Opens it. *out_problem: why it is not the one that should be in use, NULL when it is. NULL only when even the built-in one is broken. In `a`. */
struct guide *guides_open(
	struct arena *a, const char *named, const char *updates, const char **out_problem, struct err *e);
/* A number that changes when another guide is put to use in the folder of updates; 0 when there is none. */
uint64_t guides_stamp(const char *updates);

#endif
