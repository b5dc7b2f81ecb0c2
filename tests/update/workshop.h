/* Packs of small guides and site folders, signed by keys that tests make, and a folder of updates to take them into. */
#ifndef ROHNAMO_TESTS_UPDATE_WORKSHOP_H
#define ROHNAMO_TESTS_UPDATE_WORKSHOP_H

#include "../testing.h"

#include "update/take.h"
#include "update/tell.h"

enum signer { WORKING, RESERVE, SITE, STRANGER, SIGNERS };
extern struct minisign_secret secrets[SIGNERS];
extern char signer_ids[SIGNERS][MINISIGN_ID_TEXT];

/* What a pack of a test is; 0 and NULL mean the usual. */
struct making {
	enum signer signer;
	int release;
	int inner_release; /* of the guide itself; usual: release */
	int schema;
	const char *version; /* of the list */
	const char *made, *expires;
	const char *contacts; /* of a site: contacts.csv */
	bool damaged_guide; /* a guide that does not open, well signed */
};

/* A fresh scratch folder with `updates`, and the settings and update of a test over it, trusting WORKING, RESERVE and SITE. */
struct workshop {
	struct arena arena;
	struct update_settings settings;
	struct update update;
	const char *root; /* the scratch folder */
	bool kiosk_says_no;
	int kiosk_asked;
};
void workshop_open(struct workshop *w);
void workshop_close(struct workshop *w);
/* PATH below the scratch folder. */
const char *workshop_path(struct workshop *w, const char *path);
/* Writes a file below the scratch folder, its folders too; returns its path. */
const char *workshop_write(struct workshop *w, const char *path, const void *data, size_t bytes);

struct blob make_guide_pack(struct arena *a, const struct making *m);
struct blob make_site_pack(struct arena *a, const struct making *m);
/* The same as a file; returns its path. */
const char *put_guide_pack(struct workshop *w, const char *path, const struct making *m);
const char *put_site_pack(struct workshop *w, const char *path, const struct making *m);

/* Opens the store, takes the pack, closes it. */
struct taken workshop_take(struct workshop *w, const char *path);
/* The release that the kiosk would open: 0 when there is none; fails the test when the link leads to what does not open. */
int release_in_use(struct workshop *w);
int64_t highest_of(struct workshop *w, enum pack_kind kind, enum signer signer);
/* How many guides the store keeps; one that is not whole fails the test. */
int stored_guides(struct workshop *w);

#endif
