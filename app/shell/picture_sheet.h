/* The sheets of all pictures, for --tour: each at 16 mm, as somebody stands before it, black on white, with what it stands for. */
#ifndef ROHNAMO_SHELL_PICTURE_SHEET_H
#define ROHNAMO_SHELL_PICTURE_SHEET_H

#include "shell/program.h"

enum picture_sheet { SHEET_GUIDE, SHEET_PROGRAM, PICTURE_SHEETS };

/* The name of its file. */
const char *picture_sheet_file(enum picture_sheet which);
/* Writes a PNG, as high as it must be, with words in `lang`. False with the reason in `e`. */
bool picture_sheet_save(struct program *p, enum picture_sheet which, const struct lang *lang, const char *path,
	struct err *e) MUST_CHECK;

#endif
