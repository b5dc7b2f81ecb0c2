/* When a visit ends by itself: 90 s without a touch bring a warning, 20 s more wipe the visit.
 *
 * Pure functions of state and time. WCAG 2.2, 2.2.1: a warning, then at least 20 s to extend by one simple act. */
#ifndef ROHNAMO_KIOSK_IDLE_H
#define ROHNAMO_KIOSK_IDLE_H

#include <stdbool.h>
#include <stdint.h>

#define IDLE_DEFAULT_MS 90000
#define IDLE_WARNING_MS 20000

struct idle {
	int64_t last_touch_ms;
	int64_t idle_ms; /* before the warning; 0 switches the reset off */
	int64_t warning_ms; /* how long the warning stands */
};

enum idle_due { IDLE_DUE_NOTHING, IDLE_DUE_WARNING, IDLE_DUE_RESET };

void idle_init(struct idle *i, int64_t now_ms);
void idle_touch(struct idle *i, int64_t now_ms);
/* What the time asks for. */
enum idle_due idle_check(const struct idle *i, int64_t now_ms);
/* Whole seconds left while the warning stands, at least 1. */
int idle_seconds_left(const struct idle *i, int64_t now_ms);
/* The next moment at which idle_check or idle_seconds_left will answer differently; -1 when never. */
int64_t idle_deadline(const struct idle *i, int64_t now_ms);

#endif
