/* A page: its head, whom it is for, its blocks (blocks.c), the way to take it along, its sources at the foot. */
#include "i18n/i18n.h"
#include "screens/blocks.h"
#include "screens/msg.h"
#include "screens/page_blocks.h"
#include "screens/parts.h"
#include "screens/phrase_parts.h"
#include "screens/print_parts.h"
#include "screens/screens.h"
#include "screens/sources.h"
#include "screens/take.h"

struct view *page_view(struct ui *ui)
{
	const struct page *p = &ui->model->data->page;
	enum color accent = theme_accent(p->accent);
	struct view *body = blocks_two(ui) ? part_body(ui) : part_reading_body(ui);
	bool foreign = page_foreign(ui, p);

	if (p->hide)
		view_add(body, part_hide(ui));
	view_add(body, part_citizen_bar(ui));
	blocks_add_choice(ui, body);
	if (foreign)
		view_add(body, part_note(ui, "page.for", NOTE_WARNING, ui_written_for(ui, p->audience)));
	else if (p->audience != AUDIENCE_ALL)
		view_add(body, part_mark(ui, "page.for", "passport", ui_citizens(ui, p->audience), true));
	blocks_add_age(ui, body, p);
	view_add(body, part_fallback_mark(ui, "title.fallback", p->title));
	blocks_add(ui, body, p, accent, phrases_way(ui, p->accent));
	print_offer(ui, body, take_button(ui, ui_printf(ui, "take/page/%s", p->id), accent), accent);
	sources_add_page(ui, body, p);
	const struct head head = {
		.title = ui_text(ui, p->title, p->audience),
		.lang = part_lang(ui, p->title.lang),
		.icon = p->icon,
		.accent = accent,
		.counter = ui_printf(ui, "%d", p->number),
	};
	return part_screen(ui, ui_printf(ui, "page.%s", p->id), &head, body);
}
