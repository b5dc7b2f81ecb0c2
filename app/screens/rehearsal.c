/* Practice for the border: one question of the officer a screen, answered aloud; the visitor says whether answer and paper are
 * there. At the end what is missing, which answers must agree, and a round of what was not ready. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/practice.h"
#include "screens/question_parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

static const struct practice *practice(struct ui *ui)
{
	return &ui->model->visit->practice;
}

static const struct question *find_question(struct ui *ui, int number)
{
	const struct screen_data *data = ui->model->data;

	for (size_t i = 0; i < data->question_count; i++)
		if (data->questions[i].number == number)
			return &data->questions[i];
	return NULL;
}

static struct view *screen(struct ui *ui, struct view *body, struct view *foot, const char *counter)
{
	const struct head head = {
		.title = _("Practise the officer's questions"),
		.icon = "practise",
		.accent = COLOR_BORDER,
		.counter = counter,
	};

	sources_add_translation(ui, body);
	return part_screen_with_foot(ui, "rehearsal", &head, body, foot);
}

static struct view *foot_row(struct ui *ui)
{
	struct view *row = view_row(ui->arena, NULL, world_target_mm(ui->world) * 0.2f);

	row->wrap = true;
	return row;
}

static struct view *wide(struct view *row, struct view *button)
{
	button->grow = 1;
	return view_add(row, button);
}

static int count_questions(struct ui *ui, bool ministry_only)
{
	const struct screen_data *data = ui->model->data;
	int count = 0;

	for (size_t i = 0; i < data->question_count; i++) {
		const struct question *q = &data->questions[i];
		count += audience_includes(q->audience, ui->model->visit->citizen) &&
			(q->from_ministry || !ministry_only);
	}
	return count;
}

static struct view *start_view(struct ui *ui)
{
	struct view *body = part_reading_body(ui);
	int ministry = count_questions(ui, true), all = count_questions(ui, false);

	view_add(body, part_citizen_bar(ui));
	view_add(body,
		part_text(ui, "rehearsal.how", TEXT_LEAD,
			_("The officer asks. Answer aloud, in your own words. Then say whether you have the answer and "
			  "the paper.")));
	view_add(body,
		part_text(
			ui, "border.rule", TEXT_BODY, _("Answer truthfully and briefly, the same as in your papers.")));
	view_add(body, part_text(ui, "rehearsal.kept", TEXT_BODY, _("Nothing is written down and nothing is kept.")));
	if (ministry > 0)
		view_add(body,
			part_button(ui, "rehearsal.ministry", "ministry-says",
				/* TRANSLATORS: a button; %d is how many questions there are, for example ten. */
				ui_printf(ui, _("Questions from the Tajik foreign ministry's advice: %d"), ministry),
				act(VERB_REHEARSE, "ministry"), COLOR_BORDER, true));
	if (all > ministry)
		view_add(body,
			part_button(ui, "rehearsal.all", "bubbles-stack", ui_printf(ui, _("All questions: %d"), all),
				act(VERB_REHEARSE, "all"), COLOR_BORDER, true));
	view_add(body,
		part_button(ui, "rehearsal.read", "ask", _("Read the questions first"), act(VERB_GO, "border"),
			COLOR_BORDER, false));
	return screen(ui, body, NULL, NULL);
}

static struct view *asking_view(struct ui *ui, const struct question *q)
{
	const struct practice *p = practice(ui);
	struct view *body = part_reading_body(ui), *foot = foot_row(ui);

	if (p->round > 1)
		view_add(body,
			part_quiet(ui,
				part_mark(ui, "rehearsal.round", "fold", _("Once more: only what was not ready."),
					true)));
	view_add(body, question_officer(ui, q));
	question_add_own(ui, body, q);
	struct view *show = view_add(body,
		part_button(ui, "rehearsal.show", p->answer_shown ? "fold" : "unfold",
			p->answer_shown ? _("Hide the answer") : _("Show what a good answer contains"),
			act(VERB_TOGGLE, "answer"), COLOR_BORDER, false));
	show->state = p->answer_shown ? STATE_OPEN : STATE_CLOSED;
	if (p->answer_shown)
		question_add_advice(ui, body, q);
	wide(foot,
		part_button(ui, "rehearsal.ready", "check",
			*q->paper.text ? _("I have the answer and the paper") : _("I have the answer"),
			act(VERB_READY, "yes"), COLOR_HELP, true));
	wide(foot,
		part_button(ui, "rehearsal.not-yet", "hourglass", _("Not yet"), act(VERB_READY, "not-yet"),
			COLOR_BORDER, false));
	return screen(ui, body, foot, ui_printf(ui, _("%d of %d"), practice_round_place(p), practice_round_count(p)));
}

static const char *numbered(struct ui *ui, const struct question *q)
{
	return ui_printf(ui, "%d. %s", q->number, ui_text(ui, q->question, q->audience));
}

