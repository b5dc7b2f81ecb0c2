/* A secret key of minisign, and the password that opens it. */
#ifndef ROHNAMO_TOOLS_SECRET_H
#define ROHNAMO_TOOLS_SECRET_H

#include "pack/minisign.h"

/* Reads the file `path`. A key that has a password is opened by the first line of `password_file`; NULL: the terminal is asked, without
 * echo. The caller wipes `out` with mem_wipe; nothing else of it stays in memory. */
bool secret_open(const char *path, const char *password_file, struct minisign_secret *out, struct err *e) MUST_CHECK;

#endif
