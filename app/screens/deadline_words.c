/* A deadline is known by its row in the dossier, and where a row sets several terms also by the rule that was counted. */
#include "screens/deadline_words.h"

#include "base/str.h"
#include "i18n/format.h"
#include "i18n/i18n.h"

#include <string.h>

const char *const deadline_pages[] = {
	"page/host-notice",
	"page/registration",
	"page/how-long",
	"page/overstay",
	"page/ninety-days",
	"page/new-address",
	"page/appeal",
	"page/complain",
	"page/refused-entry",
	"page/ban",
	"page/household-work",
	"page/stay-longer",
	"page/leaving-job",
	"page/work-residence",
	"page/travel-permission",
	"page/work-tax",
	"page/pay",
	"page/not-paid",
	"page/work-kyrgyzstan",
	"page/company-work",
	"page/birth",
	NULL,
};

static const struct meaning {
	const char *id, *rule; /* rule NULL: whatever was counted */
	const char *page, *text;
} meanings[] = {
	/* TRANSLATORS: these sentences stand under a date; %s is a number with its unit, such as "3 working days". */
	{"DL-01", NULL, "page/host-notice",
		N_("By this day your host must tell the migration police that you have arrived (%s).")},
	{"DL-02", NULL, "page/registration",
		N_("If you do not leave before this day, you must register yourself by it (%s).")},
	{"DL-03", NULL, "page/how-long", N_("Last lawful day in Kazakhstan without a residence permit (%s).")},
	{"DL-04", NULL, "page/how-long", N_("Last lawful day in Kazakhstan without a residence permit (%s).")},
	{"DL-05", NULL, "page/ninety-days",
		N_("Last lawful day when your earlier stays are counted too (%s altogether).")},
	{"DL-06", NULL, "page/ninety-days",
		N_("First day on which you may enter Kazakhstan again, if you do not stay beyond your last lawful "
		   "day.")},
	{"DL-07", NULL, "page/new-address",
		N_("If you are registered, you must register again at the new address by this day (%s).")},
	{"DL-08", NULL, "page/new-address",
		N_("By this day your new host must tell the migration police that you have moved in (%s).")},
	{"Y-06", NULL, "page/overstay",
		N_("Last lawful day after the warning or the fine (%s from the decision). You must leave by it.")},
	{"DL-16", NULL, "page/overstay",
		N_("Last day to pay half of the fine (%s), if this right was explained to you. Who pays half can no "
		   "longer appeal.")},
	{"X-29", NULL, "page/overstay", N_("Last day to pay the fine (%s).")},
	{"X-47", NULL, "page/appeal",
		N_("Last day to appeal (%s from the copy). Against expulsion the appeal must have reached the court "
		   "before the day by which you must leave.")},
	{"X-37", NULL, "page/complain", N_("Last day to complain about what the police did in your case (%s).")},
	{"X-57", NULL, "page/refused-entry", N_("Last day to complain about the decision (%s).")},
	{"DL-17", NULL, "page/ban", N_("First day on which you may enter Kazakhstan again (%s after the expulsion).")},
	{"X-72", NULL, "page/household-work", N_("Last day of the permit.")},
	{"DL-10", NULL, "page/stay-longer", N_("Last day to extend the permit. Ask earlier: we found no fixed time.")},
	{"DL-12", NULL, "page/leaving-job", N_("Last lawful day with the short permit (at most %s).")},
	{"DL-11", NULL, "page/leaving-job",
		N_("By this day the residence permit must be made again with the new employer (%s).")},
	{"DL-13", NULL, "page/host-notice",
		N_("By this day the host must tell the migration police that you have come back (%s).")},
	{"DL-14", NULL, "page/work-residence", N_("Last day to ask for a residence permit for the child (%s).")},
	{"DL-09", NULL, "page/household-work",
		N_("By this day you must have the permit to work in a household. The tax is paid before the permit.")},
	{"DL-18", NULL, "page/travel-permission", N_("Last day to ask for the travel permission, if you want one.")},
	{"DL-19", NULL, "page/work-tax", N_("Last day for the tax declaration, if you must file one.")},
	{"X-75", NULL, "page/work-tax", N_("Last day to pay the rest of the tax (%s).")},
	{"Y-47", NULL, "page/pay", N_("By this day the employer must have paid for that month.")},
	{"X-78", NULL, "page/leaving-job", N_("By this day the employer must pay all the money that is due (%s).")},
	{"X-79", "reinstate.months", "page/leaving-job",
		N_("Last day to go to court if you were dismissed wrongly and want the job back (%s).")},
	{"X-79", NULL, "page/not-paid", N_("Last day to claim the pay (%s).")},
	{"RES-14", NULL, "page/leaving-job", N_("By this day the employer must end your residence permit (%s).")},
	{"Y-51", "breach.notice", "page/leaving-job",
		N_("From this day on you may leave the job, if you gave notice on the day above (%s).")},
	{"Y-51", NULL, "page/leaving-job", N_("From this day on you may give notice, if nothing has changed (%s).")},
	{"Y-59", NULL, "page/work-kyrgyzstan", N_("Last day to sign a new contract without leaving Kazakhstan (%s).")},
	{"DL-20", NULL, "page/company-work",
		N_("From this day on the employer may ask for the permit (%s after the vacancy was published).")},
	{"X-85", NULL, "page/birth", N_("Last day to register the child (%s).")},
};

