/* The foot of what the guide says: where it is from, when it was checked, who has read the translation. */
#ifndef ROHNAMO_SCREENS_SOURCES_H
#define ROHNAMO_SCREENS_SOURCES_H

#include "screens/ui.h"

/* A page's foot: day of the last check, state of the translation, the sources folded away behind a button. */
void sources_add_page(struct ui *ui, struct view *body, const struct page *p);
/* The button and, when unfolded, the list: publisher, title, date, address as a code. */
void sources_add_list(struct ui *ui, struct view *body, const struct source *sources, size_t count);
/* Who has read a page's translation; NULL when there is nothing to say. */
const char *sources_translation_words(struct ui *ui, const struct page *p);
/* "Machine translation, not yet reviewed by a native speaker"; nothing for a language that no machine has translated into. */
void sources_add_translation(struct ui *ui, struct view *body);

#endif
