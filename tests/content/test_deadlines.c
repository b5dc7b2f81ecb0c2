/* What follows from an entry: the dossier's worked examples by their numbers, refusals, and what must hold on every day. */
#include "almanac.h"

#include "../testing.h"

#include "base/str.h"

#include <string.h>

static struct almanac almanac;

static int set_up(void **state)
{
	(void)state;
	almanac_open(&almanac);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	almanac_close(&almanac);
	return 0;
}

#define MOST_STAYS 4

struct row {
	const char *name;
	enum citizen citizen;
	const char *entered;
	const char *stays[MOST_STAYS][2];
	const char *moved; /* NULL: not */
	const char *words;
	const char *loose; /* the other reading of each, in the same order; "=" when it is the same, "-" none */
};

static struct deadline_question question(const struct row *r, struct stay stays[MOST_STAYS])
{
	struct deadline_question q = {.citizen = r->citizen,
		.entered = day(r->entered),
		.stays = stays,
		.moved = r->moved ? day(r->moved) : DATE_NONE,
		.today = day("2026-11-22")};

	for (size_t i = 0; i < MOST_STAYS && r->stays[i][0]; i++)
		stays[q.stay_count++] = (struct stay){day(r->stays[i][0]), day(r->stays[i][1])};
	return q;
}

static const char *loose_words(struct arena *a, const struct deadline_list *list)
{
	const char *words = "";

	for (size_t i = 0; i < list->count; i++) {
		const struct deadline *d = &list->items[i];
		char date[11];
		date_iso(d->loose, date);
		words = arena_printf(a, "%s%s%s", words, i ? " " : "", d->loose == d->date ? "=" : *date ? date : "-");
		assert_int_equal(!!(d->notes & NOTE_STRICT), d->loose != DATE_NONE && d->loose != d->date);
	}
	return words;
}

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct stay stays[MOST_STAYS];
		struct deadline_question q = question(&rows[i], stays);
		struct deadline_list list = almanac_find(&almanac, &q);
		const char *words = almanac_words(&almanac.arena, &list);
		const char *loose = loose_words(&almanac.arena, &list);
		if (!str_equal(words, rows[i].words))
			fail_msg("%s:\n%s\ninstead of\n%s", rows[i].name, words, rows[i].words);
		if (rows[i].loose && !str_equal(loose, rows[i].loose))
			fail_msg("%s: the other reading:\n%s\ninstead of\n%s", rows[i].name, loose, rows[i].loose);
	}
}

/* Section 12 of the dossier as the third reading corrects it (examples 9 to 12: test_deadline_events.c). */
static void examples_of_the_dossier(void **state)
{
	static const struct row rows[] = {
		{"example 1", CITIZEN_KG, "2026-11-23", {{NULL}}, NULL,
			"DL-01 2026-11-25 act-by host; DL-02 2026-12-22 act-by foreigner due; DL-04 2027-02-20 "
			"last-day "
			"foreigner; DL-06 2027-05-23 reentry-from foreigner",
			"2026-11-26 2026-12-23 2027-02-21 2027-05-22"},
		{"example 2", CITIZEN_UZ, "2026-11-27", {{NULL}}, NULL,
			"DL-01 2026-12-01 act-by host; DL-03 2026-12-26 last-day foreigner", "2026-12-02 2026-12-27"},
		{"example 3", CITIZEN_TJ, "2026-11-29", {{NULL}}, NULL,
			"DL-01 2026-12-02 act-by host; DL-03 2026-12-28 last-day foreigner", "= 2026-12-29"},
		{"example 4", CITIZEN_TJ, "2026-12-14", {{NULL}}, NULL,
			"DL-01 2026-12-17 act-by host; DL-03 2027-01-12 last-day foreigner", "2026-12-18 2027-01-13"},
		{"example 5", CITIZEN_KG, "2026-12-01", {{NULL}}, "2026-12-15",
			"DL-01 2026-12-03 act-by host; DL-08 2026-12-18 act-by host; DL-07 2026-12-22 act-by "
			"foreigner; "
			"DL-02 2026-12-30 act-by foreigner due; DL-04 2027-02-28 last-day foreigner; DL-06 2027-05-31 "
			"reentry-from foreigner",
			"2026-12-04 2026-12-21 2026-12-23 2026-12-31 2027-03-01 2027-05-30"},
		{"example 6", CITIZEN_UZ, "2026-11-20", {{"2026-09-01", "2026-09-30"}, {"2026-10-10", "2026-11-08"}},
			NULL,
			"DL-01 2026-11-24 act-by host; DL-03 2026-12-19 last-day foreigner; DL-05 2026-12-19 last-day "
			"foreigner; DL-06 2027-03-01 reentry-from foreigner",
			"2026-11-25 2026-12-20 = 2027-02-28"},
		{"example 7", CITIZEN_KG, "2026-08-01", {{NULL}}, NULL,
			"DL-01 2026-08-05 act-by host; DL-02 2026-08-30 act-by foreigner due; DL-04 2026-10-29 "
			"last-day "
			"foreigner; DL-06 2027-01-29 reentry-from foreigner",
			"= 2026-08-31 2026-10-30 2027-01-28"},
		{"example 8", CITIZEN_KG, "2026-12-01", {{"2026-09-05", "2026-10-14"}}, NULL,
			"DL-01 2026-12-03 act-by host; DL-02 2026-12-30 act-by foreigner due; DL-05 2027-01-19 "
			"last-day "
			"foreigner; DL-04 2027-02-28 last-day foreigner; DL-06 2027-03-05 reentry-from foreigner",
			"2026-12-04 2026-12-31 = 2027-03-01 2027-03-04"},
	};

	(void)state;
	check_rows(rows, sizeof(rows) / sizeof(rows[0]));
}

