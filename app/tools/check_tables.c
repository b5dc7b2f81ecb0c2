#include "tools/checks.h"

#include "base/file.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static const char *cell(const struct manuscript *s, enum table_id t, size_t row, const char *column)
{
	return manuscript_cell(s, t, row, column);
}

static void unique_ids(struct manuscript *s, enum table_id t, const char *also)
{
	const struct csv *table = &s->tables[t];

	for (size_t i = 0; i < table->rows; i++) {
		const char *id = table->cells[i * table->columns];
		if (!*id)
			findings_error(s->found, table->name, table->lines[i], "the id is empty; give the row an id");
		for (size_t k = 0; k < i; k++)
			if (str_equal(id, table->cells[k * table->columns]) &&
				(!also || str_equal(csv_cell(table, i, also), csv_cell(table, k, also)))) {
				findings_error(s->found, table->name, table->lines[i],
					"id '%s' stands on line %d already; give one of them another", id,
					table->lines[k]);
				break;
			}
	}
}

/* Each word of a list names a row of another table. */
static void references(struct manuscript *s, enum table_id t, const char *column, enum table_id to, bool list)
{
	for (size_t i = 0; i < s->tables[t].rows; i++) {
		const char *value = cell(s, t, i, column);
		size_t count = 1;
		char *one[] = {arena_strdup(s->a, value), NULL};
		char **words = list ? str_split(s->a, value, ' ', &count) : one;
		for (size_t k = 0; k < count; k++)
			if (*words[k] && manuscript_find(s, to, words[k]) < 0)
				findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, i),
					"%s '%s' is not in %s; add it there or mend the name", column, words[k],
					manuscript_file(s, to));
	}
}

static void one_of(struct manuscript *s, enum table_id t, const char *column, const char *allowed)
{
	for (size_t i = 0; i < s->tables[t].rows; i++) {
		const char *value = cell(s, t, i, column);
		if (!*value || strchr(value, ' ') || !str_has_word(allowed, value))
			findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, i),
				"%s '%s' is not known; write one of: %s", column, value, allowed);
	}
}

static void dates(struct manuscript *s, enum table_id t, const char *column, bool may_be_empty)
{
	for (size_t i = 0; i < s->tables[t].rows; i++) {
		const char *value = cell(s, t, i, column);
		date_t d;
		if ((*value || !may_be_empty) && !date_parse(value, &d))
			findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, i),
				"%s '%s' is no date; write YYYY-MM-DD%s", column, value,
				may_be_empty ? " or leave it empty" : "");
	}
}

static void audiences(struct manuscript *s, enum table_id t, const char *column)
{
	for (size_t i = 0; i < s->tables[t].rows; i++) {
		unsigned audience;
		if (!audience_parse(cell(s, t, i, column), &audience))
			findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, i),
				"%s '%s' cannot be read; write all or some of TJ UZ KG", column, cell(s, t, i, column));
	}
}

static void whole_numbers(struct manuscript *s, enum table_id t, const char *column, long least, long most)
{
	for (size_t i = 0; i < s->tables[t].rows; i++) {
		const char *value = cell(s, t, i, column);
		long number = strtol(value, NULL, 10);
		if (!*value || strspn(value, "0123456789") != strlen(value) || strlen(value) > 6 || number < least ||
			number > most)
			findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, i),
				"%s '%s' is no whole number from %ld to %ld; mend it", column, value, least, most);
		for (size_t k = 0; k < i; k++)
			if (str_equal(column, "number") && str_equal(value, cell(s, t, k, column)))
				findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, i),
					"number %s stands on line %d already; choose a free one", value,
					manuscript_line(s, t, k));
	}
}

static void icons(struct manuscript *s, enum table_id t)
{
	for (size_t i = 0; i < s->tables[t].rows; i++) {
		const char *icon = cell(s, t, i, "icon");
		const char *path = arena_printf(s->a, "%s/../icons/%s.svg", s->dir, icon);
		if (!*icon || !file_exists(path))
			findings_warning(s->found, manuscript_file(s, t), manuscript_line(s, t, i),
				"picture '%s' is not in assets/icons; draw it or name another", icon);
	}
}

static void guide_keys(struct manuscript *s)
{
	static const char *const keys[] = {"release", "content_date", "check_by"};
	const char *file = manuscript_file(s, TABLE_GUIDE);

	for (size_t i = 0; i < 3; i++) {
		long row = manuscript_find(s, TABLE_GUIDE, keys[i]);
		const char *value = row < 0 ? "" : cell(s, TABLE_GUIDE, (size_t)row, "value");
		date_t d;
		if (row < 0)
			findings_error(s->found, file, 1, "key '%s' is missing; add a row", keys[i]);
		else if (i == 0 ? !*value || strspn(value, "0123456789") != strlen(value) : !date_parse(value, &d))
			findings_error(s->found, file, manuscript_line(s, TABLE_GUIDE, (size_t)row),
				"%s '%s' cannot be read; write %s", keys[i], value,
				i == 0 ? "a whole number" : "YYYY-MM-DD");
	}
}

