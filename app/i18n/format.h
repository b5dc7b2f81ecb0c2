/* Numbers, dates, units and phone numbers as people of each language write them (locale-facts sections
 * 2 to 4). All results are owned by the arena. */
#ifndef ROHNAMO_I18N_FORMAT_H
#define ROHNAMO_I18N_FORMAT_H

#include "base/arena.h"
#include "base/date.h"
#include "i18n/lang.h"

/* "12 500" with no-break spaces; `value` as written in the rules: an optional sign, digits, an optional point and
 * digits ("4325", "3.5"). Text that is no number comes back as it is. */
char *format_number(struct arena *a, const struct lang *lang, const char *value);
/* "22 ноябри соли 2026", full, in text. */
char *format_date(struct arena *a, const struct lang *lang, date_t d);
/* "22.11.2026", the same in all languages (English too). */
char *format_date_short(struct arena *a, date_t d);
/* Number with its unit in the right form: "30 days", "30 рӯз", "5 рабочих дней". `unit` is one of the rule
 * units of the guide; an unknown unit gives the number alone. */
char *format_unit(struct arena *a, const struct lang *lang, const char *value, const char *unit);
/* "12 500 tenge". */
char *format_tenge(struct arena *a, const struct lang *lang, long long tenge);
/* "+7 727 390 26 16" from E.164; short codes as they are; unknown country codes grouped by three. */
char *format_phone(struct arena *a, const char *e164);
/* A published date that may be a day, a month or a year ("2025-11"), in words; "" stays "". */
char *format_partial_date(struct arena *a, const struct lang *lang, const char *iso);

#endif
