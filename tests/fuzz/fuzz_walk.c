/* Walks of the guide: Markdown. The input is a walk's text. */
#include "fuzz.h"
#include "sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena a;
	struct findings found;
	struct manuscript s = {.a = &a, .dir = "", .locales = "", .found = &found};
	struct walk_source w = {.id = "walk", .file = "walks/walk.md", .title = "", .audience = AUDIENCE_ALL};

	arena_init(&a);
	findings_init(&found, &a);
	manuscript_read_walk(&s, &w, (const char *)data, bytes);
	fuzz_bound(&a, bytes, SHEET_BYTES_EACH);
	for (size_t i = 0; i < w.node_count; i++) {
		const struct node_source *n = &w.nodes[i];
		FUZZ_MUST(n->id && n->words && n->answer_count <= WALK_ANSWERS);
		FUZZ_MUST(walk_find(&w, n->id) >= 0 && walk_find(&w, n->id) <= (long)i);
		if (n->outcome)
			sheet_look(&n->sheet, &found);
	}
	if (w.node_count) {
		int ahead = walk_questions_ahead(&w, 0);
		FUZZ_MUST(ahead >= 0 && (w.broken || w.nodes[0].outcome || ahead > 0));
	}
	arena_release(&a);
	return 0;
}
