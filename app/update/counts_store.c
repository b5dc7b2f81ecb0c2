#include "update/counts_store.h"

#include "base/str.h"
#include "wire/counts_table.h"

#include <errno.h>
#include <string.h>

enum { MOST_NAMES = 1024 };

/* What is there of the month. False when it is neither there nor can be put aside: then it is better left alone. */
static bool read_month(const struct disk *d, struct arena *a, const char *inner, const char *name,
	struct counts_table *out, struct err *e)
{
	const char *path = arena_printf(a, "%s/%s", inner, name);
	struct blob blob;
	struct err why = {"", "", ""};

	memset(out, 0, sizeof *out);
	if (file_missing(path))
		return true;
	if (!disk_read(d, a, path, COUNTS_TABLE_MOST_BYTES, &blob, e))
		return false;
	if (counts_table_read(a, name, (const char *)blob.data, blob.bytes, out, &why))
		return true;
	memset(out, 0, sizeof *out);
	return disk_rename(d, path, arena_printf(a, "%.*s.damaged", (int)(strlen(path) - strlen(".csv")), path), e);
}

static bool write_month(
	const struct disk *d, const char *inner, const char *name, struct counts_table *t, struct err *e)
{
	struct strbuf text;

	strbuf_init(&text);
	counts_table_write(t, &text);
	bool ok = text.bytes <= COUNTS_TABLE_MOST_BYTES
		? disk_replace(d, inner, name, text.text, text.bytes, e)
		: err_set(e, "table '%s' would be longer than %zu bytes", name, COUNTS_TABLE_MOST_BYTES);
	strbuf_release(&text);
	return ok;
}

/* Sorted, so the oldest come first. */
static char **months(struct arena *a, const char *inner, size_t *out_count)
{
	char **names = disk_names(a, inner, MOST_NAMES);
	size_t count = 0;

	for (size_t i = 0; names[i]; i++)
		if (counts_is_month_name(names[i]))
			names[count++] = names[i];
	*out_count = count;
	return names;
}

/* Removes the oldest months, and what a write that broke off left behind. */
static bool tidy(const struct disk *d, struct arena *a, const char *inner, struct err *e)
{
	size_t count;
	char **names = months(a, inner, &count), **all = disk_names(a, inner, MOST_NAMES);
	bool ok = true;

	for (size_t i = 0; ok && i + COUNTS_MONTHS < count; i++)
		ok = disk_remove(d, arena_printf(a, "%s/%s", inner, names[i]), e);
	for (size_t i = 0; ok && all[i]; i++)
		if (str_starts(all[i], DISK_NEW))
			ok = disk_remove(d, arena_printf(a, "%s/%s", inner, all[i]), e);
	return ok;
}

bool counts_store_add(const struct disk *d, const char *folder, const struct day_counts *day, struct err *e)
{
	char name[COUNTS_MONTH_NAME];
	struct counts_table table;
	struct arena a;

	arena_init(&a);
	counts_month_name(day->day, name);
	const char *inner = arena_printf(&a, "%s/" UPDATING_COUNTS, folder);
	bool ok = disk_make_folder(d, inner, e) && read_month(d, &a, inner, name, &table, e);
	if (ok) {
		counts_table_add(&a, &table, day);
		ok = write_month(d, inner, name, &table, e) && tidy(d, &a, inner, e);
	}
	arena_release(&a);
	return ok;
}

static bool read_table(const struct disk *d, struct arena *a, const char *path, const char *name,
	struct counts_table *out, struct err *e)
{
	struct blob blob;

	return disk_read(d, a, path, COUNTS_TABLE_MOST_BYTES, &blob, e) &&
		counts_table_read(a, name, (const char *)blob.data, blob.bytes, out, e);
}

void counts_store_last(const struct disk *d, const char *folder, date_t today, struct day_counts *out)
{
	struct arena a;
	size_t count;

	memset(out, 0, sizeof *out);
	out->day = DATE_NONE;
	arena_init(&a);
	const char *inner = arena_printf(&a, "%s/" UPDATING_COUNTS, folder);
	char **names = months(&a, inner, &count);
	for (size_t i = count; i > 0 && out->day == DATE_NONE; i--) {
		struct counts_table table;
		const char *path = arena_printf(&a, "%s/%s", inner, names[i - 1]);
		if (!read_table(d, &a, path, names[i - 1], &table, NULL))
			continue;
		date_t last = counts_table_last(&table, today);
		if (last != DATE_NONE)
			counts_table_day(&table, last, out);
	}
	arena_release(&a);
}
