/* When an office is open, in words: its week, and what that means at this moment. */
#ifndef ROHNAMO_SCREENS_CONTACT_HOURS_H
#define ROHNAMO_SCREENS_CONTACT_HOURS_H

#include "screens/ui.h"

/* "Monday – Friday: 09:00–18:00", a line for each run of equal days; "" when nothing is stated. */
const char *contact_hours_words(struct ui *ui, const struct hours *hours);
/* "Open now by its hours, until 18:00." and so on, by the office's own clock. "" where nothing can be said: no hours, hours
 * without days, day and night, a clock that is not known or not trusted. `out_open` (may be NULL): whether it is open. */
const char *contact_hours_now(struct ui *ui, const struct contact *c, bool *out_open);
/* "14:05", what the office's clock shows; "" when it shows the same as the kiosk's or is not known. */
const char *contact_clock(struct ui *ui, const struct contact *c);

#endif
