/* The furniture that screens share: each screen is a head, a body that scrolls, and the dock. */
#ifndef ROHNAMO_SCREENS_PARTS_H
#define ROHNAMO_SCREENS_PARTS_H

#include "screens/ui.h"

struct head {
	const char *title;
	const char *lang; /* code of the title when it is not the visitor's; NULL */
	const char *said; /* what a voice says instead of the title, in the visitor's language; NULL */
	const char *icon; /* NULL: none */
	enum color accent;
	const char *counter; /* "4 of 30"; NULL */
	bool search; /* with the way to search */
};

/* The whole screen: head and dock fixed, body scrolling; on compact windows the head scrolls with the body. */
struct view *part_screen(struct ui *ui, const char *id, const struct head *head, struct view *body);
/* The same with a part that stays above the dock (next and previous); on compact and narrow windows it ends the body. `foot` may be
 * NULL. */
struct view *part_screen_with_foot(
	struct ui *ui, const char *id, const struct head *head, struct view *body, struct view *foot);
/* The same with a keyboard that stays above the dock. Where it leaves no room for a head of its own, `head` is NULL and the
 * title stands in the body; where there is no room for the keyboard either, `keys` is NULL. */
struct view *part_screen_with_keys(struct ui *ui, const char *id, const char *title, const struct head *head,
	struct view *body, struct view *keys);
/* Without a head, the body as wide as the window: for what is turned to another person. */
struct view *part_open_screen(struct ui *ui, const char *id, const char *title, struct view *body);
/* The same without head and dock. */
struct view *part_bare_screen(struct ui *ui, const char *id, const char *title, struct view *body);
/* An empty body: a column as wide as the window. */
struct view *part_body(struct ui *ui);
/* Whether the panel is so high that somebody who sits does not reach all of it. */
bool part_high_panel(struct ui *ui);
/* The same for prose: lines stay short on wide windows. */
struct view *part_reading_body(struct ui *ui);
/* An empty list of entries: below each other, two across on wide windows. */
struct view *part_entries(struct ui *ui);

/* A list longer than this is read by nobody (Medhi and others 2013); the rest is one touch away. */
#define PART_AT_ONCE 7
/* The ways to what stands before and after the present part of a list of `count`; NULL when all is there. */
struct view *part_turns(struct ui *ui, const char *id, int count, const char *less, const char *more);

/* The controls that never move: seven, six while nothing can be heard, one more on high panels. Above them those of the voice, while it reads. */
struct view *part_dock(struct ui *ui);
/* A row of such controls: pictures with words below, on narrow windows pictures alone. */
struct dock_entry {
	const char *id, *icon, *label;
	struct action action;
	bool current; /* a bar above it says so without colour alone */
};
struct view *part_dock_row(struct ui *ui, const char *id, const struct dock_entry *entries, size_t count);

/* Pieces (pieces.c). */

/* A wide button. `icon` may be NULL. Solid: filled with the accent; else a card with a border. */
struct view *part_button(struct ui *ui, const char *id, const char *icon, const char *label, struct action action,
	enum color accent, bool solid);
/* The same for a row of several: each takes its share of what is left. */
struct view *part_shared_button(struct ui *ui, const char *id, const char *icon, const char *label,
	struct action action, enum color accent, bool solid);
/* The same, lower and with smaller words, in a thin frame: for what stands beside or below something else. */
struct view *part_small_button(
	struct ui *ui, const char *id, const char *icon, const char *label, struct action action, enum color accent);
/* Letters so large that a narrow window has no room for anything beside them. */
bool part_roomy(struct ui *ui);
/* A tile of home: picture above words; beside them, and half as high, in a narrow window. */
struct view *part_tile(
	struct ui *ui, const char *id, const char *icon, const char *label, struct action action, enum color accent);
/* A row of a list: picture, words, a second line (NULL: none), an arrow. */
struct view *part_entry(struct ui *ui, const char *id, const char *icon, const char *label, const char *second,
	struct action action, enum color accent);
/* The column of an entry's words: its label, then the second line. */
struct view *part_entry_words(struct view *entry);
/* One choice of several; selected ones are marked by more than colour. */
struct view *part_option(
	struct ui *ui, const char *id, const char *label, const char *lang, struct action action, bool selected);

/* An option's label. */
struct view *part_option_words(struct view *option);

/* A picture beside words, never small beside them: `tenths` of the touch target, or in proportion to the letters. */
struct view *part_picture(struct ui *ui, const char *name, float tenths);
struct view *part_heading(struct ui *ui, const char *id, const char *text);
struct view *part_text(struct ui *ui, const char *id, enum text_size size, const char *text);
/* One of several lines, with a point before it. */
struct view *part_point(struct ui *ui, const char *id, const char *text, enum color accent);
/* A card with a bar at its side and a leading bold word. */
enum note_kind { NOTE_ASK, NOTE_WARNING, NOTE_NEVER, NOTE_KINDS };
struct view *part_note(struct ui *ui, const char *id, enum note_kind kind, const char *text);
/* Its picture; and that word: "Ask.", "Careful.", "Never." */
const char *part_note_icon(enum note_kind kind);
const char *part_note_word(struct ui *ui, enum note_kind kind);
/* A small coloured mark with a picture: checked, doubtful. */
struct view *part_mark(struct ui *ui, const char *id, const char *icon, const char *text, bool good);
/* Makes a mark that neither assures nor warns. Returns it. */
struct view *part_quiet(struct ui *ui, struct view *mark);
/* A code that a phone reads, as large as the window allows and no larger than is of use. */
struct view *part_code(struct ui *ui, const char *id, const char *label, const char *text);
/* For texts that are not in the visitor's language: "in Russian: not yet translated"; NULL when they are. */
struct view *part_fallback_mark(struct ui *ui, const char *id, struct text t);

/* Says in which language the words of a tile, entry or button are: `t`, which is on it. Words that are not in the visitor's
 * language get a small mark with the language's name. Returns v. */
struct view *part_in_language(struct ui *ui, struct view *v, struct text t);

/* Whom the screen is shown for, with the way to change it. */
struct view *part_citizen_bar(struct ui *ui);
/* The way to hide the screen, large, where being seen with it is dangerous. */
struct view *part_hide(struct ui *ui);
/* Emergency numbers in one line that leads to help. */
struct view *part_emergency(struct ui *ui);
/* The same as one among tiles. */
struct view *part_emergency_cell(struct ui *ui);
/* The same, no higher than it must be: the numbers alone. */
struct view *part_emergency_line(struct ui *ui);

/* `count` tenths of the touch target, in millimetres: the unit of all distances. */
float part_units(struct ui *ui, float count);
struct action act(const char *verb, const char *arg);
/* The code itself, NULL for the visitor's own language. */
const char *part_lang(struct ui *ui, const char *code);

#endif
