/* What is wrong with the sources, as `FILE:LINE: error|warning: what; remedy`, printed in the order of files and lines. */
#ifndef ROHNAMO_TOOLS_FINDINGS_H
#define ROHNAMO_TOOLS_FINDINGS_H

#include "base/arena.h"
#include "base/err.h"

#include <stdbool.h>

struct finding {
	const char *file;
	int line;
	bool is_error;
	const char *text;
};

struct findings {
	struct arena *a;
	struct finding *list;
	size_t count, room;
	size_t errors, warnings;
};

void findings_init(struct findings *f, struct arena *a);
/* `format` tells what is wrong and, behind a semicolon, what to do. */
void findings_error(struct findings *f, const char *file, int line, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void findings_warning(struct findings *f, const char *file, int line, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* An error of a reader whose message may begin with "FILE:LINE: "; its hint is the remedy, else `remedy` is. */
void findings_error_at(struct findings *f, const char *file, const struct err *e, const char *remedy);
/* Drops the warnings, where only a result is wanted. */
void findings_keep_errors(struct findings *f);
/* Sorts and prints all on standard error. */
void findings_print(struct findings *f);

#endif
