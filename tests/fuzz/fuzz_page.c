/* Pages of the guide: Markdown. The input is a page's text. */
#include "fuzz.h"
#include "sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena a;
	struct findings found;
	struct manuscript s = {.a = &a, .dir = "", .locales = "", .found = &found};
	struct page_source p = {.id = "page", .file = "pages/page.md", .title = "", .audience = AUDIENCE_ALL};

	arena_init(&a);
	findings_init(&found, &a);
	manuscript_read_page(&s, &p, (const char *)data, bytes);
	fuzz_bound(&a, bytes, SHEET_BYTES_EACH);
	sheet_look(&p, &found);
	arena_release(&a);
	return 0;
}
