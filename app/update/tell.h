/* What became of a pack, told to the kiosk in the file `last` of the folder of updates (wire/updating.h). */
#ifndef ROHNAMO_UPDATE_TELL_H
#define ROHNAMO_UPDATE_TELL_H

#include "update/store.h"

/* What was told last; zeroed when nothing was. */
void tell_read(const struct store *s, struct outcome *out);
/* Whether both say the same of the same thing. */
bool tell_equal(const struct outcome *a, const struct outcome *b);
/* Writes it with the next serial. Empty texts become "-". */
bool tell(const struct store *s, struct outcome *o, struct err *e) MUST_CHECK;
/* Looking that never ended is told as failed. */
bool tell_repair(const struct store *s, struct err *e) MUST_CHECK;

#endif
