/* The blocks of a page, read from cmark's tree; the outcomes of a walk are made of the same. */
#ifndef ROHNAMO_TOOLS_READ_PAGE_H
#define ROHNAMO_TOOLS_READ_PAGE_H

#include "tools/manuscript.h"

#include <cmark.h>

struct page_reader {
	struct manuscript *s;
	struct page_source *p; /* gets the blocks */
	struct list blocks; /* the same */
	int heading_level; /* of headings between blocks */
	bool answers; /* paragraphs with a limit are still variants of the answer */
	bool limited; /* the last block began with a limit */
};

void page_reader_init(struct page_reader *r, struct manuscript *s, struct page_source *p, int heading_level);
/* A node directly below the document: heading, paragraph, list or note. */
void page_reader_take(struct page_reader *r, cmark_node *node);
/* After the last node: there has to be an answer. */
void page_reader_end(struct page_reader *r);

/* The words of a node without markup, trimmed; markup is a finding. */
const char *page_reader_words(struct page_reader *r, cmark_node *node, int line);
/* Reads a limit such as `{TJ UZ}` at the start of `text` into `b`; returns what follows it. */
const char *page_reader_limit(struct page_reader *r, const char *text, struct block_source *b);
/* A finding in the file that is read. */
void page_reader_complain(struct page_reader *r, int line, const char *what);

#endif
