/* The 52 pairs of locale-facts section 8, and what stands below them. */
#include "../testing.h"

#include "i18n/cyrillic.h"

#include <stdlib.h>
#include <string.h>

static struct arena arena;

static struct cyrillic *read_list(void)
{
	struct err e = {"", "", ""};
	const char *source = getenv("ROHNAMO_SOURCE");
	struct cyrillic *c = cyrillic_read(
		&arena, arena_printf(&arena, "%s/locales/uz@cyrillic/exceptions.tsv", source ? source : "."), &e);

	if (!c)
		fail_msg("%s", e.what);
	return c;
}

static void check_pairs(const char *const pairs[][2], size_t count)
{
	const struct cyrillic *c = read_list();

	for (size_t i = 0; i < count; i++)
		assert_string_equal(cyrillic_from_latin(&arena, c, pairs[i][0]), pairs[i][1]);
}

static void dates_lose_their_hyphens(void **state)
{
	static const char *const pairs[][2] = {
		{"2026-yil 22-noyabr", "2026 йил 22 ноябрь"},
		{"2026-yil 1-iyuldan", "2026 йил 1 июлдан"},
		{"2024-yil 7-maydagi", "2024 йил 7 майдаги"},
		{"5-bosqich", "5-босқич"},
	};

	(void)state;
	check_pairs(pairs, sizeof pairs / sizeof pairs[0]);
}

static void names_of_several_words_stay(void **state)
{
	static const char *const pairs[][2] = {
		{"e-Salyq Azamat ilovasi", "e-Salyq Azamat иловаси"},
		{"(e-Salyq Azamat)", "(e-Salyq Azamat)"},
		{"Dastur erkin (GPL-3.0-or-later)", "Дастур эркин (GPL-3.0-or-later)"},
	};

	(void)state;
	check_pairs(pairs, sizeof pairs / sizeof pairs[0]);
}

static void the_pairs(void **state)
{
	static const char *const pairs[][2] = {
		{"oʻzbek", "ўзбек"},
		{"singil", "сингил"},
		{"yoʻq", "йўқ"},
		{"choy", "чой"},
		{"yoʻl", "йўл"},
		{"shahar", "шаҳар"},
		{"yordam", "ёрдам"},
		{"tashxis", "ташхис"},
		{"daryo", "дарё"},
		{"xizmat", "хизмат"},
		{"tayyor", "тайёр"},
		{"jarima", "жарима"},
		{"yulduz", "юлдуз"},
		{"politsiya", "полиция"},
		{"yangi", "янги"},
		{"deportatsiya", "депортация"},
		{"yetti", "етти"},
		{"litsenziya", "лицензия"},
		{"yer", "ер"},
		{"ketsa", "кетса"},
		{"elchixona", "элчихона"},
		{"migratsion", "миграцион"},
		{"ertaga", "эртага"},
		{"ketsin", "кетсин"},
		{"kecha", "кеча"},
		{"kvitansiya", "квитанция"},
		{"telefon", "телефон"},
		{"inspeksiya", "инспекция"},
		{"aeroport", "аэропорт"},
		{"korrupsiya", "коррупция"},
		{"poyezd", "поезд"},
		{"pensiya", "пенсия"},
		{"eʼlon", "эълон"},
		{"meditsina", "медицина"},
		{"maʼmuriy", "маъмурий"},
		{"sirk", "цирк"},
		{"maʼlumot", "маълумот"},
		{"noyabr", "ноябрь"},
		{"taʼtil", "таътил"},
		{"noyabrda", "ноябрда"},
		{"sanʼat", "санъат"},
		{"noyabri", "ноябри"},
		{"Isʼhoq", "Исҳоқ"},
		{"kompyuter", "компьютер"},
		{"moʻjiza", "мўъжиза"},
		{"obyekt", "объект"},
		{"togʻ", "тоғ"},
		{"ID-karta", "ID-карта"},
		{"Qozogʻiston", "Қозоғистон"},
		{"roʻyxatdan", "рўйхатдан"},
		{"Qirgʻiziston", "Қирғизистон"},
		{"SHARTNOMA", "ШАРТНОМА"},
	};

	(void)state;
	assert_int_equal(sizeof pairs / sizeof pairs[0], 52);
	check_pairs(pairs, 52);
}

static void what_stands_below_them(void **state)
{
	static const char *const pairs[][2] = {
		{"o'zbek", "ўзбек"},
		{"o‘zbek", "ўзбек"},
		{"o’zbek", "ўзбек"},
		{"oʼzbek", "ўзбек"},
		{"o`zbek", "ўзбек"},
		{"ma'lumot", "маълумот"},
		{"tog‘", "тоғ"},
		{"{n} kun qoldi", "{n} кун қолди"},
		{"{stay.days}-kundan keyin", "{stay.days}-кундан кейин"},
		{"%s ish kuni, %1$d marta", "%s иш куни, %1$d марта"},
		{"Telegram: example.uz", "Telegram: example.uz"},
		{"", ""},
		{"Ўзбекча матн ўзгармайди", "Ўзбекча матн ўзгармайди"},
		{"Yoʻq. Oʻtkazish", "Йўқ. Ўтказиш"},
		{"Sharq, Choy", "Шарқ, Чой"},
		{"ish-e", "иш-э"},
		{"MRP va IIN", "МРП ва ИИН"},
		{"{stay.days:unit} ichida", "{stay.days:unit} ичида"},
		{"merga, mergan", "мэрга, мерган"},
	};

	(void)state;
	check_pairs(pairs, sizeof pairs / sizeof pairs[0]);
}

static void a_broken_list_names_its_line(void **state)
{
	struct err e = {"", "", ""};

	(void)state;
	assert_null(cyrillic_read(&arena, "/nowhere/exceptions.tsv", &e));
	assert_non_null(strstr(e.what, "exceptions.tsv"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_pairs),
		cmocka_unit_test(dates_lose_their_hyphens),
		cmocka_unit_test(names_of_several_words_stay),
		cmocka_unit_test(what_stands_below_them),
		cmocka_unit_test(a_broken_list_names_its_line),
	};
	arena_init(&arena);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_release(&arena);
	return failed;
}
