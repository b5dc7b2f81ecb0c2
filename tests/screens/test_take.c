/* What is taken along from the real guide: every page in every language on every panel, cut into codes that can be read from
 * 300 mm and joined again; the text says what the page's screen says to the same visitor. */
#include "../testing.h"

#include "session.h"

#include "base/str.h"
#include "i18n/format.h"
#include "screens/take.h"
#include "take/code.h"

#include <string.h>

static const struct panel {
	int width, height;
} panels[] = {{1080, 1920}, {1366, 768}, {360, 640}};

static const char *const *routes_under(struct session *s, const char *folder)
{
	const char *const *all = NULL;
	const char **found;
	size_t count = 0, kept = 0;
	struct err e = {"", "", ""};

	assert_true(guide_routes(s->guide, &s->arena, &all, &count, &e));
	found = arena_new_array(&s->arena, count + 1, const char *);
	for (size_t i = 0; i < count; i++)
		if (str_starts(all[i], folder))
			found[kept++] = all[i] + strlen(folder);
	assert_true(kept > 0);
	return found;
}

static struct ui ui_of(struct session *s)
{
	return (struct ui){.arena = &s->arena,
		.lang = model_lang(&s->app.model),
		.world = &app_frame(&s->app)->world,
		.model = &s->app.model};
}

/* Large enough modules, all of it in view at once. */
static void expect_readable(struct session *s)
{
	app_show_box(&s->app, session_box(s, "take.code"));
	const struct frame *f = app_frame(&s->app);
	const struct box *b = session_look(s, "take.code");
	int modules = code_modules(code_version(strlen(b->text))), side = (int)b->rect.w;
	struct rect seen = rect_intersect(b->rect, f->scroll.clip);

	assert_int_equal(b->role, ROLE_CODE);
	assert_int_equal(side % modules, 0);
	assert_true(side / modules >= code_least_module_px(f->world.px_per_mm));
	assert_true((float)side + 1 >= CODE_LEAST_MM * f->world.px_per_mm);
	assert_true(seen.w >= b->rect.w - 1 && seen.h >= b->rect.h - 1);
}

static size_t take_all_pieces(struct session *s, const char *what, struct strbuf *joined)
{
	size_t piece = 1;

	for (;; piece++) {
		session_start(s, arena_printf(&s->arena, "take/%s/%zu", what, piece));
		const char *text = session_look(s, "take.code")->text;
		const struct frame *f = app_frame(&s->app);
		assert_true(strlen(text) <= code_bytes_for(take_room_px(&f->world), f->world.px_per_mm));
		assert_true(utf8_valid(text, strlen(text)));
		expect_readable(s);
		bool more = session_has(s, "take.next");
		const char *body = text;
		if (piece > 1 || more) { /* "201 (1/5)", "1/5" */
			body = strchr(text, '\n');
			assert_non_null(body);
			body++;
		}
		strbuf_adds(joined, body);
		if (!more)
			return piece;
		assert_true(piece < 200);
	}
}

static void every_page_on_every_panel(void **state)
{
	struct session s;

	(void)state;
	session_open_real(&s);
	const char *const *ids = routes_under(&s, "page/");
	for (size_t k = 0; k < sizeof panels / sizeof panels[0]; k++) {
		for (int l = 0; l < LANG_COUNT; l++) {
			for (size_t i = 0; ids[i]; i++) {
				struct strbuf joined;
				strbuf_init(&joined);
				s.settings.start.lang = (enum lang_id)l;
				s.settings.start.citizen = l % 2 ? CITIZEN_TJ : CITIZEN_SKIPPED;
				s.settings.start.text_percent = i % 2 ? 200 : 100;
				world_init(&s.settings.world, panels[k].width, panels[k].height, 0, 0);
				take_all_pieces(&s, arena_printf(&s.arena, "page/%s", ids[i]), &joined);
				struct ui ui = ui_of(&s);
				assert_string_equal(joined.text, take_page_text(&ui, &s.app.data->page));
				strbuf_release(&joined);
			}
		}
	}
	session_close(&s);
}

