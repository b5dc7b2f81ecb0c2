/* The loudspeaker with SDL's drivers for tests: "dummy" takes samples in the time they would be heard, "disk" writes them into a file. */
#include "../testing.h"

#include "platform/sound.h"

#include "base/file.h"
#include "platform/sdl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* So that a loudspeaker can be unplugged (LINKER:--wrap). */
SDL_AudioStatus __real_SDL_GetAudioDeviceStatus(SDL_AudioDeviceID device);
SDL_AudioStatus __wrap_SDL_GetAudioDeviceStatus(SDL_AudioDeviceID device);
static bool unplugged;

SDL_AudioStatus __wrap_SDL_GetAudioDeviceStatus(SDL_AudioDeviceID device)
{
	return unplugged ? SDL_AUDIO_STOPPED : __real_SDL_GetAudioDeviceStatus(device);
}

enum { HZ = 22050, SAMPLES = HZ / 5 };

static int16_t tone[SAMPLES];
static struct sound *sound;
static char heard_path[512];

static int begin(void **state)
{
	(void)state;
	for (int i = 0; i < SAMPLES; i++)
		tone[i] = i % 100 < 50 ? 8000 : -8000;
	setenv("SDL_AUDIODRIVER", "dummy", 1);
	sound = sound_new(HZ);
	return 0;
}

static int end(void **state)
{
	(void)state;
	sound_free(sound);
	sound_free(NULL);
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0); /* it alone costs wake-ups */
	return 0;
}

static void play(int loudness)
{
	struct err e = {"", "", ""};

	if (!sound_play(sound, tone, SAMPLES, loudness, &e))
		fail_msg("%s: %s", e.what, e.detail);
}

/* Its own thread takes the samples: a bounded wait, in real time because the driver keeps it. */
static bool heard_within(int64_t ms)
{
	for (int64_t start = (int64_t)SDL_GetTicks64(); (int64_t)SDL_GetTicks64() < start + ms;)
		if (sound_left_ms(sound) == 0)
			return true;
	return false;
}

/* What was being said is over, nothing hangs, and the next sentence is heard from whatever is there then. */
static void an_unplugged_loudspeaker_ends_the_sentence(void **state)
{
	(void)state;
	play(0);
	assert_true(sound_left_ms(sound) > 0);
	unplugged = true;
	assert_int_equal(sound_left_ms(sound), 0);
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
	unplugged = false;
	play(0);
	assert_true(sound_left_ms(sound) > 0);
	assert_true(heard_within(5000));
}

static void it_is_open_only_while_something_is_heard(void **state)
{
	(void)state;
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
	assert_int_equal(sound_left_ms(sound), 0);
	play(0);
	assert_int_not_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
	assert_in_range(sound_left_ms(sound), 1, 201);
	sound_stop(sound);
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
	assert_int_equal(sound_left_ms(sound), 0);
	sound_stop(sound); /* nothing more to stop */
}

static void all_is_heard_in_its_time(void **state)
{
	(void)state;
	play(0);
	assert_true(heard_within(10000));
	play(0); /* once more, on the open device */
	assert_in_range(sound_left_ms(sound), 1, 201);
}

static void what_comes_takes_the_place_of_what_was(void **state)
{
	(void)state;
	for (int i = 0; i < 50; i++)
		play(0);
	assert_in_range(sound_left_ms(sound), 1, 201);
}

static void it_waits_and_goes_on(void **state)
{
	(void)state;
	sound_wait(sound, true); /* nothing to hold */
	sound_wait(sound, false);
	play(0);
	sound_wait(sound, true);
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0); /* nobody knows how long somebody waits */
	int64_t left = sound_left_ms(sound);
	assert_in_range(left, 1, 201);
	sound_wait(sound, true);
	assert_int_equal(sound_left_ms(sound), left);
	sound_wait(sound, false);
	assert_in_range(sound_left_ms(sound), 1, left);
	assert_true(heard_within(10000));
	play(0);
	sound_wait(sound, true);
	sound_stop(sound);
	sound_wait(sound, false); /* it was stopped meanwhile */
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
}

static int events_of(Uint32 type)
{
	SDL_Event events[16];

	return SDL_PeepEvents(events, 16, SDL_GETEVENT, type, type);
}

