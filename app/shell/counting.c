#include "shell/counting.h"

#include "base/file.h"
#include "base/str.h"
#include "platform/counter_wire.h"
#include "wire/counts_table.h"
#include "wire/updating.h"

#include <sodium.h>
#include <string.h>

enum { TOPIC_DEPTH = 3, MINUTES_OF_HOUR = 60 };

struct place {
	const char *route, *topic;
};

static const char *const own_names[] = {
	"search", "deadlines", "checklist", "rehearsal", "phrases", "contacts", "help", "take"};

static void system_bytes(void *self, void *out, size_t count)
{
	(void)self;
	randombytes_buf(out, count);
}

static const struct noise_source system_random = {system_bytes, NULL};

static void add_names(struct counting *c)
{
	for (int i = 0; i < LANG_COUNT; i++)
		counts_add_lang(&c->counts, lang_get((enum lang_id)i)->code);
	for (size_t i = 0; i < sizeof own_names / sizeof own_names[0]; i++)
		counts_add_topic(&c->counts, own_names[i]);
}

void counting_init(struct counting *c, const struct counting_settings *s)
{
	memset(c, 0, sizeof *c);
	c->settings = *s;
	if (!c->settings.send)
		c->settings.send = counter_send;
	if (!c->settings.random)
		c->settings.random = &system_random;
	c->day = DATE_NONE;
	c->tried_hour = -1;
	arena_init(&c->arena);
	counts_init(&c->counts);
	add_names(c);
}

void counting_release(struct counting *c)
{
	arena_release(&c->arena);
	mem_wipe(c, sizeof *c);
}

static const char *topic_of(const struct counting *c, const char *route)
{
	const struct place *places = c->places.items;

	for (size_t i = 0; i < c->places.count; i++)
		if (str_equal(places[i].route, route))
			return places[i].topic;
	return NULL;
}

/* The first topic that has it is the one that counts. */
static void add_place(struct counting *c, const char *route, const char *topic)
{
	if (!topic_of(c, route))
		*(struct place *)list_add(&c->arena, &c->places, sizeof(struct place)) = (struct place){route, topic};
}

/* All that stands under a tile; a topic in it belongs to the same tile. */
static void add_places(struct counting *c, struct guide *g, const char *id, const char *tile, int depth)
{
	struct topic t;

	if (depth == 0 || !guide_topic(g, &c->arena, lang_get(LANG_EN)->code, id, &t, NULL))
		return;
	add_place(c, arena_printf(&c->arena, "topic/%s", id), tile);
	for (size_t i = 0; i < t.entry_count; i++) {
		const char *route = t.entries[i].route;
		if (str_starts(route, "topic/"))
			add_places(c, g, route + strlen("topic/"), tile, depth - 1);
		else
			add_place(c, route, tile);
	}
}

void counting_guide(struct counting *c, struct guide *g)
{
	const struct topic *tiles;
	size_t count;

	if (!c->settings.on)
		return;
	c->places = (struct list){0};
	arena_reset(&c->arena);
	if (!guide_home(g, &c->arena, lang_get(LANG_EN)->code, &tiles, &count, NULL))
		return;
	for (size_t i = 0; i < count; i++) {
		counts_add_topic(&c->counts, tiles[i].id);
		add_places(c, g, tiles[i].id, tiles[i].id, TOPIC_DEPTH);
	}
}

static const char *walk_topic(const struct counting *c, const struct route *r)
{
	char route[ROUTE_BYTES + 5] = "walk/", *id = route + 5;
	const char *answers;

	route_walk(r, id, &answers);
	return topic_of(c, route);
}

static const char *named_topic(const struct counting *c, const struct route *r)
{
	char route[ROUTE_BYTES + 6] = "topic/";

	memcpy(route + 6, route_arg(r), strlen(route_arg(r)) + 1);
	return topic_of(c, route);
}

