/* Every page, contact, question and outcome of the real guide on three papers: nothing to be pressed, nothing cut, nothing
 * small, only black on white, and the whole text. */
#include "../testing.h"

#include "session.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/slip.h"
#include "view/lint.h"

#include <math.h>
#include <string.h>

static const struct {
	int width_px;
	float px_per_mm;
} papers[] = {{384, 8}, {576, 8}, {1122, 11.811f}};

static void lay_out(struct session *s, struct frame *f, size_t paper)
{
	static const struct page_labels labels = {"", ""};
	struct world world;
	struct ui ui = {.arena = &s->arena, .lang = model_lang(&s->app.model), .world = &world, .model = &s->app.model};

	slip_world(&world, papers[paper].width_px, papers[paper].px_per_mm);
	frame_layout(f, &s->arena, slip_view(&ui), &world, &s->metrics, 0, &labels);
	f->world.height_px = (int)ceilf(f->boxes[0].rect.h);
	for (size_t i = 0; i < f->count; i++)
		f->boxes[i].visible = true;
}

static void expect_black(const struct box *b)
{
	struct rgb fill = theme_color(CONTRAST_HIGH, b->fill), ink = theme_color(CONTRAST_HIGH, b->ink);

	assert_true(
		b->fill == COLOR_NONE || b->fill == COLOR_PAPER || (fill.r + fill.g + fill.b == 0 && !b->line_count));
	assert_int_equal(ink.r + ink.g + ink.b, 0);
}

static void expect_good(struct session *s, const struct frame *f, const char *route)
{
	struct lint lint;

	lint_frame(&lint, &s->arena, f);
	if (lint.count)
		fail_msg("%s in %s, %d px: %s", route, model_lang(&s->app.model)->code, f->world.width_px,
			lint.findings[0]);
	assert_false(f->scroll.present);
	for (size_t i = 0; i < f->count; i++) {
		const struct box *b = &f->boxes[i];
		assert_null(b->action.verb);
		expect_black(b);
		if (b->line_count)
			assert_true((float)b->font_px * f->world.cap_ratio >= 3 * f->world.px_per_mm - 0.5f);
	}
	assert_true(frame_find(f, "slip.origin") > 0);
	assert_true(frame_find(f, "dock") < 0);
}

static bool holds_only_now(const char *id)
{
	return str_equal(id, "contact.now") || str_equal(id, "contact.clock");
}

/* What the screen says is on the paper, but for what is pressed and what will soon not be so. */
static void expect_all_said(struct session *s, const struct frame *paper)
{
	const struct frame *screen = app_frame(&s->app);

	for (size_t i = 0; i < screen->count; i++) {
		const struct box *b = &screen->boxes[i];
		if (!b->id || b->role == ROLE_NONE || b->role == ROLE_SCREEN || b->action.verb || !b->label ||
			holds_only_now(b->id))
			continue;
		int at = frame_find(paper, b->id);
		assert_true(at >= 0);
		assert_string_equal(paper->boxes[at].label, b->label);
	}
}

/* For whom it is: the paper may be handed on. */
static void expect_whom(struct session *s, const struct frame *paper)
{
	int bar = frame_find(app_frame(&s->app), "citizen.change"), line = frame_find(paper, "citizen.change");

	assert_int_equal(bar >= 0, line >= 0);
	if (bar >= 0)
		assert_non_null(strstr(app_frame(&s->app)->boxes[bar].text, paper->boxes[line].text));
}

