/* One question: the officer's words in Russian and Kazakh large, then the visitor's language, what to answer, which
 * paper, which mistake; next and previous. */
#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "screens/sources.h"

/* Words that are not in the officer's language are not put into his mouth. */
static void add_officer_line(struct ui *ui, struct view *card, const char *id, enum text_size size, struct text words)
{
	if (words.fallback)
		return;
	struct view *v = view_add(card, part_text(ui, id, size, ui_text(ui, words, AUDIENCE_ALL)));

	v->ink = COLOR_ON_ACCENT;
	v->bold = true;
	v->lang = words.lang;
}

static struct view *officer_card(struct ui *ui, const struct question *q)
{
	float target = world_target_mm(ui->world);
	struct view *card = view_column(ui->arena, "officer", target * 0.15f);
	struct view *says = view_add(card, part_text(ui, "officer.says", TEXT_SMALL, _("The officer asks:")));

	card->fill = COLOR_BORDER;
	card->radius_mm = target * 0.2f;
	card->pad_x_mm = target * 0.3f;
	card->pad_y_mm = target * 0.3f;
	says->ink = COLOR_ON_ACCENT;
	add_officer_line(ui, card, "officer.ru", TEXT_HUGE, q->officer_ru);
	add_officer_line(ui, card, "officer.kk", TEXT_TITLE, q->officer_kk);
	struct view *ours = view_add(card,
		part_text(ui, "officer.ours", TEXT_SMALL,
			_("The Russian and Kazakh words are our translation. The officer may say it differently.")));
	ours->ink = COLOR_ON_ACCENT;
	return card;
}

static void add_advice(struct ui *ui, struct view *body, const char *id, const char *icon, enum color ink,
	const char *lead, struct text t)
{
	float target = world_target_mm(ui->world);

	if (!*t.text)
		return;
	struct view *row = view_add(body, view_row(ui->arena, id, target * 0.25f));
	struct view *picture = view_add(row, part_picture(ui, icon, 6.5f));
	struct view *words = view_add(row, view_column(ui->arena, NULL, target * 0.05f));
	struct view *first = view_add(words, part_text(ui, NULL, TEXT_BODY, lead));
	const char *text = ui_text(ui, t, AUDIENCE_ALL);
	view_add(words, part_text(ui, NULL, TEXT_BODY, text));

	row->role = ROLE_ITEM;
	row->label = ui_printf(ui, "%s %s", lead, text);
	row->lang = part_lang(ui, t.lang);
	first->lang = ui->lang->code;
	picture->ink = ink;
	words->grow = 1;
	first->bold = true;
	view_add(body, part_fallback_mark(ui, ui_printf(ui, "%s.fallback", id), t));
}

/* Half of the foot: a way to another question, or a rest, so that both keep their places. */
static void add_turn(struct ui *ui, struct view *foot, const char *id, const char *icon, const char *label, int number)
{
	if (number < 1 || number > ui->model->data->question.count) {
		view_add(foot, view_space(ui->arena, 1));
		return;
	}
	struct view *button = view_add(foot,
		part_button(
			ui, id, icon, label, act(VERB_TURN, ui_printf(ui, "border/%d", number)), COLOR_BORDER, true));
	button->grow = 1;
}

struct view *question_view(struct ui *ui)
{
	const struct question *q = &ui->model->data->question;
	struct view *body = part_reading_body(ui);

	view_add(body, officer_card(ui, q));
	bool said = (ui->lang->id == LANG_RU && !q->officer_ru.fallback) ||
		(ui->lang->id == LANG_KK && !q->officer_kk.fallback);
	if (!said) { /* else the reader's own line stands on the card */
		struct view *own = part_heading(ui, "question", ui_text(ui, q->question, q->audience));
		own->lang = part_lang(ui, q->question.lang);
		view_add(body, own);
		view_add(body, part_fallback_mark(ui, "question.fallback", q->question));
	}
	add_advice(ui, body, "answer", "check", COLOR_HELP, _("A good answer:"), q->answer);
	add_advice(ui, body, "paper", "page", COLOR_BORDER, _("Paper that proves it:"), q->paper);
	add_advice(ui, body, "mistake", "warning", COLOR_COURT, _("Common mistake:"), q->mistake);
	if (!q->from_ministry)
		view_add(body,
			part_mark(ui, "question.heard", "info",
				_("A question you may hear. This is not an official list."), false));
	sources_add_translation(ui, body);
	struct view *row = view_row(ui->arena, NULL, world_target_mm(ui->world) * 0.2f);
	row->wrap = true;
	add_turn(ui, row, "previous", "back", _("Previous question"), q->number - 1);
	add_turn(ui, row, "next", "next", _("Next question"), q->number + 1);
	const struct head head = {
		.title = _("At the border"),
		.icon = "barrier",
		.accent = COLOR_BORDER,
		/* TRANSLATORS: which question of how many, for example "4 of 30". */
		.counter = ui_printf(ui, _("%d of %d"), q->number, q->count),
	};
	return part_screen_with_foot(ui, ui_printf(ui, "border.%d", q->number), &head, body, row);
}
