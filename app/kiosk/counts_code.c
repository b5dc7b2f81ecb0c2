#include "kiosk/counts_code.h"

#include "kiosk/counts.h"
#include "wire/counts_table.h"

#include <string.h>

void counts_week_init(struct counts_week *w, date_t today)
{
	memset(w, 0, sizeof *w);
	w->today = today;
	for (int i = 0; i < COUNTS_WEEK; i++)
		w->days[i].day = today - COUNTS_WEEK + i;
}

static struct day_counts *day_of(struct counts_week *w, date_t day)
{
	if (day < w->days[0].day || day >= w->today)
		return NULL;
	return &w->days[day - w->days[0].day];
}

void counts_week_add(struct counts_week *w, const struct day_counts *d)
{
	struct day_counts *here = day_of(w, d->day);

	if (here)
		counting_add(here, d);
}

bool counts_week_add_table(struct counts_week *w, const char *name, const char *text, struct err *e)
{
	struct arena a;
	struct counts_table t;

	arena_init(&a);
	bool ok = counts_table_read(&a, name, text, strlen(text), &t, e);
	for (int i = 0; ok && i < COUNTS_WEEK; i++) {
		struct day_counts d;
		counts_table_day(&t, w->days[i].day, &d);
		counts_week_add(w, &d);
	}
	arena_release(&a);
	return ok;
}

static bool is_first_of_lang(const struct day_counts *d, size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (str_equal(d->rows[i].lang, d->rows[row].lang))
			return false;
	return true;
}

static void add_lang(const struct day_counts *d, const char *day, size_t first, struct strbuf *out)
{
	const char *lang = d->rows[first].lang, *comma = "";

	strbuf_addf(out, "%s %s", day, lang);
	for (size_t i = first; i < d->row_count; i++) {
		if (!str_equal(d->rows[i].lang, lang))
			continue;
		strbuf_addf(out, "%s %s %d", comma, d->rows[i].topic, d->rows[i].count);
		comma = ",";
	}
	strbuf_addc(out, '\n');
}

static void add_day(const struct day_counts *d, struct strbuf *out)
{
	char day[11];

	date_iso(d->day, day);
	for (size_t i = 0; i < d->row_count; i++)
		if (is_first_of_lang(d, i))
			add_lang(d, day + strlen("YYYY-"), i, out);
}

void counts_week_text(const struct counts_week *w, const char *city, struct strbuf *out)
{
	char first[11], last[11];

	date_iso(w->days[0].day, first);
	date_iso(w->today - 1, last);
	strbuf_adds(out, "ROHNAMO-COUNTS 1\n");
	if (*city)
		strbuf_addf(out, "at %s\n", city);
	strbuf_addf(out, "from %s to %s\nwithin %d at 95 %%, less than %d withheld\n", first, last, COUNTS_ERROR,
		COUNTS_LEAST);
	for (int i = 0; i < COUNTS_WEEK; i++)
		add_day(&w->days[i], out);
	strbuf_adds(out, "end\n");
}
