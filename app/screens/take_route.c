#include "screens/take_route.h"

#include "base/str.h"

#include <string.h>

static const char *const date_names[TAKE_DATES] = {"last-day", "act-by", "reentry-from"};

const char *take_date_name(enum take_date about)
{
	return date_names[about];
}

/* The next part up to a '/'; false when it is empty or too long. Advances behind the '/'; *text NULL at the end. */
static bool next_part(const char **text, char *out, size_t room)
{
	const char *slash = *text ? strchr(*text, '/') : NULL;
	size_t bytes = !*text ? 0 : slash ? (size_t)(slash - *text) : strlen(*text);

	if (bytes == 0 || bytes >= room)
		return false;
	memcpy(out, *text, bytes);
	out[bytes] = '\0';
	*text = slash ? slash + 1 : NULL;
	return true;
}

static bool next_id(const char **text, char *out)
{
	return next_part(text, out, TAKE_ID_BYTES) &&
		strspn(out, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(out);
}

static bool next_answers(const char **text, struct take_arg *out)
{
	return next_part(text, out->answers, sizeof out->answers) &&
		strspn(out->answers, "123456789") == strlen(out->answers);
}

static bool next_number(const char **text, int *out)
{
	char digits[4];

	if (!next_part(text, digits, sizeof digits) || digits[0] == '0' ||
		strspn(digits, "0123456789") != strlen(digits))
		return false;
	*out = 0;
	for (const char *p = digits; *p; p++)
		*out = *out * 10 + (*p - '0');
	return true;
}

static bool next_date(const char **text, struct take_arg *out)
{
	char part[16];

	if (!next_part(text, part, sizeof part) || !date_parse(part, &out->date) || !next_part(text, part, sizeof part))
		return false;
	for (int i = 0; i < TAKE_DATES; i++) {
		if (str_equal(part, date_names[i])) {
			out->about = (enum take_date)i;
			return true;
		}
	}
	return false;
}

bool take_parse(const char *arg, struct take_arg *out)
{
	char kind[16];

	memset(out, 0, sizeof *out);
	out->piece = 1;
	if (!next_part(&arg, kind, sizeof kind))
		return false;
	if (str_equal(kind, "contact")) {
		out->kind = TAKE_CONTACT;
		return next_id(&arg, out->id) && !arg;
	}
	if (str_equal(kind, "page")) {
		out->kind = TAKE_PAGE;
		return next_id(&arg, out->id) && (!arg || next_number(&arg, &out->piece)) && !arg;
	}
	if (str_equal(kind, "walk")) {
		out->kind = TAKE_WALK;
		return next_id(&arg, out->id) && next_answers(&arg, out) && (!arg || next_number(&arg, &out->piece)) &&
			!arg;
	}
	if (str_equal(kind, "date")) {
		out->kind = TAKE_DATE;
		return next_date(&arg, out) && (!arg || next_id(&arg, out->id)) && !arg;
	}
	return false;
}
