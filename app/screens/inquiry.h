/* What the engine of deadlines is asked about an entry: what was set on the screen `deadlines`, as one question. */
#ifndef ROHNAMO_SCREENS_INQUIRY_H
#define ROHNAMO_SCREENS_INQUIRY_H

#include "content/deadlines.h"
#include "screens/ui.h"

struct inquiry {
	struct dates dates;
	struct deadline_question q;
	struct stay stays[DATES_STAYS]; /* those of `q` */
	bool complete; /* every date is one */
	struct deadline_refusal refusal; /* of a complete one: what keeps it from being asked */
};
/* `in` is used where it stands: its question points into it. */
void inquiry_make(struct ui *ui, struct inquiry *in);
/* The dates that follow; none when it cannot be asked. */
void inquiry_answer(struct ui *ui, const struct inquiry *in, struct deadline_list *out);

#endif
