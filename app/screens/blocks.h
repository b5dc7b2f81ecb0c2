/* The blocks of a page and of a walk's outcome. */
#ifndef ROHNAMO_SCREENS_BLOCKS_H
#define ROHNAMO_SCREENS_BLOCKS_H

#include "screens/ui.h"

/* Adds the blocks of `p` that are shown, with ids "block.N"; `after_answer` (NULL: nothing) stands below the answer. */
void blocks_add(struct ui *ui, struct view *body, const struct page *p, enum color accent, struct view *after_answer);
/* Whether the window is wide enough for two languages side by side. */
bool blocks_two_fit(struct ui *ui);
/* Whether they are shown so now: wanted, loaded, and there is room. */
bool blocks_two(struct ui *ui);
/* The way to show a helper's language beside the visitor's, and to choose which; nothing where there is no room. */
void blocks_add_choice(struct ui *ui, struct view *body);
/* A note when `p` should have been checked again by now; else nothing. */
void blocks_add_age(struct ui *ui, struct view *body, const struct page *p);

#endif
