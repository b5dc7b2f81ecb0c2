/* The card: one half for the other person, in Russian large and in Kazakh, with the answers to touch, turned by 180 degrees or
 * not; the other half says the same in the visitor's language, and there the answer comes back. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/phrase_parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

enum { SHORT_LETTERS = 64 }; /* a phrase up to this is set larger: it still leaves the other half in view */

static float unit_mm(struct ui *ui)
{
	return world_target_mm(ui->world) / 10;
}

/* Words that are not in the other person's language are not shown to him. */
static void add_words(struct ui *ui, struct view *half, const char *id, enum text_size size, const struct phrase *p,
	enum lang_id lang)
{
	struct text words = lang == LANG_RU ? p->ru : p->kk;

	if (words.fallback)
		return;
	const char *text = ui_text(ui, words, p->audience);
	struct view *v = view_add(half, part_text(ui, id, size, phrase_drawn(ui, p, text, lang)));

	v->label = phrase_said(ui, p, text, lang);
	v->lang = words.lang;
	v->ink = COLOR_INK;
	v->bold = size != TEXT_LEAD;
}

static struct view *answer_button(struct ui *ui, const struct phrase_answer *a, bool touched)
{
	const struct text first = a->ru.fallback ? a->kk : a->ru;
	const char *words = ui_text(ui, first, AUDIENCE_ALL);
	struct view *button = part_button(ui, ui_printf(ui, "answer.%s", a->id), touched ? "check" : NULL, words,
		act(VERB_ANSWER, a->id), touched ? COLOR_HELP : COLOR_PHRASES, true);
	struct view *line = button->last;

	button->lang = first.lang;
	button->state = touched ? STATE_SELECTED : 0;
	button->label = words;
	if (a->ru.fallback || a->kk.fallback)
		return button;
	struct view *both = view_column(ui->arena, NULL, 0);
	both->grow = 1;
	line->grow = 0;
	if (button->first == line)
		button->first = NULL;
	else
		button->first->next = NULL;
	button->last = button->first;
	view_add(button, both);
	view_add(both, line);
	struct view *kazakh = view_add(both, view_text(ui->arena, NULL, TEXT_SMALL, ui_text(ui, a->kk, AUDIENCE_ALL)));
	kazakh->lang = a->kk.lang;
	kazakh->ink = COLOR_ON_ACCENT;
	return button;
}

static void add_answers(struct ui *ui, struct view *half, const struct phrase *p)
{
	struct view *grid = view_new(ui->arena, VIEW_GRID, NULL);
	int touched = model_present(ui->model)->answer;

	grid->gap_mm = unit_mm(ui) * 2;
	grid->min_column_mm = unit_mm(ui) * 30;
	grid->max_columns = 2;
	for (size_t i = 0; i < p->answer_count; i++)
		view_add(grid, answer_button(ui, &p->answers[i], touched == (int)i + 1));
	if (grid->first)
		view_add(half, grid);
}

/* What is said on the telephone is read by the visitor or by whoever stands beside her. */
static bool is_shown_across(struct ui *ui, const struct phrase *p)
{
	return !ui->model->visit->beside && p->group != PHRASE_EMERGENCY;
}

static bool is_short(struct text words)
{
	return utf8_count(words.text) <= SHORT_LETTERS;
}

static struct view *other_half(struct ui *ui, const struct phrase *p)
{
	struct view *half = view_column(ui->arena, "other", unit_mm(ui) * 2);
	struct view *names = view_add(half,
		part_text(ui, "other.languages", TEXT_SMALL,
			ui_printf(ui, "%s · %s", lang_get(LANG_RU)->own_name, lang_get(LANG_KK)->own_name)));

	half->role = ROLE_LIST;
	half->label = _("For the other person");
	half->fill = COLOR_CARD;
	half->pad_x_mm = unit_mm(ui) * 5;
	half->pad_y_mm = unit_mm(ui) * 3;
	half->justify = ALIGN_CENTER;
	half->turned = is_shown_across(ui, p);
	names->ink = COLOR_MUTED;
	add_words(ui, half, "other.ru", is_short(p->ru) ? TEXT_HUGE : TEXT_TITLE, p, LANG_RU);
	add_words(ui, half, "other.kk", TEXT_LEAD, p, LANG_KK);
	add_answers(ui, half, p);
	return half;
}

/* Whether the visitor reads her own words on the other half. */
static bool stands_there(struct ui *ui, const struct phrase *p)
{
	return (ui->lang->id == LANG_RU && !p->ru.fallback) || (ui->lang->id == LANG_KK && !p->kk.fallback);
}

