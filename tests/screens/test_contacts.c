/* Whom the visitor is shown first, how old a number is, and what stands on the screen of one contact. */
#include "../testing.h"

#include "screens/screens.h"
#include "view/view.h"

#include <stdio.h>
#include <string.h>

#define NOBODY DATE_NONE

static const char *const one_phone[] = {"+77272697059", NULL};
static const char *const one_bot[] = {"telegram:@helper_bot", NULL};

struct stage {
	struct arena arena, visitor;
	struct world world;
	struct model model;
	struct screen_data data;
	struct guide_info info;
	struct ui ui;
};

static int begin(void **state)
{
	struct stage *s = test_calloc(1, sizeof *s);
	struct start_state start = {.lang = LANG_EN, .text_percent = 100};
	struct route route;

	arena_init(&s->arena);
	arena_init(&s->visitor);
	world_init(&s->world, 1080, 1920, 0, 0);
	s->model.data = &s->data;
	s->model.info = &s->info;
	assert_true(route_parse("contacts", &route));
	model_begin(&s->model, &s->visitor, &start, &route);
	s->ui = (struct ui){.arena = &s->arena, .lang = lang_get(LANG_EN), .world = &s->world, .model = &s->model};
	*state = s;
	return 0;
}

static int end(void **state)
{
	struct stage *s = *state;

	arena_release(&s->visitor);
	arena_release(&s->arena);
	test_free(s);
	return 0;
}

static struct text words(const char *text)
{
	return (struct text){.text = text, .lang = "en"};
}

/* A contact that can be called, from January 2022, graded low. */
static struct contact contact(const char *id, enum contact_kind kind, unsigned serves, const char *country)
{
	return (struct contact){
		.id = id,
		.kind = kind,
		.serves = serves,
		.country = country,
		.name = words(id),
		.city = words(""),
		.hours_note = words(""),
		.distance_km = DISTANCE_UNKNOWN,
		.district = words(""),
		.note = words(""),
		.name_local = "",
		.address = "",
		.email = "",
		.web = "",
		.languages = "",
		.cost = "",
		.phones = one_phone,
		.phone_count = 1,
		.as_of = "2022-01-17",
		.confirmed = NOBODY,
		.confirmed_by = "",
		.site_by = "",
		.next_id = "",
		.next_name = words(""),
	};
}

/* The ids of the tree in reading order, a space behind each; only those that begin with one of two beginnings. */
static void collect(const struct view *v, const char *one, const char *other, char *out, size_t bytes)
{
	if (v->id && (strncmp(v->id, one, strlen(one)) == 0 || strncmp(v->id, other, strlen(other)) == 0)) {
		size_t used = strlen(out);
		snprintf(out + used, bytes - used, "%s ", v->id);
	}
	for (const struct view *child = v->first; child; child = child->next)
		collect(child, one, other, out, bytes);
}

static const struct view *find(const struct view *v, const char *id)
{
	if (v->id && strcmp(v->id, id) == 0)
		return v;
	for (const struct view *child = v->first; child; child = child->next) {
		const struct view *found = find(child, id);
		if (found)
			return found;
	}
	return NULL;
}

/* The words of a part of the tree, one after the other. */
static void say(const struct view *v, char *out, size_t bytes)
{
	if (v->kind == VIEW_TEXT && v->text) {
		size_t used = strlen(out);
		snprintf(out + used, bytes - used, "%s|", v->text);
	}
	for (const struct view *child = v->first; child; child = child->next)
		say(child, out, bytes);
}

static const char *said(const struct view *v)
{
	static char text[1000];

	text[0] = '\0';
	say(v, text, sizeof text);
	return text;
}

/* By country where the office stands: whoever stands in Kazakhstan calls there first. Then by kind, and without a number
 * last. What serves two countries stands under both their names, once. */
static void own_country_first_and_what_is_near(void **state)
{
	struct stage *s = *state;
	struct contact list[] = {
		contact("kz-112", CONTACT_EMERGENCY, AUDIENCE_ALL, "KZ"),
		contact("uz-emb-astana", CONTACT_EMBASSY, CITIZEN_UZ, "KZ"),
		contact("tj-emb-moscow", CONTACT_EMBASSY, CITIZEN_TJ, "RU"),
		contact("tj-emb-bishkek", CONTACT_EMBASSY, CITIZEN_TJ, "KG"),
		contact("tj-emb-mute", CONTACT_EMBASSY, CITIZEN_TJ, "KZ"),
		contact("tj-emb-astana", CONTACT_EMBASSY, CITIZEN_TJ, "KZ"),
		contact("tj-cg-almaty", CONTACT_CONSULATE, CITIZEN_TJ, "KZ"),
		contact("kz-111", CONTACT_HOTLINE, AUDIENCE_ALL, "KZ"),
		contact("both", CONTACT_HOTLINE, CITIZEN_TJ | CITIZEN_UZ, "KZ"),
		contact("tj-ministry", CONTACT_GOVERNMENT, CITIZEN_TJ, "TJ"),
	};
	static const struct {
		enum citizen citizen;
		const char *order;
	} cases[] = {
		{CITIZEN_TJ,
			"country.TJ country.TJ.KZ contact.tj-emb-astana contact.tj-emb-mute contact.tj-cg-almaty "
			"country.TJ.TJ contact.tj-ministry country.TJ.KG contact.tj-emb-bishkek "
			"country.TJ.RU contact.tj-emb-moscow country.TJ-UZ country.TJ-UZ.KZ contact.both "
			"country.KZ contact.kz-111 "},
		{CITIZEN_UZ,
			"country.UZ country.UZ.KZ contact.uz-emb-astana country.TJ-UZ country.TJ-UZ.KZ contact.both "
			"country.KZ contact.kz-111 "},
		{CITIZEN_KG, "country.KZ contact.kz-111 "},
		{CITIZEN_OTHER, "country.KZ contact.kz-111 "},
		{CITIZEN_SKIPPED,
			"country.TJ country.TJ.KZ contact.tj-emb-astana contact.tj-emb-mute contact.tj-cg-almaty "
			"country.TJ.TJ contact.tj-ministry country.TJ.KG contact.tj-emb-bishkek "
			"country.TJ.RU contact.tj-emb-moscow country.UZ country.UZ.KZ contact.uz-emb-astana "
			"country.TJ-UZ country.TJ-UZ.KZ contact.both country.KZ contact.kz-111 "},
	};

	list[4].phone_count = 0;
	s->data.contacts = (struct contact_list){list, sizeof list / sizeof list[0]};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char order[2000] = "";
		s->model.visit->citizen = cases[i].citizen;
		collect(contacts_view(&s->ui), "contact.", "country.", order, sizeof order);
		assert_string_equal(order, cases[i].order);
	}
}

