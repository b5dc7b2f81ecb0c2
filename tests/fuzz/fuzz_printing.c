/* What the kiosk and rohnamo-print say to each other: a request's line, or an answer. */
#include "fuzz.h"

#include "wire/printing.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static void look(const char *queue, size_t bytes)
{
	char line[PRINTING_LINE_BYTES], again[PRINTING_QUEUE_BYTES];
	size_t length, more;

	FUZZ_MUST(printing_queue_valid(queue) && bytes <= 999999999);
	length = printing_line(line, queue, bytes);
	FUZZ_MUST(length > 0 && length < sizeof line && line[length - 1] == '\n');
	line[length - 1] = '\0';
	FUZZ_MUST(printing_parse(line, again, &more) && str_equal(again, queue) && more == bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	char *text = fuzz_text(data, bytes), queue[PRINTING_QUEUE_BYTES];
	size_t length;
	enum sent sent;

	if (printing_parse(text, queue, &length))
		look(queue, length);
	if (sent_parse(text, &sent))
		FUZZ_MUST(str_equal(sent_word(sent), text));
	free(text);
	return 0;
}
