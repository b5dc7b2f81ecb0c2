/* A catalogue of translations as the compiler reads it: the input is tg/guide.po, the units are the fixture guide's ($ROHNAMO_SOURCE). */
#include "fuzz.h"

#include "base/file.h"
#include "base/str.h"
#include "tools/catalogue.h"

#include <stdlib.h>
#include <string.h>

#ifdef __SANITIZE_ADDRESS__
/* As in the program: libgettextpo keeps a little of every file it reads. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libgettextpo\n";
}

const char *__lsan_default_options(void);
const char *__lsan_default_options(void)
{
	return "print_suppressions=0";
}
#endif

static struct units units;

static void read_units(void)
{
	static struct arena kept;
	static struct findings found;
	static struct manuscript s;
	const char *source = getenv("ROHNAMO_SOURCE");

	FUZZ_MUST(source);
	findings_init(&found, &kept);
	FUZZ_MUST(manuscript_read(&s, &kept, arena_printf(&kept, "%s/tests/guide/source", source), "", &found));
	units_collect(&units, &s);
	fuzz_file("uz@cyrillic/exceptions.tsv", "", 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena a;
	struct findings found;
	struct catalogue all[LANG_COUNT];

	if (!units.count)
		read_units();
	fuzz_file("tg/guide.po", data, bytes);
	arena_init(&a);
	findings_init(&found, &a);
	FUZZ_MUST(catalogues_read(all, &a, &units, fuzz_folder(), &found));
	fuzz_bound(&a, bytes + units.count * 256, 64);
	for (size_t i = 0; i < units.count; i++) {
		const struct translation *t = &all[LANG_TG].of_unit[i];
		FUZZ_MUST(t->text && t->line > 0 && utf8_valid(t->text, strlen(t->text)));
		FUZZ_MUST((t->state == TRANSLATION_MISSING) == !*t->text);
	}
	for (size_t i = 0; i < found.count; i++)
		FUZZ_MUST(found.list[i].line > 0 && strstr(found.list[i].text, "; "));
	arena_release(&a);
	return 0;
}
