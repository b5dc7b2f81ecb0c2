/* The order of the judgements is that of standards.md, "Update attacks": first who speaks, then what he says. */
#include "update/take.h"

#include "base/str.h"
#include "content/guide.h"
#include "update/highest.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const enum update_result of_state[] = {
	[PACK_OK] = UPDATE_INSTALLED,
	[PACK_NONE] = UPDATE_NOT_A_PACK,
	[PACK_FORGED] = UPDATE_FORGED,
	[PACK_DAMAGED] = UPDATE_MIXED,
	[PACK_MIXED] = UPDATE_MIXED,
};

date_t take_today(const struct update *u)
{
	return u->settings->today != DATE_NONE ? u->settings->today : date_today_kz();
}

/* A stick that was pulled, or a file that is none: not the fault of this machine. */
static enum update_result result_of_reading(int why)
{
	return why == EFBIG || why == EINVAL || why == ELOOP ? UPDATE_NOT_A_PACK : UPDATE_UNREADABLE;
}

static enum update_result forged(const struct update *u, struct err *e)
{
	size_t keys = u->settings->trusted[PACK_GUIDE].count + u->settings->trusted[PACK_SITE].count;

	if (keys == 0) {
		err_set(e, "no key is trusted, so nothing can be taken");
		err_hint(e, "set update-key or site-key in the settings");
	}
	return UPDATE_FORGED;
}

/* A key is trusted for its kind alone: each kind is read with its own keys, so that ids that are alike are no way from one to the
 * other. */
static enum update_result verify(const struct update *u, struct blob file, struct pack *pack, struct err *e)
{
	enum pack_state worst = PACK_FORGED;

	for (int kind = 0; kind < PACK_KIND_COUNT; kind++) {
		const struct keys *keys = &u->settings->trusted[kind];
		struct err why = {"", "", ""};
		enum pack_state state = pack_read(file.data, file.bytes, keys->keys, keys->count, pack, &why);

		if (state == PACK_OK && pack->kind == (enum pack_kind)kind) {
			*e = why; /* nothing */
			return UPDATE_INSTALLED;
		}
		if (state == PACK_OK) {
			err_set(e, "it holds a %s, but is signed by the key for a %s", pack_kind_name(pack->kind),
				pack_kind_name((enum pack_kind)kind));
			return UPDATE_FORGED;
		}
		if (kind == 0 || state != PACK_FORGED) {
			worst = state;
			*e = why;
		}
	}
	return worst == PACK_FORGED ? forged(u, e) : of_state[worst];
}

static enum update_result judge_list(const struct pack *pack, date_t today, struct err *e)
{
	char day[11];

	/* Before the day on which it was made the clock is wrong, and says nothing. */
	if (today >= pack->made && today > pack->expires) {
		date_iso(pack->expires, day);
		err_set(e, "it was to be put to use by %s", day);
		err_hint(e, "bring a newer one, or set the clock of this machine");
		return UPDATE_EXPIRED;
	}
	if (pack->kind == PACK_GUIDE && pack->schema != GUIDE_SCHEMA_VERSION) {
		bool newer = pack->schema > GUIDE_SCHEMA_VERSION;
		err_set(e, "its guide has form %d; this program opens form %d", pack->schema, GUIDE_SCHEMA_VERSION);
		err_hint(e, newer ? "install a newer Rohnamo first" : "bring a newer guide");
		return UPDATE_TOO_NEW;
	}
	return UPDATE_INSTALLED;
}

static enum update_result older(const struct pack *pack, int64_t highest, struct err *e)
{
	err_set(e, "release %lld is not taken: %lld by the same key was in use before", (long long)pack->release,
		(long long)highest);
	err_hint(e, "bring one that was made later");
	return UPDATE_OLDER;
}