/* What is there when sound begins was not plugged in just now. */
static void only_what_is_plugged_in_later_is_told(void **state)
{
	(void)state;
	assert_int_equal(SDL_InitSubSystem(SDL_INIT_EVENTS), 0);
	sound_watch();
	SDL_PumpEvents();
	assert_int_equal(events_of(SDL_AUDIODEVICEADDED), 0);
	play(0);
	SDL_PumpEvents();
	assert_int_equal(events_of(SDL_AUDIODEVICEADDED), 0);
	sound_stop(sound);
	SDL_QuitSubSystem(SDL_INIT_AUDIO); /* that of sound_watch */
	SDL_QuitSubSystem(SDL_INIT_EVENTS);
}

static int loudest_at(int loudness)
{
	struct arena a;
	struct blob file;
	struct err e = {"", "", ""};
	int loudest = 0;

	(void)remove(heard_path);
	play(loudness);
	assert_true(heard_within(10000));
	sound_stop(sound);
	arena_init(&a);
	if (!file_read(&a, heard_path, 1 << 22, &file, &e))
		fail_msg("%s", e.what);
	for (size_t i = 0; i + 1 < file.bytes; i += 2) {
		int16_t sample;
		memcpy(&sample, file.data + i, sizeof sample);
		loudest = abs(sample) > loudest ? abs(sample) : loudest;
	}
	arena_release(&a);
	return loudest;
}

static void each_step_is_louder(void **state)
{
	int before = 0;

	(void)state;
	setenv("SDL_AUDIODRIVER", "disk", 1);
	setenv("SDL_DISKAUDIOFILE", heard_path, 1);
	for (int loudness = -2; loudness <= 2; loudness++) {
		int now = loudest_at(loudness);
		assert_in_range(now, before + 1, 8000);
		before = now;
	}
	assert_int_equal(loudest_at(9), before);
	assert_int_equal(before, 8000); /* never more than it was given: nothing is cut */
	(void)remove(heard_path);
}

static void no_device_is_told(void **state)
{
	struct err e = {"", "", ""};

	(void)state;
	setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
	assert_false(sound_play(sound, tone, SAMPLES, 0, &e));
	assert_non_null(strstr(e.what, "sound"));
	assert_true(e.detail[0]);
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
	assert_int_equal(sound_left_ms(sound), 0);
}

/* A sound library that finds no card writes a page. */
static void what_libraries_say_of_it_is_not_on_standard_error(void **state)
{
	struct err e = {"", "", ""};
	int pipe_ends[2], kept = dup(STDERR_FILENO);
	char byte;

	(void)state;
	assert_int_equal(pipe(pipe_ends), 0);
	dup2(pipe_ends[1], STDERR_FILENO);
	close(pipe_ends[1]);
	setenv("SDL_AUDIODRIVER", "alsa", 1);
	setenv("ALSA_CONFIG_PATH", "/no/such/file", 1);
	bool played = sound_play(sound, tone, SAMPLES, 0, &e);
	unsetenv("ALSA_CONFIG_PATH");
	dup2(kept, STDERR_FILENO);
	close(kept);
	assert_false(played);
	assert_int_equal(read(pipe_ends[0], &byte, 1), 0);
	close(pipe_ends[0]);
}

static void where_something_may_be_heard(void **state)
{
	(void)state;
	assert_true(sound_likely());
	unsetenv("SDL_AUDIODRIVER");
	setenv("PULSE_SERVER", "unix:/no/such/socket", 1);
	assert_true(sound_likely()); /* somebody has set it */
	unsetenv("PULSE_SERVER");
	setenv("XDG_RUNTIME_DIR", "/no/such/folder", 1);
	assert_int_equal(sound_likely(), access("/dev/snd", F_OK) == 0);
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_is_open_only_while_something_is_heard),
		TEST(an_unplugged_loudspeaker_ends_the_sentence),
		TEST(all_is_heard_in_its_time),
		TEST(what_comes_takes_the_place_of_what_was),
		TEST(it_waits_and_goes_on),
		TEST(only_what_is_plugged_in_later_is_told),
		TEST(each_step_is_louder),
		TEST(no_device_is_told),
		TEST(what_libraries_say_of_it_is_not_on_standard_error),
		TEST(where_something_may_be_heard),
	};
	const char *scratch = getenv("TMPDIR");

	snprintf(heard_path, sizeof heard_path, "%s/rohnamo-heard-%d.raw", scratch ? scratch : "/tmp", (int)getpid());
	return cmocka_run_group_tests(tests, NULL, NULL);
}
