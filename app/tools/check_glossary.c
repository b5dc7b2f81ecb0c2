/* One concept, one word: where the English text has a term of glossary.csv, a translation has the glossary's word for it.
 *
 * English: a term stands in a text as its words in a row, each with the endings of English; the longest term wins, so that
 * "labour migrant" is not also "migrant". What `unless` lists is passed over in the same way. Translations: the languages
 * inflect, and nothing here knows their grammar. A word counts as found when a word of the text begins with its stem, which
 * is the word without its last quarter; so a wrong word that begins alike is not seen. The check finds other words for a
 * concept, not wrong endings. */
#include "tools/checks.h"

#include "base/file.h"
#include "base/fold.h"
#include "base/str.h"
#include "content/rules.h"

#include <string.h>

enum {
	MOST_WORDS = 12, /* of one term */
	NEAR = 4, /* other words may stand between those of one term */
};

/* Words in a row. As English of `row`; as a translation, the stems of one alternative. */
struct wording {
	const char **words;
	size_t count;
	size_t row; /* of glossary.csv */
	bool passed_over; /* listed in `unless` */
};

struct phrases {
	struct list all;
	struct wording *list; /* its items */
	size_t count;
};

/* "Here it is said otherwise": one line of glossary-exceptions.tsv. */
struct exception {
	const char *term, *words, *reason; /* `words`: a part of the English text */
	int line;
	bool used;
};

struct glossary {
	struct manuscript *s;
	struct phrases english;
	struct phrases *said[LANG_COUNT]; /* one for each row */
	struct exception *exceptions[LANG_COUNT];
	size_t exception_count[LANG_COUNT];
	bool strict;
};

static const enum lang_id checked[] = {LANG_TG, LANG_UZ, LANG_KY, LANG_RU, LANG_KK};
enum { CHECKED = sizeof checked / sizeof checked[0] };

static const char *cell(const struct glossary *g, size_t row, const char *column)
{
	return manuscript_cell(g->s, TABLE_GLOSSARY, row, column);
}

static void complain(const struct glossary *g, size_t row, const char *what)
{
	findings_error(g->s->found, manuscript_file(g->s, TABLE_GLOSSARY), manuscript_line(g->s, TABLE_GLOSSARY, row),
		"term '%s' %s", cell(g, row, "en"), what);
}

/* Placeholders are no words. */
static char *without_placeholders(struct arena *a, const char *text)
{
	char *copy = arena_strdup(a, text);
	struct placeholder p;

	for (size_t at = 0; placeholder_next(text, at, &p); at = p.end)
		memset(copy + p.start, '|', p.end - p.start);
	return copy;
}

static void add_phrase(struct phrases *p, struct arena *a, struct wording phrase)
{
	struct wording *added = list_add(a, &p->all, sizeof *added);

	*added = phrase;
	p->list = p->all.items;
	p->count = p->all.count;
}

/* English: small letters, as written. */

struct english_word {
	const char *word;
	bool joined; /* to the one before: nothing but a space or a hyphen between them */
};

static size_t english_words(struct arena *a, const char *text, struct english_word **out)
{
	struct fold_word *words;
	size_t count = fold_words(a, text, &words);

	*out = arena_new_array(a, count + 1, struct english_word);
	for (size_t i = 0; i < count; i++) {
		const char *between = i ? text + words[i - 1].end : text;
		size_t bytes = words[i].start - (i ? words[i - 1].end : 0);
		(*out)[i].word = utf8_lower(a, arena_strndup(a, text + words[i].start, words[i].end - words[i].start));
		(*out)[i].joined = i && bytes == 1 && (*between == ' ' || *between == '-');
	}
	return count;
}

static bool is_one_of(const char *word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(word, list[i]))
			return true;
	return false;
}

