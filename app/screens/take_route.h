/* What stands behind take/: only ids, dates and the answers of a walk, so that a route says nothing about who asked.
 *
 *     contact/ID
 *     page/ID            page/ID/N            piece N of the page's text
 *     walk/ID/ANSWERS    walk/ID/ANSWERS/N    the same of the outcome to which the answers lead
 *     date/YYYY-MM-DD/KIND                    date/YYYY-MM-DD/KIND/PAGE
 *
 * KIND: last-day, act-by or reentry-from; PAGE: the page that tells about it. */
#ifndef ROHNAMO_SCREENS_TAKE_ROUTE_H
#define ROHNAMO_SCREENS_TAKE_ROUTE_H

#include "base/date.h"

#include <stdbool.h>

enum take_kind { TAKE_CONTACT, TAKE_PAGE, TAKE_WALK, TAKE_DATE };
enum take_date { TAKE_LAST_DAY, TAKE_ACT_BY, TAKE_REENTRY, TAKE_DATES };

#define TAKE_ID_BYTES 128
#define TAKE_ANSWERS 16 /* of a walk, at most */

struct take_arg {
	enum take_kind kind;
	char id[TAKE_ID_BYTES]; /* of the contact, page or walk; of a date's page, "" none */
	char answers[TAKE_ANSWERS + 1]; /* of a walk: digits 1 to 9 */
	int piece; /* of a page or an outcome, from 1; not said: 1 */
	date_t date;
	enum take_date about;
};

bool take_parse(const char *arg, struct take_arg *out);
/* "last-day" and so on. */
const char *take_date_name(enum take_date about);

#endif
