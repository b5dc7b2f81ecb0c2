/* Counts of a running kiosk: which topic a screen belongs to, when a day ends, and where it goes then. What is counted, and what that
 * gives away: kiosk/counts.h. Switched off, none of these functions does anything.
 *
 * A screen counts for the tile of home under which the guide has it; search, deadlines, checklist, rehearsal, phrases, contacts, help and
 * what is taken along count under these names. Other screens (home, languages, text, about) do not count.
 *
 * A day is what the clock says. When it jumps, either way, what was counted so far is closed under the day on which it was counted; a
 * day that comes back begins anew, and its parts are summed where they are kept. What a visit has added stands in one part alone,
 * so that nothing counts twice; each part has noise of its own.
 */
#ifndef ROHNAMO_SHELL_COUNTING_H
#define ROHNAMO_SHELL_COUNTING_H

#include "content/guide.h"
#include "i18n/lang.h"
#include "kiosk/counts.h"
#include "kiosk/counts_code.h"
#include "screens/route.h"
#include "take/pieces.h"

enum { COUNTING_WAITING = 8 }; /* days that are kept for a helper who is not there; then the oldest is lost */

struct counting_settings {
	bool on;
	const char *socket; /* COUNTING_SOCKET; borrowed */
	/* NULL: platform/counter_wire.h, and the random bytes of the system */
	bool (*send)(const char *socket, const struct day_counts *d);
	const struct noise_source *random;
};

struct counting {
	struct counting_settings settings;
	struct counts counts;
	struct counts_visit visit;
	date_t day; /* that is counted; DATE_NONE before the first */
	int tried_hour; /* in which the last try was made to send what waits */
	struct day_counts waiting[COUNTING_WAITING]; /* closed, noised, not sent; oldest first */
	size_t waiting_count;
	struct arena arena; /* of the places */
	struct list places; /* which route belongs to which topic */
};

void counting_init(struct counting *c, const struct counting_settings *s);
void counting_release(struct counting *c); /* wipes it all; what was not closed is lost */
/* Learns the topics of a guide, or of the one in its place; what was counted today stays. */
void counting_guide(struct counting *c, struct guide *g);

/* A screen was opened in a language. May be called again for the same one: a topic counts once a visit. */
void counting_opened(struct counting *c, const struct route *r, const struct lang *lang);
/* The visit is over: wipes what it has opened. */
void counting_visit_ended(struct counting *c);
/* Where the clock stands in Kazakhstan: closes the day when it is another one, and sends what waits, at once and then once an hour.
 * Never waits. To be called each time the program wakes, and let it wake at midnight: else the first visit of the morning could be told by
 * when the table was written. */
void counting_clock(struct counting *c, date_t today, int clock_minutes);
/* The program ends in order: closes the day as it stands and sends it. */
void counting_end(struct counting *c);

/* The week before `today` as codes of at most `limit` bytes: what is in the folder of updates, and what waits. `city` "" or NULL: not known. A
 * table that cannot be read is left out. False when the limit is too small. */
bool counting_codes(const struct counting *c, struct arena *a, const char *folder, const char *city, date_t today,
	size_t limit, struct pieces *out) MUST_CHECK;

#endif