/* "permit" in "permits", "apply" in "applies", "arrive" in "arriving", "employer" in "employer's". */
static bool is_form_of(const char *word, const char *term)
{
	static const char *const endings[] = {"", "s", "es", "ed", "ing", "'s", "s'", "’s", "s’"};
	static const char *const after_y[] = {"ies", "ied"};

	size_t bytes = strlen(term), same = 0;
	char last = bytes > 2 ? term[bytes - 1] : '\0';

	while (same < bytes && word[same] == term[same])
		same++;
	if (same == bytes && last == 'e' && str_equal(word + bytes, "d"))
		return true;
	if (same == bytes)
		return is_one_of(word + bytes, endings, sizeof endings / sizeof endings[0]);
	if (same + 1 < bytes)
		return false;
	return (last == 'y' && is_one_of(word + same, after_y, 2)) || (last == 'e' && str_equal(word + same, "ing"));
}

static bool stands_at(const struct wording *p, const struct english_word *words, size_t count, size_t at)
{
	if (at + p->count > count)
		return false;
	for (size_t i = 0; i < p->count; i++)
		if ((i && !words[at + i].joined) || !is_form_of(words[at + i].word, p->words[i]))
			return false;
	return true;
}

static void add_english(struct glossary *g, size_t row, const char *list, bool passed_over)
{
	size_t count;
	char **parts = str_split(g->s->a, list, ';', &count);

	for (size_t i = 0; i < count; i++) {
		struct english_word *words;
		struct wording p = {.row = row, .passed_over = passed_over};
		p.count = english_words(g->s->a, parts[i], &words);
		if (!p.count || p.count > MOST_WORDS) {
			complain(g, row, "has an English form that is empty or too long; mend forms or unless");
			continue;
		}
		p.words = arena_new_array(g->s->a, p.count, const char *);
		for (size_t k = 0; k < p.count; k++)
			p.words[k] = words[k].word;
		for (size_t k = 0; k < g->english.count; k++)
			if (g->english.list[k].count == p.count && g->english.list[k].row != row &&
				stands_at(&g->english.list[k], words, p.count, 0))
				complain(g, row,
					arena_printf(g->s->a, "shares the English '%s' with '%s'; leave it to one",
						str_trim(g->s->a, parts[i]), cell(g, g->english.list[k].row, "en")));
		add_phrase(&g->english, g->s->a, p);
	}
}

/* The term itself without its explanation in brackets. */
static const char *bare(struct arena *a, const char *term)
{
	return arena_strndup(a, term, strcspn(term, "("));
}

/* Translations: folded letters, so that қ is к and ӣ is и. */

/* Bytes of a folded word's stem: the word without its last quarter. Of short words too little would be left:
 * three letters lose nothing, four only what is an ending: in Russian any letter ("виза", "визы"), elsewhere the и of the
 * izofa and the possessive ("рӯзи", "kuni"). */
static size_t stem_bytes(const char *word, enum lang_id lang)
{
	size_t letters = utf8_count(word), kept = letters - (letters + 2) / 4;
	const char *p = word;

	if (letters < 4 || (letters == 4 && lang != LANG_RU && !str_ends(word, "и") && !str_ends(word, "i")))
		kept = letters;
	for (size_t i = 0; i < kept; i++)
		utf8_next(&p);
	return (size_t)(p - word);
}

/* The words of one alternative as stems. Words of one or two letters (prepositions) are passed over beside longer ones. */
static struct wording stems_of(struct arena *a, const char *text, enum lang_id lang)
{
	struct fold_word *words;
	size_t count = fold_words(a, text, &words), longest = 0;
	struct wording p = {.words = arena_new_array(a, count + 1, const char *)};

	for (size_t i = 0; i < count; i++)
		if (utf8_count(words[i].letters) > longest)
			longest = utf8_count(words[i].letters);
	for (size_t i = 0; i < count; i++)
		if (longest < 3 || utf8_count(words[i].letters) > 2)
			p.words[p.count++] = arena_strndup(a, words[i].letters, stem_bytes(words[i].letters, lang));
	return p;
}

static void add_said(struct glossary *g, size_t row, enum lang_id lang)
{
	const char *code = lang_get(lang)->code;
	size_t count;
	char **parts = str_split(g->s->a, cell(g, row, code), ';', &count);

	for (size_t i = 0; i < count; i++) {
		struct wording p = stems_of(g->s->a, parts[i], lang);
		if (p.count && p.count <= MOST_WORDS)
			add_phrase(&g->said[lang][row], g->s->a, p);
		else
			complain(g, row,
				arena_printf(
					g->s->a, "has an empty or too long alternative in %s; write the words", code));
	}
}

