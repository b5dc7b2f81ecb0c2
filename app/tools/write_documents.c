#include "tools/write_documents.h"

#include "base/str.h"
#include "content/document.h"
#include "tools/database.h"

#include <stdlib.h>

static const char *cell(struct writer *w, enum table_id t, size_t row, const char *column)
{
	return manuscript_cell(w->s, t, row, column);
}

static long unit_of(struct writer *w, enum table_id t, size_t row, const char *kind, const char *column)
{
	long unit = units_find(w->u, arena_printf(w->s->a, "%s.%s", kind, column), cell(w, t, row, column));

	return unit < 0 ? -1 : unit + 1;
}

static long position_of(struct writer *w, enum table_id t, size_t row)
{
	return strtol(cell(w, t, row, "position"), NULL, 10);
}

static void put_facts(struct writer *w, enum table_id t, size_t row, const char *table)
{
	size_t count;
	char **facts = str_split(w->s->a, cell(w, t, row, "facts"), ' ', &count);

	for (size_t k = 0; k < count; k++) {
		bool again = false;
		for (size_t i = 0; i < k; i++)
			again = again || str_equal(facts[i], facts[k]);
		if (*facts[k] && !again)
			writer_put(w, table, "it", position_of(w, t, row), facts[k]);
	}
}

static void put_document(struct writer *w, size_t row)
{
	unsigned audience = AUDIENCE_ALL, purposes = 0;
	long position = position_of(w, TABLE_DOCUMENTS, row);
	size_t count;

	audience_parse(cell(w, TABLE_DOCUMENTS, row, "audience"), &audience);
	purposes_parse(cell(w, TABLE_DOCUMENTS, row, "purposes"), &purposes);
	writer_put(w, "document", "ititiiiuuu", position, cell(w, TABLE_DOCUMENTS, row, "id"),
		(long)document_stage_parse(cell(w, TABLE_DOCUMENTS, row, "stage")),
		cell(w, TABLE_DOCUMENTS, row, "icon"), (long)audience, (long)purposes,
		(long)str_equal(cell(w, TABLE_DOCUMENTS, row, "children"), "yes"),
		unit_of(w, TABLE_DOCUMENTS, row, "document", "title"),
		unit_of(w, TABLE_DOCUMENTS, row, "document", "why"),
		unit_of(w, TABLE_DOCUMENTS, row, "document", "how"));
	char **routes = str_split(w->s->a, cell(w, TABLE_DOCUMENTS, row, "links"), ' ', &count);
	for (size_t k = 0; k < count; k++) {
		const struct link_source link = {.route = routes[k], .label = ""};
		if (*routes[k])
			writer_put(w, "document_link", "iitu", position, (long)k, routes[k],
				database_label_unit(w, &link));
	}
	put_facts(w, TABLE_DOCUMENTS, row, "document_fact");
}

static void put_agreement(struct writer *w, size_t row)
{
	long position = position_of(w, TABLE_AGREEMENTS, row);
	size_t count;

	writer_put(w, "agreement", "ituu", position, cell(w, TABLE_AGREEMENTS, row, "id"),
		unit_of(w, TABLE_AGREEMENTS, row, "agreement", "title"),
		unit_of(w, TABLE_AGREEMENTS, row, "agreement", "why"));
	char **ids = str_split(w->s->a, cell(w, TABLE_AGREEMENTS, row, "questions"), ' ', &count);
	for (size_t k = 0; k < count; k++) {
		long question = manuscript_find(w->s, TABLE_QUESTIONS, ids[k]);
		if (question >= 0)
			writer_put(w, "agreement_question", "iii", position, (long)k,
				strtol(cell(w, TABLE_QUESTIONS, (size_t)question, "number"), NULL, 10));
	}
	put_facts(w, TABLE_AGREEMENTS, row, "agreement_fact");
}

void documents_write(struct writer *w)
{
	for (size_t i = 0; i < w->s->tables[TABLE_DOCUMENTS].rows; i++)
		put_document(w, i);
	for (size_t i = 0; i < w->s->tables[TABLE_AGREEMENTS].rows; i++)
		put_agreement(w, i);
}
