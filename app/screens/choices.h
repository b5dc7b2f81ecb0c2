/* Choosing without reading: a touch says what a thing is, another box opens it. Seven at once at most, as pictures where there are
 * pictures (Medhi and others 2007, 2013: pictures that speak, and short lists). */
#ifndef ROHNAMO_SCREENS_CHOICES_H
#define ROHNAMO_SCREENS_CHOICES_H

#include "screens/parts.h"

struct choice {
	const char *id; /* of its box, like those of the screen that is read */
	const char *icon; /* NULL: its words stand in its place */
	const char *label;
	const char *lang; /* code of the label when it is not the visitor's; NULL */
	enum color accent;
	struct action action; /* what it leads to */
};

/* Whether this visit goes by ear. */
bool choices_by_ear(struct ui *ui);
/* The screen: the choices of the present part, what is pointed at in words, and the ways on: other ones, the next, "yes, this". The head's
 * `said` is set here. */
struct view *choices_screen(
	struct ui *ui, const char *id, const struct head *head, const struct choice *choices, size_t count);
/* What is said after the name of what is pointed at, in a language. */
const char *choices_hint(const struct lang *lang);

#endif
