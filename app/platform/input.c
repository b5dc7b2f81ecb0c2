/* Translation at the border. One touch would arrive twice, as a finger and as a mouse (standards D1, D2): the made-up one is
 * dropped. Only the first finger counts; a palm or a second finger is nobody. */
#include "platform/sdl.h"

#include <string.h>

void input_turn(int rotate, float window_w, float window_h, float *x, float *y)
{
	float wx = *x, wy = *y;

	switch (rotate) {
	case 90:
		*x = wy;
		*y = window_w - wx;
		break;
	case 180:
		*x = window_w - wx;
		*y = window_h - wy;
		break;
	case 270:
		*x = window_h - wy;
		*y = wx;
		break;
	default:
		break;
	}
}

static enum key key_of(const SDL_Keysym *k, const struct keypad *keypad)
{
	static const struct {
		SDL_Keycode code;
		enum key key;
	} keys[] = {
		{SDLK_UP, KEY_UP},
		{SDLK_DOWN, KEY_DOWN},
		{SDLK_LEFT, KEY_LEFT},
		{SDLK_RIGHT, KEY_RIGHT},
		{SDLK_RETURN, KEY_ENTER},
		{SDLK_KP_ENTER, KEY_ENTER},
		{SDLK_SPACE, KEY_ENTER},
		{SDLK_ESCAPE, KEY_ESCAPE},
		{SDLK_PAGEUP, KEY_PAGE_UP},
		{SDLK_PAGEDOWN, KEY_PAGE_DOWN},
		{SDLK_HOME, KEY_HOME},
		{SDLK_END, KEY_END},
		{SDLK_F11, KEY_F11},
		{SDLK_BACKSPACE, KEY_BACKSPACE},
		{SDLK_AC_BACK, KEY_ESCAPE},
		{SDLK_F2, KEY_LISTEN},
	};

	if (keypad && keypad_key(keypad, k->sym) != KEY_NONE)
		return keypad_key(keypad, k->sym);
	if (k->sym == SDLK_TAB)
		return k->mod & KMOD_SHIFT ? KEY_SHIFT_TAB : KEY_TAB;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (keys[i].code == k->sym)
			return keys[i].key;
	return KEY_NONE;
}

struct border { /* of the window, in output pixels */
	float w, h, scale_x, scale_y;
	int rotate;
};

static const Uint32 stale_finger_ms = 3000;

static float clamped(float v, float most)
{
	return v < 0 ? 0 : v > most - 1 ? most - 1 : v;
}

static void put_point(struct input *out, enum input_kind kind, float x, float y, const struct border *b)
{
	out->kind = kind;
	/* the middle of the pixel is turned, so that the outermost ones stay inside */
	out->x = clamped(x, b->w) + 0.5f;
	out->y = clamped(y, b->h) + 0.5f;
	input_turn(b->rotate, b->w, b->h, &out->x, &out->y);
	out->x -= 0.5f;
	out->y -= 0.5f;
}

static void translate_finger(
	struct pointer_state *s, const SDL_TouchFingerEvent *t, const struct border *b, struct input *out)
{
	bool down = t->type == SDL_FINGERDOWN;
	bool same = s->finger_down && s->finger == t->fingerId;
	/* a finger whose lifting was lost, or a palm that rests, must not lock out everybody after it */
	bool stale = s->finger_down && t->timestamp - s->finger_ms > stale_finger_ms;

	if (t->touchId == SDL_MOUSE_TOUCHID || (down && s->finger_down && !same && !stale) || (!down && !same))
		return;
	s->finger_down = t->type != SDL_FINGERUP;
	s->finger = t->fingerId;
	s->finger_ms = t->timestamp;
	put_point(out,
		down                              ? INPUT_POINTER_DOWN
			: t->type == SDL_FINGERUP ? INPUT_POINTER_UP
						  : INPUT_POINTER_MOVE,
		t->x * b->w, t->y * b->h, b);
}

