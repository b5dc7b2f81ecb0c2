#include "screens/question_parts.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/parts.h"

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

struct view *question_officer(struct ui *ui, const struct question *q)
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

void question_add_own(struct ui *ui, struct view *body, const struct question *q)
{
	bool said = (ui->lang->id == LANG_RU && !q->officer_ru.fallback) ||
		(ui->lang->id == LANG_KK && !q->officer_kk.fallback);
	if (!said) { /* else the reader's own line stands on the card */
		struct view *own = part_heading(ui, "question", ui_text(ui, q->question, q->audience));
		own->lang = part_lang(ui, q->question.lang);
		view_add(body, own);
		view_add(body, part_fallback_mark(ui, "question.fallback", q->question));
	}
}

void question_add_advice(struct ui *ui, struct view *body, const struct question *q)
{
	add_advice(ui, body, "answer", "check", COLOR_HELP, _("A good answer:"), q->answer);
	add_advice(ui, body, "paper", "page", COLOR_BORDER, _("Paper that proves it:"), q->paper);
	add_advice(ui, body, "mistake", "warning", COLOR_COURT, _("Common mistake:"), q->mistake);
}
