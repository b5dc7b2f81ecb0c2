/* What every screen is given to build with, and how it turns the guide's texts into words. */
#ifndef ROHNAMO_SCREENS_UI_H
#define ROHNAMO_SCREENS_UI_H

#include "base/arena.h"
#include "screens/model.h"
#include "view/view.h"

struct ui {
	struct arena *arena; /* the frame's */
	const struct lang *lang;
	const struct world *world;
	const struct model *model;
	bool paper; /* it goes on paper: nothing that holds only now, nothing to be set */
};

/* The program's words in the visitor's language. xgettext knows _ and P_. */
#define _(msgid) tr(ui->lang, msgid)

/* A text of the guide with its placeholders filled in: rules of the day for the visitor's citizenship, inside what the
 * text is for (`audience`). Numbers are written as the text's own language writes them. A rule whose last period is over is
 * shown with its year and an "ask". Control characters are gone. */
const char *ui_text(struct ui *ui, struct text t, unsigned audience);

/* A sum in the monthly calculation index times that index, or in tenge as it is, as the guide's texts write it; with the year of
 * the index and an "ask" where that year is over. Without an index the sum stays in its unit. */
const char *ui_money(struct ui *ui, const struct rule *sum, const struct rule *index, bool expired);

/* "Citizens of Tajikistan"; the three names joined when several. */
const char *ui_citizens(struct ui *ui, unsigned audience);
/* "This is for citizens of Tajikistan.": what a page for others opens with. */
const char *ui_written_for(struct ui *ui, unsigned audience);
/* A country by its code (KZ TJ UZ KG RU), "" for unknown ones. */
const char *ui_country(struct ui *ui, const char *code);
const char *ui_printf(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *ui_date(struct ui *ui, date_t d);

#endif
