/* QR codes by their measures: how many bytes a version holds, how large it is, and what fits a panel.
 *
 * A code is read from a hand's distance, 300 mm. Common practice wants it a tenth of that wide; a usual code (version 2 with its
 * quiet zone, 33 modules) then has modules of 0.91 mm. Denser codes need the same modules and become wider. Wider than a phone
 * sees at that distance they must not be: half of what a narrow camera (50 degrees) takes in is 140 mm. */
#ifndef ROHNAMO_TAKE_CODE_H
#define ROHNAMO_TAKE_CODE_H

#include <stddef.h>

enum {
	CODE_QUIET = 4, /* modules of empty border, ISO/IEC 18004 */
	CODE_VERSIONS = 40,
	CODE_MOST_VERSION = 25, /* of what we make on purpose; older phones take long over larger ones */
};
#define CODE_DISTANCE_MM 300.0f
#define CODE_LEAST_MM 30.0f /* a tenth of the distance */
#define CODE_LEAST_MODULE_MM 0.9f
#define CODE_MOST_MM 140.0f

/* Bytes that a version holds in byte mode at error correction M, behind the mark that they are UTF-8; 0 for versions that do not
 * exist. */
size_t code_capacity(int version);
/* The smallest version that holds them; 0 when none does. */
int code_version(size_t bytes);
/* Modules along one side, quiet zones included. */
int code_modules(int version);
/* The least whole number of pixels a module may have. */
int code_least_module_px(float px_per_mm);
/* Bytes of a code that can be read from 300 mm, in a room of so many pixels; 0 when not even the smallest fits. */
size_t code_bytes_for(float room_px, float px_per_mm);
/* The side of the code of `bytes` bytes, whole pixels a module: as large as the room allows and no larger than is of use. Codes
 * that are too dense for the room at 300 mm get the whole room and must be read from nearer. 0 when it cannot be drawn. */
int code_side_px(size_t bytes, float room_px, float px_per_mm);

#endif
