#include "tools/findings.h"

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void findings_init(struct findings *f, struct arena *a)
{
	memset(f, 0, sizeof *f);
	f->a = a;
}

static void add(struct findings *f, const char *file, int line, bool is_error, const char *format, va_list args)
{
	if (f->count == f->room) {
		size_t room = f->room ? f->room * 2 : 32;
		struct finding *list = arena_new_array(f->a, room, struct finding);
		if (f->count)
			memcpy(list, f->list, f->count * sizeof *list);
		f->list = list;
		f->room = room;
	}
	char *text = arena_vprintf(f->a, format, args);
	for (char *p = text; *p; p++) /* what it quotes may hold line breaks; a message is one line */
		if ((unsigned char)*p < 0x20)
			*p = ' ';
	f->list[f->count++] = (struct finding){file, line, is_error, text};
	f->errors += is_error;
	f->warnings += !is_error;
}

void findings_error(struct findings *f, const char *file, int line, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add(f, file, line, true, format, args);
	va_end(args);
}

void findings_warning(struct findings *f, const char *file, int line, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add(f, file, line, false, format, args);
	va_end(args);
}

void findings_error_at(struct findings *f, const char *file, const struct err *e, const char *remedy)
{
	const char *what = e->what;
	char *end;
	long line = 0;

	if (str_starts(what, file) && what[strlen(file)] == ':') {
		line = strtol(what + strlen(file) + 1, &end, 10);
		if (line > 0 && str_starts(end, ": "))
			what = end + 2;
	}
	findings_error(f, file, line > 0 ? (int)line : 1, "%s%s%s; %s", what, *e->detail ? ": " : "", e->detail,
		*e->hint ? e->hint : remedy);
}

static int by_place(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	int file = strcmp(x->file, y->file);

	if (file)
		return file;
	return x->line != y->line ? (x->line > y->line) - (x->line < y->line) : strcmp(x->text, y->text);
}

void findings_print(struct findings *f)
{
	if (f->count)
		qsort(f->list, f->count, sizeof *f->list, by_place);
	for (size_t i = 0; i < f->count; i++) {
		const struct finding *x = &f->list[i];
		fprintf(stderr, "%s:%d: %s: %s\n", x->file, x->line, x->is_error ? "error" : "warning", x->text);
	}
}

void findings_keep_errors(struct findings *f)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->count; i++)
		if (f->list[i].is_error)
			f->list[kept++] = f->list[i];
	f->count = kept;
}
