#include "../testing.h"

#include "base/file.h"
#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena arena;
static char folder[64];

static int begin(void **state)
{
	(void)state;
	arena_init(&arena);
	snprintf(folder, sizeof folder, "/tmp/rohnamo-file-XXXXXX");
	return mkdtemp(folder) ? 0 : -1;
}

static void take_away(const char *path)
{
	DIR *d = opendir(path);

	for (struct dirent *entry = d ? readdir(d) : NULL; entry; entry = readdir(d))
		if (!str_equal(entry->d_name, ".") && !str_equal(entry->d_name, ".."))
			take_away(arena_printf(&arena, "%s/%s", path, entry->d_name));
	if (d)
		closedir(d);
	remove(path);
}

static int end(void **state)
{
	(void)state;
	take_away(folder);
	arena_release(&arena);
	return 0;
}

static const char *in_folder(const char *name)
{
	return arena_printf(&arena, "%s/%s", folder, name);
}

static int entries(const char *path)
{
	DIR *d = opendir(path);
	int count = -2; /* itself and its parent */

	assert_non_null(d);
	while (readdir(d))
		count++;
	closedir(d);
	return count;
}

static void write_text(const char *path, const char *text)
{
	assert_true(file_write(path, text, strlen(text), NULL));
}

static void what_was_written_is_read_again(void **state)
{
	static const char data[] = "a\0b\xFF\n";
	struct blob b;

	(void)state;
	assert_true(file_write(in_folder("x"), data, 5, NULL));
	assert_true(file_read(&arena, in_folder("x"), 5, &b, NULL));
	assert_int_equal(b.bytes, 5);
	assert_memory_equal(b.data, data, 5);
	assert_int_equal(b.data[5], 0);
	assert_int_equal(entries(folder), 1);
}

static void writing_again_replaces_the_whole(void **state)
{
	struct blob b;

	(void)state;
	write_text(in_folder("x"), "a long first text");
	write_text(in_folder("x"), "short");
	assert_true(file_read(&arena, in_folder("x"), 100, &b, NULL));
	assert_string_equal((char *)b.data, "short");
	write_text(in_folder("x"), "");
	assert_true(file_read(&arena, in_folder("x"), 0, &b, NULL));
	assert_int_equal(b.bytes, 0);
	assert_string_equal((char *)b.data, "");
}

static void more_than_the_limit_is_not_read(void **state)
{
	struct blob b;
	struct err e;

	(void)state;
	write_text(in_folder("x"), "12345");
	assert_false(file_read(&arena, in_folder("x"), 4, &b, &e));
	assert_string_equal(
		e.what, arena_printf(&arena, "file '%s' is too large: at most 4 bytes are read", in_folder("x")));
}

static void only_regular_files_are_read(void **state)
{
	struct blob b;
	struct err e;

	(void)state;
	assert_false(file_read(&arena, folder, 100, &b, &e));
	assert_string_equal(e.what, arena_printf(&arena, "'%s' is not a regular file", folder));
	assert_false(file_read(&arena, "/dev/zero", 100, &b, &e));
	assert_int_equal(mkfifo(in_folder("pipe"), 0600), 0);
	assert_false(file_read(&arena, in_folder("pipe"), 100, &b, &e)); /* and does not wait for a writer */
	assert_false(file_read(&arena, in_folder("absent"), 100, &b, &e));
	assert_string_equal(e.what, arena_printf(&arena, "file '%s' cannot be opened", in_folder("absent")));
	assert_string_equal(e.detail, strerror(ENOENT));
}

static void existence_means_a_regular_file(void **state)
{
	(void)state;
	write_text(in_folder("x"), "");
	assert_true(file_exists(in_folder("x")));
	assert_false(file_exists(in_folder("y")));
	assert_false(file_exists(folder));
}

static void a_failed_write_leaves_nothing_behind(void **state)
{
	struct err e;

	(void)state;
	assert_true(file_make_folder(in_folder("taken"), NULL));
	assert_false(file_write(in_folder("taken"), "x", 1, &e));
	assert_string_equal(e.what, arena_printf(&arena, "file '%s' cannot be written", in_folder("taken")));
	assert_int_equal(entries(folder), 1);
	assert_false(file_write(in_folder("absent/x"), "x", 1, &e));
	assert_string_equal(e.detail, strerror(ENOENT));
}

