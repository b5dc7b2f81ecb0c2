#include "tools/checks.h"

#include "base/str.h"
#include "content/rules.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_BYTES = 8000 }; /* the kiosk cuts behind 8192 (content/guide_store.h) */

static bool has_placeholder(const char *text, const struct placeholder *wanted)
{
	struct placeholder p;

	for (size_t at = 0; placeholder_next(text, at, &p); at = p.end)
		if (str_equal(p.id, wanted->id) && str_equal(p.format, wanted->format))
			return true;
	return false;
}

static void placeholders(
	struct manuscript *s, const struct catalogue *c, const struct unit *u, const struct translation *t)
{
	struct placeholder p;

	for (size_t at = 0; placeholder_next(u->english, at, &p); at = p.end)
		if (!has_placeholder(t->text, &p))
			findings_error(s->found, c->file, t->line,
				"the translation of \"%s\" lacks {%s%s%s}; put it in", text_quote(s->a, u->english),
				p.id, *p.format ? ":" : "", p.format);
	for (size_t at = 0; placeholder_next(t->text, at, &p); at = p.end)
		if (!has_placeholder(u->english, &p))
			findings_error(s->found, c->file, t->line,
				"the translation of \"%s\" has %s, the English has not; take it out",
				text_quote(s->a, u->english), placeholder_words(s->a, &p));
	if (has_stray_brace(t->text))
		findings_error(s->found, c->file, t->line,
			"a brace of the translation of \"%s\" belongs to no placeholder; write it as in the English",
			text_quote(s->a, u->english));
}

static int by_words(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The numbers outside placeholders, sorted, as one string: they may change their place, not their value. */
static const char *numbers_of(struct arena *a, const char *text)
{
	const char **numbers = arena_new_array(a, strlen(text) / 2 + 1, const char *), *all = "";
	size_t count = 0;

	for (const char *p = text; *p; p++) {
		size_t digits = strspn(p, "0123456789");
		if (*p == '{' && strchr(p, '}'))
			p = strchr(p, '}');
		else if (digits) {
			numbers[count++] = arena_strndup(a, p, digits);
			p += digits - 1;
		}
	}
	qsort(numbers, count, sizeof *numbers, by_words);
	for (size_t i = 0; i < count; i++)
		all = arena_printf(a, "%s%s%s", all, i ? ", " : "", numbers[i]);
	return all;
}

static void numbers(struct manuscript *s, const struct catalogue *c, const struct unit *u, const struct translation *t)
{
	const char *english = numbers_of(s->a, u->english), *other = numbers_of(s->a, t->text);

	if (!str_equal(english, other))
		findings_error(s->found, c->file, t->line,
			"the numbers in the translation of \"%s\" are %s, those of the English %s; compare them",
			text_quote(s->a, u->english), *other ? other : "none", *english ? english : "none");
}

static bool is_name_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
}

/* The text without the names that stand in the English too: Latin words with a capital, "e-Salyq", "QazETA". They keep
 * their letters in every language. */
static const char *without_names(struct arena *a, const char *text, const char *english)
{
	char *copy = arena_strdup(a, text);

	for (char *p = copy; *p;) {
		size_t length = 0;
		bool capital = false;
		while (is_name_letter(p[length])) {
			capital = capital || (p[length] >= 'A' && p[length] <= 'Z');
			length++;
		}
		const char *there = length ? strstr(english, arena_strndup(a, p, length)) : NULL;
		if (there && capital && !is_name_letter(there[length]) &&
			(there == english || !is_name_letter(there[-1])))
			memset(p, ' ', length);
		p += length ? length : 1;
	}
	return copy;
}

