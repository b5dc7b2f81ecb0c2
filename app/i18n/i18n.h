/* gettext behind one door. Only this module knows that libintl follows the process.
 *
 * A screen is handed its language and asks for words in it; the module switches libintl when the language
 * differs from the last one asked for (LANGUAGE under C.UTF-8, then textdomain again: standards D24, D25).
 * Keep msgids, not results: a result is valid until the program ends but holds the language it was asked in.
 *
 * xgettext keywords: tr:2 trc:2c,3 trn:2,3 N_ */
#ifndef ROHNAMO_I18N_I18N_H
#define ROHNAMO_I18N_I18N_H

#include "base/err.h"
#include "i18n/lang.h"

#define N_(msgid) msgid

/* Sets the process locale to C.UTF-8 (numbers stay C) and binds the domain "rohnamo". `locale_folder` may
 * be NULL: then everything is English. Fails when C.UTF-8 is not there or the catalogue of a language is not
 * found (the message names the language); the program goes on in English then. */
bool i18n_init(const char *locale_folder, struct err *e) MUST_CHECK;

/* The program's words in a language; the msgid itself when there is no translation. Never NULL. */
const char *tr(const struct lang *lang, const char *msgid) __attribute__((format_arg(2)));
/* With a context, where one English word has several senses. */
const char *trc(const struct lang *lang, const char *context, const char *msgid) __attribute__((format_arg(3)));
/* With the plural form for `n`. */
const char *trn(const struct lang *lang, const char *one, const char *many, unsigned long n)
	__attribute__((format_arg(2), format_arg(3)));

#endif
