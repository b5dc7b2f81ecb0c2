/* The first thing anybody sees: the name, and "touch here" in every language at once. Nothing moves, so that the
 * machine sleeps. The whole screen is one target. */
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"

struct view *attract_view(struct ui *ui)
{
	float target = world_target_mm(ui->world);
	struct view *body = part_body(ui);
	struct view *touch = view_column(ui->arena, "attract.start", target * 0.25f);
	struct view *picture = view_add(touch, view_icon(ui->arena, "logo", target * 2));
	struct view *name = view_add(touch, view_text(ui->arena, NULL, TEXT_HUGE, "Роҳнамо · Rohnamo"));

	touch->role = ROLE_BUTTON;
	touch->label = _("Touch here to begin");
	touch->action = act(VERB_GO, "language");
	touch->target = true;
	touch->grow = 1;
	touch->justify = ALIGN_CENTER;
	touch->fill = COLOR_DOCK;
	touch->ink = COLOR_ON_DOCK;
	touch->radius_mm = target * 0.2f;
	touch->pad_x_mm = target * 0.3f;
	touch->pad_y_mm = target * 0.5f;
	touch->align = ALIGN_CENTER;
	picture->ink = COLOR_ON_DOCK;
	name->bold = true;
	name->align = ALIGN_CENTER;
	name->lang = "tg";
	for (int i = 0; i < LANG_COUNT; i++) {
		const struct lang *lang = lang_get((enum lang_id)i);
		/* TRANSLATORS: on the first screen, in every language at once; the whole screen can be touched. */
		const char *words = tr(lang, N_("Touch here to begin"));
		struct view *line = view_add(touch, view_text(ui->arena, NULL, TEXT_LEAD, words));
		line->align = ALIGN_CENTER;
		line->lang = lang->bcp47;
		line->ink = COLOR_ON_DOCK;
	}
	view_add(body, touch);
	return part_bare_screen(ui, "attract", "Rohnamo", body);
}
