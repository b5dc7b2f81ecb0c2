/* Counts of a running kiosk: which topic a screen counts for, when days end whatever the clock does, and where they go. */
#include "session.h"

#include "../testing.h"

#include "base/file.h"
#include "base/str.h"
#include "shell/counting.h"
#include "wire/updating.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DAY = 20782, NOON = 720 };

static struct {
	struct day_counts days[64];
	size_t count;
	int tries;
	bool there; /* the helper */
} helper;
static struct counting counting;
static struct session session;

static bool note_day(const char *socket, const struct day_counts *d)
{
	assert_string_equal(socket, "/a/socket");
	helper.tries++;
	if (helper.there)
		helper.days[helper.count++] = *d;
	return helper.there;
}

static void no_noise(void *self, void *out, size_t count)
{
	(void)self;
	memset(out, 0, count);
}
static const struct noise_source plain = {no_noise, NULL};

static void set_up(bool on)
{
	const struct counting_settings settings = {on, "/a/socket", note_day, &plain};

	memset(&helper, 0, sizeof helper);
	helper.there = true;
	counting_init(&counting, &settings);
	counting_guide(&counting, session.guide);
	counting_clock(&counting, DAY, NOON);
}

static int begin(void **state)
{
	(void)state;
	session_open(&session);
	set_up(true);
	return 0;
}

static int begin_real(void **state)
{
	(void)state;
	session_open_real(&session);
	set_up(true);
	return 0;
}

static int end(void **state)
{
	(void)state;
	counting_release(&counting);
	session_close(&session);
	return 0;
}

static void open_in(enum lang_id lang, const char *route)
{
	struct route r;

	if (!route_parse(route, &r))
		fail_msg("'%s' is no route", route);
	counting_opened(&counting, &r, lang_get(lang));
}

static void visits(int count, const char *route)
{
	for (int i = 0; i < count; i++) {
		open_in(LANG_TG, route);
		counting_visit_ended(&counting);
	}
}

/* The topic that counts when a visit opens only this; "" for none. */
static const char *topic_of(const char *route)
{
	const char *topic = "";

	open_in(LANG_TG, route);
	for (size_t t = 0; t < COUNTS_TOPICS; t++)
		if (counting.counts.cells[t][LANG_TG])
			topic = counting.counts.topics[t];
	memset(counting.counts.cells, 0, sizeof counting.counts.cells);
	counting_visit_ended(&counting);
	return topic;
}

static void screens_and_their_topics(void **state)
{
	static const struct {
		const char *route, *topic;
	} rows[] = {{"topic/stay", "stay"}, {"pictures/stay", "stay"}, {"page/how-long", "stay"},
		{"page/carry", "border"}, {"walk/too-long", "stay"}, {"walk/too-long/1", "stay"}, {"border", "border"},
		{"border/1", "border"}, {"contacts", "contacts"}, {"contacts/anything", "contacts"},
		{"phrases", "phrases"}, {"phrases/police", "phrases"}, {"deadlines", "deadlines"},
		{"deadlines/events", "deadlines"}, {"deadlines/late", "deadlines"}, {"checklist", "checklist"},
		{"checklist/passport", "checklist"}, {"rehearsal", "rehearsal"}, {"search", "search"},
		{"search/visa", "search"}, {"help", "help"}, {"help/2", "help"}, {"take/page/how-long", "take"},
		{"home", ""}, {"attract", ""}, {"language", ""}, {"citizen", ""}, {"pictures", ""}, {"text", ""},
		{"about", ""}, {"page/no-such-page", ""}, {"topic/no-such-topic", ""}, {"walk/no-such-walk", ""}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *topic = topic_of(rows[i].route);
		if (!str_equal(topic, rows[i].topic))
			fail_msg("'%s' counts for '%s', not for '%s'", rows[i].route, topic, rows[i].topic);
	}
}

/* In the real guide nothing of the content is without a topic, and all have room. */
static void all_of_the_guide_has_a_topic(void **state)
{
	const char *const *routes;
	struct err e = {"", "", ""};
	size_t count;

	(void)state;
	assert_true(guide_routes(session.guide, &session.arena, &routes, &count, &e));
	assert_true(count > 100);
	for (size_t i = 0; i < count; i++)
		if (!*topic_of(routes[i]))
			fail_msg("'%s' counts for nothing", routes[i]);
	assert_string_equal(topic_of("page/before-travel"), "border");
	assert_in_range(counting.counts.topic_count, 10, COUNTS_TOPICS - 8);
	assert_int_equal(counting.counts.lang_count, LANG_COUNT);
}

static int told(size_t day, const char *topic)
{
	for (size_t i = 0; i < helper.days[day].row_count; i++)
		if (str_equal(helper.days[day].rows[i].topic, topic))
			return helper.days[day].rows[i].count;
	return 0;
}

