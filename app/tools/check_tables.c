#include "tools/checks.h"

#include "base/file.h"
#include "base/str.h"
#include "i18n/lang.h"

#include <stdlib.h>
#include <string.h>

static const char *cell(const struct manuscript *s, enum table_id t, size_t row, const char *column)
{
	return manuscript_cell(s, t, row, column);
}

static bool is_same(const struct csv *table, size_t i, size_t k, const char *const *columns)
{
	for (; *columns; columns++)
		if (!str_equal(csv_cell(table, i, *columns), csv_cell(table, k, *columns)))
			return false;
	return true;
}

/* No two rows with the same words in these columns; NULL ends them. The first names the row. */
static void unique(struct manuscript *s, enum table_id t, const char *const *columns)
{
	const struct csv *table = &s->tables[t];

	for (size_t i = 0; i < table->rows; i++) {
		size_t k = 0;
		while (k < i && !is_same(table, i, k, columns))
			k++;
		if (k < i)
			findings_error(s->found, table->name, table->lines[i], "%s '%s' stands on line %d already; %s",
				*columns, csv_cell(table, i, *columns), table->lines[k],
				columns[1] ? "keep one of the rows" : "give one of them another");
	}
}

/* Ids stand in routes, links and names of files. */
static void plain_ids(struct manuscript *s, enum table_id t)
{
	for (size_t i = 0; i < s->tables[t].rows; i++) {
		const char *id = cell(s, t, i, "id");
		if (!is_plain_id(id))
			findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, i),
				"id '%s' cannot be read; write small letters, digits and single hyphens", id);
	}
}

static void not_empty(struct manuscript *s, enum table_id t, const char *column)
{
	for (size_t i = 0; i < s->tables[t].rows; i++)
		if (!*cell(s, t, i, column))
			findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, i),
				"%s is empty; write it or take the row away", column);
}

static void one_reference(
	struct manuscript *s, enum table_id t, size_t row, const char *column, enum table_id to, const char *value)
{
	if (*value && manuscript_find(s, to, value) < 0)
		findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, row),
			"%s '%s' is not in %s; add it there or mend the name", column, value, manuscript_file(s, to));
}

/* Each word of a list names a row of another table. */
static void references(struct manuscript *s, enum table_id t, const char *column, enum table_id to)
{
	for (size_t i = 0; i < s->tables[t].rows; i++) {
		size_t count;
		char **words = str_split(s->a, cell(s, t, i, column), ' ', &count);
		for (size_t k = 0; k < count; k++)
			one_reference(s, t, i, column, to, words[k]);
	}
}

/* The whole cell names a row of another table. */
static void reference(struct manuscript *s, enum table_id t, const char *column, enum table_id to)
{
	for (size_t i = 0; i < s->tables[t].rows; i++)
		one_reference(s, t, i, column, to, cell(s, t, i, column));
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
		if (!*cell(s, t, i, column) || !audience_parse(cell(s, t, i, column), &audience))
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

static bool is_release(const char *value)
{
	size_t bytes = strlen(value);

	return bytes > 0 && bytes <= 9 && strspn(value, "0123456789") == bytes;
}

static void guide_keys(struct manuscript *s)
{
	static const char *const keys[] = {"release", "content_date", "check_by"};
	const char *file = manuscript_file(s, TABLE_GUIDE);
	date_t read[3] = {DATE_NONE, DATE_NONE, DATE_NONE};
	long row = -1;

	for (size_t i = 0; i < 3; i++) {
		row = manuscript_find(s, TABLE_GUIDE, keys[i]);
		const char *value = row < 0 ? "" : cell(s, TABLE_GUIDE, (size_t)row, "value");
		if (row < 0)
			findings_error(s->found, file, 1, "key '%s' is missing; add a row", keys[i]);
		else if (i == 0 ? !is_release(value) : !date_parse(value, &read[i]))
			findings_error(s->found, file, manuscript_line(s, TABLE_GUIDE, (size_t)row),
				"%s '%s' cannot be read; write %s", keys[i], value,
				i == 0 ? "a whole number" : "YYYY-MM-DD");
	}
	if (read[2] != DATE_NONE && read[2] < read[1])
		findings_error(s->found, file, manuscript_line(s, TABLE_GUIDE, (size_t)row),
			"check_by lies before content_date; mend one of them");
	for (size_t i = 0; i < s->tables[TABLE_GUIDE].rows; i++)
		if (!str_has_word("release content_date check_by", cell(s, TABLE_GUIDE, i, "key")))
			findings_error(s->found, file, manuscript_line(s, TABLE_GUIDE, i),
				"key '%s' is not known; write release, content_date or check_by",
				cell(s, TABLE_GUIDE, i, "key"));
}

static void sources(struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_SOURCES].rows; i++) {
		const char *file = manuscript_file(s, TABLE_SOURCES), *url = cell(s, TABLE_SOURCES, i, "url"),
			   *published = cell(s, TABLE_SOURCES, i, "published");
		int line = manuscript_line(s, TABLE_SOURCES, i);
		if (*url && ((!str_starts(url, "https://") && !str_starts(url, "http://")) || strchr(url, ' ')))
			findings_error(s->found, file, line,
				"url '%s' cannot be read; write https://... or leave it empty", url);
		if (*published && !date_partial_valid(published))
			findings_error(s->found, file, line,
				"published '%s' is no date; write a day, a month or a year (2022-01-17, 2022-01, 2022) "
				"or leave it empty",
				published);
	}
}

