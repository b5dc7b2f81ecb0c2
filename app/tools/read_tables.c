#include "tools/manuscript.h"

#include "base/file.h"
#include "base/str.h"
#include "content/deadline_events.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const size_t file_limit = (size_t)8 * 1024 * 1024;

static const struct {
	const char *file;
	const char *columns;
} formats[TABLE_COUNT] = {
	[TABLE_GUIDE] = {"guide.csv", "key value"},
	[TABLE_SOURCES] = {"sources.csv", "id publisher title url published retrieved"},
	[TABLE_FACTS] = {"facts.csv", "id audience use confidence status from until sources checked recheck note"},
	[TABLE_RULES] = {"rules.csv", "id audience from until value unit fact"},
	[TABLE_TOPICS] = {"topics.csv", "id parent position icon accent route title"},
	[TABLE_PAGES] = {"pages.csv", "id topic position number icon audience hide"},
	[TABLE_QUESTIONS] = {"questions.csv", "id number set audience icon question answer paper mistake facts"},
	[TABLE_WALKS] = {"walks.csv", "id position icon topics audience hide"},
	[TABLE_CONTACTS] = {"contacts.csv",
		"id kind serves country city position name name_local phones messenger email web address hours "
		"hours_note district cost languages as_of confidence sources next note"},
	[TABLE_PLACES] = {"places.csv", "city country latitude longitude zone utc"},
	[TABLE_CONFIRMATIONS] = {"confirmations.csv", "contact date by result"},
	[TABLE_REVIEWS] = {"reviews.csv", "language page reviewer date content_hash"},
	[TABLE_HOLIDAYS] = {"holidays.csv", "date name source"},
	[TABLE_DOUBTFUL_DAYS] = {"doubtful-days.csv", "date name fact"},
	[TABLE_LANGUAGES] = {"languages.csv", "code name derived_from voice made_by"},
	[TABLE_KEYWORDS] = {"keywords.csv", "route en tg uz ky ru kk"},
	[TABLE_SITUATIONS] = {"situations.csv", "situation route"},
	[TABLE_DOCUMENTS] = {"documents.csv",
		"id stage position icon audience purposes children title why how links facts"},
	[TABLE_AGREEMENTS] = {"agreements.csv", "id position questions title why facts"},
	[TABLE_GLOSSARY] = {"glossary.csv", "en forms unless note tg uz ky ru kk confidence"},
	[TABLE_PHRASES] = {"phrases.csv", "id group position icon audience phrase answers facts fill"},
	[TABLE_PHRASE_ANSWERS] = {"phrase_answers.csv", "id answer"},
};

const char *manuscript_file(const struct manuscript *s, enum table_id t)
{
	return s->tables[t].name ? s->tables[t].name : formats[t].file;
}

const char *manuscript_cell(const struct manuscript *s, enum table_id t, size_t row, const char *column)
{
	return csv_cell(&s->tables[t], row, column);
}

int manuscript_line(const struct manuscript *s, enum table_id t, size_t row)
{
	return s->tables[t].lines[row];
}

long manuscript_find(const struct manuscript *s, enum table_id t, const char *id)
{
	const struct csv *table = &s->tables[t];

	for (size_t i = 0; i < table->rows; i++)
		if (str_equal(table->cells[i * table->columns], id))
			return (long)i;
	return -1;
}

const char *audience_words(struct arena *a, unsigned audience)
{
	const char *words = "";

	if ((audience & AUDIENCE_ALL) == AUDIENCE_ALL)
		return "all";
	for (int c = CITIZEN_TJ; c <= CITIZEN_KG; c *= 2)
		if (audience & (unsigned)c)
			words = arena_printf(a, "%s%s%s", words, *words ? " " : "", citizen_code((enum citizen)c));
	return words;
}

date_t manuscript_date(const struct manuscript *s)
{
	long row = manuscript_find(s, TABLE_GUIDE, "content_date");
	date_t d;

	return row >= 0 && date_parse(manuscript_cell(s, TABLE_GUIDE, (size_t)row, "value"), &d) ? d : DATE_NONE;
}

bool is_plain_id(const char *id)
{
	size_t bytes = strlen(id);

	return bytes && strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == bytes && *id != '-' &&
		id[bytes - 1] != '-' && !strstr(id, "--");
}

/* The line of the first bytes that are no text in UTF-8; 0 when there are none. */
static int line_of_strange_bytes(const struct blob *blob)
{
	const char *p = (const char *)blob->data, *end = p + blob->bytes;

	for (int line = 1; p < end; line++) {
		const char *newline = memchr(p, '\n', (size_t)(end - p));
		size_t bytes = newline ? (size_t)(newline + 1 - p) : (size_t)(end - p);
		if (memchr(p, 0, bytes) || !utf8_valid(p, bytes))
			return line;
		p += bytes;
	}
	return 0;
}

