/* A voice for listen.h that is silent and takes its time, for pictures and scripts: fifteen letters a second of the virtual clock. */
#ifndef ROHNAMO_SHELL_MUTE_H
#define ROHNAMO_SHELL_MUTE_H

#include "shell/listen.h"

struct mute {
	struct voice_out voice;
	int64_t left_ms, since_ms; /* of the present sentence; since -1: it begins with the next step */
};
void mute_init(struct mute *m);

#endif