static void what_is_no_file_is_written_where_it_stands(void **state)
{
	struct stat s;
	struct blob b;

	(void)state;
	write_text(in_folder("file"), "old");
	assert_int_equal(symlink("file", in_folder("link")), 0);
	assert_true(file_write(in_folder("link"), "new", 3, NULL)); /* the link stays, its target is new */
	assert_int_equal(lstat(in_folder("link"), &s), 0);
	assert_true(S_ISLNK(s.st_mode));
	assert_true(file_read(&arena, in_folder("file"), 10, &b, NULL));
	assert_string_equal((char *)b.data, "new");
	assert_int_equal(mkfifo(in_folder("pipe"), 0600), 0);
	int reader = open(in_folder("pipe"), O_RDONLY | O_NONBLOCK);
	assert_true(file_write(in_folder("pipe"), "word", 4, NULL));
	char got[5] = "";
	assert_int_equal(read(reader, got, 4), 4);
	assert_string_equal(got, "word");
	close(reader);
	assert_int_equal(lstat(in_folder("pipe"), &s), 0);
	assert_true(S_ISFIFO(s.st_mode));
	assert_int_equal(symlink("nowhere", in_folder("dangling")), 0);
	assert_true(file_write(in_folder("dangling"), "x", 1, NULL));
	assert_true(file_exists(in_folder("nowhere")));
}

static void folders_are_made_with_their_parents(void **state)
{
	struct err e;
	struct stat s;

	(void)state;
	assert_true(file_make_folder(in_folder("a/b/c"), NULL));
	assert_int_equal(stat(in_folder("a/b/c"), &s), 0);
	assert_true(S_ISDIR(s.st_mode));
	assert_true(file_make_folder(in_folder("a/b/c"), NULL)); /* again */
	assert_true(file_make_folder(in_folder("a/b/d/"), NULL));
	write_text(in_folder("file"), "x");
	assert_false(file_make_folder(in_folder("file"), &e));
	assert_string_equal(e.detail, strerror(EEXIST));
	assert_false(file_make_folder(in_folder("file/under"), &e));
	assert_string_equal(e.what, arena_printf(&arena, "file '%s' cannot be made a folder", in_folder("file/under")));
	assert_false(file_make_folder("", NULL));
}

static void data_is_found_in_the_given_folder(void **state)
{
	struct blob b;

	(void)state;
	assert_true(file_make_folder(in_folder("share/rohnamo/icons"), NULL));
	assert_true(file_make_folder(in_folder("share/locale"), NULL));
	write_text(in_folder("share/rohnamo/icons/test-file.svg"), "<svg/>");
	setenv("ROHNAMO_DATA", in_folder("share/rohnamo"), 1);
	assert_string_equal(asset_find(&arena, "icons/test-file.svg"), in_folder("share/rohnamo/icons/test-file.svg"));
	assert_true(asset_read(&arena, "icons/test-file.svg", &b, NULL));
	assert_string_equal((char *)b.data, "<svg/>");
	assert_string_equal(asset_locale_folder(&arena), in_folder("share/rohnamo/../locale"));
	assert_null(asset_find(&arena, "icons")); /* a folder is no data */
	setenv("ROHNAMO_DATA", "", 1);
	assert_null(asset_find(&arena, "icons/test-file.svg"));
	unsetenv("ROHNAMO_DATA");
	assert_null(asset_find(&arena, "icons/test-file.svg"));
}

static void missing_data_is_named_with_the_places_looked_at(void **state)
{
	struct blob b;
	struct err e;

	(void)state;
	setenv("ROHNAMO_DATA", folder, 1);
	assert_false(asset_read(&arena, "test-absent.db", &b, &e));
	assert_string_equal(e.what, "data file 'test-absent.db' is not there");
	assert_non_null(strstr(e.hint, "$ROHNAMO_DATA"));
	unsetenv("ROHNAMO_DATA");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_was_written_is_read_again, begin, end),
		cmocka_unit_test_setup_teardown(writing_again_replaces_the_whole, begin, end),
		cmocka_unit_test_setup_teardown(more_than_the_limit_is_not_read, begin, end),
		cmocka_unit_test_setup_teardown(only_regular_files_are_read, begin, end),
		cmocka_unit_test_setup_teardown(existence_means_a_regular_file, begin, end),
		cmocka_unit_test_setup_teardown(a_failed_write_leaves_nothing_behind, begin, end),
		cmocka_unit_test_setup_teardown(what_is_no_file_is_written_where_it_stands, begin, end),
		cmocka_unit_test_setup_teardown(folders_are_made_with_their_parents, begin, end),
		cmocka_unit_test_setup_teardown(data_is_found_in_the_given_folder, begin, end),
		cmocka_unit_test_setup_teardown(missing_data_is_named_with_the_places_looked_at, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
