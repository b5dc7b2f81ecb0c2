#define _XOPEN_SOURCE 700 /* nftw */
#include "cut.h"

#include "../testing.h"
#include "base/str.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum wish { WISH_MAKE, WISH_WRITE, WISH_SYNC, WISH_RENAME, WISH_LINK, WISH_UNLINK, WISH_FOLDER };
enum { FILES_MOST = 64, NODES_MOST = 512, ENTRIES_MOST = 128, ROOT = 0 };

struct noted {
	enum wish wish;
	const char *path, *other; /* below the folder; RENAME: to; LINK: the target */
	const void *data;
	size_t bytes;
};

/* A file, link or folder, with what is safe of it. */
struct node {
	bool folder;
	const char *target; /* of a link */
	const char *data, *safe;
	size_t bytes, safe_bytes;
};

struct entry {
	int folder, node;
	const char *name;
};

struct names {
	struct entry list[ENTRIES_MOST];
	size_t count;
};

static struct arena arena, scratch;
static struct arena *work; /* scratch while what is left is worked out */
static const char *root;
static struct list wishes; /* struct noted */
static const char *opened[FILES_MOST]; /* paths below */

/* The disk that is thought of. */
static struct node nodes[NODES_MOST];
static int node_count;
static struct names now, safe;
static struct node first_nodes[NODES_MOST];
static int first_node_count;
static struct names first;
static uint64_t last_left;

static const char *below(const char *path)
{
	if (!root || !str_starts(path, root))
		return NULL;
	const char *rest = path + strlen(root);
	if (*rest && *rest != '/')
		return NULL;
	return arena_strdup(&arena, *rest ? rest + 1 : "");
}

static void note(enum wish wish, const char *path, const char *other, const void *data, size_t bytes)
{
	if (!path)
		return;
	void *copy = arena_alloc(&arena, bytes);
	if (bytes > 0)
		memcpy(copy, data, bytes);
	*(struct noted *)list_add(&arena, &wishes, sizeof(struct noted)) = (struct noted){
		wish, path, other, copy, bytes};
}

static int noted_open(const char *path, int flags, mode_t mode)
{
	int file = disk_system.open(path, flags, mode);

	if (file >= 0 && file < FILES_MOST) {
		opened[file] = below(path);
		if (flags & O_CREAT)
			note(WISH_MAKE, opened[file], NULL, NULL, 0);
	}
	return file;
}

static ssize_t noted_write(int file, const void *data, size_t bytes)
{
	ssize_t put = disk_system.write(file, data, bytes);

	if (put > 0 && file < FILES_MOST)
		note(WISH_WRITE, opened[file], NULL, data, (size_t)put);
	return put;
}

static int noted_sync(int file)
{
	if (file < FILES_MOST)
		note(WISH_SYNC, opened[file], NULL, NULL, 0);
	return 0;
}

static int noted_rename(const char *from, const char *to)
{
	note(WISH_RENAME, below(from), below(to), NULL, 0);
	return disk_system.rename(from, to);
}

static int noted_symlink(const char *target, const char *path)
{
	note(WISH_LINK, below(path), arena_strdup(&arena, target), NULL, 0);
	return disk_system.symlink(target, path);
}

static int noted_unlink(const char *path)
{
	note(WISH_UNLINK, below(path), NULL, NULL, 0);
	return disk_system.unlink(path);
}

static int noted_mkdir(const char *path, mode_t mode)
{
	int done = disk_system.mkdir(path, mode);

	if (done == 0)
		note(WISH_FOLDER, below(path), NULL, NULL, 0);
	return done;
}

static int noted_rmdir(const char *path)
{
	note(WISH_UNLINK, below(path), NULL, NULL, 0);
	return disk_system.rmdir(path);
}

static ssize_t noted_read(int file, void *data, size_t bytes)
{
	return disk_system.read(file, data, bytes);
}

static int noted_close(int file)
{
	return disk_system.close(file);
}

