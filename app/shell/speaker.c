#include "shell/speaker.h"

#include "base/file.h"
#include "base/str.h"
#include "platform/sound.h"
#include "speech/spoken.h"

#include <stdlib.h>
#include <string.h>

static const int64_t tick_ms = 50; /* how exactly the end of a sentence is met */
enum { PAUSE_SAMPLES = VOICE_HZ * 3 / 10 }; /* between sentences */

static void keep(struct recorder *r, const int16_t *samples, size_t count)
{
	if (r->count + count > r->room) {
		r->room = (r->count + count) * 2;
		r->samples = mem_realloc(r->samples, r->room * sizeof *r->samples);
	}
	if (samples)
		memcpy(r->samples + r->count, samples, count * sizeof *samples);
	else
		memset(r->samples + r->count, 0, count * sizeof *r->samples);
	r->count += count;
}

static bool take(void *self, const int16_t *samples, size_t count)
{
	keep(self, samples, count);
	return true;
}

static bool has_recording(const struct recordings *r, const char *lang, const char *text)
{
	return r && r->find(r->self, NULL, lang, text, NULL);
}

/* A person's voice is not stretched: at another pace the engine speaks, and where the recording is damaged. */
static bool play_recording(struct recorder *r, const char *lang, const char *text, int pace)
{
	int16_t *samples = NULL;
	size_t count = 0;
	struct arena a;
	struct blob opus;
	struct err e;

	if (!r->recordings || pace != 0)
		return false;
	arena_init(&a);
	bool played = r->recordings->find(r->recordings->self, &a, lang, text, &opus) &&
		recording_decode(&opus, &samples, &count, &e);
	if (played)
		keep(r, samples, count);
	free(samples);
	arena_release(&a);
	return played;
}

static bool render(struct recorder *r, const char *code, const char *text, int pace)
{
	const struct lang *lang = lang_by_code(code);
	struct arena a;

	if (!lang)
		return false;
	if (play_recording(r, code, text, pace))
		return true;
	if (!r->engine)
		return false;
	arena_init(&a);
	bool said = voice_say(r->engine, lang, spoken_text(&a, lang, text), pace, take, r);
	arena_release(&a);
	return said;
}

static bool record(void *self, const char *lang, const char *text, int pace, int loudness)
{
	struct recorder *r = self;

	(void)loudness;
	if (!render(r, lang, text, pace))
		return false;
	keep(r, NULL, PAUSE_SAMPLES);
	return true;
}

static void record_stop(void *self)
{
	(void)self;
}

static void record_wait(void *self, bool waiting)
{
	(void)self;
	(void)waiting;
}

static int64_t record_step(void *self, int64_t now_ms)
{
	(void)self;
	(void)now_ms;
	return -1;
}

static bool record_recorded(void *self, const char *lang, const char *text)
{
	return has_recording(((struct recorder *)self)->recordings, lang, text);
}

void recorder_init(struct recorder *r, struct voice *engine, const struct recordings *recordings)
{
	*r = (struct recorder){.voice = {r, record, record_stop, record_wait, record_recorded, record_step},
		.engine = engine,
		.recordings = recordings};
}

void recorder_release(struct recorder *r)
{
	free(r->samples);
	*r = (struct recorder){.samples = NULL};
}

char *voice_folder(struct arena *a, struct err *e)
{
	char *index = asset_find(a, "voices/phontab");

	if (!index) {
		err_set(e, "there is no voice: 'voices' is missing in the data folder");
		err_hint(e, "build with espeak-ng and espeak-ng-data installed");
		return NULL;
	}
	*strrchr(index, '/') = '\0';
	return index;
}

struct speaker {
	struct voice_out voice;
	struct arena arena;
	const char *folder;
	struct recorder sentence; /* its engine is opened with the first one */
	struct sound *sound;
	bool failed; /* no device opened: not tried again with each sentence of what is read now */
};

static bool speak(void *self, const char *lang, const char *text, int pace, int loudness)
{
	struct speaker *s = self;
	struct err e = {"", "", ""};

	if (s->failed)
		return false;
	if (!s->sentence.engine)
		s->sentence.engine = voice_open(s->folder, &e);
	s->sentence.count = 0;
	if (!render(&s->sentence, lang, text, pace) || !s->sentence.count)
		return false;
	keep(&s->sentence, NULL, PAUSE_SAMPLES);
	s->failed = !sound_play(s->sound, s->sentence.samples, s->sentence.count, loudness, &e);
	return !s->failed;
}

static void hush(void *self)
{
	struct speaker *s = self;

	sound_stop(s->sound);
	s->failed = false;
	if (s->sentence.samples) /* what was heard is part of the visit */
		mem_wipe(s->sentence.samples, s->sentence.room * sizeof *s->sentence.samples);
}

static void hold(void *self, bool waiting)
{
	struct speaker *s = self;

	sound_wait(s->sound, waiting);
}

static bool recorded(void *self, const char *lang, const char *text)
{
	return has_recording(((struct speaker *)self)->sentence.recordings, lang, text);
}

static int64_t step(void *self, int64_t now_ms)
{
	struct speaker *s = self;
	int64_t left = sound_left_ms(s->sound);

	return left ? now_ms + (left < tick_ms ? left : tick_ms) : -1;
}

struct speaker *speaker_new(const struct recordings *recordings, struct err *e)
{
	struct arena a;

	if (!sound_likely()) {
		err_set(e, "there is nothing to hear with");
		return NULL;
	}
	arena_init(&a);
	const char *folder = voice_folder(&a, e);
	if (!folder) {
		arena_release(&a);
		return NULL;
	}
	struct speaker *s = mem_alloc(sizeof *s);
	memset(s, 0, sizeof *s);
	s->arena = a;
	s->folder = folder;
	s->voice = (struct voice_out){s, speak, hush, hold, recorded, step};
	s->sentence.recordings = recordings;
	s->sound = sound_new(VOICE_HZ);
	return s;
}

void speaker_free(struct speaker *s)
{
	if (!s)
		return;
	sound_free(s->sound);
	voice_close(s->sentence.engine);
	recorder_release(&s->sentence);
	arena_release(&s->arena);
	free(s);
}

const struct voice_out *speaker_voice(const struct speaker *s)
{
	return s ? &s->voice : NULL;
}
