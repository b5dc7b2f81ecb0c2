/* worklist --voice: what volunteers read aloud, as a table they can print. */
#include "tools/command.h"

#include "base/file.h"
#include "base/str.h"

#include <stdio.h>
#include <string.h>

static const double letters_a_second = 13; /* read calmly; espeak-ng takes as long at its middle pace */
static const double pause_s = 4; /* between two texts, to find the place and to begin anew */

/* Quoted where RFC 4180 wants it. */
static void add_cell(struct strbuf *s, const char *text)
{
	bool quoted = strpbrk(text, ",\"\n") != NULL;

	strbuf_adds(s, quoted ? "\"" : "");
	for (const char *p = text; *p; p++)
		strbuf_addf(s, *p == '"' ? "\"%c" : "%c", *p);
	strbuf_adds(s, quoted ? "\"" : "");
}

static bool is_listed(const struct command_options *o, const struct reading *x)
{
	return x->lang != LANG_UZ_CYRILLIC && (!o->lang || str_equal(o->lang, lang_get(x->lang)->code));
}

static void add_row(struct strbuf *s, const struct loaded *l, const struct reading *x, int number)
{
	strbuf_addf(s, "%d,voice/%s/%s.opus,%s,", number, lang_get(x->lang)->code, x->name, x->file ? "yes" : "no");
	add_cell(s, l->units.list[x->unit].routes);
	strbuf_adds(s, ",");
	add_cell(s, x->text);
	strbuf_adds(s, "\r\n");
}

/* On standard error, so that the table can go through a pipe. */
static void tell_sums(const struct command_options *o, const struct loaded *l)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		size_t texts = 0, recorded = 0, letters = 0;
		for (size_t i = 0; i < l->readings.count; i++) {
			const struct reading *x = &l->readings.list[i];
			if (x->lang != (enum lang_id)lang || !is_listed(o, x))
				continue;
			texts++;
			recorded += x->file != NULL;
			letters += utf8_count(x->text);
		}
		if (texts)
			fprintf(stderr,
				"%s: %zu texts, %zu letters, about %.0f minutes of speech and %.0f with pauses; %zu "
				"are recorded\n",
				lang_get((enum lang_id)lang)->code, texts, letters,
				(double)letters / letters_a_second / 60,
				((double)letters / letters_a_second + (double)texts * pause_s) / 60, recorded);
	}
}

static bool write_list(const struct command_options *o, const struct loaded *l, struct err *e)
{
	struct strbuf s;
	int number = 0;
	enum lang_id lang = LANG_COUNT;

	strbuf_init(&s);
	strbuf_adds(&s, "number,file,recorded,where,text\r\n");
	for (size_t i = 0; i < l->readings.count; i++) {
		const struct reading *x = &l->readings.list[i];
		if (!is_listed(o, x))
			continue;
		number = x->lang == lang ? number + 1 : 1;
		lang = x->lang;
		add_row(&s, l, x, number);
	}
	bool ok = file_write(o->out ? o->out : "-", s.text, s.bytes, e);
	strbuf_release(&s);
	return ok;
}

int command_voice(const struct command_options *o)
{
	const struct lang *lang = o->lang ? lang_by_code(o->lang) : lang_get(LANG_EN);
	struct loaded l;
	struct err e = {"", "", ""};
	int status = 1;

	if (!lang || lang->id == LANG_UZ_CYRILLIC) {
		fprintf(stderr,
			"rohnamo-guide: value '%s' of --lang cannot be used: tg, uz, ky, ru, kk or en (one voice reads "
			"both scripts of Uzbek)\n",
			o->lang);
		return 2;
	}
	if (load_sources(&l, o)) {
		if (!l.readings.count)
			load_readings(&l);
		status = l.found.errors ? 1 : write_list(o, &l, &e) ? 0 : command_complain(&e);
		if (status == 0)
			tell_sums(o, &l);
	}
	findings_keep_errors(&l.found);
	findings_print(&l.found);
	release_sources(&l);
	return status;
}