const struct disk disk_noted = {
	.open = noted_open,
	.read = noted_read,
	.write = noted_write,
	.sync = noted_sync,
	.close = noted_close,
	.rename = noted_rename,
	.symlink = noted_symlink,
	.unlink = noted_unlink,
	.mkdir = noted_mkdir,
	.rmdir = noted_rmdir,
};

static struct entry *find(struct names *n, int folder, const char *name)
{
	for (size_t i = 0; i < n->count; i++)
		if (n->list[i].folder == folder && str_equal(n->list[i].name, name))
			return &n->list[i];
	return NULL;
}

static void drop(struct names *n, struct entry *e)
{
	if (e)
		*e = n->list[--n->count];
}

static void enter(struct names *n, int folder, const char *name, int node)
{
	drop(n, find(n, folder, name));
	assert_true(n->count < ENTRIES_MOST);
	n->list[n->count++] = (struct entry){folder, node, name};
}

/* The folder's node and the last name of a path; -1: there is no such folder. */
static int walk(const char *path, const char **out_name)
{
	char part[256];
	int folder = ROOT;

	for (const char *slash; (slash = strchr(path, '/')); path = slash + 1) {
		snprintf(part, sizeof part, "%.*s", (int)(slash - path), path);
		struct entry *e = find(&now, folder, part);
		if (!e)
			return -1;
		folder = e->node;
	}
	*out_name = arena_strdup(work, path);
	return folder;
}

static int node_of(const char *path)
{
	const char *name;
	int folder = walk(path, &name);
	struct entry *e = folder < 0 ? NULL : find(&now, folder, name);

	return !*path ? ROOT : e ? e->node : -1;
}

static int new_node(struct node n)
{
	assert_true(node_count < NODES_MOST);
	nodes[node_count] = n;
	return node_count++;
}

static void add(const char *path, struct node n)
{
	const char *name;
	int folder = walk(path, &name);

	assert_true(folder >= 0);
	enter(&now, folder, name, new_node(n));
}

static void append(struct node *n, const void *data, size_t bytes)
{
	char *whole = arena_alloc(work, n->bytes + bytes);

	if (n->bytes > 0)
		memcpy(whole, n->data, n->bytes);
	memcpy(whole + n->bytes, data, bytes);
	n->data = whole;
	n->bytes += bytes;
}

static void sync_node(int node)
{
	struct node *n = &nodes[node];

	n->safe = n->data;
	n->safe_bytes = n->bytes;
	if (!n->folder)
		return;
	for (size_t i = safe.count; i-- > 0;)
		if (safe.list[i].folder == node)
			drop(&safe, &safe.list[i]);
	for (size_t i = 0; i < now.count; i++)
		if (now.list[i].folder == node)
			enter(&safe, node, now.list[i].name, now.list[i].node);
}

static void move(const char *from, const char *to)
{
	const char *name, *other;
	int folder = walk(from, &name), node = node_of(from);

	if (node < 0)
		return;
	assert_int_equal(walk(to, &other), folder); /* all that we rename stays in its folder */
	drop(&now, find(&now, folder, name));
	enter(&now, folder, other, node);
}

static void do_wish(const struct noted *w)
{
	const char *name;
	int node = node_of(w->path), folder = walk(w->path, &name);

	if (w->wish == WISH_MAKE)
		add(w->path, (struct node){.data = "", .safe = ""});
	else if (w->wish == WISH_FOLDER)
		add(w->path, (struct node){.folder = true});
	else if (w->wish == WISH_LINK)
		add(w->path, (struct node){.target = w->other});
	else if (w->wish == WISH_RENAME)
		move(w->path, w->other);
	else if (node >= 0 && w->wish == WISH_WRITE)
		append(&nodes[node], w->data, w->bytes);
	else if (node >= 0 && w->wish == WISH_SYNC)
		sync_node(node);
	else if (node >= 0 && w->wish == WISH_UNLINK)
		drop(&now, find(&now, folder, name));
}

