/* The papers of the checklist and the answers that must agree. */
#include "tools/checks.h"

#include "base/str.h"
#include "content/document.h"

static const char *cell(const struct manuscript *s, enum table_id t, size_t row, const char *column)
{
	return manuscript_cell(s, t, row, column);
}

/* The order of the list; a paper is known by its place in it. */
static void own_position(struct manuscript *s, enum table_id t, size_t row)
{
	for (size_t k = 0; k < row; k++)
		if (str_equal(cell(s, t, k, "position"), cell(s, t, row, "position")))
			findings_error(s->found, manuscript_file(s, t), manuscript_line(s, t, row),
				"position %s stands on line %d already; choose a free one", cell(s, t, row, "position"),
				manuscript_line(s, t, k));
}

static void purposes(struct manuscript *s, size_t row)
{
	unsigned set;
	const char *all = "", *value = cell(s, TABLE_DOCUMENTS, row, "purposes");

	if (purposes_parse(value, &set))
		return;
	for (int i = 0; i < PURPOSES; i++)
		all = arena_printf(s->a, "%s %s", all, purpose_name((enum purpose)i));
	findings_error(s->found, manuscript_file(s, TABLE_DOCUMENTS), manuscript_line(s, TABLE_DOCUMENTS, row),
		"purposes '%s' cannot be read; write all or some of%s", value, all);
}

/* A button has words: of what it leads to, or of the list of contacts. */
static void links(struct manuscript *s, size_t row)
{
	const char *file = manuscript_file(s, TABLE_DOCUMENTS);
	int line = manuscript_line(s, TABLE_DOCUMENTS, row);
	size_t count;
	char **routes = str_split(s->a, cell(s, TABLE_DOCUMENTS, row, "links"), ' ', &count);

	for (size_t i = 0; i < count; i++) {
		if (!*routes[i])
			continue;
		if (!manuscript_has_route(s, routes[i]))
			findings_error(s->found, file, line,
				"link '%s' leads nowhere; name a page, a contact, a question or contacts", routes[i]);
		else if (!str_equal(routes[i], "contacts") && !str_starts(routes[i], "page/") &&
			!str_starts(routes[i], "contacts/") && !str_starts(routes[i], "border/"))
			findings_error(s->found, file, line,
				"link '%s' has no words for its button; name a page, a contact, a question or contacts",
				routes[i]);
		for (size_t k = 0; k < i; k++)
			if (str_equal(routes[i], routes[k]))
				findings_error(
					s->found, file, line, "link '%s' stands twice; take one away", routes[i]);
	}
}

/* Everybody has a list: each citizenship and purpose has papers for the road. */
static void everybody_has_some(struct manuscript *s)
{
	static const enum citizen citizens[] = {CITIZEN_TJ, CITIZEN_UZ, CITIZEN_KG};

	for (int c = 0; c < 3; c++) {
		unsigned told = 0;
		for (size_t i = 0; i < s->tables[TABLE_DOCUMENTS].rows; i++) {
			unsigned audience = 0, set = 0;
			if (audience_parse(cell(s, TABLE_DOCUMENTS, i, "audience"), &audience) &&
				(audience & citizens[c]) && str_equal(cell(s, TABLE_DOCUMENTS, i, "stage"), "road") &&
				!str_equal(cell(s, TABLE_DOCUMENTS, i, "children"), "yes") &&
				purposes_parse(cell(s, TABLE_DOCUMENTS, i, "purposes"), &set))
				told |= set;
		}
		for (int p = 0; p < PURPOSES; p++)
			if (!(told & 1u << p))
				findings_error(s->found, manuscript_file(s, TABLE_DOCUMENTS), 1,
					"no paper for the road of %s with purpose %s; add one",
					citizen_code(citizens[c]), purpose_name((enum purpose)p));
	}
}

static void documents(struct manuscript *s)
{
	static const char *const texts[] = {"title", "why", "how", NULL};

	for (size_t i = 0; i < s->tables[TABLE_DOCUMENTS].rows; i++) {
		own_position(s, TABLE_DOCUMENTS, i);
		purposes(s, i);
		links(s, i);
		check_row_grounds(s, TABLE_DOCUMENTS, i, "the paper", texts);
	}
	if (s->tables[TABLE_DOCUMENTS].rows > DOCUMENTS_MOST)
		findings_error(s->found, manuscript_file(s, TABLE_DOCUMENTS),
			manuscript_line(s, TABLE_DOCUMENTS, DOCUMENTS_MOST),
			"more than %d papers cannot be ticked; take rows away", DOCUMENTS_MOST);
	everybody_has_some(s);
}

static void questions(struct manuscript *s, size_t row)
{
	const char *file = manuscript_file(s, TABLE_AGREEMENTS);
	int line = manuscript_line(s, TABLE_AGREEMENTS, row);
	size_t count, named = 0;
	char **ids = str_split(s->a, cell(s, TABLE_AGREEMENTS, row, "questions"), ' ', &count);

	for (size_t i = 0; i < count; i++) {
		named += *ids[i] != '\0';
		for (size_t k = 0; k < i; k++)
			if (*ids[i] && str_equal(ids[i], ids[k]))
				findings_error(
					s->found, file, line, "question '%s' is named twice; take one away", ids[i]);
	}
	if (named < 2 || named > AGREEMENT_QUESTIONS)
		findings_error(s->found, file, line, "%zu questions cannot agree with each other; name two to %d",
			named, AGREEMENT_QUESTIONS);
}

void check_documents(struct manuscript *s)
{
	static const char *const texts[] = {"title", "why", NULL};

	documents(s);
	for (size_t i = 0; i < s->tables[TABLE_AGREEMENTS].rows; i++) {
		own_position(s, TABLE_AGREEMENTS, i);
		questions(s, i);
		check_row_grounds(s, TABLE_AGREEMENTS, i, "the agreement", texts);
	}
}
