/* check_pictures.c: each thing that is chosen has a picture of its own, of our hand. */
#include "desk.h"

static void each_has_its_own(void **state)
{
	static const struct damage rows[] = {
		{"source/phrases.csv", "1,calendar-towers,", "1,arms-waving,", "phrases.csv on line 2 already",
			.where = "going-to"},
		{"source/phrases.csv", "1,calendar-towers,", "1,passport,", "pages.csv on line 4 already",
			.where = "going-to"},
		{"source/pages.csv", "202,clock-late", "202,barrier", "topics.csv on line 2 already",
			.where = "overstay"},
		{"source/questions.csv", "all,bed-asked,", "all,hourglass,", "walks.csv on line 2 already",
			.where = "where"},
		{"source/documents.csv", "road,3,paper-pin", "road,3,bed-asked", "questions.csv on line 3 already",
			.where = "address"},
		{"source/topics.csv", "1,barrier", "1,stamp", "topics.csv on line 2 already", .where = "stay"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void it_is_drawn(void **state)
{
	static const struct damage rows[] = {
		{"source/topics.csv", "border,,1,barrier", "border,,1,fence", "picture 'fence' is not in"},
		{"source/pages.csv", "201,calendar", "201,", "picture '' is not in", .where = "how-long"},
		{"source/questions.csv", "all,bed-asked,", "all,../icons/home,", "picture '../icons/home' is not in"},
		{"source/walks.csv", "hourglass", "no-such-picture", "picture 'no-such-picture' is not in"},
		{"source/documents.csv", "road,3,paper-pin", "road,3,tent", "picture 'tent' is not in"},
		{"source/phrases.csv", "1,calendar-towers,", "1,nowhere,", "picture 'nowhere' is not in"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* The painter colours strokes: whatever else a file holds would be seen otherwise than it was drawn. */
static void it_is_of_our_hand(void **state)
{
	static const struct damage rows[] = {
		{"icons/barrier.svg", "", "<svg viewBox=\"0 0 24 24\"><path d=\"M1 1h9\"/></svg>\n",
			"picture 'barrier' is not of our hand", .at = "source/topics.csv", .where = "border,"},
		{"icons/barrier.svg", "", DESK_PICTURE "  <text>no</text>\n</svg>\n",
			"picture 'barrier' is not of our hand", .at = "source/topics.csv", .where = "border,"},
		{"icons/barrier.svg", "", DESK_PICTURE "  <path d=\"M1 1h9\"/>\n  <image href=\"x.png\"/>\n</svg>\n",
			"picture 'barrier' is not of our hand", .at = "source/topics.csv", .where = "border,"},
		{"icons/barrier.svg", "", DESK_PICTURE "  <path d=\"M1 1h9\" stroke=\"#f00\"/>\n</svg>\n",
			"picture 'barrier' is not of our hand", .at = "source/topics.csv", .where = "border,"},
		{"icons/barrier.svg", "", DESK_PICTURE "  <path d=\"M1 1h9\" style=\"fill:red\"/>\n</svg>\n",
			"picture 'barrier' is not of our hand", .at = "source/topics.csv", .where = "border,"},
		{"icons/barrier.svg", "", DESK_PICTURE "  <circle cx=\"9\" cy=\"9\" r=\"4\" fill=\"#000\"/>\n</svg>\n",
			"picture 'barrier' is not of our hand", .at = "source/topics.csv", .where = "border,"},
		{"icons/barrier.svg", "", DESK_PICTURE "  <path d=\"M1 1h9/>\n</svg>\n",
			"picture 'barrier' is not of our hand", .at = "source/topics.csv", .where = "border,"},
		{"icons/barrier.svg", "", "", "picture 'barrier' is not of our hand", .at = "source/topics.csv",
			.where = "border,"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_has_its_own),
		cmocka_unit_test(it_is_drawn),
		cmocka_unit_test(it_is_of_our_hand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
