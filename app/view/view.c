#include "view/view.h"

const char *role_name(enum role role)
{
	static const char *const names[] = {
		[ROLE_NONE] = "",
		[ROLE_SCREEN] = "screen",
		[ROLE_HEADING] = "heading",
		[ROLE_TEXT] = "text",
		[ROLE_BUTTON] = "button",
		[ROLE_TILE] = "tile",
		[ROLE_OPTION] = "option",
		[ROLE_LIST] = "list",
		[ROLE_ITEM] = "item",
		[ROLE_IMAGE] = "image",
		[ROLE_CODE] = "code",
		[ROLE_FIELD] = "field",
		[ROLE_KEY] = "key",
		[ROLE_NOTE] = "note",
		[ROLE_STATUS] = "status",
	};

	return names[role];
}

struct view *view_new(struct arena *a, enum view_kind kind, const char *id)
{
	struct view *v = arena_new(a, struct view);

	v->kind = kind;
	v->id = id;
	return v;
}

struct view *view_column(struct arena *a, const char *id, float gap_mm)
{
	struct view *v = view_new(a, VIEW_COLUMN, id);

	v->gap_mm = gap_mm;
	return v;
}

struct view *view_row(struct arena *a, const char *id, float gap_mm)
{
	struct view *v = view_new(a, VIEW_ROW, id);

	v->gap_mm = gap_mm;
	return v;
}

struct view *view_text(struct arena *a, const char *id, enum text_size size, const char *text)
{
	struct view *v = view_new(a, VIEW_TEXT, id);

	v->role = id ? ROLE_TEXT : ROLE_NONE;
	v->size = size;
	v->text = text;
	return v;
}

struct view *view_icon(struct arena *a, const char *name, float icon_mm)
{
	struct view *v = view_new(a, VIEW_ICON, NULL);

	v->text = name;
	v->icon_mm = icon_mm;
	v->size = TEXT_BODY;
	return v;
}

struct view *view_scroll(struct arena *a, const char *id)
{
	return view_new(a, VIEW_SCROLL, id);
}

struct view *view_space(struct arena *a, float grow)
{
	struct view *v = view_new(a, VIEW_SPACE, NULL);

	v->grow = grow;
	return v;
}

struct view *view_add(struct view *parent, struct view *child)
{
	if (!child)
		return NULL;
	if (parent->last)
		parent->last->next = child;
	else
		parent->first = child;
	parent->last = child;
	return child;
}
