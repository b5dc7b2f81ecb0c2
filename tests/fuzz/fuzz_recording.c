/* Recordings: Ogg with Opus. The checksums of its pages are made right again, so that what is read lies behind them. */
#include "fuzz.h"

#include "speech/recording.h"
#include "speech/voice.h"

#include <stdlib.h>
#include <string.h>

enum { HEAD = 27, SUM_AT = 22 };

static uint32_t checksum(const unsigned char *page, size_t bytes)
{
	uint32_t sum = 0;

	for (size_t i = 0; i < bytes; i++) {
		sum ^= (uint32_t)page[i] << 24;
		for (int bit = 0; bit < 8; bit++)
			sum = sum << 1 ^ (sum >> 31 ? 0x04c11db7u : 0);
	}
	return sum;
}

/* The whole page, 0 when it goes on behind the end. */
static size_t page_bytes(const unsigned char *page, size_t left)
{
	size_t bytes = HEAD;

	if (left < HEAD || left < HEAD + (size_t)page[HEAD - 1])
		return 0;
	bytes += page[HEAD - 1];
	for (int i = 0; i < page[HEAD - 1]; i++)
		bytes += page[HEAD + i];
	return bytes <= left ? bytes : 0;
}

static void mend(unsigned char *data, size_t bytes)
{
	for (size_t at = 0; at + HEAD <= bytes; at++) {
		size_t page = memcmp(data + at, "OggS", 4) == 0 ? page_bytes(data + at, bytes - at) : 0;
		if (!page)
			continue;
		memset(data + at + SUM_AT, 0, 4);
		uint32_t sum = checksum(data + at, page);
		for (int i = 0; i < 4; i++)
			data[at + SUM_AT + i] = (unsigned char)(sum >> (8 * i));
		at += page - 1;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct blob opus = {mem_alloc(bytes + 1), bytes};
	struct err e = {"", "", ""};
	int16_t *samples = NULL;
	size_t count = 0;

	if (bytes)
		memcpy(opus.data, data, bytes);
	opus.data[bytes] = 0;
	mend(opus.data, bytes);
	if (recording_decode(&opus, &samples, &count, &e))
		FUZZ_MUST(count > 0 && count <= (RECORDING_LONGEST_S + 1) * VOICE_HZ);
	else
		fuzz_error(&e);
	free(samples);
	free(opus.data);
	return 0;
}
