/* The operator's folder: a consul's corrected number, a confirmation and a notice show without a rebuild, and a file that is
 * written while the kiosk runs is noticed. */
#include "../testing.h"

#include "session.h"

#include "base/file.h"
#include "shell/program.h"

#include <string.h>
#include <unistd.h>

static const char *const names[] = {"contacts.csv", "confirmations.csv", "notice.csv"};

/* The parts of the program that know the folder. */
static struct program program_of(struct session *s)
{
	struct program p = {.guide = s->guide};

	p.options.site = session_scratch();
	p.options.today = s->settings.today;
	return p;
}

static void put(struct session *s, const char *name, const char *text)
{
	struct err e = {"", "", ""};

	if (!file_write(arena_printf(&s->arena, "%s/%s", session_scratch(), name), text, strlen(text), &e))
		fail_msg("%s", e.what);
}

static int clear(void **state)
{
	struct arena a;

	(void)state;
	arena_init(&a);
	for (size_t i = 0; i < 3; i++)
		unlink(arena_printf(&a, "%s/%s", session_scratch(), names[i]));
	arena_release(&a);
	session_scratch_done();
	return 0;
}

static void a_corrected_number_shows(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	struct program p = program_of(&s);
	put(&s, "contacts.csv", "id,phones\ntj-consulate,+77770000001\n");
	program_read_site(&p);
	session_start(&s, "contacts/tj-consulate");
	assert_true(session_says(&s, "777 000"));
	assert_true(session_has(&s, "contact.site"));
	assert_string_equal(session_label(&s, "title"), "Consulate General of Tajikistan");
	session_start(&s, "contacts");
	assert_true(session_says(&s, "777 000"));
	session_close(&s);
}

static void a_confirmation_takes_the_doubt_away(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	struct program p = program_of(&s);
	session_start(&s, "contacts/tj-consulate");
	assert_string_equal(
		session_label(&s, "contact.age"), "This number is from: 10 January 2022. It may not answer.");
	put(&s, "confirmations.csv", "contact,date,by,result\ntj-consulate,2026-11-20,operator,answered\n");
	assert_true(program_site_changed(&p));
	program_read_site(&p);
	assert_false(program_site_changed(&p));
	app_reload(&s.app);
	assert_string_equal(session_label(&s, "contact.age"), "Answered on: 20 November 2026. Called by: operator");
	session_close(&s);
}

static void a_notice_stands_on_home(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	struct program p = program_of(&s);
	session_start(&s, "home");
	assert_false(session_has(&s, "home.notice"));
	put(&s, "notice.csv",
		"from,until,lang,text,by\n2026-11-25,2026-11-25,,The consul is here today at ten.,Consulate\n");
	program_read_site(&p);
	app_reload(&s.app);
	assert_true(session_says(&s, "The consul is here today at ten."));
	assert_true(session_says(&s, "Consulate · 25 November 2026"));
	/* and is gone the day after */
	app_set_today(&s.app, s.settings.today + 1);
	app_step(&s.app, s.now_ms);
	assert_false(session_has(&s, "home.notice"));
	session_close(&s);
}

static void a_new_file_does_not_move_the_reader(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	struct program p = program_of(&s);
	world_init(&s.settings.world, 360, 640, 0, 0);
	session_start(&s, "contacts");
	session_wheel(&s, -5);
	struct scroll_anchor before = frame_anchor(app_frame(&s.app));
	assert_true(before.hash != 0);
	put(&s, "contacts.csv", "id,phones\ntj-consulate,+77770000001\n");
	assert_true(program_site_changed(&p));
	program_read_site(&p);
	app_reload(&s.app);
	struct scroll_anchor after = frame_anchor(app_frame(&s.app));
	assert_true(after.hash == before.hash);
	session_close(&s);
}

static void another_guide_gets_the_corrections_too(void **state)
{
	struct session s, other;

	(void)state;
	session_open(&s);
	session_open(&other);
	put(&s, "contacts.csv", "id,phones\ntj-consulate,+77770000001\n");
	session_start(&s, "contacts/tj-consulate");
	struct program p = program_of(&s);
	p.guide = other.guide;
	program_read_site(&p);
	app_use_guide(&s.app, other.guide);
	assert_true(session_says(&s, "777 000"));
	app_release(&s.app);
	s.started = false;
	session_close(&s);
	session_close(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_corrected_number_shows, clear),
		cmocka_unit_test_teardown(a_confirmation_takes_the_doubt_away, clear),
		cmocka_unit_test_teardown(a_notice_stands_on_home, clear),
		cmocka_unit_test_teardown(a_new_file_does_not_move_the_reader, clear),
		cmocka_unit_test_teardown(another_guide_gets_the_corrections_too, clear),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
