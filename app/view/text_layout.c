/* The text is cut into pieces at its break opportunities; pieces are set greedily. A piece that is wider than the line is cut
 * between letter clusters. Pieces are measured one by one, so that the cache of the metrics meets the same words again. */
#include "view/text_layout.h"

#include "base/str.h"

#include <string.h>

struct piece {
	size_t start, end; /* bytes, spaces at the end included */
	size_t ink_end; /* without them */
	float ink, whole; /* widths */
	bool ends_line; /* a newline follows */
};

struct pieces {
	struct piece *at;
	size_t count;
};

static size_t without_spaces(const char *text, size_t start, size_t end)
{
	while (end > start &&
		(text[end - 1] == ' ' || text[end - 1] == '\n' || text[end - 1] == '\r' || text[end - 1] == '\t'))
		end--;
	return end;
}

/* — and – never begin a line; they hang on to the word before, whatever stands between. */
static bool is_dash(const char *text)
{
	return str_starts(text, "\xE2\x80\x94") || str_starts(text, "\xE2\x80\x93");
}

/* "2026-yil", "5-го": the hyphen between a number and its ending holds them together. */
static bool is_in_number(const char *text, size_t at)
{
	return at >= 2 && text[at - 1] == '-' && text[at - 2] >= '0' && text[at - 2] <= '9';
}

static void cut(struct pieces *out, struct arena *a, const struct metrics *m, const char *text, int font_px, bool bold)
{
	size_t bytes = strlen(text);
	char *kinds = arena_alloc(a, bytes + 1);
	size_t start = 0, count = 1;

	utf8_line_breaks(text, bytes, kinds);
	for (size_t i = 1; i < bytes; i++)
		if (kinds[i] == LINE_BREAK_CAN && (is_dash(text + i) || is_in_number(text, i)))
			kinds[i] = LINE_BREAK_NO;
	for (size_t i = 1; i < bytes; i++)
		count += kinds[i] != LINE_BREAK_NO;
	out->at = arena_new_array(a, count, struct piece);
	out->count = 0;
	float space = m->width(m->self, " ", 1, font_px, bold);
	for (size_t i = 1; i <= bytes; i++) {
		if (i < bytes && kinds[i] == LINE_BREAK_NO)
			continue;
		struct piece *p = &out->at[out->count++];
		p->start = start;
		p->end = i;
		p->ink_end = without_spaces(text, start, i);
		p->ink = p->ink_end > start ? m->width(m->self, text + start, p->ink_end - start, font_px, bold) : 0;
		p->whole = p->ink + (float)(i - p->ink_end) * space;
		p->ends_line = i < bytes && kinds[i] == LINE_BREAK_MUST;
		start = i;
	}
}

struct builder {
	struct text_lines *out;
	struct arena *a;
	size_t room;
};

static void add_line(struct builder *b, const char *text, size_t start, size_t end, float width)
{
	struct text_lines *out = b->out;

	if (out->count == b->room) {
		size_t room = b->room ? b->room * 2 : 8;
		struct line *lines = arena_new_array(b->a, room, struct line);
		if (out->count)
			memcpy(lines, out->lines, out->count * sizeof *lines);
		out->lines = lines;
		b->room = room;
	}
	out->lines[out->count++] = (struct line){.text = text + start, .bytes = end - start, .w = width};
	if (width > out->width)
		out->width = width;
}

/* A piece that is cut where a blank stands leaves the blank out: it belongs to no line. */
static size_t skip_blanks(const char *text, size_t at, size_t end)
{
	while (at < end && text[at] == ' ')
		at++;
	return at;
}

/* Cuts a piece that is wider than the line; returns the start and width of what is left for the next line. */
static size_t cut_word(struct builder *b, const struct metrics *m, const char *text, const struct piece *p, float width,
	int font_px, bool bold, float *out_rest)
{
	size_t start = p->start;
	float so_far = 0;

	for (size_t at = start; at < p->ink_end;) {
		size_t cluster = utf8_cluster(text + at, p->ink_end - at);
		float w = m->width(m->self, text + start, at + cluster - start, font_px, bold);
		if (w > width && at > start) {
			size_t end = without_spaces(text, start, at);
			if (end < at)
				so_far = m->width(m->self, text + start, end - start, font_px, bold);
			add_line(b, text, start, end, so_far);
			start = at = skip_blanks(text, at, p->ink_end);
			cluster = utf8_cluster(text + at, p->ink_end - at);
			so_far = m->width(m->self, text + start, cluster, font_px, bold);
		} else {
			so_far = w;
		}
		at += cluster;
	}
	*out_rest = so_far;
	return start;
}

void text_break(struct text_lines *out, struct arena *a, const struct metrics *m, const char *text, float width,
	int font_px, bool bold)
{
	struct builder b = {out, a, 0};
	struct pieces pieces;
	size_t line_start = 0, line_ink_end = 0;
	float line_ink = 0, line_whole = 0;
	bool open = false;

	*out = (struct text_lines){NULL, 0, 0};
	cut(&pieces, a, m, text, font_px, bold);
	for (size_t i = 0; i < pieces.count; i++) {
		const struct piece *p = &pieces.at[i];
		if (open && line_whole + p->ink > width) {
			add_line(&b, text, line_start, line_ink_end, line_ink);
			open = false;
		}
		if (!open) {
			line_start = p->start;
			line_ink = p->ink;
			if (p->ink > width)
				line_start = cut_word(&b, m, text, p, width, font_px, bold, &line_ink);
			line_whole = line_ink + (p->whole - p->ink);
		} else {
			line_ink = line_whole + p->ink;
			line_whole += p->whole;
		}
		line_ink_end = p->ink_end > line_start ? p->ink_end : line_start;
		open = true;
		if (p->ends_line) {
			add_line(&b, text, line_start, line_ink_end, line_ink);
			open = false;
		}
	}
	if (open || out->count == 0)
		add_line(&b, text, line_start, line_ink_end, line_ink);
}

float text_natural_width(struct arena *a, const struct metrics *m, const char *text, int font_px, bool bold)
{
	struct pieces pieces;
	float widest = 0, line = 0;

	cut(&pieces, a, m, text, font_px, bold);
	for (size_t i = 0; i < pieces.count; i++) {
		const struct piece *p = &pieces.at[i];
		if (line + p->ink > widest)
			widest = line + p->ink;
		line = p->ends_line ? 0 : line + p->whole;
	}
	return widest;
}

/* Where a dash stands behind a blank in a piece; the end of the piece when none does. */
static size_t dash_at(const char *text, const struct piece *p)
{
	size_t at = p->start + 1;

	while (at < p->ink_end && !(text[at - 1] == ' ' && is_dash(text + at)))
		at++;
	return at < p->ink_end ? at : p->ink_end;
}

float text_longest_word(struct arena *a, const struct metrics *m, const char *text, int font_px, bool bold)
{
	struct pieces pieces;
	float widest = 0;

	cut(&pieces, a, m, text, font_px, bold);
	for (size_t i = 0; i < pieces.count; i++) {
		const struct piece *p = &pieces.at[i];
		float ink = p->ink;
		size_t dash = dash_at(text, p);
		if (dash < p->ink_end) /* where it is narrow the dash gives way, the word does not */
			ink = m->width(m->self, text + p->start, without_spaces(text, p->start, dash) - p->start,
				font_px, bold);
		if (ink > widest)
			widest = ink;
	}
	return widest;
}
