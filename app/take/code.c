#include "take/code.h"

#include <math.h>

/* ISO/IEC 18004, table 7, byte mode, level M; tests/take compares it with libqrencode. The mark of UTF-8, an ECI header, has 12 bits;
 * when the library chooses a version it sets three bytes aside for it. */
enum { MARK_BYTES = 3 };
static const unsigned short capacity[CODE_VERSIONS + 1] = {0, 14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287,
	331, 362, 412, 450, 504, 560, 624, 666, 711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628,
	1722, 1809, 1911, 1989, 2099, 2213, 2331};

static const float most_module_mm = 2; /* larger ones help nobody who stands before the panel */

size_t code_capacity(int version)
{
	return version < 1 || version > CODE_VERSIONS ? 0 : capacity[version] - MARK_BYTES;
}

int code_version(size_t bytes)
{
	for (int version = 1; version <= CODE_VERSIONS; version++)
		if (bytes <= code_capacity(version))
			return version;
	return 0;
}

int code_modules(int version)
{
	return 17 + 4 * version + 2 * CODE_QUIET;
}

int code_least_module_px(float px_per_mm)
{
	return (int)fmaxf(1, ceilf(CODE_LEAST_MODULE_MM * px_per_mm - 0.01f));
}

static float room_of_use(float room_px, float px_per_mm)
{
	return fminf(room_px, CODE_MOST_MM * px_per_mm);
}

size_t code_bytes_for(float room_px, float px_per_mm)
{
	float room = room_of_use(room_px, px_per_mm);
	int module = code_least_module_px(px_per_mm), version = CODE_MOST_VERSION;

	while (version > 0 && (float)(code_modules(version) * module) > room)
		version--;
	return code_capacity(version);
}

int code_side_px(size_t bytes, float room_px, float px_per_mm)
{
	int version = code_version(bytes);

	if (!version)
		return 0;
	int modules = code_modules(version), least = code_least_module_px(px_per_mm);
	int wanted = (int)fmaxf((float)least, floorf(most_module_mm * px_per_mm));
	int fits = (int)floorf(room_of_use(room_px, px_per_mm) / (float)modules);
	return modules * (fits < wanted ? fits : wanted);
}
