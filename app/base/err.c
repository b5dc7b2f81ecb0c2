#include "base/err.h"

#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void fill(char *field, size_t bytes, const char *format, va_list args)
{
	vsnprintf(field, bytes, format, args);
	utf8_drop_halves(field);
}

bool err_set(struct err *e, const char *format, ...)
{
	va_list args;

	if (!e)
		return false;
	va_start(args, format);
	fill(e->what, sizeof e->what, format, args);
	va_end(args);
	e->detail[0] = '\0';
	e->hint[0] = '\0';
	return false;
}

bool err_detail(struct err *e, const char *format, ...)
{
	va_list args;

	if (!e)
		return false;
	va_start(args, format);
	fill(e->detail, sizeof e->detail, format, args);
	va_end(args);
	return false;
}

bool err_hint(struct err *e, const char *format, ...)
{
	va_list args;

	if (!e)
		return false;
	va_start(args, format);
	fill(e->hint, sizeof e->hint, format, args);
	va_end(args);
	return false;
}

bool err_context(struct err *e, const char *format, ...)
{
	char context[sizeof e->what], whole[2 * sizeof e->what + 4];
	va_list args;

	if (!e)
		return false;
	va_start(args, format);
	fill(context, sizeof context, format, args);
	va_end(args);
	snprintf(whole, sizeof whole, "%s: %s", context, e->what);
	whole[sizeof e->what - 1] = '\0';
	memcpy(e->what, whole, strlen(whole) + 1);
	utf8_drop_halves(e->what);
	return false;
}

void err_line(const struct err *e, char *line, unsigned bytes)
{
	snprintf(line, bytes, "%s%s%s%s%s", e->what, *e->detail ? ": " : "", e->detail, *e->hint ? "; " : "", e->hint);
	utf8_drop_halves(line);
}
