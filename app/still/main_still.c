/* rohnamo-still: the calm picture in place of a kiosk that does not come up. It knows as little as possible, so that nothing
 * that breaks the kiosk breaks it: no guide, no letters, no sound; of the settings only how the panel is turned. It takes no
 * input and never ends by itself: SIGTERM ends it at once. */
#include "base/arena.h"
#include "base/file.h"
#include "base/settings.h"
#include "base/str.h"
#include "platform/supervisor.h"

#include <SDL.h>
#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>

enum { STATUS_DONE, STATUS_FAILED, STATUS_USAGE };

static const char help[] =
	"usage: rohnamo-still [--config FILE] [PICTURE.png]\n"
	"Shows one picture on the whole screen until SIGTERM: still-portrait.png or still-landscape.png of the data "
	"folder,\n"
	"or the one that is named. Without a picture it shows its ground.\n"
	"FILE: the settings (/etc/rohnamo/rohnamo.conf), of which only 'rotate' is read.\n";

static const SDL_Color plain_ground = {0xFA, 0xF7, 0xF0, 0xFF}; /* the kiosk's paper (view/theme.c) */

struct still {
	const char *named; /* on the command line; NULL: by the shape of the screen */
	SDL_Window *window;
	SDL_Renderer *renderer;
	SDL_Texture *picture; /* NULL: none can be shown */
	int picture_w, picture_h;
	SDL_Color ground;
	int turned; /* 0, 90, 180, 270 */
};

/* Settings are only asked how the panel is turned; what cannot be read does not matter here. */
static bool take_rotate(void *self, const struct settings_line *line, struct err *e)
{
	(void)e;
	if (str_equal(line->name, "rotate")) {
		long degrees = strtol(line->value, NULL, 10);
		if (degrees == 90 || degrees == 180 || degrees == 270)
			*(int *)self = (int)degrees;
	}
	return true;
}

static int turned_by_settings(const char *path)
{
	struct arena a;
	int degrees = 0;

	arena_init(&a);
	(void)!settings_read(&a, path, take_rotate, &degrees, NULL);
	arena_release(&a);
	return degrees;
}

static void set_hints(void)
{
	SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1"); /* SIGTERM is not a wish but the end */
	SDL_SetHint("SDL_ENABLE_SCREEN_KEYBOARD", "0");
	SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "linear");
	SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

static bool open_window(struct still *s)
{
	SDL_Rect room = {0, 0, 1366, 768};

	set_hints();
	if (SDL_Init(SDL_INIT_VIDEO) != 0)
		return false;
	if (SDL_strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0)
		SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); /* as platform/window.c */
	(void)SDL_GetDisplayBounds(0, &room);
	s->window = SDL_CreateWindow("Rohnamo", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, room.w, room.h,
		SDL_WINDOW_RESIZABLE | SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_BORDERLESS);
	s->renderer = s->window ? SDL_CreateRenderer(s->window, -1, SDL_RENDERER_SOFTWARE) : NULL;
	if (!s->renderer)
		return false;
	SDL_StopTextInput();
	SDL_ShowCursor(SDL_DISABLE);
	return true;
}

/* Whether the picture stands upright: as high as wide or higher, as people see the panel. */
static bool upright(const struct still *s)
{
	int w = 1, h = 0;

	(void)SDL_GetRendererOutputSize(s->renderer, &w, &h);
	return (h >= w) == (s->turned % 180 == 0);
}

/* The colour of its first corner, which it is all round. */
static SDL_Color corner_of(SDL_Surface *surface)
{
	SDL_Color corner = plain_ground;
	Uint32 value;

	SDL_Surface *plain = SDL_ConvertSurfaceFormat(surface, SDL_PIXELFORMAT_ARGB8888, 0);
	if (!plain)
		return corner;
	SDL_memcpy(&value, plain->pixels, sizeof value);
	SDL_GetRGB(value, plain->format, &corner.r, &corner.g, &corner.b);
	SDL_FreeSurface(plain);
	return corner;
}