/* Those of `all` that a walk leads to; NULL at the end. */
static const char *const *outcomes(struct session *s, size_t *out_questions)
{
	const char *const *all = routes_under(s, "walk/");
	size_t count = 0, kept = 0;

	while (all[count])
		count++;
	const char **found = arena_new_array(&s->arena, count + 1, const char *);
	for (size_t i = 0; i < count; i++) {
		session_start(s, arena_printf(&s->arena, "walk/%s", all[i]));
		if (s->app.data->walk.outcome)
			found[kept++] = all[i];
	}
	*out_questions = count - kept;
	assert_true(kept > 20);
	return found;
}

/* Whom to call stands with its number: on paper and in a phone nothing can be pressed. Returns how many were looked at. */
static size_t expect_numbers(struct session *s, const char *text, const struct block *b)
{
	size_t seen = 0;

	for (size_t i = 0; i < b->link_count; i++) {
		struct contact c;
		struct err e = {"", "", ""};
		if (!str_starts(b->links[i].route, "contacts/"))
			continue;
		assert_true(guide_contact(s->guide, &s->arena, "en", b->links[i].route + strlen("contacts/"), &c, &e));
		if (c.phone_count == 0)
			continue;
		assert_non_null(strstr(text, format_phone(&s->arena, c.phones[0])));
		seen++;
	}
	return seen;
}

/* Joined, the pieces say what the outcome's screen says: title, blocks, answers. */
static void expect_outcome(struct session *s, const char *text)
{
	const struct walk *w = &s->app.data->walk;
	struct ui ui = ui_of(s);

	assert_string_equal(text, take_outcome_text(&ui, w));
	assert_non_null(strstr(text, ui_text(&ui, w->words, AUDIENCE_ALL)));
	assert_non_null(strstr(text, "Rohnamo "));
	for (size_t i = 0; i < w->said_count; i++)
		assert_non_null(strstr(text, ui_text(&ui, w->said[i].answer, AUDIENCE_ALL)));
	for (size_t i = 0; i < w->sheet.block_count; i++) {
		const struct block *b = &w->sheet.blocks[i];
		if (audience_includes(b->audience, s->app.model.visit->citizen)) {
			assert_non_null(strstr(text, ui_text(&ui, b->body, b->audience)));
			expect_numbers(s, text, b);
		}
	}
}

static void every_outcome_in_every_language(void **state)
{
	struct session s;
	size_t questions;

	(void)state;
	session_open_real(&s);
	const char *const *ways = outcomes(&s, &questions);
	assert_true(questions > 20);
	for (int l = 0; l < LANG_COUNT; l++) {
		for (size_t i = 0; ways[i]; i++) {
			const struct panel *p = &panels[(i + (size_t)l) % 3];
			struct strbuf joined;
			strbuf_init(&joined);
			s.settings.start.lang = (enum lang_id)l;
			s.settings.start.citizen = l % 2 ? CITIZEN_KG : CITIZEN_SKIPPED;
			s.settings.start.text_percent = i % 2 ? 200 : 100;
			world_init(&s.settings.world, p->width, p->height, 0, 0);
			take_all_pieces(&s, arena_printf(&s.arena, "walk/%s", ways[i]), &joined);
			expect_outcome(&s, joined.text);
			strbuf_release(&joined);
		}
	}
	session_close(&s);
}

static void every_contact_on_every_panel(void **state)
{
	struct session s;

	(void)state;
	session_open_real(&s);
	const char *const *ids = routes_under(&s, "contacts/");
	for (size_t k = 0; k < sizeof panels / sizeof panels[0]; k++) {
		for (int l = 0; l < LANG_COUNT; l++) {
			for (size_t i = 0; ids[i]; i++) {
				s.settings.start.lang = (enum lang_id)l;
				world_init(&s.settings.world, panels[k].width, panels[k].height, 0, 0);
				session_start(&s, arena_printf(&s.arena, "take/contact/%s", ids[i]));
				const struct contact *c = &s.app.data->contact;
				const struct box *b = session_look(&s, "take.code");
				for (size_t n = 0; n < c->phone_count; n++)
					assert_non_null(strstr(b->text, c->phones[n]));
				if (panels[k].width > 360) /* a phone's own width is too little for long names */
					expect_readable(&s);
			}
		}
	}
	session_close(&s);
}

