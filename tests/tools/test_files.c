/* command_info.c, command_diff.c: what is in a compiled guide and what changed between two. */
#include "desk.h"

#include "base/str.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

static void info_in_words(void **state)
{
	static const char *const wanted[] = {"version 7-",
		"content_date 2026-11-22\ncheck_by 2027-01-15\npages 4\nblocks 25\n"
		"questions 3\nphrases 4\nwalks 1\ndocuments 6\ncontacts 6\ncontacts_with_a_line 5\nrules 41\nsources "
		"2\nunits 98\n",
		"dossier_rows 9\ndossier_cited 8\ndossier_not_used_with_reason 1\ndossier_neither 0\n",
		"language tg made_by machine: 98 of 98 translated, 0 fuzzy\n",
		"language ky made_by machine: 96 of 98 translated, 1 fuzzy\n",
		"language en made_by source: 98 of 98 translated, 0 fuzzy\n"};
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_build(&d, "guide.db");
	struct said said = desk_run(&d, "info", desk_path(&d, "guide.db"));
	assert_int_equal(said.status, 0);
	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
		if (!strstr(said.out, wanted[i]))
			fail_msg("no \"%s\" in \"%s\"", wanted[i], said.out);
	desk_clear(&d);
}

/* SQLite reads the JSON: what it cannot read is none. */
static const char *json_value(struct desk *d, sqlite3 *db, const char *json, const char *path)
{
	sqlite3_stmt *s = NULL;
	const char *value = "nothing";

	assert_int_equal(
		sqlite3_prepare_v2(db, "SELECT json_extract(?1, ?2) WHERE json_valid(?1)", -1, &s, NULL), SQLITE_OK);
	sqlite3_bind_text(s, 1, json, -1, SQLITE_STATIC);
	sqlite3_bind_text(s, 2, path, -1, SQLITE_STATIC);
	if (sqlite3_step(s) == SQLITE_ROW && sqlite3_column_text(s, 0))
		value = arena_strdup(&d->arena, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return value;
}

static void info_in_json(void **state)
{
	static const char *const wanted[][2] = {
		{"$.content_date", "2026-11-22"},
		{"$.check_by", "2027-01-15"},
		{"$.counts.pages", "4"},
		{"$.counts.units", "98"},
		{"$.counts.contacts_with_a_line", "5"},
		{"$.dossier.rows", "9"},
		{"$.dossier.neither", "0"},
		{"$.languages[0].code", "tg"},
		{"$.languages[3].code", "ky"},
		{"$.languages[3].made_by", "machine"},
		{"$.languages[3].units", "98"},
		{"$.languages[3].translated", "96"},
		{"$.languages[3].fuzzy", "1"},
		{"$.languages[3].missing", "1"},
		{"$.languages[6].code", "en"},
		{"$.languages[7]", "nothing"},
	};
	struct desk d;
	sqlite3 *db = NULL;

	(void)state;
	desk_set(&d);
	desk_build(&d, "guide.db");
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	struct said said = desk_run(&d, "info", "--json", desk_path(&d, "guide.db"));
	assert_int_equal(said.status, 0);
	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
		assert_string_equal(json_value(&d, db, said.out, wanted[i][0]), wanted[i][1]);
	assert_true(str_starts(json_value(&d, db, said.out, "$.version"), "7-"));
	sqlite3_close(db);
	desk_clear(&d);
}

static void files_that_are_no_guides(void **state)
{
	struct desk d;
	size_t bytes;

	(void)state;
	desk_set(&d);
	desk_build(&d, "guide.db");
	char *image = desk_read(&d, "guide.db", &bytes);
	image[bytes / 2] ^= 1;
	desk_write(&d, "flipped.db", image, bytes);
	desk_write(&d, "short.db", image, bytes / 2);
	desk_write(&d, "empty.db", "", 0);
	static const char *const names[] = {
		"none.db", "source", "source/rules.csv", "flipped.db", "short.db", "empty.db"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *path = desk_path(&d, names[i]), *good = desk_path(&d, "guide.db");
		struct said said[] = {desk_run(&d, "info", path), desk_run(&d, "info", "--json", path),
			desk_run(&d, "diff", path, good), desk_run(&d, "diff", good, path)};
		for (size_t k = 0; k < sizeof said / sizeof said[0]; k++)
			if (said[k].status != 1 || !str_starts(said[k].err, "rohnamo-guide: ") ||
				!strstr(said[k].err, path) || *said[k].out)
				fail_msg("%s: status %d: %s%s", names[i], said[k].status, said[k].err, said[k].out);
	}
	desk_clear(&d);
}

static void no_difference(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_build(&d, "old.db");
	desk_build(&d, "new.db");
	struct said said = desk_run(&d, "diff", desk_path(&d, "old.db"), desk_path(&d, "new.db"));
	assert_int_equal(said.status, 0);
	assert_string_equal(said.out, "");
	assert_string_equal(said.err, "");
	desk_clear(&d);
}

/* One change each, and the line that tells it. The version changes with every one. */
static void differences(void **state)
{
	static const struct {
		const char *file, *old, *new, *told;
	} rows[] = {
		{"source/rules.csv", "2026-12-31,4325", "2026-12-31,4326",
			"rule\tchanged\tindex.mci all from 2026-01-01\t4325 KZT until 2026-12-31 by PEN-01\t4326 KZT "
			"until "
			"2026-12-31 by PEN-01\n"},
		{"source/rules.csv", "fine.first,all", "fine.more,all,,,15,MCI,PEN-01\nfine.first,all",
			"rule\tadded\tfine.more all from \t\t15 MCI until by PEN-01\n"},
		{"locales/tg/guide.po", "Дар сарҳад", "Дар марз",
			"text\tchanged\ttopic.title tg At the border\tДар сарҳад\tДар марз\n"},
		{"locales/ky/guide.po", "#, fuzzy\n", "",
			"text\tchanged\tbutton ky The first question\tПервый вопрос ru\tБиринчи суроо\n"},
		{"source/topics.csv", "At the border", "At the very border",
			"text\tadded\ttopic.title tg At the very border\t\t"},
		{"source/topics.csv", "At the border", "At the very border",
			"text\tremoved\ttopic.title tg At the border\tДар сарҳад\t\n"},
		{"source/contacts.csv", "+77172954252", "+77172954253", "contact\tchanged\tuz-embassy\t"},
		{"source/contacts.csv", "2023-01-13,medium,news,kz-111", "2023-01-13,medium,news,kz-112",
			"contact\tchanged\tuz-embassy\t"},
		{"source/confirmations.csv", NULL, "kz-111,2026-11-20,A. B.,answered\n",
			"confirmation\tadded\tkz-111 2026-11-20 A. B.\t\tanswered\n"},
		{"source/facts.csv", "STAY-03,all,yes,medium", "STAY-03,all,yes,high",
			"fact\tchanged\tSTAY-03 all\tused medium in force from 2023-01-27 until checked 2026-11-22 "
			"recheck "
			"2027-01-15 by decree news\tused high in force"},
		{"source/sources.csv", "example.org/news", "example.org/paper", "source\tchanged\tnews\t"},
		{"source/pages.csv", "kyrgyz-work,stay,3,203", "kyrgyz-work,stay,3,204",
			"page\tchanged\tkyrgyz-work\t203 "},
		{"source/pages/how-long.md", "- Count the day of exit too.", "- {TJ} Count the day of exit too.",
			"block\tremoved\thow-long all point Count the day of exit too.\t"},
		{"source/pages/how-long.md", "- Count the day of exit too.", "- {TJ} Count the day of exit too.",
			"block\tadded\thow-long TJ point Count the day of exit too.\t"},
		{"source/pages/carry.md", "[A-01]", "[A-01 PEN-01]",
			"block\tchanged\tcarry all answer Carry your passport, your ticket and the address in "
			"writing.\t0 from until "
			"by A-01 to border/1\t0 from until by A-01 PEN-01 to border/1\n"},
		{"source/pages/carry.md", "(border/1)", "(border/2)", "block\tchanged\tcarry all answer"},
		{"source/topics.csv", "stay,,2,stamp", "stay,,2,flame", "topic\tchanged\tstay\t2 stamp "},
		{"source/questions.csv", "where,2,ministry,all", "where,2,ministry,UZ",
			"question\tchanged\t2\twhere 1 all"},
		{"source/documents.csv", "child,road,4,booklet-pram,all,all",
			"child,road,4,booklet-pram,all,visit study",
			"document\tchanged\tchild\t0 4 booklet-pram all 255 1 "},
		{"source/agreements.csv", "purpose money", "purpose where", "agreement\tchanged\treason\t1 "},
		{"source/holidays.csv", NULL, "2027-01-01,Day off,decree\n",
			"holiday\tadded\t2027-01-01\t\tDay off decree\n"},
		{"source/languages.csv", "kk,Қазақша,,,machine", "kk,Қазақша,,,person", "language\tchanged\tkk\t5 "},
		{"source/guide.csv", "release,7", "release,8", "guide\tchanged\trelease\t7\t8\n"},
		/* what no row above tells: the order of two points */
		{"source/pages/how-long.md",
			"- Count the day of entry as the first day. [STAY-03]\n- Count the day of exit too. [STAY-03]",
			"- Count the day of exit too. [STAY-03]\n- Count the day of entry as the first day. [STAY-03]",
			"guide\tchanged\tversion\t7-"},
	};

	struct desk before;

	(void)state;
	desk_set(&before);
	desk_build(&before, "old.db");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct desk d;
		desk_set(&d);
		desk_change(&d, rows[i].file, rows[i].old, rows[i].new);
		desk_build(&d, "new.db");
		struct said said = desk_run(&d, "diff", desk_path(&before, "old.db"), desk_path(&d, "new.db"));
		if (said.status != 1 || *said.err || !strstr(said.out, rows[i].told) ||
			!strstr(said.out, "guide\tchanged\tversion\t"))
			fail_msg("%s: status %d, no \"%s\" in %s%s", rows[i].new, said.status, rows[i].told, said.out,
				said.err);
		desk_clear(&d);
	}
	desk_clear(&before);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(info_in_words),
		cmocka_unit_test(info_in_json),
		cmocka_unit_test(files_that_are_no_guides),
		cmocka_unit_test(no_difference),
		cmocka_unit_test(differences),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
