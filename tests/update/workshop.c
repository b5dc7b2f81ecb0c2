#define _XOPEN_SOURCE 700 /* nftw */
#include "workshop.h"

#include "../content/fixture.h"
#include "base/str.h"
#include "update/highest.h"

#include <ftw.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct minisign_secret secrets[SIGNERS];
char signer_ids[SIGNERS][MINISIGN_ID_TEXT];

static void make_keys(void)
{
	assert_true(sodium_init() >= 0);
	for (int i = 0; i < SIGNERS; i++) {
		unsigned char seed[crypto_sign_SEEDBYTES] = {0}, public[32];

		seed[0] = (unsigned char)(i + 1);
		crypto_sign_seed_keypair(public, secrets[i].key, seed);
		memset(secrets[i].id, 0x11 * (i + 1), sizeof secrets[i].id);
		minisign_id_text(secrets[i].id, signer_ids[i]);
	}
}

static void trust(struct keys *keys, enum signer signer)
{
	minisign_public_of(&secrets[signer], &keys->keys[keys->count++]);
}

static int remove_one(const char *path, const struct stat *s, int type, struct FTW *at)
{
	(void)s;
	(void)type;
	(void)at;
	return remove(path);
}

static bool kiosk_answer(const struct kiosk_check *c, const char *guide, const char *site, struct err *e)
{
	struct workshop *w = (struct workshop *)((char *)(uintptr_t)c - offsetof(struct workshop, update.check));

	assert_non_null(guide);
	(void)site;
	w->kiosk_asked++;
	return !w->kiosk_says_no || err_set(e, "the kiosk found something");
}

const char *workshop_path(struct workshop *w, const char *path)
{
	return arena_printf(&w->arena, "%s/%s", w->root, path);
}

