#include "tools/catalogue.h"

#include "base/file.h"
#include "base/str.h"
#include "content/rules.h"
#include "tools/po_lines.h"

#include <gettext-po.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* libgettextpo reports through callbacks without a place for our own data. */
static struct findings *reporting_to;
static const char *reporting_file;

static void on_error(int severity, po_message_t message, const char *filename, size_t line, size_t column,
	int multiline, const char *text)
{
	(void)message;
	(void)column;
	(void)multiline;
	if (!reporting_to)
		return;
	const char *file = filename ? filename : reporting_file;
	int at = line == (size_t)-1 || line == 0 ? 1 : (int)line;
	if (severity == PO_SEVERITY_WARNING)
		findings_warning(reporting_to, file, at, "%s; mend the entry", text);
	else
		findings_error(reporting_to, file, at, "%s; mend the entry", text);
}

static void on_errors(int severity, po_message_t m1, const char *f1, size_t l1, size_t c1, int multi1, const char *t1,
	po_message_t m2, const char *f2, size_t l2, size_t c2, int multi2, const char *t2)
{
	(void)m2;
	(void)f2;
	(void)l2;
	(void)c2;
	(void)multi2;
	(void)t2;
	on_error(severity, m1, f1, l1, c1, multi1, t1);
}

static const struct po_xerror_handler handler = {on_error, on_errors};

static po_file_t open_po(const char *path, struct findings *found)
{
	reporting_to = found;
	reporting_file = path;
	return po_file_read(path, &handler);
}

static void take_message(struct catalogue *c, struct arena *a, const struct units *u, po_message_t m)
{
	const char *context = po_message_msgctxt(m), *id = po_message_msgid(m), *text = po_message_msgstr(m);
	long unit = context && !po_message_is_obsolete(m) ? units_find(u, context, id) : -1;

	if (unit < 0 || !*text)
		return;
	struct translation *t = &c->of_unit[unit];
	t->text = utf8_nfc(a, text);
	t->state = po_message_is_fuzzy(m) ? TRANSLATION_FUZZY : TRANSLATION_WHOLE;
}

static void read_po(struct catalogue *c, struct arena *a, const struct units *u, struct findings *found)
{
	static const size_t file_limit = (size_t)32 * 1024 * 1024;
	struct blob blob;
	po_message_t m;

	if (!file_exists(c->file)) {
		findings_warning(found, c->file, 1, "there is no translation into %s; run extract and msginit",
			c->lang->own_name);
		return;
	}
	po_file_t po = open_po(c->file, found);
	if (!po) {
		findings_error(found, c->file, 1, "the catalogue cannot be read; mend or restore it");
		return;
	}
	po_message_iterator_t i = po_message_iterator(po, NULL);
	while ((m = po_next_message(i)))
		take_message(c, a, u, m);
	po_message_iterator_free(i);
	po_file_free(po);
	if (file_read(a, c->file, file_limit, &blob, NULL))
		po_lines_find(c, u, (const char *)blob.data);
}

static void count_states(struct catalogue *c, size_t units)
{
	c->translated = 0;
	c->fuzzy = 0;
	for (size_t i = 0; i < units; i++) {
		c->translated += c->of_unit[i].state == TRANSLATION_WHOLE;
		c->fuzzy += c->of_unit[i].state == TRANSLATION_FUZZY;
	}
}

bool catalogues_read(struct catalogue out[LANG_COUNT], struct arena *a, const struct units *u, const char *locales,
	struct findings *found)
{
	struct err e = {"", "", ""};
	const char *exceptions = arena_printf(a, "%s/uz@cyrillic/exceptions.tsv", locales);
	struct cyrillic *cyrillic = cyrillic_read(a, exceptions, &e);

	if (!cyrillic) {
		findings_error(found, exceptions, 1, "%s; restore the list", e.what);
		return false;
	}
	for (int l = 0; l < LANG_COUNT; l++) {
		struct catalogue *c = &out[l];
		c->lang = lang_get((enum lang_id)l);
		c->of_unit = arena_new_array(a, u->count + 1, struct translation);
		for (size_t i = 0; i < u->count; i++)
			c->of_unit[i] = (struct translation){TRANSLATION_MISSING, "", 1};
		bool derived = l == LANG_UZ_CYRILLIC;
		c->file = arena_printf(a, "%s/%s/guide.po", locales, derived ? "uz" : c->lang->code);
		if (l == LANG_EN) {
			for (size_t i = 0; i < u->count; i++)
				c->of_unit[i] = (struct translation){TRANSLATION_WHOLE, u->list[i].english, 1};
		} else if (!derived) {
			read_po(c, a, u, found);
		}
		for (size_t i = 0; derived && i < u->count; i++) {
			const struct translation *t = &out[LANG_UZ].of_unit[i];
			c->of_unit[i] = (struct translation){
				t->state, cyrillic_from_latin(a, cyrillic, t->text), t->line};
		}
		count_states(c, u->count);
	}
	return true;
}

const char *catalogue_shown(const struct catalogue all[LANG_COUNT], const struct units *u, size_t unit,
	enum lang_id lang, const char **out_lang)
{
	const enum lang_id order[] = {lang, LANG_RU};

