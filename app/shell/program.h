/* Everything the modes share: options, catalogues, guide, fonts, and how an app is begun from them. */
#ifndef ROHNAMO_SHELL_PROGRAM_H
#define ROHNAMO_SHELL_PROGRAM_H

#include "content/guide.h"
#include "platform/canvas.h"
#include "platform/fonts.h"
#include "shell/app.h"
#include "shell/machine.h"
#include "shell/mute.h"
#include "shell/options.h"
#include "shell/play.h"
#include "speech/recording.h"

struct program {
	struct options options;
	struct arena arena; /* as long as the process */
	struct guide *guide;
	struct fonts *fonts;
	struct metrics metrics;
	struct mute mute; /* the voice of what has no window, where one is wanted */
	struct recordings recordings; /* those of the guide */
	struct machine machine; /* for the attendant */
	struct canvas *canvas; /* for pictures; NULL until the first */
	uint64_t guide_stamp; /* of the updated guide when it was opened */
	uint64_t site_stamp; /* of the operator's files when they were read */
	const char *guide_problem; /* why the built-in guide is used; NULL */
	const char *locale_problem; /* which catalogue is missing; NULL */
};

/* Exit statuses of the contract. */
enum status { STATUS_DONE = 0, STATUS_FAILED = 1, STATUS_USAGE = 2 };

/* Opens everything. Problems that do not stop the program are told on standard error, once. */
bool program_open(struct program *p, struct err *e) MUST_CHECK;
void program_close(struct program *p);
/* The guide's check found a mismatch: the built-in one takes its place, with the operator's corrections; told on standard
 * error. Returns the damaged guide, to be closed when nothing shows it any more; NULL when it has to stay. */
struct guide *program_replace_guide(struct program *p);

/* Whether another guide was put to use in the folder of updates since. */
bool program_guide_changed(const struct program *p);
/* Opens it in the place of the present one, which is returned to be closed when nothing shows it any more; NULL when it does not open: that is
 * told on standard error, and the present one stays. */
struct guide *program_take_guide(struct program *p);

/* The start state of an app from the options; the route is checked against the guide. `width`, `height`: pixels of
 * the picture as seen. False: a route that is not there (usage). */
bool program_settings(struct program *p, int width, int height, struct app_settings *out, struct err *e) MUST_CHECK;
/* Whether the screen to start with is in the guide; every mode refuses one that is not (usage). */
bool program_screen_exists(struct program *p, struct err *e) MUST_CHECK;
/* The day given by --today, else the clock's. */
date_t program_today(const struct program *p);
/* Minutes after midnight in Kazakhstan; noon when the day was given. */
int program_clock(const struct program *p);

/* The operator's folder: whether something was written into it since it was read; reading it into the present guide, with
 * each wrong row told on standard error. */
bool program_site_changed(const struct program *p);
void program_read_site(struct program *p);

/* The modes; each returns the exit status. */
int run_list_screens(struct program *p);
int run_snapshot(struct program *p);
int run_slip(struct program *p);
int run_speak(struct program *p);
int run_describe(struct program *p);
int run_play(struct program *p);
int run_tour(struct program *p);
int run_check(struct program *p);
int run_bench(struct program *p);
int run_search(struct program *p);
int run_deadlines(struct program *p);
int run_window(struct program *p);
int run_make_code(void);

/* Pictures by the software renderer, for snapshots, tours and scripts. */
bool picture_save(void *program, const struct app *app, const char *path, struct err *e);

/* "rohnamo: ..." on standard error. */
void program_complain(const struct err *e);

#endif
