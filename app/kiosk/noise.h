/* Noise from the two-sided geometric distribution: Pr[Z = z] = (1 - a) / (1 + a) * a^|z| with a = 3/4 (Ghosh, Roughgarden,
 * Sundararajan, "Universally Utility-Maximizing Privacy Mechanisms", STOC 2009, the geometric mechanism with a = e^-epsilon).
 *
 * Z is the difference of two one-sided geometric numbers, Pr[G = k] = (1 - a) * a^k, each the count of how often two fair bits are
 * not both 0 before they are. So a draw needs random bits and integers alone: no logarithm, no floating point, and with them none
 * of the leaks that the rounding of noise has (Mironov 2012). Mean 0, variance 2a / (1 - a)^2 = 24; |Z| <= 10 with 95 %. */
#ifndef ROHNAMO_KIOSK_NOISE_H
#define ROHNAMO_KIOSK_NOISE_H

#include <stddef.h>
#include <stdint.h>

/* Where random bytes come from: of the system in the program, seeded in tests. */
struct noise_source {
	void (*bytes)(void *self, void *out, size_t count);
	void *self;
};

struct noise {
	const struct noise_source *source; /* outlives it */
	uint64_t bits;
	int left; /* how many of them are unused */
};

/* A source that gives the same bits for ever does not hang it: after NOISE_MOST tries, which fair bits reach with a probability
 * below 10^-500, a one-sided number ends. */
enum { NOISE_MOST = 4096 };

void noise_begin(struct noise *n, const struct noise_source *source);
int noise_draw(struct noise *n); /* -NOISE_MOST to NOISE_MOST */
void noise_end(struct noise *n); /* wipes what is left of the bits */

#endif
