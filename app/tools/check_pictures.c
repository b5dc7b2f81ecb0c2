/* Who cannot read goes by pictures: each thing that is chosen has its own, and all are of one hand, since the painter colours them by their
 * black strokes. */
#include "tools/checks.h"

#include "base/file.h"
#include "base/str.h"

#include <string.h>

static const enum table_id pictured[] = {
	TABLE_TOPICS, TABLE_PAGES, TABLE_WALKS, TABLE_QUESTIONS, TABLE_DOCUMENTS, TABLE_PHRASES};
enum { PICTURED = sizeof pictured / sizeof pictured[0] };

static const char hand[] =
	"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\" width=\"48\" height=\"48\" fill=\"none\" "
	"stroke=\"#000\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n";

static const char *icon(const struct manuscript *s, enum table_id t, size_t row)
{
	return manuscript_cell(s, t, row, "icon");
}

/* Beside the guide's source, else among those of the program. NULL when there is none. */
static const char *file_of(struct manuscript *s, const char *name)
{
	const char *beside = arena_printf(s->a, "%s/../icons/%s.svg", s->dir, name);

	if (!is_plain_id(name))
		return NULL;
	return file_exists(beside) ? beside : asset_find(s->a, arena_printf(s->a, "icons/%s.svg", name));
}

/* After NAME="..." of `p`; NULL when that does not stand there. */
static const char *behind_attribute(const char *p, const char *name)
{
	size_t bytes = strlen(name);

	if (!p || strncmp(p, name, bytes) != 0 || strncmp(p + bytes, "=\"", 2) != 0)
		return NULL;
	p = strpbrk(p + bytes + 2, "\"<>");
	return p && *p == '"' ? p + 1 : NULL;
}

/* A line or a circle that takes the header's strokes: no colour, width or style of its own. */
static bool is_plain_element(const char *p)
{
	static const char *const circle[] = {"<circle cx", " cy", " r"};
	const char *path = behind_attribute(p, "<path d");

	if (path)
		return str_starts(path, "/>");
	for (size_t i = 0; i < sizeof circle / sizeof circle[0]; i++)
		p = behind_attribute(p, circle[i]);
	return p && str_starts(p, "/>");
}

static bool is_of_our_hand(struct manuscript *s, const char *path)
{
	struct blob file;
	struct err e = {"", "", ""};

	if (!file_read(s->a, path, 1 << 16, &file, &e) || !str_starts((const char *)file.data, hand))
		return false;
	for (const char *p = strchr((const char *)file.data + sizeof hand - 1, '<'); p; p = strchr(p + 1, '<'))
		if (!is_plain_element(p) && !str_starts(p, "</svg>"))
			return false;
	return true;
}

static void drawn(struct manuscript *s, enum table_id t, size_t row)
{
	const char *path = file_of(s, icon(s, t, row));

	if (!path)
		findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, row),
			"picture '%s' is not in assets/icons; draw it or name another", icon(s, t, row));
	else if (!is_of_our_hand(s, path))
		findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, row),
			"picture '%s' is not of our hand; begin it with the first line of the others, and draw with "
			"path and "
			"circle alone",
			icon(s, t, row));
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Told at the later row, with where the picture stands already. */
static void own(struct manuscript *s, int table, size_t row)
{
	enum table_id t = pictured[table];

	for (int k = 0; k <= table; k++)
		for (size_t i = 0; i < (k < table ? s->tables[pictured[k]].rows : row); i++) {
			if (!*icon(s, t, row) || !str_equal(icon(s, t, row), icon(s, pictured[k], i)))
				continue;
			findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, row),
				"picture '%s' stands in %s on line %d already; who cannot read needs another one",
				icon(s, t, row), base_name(manuscript_file(s, pictured[k])),
				manuscript_line(s, pictured[k], i));
			return;
		}
}

void check_pictures(struct manuscript *s)
{
	for (int table = 0; table < PICTURED; table++)
		for (size_t row = 0; row < s->tables[pictured[table]].rows; row++) {
			drawn(s, pictured[table], row);
			own(s, table, row);
		}
}
