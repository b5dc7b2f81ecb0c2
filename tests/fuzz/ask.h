/* Asks an opened guide all that the kiosk asks, and looks at what it hands out. */
#ifndef ROHNAMO_TESTS_FUZZ_ASK_H
#define ROHNAMO_TESTS_FUZZ_ASK_H

#include "content/guide.h"

/* The fixture guide ($ROHNAMO_FIXTURE), opened once in a process. */
struct guide *ask_fixture(void);
/* Everything, in a language whose texts are all there and in one that falls back. */
void ask_everything(struct guide *g);
/* What the operator's folder can change. */
void ask_contacts(struct guide *g, const char *lang);

#endif
