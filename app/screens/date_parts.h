/* What the screens of dates share: what is asked stands on one side, what follows from it on the other. */
#ifndef ROHNAMO_SCREENS_DATE_PARTS_H
#define ROHNAMO_SCREENS_DATE_PARTS_H

#include "content/deadlines.h"
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
/* The way to the citizenship. */
struct view *date_parts_citizen(struct ui *ui);
/* Instead of dates, where they cannot be told without it: why, and that way. */
void date_parts_add_citizen(struct ui *ui, struct view *column);
/* "Last lawful day: ..." or that none is left. */
struct view *date_parts_last(struct ui *ui, const struct deadline *last);

#endif
