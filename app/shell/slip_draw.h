/* A slip, drawn a few rows at a time: laid out by the same code as the screens, as wide as the paper and as high as it needs, painted,
 * made black and white, cut into pages where the paper has pages. --slip and the window's printing both draw with it. */
#ifndef ROHNAMO_SHELL_SLIP_DRAW_H
#define ROHNAMO_SHELL_SLIP_DRAW_H

#include "base/str.h"
#include "content/guide.h"
#include "platform/fonts.h"
#include "screens/model.h"
#include "shell/options.h"

struct slip; /* opaque; wiped when it is freed */

/* Begins the slip of the model's present screen, which makes one (slip_possible). Only language, citizenship, day and what was set on
 * the screen count; what is unfolded, enlarged or beside it does not. What is drawn later is copied, so that the visit may go on or
 * end meanwhile; fonts are borrowed. NULL with a sentence in `e`. */
struct slip *slip_begin(const struct model *m, struct guide *guide, struct fonts *fonts, const struct metrics *metrics,
	enum paper_kind kind, struct err *e);
/* Paints some more rows, a few milliseconds of work; false when there are no more. */
bool slip_more(struct slip *s);
/* Append the whole slip as a file; after slip_more has returned false. */
bool slip_pdf(const struct slip *s, struct strbuf *out, struct err *e) MUST_CHECK;
bool slip_png(const struct slip *s, struct strbuf *out, struct err *e) MUST_CHECK;
void slip_free(struct slip *s); /* NULL is allowed */

#endif
