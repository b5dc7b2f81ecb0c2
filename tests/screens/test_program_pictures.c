/* Pictures over the whole program: every file in assets/icons stands for something, every name is drawn, and a picture of a row of the
 * guide does not mean something else on a button. */
#include "../testing.h"

#include "base/csv.h"
#include "base/file.h"
#include "base/str.h"
#include "i18n/lang.h"
#include "screens/program_pictures.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 512 };

struct use {
	const char *icon, *by; /* "pages overstay", "event 3" */
};

/* Where program and guide show one picture, they mean one thing; where two lists of the program do, too. */
static const struct {
	const char *icon, *reason;
} same_thing[] = {
	{"ask", "the officer's questions"},
	{"bank", "to pay a fine"},
	{"barrier", "at the border"},
	{"broom", "work in a household"},
	{"calendar", "a day to be counted"},
	{"card", "phrases to show"},
	{"checklist", "check your papers"},
	{"clock-late", "stayed too long"},
	{"coins", "pay for work"},
	{"family", "a child travels with me"},
	{"globe-checked", "the travel permission"},
	{"graduate", "to study"},
	{"helmet", "work for a company"},
	{"job-door", "the job has ended"},
	{"line-out", "expulsion"},
	{"megaphone", "complain about the police"},
	{"paper-up", "appeal"},
	{"passport", "which passport"},
	{"phone", "consulates and help"},
	{"practise", "practise the questions"},
	{"pram", "a child is born"},
	{"repeat", "say it again"},
	{"scales", "in court"},
	{"scissors", "the stay was shortened"},
	{"slow", "slower"},
	{"stall", "a business of my own"},
	{"tax-slip", "the tax of the year"},
	{"unpaid", "the pay was not given"},
};

static struct use uses[MOST];
static size_t of_guide, of_all; /* first those of the guide */
static struct arena arena;
static const char *source;

static void note(const char *icon, const char *by)
{
	assert_in_range(of_all, 0, MOST - 1);
	uses[of_all++] = (struct use){icon, by};
}

static void read_table(const char *name)
{
	struct err e = {"", "", ""};
	struct blob blob;
	struct csv table;
	const char *path = arena_printf(&arena, "%s/assets/guide/%s.csv", source, name);

	if (!file_read(&arena, path, 1 << 20, &blob, &e) ||
		!csv_parse(&arena, name, (const char *)blob.data, blob.bytes, &table, &e))
		fail_msg("%s: %s", e.what, e.detail);
	for (size_t i = 0; i < table.rows; i++)
		note(csv_cell(&table, i, "icon"), arena_printf(&arena, "%s %s", name, csv_cell(&table, i, "id")));
}

static void ask_program(void)
{
	static const char *const kinds[PICTURE_KINDS] = {"group", "purpose", "event", "note", "program"};
	static const struct rule_set no_rules;
	static const struct guide_info info;
	static struct visit visit;
	static struct world world;
	const struct picture_use *list;
	const struct model model = {.visit = &visit, .rules = &no_rules, .info = &info};
	struct ui ui = {.arena = &arena, .lang = lang_get(LANG_EN), .world = &world, .model = &model};

	world_init(&world, 1080, 1920, 0, 0);
	for (int kind = 0; kind < PICTURE_KINDS; kind++) {
		size_t count = program_pictures(&ui, (enum picture_kind)kind, &list);
		for (size_t i = 0; i < count; i++)
			note(list[i].icon, arena_printf(&arena, "%s '%s'", kinds[kind], list[i].words));
	}
}

static int open_all(void **state)
{
	static const char *const tables[] = {"topics", "pages", "walks", "questions", "documents", "phrases"};

	(void)state;
	source = getenv("ROHNAMO_SOURCE");
	assert_non_null(source);
	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
		read_table(tables[i]);
	of_guide = of_all;
	ask_program();
	return 0;
}

static int close_all(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static bool is_used(const char *name)
{
	for (size_t i = 0; i < of_all; i++)
		if (str_equal(uses[i].icon, name))
			return true;
	return false;
}

static void every_file_stands_for_something(void **state)
{
	int idle = 0;

	(void)state;
	DIR *folder = opendir(arena_printf(&arena, "%s/assets/icons", source));
	assert_non_null(folder);
	for (const struct dirent *f = readdir(folder); f; f = readdir(folder)) {
		size_t bytes = strlen(f->d_name);
		if (bytes < 5 || !str_equal(f->d_name + bytes - 4, ".svg"))
			continue;
		const char *name = arena_strndup(&arena, f->d_name, bytes - 4);
		if (is_used(name))
			continue;
		printf("%s.svg: no row of the guide has it, and program_pictures.c does not list it\n", name);
		idle++;
	}
	closedir(folder);
	assert_int_equal(idle, 0);
}

static void every_name_is_drawn(void **state)
{
	int missing = 0;

	(void)state;
	for (size_t i = 0; i < of_all; i++) {
		if (file_exists(arena_printf(&arena, "%s/assets/icons/%s.svg", source, uses[i].icon)))
			continue;
		printf("%s: '%s' is not in assets/icons\n", uses[i].by, uses[i].icon);
		missing++;
	}
	assert_int_equal(missing, 0);
}

static bool is_same_thing(const char *icon)
{
	for (size_t i = 0; i < sizeof same_thing / sizeof same_thing[0]; i++)
		if (str_equal(same_thing[i].icon, icon))
			return true;
	return false;
}

static void none_means_two_things(void **state)
{
	int twice = 0;

	(void)state;
	for (size_t i = of_guide; i < of_all; i++)
		for (size_t k = 0; k < i; k++) {
			if (!str_equal(uses[i].icon, uses[k].icon) || is_same_thing(uses[i].icon))
				continue;
			printf("'%s' is of %s and of %s\n", uses[i].icon, uses[k].by, uses[i].by);
			twice++;
		}
	assert_int_equal(twice, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_file_stands_for_something),
		cmocka_unit_test(every_name_is_drawn),
		cmocka_unit_test(none_means_two_things),
	};

	return cmocka_run_group_tests(tests, open_all, close_all);
}
