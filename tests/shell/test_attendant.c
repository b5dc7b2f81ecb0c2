/* The page for staff: who gets in and who waits, what is shown, the tests of the panel, and the only way out of a kiosk. */
#include "../testing.h"

#include "base/str.h"
#include "mouth.h"
#include "session.h"
#include "shell/code.h"

#include <stdio.h>
#include <string.h>

static int asked; /* how often a code was looked at */

static bool knows(void *self, const char *code)
{
	asked++;
	return str_equal(code, self);
}

static void look(void *self, struct arena *a, struct health *out)
{
	static const char *const keys[] = {"0123456789ABCDEF", NULL};
	static const char *const counts[] = {"ROHNAMO-COUNTS 1", NULL};
	static const char *const settings[] = {"city = Almaty", "# printer =", NULL};

	(void)self;
	(void)a;
	*out = (struct health){
		.started = 20780,
		.started_minutes = 425,
		.free_mib = 100,
		.temperature_c = 41,
		.memory_mib = 30,
		.shut = true,
		.keys = keys,
		.settings = settings,
		.counting = true,
		.counts = counts,
		.updated = true,
		.update = {.serial = 3, .result = UPDATE_FORGED, .kind = "guide", .date = 20781},
	};
}

static char right_code[] = "271828";
static const struct app_staff staff = {right_code, look, knows}, nobody = {NULL, look, NULL};

static void open_for(struct session *s, const struct app_staff *with, bool inside)
{
	asked = 0;
	session_open(s);
	s->settings.kiosk = true;
	s->settings.staff = with;
	s->settings.start.staff = inside;
}

static void type_code(struct session *s, const char *digits)
{
	for (const char *d = digits; *d; d++) {
		char id[32];
		snprintf(id, sizeof id, "staff.key.%c", *d);
		session_tap(s, id);
		session_wait(s, 300);
	}
	session_tap(s, "staff.enter");
}

/* On real keys, in no time. */
static void try_code(struct session *s, const char *digits)
{
	session_type(s, digits);
	app_act(&s->app, (struct action){"staff", "enter"}, s->now_ms);
}

static void the_code_opens_the_page(void **state)
{
	struct session s;

	(void)state;
	open_for(&s, &staff, false);
	session_start(&s, "about");
	session_tap(&s, "about.staff");
	assert_string_equal(session_route(&s), "attendant");
	assert_false(session_has(&s, "staff.guide"));
	type_code(&s, "271828");
	assert_string_equal(session_label(&s, "title"), "State of this kiosk");
	assert_true(session_has(&s, "staff.guide"));
	for (size_t i = 0; i < sizeof s.app.model.visit->staff.code; i++) /* the digits are gone at once */
		assert_int_equal(s.app.model.visit->staff.code[i], 0);
	session_tap(&s, "staff.finish");
	assert_string_equal(session_route(&s), "attract");
	assert_true(app_act(&s.app, (struct action){"go", "attendant"}, s.now_ms)); /* for the next one it is shut */
	assert_true(session_has(&s, "staff.enter"));
	session_close(&s);
}

static void real_keys_do_the_same(void **state)
{
	struct session s;

	(void)state;
	open_for(&s, &staff, false);
	session_start(&s, "attendant");
	session_type(&s, "2718299");
	assert_string_equal(session_label(&s, "staff.code"), "Digits typed: 7");
	session_key(&s, KEY_BACKSPACE);
	session_key(&s, KEY_BACKSPACE);
	session_type(&s, "x");
	session_type(&s, "8");
	assert_string_equal(session_label(&s, "staff.code"), "Digits typed: 6");
	assert_true(app_act(&s.app, (struct action){"staff", "enter"}, s.now_ms));
	assert_true(session_has(&s, "staff.leave"));
	session_close(&s);
}

