/* Three wheels on which a date is set: day, month in words, year, each with a button above and one below. */
#ifndef ROHNAMO_SCREENS_WHEELS_H
#define ROHNAMO_SCREENS_WHEELS_H

#include "screens/dates.h"
#include "screens/ui.h"

/* The field of `d` under its name, which ends with a colon. */
struct view *wheels_view(struct ui *ui, const struct dates *d, enum dates_field field, const char *name);
/* What is wrong with what stands on the wheels: half a number, no such day; NULL. */
const char *wheels_problem(struct ui *ui, const struct dates *d, enum dates_field field);
/* One choice of several beside wheels (VERB_DATES): smaller than elsewhere, so that three stand side by side. */
struct view *wheels_choice(struct ui *ui, const char *id, const char *label, const char *word, bool on);
/* Where such choices stand, each at least so many touch targets wide. */
struct view *wheels_choices(struct ui *ui, float targets);
/* What is still to be done before anything can be shown. */
struct view *wheels_hint(struct ui *ui, const char *id, const char *sentence);
/* The sentence beside a field that cannot be. NULL: none. */
struct view *wheels_refusal(struct ui *ui, const char *id, const char *sentence);

#endif