static void everything_on_every_paper(void **state)
{
	const char *const *routes = NULL;
	struct session s;
	size_t count = 0, seen = 0, outcomes = 0;
	struct err e = {"", "", ""};

	(void)state;
	session_open_real(&s);
	assert_true(guide_routes(s.guide, &s.arena, &routes, &count, &e));
	for (size_t i = 0; i < count; i++) {
		for (size_t paper = 0; paper < sizeof papers / sizeof papers[0]; paper++) {
			struct frame f;
			s.settings.start.lang = (enum lang_id)((i + paper) % LANG_COUNT);
			s.settings.start.citizen = i % 2 ? CITIZEN_SKIPPED : CITIZEN_UZ;
			session_start(&s, routes[i]);
			if (!slip_possible(&s.app.model))
				break;
			outcomes += model_route(&s.app.model)->screen == SCREEN_WALK;
			assert_true(guide_contacts(
				s.guide, &s.app.page, model_lang(&s.app.model)->code, &s.app.data->contacts, &e));
			lay_out(&s, &f, paper);
			expect_good(&s, &f, routes[i]);
			expect_all_said(&s, &f);
			assert_true(frame_find(&f, "contact.now") < 0 && frame_find(&f, "contact.clock") < 0);
			expect_whom(&s, &f);
			seen++;
		}
	}
	assert_true(seen > 300 && outcomes > 60);
	session_close(&s);
}

static void ways_on_become_lines(void **state)
{
	struct session s;
	struct frame f;
	size_t lines = 0;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	lay_out(&s, &f, 0);
	for (size_t i = 0; i < f.count; i++)
		lines += f.boxes[i].text && str_starts(f.boxes[i].text, "→ What if I stayed too long?");
	assert_int_equal(lines, 1);
	assert_true(frame_find(&f, "take") < 0 && frame_find(&f, "sources") < 0);
	assert_true(frame_find(&f, "slip.code") > 0 && frame_find(&f, "slip.date") > 0);
	assert_true(date_parse("2020-01-01", &s.settings.today)); /* a clock that is wrong dates nothing */
	session_start(&s, "page/how-long");
	lay_out(&s, &f, 0);
	assert_true(frame_find(&f, "slip.date") < 0);
	session_close(&s);
}

static bool says(const struct frame *f, const char *words)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->boxes[i].text && strstr(f->boxes[i].text, words))
			return true;
	return false;
}

/* What was set on wheels stands there in words; how far a day is holds only today. */
static void dates_on_paper(void **state)
{
	struct session s;
	struct frame f;

	(void)state;
	session_open_real(&s);
	session_start(&s, "deadlines");
	assert_false(slip_possible(&s.app.model));
	s.settings.start.citizen = CITIZEN_OTHER;
	session_start(&s, "deadlines");
	assert_false(slip_possible(&s.app.model));
	s.settings.start.citizen = CITIZEN_UZ;
	session_start(&s, "deadlines");
	assert_true(slip_possible(&s.app.model));
	assert_true(session_says(&s, "in 29 days"));
	session_tap(&s, "stay.add");
	session_tap(&s, "moved");
	lay_out(&s, &f, 1);
	expect_good(&s, &f, "deadlines");
	assert_true(says(&f, "Last lawful day:") && says(&f, "Thursday") && !says(&f, "in 29 days"));
	assert_true(frame_find(&f, "stays.name") > 0 && frame_find(&f, "stay.1") > 0);
	assert_true(says(&f, "Day of the move to another address:"));
	assert_true(frame_find(&f, "entered.name") < 0 && says(&f, "Uzbekistan"));
	session_close(&s);
}

static void the_end_of_a_walk(void **state)
{
	struct session s;
	struct frame f;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	assert_false(slip_possible(&s.app.model));
	session_start(&s, "page/no-such-page");
	assert_false(slip_possible(&s.app.model));
	session_start(&s, "walk/too-long/1");
	assert_false(slip_possible(&s.app.model));
	session_start(&s, "walk/too-long/12");
	assert_true(slip_possible(&s.app.model));
	lay_out(&s, &f, 0);
	expect_all_said(&s, &f);
	assert_true(frame_find(&f, "walk.again") < 0 && frame_find(&f, "said.1") > 0);
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_on_every_paper),
		cmocka_unit_test(ways_on_become_lines),
		cmocka_unit_test(dates_on_paper),
		cmocka_unit_test(the_end_of_a_walk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
