/* The counts in the folder of updates: added, summed, kept for two years, and whole whatever fails. */
#include "../testing.h"

#include "base/str.h"
#include "faults.h"
#include "update/counts_store.h"
#include "update/metrics.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[64];
static struct arena arena;
static const struct health unknown = {.guide_content = DATE_NONE, .guide_check_by = DATE_NONE, .update_day = DATE_NONE};

static int begin(void **state)
{
	(void)state;
	snprintf(folder, sizeof folder, "/tmp/rohnamo-counts-XXXXXX");
	assert_non_null(mkdtemp(folder));
	arena_init(&arena);
	return 0;
}

static void clear(const char *inner)
{
	struct err e = {"", "", ""};

	if (!disk_remove(&disk_system, arena_printf(&arena, "%s/%s", folder, inner), &e))
		fail_msg("%s", e.what);
}

static int end(void **state)
{
	(void)state;
	clear(UPDATING_COUNTS);
	clear(METRICS_FOLDER);
	rmdir(folder);
	arena_release(&arena);
	return 0;
}

static date_t date(int year, int month, int day)
{
	return date_from_civil((struct civil){year, month, day});
}

/* A day on which one topic was told. */
static bool add_on(const struct disk *d, date_t when, const char *topic, int count)
{
	static struct day_counts day;
	struct err e = {"", "", ""};

	memset(&day, 0, sizeof day);
	day.day = when;
	day.row_count = 1;
	snprintf(day.rows[0].lang, sizeof day.rows[0].lang, "tg");
	snprintf(day.rows[0].topic, sizeof day.rows[0].topic, "%s", topic);
	day.rows[0].count = count;
	bool added = counts_store_add(d, folder, &day, &e);
	assert_int_equal(!added, *e.what != '\0');
	return added;
}

static void add(date_t when, const char *topic, int count)
{
	assert_true(add_on(&disk_system, when, topic, count));
}

/* The text of a file in the folder; "" when there is none. */
static const char *text_of(const char *inner)
{
	const char *path = arena_printf(&arena, "%s/%s", folder, inner), *text = "";
	struct err e = {"", "", ""};

	if (file_missing(path))
		return "";
	assert_true(file_read_text(&arena, path, 1 << 20, &text, &e));
	return text;
}

static void put(const char *inner, const char *text)
{
	struct err e = {"", "", ""};

	assert_true(file_make_folder(arena_printf(&arena, "%s/" UPDATING_COUNTS, folder), &e));
	assert_true(file_write(arena_printf(&arena, "%s/%s", folder, inner), text, strlen(text), &e));
}

static size_t files_in(const char *inner)
{
	char **names = disk_names(&arena, arena_printf(&arena, "%s/%s", folder, inner), 1000);
	size_t count = 0;

	while (names[count])
		count++;
	return count;
}

#define HEAD "day,lang,topic,count\n"

static void days_go_to_their_months(void **state)
{
	(void)state;
	add(date(2026, 11, 24), "stay", 23);
	add(date(2026, 11, 23), "work", 12);
	add(date(2026, 12, 1), "stay", 15);
	assert_string_equal(text_of("counts/2026-11.csv"), HEAD "2026-11-23,tg,work,12\n2026-11-24,tg,stay,23\n");
	assert_string_equal(text_of("counts/2026-12.csv"), HEAD "2026-12-01,tg,stay,15\n");
	add(date(2026, 11, 24), "stay", 10);
	add(date(2026, 11, 24), "border", 11);
	assert_string_equal(text_of("counts/2026-11.csv"),
		HEAD "2026-11-23,tg,work,12\n2026-11-24,tg,border,11\n2026-11-24,tg,stay,33\n");
	assert_int_equal(files_in("counts"), 2);
}

static void others_may_read_it(void **state)
{
	struct stat there;

	(void)state;
	umask(022);
	add(date(2026, 11, 24), "stay", 23);
	assert_int_equal(stat(arena_printf(&arena, "%s/counts/2026-11.csv", folder), &there), 0);
	assert_int_equal(there.st_mode & 0777, 0644);
}

static void two_years_are_kept(void **state)
{
	(void)state;
	for (int i = 0; i < 30; i++)
		add(date(2024 + i / 12, 1 + i % 12, 5), "stay", 10 + i);
	assert_int_equal(files_in("counts"), COUNTS_MONTHS);
	assert_string_equal(text_of("counts/2024-06.csv"), "");
	assert_string_equal(text_of("counts/2024-07.csv"), HEAD "2024-07-05,tg,stay,16\n");
	assert_string_equal(text_of("counts/2026-06.csv"), HEAD "2026-06-05,tg,stay,39\n");
}

