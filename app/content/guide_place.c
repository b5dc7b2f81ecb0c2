/* Where the kiosk stands, and how far from it and on which clock the offices are. */
#include "content/guide_store.h"

#include "base/str.h"

#include <string.h>

void guide_place_read(const struct query *q, int column, struct guide_place *out)
{
	*out = (struct guide_place){.located = false};
	if (query_is_null(q, column + 2))
		return;
	out->located = !query_is_null(q, column) && !query_is_null(q, column + 1);
	out->at = (struct position){query_int(q, column), query_int(q, column + 1)};
	out->utc_minutes = query_int(q, column + 2);
	out->clock_known = out->utc_minutes >= -UTC_MINUTES_MOST && out->utc_minutes <= UTC_MINUTES_MOST;
}

static bool one_place(struct guide *g, enum statement s, const char *name, const char *value, struct guide_place *out)
{
	struct query q = query_start(g, s);
	bool found;

	*out = (struct guide_place){.located = false};
	query_bind(&q, name, value);
	found = query_next(&q, NULL) == QUERY_ROW;
	if (found)
		guide_place_read(&q, 0, out);
	query_stop(&q);
	return found;
}

bool guide_place_of(struct guide *g, const char *city, const char *country, struct guide_place *out)
{
	return (*city && one_place(g, STATEMENT_PLACE, ":city", city, out)) ||
		one_place(g, STATEMENT_COUNTRY, ":country", country, out);
}

/* "Aktau, Almaty, ..." */
static const char *known_cities(struct guide *g, struct arena *a)
{
	struct query q = query_start(g, STATEMENT_CITIES);
	const char *list = "";

	while (query_next(&q, NULL) == QUERY_ROW) {
		const char *city = query_text(&q, a, 0);
		list = *list ? arena_printf(a, "%s, %s", list, city) : city;
	}
	return list;
}

bool guide_set_here(struct guide *g, const char *city, struct err *e)
{
	struct guide_place place;
	struct arena scratch;

	g->here_known = false;
	if (!city)
		return true;
	guide_begin(g);
	if (position_parse(city, &g->here)) {
		g->here_known = true;
		return true;
	}
	if (one_place(g, STATEMENT_PLACE, ":city", city, &place) && place.located) {
		g->here = place.at;
		g->here_known = true;
		return true;
	}
	arena_init(&scratch);
	err_set(e, "city '%.60s' is not in this guide, so contacts are not sorted by distance", city);
	err_hint(e, "write its position as 43.25,76.92 or one of %.250s", known_cities(g, &scratch));
	arena_release(&scratch);
	return false;
}

int guide_distance_km(const struct guide *g, const struct guide_place *place)
{
	return g->here_known && place->located ? position_distance_km(g->here, place->at) : DISTANCE_UNKNOWN;
}
