/* What a finger, a wheel and keys mean on the present frame: a press, a scroll, another focus, a sign of life. */
#include "shell/app_inside.h"

#include "base/str.h"
#include "screens/msg.h"

#include <math.h>
#include <stdio.h>

static void focus_on(struct app *app, int box)
{
	if (box < 0)
		return;
	app->focus = app_present(app)->boxes[box].hash;
	app_show_box(app, box);
	app_hear_focus(app);
}

/* With what scrolls, from its first to its last box. */
static bool before_end_of_scroll(const struct frame *f, int box)
{
	for (size_t i = box < 0 ? 0 : (size_t)box; i < f->count; i++)
		if (f->boxes[i].in_scroll)
			return true;
	return false;
}

static bool after_start_of_scroll(const struct frame *f, int box)
{
	for (int i = box < 0 ? (int)f->count - 1 : box; i >= 0; i--)
		if (f->boxes[i].in_scroll)
			return true;
	return false;
}

/* Who has nothing but "next" has to pass all that is to be read: where the next box is more than a page away, or behind the end of
 * what scrolls, the page moves first. */
static bool page_first(struct app *app, int from, int to, int step)
{
	const struct frame *f = app_present(app);
	float page = frame_scroll_page(f, step), y = f->scroll.y;
	bool scrolls = f->scroll.overflows &&
		(step > 0 ? before_end_of_scroll(f, from) : after_start_of_scroll(f, from));

	if (!scrolls || (from < 0 && step > 0 && !f->boxes[to].in_scroll && before_end_of_scroll(f, to)) ||
		fabsf(page - y) < 2 * text_leading_px(&f->world, TEXT_BODY)) /* nothing that is read is out of view */
		return false;
	float wanted = f->boxes[to].in_scroll ? frame_scroll_to_show(f, to) : step > 0 ? frame_scroll_max(f) : 0;
	bool wraps = step > 0 ? to <= from : from >= 0 && to >= from;
	if (!wraps && (step > 0 ? wanted <= page : wanted >= page))
		return false;
	app_scroll_to(app, page);
	return true;
}

/* "Next" and "previous", for keypads that have nothing else. */
static void step_focus(struct app *app, int step)
{
	int from = app_focus_box(app), to = frame_focus_step(app_present(app), from, step);

	if (to >= 0 && !page_first(app, from, to, step))
		focus_on(app, to);
}

/* The one box that can be pressed, where there is only one; -1. */
static int only_box(struct app *app)
{
	int first = frame_focus_step(app_present(app), -1, 1);

	return first >= 0 && frame_focus_step(app_present(app), first, 1) == first ? first : -1;
}

static const struct box *wheel_in_focus(struct app *app)
{
	int box = app_focus_box(app);
	const struct box *b = box >= 0 ? &app_present(app)->boxes[box] : NULL;

	return b && b->action.verb && str_equal(b->action.verb, VERB_WHEEL) ? b : NULL;
}

/* Arrows move the focus, and nothing else: who passes over the wheel of a date must not turn it. Up and down pass nothing unread either, and where
 * no box is that way, the page moves. */
static void arrow_key(struct app *app, enum direction d)
{
	const struct frame *f = app_present(app);
	bool upright = d == DIRECTION_UP || d == DIRECTION_DOWN;
	int step = d == DIRECTION_DOWN || d == DIRECTION_RIGHT ? 1 : -1;
	int from = app_focus_box(app);
	int to = from < 0 ? frame_focus_step(f, -1, 1) : frame_focus_toward(f, from, d);

	if (to == from || to < 0) {
		if (upright)
			app_scroll_to(app, frame_scroll_page(f, step));
	} else if (!upright || !page_first(app, from, to, step)) {
		focus_on(app, to);
	}
}

