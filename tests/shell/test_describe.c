/* --describe says what the screen is now: choices, place, focus. That its JSON is whole and in the contract's order is looked
 * at by tests/e2e/describe.py. */
#include "../testing.h"

#include "session.h"

#include "base/str.h"
#include "shell/describe.h"

#include <stdio.h>
#include <string.h>

static const char *text_of(struct session *s)
{
	struct strbuf out;

	strbuf_init(&out);
	describe(&s->app, &out);
	const char *text = arena_strdup(&s->arena, out.text);
	strbuf_release(&out);
	return text;
}

static void expect(struct session *s, const char *line)
{
	const char *text = text_of(s);

	if (!strstr(text, line))
		fail_msg("'%s' is not in %.600s", line, text);
}

/* The object of one node. */
static const char *node(struct session *s, const char *id)
{
	const char *text = text_of(s), *at = strstr(text, arena_printf(&s->arena, "\"id\": \"%s\"", id));

	if (!at)
		fail_msg("no node '%s'", id);
	return arena_strndup(&s->arena, at, (size_t)(strstr(at, "\n    }") - at));
}

static void expect_in_node(struct session *s, const char *id, const char *line)
{
	const char *text = node(s, id);

	if (!strstr(text, line))
		fail_msg("'%s' is not in %s", line, text);
}

static void says_what_was_chosen(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	s.settings.start = (struct start_state){.lang = LANG_UZ_CYRILLIC,
		.citizen = CITIZEN_KG,
		.citizen_asked = true,
		.text_percent = 150,
		.contrast = CONTRAST_HIGH_DARK};
	session_start(&s, "page/how-long");
	expect(&s, "\"screen\": \"page/how-long\"");
	expect(&s, "\"lang\": \"uz@cyrillic\"");
	expect(&s, "\"citizen\": \"KG\"");
	expect(&s, "\"size\": [1080, 1920]");
	expect(&s, "\"px_per_mm\": 4");
	expect(&s, "\"today\": \"2026-11-25\"");
	expect(&s, "\"text\": 150");
	expect(&s, "\"contrast\": \"high-dark\"");
	expect(&s, "\"built_in\": false");
	expect_in_node(&s, "page.how-long", "\"lang\": \"uz@cyrillic\"");
	expect_in_node(&s, "page.how-long", "\"background\": \"#000000\"");
	session_close(&s);
}

static void says_null_where_there_is_nothing(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "home");
	expect(&s, "\"citizen\": null");
	expect_in_node(&s, "title", "\"action\": null");
	expect_in_node(&s, "title", "\"state\": null");
	expect_in_node(&s, "home", "\"font_px\": null");
	expect_in_node(&s, "home", "\"color\": null");
	expect_in_node(&s, "dock.home", "\"state\": \"current\"");
	expect_in_node(&s, "dock.home", "\"action\": \"home\"");
	expect_in_node(&s, "tile.stay", "\"action\": \"go topic/stay\"");
	session_close(&s);
}

static void says_where_the_page_and_the_focus_are(void **state)
{
	struct session s;

	(void)state;
	session_open(&s);
	session_start(&s, "page/how-long");
	session_key(&s, KEY_END);
	const struct frame *f = app_frame(&s.app);
	expect(&s,
		arena_printf(&s.arena, "\"scroll\": {\"y\": %.0f, \"height\": %.0f, \"content_height\": %.0f}",
			(double)f->scroll.y, (double)f->scroll.clip.h, (double)f->scroll.content_height));
	expect_in_node(&s, "citizen.change", "\"visible\": false"); /* scrolled out, and listed all the same */
	session_key(&s, KEY_HOME);
	session_key(&s, KEY_TAB);
	expect_in_node(&s, "citizen.change", "\"state\": \"focused\"");
	session_tap(&s, "sources");
	session_key(&s, KEY_TAB);
	expect_in_node(&s, "sources", "\"state\": \"open\"");
	session_close(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_what_was_chosen),
		cmocka_unit_test(says_null_where_there_is_nothing),
		cmocka_unit_test(says_where_the_page_and_the_focus_are),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
