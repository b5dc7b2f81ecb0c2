/* The keyboard on the screen: every letter of a language is in sight, in the order of its alphabet, since who has never typed
 * knows the alphabet and no other order. */
#ifndef ROHNAMO_SCREENS_KEYBOARD_H
#define ROHNAMO_SCREENS_KEYBOARD_H

#include "screens/ui.h"

/* Letters, digits, space, erase, and the way to the other keyboards: the visitor's own, Russian, Latin. */
struct view *keyboard_view(struct ui *ui);
/* Whether it can stand above the dock and leave some lines to read; else it belongs under what is typed. */
bool keyboard_fits(struct ui *ui);

#endif
