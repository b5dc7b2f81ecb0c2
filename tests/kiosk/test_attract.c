/* The first screen alone: each language in its turn, dim after a while, dark outside its hours, and awake no oftener than that needs. */
#include "../testing.h"

#include "kiosk/attract.h"

static void hours_are_read_or_refused(void **state)
{
	struct screen_hours h;
	static const char *const bad[] = {"", "6:00-23:00", "06:00", "06:00-25:00", "06:60-23:00", "24:00-06:00",
		"06:00-23:00 ", "06:00–23:00", "-6:00-23:00"};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (screen_hours_parse(bad[i], &h))
			fail_msg("'%s' is taken for hours", bad[i]);
	assert_true(screen_hours_parse("06:30-24:00", &h));
	assert_int_equal(h.from, 390);
	assert_false(screen_hours_open(h, 389));
	assert_true(screen_hours_open(h, 390));
	assert_true(screen_hours_open(h, 1439));
	assert_true(screen_hours_parse("22:00-04:00", &h));
	assert_true(screen_hours_open(h, 1320));
	assert_true(screen_hours_open(h, 0));
	assert_false(screen_hours_open(h, 240));
	assert_true(screen_hours_parse("00:00-24:00", &h)); /* always */
	for (int m = 0; m < 1440; m++)
		assert_true(screen_hours_open(h, m));
}

static void each_language_has_its_turn(void **state)
{
	const struct attract a = {.since_ms = 1000};
	int64_t now = 1000;

	(void)state;
	for (int turn = 0; turn < 15; turn++) {
		assert_int_equal(attract_greeting(&a, now, 7), turn % 7);
		assert_int_equal(attract_greeting(&a, now + ATTRACT_GREETING_MS - 1, 7), turn % 7);
		assert_int_equal(attract_deadline(&a, now + 7, 0), now + ATTRACT_GREETING_MS);
		now += ATTRACT_GREETING_MS;
	}
}

static void it_grows_dim_and_dark(void **state)
{
	struct attract a = {.since_ms = 500, .dim_ms = 30000};

	(void)state;
	assert_int_equal(attract_light(&a, 30499, 0), LIGHT_FULL);
	assert_int_equal(attract_light(&a, 30500, 0), LIGHT_DIM);
	assert_int_equal(attract_deadline(&a, 28501, 0), 30500); /* between two greetings */
	a.dim_ms = 0;
	assert_int_equal(attract_light(&a, INT64_C(1) << 40, 0), LIGHT_FULL);
	assert_true(screen_hours_parse("06:00-23:00", &a.hours));
	assert_int_equal(attract_light(&a, 600, 359), LIGHT_DARK);
	assert_int_equal(attract_light(&a, 600, 360), LIGHT_FULL);
	assert_int_equal(attract_light(&a, 600, -1), LIGHT_FULL); /* who knows what time it is? */
	assert_int_equal(attract_deadline(&a, 600, 359), 60600);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hours_are_read_or_refused),
		cmocka_unit_test(each_language_has_its_turn),
		cmocka_unit_test(it_grows_dim_and_dark),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
