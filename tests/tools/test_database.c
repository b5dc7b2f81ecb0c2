/* database.c: what of the sources gets into the guide, and what never does. */
#include "desk.h"

#include "base/str.h"
#include "tools/command.h"
#include "tools/database.h"

#include <string.h>
#include <unistd.h>

/* What the checks overlook does not get into a guide. */
static void keys_are_looked_at(void **state)
{
	struct desk d;
	struct loaded l;
	struct err e = {"", "", ""};
	const char *version = NULL;

	(void)state;
	desk_set(&d);
	const struct command_options o = {.source = d.source, .locales = d.locales};
	assert_true(load_sources(&l, &o));
	struct csv *pages = &l.manuscript.tables[TABLE_PAGES];
	char nowhere[] = "nowhere";
	char *right = pages->cells[csv_column(pages, "topic")];
	pages->cells[csv_column(pages, "topic")] = nowhere;
	assert_false(database_write(
		&l.manuscript, &l.units, l.catalogues, &l.readings, desk_path(&d, "guide.db"), &version, &e));
	assert_non_null(strstr(e.what, "a row of 'page' names a row of 'topic' that is not there"));
	pages->cells[csv_column(pages, "topic")] = right;
	char same[] = "202"; /* the number of the second page */
	pages->cells[csv_column(pages, "number")] = same;
	assert_false(database_write(
		&l.manuscript, &l.units, l.catalogues, &l.readings, desk_path(&d, "guide.db"), &version, &e));
	assert_non_null(strstr(e.detail, "UNIQUE constraint failed: page.number"));
	assert_int_not_equal(access(desk_path(&d, "guide.db"), F_OK), 0);
	release_sources(&l);
	desk_clear(&d);
}

static void sources_of_all_rows_of_a_fact(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/facts.csv", "STAY-02,KG,yes,high,in-force,2023-01-27,,decree,",
		"STAY-02,TJ UZ,yes,medium,in-force,2023-01-27,,news decree,2026-11-22,,\n"
		"STAY-02,KG,yes,high,in-force,2023-01-27,,decree,");
	desk_build(&d, "one.db");
	desk_change(&d, "source/facts.csv", "2023-01-27,,news decree,", "2023-01-27,,decree,");
	desk_change(&d, "source/facts.csv", "STAY-02,KG,yes,high,in-force,2023-01-27,,decree,",
		"STAY-02,KG,yes,high,in-force,2023-01-27,,decree news,");
	desk_build(&d, "two.db");
	for (int i = 0; i < 2; i++) {
		assert_int_equal(desk_number(&d, i ? "two.db" : "one.db",
					 "SELECT count(*) FROM fact_source WHERE fact = 'STAY-02'"),
			2);
		assert_int_equal(
			desk_number(&d, i ? "two.db" : "one.db", "SELECT count(*) FROM fact WHERE id = 'STAY-02'"), 2);
	}
	desk_clear(&d);
}

/* A link without words takes those of what it leads to. */
static void words_of_links(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/pages/carry.md", "[The first question](border/1)",
		"[](border/1) [](page/overstay) [](contacts/kz-111) [](topic/stay)");
	desk_build(&d, "guide.db");
	assert_int_equal(
		desk_number(&d, "guide.db",
			"SELECT count(*) FROM block_link l JOIN block b ON b.id = l.block JOIN unit u ON u.id = "
			"l.label WHERE b.page = 'carry' AND l.route || ' ' || u.english IN ("
			"'border/1 What is the purpose of your trip?', 'page/overstay What if I stayed too long?', "
			"'contacts/kz-111 Hotline for families and children', "
			"'topic/stay Registration and length of stay')"),
		4);
	desk_clear(&d);
}

/* More texts and blocks than the first places hold. */
static void a_large_guide(void **state)
{
	struct desk d;
	struct strbuf questions, points;

	(void)state;
	desk_set(&d);
	strbuf_init(&questions);
	strbuf_init(&points);
	for (int i = 0; i < 600; i++) {
		const char *icon = arena_printf(&d.arena, "icons/q%d.svg", i);
		desk_write(&d, icon, DESK_PICTURE "</svg>\n", sizeof DESK_PICTURE "</svg>\n" - 1);
		strbuf_addf(&questions, "q%d,%d,heard,all,q%d,Is this question %d?,Say yes to it.,,,A-01\n", i, i + 100,
			i, i);
	}
	for (int i = 0; i < 70; i++)
		strbuf_addf(&points, "- Point %d. [STAY-03]\n", i);
	desk_change(&d, "source/questions.csv", NULL, questions.text);
	desk_change(&d, "source/pages/how-long.md", "- Count the day of exit too. [STAY-03]\n", points.text);
	strbuf_release(&questions);
	strbuf_release(&points);
	desk_build(&d, "guide.db");
	assert_int_equal(desk_number(&d, "guide.db", "SELECT count(*) FROM question"), 603);
	assert_int_equal(desk_number(&d, "guide.db", "SELECT count(*) FROM unit"), 98 - 1 + 601 + 70);
	assert_int_equal(
		desk_number(&d, "guide.db", "SELECT count(*) FROM block WHERE page = 'how-long'"), 12 - 1 + 70);
	assert_int_equal(
		desk_number(&d, "guide.db",
			"SELECT count(*) FROM block b JOIN unit u ON u.id = b.body WHERE b.page = 'how-long' AND "
			"b.position = 7 + 69 AND u.english = 'Point 69.'"),
		1);
	desk_clear(&d);
}

/* A review counts as long as the page is what was approved. */
static void reviews(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/reviews.csv", NULL, "tg,carry,A. B.,2026-11-20,0123456789abcdef\n");
	const char *hash = strstr(desk_check(&d, false).err, "its hash is ");
	assert_non_null(hash);
	hash = arena_strndup(&d.arena, hash + strlen("its hash is "), 16);
	desk_change(&d, "source/reviews.csv", "0123456789abcdef", hash);
	assert_null(strstr(desk_check(&d, false).err, "its hash is "));
	for (int changed = 0; changed < 2; changed++) {
		if (changed)
			desk_change(&d, "locales/tg/guide.po", "Бо худ чӣ гирам?", "Чиро бо худ гирам?");
		desk_build(&d, "guide.db");
		assert_int_equal(
			desk_number(&d, "guide.db", "SELECT count(*) FROM review WHERE page = 'carry' AND lang = 'tg'"),
			!changed);
	}
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_looked_at),
		cmocka_unit_test(sources_of_all_rows_of_a_fact),
		cmocka_unit_test(words_of_links),
		cmocka_unit_test(a_large_guide),
		cmocka_unit_test(reviews),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
