/* What the screens of dates share: what is asked stands on one side, what follows from it on the other. */
#ifndef ROHNAMO_SCREENS_DATE_PARTS_H
#define ROHNAMO_SCREENS_DATE_PARTS_H

#include "screens/ui.h"

struct date_body {
	struct view *body;
	struct view *asked, *answers; /* its two columns; in a high window the answers stand below */
	bool beside;
};
struct date_body date_parts_body(struct ui *ui);
/* "Today" and "Yesterday" as choices for a field of wheels ("entered"), of which `day` is marked; a grid for more of them.
 * NULL when the clock cannot tell. */
struct view *date_parts_days(struct ui *ui, const char *field, date_t day);
/* The way to the citizenship, where no date can be told without it. */
struct view *date_parts_citizen(struct ui *ui);

#endif
