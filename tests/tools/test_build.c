/* The command build: the same sources give the same bytes, the kiosk opens them, and a file that is in use is
 * never half of anything. */
#include "desk.h"

#include "base/str.h"
#include "content/guide.h"
#include "tools/compiled.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static struct said build_with(struct desk *d, const char *set, const char *file)
{
	const char *const words[] = {
		"build", "--source", d->source, "--locales", d->locales, "-o", desk_path(d, file), NULL};

	return desk_run_with(d, set, NULL, words);
}

static const char *version_of(struct desk *d, const char *file)
{
	struct compiled c;
	sqlite3_stmt *s = NULL;
	struct err e;

	assert_true(compiled_open(&c, desk_path(d, file), &e));
	assert_int_equal(
		sqlite3_prepare_v2(c.db, "SELECT value FROM meta WHERE key = 'version'", -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	const char *version = arena_strdup(&d->arena, (const char *)sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	compiled_close(&c);
	return version;
}

static void the_same_bytes(void **state)
{
	static const char *const settings[] = {
		NULL, "LC_ALL=ru_RU.UTF-8", "LC_ALL=C.UTF-8", "LANGUAGE=tg", "TZ=America/New_York", "TZ=Asia/Almaty"};
	struct desk first, second; /* two folders: no path may get into the guide */
	size_t first_bytes, second_bytes;

	(void)state;
	desk_set(&first);
	desk_set(&second);
	desk_build(&first, "a.db");
	const char *a = desk_read(&first, "a.db", &first_bytes);
	assert_true(first_bytes > 4096);
	for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
		struct said said = build_with(&second, settings[i], "b.db");
		assert_int_equal(said.status, 0);
		const char *b = desk_read(&second, "b.db", &second_bytes);
		assert_int_equal(first_bytes, second_bytes);
		assert_memory_equal(a, b, first_bytes);
		assert_string_equal(said.out,
			arena_printf(&second.arena, "%s: guide %s\n", desk_path(&second, "b.db"),
				version_of(&first, "a.db")));
	}
	desk_clear(&first);
	desk_clear(&second);
}

/* The version is that of the content: every word counts, and nothing else does. */
static void the_version(void **state)
{
	static const struct {
		const char *file, *old, *new;
		bool other;
	} rows[] = {
		{"locales/kk/guide.po", "Шекарада", "Шекараға", true},
		{"locales/ky/guide.po", "#, fuzzy\n", "", true},
		{"source/rules.csv", "3932", "3931", true},
		{"source/contacts.csv", "+77172954252", "+77172954253", true},
		{"source/pages/carry.md", "[A-01]", "[A-01 PEN-01]", true},
		{"source/guide.csv", "2027-01-15", "2027-01-16", true},
		{"locales/kk/guide.po", "#. topic/border", "#. topic/border\n# somebody's remark", false},
		{"source/rules.csv", "host.notice,all", "\"host.notice\",\"all\"", false},
		{"source/pages/carry.md", "Carry your passport, ", "Carry your passport,\n", false},
		{"source/pages/carry.md", "What must I carry?\n", "What must I carry? ##\r\n", false},
	};
	struct desk d;
	char before[16];

	(void)state;
	desk_set(&d);
	desk_build(&d, "before.db");
	snprintf(before, sizeof before, "%s", version_of(&d, "before.db"));
	assert_true(str_starts(before, "7-") && strlen(before) == 10);
	desk_clear(&d);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		desk_set(&d);
		desk_change(&d, rows[i].file, rows[i].old, rows[i].new);
		desk_build(&d, "after.db");
		if ((strcmp(version_of(&d, "after.db"), before) != 0) != rows[i].other)
			fail_msg("'%s' for '%s': the version %s", rows[i].new, rows[i].old,
				rows[i].other ? "stays" : "changes");
		desk_clear(&d);
	}
}

static void the_kiosk_opens_it(void **state)
{
	struct desk d;
	struct arena a;
	struct err e = {"", "", ""};
	struct page page;
	struct contact_list contacts;

	(void)state;
	desk_set(&d);
	desk_build(&d, "guide.db");
	struct guide *g = guide_open_file(desk_path(&d, "guide.db"), &e);
	if (!g)
		fail_msg("%s: %s", e.what, e.detail);
	assert_int_equal(guide_check_slice(g, 1024 * 1024), 0);
	assert_string_equal(guide_info(g)->version, version_of(&d, "guide.db"));
	assert_int_equal(guide_info(g)->release, 7);
	arena_init(&a);
	assert_true(guide_page(g, &a, "tg", "how-long", &page, &e));
	assert_string_equal(page.title.text, "Чанд вақт истода метавонам?");
	assert_int_equal(page.block_count, 12);
	assert_int_equal(page.blocks[11].link_count, 2);
	assert_true(page.blocks[11].due && page.blocks[11].confidence == CONFIDENCE_LOW);
	assert_true(guide_contacts(g, &a, "uz@cyrillic", &contacts, &e));
	assert_int_equal(contacts.count, 6);
	arena_release(&a);
	guide_close(g);
	desk_clear(&d);
}

static void a_reader_keeps_its_file(void **state)
{
	struct desk d;
	struct stat before, after;
	size_t bytes, again;

	(void)state;
	desk_set(&d);
	desk_build(&d, "guide.db");
	const char *old = desk_read(&d, "guide.db", &bytes);
	FILE *reader = fopen(desk_path(&d, "guide.db"), "rb");
	int files = desk_count(&d, ".");
	assert_int_equal(fstat(fileno(reader), &before), 0);

	/* a build that fails leaves it as it is, and nothing beside it */
	desk_change(&d, "source/pages/carry.md", "[A-01]", "[NO-01]");
	struct said said = build_with(&d, NULL, "guide.db");
	assert_int_equal(said.status, 1);
	assert_non_null(strstr(said.err, "rohnamo-guide: 1 errors; nothing was written\n"));
	assert_int_equal(stat(desk_path(&d, "guide.db"), &after), 0);
	assert_true(before.st_ino == after.st_ino && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec);
	assert_int_equal(desk_count(&d, "."), files);

	/* one that succeeds puts a new file in its place */
	desk_change(&d, "source/pages/carry.md", "[NO-01]", "[A-01 PEN-01]");
	desk_build(&d, "guide.db");
	assert_int_equal(stat(desk_path(&d, "guide.db"), &after), 0);
	assert_true(before.st_ino != after.st_ino);
	assert_int_equal(desk_count(&d, "."), files);
	char *kept = arena_alloc(&d.arena, bytes + 1);
	again = fread(kept, 1, bytes + 1, reader);
	assert_int_equal(again, bytes);
	assert_memory_equal(kept, old, bytes);
	fclose(reader);
	desk_clear(&d);
}

static void outputs_that_cannot_be_written(void **state)
{
	static const struct {
		const char *file, *says;
	} rows[] = {
		{"no/such/folder/guide.db", "No such file or directory"},
		{"source", "Is a directory"},
		{"source/rules.csv/guide.db", "Not a directory"},
	};
	struct desk d;

	(void)state;
	desk_set(&d);
	int files = desk_count(&d, "."), sources = desk_count(&d, "source");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct said said = build_with(&d, NULL, rows[i].file);
		const char *wanted = arena_printf(&d.arena, "rohnamo-guide: file '%s' cannot be written: %s\n",
			desk_path(&d, rows[i].file), rows[i].says);
		if (said.status != 1 || !strstr(said.err, wanted))
			fail_msg("status %d: %s, not %s", said.status, said.err, wanted);
		assert_string_equal(said.out, "");
	}
	assert_int_equal(desk_count(&d, "."), files);
	assert_int_equal(desk_count(&d, "source"), sources);
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_bytes),
		cmocka_unit_test(the_version),
		cmocka_unit_test(the_kiosk_opens_it),
		cmocka_unit_test(a_reader_keeps_its_file),
		cmocka_unit_test(outputs_that_cannot_be_written),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
