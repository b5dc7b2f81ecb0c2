/* The noise has the distribution that is promised: mean, variance, each probability, the ratio of neighbours, the bound. */
#include "../testing.h"

#include "chance.h"
#include "kiosk/counts.h"

#include <math.h>
#include <stdlib.h>

enum { DRAWS = 2000000, MOST = 200 };

static const double a = 0.75;
static int seen[2 * MOST + 1];

static double expected(int z)
{
	return (1 - a) / (1 + a) * pow(a, abs(z)) * DRAWS;
}

static int draw_all(void **state)
{
	struct chance chance = {.state = 20261125};
	const struct noise_source source = chance_source(&chance);
	struct noise n;

	(void)state;
	noise_begin(&n, &source);
	for (int i = 0; i < DRAWS; i++) {
		int z = noise_draw(&n);
		assert_in_range(z + MOST, 0, 2 * MOST);
		seen[z + MOST]++;
	}
	noise_end(&n);
	return 0;
}

/* Four standard deviations of the mean of so many draws. */
static void mean_and_variance(void **state)
{
	double sum = 0, squares = 0;

	(void)state;
	for (int z = -MOST; z <= MOST; z++) {
		sum += (double)z * seen[z + MOST];
		squares += (double)z * z * seen[z + MOST];
	}
	assert_true(fabs(sum / DRAWS) < 4 * sqrt(24.0 / DRAWS));
	assert_true(fabs(squares / DRAWS - 24) < 0.2);
}

/* Chi-squared over -20 to 20 and the two ends: 42 degrees of freedom, 99.99 % below 86. */
static void each_probability(void **state)
{
	double sum = 0;
	int inside = 0;

	(void)state;
	for (int z = -20; z <= 20; z++) {
		double off = seen[z + MOST] - expected(z);
		sum += off * off / expected(z);
		inside += seen[z + MOST];
	}
	double ends = 2 * pow(a, 21) / (1 + a) * DRAWS, off = DRAWS - inside - ends;
	sum += off * off / ends;
	if (sum > 86)
		fail_msg("chi-squared is %.1f", sum);
}

/* What the promise stands on: neighbours differ by a factor of 4/3, no more. */
static void neighbours(void **state)
{
	(void)state;
	for (int z = -12; z < 12; z++) {
		double here = seen[z + MOST], there = seen[z + 1 + MOST];
		double ratio = z < 0 ? there / here : here / there;
		double tolerance = 4 * ratio * sqrt(1 / here + 1 / there);
		if (fabs(ratio - 4.0 / 3) > tolerance)
			fail_msg("the ratio at %d is %.4f", z, ratio);
	}
}

static double share_outside(int bound)
{
	int outside = 0;

	for (int z = -MOST; z <= MOST; z++)
		outside += abs(z) > bound ? seen[z + MOST] : 0;
	return (double)outside / DRAWS;
}

static void the_bound_is_the_stated_one(void **state)
{
	(void)state;
	assert_true(share_outside(COUNTS_ERROR) < 0.05);
	assert_true(share_outside(COUNTS_ERROR - 1) > 0.05); /* and no smaller one would do */
	assert_true(fabs(share_outside(COUNTS_ERROR) - 0.0483) < 0.001);
}

/* Far out, where a noise that was cut short would show: 73 of two million are expected beyond 35. */
static void the_ends_are_there(void **state)
{
	double wanted = 2 * pow(a, 36) / (1 + a), spread = sqrt(wanted / DRAWS);

	(void)state;
	assert_true(fabs(share_outside(35) - wanted) < 4 * spread);
}

static void broken_sources_end(void **state)
{
	struct noise n;

	(void)state;
	noise_begin(&n, &chance_ones);
	assert_int_equal(noise_draw(&n), 0); /* both sides at their end */
	noise_begin(&n, &chance_zeros);
	assert_int_equal(noise_draw(&n), 0);
}

/* 64 bits last for 32 decisions: no bit is used twice, none is thrown away. */
static void bits_are_used_once(void **state)
{
	struct chance chance = {.state = 1};
	const struct noise_source source = chance_source(&chance);
	struct noise n;
	int64_t decisions = 0;

	(void)state;
	noise_begin(&n, &source);
	for (int i = 0; i < 1000; i++)
		noise_draw(&n);
	assert_int_equal(chance.taken % 8, 0);
	/* two numbers a draw, each of 1 + 3 decisions on average */
	decisions = (int64_t)chance.taken * 4;
	assert_in_range(decisions, 7000, 9000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mean_and_variance),
		cmocka_unit_test(each_probability),
		cmocka_unit_test(neighbours),
		cmocka_unit_test(the_bound_is_the_stated_one),
		cmocka_unit_test(the_ends_are_there),
		cmocka_unit_test(broken_sources_end),
		cmocka_unit_test(bits_are_used_once),
	};

	return cmocka_run_group_tests(tests, draw_all, NULL);
}
