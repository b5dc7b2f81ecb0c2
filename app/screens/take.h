/* Taking along: what a phone gets from the screen, and how it is worded. */
#ifndef ROHNAMO_SCREENS_TAKE_H
#define ROHNAMO_SCREENS_TAKE_H

#include "screens/ui.h"

/* The way from a contact or a page to its code. */
struct view *take_button(struct ui *ui, const char *route, enum color accent);
/* Pixels along one side that a code may take: the same for all sizes of letters, so that the pieces of a text are. */
float take_room_px(const struct world *w);
/* A page as plain text in the visitor's language, as the page's screen would tell it to her: title, blocks, sources, version. */
const char *take_page_text(struct ui *ui, const struct page *p);
/* The same of the outcome of a walk: its title, blocks, what was answered, sources, version. */
const char *take_outcome_text(struct ui *ui, const struct walk *w);
/* What stands for a button that leads elsewhere, where nothing can be pressed: "→ LABEL", and for a contact among the data its number
 * and from when that is. */
const char *take_way(struct ui *ui, const char *route, const char *label);
/* A contact as a vCard, the model's date as an iCalendar file; at most `limit` bytes where that can be done. */
const char *take_contact_card(struct ui *ui, const struct contact *c, size_t limit);
const char *take_date_file(struct ui *ui, const struct take_arg *t, size_t limit);
/* "Last day you may be in Kazakhstan" ... */
const char *take_date_words(struct ui *ui, const struct take_arg *t);

#endif
