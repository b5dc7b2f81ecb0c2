/* One recording as a file. */
#ifndef ROHNAMO_TOOLS_VOICE_FILE_H
#define ROHNAMO_TOOLS_VOICE_FILE_H

#include "base/file.h"

/* Reads it; errors name what is wrong and what to do. */
bool voice_file_read(struct arena *a, const char *path, struct blob *out, struct err *e) MUST_CHECK;
/* Whether it can be played: Ogg/Opus, half a second to three minutes, not silent, small enough. */
bool voice_file_check(struct arena *a, const char *path, struct err *e) MUST_CHECK;

#endif
