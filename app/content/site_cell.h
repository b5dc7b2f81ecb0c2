/* Cells of contact tables: what a telephone number, a messenger and a country may look like. Pure functions, used for the
 * operator's tables and for what a guide hands out. */
#ifndef ROHNAMO_CONTENT_SITE_CELL_H
#define ROHNAMO_CONTENT_SITE_CELL_H

#include "base/arena.h"

#include <stdbool.h>

/* "+" and 8 to 15 digits (as many as the country's plan has for +7, +992, +996, +998), or a short code of 2 to 6. */
bool phone_valid(const char *text);
/* "telegram:@name" or "whatsapp:+77012345678". */
bool messenger_valid(const char *text);
/* KZ TJ UZ KG RU; the pointer is static, NULL for another. */
const char *country_known(const char *text);
/* "free", "paid" or "" (unknown). */
bool cost_valid(const char *text);
/* The words between spaces, empty ones left out; ends with NULL. */
char **cell_words(struct arena *a, const char *cell, size_t *out_count);

#endif