	for (size_t i = 0; i < 2; i++) {
		const struct translation *t = &all[order[i]].of_unit[unit];
		if (t->state == TRANSLATION_WHOLE) {
			*out_lang = lang_get(order[i])->code;
			return t->text;
		}
	}
	*out_lang = "en";
	return u->list[unit].english;
}

/* "{stay.days} = 30 (TJ UZ), 90 (KG), days". */
static const char *explain(const struct manuscript *s, const struct placeholder *p)
{
	const char *text = arena_printf(s->a, "{%s%s%s}", p->id, *p->format ? ":" : "", p->format), *unit = "",
		   *sign = " =";

	for (size_t i = 0; i < s->rules.count; i++) {
		const struct rule *r = &s->rules.rules[i];
		const char *whom = r->audience == AUDIENCE_ALL ? "" : " (";
		if (!str_equal(r->id, p->id))
			continue;
		text = arena_printf(s->a, "%s%s %s%s", text, sign, r->value, whom);
		sign = ",";
		for (int c = CITIZEN_TJ; *whom && c <= CITIZEN_KG; c *= 2)
			if (r->audience & (unsigned)c)
				text = arena_printf(s->a, "%s%s%s", text, str_ends(text, "(") ? "" : " ",
					citizen_code((enum citizen)c));
		text = arena_printf(s->a, "%s%s", text, *whom ? ")" : "");
		unit = r->unit;
	}
	if (str_equal(p->format, "unit"))
		return arena_printf(s->a, "%s, written with its unit (%s)", text, unit);
	if (str_equal(p->format, "money"))
		return arena_printf(s->a, "%s, written as a sum in tenge", text);
	return arena_printf(s->a, "%s, digits only (%s)", text, unit);
}

static void add_message(po_message_iterator_t i, const struct manuscript *s, const struct unit *u)
{
	po_message_t m = po_message_create();
	const char *comment = arena_printf(s->a, "%s\n", u->routes);
	struct placeholder p;

	for (size_t at = 0; placeholder_next(u->english, at, &p); at = p.end)
		comment = arena_printf(s->a, "%s%s\n", comment, explain(s, &p));
	po_message_set_msgctxt(m, u->context);
	po_message_set_msgid(m, u->english);
	po_message_set_msgstr(m, "");
	po_message_set_extracted_comments(m, comment);
	const char *slash = strrchr(u->file, '/');
	const char *name = strstr(u->file, "/pages/") ? strstr(u->file, "/pages/") + 1 : slash ? slash + 1 : u->file;
	po_message_add_filepos(m, name, (size_t)-1);
	po_message_insert(i, m);
}

bool catalogue_write_template(const struct manuscript *s, const struct units *u, const char *path, struct err *e)
{
	po_file_t po = po_file_create();
	po_message_iterator_t i = po_message_iterator(po, NULL);
	po_message_t header = po_message_create();
	const char *part = str_equal(path, "-") ? "/dev/stdout" : path;

	po_message_set_msgid(header, "");
	po_message_set_msgstr(header,
		"Project-Id-Version: rohnamo guide\nPOT-Creation-Date: \nPO-Revision-Date: \nLast-Translator: \n"
		"Language-Team: \nLanguage: \nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
		"Content-Transfer-Encoding: 8bit\n");
	po_message_insert(i, header);
	for (size_t k = 0; k < u->count; k++)
		add_message(i, s, &u->list[k]);
	po_message_iterator_free(i);
	bool ok = po_file_write(po, part, &handler) != NULL;
	po_file_free(po);
	if (!ok)
		err_set(e, "template '%s' cannot be written", path);
	return ok;
}

/* The header of a derived catalogue names its own language. */
static const char *cyrillic_header(struct arena *a, const char *header)
{
	const char *at = strstr(header, "Language: uz\n");

	if (!at)
		return header;
	return arena_printf(
		a, "%.*sLanguage: uz@cyrillic\n%s", (int)(at - header), header, at + strlen("Language: uz\n"));
}

bool catalogue_to_cyrillic(struct arena *a, const struct cyrillic *c, const char *in, const char *out, struct err *e)
{
	po_message_t m;
	struct findings none;

	findings_init(&none, a);
	if (!file_exists(in))
		return err_set(e, "catalogue '%s' is not there", in);
	po_file_t po = open_po(in, &none);
	if (!po || none.errors) {
		findings_print(&none);
		return err_set(e, "catalogue '%s' cannot be read", in);
	}
	po_message_iterator_t i = po_message_iterator(po, NULL);
	while ((m = po_next_message(i))) {
		if (!*po_message_msgid(m)) {
			po_message_set_msgstr(m, cyrillic_header(a, po_message_msgstr(m)));
		} else if (po_message_msgid_plural(m)) {
			const char *text;
			for (int k = 0; (text = po_message_msgstr_plural(m, k)); k++)
				po_message_set_msgstr_plural(m, k, cyrillic_from_latin(a, c, text));
		} else {
			po_message_set_msgstr(m, cyrillic_from_latin(a, c, po_message_msgstr(m)));
		}
	}
	po_message_iterator_free(i);
	bool ok = po_file_write(po, out, &handler) != NULL;
	po_file_free(po);
	return ok || err_set(e, "catalogue '%s' cannot be written", out);
}
