/* The commands that read the sources: build, check, extract, worklist, cyrillic. */
#include "tools/command.h"

#include "base/date.h"
#include "base/file.h"
#include "base/str.h"
#include "i18n/i18n.h"
#include "tools/database.h"
#include "tools/places.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void load_readings(struct loaded *l)
{
	struct err e;

	if (!i18n_init(asset_locale_folder(&l->arena), &e)) /* the words of units: "30 days" */
		findings_error(&l->found, "voice", 1, "%s; build the program first", e.what);
	readings_collect(&l->readings, &l->manuscript, &l->units, l->catalogues);
	readings_find_files(&l->readings, &l->manuscript);
}

bool load_sources(struct loaded *l, const struct command_options *o)
{
	memset(l, 0, sizeof *l);
	arena_init(&l->arena);
	findings_init(&l->found, &l->arena);
	if (manuscript_read(&l->manuscript, &l->arena, o->source, o->locales, &l->found)) {
		units_collect(&l->units, &l->manuscript);
		if (catalogues_read(l->catalogues, &l->arena, &l->units, o->locales, &l->found)) {
			check_tables(&l->manuscript);
			check_rules(&l->manuscript);
			check_places(&l->manuscript);
			check_contacts(&l->manuscript);
			check_walks(&l->manuscript);
			check_pages(&l->manuscript);
			check_pictures(&l->manuscript);
			check_phrases(&l->manuscript);
			check_documents(&l->manuscript);
			check_texts(&l->manuscript, &l->units);
			check_letters(&l->manuscript, &l->units, l->catalogues);
			check_translations(&l->manuscript, &l->units, l->catalogues, o->strict);
			check_glossary(&l->manuscript, &l->units, l->catalogues, o->strict);
			check_phrase_words(&l->manuscript, &l->units, l->catalogues);
			check_font(&l->manuscript, &l->units, l->catalogues, o->font);
			if (voice_has_folder(&l->manuscript))
				load_readings(l);
		}
	}
	return l->found.errors == 0;
}

void release_sources(struct loaded *l)
{
	arena_release(&l->arena);
}

static void progress(const char *what)
{
	if (isatty(STDERR_FILENO))
		fprintf(stderr, "\r\033[K%s", what);
}

int command_complain(const struct err *e)
{
	char line[1024];

	err_line(e, line, sizeof line);
	fprintf(stderr, "rohnamo-guide: %s\n", line);
	return 1;
}

/* Warnings about translations are counted, not listed, where only a guide is wanted. */
static void print_errors_only(struct findings *f)
{
	findings_keep_errors(f);
	findings_print(f);
	if (f->warnings)
		fprintf(stderr, "rohnamo-guide: %zu warnings; see them with: rohnamo-guide check\n", f->warnings);
}

int command_build(const struct command_options *o)
{
	struct loaded l;
	struct err e = {"", "", ""};
	const char *version = "";
	int status = 1;

	if (!o->out) {
		fputs("rohnamo-guide: build needs -o FILE, the guide to write\n", stderr);
		return 2;
	}
	progress("reading and checking the sources");
	bool fine = load_sources(&l, o);
	progress("");
	print_errors_only(&l.found);
	if (fine) {
		progress("writing the guide");
		bool written = database_write(&l.manuscript, &l.units, l.catalogues, &l.readings, o->out, &version, &e);
		progress("");
		if (written) {
			printf("%s: guide %s\n", o->out, version);
			status = 0;
		} else {
			command_complain(&e);
		}
	} else {
		fprintf(stderr, "rohnamo-guide: %zu errors; nothing was written\n", l.found.errors);
	}
	release_sources(&l);
	return status;
}

int command_check(const struct command_options *o)
{
	struct loaded l;
	bool fine = load_sources(&l, o);

	/* a review whose text has changed no longer counts; say what the text's hash is now */
	for (size_t i = 0; fine && i < l.manuscript.tables[TABLE_REVIEWS].rows; i++) {
		const struct lang *lang = lang_by_code(manuscript_cell(&l.manuscript, TABLE_REVIEWS, i, "language"));
		for (size_t k = 0; lang && k < l.manuscript.page_count; k++) {
			const struct page_source *p = &l.manuscript.pages[k];
			const char *hash = database_page_hash(&l.manuscript, &l.units, l.catalogues, p, lang->id);
			if (str_equal(p->id, manuscript_cell(&l.manuscript, TABLE_REVIEWS, i, "page")) &&
				!str_equal(hash, manuscript_cell(&l.manuscript, TABLE_REVIEWS, i, "content_hash")))
				findings_warning(&l.found, manuscript_file(&l.manuscript, TABLE_REVIEWS),
					manuscript_line(&l.manuscript, TABLE_REVIEWS, i),
					"the page has changed since it was reviewed; review it again, its hash is %s",
					hash);
		}
	}
	findings_print(&l.found);
	if (fine && l.units.count) {
		struct readability r = texts_readability(&l.units);
		printf("%zu sentences in English, %.1f words each, the longest has %zu\n", r.sentences,
			r.sentences ? (double)r.words / (double)r.sentences : 0.0, r.longest);
	}
	printf("%zu errors, %zu warnings\n", l.found.errors, l.found.warnings);
	release_sources(&l);
	return fine ? 0 : 1;
}

