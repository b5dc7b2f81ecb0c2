#include "../testing.h"

#include "base/fold.h"
#include "base/str.h"

#include <string.h>

static struct arena arena;

static const struct fold_word *one(const char *text)
{
	struct fold_word *words;

	assert_int_equal(fold_words(&arena, text, &words), 1);
	return words;
}

static void short_words_keep_their_doubled_letters(void **state)
{
	struct arena a;
	struct fold_word *w;

	(void)state;
	arena_init(&a);
	assert_int_equal(fold_words(&a, "ИИН иммиграция", &w), 2);
	assert_string_equal(w[0].letters, "иин"); /* a number, not the word "ин" */
	assert_string_equal(w[1].letters, "имиграсия");
	arena_release(&a);
}

/* Whoever types the second means the first. */
static void the_other_spelling_sounds_the_same(void **state)
{
	static const char *const rows[][2] = {
		{"рӯйхат", "руйхат"},
		{"рӯйхат", "ruyhat"},
		{"roʻyxat", "рўйхат"},
		{"roʻyxat", "royxat"},
		{"roʻyxat", "ro'yhat"},
		{"yoʻl", "йўл"},
		{"yoʻl", "yol"},
		{"ёрдам", "yordam"},
		{"тайёр", "tayyor"},
		{"миграция", "migratsiya"},
		{"миграция", "migraciya"},
		{"ҷарима", "jarima"},
		{"жарима", "jarima"},
		{"ҳуқуқ", "hukuk"},
		{"ҳуқуқ", "xuquq"},
		{"мигрант", "Migrant"},
		{"қарз", "qarz"},
		{"шаҳрванд", "shahrvand"},
		{"чек", "chek"},
		{"жұмыс", "jumys"},
		{"жумуш", "jumush"},
		{"күн", "kun"},
		{"виза", "viza"},
		{"регистрация", "registratsiya"},
		{"депортация", "deportatsiya"},
		{"Қазақстан", "kazakstan"},
		{"өкілдік", "okildik"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (!str_equal(one(rows[i][0])->sound, one(rows[i][1])->sound))
			fail_msg("%s is %s, %s is %s", rows[i][0], one(rows[i][0])->sound, rows[i][1],
				one(rows[i][1])->sound);
}

static void lost_letters_are_found(void **state)
{
	static const char *const rows[][2] = {
		{"ҳуқуқи", "хукуки"},
		{"ҷарима", "чарима"},
		{"иҷозат", "ичозат"},
		{"ёлка", "елка"},
		{"қоида", "КОИДА"},
		{"үй", "уй"},
		{"ұлт", "улт"},
		{"ісі", "иси"},
		{"и\xCC\x84", "ӣ"}, /* the mark on its own */
		{"виза", "визза"},
		{"o\xC2\xADzbek", "ozbek"}, /* a soft hyphen */
		{"oʻzbek", "o`zbek"},
		{"oʻzbek", "o’zbek"},
		{"café", "cafe"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_string_equal(one(rows[i][0])->letters, one(rows[i][1])->letters);
}

static void other_words_stay_apart(void **state)
{
	static const char *const rows[][2] = {
		{"суд", "сад"}, {"пулис", "полк"}, {"виза", "вазы"}, {"112", "12"}, {"шаг", "чаг"}};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_string_not_equal(one(rows[i][0])->sound, one(rows[i][1])->sound);
		assert_string_not_equal(one(rows[i][0])->letters, one(rows[i][1])->letters);
	}
}

static void words_know_where_they_stood(void **state)
{
	const char *text = "  «Қоида» 30-рӯз, oʻzbek…";
	struct fold_word *words;

	(void)state;
	assert_int_equal(fold_words(&arena, text, &words), 4);
	assert_memory_equal(text + words[0].start, "Қоида", words[0].end - words[0].start);
	assert_string_equal(words[1].letters, "30");
	assert_memory_equal(text + words[2].start, "рӯз", words[2].end - words[2].start);
	assert_memory_equal(text + words[3].start, "oʻzbek", words[3].end - words[3].start);
	assert_int_equal(fold_words(&arena, " … — ", &words), 0);
	assert_int_equal(fold_words(&arena, "", &words), 0);
	assert_int_equal(fold_words(&arena, "\xFF\xFE", &words), 0);
	assert_int_equal(fold_words(&arena, "ь ъ", &words), 0); /* nothing is left of them */
}

static void distances_to_the_best_beginning(void **state)
{
	static const struct {
		const char *word, *term;
		int most, distance;
	} rows[] = {
		{"registrasa", "registrasa", 2, 0},
		{"regist", "registrasa", 1, 0},
		{"rigist", "registrasa", 1, 1},
		{"regsit", "registrasa", 1, 1}, /* two changed in place */
		{"reist", "registrasa", 1, 1},
		{"reggist", "registrasa", 1, 1},
		{"rgst", "registrasa", 1, 2},
		{"polis", "registrasa", 2, 3},
		{"", "registrasa", 1, 0},
		{"registrasa", "reg", 1, 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_int_equal(fold_distance(rows[i].word, rows[i].term, rows[i].most), rows[i].distance);
}

static void what_is_written_answers_to_what_was_typed(void **state)
{
	static const struct {
		const char *written, *typed;
		enum fold_likeness likeness;
	} rows[] = {
		{"штрафы", "штраф", FOLD_BEGINS},
		{"Қайд", "кайд", FOLD_BEGINS},
		{"рӯйхат", "ruyh", FOLD_BEGINS}, /* by sound */
		{"штраф", "штрафы", FOLD_ENDING},
		{"регистрироваться", "регистрация", FOLD_ENDING},
		{"полиция", "палиция", FOLD_MISSPELT},
		{"реклама", "регистрация", FOLD_OTHER}, /* two letters are no stem */
		{"поле", "полететь", FOLD_OTHER}, /* four of eight are not enough */
		{"полёты", "полететь", FOLD_ENDING}, /* five are */
		{"суд", "сад", FOLD_OTHER}, /* too short to be misspelt */
		{"виза", "штраф", FOLD_OTHER},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (fold_likeness(one(rows[i].written), one(rows[i].typed)) != rows[i].likeness)
			fail_msg("'%s' and '%s'", rows[i].written, rows[i].typed);
	assert_int_equal(fold_wrong_letters(one("сурат")), 1);
	assert_int_equal(fold_wrong_letters(one("сура")), 0);
	assert_int_equal(fold_wrong_letters(one("регистрация")), 2);
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
		cmocka_unit_test(short_words_keep_their_doubled_letters),
		cmocka_unit_test(the_other_spelling_sounds_the_same),
		cmocka_unit_test(lost_letters_are_found),
		cmocka_unit_test(other_words_stay_apart),
		cmocka_unit_test(words_know_where_they_stood),
		cmocka_unit_test(distances_to_the_best_beginning),
		cmocka_unit_test(what_is_written_answers_to_what_was_typed),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
