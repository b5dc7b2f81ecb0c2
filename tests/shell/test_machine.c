/* What staff are told of the machine comes from the machine: settings as they are, keys by their ids, what was brought, the guard. */
#include "../testing.h"

#include "base/file.h"
#include "base/str.h"
#include "session.h"
#include "shell/machine.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Of a pair made for this test alone. */
static const char key[] = "RWSvxdt4CD2F6gsnTSYDixFTKhv45bTX2LRG6GZaejx4EnNDR2v1i4ZJ";

static struct arena a;
static struct options o;
static struct machine m;

static struct health look(char **argv, int argc)
{
	struct health h;
	struct err e = {"", "", ""};

	if (!options_read(&o, &a, argc, argv, &e))
		fail_msg("%s", e.what);
	machine_init(&m, &o, 20782, 600);
	machine_staff(&m)->look(machine_staff(&m)->self, &a, &h);
	return h;
}

static bool told(const struct health *h, const char *line)
{
	for (size_t i = 0; h->settings[i]; i++)
		if (str_equal(h->settings[i], line))
			return true;
	return false;
}

static void the_machine_is_looked_at(void **state)
{
	char name[] = "rohnamo", city[] = "--city=Almaty", open[] = "--open=06:30-22:00",
	     languages[] = "--languages=tg ru", updates[300];
	char *argv[] = {name, city, open, languages, updates};
	struct err e;

	(void)state;
	arena_init(&a);
	const char *folder = session_scratch(), *last = arena_printf(&a, "%s/last", folder);
	snprintf(updates, sizeof updates, "--updates=%s", folder);
	struct health h = look(argv, 5);
	assert_int_equal(h.started, 20782);
	assert_int_equal(h.started_minutes, 600);
	assert_true(h.free_mib > 0);
	assert_true(h.memory_mib > 0);
	assert_false(h.updated);
	assert_false(h.shut); /* no kiosk */
	assert_null(h.keys[0]);
	assert_true(told(&h, "city = Almaty") && told(&h, "open = 06:30-22:00") && told(&h, "languages = tg ru"));
	assert_true(told(&h, "# printer ="));
	assert_null(machine_staff(&m)->knows); /* no code, no way in */

	struct outcome brought = {.serial = 4,
		.result = UPDATE_INSTALLED,
		.kind = "guide",
		.release = 9,
		.version = "9-aa",
		.former = "-",
		.key = "-",
		.date = 20780};
	char text[UPDATING_MOST_BYTES];
	size_t bytes = outcome_write(&brought, text);
	assert_true(file_write(last, text, bytes, &e));
	h = look(argv, 5);
	assert_true(h.updated);
	assert_int_equal(h.update.serial, 4);
	assert_string_equal(h.update.receipt, brought.receipt);
	assert_true(file_write(last, text, bytes / 2, &e)); /* half of it is nothing */
	h = look(argv, 5);
	assert_false(h.updated);
	unlink(last);
	session_scratch_done();
	arena_release(&a);
}

static void keys_are_told_by_their_ids(void **state)
{
	char name[] = "rohnamo", reserve[128];
	char *argv[] = {name, reserve};

	(void)state;
	arena_init(&a);
	snprintf(reserve, sizeof reserve, "--update-reserve-key=%s", key);
	struct health h = look(argv, 2);
	assert_non_null(h.keys[0]);
	assert_string_equal(h.keys[0], "EA853D0878DBC5AF"); /* as minisign prints it */
	assert_null(h.keys[1]);
	assert_int_equal(h.free_mib, HEALTH_UNKNOWN); /* no folder of updates */
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_machine_is_looked_at),
		cmocka_unit_test(keys_are_told_by_their_ids),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
