/* 90 s, then 20 s of warning, then the visit is wiped: to the millisecond, with the clock as an argument. */
#include "../testing.h"

#include "kiosk/idle.h"

static void warns_and_resets_on_time(void **state)
{
	struct idle i;

	(void)state;
	idle_init(&i, 1000);
	assert_int_equal(idle_check(&i, 1000), IDLE_DUE_NOTHING);
	assert_int_equal(idle_check(&i, 90999), IDLE_DUE_NOTHING);
	assert_int_equal(idle_check(&i, 91000), IDLE_DUE_WARNING);
	assert_int_equal(idle_check(&i, 110999), IDLE_DUE_WARNING);
	assert_int_equal(idle_check(&i, 111000), IDLE_DUE_RESET);
}

static void a_touch_extends(void **state)
{
	struct idle i;

	(void)state;
	idle_init(&i, 0);
	idle_touch(&i, 100000);
	assert_int_equal(idle_check(&i, 189999), IDLE_DUE_NOTHING);
	assert_int_equal(idle_check(&i, 190000), IDLE_DUE_WARNING);
}

static void counts_whole_seconds_down(void **state)
{
	struct idle i;

	(void)state;
	idle_init(&i, 0);
	assert_int_equal(idle_seconds_left(&i, 90000), 20);
	assert_int_equal(idle_seconds_left(&i, 90001), 20);
	assert_int_equal(idle_seconds_left(&i, 91000), 19);
	assert_int_equal(idle_seconds_left(&i, 109500), 1);
	assert_int_equal(idle_seconds_left(&i, 120000), 1);
}

static void wakes_only_when_something_changes(void **state)
{
	struct idle i;
	int64_t now = 0;
	int wakes = 0;

	(void)state;
	idle_init(&i, 0);
	assert_int_equal(idle_deadline(&i, 0), 90000);
	while (idle_check(&i, now) != IDLE_DUE_RESET) {
		int64_t next = idle_deadline(&i, now);
		assert_true(next > now);
		now = next;
		wakes++;
	}
	assert_int_equal(now, 110000);
	assert_int_equal(wakes, 21); /* the warning, its seconds 19 to 1, the reset */
}

static void zero_switches_it_off(void **state)
{
	struct idle i;

	(void)state;
	idle_init(&i, 0);
	idle_set(&i, 0, 0);
	idle_words(&i, 500);
	assert_int_equal(idle_check(&i, INT64_MAX / 2), IDLE_DUE_NOTHING);
	assert_int_equal(idle_deadline(&i, 5), -1);
}

static void who_has_more_to_read_has_longer(void **state)
{
	struct idle i;

	(void)state;
	idle_init(&i, 0);
	idle_words(&i, 90);
	assert_int_equal(idle_deadline(&i, 0), 90000);
	idle_words(&i, 91); /* 60 words a minute */
	assert_int_equal(idle_check(&i, 90999), IDLE_DUE_NOTHING);
	assert_int_equal(idle_check(&i, 91000), IDLE_DUE_WARNING);
	idle_words(&i, 3);
	assert_int_equal(idle_deadline(&i, 0), 90000);
	idle_set(&i, 30000, 5000); /* a shorter warning than is right */
	assert_int_equal(idle_check(&i, 49999), IDLE_DUE_WARNING);
	assert_int_equal(idle_check(&i, 50000), IDLE_DUE_RESET);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(warns_and_resets_on_time),
		cmocka_unit_test(a_touch_extends),
		cmocka_unit_test(counts_whole_seconds_down),
		cmocka_unit_test(wakes_only_when_something_changes),
		cmocka_unit_test(zero_switches_it_off),
		cmocka_unit_test(who_has_more_to_read_has_longer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
