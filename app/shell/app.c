/* Two frame arenas alternate, so that the last frame can be asked (where was I, what was under the finger) while the
 * next one is built. Everything a visitor chose is in the visitor arena and in what is wiped with it here. */
#include "shell/app_inside.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/screens.h"
#include "shell/load.h"

#include <stdio.h>
#include <string.h>

static const int64_t frame_ms = 16;
static const int64_t hidden_longest_ms = 60000; /* then the visit is wiped */
/* A finger may tremble this far and still press (the same on every panel: hands do not grow with it). */
static const float slop_mm = 8;
/* A finger that stays longer is none: a drop of water, a leaning bag. */
static const int64_t touch_longest_ms = 120000;

struct frame *app_present(struct app *app)
{
	return &app->frame_store[app->frame_at];
}

const struct frame *app_frame(const struct app *app)
{
	return &app->frame_store[app->frame_at];
}

static void load_data(struct app *app)
{
	arena_reset(&app->page);
	app->data = arena_new(&app->page, struct screen_data);
	load_screen(app->guide, &app->page, &app->model, model_lang(&app->model)->code, app->data);
	if (model_route(&app->model)->screen == SCREEN_ATTENDANT && app->model.visit->staff.open && app->settings.staff)
		app->settings.staff->look(app->settings.staff->self, &app->page, &app->data->health);
	app->model.data = app->data;
	app->stale = true;
}

static void trust_clock(struct app *app)
{
	app->model.clock_trusted = app->model.today >= app->model.info->content_date &&
		app->model.today >= app->latest_day;
	if (app->model.clock_trusted)
		app->latest_day = app->model.today;
}

/* The idle warning and the clock that hides a screen lie over it. */
static bool covered(const struct app *app)
{
	return app->model.idle == IDLE_WARNING || app->model.hidden;
}

/* What covers the screen has its own; the place below is kept. */
float *app_scroll_place(struct app *app)
{
	return covered(app) ? &app->warning_y : &app->scroll_y;
}

static void build_frame(struct app *app)
{
	int at = 1 - app->frame_at;
	struct arena *a = &app->frames[at];
	struct world world = app->settings.world;

	arena_reset(a);
	world.text_percent = app->model.visit->text_percent;
	world.contrast = app->model.visit->contrast;
	world.low = app->model.visit->low;
	if (model_route(&app->model)->screen == SCREEN_ATTRACT)
		world.text_percent = 100; /* every language has to be in view at once */
	struct ui ui = {.arena = a, .lang = model_lang(&app->model), .world = &world, .model = &app->model};
	const struct view *root = screens_view(&ui);
	const struct page_labels labels = {.up = tr(ui.lang, "Page up"), .down = tr(ui.lang, "Page down")};
	float *y = app_scroll_place(app);
	frame_layout(&app->frame_store[at], a, root, &world, app->metrics, *y, &labels);
	listen_mark(&app->listen, &app->frame_store[at], a, app->metrics);
	app->frame_at = at;
	*y = app_present(app)->scroll.y;
	if (!covered(app))
		idle_words(&app->idle, frame_words(app_present(app)));
	app->stale = false;
}

/* Where the visitor reads; under the warning it waits in `below`. */
static struct scroll_anchor place_of(struct app *app)
{
	return covered(app) ? app->below : frame_anchor(app_present(app));
}

/* Builds the frame, then once more at the place of `anchor`. */
static void build_at(struct app *app, struct scroll_anchor anchor)
{
	if (covered(app)) {
		app->below = anchor;
		app->below_changed = true;
		build_frame(app);
		return;
	}
	app->below_changed = false;
	app->scroll_y = 0;
	build_frame(app);
	float y = frame_anchor_scroll(app_present(app), anchor);
	if (y > 0.5f) {
		app->scroll_y = y;
		build_frame(app);
	}
}

void app_rebuild(struct app *app)
{
	if (app->below_changed && !covered(app))
		build_at(app, app->below);
	else
		build_frame(app);
}

void app_scroll_to(struct app *app, float y)
{
	float most = frame_scroll_max(app_present(app));
	float bounded = y < 0 ? 0 : y > most ? most : y;
	float *place = app_scroll_place(app);

	if (bounded != *place) {
		*place = bounded;
		app->stale = true;
	} else {
		app->gesture.coasting = false;
	}
}

