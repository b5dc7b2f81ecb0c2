#include "kiosk/idle.h"

void idle_init(struct idle *i, int64_t now_ms)
{
	i->last_touch_ms = now_ms;
	idle_set(i, IDLE_DEFAULT_MS, IDLE_WARNING_MS);
}

void idle_set(struct idle *i, int64_t least_ms, int64_t warning_ms)
{
	i->least_ms = least_ms;
	i->idle_ms = least_ms;
	i->warning_ms = warning_ms > IDLE_WARNING_MS ? warning_ms : IDLE_WARNING_MS;
}

void idle_words(struct idle *i, int words)
{
	int64_t reading_ms = (int64_t)words * IDLE_WORD_MS;

	if (i->least_ms > 0)
		i->idle_ms = reading_ms > i->least_ms ? reading_ms : i->least_ms;
}

void idle_touch(struct idle *i, int64_t now_ms)
{
	i->last_touch_ms = now_ms;
}

static int64_t reset_at(const struct idle *i)
{
	return i->last_touch_ms + i->idle_ms + i->warning_ms;
}

enum idle_due idle_check(const struct idle *i, int64_t now_ms)
{
	if (i->idle_ms <= 0 || now_ms < i->last_touch_ms + i->idle_ms)
		return IDLE_DUE_NOTHING;
	return now_ms < reset_at(i) ? IDLE_DUE_WARNING : IDLE_DUE_RESET;
}

int idle_seconds_left(const struct idle *i, int64_t now_ms)
{
	int64_t left_ms = reset_at(i) - now_ms;

	return left_ms <= 1000 ? 1 : (int)((left_ms + 999) / 1000);
}

int64_t idle_deadline(const struct idle *i, int64_t now_ms)
{
	switch (idle_check(i, now_ms)) {
	case IDLE_DUE_NOTHING:
		return i->idle_ms <= 0 ? -1 : i->last_touch_ms + i->idle_ms;
	case IDLE_DUE_WARNING: /* the next second of the count */
		return reset_at(i) - (int64_t)(idle_seconds_left(i, now_ms) - 1) * 1000;
	case IDLE_DUE_RESET:
		break;
	}
	return now_ms;
}
