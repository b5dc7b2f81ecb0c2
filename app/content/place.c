#include "content/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double earth_km = 6371.0;

bool degrees_parse(const char *text, int most, int *out_thousandths)
{
	const char *digits = text + (*text == '-');
	size_t whole = strspn(digits, "0123456789");
	const char *point = digits + whole;
	size_t decimals = *point == '.' ? strspn(point + 1, "0123456789") : 0;
	int thousandths = 0;

	if (whole == 0 || whole > 3 || decimals > 3 || (*point == '.' && decimals == 0) ||
		point[*point == '.' ? decimals + 1 : 0])
		return false;
	for (size_t i = 0; i < whole; i++)
		thousandths = thousandths * 10 + (digits[i] - '0');
	for (size_t i = 0; i < 3; i++)
		thousandths = thousandths * 10 + (i < decimals ? point[1 + i] - '0' : 0);
	if (thousandths > most * 1000)
		return false;
	*out_thousandths = *text == '-' ? -thousandths : thousandths;
	return true;
}

bool position_parse(const char *text, struct position *out)
{
	char latitude[16];
	const char *comma = strchr(text, ',');

	if (!comma || (size_t)(comma - text) >= sizeof latitude)
		return false;
	memcpy(latitude, text, (size_t)(comma - text));
	latitude[comma - text] = '\0';
	for (comma++; *comma == ' '; comma++)
		;
	return degrees_parse(latitude, 90, &out->latitude) && degrees_parse(comma, 180, &out->longitude);
}

static double radians(int thousandths)
{
	return thousandths * (3.14159265358979323846 / 180000.0);
}

int position_distance_km(struct position a, struct position b)
{
	double north = sin(radians(b.latitude - a.latitude) / 2), east = sin(radians(b.longitude - a.longitude) / 2);
	double h = north * north + cos(radians(a.latitude)) * cos(radians(b.latitude)) * east * east;

	return (int)lround(2 * earth_km * asin(sqrt(h < 1 ? h : 1)));
}
