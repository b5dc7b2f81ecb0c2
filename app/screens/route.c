/* One table of names; the form of the argument is part of it. */
#include "screens/route.h"

#include "base/str.h"
#include "content/deadline_events.h"

#include <string.h>

enum argument {
	ARGUMENT_NONE,
	ARGUMENT_ID,
	ARGUMENT_NUMBER,
	ARGUMENT_HELP,
	ARGUMENT_TEXT,
	ARGUMENT_WALK,
	ARGUMENT_TAKE,
	ARGUMENT_EVENTS,
	ARGUMENT_LATE,
	ARGUMENT_EVENT,
	ARGUMENT_STAFF
};

static const struct {
	const char *name;
	enum argument argument;
	enum screen_id screen;
} table[] = {
	{"attract", ARGUMENT_NONE, SCREEN_ATTRACT},
	{"language", ARGUMENT_NONE, SCREEN_LANGUAGE},
	{"citizen", ARGUMENT_NONE, SCREEN_CITIZEN},
	{"home", ARGUMENT_NONE, SCREEN_HOME},
	{"topic", ARGUMENT_ID, SCREEN_TOPIC},
	{"page", ARGUMENT_ID, SCREEN_PAGE},
	{"border", ARGUMENT_NONE, SCREEN_BORDER},
	{"border", ARGUMENT_NUMBER, SCREEN_QUESTION},
	{"contacts", ARGUMENT_NONE, SCREEN_CONTACTS},
	{"contacts", ARGUMENT_ID, SCREEN_CONTACT},
	{"phrases", ARGUMENT_NONE, SCREEN_PHRASES},
	{"phrases", ARGUMENT_ID, SCREEN_PHRASE},
	{"help", ARGUMENT_NONE, SCREEN_HELP},
	{"help", ARGUMENT_HELP, SCREEN_HELP},
	{"pictures", ARGUMENT_NONE, SCREEN_PICTURES},
	{"pictures", ARGUMENT_ID, SCREEN_PICTURES},
	{"text", ARGUMENT_NONE, SCREEN_TEXT},
	{"about", ARGUMENT_NONE, SCREEN_ABOUT},
	{"search", ARGUMENT_NONE, SCREEN_SEARCH},
	{"search", ARGUMENT_TEXT, SCREEN_SEARCH},
	{"walk", ARGUMENT_WALK, SCREEN_WALK},
	{"checklist", ARGUMENT_NONE, SCREEN_CHECKLIST},
	{"checklist", ARGUMENT_ID, SCREEN_CHECKLIST},
	{"rehearsal", ARGUMENT_NONE, SCREEN_REHEARSAL},
	{"take", ARGUMENT_TAKE, SCREEN_TAKE},
	{"attendant", ARGUMENT_NONE, SCREEN_ATTENDANT},
	{"attendant", ARGUMENT_STAFF, SCREEN_ATTENDANT},
	{"update", ARGUMENT_NONE, SCREEN_UPDATE},
	{"still", ARGUMENT_NONE, SCREEN_STILL},
	{"deadlines", ARGUMENT_NONE, SCREEN_DEADLINES},
	{"deadlines", ARGUMENT_EVENTS, SCREEN_EVENTS},
	{"deadlines", ARGUMENT_EVENT, SCREEN_EVENT},
	{"deadlines", ARGUMENT_LATE, SCREEN_LATE},
};

const char *const route_fixed[] = {
	"attract",
	"language",
	"citizen",
	"home",
	"border",
	"contacts",
	"phrases",
	"help",
	"help/2",
	"help/3",
	"pictures",
	"text",
	"about",
	"search",
	"checklist",
	"rehearsal",
	"deadlines",
	"deadlines/events",
	"deadlines/late",
	"attendant",
	"update",
	NULL,
};

static bool is_id(const char *text)
{
	return *text && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(text);
}

