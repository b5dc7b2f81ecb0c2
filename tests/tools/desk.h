/* A desk: a copy of the fixture guide (tests/guide) in a scratch folder below the build tree, which a test may spoil, and the
 * program rohnamo-guide run on it. Files are named below the desk: "source/rules.csv", "locales/tg/guide.po". */
#ifndef ROHNAMO_TESTS_TOOLS_DESK_H
#define ROHNAMO_TESTS_TOOLS_DESK_H

#include "../testing.h"

#include "base/arena.h"

#include <stdbool.h>

/* The first line of a picture; "icons" of the desk goes before the program's. */
#define DESK_PICTURE                                                                                                   \
	"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\" width=\"48\" height=\"48\" fill=\"none\" "    \
	"stroke=\"#000\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n"

struct desk {
	struct arena arena;
	const char *folder, *source, *locales;
};

struct said {
	int status; /* -1: ended by a signal */
	const char *out, *err; /* the two outputs, owned by the desk */
};

/* What is spoilt in one file and what is then to be said. Only the fields that matter are given. */
struct damage {
	const char *file;
	const char *old, *new; /* old NULL: `new` is put at the end; "": it is the whole file. new NULL: no file */
	const char *says; /* part of the message */
	const char *at; /* the file that the message names; NULL: the same */
	const char *where; /* words on the line that the message names; NULL: `new`; "": line 1 */
	bool warning; /* not an error */
	int errors; /* how many there are; 0 means one (none for a warning) */
};

/* Lays out a fresh copy; the test fails when that does not work. */
void desk_set(struct desk *d);
/* Removes the folder and all in it. */
void desk_clear(struct desk *d);
const char *desk_path(struct desk *d, const char *file);
char *desk_read(struct desk *d, const char *file, size_t *out_bytes);
void desk_write(struct desk *d, const char *file, const char *text, size_t bytes);
/* Puts `new` in the place of the first `old`; the test fails when there is none. See struct damage for NULL and "". */
void desk_change(struct desk *d, const char *file, const char *old, const char *new);
/* The line on which `text` begins first, from 1. */
int desk_line(struct desk *d, const char *file, const char *text);
/* How many files stand in a folder of the desk. */
int desk_count(struct desk *d, const char *folder);

/* Runs the program with these words (NULL ends them). `set`: NULL or a variable "NAME=VALUE" for it; `out`: NULL or where its
 * standard output goes. */
struct said desk_run_with(struct desk *d, const char *set, const char *out, const char *const *words);
#define desk_run(d, ...) desk_run_with((d), NULL, NULL, (const char *const[]){__VA_ARGS__, NULL})
/* `check` on the desk's sources, and `build` into a file of the desk, which has to work: by the library's functions in this
 * process, since they are many. */
struct said desk_check(struct desk *d, bool strict);
void desk_build(struct desk *d, const char *file);

/* The one number that a query on a guide of the desk gives. */
long long desk_number(struct desk *d, const char *file, const char *sql);

/* For each row spoils a fresh desk and looks whether `check` says it: file, line, kind, remedy, exit status, number of
 * errors. All rows are tried before the test fails. */
void desk_damages(const struct damage *rows, size_t count);
#define DESK_DAMAGES(rows) desk_damages((rows), sizeof(rows) / sizeof *(rows))

#endif
