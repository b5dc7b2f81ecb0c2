#include "tools/places.h"

#include "base/str.h"
#include "content/place.h"
#include "content/site_cell.h"

#include <string.h>

static const char *cell(const struct manuscript *s, size_t row, const char *column)
{
	return manuscript_cell(s, TABLE_PLACES, row, column);
}

static int two_digits(const char *text)
{
	return (text[0] - '0') * 10 + (text[1] - '0');
}

/* "+05:00" */
static bool read_utc(const char *text, int *out)
{
	if (strlen(text) != 6 || !strchr("+-", text[0]) || text[3] != ':' || strspn(text + 1, "0123456789") != 2 ||
		strspn(text + 4, "0123456789") != 2)
		return false;
	int minutes = two_digits(text + 1) * 60 + two_digits(text + 4);
	*out = text[0] == '-' ? -minutes : minutes;
	return two_digits(text + 4) < 60 && minutes <= UTC_MINUTES_MOST;
}

bool place_read(const struct manuscript *s, size_t row, struct place_cells *out)
{
	const char *latitude = cell(s, row, "latitude"), *longitude = cell(s, row, "longitude");

	*out = (struct place_cells){.located = *cell(s, row, "city") != '\0'};
	if (!read_utc(cell(s, row, "utc"), &out->utc_minutes))
		return false;
	if (!out->located)
		return !*latitude && !*longitude;
	return degrees_parse(latitude, 90, &out->latitude) && degrees_parse(longitude, 180, &out->longitude);
}

long place_find(const struct manuscript *s, const char *city, const char *country)
{
	for (size_t i = 0; i < s->tables[TABLE_PLACES].rows; i++)
		if (str_equal(cell(s, i, "city"), city) && str_equal(cell(s, i, "country"), country))
			return (long)i;
	return -1;
}

/* A name that stands in two countries could not be told apart by the setting that names the kiosk's own city. */
static bool stands_above(const struct manuscript *s, size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (str_equal(cell(s, i, "city"), cell(s, row, "city")) &&
			(*cell(s, i, "city") || str_equal(cell(s, i, "country"), cell(s, row, "country"))))
			return true;
	return false;
}

void check_places(struct manuscript *s)
{
	const char *file = manuscript_file(s, TABLE_PLACES);
	struct place_cells read;

	for (size_t i = 0; i < s->tables[TABLE_PLACES].rows; i++) {
		int line = manuscript_line(s, TABLE_PLACES, i);
		if (!country_known(cell(s, i, "country")))
			findings_error(s->found, file, line, "country '%s' is not known; write KZ, TJ, UZ, KG or RU",
				cell(s, i, "country"));
		if (stands_above(s, i))
			findings_error(s->found, file, line, "place '%s' stands twice; take one row away",
				*cell(s, i, "city") ? cell(s, i, "city") : cell(s, i, "country"));
		if (!place_read(s, i, &read))
			findings_error(s->found, file, line,
				"place '%s' cannot be read; write degrees north and east (43.25, 76.917; none for a "
				"country as a whole) and the clock as +05:00",
				*cell(s, i, "city") ? cell(s, i, "city") : cell(s, i, "country"));
	}
	file = manuscript_file(s, TABLE_CONTACTS);
	for (size_t i = 0; i < s->tables[TABLE_CONTACTS].rows; i++) {
		const char *city = manuscript_cell(s, TABLE_CONTACTS, i, "city");
		if (*city && place_find(s, city, manuscript_cell(s, TABLE_CONTACTS, i, "country")) < 0)
			findings_error(s->found, file, manuscript_line(s, TABLE_CONTACTS, i),
				"city '%s' has no row in places.csv; write where it lies and which clock it keeps",
				city);
	}
}
