/* Units are numbered by hand, so that a test can change the text of one. */
#include "fixture.h"

#include "content/guide_store.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static const char rows[] =
	"PRAGMA application_id = 0x52686e6d; PRAGMA user_version = 4; PRAGMA foreign_keys = OFF;"
	"INSERT INTO meta VALUES ('release', '3'), ('version', '3-abcdef01'), ('content_date', '2026-06-01'),"
	" ('check_by', '2026-12-01'), ('schema', '1');"
	"INSERT INTO language VALUES ('tg', 1, 'Тоҷикӣ', '', 'tg', 'machine', 30, 29, 1),"
	" ('ru', 5, 'Русский', '', 'ru', 'person', 30, 30, 0), ('kk', 6, 'Қазақша', '', 'kk', 'machine', 30, 30, 0),"
	" ('en', 7, 'English', '', 'en', 'source', 30, 30, 0);"
	"INSERT INTO source VALUES ('law-1', 'Ministry', 'Law one', 'https://example.org/1', '2025-11', '2026-05-01'),"
	" ('law-2', 'Embassy', 'Law two', 'https://example.org/2', '', '2026-05-02'),"
	" ('news', 'Paper', 'News', 'https://example.org/3', '2026', '2026-05-03');"
	"INSERT INTO fact VALUES ('STAY-01', 7, 1, 2, 0, '', '', '2026-05-01', '2026-11-01'),"
	" ('STAY-02', 1, 1, 2, 0, '', '', '2026-04-01', ''), ('STAY-02', 2, 1, 1, 0, '', '', '2026-03-01', "
	"'2026-09-01'),"
	" ('STAY-03', 4, 1, 1, 1, '2026-07-01', '', '2026-05-05', '2026-07-01'),"
	" ('STAY-04', 7, 1, 0, 0, '', '', '2026-05-05', '');"
	"INSERT INTO fact_source VALUES ('STAY-01', 1, 'law-2'), ('STAY-01', 2, 'law-1'), ('STAY-02', 1, 'law-1'),"
	" ('STAY-03', 1, 'news'), ('STAY-04', 1, 'news');"
	"INSERT INTO rule VALUES ('stay.days', 7, '2023-01-27', '2026-06-30', '30', 'days', 'STAY-01'),"
	" ('stay.days', 7, '2026-07-01', '', '90', 'days', 'STAY-01'),"
	" ('register.days', 1, '2023-01-27', '', '30', 'days', 'STAY-02'),"
	" ('order.days', 4, '2026-07-01', '', '30', 'days', 'STAY-03');"
	"INSERT INTO holiday VALUES ('2026-12-16', 'Day off', 'law-1'), ('2027-01-01', 'Day off', 'law-1');"
	"INSERT INTO doubtful_day VALUES ('2027-05-17', 'Kurban Ait', 'STAY-04');"
	"INSERT INTO unit VALUES (1, 'title', 'At the border'), (2, 'title', 'Stay'), (3, 'title', 'Registration'),"
	" (4, 'title', 'Help'), (5, 'title', 'Empty'), (10, 'title', 'How long may I stay?'),"
	" (11, 'title', 'Must I register?'), (12, 'title', 'What is the fine?'), (20, 'answer', '{stay.days:unit}.'),"
	" (21, 'step', 'Go to the office.'), (22, 'paragraph', 'Both readings.'), (23, 'ask', 'Ask about it.'),"
	" (24, 'heading', 'More'), (30, 'button', 'The office'), (40, 'question.question', 'Where do you go?'),"
	" (41, 'question.answer', 'Say where.'), (42, 'question.paper', 'The ticket.'), (50, 'contact.name', "
	"'Embassy'),"
	" (51, 'contact.city', 'Astana'), (52, 'contact.name', 'Rescue'), (53, 'contact.name', 'Consulate'),"
	" (54, 'contact.name', 'Old consulate'), (55, 'contact.city', 'Almaty'), (56, 'contact.city', 'Moscow'),"
	" (160, 'phrase', 'I go to …'), (161, 'phrase', 'Call an interpreter'), (162, 'phrase.answer', 'Wait'), (163, "
	"'phrase.answer', 'Yes'), (170, 'document.title', 'A passport'), (171, 'document.why', 'It is asked for.'), "
	"(172, "
	"'document.how', 'Ask for one.'), (173, 'agreement.title', 'Dates'), (174, 'agreement.why', 'Say the same.');"
	"INSERT INTO shown SELECT unit.id, code, CASE code WHEN 'en' THEN english ELSE english || ' (' || code || ')' "
	"END, code"
	" FROM unit, language;"
	"UPDATE shown SET text = 'Both readings. (ru)', text_lang = 'ru' WHERE unit = 22 AND lang = 'tg';"
	"INSERT INTO topic VALUES ('border', NULL, 1, 'barrier', 'border', 'border', 1),"
	" ('stay', NULL, 2, 'stamp', 'stay', '', 2), ('registration', 'stay', 2, 'pen', '', '', 3),"
	" ('contacts', NULL, 7, 'phone', 'help', 'contacts', 4), ('empty', NULL, 8, 'none', 'help', 'topic/empty', 5);"
	"INSERT INTO page VALUES ('arrive', 'stay', 1, 101, 'clock', 7, 0, 10), ('fine', 'stay', 3, 103, 'coin', 7, 1, "
	"12),"
	" ('register', 'registration', 1, 102, 'pen', 3, 0, 11);"
	"INSERT INTO block VALUES (1, 'arrive', 1, 0, 0, 7, '', '', 20), (2, 'arrive', 2, 3, 1, 1, '', '2026-06-30', "
	"21),"
	" (3, 'arrive', 3, 2, 0, 7, '2026-07-01', '', 22), (4, 'arrive', 4, 5, 0, 7, '', '', 23),"
	" (5, 'arrive', 5, 1, 0, 7, '', '', 24), (6, 'register', 1, 0, 0, 1, '', '', 20);"
	"INSERT INTO block_fact VALUES (1, 'STAY-01'), (2, 'STAY-02'), (3, 'STAY-03'), (4, 'STAY-04'), (6, 'STAY-02');"
	"INSERT INTO block_link VALUES (1, 1, 'page/register', 11), (1, 2, 'contacts/a', 30);"
	"INSERT INTO review VALUES ('arrive', 'ru', 'A. B.', '2026-05-20');"
	"INSERT INTO question VALUES (1, 'where', 1, 7, 'bag', 40, 41, 42, NULL), (2, 'why', 0, 1, 'bag', 40, 41, "
	"NULL, NULL);"
	"INSERT INTO document VALUES (1, 'passport', 0, 'passport', 3, 255, 0, 170, 171, 172),"
	" (2, 'contract', 1, 'pen', 7, 6, 0, 170, 171, 172), (3, 'child', 0, 'pram', 7, 255, 1, 170, 171, 172);"
	"INSERT INTO document_link VALUES (1, 0, 'page/arrive', 10), (1, 1, 'contacts', NULL);"
	"INSERT INTO agreement VALUES (1, 'dates', 173, 174);"
	"INSERT INTO agreement_question VALUES (1, 0, 2), (1, 1, 1);"
	"INSERT INTO place VALUES (1, '', 'KZ', NULL, NULL, NULL, 300), (2, 'Astana', 'KZ', 51, 51180, 71446, 300),"
	" (3, 'Almaty', 'KZ', 55, 43250, 76917, 300), (4, 'Moscow', 'RU', 56, 55752, 37616, 180), (5, '', 'RU', NULL, "
	"NULL, "
	"NULL, 9999);"
	"INSERT INTO phrase VALUES ('interpreter', 20, 4, 2, 'voices', 7, '', 161), ('going', 4, 2, 1, 'road', 1, "
	"'address', 160),"
	" ('first', 16, 4, 1, 'mark', 7, '', 161);"
	"INSERT INTO answer VALUES ('wait', 162), ('yes', 163);"
	"INSERT INTO phrase_answer VALUES ('interpreter', 0, 'yes'), ('interpreter', 1, 'wait'), ('first', 0, 'wait');"
	"INSERT INTO contact VALUES"
	" ('a', 1, 1, 'KZ', 1, 51, 50, NULL, NULL, NULL, 'Сафорат', 'Street 1', '+77172000001', "
	"'telegram:@embassy_bot', '', '',"
	"  'free', 'tg ru', '2022-01-15', 2, 'b', 'Mo-Fr 09:00-13:00,14:00-18:00', 2),"
	" ('b', 0, 7, 'KZ', 1, NULL, 52, NULL, NULL, NULL, '', '', '112', '', '', '', 'free', '', '2026-01-01', 2, '', "
	"'24/7', 1),"
	" ('c', 2, 1, 'KZ', 1, NULL, 53, NULL, NULL, NULL, '', '', '+77272000002', '', '', '', '', '', '', 1, 'a', "
	"'whenever', 3),"
	" ('d', 2, 1, 'KZ', 2, NULL, 54, NULL, NULL, NULL, '', '', '+77272000003', '', '', '', '', '', '', 0, 'gone', "
	"'', NULL);"
	"INSERT INTO contact_source VALUES ('a', 1, 'law-2'), ('a', 2, 'news');"
	"INSERT INTO confirmation VALUES ('d', '2026-05-01', 'Someone', 'answered'), ('d', '2026-05-09', 'Someone', "
	"'no-answer');";

