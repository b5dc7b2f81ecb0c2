/* A letter the font lacks would be drawn as an empty box, without any error. Both cuts of the font are looked at. */
#include "tools/checks.h"

#include "base/file.h"
#include "base/str.h"

#include <ft2build.h>
#include <string.h>
#include FT_FREETYPE_H

/* Control characters are looked after by check_letters.c. */
static bool is_drawn(uint32_t code)
{
	return code > ' ' && !(code >= 0x7F && code <= 0xA0) && code != 0x202F;
}

struct faces {
	FT_Face list[2];
	size_t count;
};

static bool all_have(const struct faces *f, uint32_t code)
{
	for (size_t i = 0; i < f->count; i++)
		if (!FT_Get_Char_Index(f->list[i], code))
			return false;
	return true;
}

static void check_text(struct manuscript *s, const struct faces *f, const char *file, int line, const char *text)
{
	const char *p = text;
	uint32_t code;

	while ((code = utf8_next(&p))) {
		if (!is_drawn(code) || all_have(f, code))
			continue;
		findings_error(s->found, file, line, "the font has no letter U+%04X, in \"%s\"; write another sign",
			code, text_quote(s->a, text));
		return;
	}
}

static void check_column(struct manuscript *s, const struct faces *f, enum table_id t, const char *column)
{
	for (size_t i = 0; i < s->tables[t].rows; i++)
		check_text(s, f, manuscript_file(s, t), manuscript_line(s, t, i), manuscript_cell(s, t, i, column));
}

static void check_all(struct manuscript *s, const struct faces *f, const struct units *u,
	const struct catalogue catalogues[LANG_COUNT])
{
	/* what is shown as it stands, without being a unit of translation */
	static const struct {
		enum table_id table;
		const char *column;
	} shown[] = {
		{TABLE_CONTACTS, "name_local"},
		{TABLE_CONTACTS, "address"},
		{TABLE_CONTACTS, "email"},
		{TABLE_CONTACTS, "web"},
		{TABLE_SOURCES, "publisher"},
		{TABLE_SOURCES, "title"},
		{TABLE_LANGUAGES, "name"},
		{TABLE_CONFIRMATIONS, "by"},
		{TABLE_REVIEWS, "reviewer"},
		{TABLE_HOLIDAYS, "name"},
		{TABLE_DOUBTFUL_DAYS, "name"},
	};

	for (size_t i = 0; i < u->count; i++) {
		check_text(s, f, u->list[i].file, u->list[i].line, u->list[i].english);
		for (int l = 0; l < LANG_EN; l++)
			check_text(
				s, f, catalogues[l].file, catalogues[l].of_unit[i].line, catalogues[l].of_unit[i].text);
	}
	for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
		check_column(s, f, shown[i].table, shown[i].column);
}

static void open_face(struct faces *f, FT_Library library, const char *path)
{
	if (FT_New_Face(library, path, 0, &f->list[f->count]) == 0)
		f->count++;
}

void check_font(
	struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT], const char *font)
{
	static const char regular[] = "-Regular.ttf";
	const char *path = font ? font : asset_find(s->a, "fonts/Andika-Regular.ttf");
	struct faces f = {{NULL, NULL}, 0};
	FT_Library library;

	if (!path)
		path = "/usr/share/fonts/truetype/andika/Andika-Regular.ttf";
	if (FT_Init_FreeType(&library) != 0)
		return;
	open_face(&f, library, path);
	if (f.count && str_ends(path, regular))
		open_face(
			&f, library, arena_printf(s->a, "%.*s-Bold.ttf", (int)(strlen(path) - strlen(regular)), path));
	if (f.count)
		check_all(s, &f, u, catalogues);
	else
		findings_warning(s->found, path, 1,
			"the font cannot be read, so its letters were not checked; install fonts-sil-andika");
	while (f.count)
		FT_Done_Face(f.list[--f.count]);
	FT_Done_FreeType(library);
}
