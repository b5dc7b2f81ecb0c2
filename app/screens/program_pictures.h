/* The pictures that the program itself uses, beside those of the guide's rows, each with what it stands for: for the sheet of all pictures
 * and for the test that none means one thing here and another there. */
#ifndef ROHNAMO_SCREENS_PROGRAM_PICTURES_H
#define ROHNAMO_SCREENS_PROGRAM_PICTURES_H

#include "screens/ui.h"

struct picture_use {
	const char *icon, *words; /* the words in the language of the screen */
};

enum picture_kind {
	PICTURES_GROUPS, /* of phrases: to whom they are shown */
	PICTURES_PURPOSES, /* of a journey, on the checklist */
	PICTURES_EVENTS, /* from which dates follow */
	PICTURES_NOTES, /* kinds of notes in texts */
	PICTURES_PROGRAM, /* buttons, marks and states */
	PICTURE_KINDS,
};

/* A heading for them. */
const char *program_pictures_title(struct ui *ui, enum picture_kind kind);
/* All of a kind, in the frame's arena; returns how many. */
size_t program_pictures(struct ui *ui, enum picture_kind kind, const struct picture_use **out);

#endif
