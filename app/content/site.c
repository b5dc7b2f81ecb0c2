/* The operator's folder. Three tables, each optional, each read whole; a row that is wrong in any cell is passed over and
 * told in one sentence (file, line, value, what is allowed), the others count.
 *
 * Everything is put together in fresh records and taken into use at the end, so that a folder which is being changed
 * never leaves half of the old beside half of the new. */
#include "content/guide_store.h"

#include "base/csv.h"
#include "base/file.h"
#include "base/str.h"
#include "content/site_cell.h"

#include <string.h>

#define SITE_FILE_BYTES ((size_t)1024 * 1024)
#define SITE_ROWS 2000

struct site_load {
	struct guide *guide;
	struct arena *site; /* what stays */
	struct arena *messages;
	const char *folder;
	date_t last_day; /* no confirmation is later; DATE_NONE: not known */
	struct list problems;
	/* The row being read. */
	const struct csv *table;
	size_t row;
};

static bool complain(struct site_load *load, const char *sentence)
{
	char *told = arena_strdup(load->messages, sentence);

	utf8_drop_halves(told); /* values were shortened */
	*(char **)list_add(load->messages, &load->problems, sizeof(char *)) = told;
	return false;
}

/* "contacts.csv:3: kind 'embasy' cannot be used; allowed: ...". Values are shortened: they may be anything. */
static bool refuse_cell_of(struct site_load *load, int line, const char *column, const char *value, const char *allowed)
{
	return complain(load,
		arena_printf(load->messages, "%s:%d: %s '%.60s' cannot be used; allowed: %s", load->table->name, line,
			column, value, allowed));
}

static bool refuse_cell(struct site_load *load, const char *column, const char *value, const char *allowed)
{
	return refuse_cell_of(load, load->table->lines[load->row], column, value, allowed);
}

static const char *cell(struct site_load *load, const char *column)
{
	const char *raw = csv_cell(load->table, load->row, column);

	return str_trim(load->site, text_clean(load->site, raw, strlen(raw)));
}

/* Columns are words between spaces, the needed ones first. */
struct columns {
	const char *name; /* of the file */
	const char *needed, *others;
};

static bool complain_header(struct site_load *load, const struct columns *columns, const char *what)
{
	return complain(load,
		arena_printf(load->messages, "%s:1: %s; the columns are: %s%s%s", columns->name, what, columns->needed,
			columns->others[0] ? " " : "", columns->others));
}

static bool has_needed_columns(struct site_load *load, const struct columns *columns, const struct csv *table)
{
	size_t count;
	char **needed = cell_words(load->messages, columns->needed, &count);

	for (size_t i = 0; i < count; i++) {
		if (csv_column(table, needed[i]) >= 0)
			continue;
		bool semicolons = table->columns == 1 && strchr(table->header[0], ';');
		return complain_header(load, columns,
			arena_printf(load->messages, "the column '%s' is missing%s", needed[i],
				semicolons ? "; put commas between the cells instead of semicolons" : ""));
	}
	return true;
}

/* A mistyped column would be a correction that nobody sees, so it is told; the others are read. */
static void tell_strange_columns(struct site_load *load, const struct columns *columns, const struct csv *table)
{
	for (size_t i = 0; i < table->columns; i++) {
		const char *column = table->header[i];

		if (csv_column(table, column) != (int)i)
			complain(load,
				arena_printf(load->messages,
					"%s:1: the column '%.60s' stands twice; only the first one is read, remove the "
					"other",
					columns->name, column));
		else if (column[0] != '\0' && !str_has_word(columns->needed, column) &&
			!str_has_word(columns->others, column))
			complain_header(load, columns,
				arena_printf(load->messages, "the column '%.60s' is not known and not read", column));
	}
}

static bool read_table(struct site_load *load, const struct columns *columns, struct csv *out)
{
	char *path = arena_printf(load->messages, "%s/%s", load->folder, columns->name);
	struct err e = {0};
	char line[sizeof(e)];
	struct blob blob;
	bool read;

	if (file_missing(path))
		return false;
	read = file_read(load->site, path, SITE_FILE_BYTES, &blob, &e);
	if (!read && e.hint[0] == '\0')
		err_hint(&e, "put a table of at most 1 MiB there that the kiosk may read");
	if (!read || !csv_parse(load->site, columns->name, (const char *)blob.data, blob.bytes, out, &e)) {
		err_line(&e, line, sizeof(line));
		return complain(load, line);
	}
	if (!has_needed_columns(load, columns, out))
		return false;
	tell_strange_columns(load, columns, out);
	if (out->rows > SITE_ROWS) {
		complain(load,
			arena_printf(load->messages, "%s:%d: only %d rows are read; remove the rows from here on",
				columns->name, out->lines[SITE_ROWS], SITE_ROWS));
		out->rows = SITE_ROWS;
	}
	load->table = out;
	return true;
}

