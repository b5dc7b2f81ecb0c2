/* What the first screen does while nobody is there: it greets in one language after the other, grows dim when nobody has come for a
 * while, and is dark outside its hours. Pure functions of time. */
#ifndef ROHNAMO_KIOSK_ATTRACT_H
#define ROHNAMO_KIOSK_ATTRACT_H

#include <stdbool.h>
#include <stdint.h>

#define ATTRACT_GREETING_MS 4000 /* each language; calm: a change is no flash (WCAG 2.2, 2.3.1) */
#define ATTRACT_DIM_DEFAULT_MINUTES 20

enum light { LIGHT_FULL, LIGHT_DIM, LIGHT_DARK };

/* Hours of the screen, minutes after midnight in Kazakhstan. from == until: always. from > until: over midnight. */
struct screen_hours {
	int from, until;
};

struct attract {
	int64_t since_ms; /* when the last visitor went */
	int64_t dim_ms; /* after which it is dim; 0: never */
	struct screen_hours hours;
};

/* "06:00-23:00", "22:00-04:00"; 24:00 is the end of the day. False for anything else. */
bool screen_hours_parse(const char *text, struct screen_hours *out);
bool screen_hours_open(struct screen_hours hours, int minutes);

/* Which of `count` languages is greeted in now, from 0. */
int attract_greeting(const struct attract *a, int64_t now_ms, int count);
/* `minutes`: the time of day; -1 when the clock is not trusted: then it is never dark. */
enum light attract_light(const struct attract *a, int64_t now_ms, int minutes);
/* The next moment at which one of them answers differently by time alone (the hours are looked at by whoever asks again each minute). A dark
 * screen greets nobody. */
int64_t attract_deadline(const struct attract *a, int64_t now_ms, int minutes);

#endif