/* 2, 4, 8 ... seconds, up to five minutes; neither another visit nor patience with the keys goes round it. */
static void wrong_codes_take_longer_and_longer(void **state)
{
	struct session s;
	int64_t wait_ms = 2000;

	(void)state;
	open_for(&s, &staff, false);
	session_start(&s, "attendant");
	for (int i = 1; i <= 10; i++) {
		try_code(&s, "111111");
		assert_int_equal(asked, i);
		assert_true(session_has(&s, "staff.refused"));
		session_wait(&s, wait_ms - 1);
		if (!str_equal(session_route(&s), "attendant")) /* idle: another visit */
			app_act(&s.app, (struct action){"go", "attendant"}, s.now_ms);
		try_code(&s, "271828"); /* too soon, though right */
		assert_int_equal(asked, i);
		assert_false(session_has(&s, "staff.leave"));
		session_wait(&s, 1);
		wait_ms = wait_ms * 2 < 300000 ? wait_ms * 2 : 300000;
		while (*s.app.model.visit->staff.code)
			session_key(&s, KEY_BACKSPACE);
	}
	try_code(&s, "271828");
	assert_true(session_has(&s, "staff.leave"));
	assert_int_equal(s.app.wrong_codes, 0);
	session_close(&s);
}

static void without_a_code_nobody_gets_in(void **state)
{
	struct session s;

	(void)state;
	open_for(&s, &nobody, false);
	session_start(&s, "attendant");
	assert_true(session_has(&s, "staff.none"));
	assert_false(session_has(&s, "staff.enter"));
	app_act(&s.app, (struct action){"type", "123456"}, s.now_ms);
	app_act(&s.app, (struct action){"staff", "enter"}, s.now_ms);
	app_act(&s.app, (struct action){"staff", "leave"}, s.now_ms);
	assert_false(session_has(&s, "staff.leave"));
	assert_false(s.app.quit);
	session_close(&s);
}

static void only_the_attendant_ends_a_kiosk(void **state)
{
	struct session s;
	const struct input close = {.kind = INPUT_CLOSE};

	(void)state;
	open_for(&s, &staff, false);
	session_start(&s, "attendant");
	app_input(&s.app, &close, s.now_ms);
	app_act(&s.app, (struct action){"staff", "leave"}, s.now_ms);
	assert_false(s.app.quit);
	type_code(&s, right_code);
	session_tap(&s, "staff.leave");
	assert_true(s.app.quit);
	session_close(&s);
}

static void the_state_is_told(void **state)
{
	struct session s;

	(void)state;
	open_for(&s, &staff, true);
	session_start(&s, "attendant");
	assert_string_equal(session_label(&s, "staff.keys"), "Keys for updates: 0123456789ABCDEF");
	assert_string_equal(session_label(&s, "staff.disk"), "Free space for updates: 100 MB");
	assert_string_equal(session_label(&s, "staff.temperature"), "Temperature: 41 °C");
	assert_true(session_says(&s, "Running since: 23 November 2026, 07:05"));
	assert_true(strstr(session_label(&s, "staff.update"), "It was not taken."));
	assert_int_equal(session_look(&s, "staff.disk")->fill, COLOR_DOUBT_FILL); /* little room is a warning */
	assert_int_equal(session_look(&s, "staff.temperature")->fill, COLOR_OK_FILL);
	session_tap(&s, "staff.settings");
	assert_string_equal(session_label(&s, "staff.setting.1"), "city = Almaty");
	session_tap(&s, "dock.back");
	session_tap(&s, "staff.counts");
	assert_string_equal(session_look(&s, "staff.counts.1")->icon, "ROHNAMO-COUNTS 1");
	s.settings.today -= 10000;
	session_start(&s, "attendant");
	assert_int_equal(session_look(&s, "staff.clock")->fill, COLOR_DOUBT_FILL);
	session_close(&s);
}

static void each_field_has_to_feel_the_finger(void **state)
{
	struct session s;

	(void)state;
	open_for(&s, &staff, true);
	session_start(&s, "attendant");
	session_tap(&s, "staff.touch");
	for (int i = 0; i < STAFF_CELLS; i++) {
		char id[32], left[64];
		snprintf(left, sizeof left, "Touch each field. Fields left: %d", STAFF_CELLS - i);
		assert_string_equal(session_label(&s, "staff.touch.words"), left);
		snprintf(id, sizeof id, "staff.cell.%d", i);
		session_tap(&s, id);
	}
	assert_string_equal(session_label(&s, "staff.touch.words"), "Every field has felt your finger.");
	session_tap(&s, "staff.touch.again");
	assert_true(session_says(&s, "Touch each field. Fields left: 24"));
	session_close(&s);
}

