/* Where packs may be: folders of sticks, by the patterns of the settings, and the watched folder. */
#ifndef ROHNAMO_UPDATE_FIND_H
#define ROHNAMO_UPDATE_FIND_H

#include "update/settings.h"

#include <stdint.h>

enum { FIND_CARRIERS = 16, FIND_PACKS = 32 }; /* the most that are looked at, of each folder */

struct carrier {
	const char *folder;
	uint64_t mount; /* differs when a stick is put in anew */
	bool stick;
};

struct found {
	const char *path;
	const struct carrier *carrier;
	uint64_t stamp; /* differs when the file was written anew, or the stick put in anew */
};

/* The folders that are there, links passed over, in `a`. */
struct carrier *find_carriers(const struct update_settings *s, struct arena *a, size_t *out_count);
/* The regular files *.rohnamo in them, by folder and name. */
struct found *find_packs(struct arena *a, const struct carrier *carriers, size_t count, size_t *out_count);
/* The folders rohnamo-counts beside where a stick's folder of packs is or would be. */
struct carrier *find_counts(const struct update_settings *s, struct arena *a, size_t *out_count);

#endif
