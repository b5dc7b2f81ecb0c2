/* Who tells rohnamo-update of counts: the whole of a day, half of it, nonsense, too much, nothing; with the wrong clock; and the way from the
 * kiosk's end to the table. */
#include "../testing.h"

#include "base/str.h"
#include "platform/counter_wire.h"
#include "update/counts.h"
#include "update/counts_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static struct {
	char folder[48], path[64];
	struct counts_desk desk;
	date_t today;
	struct arena arena;
	struct err e;
} at;

static int begin(void **state)
{
	(void)state;
	memset(&at, 0, sizeof at);
	snprintf(at.folder, sizeof at.folder, "/tmp/rohnamo-counts-XXXXXX");
	assert_non_null(mkdtemp(at.folder));
	snprintf(at.path, sizeof at.path, "%s/counts.sock", at.folder);
	at.today = date_from_civil((struct civil){2026, 11, 25});
	at.desk = (struct counts_desk){.disk = &disk_system,
		.folder = at.folder,
		.patience_ms = 0, /* all that will come is already there */
		.health = {.guide_content = DATE_NONE, .guide_check_by = DATE_NONE, .update_day = DATE_NONE}};
	assert_true(counts_listen(at.path, &at.desk.listener, &at.e));
	arena_init(&at.arena);
	return 0;
}

static int end(void **state)
{
	(void)state;
	close(at.desk.listener);
	unlink(at.path);
	(void)!disk_remove(&disk_system, arena_printf(&at.arena, "%s/counts", at.folder), NULL);
	(void)!disk_remove(&disk_system, arena_printf(&at.arena, "%s/metrics", at.folder), NULL);
	assert_int_equal(rmdir(at.folder), 0);
	arena_release(&at.arena);
	return 0;
}

static bool serve(void)
{
	at.e = (struct err){"", "", ""};
	bool kept = counts_serve(&at.desk, at.today, &at.e);
	assert_int_equal(!kept, *at.e.what != '\0');
	return kept;
}

static int connected(void)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	memcpy(address.sun_path, at.path, strlen(at.path) + 1);
	assert_int_equal(connect(fd, (struct sockaddr *)&address, sizeof address), 0);
	return fd;
}

static bool say(const char *text, size_t bytes)
{
	int fd = connected();

	assert_int_equal(send(fd, text, bytes, MSG_NOSIGNAL), (ssize_t)bytes);
	close(fd);
	return serve();
}

static const char *table(void)
{
	const char *path = arena_printf(&at.arena, "%s/counts/2026-11.csv", at.folder), *text = "";

	if (!file_missing(path))
		assert_true(file_read_text(&at.arena, path, 1 << 20, &text, &at.e));
	return text;
}

#define HEAD "day,lang,topic,count\n"
#define DAY "rohnamo-counts 1\nday 2026-11-24\ntg stay 23\nru work 12\nend\n"

static void a_day_is_kept(void **state)
{
	(void)state;
	assert_true(say(DAY, strlen(DAY)));
	assert_string_equal(table(), HEAD "2026-11-24,ru,work,12\n2026-11-24,tg,stay,23\n");
	assert_true(file_exists(arena_printf(&at.arena, "%s/metrics/rohnamo.prom", at.folder)));
	assert_true(say(DAY, strlen(DAY))); /* its second part */
	assert_string_equal(table(), HEAD "2026-11-24,ru,work,24\n2026-11-24,tg,stay,46\n");
}

static void from_the_kiosk_to_the_table(void **state)
{
	struct day_counts day = {.day = at.today - 1, .row_count = 1, .rows = {{"uz@cyrillic", "stay", 31}}};

	(void)state;
	assert_true(counter_send(at.path, &day));
	day.day = at.today - 2;
	day.rows[0].count = 17;
	assert_true(counter_send(at.path, &day)); /* two wait */
	assert_true(serve());
	assert_true(serve());
	assert_string_equal(table(), HEAD "2026-11-23,uz@cyrillic,stay,17\n2026-11-24,uz@cyrillic,stay,31\n");
	assert_false(serve()); /* nobody is left, and that costs no time */
}

/* Broken off after each byte, by one who hangs up and by one who stalls. */
static void half_a_day_is_none(void **state)
{
	(void)state;
	for (size_t bytes = 0; bytes < strlen(DAY); bytes++) {
		assert_false(say(DAY, bytes));
		int fd = connected();
		assert_int_equal(send(fd, DAY, bytes, MSG_NOSIGNAL), (ssize_t)bytes);
		assert_false(serve());
		close(fd);
	}
	int fd = connected(); /* all of it, but no end */
	assert_int_equal(send(fd, DAY, strlen(DAY), MSG_NOSIGNAL), (ssize_t)strlen(DAY));
	assert_false(serve());
	close(fd);
	assert_string_equal(table(), "");
}

static void nonsense_is_refused(void **state)
{
	static const char *const texts[] = {"", "\n", "GET / HTTP/1.1\r\n\r\n", DAY "x", DAY DAY,
		"rohnamo-counts 1\nday 2026-11-24\ntg ../../etc/passwd 12\nend\n",
		"rohnamo-counts 1\nday 2026-11-24\ntg st\"ay 12\nend\n",
		"rohnamo-counts 1\nday ../../x\ntg stay 12\nend\n",
		"rohnamo-counts 1\nday 2026-11-24\ntg stay 9999999\nend\n"};
	static char long_one[3 * COUNTING_MOST_BYTES];

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		if (say(texts[i], strlen(texts[i])))
			fail_msg("'%s' is taken", texts[i]);
	assert_false(say(DAY "\0", strlen(DAY) + 1));
	memset(long_one, 'x', sizeof long_one);
	assert_false(say(long_one, sizeof long_one));
	assert_string_equal(table(), "");
	assert_true(say(DAY, strlen(DAY))); /* the next one is another matter */
}

static bool say_day(date_t day)
{
	char iso[11], text[64];

	date_iso(day, iso);
	int bytes = snprintf(text, sizeof text, "rohnamo-counts 1\nday %s\ntg stay 23\nend\n", iso);
	return say(text, (size_t)bytes);
}

static void days_that_cannot_be(void **state)
{
	(void)state;
	assert_true(say_day(at.today)); /* it was ended in order before its evening */
	assert_false(say_day(at.today + 1));
	assert_non_null(strstr(at.e.what, "2026-11-26"));
	assert_true(*at.e.hint);
	assert_false(say_day(date_from_civil((struct civil){2199, 1, 1})));
	assert_false(say_day(date_from_civil((struct civil){1970, 1, 1})));
	assert_true(say_day(at.today - 31 * COUNTS_MONTHS));
	assert_false(say_day(at.today - 31 * COUNTS_MONTHS - 1));
}

static void who_went_away_costs_no_time(void **state)
{
	(void)state;
	close(connected());
	assert_false(serve());
	assert_false(serve());
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_day_is_kept),
		TEST(from_the_kiosk_to_the_table),
		TEST(half_a_day_is_none),
		TEST(nonsense_is_refused),
		TEST(days_that_cannot_be),
		TEST(who_went_away_costs_no_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
