/* A monkey before the kiosk: the program without a window (tests/shell/session.h) with its real letters and both guides, a clock that the
 * monkey moves, and a stream of events that follows from a seed alone. */
#ifndef ROHNAMO_TESTS_SOAK_MONKEY_H
#define ROHNAMO_TESTS_SOAK_MONKEY_H

#include "platform/canvas.h"
#include "session.h"

enum { GUIDES = 2, TOLD = 24, TOLD_BYTES = 160 };

struct monkey {
	struct session s;
	struct guide *guides[GUIDES]; /* the fixture and the real one */
	int guide;
	struct list routes[GUIDES]; /* const char *: of each */
	struct arena kept; /* as long as the monkey lives */
	struct fonts *fonts;
	struct canvas *canvas; /* NULL until something is painted */
	int canvas_width, canvas_height;
	enum print_state answer; /* of the printer */
	uint64_t seed, state;
	long event; /* from 1 */
	long wiped; /* visits that ended */
	char told[TOLD][TOLD_BYTES]; /* the last events */
	int told_at;
};

/* Chance. A whole number below `end`; true once in `times`. */
int monkey_below(struct monkey *m, int end);
bool monkey_once_in(struct monkey *m, int times);
#define MONKEY_ANY(m, list) (list)[monkey_below((m), (int)(sizeof(list) / sizeof *(list)))]

/* What the event is, for the account of a failure. */
void monkey_tell(struct monkey *m, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Says what does not hold, the seed, the number of the event and the last events; ends the program. */
_Noreturn void monkey_broken(struct monkey *m, const char *what, const char *detail);
#define MONKEY_MUST(m, holds)                                                                                          \
	do {                                                                                                           \
		if (!(holds))                                                                                          \
			monkey_broken((m), #holds, "");                                                                \
	} while (0)

/* events.c: one event by chance. */
void monkey_event(struct monkey *m);
/* A new program over the present guide, as after a restart of the machine. */
void monkey_restart(struct monkey *m);
/* Takes all that events changed back: nobody is there, the fixture guide, a folder without tables. Memory is measured here. */
void monkey_rest(struct monkey *m);
/* The turn of the window's loop after an event: when it wants the next, -1 for not by itself. */
int64_t monkey_turn(struct monkey *m);

/* holds.c: what must hold after each event, and what is dearer and looked at now and then. */
void monkey_look(struct monkey *m);
void monkey_look_closely(struct monkey *m);
void monkey_paint(struct monkey *m);

#endif
