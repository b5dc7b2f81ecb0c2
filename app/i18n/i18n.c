/* libintl looks words up for the process, so the process is switched to the language asked for last. After LANGUAGE
 * changes, textdomain must be called again, else glibc answers from its cache (standards D25). */
#include "i18n/i18n.h"

#include "base/str.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char domain[] = "rohnamo";

/* What libintl was last switched to. The one place that mirrors process-wide state. */
static enum lang_id switched_to = LANG_COUNT;
static bool bound;

static void switch_to(const struct lang *lang)
{
	if (lang->id == switched_to)
		return;
	setenv("LANGUAGE", lang->id == LANG_EN ? "en" : lang->code, 1);
	textdomain(domain);
	switched_to = lang->id;
}

/* The header of the catalogue (the translation of "") names its language. */
static bool catalogue_found(const struct lang *lang)
{
	char wanted[64];

	switch_to(lang);
	static const char header_id[] = ""; /* kept from xgettext, which warns of an empty one */
	const char *header = gettext(header_id);
	snprintf(wanted, sizeof wanted, "Language: %s\n", lang->code);
	return header && strstr(header, wanted);
}

bool i18n_init(const char *locale_folder, struct err *e)
{
	char missing[128] = "";

	switched_to = LANG_COUNT;
	bound = false;
	if (!setlocale(LC_ALL, "C.UTF-8"))
		return err_set(e, "locale 'C.UTF-8' is not on this machine: the words stay English");
	setlocale(LC_NUMERIC, "C");
	if (!locale_folder)
		return err_set(e, "the folder of the translations (share/locale) is not there: the words stay English");
	bindtextdomain(domain, locale_folder);
	bind_textdomain_codeset(domain, "UTF-8");
	bound = true;
	for (int i = 0; i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		if (i == LANG_EN || catalogue_found(lang))
			continue;
		size_t used = strlen(missing);
		snprintf(missing + used, sizeof missing - used, " %s", lang->code);
	}
	if (*missing)
		return err_set(e, "translations not found in '%s' for:%s", locale_folder, missing);
	return true;
}

const char *tr(const struct lang *lang, const char *msgid)
{
	if (!bound || !*msgid)
		return msgid;
	switch_to(lang);
	return lang->id == LANG_EN ? msgid : gettext(msgid);
}

const char *trc(const struct lang *lang, const char *context, const char *msgid)
{
	char key[512];

	if (!bound || lang->id == LANG_EN)
		return msgid;
	switch_to(lang);
	if ((size_t)snprintf(key, sizeof key, "%s\004%s", context, msgid) >= sizeof key)
		return msgid;
	const char *found = gettext(key);
	return found == key ? msgid : found;
}

const char *trn(const struct lang *lang, const char *one, const char *many, unsigned long n)
{
	if (!bound || lang->id == LANG_EN)
		return n == 1 ? one : many;
	switch_to(lang);
	return ngettext(one, many, n);
}
