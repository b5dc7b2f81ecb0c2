/* read_page.c and check_pages.c: what a page may look like, and what it stands on. */
#include "desk.h"

#include "base/str.h"

#define CARRY "Carry your passport, your ticket and the address in writing. [A-01]"
#define HOST "2. Ask the host to tell the police within {host.notice:unit}. [STAY-03]"

static void shape(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/carry.md", NULL, NULL, "page 'carry' has no text", .at = "source/pages.csv",
			.where = "carry,"},
		{"source/pages/carry.md", "", "", "the page has no title", .where = "", .errors = 2},
		{"source/pages/carry.md", "", "", "the page has no answer", .where = "", .errors = 2},
		{"source/pages/carry.md", "# What must I carry?\n\n", "", "the page has no title", .where = ""},
		{"source/pages/carry.md", "", "# What must I carry?\n", "the page has no answer", .where = ""},
		{"source/pages/carry.md", CARRY, "1. Carry your passport. [A-01]",
			"the page has no answer before this"},
		{"source/pages/carry.md", CARRY, "## Papers\n\n" CARRY, "the page has no answer before this",
			.where = "## Papers"},
		{"source/pages/carry.md", "# What must I carry?\n\n" CARRY, CARRY "\n\n# What must I carry?",
			"the title stands behind other text", .where = "# What"},
		{"source/pages/carry.md", NULL, "\n# Another title\n", "a second title"},
		{"source/pages/carry.md", NULL, "\n### Too deep\n", "headings have # or ##"},
		{"source/pages/carry.md", "must I carry", "must I [carry](help)", "a link stands in the title"},
		{"source/pages/carry.md", "in writing", "in wr\xe9iting", "not text in UTF-8"},
		{"source/pages/carry.md", CARRY, "[First](border/1)\n\n" CARRY, "links stand before the first block",
			.where = "[First]"},
		/* an answer for some of its readers only */
		{"source/pages/carry.md", CARRY, "{TJ UZ} " CARRY, "the page has no answer for KG"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void markup_that_means_nothing(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/carry.md", "your ticket", "**your ticket**", "bold, italics"},
		{"source/pages/carry.md", "Carry your", "**Carry** your", "bold, italics"},
		{"source/pages/carry.md", "your ticket", "your *ticket*", "bold, italics"},
		{"source/pages/carry.md", "your ticket", "your ** ticket", "bold, italics"},
		{"source/pages/carry.md", "your ticket", "your `ticket`", "bold, italics"},
		{"source/pages/carry.md", "your ticket", "your ![ticket](ticket.png)", "bold, italics"},
		{"source/pages/carry.md", "your ticket", "your <b>ticket", "bold, italics"},
		{"source/pages/carry.md", "your ticket", "your  \nticket", "bold, italics", .where = "Carry"},
		{"source/pages/carry.md", "your ticket", "your\n**ticket**", "bold, italics", .where = "**ticket"},
		{"source/pages/how-long.md", "## What to do", "## What **to** do", "bold, italics"},
		{"source/pages/how-long.md", "- Count the day of entry", "- **Count** the day of entry",
			"bold, italics"},
		{"source/pages/how-long.md", "Leaving and coming", "Leaving **and** coming", "bold, italics"},
		{"source/pages/how-long.md", "[Whom to call]", "[Whom **to** call]", "bold, italics"},
		{"source/pages/carry.md", NULL, "\n<div>Papers</div>\n",
			"only titles, headings, paragraphs, lists and notes"},
		{"source/pages/carry.md", NULL, "\n---\n", "only titles, headings, paragraphs, lists and notes"},
		{"source/pages/carry.md", NULL, "\n```\nPapers\n```\n", "only titles, headings, paragraphs"},
		{"source/pages/carry.md", NULL, "\n\tPapers\n", "only titles, headings, paragraphs"},
		{"source/pages/carry.md", CARRY, CARRY "\n\nPaper | Copies [A-01]", "a table means nothing here",
			.where = "Paper |"},
		{"source/pages/overstay.md", NULL, "   - A deeper list. [PEN-01]\n", "a list inside a list"},
		{"source/pages/overstay.md", NULL, "2.\n", "the item is empty"},
		{"source/pages/overstay.md", NULL, "2. [Whom to call](contacts)\n", "the item holds nothing but links"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void notes(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/overstay.md", "**Never.**", "**Beware.**", "a note begins with **Ask.**"},
		{"source/pages/overstay.md", "**Never.**", "**Never**", "a note begins with **Ask.**"},
		{"source/pages/overstay.md", "**Never.** Never", "Never", "a note begins with **Ask.**", .where = "> "},
		{"source/pages/overstay.md", "> **Never.**", "> {TJ} **Never.**", "a note begins with **Ask.**"},
		{"source/pages/overstay.md", "record. [PEN-01]", "record. [PEN-01]\n>\n> More of it. [PEN-01]",
			"a note begins with **Ask.**", .where = "> More"},
		{"source/pages/overstay.md",
			"> **Never.** Never pay anybody who promises to remove the record. [PEN-01]",
			"> **Never.** [PEN-01]", "the block is empty"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void limits(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/how-long.md", "{KG} You", "{XX} You", "limit 'XX' cannot be read", .errors = 2},
		{"source/pages/how-long.md", "{KG} You", "{KG RU} You", "limit 'RU' cannot be read"},
		{"source/pages/how-long.md", "{KG} You", "{KG other} You", "limit 'other' cannot be read"},
		{"source/pages/how-long.md", "{KG} You", "{KG, UZ} You", "limit 'KG,' cannot be read", .errors = 2},
		{"source/pages/how-long.md", "{KG} You", "{KG You", "limit 'You' cannot be read"},
		{"source/pages/how-long.md", "{KG} You", "{kg} You", "placeholder '{kg}' has no rule", .errors = 3},
		{"source/pages/how-long.md", "{KG} You", "{ KG} You", "a brace stands in", .errors = 3},
		{"source/pages/how-long.md", "{KG} You", "You {KG}", "a brace stands in", .errors = 3},
		{"source/pages/how-long.md", "{from:2026-07-01}", "{from:2026-06-31}",
			"limit 'from:2026-06-31' cannot be read"},
		{"source/pages/how-long.md", "{from:2026-07-01}", "{from:2026-07-01 until:2026-06-30}",
			"the limit ends before it begins"},
		{"source/pages/kyrgyz-work.md", "Yes, with", "{TJ} Yes, with", "nobody reads this block: it is for TJ",
			.errors = 2},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

static void links(void **state)
{
	static const struct damage rows[] = {
		{"source/pages/carry.md", "(border/1)", "(border/9)", "link '(border/9)' leads nowhere"},
		{"source/pages/carry.md", "(border/1)", "(page/none)", "link '(page/none)' leads nowhere"},
		{"source/pages/carry.md", "(border/1)", "(topic/none)", "link '(topic/none)' leads nowhere"},
		{"source/pages/carry.md", "(border/1)", "(contacts/none)", "link '(contacts/none)' leads nowhere"},
		{"source/pages/carry.md", "(border/1)", "(checklist/none)", "link '(checklist/none)' leads nowhere"},
		{"source/pages/carry.md", "(border/1)", "(attendant)", "link '(attendant)' leads nowhere"},
		{"source/pages/carry.md", "(border/1)", "(https://example.org)", "leads nowhere"},
		{"source/pages/carry.md", "(border/1)", "()", "link '()' leads nowhere"},
		{"source/pages/how-long.md", "[Whom to call](contacts)", "[](contacts)", "needs words of its own"},
		{"source/pages/how-long.md", "   [](page/overstay)", "   [](page/none)",
			"link '(page/none)' leads nowhere"},
		{"source/pages/carry.md", "your ticket", "[your ticket](page/overstay)",
			"a link stands inside a sentence"},
		{"source/pages/carry.md", CARRY, CARRY " [One](help) and then more.", "a link stands inside a sentence",
			.errors = 3},
		{"source/pages/carry.md", "[The first question](border/1)",
			"[A](help) [B](help) [C](help) [D](help) [E](help) [F](help) [G](help) [H](help) [I](help)",
			"more than eight links stand in one block"},
		{"source/pages/carry.md", "[The first question](border/1)",
			"[A](help) [B](help) [C](help) [D](help) [E](help)\n\n[F](help) [G](help) [H](help) [I](help)",
			"more than eight links belong to one block", .where = "[F]"},
	};

	(void)state;
	DESK_DAMAGES(rows);
}

/* A label over two lines, and links on both sides of the citations. */
static void links_that_are_right(void **state)
{
	struct desk d;

	(void)state;
	desk_set(&d);
	desk_change(&d, "source/pages/carry.md", CARRY,
		"Carry your passport, your ticket and the address in writing. [Whom to\ncall](contacts) [A-01] "
		"[](help/)");
	desk_change(&d, "source/pages/carry.md", " [](help/)", "");
	struct said said = desk_check(&d, false);
	assert_true(str_ends(said.out, "0 errors, 2 warnings\n")); /* "Whom to call" is translated: it is one label */
	desk_clear(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shape),
		cmocka_unit_test(markup_that_means_nothing),
		cmocka_unit_test(notes),
		cmocka_unit_test(limits),
		cmocka_unit_test(links),
		cmocka_unit_test(links_that_are_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
