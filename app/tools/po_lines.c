/* Reads only as much of the format as is needed to know which entry begins on which line: keywords, quoted strings and
 * their continuation. Whether the file is right is libgettextpo's to say. */
#include "tools/po_lines.h"

#include "base/str.h"

#include <string.h>

struct entry {
	struct strbuf context, id;
	struct strbuf *filling; /* what the next quoted line continues; NULL: a translation */
	int line;
};

/* Appends what stands between the quotation marks of a line. */
static void add_quoted(struct strbuf *out, const char *p, const char *end)
{
	const char *last = end;

	p = memchr(p, '"', (size_t)(end - p));
	while (p && last > p && last[-1] != '"')
		last--;
	if (!p || last - p < 2)
		return;
	for (p++, last--; p < last; p++) {
		if (*p == '\\' && p + 1 < last) {
			p++;
			strbuf_addc(out, *p == 'n' ? '\n' : *p == 't' ? '\t' : *p);
		} else {
			strbuf_addc(out, *p);
		}
	}
}

static void take_line(
	struct entry *e, struct catalogue *c, const struct units *u, const char *p, const char *end, int line)
{
	if (str_starts(p, "msgctxt")) {
		strbuf_clear(&e->context);
		e->line = line;
		e->filling = &e->context;
	} else if (str_starts(p, "msgid ")) {
		strbuf_clear(&e->id);
		e->filling = &e->id;
	} else if (str_starts(p, "msgstr")) {
		long unit = units_find(u, e->context.text, e->id.text);
		if (unit >= 0)
			c->of_unit[unit].line = e->line;
		strbuf_clear(&e->context);
		e->filling = NULL;
	} else if (*p != '"') {
		return;
	}
	if (e->filling)
		add_quoted(e->filling, p, end);
}

void po_lines_find(struct catalogue *c, const struct units *u, const char *text)
{
	struct entry e = {.line = 1};
	int line = 1;

	strbuf_init(&e.context);
	strbuf_init(&e.id);
	for (const char *p = text; *p; line++) {
		const char *end = p + strcspn(p, "\n");
		take_line(&e, c, u, p, end, line);
		p = *end ? end + 1 : end;
	}
	strbuf_release(&e.context);
	strbuf_release(&e.id);
}
