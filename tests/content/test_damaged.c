/* Damaged and hostile guides: whatever the bytes are, the program neither crashes nor hangs nor hands out NULL. */
#include "fixture.h"

#include "content/guide_store.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static struct image copy_of(const struct image *image)
{
	struct image copy = {malloc(image->bytes), image->bytes};

	assert_non_null(copy.data);
	memcpy(copy.data, image->data, image->bytes);
	return copy;
}

/* A generator of our own: the same damage on every machine. */
static uint32_t next_number(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void test_truncated(void **state)
{
	struct image image = fixture_seal(fixture_database());

	(void)state;
	for (size_t bytes = 0; bytes < image.bytes; bytes += bytes < 1000 ? 37 : 1371)
		assert_null(guide_open_memory(image.data, bytes, NULL));
	/* Cut and sealed anew: the digest is right, pages are missing. */
	for (size_t bytes = 512; bytes + GUIDE_TRAILER_BYTES < image.bytes; bytes += 2048) {
		struct image cut = copy_of(&image);
		struct guide *g;

		cut.bytes = bytes + GUIDE_TRAILER_BYTES;
		fixture_reseal(&cut);
		g = guide_open_memory(cut.data, cut.bytes, NULL);
		assert_null(g);
		free(cut.data);
	}
	free(image.data);
}

static void test_flipped_bits(void **state)
{
	struct image image = fixture_seal(fixture_database());
	uint32_t seed = 1;

	(void)state;
	for (int i = 0; i < 400; i++) {
		struct image bad = copy_of(&image);

		bad.data[next_number(&seed) % bad.bytes] ^= (unsigned char)(1u << (next_number(&seed) % 8));
		assert_null(guide_open_memory(bad.data, bad.bytes, NULL));
		free(bad.data);
	}
	free(image.data);
}

/* The same, and worse, with a right digest: nothing but SQLite and our own care stands between. `walk` off asks what would
 * happen if quick_check saw nothing. */
static void damage(bool walk, int flips, uint32_t seed, size_t within)
{
	struct image image = fixture_seal(fixture_database());
	int opened = 0;

	for (int i = 0; i < 400; i++) {
		struct image bad = copy_of(&image);
		size_t database_bytes = bad.bytes - GUIDE_TRAILER_BYTES;
		struct guide *g;

		for (int k = 0; k < flips; k++)
			bad.data[next_number(&seed) % (within ? within : database_bytes)] ^= (unsigned char)(1u
				<< (next_number(&seed) % 8));
		fixture_reseal(&bad);
		g = guide_open_bytes("damaged", bad.data, bad.bytes, walk, NULL);
		if (g) {
			opened++;
			fixture_ask_everything(g);
		}
		guide_close(g);
		free(bad.data);
	}
	/* Not all can be refused (a letter of a text), or the loop above would test nothing. */
	assert_true(opened > 0 || within);
	free(image.data);
}

static void test_flipped_bits_with_right_digest(void **state)
{
	(void)state;
	damage(true, 1, 2, 0);
	damage(false, 1, 3, 0);
	damage(false, 40, 4, 0);
	damage(false, 2, 5, 4096); /* header and schema */
}

#define REFUSED SIZE_MAX

static void ask(const char *sql, size_t least)
{
	sqlite3 *db = fixture_database();
	struct image image;
	struct guide *g;
	size_t texts;

	fixture_sql(db, "PRAGMA ignore_check_constraints = ON");
	fixture_sql(db, sql);
	image = fixture_seal(db);
	g = guide_open_bytes("hostile", image.data, image.bytes, false, NULL);
	texts = g ? fixture_ask_everything(g) : 0;
	if (least == REFUSED ? g != NULL : texts < least)
		fail_msg("%zu texts, not %zu: %.100s", texts, least, sql);
	guide_close(g);
	free(image.data);
}

static void test_hostile_content(void **state)
{
	(void)state;
	/* Parents in a circle, and a topic that is its own. */
	ask("UPDATE topic SET parent = 'registration' WHERE id = 'stay'; UPDATE topic SET parent = id WHERE id = "
	    "'empty'",
		50);
	/* Numbers that are no kind, no audience, no confidence. */
	ask("UPDATE block SET kind = 99; UPDATE fact SET confidence = 77, due = -5; UPDATE page SET audience = 0 WHERE "
	    "id = 'fine'",
		30);
	ask("UPDATE block SET kind = -9223372036854775808, step = 9223372036854775807, audience = -1", 30);
	/* Bytes that are no text. */
	ask("UPDATE shown SET text = CAST(x'ff00fe80c0af' AS TEXT), text_lang = CAST(x'00ff' AS TEXT)", 50);
	ask("UPDATE source SET title = CAST(x'e280ae1b5b33316d' AS TEXT), url = char(10)", 50);
	/* Ids and routes that lead out of the house. */
	ask("UPDATE topic SET icon = '../../etc/passwd', route = '../x'; UPDATE block_link SET route = '/etc/passwd'",
		40);
	ask("UPDATE page SET id = 'a/../b' WHERE id = 'fine'", 50);
	/* Dates that are none. */
	ask("UPDATE block SET valid_from = 'soon'; UPDATE fact SET checked = '0000'", 30);
	/* What cannot help anybody is not opened: no rule with a period, no tile, no word on the tiles. */
	ask("UPDATE rule SET valid_until = '2026-02-30'", REFUSED);
	ask("DELETE FROM rule", REFUSED);
	ask("UPDATE topic SET parent = 'stay'", REFUSED);
	ask("UPDATE shown SET text = ''", REFUSED);
	/* Dangling everywhere. */
	ask("DELETE FROM shown", 50);
	ask("DELETE FROM shown; DELETE FROM unit", REFUSED);
	ask("DELETE FROM fact; DELETE FROM source; DELETE FROM language", 50);
	ask("DELETE FROM topic; DELETE FROM page; DELETE FROM block; DELETE FROM question; DELETE FROM contact", 0);
}

static void test_giant_texts(void **state)
{
	(void)state;
	/* Between the two limits: cut. Over the row limit: an error, not a crash. */
	ask("UPDATE shown SET text = printf('%.*c', 30000, 'x')", 50);
	ask("UPDATE shown SET text = printf('%.*c', 3000000, 'x') WHERE unit = 20", 30);
	ask("UPDATE meta SET value = printf('%.*c', 3000000, 'x') WHERE key = 'version'", 0);
	/* More text than a verb may carry. */
	ask("UPDATE shown SET text = printf('%.*c', 60000, 'x') WHERE lang = 'tg';"
	    "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
	    " INSERT INTO question SELECT i, 'q' || i, 0, 7, '', 40, 41, 42, 42 FROM n",
		50);
}

static void test_many_rows(void **state)
{
	(void)state;
	ask("WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)"
	    " INSERT INTO block SELECT i, 'arrive', i, 2, 0, 7, '', '', 22 FROM n",
		50);
	ask("WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 30000)"
	    " INSERT INTO topic SELECT 't' || i, NULL, i, 'x', '', '', 5 FROM n",
		50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_truncated),
		cmocka_unit_test(test_flipped_bits),
		cmocka_unit_test(test_flipped_bits_with_right_digest),
		cmocka_unit_test(test_hostile_content),
		cmocka_unit_test(test_giant_texts),
		cmocka_unit_test(test_many_rows),
	};

	guide_memory_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
