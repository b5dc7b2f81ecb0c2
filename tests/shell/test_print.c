/* Printing as a visitor meets it, with a printer that does what the test says: words beside the button, nothing in the way, nothing
 * for the next visitor. */
#include "../testing.h"

#include "screens/msg.h"
#include "session.h"

#include <string.h>

static struct {
	int begun, looked;
	enum print_state at_once, now; /* what it answers */
	char route[ROUTE_BYTES]; /* what it was last asked to print */
} paper;

static enum print_state begin(void *self, const struct model *m, int64_t now_ms)
{
	(void)self;
	(void)now_ms;
	paper.begun++;
	memcpy(paper.route, model_route(m)->text, sizeof paper.route);
	return paper.at_once;
}

static enum print_state look(void *self, int64_t now_ms, int64_t *out_next_ms)
{
	(void)self;
	paper.looked++;
	*out_next_ms = now_ms + 100;
	return paper.now;
}

static const struct app_printer printer = {NULL, begin, look};

static void open_at(struct session *s, const char *route)
{
	memset(&paper, 0, sizeof paper);
	paper.at_once = PRINT_UNDER_WAY;
	paper.now = PRINT_UNDER_WAY;
	session_open(s);
	s->settings.printer = true;
	s->printer = &printer;
	session_start(s, route);
}

static const char *told(struct session *s)
{
	return session_has(s, "print.status") ? session_label(s, "print.status") : "";
}

static void only_where_there_is_something_to_print(void **state)
{
	static const struct {
		const char *route;
		bool offered;
	} rows[] = {
		{"page/how-long", true},
		{"border/1", true},
		{"contacts/kz-112", true},
		{"walk/too-long/12", true},
		{"walk/too-long/1", false},
		{"home", false},
		{"topic/stay", false},
		{"help", false},
		{"take/page/how-long", false},
		{"page/no-such-page", false},
		{"deadlines", false},
	};
	struct session s;

	(void)state;
	open_at(&s, "home");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		s.settings.printer = true;
		session_start(&s, rows[i].route);
		if (session_has(&s, "print") != rows[i].offered)
			fail_msg("%s", rows[i].route);
		app_act(&s.app, (struct action){VERB_PRINT, ""}, s.now_ms);
		assert_int_equal(paper.begun, rows[i].offered);
		paper.begun = 0;
		s.settings.printer = false; /* none is named */
		session_start(&s, rows[i].route);
		assert_false(session_has(&s, "print"));
		assert_false(app_act(&s.app, (struct action){VERB_PRINT, ""}, s.now_ms));
		assert_int_equal(paper.begun, 0);
	}
	s.settings.printer = true;
	s.settings.start.citizen = CITIZEN_UZ;
	session_start(&s, "deadlines");
	assert_true(session_has(&s, "print"));
	session_close(&s);
}

static void it_prints_while_one_reads_on(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "page/how-long");
	assert_string_equal(told(&s), "");
	session_tap(&s, "print");
	assert_string_equal(paper.route, "page/how-long");
	assert_string_equal(told(&s), "Your paper is being printed.");
	assert_int_equal(session_look(&s, "print.status")->role, ROLE_STATUS);
	assert_true(session_look(&s, "print.status")->visible);
	assert_int_equal(session_wait(&s, 1000), 10); /* looked at each tenth of a second, no oftener */
	session_tap(&s, "print"); /* again, and again */
	session_tap(&s, "print");
	assert_int_equal(paper.begun, 1);
	session_wheel(&s, 10); /* reads on */
	assert_string_equal(told(&s), "Your paper is being printed.");
	paper.now = PRINT_SENT;
	session_wait(&s, 200);
	assert_string_equal(told(&s), "Take your paper from the printer.");
	paper.looked = 0;
	assert_int_equal(session_wait(&s, 5000), 0); /* and sleeps */
	assert_int_equal(paper.looked, 0);
	session_tap(&s, "print"); /* once more is another slip */
	assert_int_equal(paper.begun, 2);
	session_close(&s);
}

static void every_end_is_told(void **state)
{
	static const struct {
		enum print_state end;
		const char *words;
		bool attendant;
	} rows[] = {
		{PRINT_SENT, "Take your paper from the printer.", false},
		{PRINT_NO_PAPER, "The printer has no paper.", true},
		{PRINT_GONE, "The printer does not answer.", true},
		{PRINT_BUSY, "The printer is still busy. Try again in a moment.", false},
		{PRINT_REFUSED, "The printer did not print it.", true},
	};
	struct session s;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		for (int way = 0; way < 4; way++) { /* in time or at once; with a phone to take it along or not */
			open_at(&s, way & 1 ? "border/1" : "page/how-long");
			paper.at_once = way & 2 ? rows[i].end : PRINT_UNDER_WAY;
			session_tap(&s, "print");
			paper.now = rows[i].end;
			session_wait(&s, 300);
			assert_true(session_says(&s, rows[i].words));
			assert_int_equal(session_says(&s, "Please tell the attendant."), rows[i].attendant);
			assert_int_equal(session_says(&s, "You can take it along with your phone instead."),
				rows[i].attendant && !(way & 1));
			const struct box *status = session_look(&s, "print.status");
			const struct frame *f = app_frame(&s.app);
			assert_true(status->rect.y + status->rect.h <= f->scroll.clip.y + f->scroll.clip.h + 1);
			assert_true(session_has(&s, "print")); /* to be tried again */
			assert_true(way & 1 || session_has(&s, "take"));
			session_close(&s);
		}
	}
}

