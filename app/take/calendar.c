#include "take/calendar.h"

#include "take/lines.h"

#include <string.h>

/* All at nine in the morning: a reminder at midnight is missed. */
static const struct reminder {
	int days_before;
	const char *trigger; /* from the beginning of the day */
} reminders[] = {{0, "PT9H"}, {1, "-PT15H"}, {3, "-P2DT15H"}, {7, "-P6DT15H"}};
enum { REMINDERS = sizeof reminders / sizeof reminders[0] };

static void add_date(struct strbuf *s, const char *name, date_t day, const char *behind)
{
	struct civil c = date_to_civil(day);
	char value[32];
	char *out = value;
	const int parts[] = {c.year / 100, c.year % 100, c.month, c.day};

	for (size_t i = 0; i < 4; i++) {
		*out++ = (char)('0' + parts[i] / 10);
		*out++ = (char)('0' + parts[i] % 10);
	}
	memcpy(out, behind, strlen(behind) + 1);
	lines_add(s, name, value);
}

/* How much is written: less and less, until it has room. */
struct extent {
	bool described; /* with its description */
	bool spoken; /* with the summary in each reminder; without, phones show the event's own */
	int reminders;
};

static bool reduce(struct extent *x)
{
	if (x->described)
		x->described = false;
	else if (x->spoken)
		x->spoken = false;
	else if (x->reminders > 1)
		x->reminders--;
	else
		return false;
	return true;
}

static void write_event(struct strbuf *s, struct arena *a, const struct calendar_event *e, struct extent x)
{
	const char *summary = lines_escape(a, e->summary);
	char day[11];

	date_iso(e->day, day);
	strbuf_adds(s, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Rohnamo//Rohnamo//EN\r\nBEGIN:VEVENT\r\n");
	lines_add(s, "UID", arena_printf(a, "%s.%s@rohnamo", day, e->id));
	add_date(s, "DTSTAMP", e->stamp, "T000000Z");
	add_date(s, "DTSTART;VALUE=DATE", e->day, "");
	add_date(s, "DTEND;VALUE=DATE", e->day + 1, "");
	lines_add(s, "SUMMARY", summary);
	if (x.described)
		lines_add(s, "DESCRIPTION", lines_escape(a, e->description));
	strbuf_adds(s, "TRANSP:TRANSPARENT\r\n");
	for (int i = 0; i < x.reminders; i++) {
		if (e->day - reminders[i].days_before < e->stamp)
			continue;
		strbuf_adds(s, "BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
		lines_add(s, "DESCRIPTION", x.spoken ? summary : "Rohnamo");
		lines_add(s, "TRIGGER", reminders[i].trigger);
		strbuf_adds(s, "END:VALARM\r\n");
	}
	strbuf_adds(s, "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

char *calendar_write(struct arena *a, const struct calendar_event *e, size_t limit)
{
	struct extent x = {*e->description != '\0', true, e->is_limit ? REMINDERS : 1};
	struct strbuf s;

	strbuf_init(&s);
	write_event(&s, a, e, x);
	while (s.bytes > limit && reduce(&x)) {
		strbuf_clear(&s);
		write_event(&s, a, e, x);
	}
	char *text = arena_strdup(a, s.text);
	strbuf_release(&s);
	return text;
}
