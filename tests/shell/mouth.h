/* A voice for tests that only remembers: each sentence takes it a second. */
#ifndef ROHNAMO_TESTS_SHELL_MOUTH_H
#define ROHNAMO_TESTS_SHELL_MOUTH_H

#include "shell/listen.h"

struct mouth {
	struct arena arena;
	const char *said[400];
	char langs[400][16];
	int count, pace, loudness, stops;
	bool waiting, mute;
	const char *read; /* words that a person has recorded; NULL: none */
	int64_t end_ms; /* of the present sentence; -1: it begins with the next step; 0: none */
};
extern struct mouth mouth;
extern const struct voice_out mouth_voice;

/* For cmocka: before and after each test. */
int mouth_open(void **state);
int mouth_close(void **state);
/* The last sentence, "" when nothing was said. */
const char *mouth_last(void);
/* Whether some sentence has these words. */
bool mouth_said(const char *words);

#endif