static void form(struct manuscript *s, const struct catalogue *c, const struct unit *u, const struct translation *t)
{
	char why[300];
	const char *wrong = lang_check_letters(c->lang->id, without_names(s->a, t->text, u->english), why, sizeof why);
	size_t english = utf8_count(u->english), letters = utf8_count(t->text);

	if (wrong)
		findings_error(s->found, c->file, t->line, "%s: %s, in \"%s\"; retype it", c->lang->code, wrong,
			text_quote(s->a, u->english));
	if (letters > english * 5 / 2 + 30)
		findings_warning(s->found, c->file, t->line,
			"%s: the translation of \"%s\" is over-long (%zu letters for %zu); shorten it", c->lang->code,
			text_quote(s->a, u->english), letters, english);
	if (english > 20 && str_equal(t->text, u->english))
		findings_warning(s->found, c->file, t->line, "%s: \"%s\" is not translated but copied; translate it",
			c->lang->code, text_quote(s->a, u->english));
	if (strlen(t->text) > LONGEST_BYTES)
		findings_error(s->found, c->file, t->line,
			"%s: the translation of \"%s\" would be cut (%zu bytes, %d at most); shorten it", c->lang->code,
			text_quote(s->a, u->english), strlen(t->text), LONGEST_BYTES);
}

/* Letters special to a language make up a share of every longer text. Fewer of them mean another language, or letters that
 * a keyboard without them has lost (locale-facts, section 7, "Must appear"). */
static void special_letters(struct manuscript *s, const struct units *u, const struct catalogue *c)
{
	static const struct {
		const char *letters;
		size_t least; /* in 300 letters */
		bool is_error;
	} wanted[LANG_COUNT] = {
		[LANG_TG] = {"ӣӯҷҳқғ", 4, true},
		[LANG_UZ] = {"ʻ", 1, false},
		[LANG_KY] = {"ңөү", 3, true},
		[LANG_RU] = {"ыщ", 1, false},
		[LANG_KK] = {"әғқңөұүі", 12, true},
	};
	size_t letters = 0, special = 0, least = wanted[c->lang->id].least;
	uint32_t code;

	for (size_t i = 0; least && i < u->count; i++) {
		if (c->of_unit[i].state != TRANSLATION_WHOLE)
			continue;
		const char *p = utf8_lower(s->a, c->of_unit[i].text);
		while ((code = utf8_next(&p))) {
			struct strbuf one;
			if (code == '{')
				p += strcspn(p, "}");
			if (!((code >= 'a' && code <= 'z') || (code >= 0x400 && code <= 0x52F) || code == 0x2BB))
				continue;
			strbuf_init(&one);
			strbuf_add_code(&one, code);
			letters++;
			special += strstr(wanted[c->lang->id].letters, one.text) != NULL;
			strbuf_release(&one);
		}
	}
	if (!least || letters < 300 || special * 300 >= least * letters)
		return;
	void (*tell)(struct findings *, const char *, int, const char *,
		...) = wanted[c->lang->id].is_error ? findings_error : findings_warning;
	tell(s->found, c->file, 1,
		"%s: only %zu of %zu letters are of those special to the language (%s); look whether they were lost",
		c->lang->code, special, letters, wanted[c->lang->id].letters);
}

static void missing(
	struct manuscript *s, const struct catalogue *c, const struct unit *u, const struct translation *t, bool strict)
{
	const char *what = t->state == TRANSLATION_FUZZY ? "fuzzy; confirm it" : "missing; translate it";

	if (strict)
		findings_error(s->found, c->file, t->line, "%s: the translation of \"%s\" is %s", c->lang->code,
			text_quote(s->a, u->english), what);
	else
		findings_warning(s->found, c->file, t->line, "%s: the translation of \"%s\" is %s", c->lang->code,
			text_quote(s->a, u->english), what);
}

void check_translations(
	struct manuscript *s, const struct units *u, const struct catalogue catalogues[LANG_COUNT], bool strict)
{
	for (int l = 0; l < LANG_COUNT; l++) {
		const struct catalogue *c = &catalogues[l];
		for (size_t i = 0; l != LANG_EN && i < u->count; i++) {
			const struct translation *t = &c->of_unit[i];
			if (t->state != TRANSLATION_WHOLE) {
				if (l != LANG_UZ_CYRILLIC)
					missing(s, c, &u->list[i], t, strict);
				continue;
			}
			form(s, c, &u->list[i], t);
			if (l == LANG_UZ_CYRILLIC)
				continue;
			placeholders(s, c, &u->list[i], t);
			numbers(s, c, &u->list[i], t);
		}
		if (l != LANG_UZ_CYRILLIC)
			special_letters(s, u, c);
	}
}
