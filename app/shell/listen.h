/* Reading the screen aloud: what is read follows from the frame, sentence after sentence; the voice itself is given.
 *
 * Starts no thread and waits for nothing: `listen_step` is called from the app's own step. */
#ifndef ROHNAMO_SHELL_LISTEN_H
#define ROHNAMO_SHELL_LISTEN_H

#include "view/frame.h"

/* Something that speaks: the engine and the loudspeaker, or a test. One sentence at a time. */
struct voice_out {
	void *self;
	/* Begins `text`, in place of what is being said; it is borrowed until the call returns. `pace`, `loudness`: steps from the middle, -2 to 2.
	 * False when it cannot be said now. */
	bool (*say)(void *self, const char *lang, const char *text, int pace, int loudness);
	void (*stop)(void *self); /* at once, also when nothing is said */
	void (*wait)(void *self, bool waiting); /* holds what is being said, and goes on with it */
	/* Whether a person has read exactly these words: then they are said as a whole. NULL: nobody has. */
	bool (*recorded)(void *self, const char *lang, const char *text);
	/* Does its part of the work. Returns the moment at which it wants to be called again, or -1 when it has said all. */
	int64_t (*step)(void *self, int64_t now_ms);
};

/* A sentence of what is on the screen, or all that a person has read at once. */
struct sentence {
	uint64_t box; /* hash of its id */
	const char *lang, *text;
};

struct listen {
	const struct voice_out *voice; /* NULL: there is none */
	struct arena arena; /* holds the sentences */
	struct sentence *sentences;
	size_t count, at;
	bool speaking; /* a sentence has been begun and is not over */
	bool waiting;
};

void listen_init(struct listen *l, const struct voice_out *voice);
void listen_release(struct listen *l);
/* Reads the whole frame, from its top: title, then what is in it; not the dock. `lang` is the visitor's. */
void listen_begin(struct listen *l, const struct frame *f, const char *lang, int pace, int loudness);
/* Reads one box alone, with what it is: a button, a choice. `kind` is a word for that; NULL. */
void listen_box(
	struct listen *l, const struct frame *f, int box, const char *kind, const char *lang, int pace, int loudness);
void listen_end(struct listen *l);
void listen_wait(struct listen *l, bool waiting);
/* The present sentence from its beginning. */
void listen_again(struct listen *l, int pace, int loudness);
/* Lets time pass. *out_due: when to call again; -1: nothing is read. True when another sentence has begun or the last has ended. */
bool listen_step(struct listen *l, int pace, int loudness, int64_t now_ms, int64_t *out_due);
/* What is being said; NULL. */
const struct sentence *listen_present(const struct listen *l);
/* Marks it in a frame of the same screen. Its box, or -1. */
int listen_mark(const struct listen *l, struct frame *f, struct arena *a, const struct metrics *m);

#endif