void fixture_sql(sqlite3 *db, const char *sql)
{
	char *message = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
		fail_msg("%s: %.200s", message, sql);
}

sqlite3 *fixture_database(void)
{
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	fixture_sql(db, guide_schema_text());
	fixture_sql(db, rows);
	return db;
}

void fixture_reseal(struct image *image)
{
	size_t bytes = image->bytes - GUIDE_TRAILER_BYTES;

	crypto_generichash(image->data + bytes, GUIDE_DIGEST_BYTES, image->data, bytes, NULL, 0);
	memcpy(image->data + bytes + GUIDE_DIGEST_BYTES, GUIDE_TRAILER_MARK, 8);
}

struct image fixture_seal(sqlite3 *db)
{
	sqlite3_int64 bytes = 0;
	unsigned char *copy;
	struct image image;

	fixture_sql(db, "VACUUM");
	copy = sqlite3_serialize(db, "main", &bytes, 0);
	assert_non_null(copy);
	image.bytes = (size_t)bytes + GUIDE_TRAILER_BYTES;
	image.data = malloc(image.bytes);
	assert_non_null(image.data);
	memcpy(image.data, copy, (size_t)bytes);
	sqlite3_free(copy);
	sqlite3_close(db);
	fixture_reseal(&image);
	return image;
}