/* "STAY-03": capital letters, a hyphen, the rest. */
static bool is_fact_id(const char *id)
{
	size_t capitals = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return capitals && id[capitals] == '-' && id[capitals + 1] &&
		strspn(id + capitals, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") ==
		strlen(id + capitals);
}

/* One citizenship has one row of a fact at most: two grades or two states at once would mean nothing. */
static void one_row_an_audience(struct manuscript *s, size_t row)
{
	unsigned audience = 0, other = 0;

	audience_parse(cell(s, TABLE_FACTS, row, "audience"), &audience);
	for (size_t k = 0; k < row; k++) {
		if (!str_equal(cell(s, TABLE_FACTS, k, "id"), cell(s, TABLE_FACTS, row, "id")) ||
			!audience_parse(cell(s, TABLE_FACTS, k, "audience"), &other) || !(audience & other))
			continue;
		findings_error(s->found, manuscript_file(s, TABLE_FACTS), manuscript_line(s, TABLE_FACTS, row),
			"fact '%s' stands for the same people on line %d already; keep one row for each citizenship",
			cell(s, TABLE_FACTS, row, "id"), manuscript_line(s, TABLE_FACTS, k));
		return;
	}
}

static void facts(struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_FACTS].rows; i++) {
		int line = manuscript_line(s, TABLE_FACTS, i);
		const char *file = manuscript_file(s, TABLE_FACTS), *id = cell(s, TABLE_FACTS, i, "id");
		date_t from, until;
		if (!is_fact_id(id))
			findings_error(s->found, file, line,
				"id '%s' cannot be read; write the row of the dossier, for example STAY-03", id);
		one_row_an_audience(s, i);
		if (date_parse(cell(s, TABLE_FACTS, i, "from"), &from) &&
			date_parse(cell(s, TABLE_FACTS, i, "until"), &until) && until < from)
			findings_error(s->found, file, line, "fact '%s' ends before it begins; mend from or until", id);
		if (str_equal(cell(s, TABLE_FACTS, i, "use"), "no") && !*cell(s, TABLE_FACTS, i, "note"))
			findings_error(s->found, file, line,
				"fact '%s' is not used and does not say why; write the reason into note", id);
		/* That nothing was found has no source; it is of low confidence and stands in Ask notes alone. */
		if (str_equal(cell(s, TABLE_FACTS, i, "use"), "yes") && !*cell(s, TABLE_FACTS, i, "sources") &&
			!str_equal(cell(s, TABLE_FACTS, i, "confidence"), "low"))
			findings_warning(s->found, file, line, "fact '%s' is used and names no source; add one", id);
	}
}

/* The kiosk offers all of its languages, and each text stands in the guide in all of them. */
static void languages(struct manuscript *s)
{
	for (int l = 0; l < LANG_COUNT; l++)
		if (manuscript_find(s, TABLE_LANGUAGES, lang_get((enum lang_id)l)->code) < 0)
			findings_error(s->found, manuscript_file(s, TABLE_LANGUAGES), 1,
				"language '%s' is missing; add its row", lang_get((enum lang_id)l)->code);
}

