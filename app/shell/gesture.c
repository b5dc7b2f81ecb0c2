/* Coasting: the velocity falls by half every 120 ms and stops below a pixel in 20 ms; the step is exact for any
 * distance in time, so that a slow machine scrolls as far as a fast one. */
#include "shell/gesture.h"

#include <math.h>

static const float half_life_ms = 120;
static const float least_velocity = 0.05f;
static const float most_velocity = 6;

void gesture_init(struct gesture *g, float slop_px)
{
	*g = (struct gesture){.slop_px = slop_px};
}

void gesture_down(struct gesture *g, float x, float y, int64_t now_ms)
{
	/* a touch on moving content stops it and does not press what happens to be there */
	g->state = g->coasting ? GESTURE_DRAG : GESTURE_PRESS;
	g->coasting = false;
	g->velocity = 0;
	g->start_x = x;
	g->start_y = y;
	g->last_y = y;
	g->last_ms = now_ms;
}

float gesture_move(struct gesture *g, float x, float y, int64_t now_ms)
{
	float dy = g->last_y - y;

	if (g->state == GESTURE_NONE)
		return 0;
	if (g->state == GESTURE_PRESS) {
		if (fabsf(x - g->start_x) <= g->slop_px && fabsf(y - g->start_y) <= g->slop_px)
			return 0;
		g->state = GESTURE_DRAG;
	}
	int64_t passed = now_ms - g->last_ms;
	if (passed > 0) {
		float fresh = dy / (float)passed;
		g->velocity = passed > 100 ? fresh : 0.6f * fresh + 0.4f * g->velocity;
	}
	g->last_y = y;
	g->last_ms = now_ms;
	return dy;
}

bool gesture_up(struct gesture *g, int64_t now_ms)
{
	bool pressed = g->state == GESTURE_PRESS;

	if (g->state == GESTURE_DRAG && now_ms - g->last_ms < 80 && fabsf(g->velocity) > least_velocity) {
		g->coasting = true;
		g->velocity = fmaxf(-most_velocity, fminf(most_velocity, g->velocity));
		g->last_ms = now_ms;
	}
	g->state = GESTURE_NONE;
	return pressed;
}

void gesture_cancel(struct gesture *g)
{
	g->state = GESTURE_NONE;
	g->coasting = false;
	g->velocity = 0;
}

float gesture_coast(struct gesture *g, int64_t now_ms)
{
	float passed = (float)(now_ms - g->last_ms);

	if (!g->coasting || passed <= 0)
		return 0;
	float rate = logf(2) / half_life_ms;
	float left = g->velocity * expf(-rate * passed);
	float way = (g->velocity - left) / rate;
	g->velocity = left;
	g->last_ms = now_ms;
	if (fabsf(left) < least_velocity)
		gesture_cancel(g);
	return way;
}