static void without_anything_that_prints(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "page/how-long");
	s.app.printer = NULL;
	session_tap(&s, "print");
	assert_true(session_says(&s, "The printer does not answer."));
	assert_int_equal(session_wait(&s, 5000), 0);
	session_close(&s);
}

static void the_words_go_with_the_screen(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "page/how-long");
	session_tap(&s, "print");
	session_tap(&s, "dock.help"); /* elsewhere nothing is told */
	assert_string_equal(told(&s), "");
	session_wait(&s, 500);
	session_tap(&s, "dock.back"); /* still under way */
	assert_string_equal(told(&s), "Your paper is being printed.");
	session_tap(&s, "dock.help");
	paper.now = PRINT_NO_PAPER; /* while one is away: one has to know */
	session_wait(&s, 500);
	assert_string_equal(told(&s), "");
	session_tap(&s, "dock.back");
	assert_true(session_says(&s, "The printer has no paper."));
	session_tap(&s, "dock.help");
	session_tap(&s, "dock.back");
	assert_string_equal(told(&s), "");
	session_close(&s);
}

static void one_slip_at_a_time(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "page/how-long");
	session_tap(&s, "print");
	app_act(&s.app, (struct action){VERB_GO, "border/1"}, s.now_ms);
	session_wait(&s, 10);
	assert_string_equal(told(&s), "");
	session_tap(&s, "print");
	assert_int_equal(paper.begun, 1);
	assert_string_equal(told(&s), "The printer is still busy. Try again in a moment.");
	paper.now = PRINT_NO_PAPER; /* of the first, which is no longer waited for here */
	session_wait(&s, 500);
	assert_string_equal(told(&s), "The printer is still busy. Try again in a moment.");
	paper.now = PRINT_SENT;
	session_tap(&s, "print");
	assert_int_equal(paper.begun, 2);
	session_wait(&s, 500);
	assert_string_equal(told(&s), "Take your paper from the printer.");
	session_close(&s);
}

static void the_next_visitor_is_told_nothing(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "page/how-long");
	session_tap(&s, "print");
	app_act(&s.app, (struct action){VERB_FINISH, ""}, s.now_ms);
	assert_string_equal(session_route(&s), "attract");
	paper.looked = 0;
	session_wait(&s, 1000);
	assert_true(paper.looked > 5); /* it goes on */
	app_act(&s.app, (struct action){VERB_GO, "page/how-long"}, s.now_ms);
	session_wait(&s, 10);
	assert_string_equal(told(&s), "");
	paper.now = PRINT_NO_PAPER;
	session_wait(&s, 500);
	assert_string_equal(told(&s), "");
	assert_int_equal(session_wait(&s, 1000), 0);
	paper.now = PRINT_UNDER_WAY;
	session_tap(&s, "print"); /* her own is told as ever */
	assert_int_equal(paper.begun, 2);
	assert_string_equal(told(&s), "Your paper is being printed.");
	session_close(&s);
}

static void nobody_is_sent_away_while_it_prints(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "page/how-long");
	s.settings.idle_ms = 10000;
	session_start(&s, "page/how-long");
	session_tap(&s, "print");
	session_wait(&s, 60000);
	assert_string_equal(session_route(&s), "page/how-long");
	assert_int_equal(s.app.model.idle, IDLE_ACTIVE);
	paper.now = PRINT_SENT;
	session_wait(&s, s.app.idle.idle_ms - 1000);
	assert_string_equal(told(&s), "Take your paper from the printer."); /* the time counts from the end */
	assert_int_equal(s.app.model.idle, IDLE_ACTIVE);
	session_wait(&s, 4000);
	assert_int_equal(s.app.model.idle, IDLE_WARNING);
	session_wait(&s, 30000);
	assert_string_equal(session_route(&s), "attract");
	session_close(&s);
}

static void a_slip_that_was_left_holds_nobody(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "page/how-long");
	session_tap(&s, "print");
	app_act(&s.app, (struct action){VERB_FINISH, ""}, s.now_ms);
	app_act(&s.app, (struct action){VERB_GO, "page/overstay"}, s.now_ms);
	session_wait(&s, s.app.idle.idle_ms + 1000); /* it is still under way */
	assert_int_equal(s.app.model.idle, IDLE_WARNING);
	session_close(&s);
}

static void behind_the_clock_it_goes_on(void **state)
{
	struct session s;

	(void)state;
	open_at(&s, "page/how-long");
	session_tap(&s, "print");
	session_tap(&s, "dock.hide");
	paper.now = PRINT_SENT;
	session_wait(&s, 5000);
	assert_true(session_has(&s, "hidden.back"));
	assert_false(session_says(&s, "printer"));
	session_tap(&s, "hidden.back");
	assert_string_equal(told(&s), "Take your paper from the printer.");
	session_tap(&s, "print");
	session_tap(&s, "dock.hide");
	paper.now = PRINT_UNDER_WAY;
	session_wait(&s, 61000); /* nobody comes back: printing keeps nothing open */
	assert_string_equal(session_route(&s), "attract");
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_where_there_is_something_to_print),
		cmocka_unit_test(it_prints_while_one_reads_on),
		cmocka_unit_test(every_end_is_told),
		cmocka_unit_test(without_anything_that_prints),
		cmocka_unit_test(the_words_go_with_the_screen),
		cmocka_unit_test(one_slip_at_a_time),
		cmocka_unit_test(the_next_visitor_is_told_nothing),
		cmocka_unit_test(nobody_is_sent_away_while_it_prints),
		cmocka_unit_test(a_slip_that_was_left_holds_nobody),
		cmocka_unit_test(behind_the_clock_it_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
