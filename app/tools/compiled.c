#include "tools/compiled.h"

#include "base/file.h"
#include "content/guide.h"

static const size_t file_limit = (size_t)1024 * 1024 * 1024;

bool compiled_open(struct compiled *c, const char *path, struct err *e)
{
	static const size_t trailer = GUIDE_DIGEST_BYTES + sizeof GUIDE_TRAILER_MARK - 1;
	struct blob blob;

	arena_init(&c->arena);
	c->db = NULL;
	struct guide *g = guide_open_file(path, e); /* is it a guide at all, and undamaged? */
	if (!g)
		return false;
	guide_close(g);
	if (!file_read(&c->arena, path, file_limit, &blob, e))
		return false;
	if (sqlite3_open(":memory:", &c->db) != SQLITE_OK ||
		sqlite3_deserialize(c->db, "main", blob.data, (sqlite3_int64)(blob.bytes - trailer),
			(sqlite3_int64)(blob.bytes - trailer), SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
		return err_set(e, "guide '%s' cannot be read: %s", path, sqlite3_errmsg(c->db));
	return true;
}

void compiled_close(struct compiled *c)
{
	sqlite3_close(c->db);
	arena_release(&c->arena);
}
