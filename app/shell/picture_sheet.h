/* The sheet of all pictures of the guide, for --tour: each at 16 mm, as somebody stands before it, with what it stands for. */
#ifndef ROHNAMO_SHELL_PICTURE_SHEET_H
#define ROHNAMO_SHELL_PICTURE_SHEET_H

#include "shell/program.h"

/* Writes a PNG, as high as it must be, with words in `lang`. False with the reason in `e`. */
bool picture_sheet_save(struct program *p, const struct lang *lang, const char *path, struct err *e) MUST_CHECK;

#endif
