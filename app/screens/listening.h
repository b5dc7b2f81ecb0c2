/* Reading aloud, as far as it is chosen: part of a visit, so that pace and loudness are as at first when the next one begins
 * (EN 301 549, 5.1.3.13). What is being read, the shell knows. */
#ifndef ROHNAMO_SCREENS_LISTENING_H
#define ROHNAMO_SCREENS_LISTENING_H

#include <stdbool.h>

#define LISTENING_STEPS 5 /* of pace and of loudness; the middle one is the first */

enum listening_stage { LISTENING_OFF, LISTENING_ON, LISTENING_PAUSED };

struct listening {
	enum listening_stage stage;
	int pace, loudness; /* steps from the middle: -2 to 2 */
	bool stays; /* begun by key: what is opened next and what is focused is read, too */
	bool aloud; /* for somebody who does not read: what is opened is read, whatever was touched, and choices are heard first */
};

/* What has to be done with the voice. */
enum listening_change {
	LISTENING_ALONE, /* it is not about the voice */
	LISTENING_SAME, /* nothing: louder than loudest */
	LISTENING_BEGIN,
	LISTENING_END,
	LISTENING_WAIT,
	LISTENING_GO_ON,
	LISTENING_AGAIN, /* the sentence from its beginning */
	LISTENING_POINTED, /* what is pointed at, alone */
};

struct model;
struct effects;
/* Does what an action of the listen controls asks, or begins to read all aloud; false when it is none, or nothing can be heard. */
bool listening_update(struct model *m, const char *verb, const char *arg, struct effects *out);

struct ui;
struct view;
/* The controls while something is read, and all the time for who does not read: wait, again, slower, faster, quieter, louder, stop. NULL
 * when nothing is. */
struct view *listening_bar(struct ui *ui);

#endif