/* One small reader a column: "" leaves the value as "not given"; SITE_NOTHING says that there is none. */

static bool read_date(struct site_load *load, const char *column, date_t *out)
{
	const char *text = cell(load, column);

	*out = DATE_NONE;
	if (text[0] == '\0' || date_parse(text, out))
		return true;
	return refuse_cell(load, column, text, "a date such as 2026-03-31");
}

static bool read_numbers(struct site_load *load, struct site_contact *c)
{
	const char *phones = cell(load, "phones"), *messengers = cell(load, "messenger");

	c->no_phones = str_equal(phones, SITE_NOTHING);
	c->no_messengers = str_equal(messengers, SITE_NOTHING);
	c->phones = cell_words(load->site, c->no_phones ? "" : phones, &c->phone_count);
	for (size_t i = 0; i < c->phone_count; i++)
		if (!phone_valid(c->phones[i]))
			return refuse_cell(load, "phone", c->phones[i],
				"+ and the whole number without spaces (+77172954252; with +7 11 digits, with +992 "
				"+996 +998 12), "
				"or a short code (112)");
	c->messengers = cell_words(load->site, c->no_messengers ? "" : messengers, &c->messenger_count);
	for (size_t i = 0; i < c->messenger_count; i++)
		if (!messenger_valid(c->messengers[i]))
			return refuse_cell(
				load, "messenger", c->messengers[i], "telegram:@name or whatsapp:+77012345678");
	if (c->phone_count > 8 || c->messenger_count > 8)
		return refuse_cell(load, "phones", phones, "at most eight numbers");
	return true;
}

static bool read_sources(struct site_load *load, struct site_contact *c)
{
	c->sources = cell_words(load->site, cell(load, "sources"), &c->source_count);
	for (size_t i = 0; i < c->source_count; i++)
		if (!guide_has_source(load->guide, c->sources[i]))
			return refuse_cell(load, "source", c->sources[i], "an id of the guide's sources, or nothing");
	return true;
}

static bool read_graded(struct site_load *load, struct site_contact *c)
{
	static const char *const grades[] = {"low", "medium", "high"};
	const char *kind = cell(load, "kind"), *serves = cell(load, "serves"), *country = cell(load, "country");
	const char *position = cell(load, "position"), *confidence = cell(load, "confidence");

	c->kind = kind[0] == '\0' ? -1 : contact_kind_parse(kind);
	if (kind[0] != '\0' && c->kind < 0)
		return refuse_cell(load, "kind", kind,
			"emergency embassy consulate hotline migration-police government legal-aid ngo international");
	if (serves[0] != '\0' && !audience_parse(serves, &c->serves))
		return refuse_cell(load, "serves", serves, "all, or some of TJ UZ KG");
	if (country[0] != '\0' && !country_known(country))
		return refuse_cell(load, "country", country, "KZ TJ UZ KG RU");
	c->country = country;
	c->position = -1;
	if (position[0] != '\0') {
		if (strlen(position) > 6 || strspn(position, "0123456789") != strlen(position))
			return refuse_cell(load, "position", position, "a whole number up to 999999");
		c->position = 0;
		for (const char *p = position; *p; p++)
			c->position = c->position * 10 + (*p - '0');
	}
	c->confidence = -1;
	for (int i = 0; i < 3; i++)
		if (str_equal(confidence, grades[i]))
			c->confidence = i;
	if (confidence[0] != '\0' && c->confidence < 0)
		return refuse_cell(load, "confidence", confidence, "high medium low");
	return true;
}

static bool read_words(struct site_load *load, struct site_contact *c)
{
	c->city = cell(load, "city");
	c->name = cell(load, "name");
	c->name_local = cell(load, "name_local");
	c->email = cell(load, "email");
	c->web = cell(load, "web");
	c->address = cell(load, "address");
	c->hours_note = cell(load, "hours_note");
	c->district = cell(load, "district");
	c->cost = cell(load, "cost");
	c->languages = cell(load, "languages");
	c->next = cell(load, "next");
	c->note = cell(load, "note");
	c->by = cell(load, "by");
	if (!cost_valid(c->cost) && !str_equal(c->cost, SITE_NOTHING))
		return refuse_cell(load, "cost", c->cost, "free, paid, or nothing");
	c->as_of = cell(load, "as_of");
	if (c->as_of[0] != '\0' && !date_partial_valid(c->as_of))
		return refuse_cell(load, "as_of", c->as_of, "a date (2026-11-22), a month (2026-11) or a year");
	if (c->next[0] != '\0' && !str_equal(c->next, SITE_NOTHING) && !name_valid(c->next))
		return refuse_cell(load, "next", c->next, "the id of a contact");
	return true;
}

