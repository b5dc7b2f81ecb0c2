#include "chance.h"

#include <string.h>

static uint64_t next(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

static void take(void *self, void *out, size_t count)
{
	struct chance *c = self;

	c->taken += count;
	for (unsigned char *at = out; count > 0; count--)
		*at++ = (unsigned char)(next(&c->state) >> 56);
}

struct noise_source chance_source(struct chance *c)
{
	return (struct noise_source){take, c};
}

static void take_ones(void *self, void *out, size_t count)
{
	(void)self;
	memset(out, 0xFF, count);
}

static void take_zeros(void *self, void *out, size_t count)
{
	(void)self;
	memset(out, 0, count);
}

const struct noise_source chance_ones = {take_ones, NULL}, chance_zeros = {take_zeros, NULL};
