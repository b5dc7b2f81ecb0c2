/* The engine with a loudspeaker (SDL's dummy driver), the engine into memory, and the silent voice of scripts. */
#include "../testing.h"

#include "shell/mute.h"
#include "shell/speaker.h"

#include "base/file.h"
#include "platform/sdl.h"

#include <stdlib.h>
#include <string.h>

static const char *const words = "После каждого въезда до 30 дней.";

static struct speaker *speaker;

static int begin(void **state)
{
	struct err e = {"", "", ""};

	(void)state;
	setenv("SDL_AUDIODRIVER", "dummy", 1);
	speaker = speaker_new(NULL, &e);
	if (!speaker)
		fail_msg("%s", e.what);
	return 0;
}

static int end(void **state)
{
	(void)state;
	speaker_free(speaker);
	speaker_free(NULL);
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
	return 0;
}

static void a_sentence_takes_its_time(void **state)
{
	const struct voice_out *v = speaker_voice(speaker);

	(void)state;
	assert_int_equal(v->step(v->self, 1000), -1);
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0); /* not before something is said */
	assert_true(v->say(v->self, "ru", words, 0, 0));
	assert_in_range(v->step(v->self, 1000), 1001, 1050);
	v->wait(v->self, true);
	v->wait(v->self, false);
	v->stop(v->self);
	assert_int_equal(v->step(v->self, 2000), -1);
	assert_int_equal(SDL_WasInit(SDL_INIT_AUDIO), 0);
	assert_false(v->say(v->self, "xx", words, 0, 0));
}

static void without_a_device_it_is_tried_once_a_reading(void **state)
{
	const struct voice_out *v = speaker_voice(speaker);

	(void)state;
	setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
	assert_false(v->say(v->self, "ru", words, 0, 0));
	setenv("SDL_AUDIODRIVER", "dummy", 1);
	assert_false(v->say(v->self, "ru", words, 0, 0));
	v->stop(v->self); /* the next reading tries again */
	assert_true(v->say(v->self, "ru", words, 0, 0));
}

static void without_anything_to_hear_with_there_is_none(void **state)
{
	struct err e = {"", "", ""};

	(void)state;
	unsetenv("SDL_AUDIODRIVER");
	unsetenv("PULSE_SERVER");
	setenv("XDG_RUNTIME_DIR", "/no/such/folder", 1);
	struct speaker *other = speaker_new(NULL, &e);
	assert_true(other || strstr(e.what, "hear"));
	assert_true(speaker_voice(NULL) == NULL);
	speaker_free(other);
	setenv("SDL_AUDIODRIVER", "dummy", 1);
}

static void open_recorder(struct recorder *r, struct arena *a, const struct recordings *recordings)
{
	struct err e = {"", "", ""};

	arena_init(a);
	struct voice *engine = voice_open(voice_folder(a, &e), &e);
	if (!engine)
		fail_msg("%s", e.what);
	recorder_init(r, engine, recordings);
}

static void close_recorder(struct recorder *r, struct arena *a)
{
	struct voice *engine = r->engine;

	recorder_release(r);
	voice_close(engine);
	arena_release(a);
}

static void a_recording_has_pauses_between_sentences(void **state)
{
	struct recorder r;
	struct arena a;

	(void)state;
	open_recorder(&r, &a, NULL);
	assert_true(r.voice.say(r.voice.self, "tg", "Ҳуқуқи шумо.", 0, 0));
	assert_int_equal(r.voice.step(r.voice.self, 0), -1); /* recorded as soon as said */
	size_t once = r.count;
	assert_true(r.voice.say(r.voice.self, "tg", "Ҳуқуқи шумо.", 0, 0));
	assert_in_range(r.count, once * 2 - once / 20, once * 2 + once / 20);
	for (size_t i = once - VOICE_HZ / 4; i < once; i++)
		assert_int_equal(r.samples[i], 0);
	r.voice.wait(r.voice.self, true);
	r.voice.stop(r.voice.self);
	close_recorder(&r, &a);
}

static bool find_damaged(void *self, struct arena *a, const char *lang, const char *text, struct blob *out)
{
	(void)self;
	(void)a;
	(void)lang;
	(void)text;
	if (out)
		*out = (struct blob){(unsigned char *)"OggS and nothing more", 21};
	return true;
}

static void where_a_recording_is_damaged_the_engine_speaks(void **state)
{
	const struct recordings damaged = {NULL, find_damaged};
	struct recorder r;
	struct arena a;

	(void)state;
	open_recorder(&r, &a, &damaged);
	assert_true(r.voice.recorded(r.voice.self, "tg", "Ҳуқуқи шумо."));
	assert_true(r.voice.say(r.voice.self, "tg", "Ҳуқуқи шумо.", 0, 0));
	assert_true(r.count > VOICE_HZ / 2);
	close_recorder(&r, &a);
}

static void the_silent_voice_takes_time_by_letters(void **state)
{
	struct mute m;

	(void)state;
	mute_init(&m);
	assert_int_equal(m.voice.step(m.voice.self, 50), -1);
	assert_true(m.voice.say(m.voice.self, "ru", "пятнадцать букв", 0, 0));
	assert_int_equal(m.voice.step(m.voice.self, 100), 1400);
	m.voice.wait(m.voice.self, true);
	m.voice.wait(m.voice.self, false);
	assert_int_equal(m.voice.step(m.voice.self, 9000), 10300); /* what was held does not go by */
	assert_int_equal(m.voice.step(m.voice.self, 10300), -1);
	assert_true(m.voice.say(m.voice.self, "ru", words, 0, 0));
	m.voice.stop(m.voice.self);
	assert_int_equal(m.voice.step(m.voice.self, 20000), -1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_sentence_takes_its_time),
		TEST(without_a_device_it_is_tried_once_a_reading),
		TEST(without_anything_to_hear_with_there_is_none),
		cmocka_unit_test(a_recording_has_pauses_between_sentences),
		TEST(where_a_recording_is_damaged_the_engine_speaks),
		TEST(the_silent_voice_takes_time_by_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
