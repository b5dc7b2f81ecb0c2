/* The counts of this kiosk, brought to a stick that has a folder for them (wire/counting.h says what they are). */
#ifndef ROHNAMO_UPDATE_CARRY_H
#define ROHNAMO_UPDATE_CARRY_H

#include "update/take.h"

/* Copies the tables of counts/ and the metrics of the folder of updates into FOLDER/NAME, NAME being that of this machine with eight letters that tell it from others of
 * the same name. installed: `release` files are there and synced; same: there are none yet. */
void carry(const struct update *u, const char *folder, struct taken *out);

#endif
