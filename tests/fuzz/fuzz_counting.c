/* A day of counts. What was read is written again byte by byte. */
#include "fuzz.h"

#include "base/str.h"
#include "wire/counting.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static char again[COUNTING_MOST_BYTES];
	static struct day_counts counts;
	char *text = fuzz_text(data, bytes);

	if (counting_parse(text, &counts)) {
		counting_write(&counts, again);
		FUZZ_MUST(str_equal(again, text) && counts.row_count <= COUNTING_ROWS);
	} else {
		FUZZ_MUST(counts.row_count == 0);
	}
	free(text);
	return 0;
}
