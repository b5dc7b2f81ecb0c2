#include "sheet.h"

#include "fuzz.h"

#include <string.h>

static void look_at_block(const struct block_source *b)
{
	FUZZ_MUST(b->text && b->line > 0 && b->step >= 0);
	FUZZ_MUST(b->audience && (b->audience & ~(unsigned)AUDIENCE_ALL) == 0);
	FUZZ_MUST(b->link_count <= sizeof b->links / sizeof b->links[0]);
	for (size_t i = 0; i < b->link_count; i++)
		FUZZ_MUST(b->links[i].route && b->links[i].label && b->links[i].line > 0);
	for (size_t i = 0; i < b->fact_count; i++)
		FUZZ_MUST(b->facts[i]);
}

void sheet_look(const struct page_source *p, const struct findings *found)
{
	FUZZ_MUST(p->title && p->title_line > 0);
	for (size_t i = 0; i < p->block_count; i++)
		look_at_block(&p->blocks[i]);
	FUZZ_MUST(found->errors || (p->block_count && *p->title && p->blocks[0].kind == BLOCK_ANSWER));
	for (size_t i = 0; i < found->count; i++) /* what and, behind a semicolon, the remedy */
		FUZZ_MUST(found->list[i].line > 0 && strstr(found->list[i].text, "; "));
}
