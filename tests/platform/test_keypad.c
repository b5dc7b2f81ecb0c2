#include "../testing.h"

#include "platform/keypad.h"

#include "platform/sdl.h"

static void the_keys_of_a_keypad_mean_what_the_setting_says(void **state)
{
	struct keypad k;

	(void)state;
	assert_true(keypad_read(&k, "next:F21 previous:F22  choose:F23 back:F24 listen:F15"));
	assert_int_equal(keypad_key(&k, SDLK_F21), KEY_TAB);
	assert_int_equal(keypad_key(&k, SDLK_F22), KEY_SHIFT_TAB);
	assert_int_equal(keypad_key(&k, SDLK_F23), KEY_ENTER);
	assert_int_equal(keypad_key(&k, SDLK_F24), KEY_ESCAPE);
	assert_int_equal(keypad_key(&k, SDLK_F15), KEY_LISTEN);
	assert_int_equal(keypad_key(&k, SDLK_F16), KEY_NONE);
	assert_int_equal(keypad_key(&k, 0), KEY_NONE);
	assert_true(keypad_read(&k, "choose:Keypad-Enter next:Down"));
	assert_int_equal(keypad_key(&k, SDLK_KP_ENTER), KEY_ENTER);
	assert_int_equal(keypad_key(&k, SDLK_DOWN), KEY_TAB); /* instead of what it means otherwise */
	assert_int_equal(keypad_key(&k, 0), KEY_NONE);
}

static void what_cannot_be_meant_is_refused(void **state)
{
	static const char *const rows[] = {"", " ", "next", "next:", ":F21", "next:NoSuchKey", "turn:F21",
		"next:F21 next:F22", "next:F21 back:F21", "next:n", "next:7", "next:Keypad-7", "next:Space",
		"next:F21,back:F22", "next=F21"};
	struct keypad k;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (keypad_read(&k, rows[i]))
			fail_msg("'%s' was read", rows[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_keys_of_a_keypad_mean_what_the_setting_says),
		cmocka_unit_test(what_cannot_be_meant_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
