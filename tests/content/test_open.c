/* Opening: each refusal has its own sentence; large files are checked in slices; foreign schemas are refused. */
#include "fixture.h"

#include "base/file.h"
#include "content/guide_store.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

static void refused(struct image image, const char *told)
{
	struct err e = {0};
	struct guide *g = guide_open_memory(image.data, image.bytes, &e);

	assert_null(g);
	if (!strstr(e.what, told) && !strstr(e.detail, told))
		fail_msg("'%s: %s' does not tell '%s'", e.what, e.detail, told);
	free(image.data);
}

static struct image sealed(const char *sql)
{
	sqlite3 *db = fixture_database();

	fixture_sql(db, sql);
	return fixture_seal(db);
}

static void test_sentences(void **state)
{
	struct image image;

	(void)state;
	refused((struct image){calloc(1, 1), 0}, "is empty");
	refused((struct image){calloc(1, 100), 100}, "shorter than any guide");
	refused((struct image){calloc(1, 5000), 5000}, "cut off or is no guide");
	image = sealed("");
	image.data[5000] ^= 1;
	refused(image, "its digest does not fit");
	image = sealed("");
	image.bytes -= 1;
	refused(image, "cut off");
	image = sealed("");
	memset(image.data, 'x', 16);
	fixture_reseal(&image);
	refused(image, "not a database");
	refused(sealed("PRAGMA application_id = 7"), "of another program");
	refused(sealed("PRAGMA user_version = 5"), "newer Rohnamo");
	refused(sealed("PRAGMA user_version = 3"), "older Rohnamo");
	image = sealed("");
	image.data[18] = image.data[19] = 2;
	fixture_reseal(&image);
	refused(image, "waits for a journal");
	refused(sealed("DELETE FROM meta WHERE key = 'content_date'"), "content_date");
	refused(sealed("UPDATE meta SET value = 'x' WHERE key = 'release'"), "release 'x'");
	refused(sealed("UPDATE meta SET value = '' WHERE key = 'version'"), "version ''");
}

static void test_foreign_schemas(void **state)
{
	static const char *const hostile[] = {
		"DROP TABLE holiday; CREATE TABLE holiday (x)",
		"CREATE VIEW trap AS SELECT 1",
		"DROP TABLE source; CREATE VIEW source AS SELECT 1 AS id, 2 AS publisher, 3 AS title, 4 AS url,"
		" 5 AS published, 6 AS retrieved",
		"CREATE TRIGGER trap AFTER INSERT ON meta BEGIN DELETE FROM meta; END",
		"DROP TABLE source; CREATE TABLE source (id TEXT PRIMARY KEY, publisher, title AS "
		"(hex(zeroblob(30000))),"
		" url, published, retrieved)",
		"CREATE INDEX trap ON source (lower(title))",
		"CREATE VIRTUAL TABLE trap USING fts5(x)",
		"CREATE TABLE trap (x)",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++)
		refused(sealed(hostile[i]), "schema");
	refused(sealed("DROP TABLE question"), "cannot be read");
}

static void test_missing_files(void **state)
{
	struct err e = {0};

	(void)state;
	assert_null(guide_open_file("/nowhere/guide.db", &e));
	assert_non_null(strstr(e.what, "'/nowhere/guide.db' cannot be found"));
	assert_null(guide_open_file("/tmp", &e));
	assert_non_null(strstr(e.what, "is not a file"));
	assert_null(guide_open_file("/dev/zero", &e));
	assert_non_null(strstr(e.what, "is not a file"));
	assert_null(guide_open_file("/nowhere/guide.db", NULL));
}

/* A path that would mislead a URI. */
static char *temporary(struct arena *a, const struct image *image)
{
	char folder[] = "/tmp/rohnamo-open-XXXXXX";
	char *path;
	struct err e;

	assert_non_null(mkdtemp(folder));
	path = arena_printf(a, "%s/a guide?mode=rwc#%%41.db", folder);
	assert_true(file_write(path, image->data, image->bytes, &e));
	return path;
}

static void drop(char *path)
{
	unlink(path);
	*strrchr(path, '/') = '\0';
	rmdir(path);
}

static void test_file(void **state)
{
	struct image image = sealed("");
	struct arena a;
	char *path;
	struct err e = {0};
	struct guide *g;

	(void)state;
	arena_init(&a);
	path = temporary(&a, &image);
	g = guide_open_file(path, &e);
	assert_non_null(g);
	assert_int_equal(guide_check_slice(g, 1), 0);
	assert_true(fixture_ask_everything(g) > 50);
	guide_close(g);
	drop(path);
	arena_release(&a);
	free(image.data);
}

static int check_to_end(struct guide *g, size_t step, int *out_slices)
{
	int rc;

	*out_slices = 0;
	while ((rc = guide_check_slice(g, step)) == 1)
		++*out_slices;
	assert_int_equal(guide_check_slice(g, step), rc); /* the verdict stays */
	return rc;
}

