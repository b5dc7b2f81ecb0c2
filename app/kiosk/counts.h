/* How often each topic was opened in each language on a day: counted in memory, noised, small numbers withheld.
 *
 * What is counted: a visit that opens a topic adds 1 to one number, that of the topic in the language it was first opened in; once a
 * visit, however often it is opened. Of a visit the first COUNTS_PER_VISIT topics count, over midnight too. The table is of plain
 * numbers in a fixed place each: from it neither an hour can be told, nor an order, nor what belonged to one visit. That a visit has
 * seen a topic stands in struct counts_visit alone, which is wiped with the visit.
 *
 * What leaves: at the end of a day each number of the table, those at 0 too, gets noise of its own (kiosk/noise.h, a = 3/4); what is
 * then below COUNTS_LEAST is withheld, as if it were 0; the table is wiped.
 *
 * What is promised: a visit changes at most 3 numbers, each by 1. So for whatever leaves, with this visit and without it, the
 * probabilities differ by a factor of at most (4/3)^3 = 2.37: epsilon-differential privacy with epsilon = 3 ln(4/3) = 0.863 a visit
 * (and delta below 10^-500, since noise ends at NOISE_MOST). Withholding, sums and whatever else is done with it afterwards take
 * nothing away from that.
 * What is not promised: n visits of one person have up to n times that epsilon, on one day or on many; so has who comes back after
 * the kiosk has ended the visit by itself. That the kiosk was used, in which city it stands and how much is asked there is not hidden, nor
 * what a camera sees. A machine that is broken into while it counts gives away the numbers of that day so far as they are, without noise, and the
 * marks of the visit that goes on.
 *
 * How right it is: noise is within COUNTS_ERROR with 95 % (2 a^11 / (1 + a) = 4.8 % outside), a sum of n told numbers within
 * COUNTS_ERROR * sqrt(n), but for what was withheld. A number of nobody is told, as 10 or a little more, with 3.2 % (a^10 / (1 + a)):
 * of a table of 16 topics in 7 languages three or four a day. A true 10 is withheld with 43 %, a true 20 with 2.4 %. A day
 * that was closed in parts (the kiosk was started anew, its clock jumped) has noise of each part. Visits of more than three topics count
 * for the first three.
 *
 * A machine that stops without order loses the numbers of its day. */
#ifndef ROHNAMO_KIOSK_COUNTS_H
#define ROHNAMO_KIOSK_COUNTS_H

#include "kiosk/noise.h"
#include "wire/counting.h"

enum {
	COUNTS_TOPICS = 32,
	COUNTS_LANGS = 8,
	COUNTS_PER_VISIT = 3,
	COUNTS_LEAST = 10, /* less is withheld */
	COUNTS_ERROR = 10 /* at 95 %, see above */
};
_Static_assert(COUNTS_TOPICS *COUNTS_LANGS == COUNTING_ROWS, "a day that has all of them must have room");

struct counts {
	char topics[COUNTS_TOPICS][COUNTING_TOPIC_BYTES];
	char langs[COUNTS_LANGS][COUNTING_LANG_BYTES];
	size_t topic_count, lang_count;
	int cells[COUNTS_TOPICS][COUNTS_LANGS];
};

/* Which topics this visit has opened, so that none counts twice. It belongs to the visit and is wiped with it. */
struct counts_visit {
	bool seen[COUNTS_TOPICS];
	int count;
};

void counts_init(struct counts *c);
/* What is counted; names that are there already stay where they are, so that a new guide goes on with the same day. They come in the
 * order of the guide, never in that of visits. False when there is no room, or the name fits no row: it is not counted then. */
bool counts_add_topic(struct counts *c, const char *topic);
bool counts_add_lang(struct counts *c, const char *lang);

/* Another visitor: clears the marks, and nothing else. */
void counts_new_visit(struct counts_visit *v);
/* A topic is open in a language. Names that were not added count nothing. */
void counts_seen(struct counts *c, struct counts_visit *v, const char *lang, const char *topic);

/* What is told of a number: 0 when it is withheld. */
int counts_told(int count, int noise);
/* Noises the table into `out` and wipes its numbers; the names stay. */
void counts_close_day(struct counts *c, date_t day, const struct noise_source *source, struct day_counts *out);

#endif