struct guide *fixture_open(sqlite3 *db, struct image *out_image)
{
	struct err e = {0};
	struct guide *g;

	*out_image = fixture_seal(db);
	g = guide_open_memory(out_image->data, out_image->bytes, &e);
	if (!g)
		fail_msg("%s: %s", e.what, e.detail);
	return g;
}

/* Reading each text to its end is the test: the sanitizer sees a wrong pointer. */
static size_t look(struct text t)
{
	assert_non_null(t.text);
	assert_non_null(t.lang);
	assert_true(strlen(t.text) <= GUIDE_TEXT_BYTES);
	return 1;
}

static size_t look_at_page(const struct page *p)
{
	size_t texts = look(p->title) + strlen(p->icon) * 0 + strlen(p->accent) * 0 + strlen(p->reviewer) * 0;

	for (size_t i = 0; i < p->block_count; i++) {
		texts += look(p->blocks[i].body);
		assert_in_range(p->blocks[i].kind, BLOCK_ANSWER, BLOCK_NEVER);
		for (size_t k = 0; k < p->blocks[i].link_count; k++)
			texts += look(p->blocks[i].links[k].label) + strlen(p->blocks[i].links[k].route) * 0;
	}
	for (size_t i = 0; i < p->source_count; i++)
		texts += strlen(p->sources[i].title);
	return texts;
}

static size_t look_at_contact(const struct contact *c)
{
	size_t texts = look(c->name) + look(c->city) + look(c->hours_note) + look(c->district) + look(c->note) +
		look(c->next_name);

	assert_in_range(c->kind, 0, CONTACT_KINDS - 1);
	assert_non_null(c->country);
	for (size_t i = 0; i < c->phone_count; i++)
		texts += strlen(c->phones[i]) > 0;
	return texts + strlen(c->address) * 0 + strlen(c->confirmed_by) * 0;
}

static size_t look_at_phrase(const struct phrase *p)
{
	size_t texts = look(p->ru) + look(p->kk) + look(p->own) + strlen(p->icon) * 0;

	assert_in_range(p->group, 0, PHRASE_GROUPS - 1);
	assert_in_range(p->answer_count, 0, PHRASE_ANSWERS);
	for (size_t i = 0; i < p->answer_count; i++)
		texts += look(p->answers[i].ru) + look(p->answers[i].kk) + look(p->answers[i].own);
	return texts;
}