int command_extract(const struct command_options *o)
{
	struct loaded l;
	struct err e = {"", "", ""};
	int status = 1;

	memset(&l, 0, sizeof l);
	arena_init(&l.arena);
	findings_init(&l.found, &l.arena);
	if (manuscript_read(&l.manuscript, &l.arena, o->source, o->locales, &l.found)) {
		units_collect(&l.units, &l.manuscript);
		status = catalogue_write_template(&l.manuscript, &l.units, o->out ? o->out : "-", &e)
			? 0
			: command_complain(&e);
	}
	findings_print(&l.found);
	if (l.found.errors)
		status = 1;
	release_sources(&l);
	return status;
}

static void list_translations(const struct loaded *l)
{
	for (int c = 0; c < LANG_EN; c++) {
		const struct catalogue *k = &l->catalogues[c];
		if (c == LANG_UZ_CYRILLIC)
			continue;
		for (size_t i = 0; i < l->units.count; i++)
			if (k->of_unit[i].state != TRANSLATION_WHOLE)
				printf("translate\t%s\t%s\t%s\t%s\n", k->lang->code,
					k->of_unit[i].state == TRANSLATION_FUZZY ? "fuzzy" : "missing",
					l->units.list[i].routes, l->units.list[i].english);
	}
}

static void list_calls(const struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_CONTACTS].rows; i++) {
		const char *id = manuscript_cell(s, TABLE_CONTACTS, i, "id"),
			   *phones = manuscript_cell(s, TABLE_CONTACTS, i, "phones");
		bool confirmed = false;
		for (size_t k = 0; k < s->tables[TABLE_CONFIRMATIONS].rows; k++)
			confirmed = confirmed ||
				(str_equal(manuscript_cell(s, TABLE_CONFIRMATIONS, k, "contact"), id) &&
					str_equal(manuscript_cell(s, TABLE_CONFIRMATIONS, k, "result"), "answered"));
		if (!confirmed)
			printf("call\t%s\t%s\t%s\n", id, *phones ? phones : "no number known",
				manuscript_cell(s, TABLE_CONTACTS, i, "name"));
	}
}

static void list_rechecks(const struct manuscript *s, date_t today)
{
	for (size_t i = 0; i < s->tables[TABLE_FACTS].rows; i++) {
		const char *recheck = manuscript_cell(s, TABLE_FACTS, i, "recheck");
		date_t d;
		if (date_parse(recheck, &d) && d <= today)
			printf("recheck\t%s\t%s\n", manuscript_cell(s, TABLE_FACTS, i, "id"), recheck);
	}
}

/* Whether somebody has approved a page as it is now, as it was once, or never. */
static const char *review_state(const struct manuscript *s, const char *page, const char *lang, const char *hash)
{
	const char *state = "never reviewed";

	for (size_t i = 0; i < s->tables[TABLE_REVIEWS].rows; i++) {
		if (!str_equal(manuscript_cell(s, TABLE_REVIEWS, i, "page"), page) ||
			!str_equal(manuscript_cell(s, TABLE_REVIEWS, i, "language"), lang))
			continue;
		if (str_equal(manuscript_cell(s, TABLE_REVIEWS, i, "content_hash"), hash))
			return "";
		state = "changed since its review";
	}
	return state;
}

static void list_reviews(struct loaded *l)
{
	for (int c = 0; c < LANG_EN; c++) {
		const struct lang *lang = l->catalogues[c].lang;
		for (size_t i = 0; i < l->manuscript.page_count; i++) {
			const struct page_source *p = &l->manuscript.pages[i];
			const char *hash = database_page_hash(&l->manuscript, &l->units, l->catalogues, p, lang->id);
			const char *state = review_state(&l->manuscript, p->id, lang->code, hash);
			if (*state)
				printf("review\t%s\tpage/%s\t%s\t%s\n", lang->code, p->id, hash, state);
		}
	}
}

int command_worklist(const struct command_options *o)
{
	struct loaded l;

	if (o->lang && !o->voice) {
		fputs("rohnamo-guide: --lang goes with --voice only\n", stderr);
		return 2;
	}
	if (o->voice)
		return command_voice(o);
	bool fine = load_sources(&l, o);
	if (fine) {
		list_translations(&l);
		list_reviews(&l);
		list_calls(&l.manuscript);
		list_rechecks(&l.manuscript, date_today_kz());
	} else {
		findings_keep_errors(&l.found);
		findings_print(&l.found);
	}
	release_sources(&l);
	return fine ? 0 : 1;
}

int command_cyrillic(const struct command_options *o)
{
	struct arena a;
	struct err e = {"", "", ""};
	int status = 0;

	if (o->operand_count != 2) {
		fputs("rohnamo-guide: cyrillic needs two files, IN.po and OUT.po\n", stderr);
		return 2;
	}
	arena_init(&a);
	const char *list = arena_printf(&a, "%s/uz@cyrillic/exceptions.tsv", o->locales);
	struct cyrillic *c = cyrillic_read(&a, list, &e);
	if (!c || !catalogue_to_cyrillic(&a, c, o->operands[0], o->operands[1], &e))
		status = command_complain(&e);
	arena_release(&a);
	return status;
}
