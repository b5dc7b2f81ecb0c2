#include "room.h"

struct workshop w;

int room_begin(void **state)
{
	(void)state;
	workshop_open(&w);
	return 0;
}

int room_end(void **state)
{
	(void)state;
	workshop_close(&w);
	return 0;
}