static size_t look_at_document(const struct document *d)
{
	size_t texts = look(d->title) + look(d->why) + look(d->how) + strlen(d->icon) * 0;

	assert_in_range(d->stage, 0, DOCUMENT_STAGES - 1);
	assert_in_range(d->audience, 1, AUDIENCE_ALL);
	assert_in_range(d->purposes, 1, PURPOSES_ALL);
	for (size_t i = 0; i < d->link_count; i++)
		texts += look(d->links[i].label) + strlen(d->links[i].route) * 0;
	return texts;
}

static size_t ask_documents(struct guide *g, struct arena *a, const char *lang)
{
	const struct document *documents = NULL;
	const struct agreement *agreements = NULL;
	size_t count = 0, texts = 0;

	if (guide_documents(g, a, lang, &documents, &count, NULL))
		for (size_t i = 0; i < count; i++)
			texts += look_at_document(&documents[i]);
	if (guide_agreements(g, a, lang, &agreements, &count, NULL))
		for (size_t i = 0; i < count; i++) {
			texts += look(agreements[i].title) + look(agreements[i].why);
			for (size_t k = 0; k < agreements[i].question_count; k++)
				assert_true(agreements[i].questions[k] > 0);
		}
	return texts;
}

static size_t ask_routes(struct guide *g, struct arena *a, const char *lang)
{
	const char *const *routes = NULL;
	size_t count = 0, texts = 0;

	if (!guide_routes(g, a, &routes, &count, NULL))
		return 0;
	for (size_t i = 0; i < count && i < 200; i++) {
		const char *id = strchr(routes[i], '/') + 1;
		struct topic topic;
		struct page page;
		struct contact contact;
		struct question question;
		struct phrase phrase;

		if (routes[i][0] == 't' && guide_topic(g, a, lang, id, &topic, NULL)) {
			texts += look(topic.title);
			for (size_t k = 0; k < topic.entry_count; k++)
				texts += look(topic.entries[k].title);
		} else if (strncmp(routes[i], "phrases/", 8) == 0) {
			if (guide_phrase(g, a, lang, id, &phrase, NULL))
				texts += look_at_phrase(&phrase);
		} else if (routes[i][0] == 'p' && guide_page(g, a, lang, id, &page, NULL)) {
			texts += look_at_page(&page);
		} else if (routes[i][0] == 'c' && guide_contact(g, a, lang, id, &contact, NULL)) {
			texts += look_at_contact(&contact);
		} else if (routes[i][0] == 'b' &&
			guide_question(g, a, lang, (int)strtol(id, NULL, 10), &question, NULL)) {
			texts += look(question.officer_ru) + look(question.mistake) + look(question.answer);
		}
	}
	return texts;
}

size_t fixture_ask_everything(struct guide *g)
{
	static const char *const langs[] = {"tg", "en"};
	size_t texts = 0;

	for (size_t l = 0; l < 2; l++) {
		struct arena a;
		const struct topic *topics = NULL;
		const struct question *questions = NULL;
		struct contact_list contacts = {0};
		const struct phrase *phrases = NULL;
		unsigned groups;
		size_t count = 0;

		arena_init(&a);
		if (guide_home(g, &a, langs[l], &topics, &count, NULL))
			for (size_t i = 0; i < count; i++)
				texts += look(topics[i].title);
		if (guide_questions(g, &a, langs[l], &questions, &count, NULL))
			for (size_t i = 0; i < count; i++)
				texts += look(questions[i].question);
		if (guide_phrases(g, &a, langs[l], &phrases, &count, NULL))
			for (size_t i = 0; i < count; i++)
				texts += look_at_phrase(&phrases[i]);
		if (guide_phrase_groups(g, &groups, NULL))
			assert_in_range(groups, 0, (1 << PHRASE_GROUPS) - 1);
		if (guide_contacts(g, &a, langs[l], &contacts, NULL))
			for (size_t i = 0; i < contacts.count; i++)
				texts += look_at_contact(&contacts.contacts[i]);
		texts += ask_documents(g, &a, langs[l]) + ask_routes(g, &a, langs[l]);
		arena_release(&a);
	}
	texts += guide_rules(g)->count + guide_info_sources(g)->source_count;
	for (size_t i = 0; i < guide_workdays(g)->off_count; i++)
		texts += guide_workdays(g)->off[i] != DATE_NONE;
	return texts;
}
