/* What is not trusted: a recording, spoilt in every byte and cut at every length. ROHNAMO_RECORDING is one of a second. */
#include "../testing.h"

#include "base/arena.h"
#include "speech/recording.h"
#include "speech/voice.h"

#include <stdlib.h>
#include <string.h>

static struct arena arena;
static struct blob whole;

static int open_recording(void **state)
{
	struct err e = {"", "", ""};

	(void)state;
	arena_init(&arena);
	if (!file_read(&arena, getenv("ROHNAMO_RECORDING"), 1 << 20, &whole, &e))
		fail_msg("%s", e.what);
	return 0;
}

static int close_recording(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

/* True when it was decoded. What comes out is bounded, whatever the bytes say. */
static bool decode(const struct blob *b, size_t *out_count)
{
	struct err e = {"", "", ""};
	int16_t *samples = NULL;
	size_t count = 0;
	bool ok = recording_decode(b, &samples, &count, &e);

	if (ok)
		assert_in_range(count, 1, (RECORDING_LONGEST_S + 1) * VOICE_HZ);
	else
		assert_true(e.what[0]);
	free(samples);
	if (out_count)
		*out_count = count;
	return ok;
}

static void a_second_is_a_second(void **state)
{
	size_t count;

	(void)state;
	assert_true(decode(&whole, &count));
	assert_in_range(count, VOICE_HZ * 99 / 100, VOICE_HZ * 101 / 100);
}

static void nothing_is_no_recording(void **state)
{
	const struct blob empty = {(unsigned char *)"", 0}, text = {(unsigned char *)"no recording at all", 19};

	(void)state;
	assert_false(decode(&empty, NULL));
	assert_false(decode(&text, NULL));
}

static void cut_anywhere(void **state)
{
	(void)state;
	for (size_t bytes = 0; bytes < whole.bytes; bytes += 1 + bytes / 50) {
		struct blob part = {mem_alloc(bytes + 1), bytes};
		memcpy(part.data, whole.data, bytes);
		decode(&part, NULL);
		free(part.data);
	}
}

static void spoilt_anywhere(void **state)
{
	struct blob spoilt = {mem_alloc(whole.bytes + 1), whole.bytes};

	(void)state;
	for (size_t at = 0; at < whole.bytes; at += 1 + at / 200) {
		memcpy(spoilt.data, whole.data, whole.bytes);
		spoilt.data[at] ^= (unsigned char)(1u << at % 8);
		decode(&spoilt, NULL);
		spoilt.data[at] = 0xFF;
		decode(&spoilt, NULL);
	}
	free(spoilt.data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_second_is_a_second),
		cmocka_unit_test(nothing_is_no_recording),
		cmocka_unit_test(cut_anywhere),
		cmocka_unit_test(spoilt_anywhere),
	};

	return cmocka_run_group_tests(tests, open_recording, close_recording);
}