static void the_list_says_how_old_a_number_is(void **state)
{
	struct stage *s = *state;
	struct contact c = contact("x", CONTACT_HOTLINE, AUDIENCE_ALL, "KZ");
	date_t day;

	s->data.contacts = (struct contact_list){&c, 1};
	assert_string_equal(said(find(contacts_view(&s->ui), "contact.x")),
		"x|+7\u00a0727\u00a0269\u00a070\u00a059|"
		"This number is from: 17\u00a0January\u00a02022. It may not answer.|");
	/* However well it is graded: nobody has tried it. */
	c.confidence = CONFIDENCE_HIGH;
	assert_string_equal(said(find(contacts_view(&s->ui), "contact.x")),
		"x|+7\u00a0727\u00a0269\u00a070\u00a059|This number is from: 17\u00a0January\u00a02022|");
	assert_true(date_parse("2026-11-20", &day));
	c.confirmed = day;
	assert_string_equal(said(find(contacts_view(&s->ui), "contact.x")),
		"x|+7\u00a0727\u00a0269\u00a070\u00a059|Answered on: 20\u00a0November\u00a02026|");
	c.phone_count = 0;
	assert_null(strstr(said(find(contacts_view(&s->ui), "contact.x")), "Answered"));
}

/* The icon in front of the age: a tick is for calls that were answered, never for the date of a source. */
static void only_an_answer_is_ticked(void **state)
{
	struct stage *s = *state;
	struct contact *c = &s->data.contact;

	*c = contact("x", CONTACT_HOTLINE, AUDIENCE_ALL, "KZ");
	assert_string_equal(find(contact_view(&s->ui), "contact.age")->first->text, "warning");
	c->confidence = CONFIDENCE_HIGH;
	assert_string_equal(find(contact_view(&s->ui), "contact.age")->first->text, "info");
	c->confirmed = s->model.today;
	assert_string_equal(find(contact_view(&s->ui), "contact.age")->first->text, "check");
}

static void without_a_number_nothing_is_said_about_calls(void **state)
{
	struct stage *s = *state;
	struct contact *c = &s->data.contact;

	*c = contact("x", CONTACT_GOVERNMENT, CITIZEN_TJ, "TJ");
	c->cost = "paid";
	assert_non_null(find(contact_view(&s->ui), "contact.cost"));
	c->phone_count = 0;
	assert_null(find(contact_view(&s->ui), "contact.cost"));
	assert_null(find(contact_view(&s->ui), "contact.age"));
	assert_non_null(find(contact_view(&s->ui), "contact.no-line"));
	/* A messenger is no call. */
	c->messengers = one_bot;
	c->messenger_count = 1;
	c->cost = "free";
	assert_null(find(contact_view(&s->ui), "contact.cost"));
	assert_null(find(contact_view(&s->ui), "contact.no-line"));
}

static void each_website_has_its_line(void **state)
{
	struct stage *s = *state;
	struct contact *c = &s->data.contact;

	*c = contact("x", CONTACT_NGO, AUDIENCE_ALL, "KZ");
	c->web = "bureau.kz labor.bureau.kz";
	assert_string_equal(said(find(contact_view(&s->ui), "contact.web")), "Website|bureau.kz\nlabor.bureau.kz|");
	assert_string_equal(find(contact_view(&s->ui), "contact.web")->label, "Website: bureau.kz; labor.bureau.kz");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(own_country_first_and_what_is_near, begin, end),
		cmocka_unit_test_setup_teardown(the_list_says_how_old_a_number_is, begin, end),
		cmocka_unit_test_setup_teardown(only_an_answer_is_ticked, begin, end),
		cmocka_unit_test_setup_teardown(without_a_number_nothing_is_said_about_calls, begin, end),
		cmocka_unit_test_setup_teardown(each_website_has_its_line, begin, end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