static void reviews(struct manuscript *s)
{
	for (size_t i = 0; i < s->tables[TABLE_REVIEWS].rows; i++) {
		const char *hash = cell(s, TABLE_REVIEWS, i, "content_hash");
		if (strlen(hash) != 16 || strspn(hash, "0123456789abcdef") != 16)
			findings_error(s->found, manuscript_file(s, TABLE_REVIEWS),
				manuscript_line(s, TABLE_REVIEWS, i),
				"content_hash '%s' cannot be read; write the 16 signs that rohnamo-guide worklist "
				"gives",
				hash);
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

static void check_rows(struct manuscript *s)
{
	static const enum table_id plain[] = {TABLE_SOURCES, TABLE_TOPICS, TABLE_PAGES, TABLE_QUESTIONS, TABLE_WALKS,
		TABLE_CONTACTS, TABLE_PHRASES, TABLE_PHRASE_ANSWERS, TABLE_DOCUMENTS, TABLE_AGREEMENTS};
	static const char *const id[] = {"id", NULL}, *const key[] = {"key", NULL}, *const code[] = {"code", NULL};
	static const char *const date[] = {"date", NULL}, *const calls[] = {"contact", "date", "by", NULL};
	static const char *const readings[] = {"page", "language", "content_hash", NULL};

	for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
		plain_ids(s, plain[i]);
		unique(s, plain[i], id);
	}
	unique(s, TABLE_GUIDE, key);
	unique(s, TABLE_LANGUAGES, code);
	unique(s, TABLE_HOLIDAYS, date);
	unique(s, TABLE_DOUBTFUL_DAYS, date);
	unique(s, TABLE_CONFIRMATIONS, calls);
	unique(s, TABLE_REVIEWS, readings);
	guide_keys(s);
	sources(s);
	facts(s);
	languages(s);
	reviews(s);
	routes_of_topics(s);
}

static void check_references(struct manuscript *s)
{
	references(s, TABLE_FACTS, "sources", TABLE_SOURCES);
	reference(s, TABLE_TOPICS, "parent", TABLE_TOPICS);
	reference(s, TABLE_PAGES, "topic", TABLE_TOPICS);
	references(s, TABLE_QUESTIONS, "facts", TABLE_FACTS);
	references(s, TABLE_PHRASES, "facts", TABLE_FACTS);
	references(s, TABLE_DOCUMENTS, "facts", TABLE_FACTS);
	references(s, TABLE_AGREEMENTS, "facts", TABLE_FACTS);
	references(s, TABLE_AGREEMENTS, "questions", TABLE_QUESTIONS);
	references(s, TABLE_CONTACTS, "sources", TABLE_SOURCES);
	references(s, TABLE_CONTACTS, "languages", TABLE_LANGUAGES);
	reference(s, TABLE_CONTACTS, "next", TABLE_CONTACTS);
	reference(s, TABLE_CONFIRMATIONS, "contact", TABLE_CONTACTS);
	reference(s, TABLE_REVIEWS, "language", TABLE_LANGUAGES);
	reference(s, TABLE_REVIEWS, "page", TABLE_PAGES);
	reference(s, TABLE_HOLIDAYS, "source", TABLE_SOURCES);
	reference(s, TABLE_DOUBTFUL_DAYS, "fact", TABLE_FACTS);
	reference(s, TABLE_LANGUAGES, "derived_from", TABLE_LANGUAGES);
}

/* "yes" or nothing. */
static void yes_or_nothing(struct manuscript *s, enum table_id t, const char *column)
{
	for (size_t i = 0; i < s->tables[t].rows; i++) {
		const char *value = cell(s, t, i, column);
		if (*value && !str_equal(value, "yes"))
			findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, i),
				"%s '%s' is not known; write yes or nothing", column, value);
	}
}

