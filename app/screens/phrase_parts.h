/* What the list of phrases, the card, and the ways that lead there share. */
#ifndef ROHNAMO_SCREENS_PHRASE_PARTS_H
#define ROHNAMO_SCREENS_PHRASE_PARTS_H

#include "screens/ui.h"

const char *phrase_group_words(struct ui *ui, enum phrase_group group);
const char *phrase_group_icon(enum phrase_group group);
/* Where the kiosk stands, in Russian or Kazakh, as the settings say it; in the other of the two when only that is known;
 * "" when neither is. */
const char *site_address(struct ui *ui, enum lang_id lang);
/* A phrase as it is drawn for a reader of `lang`: its blanks as lines on which nothing is written, or as the kiosk's
 * address. */
const char *phrase_drawn(struct ui *ui, const struct phrase *p, const char *words, enum lang_id lang);
/* The same as it is said: an empty blank as "…". */
const char *phrase_said(struct ui *ui, const struct phrase *p, const char *words, enum lang_id lang);
/* Whether a blank stays empty. */
bool phrase_has_blank(struct ui *ui, const struct phrase *p);
/* An entry of a list that leads to the card. */
struct view *phrase_entry(struct ui *ui, const struct phrase *p);
/* Adds the phrases of a group that the visitor may use: those written for it (`own`), or those of other groups that fit
 * there too. Returns how many there were. */
int phrases_add(struct ui *ui, struct view *list, enum phrase_group group, bool own);
/* The way from a page or a topic with this accent to the phrases of its group; NULL when there are none. */
struct view *phrases_way(struct ui *ui, const char *accent);

#endif
