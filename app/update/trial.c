/* A pack has been signed, so what is looked for here are mistakes of its makers, and what this machine cannot show. */
#include "update/trial.h"

#include "base/file.h"
#include "base/str.h"
#include "content/guide.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { SAID_BYTES = 256, ARGUMENTS = 9 };

/* The check's process, and a pipe from what it says. */
struct checking {
	pid_t process;
	int said;
	char line[SAID_BYTES]; /* the first that it said */
	size_t length;
};

static bool start(struct checking *c, const char *program, char *const *argv)
{
	posix_spawn_file_actions_t actions;
	int ends[2];

	if (pipe(ends) != 0)
		return false;
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
	int why = posix_spawn(&c->process, program, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	c->said = ends[0];
	if (why == 0)
		return true;
	close(ends[0]);
	errno = why;
	return false;
}

static void note(struct checking *c, const char *part, size_t bytes)
{
	bool ended = c->length > 0 && c->line[c->length - 1] == '\n';

	for (size_t i = 0; i < bytes && !ended && c->length < SAID_BYTES - 1; i++) {
		c->line[c->length++] = part[i];
		ended = part[i] == '\n';
	}
}

/* Reads until the other end is closed, which it is when the process has ended. False when that takes too long. */
static bool listen_to_end(struct checking *c, int64_t until_ms)
{
	char part[4096];

	for (;;) {
		struct pollfd fd = {.fd = c->said, .events = POLLIN};
		int64_t left = until_ms - clock_ms();
		int ready = poll(&fd, 1, left > 0 ? (int)left : 0);
		if (ready < 0 && errno == EINTR)
			continue;
		if (ready <= 0)
			return false;
		ssize_t bytes = read(c->said, part, sizeof part);
		if (bytes < 0 && errno == EINTR)
			continue;
		if (bytes <= 0)
			return bytes == 0;
		note(c, part, (size_t)bytes);
	}
}

static int wait_for(pid_t process)
{
	int status = 0;

	while (waitpid(process, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return status;
}

static bool judge(
	const struct checking *c, bool in_time, int status, bool findings_count, const char *what, struct err *e)
{
	if (!in_time)
		return err_set(e, "the kiosk's check of '%s' took too long", what);
	if (WIFEXITED(status) && (WEXITSTATUS(status) == 0 || (WEXITSTATUS(status) == 1 && !findings_count)))
		return true;
	err_set(e, "the kiosk's check of '%s' %s", what, WIFEXITED(status) ? "found something" : "broke off");
	return err_detail(e, "%.*s", (int)strcspn(c->line, "\n"), c->line);
}

bool kiosk_check_run(const struct kiosk_check *check, const char *guide, const char *site, struct err *e)
{
	struct checking c = {.said = -1};
	struct arena a;
	size_t count = 0;
	char *argv[ARGUMENTS] = {NULL};

	arena_init(&a);
	const char *const words[] = {check->program, "--check", guide ? "--guide" : NULL, guide, site ? "--site" : NULL,
		site, check->config ? "--config" : NULL, check->config};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (words[i])
			argv[count++] = arena_strdup(&a, words[i]);
	bool started = start(&c, check->program, argv);
	if (!started) {
		int why = errno;
		err_set(e, "the kiosk '%s' cannot be started for its check", check->program);
		err_detail(e, "%s", strerror(why));
		err_hint(e, "name it with --program FILE");
	}
	arena_release(&a);
	if (!started)
		return false;
	bool in_time = listen_to_end(&c, clock_ms() + check->patience_ms);
	if (!in_time)
		kill(c.process, SIGKILL);
	close(c.said);
	return judge(&c, in_time, wait_for(c.process), site == NULL, site ? site : guide, e);
}

static bool read_whole(struct guide *g, struct err *e)
{
	int more;

	do
		more = guide_check_slice(g, (size_t)4 << 20);
	while (more > 0);
	return more == 0 || err_set(e, "the guide does not fit its digest");
}

static enum update_result compare(struct guide *g, const struct pack *pack, struct err *e)
{
	const struct guide_info *info = guide_info(g);

	if (info->release == pack->release && str_equal(info->version, pack->version))
		return UPDATE_INSTALLED;
	err_set(e, "the guide says that it is %.60s, but its list says %s", info->version, pack->version);
	return UPDATE_MIXED;
}

enum update_result trial_guide(const struct kiosk_check *c, const struct pack *pack, const char *path, struct err *e)
{
	struct guide *g = guide_open_file(path, e);

	if (!g)
		return UPDATE_FAILED_CHECK;
	enum update_result r = read_whole(g, e) ? compare(g, pack, e) : UPDATE_FAILED_CHECK;
	guide_close(g);
	if (r != UPDATE_INSTALLED)
		return r;
	return c->run(c, path, NULL, e) ? UPDATE_INSTALLED : UPDATE_FAILED_CHECK;
}

/* Whether there is a row that the kiosk would show. */
static bool has_rows(struct guide *g, struct arena *a, const char *path, date_t today, struct err *e)
{
	char **problems = NULL;

	guide_read_site_at(g, a, path, today, &problems);
	if (guide_site_rows(g) > 0)
		return true;
	err_set(e, "no row of the site folder can be used");
	return problems && problems[0] ? err_detail(e, "%s", problems[0]) : false;
}

enum update_result trial_site(
	const struct kiosk_check *c, const char *guide, const char *path, date_t today, struct err *e)
{
	struct arena a;

	arena_init(&a);
	const char *used = guide ? guide : asset_find(&a, "guide.db");
	struct guide *g = used ? guide_open_file(used, e) : NULL;
	if (!used)
		err_set(e, "there is no guide to check a site folder with");
	enum update_result r = !g                                             ? UPDATE_FAILED
		: has_rows(g, &a, path, today, e) && c->run(c, used, path, e) ? UPDATE_INSTALLED
									      : UPDATE_FAILED_CHECK;
	guide_close(g);
	arena_release(&a);
	return r;
}
