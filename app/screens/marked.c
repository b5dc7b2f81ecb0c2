#include "screens/marked.h"

#include "base/fold.h"
#include "base/str.h"

#include <string.h>

/* How many letters of a long line are shown around the match. */
static const size_t letters_before = 40, letters_after = 90;

/* Marks of one typed word: of all that answer to it only those that do so best. */
static void mark_word(
	const struct fold_word *words, size_t count, const struct fold_word *typed, bool misspelt, bool *out)
{
	enum fold_likeness best = misspelt ? FOLD_MISSPELT : FOLD_ENDING;

	for (size_t i = 0; i < count; i++)
		if (fold_likeness(&words[i], typed) > best)
			best = fold_likeness(&words[i], typed);
	for (size_t i = 0; i < count; i++)
		out[i] = out[i] || fold_likeness(&words[i], typed) == best;
}

struct marked marked_words(struct arena *a, const char *text, const char *query, bool misspelt)
{
	struct fold_word *words, *typed;
	size_t count = fold_words(a, text, &words), typed_count = fold_words(a, query, &typed);
	struct text_span *marks = arena_new_array(a, count + 1, struct text_span);
	bool *found = arena_new_array(a, count + 1, bool);
	struct marked m = {text, marks, 0};

	for (size_t k = 0; k < typed_count; k++)
		mark_word(words, count, &typed[k], misspelt, found);
	for (size_t i = 0; i < count; i++)
		if (found[i])
			marks[m.count++] = (struct text_span){words[i].start, words[i].end};
	return m;
}

/* Where to begin or end a long line: some letters away from `from`, but at a blank. */
static size_t cut_before(const char *text, size_t from)
{
	size_t at = from, letters = 0;

	while (at > 0 && (letters < letters_before || text[at - 1] != ' ')) {
		at--;
		letters += ((unsigned char)text[at] & 0xC0) != 0x80;
	}
	return at;
}

static size_t cut_after(const char *text, size_t from)
{
	size_t at = from, letters = 0;

	while (text[at] && (letters < letters_after || text[at] != ' ')) {
		letters += ((unsigned char)text[at] & 0xC0) != 0x80;
		at++;
	}
	return at;
}

struct marked marked_excerpt(struct arena *a, struct marked m)
{
	size_t start = m.count ? cut_before(m.text, m.marks[0].start) : 0;
	size_t end = cut_after(m.text, m.count ? m.marks[0].end : 0);
	const char *before = start > 0 ? "… " : "", *after = m.text[end] ? " …" : "";
	struct text_span *marks = arena_new_array(a, m.count + 1, struct text_span);
	struct marked cut = {
		.text = arena_printf(a, "%.*s%s", (int)(end - start), m.text + start, after), .marks = marks};

	for (size_t i = 0; i < m.count && m.marks[i].end <= end; i++)
		marks[cut.count++] = (struct text_span){m.marks[i].start - start, m.marks[i].end - start};
	return marked_behind(a, before, cut);
}

struct marked marked_behind(struct arena *a, const char *before, struct marked m)
{
	struct text_span *marks = arena_new_array(a, m.count + 1, struct text_span);
	size_t by = strlen(before);

	for (size_t i = 0; i < m.count; i++)
		marks[i] = (struct text_span){m.marks[i].start + by, m.marks[i].end + by};
	return (struct marked){arena_printf(a, "%s%s", before, m.text), marks, m.count};
}

const char *marked_quoted(struct arena *a, struct marked m)
{
	struct strbuf s;
	size_t at = 0;

	strbuf_init(&s);
	for (size_t i = 0; i < m.count; i++) {
		strbuf_add(&s, m.text + at, m.marks[i].start - at);
		strbuf_adds(&s, "«");
		strbuf_add(&s, m.text + m.marks[i].start, m.marks[i].end - m.marks[i].start);
		strbuf_adds(&s, "»");
		at = m.marks[i].end;
	}
	strbuf_adds(&s, m.text + at);
	const char *quoted = arena_strdup(a, s.text);
	strbuf_release(&s);
	return quoted;
}
