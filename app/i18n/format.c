#include "i18n/format.h"

#include "base/str.h"
#include "i18n/i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NBSP "\xC2\xA0"

static bool is_number(const char *text)
{
	const char *p = text + (*text == '-');
	size_t digits = strspn(p, "0123456789");

	if (digits == 0)
		return false;
	p += digits;
	if (*p == '.') {
		digits = strspn(p + 1, "0123456789");
		p += digits ? 1 + digits : 0;
	}
	return *p == '\0';
}

char *format_number(struct arena *a, const struct lang *lang, const char *value)
{
	struct strbuf s;

	if (!is_number(value))
		return arena_strdup(a, value);
	strbuf_init(&s);
	if (*value == '-') {
		strbuf_adds(&s, "−");
		value++;
	}
	size_t whole = strcspn(value, ".");
	for (size_t i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % 3 == 0)
			strbuf_adds(&s, lang->group);
		strbuf_addc(&s, value[i]);
	}
	if (value[whole] == '.') {
		strbuf_adds(&s, lang->decimal);
		strbuf_adds(&s, value + whole + 1);
	}
	char *text = arena_strndup(a, s.text, s.bytes);
	strbuf_release(&s);
	return text;
}

char *format_date(struct arena *a, const struct lang *lang, date_t d)
{
	if (d == DATE_NONE)
		return arena_strdup(a, "");
	struct civil c = date_to_civil(d);
	const char *month = lang->months[c.month - 1];
	switch (lang->id) {
	case LANG_TG:
		return arena_printf(a, "%d" NBSP "%s соли" NBSP "%d", c.day, month, c.year);
	case LANG_UZ:
		return arena_printf(a, "%d-yil" NBSP "%d-%s", c.year, c.day, month);
	case LANG_UZ_CYRILLIC:
		return arena_printf(a, "%d йил" NBSP "%d" NBSP "%s", c.year, c.day, month);
	case LANG_KY:
		return arena_printf(a, "%d-жылдын" NBSP "%d-%s", c.year, c.day, month);
	case LANG_RU:
		return arena_printf(a, "%d" NBSP "%s" NBSP "%d года", c.day, month, c.year);
	case LANG_KK:
		return arena_printf(a, "%d жылғы" NBSP "%d" NBSP "%s", c.year, c.day, month);
	default:
		return arena_printf(a, "%d" NBSP "%s" NBSP "%d", c.day, month, c.year);
	}
}

char *format_date_short(struct arena *a, date_t d)
{
	if (d == DATE_NONE)
		return arena_strdup(a, "");
	struct civil c = date_to_civil(d);
	return arena_printf(a, "%02d.%02d.%04d", c.day, c.month, c.year);
}

/* "November 2021": a date without its day. */
static char *format_month(struct arena *a, const struct lang *lang, struct civil c)
{
	const char *month = lang->months_alone ? lang->months_alone[c.month - 1] : lang->months[c.month - 1];

	switch (lang->id) {
	case LANG_TG:
		return arena_printf(a, "%s соли" NBSP "%d", month, c.year);
	case LANG_UZ:
		return arena_printf(a, "%d-yil" NBSP "%s", c.year, month);
	case LANG_UZ_CYRILLIC:
		return arena_printf(a, "%d йил" NBSP "%s", c.year, month);
	case LANG_KY:
		return arena_printf(a, "%d-жылдын" NBSP "%s", c.year, month);
	case LANG_RU:
		return arena_printf(a, "%s" NBSP "%d года", month, c.year);
	case LANG_KK:
		return arena_printf(a, "%d жылғы" NBSP "%s", c.year, month);
	default:
		return arena_printf(a, "%s" NBSP "%d", month, c.year);
	}
}

char *format_partial_date(struct arena *a, const struct lang *lang, const char *iso)
{
	char whole[11];
	date_t d;

	if (date_parse(iso, &d))
		return format_date(a, lang, d);
	snprintf(whole, sizeof whole, "%s-01", iso);
	if (strlen(iso) == 7 && date_parse(whole, &d)) {
		return format_month(a, lang, date_to_civil(d));
	}
	return arena_strdup(a, iso);
}