static void use_picture(struct still *s, SDL_Surface *surface)
{
	s->ground = corner_of(surface);
	s->picture_w = surface->w;
	s->picture_h = surface->h;
	s->picture = SDL_CreateTextureFromSurface(s->renderer, surface);
	SDL_FreeSurface(surface);
}

/* The picture for the screen as it is now; without one the ground remains. */
static void take_picture(struct still *s)
{
	const char *name = upright(s) ? "still-portrait.png" : "still-landscape.png";
	struct arena a;

	SDL_DestroyTexture(s->picture);
	s->picture = NULL;
	arena_init(&a);
	const char *path = s->named ? s->named : asset_find(&a, name);
	SDL_Surface *surface = path ? IMG_Load(path) : NULL;
	if (surface)
		use_picture(s, surface);
	if (!s->picture)
		fprintf(stderr, "rohnamo-still: picture '%s' cannot be shown: %s; install the package rohnamo anew\n",
			path ? path : name, path ? SDL_GetError() : "it is in no data folder");
	arena_release(&a);
}

/* Where the picture stands before it is turned about its middle: as large as fits, in the middle of the window. */
static SDL_Rect place_of(const struct still *s)
{
	int w = 1, h = 1;

	(void)SDL_GetRendererOutputSize(s->renderer, &w, &h);
	int room_w = s->turned % 180 == 0 ? w : h, room_h = s->turned % 180 == 0 ? h : w;
	float scale = SDL_min((float)room_w / (float)s->picture_w, (float)room_h / (float)s->picture_h);
	SDL_Rect place = {.w = (int)((float)s->picture_w * scale), .h = (int)((float)s->picture_h * scale)};
	place.x = (w - place.w) / 2;
	place.y = (h - place.h) / 2;
	return place;
}

static void show(const struct still *s)
{
	SDL_SetRenderDrawColor(s->renderer, s->ground.r, s->ground.g, s->ground.b, SDL_ALPHA_OPAQUE);
	SDL_RenderClear(s->renderer);
	if (s->picture) {
		SDL_Rect place = place_of(s);
		SDL_RenderCopyEx(s->renderer, s->picture, NULL, &place, s->turned, NULL, SDL_FLIP_NONE);
	}
	SDL_RenderPresent(s->renderer);
}

/* Input, a wish to close the window, anything else: nothing. Only what the window has lost is drawn anew. */
static void stand(struct still *s)
{
	SDL_Event event;

	for (;;) {
		if (!SDL_WaitEvent(&event) || event.type != SDL_WINDOWEVENT)
			continue;
		if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
			take_picture(s);
		if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED || event.window.event == SDL_WINDOWEVENT_EXPOSED)
			show(s);
	}
}

/* False: something else was written than the usage allows. */
static bool read_words(struct still *s, int argc, char **argv, const char **out_config)
{
	int at = 1;

	*out_config = SETTINGS_DEFAULT_FILE;
	if (argc > 2 && str_equal(argv[1], "--config")) {
		*out_config = argv[2];
		at = 3;
	}
	if (at < argc && argv[at][0] != '-')
		s->named = argv[at++];
	return at == argc;
}

int main(int argc, char **argv)
{
	struct still s = {.ground = plain_ground};
	struct supervisor supervisor;
	const char *config;

	if (!read_words(&s, argc, argv, &config)) {
		bool asked = argc == 2 && str_equal(argv[1], "--help");
		fputs(help, asked ? stdout : stderr);
		return asked ? STATUS_DONE : STATUS_USAGE;
	}
	supervisor_init(&supervisor);
	s.turned = turned_by_settings(config);
	if (!open_window(&s)) {
		fprintf(stderr, "rohnamo-still: no display can be opened: %s; set DISPLAY or WAYLAND_DISPLAY\n",
			SDL_GetError());
		return STATUS_FAILED;
	}
	take_picture(&s);
	show(&s);
	supervisor_ready(&supervisor, 0);
	stand(&s);
}
