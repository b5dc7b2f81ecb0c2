/* Simple changes of inputs, the same on every machine for the same seed: for CI, where there is no compiler that could watch which ways an
 * input takes. */
#ifndef ROHNAMO_TESTS_FUZZ_MUTATE_H
#define ROHNAMO_TESTS_FUZZ_MUTATE_H

#include "base/file.h"

struct mutator {
	struct arena *a;
	uint64_t state;
	struct list inputs; /* struct blob: the corpus */
	struct list words; /* struct blob: of the dictionary */
};

void mutator_init(struct mutator *m, struct arena *a);
void mutator_seed(struct mutator *m, uint64_t seed);
void mutator_add(struct mutator *m, struct blob input);
/* A dictionary as libFuzzer and AFL++ read it: NAME="WORD" or "WORD" a line, with \xNN, \\ and \" in it. False: what is none. */
bool mutator_words(struct mutator *m, const char *text);
/* One of the corpus, changed in one to five places, in `out` of `room` bytes; its length. */
size_t mutator_next(struct mutator *m, unsigned char *out, size_t room);

#endif