static void add_missing(struct ui *ui, struct view *body)
{
	const struct practice *p = practice(ui);
	struct view *list = part_entries(ui);

	for (int i = 0; i < p->count; i++) {
		const struct question *q = find_question(ui, p->list[i].number);
		if (!q || p->list[i].readiness != READINESS_NOT_YET)
			continue;
		const char *paper = *q->paper.text
			? ui_printf(ui, "%s %s", _("Paper that proves it:"), ui_text(ui, q->paper, q->audience))
			: NULL;
		view_add(list,
			part_in_language(ui,
				part_entry(ui, ui_printf(ui, "missing.%d", q->number), q->icon, numbered(ui, q), paper,
					act(VERB_GO, ui_printf(ui, "border/%d", q->number)), COLOR_BORDER),
				q->question));
	}
	if (!list->first) {
		view_add(body,
			part_mark(ui, "rehearsal.whole", "check", _("You have an answer to each of these questions."),
				true));
		return;
	}
	view_add(body, part_heading(ui, "rehearsal.missing", _("What is missing")));
	view_add(body, list);
	view_add(body,
		part_button(ui, "rehearsal.again", "practise", _("Practise these again"), act(VERB_REHEARSE, "again"),
			COLOR_BORDER, true));
}

/* A line of an agreement: the question, and whether it was ready, told by picture and words. */
static void add_answer(struct ui *ui, struct view *card, const char *id, const struct question *q, bool ready)
{
	struct view *row = view_add(
		card, view_row(ui->arena, ui_printf(ui, "%s.%d", id, q->number), world_target_mm(ui->world) * 0.15f));
	struct view *picture = view_add(row, part_picture(ui, ready ? "check" : "hourglass", 4));
	struct view *words = view_add(row, part_text(ui, NULL, TEXT_BODY, numbered(ui, q)));
	/* TRANSLATORS: of an answer that was practised: it is there. */
	const char *state = ready ? _("Ready") : _("Not yet");

	row->role = ROLE_ITEM;
	row->label = ui_printf(ui, "%s %s", numbered(ui, q), state);
	row->lang = part_lang(ui, q->question.lang);
	row->align = ALIGN_CENTER;
	picture->ink = ready ? COLOR_HELP : COLOR_BORDER;
	words->grow = 1;
}

static struct view *agreement_view(struct ui *ui, const struct agreement *g)
{
	float target = world_target_mm(ui->world);
	const char *id = ui_printf(ui, "agree.%s", g->id);
	struct view *card = view_column(ui->arena, id, target * 0.12f);
	struct view *name = view_add(
		card, part_heading(ui, ui_printf(ui, "%s.title", id), ui_text(ui, g->title, AUDIENCE_ALL)));
	struct view *why = view_add(
		card, part_text(ui, ui_printf(ui, "%s.why", id), TEXT_BODY, ui_text(ui, g->why, AUDIENCE_ALL)));
	int found = 0;

	card->fill = COLOR_CARD;
	card->border = COLOR_LINE;
	card->border_mm = target * 0.015f;
	card->radius_mm = target * 0.1f;
	card->pad_x_mm = target * 0.3f;
	card->pad_y_mm = target * 0.2f;
	name->lang = part_lang(ui, g->title.lang);
	why->lang = part_lang(ui, g->why.lang);
	view_add(card, part_fallback_mark(ui, ui_printf(ui, "%s.fallback", id), g->why));
	for (size_t i = 0; i < g->question_count; i++) {
		const struct practised *known = practice_find(practice(ui), g->questions[i]);
		const struct question *q = known ? find_question(ui, g->questions[i]) : NULL;
		if (!q)
			continue;
		add_answer(ui, card, id, q, known->readiness == READINESS_YES);
		found++;
	}
	return found > 1 ? card : NULL;
}

static void add_agreements(struct ui *ui, struct view *body)
{
	const struct screen_data *data = ui->model->data;
	struct view *list = view_column(ui->arena, NULL, world_target_mm(ui->world) * 0.22f);

	for (size_t i = 0; i < data->agreement_count; i++)
		view_add(list, agreement_view(ui, &data->agreements[i]));
	if (!list->first)
		return;
	view_add(body, part_heading(ui, "rehearsal.agree", _("These answers must agree")));
	view_add(body, list);
}

static struct view *done_view(struct ui *ui)
{
	const struct practice *p = practice(ui);
	struct view *body = part_body(ui);
	int ready = practice_count(p, READINESS_YES);
	const char *counted = ui_printf(ui, _("%d of %d ready"), ready, p->count);

	view_add(body, part_citizen_bar(ui));
	view_add(body,
		part_mark(
			ui, "rehearsal.count", ready == p->count ? "tick-on" : "tick-off", counted, ready == p->count));
	add_missing(ui, body);
	add_agreements(ui, body);
	view_add(body,
		part_button(ui, "rehearsal.papers", "checklist", _("Check your papers"), act(VERB_GO, "checklist"),
			COLOR_BORDER, false));
	view_add(body,
		part_button(ui, "rehearsal.anew", "back", _("Begin anew"), act(VERB_REHEARSE, "start"), COLOR_BORDER,
			false));
	return screen(ui, body, NULL, counted);
}

struct view *rehearsal_view(struct ui *ui)
{
	const struct practice *p = practice(ui);
	const struct question *q = p->stage == PRACTICE_ASKING ? find_question(ui, p->list[p->at].number) : NULL;

	if (q)
		return asking_view(ui, q);
	return p->stage == PRACTICE_DONE ? done_view(ui) : start_view(ui);
}
