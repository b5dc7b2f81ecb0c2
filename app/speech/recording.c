#include "speech/recording.h"

#include "base/arena.h"
#include "speech/voice.h"

#include <opusfile.h>
#include <samplerate.h>
#include <stdlib.h>

enum { OPUS_HZ = 48000, CHUNK = 5760 * 2 }; /* the longest frame of Opus, in two channels */
static const size_t most_samples = (size_t)RECORDING_LONGEST_S * OPUS_HZ;

struct wave {
	float *samples;
	size_t count, room;
};

static void add(struct wave *w, const opus_int16 *stereo, int count)
{
	if (w->count + (size_t)count > w->room) {
		w->room = (w->count + (size_t)count) * 2;
		w->samples = mem_realloc(w->samples, w->room * sizeof *w->samples);
	}
	for (int i = 0; i < count; i++)
		w->samples[w->count++] = (float)(stereo[2 * i] + stereo[2 * i + 1]) / 65536.0f;
}

static bool read_all(OggOpusFile *file, struct wave *w, struct err *e)
{
	opus_int16 stereo[CHUNK];

	for (;;) {
		int count = op_read_stereo(file, stereo, CHUNK);
		if (count < 0)
			return err_set(e, "the recording is damaged");
		if (count == 0)
			return w->count > 0 || err_set(e, "the recording is empty");
		add(w, stereo, count);
		if (w->count > most_samples)
			return err_set(e, "the recording is longer than %d seconds", RECORDING_LONGEST_S);
	}
}

/* From the rate of Opus to that of the voice. */
static bool convert(const struct wave *w, int16_t **out, size_t *out_count, struct err *e)
{
	size_t room = w->count * VOICE_HZ / OPUS_HZ + 16;
	float *samples = mem_alloc(room * sizeof *samples);
	SRC_DATA data = {.data_in = w->samples,
		.data_out = samples,
		.input_frames = (long)w->count,
		.output_frames = (long)room,
		.src_ratio = (double)VOICE_HZ / OPUS_HZ};
	int failed = src_simple(&data, SRC_SINC_FASTEST, 1);

	if (!failed) {
		*out_count = (size_t)data.output_frames_gen;
		*out = mem_alloc((*out_count + 1) * sizeof **out);
		src_float_to_short_array(samples, *out, (int)data.output_frames_gen);
	} else {
		err_set(e, "the recording cannot be converted");
		err_detail(e, "%s", src_strerror(failed));
	}
	free(samples);
	return !failed;
}

bool recording_decode(const struct blob *opus, int16_t **out, size_t *out_count, struct err *e)
{
	struct wave wave = {NULL, 0, 0};
	int failed = 0;
	OggOpusFile *file = op_open_memory(opus->data, opus->bytes, &failed);

	if (!file)
		return err_set(e, "the recording is no Ogg/Opus");
	bool ok = read_all(file, &wave, e) && convert(&wave, out, out_count, e);
	op_free(file);
	free(wave.samples);
	return ok;
}
