/* Which words of a text look found, and how a long line is cut around them. */
#include "../testing.h"

#include "screens/marked.h"

#include <string.h>

static struct arena arena;

static const char *quoted(const char *text, const char *query, bool misspelt)
{
	return marked_quoted(&arena, marked_words(&arena, text, query, misspelt));
}

static void words_that_begin_so_are_marked(void **state)
{
	static const struct {
		const char *text, *query, *quoted;
	} rows[] = {
		{"Штраф и два штрафа.", "штраф", "«Штраф» и два «штрафа»."},
		{"Штраф и два штрафа.", "", "Штраф и два штрафа."},
		{"Штраф и два штрафа.", "виза", "Штраф и два штрафа."},
		{"Оё бояд аз қайд гузарам?", "кайд", "Оё бояд аз «қайд» гузарам?"},
		{"Roʻyxatdan oʻtishim kerakmi?", "рўйхат", "«Roʻyxatdan» oʻtishim kerakmi?"},
		{"Жалақы төленбеді", "jalaky tolen", "«Жалақы» «төленбеді»"},
		{"Суд, суд!", "суд суд", "«Суд», «суд»!"},
		{"", "суд", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_string_equal(quoted(rows[i].text, rows[i].query, false), rows[i].quoted);
}

/* A mere relative is marked only where the word itself does not stand. */
static void of_a_word_the_most_alike_are_marked(void **state)
{
	(void)state;
	assert_string_equal(quoted("Нужно ли регистрироваться?", "регистрация", false), "Нужно ли «регистрироваться»?");
	assert_string_equal(
		quoted("Регистрация: кто регистрируется?", "регистрация", false), "«Регистрация»: кто регистрируется?");
	assert_string_equal(
		quoted("Регистрация: где полиция?", "регистрации полиции", false), "«Регистрация»: где «полиция»?");
}

static void a_misspelt_word_is_marked_only_where_it_counted(void **state)
{
	(void)state;
	assert_string_equal(quoted("Полиция и суд", "палиция", true), "«Полиция» и суд");
	assert_string_equal(quoted("Полиция и суд", "палиция", false), "Полиция и суд");
	assert_string_equal(quoted("Суд и сад", "сид", true), "Суд и сад"); /* too short to be misspelt */
}

static const char long_line[] =
	"Если Вы уехали и вернулись в тот же день, дни считаются один раз, и каждый из них входит в девяносто "
	"дней, которые Вам даны на сто восемьдесят дней подряд, а штраф назначает миграционная полиция, и больше "
	"никто, "
	"кто бы ни говорил Вам, что его можно оплатить на месте наличными без всякого постановления и без суда.";

static void a_long_line_is_cut_at_blanks_around_the_first_mark(void **state)
{
	(void)state;
	struct marked m = marked_excerpt(&arena, marked_words(&arena, long_line, "штраф суд", false));
	assert_int_equal(m.count, 1); /* the second is out of sight */
	assert_memory_equal(m.text + m.marks[0].start, "штраф", strlen("штраф"));
	assert_int_equal(m.marks[0].end - m.marks[0].start, strlen("штраф"));
	assert_int_equal(strncmp(m.text, "… ", strlen("… ")), 0);
	assert_string_equal(m.text + strlen(m.text) - strlen(" …"), " …");
	assert_true(strlen(m.text) < strlen(long_line) * 2 / 3);
	const char *kept = strstr(long_line, " а штраф");
	assert_non_null(kept);
	assert_non_null(strstr(m.text, " а штраф назначает миграционная полиция, и больше никто,"));
}

static void a_short_line_stays_whole(void **state)
{
	(void)state;
	struct marked m = marked_excerpt(&arena, marked_words(&arena, "Суд за день", "день", false));
	assert_string_equal(marked_quoted(&arena, m), "Суд за «день»");
	m = marked_excerpt(&arena, marked_words(&arena, "Суд за день", "виза", false));
	assert_string_equal(m.text, "Суд за день");
	m = marked_excerpt(&arena, marked_words(&arena, long_line, "Если", false));
	assert_int_equal(m.marks[0].start, 0);
	m = marked_excerpt(&arena, marked_words(&arena, long_line, "нигде", false)); /* its beginning */
	assert_int_equal(m.count, 0);
	assert_int_equal(strncmp(m.text, long_line, 20), 0);
	assert_true(strlen(m.text) < strlen(long_line));
}

static void marks_move_behind_what_is_put_before(void **state)
{
	(void)state;
	struct marked m = marked_behind(&arena, "Тоҷикӣ: ", marked_words(&arena, "ҷарима ва суд", "суд ҷарима", false));
	assert_string_equal(marked_quoted(&arena, m), "Тоҷикӣ: «ҷарима» ва «суд»");
	assert_string_equal(marked_behind(&arena, "", m).text, m.text);
}

static int begin(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_that_begin_so_are_marked),
		cmocka_unit_test(of_a_word_the_most_alike_are_marked),
		cmocka_unit_test(a_misspelt_word_is_marked_only_where_it_counted),
		cmocka_unit_test(a_long_line_is_cut_at_blanks_around_the_first_mark),
		cmocka_unit_test(a_short_line_stays_whole),
		cmocka_unit_test(marks_move_behind_what_is_put_before),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
