/* A power cut, as strict as POSIX allows: what a disk is asked to do is noted, and what may be left of it when the power goes after each of
 * these wishes is put on a real disk again. Bytes of a file are safe once the file was synced, names in a folder once the folder was; what was
 * not is there or not, each folder by itself, and a name that is there may lead to nothing but zeros. */
#ifndef ROHNAMO_TESTS_UPDATE_CUT_H
#define ROHNAMO_TESTS_UPDATE_CUT_H

#include "update/disk.h"

enum {
	CUT_WAYS = 8
}; /* in which folders the names that were not synced are there: a bit each for root, guides, sites */

/* Does everything, and notes what is asked for below the folder given to cut_begin. Syncing is noted alone. */
extern const struct disk disk_noted;
/* Begins to note, over what is in `folder` now, which is safe. */
void cut_begin(const char *folder);
/* How many changes and syncs were asked for. */
int cut_count(void);
/* Makes `folder` what is left after the first `wishes`, in one of CUT_WAYS. Returns false, and does nothing, when it is the same as the
 * last way of the same number. */
bool cut_leave(const char *folder, int wishes, int way);
void cut_end(void);

#endif
