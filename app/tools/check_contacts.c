#include "tools/checks.h"

#include "base/str.h"
#include "content/hours.h"
#include "content/site_cell.h"

#include <string.h>

static const char *cell(const struct manuscript *s, size_t row, const char *column)
{
	return manuscript_cell(s, TABLE_CONTACTS, row, column);
}

/* The kiosk passes over what phone_valid refuses; a short code of the guide is 3 to 5 digits long. */
static bool is_phone(const char *text)
{
	size_t bytes = strlen(text);

	return phone_valid(text) && (*text == '+' || (bytes >= 3 && bytes <= 5));
}

/* "telegram:@name" or "whatsapp:+77001234567". */
static bool is_messenger(const char *text)
{
	static const char telegram[] = "telegram:@", whatsapp[] = "whatsapp:";

	if (str_starts(text, telegram)) {
		const char *name = text + strlen(telegram);
		return strlen(name) >= 3 &&
			strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == strlen(name);
	}
	return str_starts(text, whatsapp) && text[strlen(whatsapp)] == '+' && is_phone(text + strlen(whatsapp));
}

static void lines_of(struct manuscript *s, size_t row)
{
	const char *file = manuscript_file(s, TABLE_CONTACTS);
	int line = manuscript_line(s, TABLE_CONTACTS, row);
	size_t count;
	char **phones = str_split(s->a, cell(s, row, "phones"), ' ', &count);

	for (size_t i = 0; i < count; i++)
		if (*phones[i] && !is_phone(phones[i]))
			findings_error(s->found, file, line,
				"phone '%s' cannot be read; write + and as many digits as the country's numbers have "
				"(+77172954252), or a short code of 3 to 5",
				phones[i]);
	char **messengers = str_split(s->a, cell(s, row, "messenger"), ' ', &count);
	for (size_t i = 0; i < count; i++) {
		if (*messengers[i] && !is_messenger(messengers[i]))
			findings_error(s->found, file, line,
				"messenger '%s' cannot be read; write telegram:@name or whatsapp:+number",
				messengers[i]);
	}
}

static bool has_line(const struct manuscript *s, size_t row)
{
	return *cell(s, row, "phones") || *cell(s, row, "messenger");
}

static bool is_emergency(const struct manuscript *s, size_t row)
{
	return str_equal(cell(s, row, "kind"), "emergency");
}

/* Following what to try next must end at a number that answers: the chain may close only behind an emergency number. */
static void what_next(struct manuscript *s, size_t row)
{
	const char *file = manuscript_file(s, TABLE_CONTACTS), *next = cell(s, row, "next");
	int line = manuscript_line(s, TABLE_CONTACTS, row);
	size_t at = row;

	if (!*next && !is_emergency(s, row))
		findings_warning(s->found, file, line,
			"contact '%s' does not say what to try next; name another contact", cell(s, row, "id"));
	for (size_t steps = 0; *cell(s, at, "next") && (steps == 0 || !is_emergency(s, at)); steps++) {
		long to = manuscript_find(s, TABLE_CONTACTS, cell(s, at, "next"));
		if (to < 0)
			return;
		if (!has_line(s, (size_t)to)) {
			findings_error(s->found, file, line,
				"next '%s' has no number itself; name a contact that can be called",
				cell(s, at, "next"));
			return;
		}
		if (steps > s->tables[TABLE_CONTACTS].rows)
			return; /* a circle of others: told once for each that stands in it */
		if ((size_t)to == row) {
			findings_error(s->found, file, line, "what to try next leads back to '%s'; break the circle",
				cell(s, row, "id"));
			return;
		}
		at = (size_t)to;
	}
}

static void one_contact(struct manuscript *s, size_t row)
{
	const char *file = manuscript_file(s, TABLE_CONTACTS), *as_of = cell(s, row, "as_of");
	int line = manuscript_line(s, TABLE_CONTACTS, row);
	unsigned serves;

	if (contact_kind_parse(cell(s, row, "kind")) < 0)
		findings_error(s->found, file, line, "kind '%s' is not known; see the README of the guide",
			cell(s, row, "kind"));
	if (!*cell(s, row, "serves") || !audience_parse(cell(s, row, "serves"), &serves))
		findings_error(s->found, file, line, "serves '%s' cannot be read; write all or some of TJ UZ KG",
			cell(s, row, "serves"));
	if (!*cell(s, row, "name"))
		findings_error(s->found, file, line, "the contact has no name; write one");
	if (!*cell(s, row, "country") || !str_has_word("KZ TJ UZ KG RU", cell(s, row, "country")))
		findings_error(s->found, file, line, "country '%s' is not known; write KZ, TJ, UZ, KG or RU",
			cell(s, row, "country"));
	if (!str_has_word("high medium low", cell(s, row, "confidence")))
		findings_error(s->found, file, line, "confidence '%s' is not known; write high, medium or low",
			cell(s, row, "confidence"));
	if (*cell(s, row, "cost") && !str_has_word("free paid", cell(s, row, "cost")))
		findings_error(s->found, file, line, "cost '%s' is not known; write free or paid, or leave it empty",
			cell(s, row, "cost"));
	struct hours hours;
	struct err e = {"", "", ""};
	if (!hours_parse(cell(s, row, "hours"), &hours, &e))
		findings_error(s->found, file, line, "%s; %s", e.what, e.hint);
	if (*as_of && !date_partial_valid(as_of))
		findings_error(s->found, file, line,
			"as_of '%s' is no date; write a day, a month or a year (2022-01-17, 2022-01, 2022) or leave it "
			"empty",
			as_of);
}

void check_contacts(struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_CONTACTS].rows; i++) {
		one_contact(s, i);
		lines_of(s, i);
		what_next(s, i);
	}
}
