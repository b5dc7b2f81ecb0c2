/* What a visitor types: folded into words, looked for in the fixture guide ($ROHNAMO_FIXTURE), broken into lines, said. */
#include "ask.h"
#include "base/fold.h"
#include "base/str.h"
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

static void fold(struct arena *a, const char *text)
{
	struct fold_word *words;
	size_t count = fold_words(a, text, &words), end = 0;

	for (size_t i = 0; i < count; i++) {
		FUZZ_MUST(words[i].start >= end && words[i].end > words[i].start && words[i].end <= strlen(text));
		FUZZ_MUST(*words[i].letters && *words[i].sound);
		FUZZ_MUST(fold_distance(words[i].letters, words[i].letters, 2) == 0);
		FUZZ_MUST(fold_likeness(&words[i], &words[i]) == FOLD_BEGINS);
		end = words[i].end;
	}
}

static void normalise(struct arena *a, const char *text)
{
	const char *composed = utf8_nfc(a, text);
	size_t bytes = strlen(text);
	char *kinds = arena_alloc(a, bytes + 1);

	FUZZ_MUST(utf8_is_nfc(composed) && str_equal(utf8_nfc(a, composed), composed));
	FUZZ_MUST(str_equal(utf8_label(a, utf8_label(a, text)), utf8_label(a, text)));
	if (utf8_valid(text, bytes)) {
		utf8_line_breaks(text, bytes, kinds);
		FUZZ_MUST(!bytes || (utf8_cluster(text, bytes) > 0 && utf8_cluster(text, bytes) <= bytes));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct guide *g = ask_fixture();
	struct search_result r;
	struct err e = {"", "", ""};
	struct arena a;

	if (bytes > 4096)
		bytes = 4096;
	char *text = fuzz_text(data, bytes);
	arena_init(&a);
	fold(&a, text);
	normalise(&a, text);
	if (guide_search(g, &a, "uz", CITIZEN_UZ, text, &r, &e))
		FUZZ_MUST(r.hit_count <= GUIDE_SEARCH_HITS && r.hit_count <= r.total);
	else
		fuzz_error(&e);
	arena_release(&a);
	free(text);
	return 0;
}
