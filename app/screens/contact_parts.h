/* How a contact's number and its age are worded, for the list and for the contact's own screen. */
#ifndef ROHNAMO_SCREENS_CONTACT_PARTS_H
#define ROHNAMO_SCREENS_CONTACT_PARTS_H

#include "screens/ui.h"

/* "Embassy", "Hotline" ... */
const char *contact_kind_words(struct ui *ui, enum contact_kind kind);
/* The first number or messenger, formatted; "" when there is none. */
const char *contact_line(struct ui *ui, const struct contact *c);
/* "Telegram @name" of "telegram:@name". */
const char *contact_messenger(struct ui *ui, const char *messenger);
/* True when the number is so old that it may not answer and nobody has confirmed it. Emergency numbers of high confidence
 * are never doubtful. */
bool contact_doubtful(const struct contact *c);
/* "Answered on ...", "From January 2022, may not answer"; "" without a line, and where a trusted number has no date. */
const char *contact_age(struct ui *ui, const struct contact *c);
/* "690 km"; the distance must be known. */
const char *contact_distance(struct ui *ui, const struct contact *c);
/* A list entry that opens the contact. */
struct view *contact_entry(struct ui *ui, const struct contact *c);

/* A number of the emergency services of Kazakhstan, for whoever stands here: what the emergency line and help show. */
bool contact_is_emergency_number(const struct contact *c);

#endif
