#include "speech/spoken_ru.h"

#include "base/str.h"

#include <string.h>

/* Which case a word before the number asks for. */
static enum numeral_case wanted_case(const char *before, const char *after, uint64_t n)
{
	static const char *const genitive[] = {"до", "от", "с", "со", "из", "после", "около", "более", "менее",
		"больше", "меньше", "свыше", "чем", "без", "для", "кроме", "течение", "первых", "каждых", "последних",
		"старше", "младше", "не"};
	static const char *const dative[] = {"к", "по", "статьям"};
	static const char *const prepositional[] = {"в", "о", "об", "при"};
	unsigned last = (unsigned)(n % 10), teens = (unsigned)(n % 100 / 10);
	bool few = last >= 2 && last <= 4 && teens != 1;

	for (size_t i = 0; i < sizeof genitive / sizeof genitive[0]; i++) {
		/* "раньше чем через 30 дней" has its own word; "больше чем 3 месяца" stays as it is */
		if (!str_equal(before, genitive[i]))
			continue;
		bool singular = str_equal(after, "дня") || str_equal(after, "месяца") || str_equal(after, "часа") ||
			str_equal(after, "года");
		return few && singular                     ? CASE_NOMINATIVE
			: str_equal(before, "чем") && !few ? CASE_NOMINATIVE
							   : CASE_GENITIVE;
	}
	for (size_t i = 0; i < sizeof dative / sizeof dative[0]; i++)
		if (str_equal(before, dative[i]) && str_ends(after, "м"))
			return CASE_DATIVE;
	for (size_t i = 0; i < sizeof prepositional / sizeof prepositional[0]; i++)
		if (str_equal(before, prepositional[i]) && str_ends(after, "х"))
			return CASE_PREPOSITIONAL;
	if (few &&
		(str_equal(after, "дней") || str_equal(after, "месяцев") || str_equal(after, "часов") ||
			str_equal(after, "лет")))
		return CASE_GENITIVE;
	return CASE_NOMINATIVE;
}

static enum numeral_gender counted_gender(const char *after)
{
	static const char *const feminine[] = {"недел", "минут", "тысяч", "стать", "страниц", "фотограф", "копи",
		"сигарет", "част", "сотн", "штук", "ставк", "суббот", "пятниц"};

	for (size_t i = 0; i < sizeof feminine / sizeof feminine[0]; i++)
		if (strncmp(after, feminine[i], strlen(feminine[i])) == 0)
			return GENDER_FEMININE;
	return GENDER_MASCULINE;
}

struct numeral_form russian_form(const char *before, const char *after, uint64_t n)
{
	return (struct numeral_form){wanted_case(before, after, n), counted_gender(after)};
}

bool russian_ending(const char *letters, struct numeral_form *out)
{
	static const struct {
		const char *letters;
		struct numeral_form form;
	} table[] = {
		{"й", {CASE_NOMINATIVE, GENDER_MASCULINE}},
		{"ый", {CASE_NOMINATIVE, GENDER_MASCULINE}},
		{"я", {CASE_NOMINATIVE, GENDER_FEMININE}},
		{"е", {CASE_NOMINATIVE, GENDER_NEUTER}},
		{"го", {CASE_GENITIVE, GENDER_MASCULINE}},
		{"ого", {CASE_GENITIVE, GENDER_MASCULINE}},
		{"му", {CASE_DATIVE, GENDER_MASCULINE}},
		{"м", {CASE_PREPOSITIONAL, GENDER_MASCULINE}},
	};

	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++)
		if (str_equal(letters, table[i].letters)) {
			*out = table[i].form;
			return true;
		}
	return false;
}
