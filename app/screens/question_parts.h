/* What the screens of one question share: the list's own (question.c) and the rehearsal. */
#ifndef ROHNAMO_SCREENS_QUESTION_PARTS_H
#define ROHNAMO_SCREENS_QUESTION_PARTS_H

#include "screens/ui.h"

/* The officer's words, large, in Russian and Kazakh. */
struct view *question_officer(struct ui *ui, const struct question *q);
/* The question in the visitor's language, unless the officer's card already says it in that one. */
void question_add_own(struct ui *ui, struct view *body, const struct question *q);
/* What a good answer contains, which paper proves it, which mistake is common. */
void question_add_advice(struct ui *ui, struct view *body, const struct question *q);

#endif
