#include "wire/counts_table.h"

#include "base/csv.h"

#include <stdlib.h>
#include <string.h>

static const char columns[] = "day,lang,topic,count";

void counts_month_name(date_t day, char out[COUNTS_MONTH_NAME])
{
	char iso[11];

	date_iso(day, iso);
	memcpy(out, iso, 7);
	memcpy(out + 7, ".csv", 5);
}

bool counts_is_month_name(const char *name)
{
	char iso[] = "YYYY-MM-01";
	date_t day;

	if (strlen(name) != COUNTS_MONTH_NAME - 1 || !str_ends(name, ".csv"))
		return false;
	memcpy(iso, name, 7);
	return date_parse(iso, &day);
}

static struct counted *rows_of(const struct counts_table *t)
{
	return t->list.items;
}

static struct counted *find(const struct counts_table *t, date_t day, const struct count_row *row)
{
	struct counted *rows = rows_of(t);

	for (size_t i = t->list.count; i > 0; i--) {
		struct counted *c = &rows[i - 1];
		if (c->day == day && str_equal(c->row.topic, row->topic) && str_equal(c->row.lang, row->lang))
			return c;
	}
	return NULL;
}

static bool read_row(const struct csv *t, size_t i, struct counted *out)
{
	const char *lang = csv_cell(t, i, "lang"), *topic = csv_cell(t, i, "topic");

	if (!date_parse(csv_cell(t, i, "day"), &out->day) || !counting_lang_valid(lang) ||
		!counting_topic_valid(topic) || !counting_number(csv_cell(t, i, "count"), &out->row.count))
		return false;
	memcpy(out->row.lang, lang, strlen(lang) + 1);
	memcpy(out->row.topic, topic, strlen(topic) + 1);
	return true;
}

bool counts_table_read(
	struct arena *a, const char *name, const char *text, size_t bytes, struct counts_table *out, struct err *e)
{
	struct csv t;

	memset(out, 0, sizeof *out);
	if (!csv_parse(a, name, text, bytes, &t, e))
		return false;
	for (size_t i = 0; i < t.rows; i++) {
		struct counted row = {0};
		if (!read_row(&t, i, &row))
			return err_set(e, "%s:%d: the row is not one of '%s'", name, t.lines[i], columns);
		if (find(out, row.day, &row.row))
			return err_set(e, "%s:%d: the topic stands twice for this language and day", name, t.lines[i]);
		*(struct counted *)list_add(a, &out->list, sizeof row) = row;
	}
	return true;
}

void counts_table_add(struct arena *a, struct counts_table *t, const struct day_counts *d)
{
	for (size_t i = 0; i < d->row_count; i++) {
		const struct count_row *row = &d->rows[i];
		struct counted *there = find(t, d->day, row);
		if (there) {
			int room = COUNTING_MOST - there->row.count;
			there->row.count += row->count < room ? row->count : room;
		} else {
			*(struct counted *)list_add(a, &t->list, sizeof *there) = (struct counted){d->day, *row};
		}
	}
}

static int compare(const void *left, const void *right)
{
	const struct counted *a = left, *b = right;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	int lang = strcmp(a->row.lang, b->row.lang);
	return lang ? lang : strcmp(a->row.topic, b->row.topic);
}

void counts_table_write(struct counts_table *t, struct strbuf *out)
{
	struct counted *rows = rows_of(t);
	char day[11];

	if (t->list.count > 0)
		qsort(rows, t->list.count, sizeof *rows, compare);
	strbuf_addf(out, "%s\n", columns);
	for (size_t i = 0; i < t->list.count; i++) {
		date_iso(rows[i].day, day);
		strbuf_addf(out, "%s,%s,%s,%d\n", day, rows[i].row.lang, rows[i].row.topic, rows[i].row.count);
	}
}

date_t counts_table_last(const struct counts_table *t, date_t until)
{
	date_t last = DATE_NONE;

	for (size_t i = 0; i < t->list.count; i++) {
		date_t day = rows_of(t)[i].day;
		if (day <= until && day > last)
			last = day;
	}
	return last;
}

void counts_table_day(const struct counts_table *t, date_t day, struct day_counts *out)
{
	memset(out, 0, sizeof *out);
	out->day = day;
	for (size_t i = 0; i < t->list.count && out->row_count < COUNTING_ROWS; i++)
		if (rows_of(t)[i].day == day)
			out->rows[out->row_count++] = rows_of(t)[i].row;
}
