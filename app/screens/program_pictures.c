/* Groups, purposes, events and notes are told by the tables of their screens; the rest is listed here once more, by the words that stand
 * beside a picture. A file in assets/icons that neither a row of the guide nor this list names fails screens/program_pictures. */
#include "screens/program_pictures.h"

#include "i18n/i18n.h"
#include "screens/parts.h"
#include "screens/phrase_parts.h"
#include "screens/screens.h"

static const struct picture_use program[] = {
	{"logo", N_("Rohnamo: your rights in Kazakhstan")},
	{"touch-screen", N_("Touch here to begin")},
	{"back", N_("Back")},
	{"home", N_("Home")},
	{"language", N_("Language")},
	{"listen", N_("Listen")},
	{"ear", N_("Listen instead of reading")},
	{"text-size", N_("Text")},
	{"help", N_("Help")},
	{"hide", N_("Hide")},
	{"sit", N_("Sitting")},
	{"stand", N_("Standing")},
	{"finish", N_("Finish")},
	{"bus", N_("Clock")}, /* what a hidden screen shows */
	{"touch", N_("I am still here")},
	{"search", N_("Search")},
	{"take", N_("Take it along")},
	{"print", N_("Print")},
	{"next", N_("The next")},
	{"others", N_("Others")},
	{"page-up", N_("Page up")},
	{"page-down", N_("Page down")},
	{"unfold", N_("Show what a good answer contains")},
	{"fold", N_("Hide the answer")},
	{"turn", N_("Turn the card")},
	{"play", N_("Go on")},
	{"pause", N_("Pause")},
	{"stop", N_("Stop")},
	{"faster", N_("Faster")},
	{"slow", N_("Slower")},
	{"repeat", N_("Again")},
	{"louder", N_("Louder")},
	{"quieter", N_("Quieter")},
	{"keyboard", N_("Show the keyboard")},
	{"keyboard-hide", N_("Hide the keyboard")},
	{"erase", N_("Erase a letter")},
	{"space", N_("Space")},
	{"check", N_("Yes, this")},
	{"tick-on", N_("Ready")},
	{"tick-off", N_("Not yet")},
	{"point", N_("The answer:")},
	{"info", N_("Good to know")},
	{"page", N_("Paper that proves it:")},
	{"fork", N_("What to do")},
	{"calendar", N_("Last lawful day")},
	{"calendars", N_("Other dates")},
	{"hourglass", N_("If I leave late")},
	{"hours", N_("Hours")},
	{"phone", N_("Consulates and help")},
	{"messenger", "Telegram"},
	{"passport", N_("Choose citizenship")},
	{"card", N_("Phrases to show")},
	{"checklist", N_("Check your papers")},
	{"family", N_("A child travels with me")},
	{"ask", N_("The officer's questions")},
	{"practise", N_("Practise the officer's questions")},
	{"ministry-says", N_("From the Tajik foreign ministry's advice of 7 May 2024 and what follows from it")},
	{"bubbles-stack", N_("Questions you may hear. This is not an official list.")},
};
enum { PROGRAM = sizeof program / sizeof program[0] };

const char *program_pictures_title(struct ui *ui, enum picture_kind kind)
{
	static const char *const titles[PICTURE_KINDS] = {
		[PICTURES_GROUPS] = N_("Phrases to show"),
		[PICTURES_PURPOSES] = N_("Why do you travel?"),
		[PICTURES_EVENTS] = N_("Other dates"),
		[PICTURES_NOTES] = N_("About this guide"),
		[PICTURES_PROGRAM] = N_("How to use this screen"),
	};

	return _(titles[kind]);
}

static size_t how_many(enum picture_kind kind)
{
	switch (kind) {
	case PICTURES_GROUPS:
		return PHRASE_GROUPS;
	case PICTURES_PURPOSES:
		return PURPOSES;
	case PICTURES_EVENTS:
		return DEADLINE_EVENTS;
	case PICTURES_NOTES:
		return NOTE_KINDS;
	default:
		return PROGRAM;
	}
}

static struct picture_use use(struct ui *ui, enum picture_kind kind, int i)
{
	struct picture_use u = {"", ""};

	switch (kind) {
	case PICTURES_GROUPS:
		return (struct picture_use){
			phrase_group_icon((enum phrase_group)i), phrase_group_words(ui, (enum phrase_group)i)};
	case PICTURES_PURPOSES:
		u.icon = purpose_picture(ui, (enum purpose)i, &u.words);
		return u;
	case PICTURES_EVENTS:
		u.icon = event_picture(ui, (enum deadline_event)i, &u.words);
		return u;
	case PICTURES_NOTES:
		return (struct picture_use){part_note_icon((enum note_kind)i), part_note_word(ui, (enum note_kind)i)};
	default:
		return (struct picture_use){program[i].icon, _(program[i].words)};
	}
}

size_t program_pictures(struct ui *ui, enum picture_kind kind, const struct picture_use **out)
{
	size_t count = how_many(kind);
	struct picture_use *uses = arena_new_array(ui->arena, count, struct picture_use);

	for (size_t i = 0; i < count; i++)
		uses[i] = use(ui, kind, (int)i);
	*out = uses;
	return count;
}