static int load_one(const char *path, const struct stat *s, int type, struct FTW *at)
{
	char target[256] = "";
	struct blob blob = {NULL, 0};
	const char *rest = below(path);

	(void)at;
	if (!*rest)
		return 0;
	if (type == FTW_SL)
		assert_true(readlink(path, target, sizeof target - 1) > 0);
	else if (type == FTW_F)
		assert_true(file_read(&arena, path, (size_t)4 << 20, &blob, NULL));
	add(rest,
		(struct node){.folder = S_ISDIR(s->st_mode),
			.target = *target ? arena_strdup(&arena, target) : NULL,
			.data = (const char *)blob.data,
			.bytes = blob.bytes});
	return 0;
}

void cut_begin(const char *folder)
{
	arena_init(&arena);
	arena_init(&scratch);
	work = &arena;
	root = folder;
	wishes = (struct list){0};
	memset(opened, 0, sizeof opened);
	now.count = safe.count = 0;
	node_count = 0;
	new_node((struct node){.folder = true});
	assert_int_equal(nftw(folder, load_one, 16, FTW_PHYS), 0);
	for (int i = 0; i < node_count; i++)
		sync_node(i);
	memcpy(first_nodes, nodes, sizeof nodes);
	first_node_count = node_count;
	first = now;
}

int cut_count(void)
{
	root = NULL; /* what comes now is not noted */
	return (int)wishes.count;
}

static int remove_one(const char *path, const struct stat *s, int type, struct FTW *at)
{
	(void)s;
	(void)type;
	(void)at;
	return remove(path);
}

/* The bit of a folder: root, guides, and sites with all that is in it. */
static bool names_are_there(int folder, int way)
{
	struct entry *guides = find(&now, ROOT, UPDATING_GUIDES);

	return way & (folder == ROOT ? 1 : guides && guides->node == folder ? 2 : 4);
}

static uint64_t put_node(const char *path, const struct node *n, uint64_t hash);

/* `into` NULL: only its hash. */
static uint64_t put_folder(const char *into, int folder, int way, uint64_t hash)
{
	const struct names *names = names_are_there(folder, way) ? &now : &safe;

	for (size_t i = 0; i < names->count; i++) {
		const struct entry *e = &names->list[i];
		if (e->folder != folder)
			continue;
		const char *path = into ? arena_printf(work, "%s/%s", into, e->name) : NULL;
		hash = hash_text(hash, e->name);
		if (!nodes[e->node].folder) {
			hash = put_node(path, &nodes[e->node], hash);
			continue;
		}
		if (path)
			assert_int_equal(mkdir(path, 0755), 0);
		hash = put_folder(path, e->node, way, hash);
	}
	return hash;
}

static uint64_t put_node(const char *path, const struct node *n, uint64_t hash)
{
	if (path && n->target)
		assert_int_equal(symlink(n->target, path), 0);
	if (n->target)
		return hash_text(hash, n->target);
	if (path) {
		char *left = arena_alloc(work, n->bytes + 1);
		if (n->safe_bytes > 0)
			memcpy(left, n->safe, n->safe_bytes);
		assert_true(file_write(path, left, n->bytes, NULL)); /* what was not synced is zeros */
	}
	return hash_bytes(hash, &(const size_t[]){n->bytes, n->safe_bytes}, 2 * sizeof(size_t));
}

bool cut_leave(const char *folder, int wish_count, int way)
{
	arena_reset(&scratch);
	work = &scratch;
	now = safe = first;
	memcpy(nodes, first_nodes, sizeof nodes);
	node_count = first_node_count;
	for (int i = 0; i < wish_count; i++)
		do_wish(&((struct noted *)wishes.items)[i]);
	uint64_t hash = put_folder(NULL, ROOT, way, STR_HASH_START);
	if (way > 0 && hash == last_left)
		return false;
	last_left = hash;
	nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	assert_int_equal(mkdir(folder, 0755), 0);
	put_folder(folder, ROOT, way, STR_HASH_START);
	return true;
}

void cut_end(void)
{
	arena_release(&scratch);
	arena_release(&arena);
}
