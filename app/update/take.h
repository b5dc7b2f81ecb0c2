/* One pack: read, verified, judged, written, tried, put to use. Nothing is kept of one that fails anywhere on that way. */
#ifndef ROHNAMO_UPDATE_TAKE_H
#define ROHNAMO_UPDATE_TAKE_H

#include "update/settings.h"
#include "update/store.h"
#include "update/trial.h"

/* What taking a pack needs; all outlive it. */
struct update {
	const struct update_settings *settings;
	const struct disk *disk;
	struct kiosk_check check;
	struct store store; /* open */
};

struct taken {
	enum update_result result;
	bool known; /* that it was verified: kind, release, version and key are those of its list */
	enum pack_kind kind;
	int64_t release;
	char version[UPDATING_TEXT_BYTES], former[UPDATING_TEXT_BYTES], key[MINISIGN_ID_TEXT];
	struct err e; /* why, unless it was installed; then what went wrong afterwards and will be made up for */
};

/* Reads and judges it and changes nothing: UPDATE_INSTALLED when nothing speaks against it so far. */
void take_judge(const struct update *u, const char *path, struct taken *out);
/* Reads, judges and installs it. What is verified is what is installed: the file is read once. */
void take(const struct update *u, const char *path, struct taken *out);
/* Makes up for what the last update could not do after the switch: the highest release, the order. */
bool take_settle(const struct update *u, struct err *e) MUST_CHECK;
/* The day by which packs expire. */
date_t take_today(const struct update *u);

#endif
