/* What rohnamo-update tells the kiosk. The receipt is made right again, so that what is read lies behind it; what was read is written again
 * byte by byte. */
#include "fuzz.h"

#include "base/str.h"
#include "wire/updating.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* Of the text from `result` to the last line, where that is a receipt of the right length. */
static void mend_receipt(char *text)
{
	static const char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
	char *told = strstr(text, "result "), *receipt = told ? strstr(told, "receipt ") : NULL;
	unsigned char digest[32];
	int bit = 0;

	if (!receipt || strlen(receipt) < strlen("receipt XXXX-XXXX-XXXX"))
		return;
	crypto_generichash(digest, sizeof digest, (unsigned char *)told, (size_t)(receipt - told), NULL, 0);
	for (int i = 0; i < 14; i++) {
		char *out = receipt + strlen("receipt ") + i;
		*out = '-';
		if (i == 4 || i == 9)
			continue;
		int value = 0;
		for (int k = 0; k < 5; k++, bit++)
			value = value * 2 + (digest[bit / 8] >> (7 - bit % 8) & 1);
		*out = letters[value];
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	char *text = fuzz_text(data, bytes), again[UPDATING_MOST_BYTES];
	struct outcome o;

	mend_receipt(text);
	if (outcome_parse(text, &o)) {
		FUZZ_MUST(o.result < UPDATE_RESULT_COUNT && outcome_write(&o, again) == strlen(text));
		FUZZ_MUST(str_equal(again, text));
	} else {
		FUZZ_MUST(o.serial == 0 && !o.receipt[0]);
	}
	free(text);
	return 0;
}
