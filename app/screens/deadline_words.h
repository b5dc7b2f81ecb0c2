/* What each deadline means, who acts, what has to be known beside it: one table of sentences, for the cards on the screens
 * of dates. The numbers in them are the rules that were counted. */
#ifndef ROHNAMO_SCREENS_DEADLINE_WORDS_H
#define ROHNAMO_SCREENS_DEADLINE_WORDS_H

#include "content/deadline_events.h"
#include "screens/ui.h"

/* The pages to which deadlines lead, NULL at the end. */
extern const char *const deadline_pages[];

/* What has to be done by the date, or may be done from it. */
const char *deadline_meaning(struct ui *ui, const struct deadline *d);
/* "Who must act: your host"; NULL where there is nothing to do. */
const char *deadline_actor(struct ui *ui, const struct deadline *d);
/* Whether it is the last day of the stay itself, not of a paper or of what an office gave. */
bool deadline_is_stay(const struct deadline *d);
/* The page that tells more: "page/host-notice". */
const char *deadline_page(const struct deadline *d);

/* One note after the other, from 0; NULL behind the last. */
const char *deadline_note(struct ui *ui, const struct deadline *d, size_t number);

/* "in 12 days", "today", "3 days ago". */
const char *deadline_distance(struct ui *ui, date_t date);

/* `pattern` with its first %s replaced. */
const char *words_with(struct ui *ui, const char *pattern, const char *value);

#endif