static const struct meaning *meaning_of(const struct deadline *d)
{
	static const struct meaning none = {"", NULL, "", ""};

	for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i++) {
		const struct meaning *m = &meanings[i];
		if (str_equal(m->id, d->id) && (!m->rule || (d->rule && str_equal(d->rule->id, m->rule))))
			return m;
	}
	return &none;
}

const char *words_with(struct ui *ui, const char *pattern, const char *value)
{
	const char *at = strstr(pattern, "%s");

	return at ? ui_printf(ui, "%.*s%s%s", (int)(at - pattern), pattern, value, at + 2) : pattern;
}

static const char *term(struct ui *ui, const struct rule *rule)
{
	return rule ? format_unit(ui->arena, ui->lang, rule->value, rule->unit) : "";
}

static const char *used_up(struct ui *ui, const struct deadline *d)
{
	return words_with(ui,
		_("Your earlier stays have used up what is allowed (%s altogether). Do not travel: the officer refuses "
		  "entry. If you are in Kazakhstan, you may not stay: go to the migration police."),
		term(ui, d->rule));
}

/* An entry's own last day that its earlier stays do not leave to it: never shown as a last day. */
static const char *no_last_day(struct ui *ui, const struct deadline *d)
{
	return words_with(ui,
		_("This entry alone would give %s. You may not stay so long: your earlier stays are counted too."),
		term(ui, d->rule));
}

const char *deadline_meaning(struct ui *ui, const struct deadline *d)
{
	if (d->kind == DEADLINE_USED_UP)
		return used_up(ui, d);
	if (d->kind == DEADLINE_LAST_DAY && (d->notes & NOTE_TOO_LATE))
		return no_last_day(ui, d);
	const char *text = meaning_of(d)->text;
	return *text ? words_with(ui, _(text), term(ui, d->rule)) : "";
}

const char *deadline_page(const struct deadline *d)
{
	return meaning_of(d)->page;
}

bool deadline_is_stay(const struct deadline *d)
{
	return str_equal(d->id, "DL-03") || str_equal(d->id, "DL-04") || str_equal(d->id, "DL-05");
}

const char *deadline_actor(struct ui *ui, const struct deadline *d)
{
	/* what may be done from a day need not be done */
	if (d->kind == DEADLINE_REENTRY_FROM || d->kind == DEADLINE_ALLOWED_FROM || d->kind == DEADLINE_USED_UP)
		return NULL;
	if (d->kind == DEADLINE_LAST_DAY && (d->notes & NOTE_TOO_LATE))
		return NULL;
	if (deadline_is_stay(d))
		return _("Who must act: you. Leave on this day at the latest, or hold a residence permit by then.");
	switch (d->who) {
	case WHO_HOST:
		return _("Who must act: your host.");
	case WHO_EMPLOYER:
		return _("Who must act: the employer.");
	case WHO_PARENT:
		return _("Who must act: a parent.");
	default:
		return _("Who must act: you.");
	}
}

