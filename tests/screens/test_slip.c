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

/* What the screen says is on the paper, but for what is pressed. */
static void expect_all_said(struct session *s, const struct frame *paper)
{
	const struct frame *screen = app_frame(&s->app);

	for (size_t i = 0; i < screen->count; i++) {
		const struct box *b = &screen->boxes[i];
		if (!b->id || b->role == ROLE_NONE || b->role == ROLE_SCREEN || b->action.verb || !b->label)
			continue;
		int at = frame_find(paper, b->id);
		assert_true(at >= 0);
		assert_string_equal(paper->boxes[at].label, b->label);
	}
}

static void everything_on_every_paper(void **state)
{
	const char *const *routes = NULL;
	struct session s;
	size_t count = 0, seen = 0, outcomes = 0;
	struct err e = {"", "", ""};

	(void)state;
	session_open(&s);
	guide_close(s.guide);
	s.guide = guide_open_built_in(&e);
	assert_true(guide_routes(s.guide, &s.arena, &routes, &count, &e));
	for (size_t i = 0; i < count; i++) {
		struct route r;
		assert_true(route_parse(routes[i], &r));
		if (!slip_possible(&r))
			continue;
		for (size_t paper = 0; paper < sizeof papers / sizeof papers[0]; paper++) {
			struct frame f;
			s.settings.start.lang = (enum lang_id)((i + paper) % LANG_COUNT);
			s.settings.start.citizen = i % 2 ? CITIZEN_SKIPPED : CITIZEN_UZ;
			session_start(&s, routes[i]);
			if (!slip_offered(&s.app.model)) {
				assert_true(r.screen == SCREEN_WALK && !s.app.data->walk.outcome);
				continue;
			}
			outcomes += r.screen == SCREEN_WALK;
			assert_true(guide_contacts(
				s.guide, &s.app.page, model_lang(&s.app.model)->code, &s.app.data->contacts, &e));
			lay_out(&s, &f, paper);
			expect_good(&s, &f, routes[i]);
			expect_all_said(&s, &f);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_on_every_paper),
		cmocka_unit_test(ways_on_become_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
