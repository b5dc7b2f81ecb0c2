/* What became of an update, for whoever brought it. */
#ifndef ROHNAMO_SCREENS_UPDATE_WORDS_H
#define ROHNAMO_SCREENS_UPDATE_WORDS_H

#include "screens/ui.h"
#include "wire/updating.h"

/* One or two whole sentences. */
const char *update_sentence(struct ui *ui, const struct outcome *o);

#endif
