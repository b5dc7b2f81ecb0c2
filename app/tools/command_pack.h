/* What the commands about packs share. */
#ifndef ROHNAMO_TOOLS_COMMAND_PACK_H
#define ROHNAMO_TOOLS_COMMAND_PACK_H

#include "pack/pack.h"
#include "tools/command.h"

/* Signs a payload with the secret key of the options; the whole file in `a`. */
bool payload_sign(struct arena *a, struct blob payload, const struct command_options *o, struct blob *out,
	struct err *e) MUST_CHECK;
/* Status 2 with a sentence when a kiosk would not look at a pack of this name; else 0. */
int pack_name_usage(const char *path);

#endif
