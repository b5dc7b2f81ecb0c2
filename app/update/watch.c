#include "update/watch.h"

#include "base/date.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

static const char mounts[] = "/proc/self/mountinfo";

static bool complain(struct err *e, const char *what, const char *path)
{
	int why = errno;

	err_set(e, "'%s' %s", path, what);
	return err_detail(e, "%s", strerror(why));
}

bool watch_add(struct watch *w, int fd, short events, watch_ready ready, void *self)
{
	if (w->count == WATCH_MOST)
		return false;
	w->list[w->count++] = (struct watched){fd, events, ready, self};
	return true;
}

/* To have been polled is all that the kernel wants. */
static bool mounts_changed(void *self)
{
	(void)self;
	return true;
}

bool watch_mounts(struct watch *w, struct err *e)
{
	int fd = open(mounts, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return complain(e, "cannot be opened", mounts);
	return watch_add(w, fd, POLLPRI, mounts_changed, NULL) || err_set(e, "too much is watched");
}

/* Again after each change, since the folder may be another one. */
static bool look_for_folder(struct watched_folder *f)
{
	int number = inotify_add_watch(
		f->fd, f->folder, IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR);
	bool another = number != f->number;

	if (another && f->number >= 0)
		inotify_rm_watch(f->fd, f->number); /* gone already, or elsewhere */
	f->number = number;
	return another && number >= 0;
}

static bool folder_changed(void *self)
{
	struct watched_folder *f = self;
	union {
		struct inotify_event first;
		char bytes[16 * (sizeof(struct inotify_event) + NAME_MAX + 1)];
	} events;
	bool inside = false;

	for (ssize_t bytes; (bytes = read(f->fd, &events, sizeof events)) > 0;)
		for (char *at = events.bytes; at < events.bytes + bytes;) {
			struct inotify_event event;
			memcpy(&event, at, sizeof event);
			inside = inside || event.wd == f->number || (event.mask & IN_Q_OVERFLOW);
			at += sizeof event + event.len;
		}
	return look_for_folder(f) || inside;
}

bool watch_folder(struct watch *w, struct watched_folder *f, const char *folder, const char *around, struct err *e)
{
	*f = (struct watched_folder){folder, around, inotify_init1(IN_CLOEXEC | IN_NONBLOCK), -1};
	if (f->fd < 0)
		return complain(e, "cannot be watched", folder);
	if (inotify_add_watch(f->fd, around, IN_CREATE | IN_MOVED_TO | IN_ONLYDIR) < 0) {
		complain(e, "cannot be watched", around);
		close(f->fd);
		return false;
	}
	look_for_folder(f);
	return watch_add(w, f->fd, POLLIN, folder_changed, f) || err_set(e, "too much is watched");
}

/* Calls those that are ready; true when a look is due. */
static bool call_ready(const struct watch *w, const struct pollfd *fds)
{
	bool due = false;

	for (size_t i = 0; i < w->count; i++)
		if (fds[i].revents && w->list[i].ready(w->list[i].self))
			due = true;
	return due;
}

static int left_until(int64_t until_ms)
{
	int64_t left = until_ms - clock_ms();

	return left > 0 ? (int)left : 0;
}

bool watch_run(struct watch *w, int settle_ms, void (*settled)(void *self), void *self, struct err *e)
{
	int64_t first_ms = 0, until_ms = 0;
	bool due = false;

	for (;;) {
		struct pollfd fds[WATCH_MOST];
		for (size_t i = 0; i < w->count; i++)
			fds[i] = (struct pollfd){.fd = w->list[i].fd, .events = w->list[i].events};
		int ready = poll(fds, w->count, due ? left_until(until_ms) : -1);
		if (ready < 0 && errno != EINTR)
			return complain(e, "failed", "poll");
		if (ready > 0 && call_ready(w, fds)) {
			int64_t now_ms = clock_ms(), last_ms = (due ? first_ms : now_ms) + 10 * (int64_t)settle_ms;
			first_ms = due ? first_ms : now_ms;
			until_ms = now_ms + settle_ms < last_ms ? now_ms + settle_ms : last_ms;
			due = true;
		}
		if (due && left_until(until_ms) == 0) {
			due = false;
			settled(self);
		}
	}
}