static void translate_button(
	struct pointer_state *s, const SDL_MouseButtonEvent *m, const struct border *b, struct input *out)
{
	bool down = m->type == SDL_MOUSEBUTTONDOWN;

	if (m->which == SDL_TOUCH_MOUSEID || m->button != SDL_BUTTON_LEFT || down == s->mouse_down)
		return;
	s->mouse_down = down;
	put_point(out, down ? INPUT_POINTER_DOWN : INPUT_POINTER_UP, (float)m->x * b->scale_x, (float)m->y * b->scale_y,
		b);
}

static void translate_window(const SDL_WindowEvent *w, struct pointer_state *s, struct input *out)
{
	switch (w->event) {
	case SDL_WINDOWEVENT_SIZE_CHANGED:
		out->kind = INPUT_RESIZED;
		break;
	case SDL_WINDOWEVENT_EXPOSED:
	case SDL_WINDOWEVENT_RESTORED:
	case SDL_WINDOWEVENT_SHOWN:
		out->kind = INPUT_EXPOSED;
		break;
	case SDL_WINDOWEVENT_FOCUS_LOST:
		if (s->mouse_down || s->finger_down)
			out->kind = INPUT_POINTER_CANCEL;
		s->mouse_down = false;
		s->finger_down = false;
		break;
	default: /* closing comes as SDL_QUIT as well */
		break;
	}
}

void input_translate(struct pointer_state *s, const SDL_Event *event, int window_w, int window_h, float scale_x,
	float scale_y, int rotate, struct input *out)
{
	struct border b = {(float)window_w * scale_x, (float)window_h * scale_y, scale_x, scale_y, rotate};

	memset(out, 0, sizeof *out);
	switch (event->type) {
	case SDL_FINGERDOWN:
	case SDL_FINGERMOTION:
	case SDL_FINGERUP:
		translate_finger(s, &event->tfinger, &b, out);
		break;
	case SDL_MOUSEBUTTONDOWN:
	case SDL_MOUSEBUTTONUP:
		translate_button(s, &event->button, &b, out);
		break;
	case SDL_MOUSEMOTION:
		if (event->motion.which != SDL_TOUCH_MOUSEID && s->mouse_down)
			put_point(out, INPUT_POINTER_MOVE, (float)event->motion.x * scale_x,
				(float)event->motion.y * scale_y, &b);
		break;
	case SDL_MOUSEWHEEL:
		if (event->wheel.which == SDL_TOUCH_MOUSEID || event->wheel.y == 0)
			break;
		out->kind = INPUT_WHEEL;
		out->dy = event->wheel.direction == SDL_MOUSEWHEEL_FLIPPED ? -event->wheel.preciseY
									   : event->wheel.preciseY;
		break;
	case SDL_KEYDOWN:
		out->key = key_of(&event->key.keysym, s->keypad);
		out->kind = out->key == KEY_NONE ? INPUT_NONE : INPUT_KEY;
		break;
	case SDL_TEXTINPUT: {
		size_t bytes = strlen(event->text.text);
		if (bytes < sizeof out->text) {
			out->kind = INPUT_TEXT;
			memcpy(out->text, event->text.text, bytes + 1);
		}
		break;
	}
	case SDL_WINDOWEVENT:
		translate_window(&event->window, s, out);
		break;
	case SDL_DISPLAYEVENT: /* a panel was plugged in again, or turned */
		out->kind = INPUT_RESIZED;
		break;
	case SDL_RENDER_TARGETS_RESET:
	case SDL_RENDER_DEVICE_RESET:
		out->kind = INPUT_RESET_GRAPHICS;
		break;
	case SDL_AUDIODEVICEADDED:
		out->kind = event->adevice.iscapture ? INPUT_NONE : INPUT_HEADPHONES;
		break;
	case SDL_QUIT:
		out->kind = INPUT_CLOSE;
		break;
	default:
		break;
	}
}
