/* Every screen of the real guide in one language, one after the other: all of --list-screens, and what has no route of its own
 * (what was typed, chosen, ticked, answered, printed; the idle warning; a page that cannot be loaded). Each at the top, in the middle and at
 * the end. What is looked for, the test says. */
#ifndef ROHNAMO_TESTS_E2E_SWEEP_H
#define ROHNAMO_TESTS_E2E_SWEEP_H

#include "shell/program.h"

struct sweep {
	struct program program;
	const char *const *routes;
	size_t route_count;
	size_t frames, findings;
	/* The test's own: called for each frame, and for each route when it has been opened (NULL: not). */
	void (*look)(struct sweep *s, const struct app *app);
	void (*opened)(struct sweep *s, size_t route, const struct app *app);
	void *self;
	/* what is looked at now */
	const char *size, *citizen, *contrast, *route;
	int text_percent;
};

/* The windows that are looked at: "WIDTHxHEIGHT" in pixels. */
enum { SWEEP_SIZES = 5 };
extern const char *const sweep_sizes[SWEEP_SIZES];

/* Opens the real guide on 25 November 2026; false, and told, when that cannot be done. */
bool sweep_open(struct sweep *s, const char *lang);
void sweep_close(struct sweep *s);
/* The world of what follows; citizen "skipped": none. */
void sweep_set(struct sweep *s, const char *size, int text_percent, const char *citizen, enum contrast contrast);
/* One route, with what can be unfolded and answered on it. */
void sweep_route(struct sweep *s, size_t route);
/* All routes and all that has none. */
void sweep_all(struct sweep *s);
/* Only what has none. */
void sweep_without_routes(struct sweep *s);
/* A finding: "LANG SIZE TEXT CITIZEN CONTRAST ROUTE: SENTENCE". */
void sweep_find(struct sweep *s, const char *sentence);

#endif
