/* The effect "load": what a screen shows of the guide, fetched into the page arena. */
#ifndef ROHNAMO_SHELL_LOAD_H
#define ROHNAMO_SHELL_LOAD_H

#include "content/guide.h"
#include "screens/model.h"

/* Never fails: a load that fails is data with `failed` and the reason. `data` is zeroed first. */
void load_screen(
	struct guide *guide, struct arena *a, const struct model *m, const char *lang, struct screen_data *data);

/* Whether a route's page, topic, question or contact exists; false with a sentence in `e` that names the route. */
bool load_route_exists(struct guide *guide, struct arena *scratch, const struct route *route, struct err *e) MUST_CHECK;

/* All routes that can be shown, in the order of --list-screens; NULL-terminated, owned by `a`. */
bool load_all_routes(
	struct guide *guide, struct arena *a, const char *const **out, size_t *out_count, struct err *e) MUST_CHECK;

#endif