static float bar_px(struct session *s)
{
	const struct frame *f = app_frame(&s->app);

	for (size_t i = 0; i < f->count; i++)
		if (f->boxes[i].fill == COLOR_INK && !f->boxes[i].action.verb && f->boxes[i].in_scroll &&
			f->boxes[i].rect.w > 50)
			return f->boxes[i].rect.w;
	fail_msg("there is no bar");
	return 0;
}

/* A bar that was made as long as a card tells how wide the panel is: here 20 % more pixels stand on a millimetre than was thought. */
static void the_ruler_tells_the_width_of_the_panel(void **state)
{
	struct session s;

	(void)state;
	open_for(&s, &staff, true);
	session_start(&s, "attendant/ruler");
	float before = bar_px(&s);
	assert_true(before > 85.6f * s.settings.world.px_per_mm - 2 && before < 85.6f * s.settings.world.px_per_mm + 2);
	assert_string_equal(session_label(&s, "staff.ruler.line"), "panel-mm = 270");
	for (int i = 0; i < 10; i++) {
		session_tap(&s, "staff.ruler.20");
		session_wait(&s, 300);
	}
	assert_true(bar_px(&s) > before * 1.19f && bar_px(&s) < before * 1.21f);
	assert_string_equal(session_label(&s, "staff.ruler.line"), "panel-mm = 225"); /* 270 / 1.2 */
	session_close(&s);
}

static void a_sentence_can_be_heard(void **state)
{
	struct session s;

	(void)state;
	mouth_open(NULL);
	open_for(&s, &staff, true);
	session_start(&s, "attendant/sound");
	assert_true(session_has(&s, "staff.sound.none"));
	s.settings.voice = &mouth_voice;
	session_start(&s, "attendant/sound");
	session_tap(&s, "staff.sound.play");
	session_wait(&s, 3000);
	assert_true(mouth_said("You should hear this sentence"));
	session_close(&s);
	mouth_close(NULL);
}

static void show_all(struct session *s)
{
	static const char *const routes[] = {"attendant", "attendant/touch", "attendant/ruler", "attendant/sound",
		"attendant/settings", "attendant/counts", "update", "still"};

	for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
		session_start(s, routes[i]);
		session_lint(s);
	}
	s->settings.start.staff = false;
	session_start(s, "attendant");
	session_lint(s);
	s->settings.start.staff = true;
}

static void it_stands_in_all_sizes_and_languages(void **state)
{
	struct session s;

	(void)state;
	open_for(&s, &staff, true);
	session_in_all_sizes(&s, show_all);
	session_close(&s);
}

static void codes_are_hashed_with_salt(void **state)
{
	static const char *const bad[] = {"", "12345", "1234567890123", "12345a", "123 456", "-12345"};
	char one[CODE_HASH_BYTES], other[CODE_HASH_BYTES];
	struct err e = {"", "", ""};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		if (code_valid(bad[i]))
			fail_msg("'%s' is taken for a code", bad[i]);
	assert_true(code_hash("271828", one, &e) && code_hash("271828", other, &e));
	assert_string_not_equal(one, other);
	assert_true(code_hash_valid(one));
	assert_true(code_matches(one, "271828"));
	assert_false(code_matches(one, "271829"));
	assert_false(code_matches(one, ""));
	assert_false(code_hash_valid("271828"));
	assert_false(code_hash_valid("$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA")); /* guessed in no time */
	one[40] = one[40] == 'A' ? 'B' : 'A';
	assert_false(code_matches(one, "271828"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_code_opens_the_page),
		cmocka_unit_test(real_keys_do_the_same),
		cmocka_unit_test(wrong_codes_take_longer_and_longer),
		cmocka_unit_test(without_a_code_nobody_gets_in),
		cmocka_unit_test(only_the_attendant_ends_a_kiosk),
		cmocka_unit_test(the_state_is_told),
		cmocka_unit_test(each_field_has_to_feel_the_finger),
		cmocka_unit_test(the_ruler_tells_the_width_of_the_panel),
		cmocka_unit_test(a_sentence_can_be_heard),
		cmocka_unit_test(it_stands_in_all_sizes_and_languages),
		cmocka_unit_test(codes_are_hashed_with_salt),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