/* A rule that was to start: both ways stay open. */
static const char *due_note(struct ui *ui, const struct deadline *d)
{
	if (!d->due || !d->rule)
		return NULL;
	return words_with(ui,
		_("This rule was to start on this day: %s. We could not confirm that it did. Ask the migration police; "
		  "the "
		  "safe way is to keep to the date."),
		ui_date(ui, d->rule->from));
}

static const char *strict_note(struct ui *ui, const struct deadline *d)
{
	if (!(d->notes & NOTE_STRICT) || (d->kind == DEADLINE_LAST_DAY && (d->notes & NOTE_TOO_LATE)))
		return NULL;
	return words_with(ui, _("Another way of counting gives: %s. Do not rely on it."), ui_date(ui, d->loose));
}

static const char *expired_note(struct ui *ui, const struct deadline *d)
{
	if (!(d->notes & NOTE_EXPIRED) || !d->rule)
		return NULL;
	return words_with(ui, _("The rule is known to us only up to this day: %s. Ask whether it has changed."),
		ui_date(ui, d->rule->until));
}

/* Appeals against expulsion are due before the day of leaving. */
static const char *leave_note(struct ui *ui, const struct deadline *d)
{
	for (size_t i = 0; i < d->fact_count; i++)
		if (str_equal(d->facts[i], "X-49"))
			return _("What ends first counts: the time from the copy, or the day before you must leave.");
	return NULL;
}

static const char *plain_note(struct ui *ui, const struct deadline *d, unsigned note)
{
	if (!(d->notes & note) || (d->kind == DEADLINE_LAST_DAY && note == NOTE_TOO_LATE))
		return NULL;
	switch (note) {
	case NOTE_TOO_LATE:
		return _("Your lawful stay ends before this day. This date gives you no right to stay until then.");
	case NOTE_STAY_GROWS:
		return _("Each day that you stay in Kazakhstan makes this date later.");
	case NOTE_PRINTED_RULES:
		return _("If an earlier date is printed on your paper, that date counts.");
	case NOTE_SUNDAYS_TOO:
		return _("Here every day is counted, Sundays and holidays too. That is the safe way.");
	case NOTE_OFF_PASSED:
		return _("A holiday lies in this time. It is not counted.");
	case NOTE_DOUBTFUL:
		return _("It is not settled whether one of these days is a holiday. The date is the safe one.");
	default:
		return _("We do not know all holidays of that time. Ask.");
	}
}

const char *deadline_note(struct ui *ui, const struct deadline *d, size_t number)
{
	static const unsigned plain[] = {NOTE_TOO_LATE, NOTE_STAY_GROWS, NOTE_PRINTED_RULES, NOTE_SUNDAYS_TOO,
		NOTE_OFF_PASSED, NOTE_DOUBTFUL, NOTE_UNLISTED};
	const size_t plain_count = sizeof plain / sizeof plain[0];
	const char *notes[12];
	size_t count = 0;

	notes[count] = due_note(ui, d);
	count += notes[count] != NULL;
	notes[count] = leave_note(ui, d);
	count += notes[count] != NULL;
	for (size_t i = 0; i < plain_count; i++) {
		notes[count] = plain_note(ui, d, plain[i]);
		count += notes[count] != NULL;
	}
	notes[count] = strict_note(ui, d);
	count += notes[count] != NULL;
	notes[count] = expired_note(ui, d);
	count += notes[count] != NULL;
	return number < count ? notes[number] : NULL;
}

const char *deadline_distance(struct ui *ui, date_t date)
{
	int days = date - ui->model->today;

	if (days == 0)
		return _("today");
	if (days > 0)
		/* TRANSLATORS: how far a date lies ahead. */
		return ui_printf(ui, trn(ui->lang, "in %d day", "in %d days", (unsigned long)days), days);
	/* TRANSLATORS: how long ago a date was. */
	return ui_printf(ui, trn(ui->lang, "%d day ago", "%d days ago", (unsigned long)-days), -days);
}
