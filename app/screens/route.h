/* Routes: the names of screens, as on the command line (contract, "Routes"). */
#ifndef ROHNAMO_SCREENS_ROUTE_H
#define ROHNAMO_SCREENS_ROUTE_H

#include "screens/take_route.h"

#include <stdbool.h>

#define ROUTE_BYTES 512
#define HELP_SCREENS 3 /* help, help/2, help/3 */

enum screen_id {
	SCREEN_ATTRACT,
	SCREEN_LANGUAGE,
	SCREEN_CITIZEN,
	SCREEN_HOME,
	SCREEN_TOPIC,
	SCREEN_PAGE,
	SCREEN_BORDER,
	SCREEN_QUESTION,
	SCREEN_CONTACTS,
	SCREEN_CONTACT,
	SCREEN_HELP,
	SCREEN_TEXT,
	SCREEN_ABOUT,
	SCREEN_SEARCH,
	SCREEN_PHRASES,
	SCREEN_PHRASE, /* a card, or the phrases of a group */
	SCREEN_WALK,
	SCREEN_CHECKLIST, /* and with a paper, which stands first */
	SCREEN_REHEARSAL,
	SCREEN_TAKE,
	SCREEN_DEADLINES,
	SCREEN_EVENTS, /* deadlines/events: what else dates follow from */
	SCREEN_EVENT, /* deadlines/EVENT */
	SCREEN_LATE, /* deadlines/late: what follows when the last day passes */
	SCREEN_PICTURES, /* the tiles of home, or with a topic what is in it, for those who do not read */
	SCREEN_ATTENDANT, /* and attendant/touch, ruler, sound, settings, counts */
	SCREEN_UPDATE, /* what became of what a stick brought */
	SCREEN_STILL, /* what is shown while the kiosk is put right */
	SCREEN_COUNT,
};

struct route {
	enum screen_id screen;
	char text[ROUTE_BYTES]; /* whole, "page/how-long" */
	int arg_at; /* byte of `text` at which the argument starts; its end when there is none */
	int number; /* border/N, help/N (0: the first), take/page/ID/N, take/walk/ID/ANSWERS/N */
};

/* Reads the form of a route; whether its page exists only the guide knows. False for anything that is no route: unknown
 * names, a missing or unwanted part after '/', ids that are not [a-z0-9-]+, numbers that are not 1..999,
 * answers that are not at most sixteen digits 1..9,
 * searches that are not percent-encoded UTF-8, what cannot be taken along (take_route.h). */
bool route_parse(const char *text, struct route *out);
/* What follows the first '/', "" when there is none; of a search with its percent signs. */
const char *route_arg(const struct route *r);
/* walk/ID/ANSWERS: the id, and the answers so far ("" at the beginning). */
void route_walk(const struct route *r, char out_id[ROUTE_BYTES], const char **out_answers);
/* The text of search/TEXT, decoded; false when it is no UTF-8 or longer than `bytes`. */
bool route_search_text(const struct route *r, char *out, unsigned bytes);
/* What take/... names; false for other screens. */
bool route_take(const struct route *r, struct take_arg *out);
/* Whether all subjects are there and nothing stays behind it: home, or the pictures that stand for it. */
bool route_is_first(const struct route *r);
/* Screens without an argument, in the order of --list-screens; NULL at the end. `still` is none: a picture, from which nothing leads home. */
extern const char *const route_fixed[];

#endif
