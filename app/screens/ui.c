/* Placeholders are filled in here, in one place, so that texts and tools can never disagree about a number. */
#include "screens/ui.h"

#include "base/str.h"
#include "content/rules.h"
#include "i18n/format.h"
#include "i18n/i18n.h"

#include <stdlib.h>

const char *ui_printf(struct ui *ui, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	const char *text = arena_vprintf(ui->arena, format, args);
	va_end(args);
	return text;
}

const char *ui_date(struct ui *ui, date_t d)
{
	return format_date(ui->arena, ui->lang, d);
}

/* The day by which rules are chosen: a clock that cannot be right is not asked. */
static date_t rule_day(struct ui *ui)
{
	return ui->model->clock_trusted ? ui->model->today : ui->model->info->content_date;
}

static const double most_tenge = 1e12;

/* Rounded down to whole tenge. */
static const char *money_of(
	struct ui *ui, const struct lang *lang, const struct rule *rule, const struct rule *index, bool expired)
{
	if (str_equal(rule->unit, "KZT"))
		return format_tenge(ui->arena, lang, strtoll(rule->value, NULL, 10));
	if (!index)
		return format_unit(ui->arena, lang, rule->value, rule->unit);
	double tenge = strtod(rule->value, NULL) * strtod(index->value, NULL);
	if (!(tenge >= 0 && tenge < most_tenge)) /* no sum anybody could mean */
		return format_unit(ui->arena, lang, rule->value, rule->unit);
	const char *sum = format_tenge(ui->arena, lang, (long long)(tenge + 0.001));
	if (!expired)
		return sum;
	/* TRANSLATORS: a sum that was worked out with an index of a past year, for example "43 250 tenge (2026, ask)". */
	return ui_printf(ui, tr(lang, "%s (%d; ask whether it has changed)"), sum, date_to_civil(index->from).year);
}

const char *ui_money(struct ui *ui, const struct rule *sum, const struct rule *index, bool expired)
{
	return money_of(ui, ui->lang, sum, index, expired);
}

/* With the index of the day. */
static const char *money_today(struct ui *ui, const struct lang *lang, const struct rule *rule, unsigned audience)
{
	bool expired = false;
	const struct rule *index = rules_at(ui->model->rules, "index.mci", audience, rule_day(ui), &expired);

	return money_of(ui, lang, rule, index, expired);
}

static const char *value_of(struct ui *ui, const struct lang *lang, const struct placeholder *p, unsigned audience)
{
	bool expired = false;
	const struct rule *rule = rules_at(ui->model->rules, p->id, audience, rule_day(ui), &expired);
	const char *value;

	if (!rule)
		return "";
	if (str_equal(p->format, "money"))
		value = money_today(ui, lang, rule, audience);
	else if (str_equal(p->format, "unit"))
		value = format_unit(ui->arena, lang, rule->value, rule->unit);
	else
		value = format_number(ui->arena, lang, rule->value);
	if (!expired)
		return value;
	return ui_printf(ui, tr(lang, "%s (%d; ask whether it has changed)"), value, date_to_civil(rule->until).year);
}

const char *ui_text(struct ui *ui, struct text t, unsigned audience)
{
	const struct lang *lang = lang_by_code(t.lang);
	unsigned reader = (unsigned)ui->model->visit->citizen & AUDIENCE_ALL;
	struct placeholder p;
	struct strbuf s;
	size_t at = 0;

	if (!placeholder_next(t.text, 0, &p))
		return t.text;
	if (!lang)
		lang = ui->lang;
	if (reader & audience)
		audience = reader;
	strbuf_init(&s);
	while (placeholder_next(t.text, at, &p)) {
		strbuf_add(&s, t.text + at, p.start - at);
		strbuf_adds(&s, value_of(ui, lang, &p, audience));
		at = p.end;
	}
	strbuf_adds(&s, t.text + at);
	const char *text = arena_strdup(ui->arena, s.text);
	strbuf_release(&s);
	return text;
}

const char *ui_country(struct ui *ui, const char *code)
{
	static const struct {
		const char *code, *name;
	} countries[] = {
		{"KZ", N_("Kazakhstan")},
		{"TJ", N_("Tajikistan")},
		{"UZ", N_("Uzbekistan")},
		{"KG", N_("Kyrgyzstan")},
		{"RU", N_("Russia")},
	};

	for (size_t i = 0; i < sizeof countries / sizeof countries[0]; i++)
		if (str_equal(code, countries[i].code))
			return _(countries[i].name);
	return "";
}

const char *ui_written_for(struct ui *ui, unsigned audience)
{
	switch (audience & AUDIENCE_ALL) {
	case CITIZEN_TJ:
		return _("This is for citizens of Tajikistan.");
	case CITIZEN_UZ:
		return _("This is for citizens of Uzbekistan.");
	case CITIZEN_KG:
		return _("This is for citizens of Kyrgyzstan.");
	case CITIZEN_TJ | CITIZEN_UZ:
		return _("This is for citizens of Tajikistan and Uzbekistan.");
	case CITIZEN_TJ | CITIZEN_KG:
		return _("This is for citizens of Tajikistan and Kyrgyzstan.");
	case CITIZEN_UZ | CITIZEN_KG:
		return _("This is for citizens of Uzbekistan and Kyrgyzstan.");
	default:
		return _("This is for citizens of Tajikistan, Uzbekistan and Kyrgyzstan.");
	}
}

const char *ui_citizens(struct ui *ui, unsigned audience)
{
	switch (audience & AUDIENCE_ALL) {
	case CITIZEN_TJ:
		return _("Citizens of Tajikistan");
	case CITIZEN_UZ:
		return _("Citizens of Uzbekistan");
	case CITIZEN_KG:
		return _("Citizens of Kyrgyzstan");
	case CITIZEN_TJ | CITIZEN_UZ:
		return _("Citizens of Tajikistan and Uzbekistan");
	case CITIZEN_TJ | CITIZEN_KG:
		return _("Citizens of Tajikistan and Kyrgyzstan");
	case CITIZEN_UZ | CITIZEN_KG:
		return _("Citizens of Uzbekistan and Kyrgyzstan");
	default:
		return _("Citizens of Tajikistan, Uzbekistan and Kyrgyzstan");
	}
}