static enum update_result judge_release(
	const struct update *u, const struct pack *pack, const struct present *present, struct err *e)
{
	char key[MINISIGN_ID_TEXT];

	minisign_id_text(pack->key_id, key);
	bool own = present->there && str_equal(present->release.key, key);
	int64_t highest = highest_get(&u->store, pack->kind, key);
	if (own && present->release.number > highest)
		highest = present->release.number;
	if (pack->release < highest)
		return older(pack, highest, e);
	if (own && pack->release == present->release.number) {
		err_set(e, "release %lld is in use already", (long long)pack->release);
		return UPDATE_SAME;
	}
	/* The highest itself comes back only where nothing opens: else another key has replaced it since. */
	return pack->release == highest && present->there ? older(pack, highest, e) : UPDATE_INSTALLED;
}

static void note(struct taken *t, const struct pack *pack, const struct present *present)
{
	t->known = true;
	t->kind = pack->kind;
	t->release = pack->release;
	snprintf(t->version, sizeof t->version, "%s", pack->version);
	snprintf(t->former, sizeof t->former, "%s", present->version);
	minisign_id_text(pack->key_id, t->key);
}

/* Reads into `a`. */
static void read_and_judge(
	const struct update *u, struct arena *a, const char *path, struct pack *pack, struct taken *t)
{
	struct present present;
	struct blob file;

	*t = (struct taken){.version = "-", .former = "-", .key = "-"};
	if (!disk_read(u->disk, a, path, PACK_MOST_BYTES, &file, &t->e)) {
		t->result = result_of_reading(errno);
		return;
	}
	t->result = verify(u, file, pack, &t->e);
	if (t->result != UPDATE_INSTALLED)
		return;
	store_present(&u->store, pack->kind, &present);
	note(t, pack, &present);
	t->result = judge_list(pack, take_today(u), &t->e);
	if (t->result == UPDATE_INSTALLED)
		t->result = judge_release(u, pack, &present, &t->e);
}

void take_judge(const struct update *u, const char *path, struct taken *out)
{
	struct arena a;
	struct pack pack;

	arena_init(&a);
	read_and_judge(u, &a, path, &pack, out);
	arena_release(&a);
}

static enum update_result try_new(const struct update *u, struct arena *a, const struct pack *pack, struct err *e)
{
	const char *path = store_new(&u->store, a, pack);
	struct present guide;

	if (pack->kind == PACK_GUIDE)
		return trial_guide(&u->check, pack, path, e);
	store_present(&u->store, PACK_GUIDE, &guide);
	return trial_site(&u->check, guide.there ? store_link(&u->store, a, PACK_GUIDE) : NULL, path, take_today(u), e);
}

static enum update_result install(const struct update *u, struct arena *a, const struct pack *pack, struct err *e)
{
	if (!store_add(&u->store, pack, e))
		return disk_result(errno);
	enum update_result r = try_new(u, a, pack, e);
	if (r == UPDATE_INSTALLED && !store_use(&u->store, pack, e))
		r = disk_result(errno);
	if (r != UPDATE_INSTALLED)
		store_drop(&u->store, pack);
	return r;
}

bool take_settle(const struct update *u, struct err *e)
{
	for (int kind = 0; kind < PACK_KIND_COUNT; kind++) {
		struct release release;

		if (store_linked(&u->store, (enum pack_kind)kind, &release) &&
			(!highest_raise(&u->store, (enum pack_kind)kind, &release, e) ||
				!store_tidy(&u->store, (enum pack_kind)kind, e)))
			return false;
	}
	return true;
}

void take(const struct update *u, const char *path, struct taken *out)
{
	struct arena a;
	struct pack pack;

	arena_init(&a);
	read_and_judge(u, &a, path, &pack, out);
	if (out->result == UPDATE_INSTALLED)
		out->result = install(u, &a, &pack, &out->e);
	if (out->result == UPDATE_INSTALLED) /* it is in use, whatever comes now */
		(void)!take_settle(u, &out->e);
	arena_release(&a);
}
