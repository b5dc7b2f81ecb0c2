#include "tools/catalogue.h"

#include "base/file.h"
#include "base/str.h"
#include "content/rules.h"
#include "tools/po_lines.h"

#include <errno.h>
#include <gettext-po.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* libgettextpo reports through callbacks without a place for our own data, and goes on into a null pointer when one returns
 * from a fatal error: there we jump out of it. */
static struct findings *reporting_to;
static const char *reporting_file;
static jmp_buf fatal;
enum { MOST_FAULTS = 20 }; /* of one file: the first ones are enough to mend it */
static int faults;
static const char *last_fault;
static int last_line;

static void on_error(int severity, po_message_t message, const char *filename, size_t line, size_t column,
	int multiline, const char *text)
{
	const char *file = filename ? filename : reporting_file;
	int at = line == (size_t)-1 || line == 0 ? 1 : (int)line;

	(void)message;
	(void)column;
	(void)multiline;
	if (strstr(text, "end-of-line within string") && at > 1)
		at--; /* it counts the line behind the end */
	if (reporting_to && at == last_line && str_equal(text, last_fault)) {
		/* said already */
	} else if (reporting_to && severity != PO_SEVERITY_WARNING && ++faults > MOST_FAULTS) {
		if (faults == MOST_FAULTS + 1)
			findings_error(
				reporting_to, file, at, "more faults follow in this catalogue; mend those above first");
	} else if (reporting_to) {
		const char *what = utf8_label(reporting_to->a, text); /* one line */
		if (severity == PO_SEVERITY_WARNING)
			findings_warning(reporting_to, file, at, "%s; mend the entry", what);
		else
			findings_error(reporting_to, file, at, "%s; mend the entry", what);
		last_fault = arena_strdup(reporting_to->a, text);
		last_line = at;
	}
	if (severity == PO_SEVERITY_FATAL_ERROR)
		longjmp(fatal, 1);
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
	faults = 0;
	last_fault = NULL;
	if (setjmp(fatal) != 0)
		return NULL;
	return po_file_read(path, &handler);
}

static bool print_po(po_file_t po, const char *path)
{
	reporting_to = NULL;
	reporting_file = path;
	if (setjmp(fatal) != 0)
		return false;
	return po_file_write(po, path, &handler) != NULL;
}

/* libgettextpo writes into a scratch file and we from there to the place, since it has no way to give up and does not see a
 * full disk behind standard output. */
static bool write_po(po_file_t po, const char *path, struct err *e)
{
	static const size_t limit = (size_t)64 * 1024 * 1024;
	const char *folder = getenv("TMPDIR");
	struct arena a;
	struct blob blob;
	bool ok;

	arena_init(&a);
	char *scratch = arena_printf(&a, "%s/rohnamo-XXXXXX", folder && *folder ? folder : "/tmp");
	int file = mkstemp(scratch);
	if (file < 0) {
		err_set(e, "scratch file '%s' cannot be made", scratch);
		ok = err_detail(e, "%s", strerror(errno));
	} else {
		close(file);
		ok = print_po(po, scratch) || err_set(e, "scratch file '%s' cannot be written", scratch);
		ok = ok && file_read(&a, scratch, limit, &blob, e) && file_write(path, blob.data, blob.bytes, e);
		unlink(scratch);
	}
	arena_release(&a);
	return ok;
}

/* The line on which `words` stand first in a catalogue, else 1. */
static int line_of(const char *text, const char *words)
{
	const char *at = text ? strstr(text, words) : NULL;
	int line = 1;

	for (const char *p = text; at && p < at; p++)
		line += *p == '\n';
	return line;
}

static char *without_spaces(struct arena *a, const char *text)
{
	char *copy = arena_strdup(a, text), *end = copy;

	for (const char *p = copy; *p; p++)
		if (*p != ' ')
			*end++ = *p;
	*end = '\0';
	return copy;
}

/* A field of the header as an owned copy, "" when it is not there. */
static const char *field_of(struct arena *a, const char *header, const char *name)
{
	char *value = header ? po_header_field(header, name) : NULL;
	const char *copy = arena_strdup(a, value ? value : "");

	free(value);
	return copy;
}

/* Another encoding gives one message here, and one for each letter from libgettextpo. */
static bool has_right_charset(const struct catalogue *c, struct arena *a, const char *text, struct findings *found)
{
	const char *charset = strstr(text, "charset=");

	if (!charset || str_starts(charset, "charset=UTF-8"))
		return true;
	findings_error(found, c->file, line_of(text, "charset="),
		"the header says '%s'; save the file as UTF-8 and write charset=UTF-8",
		arena_strndup(a, charset, strcspn(charset, "\\\"\n")));
	return false;
}

