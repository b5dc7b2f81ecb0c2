/* What the harnesses share. A harness is one reader and LLVMFuzzerTestOneInput, the form that libFuzzer and AFL++ call; in the ordinary
 * build driver.c calls it. Besides what sanitizers see, a harness says what must hold of every input, and how much memory it may take. */
#ifndef ROHNAMO_TESTS_FUZZ_FUZZ_H
#define ROHNAMO_TESTS_FUZZ_FUZZ_H

#include "base/arena.h"
#include "base/err.h"

#include <stdint.h>

/* Reads `bytes` of any kind; 0. Ends the program where something does not hold. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

/* Ends the program with the condition and its place when it does not hold, also in builds without assert. */
#define FUZZ_MUST(holds)                                                                                               \
	do {                                                                                                           \
		if (!(holds))                                                                                          \
			fuzz_broken(#holds, __FILE__, __LINE__);                                                       \
	} while (0)
_Noreturn void fuzz_broken(const char *what, const char *file, int line);

/* The input as text, which ends at its first NUL: exactly as long as it is, so that who reads behind it is seen. free() it. */
char *fuzz_text(const uint8_t *data, size_t bytes);
/* Memory must not grow faster than the input: at most `each` for each of its bytes and 64 KiB. */
void fuzz_bound(const struct arena *a, size_t input_bytes, size_t each);
/* An error says what, in text of UTF-8. */
void fuzz_error(const struct err *e);

/* A scratch folder of this process, made on the first call ($ROHNAMO_SCRATCH, else below $TMPDIR) and emptied of what fuzz_file wrote
 * when the program ends. */
const char *fuzz_folder(void);
/* Writes a file of that folder ("tg/guide.po" makes the folder tg); returns its path, which stays. */
const char *fuzz_file(const char *name, const void *data, size_t bytes);

#endif
