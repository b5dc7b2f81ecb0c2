/* The first thing anybody sees: the name, and "touch here" in every language at once. One of them after the other greets, and stands out
 * among them. The whole screen is one target. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

/* Whose turn it is, among those that are offered. */
static const struct lang *greeter(struct ui *ui)
{
	int turn = ui->model->greeting, i = 0;

	while (i < LANG_COUNT - 1 && (!model_offers(ui->model, (enum lang_id)i) || turn-- > 0))
		i++;
	return lang_get((enum lang_id)i);
}

struct view *attract_view(struct ui *ui)
{
	float target = world_target_mm(ui->world);
	bool narrow = world_narrow(ui->world), low = ui->world->height_px < ui->world->width_px;
	struct view *root = view_column(ui->arena, "attract", 0);
	struct view *scroll = view_add(root, view_scroll(ui->arena, "body")); /* for windows smaller than any kiosk */
	struct view *touch = view_add(scroll, view_column(ui->arena, "attract.start", target * (low ? 0.15f : 0.35f)));
	struct view *picture = view_add(touch, view_icon(ui->arena, "logo", target * (narrow || low ? 1.8f : 2.4f)));
	struct view *name = view_add(touch, view_text(ui->arena, NULL, TEXT_HUGE, "Роҳнамо · Rohnamo"));

	scroll->grow = 1;
	root->role = ROLE_SCREEN;
	root->label = "Rohnamo";
	root->lang = ui->lang->code;
	touch->role = ROLE_BUTTON;
	touch->label = _("Touch here to begin");
	touch->action = act(VERB_GO, "language");
	touch->target = true;
	touch->justify = ALIGN_CENTER;
	touch->fill = COLOR_DOCK;
	touch->ink = COLOR_ON_DOCK;
	touch->pad_x_mm = target * 0.3f;
	touch->align = ALIGN_CENTER;
	picture->ink = COLOR_ON_DOCK;
	name->bold = true;
	name->align = ALIGN_CENTER;
	name->lang = "tg";
	const struct lang *greets = greeter(ui);
	/* TRANSLATORS: on the first screen, to everybody who comes near. */
	struct view *greeting = view_add(touch, view_text(ui->arena, NULL, TEXT_HUGE, tr(greets, N_("Welcome!"))));
	greeting->align = ALIGN_CENTER;
	greeting->lang = greets->code;
	greeting->ink = COLOR_ON_DOCK;
	for (int i = 0; i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		if (!model_offers(ui->model, lang->id))
			continue;
		/* TRANSLATORS: on the first screen, in every language at once; the whole screen can be touched. */
		const char *words = tr(lang, N_("Touch here to begin"));
		struct view *line = view_add(touch, view_text(ui->arena, NULL, narrow ? TEXT_SMALL : TEXT_LEAD, words));
		line->align = ALIGN_CENTER;
		line->lang = lang->code;
		line->bold = lang == greets;
		line->ink = COLOR_ON_DOCK;
	}
	return root;
}