/* The softer fellow of a letter before an ending: айып and айыбы; қ and ғ are folded to к and г. */
static bool is_softened(const char *word, const char *letter)
{
	static const char *const pairs[][2] = {{"к", "г"}, {"п", "б"}, {"k", "g"}, {"q", "g"}, {"p", "b"}};

	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		if (str_equal(letter, pairs[i][0]) && str_starts(word, pairs[i][1]))
			return true;
	return false;
}

static bool begins_with(const char *word, const char *stem)
{
	size_t bytes = strlen(stem), last = bytes;

	if (str_starts(word, stem))
		return true;
	while (last && ((unsigned char)stem[--last] & 0xC0) == 0x80)
		;
	return last && strncmp(word, stem, last) == 0 && is_softened(word + last, stem + last);
}

/* Every word of the phrase near the text's word `at`, in any order. */
static bool stands_near(const struct wording *p, const struct fold_word *words, size_t count, size_t at)
{
	size_t end = at + p->count + NEAR;

	for (size_t i = 0; i < p->count; i++) {
		bool found = false;
		for (size_t k = at; k < count && k < end && !found; k++)
			found = begins_with(words[k].letters, p->words[i]);
		if (!found)
			return false;
	}
	return true;
}

static bool is_said(const struct phrases *alternatives, const struct fold_word *words, size_t count)
{
	for (size_t i = 0; i < alternatives->count; i++)
		for (size_t at = 0; at < count; at++)
			if (stands_near(&alternatives->list[i], words, count, at))
				return true;
	return alternatives->count == 0;
}

static const char *exceptions_file(const struct glossary *g, enum lang_id lang)
{
	return arena_printf(g->s->a, "%s/%s/glossary-exceptions.tsv", g->s->locales, lang_get(lang)->code);
}

static bool read_exception(const struct glossary *g, char *line, struct exception *out)
{
	size_t count;
	char **cells = str_split(g->s->a, line, '\t', &count);

	if (count != 3 || !*cells[0] || !*cells[1] || !*cells[2])
		return false;
	*out = (struct exception){.term = cells[0], .words = cells[1], .reason = cells[2]};
	return manuscript_find(g->s, TABLE_GLOSSARY, out->term) >= 0;
}

/* The table may be absent: then there are no exceptions. */
static void read_exceptions(struct glossary *g, enum lang_id lang)
{
	static const size_t limit = (size_t)1024 * 1024;
	const char *path = exceptions_file(g, lang);
	struct err e = {"", "", ""};
	struct blob blob;
	size_t lines;

	if (!file_exists(path))
		return;
	if (!file_read(g->s->a, path, limit, &blob, &e)) {
		findings_error_at(g->s->found, path, &e, "mend or restore it");
		return;
	}
	char **list = str_split(g->s->a, (const char *)blob.data, '\n', &lines);
	g->exceptions[lang] = arena_new_array(g->s->a, lines, struct exception);
	for (size_t i = 0; i < lines; i++) {
		struct exception *x = &g->exceptions[lang][g->exception_count[lang]];
		if (!*list[i] || *list[i] == '#')
			continue;
		if (read_exception(g, list[i], x)) {
			x->line = (int)i + 1;
			g->exception_count[lang]++;
		} else {
			findings_error(g->s->found, path, (int)i + 1,
				"the line is no exception; write a term of glossary.csv, words of the English text, "
				"and the reason, with tabs between");
		}
	}
}

static bool is_excepted(struct glossary *g, enum lang_id lang, const char *term, const char *english)
{
	bool excepted = false;

	for (size_t i = 0; i < g->exception_count[lang]; i++) {
		struct exception *x = &g->exceptions[lang][i];
		if (!str_equal(x->term, term) || !strstr(english, x->words))
			continue;
		x->used = true;
		excepted = true;
	}
	return excepted;
}

