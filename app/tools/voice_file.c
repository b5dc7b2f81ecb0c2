#include "tools/voice_file.h"

#include "content/recording.h"
#include "speech/recording.h"
#include "speech/voice.h"

#include <stdlib.h>
#include <string.h>

static const size_t least_samples = VOICE_HZ / 2;
static const int quiet = 500,
		 quiet_mean = 60; /* of 32767, the loudest sample and all of them: nobody hears it in a hall */

bool voice_file_read(struct arena *a, const char *path, struct blob *out, struct err *e)
{
	struct err why;

	if (file_read(a, path, RECORDING_BYTES, out, &why))
		return true;
	err_set(e, "the recording cannot be read or is larger than %d bytes", RECORDING_BYTES);
	return err_hint(e, "record it with 24 kilobits a second");
}

/* The last page of Ogg says that it is the last (RFC 3533): a file that was cut short would end in the middle of a sentence. */
static bool is_whole(const struct blob *file)
{
	for (size_t at = file->bytes; at-- > 0;)
		if (at + 6 <= file->bytes && memcmp(file->data + at, "OggS", 4) == 0)
			return file->data[at + 5] & 4;
	return false;
}

bool voice_file_check(struct arena *a, const char *path, struct err *e)
{
	struct blob file;
	int16_t *samples = NULL;
	size_t count = 0;
	int loudest = 0;
	double sum = 0;

	if (!voice_file_read(a, path, &file, e))
		return false;
	if (!recording_decode(&file, &samples, &count, e))
		return err_hint(e, "save it once more as Ogg/Opus (opusenc), 180 seconds at most");
	for (size_t i = 0; i < count; i++) {
		loudest = abs(samples[i]) > loudest ? abs(samples[i]) : loudest;
		sum += abs(samples[i]);
	}
	free(samples);
	if (count < least_samples) {
		err_set(e, "the recording is shorter than half a second");
		return err_hint(e, "record the whole text");
	}
	if (!is_whole(&file)) {
		err_set(e, "the recording is cut off");
		return err_hint(e, "copy the whole file, or save it once more");
	}
	if (loudest < quiet || sum / (double)count < quiet_mean) {
		err_set(e, "the recording is silent");
		return err_hint(e, "record it nearer to the microphone");
	}
	return true;
}
