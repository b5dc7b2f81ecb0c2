/* How old the guide is, by its own dates: fresh until the day by which it should have been checked, then ageing, and old once as long again has
 * passed as it was given from the day it was worked on. Emergency numbers do not age. */
#ifndef ROHNAMO_SCREENS_AGE_H
#define ROHNAMO_SCREENS_AGE_H

#include "screens/ui.h"

enum age { AGE_FRESH, AGE_AGEING, AGE_OLD };

/* On a day before the content itself nothing is known: fresh. */
enum age age_on(const struct guide_info *info, date_t day);
/* Today; fresh while the clock is not trusted, which is told elsewhere. */
enum age age_of(const struct model *m);
const char *age_name(enum age age); /* "fresh", "ageing", "old" */
/* What is said of it before anything else; "" when it is fresh. */
const char *age_words(struct ui *ui);
/* The same on the screen; NULL when it is fresh, and on screens that show nothing of the guide that could be wrong. */
struct view *age_note(struct ui *ui);

#endif
