/* A letter the font lacks would be drawn as an empty box, without any error. */
#include "tools/checks.h"

#include "base/file.h"
#include "base/str.h"

#include <ft2build.h>
#include <string.h>
#include FT_FREETYPE_H

static bool is_drawn(uint32_t code)
{
	return code != ' ' && code != 0xA0 && code != '\n' && code != 0x202F;
}

static void check_text(struct manuscript *s, FT_Face face, const char *file, int line, const char *text)
{
	const char *p = text;
	uint32_t code;

	while ((code = utf8_next(&p))) {
		if (!is_drawn(code) || FT_Get_Char_Index(face, code))
			continue;
		findings_error(s->found, file, line, "the font has no letter U+%04X, in \"%.60s\"; write another sign",
			code, text);
		return;
	}
}

static void check_all(
	struct manuscript *s, FT_Face face, const struct units *u, const struct catalogue catalogues[LANG_COUNT])
{
	static const char *const of_contact[] = {"name_local", "address", "email", "web"};

	for (size_t i = 0; i < u->count; i++) {
		check_text(s, face, u->list[i].file, u->list[i].line, u->list[i].english);
		for (int l = 0; l < LANG_EN; l++)
			check_text(s, face, catalogues[l].file, catalogues[l].of_unit[i].line,
				catalogues[l].of_unit[i].text);
	}
	for (size_t i = 0; i < s->tables[TABLE_CONTACTS].rows; i++)
		for (size_t c = 0; c < 4; c++)
			check_text(s, face, manuscript_file(s, TABLE_CONTACTS), manuscript_line(s, TABLE_CONTACTS, i),
				manuscript_cell(s, TABLE_CONTACTS, i, of_contact[c]));
	for (size_t i = 0; i < s->tables[TABLE_SOURCES].rows; i++) {
		const char *file = manuscript_file(s, TABLE_SOURCES);
		int line = manuscript_line(s, TABLE_SOURCES, i);
		check_text(s, face, file, line, manuscript_cell(s, TABLE_SOURCES, i, "publisher"));
		check_text(s, face, file, line, manuscript_cell(s, TABLE_SOURCES, i, "title"));
	}
}

void check_font(
	struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT], const char *font)
{
	static const char system[] = "/usr/share/fonts/truetype/andika/Andika-Regular.ttf";
	const char *path = font ? font : asset_find(s->a, "fonts/Andika-Regular.ttf");
	FT_Library library;
	FT_Face face;

	if (!path)
		path = system;
	if (FT_Init_FreeType(&library) != 0)
		return;
	if (FT_New_Face(library, path, 0, &face) == 0) {
		check_all(s, face, u, catalogues);
		FT_Done_Face(face);
	} else {
		findings_warning(s->found, path, 1,
			"the font cannot be read, so its letters were not checked; install fonts-sil-andika");
	}
	FT_Done_FreeType(library);
}