static void other_files_are_left_alone(void **state)
{
	(void)state;
	put("counts/notes.txt", "of the operator");
	put("counts/.new-2026-10.csv", "broken off");
	for (int i = 0; i < 30; i++)
		add(date(2024 + i / 12, 1 + i % 12, 5), "stay", 10 + i);
	assert_string_equal(text_of("counts/notes.txt"), "of the operator");
	assert_int_equal(files_in("counts"), COUNTS_MONTHS + 1);
}

static void a_damaged_table_is_put_aside(void **state)
{
	(void)state;
	put("counts/2026-11.csv", HEAD "2026-11-23,tg,wo");
	add(date(2026, 11, 24), "stay", 23);
	assert_string_equal(text_of("counts/2026-11.csv"), HEAD "2026-11-24,tg,stay,23\n");
	assert_string_equal(text_of("counts/2026-11.damaged"), HEAD "2026-11-23,tg,wo");
}

static void links_are_not_followed(void **state)
{
	const char *outside = arena_printf(&arena, "%s/outside", folder);
	struct err e = {"", "", ""};

	(void)state;
	put("outside", HEAD "2026-11-23,tg,work,12\n");
	assert_true(disk_make_folder(&disk_system, arena_printf(&arena, "%s/counts", folder), &e));
	assert_int_equal(symlink(outside, arena_printf(&arena, "%s/counts/2026-11.csv", folder)), 0);
	assert_false(add_on(&disk_system, date(2026, 11, 24), "stay", 23));
	assert_string_equal(text_of("outside"), HEAD "2026-11-23,tg,work,12\n");
	unlink(outside);
}

static date_t last_day(date_t today)
{
	static struct day_counts last;

	counts_store_last(&disk_system, folder, today, &last);
	return last.day;
}

static void the_last_day_is_found(void **state)
{
	(void)state;
	assert_int_equal(last_day(date(2026, 11, 25)), DATE_NONE);
	add(date(2026, 10, 31), "stay", 23);
	add(date(2026, 11, 24), "work", 12);
	add(date(2031, 1, 1), "stay", 99); /* a clock that was wrong for a while */
	assert_int_equal(last_day(date(2026, 11, 25)), date(2026, 11, 24));
	assert_int_equal(last_day(date(2026, 11, 23)), date(2026, 10, 31));
	assert_int_equal(last_day(date(2026, 1, 1)), DATE_NONE);
	put("counts/2026-11.csv", "damaged");
	assert_int_equal(last_day(date(2026, 11, 25)), date(2026, 10, 31));
}

#define BEFORE HEAD "2026-11-23,tg,work,12\n"
#define AFTER BEFORE "2026-11-24,tg,stay,23\n"

static void put_before(void)
{
	put("counts/2026-11.csv", BEFORE);
	put("counts/2022-01.csv", HEAD); /* so that a month is removed, too */
}