static const char *route_topic(const struct counting *c, const struct route *r)
{
	switch (r->screen) {
	case SCREEN_TOPIC:
	case SCREEN_PICTURES:
		return named_topic(c, r);
	case SCREEN_PAGE:
		return topic_of(c, r->text);
	case SCREEN_BORDER:
	case SCREEN_QUESTION:
		return topic_of(c, "border");
	case SCREEN_WALK:
		return walk_topic(c, r);
	case SCREEN_CONTACTS:
	case SCREEN_CONTACT:
		return "contacts";
	case SCREEN_PHRASES:
	case SCREEN_PHRASE:
		return "phrases";
	case SCREEN_DEADLINES:
	case SCREEN_EVENTS:
	case SCREEN_EVENT:
	case SCREEN_LATE:
		return "deadlines";
	case SCREEN_CHECKLIST:
		return "checklist";
	case SCREEN_REHEARSAL:
		return "rehearsal";
	case SCREEN_SEARCH:
		return "search";
	case SCREEN_HELP:
		return "help";
	case SCREEN_TAKE:
		return "take";
	default:
		return NULL;
	}
}

void counting_opened(struct counting *c, const struct route *r, const struct lang *lang)
{
	const char *topic = c->settings.on ? route_topic(c, r) : NULL;

	if (topic)
		counts_seen(&c->counts, &c->visit, lang->code, topic);
}

void counting_visit_ended(struct counting *c)
{
	counts_new_visit(&c->visit);
}

static struct day_counts *waiting_place(struct counting *c, date_t day)
{
	for (size_t i = 0; i < c->waiting_count; i++)
		if (c->waiting[i].day == day)
			return &c->waiting[i];
	if (c->waiting_count == COUNTING_WAITING)
		memmove(c->waiting, c->waiting + 1, --c->waiting_count * sizeof c->waiting[0]);
	struct day_counts *place = &c->waiting[c->waiting_count++];
	memset(place, 0, sizeof *place);
	place->day = day;
	return place;
}

static void close_day(struct counting *c)
{
	struct day_counts closed;

	counts_close_day(&c->counts, c->day, c->settings.random, &closed);
	counting_add(waiting_place(c, c->day), &closed);
}

static void send_waiting(struct counting *c)
{
	size_t sent = 0;

	while (sent < c->waiting_count && c->settings.send(c->settings.socket, &c->waiting[sent]))
		sent++;
	c->waiting_count -= sent;
	memmove(c->waiting, c->waiting + sent, c->waiting_count * sizeof c->waiting[0]);
}

void counting_clock(struct counting *c, date_t today, int clock_minutes)
{
	int hour = clock_minutes / MINUTES_OF_HOUR;
	bool another = c->day != DATE_NONE && c->day != today;

	if (!c->settings.on)
		return;
	if (another)
		close_day(c);
	c->day = today;
	if (c->waiting_count > 0 && (another || hour != c->tried_hour)) {
		c->tried_hour = hour;
		send_waiting(c);
	}
}

void counting_end(struct counting *c)
{
	if (!c->settings.on || c->day == DATE_NONE)
		return;
	close_day(c);
	send_waiting(c);
	c->day = DATE_NONE;
}

static void add_month(struct counts_week *w, struct arena *a, const char *folder, date_t day)
{
	char name[COUNTS_MONTH_NAME];
	const char *text;

	counts_month_name(day, name);
	const char *path = arena_printf(a, "%s/" UPDATING_COUNTS "/%s", folder, name);
	if (file_read_text(a, path, COUNTS_TABLE_MOST_BYTES, &text, NULL))
		(void)!counts_week_add_table(w, name, text, NULL);
}

bool counting_codes(const struct counting *c, struct arena *a, const char *folder, const char *city, date_t today,
	size_t limit, struct pieces *out)
{
	struct counts_week *week = arena_new(a, struct counts_week);
	date_t first = today - COUNTS_WEEK, last = today - 1;
	struct strbuf text;

	counts_week_init(week, today);
	add_month(week, a, folder, first);
	if (date_to_civil(first).month != date_to_civil(last).month)
		add_month(week, a, folder, last);
	for (size_t i = 0; i < c->waiting_count; i++)
		counts_week_add(week, &c->waiting[i]);
	strbuf_init(&text);
	counts_week_text(week, city ? city : "", &text);
	bool cut = pieces_cut(out, a, text.text, "counts", limit);
	strbuf_release(&text);
	return cut;
}
