/* The error value: what failed, the detail, and what a person can do about it.
 *
 * Fallible functions return bool and take `struct err *` last; it is untouched on success. NULL is
 * allowed where the caller does not care why. */
#ifndef ROHNAMO_BASE_ERR_H
#define ROHNAMO_BASE_ERR_H

#include <stdbool.h>

struct err {
	char what[320]; /* kind of object, its name quoted, what went wrong */
	char detail[320]; /* from the system or a library; may be empty */
	char hint[320]; /* what to do; may be empty */
};

#define MUST_CHECK __attribute__((warn_unused_result))

/* What is too long is cut, behind a whole letter. Bytes that are no UTF-8 are left out.
 * Sets `what`, clears the rest; returns false, so that `return err_set(...)` reads well. */
bool err_set(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Adds the detail or the hint to an error already set; both return false. */
bool err_detail(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool err_hint(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Puts context in front of `what` ("guide 'x.db': " ...); returns false. */
bool err_context(struct err *e, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* One line: "what: detail; hint", parts left out when empty. Pointer into a buffer of the error's
 * caller: `line` of `bytes`. */
void err_line(const struct err *e, char *line, unsigned bytes);

#endif
