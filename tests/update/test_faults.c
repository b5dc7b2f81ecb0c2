/* An update meets a fault at each of its calls in turn: it fails, fails for good, does half, or is the last thing that the process
 * does. Afterwards the old guide or the new one is in use, what was noted is no higher than that, and a good run makes all well.
 */
#include "aftermath.h"
#include "faults.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The kinds of the calls of a run without a fault; every run is like it up to its fault. */
static int kinds_of_calls(const char *below, char kinds[FAULTS_CALLS + 1])
{
	struct look l;

	copy_tree(fresh, updates);
	faults_begin(FAULT_NONE, 0, 0, below);
	assert_true(run_look(&l));
	assert_true(faults.calls > (below == stick ? 8 : 80) && faults.calls < FAULTS_CALLS);
	memcpy(kinds, faults.kinds, sizeof faults.kinds);
	return faults.calls;
}

/* One fault at each call of these kinds; NULL: at each. */
static void at_every_call(const char *what, enum fault fault, int why, const char *below, const char *only)
{
	char kinds[FAULTS_CALLS + 1];
	int calls = kinds_of_calls(below, kinds);
	struct look l;

	for (int call = 1; call <= calls; call++) {
		if (only && !strchr(only, kinds[call]))
			continue;
		copy_tree(fresh, updates);
		faults_begin(fault, call, why, below);
		(void)!run_look(&l);
		check_whole(what, call);
		check_repaired(what, call);
	}
}

static void a_call_fails(void **state)
{
	(void)state;
	at_every_call("EIO", FAULT_FAILS, EIO, updates, NULL);
}

/* At a half of each write, and then it may stay full. */
static void the_disk_is_full(void **state)
{
	(void)state;
	at_every_call("ENOSPC", FAULT_HALF, ENOSPC, updates, "w");
	at_every_call("ENOSPC", FAULT_FAILS, ENOSPC, updates, "omlR");
	at_every_call("full for good", FAULT_STAYS, ENOSPC, updates, "w");
}

static void a_write_is_cut(void **state)
{
	(void)state;
	at_every_call("short", FAULT_SHORT, 0, updates, "rw");
}

/* Pulled while it is read: nothing of it can be read from then on. */
static void the_stick_is_pulled(void **state)
{
	(void)state;
	at_every_call("EIO of the stick", FAULT_FAILS, EIO, stick, NULL);
	at_every_call("half of the stick", FAULT_HALF, EIO, stick, NULL);
	at_every_call("the stick is gone", FAULT_STAYS, ENODEV, stick, NULL);
	at_every_call("short of the stick", FAULT_SHORT, 0, stick, NULL);
}

static int killed_at(enum fault fault, int call)
{
	int status = 0;

	fflush(NULL);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct look l;
		faults_begin(fault, call, 0, NULL);
		_exit(run_look(&l) ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void kill_at_every_call(enum fault fault, const char *only)
{
	char kinds[FAULTS_CALLS + 1];
	int calls = kinds_of_calls(NULL, kinds);

	for (int call = 1; call <= calls; call++) {
		if (only && !strchr(only, kinds[call]))
			continue;
		copy_tree(fresh, updates);
		assert_int_equal(killed_at(fault, call), 77);
		check_whole("killed", call);
		check_repaired("killed", call);
	}
}

static void the_process_is_killed(void **state)
{
	(void)state;
	kill_at_every_call(FAULT_KILLED, NULL);
	kill_at_every_call(FAULT_KILLED_HALF, "w");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_call_fails, aftermath_begin, aftermath_end),
		cmocka_unit_test_setup_teardown(the_disk_is_full, aftermath_begin, aftermath_end),
		cmocka_unit_test_setup_teardown(a_write_is_cut, aftermath_begin, aftermath_end),
		cmocka_unit_test_setup_teardown(the_stick_is_pulled, aftermath_begin, aftermath_end),
		cmocka_unit_test_setup_teardown(the_process_is_killed, aftermath_begin, aftermath_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
