/* Two frame arenas alternate, so that the last frame can be asked (where was I, what was under the finger) while the
 * next one is built. Everything a visitor chose is in the visitor arena and in what is wiped with it here. */
#include "shell/app.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/screens.h"
#include "shell/load.h"

#include <stdio.h>
#include <string.h>

static const int64_t frame_ms = 16;
static const int64_t hidden_longest_ms = 60000; /* then the visit is wiped */
/* A finger may tremble this far and still press. */
static const float slop_of_target = 0.3f;

static struct frame *present(struct app *app)
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
static float *scroll_place(struct app *app)
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
	if (model_route(&app->model)->screen == SCREEN_ATTRACT)
		world.text_percent = 100; /* every language has to be in view at once */
	struct ui ui = {.arena = a, .lang = model_lang(&app->model), .world = &world, .model = &app->model};
	const struct view *root = screens_view(&ui);
	const struct page_labels labels = {.up = tr(ui.lang, "Page up"), .down = tr(ui.lang, "Page down")};
	float *y = scroll_place(app);
	frame_layout(&app->frame_store[at], a, root, &world, app->metrics, *y, &labels);
	app->frame_at = at;
	*y = present(app)->scroll.y;
	app->stale = false;
}

/* Where the visitor reads; under the warning it waits in `below`. */
static struct scroll_anchor place_of(struct app *app)
{
	return covered(app) ? app->below : frame_anchor(present(app));
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
	float y = frame_anchor_scroll(present(app), anchor);
	if (y > 0.5f) {
		app->scroll_y = y;
		build_frame(app);
	}
}

static void rebuild(struct app *app)
{
	if (app->below_changed && !covered(app))
		build_at(app, app->below);
	else
		build_frame(app);
}

static void scroll_to(struct app *app, float y)
{
	float most = frame_scroll_max(present(app));
	float bounded = y < 0 ? 0 : y > most ? most : y;
	float *place = scroll_place(app);

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
	app->focus = 0;
	memset(app->focus_at, 0, sizeof app->focus_at);
	app->swallow_text = false;
	app->pressed = 0;
	app->scroll_y = 0;
	app->below_changed = false;
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
	gesture_init(&app->gesture, world_target_px(&app->settings.world) * slop_of_target);
	idle_init(&app->idle, now_ms);
	app->idle.idle_ms = settings->idle_ms;
	app->model.info = guide_info(guide);
	app->model.rules = guide_rules(guide);
	app->model.workdays = guide_workdays(guide);
	app->model.kiosk = settings->kiosk;
	app->model.address_ru = settings->address_ru;
	app->model.address_kk = settings->address_kk;
	app->model.clock_minutes = settings->clock_minutes;
	app->model.today = settings->today;
	trust_clock(app);
	begin_visit(app, &settings->route);
	build_frame(app);
}

void app_release(struct app *app)
{
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
	gesture_init(&app->gesture, world_target_px(world) * slop_of_target);
	app->pressed = 0;
	build_at(app, place);
}

/* Whoever moves the warning or lays a finger on it has its whole time once more. */
static void restart_warning(struct app *app, int64_t now_ms)
{
	idle_touch(&app->idle, now_ms - app->idle.idle_ms);
}

/* Back to the very first screen: whoever stands before it next is somebody else. */
static bool went_out(const struct app *app, const struct effects *fx)
{
	return fx->load && model_route(&app->model)->screen == SCREEN_ATTRACT;
}

bool app_act(struct app *app, struct action action, int64_t now_ms)
{
	struct scroll_anchor place = place_of(app);
	struct effects fx;
	bool was_warning = app->model.idle == IDLE_WARNING;

	if (was_warning && str_equal(action.verb, VERB_SCROLL)) { /* it moves, and still stands */
		restart_warning(app, now_ms);
		scroll_to(app, frame_scroll_page(present(app), str_equal(action.arg, "-1") ? -1 : 1));
		return true;
	}
	idle_touch(&app->idle, now_ms);
	app->focus_at[app->model.visit->depth - 1] = app->focus;
	if (!model_update(&app->model, action, place, &fx))
		return false;
	if (was_warning)
		app->stale = true;
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
		scroll_to(app, frame_scroll_page(present(app), fx.scroll_pages));
		return true;
	}
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
			app_show_box(app, frame_find(present(app), fx.show));
	}
	return true;
}

bool app_press_box(struct app *app, int box, int64_t now_ms)
{
	const struct frame *f = present(app);

	if (box < 0 || (size_t)box >= f->count || !f->boxes[box].action.verb)
		return false;
	return app_act(app, f->boxes[box].action, now_ms);
}

void app_show_box(struct app *app, int box)
{
	if (app->stale)
		rebuild(app);
	scroll_to(app, frame_scroll_to_show(present(app), box));
	if (app->stale)
		rebuild(app);
}

int app_focus_box(const struct app *app)
{
	return app->focus ? frame_find_hash(app_frame(app), app->focus) : -1;
}

int app_pressed_box(const struct app *app)
{
	return app->pressed ? frame_find_hash(app_frame(app), app->pressed) : -1;
}

