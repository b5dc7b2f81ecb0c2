/* The comparison of goldens: what it tells, what it lets pass. */
#include "../testing.h"

#include "golden.h"

#include <string.h>

static const char file[] = "# words: aa\n"
			   "\n== home\nscreen home\n  text note \"Нархи он\"\n  button go \"Пешина\" -> home\n"
			   "\n== help\nscreen help\n";

static size_t compare(const char *words, const char *home, const char *bare, struct strbuf *out, size_t *forgiven)
{
	const struct golden_screen screens[] = {{"home", home, bare}, {"help", "screen help\n", "screen help\n"}};
	const struct golden g = {"x.txt", words, screens, 2};

	strbuf_clear(out);
	return golden_compare(out, &g, file, forgiven);
}

static void equal_is_equal(void **state)
{
	struct strbuf out;
	size_t forgiven = 9;

	(void)state;
	strbuf_init(&out);
	assert_int_equal(
		compare("aa", "screen home\n  text note \"Нархи он\"\n  button go \"Пешина\" -> home\n",
			"screen home\n  text note \"Нархи он\"\n  button go \"Home\" -> home\n", &out, &forgiven),
		0);
	assert_int_equal(forgiven, 0);
	strbuf_release(&out);
}

static void a_difference_is_told(void **state)
{
	struct strbuf out;
	size_t forgiven = 9;

	(void)state;
	strbuf_init(&out);
	assert_int_equal(
		compare("aa", "screen home\n  text note \"Нархи он\"\n  button go \"Хона\" -> home\n",
			"screen home\n  text note \"Нархи он\"\n  button go \"Home\" -> home\n", &out, &forgiven),
		2);
	assert_string_equal(out.text, "home -   button go \"Пешина\" -> home\nhome +   button go \"Хона\" -> home\n");
	/* a line more */
	assert_int_equal(
		compare("aa",
			"screen home\n  text new \"x\"\n  text note \"Нархи он\"\n  button go \"Пешина\" -> home\n", "",
			&out, &forgiven),
		1);
	assert_string_equal(out.text, "home +   text new \"x\"\n");
	strbuf_release(&out);
}

static void a_translators_comma_passes(void **state)
{
	struct strbuf out;
	size_t forgiven = 9;

	(void)state;
	strbuf_init(&out);
	assert_int_equal(
		compare("bb", "screen home\n  text note \"Нархи он\"\n  button go \"Хона\" -> home\n",
			"screen home\n  text note \"Нархи он\"\n  button go \"Home\" -> home\n", &out, &forgiven),
		0);
	assert_int_equal(forgiven, 1);
	strbuf_release(&out);
}

static void but_not_the_guides_words_and_not_what_a_button_does(void **state)
{
	struct strbuf out;
	size_t forgiven = 9;

	(void)state;
	strbuf_init(&out);
	assert_int_equal(compare("bb", "screen home\n  text note \"Нарх\"\n  button go \"Хона\" -> help\n",
				 "screen home\n  text note \"Нарх\"\n  button go \"Home\" -> help\n", &out, &forgiven),
		4);
	assert_int_equal(forgiven, 0);
	strbuf_release(&out);
}

static void screens_that_come_and_go_are_told(void **state)
{
	const struct golden_screen screens[] = {{"home", "screen home\n", "screen home\n"}, {"new", "a\n", "a\n"}};
	const struct golden g = {"x.txt", "", screens, 2};
	struct strbuf out;
	size_t forgiven;

	(void)state;
	strbuf_init(&out);
	golden_compare(&out, &g, "# words: \n\n== home\nscreen home\n\n== gone\nscreen gone\n", &forgiven);
	assert_non_null(strstr(out.text, "new + a\n"));
	assert_non_null(strstr(out.text, "gone - the whole screen\n"));
	strbuf_release(&out);
}

static void what_is_written_compares_equal(void **state)
{
	const struct golden_screen screens[] = {{"home", "screen home\n  text a \"b\"\n", ""}, {"help", "x\n", ""}};
	const struct golden g = {"x.txt", "12", screens, 2};
	struct strbuf out, none;
	size_t forgiven;

	(void)state;
	strbuf_init(&out);
	strbuf_init(&none);
	golden_write(&out, &g);
	assert_int_equal(golden_compare(&none, &g, out.text, &forgiven), 0);
	strbuf_release(&out);
	strbuf_release(&none);
}

static void comments_and_dates_of_a_catalogue_do_not_count(void **state)
{
	static const char po[] = "msgid \"\"\nmsgstr \"\"\n\"PO-Revision-Date: 2026\\n\"\n#: app/a.c\nmsgid \"Home\"\n"
				 "msgstr \"Хона\"\n";
	static const char moved[] =
		"msgid \"\"\nmsgstr \"\"\n\"PO-Revision-Date: 2027\\n\"\n#: app/b.c\nmsgid \"Home\"\n"
		"msgstr \"Хона\"\n";
	static const char other[] =
		"msgid \"\"\nmsgstr \"\"\n\"PO-Revision-Date: 2026\\n\"\n#: app/a.c\nmsgid \"Home\"\n"
		"msgstr \"Хона,\"\n";

	(void)state;
	assert_true(golden_words(STR_HASH_START, po) == golden_words(STR_HASH_START, moved));
	assert_true(golden_words(STR_HASH_START, po) != golden_words(STR_HASH_START, other));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_is_equal),
		cmocka_unit_test(a_difference_is_told),
		cmocka_unit_test(a_translators_comma_passes),
		cmocka_unit_test(but_not_the_guides_words_and_not_what_a_button_does),
		cmocka_unit_test(screens_that_come_and_go_are_told),
		cmocka_unit_test(what_is_written_compares_equal),
		cmocka_unit_test(comments_and_dates_of_a_catalogue_do_not_count),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
