/* A walk: one question a screen with large answers and a line that shows how far; at its end what to do. Each answer is a
 * screen of its own on the way, so that back leads to the question before, and nothing has to be kept. */
#include "i18n/i18n.h"
#include "screens/blocks.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/print_parts.h"
#include "screens/screens.h"
#include "screens/sources.h"
#include "screens/take.h"

static const enum color accent = COLOR_DEADLINES;

/* As many pieces as there can be questions; those behind and the present one are full. */
static void add_progress(struct ui *ui, struct view *body, const struct walk *w)
{
	float target = world_target_mm(ui->world);
	int asked = (int)w->said_count + 1, most = (int)w->said_count + w->ahead;
	const char *words = ui_printf(ui, _("Question %d of at most %d"), asked, most);
	struct view *column = view_add(body, view_column(ui->arena, "walk.progress", target * 0.08f));
	struct view *line = view_add(column, view_row(ui->arena, NULL, target * 0.08f));
	struct view *text = view_add(column, view_text(ui->arena, NULL, TEXT_SMALL, words));

	column->role = ROLE_STATUS;
	column->label = words;
	text->ink = COLOR_MUTED;
	for (int i = 1; i <= most; i++) {
		struct view *piece = view_add(line, view_column(ui->arena, NULL, 0));
		piece->grow = 1;
		piece->min_height_mm = target * 0.1f;
		piece->radius_mm = target * 0.05f;
		if (i <= asked) {
			piece->fill = accent;
		} else {
			piece->border = COLOR_LINE;
			piece->border_mm = target * 0.02f;
		}
	}
}

static void add_answer(struct ui *ui, struct view *list, const struct walk *w, const struct walk_answer *a)
{
	bool for_some = a->audience != AUDIENCE_ALL && ui->model->visit->citizen == CITIZEN_SKIPPED;
	const char *route = model_route(ui->model)->text;
	struct view *entry = part_entry(ui, ui_printf(ui, "answer.%d", a->number), "point",
		ui_text(ui, a->words, a->audience), for_some ? ui_citizens(ui, a->audience) : NULL,
		act(VERB_GO, ui_printf(ui, w->said_count ? "%s%d" : "%s/%d", route, a->number)), accent);

	entry->min_height_mm = world_target_mm(ui->world) * (world_compact(ui->world) ? 1.2f : 1.6f);
	part_entry_words(entry)->first->size = TEXT_LEAD;
	view_add(list, part_in_language(ui, entry, a->words));
}

static void add_question(struct ui *ui, struct view *body, const struct walk *w, bool foreign)
{
	add_progress(ui, body, w);
	struct view *words = view_add(body, part_heading(ui, "walk.question", ui_text(ui, w->words, AUDIENCE_ALL)));
	words->size = TEXT_TITLE;
	words->lang = part_lang(ui, w->words.lang);
	view_add(body, part_fallback_mark(ui, "walk.question.fallback", w->words));
	struct view *list = view_add(body, part_entries(ui));
	for (size_t i = 0; i < w->answer_count; i++)
		if (foreign || w->answers[i].audience == AUDIENCE_ALL ||
			audience_includes(w->answers[i].audience, ui->model->visit->citizen))
			add_answer(ui, list, w, &w->answers[i]);
}

/* What was answered on the way: whoever reads the end sees for what it is said. */
static void add_said(struct ui *ui, struct view *body, const struct walk *w)
{
	view_add(body, part_heading(ui, "walk.said", _("Your answers")));
	for (size_t i = 0; i < w->said_count; i++) {
		const struct walk_said *s = &w->said[i];
		const char *question = ui_text(ui, s->question, AUDIENCE_ALL),
			   *answer = ui_text(ui, s->answer, AUDIENCE_ALL);
		struct view *column = view_add(body, view_column(ui->arena, ui_printf(ui, "said.%zu", i + 1), 0));
		struct view *first = view_add(column, view_text(ui->arena, NULL, TEXT_SMALL, question));
		struct view *second = view_add(column, view_text(ui->arena, NULL, TEXT_BODY, answer));
		column->role = ROLE_ITEM;
		column->label = ui_printf(ui, "%s %s", question, answer);
		column->lang = part_lang(ui, s->question.lang);
		first->ink = COLOR_MUTED;
		second->bold = true;
	}
}

static void add_outcome(struct ui *ui, struct view *body, const struct walk *w)
{
	struct view *words = view_add(body, part_heading(ui, "walk.outcome", ui_text(ui, w->words, AUDIENCE_ALL)));

	words->size = TEXT_TITLE;
	words->lang = part_lang(ui, w->words.lang);
	blocks_add_choice(ui, body);
	blocks_add_age(ui, body, &w->sheet);
	view_add(body, part_fallback_mark(ui, "walk.outcome.fallback", w->words));
	blocks_add(ui, body, &w->sheet, accent, NULL);
	add_said(ui, body, w);
	print_offer(ui, body, take_button(ui, ui_printf(ui, "take/%s", model_route(ui->model)->text), accent), accent);
	view_add(body,
		part_button(ui, "walk.again", "back", _("Begin again"), act(VERB_TURN, ui_printf(ui, "walk/%s", w->id)),
			accent, false));
	sources_add_list(ui, body, w->sheet.sources, w->sheet.source_count);
}

struct view *walk_view(struct ui *ui)
{
	const struct walk *w = &ui->model->data->walk;
	bool foreign = !audience_includes(w->audience, ui->model->visit->citizen);
	struct view *body = w->outcome && !blocks_two(ui) ? part_reading_body(ui) : part_body(ui);

	if (w->hide)
		view_add(body, part_hide(ui));
	view_add(body, part_citizen_bar(ui));
	if (foreign)
		view_add(body, part_note(ui, "walk.for", NOTE_WARNING, ui_written_for(ui, w->audience)));
	view_add(body, part_fallback_mark(ui, "title.fallback", w->title));
	if (w->outcome)
		add_outcome(ui, body, w);
	else
		add_question(ui, body, w, foreign);
	const struct head head = {
		.title = ui_text(ui, w->title, w->audience),
		.lang = part_lang(ui, w->title.lang),
		.icon = w->icon,
		.accent = accent,
	};
	sources_add_translation(ui, body);
	return part_screen(ui, ui_printf(ui, "walk.%s", w->id), &head, body);
}
