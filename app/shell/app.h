/* The program without a window: model, guide, frame and time, driven by input words.
 *
 * The window's loop, --play, --describe, the tour and the tests all drive this one object. It never blocks, reads no
 * clock and knows no SDL. Order of a turn: app_input any number of times, then app_step, then app_frame. */
#ifndef ROHNAMO_SHELL_APP_H
#define ROHNAMO_SHELL_APP_H

#include "content/guide.h"
#include "kiosk/attract.h"
#include "kiosk/idle.h"
#include "platform/input.h"
#include "screens/model.h"
#include "shell/gesture.h"
#include "shell/listen.h"
#include "view/frame.h"

/* What prints, where there is something: the window's, or a test's own. */
struct app_printer {
	void *self;
	/* Begins the slip of the present screen: PRINT_UNDER_WAY, or why not. Only while nothing is under way. */
	enum print_state (*begin)(void *self, const struct model *m, int64_t now_ms);
	/* Goes on a little, without waiting. While it is PRINT_UNDER_WAY, *out_next_ms (after `now_ms`) is when to look again. */
	enum print_state (*look)(void *self, int64_t now_ms, int64_t *out_next_ms);
};

/* What tells the attendant how the machine is, and whether a code is hers. */
struct app_staff {
	void *self;
	void (*look)(void *self, struct arena *a, struct health *out);
	bool (*knows)(void *self, const char *code); /* slow on purpose; NULL: there is no code */
};

struct app_settings {
	struct start_state start;
	struct route route; /* where a visit begins */
	date_t today; /* DATE_NONE: the caller sets it with app_set_today */
	struct world world; /* size, millimetres, distance */
	const char *address_ru, *address_kk; /* see model.h */
	int clock_minutes; /* time of day in Kazakhstan when it begins */
	bool kiosk;
	bool printer; /* the operator has named one */
	int64_t idle_ms; /* 0: no idle reset */
	int64_t warning_ms; /* how long the warning stands; at least IDLE_WARNING_MS */
	int64_t dim_ms; /* how long the first screen stands alone before it is dim; 0: for ever */
	struct screen_hours hours; /* outside of which it is dark */
	struct outcome update; /* what was brought before it began; serial 0: nothing */
	unsigned languages; /* offered, as bits; 0: all */
	const struct app_staff *staff; /* NULL: nothing is known of the machine */
	const struct voice_out *voice; /* reads screens aloud; NULL: there is none. Outlives the app */
};

struct app {
	struct app_settings settings;
	struct guide *guide; /* borrowed; may be changed with app_use_guide */
	const struct metrics *metrics; /* borrowed */
	struct arena visitor, page, frames[2];
	struct model model;
	struct screen_data *data; /* in the page arena */
	struct frame frame_store[2];
	int frame_at; /* which frame is the present one */
	float scroll_y;
	float warning_y; /* the same for the idle warning, which is higher than very small windows */
	struct scroll_anchor below; /* while the warning stands: where the page was */
	bool below_changed; /* and that its size has changed since */
	uint64_t focus; /* hash of the focused box, 0 none; shown only after a key was used */
	uint64_t focus_at[VISIT_DEPTH]; /* the same of each screen of the visit when it was left */
	bool swallow_text; /* the text of a key that has already acted is still to come */
	uint64_t pressed; /* hash of the box under a press, 0 none */
	struct gesture gesture;
	/* the last touch that acted, so that a second contact of the same finger does not act again */
	float acted_x, acted_y;
	int64_t acted_ms; /* when that finger was lifted */
	int64_t bounce_ms; /* so long nothing acts there */
	bool bouncing; /* such a contact is down */
	struct listen listen;
	bool by_key; /* the action that is done now was meant by a key */
	int64_t down_ms; /* when the finger that is down came down */
	struct idle idle;
	struct attract attract;
	bool alone; /* the first screen, and nobody before it */
	enum light light; /* how the screen shines now */
	bool update_due; /* what was brought is still to be shown */
	const struct app_printer *printer; /* borrowed; NULL: what is to be printed counts as unanswered */
	bool printing; /* a slip is under way... */
	bool printing_ours; /* ...for this visit, which waits for it */
	int64_t print_look_ms; /* when to look how it goes */
	int64_t hidden_ms; /* when the screen was hidden */
	date_t latest_day; /* the latest day seen: a clock that falls behind it is not trusted */
	bool stale; /* the frame must be built anew */
	bool toggle_fullscreen; /* asked for by F11; the window does it and clears this */
	int wrong_codes; /* one after the other; outlives a visit */
	int64_t code_due_ms; /* until then no other is looked at */
	bool quit; /* asked for by closing the window, or by the attendant */
	bool wiped; /* a visit ended: caches of what was shown must go; the window clears this */
};

/* Begins; the settings' route must exist. The app owns its arenas only. */
void app_init(struct app *app, const struct app_settings *settings, struct guide *guide, const struct metrics *metrics,
	int64_t now_ms);
/* Wipes and frees everything of the visit. */
void app_release(struct app *app);

void app_set_today(struct app *app, date_t today);
/* The time of day in Kazakhstan, minutes after midnight: for the clock that hides a screen. */
void app_set_clock(struct app *app, int minutes);
/* There is a voice now, where there was none. Borrowed. */
void app_set_voice(struct app *app, const struct voice_out *voice);
/* Takes another guide (the built-in one after a failed check); the screen is loaded anew. */
void app_use_guide(struct app *app, struct guide *guide);
/* The guide's content has changed under the screen (the operator's folder): it is loaded anew, at the same place. */
void app_reload(struct app *app);
/* The window has another size: only width and height are taken from `world`, and what follows from them. */
void app_resize(struct app *app, const struct world *world);

/* Something was brought, or is being read: shown at once where nobody is there, else when the visit is over. */
void app_tell_update(struct app *app, const struct outcome *o);
/* Whether the first screen stands and nobody is before it: then content may change under it. */
bool app_alone(const struct app *app);

void app_input(struct app *app, const struct input *in, int64_t now_ms);
/* Does what a press on a box does. Box index of the present frame; returns false when it has no action. */
bool app_press_box(struct app *app, int box, int64_t now_ms);
/* Does an action as if its box had been pressed. */
bool app_act(struct app *app, struct action action, int64_t now_ms);
/* Scrolls so that a box of the present frame is in view. */
void app_show_box(struct app *app, int box);

/* Lets time pass (idle reset, coasting) and builds the frame when needed. Returns the moment at which it wants to be
 * called again, or -1 when only input can change anything. */
int64_t app_step(struct app *app, int64_t now_ms);

const struct frame *app_frame(const struct app *app);
int app_focus_box(const struct app *app); /* index, -1 none */
int app_pressed_box(const struct app *app); /* index, -1 none */

#endif
