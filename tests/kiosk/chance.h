/* A random source of a test: splitmix64, the same numbers on every machine. */
#ifndef ROHNAMO_TESTS_KIOSK_CHANCE_H
#define ROHNAMO_TESTS_KIOSK_CHANCE_H

#include "kiosk/noise.h"

struct chance {
	uint64_t state;
	size_t taken; /* bytes */
};

/* `self` of the source; seed it by setting the state. */
struct noise_source chance_source(struct chance *c);
/* Sources that are broken: the same byte for ever. Both bits 1: every number goes on; both 0: no noise at all. */
extern const struct noise_source chance_ones, chance_zeros;

#endif
