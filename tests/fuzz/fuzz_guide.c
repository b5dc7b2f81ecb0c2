/* A compiled guide. The input is the whole file or, in the second harness, a list of changes of the fixture guide (its path is in
 * $ROHNAMO_FIXTURE): digest and mark are made right again, so that what is read lies behind them. */
#include "ask.h"
#include "base/file.h"
#include "content/guide_store.h"
#include "fuzz.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static void seal(unsigned char *data, size_t bytes)
{
	size_t database_bytes = bytes - GUIDE_TRAILER_BYTES;

	crypto_generichash(data + database_bytes, GUIDE_DIGEST_BYTES, data, database_bytes, NULL, 0);
	memcpy(data + database_bytes + GUIDE_DIGEST_BYTES, GUIDE_TRAILER_MARK,
		GUIDE_TRAILER_BYTES - GUIDE_DIGEST_BYTES);
}

/* `walk`: with SQLite's own check before; without it as a large guide is opened. */
static void open_and_ask(const unsigned char *data, size_t bytes, bool walk)
{
	struct err e = {"", "", ""};
	struct guide *g = guide_open_bytes("fuzz", data, bytes, walk, &e);

	if (g)
		ask_everything(g);
	else
		fuzz_error(&e);
	guide_close(g);
}

static void start(void)
{
	static bool started;

	if (!started)
		guide_memory_init();
	started = true;
}

#ifdef FUZZ_CHANGES
/* Four bytes: where (three, little-endian), what. */
static void change(unsigned char *data, size_t database_bytes, const uint8_t *changes, size_t bytes)
{
	for (; bytes >= 4; changes += 4, bytes -= 4)
		data[((size_t)changes[0] | (size_t)changes[1] << 8 | (size_t)changes[2] << 16) % database_bytes] =
			changes[3];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static struct arena kept;
	static struct blob fixture;
	const char *path = getenv("ROHNAMO_FIXTURE");

	start();
	if (!fixture.data)
		FUZZ_MUST(path && file_read(&kept, path, GUIDE_WHOLE_BYTES, &fixture, NULL));
	if (bytes == 0 || bytes > 1024)
		return 0;
	unsigned char *copy = mem_alloc(fixture.bytes);
	memcpy(copy, fixture.data, fixture.bytes);
	change(copy, fixture.bytes - GUIDE_TRAILER_BYTES, data + 1, bytes - 1);
	seal(copy, fixture.bytes);
	open_and_ask(copy, fixture.bytes, data[0] & 1);
	free(copy);
	return 0;
}
#else
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	start();
	unsigned char *copy = mem_alloc(bytes);
	if (bytes)
		memcpy(copy, data, bytes);
	if (bytes > GUIDE_TRAILER_BYTES)
		seal(copy, bytes);
	open_and_ask(copy, bytes, bytes & 1);
	free(copy);
	return 0;
}
#endif
