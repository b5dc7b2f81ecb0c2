/* What SDL's events mean. One touch arrives as a finger and as a made-up mouse; only one of them counts. */
#include "../testing.h"

#include "platform/sdl.h"

#include <string.h>

struct border {
	struct pointer_state pointer;
	int w, h, rotate;
	float scale;
};

static struct border border(int w, int h)
{
	return (struct border){.w = w, .h = h, .scale = 1};
}

static struct input take(struct border *b, const SDL_Event *event)
{
	struct input in;

	input_translate(&b->pointer, event, b->w, b->h, b->scale, b->scale, b->rotate, &in);
	return in;
}

static struct input button(struct border *b, Uint32 type, Uint8 which_button, Uint32 mouse, int x, int y)
{
	const SDL_Event event = {.button = {.type = type, .which = mouse, .button = which_button, .x = x, .y = y}};

	return take(b, &event);
}

static struct input motion(struct border *b, Uint32 mouse, int x, int y)
{
	const SDL_Event event = {.motion = {.type = SDL_MOUSEMOTION, .which = mouse, .x = x, .y = y}};

	return take(b, &event);
}

static struct input finger(struct border *b, Uint32 type, SDL_FingerID id, float x, float y)
{
	const SDL_Event event = {.tfinger = {.type = type, .touchId = 7, .fingerId = id, .x = x, .y = y}};

	return take(b, &event);
}

static struct input key(struct border *b, SDL_Keycode code, Uint16 mod)
{
	const SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = code, .mod = mod}}};

	return take(b, &event);
}

static struct input window_event(struct border *b, Uint8 what)
{
	const SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .event = what}};

	return take(b, &event);
}

static void expect(struct input in, enum input_kind kind, float x, float y)
{
	assert_int_equal(in.kind, kind);
	assert_float_equal(in.x, x, 0.01);
	assert_float_equal(in.y, y, 0.01);
}

static void a_mouse_presses_moves_and_lifts(void **state)
{
	struct border b = border(800, 600);

	(void)state;
	assert_int_equal(motion(&b, 0, 10, 10).kind, INPUT_NONE); /* not held: nobody */
	expect(button(&b, SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0, 100, 200), INPUT_POINTER_DOWN, 100, 200);
	expect(motion(&b, 0, 110, 205), INPUT_POINTER_MOVE, 110, 205);
	expect(button(&b, SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 0, 110, 205), INPUT_POINTER_UP, 110, 205);
	assert_int_equal(button(&b, SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 0, 110, 205).kind, INPUT_NONE);
	assert_int_equal(button(&b, SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 0, 1, 1).kind, INPUT_NONE);
	assert_int_equal(button(&b, SDL_MOUSEBUTTONDOWN, SDL_BUTTON_MIDDLE, 0, 1, 1).kind, INPUT_NONE);
}

static void a_touch_counts_once(void **state)
{
	struct border b = border(800, 600);

	(void)state;
	expect(finger(&b, SDL_FINGERDOWN, 1, 0.5f, 0.25f), INPUT_POINTER_DOWN, 400, 150);
	assert_int_equal(
		button(&b, SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID, 400, 150).kind, INPUT_NONE);
	assert_int_equal(motion(&b, SDL_TOUCH_MOUSEID, 401, 150).kind, INPUT_NONE);
	expect(finger(&b, SDL_FINGERMOTION, 1, 0.5f, 0.5f), INPUT_POINTER_MOVE, 400, 300);
	expect(finger(&b, SDL_FINGERUP, 1, 0.5f, 0.5f), INPUT_POINTER_UP, 400, 300);
	assert_int_equal(button(&b, SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, SDL_TOUCH_MOUSEID, 400, 150).kind, INPUT_NONE);
}

static void a_finger_made_up_from_the_mouse_does_not_count(void **state)
{
	struct border b = border(800, 600);
	const SDL_Event event = {
		.tfinger = {.type = SDL_FINGERDOWN, .touchId = SDL_MOUSE_TOUCHID, .fingerId = 1, .x = 0.5f, .y = 0.5f}};

	(void)state;
	assert_int_equal(take(&b, &event).kind, INPUT_NONE);
}

