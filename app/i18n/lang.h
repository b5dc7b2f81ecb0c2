/* The languages of the kiosk: one table, in the order in which they are offered.
 *
 * Everything that differs by language and is not a sentence stands here: names, months, weekdays,
 * separators. Source of every row: locale-facts (CLDR 48 corrected by printed texts). */
#ifndef ROHNAMO_I18N_LANG_H
#define ROHNAMO_I18N_LANG_H

#include <stdbool.h>
#include <stddef.h>

enum lang_id { LANG_TG, LANG_UZ, LANG_UZ_CYRILLIC, LANG_KY, LANG_RU, LANG_KK, LANG_EN, LANG_COUNT };

struct lang {
	enum lang_id id;
	const char *code; /* "tg", "uz@cyrillic": catalogues and command line */
	const char *bcp47; /* "tg", "uz-Cyrl" */
	const char *own_name; /* as offered on the language screen */
	const char *months[12]; /* inside a date */
	const char *weekdays[7]; /* Monday first, small letters */
	const char *decimal; /* separator */
	const char *group; /* thousands; U+00A0 */
	const char *const *months_alone; /* twelve, without a day; NULL: as inside a date */
};

const struct lang *lang_get(enum lang_id id);
/* By code, exactly; NULL when unknown. */
const struct lang *lang_by_code(const char *code);
/* The best of our languages for a POSIX locale name such as "ru_KZ.UTF-8" or "uz_UZ@cyrillic"; NULL when
 * none fits. */
const struct lang *lang_for_locale(const char *locale);

/* The name of a month (1..12) that stands by itself, as on a wheel. */
const char *lang_month_alone(const struct lang *lang, int month);

/* The letters on the keyboard of a language, in the order of its alphabet, separated by spaces (locale-facts, "Sorting"). */
const char *lang_keys(enum lang_id id);

/* Checks letters against the language's alphabet (locale-facts section 7), after taking out placeholders,
 * addresses and the allowed Latin abbreviations. Returns NULL when clean, else a sentence that names the letter,
 * in `buffer` of `bytes`. */
const char *lang_check_letters(enum lang_id id, const char *text, char *buffer, size_t bytes);

#endif
