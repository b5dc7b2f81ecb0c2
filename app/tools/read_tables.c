#include "tools/manuscript.h"

#include "base/file.h"
#include "base/str.h"

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
	[TABLE_PAGES] = {"pages.csv", "id topic position number icon audience"},
	[TABLE_QUESTIONS] = {"questions.csv", "id number set audience icon question answer paper mistake facts"},
	[TABLE_CONTACTS] = {"contacts.csv",
		"id kind serves country city position name name_local phones messenger email web address hours "
		"district cost "
		"languages as_of confidence sources next note"},
	[TABLE_CONFIRMATIONS] = {"confirmations.csv", "contact date by result"},
	[TABLE_REVIEWS] = {"reviews.csv", "language page reviewer date content_hash"},
	[TABLE_HOLIDAYS] = {"holidays.csv", "date name source"},
	[TABLE_LANGUAGES] = {"languages.csv", "code name derived_from voice made_by"},
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

/* Splits "LINE: what" of a table's error. */
static int split_line(const char *message, const char **out_what)
{
	char *end;
	long line = strtol(message, &end, 10);

	*out_what = str_starts(end, ": ") ? end + 2 : message;
	return line > 0 ? (int)line : 1;
}

static bool read_table(struct manuscript *s, enum table_id t)
{
	const char *path = arena_printf(s->a, "%s/%s", s->dir, formats[t].file);
	struct csv *table = &s->tables[t];
	struct blob blob;
	struct err e = {"", "", ""};
	size_t count;

	if (!file_read(s->a, path, file_limit, &blob, &e)) {
		findings_error(
			s->found, path, 1, "%s; write the table with the columns %s", e.what, formats[t].columns);
		return false;
	}
	if (!csv_parse(s->a, path, (const char *)blob.data, blob.bytes, table, &e)) {
		const char *what = e.what;
		int line = str_starts(e.what, path) ? split_line(e.what + strlen(path) + 1, &what) : 1;
		findings_error(s->found, path, line, "%s; mend the row", what);
		return false;
	}
	char **columns = str_split(s->a, formats[t].columns, ' ', &count);
	for (size_t i = 0; i < count; i++)
		if (csv_column(table, columns[i]) < 0)
			findings_error(s->found, path, 1, "column '%s' is missing; the columns are %s", columns[i],
				formats[t].columns);
	return true;
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
		if (!audience_parse(manuscript_cell(s, TABLE_RULES, i, "audience"), &r->audience))
			findings_error(s->found, manuscript_file(s, TABLE_RULES), line,
				"audience '%s' cannot be read; write all or some of TJ UZ KG",
				manuscript_cell(s, TABLE_RULES, i, "audience"));
		else if (*from && !date_parse(from, &r->from))
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
		struct err e = {"", "", ""};
		p->row = i;
		p->id = manuscript_cell(s, TABLE_PAGES, i, "id");
		p->file = arena_printf(s->a, "%s/pages/%s.md", s->dir, p->id);
		p->title = "";
		if (!audience_parse(manuscript_cell(s, TABLE_PAGES, i, "audience"), &p->audience))
			findings_error(s->found, manuscript_file(s, TABLE_PAGES), manuscript_line(s, TABLE_PAGES, i),
				"audience '%s' cannot be read; write all or some of TJ UZ KG",
				manuscript_cell(s, TABLE_PAGES, i, "audience"));
		if (!file_read(s->a, p->file, file_limit, &blob, &e)) {
			findings_error(s->found, manuscript_file(s, TABLE_PAGES), manuscript_line(s, TABLE_PAGES, i),
				"page '%s' has no text (%s); write pages/%s.md or take the row away", p->id, e.what,
				p->id);
			continue;
		}
		if (!utf8_valid((const char *)blob.data, blob.bytes) || strlen((const char *)blob.data) != blob.bytes) {
			findings_error(s->found, p->file, 1, "the page is not text in UTF-8; save it as UTF-8");
			continue;
		}
		manuscript_read_page(s, p, (const char *)blob.data, blob.bytes);
	}
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
	return true;
}

bool manuscript_has_route(const struct manuscript *s, const char *route)
{
	static const char *const fixed[] = {
		"home", "border", "contacts", "help", "about", "text", "language", "citizen"};
	const char *slash = strchr(route, '/');

	for (size_t i = 0; !slash && i < sizeof fixed / sizeof fixed[0]; i++)
		if (str_equal(route, fixed[i]))
			return true;
	if (!slash)
		return false;
	if (str_starts(route, "page/"))
		return manuscript_find(s, TABLE_PAGES, slash + 1) >= 0;
	if (str_starts(route, "topic/"))
		return manuscript_find(s, TABLE_TOPICS, slash + 1) >= 0;
	if (str_starts(route, "contacts/"))
		return manuscript_find(s, TABLE_CONTACTS, slash + 1) >= 0;
	if (!str_starts(route, "border/"))
		return false;
	for (size_t i = 0; i < s->tables[TABLE_QUESTIONS].rows; i++)
		if (str_equal(manuscript_cell(s, TABLE_QUESTIONS, i, "number"), slash + 1))
			return true;
	return false;
}
