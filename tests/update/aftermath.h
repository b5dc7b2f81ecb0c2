/* An update that something befalls, and what has to hold after it. A whole look is what is run: finding, judging, installing, telling. In use are
 * guide 4, after three others, and site 1; on the stick are guide 5 and site 2. */
#ifndef ROHNAMO_TESTS_UPDATE_AFTERMATH_H
#define ROHNAMO_TESTS_UPDATE_AFTERMATH_H

#include "update/look.h"
#include "room.h"

extern const char *fresh, *updates, *stick; /* the folder of updates as it was before; that folder; the stick's */

int aftermath_begin(void **state);
int aftermath_end(void **state);
void copy_tree(const char *from, const char *to);
/* Over disk_faulty. */
bool run_look(struct look *l);
/* The old or the new one is in use, what was noted is no higher, nothing else is there. `what` and `call` are for the message. */
void check_whole(const char *what, int call);
/* A good run brings the new one and leaves nothing behind. */
void check_repaired(const char *what, int call);

#endif
