/* Counted day by day: a term is a handful of working days, and a loop has no case to forget. */
#include "content/workdays.h"

static bool holds(const date_t *days, size_t count, date_t day)
{
	size_t low = 0;

	while (count > 0) {
		size_t half = count / 2;

		if (days[low + half] < day) {
			low += half + 1;
			count -= half + 1;
		} else if (days[low + half] > day) {
			count = half;
		} else {
			return true;
		}
	}
	return false;
}

static bool is_weekend(date_t day)
{
	return date_weekday(day) >= 6;
}

static bool looked_at(const struct workdays *w, date_t day, enum workday_reading reading, unsigned *notes)
{
	if (is_weekend(day))
		return false;
	if (holds(w->off, w->off_count, day)) {
		*notes |= WORKDAY_OFF_PASSED;
		return false;
	}
	if (holds(w->doubtful, w->doubtful_count, day)) {
		*notes |= WORKDAY_DOUBTFUL;
		return reading == WORKDAYS_EARLIEST;
	}
	if (day < w->listed_from || day > w->listed_until)
		*notes |= WORKDAY_UNLISTED;
	return true;
}

bool workday_may_be_off(const struct workdays *w, date_t day)
{
	return holds(w->off, w->off_count, day) || holds(w->doubtful, w->doubtful_count, day);
}

bool workday_is(const struct workdays *w, date_t day, enum workday_reading reading)
{
	unsigned notes = 0;

	return looked_at(w, day, reading, &notes);
}

date_t workdays_count(const struct workdays *w, date_t first, int days, enum workday_reading reading, unsigned *notes)
{
	date_t day = first;

	for (;; day++) {
		if (looked_at(w, day, reading, notes) && --days <= 0)
			return day;
	}
}

date_t workday_not_after(const struct workdays *w, date_t day, unsigned *notes)
{
	while (!looked_at(w, day, WORKDAYS_LATEST, notes))
		day--;
	return day;
}
