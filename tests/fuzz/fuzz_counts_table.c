/* The counts of a month. What was read is written sorted, and that is read again as it is. */
#include "fuzz.h"

#include "base/str.h"
#include "wire/counts_table.h"

static void look(struct arena *a, struct counts_table *t)
{
	struct counts_table again = {0};
	struct day_counts day;
	struct strbuf first, second;

	strbuf_init(&first);
	strbuf_init(&second);
	counts_table_write(t, &first);
	FUZZ_MUST(counts_table_read(a, "again", first.text, first.bytes, &again, NULL));
	FUZZ_MUST(again.list.count == t->list.count);
	counts_table_write(&again, &second);
	FUZZ_MUST(str_equal(first.text, second.text));
	counts_table_day(t, counts_table_last(t, DATE_NONE), &day);
	for (size_t i = 0; i < t->list.count; i++) {
		counts_table_day(t, ((const struct counted *)t->list.items)[i].day, &day);
		FUZZ_MUST(day.row_count > 0 && day.row_count <= COUNTING_ROWS);
		i += t->list.count / 8; /* of a long month some */
	}
	counts_table_add(a, t, &day);
	strbuf_release(&first);
	strbuf_release(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct counts_table t = {0};
	struct err e = {"", "", ""};
	struct arena a;

	arena_init(&a);
	if (counts_table_read(&a, "2026-11.csv", (const char *)data, bytes, &t, &e))
		look(&a, &t);
	else
		fuzz_error(&e);
	arena_release(&a);
	return 0;
}