/* The plural form that a written number takes: fractions take the form of two (Russian genitive singular). */
static unsigned long plural_of(const char *value)
{
	return strchr(value, '.') ? 2 : strtoul(value, NULL, 10);
}

/* Puts the number in the place of %s and a no-break space behind it, so that the two are never parted. */
static char *fill(struct arena *a, const char *pattern, const char *number)
{
	struct strbuf s;

	strbuf_init(&s);
	for (const char *p = pattern; *p; p++) {
		if (str_starts(p, "%s")) {
			strbuf_adds(&s, number);
			p++;
			if (p[1] == ' ') {
				strbuf_adds(&s, NBSP);
				p++;
			}
		} else if (str_starts(p, "%%")) {
			strbuf_addc(&s, '%');
			p++;
		} else {
			strbuf_addc(&s, *p);
		}
	}
	char *text = arena_strndup(a, s.text, s.bytes);
	strbuf_release(&s);
	return text;
}

char *format_unit(struct arena *a, const struct lang *lang, const char *value, const char *unit)
{
	const char *number = format_number(a, lang, value);
	unsigned long n = plural_of(value);
	const char *pattern = NULL;

	/* TRANSLATORS: %s is a number. The noun stays singular after a number in Tajik, Uzbek, Kyrgyz and Kazakh. */
	if (str_equal(unit, "days"))
		pattern = trn(lang, "%s day", "%s days", n);
	else if (str_equal(unit, "working_days"))
		pattern = trn(lang, "%s working day", "%s working days", n);
	else if (str_equal(unit, "hours"))
		pattern = trn(lang, "%s hour", "%s hours", n);
	else if (str_equal(unit, "months"))
		pattern = trn(lang, "%s month", "%s months", n);
	else if (str_equal(unit, "years"))
		pattern = trn(lang, "%s year", "%s years", n);
	else if (str_equal(unit, "MCI"))
		/* TRANSLATORS: the monthly calculation index (МРП, АЕК) in which fines are counted. */
		pattern = tr(lang, "%s MCI");
	else if (str_equal(unit, "KZT"))
		pattern = tr(lang, "%s tenge");
	else if (str_equal(unit, "USD"))
		pattern = trn(lang, "%s US dollar", "%s US dollars", n);
	else if (str_equal(unit, "EUR"))
		pattern = tr(lang, "%s euros");
	else if (str_equal(unit, "kg"))
		pattern = tr(lang, "%s kg");
	else if (str_equal(unit, "l"))
		pattern = trn(lang, "%s litre", "%s litres", n);
	else if (str_equal(unit, "pieces"))
		pattern = trn(lang, "%s piece", "%s pieces", n);
	else if (str_equal(unit, "percent"))
		/* TRANSLATORS: %% is the sign of percent; in Russian a no-break space stands before it. */
		pattern = tr(lang, "%s%%");
	if (!pattern)
		return arena_strdup(a, number);
	return fill(a, pattern, number);
}

char *format_tenge(struct arena *a, const struct lang *lang, long long tenge)
{
	return format_unit(a, lang, arena_printf(a, "%lld", tenge), "KZT");
}

/* How the digits behind a country code are grouped. */
static const struct {
	const char *code;
	const char *groups;
} countries[] = {
	{"+998", "2322"},
	{"+996", "333"},
	{"+992", "2322"},
	{"+7", "3322"},
};

char *format_phone(struct arena *a, const char *e164)
{
	struct strbuf s;
	const char *digits = e164, *groups = "33333";

	if (*e164 != '+')
		return arena_strdup(a, e164);
	strbuf_init(&s);
	for (size_t i = 0; i < sizeof countries / sizeof countries[0]; i++) {
		if (str_starts(e164, countries[i].code)) {
			strbuf_adds(&s, countries[i].code);
			digits = e164 + strlen(countries[i].code);
			groups = countries[i].groups;
			break;
		}
	}
	while (*digits) {
		size_t left = strlen(digits), size = *groups ? (size_t)(*groups++ - '0') : left;
		if (size > left)
			size = left;
		if (s.bytes)
			strbuf_adds(&s, NBSP);
		strbuf_add(&s, digits, size);
		digits += size;
	}
	char *text = arena_strndup(a, s.text, s.bytes);
	strbuf_release(&s);
	return text;
}
