/* Sizes follow from one formula (an angle at the eye), colours from one table a contrast. */
#include "view/theme.h"

#include "base/str.h"

#include <math.h>

static const float andika_cap_ratio = 0.704f;
static const float large_panel_mm = 400;

static float longer_mm(const struct world *w)
{
	int longer = w->width_px > w->height_px ? w->width_px : w->height_px;

	return (float)longer / w->px_per_mm;
}

void world_init(struct world *w, int width_px, int height_px, float panel_mm, float distance_mm)
{
	int shorter = width_px < height_px ? width_px : height_px;
	int longer = width_px < height_px ? height_px : width_px;
	float usual_distance;

	*w = (struct world){
		.width_px = width_px, .height_px = height_px, .text_percent = 100, .cap_ratio = andika_cap_ratio};
	if (shorter <= 480) {
		w->px_per_mm = 5.3f;
		usual_distance = 350;
	} else if (longer < 1600) {
		w->px_per_mm = 4;
		usual_distance = 500;
	} else {
		w->px_per_mm = (float)longer / 480;
		usual_distance = 600;
	}
	if (panel_mm > 0)
		w->px_per_mm = (float)width_px / panel_mm;
	w->distance_mm = distance_mm > 0 ? distance_mm : usual_distance;
}

bool world_large(const struct world *w)
{
	return longer_mm(w) >= large_panel_mm - 0.01f; /* 400 mm are 399.99998 after going to pixels and back */
}

float world_target_mm(const struct world *w)
{
	return world_large(w) ? 20 : 9;
}

float world_target_px(const struct world *w)
{
	return world_target_mm(w) * w->px_per_mm;
}

bool world_portrait(const struct world *w)
{
	return w->height_px > w->width_px;
}

bool world_narrow(const struct world *w)
{
	return w->width_px < 400;
}

/* Body at 100 %: a capital H of 0.7 degrees on large panels, two thirds of it on others (so that 150 % reaches it). Bounded by
 * the window: a panel said to be tiny or giant still shows words. */
static float body_px(const struct world *w)
{
	static const float angle = 0.7f * 3.14159265f / 180;
	float capital = w->distance_mm * tanf(angle) * w->px_per_mm;
	float size = capital / w->cap_ratio / (world_large(w) ? 1 : 1.5f);
	int shorter = w->width_px < w->height_px ? w->width_px : w->height_px;
	float most = (float)shorter / 9;

	return fmaxf(12, fminf(size, most));
}

int text_size_px(const struct world *w, enum text_size size)
{
	float body = body_px(w);
	float grown = body * (float)w->text_percent / 100;
	float step = (float)(w->text_percent - 100) / 100; /* 0 at 100 %, 1 at 200 % */
	bool narrow = world_narrow(w);
	float px;

	switch (size) {
	case TEXT_SMALL:
		px = fmaxf(12, grown * 0.8f);
		break;
	case TEXT_LEAD:
		px = grown * (narrow ? 1.1f - 0.1f * step : 1.2f - 0.15f * step);
		break;
	case TEXT_TITLE:
		px = grown * (narrow ? 1.12f - 0.12f * step : 1.3f - 0.25f * step);
		break;
	case TEXT_HUGE:
		px = grown * (narrow ? 1.25f - 0.2f * step : 1.6f - 0.4f * step);
		break;
	case TEXT_KEY:
		px = fmaxf(14, body * 0.95f);
		break;
	case TEXT_DOCK:
		px = fmaxf(12, body * 0.62f);
		break;
	default: /* never a part of a pixel less than the angle asks for */
		px = ceilf(grown - 0.01f);
		break;
	}
	return (int)lroundf(px);
}

float text_leading_px(const struct world *w, enum text_size size)
{
	float px = (float)text_size_px(w, size);

	return roundf(px *
		(size == TEXT_BODY || size == TEXT_SMALL                ? 1.5f
				: size == TEXT_DOCK || size == TEXT_KEY ? 1.2f
									: 1.35f));
}

