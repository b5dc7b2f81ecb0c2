/* Memory for libraries that hold what a visitor saw: overwritten when it is given back. */
#ifndef ROHNAMO_PLATFORM_MEMORY_H
#define ROHNAMO_PLATFORM_MEMORY_H

#include <stddef.h>

void *memory_take(size_t bytes); /* NULL when there is none */
void memory_give_back(void *memory); /* only from memory_take; NULL is allowed */

#endif
