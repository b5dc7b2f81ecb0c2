/* One judge for a kind of cell: whatever the guide or the operator writes passes through here before it can be dialled. */
#include "content/site_cell.h"

#include "base/str.h"

#include <string.h>

static bool is_digits(const char *text, size_t least, size_t most)
{
	size_t bytes = strlen(text);

	return bytes >= least && bytes <= most && strspn(text, "0123456789") == bytes;
}

/* In these countries every number is equally long, so a digit too few or too many is seen before anybody dials it. */
static const struct {
	const char *prefix;
	size_t digits; /* with the country's own */
} plans[] = {{"+7", 11}, {"+992", 12}, {"+996", 12}, {"+998", 12}};

bool phone_valid(const char *text)
{
	if (text[0] != '+')
		return is_digits(text, 2, 6);
	for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++)
		if (str_starts(text, plans[i].prefix))
			return is_digits(text + 1, plans[i].digits, plans[i].digits);
	return text[1] != '0' && is_digits(text + 1, 8, 15);
}

static bool is_name(const char *text)
{
	size_t bytes = strlen(text);

	return bytes >= 3 && bytes <= 64 &&
		strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == bytes;
}

bool messenger_valid(const char *text)
{
	if (str_starts(text, "telegram:@"))
		return is_name(text + strlen("telegram:@"));
	return str_starts(text, "whatsapp:+") && phone_valid(text + strlen("whatsapp:"));
}

const char *country_known(const char *text)
{
	static const char *const countries[] = {"KZ", "TJ", "UZ", "KG", "RU"};

	for (size_t i = 0; i < sizeof(countries) / sizeof(countries[0]); i++)
		if (str_equal(countries[i], text))
			return countries[i];
	return NULL;
}

bool cost_valid(const char *text)
{
	return text[0] == '\0' || str_equal(text, "free") || str_equal(text, "paid");
}

char **cell_words(struct arena *a, const char *cell, size_t *out_count)
{
	size_t parts, count = 0;
	char **words = str_split(a, cell, ' ', &parts);

	for (size_t i = 0; i < parts; i++)
		if (words[i][0] != '\0')
			words[count++] = words[i];
	words[count] = NULL;
	*out_count = count;
	return words;
}
