/* rohnamo-update: takes what its owner signed, from a stick or a watched folder, and puts it where the kiosk finds it. */
#include "base/str.h"
#include "content/guide.h"
#include "update/counts.h"
#include "update/health.h"
#include "update/look.h"
#include "update/watch.h"

#include <poll.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STATUS_DONE, STATUS_FAILED, STATUS_USAGE };
enum { SETTLE_MS = 1000, CHECK_MS = 300000 };

static void complain(const struct err *e)
{
	char line[1024];

	err_line(e, line, sizeof line);
	fprintf(stderr, "rohnamo-update: %s\n", line);
}

static void say(void *self, const char *path, const struct taken *t)
{
	char line[1024];

	(void)self;
	printf("%s: %s", path, update_word(t->result));
	if (t->known)
		printf(": %s %lld, %s", pack_kind_name(t->kind), (long long)t->release, t->version);
	if (*t->e.what) {
		err_line(&t->e, line, sizeof line);
		printf(": %s", line);
	}
	putchar('\n');
	fflush(stdout);
}

static const char *kiosk_beside(struct arena *a)
{
	char path[4096];
	ssize_t bytes = readlink("/proc/self/exe", path, sizeof path - 1);
	char *slash = NULL;

	if (bytes > 0) {
		path[bytes] = '\0';
		slash = strrchr(path, '/');
	}
	return slash ? arena_printf(a, "%.*s/rohnamo", (int)(slash - path), path) : "rohnamo";
}

/* What stays: looks, and takes the kiosk's counts. */
struct staying {
	struct look *look;
	struct counts_desk desk;
	bool said; /* since the metrics were written */
};

static void say_and_note(void *self, const char *path, const struct taken *t)
{
	((struct staying *)self)->said = true;
	say(NULL, path, t);
}

static void write_metrics(struct staying *s)
{
	struct err e = {"", "", ""};

	s->said = false;
	health_read(s->desk.disk, s->desk.folder, &s->desk.health);
	if (!metrics_write(s->desk.disk, s->desk.folder, &s->desk.health, take_today(s->look->update), &e))
		complain(&e);
}

static void look_again(void *self)
{
	struct staying *s = self;
	struct err e = {"", "", ""};

	if (!look(s->look, &e))
		complain(&e);
	if (s->said)
		write_metrics(s);
}

static bool take_counts(void *self)
{
	struct staying *s = self;
	struct err e = {"", "", ""};

	health_read(s->desk.disk, s->desk.folder, &s->desk.health);
	if (!counts_serve(&s->desk, take_today(s->look->update), &e))
		complain(&e);
	return false; /* nothing to look for */
}

/* Where there is no folder for the socket, nobody counts. Its group is the kiosk's. */
static bool watch_counts(struct watch *w, struct staying *s, const char *path, const char *around, struct err *e)
{
	if (access(around, F_OK) != 0)
		return true;
	return counts_listen(path, &s->desk.listener, e) &&
		(chmod(path, 0660) == 0 || err_set(e, "socket '%s' cannot be opened to the kiosk", path)) &&
		(watch_add(w, s->desk.listener, POLLIN, take_counts, s) || err_set(e, "too much is watched"));
}

static const char *folder_around(struct arena *a, const char *folder)
{
	char *around = arena_strdup(a, folder);
	size_t bytes = strlen(around);

	while (bytes > 1 && around[bytes - 1] == '/')
		around[--bytes] = '\0';
	char *slash = strrchr(around, '/');
	slash[slash == around] = '\0';
	return around;
}

static int stay(struct look *l, struct arena *a, const struct update_settings *s)
{
	struct err e = {"", "", ""};
	struct watch watch = {.count = 0};
	struct watched_folder inbox;
	struct staying staying = {
		.look = l, .desk = {.disk = l->update->disk, .folder = s->folder, .patience_ms = COUNTS_PATIENCE_MS}};

	l->say = say_and_note;
	l->self = &staying;
	/* Watched before the first look, so that nothing comes between. */
	if (!watch_mounts(&watch, &e) ||
		(s->inbox && !watch_folder(&watch, &inbox, s->inbox, folder_around(a, s->inbox), &e)) ||
		!watch_counts(&watch, &staying, s->counts, folder_around(a, s->counts), &e) || !look(l, &e)) {
		complain(&e);
		return STATUS_FAILED;
	}
	write_metrics(&staying);
	(void)!watch_run(&watch, SETTLE_MS, look_again, &staying, &e);
	complain(&e);
	return STATUS_FAILED;
}

static int once(struct look *l, const struct update_settings *s)
{
	struct err e = {"", "", ""};

	if (!(*s->files ? look_at(l, s->files, &e) : look(l, &e))) {
		complain(&e);
		return STATUS_FAILED;
	}
	return l->all_well && !ferror(stdout) ? STATUS_DONE : STATUS_FAILED;
}

static int run(struct arena *a, const struct update_settings *s)
{
	struct update update = {.settings = s,
		.disk = &disk_system,
		.check = {.run = kiosk_check_run,
			.program = s->program ? s->program : kiosk_beside(a),
			.config = s->config,
			.patience_ms = CHECK_MS}};
	struct look look;

	umask(022); /* the kiosk is another user */
	guide_memory_init();
	if (sodium_init() < 0) {
		fputs("rohnamo-update: libsodium does not start\n", stderr);
		return STATUS_FAILED;
	}
	look_init(&look, &update, say, NULL);
	return s->mode == UPDATE_ONCE ? once(&look, s) : stay(&look, a, s);
}

int main(int argc, char **argv)
{
	struct update_settings settings;
	struct err e = {"", "", ""};
	struct arena a;
	int status;

	arena_init(&a);
	if (!update_settings_read(&settings, &a, argc, argv, &e)) {
		complain(&e);
		status = STATUS_USAGE;
	} else if (settings.mode == UPDATE_HELP) {
		fputs(update_help(), stdout);
		status = fflush(stdout) == 0 ? STATUS_DONE : STATUS_FAILED;
	} else {
		status = run(&a, &settings);
	}
	arena_release(&a);
	return status;
}
