/* A frame as text: what --describe and the goldens are made of. */
#include "../testing.h"

#include "stage.h"
#include "view/dump.h"

#include <string.h>

static struct stage stage;
static struct strbuf out;

static int begin(void **state)
{
	(void)state;
	stage_begin(&stage, 800, 600);
	strbuf_init(&out);
	return 0;
}

static int end(void **state)
{
	(void)state;
	strbuf_release(&out);
	stage_end(&stage);
	return 0;
}

static void show_small_screen(void)
{
	struct view *root = view_column(&stage.arena, "screen", 0);
	struct view *list = view_add(root, view_column(&stage.arena, "list", 0));
	struct view *a = view_add(list, stage_button(&stage, "a", "Say \"yes\""));
	struct view *b = view_add(list, stage_button(&stage, "b", "Back"));

	root->role = ROLE_SCREEN;
	root->label = "Home";
	root->lang = "en";
	list->role = ROLE_LIST;
	a->state = STATE_SELECTED | STATE_OPEN;
	b->action = (struct action){"back", ""};
	b->speech = "Go back";
	stage_show(&stage, root, 0);
}

static void the_outline_tells_role_id_words_action_and_state(void **state)
{
	(void)state;
	show_small_screen();
	dump_outline(&out, &stage.frame);
	assert_string_equal(out.text,
		"screen screen\n"
		"  list list\n"
		"    button a \"Say \"yes\"\" -> go a [selected open]\n"
		"    button b \"Back\" -> back\n");
}

static void the_layout_adds_whole_pixels(void **state)
{
	(void)state;
	show_small_screen();
	dump_layout(&out, &stage.frame);
	assert_string_equal(out.text,
		"screen screen @ 0,0 800x600\n"
		"  list list @ 0,0 800x84\n"
		"    button a \"Say \"yes\"\" -> go a [selected open] @ 0,0 800x42\n"
		"    button b \"Back\" -> back @ 0,42 800x42\n");
}

static void nodes_bear_every_key_of_the_contract_in_its_order(void **state)
{
	struct json j;

	(void)state;
	show_small_screen();
	stage.frame.count = 3; /* the screen, the list, the first button */
	json_init(&j, &out);
	json_object(&j, NULL);
	dump_nodes(&j, &stage.frame, 2, NULL);
	json_end(&j);
	assert_string_equal(out.text,
		"{\n"
		"  \"nodes\": [\n"
		"    {\n"
		"      \"id\": \"screen\",\n"
		"      \"role\": \"screen\",\n"
		"      \"label\": \"Home\",\n"
		"      \"text\": null,\n"
		"      \"lang\": \"en\",\n"
		"      \"rect\": [0, 0, 800, 600],\n"
		"      \"clip\": null,\n"
		"      \"visible\": true,\n"
		"      \"action\": null,\n"
		"      \"state\": null,\n"
		"      \"focusable\": false,\n"
		"      \"font_px\": null,\n"
		"      \"color\": null,\n"
		"      \"background\": \"#FAF7F0\",\n"
		"      \"speech\": \"Home\"\n"
		"    },\n"
		"    {\n"
		"      \"id\": \"list\",\n"
		"      \"role\": \"list\",\n"
		"      \"label\": null,\n"
		"      \"text\": null,\n"
		"      \"lang\": \"en\",\n"
		"      \"rect\": [0, 0, 800, 84],\n"
		"      \"clip\": null,\n"
		"      \"visible\": true,\n"
		"      \"action\": null,\n"
		"      \"state\": null,\n"
		"      \"focusable\": false,\n"
		"      \"font_px\": null,\n"
		"      \"color\": null,\n"
		"      \"background\": \"#FAF7F0\",\n"
		"      \"speech\": null\n"
		"    },\n"
		"    {\n"
		"      \"id\": \"a\",\n"
		"      \"role\": \"button\",\n"
		"      \"label\": \"Say \\\"yes\\\"\",\n"
		"      \"text\": \"Say \\\"yes\\\"\",\n"
		"      \"lang\": \"en\",\n"
		"      \"rect\": [0, 0, 800, 42],\n"
		"      \"clip\": null,\n"
		"      \"visible\": true,\n"
		"      \"action\": \"go a\",\n"
		"      \"state\": \"selected open focused\",\n"
		"      \"focusable\": true,\n"
		"      \"font_px\": 20,\n"
		"      \"color\": \"#17213A\",\n"
		"      \"background\": \"#FFFFFF\",\n"
		"      \"speech\": \"Say \\\"yes\\\"\"\n"
		"    }\n"
		"  ]\n"
		"}");
}

static void speech_and_action_without_argument(void **state)
{
	struct json j;

	(void)state;
	show_small_screen();
	json_init(&j, &out);
	json_object(&j, NULL);
	dump_nodes(&j, &stage.frame, -1, NULL);
	json_end(&j);
	assert_non_null(strstr(out.text, "\"action\": \"back\","));
	assert_non_null(strstr(out.text, "\"speech\": \"Go back\""));
	assert_null(strstr(out.text, "focused"));
}

static void what_scrolls_is_clipped_by_the_scroll_area(void **state)
{
	struct json j;

	(void)state;
	stage_show(&stage, stage_screen(&stage, 30), 100);
	json_init(&j, &out);
	json_object(&j, NULL);
	dump_scroll(&j, &stage.frame);
	dump_nodes(&j, &stage.frame, -1, NULL);
	json_end(&j);
	const struct scroll_info *s = &stage.frame.scroll;
	assert_non_null(strstr(out.text,
		arena_printf(&stage.arena, "{\n  \"scroll\": {\"y\": 100, \"height\": %d, \"content_height\": %d},\n",
			(int)s->clip.h, (int)s->content_height)));
	assert_non_null(strstr(out.text,
		arena_printf(&stage.arena, "\"clip\": [0, %d, %d, %d],\n      \"visible\": false", (int)s->clip.y,
			(int)s->clip.w, (int)s->clip.h)));
}

static void one_line_a_box_whatever_its_words(void **state)
{
	struct view *root = view_column(&stage.arena, NULL, 0);

	(void)state;
	view_add(root,
		view_text(&stage.arena, "address", TEXT_BODY,
			"Almaty\n30\xC2\xA0"
			"Tole bi"));
	stage_show(&stage, root, 0);
	dump_outline(&out, &stage.frame);
	assert_string_equal(out.text, "text address \"Almaty 30 Tole bi\"\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_outline_tells_role_id_words_action_and_state, begin, end),
		cmocka_unit_test_setup_teardown(the_layout_adds_whole_pixels, begin, end),
		cmocka_unit_test_setup_teardown(nodes_bear_every_key_of_the_contract_in_its_order, begin, end),
		cmocka_unit_test_setup_teardown(speech_and_action_without_argument, begin, end),
		cmocka_unit_test_setup_teardown(what_scrolls_is_clipped_by_the_scroll_area, begin, end),
		cmocka_unit_test_setup_teardown(one_line_a_box_whatever_its_words, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
