/* Our table of capacities against libqrencode, and sizes on panels. */
#include "../testing.h"

#include "take/code.h"

#include <qrencode.h>
#include <string.h>

static int version_of(size_t bytes)
{
	static char text[3000];

	memset(text, 'x', bytes);
	text[bytes] = '\0';
	QRinput *input = QRinput_new2(0, QR_ECLEVEL_M);
	assert_int_equal(QRinput_appendECIheader(input, 26), 0);
	assert_int_equal(QRinput_append(input, QR_MODE_8, (int)bytes, (const unsigned char *)text), 0);
	QRcode *code = QRcode_encodeInput(input);
	QRinput_free(input);
	assert_non_null(code);
	int version = code->version;
	assert_int_equal(code->width + 2 * CODE_QUIET, code_modules(version));
	QRcode_free(code);
	return version;
}

static void the_table_is_the_library_s(void **state)
{
	(void)state;
	for (int version = 1; version <= CODE_VERSIONS; version++) {
		size_t bytes = code_capacity(version);
		assert_int_equal(version_of(bytes), version);
		assert_int_equal(code_version(bytes), version);
		if (version == CODE_VERSIONS)
			continue;
		assert_int_equal(version_of(bytes + 1), version + 1);
		assert_int_equal(code_version(bytes + 1), version + 1);
	}
	assert_int_equal(code_version(code_capacity(CODE_VERSIONS) + 1), 0);
	assert_int_equal(code_capacity(0), 0);
	assert_int_equal(code_capacity(41), 0);
}

/* Whatever the panel: what we say can be read from 300 mm can be drawn with modules of that size, inside its room. */
static void what_is_promised_can_be_drawn(void **state)
{
	static const float densities[] = {1, 2, 3.5f, 4, 5.3f, 8, 11.8f};

	(void)state;
	for (size_t i = 0; i < sizeof densities / sizeof densities[0]; i++) {
		for (float room = 10; room < 2000; room += 7) {
			float d = densities[i];
			size_t bytes = code_bytes_for(room, d);
			if (!bytes)
				continue;
			int side = code_side_px(bytes, room, d), modules = code_modules(code_version(bytes));
			assert_true(side > 0 && (float)side <= room && (float)side <= CODE_MOST_MM * d);
			assert_int_equal(side % modules, 0);
			assert_true((float)(side / modules) + 0.01f >= CODE_LEAST_MODULE_MM * d);
			assert_true(code_version(bytes) <= CODE_MOST_VERSION);
		}
	}
	assert_int_equal(code_bytes_for(10, 4), 0);
}

static void on_our_panels(void **state)
{
	static const struct {
		float room, px_per_mm;
		size_t bytes;
		int module;
	} rows[] = {
		{1024, 4, 994, 4},
		{460, 4, 776, 4},
		{326, 5.3f, 210, 5},
		{286, 5.3f, 149, 5},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(code_bytes_for(rows[i].room, rows[i].px_per_mm), rows[i].bytes);
		assert_int_equal(code_least_module_px(rows[i].px_per_mm), rows[i].module);
	}
	/* too dense for the room at 300 mm: all of the room */
	assert_int_equal(code_side_px(359, 326, 5.3f), 4 * 81);
	/* a short text does not become a wall */
	assert_int_equal(code_side_px(11, 1024, 4), 8 * 29);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_the_library_s),
		cmocka_unit_test(what_is_promised_can_be_drawn),
		cmocka_unit_test(on_our_panels),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
