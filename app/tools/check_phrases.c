/* The card that is turned to another person: every phrase has its groups, its own picture, answers that exist, grounds for
 * what it states, and stands in the two languages of those who will read it. */
#include "tools/checks.h"

#include "base/str.h"

#include <string.h>

static const char *cell(const struct manuscript *s, size_t row, const char *column)
{
	return manuscript_cell(s, TABLE_PHRASES, row, column);
}

static int line_of(const struct manuscript *s, size_t row)
{
	return manuscript_line(s, TABLE_PHRASES, row);
}

static const char *group_names(struct arena *a)
{
	const char *names = "";

	for (int g = 0; g < PHRASE_GROUPS; g++)
		names = arena_printf(a, "%s%s%s", names, *names ? " " : "", phrase_group_name((enum phrase_group)g));
	return names;
}

static void groups(struct manuscript *s, size_t row)
{
	const char *file = manuscript_file(s, TABLE_PHRASES), *value = cell(s, row, "group");
	size_t count;
	char **words = str_split(s->a, value, ' ', &count);

	for (size_t k = 0; k < count; k++) {
		if (phrase_group_parse(words[k]) < 0)
			findings_error(s->found, file, line_of(s, row),
				"group '%s' is not known; write one or some of: %s", words[k], group_names(s->a));
		for (size_t i = 0; i < k; i++)
			if (str_equal(words[i], words[k]))
				findings_error(s->found, file, line_of(s, row),
					"group '%s' is named twice; take one away", words[k]);
	}
	if (phrase_group_parse(cell(s, row, "id")) >= 0) /* phrases/police is the list of a group */
		findings_error(s->found, file, line_of(s, row), "id '%s' is the name of a group; choose another",
			cell(s, row, "id"));
}

static void answers(struct manuscript *s, size_t row)
{
	const char *file = manuscript_file(s, TABLE_PHRASES);
	size_t count;
	char **ids = str_split(s->a, cell(s, row, "answers"), ' ', &count);

	for (size_t k = 0; k < count; k++) {
		if (*ids[k] && manuscript_find(s, TABLE_PHRASE_ANSWERS, ids[k]) < 0)
			findings_error(s->found, file, line_of(s, row),
				"answer '%s' is not in phrase_answers.csv; add it there or mend the name", ids[k]);
		for (size_t i = 0; i < k; i++)
			if (str_equal(ids[i], ids[k]))
				findings_error(s->found, file, line_of(s, row),
					"answer '%s' is named twice; take one away", ids[k]);
	}
	if (count > PHRASE_ANSWERS)
		findings_error(s->found, file, line_of(s, row), "%zu answers are too many for a card; keep %d", count,
			PHRASE_ANSWERS);
}

static bool is_offered(const struct manuscript *s, const char *answer)
{
	for (size_t i = 0; i < s->tables[TABLE_PHRASES].rows; i++)
		if (str_has_word(cell(s, i, "answers"), answer))
			return true;
	return false;
}

void check_phrases(struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_PHRASES].rows; i++) {
		groups(s, i);
		answers(s, i);
	}
	for (size_t i = 0; i < s->tables[TABLE_PHRASE_ANSWERS].rows; i++) {
		const char *id = manuscript_cell(s, TABLE_PHRASE_ANSWERS, i, "id");
		if (!is_offered(s, id))
			findings_warning(s->found, manuscript_file(s, TABLE_PHRASE_ANSWERS),
				manuscript_line(s, TABLE_PHRASE_ANSWERS, i),
				"answer '%s' stands on no card; name it at a phrase or take it away", id);
	}
}

static size_t blanks(const char *text)
{
	size_t count = 0;

	for (const char *p = strstr(text, PHRASE_BLANK); p; p = strstr(p + strlen(PHRASE_BLANK), PHRASE_BLANK))
		count++;
	return count;
}

/* Who reads the card reads Russian or Kazakh, and nobody helps him with a fallback. */
static void in_language(
	struct manuscript *s, const struct catalogue *c, const struct unit *u, const struct translation *t)
{
	bool for_others = c->lang->id == LANG_RU || c->lang->id == LANG_KK;

	if (t->state != TRANSLATION_WHOLE) {
		if (for_others)
			findings_error(s->found, c->file, t->line,
				"%s: \"%s\" is shown to another person and has no whole translation; translate it",
				c->lang->code, text_quote(s->a, u->english));
		return;
	}
	if (blanks(t->text) != blanks(u->english))
		findings_error(s->found, c->file, t->line,
			"%s: the translation of \"%s\" has %zu blanks (" PHRASE_BLANK
			"), the English %zu; compare them",
			c->lang->code, text_quote(s->a, u->english), blanks(t->text), blanks(u->english));
}

void check_phrase_words(struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT])
{
	for (int l = 0; l < LANG_EN; l++) {
		if (l == LANG_UZ_CYRILLIC) /* made from the other Uzbek */
			continue;
		for (size_t i = 0; i < u->count; i++)
			if (str_equal(u->list[i].context, "phrase") || str_equal(u->list[i].context, "phrase.answer"))
				in_language(s, &catalogues[l], &u->list[i], &catalogues[l].of_unit[i]);
	}
}
