/* Dates by example. That other programs read them: tests/e2e/take.py. */
#include "../testing.h"

#include "take/calendar.h"

#include <string.h>

static date_t day(const char *iso)
{
	date_t d;

	assert_true(date_parse(iso, &d));
	return d;
}

static struct calendar_event event(const char *on, const char *today)
{
	return (struct calendar_event){.day = day(on),
		.stamp = day(today),
		.id = "last-day.how-long",
		.summary = "Last day, really",
		.description = "201. How long?\nAsk.",
		.is_limit = true};
}

static size_t count(const char *text, const char *part)
{
	size_t found = 0;

	while ((text = strstr(text, part))) {
		found++;
		text += strlen(part);
	}
	return found;
}

static void an_event_stands_whole(void **state)
{
	struct calendar_event e = event("2026-12-31", "2026-12-30");
	struct arena a;

	(void)state;
	arena_init(&a);
	assert_string_equal(calendar_write(&a, &e, 2000),
		"BEGIN:VCALENDAR\r\n"
		"VERSION:2.0\r\n"
		"PRODID:-//Rohnamo//Rohnamo//EN\r\n"
		"BEGIN:VEVENT\r\n"
		"UID:2026-12-31.last-day.how-long@rohnamo\r\n"
		"DTSTAMP:20261230T000000Z\r\n"
		"DTSTART;VALUE=DATE:20261231\r\n"
		"DTEND;VALUE=DATE:20270101\r\n"
		"SUMMARY:Last day\\, really\r\n"
		"DESCRIPTION:201. How long?\\nAsk.\r\n"
		"TRANSP:TRANSPARENT\r\n"
		"BEGIN:VALARM\r\n"
		"ACTION:DISPLAY\r\n"
		"DESCRIPTION:Last day\\, really\r\n"
		"TRIGGER:PT9H\r\n"
		"END:VALARM\r\n"
		"BEGIN:VALARM\r\n"
		"ACTION:DISPLAY\r\n"
		"DESCRIPTION:Last day\\, really\r\n"
		"TRIGGER:-PT15H\r\n"
		"END:VALARM\r\n"
		"END:VEVENT\r\n"
		"END:VCALENDAR\r\n");
	arena_release(&a);
}

static void reminders_fit_the_time_left(void **state)
{
	static const struct {
		const char *today;
		size_t reminders;
	} rows[] = {{"2026-11-25", 4}, {"2026-12-24", 4}, {"2026-12-25", 3}, {"2026-12-28", 3}, {"2026-12-29", 2},
		{"2026-12-30", 2}, {"2026-12-31", 1}, {"2027-01-01", 0}};
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct calendar_event e = event("2026-12-31", rows[i].today);
		assert_int_equal(count(calendar_write(&a, &e, 2000), "TRIGGER:"), rows[i].reminders);
	}
	struct calendar_event first = event("2026-12-31", "2026-11-25");
	first.is_limit = false;
	assert_int_equal(count(calendar_write(&a, &first, 2000), "TRIGGER:"), 1);
	arena_release(&a);
}

static void little_room_leaves_the_date(void **state)
{
	struct calendar_event e = event("2026-12-31", "2026-11-25");
	struct arena a;
	size_t before = 0;

	(void)state;
	arena_init(&a);
	for (size_t limit = 0; limit < 900; limit++) {
		const char *file = calendar_write(&a, &e, limit);
		size_t reminders = count(file, "TRIGGER:");
		assert_true(reminders >= 1 && reminders >= before); /* more room, more reminders */
		before = reminders;
		assert_non_null(strstr(file, "DTSTART;VALUE=DATE:20261231\r\n"));
		assert_non_null(strstr(file, "TRIGGER:PT9H"));
		assert_int_equal(count(file, "BEGIN:VALARM"), count(file, "END:VALARM"));
		if (strstr(file, "201. How long?"))
			assert_int_equal(reminders, 4);
		if (limit >= 400)
			assert_true(strlen(file) <= limit);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_event_stands_whole),
		cmocka_unit_test(reminders_fit_the_time_left),
		cmocka_unit_test(little_room_leaves_the_date),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
