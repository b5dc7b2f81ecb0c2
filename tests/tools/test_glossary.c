/* check_glossary.c: one word for one concept. The glossary of the fixture has few terms; its translations keep to them. */
#include "desk.h"

#include "base/str.h"

#include <string.h>

#define RU "locales/ru/guide.po"
#define GLOSSARY "source/glossary.csv"
#define EXCEPTIONS "locales/ru/glossary-exceptions.tsv"
#define FINE "msgctxt \"answer\"\nmsgid \"Go to the migration police today. The fine may be {fine.first:money}.\""
#define POLICE "в миграционную полицию сегодня"

/* How many terms `check` misses after one change. */
static int missed_terms(const char *file, const char *old, const char *new)
{
	struct desk d;
	int count = 0;

	desk_set(&d);
	if (file)
		desk_change(&d, file, old, new);
	struct said said = desk_check(&d, false);
	for (const char *p = said.err; (p = strstr(p, ": the term '")); p++)
		count++;
	desk_clear(&d);
	return count;
}

static void absent(void **state)
{
	static const struct damage rows[] = {
		{RU, POLICE, "в органы сегодня",
			"ru: the term 'migration police' of \"Go to the migration police today. The fine may be "
			"{fine.firs...\" is not said as 'миграционная полиция'; write it so, or say why not in ",
			.where = FINE, .warning = true},
		{RU, "Штраф", "Сбор", "ru: the term 'fine (penalty)'", .where = FINE, .warning = true},
		{"locales/tg/guide.po", "Ҷарима", "Пардохт", "tg: the term 'fine (penalty)'", .where = FINE,
			.warning = true},
		{"locales/uz/guide.po", "Ruxsatnomasiz", "Hujjatsiz", "uz: the term 'permit'",
			.where = "msgctxt \"title\"\nmsgid \"May I work without a permit?\"", .warning = true},
		{"locales/ky/guide.po", "Айып пул", "Айып", "ky: the term 'fine (penalty)'", .where = FINE,
			.warning = true},
		{"locales/kk/guide.po", "Көші-қон полициясына", "Полицияға", "kk: the term 'migration police'",
			.where = FINE, .warning = true},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void found_in_every_form(void **state)
{
	(void)state;
	assert_int_equal(missed_terms(NULL, NULL, NULL), 0);
	assert_int_equal(missed_terms(RU, POLICE, "сегодня из миграционной полиции"), 0);
	assert_int_equal(missed_terms(RU, POLICE, "в полицию сегодня (в миграционную)"), 0);
	assert_int_equal(missed_terms(RU, "Штраф", "О штрафах"), 0);
	assert_int_equal(missed_terms(RU, "Штраф", "Взыскание"), 0); /* the second alternative */
	assert_int_equal(missed_terms("locales/kk/guide.po", "Айыппұл", "Айыппұлдарыңыз"), 0);
}

static void softened_consonants(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, GLOSSARY, "айыппұл,", "айып,");
	desk_change(&d, "locales/kk/guide.po", "Айыппұл", "Айыбы");
	assert_null(strstr(desk_check(&d, false).err, "the term 'fine"));
	desk_change(&d, "locales/kk/guide.po", "Айыбы", "Айыды");
	assert_non_null(strstr(desk_check(&d, false).err, "kk: the term 'fine (penalty)'"));
	desk_clear(&d);
}

/* "migration police" is not also "police", and its words belong together. */
static void longest_first(void **state)
{
	struct desk d;

	(void)state;
	assert_int_equal(missed_terms(RU, POLICE, "в миграционную службу сегодня"), 1);
	assert_int_equal(
		missed_terms(RU, "Идите " POLICE,
			"Идите в полицию сегодня или завтра, как можно раньше, и там скажите про миграционную"),
		1);
	desk_set(&d);
	desk_change(&d, GLOSSARY, "полиция,полиция,high", "милиция,полиция,high");
	const char *err = desk_check(&d, false).err;
	assert_non_null(strstr(err, "ru: the term 'police' of \"Ask the host"));
	assert_null(strstr(err, "ru: the term 'police' of \"Go to"));
	desk_clear(&d);
}

/* The English of the border's title, here and in the Russian catalogue. */
static const char *with_title(struct desk *d, const char *english, const char *russian)
{
	desk_set(d);
	desk_change(d, "source/topics.csv", "At the border", english);
	desk_change(d, RU, "At the border", english);
	desk_change(d, RU, "На границе", russian);
	return desk_check(d, false).err;
}

static void english_forms(void **state)
{
	static const struct {
		const char *english, *says;
	} rows[] = {
		{"Two permits", "the term 'permit'"}, /* plural */
		{"With permission", "the term 'permit'"}, /* another form */
		{"The police’s word", "the term 'police'"}, {"Fined", "the term 'fine (penalty)'"},
		{"Fine weather", NULL}, /* means something else */
		{"Final", NULL}, {"The stamp", NULL}, /* not looked for */
		{"Migration: police", "the term 'police'"}, /* not in a row */
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct desk d;
		const char *err = with_title(&d, rows[i].english, "Слово");
		if (rows[i].says ? !strstr(err, rows[i].says) : strstr(err, "the term '") != NULL)
			fail_msg("%s: %s", rows[i].english, err);
		desk_clear(&d);
	}
}

static void exceptions(void **state)
{
	struct desk d;
	const char
		*reason = "# a comment\n\nmigration police\tGo to the migration police\tso the office is called here\n";

	(void)state;
	desk_set(&d);
	desk_change(&d, RU, POLICE, "в органы сегодня");
	desk_change(&d, EXCEPTIONS, "", reason);
	assert_null(strstr(desk_check(&d, false).err, "the term '"));
	desk_clear(&d);
	static const struct damage rows[] = {
		{EXCEPTIONS, "", "fine (penalty)\tThe fine may be\tno need\n", "the exception for 'fine (penalty)'"},
		{EXCEPTIONS, "", "no term\tThe fine may be\treason\n", "the line is no exception; write a term"},
		{EXCEPTIONS, "", "fine (penalty)\tThe fine may be\n", "the line is no exception"},
		{EXCEPTIONS, "", "fine (penalty)\tThe fine may be\t\n", "the line is no exception"},
	};
	DESK_DAMAGES(rows);
}

static void the_table_itself(void **state)
{
	static const struct damage rows[] = {
		{GLOSSARY, NULL, "police,-,,,пулис,politsiya,полиция,полиция,полиция,high\n",
			"term 'police' stands twice"},
		{GLOSSARY, NULL, "officer,police,,,афсар,xodim,кызматкер,сотрудник,қызметкер,high\n",
			"term 'officer' shares the English 'police' with 'police'; leave it to one"},
		{GLOSSARY, NULL, "officer,,,,афсар,,кызматкер,сотрудник,қызметкер,high\n",
			"term 'officer' has an empty or too long alternative in uz"},
		{GLOSSARY, NULL, "officer,officer;,,,афсар,xodim,кызматкер,сотрудник,қызметкер,high\n",
			"term 'officer' has an English form that is empty"},
		{GLOSSARY, NULL, "officer,,,,афсар,xodim,кызматкер,сотрудник,қызметкер,sure\n", "confidence 'sure'"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void strict(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, RU, "Штраф", "Сбор");
	assert_non_null(strstr(desk_check(&d, true).err, ": error: ru: the term 'fine (penalty)'"));
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(absent),
		cmocka_unit_test(found_in_every_form),
		cmocka_unit_test(softened_consonants),
		cmocka_unit_test(longest_first),
		cmocka_unit_test(english_forms),
		cmocka_unit_test(exceptions),
		cmocka_unit_test(the_table_itself),
		cmocka_unit_test(strict),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
