/* The commands of rohnamo-guide. Each returns the exit status: 0 done, 1 findings or failure, 2 usage. */
#ifndef ROHNAMO_TOOLS_COMMAND_H
#define ROHNAMO_TOOLS_COMMAND_H

#include "tools/checks.h"
#include "tools/voice.h"

enum { COMMAND_KEYS = 4 };

struct command_options {
	const char *source, *locales, *out, *font;
	bool strict, json, voice;
	const char *lang; /* of worklist --voice; NULL: all */
	const char *guide, *site, *release, *expires; /* of pack */
	const char *payload, *signature; /* of sign */
	const char *password_file, *extract;
	const char *keys[COMMAND_KEYS]; /* a secret one of pack and sign, public ones of verify */
	int key_count;
	const char *operands[2];
	int operand_count;
};

/* Sources, units and translations, read and checked. */
struct loaded {
	struct arena arena;
	struct findings found;
	struct manuscript manuscript;
	struct units units;
	struct catalogue catalogues[LANG_COUNT];
	struct readings readings; /* empty where nothing is recorded */
};
/* Reads and checks; findings are printed. False when there are errors. `checks`: also what costs time. */
bool load_sources(struct loaded *l, const struct command_options *o);
/* Lists what can be read aloud, and finds what has been. */
void load_readings(struct loaded *l);
void release_sources(struct loaded *l);

/* Says what failed on standard error, in one sentence; returns 1. */
int command_complain(const struct err *e);

int command_build(const struct command_options *o);
int command_check(const struct command_options *o);
int command_extract(const struct command_options *o);
int command_info(const struct command_options *o);
int command_diff(const struct command_options *o);
int command_worklist(const struct command_options *o);
int command_voice(const struct command_options *o); /* worklist --voice */
int command_cyrillic(const struct command_options *o);
int command_pack(const struct command_options *o);
int command_sign(const struct command_options *o);
int command_verify(const struct command_options *o);

#endif