static void begin_visit(struct app *app, const struct route *route)
{
	arena_reset(&app->visitor);
	model_begin(&app->model, &app->visitor, &app->settings.start, route);
	gesture_cancel(&app->gesture);
	listen_end(&app->listen);
	app->focus = 0;
	memset(app->focus_at, 0, sizeof app->focus_at);
	app->swallow_text = false;
	app->pressed = 0;
	app->scroll_y = 0;
	app->below_changed = false;
	app->printing_ours = false;
	load_data(app);
}

/* The next visitor begins at the first screen, whatever the last one was started with. */
static void wipe_visit(struct app *app)
{
	struct route attract;

	if (!route_parse("attract", &attract))
		return;
	app->settings.start.citizen = CITIZEN_SKIPPED;
	app->settings.start.citizen_asked = false;
	app->settings.start.staff = false;
	begin_visit(app, &attract);
	build_frame(app);
	for (int i = 0; i < 2; i++) /* the other frame still holds what was shown */
		if (i != app->frame_at)
			arena_release(&app->frames[i]);
	app->frame_store[1 - app->frame_at] = (struct frame){0};
	app->wiped = true;
}

void app_init(struct app *app, const struct app_settings *settings, struct guide *guide, const struct metrics *metrics,
	int64_t now_ms)
{
	memset(app, 0, sizeof *app);
	app->settings = *settings;
	app->guide = guide;
	app->metrics = metrics;
	app->settings.world.cap_ratio = metrics->cap_ratio;
	app->latest_day = DATE_NONE;
	arena_init(&app->visitor);
	arena_init(&app->page);
	arena_init(&app->frames[0]);
	arena_init(&app->frames[1]);
	gesture_init(&app->gesture, app->settings.world.px_per_mm * slop_mm);
	idle_init(&app->idle, now_ms);
	idle_set(&app->idle, settings->idle_ms, settings->warning_ms);
	app->attract = (struct attract){now_ms, settings->dim_ms, settings->hours};
	app->model.info = guide_info(guide);
	app->model.rules = guide_rules(guide);
	app->model.workdays = guide_workdays(guide);
	app->model.kiosk = settings->kiosk;
	app->model.printer = settings->printer;
	app->model.address_ru = settings->address_ru;
	app->model.address_kk = settings->address_kk;
	app->model.clock_minutes = settings->clock_minutes;
	app->model.can_speak = settings->voice != NULL;
	app->model.languages = settings->languages;
	app->model.update = settings->update;
	app->model.staff_code_known = settings->staff && settings->staff->knows;
	app->model.today = settings->today;
	trust_clock(app);
	listen_init(&app->listen, settings->voice);
	begin_visit(app, &settings->route);
	build_frame(app);
}

void app_release(struct app *app)
{
	listen_release(&app->listen);
	arena_release(&app->visitor);
	arena_release(&app->page);
	arena_release(&app->frames[0]);
	arena_release(&app->frames[1]);
	mem_wipe(app, sizeof *app);
}

/* The hidden screen is a clock, and offices open and close. */
static bool shows_clock(const struct app *app)
{
	enum screen_id screen = model_route(&app->model)->screen;

	return app->model.hidden || screen == SCREEN_CONTACTS || screen == SCREEN_CONTACT;
}

void app_set_clock(struct app *app, int minutes)
{
	app->stale = app->stale || (shows_clock(app) && minutes != app->model.clock_minutes);
	app->model.clock_minutes = minutes;
}

void app_set_today(struct app *app, date_t today)
{
	bool trusted = app->model.clock_trusted;

	if (today == app->model.today)
		return;
	app->model.today = today;
	trust_clock(app);
	if (app->model.clock_trusted || trusted)
		load_data(app);
}

void app_reload(struct app *app)
{
	struct scroll_anchor place = place_of(app);

	load_data(app);
	build_at(app, place);
}

void app_set_voice(struct app *app, const struct voice_out *voice)
{
	app->listen.voice = voice;
	app->model.can_speak = voice != NULL;
	app->stale = true;
}

void app_use_guide(struct app *app, struct guide *guide)
{
	app->guide = guide;
	app->model.info = guide_info(guide);
	app->model.rules = guide_rules(guide);
	app->model.workdays = guide_workdays(guide);
	trust_clock(app);
	app_reload(app);
}

void app_resize(struct app *app, const struct world *world)
{
	struct scroll_anchor place = place_of(app);
	float cap_ratio = app->settings.world.cap_ratio;

	app->settings.world = *world;
	app->settings.world.cap_ratio = cap_ratio;
	gesture_init(&app->gesture, world->px_per_mm * slop_mm);
	app->pressed = 0;
	build_at(app, place);
}

