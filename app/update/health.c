#include "update/health.h"

#include "content/guide.h"
#include "update/tell.h"

static void read_guide(const char *path, struct health *out)
{
	struct guide *g = file_exists(path) ? guide_open_file(path, NULL) : NULL;

	if (!g)
		return;
	out->guide_release = guide_info(g)->release;
	out->guide_content = guide_info(g)->content_date;
	out->guide_check_by = guide_info(g)->check_by;
	guide_close(g);
}

void health_read(const struct disk *d, const char *folder, struct health *out)
{
	const struct store s = {d, folder, -1};
	struct outcome last;
	struct arena a;

	*out = (struct health){.guide_content = DATE_NONE, .guide_check_by = DATE_NONE, .update_day = DATE_NONE};
	arena_init(&a);
	read_guide(store_link(&s, &a, PACK_GUIDE), out);
	arena_release(&a);
	tell_read(&s, &last);
	if (last.serial > 0 && !last.looking) {
		out->update_result = update_word(last.result);
		out->update_day = last.date;
	}
}
