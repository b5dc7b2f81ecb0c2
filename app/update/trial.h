/* What a new guide or site folder has to go through before it is put to use. */
#ifndef ROHNAMO_UPDATE_TRIAL_H
#define ROHNAMO_UPDATE_TRIAL_H

#include "pack/pack.h"
#include "wire/updating.h"

/* The kiosk's own check of a guide, and of a site folder with it (NULL: none). False with a sentence: it found something. */
struct kiosk_check {
	bool (*run)(const struct kiosk_check *self, const char *guide, const char *site, struct err *e);
	const char *program, *config; /* config NULL: the usual one */
	int patience_ms;
};

/* Starts PROGRAM --check --guide GUIDE [--site SITE] [--config CONFIG] and waits for it; one that takes longer is ended. Of a guide all
 * that it finds counts; of a site folder only that it could not be shown at all: rows that are wrong are passed over. */
bool kiosk_check_run(const struct kiosk_check *c, const char *guide, const char *site, struct err *e);

/* UPDATE_INSTALLED when all is well with the parts of `pack`, which stand at `path`; else mixed or failed-check, and why. */
enum update_result trial_guide(const struct kiosk_check *c, const struct pack *pack, const char *path, struct err *e);
/* `guide`: the one that is in use; NULL: that of the program. `today`: for the dates of confirmations. */
enum update_result trial_site(
	const struct kiosk_check *c, const char *guide, const char *path, date_t today, struct err *e);

#endif
