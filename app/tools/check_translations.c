#include "tools/checks.h"

#include "base/str.h"
#include "content/rules.h"

#include <string.h>

static const char *quote(struct arena *a, const char *english)
{
	size_t bytes = strlen(english), most = 60;

	if (bytes <= most)
		return english;
	while (most && ((unsigned char)english[most] & 0xC0) == 0x80)
		most--;
	return arena_printf(a, "%.*s...", (int)most, english);
}

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
				"the translation of \"%s\" lacks {%s%s%s}; put it in", quote(s->a, u->english), p.id,
				*p.format ? ":" : "", p.format);
	for (size_t at = 0; placeholder_next(t->text, at, &p); at = p.end)
		if (!has_placeholder(u->english, &p))
			findings_error(s->found, c->file, t->line,
				"the translation of \"%s\" has {%s%s%s}, the English has not; take it out",
				quote(s->a, u->english), p.id, *p.format ? ":" : "", p.format);
}

/* The digits outside placeholders, sorted, as one string: numbers may change their place, not their value. */
static void digits_of(struct strbuf *out, const char *text)
{
	int counts[10] = {0};

	for (const char *p = text; *p; p++) {
		if (*p == '{' && strchr(p, '}'))
			p = strchr(p, '}');
		else if (*p >= '0' && *p <= '9')
			counts[*p - '0']++;
	}
	for (int d = 0; d < 10; d++)
		strbuf_addf(out, "%dx%d ", counts[d], d);
}

static void numbers(struct manuscript *s, const struct catalogue *c, const struct unit *u, const struct translation *t)
{
	struct strbuf english, other;

	strbuf_init(&english);
	strbuf_init(&other);
	digits_of(&english, u->english);
	digits_of(&other, t->text);
	if (!str_equal(english.text, other.text))
		findings_error(s->found, c->file, t->line,
			"the numbers in the translation of \"%s\" are not those of the English; compare them",
			quote(s->a, u->english));
	strbuf_release(&english);
	strbuf_release(&other);
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
			quote(s->a, u->english));
	if (letters > english * 5 / 2 + 30)
		findings_warning(s->found, c->file, t->line,
			"%s: the translation of \"%s\" is over-long (%zu letters for %zu); shorten it", c->lang->code,
			quote(s->a, u->english), letters, english);
	if (english > 20 && str_equal(t->text, u->english))
		findings_warning(s->found, c->file, t->line, "%s: \"%s\" is not translated but copied; translate it",
			c->lang->code, quote(s->a, u->english));
	for (const char *p = t->text; *p; p++)
		if ((unsigned char)*p < 0x20) {
			findings_error(s->found, c->file, t->line,
				"%s: a control character stands in the translation of \"%s\"; take it out",
				c->lang->code, quote(s->a, u->english));
			break;
		}
}

static void missing(
	struct manuscript *s, const struct catalogue *c, const struct unit *u, const struct translation *t, bool strict)
{
	const char *what = t->state == TRANSLATION_FUZZY ? "fuzzy; confirm it" : "missing; translate it";

	if (strict)
		findings_error(s->found, c->file, t->line, "%s: the translation of \"%s\" is %s", c->lang->code,
			quote(s->a, u->english), what);
	else
		findings_warning(s->found, c->file, t->line, "%s: the translation of \"%s\" is %s", c->lang->code,
			quote(s->a, u->english), what);
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
	}
}