/* An addition with a fault, in a process of its own, which may be killed: 0 added, 1 not, 77 killed. */
static int add_with(enum fault fault, int call, int why)
{
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		faults_begin(fault, call, why, NULL);
		bool added = add_on(&disk_faulty, date(2026, 11, 24), "stay", 23);
		_exit(faults.calls < call ? 2 : added ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static bool is_new(const char *what, int call)
{
	const char *now = text_of("counts/2026-11.csv");
	bool new = str_equal(now, AFTER);

	if (!new && !str_equal(now, BEFORE))
		fail_msg("%s at call %d: the table is: %s", what, call, now);
	return new;
}

/* One fault at each call of an addition, until none is met any more: the table is the old one or the new one, what is said to have been
 * added was, and the next addition goes and leaves nothing half-written. */
static void at_every_call(const char *what, enum fault fault, int why)
{
	int olds = 0, news = 0, call = 0, said;

	put_before();
	while ((said = add_with(fault, ++call, why)) != 2) {
		bool new = is_new(what, call);
		if (said == 0 && !new)
			fail_msg("%s at call %d: not added, and nobody was told", what, call);
		olds += !new;
		news += new;
		put("counts/2026-11.csv", BEFORE);
		add(date(2026, 11, 24), "stay", 23);
		assert_true(is_new(what, call));
		assert_int_equal(files_in("counts"), COUNTS_MONTHS);
		put_before();
	}
	assert_true(call > 12);
	assert_true(news > 0 && (olds > 0 || fault == FAULT_SHORT));
}

static void whole_whatever_fails(void **state)
{
	(void)state;
	for (int i = 0; i < COUNTS_MONTHS; i++)
		add(date(2023, 1, 1) + 31 * i, "stay", 10);
	at_every_call("failing", FAULT_FAILS, EIO);
	at_every_call("a full disk", FAULT_STAYS, ENOSPC);
	at_every_call("a disk that is gone", FAULT_STAYS, EIO);
	at_every_call("a half", FAULT_HALF, ENOSPC);
	at_every_call("a part", FAULT_SHORT, 0);
	at_every_call("killed", FAULT_KILLED, 0);
	at_every_call("killed in a write", FAULT_KILLED_HALF, 0);
}

/* The real thing, as far as a limit on a file's length is one. */
static void a_full_disk(void **state)
{
	struct rlimit before, tight;
	static struct day_counts large;
	struct err e = {"", "", ""};

	(void)state;
	add(date(2026, 11, 23), "work", 12);
	for (unsigned i = 0; i < COUNTING_ROWS; i++) {
		snprintf(large.rows[i].lang, sizeof large.rows[i].lang, "tg");
		snprintf(large.rows[i].topic, sizeof large.rows[i].topic, "topic-%u", i % 1000);
		large.rows[i].count = 10;
	}
	large.row_count = COUNTING_ROWS;
	large.day = date(2026, 11, 24);
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	tight = before;
	tight.rlim_cur = 2000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	bool added = counts_store_add(&disk_system, folder, &large, &e);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_false(added);
	assert_true(*e.what && *e.detail);
	assert_string_equal(text_of("counts/2026-11.csv"), HEAD "2026-11-23,tg,work,12\n");
	assert_int_equal(files_in("counts"), 1);
	assert_true(counts_store_add(&disk_system, folder, &large, &e));
}

static void metrics_of_nothing(void **state)
{
	struct err e = {"", "", ""};

	(void)state;
	assert_true(metrics_write(&disk_system, folder, &unknown, date(2026, 11, 25), &e));
	assert_string_equal(text_of("metrics/rohnamo.prom"), "");
}

static bool has_line(const char *line)
{
	return strstr(text_of("metrics/rohnamo.prom"), arena_printf(&arena, "\n%s\n", line)) != NULL;
}

static void metrics_of_the_last_day(void **state)
{
	struct health h = {.guide_release = 7,
		.guide_content = date(2026, 11, 20),
		.guide_check_by = date(2027, 2, 20),
		.update_result = "installed",
		.update_day = date(2026, 11, 22)};
	struct err e = {"", "", ""};

	(void)state;
	add(date(2026, 11, 23), "work", 12);
	add(date(2026, 11, 24), "stay", 23);
	assert_true(metrics_write(&disk_system, folder, &h, date(2026, 11, 25), &e));
	assert_true(has_line("rohnamo_topic_opened{lang=\"tg\",topic=\"stay\"} 23"));
	assert_true(has_line("rohnamo_counts_day_timestamp_seconds 1795460400")); /* 2026-11-23T19:00:00Z */
	assert_true(has_line("# TYPE rohnamo_topic_opened gauge"));
	assert_true(has_line("rohnamo_guide_release 7"));
	assert_true(has_line("rohnamo_update_last_result{result=\"installed\"} 1"));
	assert_null(strstr(text_of("metrics/rohnamo.prom"), "work"));
}

static bool write_metrics(const struct disk *d, int64_t release)
{
	struct health h = unknown;
	struct err e = {"", "", ""};

	h.guide_release = release;
	return metrics_write(d, folder, &h, date(2026, 11, 25), &e);
}

static void metrics_are_whole_whatever_fails(void **state)
{
	static const enum fault kinds[] = {FAULT_FAILS, FAULT_STAYS, FAULT_HALF, FAULT_SHORT};

	(void)state;
	assert_true(write_metrics(&disk_system, 7));
	const char *after = text_of("metrics/rohnamo.prom");
	assert_true(write_metrics(&disk_system, 6));
	const char *before = text_of("metrics/rohnamo.prom");
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		int call = 0;
		do {
			assert_true(write_metrics(&disk_system, 6));
			faults_begin(kinds[i], ++call, ENOSPC, NULL);
			bool written = write_metrics(&disk_faulty, 7);
			const char *now = text_of("metrics/rohnamo.prom");
			assert_true(str_equal(now, after) || (!written && str_equal(now, before)));
		} while (faults.calls >= call);
		assert_true(call > 5);
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(days_go_to_their_months),
		TEST(others_may_read_it),
		TEST(two_years_are_kept),
		TEST(other_files_are_left_alone),
		TEST(a_damaged_table_is_put_aside),
		TEST(links_are_not_followed),
		TEST(the_last_day_is_found),
		TEST(whole_whatever_fails),
		TEST(a_full_disk),
		TEST(metrics_of_nothing),
		TEST(metrics_of_the_last_day),
		TEST(metrics_are_whole_whatever_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