/* A whole text of UTF-8; what is wrong with it is a finding, with `remedy` when it cannot be read at all. */
static bool read_text(struct manuscript *s, const char *path, const char *remedy, struct blob *out)
{
	struct err e = {"", "", ""};

	if (!file_read(s->a, path, file_limit, out, &e)) {
		findings_error(s->found, path, 1, "%s%s%s%s; %s", e.what, *e.detail ? " (" : "", e.detail,
			*e.detail ? ")" : "", remedy);
		return false;
	}
	int line = line_of_strange_bytes(out);
	if (line)
		findings_error(s->found, path, line, "this is not text in UTF-8; save the file as UTF-8");
	return line == 0;
}

/* Every column once, and no other: a misspelt name would empty its column silently. */
static bool check_columns(struct manuscript *s, enum table_id t)
{
	const struct csv *table = &s->tables[t];
	size_t count, before = s->found->errors;
	char **wanted = str_split(s->a, formats[t].columns, ' ', &count);

	for (size_t i = 0; i < count; i++)
		if (csv_column(table, wanted[i]) < 0)
			findings_error(s->found, table->name, 1, "column '%s' is missing; the columns are %s",
				wanted[i], formats[t].columns);
	for (size_t i = 0; i < table->columns; i++) {
		const char *name = table->header[i];
		if (!*name || !str_has_word(formats[t].columns, name))
			findings_error(s->found, table->name, 1, "column '%s' is not known; the columns are %s", name,
				formats[t].columns);
		else if (csv_column(table, name) != (int)i)
			findings_error(
				s->found, table->name, 1, "column '%s' stands twice; take one of them away", name);
	}
	return s->found->errors == before;
}

static bool read_table(struct manuscript *s, enum table_id t)
{
	const char *path = arena_printf(s->a, "%s/%s", s->dir, formats[t].file);
	const char *remedy = arena_printf(s->a, "write the table with the columns %s", formats[t].columns);
	struct blob blob;
	struct err e = {"", "", ""};

	if (!read_text(s, path, remedy, &blob))
		return false;
	if (strspn((const char *)blob.data, " \r\n") == blob.bytes) {
		findings_error(s->found, path, 1, "the table is empty; %s", remedy);
		return false;
	}
	if (!csv_parse(s->a, path, (const char *)blob.data, blob.bytes, &s->tables[t], &e)) {
		findings_error_at(s->found, path, &e, "mend the row");
		return false;
	}
	return check_columns(s, t);
}

/* Nobody is forgotten: who is meant is always written out. */
static bool read_audience(struct manuscript *s, enum table_id t, size_t row, unsigned *out)
{
	const char *value = manuscript_cell(s, t, row, "audience");

	if (*value && audience_parse(value, out))
		return true;
	findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, row),
		"audience '%s' cannot be read; write all or some of TJ UZ KG", value);
	return false;
}

static void read_rules(struct manuscript *s)
{
	size_t rows = s->tables[TABLE_RULES].rows;
	struct rule *rules = arena_new_array(s->a, rows + 1, struct rule);
	size_t count = 0;

	for (size_t i = 0; i < rows; i++) {
		struct rule *r = &rules[count];
		const char *from = manuscript_cell(s, TABLE_RULES, i, "from"),
			   *until = manuscript_cell(s, TABLE_RULES, i, "until");
		int line = manuscript_line(s, TABLE_RULES, i);
		r->id = manuscript_cell(s, TABLE_RULES, i, "id");
		r->value = manuscript_cell(s, TABLE_RULES, i, "value");
		r->unit = manuscript_cell(s, TABLE_RULES, i, "unit");
		r->fact = manuscript_cell(s, TABLE_RULES, i, "fact");
		r->from = r->until = DATE_NONE;
		if (!read_audience(s, TABLE_RULES, i, &r->audience))
			continue;
		if (*from && !date_parse(from, &r->from))
			findings_error(s->found, manuscript_file(s, TABLE_RULES), line,
				"from '%s' is no date; write YYYY-MM-DD, or nothing when the start is not known", from);
		else if (*until && !date_parse(until, &r->until))
			findings_error(s->found, manuscript_file(s, TABLE_RULES), line,
				"until '%s' is no date; write YYYY-MM-DD or leave it empty", until);
		else
			count++;
	}
	s->rules = (struct rule_set){rules, count};
}

