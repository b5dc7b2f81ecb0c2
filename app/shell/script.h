/* The steps of a --play script, read from text (contract, "--play"). */
#ifndef ROHNAMO_SHELL_SCRIPT_H
#define ROHNAMO_SHELL_SCRIPT_H

#include "base/arena.h"
#include "base/err.h"
#include "platform/input.h"

#include <stdint.h>

enum step_kind {
	STEP_TAP_LABEL,
	STEP_TAP_POINT,
	STEP_DRAG,
	STEP_KEY,
	STEP_TYPE,
	STEP_WAIT,
	STEP_EXPECT,
	STEP_EXPECT_VISIBLE,
	STEP_EXPECT_NOT,
	STEP_EXPECT_SCREEN,
	STEP_SNAPSHOT,
	STEP_DESCRIBE,
};

struct step {
	enum step_kind kind;
	int line;
	const char *text; /* label, text, route or file */
	float x[2], y[2]; /* pixels */
	enum key key;
	int64_t wait_ms;
};

struct script {
	const char *name;
	struct step *steps;
	size_t count;
};

/* Reads a whole script before anything runs, so that a mistake on the last line is found first. Errors are
 * `NAME:LINE: ...`. */
bool script_parse(struct arena *a, const char *name, const char *text, struct script *out, struct err *e) MUST_CHECK;

#endif
