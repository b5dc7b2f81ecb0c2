/* One finger or the mouse: a press that acts on release, or a drag that scrolls and runs out.
 *
 * Pure: positions in pixels of the picture, times as arguments. A press turns into a drag when it leaves the slop; it is
 * cancelled when it slides off its target (WCAG 2.5.2); the caller compares targets. */
#ifndef ROHNAMO_SHELL_GESTURE_H
#define ROHNAMO_SHELL_GESTURE_H

#include <stdbool.h>
#include <stdint.h>

enum gesture_state { GESTURE_NONE, GESTURE_PRESS, GESTURE_DRAG };

struct gesture {
	enum gesture_state state;
	float slop_px;
	float start_x, start_y, last_y;
	int64_t last_ms;
	float velocity; /* pixels a millisecond, upwards positive (content moves with the finger) */
	bool coasting;
};

void gesture_init(struct gesture *g, float slop_px);
void gesture_down(struct gesture *g, float x, float y, int64_t now_ms);
/* Returns by how many pixels the content is to be scrolled (0 while it is still a press). */
float gesture_move(struct gesture *g, float x, float y, int64_t now_ms);
/* True when it was a press: the caller acts if the target is still the same. A drag starts to coast. */
bool gesture_up(struct gesture *g, int64_t now_ms);
void gesture_cancel(struct gesture *g);
/* While coasting: pixels to scroll since the last call. Coasting ends by itself within two seconds. */
float gesture_coast(struct gesture *g, int64_t now_ms);

#endif
