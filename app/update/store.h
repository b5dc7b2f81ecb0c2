/* The folder of updates: what is in use, what was before, and how one becomes the other.
 *
 *     guide.db -> guides/guide-RELEASE-KEY.db     site -> sites/site-RELEASE-KEY
 *     guides/order, sites/order                   what was put to use, the newest first
 *     highest                                     see highest.h
 *     last                                        see tell.h
 *
 * The link is switched by one rename; before that nothing of the new one counts, after that nothing of the old one. What an update
 * that broke off left behind begins with DISK_NEW, or stands in no order, and is removed by the next one. */
#ifndef ROHNAMO_UPDATE_STORE_H
#define ROHNAMO_UPDATE_STORE_H

#include "pack/pack.h"
#include "update/disk.h"

enum { STORE_KEPT = 3, STORE_NAME_BYTES = 64 }; /* the present one and two before it */

struct store {
	const struct disk *disk;
	const char *folder; /* outlives the store */
	int lock; /* its own file descriptor of the folder */
};

/* A guide or a site folder in the store, by its name. */
struct release {
	int64_t number;
	char key[MINISIGN_ID_TEXT];
};

struct present {
	bool there; /* the link leads to one of the store that opens */
	struct release release;
	char version[UPDATING_TEXT_BYTES]; /* "-" when nothing opens or none is known */
};

/* Makes the folder's parts where they are missing, keeps all others out until store_close, and clears away what broke off. */
bool store_open(struct store *s, const struct disk *disk, const char *folder, struct err *e) MUST_CHECK;
void store_close(struct store *s);

/* What the link leads to, whether it opens or not. False: to nothing of the store. */
bool store_linked(const struct store *s, enum pack_kind kind, struct release *out);
/* What the kiosk would open now. */
void store_present(const struct store *s, enum pack_kind kind, struct present *out);
/* FOLDER/guide.db or FOLDER/site, in `a`. */
const char *store_link(const struct store *s, struct arena *a, enum pack_kind kind);
/* Where the parts of a pack stand before they are put to use, in `a`: the file of a guide, the folder of a site. */
const char *store_new(const struct store *s, struct arena *a, const struct pack *pack);

/* Writes the parts there and syncs them. What failed is removed. errno as in disk.h. */
bool store_add(const struct store *s, const struct pack *pack, struct err *e) MUST_CHECK;
/* Removes them. */
void store_drop(const struct store *s, const struct pack *pack);
/* Puts them to use: renames them, then switches the link. When it fails what is in use opens as before, but for a failing sync
 * of the folder after the switch. */
bool store_use(const struct store *s, const struct pack *pack, struct err *e) MUST_CHECK;
/* Writes the order and removes what is older than the two before the present one. */
bool store_tidy(const struct store *s, enum pack_kind kind, struct err *e) MUST_CHECK;

#endif
