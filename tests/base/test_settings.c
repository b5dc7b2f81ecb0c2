/* The settings file, as each program reads it: lines in order with their place, or one sentence that names file and line. */
#include "../testing.h"

#include "base/file.h"
#include "base/settings.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct seen {
	char text[512];
	const char *refuse; /* the name that is not taken */
};

static bool take(void *self, const struct settings_line *line, struct err *e)
{
	struct seen *s = self;
	size_t have = strlen(s->text);

	if (s->refuse && str_equal(line->name, s->refuse))
		return err_set(e, "%snot this one", line->where);
	snprintf(s->text + have, sizeof s->text - have, "%s=%s;", line->name, line->value);
	return true;
}

static bool read_text(const char *text, struct seen *s, struct err *e)
{
	char path[] = "/tmp/rohnamo-settings-XXXXXX";
	struct arena a;
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	assert_true(file_write(path, text, strlen(text), e));
	arena_init(&a);
	bool read = settings_read(&a, path, take, s, e);
	arena_release(&a);
	unlink(path);
	return read;
}

static void lines_come_in_order(void **state)
{
	struct seen s = {"", NULL};
	struct err e = {"", "", ""};

	(void)state;
	assert_true(read_text(
		"\xEF\xBB\xBF# first\n\n  city =  Шымкент \r\nopen=06:00-23:00\n#x = y\nempty =\na = b = c", &s, &e));
	assert_string_equal(s.text, "city=Шымкент;open=06:00-23:00;empty=;a=b = c;");
}

static void what_is_no_setting_is_told_with_its_line(void **state)
{
	struct seen s = {"", NULL};
	struct err e = {"", "", ""};

	(void)state;
	assert_false(read_text("city = Almaty\n\nnonsense\n", &s, &e));
	assert_non_null(strstr(e.what, ":3: 'nonsense' is no setting"));
	assert_string_equal(s.text, "city=Almaty;");
	s = (struct seen){"", "open"};
	assert_false(read_text("city = x\nopen = y\nlang = tg\n", &s, &e));
	assert_non_null(strstr(e.what, ":2: not this one"));
	assert_string_equal(s.text, "city=x;"); /* nothing behind it is taken */
}

static void a_file_that_cannot_be_read_is_named(void **state)
{
	struct seen s = {"", NULL};
	struct arena a;
	struct err e = {"", "", ""};

	(void)state;
	arena_init(&a);
	assert_false(settings_read(&a, "/no/such/file", take, &s, &e));
	assert_non_null(strstr(e.what, "settings: file '/no/such/file'"));
	assert_false(settings_read(&a, "/", take, &s, &e));
	assert_false(read_text("city = \xFF\n", &s, &e));
	assert_string_equal(s.text, "");
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_come_in_order),
		cmocka_unit_test(what_is_no_setting_is_told_with_its_line),
		cmocka_unit_test(a_file_that_cannot_be_read_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
