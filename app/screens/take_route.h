/* What stands behind take/: only ids and dates, so that a route says nothing about who asked.
 *
 *     contact/ID
 *     page/ID            page/ID/N            piece N of the page's text
 *     date/YYYY-MM-DD/KIND                    date/YYYY-MM-DD/KIND/PAGE
 *
 * KIND: last-day, act-by or reentry-from; PAGE: the page that tells about it. */
#ifndef ROHNAMO_SCREENS_TAKE_ROUTE_H
#define ROHNAMO_SCREENS_TAKE_ROUTE_H

#include "base/date.h"

#include <stdbool.h>

enum take_kind { TAKE_CONTACT, TAKE_PAGE, TAKE_DATE };
enum take_date { TAKE_LAST_DAY, TAKE_ACT_BY, TAKE_REENTRY, TAKE_DATES };

#define TAKE_ID_BYTES 128

struct take_arg {
	enum take_kind kind;
	char id[TAKE_ID_BYTES]; /* of the contact or page; of a date's page, "" none */
	int piece; /* of a page, from 1; not said: 1 */
	date_t date;
	enum take_date about;
};

bool take_parse(const char *arg, struct take_arg *out);
/* "last-day" and so on. */
const char *take_date_name(enum take_date about);

#endif