/* Whoever moves the warning or lays a finger on it has its whole time once more. */
void app_restart_warning(struct app *app, int64_t now_ms)
{
	idle_touch(&app->idle, now_ms - app->idle.idle_ms);
}

/* Back to the very first screen: whoever stands before it next is somebody else. */
static bool went_out(const struct app *app, const struct effects *fx)
{
	return fx->load && model_route(&app->model)->screen == SCREEN_ATTRACT;
}

/* What was focused may be gone with what was done: then what stands in its place is, so that keys go on from there. */
static void keep_focus(struct app *app, int was)
{
	const struct frame *f = app_present(app);

	if (!app->focus || was < 0 || frame_find_hash(f, app->focus) >= 0)
		return;
	int last = (int)f->count - 1, to = frame_focus_step(f, was - 1 < last ? was - 1 : last, 1);
	app->focus = to >= 0 ? f->boxes[to].hash : 0;
}

bool app_act(struct app *app, struct action action, int64_t now_ms)
{
	struct scroll_anchor place = place_of(app);
	struct effects fx;
	bool was_warning = app->model.idle == IDLE_WARNING;
	int focused = app_focus_box(app);

	if (was_warning && str_equal(action.verb, VERB_SCROLL)) { /* it moves, and still stands */
		app_restart_warning(app, now_ms);
		app_scroll_to(app, frame_scroll_page(app_present(app), str_equal(action.arg, "-1") ? -1 : 1));
		return true;
	}
	idle_touch(&app->idle, now_ms);
	app->focus_at[app->model.visit->depth - 1] = app->focus;
	if (!model_update(&app->model, action, place, &fx))
		return false;
	if (was_warning)
		app->stale = true;
	if (fx.check_code)
		app_check_code(app, now_ms);
	if (fx.leave)
		app->quit = true;
	if (fx.print)
		app_print(app, now_ms);
	if (fx.wipe || went_out(app, &fx)) {
		wipe_visit(app);
		return true;
	}
	if (fx.hide) {
		gesture_cancel(&app->gesture);
		if (app->model.hidden) {
			app->below = place;
			app->warning_y = 0;
		}
		app->hidden_ms = now_ms;
		app->focus = 0;
		app->stale = true;
		return true;
	}
	if (fx.scroll_pages != 0) {
		app_scroll_to(app, frame_scroll_page(app_present(app), fx.scroll_pages));
		return true;
	}
	if (fx.listening != LISTENING_ALONE)
		app_change_listening(app, fx.listening);
	if (fx.load) {
		struct visited *top = &app->model.visit->stack[app->model.visit->depth - 1];
		gesture_cancel(&app->gesture);
		load_data(app);
		if (!fx.typed)
			app->focus = fx.restore ? app->focus_at[app->model.visit->depth - 1] : 0;
		build_at(app, fx.restore ? top->anchor : (struct scroll_anchor){0, 0});
	} else if (fx.keep_place) {
		build_at(app, place);
		if (fx.show)
			app_show_box(app, frame_find(app_present(app), fx.show));
	}
	keep_focus(app, focused);
	app_hear_after(app, &fx);
	return true;
}

bool app_press_box(struct app *app, int box, int64_t now_ms)
{
	const struct frame *f = app_present(app);

	if (box < 0 || (size_t)box >= f->count || !f->boxes[box].action.verb)
		return false;
	return app_act(app, f->boxes[box].action, now_ms);
}

void app_show_box(struct app *app, int box)
{
	if (app->stale)
		app_rebuild(app);
	app_scroll_to(app, frame_scroll_to_show(app_present(app), box));
	if (app->stale)
		app_rebuild(app);
}

int app_focus_box(const struct app *app)
{
	return app->focus ? frame_find_hash(app_frame(app), app->focus) : -1;
}

int app_pressed_box(const struct app *app)
{
	return app->pressed ? frame_find_hash(app_frame(app), app->pressed) : -1;
}

/* The time of day; -1 when nobody knows it. */
static int trusted_minutes(const struct app *app)
{
	return app->model.clock_trusted ? app->model.clock_minutes : -1;
}

/* Nobody is there: it greets, and shines as bright as it should. */
static void check_attract(struct app *app, int64_t now_ms)
{
	bool was_alone = app->alone;

	app->alone = model_route(&app->model)->screen == SCREEN_ATTRACT && app->model.visit->depth == 1;
	if (app->alone && !was_alone)
		app->attract.since_ms = now_ms;
	app->light = app->alone ? attract_light(&app->attract, now_ms, trusted_minutes(app)) : LIGHT_FULL;
	int greeting = app->alone && app->light != LIGHT_DARK
		? attract_greeting(&app->attract, now_ms, model_offered(&app->model))
		: 0;
	app->stale = app->stale || (app->alone && greeting != app->model.greeting);
	app->model.greeting = greeting;
}

