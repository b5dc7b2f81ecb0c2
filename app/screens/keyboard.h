/* The keyboard on the screen: every letter of a language is in sight, in the order of its alphabet, since who has never typed
 * knows the alphabet and no other order. */
#ifndef ROHNAMO_SCREENS_KEYBOARD_H
#define ROHNAMO_SCREENS_KEYBOARD_H

#include "screens/ui.h"

/* Letters, digits, space, erase, the way to the other keyboards (the visitor's own, Russian, Latin), and the key that puts it
 * all away; then only the button that brings it back. */
struct view *keyboard_view(struct ui *ui);
/* Only the button that brings it back, for where the keyboard has no place of its own. */
struct view *keyboard_button(struct ui *ui);
/* Whether it can stand above the dock and leave some lines to read; else it belongs under what is typed. */
bool keyboard_fits(struct ui *ui);

#endif
