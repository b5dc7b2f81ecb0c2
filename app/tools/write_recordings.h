/* The rows of recordings. */
#ifndef ROHNAMO_TOOLS_WRITE_RECORDINGS_H
#define ROHNAMO_TOOLS_WRITE_RECORDINGS_H

#include "tools/voice.h"
#include "tools/writer.h"

/* A recording in Uzbek is that of the same text in Cyrillic, too. */
void recordings_write(struct writer *w, const struct readings *r);

#endif