static bool read_hours(struct site_load *load, struct site_contact *c)
{
	const char *hours = cell(load, "hours");

	c->no_hours = str_equal(hours, SITE_NOTHING);
	if (c->no_hours || hours_parse(hours, &c->hours, NULL))
		return true;
	return refuse_cell(load, "hours", hours,
		"24/7, or days and times such as Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00; PH off (words belong "
		"into "
		"hours_note)");
}

static bool read_contact(struct site_load *load, const struct site *site, struct site_contact *c)
{
	*c = (struct site_contact){.id = cell(load, "id")};
	if (!name_valid(c->id))
		return refuse_cell(load, "id", c->id, "small letters, digits and hyphens");
	if (site_contact_find(site, c->id))
		return refuse_cell(load, "id", c->id, "each id once; it stands in an earlier line, too");
	c->in_guide = guide_has_contact(load->guide, c->id);
	if (!read_graded(load, c) || !read_numbers(load, c) || !read_words(load, c) || !read_hours(load, c) ||
		!read_sources(load, c))
		return false;
	if (c->in_guide)
		return true;
	if (c->kind < 0 || c->name[0] == '\0' || str_equal(c->name, SITE_NOTHING) ||
		(c->phone_count == 0 && c->messenger_count == 0))
		return refuse_cell(load, "id", c->id,
			"the id of a contact of the guide to correct, or a new id with a kind, a name, and a number or "
			"a "
			"messenger");
	return true;
}

/* Only when all rows are read is it known which contacts there are. */
static void check_next(struct site_load *load, struct site *site, const int *lines)
{
	for (size_t i = 0; i < site->contact_count; i++) {
		struct site_contact *c = &site->contacts[i];

		if (c->next[0] == '\0' || str_equal(c->next, SITE_NOTHING))
			continue;
		if (!str_equal(c->next, c->id) &&
			(site_contact_find(site, c->next) || guide_has_contact(load->guide, c->next)))
			continue;
		refuse_cell_of(
			load, lines[i], "next", c->next, "the id of another contact of the guide or of contacts.csv");
		c->next = "";
	}
}

static void read_contacts(struct site_load *load, struct site *site)
{
	static const struct columns columns = {"contacts.csv", "id",
		"kind serves country city position name name_local phones messenger email web address hours "
		"hours_note district cost languages as_of confidence sources next note by"};
	struct csv table;
	struct list contacts = {0}, lines = {0};

	if (!read_table(load, &columns, &table))
		return;
	for (load->row = 0; load->row < table.rows; load->row++) {
		struct site_contact found;

		if (!read_contact(load, site, &found))
			continue;
		*(struct site_contact *)list_add(load->site, &contacts, sizeof(found)) = found;
		*(int *)list_add(load->messages, &lines, sizeof(int)) = table.lines[load->row];
		site->contacts = contacts.items;
		site->contact_count = contacts.count;
	}
	check_next(load, site, lines.items);
}

static bool read_confirmation(struct site_load *load, const struct site *site, struct site_confirmation *c)
{
	*c = (struct site_confirmation){
		.contact = cell(load, "contact"), .by = cell(load, "by"), .result = cell(load, "result")};
	if (!site_contact_find(site, c->contact) && !guide_has_contact(load->guide, c->contact))
		return refuse_cell(load, "contact", c->contact, "the id of a contact of the guide or of contacts.csv");
	if (!read_date(load, "date", &c->date))
		return false;
	if (c->date == DATE_NONE)
		return refuse_cell(load, "date", "", "the day of the call, such as 2026-03-31");
	if (load->last_day != DATE_NONE && c->date > load->last_day)
		return refuse_cell(
			load, "date", cell(load, "date"), "a day that has come; this one lies in the future");
	if (!str_equal(c->result, "answered") && !str_equal(c->result, "no-answer") && !str_equal(c->result, "wrong"))
		return refuse_cell(load, "result", c->result, "answered, no-answer or wrong");
	return true;
}

static void read_confirmations(struct site_load *load, struct site *site)
{
	static const struct columns columns = {"confirmations.csv", "contact date result", "by"};
	struct csv table;
	struct list confirmations = {0};

	if (!read_table(load, &columns, &table))
		return;
	for (load->row = 0; load->row < table.rows; load->row++) {
		struct site_confirmation found;

		if (read_confirmation(load, site, &found))
			*(struct site_confirmation *)list_add(load->site, &confirmations, sizeof(found)) = found;
	}
	site->confirmations = confirmations.items;
	site->confirmation_count = confirmations.count;
}

