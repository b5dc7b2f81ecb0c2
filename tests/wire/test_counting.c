/* A day goes over and comes back; whatever else comes is no day. */
#include "../testing.h"

#include "base/str.h"
#include "wire/counting.h"

#include <stdio.h>
#include <string.h>

#define BEGIN "rohnamo-counts 1\nday 2026-11-24\n"

static void add(struct day_counts *d, const char *lang, const char *topic, int count)
{
	struct count_row *row = &d->rows[d->row_count++];

	snprintf(row->lang, sizeof row->lang, "%s", lang);
	snprintf(row->topic, sizeof row->topic, "%s", topic);
	row->count = count;
}

static void a_day_comes_back(void **state)
{
	static char text[COUNTING_MOST_BYTES];
	static struct day_counts d, back;

	(void)state;
	memset(&d, 0, sizeof d);
	d.day = date_from_civil((struct civil){2026, 11, 24});
	add(&d, "tg", "stay", 23);
	add(&d, "uz@cyrillic", "what-about-me-2", COUNTING_MOST);
	size_t bytes = counting_write(&d, text);
	assert_string_equal(text, BEGIN "tg stay 23\nuz@cyrillic what-about-me-2 1000000\nend\n");
	assert_int_equal(bytes, strlen(text));
	assert_true(counting_parse(text, &back));
	assert_memory_equal(&back, &d, sizeof d);
}

static void a_day_without_rows_is_a_day(void **state)
{
	static struct day_counts back;

	(void)state;
	assert_true(counting_parse(BEGIN "end\n", &back));
	assert_int_equal(back.row_count, 0);
}

static void the_largest_day_has_room(void **state)
{
	static char text[COUNTING_MOST_BYTES];
	static struct day_counts d, back;

	(void)state;
	memset(&d, 0, sizeof d);
	for (int i = 0; i < COUNTING_ROWS; i++) {
		char topic[COUNTING_TOPIC_BYTES];
		snprintf(topic, sizeof topic, "topic-of-thirty-one-letters-%03u", (unsigned)i % 1000);
		add(&d, "kaa@cyrillicxxx", topic, COUNTING_MOST);
	}
	size_t bytes = counting_write(&d, text);
	assert_true(bytes < COUNTING_MOST_BYTES);
	assert_string_equal(text + bytes - 4, "end\n");
	assert_true(counting_parse(text, &back));
	assert_memory_equal(&back, &d, sizeof d);
	memcpy(text + bytes - 4, "tg stay 1\nend\n", 15); /* one more than there is room for */
	assert_false(counting_parse(text, &back));
}

/* Broken off at every byte. */
static void no_half_is_a_day(void **state)
{
	static const char whole[] = BEGIN "tg stay 23\nru work 12\nend\n";
	static struct day_counts back;
	char half[sizeof whole];

	(void)state;
	assert_true(counting_parse(whole, &back));
	for (size_t bytes = 0; bytes < sizeof whole - 1; bytes++) {
		memcpy(half, whole, bytes);
		half[bytes] = '\0';
		if (counting_parse(half, &back))
			fail_msg("taken though broken off: '%s'", half);
		assert_int_equal(back.row_count, 0);
	}
}

static void other_texts_are_none(void **state)
{
	static const char *const rows[] = {"tg stay 0", "tg stay -1", "tg stay +1", "tg stay 01", "tg stay 1000001",
		"tg stay 99999999999999999999", "tg stay 1 ", "tg  stay 1", " tg stay 1", "tg stay", "tg stay 1x", "tg",
		"", "TG stay 1", "tg Stay 1", "tg st/ay 1", "tg ../x 1", "tg st\"ay 1", "tg st,ay 1", "t stay 1",
		"tg@ stay 1", "@x stay 1", "tg@a@b stay 1", "tg2 stay 1", "tg topic-of-thirty-two-letters-0000 1",
		"language@cyrillic stay 1", "tg stay 1\ntg stay 2", "tg stay 1\nend\nru stay 1", "end", "tg \xC3\xA9 1",
		"tg stay 1\r"};
	static const char *const others[] = {"", "\n", "end\n", "rohnamo-counts 1\nend\n",
		"rohnamo-counts 2\nday 2026-11-24\nend\n", "rohnamo-counts 1\nday 2026-02-30\nend\n",
		"rohnamo-counts 1\nday 2026-11-24 \nend\n", "rohnamo-counts 1\nday 26-11-24\nend\n", BEGIN "end",
		BEGIN "end\n\n", BEGIN "end\nx", "print slip 3\nabc", "GET / HTTP/1.1\r\n\r\n"};
	static struct day_counts back;
	char text[256];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		snprintf(text, sizeof text, BEGIN "%s\nend\n", rows[i]);
		if (counting_parse(text, &back))
			fail_msg("'%s' is taken", rows[i]);
	}
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (counting_parse(others[i], &back))
			fail_msg("'%s' is taken", others[i]);
}

/* One content has one form: what is taken with a bit flipped or a byte left out is written as it came. */
static void what_is_taken_is_written_as_it_came(void **state)
{
	static const char whole[] = BEGIN "tg stay 23\nru work 12\nuz@cyrillic border 104\nend\n";
	static char text[COUNTING_MOST_BYTES], written[COUNTING_MOST_BYTES];
	static struct day_counts back;
	int taken = 0;

	(void)state;
	for (size_t i = 0; i < 9 * (sizeof whole - 1); i++) {
		size_t byte = i / 9, bit = i % 9;
		memcpy(text, whole, sizeof whole);
		if (bit < 8)
			text[byte] = (char)(text[byte] ^ (1 << bit));
		else
			memmove(text + byte, text + byte + 1, sizeof whole - byte - 1);
		if (!counting_parse(text, &back))
			continue;
		taken++;
		counting_write(&back, written);
		assert_string_equal(written, text);
	}
	assert_in_range(taken, 10, 300); /* another letter of a topic, another digit */
}

static void parts_are_summed(void **state)
{
	static struct day_counts d, part;

	(void)state;
	memset(&d, 0, sizeof d);
	memset(&part, 0, sizeof part);
	add(&d, "tg", "stay", 23);
	add(&part, "tg", "stay", 12);
	add(&part, "uz", "stay", 10);
	counting_add(&d, &part);
	assert_int_equal(d.row_count, 2);
	assert_int_equal(d.rows[0].count, 35);
	assert_int_equal(d.rows[1].count, 10);
	part.rows[0].count = COUNTING_MOST;
	counting_add(&d, &part);
	assert_int_equal(d.rows[0].count, COUNTING_MOST);
	d.row_count = COUNTING_ROWS;
	snprintf(part.rows[1].topic, sizeof part.rows[1].topic, "work");
	counting_add(&d, &part);
	assert_int_equal(d.row_count, COUNTING_ROWS);
}

static void longer_than_any_day(void **state)
{
	static char text[2 * COUNTING_MOST_BYTES];
	static struct day_counts back;

	(void)state;
	memset(text, 'x', sizeof text - 1);
	assert_false(counting_parse(text, &back));
	memcpy(text, BEGIN, sizeof BEGIN - 1);
	assert_false(counting_parse(text, &back));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_comes_back),
		cmocka_unit_test(a_day_without_rows_is_a_day),
		cmocka_unit_test(the_largest_day_has_room),
		cmocka_unit_test(no_half_is_a_day),
		cmocka_unit_test(other_texts_are_none),
		cmocka_unit_test(what_is_taken_is_written_as_it_came),
		cmocka_unit_test(parts_are_summed),
		cmocka_unit_test(longer_than_any_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
