/* The attendant's part of a visit: the code, and what the tests of the panel have shown. Wiped with the visit. */
#ifndef ROHNAMO_SCREENS_STAFF_H
#define ROHNAMO_SCREENS_STAFF_H

#include "view/view.h"

#include <stdbool.h>
#include <stdint.h>

#define STAFF_CODE_LEAST 6
#define STAFF_CODE_MOST 12 /* digits */
enum { STAFF_CELLS = 24, STAFF_RULER_STEPS = 500 };

struct staff {
	bool open; /* the code was right, or the program was started so */
	bool refused; /* the last one was wrong */
	char code[STAFF_CODE_MOST + 1];
	uint32_t touched; /* cells of the touch test, as bits */
	int ruler; /* thousandths by which the ruler was made longer than it should be by the settings */
};

struct model;
struct effects;
/* Does what an action on the attendant's screens asks; false when it is none. */
bool staff_update(struct model *m, struct action action, struct effects *out);
/* Whether all cells were touched. */
bool staff_touched_all(const struct staff *s);

#endif
