/* Signs that no text may hold: they are not seen, or are drawn in the wrong place, or make a word that no search finds. */
#include "tools/checks.h"

#include "base/str.h"

#include <string.h>

static bool within(uint32_t code, const uint32_t (*ranges)[2], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (code >= ranges[i][0] && code <= ranges[i][1])
			return true;
	return false;
}

/* What is wrong with a code point; NULL when nothing is. */
static const char *strange(uint32_t code)
{
	static const uint32_t combining[][2] = {
		{0x300, 0x36F}, {0x483, 0x489}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}};
	/* soft hyphen, zero-width signs, signs that turn the direction of reading, variation selectors, marks of order */
	static const uint32_t unseen[][2] = {
		{0xAD, 0xAD}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};

	if (code == '\n' || code == '\r')
		return "a line break";
	if (code == '\t')
		return "a tab";
	if (code < 0x20 || (code >= 0x7F && code <= 0x9F))
		return "a control character";
	if (code == 0xFFFD)
		return "the sign of a lost letter";
	if (within(code, combining, sizeof combining / sizeof combining[0]))
		return "a combining mark";
	if (within(code, unseen, sizeof unseen / sizeof unseen[0]))
		return "an invisible sign";
	return NULL;
}

static void check_text(struct manuscript *s, const char *file, int line, const char *text)
{
	const char *p = text, *what;
	bool ascii = true;
	uint32_t code;

	while ((code = utf8_next(&p))) {
		ascii = ascii && code < 0x80;
		what = strange(code);
		if (!what)
			continue;
		findings_error(s->found, file, line, "%s (U+%04X) stands in \"%s\"; take it out", what, code,
			text_quote(s->a, utf8_label(s->a, text)));
		return;
	}
	if (!ascii && !utf8_is_nfc(text))
		findings_error(s->found, file, line,
			"\"%s\" is not in composed form (NFC); retype the accented letters", text_quote(s->a, text));
}

static void check_walk(struct manuscript *s, const struct walk_source *w)
{
	check_text(s, w->file, w->title_line, w->title);
	for (size_t i = 0; i < w->node_count; i++) {
		check_text(s, w->file, w->nodes[i].line, w->nodes[i].words);
		for (size_t k = 0; k < w->nodes[i].answer_count; k++)
			check_text(s, w->file, w->nodes[i].answers[k].line, w->nodes[i].answers[k].words);
	}
}

void check_letters(struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT])
{
	for (int t = 0; t < TABLE_COUNT; t++)
		for (size_t i = 0; i < s->tables[t].rows * s->tables[t].columns; i++)
			check_text(s, s->tables[t].name, s->tables[t].lines[i / s->tables[t].columns],
				s->tables[t].cells[i]);
	for (size_t i = 0; i < manuscript_sheets(s); i++) {
		const struct page_source *p = manuscript_sheet(s, i);
		check_text(s, p->file, p->title_line, p->title);
		for (size_t k = 0; k < p->block_count; k++) {
			check_text(s, p->file, p->blocks[k].line, p->blocks[k].text);
			for (size_t l = 0; l < p->blocks[k].link_count; l++)
				check_text(s, p->file, p->blocks[k].links[l].line, p->blocks[k].links[l].label);
		}
	}
	for (size_t i = 0; i < s->walk_count; i++)
		check_walk(s, &s->walks[i]);
	for (int l = 0; l < LANG_EN; l++)
		for (size_t i = 0; l != LANG_UZ_CYRILLIC && i < u->count; i++)
			check_text(s, catalogues[l].file, catalogues[l].of_unit[i].line, catalogues[l].of_unit[i].text);
}
