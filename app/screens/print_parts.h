/* The way to print a screen, and how it goes. */
#ifndef ROHNAMO_SCREENS_PRINT_PARTS_H
#define ROHNAMO_SCREENS_PRINT_PARTS_H

#include "screens/ui.h"

/* What can be carried away: the way to take it along by phone (`take`; NULL: there is none) and, where the operator has named a
 * printer, to print it, with what became of that below. */
void print_offer(struct ui *ui, struct view *body, struct view *take, enum color accent);

#endif