static void a_second_finger_and_a_palm_are_nobody(void **state)
{
	struct border b = border(1000, 1000);

	(void)state;
	expect(finger(&b, SDL_FINGERDOWN, 1, 0.1f, 0.1f), INPUT_POINTER_DOWN, 100, 100);
	assert_int_equal(finger(&b, SDL_FINGERDOWN, 2, 0.9f, 0.9f).kind, INPUT_NONE);
	assert_int_equal(finger(&b, SDL_FINGERMOTION, 2, 0.8f, 0.9f).kind, INPUT_NONE);
	assert_int_equal(finger(&b, SDL_FINGERUP, 2, 0.8f, 0.9f).kind, INPUT_NONE);
	expect(finger(&b, SDL_FINGERUP, 1, 0.1f, 0.1f), INPUT_POINTER_UP, 100, 100);
	/* the next first finger counts again, whatever its number */
	expect(finger(&b, SDL_FINGERDOWN, 3, 0.2f, 0.2f), INPUT_POINTER_DOWN, 200, 200);
}

static void a_lost_window_takes_the_press_back(void **state)
{
	struct border b = border(800, 600);

	(void)state;
	assert_int_equal(window_event(&b, SDL_WINDOWEVENT_FOCUS_LOST).kind, INPUT_NONE);
	finger(&b, SDL_FINGERDOWN, 1, 0.5f, 0.5f);
	assert_int_equal(window_event(&b, SDL_WINDOWEVENT_FOCUS_LOST).kind, INPUT_POINTER_CANCEL);
	assert_int_equal(finger(&b, SDL_FINGERUP, 1, 0.5f, 0.5f).kind, INPUT_NONE);
	expect(finger(&b, SDL_FINGERDOWN, 2, 0.5f, 0.5f), INPUT_POINTER_DOWN, 400, 300);
}

static void keys_that_are_known(void **state)
{
	static const struct {
		SDL_Keycode code;
		enum key key;
	} rows[] = {{SDLK_TAB, KEY_TAB}, {SDLK_UP, KEY_UP}, {SDLK_DOWN, KEY_DOWN}, {SDLK_LEFT, KEY_LEFT},
		{SDLK_RIGHT, KEY_RIGHT}, {SDLK_RETURN, KEY_ENTER}, {SDLK_KP_ENTER, KEY_ENTER}, {SDLK_SPACE, KEY_ENTER},
		{SDLK_ESCAPE, KEY_ESCAPE}, {SDLK_PAGEUP, KEY_PAGE_UP}, {SDLK_PAGEDOWN, KEY_PAGE_DOWN},
		{SDLK_HOME, KEY_HOME}, {SDLK_END, KEY_END}, {SDLK_F11, KEY_F11}, {SDLK_BACKSPACE, KEY_BACKSPACE},
		{SDLK_F2, KEY_LISTEN}};
	struct border b = border(800, 600);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct input in = key(&b, rows[i].code, 0);
		assert_int_equal(in.kind, INPUT_KEY);
		assert_int_equal(in.key, rows[i].key);
	}
	const struct keypad keypad = {{SDLK_F13, 0, 0, 0, SDLK_F14}};
	b.pointer.keypad = &keypad;
	assert_int_equal(key(&b, SDLK_F13, 0).key, KEY_TAB);
	assert_int_equal(key(&b, SDLK_F14, 0).key, KEY_LISTEN);
	assert_int_equal(key(&b, SDLK_TAB, KMOD_LSHIFT).key, KEY_SHIFT_TAB);
	assert_int_equal(key(&b, SDLK_TAB, KMOD_RSHIFT).key, KEY_SHIFT_TAB);
}

static void keys_that_lead_out_are_not_known(void **state)
{
	static const SDL_Keycode codes[] = {
		SDLK_F4, SDLK_F1, SDLK_LGUI, SDLK_LALT, SDLK_PRINTSCREEN, SDLK_DELETE, SDLK_q};
	struct border b = border(800, 600);

	(void)state;
	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
		assert_int_equal(key(&b, codes[i], KMOD_LALT).kind, INPUT_NONE);
}

static void the_wheel_in_both_directions(void **state)
{
	struct border b = border(800, 600);
	SDL_Event event = {.wheel = {.type = SDL_MOUSEWHEEL, .y = 2, .preciseY = 1.5f}};

	(void)state;
	struct input in = take(&b, &event);
	assert_int_equal(in.kind, INPUT_WHEEL);
	assert_float_equal(in.dy, 1.5, 0.001);
	event.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
	assert_float_equal(take(&b, &event).dy, -1.5, 0.001);
	event.wheel.y = 0; /* sideways */
	assert_int_equal(take(&b, &event).kind, INPUT_NONE);
}

