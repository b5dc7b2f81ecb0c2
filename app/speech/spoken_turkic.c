#include "speech/spoken_turkic.h"

#include <string.h>

bool turkic_is(enum lang_id lang)
{
	return lang != LANG_RU && lang != LANG_EN && lang != LANG_TG;
}

/* The cases that "from" and "to" ask for, on the last word of a number. */
struct cases {
	const char *word, *to, *from;
};
static const struct cases kyrgyz_cases[] = {{"нөл", "гө", "дөн"}, {"бир", "ге", "ден"}, {"эки", "ге", "ден"},
	{"үч", "кө", "төн"}, {"төрт", "кө", "төн"}, {"беш", "ке", "тен"}, {"алты", "га", "дан"}, {"жети", "ге", "ден"},
	{"сегиз", "ге", "ден"}, {"тогуз", "га", "дан"}, {"он", "го", "дон"}, {"жыйырма", "га", "дан"},
	{"отуз", "га", "дан"}, {"кырк", "ка", "тан"}, {"элүү", "гө", "дөн"}, {"алтымыш", "ка", "тан"},
	{"жетимиш", "ке", "тен"}, {"сексен", "ге", "ден"}, {"токсон", "го", "дон"}, {"жүз", "гө", "дөн"},
	{"миң", "ге", "ден"}};
static const struct cases kazakh_cases[] = {{"нөл", "ге", "ден"}, {"бір", "ге", "ден"}, {"екі", "ге", "ден"},
	{"үш", "ке", "тен"}, {"төрт", "ке", "тен"}, {"бес", "ке", "тен"}, {"алты", "ға", "дан"}, {"жеті", "ге", "ден"},
	{"сегіз", "ге", "ден"}, {"тоғыз", "ға", "дан"}, {"он", "ға", "нан"}, {"жиырма", "ға", "дан"},
	{"отыз", "ға", "дан"}, {"қырық", "қа", "тан"}, {"елу", "ге", "ден"}, {"алпыс", "қа", "тан"},
	{"жетпіс", "ке", "тен"}, {"сексен", "ге", "нен"}, {"тоқсан", "ға", "нан"}, {"жүз", "ге", "ден"},
	{"мың", "ға", "нан"}};

void turkic_add_case(struct speaking *s, enum turkic_case wanted)
{
	const char *space = strrchr(s->out->text, ' '), *last = space ? space + 1 : s->out->text;
	bool kazakh = s->lang->id == LANG_KK;
	const struct cases *list = kazakh ? kazakh_cases : kyrgyz_cases;
	size_t count = kazakh ? sizeof kazakh_cases / sizeof kazakh_cases[0]
			      : sizeof kyrgyz_cases / sizeof kyrgyz_cases[0];

	if (s->lang->id == LANG_UZ || s->lang->id == LANG_UZ_CYRILLIC) {
		strbuf_adds(s->out, wanted == CASE_TO ? "ga" : "dan");
		return;
	}
	for (size_t i = 0; i < count; i++)
		if (str_equal(last, list[i].word)) {
			strbuf_adds(s->out, wanted == CASE_TO ? list[i].to : list[i].from);
			return;
		}
}

bool turkic_case_of(const char *ending, enum turkic_case *out)
{
	static const char *const to[] = {"га", "ге", "го", "гө", "ка", "ке", "ко", "кө", "ға", "қа", "ga", "ka", "qa"};
	static const char *const from[] = {"дан", "ден", "дон", "дөн", "тан", "тен", "тон", "төн", "нан", "нен", "dan"};

	for (size_t i = 0; i < sizeof to / sizeof to[0]; i++)
		if (str_equal(ending, to[i])) {
			*out = CASE_TO;
			return true;
		}
	for (size_t i = 0; i < sizeof from / sizeof from[0]; i++)
		if (str_equal(ending, from[i])) {
			*out = CASE_FROM;
			return true;
		}
	return false;
}
