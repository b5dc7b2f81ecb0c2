/* --describe: the whole screen as one JSON object, keys and order by the contract. */
#ifndef ROHNAMO_SHELL_DESCRIBE_H
#define ROHNAMO_SHELL_DESCRIBE_H

#include "base/str.h"
#include "shell/app.h"

void describe(const struct app *app, struct strbuf *out);

#endif
