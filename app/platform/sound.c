#include "platform/sound.h"

#include "platform/sdl.h"

#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BUFFER_SAMPLES = 1024 };

struct sound {
	int hz;
	SDL_AudioDeviceID device; /* 0: closed */
	Uint8 *mixed; /* what is heard, owned; NULL: nothing */
	size_t bytes, held; /* of it; what is left of it while it is held, 0: it is not held */
};

static bool exists(const char *folder, const char *name)
{
	char path[512];

	return folder && snprintf(path, sizeof path, "%s/%s", folder, name) < (int)sizeof path &&
		access(path, F_OK) == 0;
}

bool sound_likely(void)
{
	const char *driver = getenv("SDL_AUDIODRIVER"), *runtime = getenv("XDG_RUNTIME_DIR");
	glob_t cards;

	if (driver && *driver)
		return true;
	if (getenv("PULSE_SERVER") || exists(runtime, "pulse/native") || exists(runtime, "pipewire-0"))
		return true;
	bool card = glob("/dev/snd/pcm*p", 0, NULL, &cards) == 0;
	globfree(&cards);
	return card;
}

struct sound *sound_new(int hz)
{
	struct sound *s = mem_alloc(sizeof *s);

	memset(s, 0, sizeof *s);
	s->hz = hz;
	return s;
}

void sound_free(struct sound *s)
{
	if (s)
		sound_stop(s);
	free(s);
}

/* Sound libraries write a page on standard error when there is no card: what is wrong is told once, by the caller. */
static int mute_errors(void)
{
	int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	int nowhere = kept < 0 ? -1 : open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (nowhere >= 0) {
		dup2(nowhere, STDERR_FILENO);
		close(nowhere);
	}
	return kept;
}

static void unmute_errors(int kept)
{
	if (kept < 0)
		return;
	dup2(kept, STDERR_FILENO);
	close(kept);
}

/* SDL tells of every device that is there when sound begins: those were not plugged in just now. */
static bool begin_sound(void)
{
	bool first = SDL_WasInit(SDL_INIT_AUDIO) == 0;

	if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
		return false;
	if (first) {
		SDL_PumpEvents();
		SDL_FlushEvent(SDL_AUDIODEVICEADDED);
	}
	return true;
}

void sound_watch(void)
{
	int errors = mute_errors();

	begin_sound();
	unmute_errors(errors);
}

static bool open_device(struct sound *s, struct err *e)
{
	const SDL_AudioSpec wanted = {.freq = s->hz, .format = AUDIO_S16SYS, .channels = 1, .samples = BUFFER_SAMPLES};
	int errors = mute_errors();
	bool begun = begin_sound();

	s->device = begun ? SDL_OpenAudioDevice(NULL, 0, &wanted, NULL, 0) : 0;
	if (!s->device) {
		err_set(e, begun ? "no sound device can be opened" : "there is no sound");
		err_detail(e, "%s", SDL_GetError());
		if (begun)
			SDL_QuitSubSystem(SDL_INIT_AUDIO); /* ends a thread that complains as well */
	}
	unmute_errors(errors);
	return s->device;
}

/* Each step is half as loud again as the one before; the middle leaves room above it. */
static int volume_of(int loudness)
{
	static const int volumes[] = {25, 38, 57, 85, SDL_MIX_MAXVOLUME};

	return volumes[loudness < -2 ? 0 : loudness > 2 ? 4 : loudness + 2];
}

static void forget(struct sound *s)
{
	if (s->mixed) /* what was heard is part of the visit */
		mem_wipe(s->mixed, s->bytes);
	free(s->mixed);
	s->mixed = NULL;
	s->bytes = s->held = 0;
}

static void close_device(struct sound *s)
{
	if (!s->device)
		return;
	SDL_ClearQueuedAudio(s->device);
	SDL_CloseAudioDevice(s->device);
	SDL_QuitSubSystem(SDL_INIT_AUDIO);
	s->device = 0;
}

/* The last `left` bytes of what was mixed. False when there is nothing to hear them with. */
static bool go_on(struct sound *s, size_t left, struct err *e)
{
	if (!s->device && !open_device(s, e))
		return false;
	SDL_ClearQueuedAudio(s->device);
	if (SDL_QueueAudio(s->device, s->mixed + s->bytes - left, (Uint32)left) != 0) {
		err_set(e, "the sound device does not play"); /* it is gone: the next sentence opens another */
		err_detail(e, "%s", SDL_GetError());
		return false;
	}
	SDL_PauseAudioDevice(s->device, 0);
	return true;
}

bool sound_play(struct sound *s, const int16_t *samples, size_t count, int loudness, struct err *e)
{
	forget(s);
	s->bytes = count * sizeof *samples;
	s->mixed = mem_alloc(s->bytes + 1);
	memset(s->mixed, 0, s->bytes);
	SDL_MixAudioFormat(s->mixed, (const Uint8 *)samples, AUDIO_S16SYS, (Uint32)s->bytes, volume_of(loudness));
	if (go_on(s, s->bytes, e))
		return true;
	sound_stop(s);
	return false;
}

void sound_stop(struct sound *s)
{
	close_device(s);
	forget(s);
}

/* An open device wakes the process all the time, however long somebody waits. What the device has taken already is heard once more. */
void sound_wait(struct sound *s, bool waiting)
{
	struct err e;

	if (waiting && s->device) {
		size_t left = SDL_GetQueuedAudioSize(s->device);
		size_t taken = BUFFER_SAMPLES * sizeof(int16_t);
		s->held = left + taken < s->bytes ? left + taken : s->bytes;
		close_device(s);
	} else if (!waiting && s->held) {
		size_t left = s->held;
		s->held = 0;
		if (!go_on(s, left, &e))
			sound_stop(s);
	}
}

int64_t sound_left_ms(struct sound *s)
{
	if (s->device && SDL_GetAudioDeviceStatus(s->device) == SDL_AUDIO_STOPPED) /* unplugged */
		sound_stop(s);
	size_t bytes = s->held ? s->held : s->device ? SDL_GetQueuedAudioSize(s->device) : 0;
	int64_t left = (int64_t)(bytes / sizeof(int16_t));
	return left ? left * 1000 / s->hz + 1 : 0;
}
