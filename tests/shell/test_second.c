/* Two languages side by side: wanted by a button where there is room, block beside block, gone with the visit. */
#include "../testing.h"

#include "session.h"

#include <stdio.h>
#include <string.h>

static void lie_wide(struct session *s, int width, int height)
{
	world_init(&s->settings.world, width, height, 0, 0);
}

static void blocks_stand_beside_each_other(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	lie_wide(&s, 1920, 1080);
	s.settings.start.lang = LANG_TG;
	session_start(&s, "page/how-long");
	assert_false(session_has(&s, "block.1.second"));
	session_tap(&s, "second.show");
	const struct box *own = session_look(&s, "block.1"), *second = session_look(&s, "block.1.second");
	assert_true(own->rect.y == second->rect.y);
	assert_true(own->rect.x + own->rect.w <= second->rect.x);
	assert_string_equal(second->lang, "ru");
	assert_string_equal(session_label(&s, "block.1.second"),
		"После каждого въезда вы можете находиться в стране не дольше, чем 30 дней.");
	assert_non_null(strstr(session_label(&s, "second.title"), "?"));
	session_tap(&s, "second.kk");
	assert_string_equal(session_look(&s, "block.1.second")->lang, "kk");
	/* a walk's end, too; its questions have but one language */
	session_start(&s, "walk/too-long/2");
	session_tap(&s, "second.show");
	assert_true(session_has(&s, "block.1.second"));
	session_tap(&s, "second.hide");
	assert_false(session_has(&s, "block.1.second"));
	session_close(&s);
}

static void a_step_has_one_number_in_both(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	lie_wide(&s, 1366, 768);
	s.settings.start.citizen = CITIZEN_KG;
	session_start(&s, "page/how-long");
	session_tap(&s, "second.show");
	int steps = 0;
	for (size_t i = 0; i < app_frame(&s.app)->count; i++) {
		const struct box *b = &app_frame(&s.app)->boxes[i];
		char id[64];
		if (!b->id || !b->label || !strstr(b->id, "block.") || strstr(b->id, ".second") || b->label[1] != '.')
			continue;
		snprintf(id, sizeof id, "%s.second", b->id);
		assert_int_equal(session_look(&s, id)->label[0], b->label[0]);
		steps++;
	}
	assert_int_equal(steps, 2);
	session_close(&s);
}

static void there_is_no_way_where_there_is_no_room(void **state)
{
	static const int sizes[][2] = {{1080, 1920}, {360, 640}, {640, 480}};
	struct session s;

	(void)state;
	session_open(&s);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		lie_wide(&s, sizes[i][0], sizes[i][1]);
		session_start(&s, "page/how-long");
		assert_false(session_has(&s, "second.show"));
	}
	session_close(&s);
}

static void the_own_language_is_never_the_second(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	lie_wide(&s, 1920, 1080);
	s.settings.start.lang = LANG_RU;
	session_start(&s, "page/how-long");
	session_tap(&s, "second.show");
	assert_string_equal(session_look(&s, "block.1.second")->lang, "kk");
	assert_false(session_has(&s, "second.ru"));
	session_tap(&s, "dock.language");
	session_tap(&s, "language.kk");
	assert_false(session_has(&s, "block.1.second"));
	session_tap(&s, "second.show");
	assert_string_equal(session_look(&s, "block.1.second")->lang, "ru");
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_stand_beside_each_other),
		cmocka_unit_test(a_step_has_one_number_in_both),
		cmocka_unit_test(there_is_no_way_where_there_is_no_room),
		cmocka_unit_test(the_own_language_is_never_the_second),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
