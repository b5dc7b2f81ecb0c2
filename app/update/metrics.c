#include "update/metrics.h"

#include "update/counts_store.h"

static const int64_t day_s = 86400, zone_s = 5 * 3600; /* Kazakhstan's day: base/date.h */

static void begin(struct strbuf *out, const char *name, const char *help)
{
	strbuf_addf(out, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name);
}

static void number(struct strbuf *out, const char *name, const char *help, int64_t value)
{
	begin(out, name, help);
	strbuf_addf(out, "%s %lld\n", name, (long long)value);
}

static void day(struct strbuf *out, const char *name, const char *help, date_t value)
{
	if (value != DATE_NONE)
		number(out, name, help, value * day_s - zone_s);
}

static void add_counts(const struct day_counts *d, struct strbuf *out)
{
	day(out, "rohnamo_counts_day_timestamp_seconds", "The day that was counted last: when it began.", d->day);
	if (d->row_count == 0)
		return;
	begin(out, "rohnamo_topic_opened",
		"Visits that opened a topic in a language on that day, with noise; small numbers are withheld.");
	for (size_t i = 0; i < d->row_count; i++)
		strbuf_addf(out, "rohnamo_topic_opened{lang=\"%s\",topic=\"%s\"} %d\n", d->rows[i].lang,
			d->rows[i].topic, d->rows[i].count);
}

static void add_health(const struct health *h, struct strbuf *out)
{
	if (h->guide_release > 0)
		number(out, "rohnamo_guide_release", "The release of the guide that is shown.", h->guide_release);
	day(out, "rohnamo_guide_content_timestamp_seconds", "The day of the guide's content.", h->guide_content);
	day(out, "rohnamo_guide_check_by_timestamp_seconds", "The day by which the guide is to be checked again.",
		h->guide_check_by);
	if (h->update_result) {
		begin(out, "rohnamo_update_last_result", "What became of the update that came last.");
		strbuf_addf(out, "rohnamo_update_last_result{result=\"%s\"} 1\n", h->update_result);
	}
	day(out, "rohnamo_update_last_timestamp_seconds", "The day on which it came.", h->update_day);
}

void metrics_text(const struct day_counts *last, const struct health *h, struct strbuf *out)
{
	add_counts(last, out);
	add_health(h, out);
}

bool metrics_write(const struct disk *d, const char *folder, const struct health *h, date_t today, struct err *e)
{
	struct day_counts last;
	struct strbuf text;
	struct arena a;

	counts_store_last(d, folder, today, &last);
	arena_init(&a);
	strbuf_init(&text);
	metrics_text(&last, h, &text);
	const char *inner = arena_printf(&a, "%s/" METRICS_FOLDER, folder);
	bool ok = disk_make_folder(d, inner, e) && disk_replace(d, inner, METRICS_FILE, text.text, text.bytes, e);
	strbuf_release(&text);
	arena_release(&a);
	return ok;
}
