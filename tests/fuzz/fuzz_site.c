/* The operator's folder over the fixture guide ($ROHNAMO_FIXTURE). One input holds its three tables, with a line "%%" between them. */
#include "ask.h"
#include "base/str.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

static const char separator[] = "\n%%\n";

/* Where the next separator begins, else the end. */
static size_t part_bytes(const uint8_t *data, size_t bytes)
{
	for (size_t i = 0; i + strlen(separator) <= bytes; i++)
		if (memcmp(data + i, separator, strlen(separator)) == 0)
			return i;
	return bytes;
}

static void write_folder(const uint8_t *data, size_t bytes)
{
	static const char *const names[] = {"contacts.csv", "confirmations.csv", "notice.csv"};

	for (int i = 0; i < 3; i++) {
		size_t part = i < 2 ? part_bytes(data, bytes) : bytes;
		fuzz_file(names[i], data, part);
		size_t used = part + strlen(separator) < bytes ? part + strlen(separator) : bytes;
		data += used;
		bytes -= used;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct guide *g = ask_fixture();
	struct arena a;
	char **problems;
	date_t today = DATE_NONE;

	FUZZ_MUST(date_parse("2026-11-25", &today));
	write_folder(data, bytes);
	arena_init(&a);
	guide_read_site_at(g, &a, fuzz_folder(), today, &problems);
	fuzz_bound(&a, bytes, 1024);
	for (size_t i = 0; problems[i]; i++)
		FUZZ_MUST(*problems[i] && utf8_valid(problems[i], strlen(problems[i])));
	ask_contacts(g, "ru");
	arena_release(&a);
	return 0;
}