static void corners(void **state)
{
	static const struct row rows[] = {
		/* Day 30 on 30 June 2026 is not yet under the Order, on 1 July it is. */
		{"before the Order", CITIZEN_KG, "2026-06-01", {{NULL}}, NULL,
			"DL-01 2026-06-03 act-by host; DL-04 2026-08-29 last-day foreigner; DL-06 2026-11-29 "
			"reentry-from foreigner",
			NULL},
		{"under the Order", CITIZEN_KG, "2026-06-02", {{NULL}}, NULL,
			"DL-01 2026-06-04 act-by host; DL-02 2026-07-01 act-by foreigner due; DL-04 2026-08-30 "
			"last-day "
			"foreigner; DL-06 2026-11-30 reentry-from foreigner",
			NULL},
		/* Nothing left: planned, the day of entry was no day of stay; a past one was. */
		{"used up, planned", CITIZEN_UZ, "2026-12-21",
			{{"2026-11-20", "2026-12-19"}, {"2026-09-01", "2026-09-30"}, {"2026-10-10", "2026-11-08"}},
			NULL,
			"DL-05 - used-up foreigner; DL-01 2026-12-23 act-by host; DL-03 2027-01-19 last-day foreigner; "
			"DL-06 2027-03-01 reentry-from foreigner",
			NULL},
		{"used up, in the country", CITIZEN_KG, "2026-11-01", {{"2026-07-01", "2026-09-28"}}, NULL,
			"DL-05 - used-up foreigner; DL-01 2026-11-04 act-by host; DL-02 2026-11-30 act-by foreigner "
			"due; DL-06 2026-12-30 reentry-from foreigner; DL-04 2027-01-29 last-day foreigner",
			NULL},
		/* Out and in on one day: the day counts once, and it is the last one. */
		{"out and in", CITIZEN_KG, "2026-10-29", {{"2026-08-01", "2026-10-29"}}, NULL,
			"DL-05 2026-10-29 last-day foreigner; DL-01 2026-11-02 act-by host; DL-02 2026-11-27 act-by "
			"foreigner due; DL-04 2027-01-26 last-day foreigner; DL-06 2027-01-29 reentry-from foreigner",
			NULL},
		{"out and in, used up", CITIZEN_KG, "2026-10-30", {{"2026-08-01", "2026-10-29"}}, NULL,
			"DL-05 - used-up foreigner; DL-01 2026-11-03 act-by host; DL-02 2026-11-28 act-by foreigner "
			"due; DL-04 2027-01-27 last-day foreigner; DL-06 2027-01-30 reentry-from foreigner",
			NULL},
		/* A stay that lies before the window says nothing; one day of it inside does. */
		{"long ago", CITIZEN_UZ, "2026-12-01", {{"2026-03-01", "2026-06-03"}}, NULL,
			"DL-01 2026-12-03 act-by host; DL-03 2026-12-30 last-day foreigner; DL-05 2026-12-30 last-day "
			"foreigner",
			NULL},
		/* Old days leave the window as new ones come: 60 and 30, and on day 31 she may come again. */
		{"one out, one in", CITIZEN_TJ, "2026-12-01", {{"2026-07-05", "2026-09-02"}}, NULL,
			"DL-01 2026-12-03 act-by host; DL-03 2026-12-30 last-day foreigner; DL-05 2026-12-30 last-day "
			"foreigner; DL-06 2027-01-02 reentry-from foreigner",
			NULL},
		{"free at once", CITIZEN_TJ, "2026-12-01", {{"2026-07-04", "2026-09-01"}}, NULL,
			"DL-01 2026-12-03 act-by host; DL-03 2026-12-30 last-day foreigner; DL-05 2026-12-30 last-day "
			"foreigner; DL-06 2027-01-01 reentry-from foreigner",
			NULL},
		{"the first day of the rules", CITIZEN_TJ, "2023-01-27", {{"2022-12-01", "2023-01-27"}}, "2023-01-27",
			"DL-01 2023-01-31 act-by host; DL-08 2023-01-31 act-by host; DL-07 2023-02-02 act-by "
			"foreigner; "
			"DL-03 2023-02-25 last-day foreigner; DL-05 2023-02-25 last-day foreigner",
			NULL},
	};

	(void)state;
	check_rows(rows, sizeof(rows) / sizeof(rows[0]));
}