static void what_the_window_says(void **state)
{
	struct border b = border(800, 600);
	SDL_Event event = {.type = SDL_RENDER_TARGETS_RESET};

	(void)state;
	assert_int_equal(window_event(&b, SDL_WINDOWEVENT_SIZE_CHANGED).kind, INPUT_RESIZED);
	assert_int_equal(window_event(&b, SDL_WINDOWEVENT_EXPOSED).kind, INPUT_EXPOSED);
	assert_int_equal(window_event(&b, SDL_WINDOWEVENT_RESTORED).kind, INPUT_EXPOSED);
	assert_int_equal(window_event(&b, SDL_WINDOWEVENT_CLOSE).kind, INPUT_NONE); /* comes as SDL_QUIT */
	assert_int_equal(take(&b, &event).kind, INPUT_RESET_GRAPHICS);
	event.type = SDL_RENDER_DEVICE_RESET;
	assert_int_equal(take(&b, &event).kind, INPUT_RESET_GRAPHICS);
	event.type = SDL_DISPLAYEVENT;
	event.display.event = SDL_DISPLAYEVENT_CONNECTED;
	assert_int_equal(take(&b, &event).kind, INPUT_RESIZED);
	event.type = SDL_QUIT;
	assert_int_equal(take(&b, &event).kind, INPUT_CLOSE);
	event.type = SDL_AUDIODEVICEADDED;
	event.adevice.iscapture = 0;
	assert_int_equal(take(&b, &event).kind, INPUT_HEADPHONES);
	event.adevice.iscapture = 1; /* a microphone */
	assert_int_equal(take(&b, &event).kind, INPUT_NONE);
	event.type = SDL_JOYBUTTONDOWN;
	assert_int_equal(take(&b, &event).kind, INPUT_NONE);
}

static void typed_text(void **state)
{
	struct border b = border(800, 600);
	SDL_Event event = {.text = {.type = SDL_TEXTINPUT, .text = "ӯ"}};

	(void)state;
	struct input in = take(&b, &event);
	assert_int_equal(in.kind, INPUT_TEXT);
	assert_string_equal(in.text, "ӯ");
}

static void points_on_a_dense_screen(void **state)
{
	struct border b = border(800, 600);

	(void)state;
	b.scale = 2; /* 1600 x 1200 pixels */
	expect(button(&b, SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0, 100, 200), INPUT_POINTER_DOWN, 200, 400);
	expect(finger(&b, SDL_FINGERDOWN, 1, 0.5f, 0.5f), INPUT_POINTER_DOWN, 800, 600);
}

static void points_outside_are_drawn_to_the_edge(void **state)
{
	struct border b = border(800, 600);

	(void)state;
	button(&b, SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0, 10, 10);
	expect(motion(&b, 0, -40, 700), INPUT_POINTER_MOVE, 0, 599);
	expect(finger(&b, SDL_FINGERDOWN, 1, 1.0f, 1.0f), INPUT_POINTER_DOWN, 799, 599);
}

static void points_of_a_turned_picture(void **state)
{
	/* a window of 1000 x 500; the picture as seen is turned clockwise in it, pixel upon pixel: 0 falls on 999 */
	static const struct {
		int rotate;
		float x, y; /* of the picture, for the window's point 100, 50 */
	} rows[] = {{0, 100, 50}, {90, 50, 899}, {180, 899, 449}, {270, 449, 100}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct border b = border(1000, 500);
		b.rotate = rows[i].rotate;
		expect(button(&b, SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0, 100, 50), INPUT_POINTER_DOWN, rows[i].x,
			rows[i].y);
		expect(finger(&b, SDL_FINGERDOWN, 1, 0.1f, 0.1f), INPUT_POINTER_DOWN, rows[i].x, rows[i].y);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mouse_presses_moves_and_lifts),
		cmocka_unit_test(a_touch_counts_once),
		cmocka_unit_test(a_finger_made_up_from_the_mouse_does_not_count),
		cmocka_unit_test(a_second_finger_and_a_palm_are_nobody),
		cmocka_unit_test(a_lost_window_takes_the_press_back),
		cmocka_unit_test(keys_that_are_known),
		cmocka_unit_test(keys_that_lead_out_are_not_known),
		cmocka_unit_test(the_wheel_in_both_directions),
		cmocka_unit_test(what_the_window_says),
		cmocka_unit_test(typed_text),
		cmocka_unit_test(points_on_a_dense_screen),
		cmocka_unit_test(points_outside_are_drawn_to_the_edge),
		cmocka_unit_test(points_of_a_turned_picture),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
