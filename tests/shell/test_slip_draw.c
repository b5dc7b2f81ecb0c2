/* A slip is the same whatever is unfolded, enlarged or told on the screen, and whatever the visitor does while it is drawn. */
#include "../testing.h"

#include "platform/fonts.h"
#include "screens/msg.h"
#include "session.h"
#include "shell/slip_draw.h"

#include <string.h>

static struct fonts *fonts;
static struct metrics metrics;

static struct slip *begin_slip(struct session *s, enum paper_kind kind)
{
	struct err e = {"", "", ""};
	struct slip *slip = slip_begin(&s->app.model, s->guide, fonts, &metrics, kind, &e);

	if (!slip)
		fail_msg("%s", e.what);
	return slip;
}

/* Draws the rest; the file is appended. */
static void finish(struct slip *slip, struct strbuf *out)
{
	struct err e;

	while (slip_more(slip))
		continue;
	assert_true(slip_pdf(slip, out, &e));
	slip_free(slip);
}

static void expect_same(const struct strbuf *a, const struct strbuf *b)
{
	assert_int_equal(a->bytes, b->bytes);
	assert_memory_equal(a->text, b->text, a->bytes);
}

static void act(struct session *s, const char *verb, const char *arg)
{
	assert_true(app_act(&s->app, (struct action){verb, arg}, s->now_ms));
	session_wait(s, 1);
}

static void nothing_of_the_screen_comes_along(void **state)
{
	struct strbuf plain, other;
	struct session s;

	(void)state;
	strbuf_init(&plain);
	strbuf_init(&other);
	session_open(&s);
	s.settings.printer = true;
	world_init(&s.settings.world, 1920, 1080, 0, 0);
	session_start(&s, "page/how-long");
	finish(begin_slip(&s, PAPER_58MM), &plain);
	act(&s, VERB_TOGGLE, "sources");
	act(&s, VERB_TEXT, "200");
	act(&s, VERB_CONTRAST, "high-dark");
	act(&s, VERB_SECOND, "ru");
	act(&s, VERB_PRINT, "");
	s.app.model.can_speak = true;
	s.app.model.visit->listening.stage = LISTENING_ON;
	app_resize(&s.app, &s.settings.world);
	assert_true(session_has(&s, "listen.stop"));
	assert_true(session_has(&s, "print.status") && session_has(&s, "source.1"));
	finish(begin_slip(&s, PAPER_58MM), &other);
	expect_same(&other, &plain);
	strbuf_release(&other);
	strbuf_release(&plain);
	session_close(&s);
}

static void the_visit_may_end_meanwhile(void **state)
{
	static const char *const routes[] = {"page/how-long", "border/1", "contacts/kz-112", "walk/too-long/12"};
	struct session s;

	(void)state;
	session_open(&s);
	for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
		struct strbuf calm, hurried;
		strbuf_init(&calm);
		strbuf_init(&hurried);
		session_start(&s, routes[i]);
		finish(begin_slip(&s, PAPER_A6), &calm);
		struct slip *slip = begin_slip(&s, PAPER_A6);
		assert_true(slip_more(slip));
		act(&s, VERB_GO, "help");
		assert_true(slip_more(slip));
		act(&s, VERB_FINISH, "");
		fonts_forget(fonts);
		finish(slip, &hurried);
		expect_same(&hurried, &calm);
		strbuf_release(&hurried);
		strbuf_release(&calm);
	}
	session_close(&s);
}

static void what_was_set_does(void **state)
{
	struct strbuf today, yesterday;
	struct session s;

	(void)state;
	strbuf_init(&today);
	strbuf_init(&yesterday);
	session_open(&s);
	s.settings.start.citizen = CITIZEN_UZ;
	session_start(&s, "deadlines");
	finish(begin_slip(&s, PAPER_80MM), &today);
	act(&s, VERB_DATES, "yesterday");
	finish(begin_slip(&s, PAPER_80MM), &yesterday);
	assert_false(today.bytes == yesterday.bytes && memcmp(today.text, yesterday.text, today.bytes) == 0);
	strbuf_release(&yesterday);
	strbuf_release(&today);
	session_close(&s);
}

static void a_page_that_cannot_be_read(void **state)
{
	struct err e = {"", "", ""};
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/no-such-page");
	assert_null(slip_begin(&s.app.model, s.guide, fonts, &metrics, PAPER_80MM, &e));
	assert_non_null(strstr(e.what, "no-such-page"));
	session_close(&s);
}

static int open_fonts(void **state)
{
	struct err e = {"", "", ""};

	(void)state;
	fonts = fonts_open(&e);
	metrics = fonts ? fonts_metrics(fonts) : metrics;
	return fonts ? 0 : -1;
}

static int close_fonts(void **state)
{
	(void)state;
	fonts_close(fonts);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_of_the_screen_comes_along),
		cmocka_unit_test(the_visit_may_end_meanwhile),
		cmocka_unit_test(what_was_set_does),
		cmocka_unit_test(a_page_that_cannot_be_read),
	};

	return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
