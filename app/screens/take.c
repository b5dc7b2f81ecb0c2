/* A code for the phone: large, black on white whatever the contrast, with what to do in two short sentences. Nothing is sent and
 * nothing is kept; the phone reads what stands on the screen. */
#include "screens/take.h"

#include "base/str.h"
#include "i18n/i18n.h"
#include "screens/msg.h"
#include "screens/parts.h"
#include "screens/screens.h"
#include "take/code.h"
#include "take/pieces.h"

#include <math.h>
#include <string.h>

static const float room_of_height = 0.6f; /* what head, dock and page controls leave at least */

static const size_t contact_bytes = 501; /* version 17: a longer note is not worth a code that is harder to read */

struct view *take_button(struct ui *ui, const char *route, enum color accent)
{
	/* TRANSLATORS: a button: what is on the screen can be carried away on one's own phone. */
	struct view *button = part_button(ui, "take", "take", _("Take it along"), act(VERB_GO, route), accent, false);

	button->hug = true;
	return button;
}

float take_room_px(const struct world *w)
{
	float edge = 2 * 0.35f * world_target_px(w); /* of the body at both sides */

	return floorf(fminf((float)w->width_px - edge, room_of_height * (float)w->height_px));
}

/* What the screen is about; filled in by the kind of thing that is taken along. */
struct offer {
	const char *code; /* what the code says */
	const char *title, *lang;
	const char *after; /* what the phone does then */
	const char *what; /* the name of the code, for whoever cannot see it */
	enum color accent;
	const char *route; /* to which the number of a piece is added */
	size_t piece, pieces; /* from 1 */
};

static void offer_contact(struct ui *ui, struct offer *o, size_t limit)
{
	const struct contact *c = &ui->model->data->contact;

	o->code = take_contact_card(ui, c, limit < contact_bytes ? limit : contact_bytes);
	o->title = ui_text(ui, c->name, AUDIENCE_ALL);
	o->lang = part_lang(ui, c->name.lang);
	o->after = _("Your phone then shows this contact. Save it.");
	o->what = _("Code for your phone: this contact");
	o->accent = COLOR_HELP;
}

/* `text` in pieces, `name` in front of their numbers. */
static void offer_text(struct ui *ui, struct offer *o, const char *text, const char *name, int piece, size_t limit)
{
	struct pieces pieces;

	o->after = _("Your phone then shows the text. Copy it and save it.");
	if (!pieces_cut(&pieces, ui->arena, text, name, limit))
		return;
	o->pieces = pieces.count;
	o->piece = (size_t)piece < pieces.count ? (size_t)piece : pieces.count;
	o->code = pieces.texts[o->piece - 1];
	o->what = o->pieces > 1
		? ui_printf(ui, _("Code for your phone: the text of this page, part %zu of %zu"), o->piece, o->pieces)
		: _("Code for your phone: the text of this page");
}

static void offer_page(struct ui *ui, struct offer *o, const struct take_arg *t, size_t limit)
{
	const struct page *p = &ui->model->data->page;

	o->title = ui_text(ui, p->title, p->audience);
	o->lang = part_lang(ui, p->title.lang);
	o->accent = theme_accent(p->accent);
	o->route = ui_printf(ui, "take/page/%s", t->id);
	offer_text(ui, o, take_page_text(ui, p), ui_printf(ui, "%d", p->number), t->piece, limit);
}

static void offer_outcome(struct ui *ui, struct offer *o, const struct take_arg *t, size_t limit)
{
	const struct walk *w = &ui->model->data->walk;

	o->title = ui_text(ui, w->words, AUDIENCE_ALL);
	o->lang = part_lang(ui, w->words.lang);
	o->accent = COLOR_DEADLINES;
	o->route = ui_printf(ui, "take/walk/%s/%s", t->id, t->answers);
	offer_text(ui, o, take_outcome_text(ui, w), "", t->piece, limit);
}

static void offer_date(struct ui *ui, struct offer *o, const struct take_arg *t, size_t limit)
{
	o->code = take_date_file(ui, t, limit);
	o->title = take_date_words(ui, t);
	o->after = _("Your phone then offers to put this date into its calendar.");
	o->what = ui_printf(ui, _("Code for your phone: %s"), ui_date(ui, t->date));
	o->accent = COLOR_DEADLINES;
}