/* What the page's screen says to this visitor stands in the text, and no block of others. */
static void the_text_is_what_the_screen_says(void **state)
{
	static const enum citizen citizens[] = {CITIZEN_SKIPPED, CITIZEN_TJ, CITIZEN_KG, CITIZEN_OTHER};
	struct session s;
	size_t hidden = 0, numbers = 0;

	(void)state;
	session_open_real(&s);
	const char *const *ids = routes_under(&s, "page/");
	for (size_t i = 0; ids[i]; i++) {
		s.settings.start.citizen = citizens[i % 4];
		s.settings.start.lang = (enum lang_id)(i % LANG_COUNT);
		session_start(&s, arena_printf(&s.arena, "page/%s", ids[i]));
		struct ui ui = ui_of(&s);
		const struct page *p = &s.app.data->page;
		struct err e = {"", "", ""};
		assert_true(guide_contacts(s.guide, &s.app.page, ui.lang->code, &s.app.data->contacts, &e));
		const char *text = take_page_text(&ui, p);
		for (size_t n = 0; n < p->block_count; n++) {
			const char *id = arena_printf(&s.arena, "block.%zu", n + 1);
			const char *words = ui_text(&ui, p->blocks[n].body, p->blocks[n].audience);
			if (session_has(&s, id)) {
				assert_non_null(strstr(text, words));
				numbers += expect_numbers(&s, text, &p->blocks[n]);
				if (p->blocks[n].kind == BLOCK_STEP) /* with its number */
					assert_non_null(strstr(
						text, arena_printf(&s.arena, "%.2s", session_look(&s, id)->label)));
			} else if (strstr(text, words) == NULL) {
				hidden++;
			}
		}
	}
	assert_true(numbers > 20);
	assert_true(hidden > 20); /* blocks for others are left out */
	session_close(&s);
}

static void a_piece_that_is_not_there_is_the_last(void **state)
{
	struct session s;

	(void)state;
	session_open_real(&s);
	session_start(&s, "take/page/how-long/999");
	assert_true(session_has(&s, "take.previous"));
	assert_false(session_has(&s, "take.next"));
	session_tap(&s, "take.previous");
	assert_true(session_has(&s, "take.next"));
	session_tap(&s, "dock.back"); /* not piece after piece */
	assert_string_equal(session_route(&s), "page/how-long");
	session_close(&s);
}

static void the_way_there_and_back(void **state)
{
	struct session s;

	(void)state;
	session_open_real(&s);
	session_start(&s, "page/how-long");
	session_tap(&s, "take");
	assert_string_equal(session_route(&s), "take/page/how-long");
	session_tap(&s, "take.next");
	assert_string_equal(session_route(&s), "take/page/how-long/2");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "page/how-long");
	session_start(&s, "walk/lost-papers/11");
	session_tap(&s, "take");
	assert_string_equal(session_route(&s), "take/walk/lost-papers/11");
	session_tap(&s, "take.next");
	assert_string_equal(session_route(&s), "take/walk/lost-papers/11/2");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "walk/lost-papers/11");
	session_start(&s, "take/walk/lost-papers/11/2");
	session_tap(&s, "dock.back"); /* the screen above it */
	assert_string_equal(session_route(&s), "walk/lost-papers/11");
	session_start(&s, "walk/lost-papers/1");
	assert_false(session_has(&s, "take")); /* a question is nothing to take along */
	session_start(&s, "take/walk/lost-papers/1");
	assert_true(s.app.data->failed);
	session_start(&s, "contacts/kz-112");
	session_tap(&s, "take");
	assert_string_equal(session_route(&s), "take/contact/kz-112");
	session_start(&s, "take/date/2026-12-24/last-day/how-long");
	session_tap(&s, "dock.back");
	assert_string_equal(session_route(&s), "page/how-long");
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_page_on_every_panel),
		cmocka_unit_test(every_outcome_in_every_language),
		cmocka_unit_test(every_contact_on_every_panel),
		cmocka_unit_test(the_text_is_what_the_screen_says),
		cmocka_unit_test(a_piece_that_is_not_there_is_the_last),
		cmocka_unit_test(the_way_there_and_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