static void a_day_ends(void **state)
{
	(void)state;
	visits(12, "topic/stay");
	counting_clock(&counting, DAY, 1439);
	assert_int_equal(helper.tries, 0);
	counting_clock(&counting, DAY + 1, 0);
	assert_int_equal(helper.count, 1);
	assert_int_equal(helper.days[0].day, DAY);
	assert_int_equal(told(0, "stay"), 12);
	visits(15, "search");
	counting_clock(&counting, DAY + 1, 600);
	assert_int_equal(helper.count, 1);
	counting_clock(&counting, DAY + 2, 0);
	assert_int_equal(helper.days[1].day, DAY + 1);
	assert_int_equal(told(1, "stay"), 0);
	assert_int_equal(told(1, "search"), 15);
}

/* Forward, back, and back again: each visit is in one part, and no part is closed twice. */
static void the_clock_jumps(void **state)
{
	int sum = 0;

	(void)state;
	visits(20, "topic/stay");
	counting_clock(&counting, DAY + 40, NOON);
	visits(21, "topic/stay");
	counting_clock(&counting, DAY, NOON);
	visits(22, "topic/stay");
	counting_clock(&counting, DAY - 3000, NOON);
	counting_clock(&counting, DAY, NOON);
	visits(23, "topic/stay");
	counting_clock(&counting, DAY + 1, 0);
	assert_int_equal(helper.count, 5);
	for (size_t i = 0; i < helper.count; i++)
		sum += told(i, "stay");
	assert_int_equal(sum, 20 + 21 + 22 + 23);
	assert_int_equal(helper.days[0].day, DAY);
	assert_int_equal(helper.days[1].day, DAY + 40);
	assert_int_equal(told(1, "stay"), 21);
	assert_int_equal(helper.days[3].day, DAY - 3000);
	assert_int_equal(helper.days[3].row_count, 0);
}

static void a_visit_counts_once_over_midnight(void **state)
{
	(void)state;
	for (int i = 0; i < 10; i++) {
		open_in(LANG_TG, "topic/stay");
		counting_visit_ended(&counting);
	}
	open_in(LANG_TG, "page/how-long");
	counting_clock(&counting, DAY + 1, 0);
	open_in(LANG_TG, "page/overstay");
	assert_int_equal(told(0, "stay"), 11);
	visits(12, "topic/stay"); /* the first of them is still that visit */
	counting_clock(&counting, DAY + 2, 0);
	assert_int_equal(told(1, "stay"), 11);
}

static void it_ends_in_order(void **state)
{
	(void)state;
	visits(12, "topic/stay");
	counting_end(&counting);
	assert_int_equal(helper.count, 1);
	assert_int_equal(helper.days[0].day, DAY);
	counting_end(&counting);
	assert_int_equal(helper.count, 1);
}

static void who_is_not_there_gets_it_later(void **state)
{
	(void)state;
	helper.there = false;
	visits(12, "topic/stay");
	counting_clock(&counting, DAY + 1, 0);
	assert_int_equal(helper.tries, 1);
	counting_clock(&counting, DAY + 1, 59); /* not all the time */
	assert_int_equal(helper.tries, 1);
	counting_clock(&counting, DAY + 1, 60);
	counting_clock(&counting, DAY + 1, 61);
	assert_int_equal(helper.tries, 2);
	visits(13, "topic/stay");
	helper.there = true;
	counting_clock(&counting, DAY + 2, 0);
	assert_int_equal(helper.count, 2);
	assert_int_equal(told(0, "stay"), 12);
	assert_int_equal(told(1, "stay"), 13);
	counting_clock(&counting, DAY + 2, 600);
	assert_int_equal(helper.count, 2); /* once */
}

static void a_helper_that_never_comes(void **state)
{
	(void)state;
	helper.there = false;
	for (int i = 1; i <= 30; i++) {
		visits(10 + i, "topic/stay");
		counting_clock(&counting, DAY + i, 0);
		counting_clock(&counting, DAY + i + 1000, 0); /* and a clock that jumps */
		counting_clock(&counting, DAY + i, 0);
	}
	assert_int_equal(counting.waiting_count, COUNTING_WAITING);
	helper.there = true;
	counting_clock(&counting, DAY + 31, 0);
	assert_int_equal(helper.count, COUNTING_WAITING);
}

/* Parts of a day that wait are one when they are sent. */
static void parts_that_wait_are_summed(void **state)
{
	(void)state;
	helper.there = false;
	visits(20, "topic/stay");
	counting_clock(&counting, DAY + 9, 0);
	counting_clock(&counting, DAY, 0);
	visits(22, "topic/stay");
	helper.there = true;
	counting_clock(&counting, DAY + 1, 0);
	assert_int_equal(helper.count, 2);
	assert_int_equal(helper.days[0].day, DAY);
	assert_int_equal(told(0, "stay"), 42);
}

