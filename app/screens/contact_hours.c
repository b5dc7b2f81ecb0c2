#include "screens/contact_hours.h"

#include "base/str.h"
#include "i18n/i18n.h"

#include <string.h>

#define DAY_MINUTES 1440

static const int kazakhstan_utc_minutes = 5 * 60; /* the kiosk's day and clock, base/date.h */

static const char *clock_words(struct ui *ui, int minute)
{
	return ui_printf(ui, "%02d:%02d", minute / 60, minute % 60);
}

static const char *weekday(struct ui *ui, int day)
{
	return utf8_capital(ui->arena, ui->lang->weekdays[day]);
}

/* "09:00–13:00, 14:00–18:00" */
static const char *times_words(struct ui *ui, const struct hours_day *day)
{
	const char *words = "";

	for (int i = 0; i < day->count; i++)
		words = ui_printf(ui, "%s%s%s–%s", words, *words ? ", " : "", clock_words(ui, day->spans[i].from),
			clock_words(ui, day->spans[i].until));
	/* TRANSLATORS: behind days of the week and a colon: an office does not work on them. */
	return *words ? words : _("closed");
}

/* "Monday – Friday", "Saturday, Sunday" */
static const char *days_words(struct ui *ui, int first, int last)
{
	if (first == last)
		return weekday(ui, first);
	return ui_printf(ui, last == first + 1 ? "%s, %s" : "%s – %s", weekday(ui, first), ui->lang->weekdays[last]);
}

static const char *week_words(struct ui *ui, const struct hours *h)
{
	const char *words = "";

	for (int first = 0, last; first < HOURS_WEEK; first = last + 1) {
		for (last = first; last + 1 < HOURS_WEEK && hours_same_day(&h->days[first], &h->days[last + 1]); last++)
			;
		words = ui_printf(ui, "%s%s%s: %s", words, *words ? "\n" : "", days_words(ui, first, last),
			times_words(ui, &h->days[first]));
	}
	if (h->holidays_known)
		words = ui_printf(
			ui, "%s\n%s: %s", words, _("Public holidays"), times_words(ui, &h->days[HOURS_HOLIDAY]));
	return words;
}

const char *contact_hours_words(struct ui *ui, const struct hours *h)
{
	if (!h->stated)
		return "";
	if (h->always)
		return _("Day and night");
	if (!h->days_known)
		return ui_printf(
			ui, "%s\n%s", times_words(ui, &h->days[0]), _("The source does not say on which days."));
	return week_words(ui, h);
}

/* This moment by the clock of the office. */
static void local_moment(const struct model *m, const struct contact *c, date_t *out_day, int *out_minute)
{
	int minute = m->clock_minutes + c->utc_minutes - kazakhstan_utc_minutes;

	*out_day = m->today + (minute < 0 ? -1 : minute >= DAY_MINUTES ? 1 : 0);
	*out_minute = (minute + DAY_MINUTES) % DAY_MINUTES;
}

static const char *opens(struct ui *ui, const struct hours_now *now, date_t today)
{
	const char *at = clock_words(ui, now->minute);

	if (now->day == DATE_NONE)
		return _("Closed now by its hours.");
	if (now->day == today)
		return ui_printf(ui, _("Closed now by its hours. It opens today at %s."), at);
	if (now->day == today + 1)
		return ui_printf(ui, _("Closed now by its hours. It opens tomorrow at %s."), at);
	/* TRANSLATORS: a day of the week and a time. */
	return ui_printf(ui, _("Closed now by its hours. It opens next: %s, %s."),
		ui->lang->weekdays[date_weekday(now->day) - 1], at);
}

const char *contact_hours_now(struct ui *ui, const struct contact *c, bool *out_open)
{
	const struct model *m = ui->model;
	const struct workdays *country = str_equal(c->country, "KZ") ? m->workdays : NULL;
	date_t day;
	int minute;

	if (out_open)
		*out_open = false;
	if (!m->clock_trusted || !c->clock_known || !c->hours.stated || !c->hours.days_known)
		return "";
	local_moment(m, c, &day, &minute);
	struct hours_now now = hours_at(&c->hours, day, minute, country);
	if (out_open)
		*out_open = now.state == HOURS_OPEN;
	switch (now.state) {
	case HOURS_OPEN:
		return ui_printf(ui, _("Open now by its hours, until %s."), clock_words(ui, now.minute));
	case HOURS_BREAK:
		return ui_printf(ui, _("A break now by its hours, until %s."), clock_words(ui, now.minute));
	case HOURS_CLOSED:
		return opens(ui, &now, day);
	case HOURS_DAY_OFF:
		return _("Today is an official day off in Kazakhstan. It may be closed.");
	case HOURS_UNKNOWN:
		break;
	}
	return "";
}

const char *contact_clock(struct ui *ui, const struct contact *c)
{
	date_t day;
	int minute;

	if (!ui->model->clock_trusted || !c->clock_known || c->utc_minutes == kazakhstan_utc_minutes)
		return "";
	local_moment(ui->model, c, &day, &minute);
	return clock_words(ui, minute);
}
