/* Dates that follow, as cards: the date large, how far it is, what it means, who acts, what is doubtful, where to read. */
#ifndef ROHNAMO_SCREENS_ANSWERS_H
#define ROHNAMO_SCREENS_ANSWERS_H

#include "content/deadlines.h"
#include "screens/ui.h"

/* Adds a card for each. */
void answers_add(struct ui *ui, struct view *column, const struct deadline_list *list);
/* The small way to one of deadline_pages; NULL when the guide has no such page. */
struct view *answers_page(struct ui *ui, const char *id, const char *route);
/* "The clock may be wrong ...", where it may; NULL. */
struct view *answers_clock(struct ui *ui);

#endif
