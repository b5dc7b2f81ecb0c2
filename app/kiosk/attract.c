#include "kiosk/attract.h"

#include <string.h>

static const int64_t minute_ms = 60000;
static const int day_minutes = 24 * 60;

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "HH:MM", 00:00 to 24:00. */
static bool time_parse(const char *text, int *out)
{
	if (!digit(text[0]) || !digit(text[1]) || text[2] != ':' || !digit(text[3]) || !digit(text[4]))
		return false;
	int minutes = (text[3] - '0') * 10 + text[4] - '0';
	*out = ((text[0] - '0') * 10 + text[1] - '0') * 60 + minutes;
	return minutes < 60 && *out <= day_minutes;
}

bool screen_hours_parse(const char *text, struct screen_hours *out)
{
	struct screen_hours h;

	if (strlen(text) != 11 || text[5] != '-' || !time_parse(text, &h.from) || !time_parse(text + 6, &h.until) ||
		h.from == day_minutes)
		return false;
	h.until %= day_minutes;
	*out = h;
	return true;
}

bool screen_hours_open(struct screen_hours h, int minutes)
{
	if (h.from == h.until)
		return true;
	if (h.from < h.until)
		return minutes >= h.from && minutes < h.until;
	return minutes >= h.from || minutes < h.until;
}

int attract_greeting(const struct attract *a, int64_t now_ms, int count)
{
	return (int)((now_ms - a->since_ms) / ATTRACT_GREETING_MS % count);
}

enum light attract_light(const struct attract *a, int64_t now_ms, int minutes)
{
	if (minutes >= 0 && !screen_hours_open(a->hours, minutes))
		return LIGHT_DARK;
	return a->dim_ms > 0 && now_ms - a->since_ms >= a->dim_ms ? LIGHT_DIM : LIGHT_FULL;
}

int64_t attract_deadline(const struct attract *a, int64_t now_ms, int minutes)
{
	int64_t passed = now_ms - a->since_ms;

	if (attract_light(a, now_ms, minutes) == LIGHT_DARK)
		return now_ms + minute_ms;
	int64_t due = now_ms + ATTRACT_GREETING_MS - passed % ATTRACT_GREETING_MS, dim = a->since_ms + a->dim_ms;
	return a->dim_ms > 0 && dim > now_ms && dim < due ? dim : due;
}