/* The rows of the terms in an English text, the longest first; a word belongs to one term only. */
static size_t terms_in(const struct glossary *g, const char *english, size_t *rows)
{
	struct english_word *words;
	size_t count = english_words(g->s->a, without_placeholders(g->s->a, english), &words), found = 0;
	bool *taken = arena_new_array(g->s->a, count + 1, bool);

	for (size_t length = MOST_WORDS; length; length--)
		for (size_t at = 0; at + length <= count; at++)
			for (size_t i = 0; i < g->english.count; i++) {
				const struct wording *p = &g->english.list[i];
				if (p->count != length || memchr(taken + at, true, length) ||
					!stands_at(p, words, count, at))
					continue;
				memset(taken + at, true, length);
				bool known = p->passed_over;
				for (size_t k = 0; k < found; k++)
					known = known || rows[k] == p->row;
				if (!known)
					rows[found++] = p->row;
			}
	return found;
}

static void check_unit(struct glossary *g, const struct unit *u, const struct catalogue *c, const struct translation *t,
	const size_t *rows, size_t row_count)
{
	void (*tell)(struct findings *, const char *, int, const char *, ...) = g->strict ? findings_error
											  : findings_warning;
	enum lang_id lang = c->lang->id;
	struct fold_word *words;
	size_t count = fold_words(g->s->a, without_placeholders(g->s->a, t->text), &words);

	for (size_t i = 0; i < row_count; i++) {
		const char *term = cell(g, rows[i], "en");
		if (is_said(&g->said[lang][rows[i]], words, count) || is_excepted(g, lang, term, u->english))
			continue;
		tell(g->s->found, c->file, t->line,
			"%s: the term '%s' of \"%s\" is not said as '%s'; write it so, or say why not in %s",
			c->lang->code, term, text_quote(g->s->a, u->english), cell(g, rows[i], c->lang->code),
			exceptions_file(g, lang));
	}
}

static void read_glossary(struct glossary *g)
{
	size_t rows = g->s->tables[TABLE_GLOSSARY].rows;

	for (int l = 0; l < CHECKED; l++) {
		g->said[checked[l]] = arena_new_array(g->s->a, rows + 1, struct phrases);
		read_exceptions(g, checked[l]);
	}
	for (size_t i = 0; i < rows; i++) /* first: of two of the same length the former wins */
		if (*cell(g, i, "unless"))
			add_english(g, i, cell(g, i, "unless"), true);
	for (size_t i = 0; i < rows; i++) {
		const char *forms = cell(g, i, "forms");
		if ((size_t)manuscript_find(g->s, TABLE_GLOSSARY, cell(g, i, "en")) != i)
			complain(g, i, "stands twice; make one row of both");
		for (int l = 0; l < CHECKED; l++)
			add_said(g, i, checked[l]);
		if (!str_equal(forms, "-"))
			add_english(g, i, *forms ? forms : bare(g->s->a, cell(g, i, "en")), false);
	}
}

static void stale_exceptions(const struct glossary *g, enum lang_id lang)
{
	for (size_t i = 0; i < g->exception_count[lang]; i++) {
		const struct exception *x = &g->exceptions[lang][i];
		if (!x->used)
			findings_error(g->s->found, exceptions_file(g, lang), x->line,
				"the exception for '%s' at \"%s\" is not needed; take the line away", x->term,
				x->words);
	}
}

void check_glossary(
	struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT], bool strict)
{
	struct glossary g = {.s = s, .strict = strict};
	size_t *rows = arena_new_array(s->a, s->tables[TABLE_GLOSSARY].rows + 1, size_t);

	read_glossary(&g);
	for (size_t i = 0; i < u->count; i++) {
		size_t count = terms_in(&g, u->list[i].english, rows);
		for (int l = 0; count && l < CHECKED; l++) {
			const struct catalogue *c = &catalogues[checked[l]];
			if (c->of_unit[i].state == TRANSLATION_WHOLE)
				check_unit(&g, &u->list[i], c, &c->of_unit[i], rows, count);
		}
	}
	for (int l = 0; l < CHECKED; l++)
		stale_exceptions(&g, checked[l]);
}
