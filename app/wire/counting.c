#include "wire/counting.h"

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char first_line[] = "rohnamo-counts 1", last_line[] = "end";
static const char lower[] = "abcdefghijklmnopqrstuvwxyz";

bool counting_topic_valid(const char *topic)
{
	size_t bytes = strlen(topic);

	return bytes > 0 && bytes < COUNTING_TOPIC_BYTES &&
		strspn(topic, "abcdefghijklmnopqrstuvwxyz0123456789-") == bytes;
}

bool counting_lang_valid(const char *lang)
{
	size_t bytes = strlen(lang), code = strspn(lang, lower);

	if (bytes >= COUNTING_LANG_BYTES || code < 2)
		return false;
	return code == bytes ||
		(lang[code] == '@' && code + 1 < bytes && strspn(lang + code + 1, lower) == bytes - code - 1);
}

size_t counting_write(const struct day_counts *d, char out[COUNTING_MOST_BYTES])
{
	char day[11];

	date_iso(d->day, day);
	int at = snprintf(out, COUNTING_MOST_BYTES, "%s\nday %s\n", first_line, day);
	for (size_t i = 0; i < d->row_count; i++)
		at += snprintf(out + at, (size_t)(COUNTING_MOST_BYTES - at), "%s %s %d\n", d->rows[i].lang,
			d->rows[i].topic, d->rows[i].count);
	at += snprintf(out + at, (size_t)(COUNTING_MOST_BYTES - at), "%s\n", last_line);
	return (size_t)at;
}

/* The text up to `end` into `out`, which is moved behind it. */
static bool take(const char **at, char end, char *out, size_t most)
{
	const char *stop = strchr(*at, end);

	if (!stop || (size_t)(stop - *at) >= most)
		return false;
	memcpy(out, *at, (size_t)(stop - *at));
	out[stop - *at] = '\0';
	*at = stop + 1;
	return true;
}

static bool take_line(const char **at, const char *line)
{
	char found[32];

	return take(at, '\n', found, sizeof found) && str_equal(found, line);
}

bool counting_number(const char *text, int *out)
{
	size_t digits = strlen(text);

	if (digits == 0 || digits > 7 || *text == '0' || strspn(text, "0123456789") != digits)
		return false;
	*out = (int)strtol(text, NULL, 10);
	return *out <= COUNTING_MOST;
}

static struct count_row *find(struct day_counts *d, const struct count_row *row)
{
	for (size_t i = 0; i < d->row_count; i++)
		if (str_equal(d->rows[i].lang, row->lang) && str_equal(d->rows[i].topic, row->topic))
			return &d->rows[i];
	return NULL;
}

void counting_add_row(struct day_counts *d, const struct count_row *row)
{
	struct count_row *there = find(d, row);

	if (there)
		there->count = row->count > COUNTING_MOST - there->count ? COUNTING_MOST : there->count + row->count;
	else if (d->row_count < COUNTING_ROWS)
		d->rows[d->row_count++] = *row;
}

void counting_add(struct day_counts *d, const struct day_counts *part)
{
	for (size_t i = 0; i < part->row_count; i++)
		counting_add_row(d, &part->rows[i]);
}

static bool take_row(const char **at, struct day_counts *d)
{
	struct count_row row;
	char number[16];

	if (d->row_count == COUNTING_ROWS || !take(at, ' ', row.lang, sizeof row.lang) ||
		!take(at, ' ', row.topic, sizeof row.topic) || !take(at, '\n', number, sizeof number))
		return false;
	if (!counting_lang_valid(row.lang) || !counting_topic_valid(row.topic) ||
		!counting_number(number, &row.count) || find(d, &row))
		return false;
	d->rows[d->row_count++] = row;
	return true;
}

static bool take_all(const char *at, struct day_counts *d)
{
	char day[11];

	if (!take_line(&at, first_line) || !str_starts(at, "day "))
		return false;
	at += strlen("day ");
	if (!take(&at, '\n', day, sizeof day) || !date_parse(day, &d->day))
		return false;
	while (!str_equal(at, "end\n"))
		if (!take_row(&at, d))
			return false;
	return true;
}

bool counting_parse(const char *text, struct day_counts *out)
{
	memset(out, 0, sizeof *out);
	if (strlen(text) < COUNTING_MOST_BYTES && take_all(text, out))
		return true;
	memset(out, 0, sizeof *out);
	return false;
}