static bool cites(const struct deadline *d, const char *fact)
{
	for (size_t i = 0; i < d->fact_count; i++)
		if (str_equal(d->facts[i], fact))
			return true;
	return false;
}

static void what_an_answer_says(void **state)
{
	struct stay whole = {day("2026-07-01"), day("2026-09-28")};
	struct deadline_question q = {
		.citizen = CITIZEN_UZ, .entered = day("2027-05-14"), .moved = DATE_NONE, .today = day("2026-11-22")};
	struct deadline_list list = almanac_find(&almanac, &q);
	const struct deadline *d = almanac_pick(&list, "DL-01");

	(void)state;
	assert_int_equal(d->date, day("2027-05-18"));
	assert_int_equal(d->loose, day("2027-05-20"));
	assert_int_equal(d->notes, NOTE_DOUBTFUL | NOTE_STRICT);
	assert_true(cites(d, "Y-57") && cites(d, "REG-01") && str_equal(d->facts[0], "DL-01"));
	assert_string_equal(d->rule->unit, "working_days");
	assert_int_equal(almanac_pick(&list, "DL-03")->notes, NOTE_STRICT);
	q.entered = day("2026-12-14");
	list = almanac_find(&almanac, &q);
	assert_true(cites(almanac_pick(&list, "DL-01"), "Y-55"));
	assert_false(cites(almanac_pick(&list, "DL-01"), "Y-57"));
	q.entered = day("2029-01-08");
	q.today = day("2028-12-01");
	list = almanac_find(&almanac, &q);
	assert_int_equal(almanac_pick(&list, "DL-01")->notes, NOTE_UNLISTED | NOTE_STRICT);
	assert_true(cites(almanac_pick(&list, "DL-01"), "Y-57"));
	/* In the country with nothing left: every other date comes too late, and each day moves the re-entry. */
	q = (struct deadline_question){CITIZEN_KG, day("2026-11-01"), &whole, 1, DATE_NONE, day("2026-11-22")};
	list = almanac_find(&almanac, &q);
	assert_true(cites(almanac_pick(&list, "DL-05"), "Y-04"));
	assert_true(almanac_pick(&list, "DL-04")->notes & NOTE_TOO_LATE);
	assert_true(almanac_pick(&list, "DL-01")->notes & NOTE_TOO_LATE);
	assert_true(almanac_pick(&list, "DL-06")->notes & NOTE_STAY_GROWS);
	q.today = day("2026-10-31");
	list = almanac_find(&almanac, &q);
	assert_false(almanac_pick(&list, "DL-06")->notes & NOTE_STAY_GROWS);
}

static void the_day_plans_are_measured_from(void **state)
{
	date_t written = day("2026-11-22"), clock = day("2026-12-01"), wrong = day("1970-01-01"),
	       given = day("2025-01-01");

	(void)state;
	assert_int_equal(deadlines_today(DATE_NONE, clock, written), clock);
	assert_int_equal(deadlines_today(DATE_NONE, wrong, written), written);
	assert_int_equal(deadlines_today(given, clock, written), given);
}

