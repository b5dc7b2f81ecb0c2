/* All screens: one function each in its own file, and the table that picks one. Pure: the same model gives the same
 * tree. */
#ifndef ROHNAMO_SCREENS_SCREENS_H
#define ROHNAMO_SCREENS_SCREENS_H

#include "screens/ui.h"

/* The tree of the present screen: the idle warning while it stands, the failure screen when its data could not be
 * loaded, else the screen of the route. */
struct view *screens_view(struct ui *ui);

struct view *attract_view(struct ui *ui);
struct view *language_view(struct ui *ui);
struct view *citizen_view(struct ui *ui);
struct view *home_view(struct ui *ui);
struct view *topic_view(struct ui *ui);
struct view *walk_view(struct ui *ui);
struct view *page_view(struct ui *ui);
struct view *border_view(struct ui *ui);
struct view *question_view(struct ui *ui);
struct view *contacts_view(struct ui *ui);
struct view *contact_view(struct ui *ui);
struct view *help_view(struct ui *ui);
struct view *text_view(struct ui *ui);
struct view *about_view(struct ui *ui);
struct view *search_view(struct ui *ui);
struct view *phrases_view(struct ui *ui); /* all, or those of a group */
struct view *card_view(struct ui *ui);
struct view *phrase_view(struct ui *ui); /* phrases/ID: a group or a card */
struct view *checklist_view(struct ui *ui);
struct view *rehearsal_view(struct ui *ui);
struct view *take_view(struct ui *ui);
struct view *deadlines_view(struct ui *ui);
struct view *events_view(struct ui *ui);
struct view *event_view(struct ui *ui);
struct view *late_view(struct ui *ui);
struct view *pictures_view(struct ui *ui);
struct view *attendant_view(struct ui *ui);
struct view *update_view(struct ui *ui);
struct view *still_view(struct ui *ui);
struct view *failed_view(struct ui *ui);
struct view *hidden_view(struct ui *ui);
struct view *idle_view(struct ui *ui);

/* The line in which a hit was found, else its title, cut to what stands around the first match; every match in «». */
const char *search_match(struct ui *ui, const struct search_hit *hit);

/* What stands for a purpose of the checklist, and for an event of the other dates: the picture, and its words. */
const char *purpose_picture(struct ui *ui, enum purpose purpose, const char **out_words);
const char *event_picture(struct ui *ui, enum deadline_event event, const char **out_words);

#endif
