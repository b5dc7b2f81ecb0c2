/* Writing the compiled guide: schema, rows in a fixed order, version, digest. The same sources give the same bytes with
 * one SQLite. */
#ifndef ROHNAMO_TOOLS_DATABASE_H
#define ROHNAMO_TOOLS_DATABASE_H

#include "tools/voice.h"

/* Writes `path` (beside its place first, then renamed). The sources must be without errors. *out_version is the content
 * version, owned by the manuscript's arena. */
bool database_write(struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT],
	const struct readings *readings, const char *path, const char **out_version, struct err *e) MUST_CHECK;

/* The unit of the words on a button: its own, else the title of what it leads to; -1 for none. */
struct writer;
long database_label_unit(struct writer *w, const struct link_source *l);

/* The hash by which a review of a page in a language is known, 16 hexadecimal digits. */
const char *database_page_hash(struct manuscript *s, const struct units *u,
	const struct catalogue catalogues[LANG_COUNT], const struct page_source *p, enum lang_id lang);

#endif