static void facts(struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_FACTS].rows; i++) {
		int line = manuscript_line(s, TABLE_FACTS, i);
		const char *file = manuscript_file(s, TABLE_FACTS), *id = cell(s, TABLE_FACTS, i, "id");
		if (str_equal(cell(s, TABLE_FACTS, i, "use"), "no") && !*cell(s, TABLE_FACTS, i, "note"))
			findings_error(s->found, file, line,
				"fact '%s' is not used and does not say why; write the reason into note", id);
		/* That nothing was found has no source; it is of low confidence and stands in Ask notes alone. */
		if (str_equal(cell(s, TABLE_FACTS, i, "use"), "yes") && !*cell(s, TABLE_FACTS, i, "sources") &&
			!str_equal(cell(s, TABLE_FACTS, i, "confidence"), "low"))
			findings_warning(s->found, file, line, "fact '%s' is used and names no source; add one", id);
	}
}

static void routes_of_topics(struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_TOPICS].rows; i++) {
		const char *route = cell(s, TABLE_TOPICS, i, "route"), *parent = cell(s, TABLE_TOPICS, i, "parent");
		int line = manuscript_line(s, TABLE_TOPICS, i);
		long above = *parent ? manuscript_find(s, TABLE_TOPICS, parent) : -1;
		if (*route && !manuscript_has_route(s, route))
			findings_error(s->found, manuscript_file(s, TABLE_TOPICS), line,
				"route '%s' leads nowhere; name a screen that exists", route);
		if (above >= 0 && *cell(s, TABLE_TOPICS, (size_t)above, "parent"))
			findings_error(s->found, manuscript_file(s, TABLE_TOPICS), line,
				"the tree has two levels, '%s' would be on the third; put it below a tile of home",
				cell(s, TABLE_TOPICS, i, "id"));
	}
}

void check_tables(struct manuscript *s)
{
	static const enum table_id with_ids[] = {TABLE_GUIDE, TABLE_SOURCES, TABLE_TOPICS, TABLE_PAGES, TABLE_QUESTIONS,
		TABLE_CONTACTS, TABLE_HOLIDAYS, TABLE_LANGUAGES};

	for (size_t i = 0; i < sizeof with_ids / sizeof with_ids[0]; i++)
		unique_ids(s, with_ids[i], NULL);
	unique_ids(s, TABLE_FACTS, "audience");
	guide_keys(s);
	references(s, TABLE_FACTS, "sources", TABLE_SOURCES, true);
	references(s, TABLE_TOPICS, "parent", TABLE_TOPICS, false);
	references(s, TABLE_PAGES, "topic", TABLE_TOPICS, false);
	references(s, TABLE_QUESTIONS, "facts", TABLE_FACTS, true);
	references(s, TABLE_CONTACTS, "sources", TABLE_SOURCES, true);
	references(s, TABLE_CONTACTS, "next", TABLE_CONTACTS, false);
	references(s, TABLE_CONFIRMATIONS, "contact", TABLE_CONTACTS, false);
	references(s, TABLE_REVIEWS, "language", TABLE_LANGUAGES, false);
	references(s, TABLE_REVIEWS, "page", TABLE_PAGES, false);
	references(s, TABLE_HOLIDAYS, "source", TABLE_SOURCES, false);
	one_of(s, TABLE_FACTS, "use", "yes no");
	one_of(s, TABLE_FACTS, "confidence", "high medium low");
	one_of(s, TABLE_FACTS, "status", "in-force due");
	one_of(s, TABLE_TOPICS, "accent", "border stay deadlines work police court help health phrases");
	one_of(s, TABLE_QUESTIONS, "set", "ministry heard");
	one_of(s, TABLE_CONFIRMATIONS, "result", "answered no-answer wrong");
	one_of(s, TABLE_LANGUAGES, "code", "tg uz uz@cyrillic ky ru kk en");
	one_of(s, TABLE_LANGUAGES, "made_by", "source machine person");
	dates(s, TABLE_FACTS, "from", true);
	dates(s, TABLE_FACTS, "until", true);
	dates(s, TABLE_FACTS, "checked", false);
	dates(s, TABLE_FACTS, "recheck", true);
	dates(s, TABLE_CONFIRMATIONS, "date", false);
	dates(s, TABLE_REVIEWS, "date", false);
	dates(s, TABLE_HOLIDAYS, "date", false);
	audiences(s, TABLE_FACTS, "audience");
	audiences(s, TABLE_QUESTIONS, "audience");
	whole_numbers(s, TABLE_PAGES, "number", 100, 999);
	whole_numbers(s, TABLE_PAGES, "position", 1, 99);
	whole_numbers(s, TABLE_TOPICS, "position", 1, 99);
	whole_numbers(s, TABLE_QUESTIONS, "number", 1, 999);
	icons(s, TABLE_TOPICS);
	icons(s, TABLE_PAGES);
	icons(s, TABLE_QUESTIONS);
	facts(s);
	routes_of_topics(s);
}
