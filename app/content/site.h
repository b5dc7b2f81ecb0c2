/* What the operator of a kiosk has written into the site folder, checked cell by cell; guide_query_contact.c lays it over
 * the guide's contacts. Cells that are not given are "" (texts), -1 (numbers) or DATE_NONE; they correct nothing. A text that
 * is SITE_NOTHING corrects to an empty one. */
#ifndef ROHNAMO_CONTENT_SITE_H
#define ROHNAMO_CONTENT_SITE_H

#include "content/record.h"

#define SITE_NOTHING "-"

struct site_contact {
	const char *id;
	bool in_guide; /* corrects one of the guide's */
	int kind, position, confidence;
	unsigned serves; /* 0: not given */
	const char *country, *city, *name, *name_local, *email, *web, *address, *hours_note, *district, *cost,
		*languages;
	const char *next, *note;
	const char *by; /* who wrote the row; "" not given */
	struct hours hours; /* nothing stated: corrects nothing */
	bool no_hours; /* SITE_NOTHING was written */
	char **phones, **messengers, **sources;
	size_t phone_count, messenger_count, source_count;
	bool no_phones, no_messengers; /* SITE_NOTHING was written */
	const char *as_of; /* a day, a month or a year; "" not given */
};

struct site_confirmation {
	const char *contact, *by, *result;
	date_t date;
};

struct site_notice {
	date_t from, until; /* DATE_NONE: open */
	const char *lang; /* "" all */
	const char *text;
	const char *by; /* who says so; "" not given */
};

struct site {
	struct site_contact *contacts;
	size_t contact_count;
	struct site_confirmation *confirmations;
	size_t confirmation_count;
	struct site_notice *notices;
	size_t notice_count;
};

const struct site_contact *site_contact_find(const struct site *site, const char *id);

#endif
