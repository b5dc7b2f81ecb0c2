/* Content lines as vCard 3.0 (RFC 2425, 2426) and iCalendar (RFC 5545) share them: escaped, folded at 75 octets, ended with
 * CRLF. */
#ifndef ROHNAMO_TAKE_LINES_H
#define ROHNAMO_TAKE_LINES_H

#include "base/str.h"

/* `text` as the value of a text property: backslash, comma and semicolon get a backslash, a line break becomes \n, other control
 * characters go. */
char *lines_escape(struct arena *a, const char *text);
/* Appends "name:value" and CRLF, folded: no line is longer than 75 octets, no letter is cut in two. */
void lines_add(struct strbuf *out, const char *name, const char *value);
/* The first `bytes` of `text` or less: whole letters, and whole words where one ends in the second half, with an ellipsis when
 * something was left out; "" when not even a letter has room. */
char *lines_cut(struct arena *a, const char *text, size_t bytes);

#endif
