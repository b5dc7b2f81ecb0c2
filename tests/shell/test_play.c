/* --play: each verb does what its name says, and the first thing that does not hold stops the script with its line. */
#include "../testing.h"

#include "session.h"

#include "base/file.h"
#include "base/str.h"
#include "shell/play.h"

#include <stdio.h>
#include <string.h>

struct camera {
	char route[ROUTE_BYTES], path[256];
	int pictures;
	bool broken;
};

static bool take_picture(void *self, const struct app *app, const char *path, struct err *e)
{
	struct camera *c = self;

	snprintf(c->route, sizeof c->route, "%s", model_route(&app->model)->text);
	snprintf(c->path, sizeof c->path, "%s", path);
	c->pictures++;
	return !c->broken || err_set(e, "picture '%s' cannot be written", path);
}

struct stage {
	struct session s;
	struct camera camera;
	struct err e;
};

static void begin(struct stage *t, const char *route)
{
	session_open(&t->s);
	session_start(&t->s, route);
	t->camera = (struct camera){.pictures = 0};
}

static bool run(struct stage *t, const char *text)
{
	struct picture_maker pictures = {&t->camera, take_picture};
	struct script script;

	t->e = (struct err){"", "", ""};
	if (!script_parse(&t->s.arena, "walk.play", text, &script, &t->e))
		fail_msg("%s", t->e.what);
	return play(&t->s.app, &script, &pictures, &t->e);
}

static void expect_done(struct stage *t, const char *text)
{
	if (!run(t, text))
		fail_msg("%s: %s", t->e.what, t->e.detail);
}

static void expect_stop(struct stage *t, const char *text, const char *message)
{
	if (run(t, text))
		fail_msg("went through: %s", text);
	if (strcmp(t->e.what, message) != 0)
		fail_msg("'%s' was expected: '%s'", message, t->e.what);
}

static void a_walk(void **state)
{
	struct stage t;

	(void)state;
	begin(&t, "attract");
	expect_done(&t,
		"# the first way through\n"
		"expect-screen attract\n"
		"tap \"Touch here to begin\"\n"
		"expect-screen language\n"
		"tap \"English\"\n"
		"expect-screen citizen\n"
		"tap \"Uzbekistan\"\n"
		"expect-screen home\n"
		"expect \"Shown for citizens of Uzbekistan.\"\n"
		"tap \"Registration and length of stay\"\n"
		"tap \"How long may I stay?\"\n"
		"expect-screen page/how-long\n"
		"expect \"30 days\"\n"
		"expect-not \"You may stay up to 90 days.\"\n");
	session_close(&t.s);
}

static void a_tap_by_label_moves_the_page_first(void **state)
{
	struct stage t;

	(void)state;
	begin(&t, "page/how-long");
	assert_false(session_look(&t.s, "sources")->visible);
	expect_done(&t, "tap \"Show the sources (2)\"\nexpect-visible \"Hide the sources (2)\"\n");
	session_close(&t.s);
}

/* Labels are compared after NFC, with no-break spaces as spaces. */
static void labels_are_compared_as_people_read_them(void **state)
{
	struct stage t;

	(void)state;
	begin(&t, "page/how-long");
	t.s.settings.start.lang = LANG_TG;
	session_start(&t.s, "language");
	expect_done(&t, "tap \"Тоҷики\xCC\x84\"\n"); /* и and a macron instead of ӣ */
	t.s.settings.start.lang = LANG_EN;
	session_start(&t.s, "page/how-long");
	expect_done(&t,
		"expect \"30\xC2\xA0"
		"days\"\nexpect \"30 days\"\n");
	session_close(&t.s);
}

static void taps_and_drags_by_place(void **state)
{
	struct stage t;

	(void)state;
	begin(&t, "page/how-long");
	expect_done(&t, "drag 500 1200 500 800\nwait 2s\nexpect-screen page/how-long\n");
	assert_true(app_frame(&t.s.app)->scroll.y > 350);
	const struct rect r = session_look(&t.s, "dock.help")->rect;
	expect_done(&t,
		arena_printf(&t.s.arena, "tap %.0f %.1f\nexpect-screen help\n", (double)(r.x + r.w / 2),
			(double)(r.y + r.h / 2)));
	session_close(&t.s);
}