bool world_dock_fits(const struct world *w)
{
	return (float)w->width_px >= DOCK_MOST * world_target_px(w);
}

bool world_lowered(const struct world *w)
{
	return w->low && world_portrait(w) && world_large(w);
}

bool world_compact(const struct world *w)
{
	/* a title of two lines and the dock must leave eight lines of body, else the title scrolls with the text */
	float title = 2 * text_leading_px(w, TEXT_TITLE) + world_target_px(w) * 0.5f;
	float dock = world_target_px(w) * 1.3f;
	float height = (float)w->height_px * (world_lowered(w) ? 1 - WORLD_EMPTY_PART : 1);

	return !world_dock_fits(w) || height - title - dock < 8 * text_leading_px(w, TEXT_BODY);
}

#define RGB(hex)                                                                                                       \
	{                                                                                                              \
		(uint8_t)(((hex) >> 16) & 255), (uint8_t)(((hex) >> 8) & 255), (uint8_t)((hex)&255)                    \
	}

static const struct rgb colors[3][COLOR_COUNT] =
	{
		[CONTRAST_NORMAL] =
			{
				[COLOR_NONE] = RGB(0xFAF7F0),
				[COLOR_PAPER] = RGB(0xFAF7F0),
				[COLOR_CARD] = RGB(0xFFFFFF),
				[COLOR_INK] = RGB(0x17213A),
				[COLOR_MUTED] = RGB(0x3D4557),
				[COLOR_LINE] = RGB(0x857B63),
				[COLOR_DOCK] = RGB(0x17213A),
				[COLOR_ON_DOCK] = RGB(0xFFFFFF),
				[COLOR_ON_ACCENT] = RGB(0xFFFFFF),
				[COLOR_BORDER] = RGB(0x2B3A80),
				[COLOR_STAY] = RGB(0x0B5658),
				[COLOR_DEADLINES] = RGB(0x0F4776),
				[COLOR_WORK] = RGB(0x6B4200),
				[COLOR_POLICE] = RGB(0x4A3578),
				[COLOR_COURT] = RGB(0x8A1B2A),
				[COLOR_HELP] = RGB(0x1B5A2C),
				[COLOR_HEALTH] = RGB(0x7A1B58),
				[COLOR_PHRASES] = RGB(0x4F4A3C),
				[COLOR_OK_FILL] = RGB(0xDFF0E0),
				[COLOR_ON_OK] = RGB(0x123D1E),
				[COLOR_DOUBT_FILL] = RGB(0xFCE9CC),
				[COLOR_ON_DOUBT] = RGB(0x4A2C00),
				[COLOR_DANGER_FILL] = RGB(0xFBE3E4),
				[COLOR_ON_DANGER] = RGB(0x6E1020),
				[COLOR_ASK_BAR] = RGB(0xA86500),
				[COLOR_MARK] = RGB(0xFFEDAD),
				[COLOR_FOCUS] = RGB(0xB3261E),
			},
		[CONTRAST_HIGH] =
			{
				[COLOR_NONE] = RGB(0xFFFFFF),
				[COLOR_PAPER] = RGB(0xFFFFFF),
				[COLOR_CARD] = RGB(0xFFFFFF),
				[COLOR_INK] = RGB(0x000000),
				[COLOR_MUTED] = RGB(0x000000),
				[COLOR_LINE] = RGB(0x000000),
				[COLOR_DOCK] = RGB(0x000000),
				[COLOR_ON_DOCK] = RGB(0xFFFFFF),
				[COLOR_ON_ACCENT] = RGB(0xFFFFFF),
				[COLOR_BORDER] = RGB(0x00104D),
				[COLOR_STAY] = RGB(0x002B2C),
				[COLOR_DEADLINES] = RGB(0x00223F),
				[COLOR_WORK] = RGB(0x331F00),
				[COLOR_POLICE] = RGB(0x1F1140),
				[COLOR_COURT] = RGB(0x4A0810),
				[COLOR_HELP] = RGB(0x052E10),
				[COLOR_HEALTH] = RGB(0x3F0A2C),
				[COLOR_PHRASES] = RGB(0x26231B),
				[COLOR_OK_FILL] = RGB(0xFFFFFF),
				[COLOR_ON_OK] = RGB(0x000000),
				[COLOR_DOUBT_FILL] = RGB(0xFFFFFF),
				[COLOR_ON_DOUBT] = RGB(0x000000),
				[COLOR_DANGER_FILL] = RGB(0xFFFFFF),
				[COLOR_ON_DANGER] = RGB(0x000000),
				[COLOR_ASK_BAR] = RGB(0x000000),
				[COLOR_MARK] = RGB(0xFFE680),
				[COLOR_FOCUS] = RGB(0xC00000),
			},
		[CONTRAST_HIGH_DARK] =
			{
				[COLOR_NONE] = RGB(0x000000),
				[COLOR_PAPER] = RGB(0x000000),
				[COLOR_CARD] = RGB(0x000000),
				[COLOR_INK] = RGB(0xFFFFFF),
				[COLOR_MUTED] = RGB(0xFFFFFF),
				[COLOR_LINE] = RGB(0xFFFFFF),
				[COLOR_DOCK] = RGB(0x000000),
				[COLOR_ON_DOCK] = RGB(0xFFFFFF),
				[COLOR_ON_ACCENT] = RGB(0x000000),
				[COLOR_BORDER] = RGB(0xB9C6FF),
				[COLOR_STAY] = RGB(0x9BE8EA),
				[COLOR_DEADLINES] = RGB(0xA8D8FF),
				[COLOR_WORK] = RGB(0xFFD9A0),
				[COLOR_POLICE] = RGB(0xD9C8FF),
				[COLOR_COURT] = RGB(0xFFC2C8),
				[COLOR_HELP] = RGB(0xAEEBBE),
				[COLOR_HEALTH] = RGB(0xFFC0E6),
				[COLOR_PHRASES] = RGB(0xE6E0CC),
				[COLOR_OK_FILL] = RGB(0x000000),
				[COLOR_ON_OK] = RGB(0xFFFFFF),
				[COLOR_DOUBT_FILL] = RGB(0x000000),
				[COLOR_ON_DOUBT] = RGB(0xFFFFFF),
				[COLOR_DANGER_FILL] = RGB(0x000000),
				[COLOR_ON_DANGER] = RGB(0xFFFFFF),
				[COLOR_ASK_BAR] = RGB(0xFFFFFF),
				[COLOR_MARK] = RGB(0x4A4400),
				[COLOR_FOCUS] = RGB(0xFFE600),
			},
};

struct rgb theme_color(enum contrast contrast, enum color token)
{
	return colors[contrast][token];
}

enum color theme_accent(const char *name)
{
	static const struct {
		const char *name;
		enum color color;
	} accents[] = {
		{"border", COLOR_BORDER},
		{"stay", COLOR_STAY},
		{"deadlines", COLOR_DEADLINES},
		{"work", COLOR_WORK},
		{"police", COLOR_POLICE},
		{"court", COLOR_COURT},
		{"help", COLOR_HELP},
		{"health", COLOR_HEALTH},
		{"phrases", COLOR_PHRASES},
	};

	for (size_t i = 0; i < sizeof accents / sizeof accents[0]; i++)
		if (str_equal(accents[i].name, name))
			return accents[i].color;
	return COLOR_INK;
}

static double luminance(struct rgb c)
{
	const uint8_t parts[3] = {c.r, c.g, c.b};
	static const double weights[3] = {0.2126, 0.7152, 0.0722};
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double v = parts[i] / 255.0;
		sum += weights[i] * (v <= 0.03928 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4));
	}
	return sum;
}

double color_contrast(struct rgb a, struct rgb b)
{
	double la = luminance(a), lb = luminance(b);

	return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}