static void focus_on(struct app *app, int box)
{
	if (box < 0)
		return;
	app->focus = present(app)->boxes[box].hash;
	app_show_box(app, box);
}

/* The one box that can be pressed, where there is only one; -1. */
static int only_box(struct app *app)
{
	int first = frame_focus_step(present(app), -1, 1);

	return first >= 0 && frame_focus_step(present(app), first, 1) == first ? first : -1;
}

/* Up and down move the focus; where nothing more is in view that way, the page moves. */
static void arrow_key(struct app *app, enum direction d)
{
	int from = app_focus_box(app);
	int to = from < 0 ? frame_focus_step(present(app), -1, 1) : frame_focus_toward(present(app), from, d);

	if (to != from && to >= 0)
		focus_on(app, to);
	else if (d == DIRECTION_DOWN)
		scroll_to(app, frame_scroll_page(present(app), 1));
	else if (d == DIRECTION_UP)
		scroll_to(app, frame_scroll_page(present(app), -1));
}

/* A focused wheel of a date turns by the keys up and down; the other keys leave it. */
static bool wheel_key(struct app *app, const char *way, int64_t now_ms)
{
	int box = app_focus_box(app);
	const struct box *b = box >= 0 ? &present(app)->boxes[box] : NULL;
	char arg[64];

	if (!b || !b->action.verb || !str_equal(b->action.verb, VERB_WHEEL))
		return false;
	snprintf(arg, sizeof arg, "%s.%s", b->action.arg, way);
	return app_act(app, (struct action){VERB_SPIN, arg}, now_ms);
}

/* Digits go to the wheel that is focused, and the focus goes on with them. */
static void type_text(struct app *app, const char *text, int64_t now_ms)
{
	int box = app_focus_box(app);
	const struct action focused = box >= 0 ? present(app)->boxes[box].action : (struct action){NULL, NULL};
	bool wheel = focused.verb && str_equal(focused.verb, VERB_WHEEL);

	if (wheel)
		app_act(app, focused, now_ms);
	app_act(app, (struct action){VERB_TYPE, text}, now_ms);
	for (size_t i = 0; wheel && i < present(app)->count; i++) {
		const struct box *b = &present(app)->boxes[i];
		if (b->action.verb && str_equal(b->action.verb, VERB_WHEEL) && (b->state & STATE_CURRENT)) {
			focus_on(app, (int)i);
			return;
		}
	}
}

/* Enter: what is focused, else what alone can be pressed. */
static void enter_key(struct app *app, int64_t now_ms)
{
	int box = app_focus_box(app);

	app_press_box(app, box >= 0 ? box : only_box(app), now_ms);
}

static void key_down(struct app *app, enum key key, int64_t now_ms)
{
	switch (key) {
	case KEY_TAB:
		focus_on(app, frame_focus_step(present(app), app_focus_box(app), 1));
		break;
	case KEY_SHIFT_TAB:
		focus_on(app, frame_focus_step(present(app), app_focus_box(app), -1));
		break;
	case KEY_UP:
		if (!wheel_key(app, "more", now_ms))
			arrow_key(app, DIRECTION_UP);
		break;
	case KEY_DOWN:
		if (!wheel_key(app, "less", now_ms))
			arrow_key(app, DIRECTION_DOWN);
		break;
	case KEY_LEFT:
		arrow_key(app, DIRECTION_LEFT);
		break;
	case KEY_RIGHT:
		arrow_key(app, DIRECTION_RIGHT);
		break;
	case KEY_ENTER:
		enter_key(app, now_ms);
		break;
	case KEY_ESCAPE:
		if (!app->settings.kiosk)
			app_act(app, (struct action){VERB_BACK, ""}, now_ms);
		break;
	case KEY_PAGE_UP:
		scroll_to(app, frame_scroll_page(present(app), -1));
		break;
	case KEY_PAGE_DOWN:
		scroll_to(app, frame_scroll_page(present(app), 1));
		break;
	case KEY_HOME:
		scroll_to(app, 0);
		break;
	case KEY_END:
		scroll_to(app, frame_scroll_max(present(app)));
		break;
	case KEY_BACKSPACE:
		app_act(app, (struct action){VERB_ERASE, ""}, now_ms);
		break;
	case KEY_F11:
		app->toggle_fullscreen = !app->settings.kiosk;
		break;
	default:
		break;
	}
}

static void pointer(struct app *app, const struct input *in, int64_t now_ms)
{
	const struct frame *f = present(app);
	int hit;

	switch (in->kind) {
	case INPUT_POINTER_DOWN:
		hit = frame_hit(f, in->x, in->y);
		gesture_down(&app->gesture, in->x, in->y, now_ms);
		app->pressed = hit >= 0 && app->gesture.state == GESTURE_PRESS ? f->boxes[hit].hash : 0;
		app->focus = 0;
		break;
	case INPUT_POINTER_MOVE: {
		float dy = gesture_move(&app->gesture, in->x, in->y, now_ms);
		if (app->gesture.state == GESTURE_DRAG) {
			app->pressed = 0;
			scroll_to(app, app->scroll_y + dy);
		} else if (app->pressed) {
			hit = frame_hit(f, in->x, in->y);
			if (hit < 0 || f->boxes[hit].hash != app->pressed)
				app->pressed = 0;
		}
		break;
	}
	case INPUT_POINTER_UP: {
		bool press = gesture_up(&app->gesture, now_ms);
		uint64_t target = app->pressed;
		app->pressed = 0;
		if (press && target)
			app_press_box(app, frame_find_hash(f, target), now_ms);
		break;
	}
	default:
		gesture_cancel(&app->gesture);
		app->pressed = 0;
		break;
	}
}

