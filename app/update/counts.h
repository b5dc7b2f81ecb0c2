/* Days of counts from the kiosk, over a socket of this machine; what is said there: wire/counting.h. */
#ifndef ROHNAMO_UPDATE_COUNTS_H
#define ROHNAMO_UPDATE_COUNTS_H

#include "update/metrics.h"

enum { COUNTS_PATIENCE_MS = 2000 }; /* for one message; the kiosk sends it at once */

/* Where they go. All outlive it. */
struct counts_desk {
	const struct disk *disk;
	const char *folder; /* of updates, which is there */
	int listener; /* of counts_listen or base/listener.h */
	int patience_ms;
	struct health health; /* written beside the counts; to be kept true by the caller */
};

/* Listens at `path`; the descriptor is for poll (POLLIN). */
bool counts_listen(const char *path, int *out_fd, struct err *e) MUST_CHECK;
/* Serves one client, to be called when somebody waits: reads a day, adds it to its month, writes the metrics anew. It waits no longer
 * than the patience. False with a sentence when that was nothing, or no day, or cannot be kept; the client is told nothing. What was refused is
 * not counted; a day that was added and whose metrics could not be written is. Days after `today` and those older than what is kept are
 * refused: the kiosk's clock is this machine's. */
bool counts_serve(const struct counts_desk *desk, date_t today, struct err *e) MUST_CHECK;

#endif
