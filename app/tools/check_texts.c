/* What the words themselves must keep: plainness, numbers as rules, no markup left over. */
#include "tools/checks.h"

#include "base/str.h"

#include <string.h>

enum { LONGEST_TEXT = 1000, LONGEST_SENTENCE = 25, LONGEST_ANSWER = 60 };

#define NO_BREAK_SPACE "\xC2\xA0"

const char *text_quote(struct arena *a, const char *text)
{
	size_t most = 60;

	if (strlen(text) <= most)
		return text;
	while (most && ((unsigned char)text[most] & 0xC0) == 0x80)
		most--;
	return arena_printf(a, "%.*s...", (int)most, text);
}

bool has_stray_brace(const char *text)
{
	struct placeholder p;

	for (size_t at = 0;; at = p.end) {
		size_t brace = at + strcspn(text + at, "{}");
		if (!text[brace])
			return false;
		if (!placeholder_next(text, at, &p) || p.start != brace)
			return true;
	}
}

/* The word behind a number, in small letters; "%" too. */
static const char *measure_behind(struct arena *a, const char *p)
{
	for (;;) {
		if (*p == ' ' || *p == '-')
			p++;
		else if (str_starts(p, NO_BREAK_SPACE))
			p += strlen(NO_BREAK_SPACE);
		else
			break;
	}
	if (*p == '%')
		return "%";
	return utf8_lower(a, arena_strndup(a, p, strspn(p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")));
}

/* "30 days": a number before a unit, or behind a sign of money, outside placeholders. */
static void bare_numbers(struct manuscript *s, const struct unit *u)
{
	static const char measures[] =
		"day days working calendar hour hours month months year years tenge percent % mci dollars kg "
		"kilogram kilograms litre litres euros usd eur kzt";

	for (const char *p = u->english; *p; p++) {
		size_t digits = strspn(p, "0123456789");
		if (*p == '{') {
			p += strcspn(p, "}");
			if (!*p)
				return;
			continue;
		}
		if (!digits)
			continue;
		const char *word = measure_behind(s->a, p + digits);
		bool money = (p > u->english && p[-1] == '$') || (p > u->english + 2 && str_starts(p - 3, "₸")) ||
			(p > u->english + 2 && str_starts(p - 3, "€"));
		if (money || (*word && str_has_word(measures, word)))
			findings_error(s->found, u->file, u->line,
				"'%.*s %s' is a number in a sentence; make it a rule and write a {placeholder}",
				(int)digits, p, word);
		p += digits - 1;
	}
}

static size_t words_in(const char *text, size_t bytes)
{
	size_t count = 0;

	for (size_t i = 0; i < bytes; i++)
		count += text[i] != ' ' && (i == 0 || text[i - 1] == ' ');
	return count;
}

/* The words of the sentence at *at, which is advanced behind it; 0 at the end of the text. */
static size_t next_sentence(const char **at)
{
	const char *start = *at;

	for (const char *p = start; *p; p++) {
		bool ends = (strchr(".?!", *p) && (p[1] == ' ' || !p[1])) || !p[1];
		if (!ends)
			continue;
		*at = p + 1;
		return words_in(start, (size_t)(p + 1 - start));
	}
	return 0;
}

struct readability texts_readability(const struct units *u)
{
	struct readability r = {0, 0, 0};

	for (size_t i = 0; i < u->count; i++) {
		const char *at = u->list[i].english;
		for (size_t words = next_sentence(&at); words; words = next_sentence(&at)) {
			r.sentences++;
			r.words += words;
			r.longest = words > r.longest ? words : r.longest;
		}
	}
	return r;
}

static void sentences(struct manuscript *s, const struct unit *u)
{
	const char *at = u->english;

	for (size_t words = next_sentence(&at); words; words = next_sentence(&at))
		if (words > LONGEST_SENTENCE)
			findings_warning(s->found, u->file, u->line, "a sentence of %zu words; part it, %d at most",
				words, LONGEST_SENTENCE);
	if (str_equal(u->context, "answer") && words_in(u->english, strlen(u->english)) > LONGEST_ANSWER)
		findings_warning(s->found, u->file, u->line, "the short answer has more than %d words; shorten it",
			LONGEST_ANSWER);
	if (utf8_count(u->english) > LONGEST_TEXT)
		findings_error(s->found, u->file, u->line, "the text is over-long (%zu letters); part it, %d at most",
			utf8_count(u->english), LONGEST_TEXT);
}

/* Limits, citations and placeholders that were not read as such: a visitor would see them. */
static void left_over(struct manuscript *s, const struct unit *u)
{
	if (has_stray_brace(u->english))
		findings_error(s->found, u->file, u->line,
			"a brace stands in \"%s\"; a limit begins its block, a placeholder is {rule.id} or "
			"{rule.id:unit}",
			text_quote(s->a, u->english));
	if (strpbrk(u->english, "[]"))
		findings_error(s->found, u->file, u->line,
			"a bracket stands in \"%s\"; citations end their block in one pair of brackets, [STAY-03 X-02]",
			text_quote(s->a, u->english));
}

/* A Cyrillic letter inside a Latin word looks right and is found by no search. */
static void mixed_words(struct manuscript *s, const struct unit *u)
{
	const char *p = u->english, *word = p;
	bool latin = false, cyrillic = false;
	uint32_t code;

	do {
		const char *before = p;
		code = utf8_next(&p);
		bool is_cyrillic = code >= 0x400 && code <= 0x52F;
		bool is_latin = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
		latin = latin || is_latin;
		cyrillic = cyrillic || is_cyrillic;
		if (is_latin || is_cyrillic)
			continue;
		if (latin && cyrillic) {
			findings_error(s->found, u->file, u->line,
				"word '%.*s' mixes Latin and Cyrillic letters; retype it", (int)(before - word), word);
			return;
		}
		latin = cyrillic = false;
		word = p;
	} while (code);
}

void check_texts(struct manuscript *s, const struct units *u)
{
	for (size_t i = 0; i < u->count; i++) {
		if (!str_starts(u->list[i].context, "contact."))
			bare_numbers(s, &u->list[i]);
		sentences(s, &u->list[i]);
		left_over(s, &u->list[i]);
		mixed_words(s, &u->list[i]);
	}
}