static bool read_notice(struct site_load *load, struct site_notice *n)
{
	*n = (struct site_notice){.lang = cell(load, "lang"), .text = cell(load, "text"), .by = cell(load, "by")};
	if (!read_date(load, "from", &n->from) || !read_date(load, "until", &n->until))
		return false;
	if (n->from != DATE_NONE && n->until != DATE_NONE && n->until < n->from)
		return refuse_cell(load, "until", cell(load, "until"), "a day that is not before 'from'");
	if (n->lang[0] != '\0' && !str_equal(text_lang(n->lang), n->lang))
		return refuse_cell(load, "lang", n->lang, "tg uz uz@cyrillic ky ru kk en, or nothing for all");
	if (n->text[0] == '\0' || strlen(n->text) > 1000)
		return refuse_cell(load, "text", n->text, "1 to 1000 bytes");
	if (strlen(n->by) > 200)
		return refuse_cell(load, "by", n->by, "at most 200 bytes");
	return true;
}

static void read_notices(struct site_load *load, struct site *site)
{
	static const struct columns columns = {"notice.csv", "from until lang text", "by"};
	struct csv table;
	struct list notices = {0};

	if (!read_table(load, &columns, &table))
		return;
	for (load->row = 0; load->row < table.rows; load->row++) {
		struct site_notice found;

		if (read_notice(load, &found))
			*(struct site_notice *)list_add(load->site, &notices, sizeof(found)) = found;
	}
	site->notices = notices.items;
	site->notice_count = notices.count;
}

void guide_read_site_at(struct guide *g, struct arena *a, const char *folder, date_t today, char ***out_problems)
{
	struct arena fresh;
	struct site site = {0};
	struct site_load load = {.guide = g, .site = &fresh, .messages = a, .folder = folder, .last_day = today};

	if (today < g->info.content_date)
		load.last_day = DATE_NONE;
	arena_init(&fresh);
	guide_begin(g);
	if (folder && folder[0] != '\0' && file_missing(folder)) {
		complain(&load,
			arena_printf(a, "site folder '%.200s' is not there; make it, or correct the path", folder));
	} else if (folder && folder[0] != '\0') {
		read_contacts(&load, &site);
		read_confirmations(&load, &site);
		read_notices(&load, &site);
	}
	arena_release(&g->site_arena);
	g->site_arena = fresh;
	g->site = site;
	if (out_problems) {
		*(char **)list_add(a, &load.problems, sizeof(char *)) = NULL;
		*out_problems = load.problems.items;
	}
}

void guide_read_site(struct guide *g, struct arena *a, const char *folder, char ***out_problems)
{
	guide_read_site_at(g, a, folder, date_today_kz(), out_problems);
}

size_t guide_site_rows(const struct guide *g)
{
	return g->site.contact_count + g->site.confirmation_count + g->site.notice_count;
}

const struct site_contact *site_contact_find(const struct site *site, const char *id)
{
	for (size_t i = 0; i < site->contact_count; i++)
		if (str_equal(site->contacts[i].id, id))
			return &site->contacts[i];
	return NULL;
}

/* How well a notice serves a reader: her language, any language, Russian, English, another. */
static int notice_rank(const struct site_notice *n, const char *lang)
{
	if (str_equal(n->lang, lang))
		return 5;
	if (n->lang[0] == '\0')
		return 4;
	if (str_equal(n->lang, "ru"))
		return 3;
	return str_equal(n->lang, "en") ? 2 : 1;
}

struct notice guide_notice(struct guide *g, struct arena *a, const char *lang, date_t today)
{
	const struct site_notice *best = NULL;
	struct notice out = {.text = text_empty(lang), .by = "", .since = DATE_NONE};

	for (size_t i = 0; i < g->site.notice_count; i++) {
		const struct site_notice *n = &g->site.notices[i];
		int rank = notice_rank(n, lang), best_rank = best ? notice_rank(best, lang) : 0;

		if (n->from > today || (n->until != DATE_NONE && n->until < today))
			continue;
		/* Of equally fitting ones the one that began last is the news. */
		if (rank > best_rank || (rank == best_rank && best && n->from > best->from))
			best = n;
	}
	if (!best)
		return out;
	out.text.text = arena_strdup(a, best->text);
	out.by = arena_strdup(a, best->by);
	out.since = best->from;
	if (best->lang[0] != '\0') {
		out.text.lang = text_lang(best->lang);
		out.text.fallback = !str_equal(out.text.lang, lang);
	}
	return out;
}