static void read_pages(struct manuscript *s)
{
	size_t rows = s->tables[TABLE_PAGES].rows;

	s->pages = arena_new_array(s->a, rows + 1, struct page_source);
	for (size_t i = 0; i < rows; i++) {
		struct page_source *p = &s->pages[s->page_count++];
		struct blob blob;
		p->row = i;
		p->id = manuscript_cell(s, TABLE_PAGES, i, "id");
		p->file = arena_printf(s->a, "%s/pages/%s.md", s->dir, p->id);
		p->title = "";
		if (!read_audience(s, TABLE_PAGES, i, &p->audience))
			p->audience = AUDIENCE_ALL;
		if (!is_plain_id(p->id))
			continue; /* check_tables.c says so; it names no file */
		if (!file_exists(p->file))
			findings_error(s->found, manuscript_file(s, TABLE_PAGES), manuscript_line(s, TABLE_PAGES, i),
				"page '%s' has no text; write pages/%s.md or take the row away", p->id, p->id);
		else if (read_text(s, p->file, "mend or restore it", &blob))
			manuscript_read_page(s, p, (const char *)blob.data, blob.bytes);
	}
}

/* As read_pages. */
static void read_walks(struct manuscript *s)
{
	size_t rows = s->tables[TABLE_WALKS].rows;

	s->walks = arena_new_array(s->a, rows + 1, struct walk_source);
	for (size_t i = 0; i < rows; i++) {
		struct walk_source *w = &s->walks[s->walk_count++];
		struct blob blob;
		w->row = i;
		w->id = manuscript_cell(s, TABLE_WALKS, i, "id");
		w->file = arena_printf(s->a, "%s/walks/%s.md", s->dir, w->id);
		w->title = "";
		if (!read_audience(s, TABLE_WALKS, i, &w->audience))
			w->audience = AUDIENCE_ALL;
		if (!is_plain_id(w->id))
			continue; /* check_tables.c says so; it names no file */
		if (!file_exists(w->file))
			findings_error(s->found, manuscript_file(s, TABLE_WALKS), manuscript_line(s, TABLE_WALKS, i),
				"walk '%s' has no text; write walks/%s.md or take the row away", w->id, w->id);
		else if (read_text(s, w->file, "mend or restore it", &blob))
			manuscript_read_walk(s, w, (const char *)blob.data, blob.bytes);
	}
}

size_t manuscript_sheets(const struct manuscript *s)
{
	size_t count = s->page_count;

	for (size_t i = 0; i < s->walk_count; i++)
		for (size_t k = 0; k < s->walks[i].node_count; k++)
			count += s->walks[i].nodes[k].outcome;
	return count;
}

const struct page_source *manuscript_sheet(const struct manuscript *s, size_t index)
{
	if (index < s->page_count)
		return &s->pages[index];
	index -= s->page_count;
	for (size_t i = 0; i < s->walk_count; i++)
		for (size_t k = 0; k < s->walks[i].node_count; k++)
			if (s->walks[i].nodes[k].outcome && index-- == 0)
				return &s->walks[i].nodes[k].sheet;
	return NULL;
}

bool manuscript_read(
	struct manuscript *s, struct arena *a, const char *dir, const char *locales, struct findings *found)
{
	bool whole = true;

	memset(s, 0, sizeof *s);
	s->a = a;
	s->dir = dir;
	s->locales = locales;
	s->found = found;
	for (int t = 0; t < TABLE_COUNT; t++)
		whole = read_table(s, (enum table_id)t) && whole;
	if (!whole)
		return false;
	read_rules(s);
	read_pages(s);
	read_walks(s);
	return true;
}

bool manuscript_has_route(const struct manuscript *s, const char *route)
{
	static const char *const fixed[] = {"home", "border", "contacts", "help", "deadlines", "checklist", "phrases",
		"rehearsal", "about", "text", "language", "citizen"};
	const char *slash = strchr(route, '/');

	for (size_t i = 0; !slash && i < sizeof fixed / sizeof fixed[0]; i++)
		if (str_equal(route, fixed[i]))
			return true;
	if (!slash)
		return false;
	if (str_starts(route, "deadlines/"))
		return deadline_event_parse(slash + 1) >= 0 || str_equal(slash + 1, "events") ||
			str_equal(slash + 1, "late");
	if (str_starts(route, "checklist/"))
		return manuscript_find(s, TABLE_DOCUMENTS, slash + 1) >= 0;
	if (str_starts(route, "page/"))
		return manuscript_find(s, TABLE_PAGES, slash + 1) >= 0;
	if (str_starts(route, "walk/"))
		return manuscript_find(s, TABLE_WALKS, slash + 1) >= 0;
	if (str_starts(route, "topic/"))
		return manuscript_find(s, TABLE_TOPICS, slash + 1) >= 0;
	if (str_starts(route, "contacts/"))
		return manuscript_find(s, TABLE_CONTACTS, slash + 1) >= 0;
	if (str_starts(route, "phrases/"))
		return phrase_group_parse(slash + 1) >= 0 || manuscript_find(s, TABLE_PHRASES, slash + 1) >= 0;
	if (!str_starts(route, "border/"))
		return false;
	for (size_t i = 0; i < s->tables[TABLE_QUESTIONS].rows; i++)
		if (str_equal(manuscript_cell(s, TABLE_QUESTIONS, i, "number"), slash + 1))
			return true;
	return false;
}