static void check_cells(struct manuscript *s)
{
	static const struct {
		enum table_id table;
		const char *column;
	} wanted[] = {
		{TABLE_SOURCES, "publisher"},
		{TABLE_SOURCES, "title"},
		{TABLE_TOPICS, "title"},
		{TABLE_PAGES, "topic"},
		{TABLE_QUESTIONS, "question"},
		{TABLE_QUESTIONS, "answer"},
		{TABLE_PHRASES, "group"},
		{TABLE_PHRASES, "phrase"},
		{TABLE_PHRASE_ANSWERS, "answer"},
		{TABLE_DOCUMENTS, "title"},
		{TABLE_DOCUMENTS, "why"},
		{TABLE_DOCUMENTS, "how"},
		{TABLE_AGREEMENTS, "title"},
		{TABLE_AGREEMENTS, "why"},
		{TABLE_CONFIRMATIONS, "contact"},
		{TABLE_CONFIRMATIONS, "by"},
		{TABLE_REVIEWS, "language"},
		{TABLE_REVIEWS, "page"},
		{TABLE_REVIEWS, "reviewer"},
		{TABLE_HOLIDAYS, "name"},
		{TABLE_HOLIDAYS, "source"},
		{TABLE_DOUBTFUL_DAYS, "name"},
		{TABLE_DOUBTFUL_DAYS, "fact"},
		{TABLE_LANGUAGES, "name"},
	};

	for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
		not_empty(s, wanted[i].table, wanted[i].column);
	one_of(s, TABLE_FACTS, "use", "yes no");
	yes_or_nothing(s, TABLE_PAGES, "hide");
	yes_or_nothing(s, TABLE_WALKS, "hide");
	one_of(s, TABLE_FACTS, "confidence", "high medium low");
	one_of(s, TABLE_GLOSSARY, "confidence", "high medium low");
	one_of(s, TABLE_FACTS, "status", "in-force due");
	one_of(s, TABLE_TOPICS, "accent", "border stay deadlines work police court help health phrases");
	one_of(s, TABLE_QUESTIONS, "set", "ministry heard");
	one_of(s, TABLE_DOCUMENTS, "stage", "road stay");
	one_of(s, TABLE_DOCUMENTS, "children", "any yes");
	one_of(s, TABLE_CONFIRMATIONS, "result", "answered no-answer wrong");
	one_of(s, TABLE_LANGUAGES, "code", "tg uz uz@cyrillic ky ru kk en");
	one_of(s, TABLE_LANGUAGES, "made_by", "source machine person");
	dates(s, TABLE_SOURCES, "retrieved", false);
	dates(s, TABLE_FACTS, "from", true);
	dates(s, TABLE_FACTS, "until", true);
	dates(s, TABLE_FACTS, "checked", false);
	dates(s, TABLE_FACTS, "recheck", true);
	dates(s, TABLE_CONFIRMATIONS, "date", false);
	dates(s, TABLE_REVIEWS, "date", false);
	dates(s, TABLE_HOLIDAYS, "date", false);
	dates(s, TABLE_DOUBTFUL_DAYS, "date", false);
	audiences(s, TABLE_FACTS, "audience");
	audiences(s, TABLE_QUESTIONS, "audience");
	audiences(s, TABLE_PHRASES, "audience");
	audiences(s, TABLE_DOCUMENTS, "audience");
	whole_numbers(s, TABLE_PAGES, "number", 100, 999);
	whole_numbers(s, TABLE_PAGES, "position", 1, 99);
	whole_numbers(s, TABLE_TOPICS, "position", 1, 99);
	whole_numbers(s, TABLE_PHRASES, "position", 1, 99);
	whole_numbers(s, TABLE_WALKS, "position", 1, 99);
	whole_numbers(s, TABLE_QUESTIONS, "number", 1, 999);
	whole_numbers(s, TABLE_CONTACTS, "position", 1, 99);
	whole_numbers(s, TABLE_DOCUMENTS, "position", 1, 99);
	whole_numbers(s, TABLE_AGREEMENTS, "position", 1, 99);
}

/* Routes of tables about what leads where; `except` is a word that is no route ("" for none). A route stands once where
 * `once`. */
static void leads(struct manuscript *s, enum table_id t, const char *except, bool once)
{
	for (size_t i = 0; i < s->tables[t].rows; i++) {
		const char *route = manuscript_cell(s, t, i, "route");
		int line = manuscript_line(s, t, i);
		if (!str_equal(route, except) && !manuscript_has_route(s, route))
			findings_error(s->found, manuscript_file(s, t), line,
				"route '%s' leads nowhere; name a page, a question, "
				"a contact, a phrase, a paper or a topic",
				route);
		for (size_t k = 0; once && k < i; k++)
			if (str_equal(route, manuscript_cell(s, t, k, "route")))
				findings_error(s->found, manuscript_file(s, t), line,
					"route '%s' stands on line %d already; put its words there", route,
					manuscript_line(s, t, k));
	}
}

void check_tables(struct manuscript *s)
{
	check_rows(s);
	leads(s, TABLE_KEYWORDS, "-", true);
	leads(s, TABLE_SITUATIONS, "", false);
	check_references(s);
	check_cells(s);
}