static void wheel(struct app *app, const struct input *in)
{
	scroll_to(app, *scroll_place(app) - in->dy * 3 * text_leading_px(&present(app)->world, TEXT_BODY));
}

/* While the warning stands, any key or touch only says "I am here"; its own buttons act when the finger is lifted. In very
 * small windows it is higher than the window: what moves it does not answer it. */
static void answer_warning(struct app *app, const struct input *in, int64_t now_ms)
{
	float y = app->warning_y;
	bool dragged = app->gesture.state == GESTURE_DRAG && frame_scroll_max(present(app)) > 0;

	restart_warning(app, now_ms);
	if (in->kind == INPUT_WHEEL)
		wheel(app, in);
	else if (in->kind != INPUT_KEY)
		pointer(app, in, now_ms);
	else if (in->key == KEY_PAGE_UP || in->key == KEY_PAGE_DOWN)
		key_down(app, in->key, now_ms);
	if (in->kind == INPUT_POINTER_DOWN || in->kind == INPUT_POINTER_MOVE || dragged || app->warning_y != y)
		return;
	if (app->model.idle == IDLE_WARNING)
		app_act(app, (struct action){VERB_STAY, ""}, now_ms);
	gesture_cancel(&app->gesture);
}

static void sign_of_life(struct app *app, const struct input *in, int64_t now_ms)
{
	bool by_key = in->kind == INPUT_KEY || in->kind == INPUT_TEXT;
	bool swallowed = app->swallow_text && in->kind == INPUT_TEXT;

	if (app->model.idle == IDLE_WARNING) {
		answer_warning(app, in, now_ms);
		return;
	}
	app->swallow_text = false;
	if (swallowed)
		return;
	if (app->model.hidden && by_key) { /* any key brings back, and does nothing else */
		app_act(app, (struct action){VERB_HIDE, ""}, now_ms);
		app->swallow_text = in->kind == INPUT_KEY;
		return;
	}
	idle_touch(&app->idle, now_ms);
	if (in->kind == INPUT_WHEEL || in->kind == INPUT_KEY)
		app->gesture.coasting = false; /* what was asked last counts */
	if (in->kind == INPUT_WHEEL)
		wheel(app, in);
	else if (in->kind == INPUT_KEY)
		key_down(app, in->key, now_ms);
	else if (in->kind == INPUT_TEXT)
		type_text(app, in->text, now_ms);
	else
		pointer(app, in, now_ms);
}

void app_input(struct app *app, const struct input *in, int64_t now_ms)
{
	if (app->stale)
		rebuild(app);
	switch (in->kind) {
	case INPUT_POINTER_MOVE:
		/* a mouse that only lies there and trembles is nobody */
		if (app->gesture.state != GESTURE_NONE)
			sign_of_life(app, in, now_ms);
		break;
	case INPUT_POINTER_DOWN:
	case INPUT_POINTER_UP:
	case INPUT_POINTER_CANCEL:
	case INPUT_WHEEL:
	case INPUT_KEY:
	case INPUT_TEXT:
		sign_of_life(app, in, now_ms);
		break;
	case INPUT_CLOSE:
		app->quit = !app->settings.kiosk;
		break;
	default:
		break;
	}
}

static void check_idle(struct app *app, int64_t now_ms)
{
	if (model_route(&app->model)->screen == SCREEN_ATTRACT && app->model.visit->depth == 1) {
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
			app->below = frame_anchor(present(app));
			app->warning_y = 0;
		}
		app->stale = app->stale || app->model.idle != IDLE_WARNING || app->model.idle_seconds_left != seconds;
		app->model.idle = IDLE_WARNING;
		app->model.idle_seconds_left = seconds;
	}
}

/* No time may have passed since the finger was lifted: that is no end of the way. */
static void coast(struct app *app, int64_t now_ms)
{
	float way = gesture_coast(&app->gesture, now_ms);

	if (way != 0)
		scroll_to(app, app->scroll_y + way);
}

int64_t app_step(struct app *app, int64_t now_ms)
{
	check_idle(app, now_ms);
	coast(app, now_ms);
	if (app->stale)
		rebuild(app);
	if (app->gesture.coasting)
		return now_ms + frame_ms;
	if (app->model.hidden)
		return app->hidden_ms + hidden_longest_ms;
	if (model_route(&app->model)->screen == SCREEN_ATTRACT)
		return -1;
	return idle_deadline(&app->idle, now_ms);
}
