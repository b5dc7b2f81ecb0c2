/* One visit to the program without a window: the fixture guide, a font in which every letter is half as wide as its
 * size (so that places are the same on every machine), a clock that only session_wait moves. */
#ifndef ROHNAMO_TESTS_SHELL_SESSION_H
#define ROHNAMO_TESTS_SHELL_SESSION_H

#include "content/guide.h"
#include "shell/app.h"

struct session {
	struct arena arena;
	struct guide *guide;
	struct metrics metrics;
	struct app_settings settings; /* to be changed between session_open and session_start */
	const struct app_printer *printer; /* of the test; NULL: none */
	struct app app;
	int64_t now_ms;
	bool started;
};

/* Guide and words; settings of a kiosk's picture (1080x1920, English, citizenship skipped, 25 November 2026). */
void session_open(struct session *s);
/* The same with the words of the program left in English in every language. */
void session_open_without_words(struct session *s);
/* The same over the real guide. */
void session_open_real(struct session *s);
void session_close(struct session *s);
/* Begins at a route; may be called again for a new program over the same guide. */
void session_start(struct session *s, const char *route);

/* The box with this id in the present frame; the test fails when there is none. */
int session_box(struct session *s, const char *id);
const struct box *session_look(struct session *s, const char *id);
bool session_has(struct session *s, const char *id);
/* What the box says: its label, with plain spaces. */
const char *session_label(struct session *s, const char *id);
const char *session_route(struct session *s);
/* Whether some box says this. */
bool session_says(struct session *s, const char *words);

/* A finger: down, up and what lies between, with a turn of the program after each. */
void session_point(struct session *s, enum input_kind kind, float x, float y);
/* Scrolls the box into view and touches the middle of it. */
void session_tap(struct session *s, const char *id);
void session_key(struct session *s, enum key key);
/* A keyboard: letters or digits. */
void session_type(struct session *s, const char *text);
void session_wheel(struct session *s, float steps_up);
/* Lets time pass by the program's own deadlines, as the window's loop does; the number of times it was woken. */
int session_wait(struct session *s, int64_t ms);

/* Lays out `show` again in five windows, with letters of 100 % and 200 %, in each language; it begins with session_start. */
void session_in_all_sizes(struct session *s, void (*show)(struct session *s));
/* The test fails with what lint finds in the present frame. */
void session_lint(struct session *s);

/* Where the test may write: made on the first call, emptied and removed by session_scratch_done. */
const char *session_scratch(void);
void session_scratch_done(void);

#endif
