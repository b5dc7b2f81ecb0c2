/* When a visit ends by itself: 90 s without a touch, or as long as it takes to read what is in view, bring a warning, 20 s more wipe
 * the visit.
 *
 * Pure functions of state and time. WCAG 2.2, 2.2.1: a warning, then at least 20 s to extend by one simple act. Who reads little reads a word a
 * second. */
#ifndef ROHNAMO_KIOSK_IDLE_H
#define ROHNAMO_KIOSK_IDLE_H

#include <stdbool.h>
#include <stdint.h>

#define IDLE_DEFAULT_MS 90000
#define IDLE_WARNING_MS 20000 /* and never less */
#define IDLE_WORD_MS 1000

struct idle {
	int64_t last_touch_ms;
	int64_t least_ms; /* before the warning, on a short screen; 0 switches the reset off */
	int64_t idle_ms; /* on the present one: see idle_words */
	int64_t warning_ms; /* how long the warning stands */
};

enum idle_due { IDLE_DUE_NOTHING, IDLE_DUE_WARNING, IDLE_DUE_RESET };

void idle_init(struct idle *i, int64_t now_ms);
/* Sets what is waited before the warning at least, and how long it stands. */
void idle_set(struct idle *i, int64_t least_ms, int64_t warning_ms);
/* So many words are in view now. */
void idle_words(struct idle *i, int words);
void idle_touch(struct idle *i, int64_t now_ms);
/* What the time asks for. */
enum idle_due idle_check(const struct idle *i, int64_t now_ms);
/* Whole seconds left while the warning stands, at least 1. */
int idle_seconds_left(const struct idle *i, int64_t now_ms);
/* The next moment at which idle_check or idle_seconds_left will answer differently; -1 when never. */
int64_t idle_deadline(const struct idle *i, int64_t now_ms);

#endif
