/* One look at all sticks and the watched folder: what is new there is judged, the newest of each kind that can be put to use is, and the
 * kiosk is told. What was dealt with is remembered as long as it lies there, and not told again. */
#ifndef ROHNAMO_UPDATE_LOOK_H
#define ROHNAMO_UPDATE_LOOK_H

#include "update/find.h"
#include "update/take.h"

/* Says on a line of its own what became of a file. */
typedef void (*look_say)(void *self, const char *path, const struct taken *taken);

struct look {
	struct update *update; /* its store is opened for the time of a look */
	look_say say;
	void *self;
	uint64_t seen[FIND_CARRIERS * FIND_PACKS],
		carried[FIND_CARRIERS]; /* stamps; mounts to which counts were brought */
	size_t seen_count, carried_count;
	bool all_well; /* of the last look: nothing was found, or installed, or in use, or older than that */
};

void look_init(struct look *l, struct update *update, look_say say, void *self);
/* False with a sentence when the folder of updates cannot be used, or the kiosk not be told. */
bool look(struct look *l, struct err *e) MUST_CHECK;
/* The same for these files (NULL at the end) alone; one that is passed over is not well either. */
bool look_at(struct look *l, const char *const *files, struct err *e) MUST_CHECK;

#endif