static void add_answer(struct ui *ui, struct view *half, const struct phrase *p)
{
	int touched = model_present(ui->model)->answer;

	if (touched < 1 || (size_t)touched > p->answer_count)
		return;
	const struct text own = p->answers[touched - 1].own;
	const char *words = ui_text(ui, own, AUDIENCE_ALL), *lead = _("The answer:");
	struct view *card = view_add(half, view_column(ui->arena, "own.answer", unit_mm(ui)));
	struct view *first = view_add(card, view_text(ui->arena, NULL, TEXT_BODY, lead));
	struct view *answer = view_add(card, view_text(ui->arena, NULL, TEXT_HUGE, words));

	card->role = ROLE_STATUS;
	card->label = ui_printf(ui, "%s %s", lead, words);
	card->lang = part_lang(ui, own.lang);
	card->fill = COLOR_CARD;
	card->border = COLOR_HELP;
	card->border_mm = unit_mm(ui) * 0.4f;
	card->radius_mm = unit_mm(ui) * 1.5f;
	card->pad_x_mm = unit_mm(ui) * 3;
	card->pad_y_mm = unit_mm(ui) * 2;
	first->lang = ui->lang->code;
	answer->bold = true;
	view_add(half, part_fallback_mark(ui, "own.answer.fallback", own));
}

static const char *hint(struct ui *ui, const struct phrase *p)
{
	if (p->group == PHRASE_EMERGENCY)
		return _("Read it aloud on the telephone, or ask somebody to read it.");
	if (p->answer_count == 0)
		return _("Show this card, or read it aloud.");
	return _("Show this card. When the other person touches an answer, you read it here.");
}

/* Back to the list one came from, else to the list of the phrase's group. */
static struct action another(struct ui *ui, const struct phrase *p)
{
	const struct visit *v = ui->model->visit;
	const struct route *below = v->depth > 1 ? &v->stack[v->depth - 2].route : NULL;

	if (below &&
		(below->screen == SCREEN_PHRASES ||
			(below->screen == SCREEN_PHRASE && phrase_group_parse(route_arg(below)) >= 0)))
		return act(VERB_BACK, "");
	return act(VERB_TURN, ui_printf(ui, "phrases/%s", phrase_group_name(p->group)));
}

static void add_controls(struct ui *ui, struct view *half, const struct phrase *p)
{
	struct view *row = view_add(half, view_row(ui->arena, NULL, unit_mm(ui) * 2));
	bool beside = ui->model->visit->beside;

	if (p->group != PHRASE_EMERGENCY) {
		struct view *turn = view_add(row,
			part_button(ui, "card.turn", "turn", _("Turn the card"),
				act(VERB_FACE, beside ? "across" : "beside"), COLOR_PHRASES, true));
		turn->grow = 1;
	}
	struct view *other = view_add(row,
		part_button(ui, "card.another", "back", _("Another phrase"), another(ui, p), COLOR_PHRASES, false));

	row->wrap = true;
	other->grow = 1;
}

static struct view *own_half(struct ui *ui, const struct phrase *p)
{
	struct view *half = view_column(ui->arena, NULL, 0);

	if (world_portrait(ui->world)) { /* what parts the halves: a line above, or a bar at the side */
		struct view *line = view_add(half, view_new(ui->arena, VIEW_COLUMN, NULL));
		line->fill = COLOR_INK;
		line->min_height_mm = unit_mm(ui) * 0.7f;
	} else {
		half->bar = COLOR_INK;
		half->fill = COLOR_PAPER;
	}
	struct view *inner = view_add(half, view_column(ui->arena, NULL, unit_mm(ui) * 2));
	inner->grow = 1;
	inner->pad_x_mm = unit_mm(ui) * 5;
	inner->pad_y_mm = unit_mm(ui) * 3;
	view_add(inner, view_space(ui->arena, 1));
	struct view *lead = view_add(inner, part_text(ui, "own.hint", TEXT_SMALL, hint(ui, p)));
	lead->ink = COLOR_MUTED;
	if (!stands_there(ui, p)) {
		const char *text = ui_text(ui, p->own, p->audience);
		struct view *own = view_add(inner, part_heading(ui, "own", phrase_drawn(ui, p, text, ui->lang->id)));
		own->label = phrase_said(ui, p, text, ui->lang->id);
		own->size = is_short(p->own) ? TEXT_TITLE : TEXT_LEAD;
		own->lang = part_lang(ui, p->own.lang);
		view_add(inner, part_fallback_mark(ui, "own.fallback", p->own));
	}
	if (phrase_has_blank(ui, p))
		view_add(inner,
			part_text(ui, "own.blank", TEXT_BODY, _("The line is empty: say it, or show it on paper.")));
	add_answer(ui, inner, p);
	view_add(inner, view_space(ui->arena, 1));
	add_controls(ui, inner, p);
	sources_add_translation(ui, inner);
	return half;
}

struct view *card_view(struct ui *ui)
{
	const struct phrase *p = &ui->model->data->phrase;
	struct view *body = view_new(ui->arena, VIEW_GRID, NULL);

	body->grow = 1;
	body->max_columns = world_portrait(ui->world) ? 1 : 2;
	body->min_column_mm = 1;
	view_add(body, other_half(ui, p));
	view_add(body, own_half(ui, p));
	return part_open_screen(ui, ui_printf(ui, "card.%s", p->id), ui_text(ui, p->own, p->audience), body);
}
