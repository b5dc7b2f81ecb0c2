/* The first thing anybody sees: the name, and "touch here" in every language at once. Nothing moves, so that the
 * machine sleeps. The whole screen is one target. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

struct view *attract_view(struct ui *ui)
{
	float target = world_target_mm(ui->world);
	bool narrow = world_narrow(ui->world);
	struct view *root = view_column(ui->arena, "attract", 0);
	struct view *scroll = view_add(root, view_scroll(ui->arena, "body")); /* for windows smaller than any kiosk */
	struct view *touch = view_add(scroll, view_column(ui->arena, "attract.start", target * 0.35f));
	struct view *picture = view_add(touch, view_icon(ui->arena, "logo", target * (narrow ? 1.8f : 2.4f)));
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
	for (int i = 0; i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		/* TRANSLATORS: on the first screen, in every language at once; the whole screen can be touched. */
		const char *words = tr(lang, N_("Touch here to begin"));
		struct view *line = view_add(touch, view_text(ui->arena, NULL, narrow ? TEXT_SMALL : TEXT_LEAD, words));
		line->align = ALIGN_CENTER;
		line->lang = lang->code;
		line->ink = COLOR_ON_DOCK;
	}
	return root;
}
