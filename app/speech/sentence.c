#include "speech/sentence.h"

#include "base/str.h"

#include <stdbool.h>
#include <string.h>
#include <unictype.h>

/* Written with a full stop inside a sentence, in the guide's languages: street, house, article, part, point, page, number, year. */
static const char *const short_words[] = {"ул", "д", "ст", "ч", "п", "стр", "г", "гг", "см", "тел", "им", "пр", "просп",
	"мкр", "кв", "бет", "кӯч", "к", "koʻch", "No", "Art", "art", "St", "e.g", "i.e", "Mr", "Dr"};

static bool is_closing(uint32_t c)
{
	return c == '"' || c == ')' || c == ']' || c == 0x00BB || c == 0x201D || c == 0x2019;
}

static bool is_end(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* Where the word begins that ends at `end`. */
static const char *word_before(const char *text, const char *end)
{
	while (end > text && end[-1] != ' ' && end[-1] != '\n' && end[-1] != '(' && (unsigned char)end[-1] != 0xA0)
		end--;
	return end;
}

static bool is_short_word(const char *text, const char *end)
{
	const char *word = word_before(text, end), *next = word;
	size_t bytes = (size_t)(end - word);

	if (bytes == 0)
		return false;
	if (word == text && strspn(word, "0123456789") == bytes)
		return true; /* the number of a step */
	uint32_t first = utf8_next(&next);
	if (next == end && uc_is_alpha(first))
		return true;
	for (size_t i = 0; i < sizeof short_words / sizeof short_words[0]; i++)
		if (strlen(short_words[i]) == bytes && memcmp(short_words[i], word, bytes) == 0)
			return true;
	return false;
}

/* Behind the full stop and all that belongs to it: "?!", "...", closing quotes. */
static const char *skip_end(const char *at)
{
	for (const char *next = at; *at; at = next) {
		uint32_t c = utf8_next(&next);
		if (!is_end(c) && !is_closing(c))
			break;
	}
	return at;
}

static bool can_begin(const char *at)
{
	return *at && !uc_is_lower(utf8_next(&at));
}

size_t sentence_bytes(const char *text)
{
	const char *at = text;

	while (*at) {
		const char *dot = at;
		uint32_t c = utf8_next(&at);
		if (!is_end(c) || (c == '.' && is_short_word(text, dot)))
			continue;
		at = skip_end(at);
		size_t spaces = strspn(at, " \n");
		if (spaces && can_begin(at + spaces))
			return (size_t)(at - text) + spaces;
	}
	return (size_t)(at - text);
}