/* "lost-papers", "lost-papers/121" */
static bool is_walk(const char *text)
{
	const char *slash = strchr(text, '/');
	size_t bytes = slash ? (size_t)(slash - text) : strlen(text);

	if (bytes == 0 || strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") != bytes)
		return false;
	return !slash || (slash[1] && strlen(slash + 1) <= 16 && strspn(slash + 1, "123456789") == strlen(slash + 1));
}

void route_walk(const struct route *r, char out_id[ROUTE_BYTES], const char **out_answers)
{
	const char *arg = route_arg(r), *slash = strchr(arg, '/');
	size_t bytes = slash ? (size_t)(slash - arg) : strlen(arg);

	memcpy(out_id, arg, bytes);
	out_id[bytes] = '\0';
	*out_answers = slash ? slash + 1 : "";
}

static int read_number(const char *text)
{
	size_t digits = strspn(text, "0123456789");
	int number = 0;

	if (digits == 0 || digits > 3 || text[digits] || text[0] == '0')
		return 0;
	for (size_t i = 0; i < digits; i++)
		number = number * 10 + (text[i] - '0');
	return number;
}

static int hex_value(char c)
{
	return c >= '0' && c <= '9'    ? c - '0'
		: c >= 'A' && c <= 'F' ? c - 'A' + 10
		: c >= 'a' && c <= 'f' ? c - 'a' + 10
				       : -1;
}

/* Percent-encoded text: unreserved characters and %XX; control characters are none. */
static bool decode(const char *text, char *out, unsigned bytes)
{
	unsigned at = 0;

	for (const char *p = text; *p; p++) {
		char c = *p;
		if (c == '%') {
			int high = hex_value(p[1]), low = high < 0 ? -1 : hex_value(p[2]);
			if (low < 0)
				return false;
			c = (char)(high * 16 + low);
			p += 2;
		}
		if ((unsigned char)c < 0x20 || c == 0x7F || at + 1 >= bytes)
			return false;
		out[at++] = c;
	}
	out[at] = '\0';
	return utf8_valid(out, at);
}

bool route_search_text(const struct route *r, char *out, unsigned bytes)
{
	return r->screen == SCREEN_SEARCH && decode(route_arg(r), out, bytes);
}

bool route_take(const struct route *r, struct take_arg *out)
{
	return r->screen == SCREEN_TAKE && take_parse(route_arg(r), out);
}

static bool argument_fits(enum argument form, const char *arg, int *out_number)
{
	switch (form) {
	case ARGUMENT_NONE:
		return arg == NULL;
	case ARGUMENT_ID:
		return arg && is_id(arg);
	case ARGUMENT_WALK:
		return arg && is_walk(arg);
	case ARGUMENT_EVENTS:
		return arg && str_equal(arg, "events");
	case ARGUMENT_STAFF:
		return arg && str_has_word("touch ruler sound settings counts", arg) && is_id(arg);
	case ARGUMENT_LATE:
		return arg && str_equal(arg, "late");
	case ARGUMENT_EVENT:
		return arg && deadline_event_parse(arg) >= 0;
	case ARGUMENT_TEXT: {
		char decoded[ROUTE_BYTES];
		return arg && *arg && decode(arg, decoded, sizeof decoded);
	}
	case ARGUMENT_TAKE: {
		struct take_arg take;
		bool fits = arg && take_parse(arg, &take);
		*out_number = fits ? take.piece : 0;
		return fits;
	}
	case ARGUMENT_NUMBER:
		*out_number = arg ? read_number(arg) : 0;
		return *out_number > 0;
	case ARGUMENT_HELP: /* the first has no number */
		*out_number = arg ? read_number(arg) : 0;
		return *out_number > 1 && *out_number <= HELP_SCREENS;
	}
	return false;
}

bool route_parse(const char *text, struct route *out)
{
	const char *slash = strchr(text, '/');
	size_t name_bytes = slash ? (size_t)(slash - text) : strlen(text);

	if (strlen(text) >= ROUTE_BYTES)
		return false;
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		int number = 0;

		if (strlen(table[i].name) != name_bytes || memcmp(table[i].name, text, name_bytes) != 0)
			continue;
		if (!argument_fits(table[i].argument, slash ? slash + 1 : NULL, &number))
			continue;
		memset(out, 0, sizeof *out);
		out->screen = table[i].screen;
		out->number = number;
		memcpy(out->text, text, strlen(text) + 1);
		out->arg_at = (int)(slash ? name_bytes + 1 : name_bytes);
		return true;
	}
	return false;
}

const char *route_arg(const struct route *r)
{
	return r->text + r->arg_at;
}

bool route_is_first(const struct route *r)
{
	return r->screen == SCREEN_HOME || (r->screen == SCREEN_PICTURES && !*route_arg(r));
}