static struct view *code_view(struct ui *ui, const struct offer *o)
{
	const struct world *w = ui->world;
	int side = o->code ? code_side_px(strlen(o->code), take_room_px(w), w->px_per_mm) : 0;

	if (side <= 0)
		return part_note(ui, "take.code", NOTE_WARNING, _("This cannot be shown as a code here."));
	struct view *code = view_new(ui->arena, VIEW_CODE, "take.code");
	code->role = ROLE_CODE;
	code->label = o->what;
	code->text = o->code;
	code->icon_mm = (float)side / w->px_per_mm;
	return code;
}

static struct view *words_view(struct ui *ui, const struct offer *o, const struct take_arg *t)
{
	struct view *words = view_column(ui->arena, NULL, world_target_mm(ui->world) * 0.2f);

	struct view *name = view_add(words, part_heading(ui, "take.name", o->title));
	name->lang = o->lang;
	if (t->kind == TAKE_DATE)
		view_add(words, part_heading(ui, "take.date", ui_date(ui, t->date)));
	view_add(words,
		part_text(ui, "take.how", TEXT_BODY, _("Open the camera of your phone and point it at this picture.")));
	view_add(words, part_text(ui, "take.after", TEXT_BODY, o->after));
	if (o->pieces > 1)
		view_add(words,
			part_text(ui, "take.pieces", TEXT_BODY,
				_("The text is long. Take the parts one after the other.")));
	view_add(words, part_mark(ui, "take.network", "check", _("This works without a network."), true));
	words->grow = 1;
	return words;
}

/* Half of the foot: a way to another piece, or a rest, so that both keep their places. */
static void add_turn(struct ui *ui, struct view *foot, const struct offer *o, const char *label, int step)
{
	size_t piece = o->piece + (size_t)step;

	if (piece < 1 || piece > o->pieces) {
		view_add(foot, view_space(ui->arena, 1));
		return;
	}
	view_add(foot,
		part_shared_button(ui, step < 0 ? "take.previous" : "take.next", step < 0 ? "back" : "next", label,
			act(VERB_TURN, ui_printf(ui, "%s/%zu", o->route, piece)), o->accent, true));
}

static struct view *turns(struct ui *ui, const struct offer *o)
{
	if (o->pieces < 2)
		return NULL;
	struct view *row = view_row(ui->arena, NULL, world_target_mm(ui->world) * 0.2f);
	row->wrap = true;
	add_turn(ui, row, o, _("Previous part"), -1);
	add_turn(ui, row, o, _("Next part"), 1);
	return row;
}

struct view *take_view(struct ui *ui)
{
	struct view *body = part_body(ui);
	struct offer o = {.piece = 1, .pieces = 1};
	struct take_arg t;

	if (!route_take(model_route(ui->model), &t))
		return failed_view(ui);
	size_t limit = code_bytes_for(take_room_px(ui->world), ui->world->px_per_mm);
	if (t.kind == TAKE_CONTACT)
		offer_contact(ui, &o, limit);
	else if (t.kind == TAKE_PAGE)
		offer_page(ui, &o, &t, limit);
	else if (t.kind == TAKE_WALK)
		offer_outcome(ui, &o, &t, limit);
	else
		offer_date(ui, &o, &t, limit);
	struct view *row = view_add(
		body, view_new(ui->arena, world_portrait(ui->world) ? VIEW_COLUMN : VIEW_ROW, NULL));
	row->gap_mm = world_target_mm(ui->world) * 0.35f;
	row->wrap = true;
	view_add(row, code_view(ui, &o));
	view_add(row, words_view(ui, &o, &t));
	const struct head head = {
		.title = _("Take it along"), /* short, so that the code is in view whole */
		.icon = "take",
		.accent = o.accent,
		.counter = o.pieces > 1 ? ui_printf(ui, _("%d of %d"), (int)o.piece, (int)o.pieces) : NULL,
	};
	return part_screen_with_foot(ui, "take", &head, body, turns(ui, &o));
}
