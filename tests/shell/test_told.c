/* What was brought is shown at once where nobody is there, and after the visit where somebody is; and a site offers the languages of its people. */
#include "../testing.h"

#include "base/str.h"
#include "session.h"

#include <string.h>

static struct outcome brought(int64_t serial, enum update_result result, bool looking)
{
	struct outcome o = {
		.serial = serial, .looking = looking, .result = result, .kind = "guide", .release = 12, .date = 20782};

	memcpy(o.version, "12-0a1b2c3d", sizeof "12-0a1b2c3d");
	memcpy(o.former, "11-99887766", sizeof "11-99887766");
	memcpy(o.receipt, "ABCD-EFGH-JKLM", sizeof "ABCD-EFGH-JKLM");
	return o;
}

static void whoever_brought_it_sees_what_became_of_it(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "attract");
	session_wait(&s, 1000);
	struct outcome o = brought(7, UPDATE_INSTALLED, true);
	app_tell_update(&s.app, &o);
	session_wait(&s, 0);
	assert_string_equal(session_route(&s), "update");
	assert_true(session_says(&s, "The update is being read and tested. Leave the stick in."));
	assert_false(session_has(&s, "update.code"));
	session_wait(&s, 30000);
	o = brought(8, UPDATE_INSTALLED, false);
	app_tell_update(&s.app, &o);
	session_wait(&s, 0);
	assert_true(session_says(&s, "The new content is in use. You can take the stick out."));
	assert_true(session_says(&s, "Brought: 12-0a1b2c3d"));
	assert_true(session_says(&s, "Before: 11-99887766"));
	assert_string_equal(
		session_look(&s, "update.code")->icon, "ROHNAMO guide 12-0a1b2c3d installed 2026-11-25 ABCD-EFGH-JKLM");
	session_tap(&s, "dock.language"); /* in his own language */
	session_tap(&s, "language.ru");
	assert_string_equal(session_route(&s), "update");
	session_wait(&s, 200000); /* and it goes by itself */
	assert_string_equal(session_route(&s), "attract");
	session_close(&s);
}

static void a_visit_is_not_disturbed(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	struct outcome o = brought(7, UPDATE_FORGED, false);
	app_tell_update(&s.app, &o);
	session_wait(&s, 5000);
	assert_string_equal(session_route(&s), "page/how-long");
	assert_false(app_alone(&s.app));
	session_tap(&s, "dock.home");
	session_tap(&s, "home.finish");
	session_wait(&s, 100);
	assert_string_equal(session_route(&s), "update"); /* he is still there, perhaps */
	assert_true(session_says(&s, "The update is not signed by the owner of this kiosk. It was not taken."));
	session_tap(&s, "update.finish");
	session_wait(&s, 100);
	assert_string_equal(session_route(&s), "attract"); /* once */
	assert_true(app_alone(&s.app));
	session_close(&s);
}

static void each_result_has_its_sentence(void **state)
{
	struct session s;
	const char *said[UPDATE_RESULT_COUNT];

	(void)state;
	session_open(&s);
	session_start(&s, "update");
	assert_true(session_has(&s, "update.none"));
	for (int i = 0; i < UPDATE_RESULT_COUNT; i++) {
		struct outcome o = brought(i + 1, (enum update_result)i, false);
		app_tell_update(&s.app, &o);
		session_wait(&s, 0);
		said[i] = session_label(&s, "update.words");
		assert_true(strlen(said[i]) > 20);
		for (int k = 0; k < i; k++)
			assert_string_not_equal(said[i], said[k]);
	}
	session_close(&s);
}

static void only_the_languages_of_the_site_are_offered(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.languages = 1u << LANG_TG | 1u << LANG_RU;
	session_start(&s, "attract");
	assert_true(session_says(&s, "Нажмите здесь, чтобы начать"));
	assert_null(strstr(app_frame(&s.app)->boxes[session_box(&s, "attract.start")].text, "Touch here"));
	session_wait(&s, ATTRACT_GREETING_MS);
	assert_non_null(strstr(app_frame(&s.app)->boxes[session_box(&s, "attract.start")].text, "Добро пожаловать!"));
	session_wait(&s, ATTRACT_GREETING_MS); /* and Tajik again */
	assert_non_null(strstr(app_frame(&s.app)->boxes[session_box(&s, "attract.start")].text, "Хуш омадед!"));
	session_tap(&s, "attract.start");
	assert_true(session_has(&s, "language.tg") && session_has(&s, "language.ru"));
	assert_false(session_has(&s, "language.uz") || session_has(&s, "language.en"));
	assert_false(app_act(&s.app, (struct action){"lang", "kk"}, s.now_ms));
	session_tap(&s, "language.ru");
	assert_string_equal(session_route(&s), "citizen");
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whoever_brought_it_sees_what_became_of_it),
		cmocka_unit_test(a_visit_is_not_disturbed),
		cmocka_unit_test(each_result_has_its_sentence),
		cmocka_unit_test(only_the_languages_of_the_site_are_offered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
