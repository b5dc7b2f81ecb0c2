/* Sleeping until something may be new: a stick that was put in, a file in the watched folder, or whatever else has a file descriptor.
 * Nothing here wakes by time but the short wait until things have settled. */
#ifndef ROHNAMO_UPDATE_WATCH_H
#define ROHNAMO_UPDATE_WATCH_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

enum { WATCH_MOST = 8 };

/* Called when its descriptor is ready. True: something may be new, and a look is due. */
typedef bool (*watch_ready)(void *self);

struct watch {
	struct watched {
		int fd;
		short events; /* of poll */
		watch_ready ready;
		void *self;
	} list[WATCH_MOST];
	size_t count;
};

/* A further descriptor that stays open as long as the watch; false when there are WATCH_MOST. */
bool watch_add(struct watch *w, int fd, short events, watch_ready ready, void *self);

/* Adds that a file system was mounted or unmounted. */
bool watch_mounts(struct watch *w, struct err *e) MUST_CHECK;

/* A watched folder. It need not be there yet, but the one around it must. */
struct watched_folder {
	const char *folder, *around;
	int fd, number;
};
/* Adds that a file in it was finished or moved there. `f` and both texts outlive the watch. */
bool watch_folder(
	struct watch *w, struct watched_folder *f, const char *folder, const char *around, struct err *e) MUST_CHECK;

/* Waits for ever. `settled` is called once nothing more has come for `settle_ms`, but no later than ten times that. Returns, false,
 * only when it cannot wait any more. */
bool watch_run(struct watch *w, int settle_ms, void (*settled)(void *self), void *self, struct err *e) MUST_CHECK;

#endif