static void keys(void **state)
{
	struct stage t;

	(void)state;
	begin(&t, "page/how-long");
	expect_done(&t,
		"expect-visible \"How long may I stay?\"\nkey Tab\nkey Enter\nexpect-screen citizen\nkey Escape\n"
		"expect-screen page/how-long\nkey PageDown\n");
	assert_true(app_frame(&t.s.app)->scroll.y > 200);
	expect_done(&t, "key PageUp\nkey Shift+Tab\nkey Left\nkey Right\nkey Up\nkey Down\nkey F11\n");
	assert_true(t.s.app.toggle_fullscreen);
	session_close(&t.s);
}

static void time_is_virtual(void **state)
{
	struct stage t;

	(void)state;
	begin(&t, "home");
	expect_done(&t,
		"wait 89s\nexpect-not \"Are you still here?\"\nwait 2000ms\nexpect \"I am still here\"\n"
		"tap \"I am still here\"\nexpect-screen home\nexpect-not \"I am still here\"\n"
		"wait 65s\nwait 60s\nexpect-screen attract\n");
	session_close(&t.s);
}

static void pictures_and_descriptions(void **state)
{
	struct stage t;
	struct blob blob;
	struct err e;

	(void)state;
	begin(&t, "home");
	const char *path = arena_printf(&t.s.arena, "%s/a b.json", session_scratch());
	expect_done(&t, arena_printf(&t.s.arena, "tap \"Help\"\nsnapshot help.png\ndescribe \"%s\"\n", path));
	assert_int_equal(t.camera.pictures, 1);
	assert_string_equal(t.camera.route, "help");
	assert_string_equal(t.camera.path, "help.png");
	assert_true(file_read(&t.s.arena, path, 1 << 20, &blob, &e));
	assert_non_null(strstr((const char *)blob.data, "\"screen\": \"help\""));
	session_scratch_done();
	session_close(&t.s);
}

static void typing_goes_where_typing_goes(void **state)
{
	struct stage t;

	(void)state;
	begin(&t, "home");
	expect_done(&t, "type \"ҳуқуқ\"\nexpect-screen home\n"); /* no field listens yet: nothing happens */
	expect_stop(&t, "type \"0123456789012345678901234567890123456789012345678901234567890123\"\n",
		"walk.play:1: too long to type at once: "
		"\"0123456789012345678901234567890123456789012345678901234567890123\"");
	session_close(&t.s);
}

static void what_does_not_hold_stops_with_its_line(void **state)
{
	struct stage t;

	(void)state;
	begin(&t, "page/how-long");
	expect_stop(&t, "\n# here\ntap \"Nowhere\"\ntap \"Help\"\n",
		"walk.play:3: nothing that can be touched is called \"Nowhere\"");
	assert_string_equal(t.e.detail, "the screen is page/how-long");
	assert_string_equal(session_route(&t.s), "page/how-long"); /* nothing after it was done */
	expect_stop(&t, "expect \"Gold\"\n", "walk.play:1: not on the screen: \"Gold\"");
	expect_stop(&t, "expect-not \"How long\"\n", "walk.play:1: is on the screen: \"How long\"");
	expect_stop(&t, "expect \"Show the sources\"\nexpect-visible \"Show the sources\"\n",
		"walk.play:2: not to be seen now: \"Show the sources\"");
	expect_stop(&t, "expect-screen home\n", "walk.play:1: another screen than \"home\"");
	/* a text is no button: it cannot be tapped */
	expect_stop(&t, "tap \"What to do\"\n", "walk.play:1: nothing that can be touched is called \"What to do\"");
	t.camera.broken = true;
	expect_stop(&t, "snapshot a.png\n", "walk.play:1: picture 'a.png' cannot be written");
	if (run(&t, "describe /no/such/folder/a.json\n"))
		fail_msg("written where nothing can be");
	assert_non_null(strstr(t.e.what, "walk.play:1: "));
	session_close(&t.s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_walk),
		cmocka_unit_test(a_tap_by_label_moves_the_page_first),
		cmocka_unit_test(labels_are_compared_as_people_read_them),
		cmocka_unit_test(taps_and_drags_by_place),
		cmocka_unit_test(keys),
		cmocka_unit_test(time_is_virtual),
		cmocka_unit_test(pictures_and_descriptions),
		cmocka_unit_test(typing_goes_where_typing_goes),
		cmocka_unit_test(what_does_not_hold_stops_with_its_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
