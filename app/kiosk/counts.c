#include "kiosk/counts.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

void counts_init(struct counts *c)
{
	mem_wipe(c, sizeof *c);
}

static int find(const char *names, size_t bytes, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(names + i * bytes, name))
			return (int)i;
	return -1;
}

static int find_topic(const struct counts *c, const char *topic)
{
	return find(c->topics[0], sizeof c->topics[0], c->topic_count, topic);
}

static int find_lang(const struct counts *c, const char *lang)
{
	return find(c->langs[0], sizeof c->langs[0], c->lang_count, lang);
}

bool counts_add_topic(struct counts *c, const char *topic)
{
	if (find_topic(c, topic) >= 0)
		return true;
	if (c->topic_count == COUNTS_TOPICS || !counting_topic_valid(topic))
		return false;
	memcpy(c->topics[c->topic_count++], topic, strlen(topic) + 1);
	return true;
}

bool counts_add_lang(struct counts *c, const char *lang)
{
	if (find_lang(c, lang) >= 0)
		return true;
	if (c->lang_count == COUNTS_LANGS || !counting_lang_valid(lang))
		return false;
	memcpy(c->langs[c->lang_count++], lang, strlen(lang) + 1);
	return true;
}

void counts_new_visit(struct counts_visit *v)
{
	mem_wipe(v, sizeof *v);
}

void counts_seen(struct counts *c, struct counts_visit *v, const char *lang, const char *topic)
{
	int t = find_topic(c, topic), l = find_lang(c, lang);

	if (t < 0 || l < 0 || v->seen[t] || v->count == COUNTS_PER_VISIT)
		return;
	v->seen[t] = true;
	v->count++;
	if (c->cells[t][l] < COUNTING_MOST)
		c->cells[t][l]++;
}

int counts_told(int count, int noise)
{
	int noised = count + noise;

	if (noised < COUNTS_LEAST)
		return 0;
	return noised > COUNTING_MOST ? COUNTING_MOST : noised;
}

static void tell(const struct counts *c, size_t topic, size_t lang, int count, struct day_counts *out)
{
	struct count_row *row = &out->rows[out->row_count++];

	memcpy(row->topic, c->topics[topic], sizeof row->topic);
	memcpy(row->lang, c->langs[lang], sizeof row->lang);
	row->count = count;
}

void counts_close_day(struct counts *c, date_t day, const struct noise_source *source, struct day_counts *out)
{
	struct noise noise;

	memset(out, 0, sizeof *out);
	out->day = day;
	noise_begin(&noise, source);
	for (size_t t = 0; t < c->topic_count; t++) {
		for (size_t l = 0; l < c->lang_count; l++) {
			int told = counts_told(c->cells[t][l], noise_draw(&noise));
			if (told > 0)
				tell(c, t, l, told, out);
		}
	}
	noise_end(&noise);
	mem_wipe(c->cells, sizeof c->cells);
}
