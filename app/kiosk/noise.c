#include "kiosk/noise.h"

#include "base/arena.h"

#include <stdbool.h>

void noise_begin(struct noise *n, const struct noise_source *source)
{
	*n = (struct noise){.source = source};
}

/* Two fair bits that are not both 0: true in three of four. */
static bool goes_on(struct noise *n)
{
	if (n->left == 0) {
		n->source->bytes(n->source->self, &n->bits, sizeof n->bits);
		n->left = 64;
	}
	bool on = (n->bits & 3) != 0;
	n->bits >>= 2;
	n->left -= 2;
	return on;
}

static int one_sided(struct noise *n)
{
	int count = 0;

	while (count < NOISE_MOST && goes_on(n))
		count++;
	return count;
}

int noise_draw(struct noise *n)
{
	int up = one_sided(n);

	return up - one_sided(n);
}

void noise_end(struct noise *n)
{
	mem_wipe(n, sizeof *n);
}