/* A byte of a text that nobody reads at open. */
static size_t quiet_byte(const struct image *image)
{
	static const char text[] = "Go to the office. (kk)";

	for (size_t i = 0; i + sizeof text < image->bytes; i++)
		if (memcmp(image->data + i, text, sizeof text - 1) == 0)
			return i;
	fail_msg("the fixture has no such text");
	return 0;
}

static void test_large_files_are_checked_in_slices(void **state)
{
	struct image image = sealed("");
	struct arena a;
	char *path;
	struct err e = {0};
	struct guide *g;
	int slices;

	(void)state;
	arena_init(&a);
	path = temporary(&a, &image);
	g = guide_open_path(path, 0, &e);
	if (!g)
		fail_msg("%s: %s", e.what, e.detail);
	assert_true(fixture_ask_everything(g) > 50);
	assert_int_equal(check_to_end(g, 10000, &slices), 0);
	assert_int_equal(slices, (int)((image.bytes - GUIDE_TRAILER_BYTES - 1) / 10000));
	guide_close(g);
	image.data[quiet_byte(&image)] ^= 1;
	assert_true(file_write(path, image.data, image.bytes, &e));
	g = guide_open_path(path, 0, &e);
	assert_non_null(g); /* not seen at open; the shell takes the built-in guide when it shows */
	assert_int_equal(check_to_end(g, 1000000, &slices), -1);
	guide_close(g);
	image.data[image.bytes - 1] ^= 1;
	assert_true(file_write(path, image.data, image.bytes, &e));
	assert_null(guide_open_path(path, 0, &e));
	assert_non_null(strstr(e.what, "cut off"));
	drop(path);
	arena_release(&a);
	free(image.data);
}

/* A right digest over a broken B-tree: files of middle size are walked after the first frame. */
static void test_late_walk(void **state)
{
	static const char filler[] = "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
				     " INSERT INTO unit SELECT i, 'paragraph', printf('%.*c', 5000, 'x') || i FROM n";
	struct arena a;

	(void)state;
	for (int broken = 0; broken < 2; broken++) {
		struct image image = sealed(filler);
		struct err e = {0};
		struct guide *g;
		char *path;

		arena_init(&a);
		assert_in_range(image.bytes, GUIDE_WALK_BYTES + 1, GUIDE_WHOLE_BYTES);
		if (broken) {
			memset(image.data + image.bytes / 2 / 4096 * 4096, 0xff, 4096);
			fixture_reseal(&image);
		}
		path = temporary(&a, &image);
		g = guide_open_file(path, &e);
		assert_non_null(g);
		assert_int_equal(guide_check_slice(g, 1), broken ? -1 : 0);
		assert_int_equal(guide_check_slice(g, 1), broken ? -1 : 0);
		guide_close(g);
		drop(path);
		arena_release(&a);
		free(image.data);
	}
}

static void test_nothing_can_be_written(void **state)
{
	struct image image;
	struct guide *g = fixture_open(fixture_database(), &image);

	(void)state;
	assert_int_not_equal(sqlite3_exec(g->db, "DELETE FROM meta", NULL, NULL, NULL), SQLITE_OK);
	assert_int_not_equal(sqlite3_exec(g->db, "ATTACH '/tmp/x' AS x", NULL, NULL, NULL), SQLITE_OK);
	assert_int_not_equal(
		sqlite3_exec(g->db, "PRAGMA writable_schema=ON; CREATE TABLE x (y)", NULL, NULL, NULL), SQLITE_OK);
	guide_close(g);
	free(image.data);
}

/* A query that would never end is stopped, and the guide still answers afterwards. */
static void test_budget(void **state)
{
	struct image image;
	struct guide *g = fixture_open(fixture_database(), &image);
	struct arena a;
	struct page p;
	struct err e;

	(void)state;
	arena_init(&a);
	guide_begin(g);
	assert_int_equal(
		sqlite3_exec(g->db,
			"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", NULL,
			NULL, NULL),
		SQLITE_INTERRUPT);
	assert_true(guide_page(g, &a, "ru", "arrive", &p, &e));
	/* With a spent budget a statement fails in words. */
	g->steps_left = 0;
	{
		struct query q = query_start(g, STATEMENT_QUESTION_COUNT);

		for (int i = 0; i < 5000 && query_next(&q, &e) == QUERY_ROW; i++)
			q = query_start(g, STATEMENT_QUESTION_COUNT);
		assert_true(g->steps_left < 0);
		assert_non_null(strstr(e.what, "the number of questions"));
	}
	arena_release(&a);
	guide_close(g);
	free(image.data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_foreign_schemas),
		cmocka_unit_test(test_missing_files),
		cmocka_unit_test(test_file),
		cmocka_unit_test(test_large_files_are_checked_in_slices),
		cmocka_unit_test(test_late_walk),
		cmocka_unit_test(test_nothing_can_be_written),
		cmocka_unit_test(test_budget),
	};

	guide_memory_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
