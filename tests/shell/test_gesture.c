#include "../testing.h"

#include "shell/gesture.h"

static void a_still_finger_presses(void **state)
{
	struct gesture g;

	(void)state;
	gesture_init(&g, 20);
	gesture_down(&g, 100, 100, 0);
	assert_true(gesture_move(&g, 110, 95, 30) == 0); /* trembling */
	assert_true(gesture_up(&g, 900)); /* slow taps are taps */
	assert_false(g.coasting);
}

static void a_moving_finger_scrolls_and_does_not_press(void **state)
{
	struct gesture g;
	float sum = 0;

	(void)state;
	gesture_init(&g, 20);
	gesture_down(&g, 100, 500, 0);
	for (int i = 1; i <= 10; i++)
		sum += gesture_move(&g, 100, 500 - 30.0f * (float)i, 16 * i);
	assert_true(sum > 250 && sum <= 300);
	assert_false(gesture_up(&g, 165));
	assert_true(g.coasting);
}

static void coasting_ends_and_is_the_same_on_slow_machines(void **state)
{
	float ways[2];

	(void)state;
	for (int run = 0; run < 2; run++) {
		struct gesture g;
		int64_t step = run == 0 ? 16 : 48, now = 0;
		gesture_init(&g, 20);
		g.coasting = true;
		g.velocity = 2;
		g.last_ms = 0;
		ways[run] = 0;
		while (g.coasting) {
			now += step;
			ways[run] += gesture_coast(&g, now);
			assert_true(now < 2000);
		}
	}
	assert_true(ways[0] - ways[1] < 12 && ways[1] - ways[0] < 12);
}

static void a_touch_stops_what_moves_without_pressing(void **state)
{
	struct gesture g;

	(void)state;
	gesture_init(&g, 20);
	g.coasting = true;
	g.velocity = 2;
	gesture_down(&g, 5, 5, 10);
	assert_false(g.coasting);
	assert_false(gesture_up(&g, 40));
}

static void a_finger_that_rests_before_lifting_does_not_throw(void **state)
{
	struct gesture g;

	(void)state;
	gesture_init(&g, 5);
	gesture_down(&g, 0, 300, 0);
	gesture_move(&g, 0, 200, 16);
	assert_false(gesture_up(&g, 400));
	assert_false(g.coasting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_still_finger_presses),
		cmocka_unit_test(a_moving_finger_scrolls_and_does_not_press),
		cmocka_unit_test(coasting_ends_and_is_the_same_on_slow_machines),
		cmocka_unit_test(a_touch_stops_what_moves_without_pressing),
		cmocka_unit_test(a_finger_that_rests_before_lifting_does_not_throw),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