void workshop_open(struct workshop *w)
{
	const char *scratch = getenv("ROHNAMO_SCRATCH");

	memset(w, 0, sizeof *w);
	arena_init(&w->arena);
	make_keys();
	assert_non_null(scratch);
	w->root = arena_printf(&w->arena, "%s-%ld", scratch, (long)getpid());
	nftw(w->root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	w->settings = (struct update_settings){.folder = workshop_path(w, "updates"),
		.from = "/media/*/*/rohnamo /media/*/rohnamo /run/media/*/*/rohnamo /run/media/*/rohnamo",
		.media = w->root};
	assert_true(file_make_folder(w->settings.folder, NULL));
	assert_true(date_parse("2026-11-25", &w->settings.today));
	trust(&w->settings.trusted[PACK_GUIDE], WORKING);
	trust(&w->settings.trusted[PACK_GUIDE], RESERVE);
	trust(&w->settings.trusted[PACK_SITE], SITE);
	w->update = (struct update){
		.settings = &w->settings, .disk = &disk_system, .check = {.run = kiosk_answer, .program = "none"}};
}

void workshop_close(struct workshop *w)
{
	nftw(w->root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	arena_release(&w->arena);
}

const char *workshop_write(struct workshop *w, const char *path, const void *data, size_t bytes)
{
	char *whole = arena_strdup(&w->arena, workshop_path(w, path)), *slash = strrchr(whole, '/');

	*slash = '\0';
	assert_true(file_make_folder(whole, NULL));
	*slash = '/';
	assert_true(file_write(whole, data, bytes, NULL));
	return whole;
}

static struct image guide_of(int release)
{
	sqlite3 *db = fixture_database();
	char sql[256];

	snprintf(sql, sizeof sql,
		"UPDATE meta SET value = '%d' WHERE key = 'release';"
		"UPDATE meta SET value = '%d-abcdef01' WHERE key = 'version'",
		release, release);
	fixture_sql(db, sql);
	return fixture_seal(db);
}

static void fill(struct pack *p, const struct making *m)
{
	p->release = m->release;
	assert_true(date_parse(m->made ? m->made : "2026-11-01", &p->made));
	assert_true(date_parse(m->expires ? m->expires : "2027-05-01", &p->expires));
	if (m->version)
		snprintf(p->version, sizeof p->version, "%s", m->version);
}

static struct blob seal(struct arena *a, const struct pack *p, enum signer signer)
{
	struct err e = {"", "", ""};
	struct blob payload;

	if (!pack_payload(a, p, &payload, &e))
		fail_msg("%s", e.what);
	return pack_join(a, payload, minisign_sign(a, &secrets[signer], payload.data, payload.bytes, "test", "test"));
}

struct blob make_guide_pack(struct arena *a, const struct making *m)
{
	struct image guide = guide_of(m->inner_release ? m->inner_release : m->release);
	struct pack p = {.kind = PACK_GUIDE, .schema = m->schema ? m->schema : 4, .part_count = 1};

	if (m->damaged_guide)
		guide.data[guide.bytes / 2] ^= 1;
	snprintf(p.version, sizeof p.version, "%d-abcdef01", m->release);
	fill(&p, m);
	p.parts[0] = (struct pack_part){.name = "guide.db", .data = guide.data, .bytes = guide.bytes};
	struct blob pack = seal(a, &p, m->signer);
	free(guide.data);
	return pack;
}

struct blob make_site_pack(struct arena *a, const struct making *m)
{
	static const char notice[] = "lang,text,from,until,by\nru,Касса закрыта,2026-11-01,,Station\n";
	const char *contacts = m->contacts ? m->contacts
					   : "id,kind,name,phones\nstation,ngo,Station desk,+77172000099\n";
	struct pack p = {.kind = PACK_SITE, .part_count = 2};

	fill(&p, m);
	p.parts[0] = (struct pack_part){
		.name = "contacts.csv", .data = (const unsigned char *)contacts, .bytes = strlen(contacts)};
	p.parts[1] = (struct pack_part){
		.name = "notice.csv", .data = (const unsigned char *)notice, .bytes = sizeof notice - 1};
	if (m->contacts)
		p.part_count = 1;
	return seal(a, &p, m->signer);
}

const char *put_guide_pack(struct workshop *w, const char *path, const struct making *m)
{
	struct blob pack = make_guide_pack(&w->arena, m);

	return workshop_write(w, path, pack.data, pack.bytes);
}

const char *put_site_pack(struct workshop *w, const char *path, const struct making *m)
{
	struct blob pack = make_site_pack(&w->arena, m);

	return workshop_write(w, path, pack.data, pack.bytes);
}

struct taken workshop_take(struct workshop *w, const char *path)
{
	struct taken t = {.result = UPDATE_FAILED};

	if (store_open(&w->update.store, w->update.disk, w->settings.folder, &t.e)) {
		(void)!take_settle(&w->update, NULL);
		take(&w->update, path, &t);
		store_close(&w->update.store);
	}
	return t;
}

int release_in_use(struct workshop *w)
{
	const char *link = workshop_path(w, "updates/guide.db");
	struct err e = {"", "", ""};

	if (file_missing(link))
		return 0;
	struct guide *g = guide_open_file(link, &e);
	if (!g)
		fail_msg("what is in use does not open: %s %s", e.what, e.detail);
	int release = guide_info(g)->release;
	guide_close(g);
	return release;
}

int64_t highest_of(struct workshop *w, enum pack_kind kind, enum signer signer)
{
	struct store s = {&disk_system, w->settings.folder, -1};

	return highest_get(&s, kind, signer_ids[signer]);
}

/* By its digest; to open them all takes long. */
static bool is_whole(const char *path)
{
	struct arena a;
	struct blob file;
	unsigned char digest[GUIDE_DIGEST_BYTES];
	const size_t trailer = GUIDE_DIGEST_BYTES + 8;

	arena_init(&a);
	bool whole = file_read(&a, path, (size_t)4 << 20, &file, NULL) && file.bytes > trailer;
	if (whole) {
		crypto_generichash(digest, sizeof digest, file.data, file.bytes - trailer, NULL, 0);
		whole = memcmp(digest, file.data + file.bytes - trailer, sizeof digest) == 0;
	}
	arena_release(&a);
	return whole;
}

int stored_guides(struct workshop *w)
{
	const char *folder = workshop_path(w, "updates/guides");
	struct arena a;
	int count = 0;

	arena_init(&a);
	char **names = disk_names(&a, folder, 100);
	for (size_t i = 0; names[i]; i++) {
		if (!str_starts(names[i], "guide-"))
			continue;
		if (!is_whole(arena_printf(&a, "%s/%s", folder, names[i])))
			fail_msg("'%s' is not whole", names[i]);
		count++;
	}
	arena_release(&a);
	return count;
}