bool app_alone(const struct app *app)
{
	return app->alone;
}

void app_tell_update(struct app *app, const struct outcome *o)
{
	app->model.update = *o;
	app->update_due = true;
	app->stale = app->stale || model_route(&app->model)->screen == SCREEN_UPDATE;
}

/* Whoever brought it stands there and waits; a visit is not disturbed. */
static void show_update(struct app *app, int64_t now_ms)
{
	bool shown = model_route(&app->model)->screen == SCREEN_UPDATE;

	if (!app->update_due || (!app->alone && !shown))
		return;
	app->update_due = false;
	if (!shown)
		app_act(app, (struct action){VERB_GO, "update"}, now_ms);
	app->alone = false;
}

static bool finger_down(const struct app *app, int64_t now_ms)
{
	return app->gesture.state != GESTURE_NONE && now_ms - app->down_ms < touch_longest_ms;
}

static void check_idle(struct app *app, int64_t now_ms)
{
	if (app->alone || (finger_down(app, now_ms) && app->model.idle != IDLE_WARNING)) {
		idle_touch(&app->idle, now_ms);
		return;
	}
	if (app->model.hidden) {
		if (now_ms - app->hidden_ms >= hidden_longest_ms)
			wipe_visit(app);
		idle_touch(&app->idle, now_ms);
		return;
	}
	enum idle_due due = idle_check(&app->idle, now_ms);
	if (due == IDLE_DUE_RESET) {
		idle_touch(&app->idle, now_ms);
		wipe_visit(app);
	} else if (due == IDLE_DUE_WARNING) {
		int seconds = idle_seconds_left(&app->idle, now_ms);
		if (app->model.idle != IDLE_WARNING) {
			app->below = frame_anchor(app_present(app));
			app->warning_y = 0;
		}
		bool begins = app->model.idle != IDLE_WARNING;
		app->stale = app->stale || begins || app->model.idle_seconds_left != seconds;
		app->model.idle = IDLE_WARNING;
		app->model.idle_seconds_left = seconds;
		if (begins)
			app_hear_warning(app);
	}
}

/* No time may have passed since the finger was lifted: that is no end of the way. */
static void coast(struct app *app, int64_t now_ms)
{
	float way = gesture_coast(&app->gesture, now_ms);

	if (way != 0)
		app_scroll_to(app, app->scroll_y + way);
}

/* Other words below the button: where they were in view they stay so. */
static void show_printed(struct app *app)
{
	int box = frame_find(app_present(app), "print.status");
	bool seen = box >= 0 && app_present(app)->boxes[box].visible;

	build_at(app, place_of(app));
	if (seen && !covered(app))
		app_show_box(app, frame_find(app_present(app), "print.status"));
}

/* A finger on it is somebody, until it has lain there too long. */
static int64_t hidden_until(const struct app *app, int64_t now_ms)
{
	int64_t minute = app->hidden_ms + hidden_longest_ms, finger = app->down_ms + touch_longest_ms;

	return finger_down(app, now_ms) && finger > minute ? finger : minute;
}

/* `heard_ms`: when the voice goes on; -1: nothing is read. */
static int64_t next_moment(const struct app *app, int64_t now_ms, int64_t heard_ms)
{
	if (app->gesture.coasting)
		return now_ms + frame_ms;
	if (heard_ms >= 0)
		return heard_ms;
	if (app->model.hidden)
		return hidden_until(app, now_ms);
	if (app->model.staff_wait_s > 0)
		return app->code_due_ms - (int64_t)(app->model.staff_wait_s - 1) * 1000;
	if (app->alone)
		return attract_deadline(&app->attract, now_ms, trusted_minutes(app));
	return idle_deadline(&app->idle, now_ms);
}

int64_t app_step(struct app *app, int64_t now_ms)
{
	if (app_look_at_printer(app, now_ms))
		show_printed(app);
	int64_t heard_ms = app_hear(app, now_ms);
	check_attract(app, now_ms);
	show_update(app, now_ms);
	app_wait_for_code(app, now_ms);
	check_idle(app, now_ms);
	coast(app, now_ms);
	if (app->stale)
		app_rebuild(app);
	int64_t next = next_moment(app, now_ms, heard_ms);
	return app->printing && (next < 0 || app->print_look_ms < next) ? app->print_look_ms : next;
}