/* Digits go to the wheel that is focused, and the focus goes on with them. */
static void type_text(struct app *app, const char *text, int64_t now_ms)
{
	const struct box *wheel = wheel_in_focus(app);

	if (wheel)
		app_act(app, wheel->action, now_ms);
	app_act(app, (struct action){VERB_TYPE, text}, now_ms);
	for (size_t i = 0; wheel && i < app_present(app)->count; i++) {
		const struct box *b = &app_present(app)->boxes[i];
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

/* Nothing is behind the first screen. */
static void back_key(struct app *app, int64_t now_ms)
{
	if (model_route(&app->model)->screen != SCREEN_ATTRACT)
		app_act(app, (struct action){VERB_BACK, ""}, now_ms);
}

static void do_key(struct app *app, enum key key, int64_t now_ms)
{
	switch (key) {
	case KEY_TAB:
		step_focus(app, 1);
		break;
	case KEY_SHIFT_TAB:
		step_focus(app, -1);
		break;
	case KEY_UP:
		arrow_key(app, DIRECTION_UP);
		break;
	case KEY_DOWN:
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
		back_key(app, now_ms);
		break;
	case KEY_PAGE_UP:
		app_scroll_to(app, frame_scroll_page(app_present(app), -1));
		break;
	case KEY_PAGE_DOWN:
		app_scroll_to(app, frame_scroll_page(app_present(app), 1));
		break;
	case KEY_HOME:
		app_scroll_to(app, 0);
		break;
	case KEY_END:
		app_scroll_to(app, frame_scroll_max(app_present(app)));
		break;
	case KEY_BACKSPACE:
		app_act(app, (struct action){VERB_ERASE, ""}, now_ms);
		break;
	case KEY_LISTEN:
		app_act(app, (struct action){VERB_EAR, ""}, now_ms);
		break;
	case KEY_F11:
		app->toggle_fullscreen = !app->settings.kiosk;
		break;
	default:
		break;
	}
}

static void key_down(struct app *app, enum key key, int64_t now_ms)
{
	app->by_key = true;
	do_key(app, key, now_ms);
	app->by_key = false;
}

/* Trembling fingers touch twice. Where one types or turns a wheel, the same key is meant twice much sooner. */
static const int64_t bounce_ms = 250, typing_bounce_ms = 60;

static bool is_bounce(const struct app *app, const struct input *in, int64_t now_ms)
{
	float reach = app->gesture.slop_px;

	return now_ms - app->acted_ms < app->bounce_ms && fabsf(in->x - app->acted_x) <= reach &&
		fabsf(in->y - app->acted_y) <= reach;
}

static void press(struct app *app, int box, const struct input *in, int64_t now_ms)
{
	const struct box *b = box >= 0 ? &app_present(app)->boxes[box] : NULL;
	bool typing = b && (b->role == ROLE_KEY || (b->action.verb && str_equal(b->action.verb, VERB_SPIN)));

	app->acted_x = in->x;
	app->acted_y = in->y;
	app->acted_ms = now_ms;
	app->bounce_ms = typing ? typing_bounce_ms : bounce_ms;
	app_press_box(app, box, now_ms);
}

static void pointer(struct app *app, const struct input *in, int64_t now_ms)
{
	const struct frame *f = app_present(app);
	int hit;

	if (in->kind == INPUT_POINTER_DOWN)
		app->bouncing = is_bounce(app, in, now_ms);
	if (app->bouncing)
		return;
	switch (in->kind) {
	case INPUT_POINTER_DOWN:
		hit = frame_hit(f, in->x, in->y);
		if (hit < 0 || !str_equal(f->boxes[hit].action.verb, VERB_LISTEN))
			app_hush(app);
		gesture_down(&app->gesture, in->x, in->y, now_ms);
		app->down_ms = now_ms;
		app->pressed = hit >= 0 && app->gesture.state == GESTURE_PRESS ? f->boxes[hit].hash : 0;
		app->focus = 0;
		break;
	case INPUT_POINTER_MOVE: {
		float dy = gesture_move(&app->gesture, in->x, in->y, now_ms);
		if (app->gesture.state == GESTURE_DRAG) {
			app->pressed = 0;
			app_scroll_to(app, app->scroll_y + dy);
		}
		break;
	}
	case INPUT_POINTER_UP: {
		bool still = gesture_up(&app->gesture, now_ms);
		app->gesture.coasting = app->gesture.coasting && !app->model.visit->still;
		uint64_t target = app->pressed;
		app->pressed = 0;
		if (still && target)
			press(app, frame_find_hash(f, target), in, now_ms);
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
	app_scroll_to(app, *app_scroll_place(app) - in->dy * 3 * text_leading_px(&app_present(app)->world, TEXT_BODY));
}

/* While the warning stands, any key or touch only says "I am here"; its own buttons act when the finger is lifted. In very
 * small windows it is higher than the window: what moves it does not answer it. */
static void answer_warning(struct app *app, const struct input *in, int64_t now_ms)
{
	float y = app->warning_y;
	bool dragged = app->gesture.state == GESTURE_DRAG && frame_scroll_max(app_present(app)) > 0;

	app_restart_warning(app, now_ms);
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
		app_rebuild(app);
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
	case INPUT_HEADPHONES: /* not while the visitor hides what is shown */
		if (!app->model.hidden)
			app_act(app, (struct action){VERB_EAR, ""}, now_ms);
		break;
	case INPUT_CLOSE:
		app->quit = !app->settings.kiosk;
		break;
	default:
		break;
	}
}
