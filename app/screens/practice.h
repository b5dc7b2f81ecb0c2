/* The rehearsal's part of a visit: which of the officer's questions are practised, and how it went. */
#ifndef ROHNAMO_SCREENS_PRACTICE_H
#define ROHNAMO_SCREENS_PRACTICE_H

#include <stdbool.h>

#define PRACTICE_MOST 64 /* questions */

enum practice_stage { PRACTICE_START, PRACTICE_ASKING, PRACTICE_DONE };
enum readiness { READINESS_UNKNOWN, READINESS_YES, READINESS_NOT_YET };

struct practised {
	int number; /* of the question */
	enum readiness readiness;
	bool asked; /* in this round */
};

struct practice {
	enum practice_stage stage;
	struct practised list[PRACTICE_MOST];
	int count;
	int at; /* place in the list of the question that is asked */
	int round; /* from 1 */
	bool answer_shown;
};

/* How many questions this round has, and the place of the present one among them, from 1. */
int practice_round_count(const struct practice *p);
int practice_round_place(const struct practice *p);
int practice_count(const struct practice *p, enum readiness r);
/* What is known of a question; NULL when it is not practised. */
const struct practised *practice_find(const struct practice *p, int number);

struct model;
struct effects;
/* Does what an action of the rehearsal asks, and what `back` means in it; false when it is none, or nothing is there to do. */
bool practice_update(struct model *m, const char *verb, const char *arg, struct effects *out);

#endif