static void switched_off_it_does_nothing(void **state)
{
	static const struct counts_visit nothing_opened;

	(void)state;
	counting_release(&counting);
	set_up(false);
	visits(50, "topic/stay");
	open_in(LANG_TG, "search");
	assert_memory_equal(&counting.visit, &nothing_opened, sizeof nothing_opened);
	for (int i = 0; i < COUNTING_ROWS; i++)
		assert_int_equal(counting.counts.cells[i / COUNTS_LANGS][i % COUNTS_LANGS], 0);
	counting_clock(&counting, DAY + 1, 0);
	counting_end(&counting);
	assert_int_equal(helper.tries, 0);
}

static void another_guide_in_its_place(void **state)
{
	(void)state;
	visits(12, "topic/stay");
	counting_guide(&counting, session.guide);
	visits(12, "page/how-long");
	counting_clock(&counting, DAY + 1, 0);
	assert_int_equal(told(0, "stay"), 24);
}

/* With the random bytes of the system: what is told is not what was counted, but near it. */
static void noised_by_the_system(void **state)
{
	const struct counting_settings settings = {true, "/a/socket", note_day, NULL};
	int same = 0;

	(void)state;
	counting_release(&counting);
	counting_init(&counting, &settings);
	counting_guide(&counting, session.guide);
	counting_clock(&counting, DAY, 0);
	for (int i = 0; i < 60; i++) {
		visits(150, "topic/stay");
		counting_clock(&counting, DAY + 1 + i, 0);
		int number = told((size_t)i, "stay");
		assert_in_range(number, 50, 250); /* 100 away: once in 10^12 */
		same += number == 150;
	}
	assert_in_range(same, 0, 40);
}

static void the_week_in_codes(void **state)
{
	char folder[] = "/tmp/rohnamo-counts-XXXXXX";
	static const char part[] =
		"day,lang,topic,count\n2026-12-01,tg,search,11\n"; /* of a day that was closed twice */
	static const char table[] = "day,lang,topic,count\n2026-11-24,tg,stay,23\n2026-11-26,tg,stay,24\n";
	struct err e = {"", "", ""};
	struct pieces p;

	(void)state;
	assert_non_null(mkdtemp(folder));
	const char *inner = arena_printf(&session.arena, "%s/" UPDATING_COUNTS, folder);
	const char *november = arena_printf(&session.arena, "%s/2026-11.csv", inner);
	const char *december = arena_printf(&session.arena, "%s/2026-12.csv", inner);
	date_t today = date_from_civil((struct civil){2026, 12, 2});
	assert_true(counting_codes(&counting, &session.arena, folder, NULL, today, 800, &p)); /* nothing is there yet */
	assert_null(strstr(p.texts[0], "\n11-"));
	assert_true(file_make_folder(inner, &e));
	assert_true(file_write(november, table, strlen(table), &e));
	assert_true(file_write(december, part, strlen(part), &e));
	helper.there = false;
	counting_clock(&counting, today - 1, 0);
	visits(17, "search");
	counting_clock(&counting, today, 0);
	assert_true(counting_codes(&counting, &session.arena, folder, "Almaty", today, 800, &p));
	assert_int_equal(p.count, 1);
	assert_string_equal(p.texts[0],
		"ROHNAMO-COUNTS 1\nat Almaty\nfrom 2026-11-25 to 2026-12-01\nwithin 10 at 95 %, less than 10 withheld\n"
		"11-26 tg stay 24\n12-01 tg search 28\nend\n");
	assert_true(counting_codes(&counting, &session.arena, folder, "Almaty", today, 100, &p));
	assert_int_equal(p.count, 2);
	assert_true(str_starts(p.texts[0], "counts (1/2)\n"));
	assert_false(counting_codes(&counting, &session.arena, folder, "Almaty", today, 5, &p));
	unlink(november);
	unlink(december);
	rmdir(inner);
	rmdir(folder);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(screens_and_their_topics),
		cmocka_unit_test_setup_teardown(all_of_the_guide_has_a_topic, begin_real, end),
		TEST(a_day_ends),
		TEST(the_clock_jumps),
		TEST(a_visit_counts_once_over_midnight),
		TEST(it_ends_in_order),
		TEST(who_is_not_there_gets_it_later),
		TEST(a_helper_that_never_comes),
		TEST(parts_that_wait_are_summed),
		TEST(switched_off_it_does_nothing),
		TEST(another_guide_in_its_place),
		TEST(noised_by_the_system),
		TEST(the_week_in_codes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