/* A catalogue in the wrong folder, or with plural forms that are not the language's. */
static void check_header(struct catalogue *c, struct arena *a, po_file_t po, const char *text, struct findings *found)
{
	static const char one[] = "nplurals=1; plural=0;";
	static const char russian[] = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
				      "(n%100<10 || n%100>=20) ? 1 : 2);";
	const char *header = po_file_domain_header(po, NULL), *forms = c->lang->id == LANG_RU ? russian : one;
	const char *language = field_of(a, header, "Language");
	const char *plurals = field_of(a, header, "Plural-Forms");

	if (!str_equal(language, c->lang->code))
		findings_error(found, c->file, line_of(text, "\"Language:"),
			"the header is of language '%s'; write \"Language: %s\\n\" or move the file", language,
			c->lang->code);
	if (*plurals && !str_equal(without_spaces(a, plurals), without_spaces(a, forms)))
		findings_error(found, c->file, line_of(text, "\"Plural-Forms:"),
			"the plural forms are not those of %s; write \"Plural-Forms: %s\\n\"", c->lang->code, forms);
}

static void take_message(
	struct catalogue *c, struct arena *a, const struct units *u, po_message_t m, struct findings *found)
{
	const char *context = po_message_msgctxt(m), *id = po_message_msgid(m), *text = po_message_msgstr(m);
	long unit = context && !po_message_is_obsolete(m) ? units_find(u, context, id) : -1;

	if (unit < 0)
		return;
	struct translation *t = &c->of_unit[unit];
	if (po_message_msgid_plural(m)) {
		findings_error(found, c->file, t->line,
			"the entry has plural forms, and texts of the guide have none; take msgid_plural out");
		return;
	}
	if (!*text)
		return;
	t->text = utf8_nfc(a, text);
	t->state = po_message_is_fuzzy(m) ? TRANSLATION_FUZZY : TRANSLATION_WHOLE;
}

static void read_po(struct catalogue *c, struct arena *a, const struct units *u, struct findings *found)
{
	static const size_t file_limit = (size_t)64 * 1024 * 1024;
	struct blob blob;
	po_message_t m;
	struct err e = {"", "", ""};
	size_t errors = found->errors;

	if (!file_exists(c->file)) {
		findings_warning(found, c->file, 1, "there is no translation into %s; run extract and msginit",
			c->lang->own_name);
		return;
	}
	if (!file_read(a, c->file, file_limit, &blob, &e)) {
		findings_error_at(found, c->file, &e, "mend or restore it");
		return;
	}
	if (!has_right_charset(c, a, (const char *)blob.data, found))
		return;
	po_file_t po = open_po(c->file, found);
	if (!po) {
		if (found->errors == errors)
			findings_error(found, c->file, 1, "the catalogue cannot be read; mend or restore it");
		return;
	}
	po_lines_find(c, u, (const char *)blob.data);
	po_message_iterator_t i = po_message_iterator(po, NULL);
	while ((m = po_next_message(i)))
		take_message(c, a, u, m, found);
	po_message_iterator_free(i);
	if (found->errors == errors) /* a file that cannot be read has no header either */
		check_header(c, a, po, (const char *)blob.data, found);
	po_file_free(po);
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
		findings_error_at(found, exceptions, &e, "mend or restore the list");
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

/* "{stay.days} = 30 (TJ UZ), 90 (KG), digits only (days)": the values of the day of the guide's content. */
static const char *explain(const struct manuscript *s, const struct placeholder *p)
{
	const char *text = arena_printf(s->a, "{%s%s%s}", p->id, *p->format ? ":" : "", p->format), *unit = "",
		   *sign = " =";
	date_t day = manuscript_date(s);

	for (size_t i = 0; i < s->rules.count; i++) {
		const struct rule *r = &s->rules.rules[i];
		bool expired;
		if (!str_equal(r->id, p->id) || rules_at(&s->rules, r->id, r->audience, day, &expired) != r)
			continue;
		bool all = r->audience == AUDIENCE_ALL;
		text = arena_printf(s->a, "%s%s %s%s%s%s", text, sign, r->value, all ? "" : " (",
			all ? "" : audience_words(s->a, r->audience), all ? "" : ")");
		sign = ",";
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

	po_message_set_msgid(header, "");
	po_message_set_msgstr(header,
		"Project-Id-Version: rohnamo guide\nPOT-Creation-Date: \nPO-Revision-Date: \nLast-Translator: \n"
		"Language-Team: \nLanguage: \nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
		"Content-Transfer-Encoding: 8bit\n");
	po_message_insert(i, header);
	for (size_t k = 0; k < u->count; k++)
		add_message(i, s, &u->list[k]);
	po_message_iterator_free(i);
	bool ok = write_po(po, path, e);
	po_file_free(po);
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
	bool ok = write_po(po, out, e);
	po_file_free(po);
	return ok;
}