static void refusals(void **state)
{
	static const struct {
		struct row row;
		enum deadline_problem problem;
		size_t index, other;
		const char *limit; /* NULL: not looked at */
	} rows[] = {
		{{"", CITIZEN_OTHER, "2026-12-01", {{NULL}}, NULL, "", ""}, PROBLEM_CITIZEN, 0, 0, NULL},
		{{"", CITIZEN_SKIPPED, "2026-12-01", {{NULL}}, NULL, "", ""}, PROBLEM_CITIZEN, 0, 0, NULL},
		{{"", CITIZEN_UZ, "2023-01-26", {{NULL}}, NULL, "", ""}, PROBLEM_ENTERED_EARLY, 0, 0, "2023-01-27"},
		{{"", CITIZEN_KG, "1900-01-01", {{NULL}}, NULL, "", ""}, PROBLEM_ENTERED_EARLY, 0, 0, "2023-01-27"},
		{{"", CITIZEN_UZ, "2023-01-27", {{NULL}}, NULL, "", ""}, PROBLEM_NONE, 0, 0, NULL},
		{{"", CITIZEN_TJ, "2027-11-22", {{NULL}}, "2027-11-22", "", ""}, PROBLEM_NONE, 0, 0, NULL},
		{{"", CITIZEN_TJ, "2027-11-23", {{NULL}}, NULL, "", ""}, PROBLEM_ENTERED_AHEAD, 0, 0, "2027-11-22"},
		{{"", CITIZEN_TJ, "2199-12-31", {{NULL}}, NULL, "", ""}, PROBLEM_ENTERED_AHEAD, 0, 0, "2027-11-22"},
		{{"", CITIZEN_TJ, "2026-12-01", {{"2026-10-01", "2026-10-05"}, {"2026-11-02", "2026-11-01"}}, NULL, "",
			 ""},
			PROBLEM_STAY_REVERSED, 1, 0, NULL},
		{{"", CITIZEN_TJ, "2026-12-01", {{"2026-11-02", "2026-12-02"}}, NULL, "", ""}, PROBLEM_STAY_AFTER_ENTRY,
			0, 0, "2026-12-01"},
		{{"", CITIZEN_TJ, "2026-12-01", {{"2026-12-01", "2026-12-01"}}, NULL, "", ""}, PROBLEM_NONE, 0, 0,
			NULL},
		{{"", CITIZEN_TJ, "2026-12-01",
			 {{"2026-11-05", "2026-11-09"}, {"2026-10-01", "2026-10-02"}, {"2026-11-08", "2026-11-12"}},
			 NULL, "", ""},
			PROBLEM_STAYS_SHARE, 0, 2, NULL},
		{{"", CITIZEN_TJ, "2026-12-01", {{"2026-11-05", "2026-11-09"}, {"2026-11-09", "2026-11-12"}}, NULL, "",
			 ""},
			PROBLEM_NONE, 0, 0, NULL},
		{{"", CITIZEN_TJ, "2026-12-01", {{"2026-11-05", "2026-11-09"}, {"2026-11-05", "2026-11-09"}}, NULL, "",
			 ""},
			PROBLEM_STAYS_SHARE, 0, 1, NULL},
		{{"", CITIZEN_TJ, "2026-12-01", {{NULL}}, "2026-11-30", "", ""}, PROBLEM_MOVED_EARLY, 0, 0,
			"2026-12-01"},
		{{"", CITIZEN_TJ, "2026-12-01", {{NULL}}, "2027-11-23", "", ""}, PROBLEM_MOVED_AHEAD, 0, 0,
			"2027-11-22"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct stay stays[MOST_STAYS];
		struct deadline_question q = question(&rows[i].row, stays);
		struct deadline_refusal r = deadlines_refuse(almanac.rules, &q);
		if (r.problem != rows[i].problem)
			fail_msg("row %zu: problem %d", i, r.problem);
		assert_int_equal(r.index, rows[i].index);
		assert_int_equal(r.other, rows[i].other);
		if (rows[i].limit)
			assert_int_equal(r.limit, day(rows[i].limit));
	}
}

static void a_guide_without_a_rule(void **state)
{
	struct deadline_question q = {
		.citizen = CITIZEN_UZ, .entered = day("2026-12-01"), .moved = DATE_NONE, .today = day("2026-11-22")};

	(void)state;
	for (size_t i = 0; i < almanac.few->count; i++) {
		struct rule *rules = arena_new_array(&almanac.arena, almanac.few->count, struct rule);
		struct rule_set set = {rules, almanac.few->count};
		const char *id = almanac.few->rules[i].id;
		for (size_t k = 0; k < set.count; k++) {
			rules[k] = almanac.few->rules[k];
			if (str_equal(rules[k].id, id))
				rules[k].value = "many";
		}
		q.citizen = str_equal(id, "registration.order") ? CITIZEN_KG : CITIZEN_UZ;
		struct deadline_refusal r = deadlines_refuse(&set, &q);
		assert_int_equal(r.problem, PROBLEM_RULES);
		assert_string_equal(r.rule, id);
	}
}

/* When the Order is confirmed, a word in facts.csv is all that changes; when a number changes, a row in rules.csv. */
static void rules_by_the_date_they_apply_to(void **state)
{
	struct rule *rules = arena_new_array(&almanac.arena, almanac.few->count + 1, struct rule);
	struct rule_set set = {rules, almanac.few->count + 1};
	struct deadline_question q = {
		.citizen = CITIZEN_UZ, .entered = day("2027-03-31"), .moved = DATE_NONE, .today = day("2026-11-22")};
	struct deadline_list list;

	(void)state;
	for (size_t i = 0; i < almanac.few->count; i++) {
		rules[i] = almanac.few->rules[i];
		rules[i].due = false;
		if (str_equal(rules[i].id, "stay.days") && (rules[i].audience & CITIZEN_UZ)) {
			rules[set.count - 1] = rules[i];
			rules[i].until = day("2027-03-31");
			rules[set.count - 1].from = day("2027-04-01");
			rules[set.count - 1].until = day("2027-06-30");
			rules[set.count - 1].value = "45";
		}
	}
	deadlines_find(&set, almanac.days, &q, &almanac.arena, &list);
	assert_int_equal(almanac_pick(&list, "DL-03")->date, q.entered + 29);
	q.entered++;
	deadlines_find(&set, almanac.days, &q, &almanac.arena, &list);
	assert_int_equal(almanac_pick(&list, "DL-03")->date, q.entered + 44);
	assert_false(almanac_pick(&list, "DL-03")->notes & NOTE_EXPIRED);
	q.entered = day("2027-07-01");
	deadlines_find(&set, almanac.days, &q, &almanac.arena, &list);
	assert_true(almanac_pick(&list, "DL-03")->notes & NOTE_EXPIRED);
	q.citizen = CITIZEN_KG;
	deadlines_find(&set, almanac.days, &q, &almanac.arena, &list);
	assert_false(almanac_pick(&list, "DL-02")->due);
}

/* Every day of four years. Days of stay stand in a row of boxes, one a day, and are counted one by one. */
#define BOXES 4000
static date_t first_box;
static bool box[BOXES];

static bool *box_of(date_t d)
{
	assert_in_range(d - first_box, 0, BOXES - 1);
	return &box[d - first_box];
}

static int counted(date_t d, int back)
{
	int sum = 0;

	for (date_t k = d - back; k <= d; k++)
		sum += *box_of(k);
	return sum;
}

static unsigned dice_state;

static int dice(int least, int most)
{
	dice_state = dice_state * 1664525u + 1013904223u;
	return least + (int)((dice_state >> 8) % (unsigned)(most - least + 1));
}

/* Earlier stays up to `entered`, in boxes and in the question. */
static void roll_stays(struct deadline_question *q, struct stay stays[MOST_STAYS])
{
	date_t end = q->entered - dice(0, 40);

	memset(box, 0, sizeof(box));
	q->stays = stays;
	q->stay_count = (size_t)dice(0, MOST_STAYS);
	for (size_t i = 0; i < q->stay_count; i++) {
		date_t begin = end - dice(0, 50);
		stays[i] = (struct stay){begin, end};
		for (date_t d = begin; d <= end; d++)
			*box_of(d) = true;
		end = begin - dice(0, 30);
	}
}

static void check_stay(const struct deadline_question *q, int own, const struct deadline_list *list)
{
	const struct deadline *sum = almanac_pick(list, "DL-05"), *again = almanac_pick(list, "DL-06");
	date_t own_last = q->entered + own - 1, last = sum ? sum->date : own_last;

	assert_int_equal(almanac_pick(list, q->citizen == CITIZEN_KG ? "DL-04" : "DL-03")->date, own_last);
	assert_int_equal(!!sum, q->stay_count > 0);
	for (date_t d = q->entered; last != DATE_NONE && d <= last; d++) {
		*box_of(d) = true;
		assert_true(counted(d, 180) <= 90); /* no day of the stay is over */
	}
	if (last != own_last) { /* and one day more would be */
		date_t next = last == DATE_NONE ? q->entered : last + 1;
		bool was = *box_of(next);
		*box_of(next) = true;
		assert_true(counted(next, 180) > 90);
		*box_of(next) = was;
	}
	if (last == DATE_NONE && q->entered <= q->today)
		*box_of(q->entered) = true;
	assert_int_equal(!!again, last == DATE_NONE || counted(last, 180) == 90);
	if (!again)
		return;
	for (date_t d = (last == DATE_NONE ? q->entered : last) + 1; d <= again->date; d++) {
		assert_false(*box_of(d));
		*box_of(d) = true;
		assert_int_equal(counted(d, 180) <= 90, d == again->date); /* the first day that is possible */
		*box_of(d) = false;
	}
}

static void every_day_of_four_years(void **state)
{
	static const enum citizen citizens[] = {CITIZEN_TJ, CITIZEN_UZ, CITIZEN_KG};

	(void)state;
	dice_state = 20261122;
	for (date_t d = day("2025-01-01"); d <= day("2028-12-31"); d++) {
		struct stay stays[MOST_STAYS];
		struct deadline_question q = {.citizen = citizens[d % 3], .entered = d, .moved = DATE_NONE};
		int own = q.citizen == CITIZEN_KG ? 90 : 30;
		first_box = d - 1000;
		for (int i = 0; i < 4; i++) {
			q.today = d + dice(-1, 1);
			roll_stays(&q, stays);
			struct deadline_list list = almanac_find(&almanac, &q);
			for (size_t k = 1; k < list.count; k++)
				assert_true(list.items[k - 1].date <= list.items[k].date);
			check_stay(&q, own, &list);
			arena_reset(&almanac.scratch);
		}
	}
}

/* The safe reading is never later for what ends and never earlier for what begins; a later entry never ends earlier; another
 * stay never lengthens one. */
static void readings_and_order(void **state)
{
	static const enum citizen citizens[] = {CITIZEN_TJ, CITIZEN_UZ, CITIZEN_KG};

	(void)state;
	for (size_t c = 0; c < 3; c++) {
		struct deadline_list before = {.count = 0};
		for (date_t d = day("2025-01-01"); d <= day("2028-12-31"); d++) {
			struct stay stays[2] = {{d - 150, d - 110}, {d - 60, d - 41}};
			struct deadline_question q = {.citizen = citizens[c],
				.entered = d,
				.stays = stays,
				.stay_count = 1,
				.moved = d,
				.today = d};
			struct deadline_list list = almanac_find(&almanac, &q);
			date_t last = almanac_pick(&list, "DL-05")->date;
			for (size_t i = 0; i < list.count; i++) {
				const struct deadline *x = &list.items[i], *y = almanac_pick(&before, x->id);
				assert_true(
					x->kind == DEADLINE_REENTRY_FROM ? x->loose <= x->date : x->loose >= x->date);
				assert_true(!y || y->date <= x->date);
			}
			before = list;
			q.stay_count = 2;
			list = almanac_find(&almanac, &q);
			assert_true(almanac_pick(&list, "DL-05")->date <= last);
			arena_reset(&almanac.scratch);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(examples_of_the_dossier),
		cmocka_unit_test(corners),
		cmocka_unit_test(what_an_answer_says),
		cmocka_unit_test(the_day_plans_are_measured_from),
		cmocka_unit_test(refusals),
		cmocka_unit_test(a_guide_without_a_rule),
		cmocka_unit_test(rules_by_the_date_they_apply_to),
		cmocka_unit_test(every_day_of_four_years),
		cmocka_unit_test(readings_and_order),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
