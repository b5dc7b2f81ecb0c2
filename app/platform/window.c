/* The window sleeps in ppoll on X11's own connection, with SIGTERM and SIGINT let in only there: no wake-up while nothing
 * happens, and no signal is lost between looking and sleeping. On other drivers SDL's own wait is used, a second at a time. */
#include "platform/window.h"

#include "platform/sdl.h"

#include <SDL_syswm.h>
#include <errno.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

struct window {
	SDL_Window *window;
	SDL_Renderer *renderer;
	SDL_Texture *picture; /* for turned panels: the picture as seen */
	int picture_w, picture_h;
	struct painter painter;
	struct pointer_state pointer;
	int rotate;
	bool kiosk;
	bool takes_text;
	int wait_fd; /* X11's connection, -1 when SDL has to wait */
	sigset_t sleeping_mask;
};

static volatile sig_atomic_t signal_came;

static void on_signal(int number)
{
	(void)number;
	signal_came = 1;
}

/* From here on the two signals arrive only while window_wait sleeps. */
static void take_signals(struct window *w)
{
	struct sigaction action;
	sigset_t ours;

	memset(&action, 0, sizeof action);
	action.sa_handler = on_signal;
	sigemptyset(&action.sa_mask);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	sigemptyset(&ours);
	sigaddset(&ours, SIGTERM);
	sigaddset(&ours, SIGINT);
	sigprocmask(SIG_BLOCK, &ours, &w->sleeping_mask);
	sigdelset(&w->sleeping_mask, SIGTERM);
	sigdelset(&w->sleeping_mask, SIGINT);
}

static void set_hints(void)
{
	SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
	SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
	SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
	SDL_SetHint("SDL_ENABLE_SCREEN_KEYBOARD", "0");
	SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "nearest");
	SDL_SetHint("SDL_VIDEO_WAYLAND_SCALE_TO_DISPLAY", "0");
	SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

static bool start_video(struct err *e)
{
	const char *driver;

	set_hints();
	if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
		err_set(e, "no display can be opened");
		err_detail(e, "%s", SDL_GetError());
		return err_hint(e, "set DISPLAY or WAYLAND_DISPLAY, or use --snapshot or --tour, which need none");
	}
	driver = SDL_GetCurrentVideoDriver();
	if (!getenv("SDL_VIDEODRIVER") && (strcmp(driver, "offscreen") == 0 || strcmp(driver, "dummy") == 0)) {
		err_set(e, "no display can be opened: nobody would see the window");
		err_hint(e, "set DISPLAY or WAYLAND_DISPLAY, or use --snapshot or --tour, which need none");
		return false;
	}
	if (strcmp(driver, "x11") == 0) /* else the frame takes the way through OpenGL; native Wayland needs that way */
		SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
	return true;
}

static void usual_size(const struct window_settings *s, int *w, int *h)
{
	SDL_Rect room = {0, 0, 1366, 768};

	if (s->kiosk && SDL_GetDisplayBounds(0, &room) == 0) { /* also where no window manager is asked to fill it */
		*w = room.w;
		*h = room.h;
		return;
	}
	*w = s->width_px;
	*h = s->height_px;
	if (s->rotate == 90 || s->rotate == 270) {
		*w = s->height_px;
		*h = s->width_px;
	}
	if (*w > 0)
		return;
	SDL_GetDisplayUsableBounds(0, &room);
	*h = room.h * 9 / 10;
	*w = room.w > room.h ? room.w * 9 / 10 : *h * 9 / 16;
}

static int connection_of(SDL_Window *window)
{
	SDL_SysWMinfo info;

	SDL_VERSION(&info.version);
	if (!SDL_GetWindowWMInfo(window, &info))
		return -1;
#ifdef SDL_VIDEO_DRIVER_X11
	if (info.subsystem == SDL_SYSWM_X11)
		return ConnectionNumber(info.info.x11.display);
#endif
	return -1;
}

struct window *window_open(const struct window_settings *s, struct fonts *fonts, struct err *e)
{
	struct window *w;
	int width, height;
	Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;

	sdl_memory_init();
	if (!start_video(e))
		return NULL;
	w = mem_alloc(sizeof *w);
	memset(w, 0, sizeof *w);
	w->rotate = s->rotate;
	w->kiosk = s->kiosk;
	usual_size(s, &width, &height);
	if (s->kiosk)
		flags |= SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_BORDERLESS;
	w->window = SDL_CreateWindow("Rohnamo", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, flags);
	w->renderer = w->window ? SDL_CreateRenderer(w->window, -1, SDL_RENDERER_SOFTWARE) : NULL;
	if (!w->renderer) {
		err_set(e, "a window of %d x %d cannot be opened", width, height);
		err_detail(e, "%s", SDL_GetError());
		window_close(w);
		return NULL;
	}
	if (!s->kiosk)
		SDL_SetWindowMinimumSize(w->window, 320, 320);
	SDL_StopTextInput();
	if (s->kiosk)
		SDL_DisableScreenSaver();
	else
		SDL_EnableScreenSaver();
	painter_init(&w->painter, w->renderer, fonts);
	w->wait_fd = connection_of(w->window);
	take_signals(w);
	return w;
}

void window_close(struct window *w)
{
	if (!w)
		return;
	painter_release(&w->painter);
	if (w->picture)
		SDL_DestroyTexture(w->picture);
	if (w->renderer)
		SDL_DestroyRenderer(w->renderer);
	if (w->window)
		SDL_DestroyWindow(w->window);
	SDL_QuitSubSystem(SDL_INIT_VIDEO);
	free(w);
	SDL_Quit();
}

static void output_size(const struct window *w, int *out_w, int *out_h)
{
	if (SDL_GetRendererOutputSize(w->renderer, out_w, out_h) != 0)
		SDL_GetWindowSize(w->window, out_w, out_h);
}

void window_size(const struct window *w, int *out_width_px, int *out_height_px)
{
	int width, height;
	bool side = w->rotate == 90 || w->rotate == 270;

	output_size(w, &width, &height);
	*out_width_px = side ? height : width;
	*out_height_px = side ? width : height;
}

static bool picture_ready(struct window *w, int width, int height)
{
	if (w->picture && w->picture_w == width && w->picture_h == height)
		return true;
	if (w->picture)
		SDL_DestroyTexture(w->picture);
	w->picture = SDL_CreateTexture(w->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_TARGET, width, height);
	w->picture_w = width;
	w->picture_h = height;
	return w->picture;
}

static void darken(struct window *w, int percent)
{
	SDL_SetRenderDrawBlendMode(w->renderer, SDL_BLENDMODE_BLEND);
	SDL_SetRenderDrawColor(w->renderer, 0, 0, 0, (Uint8)(percent * 255 / 100));
	SDL_RenderFillRect(w->renderer, NULL);
	SDL_SetRenderDrawBlendMode(w->renderer, SDL_BLENDMODE_NONE);
}

void window_paint(struct window *w, const struct frame *f, int focus, int pressed, int shade)
{
	int width, height;

	if (w->rotate == 0) {
		painter_frame(&w->painter, f, focus, pressed);
	} else if (picture_ready(w, f->world.width_px, f->world.height_px)) {
		SDL_SetRenderTarget(w->renderer, w->picture);
		painter_frame(&w->painter, f, focus, pressed);
		SDL_SetRenderTarget(w->renderer, NULL);
		output_size(w, &width, &height);
		const SDL_Rect to = {
			(width - w->picture_w) / 2, (height - w->picture_h) / 2, w->picture_w, w->picture_h};
		SDL_RenderCopyEx(w->renderer, w->picture, NULL, &to, w->rotate, NULL, SDL_FLIP_NONE);
	}
	if (shade > 0)
		darken(w, shade);
	SDL_RenderPresent(w->renderer);
}

void window_forget(struct window *w)
{
	textures_forget(w->painter.textures);
	fonts_forget(w->painter.fonts);
	if (w->picture)
		SDL_DestroyTexture(w->picture);
	w->picture = NULL;
}

void window_take_text(struct window *w, bool wanted)
{
	if (wanted == w->takes_text)
		return;
	w->takes_text = wanted;
	if (wanted)
		SDL_StartTextInput();
	else
		SDL_StopTextInput();
}

void window_toggle_fullscreen(struct window *w)
{
	bool full = SDL_GetWindowFlags(w->window) & SDL_WINDOW_FULLSCREEN_DESKTOP;

	SDL_SetWindowFullscreen(w->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

bool window_ended(const struct window *w)
{
	(void)w;
	return signal_came;
}

/* A panel that was plugged in again may have another size, and nobody may be there to tell the window. */
static void fill_display(struct window *w)
{
	SDL_Rect room;

	if (SDL_GetDisplayBounds(0, &room) != 0)
		return;
	SDL_SetWindowPosition(w->window, room.x, room.y);
	SDL_SetWindowSize(w->window, room.w, room.h);
}

/* Takes events until one means something to us. */
static bool next_input(struct window *w, struct input *out)
{
	SDL_Event event;
	int width, height, output_w, output_h;

	while (SDL_PollEvent(&event)) {
		SDL_GetWindowSize(w->window, &width, &height);
		output_size(w, &output_w, &output_h);
		float scale_x = width > 0 ? (float)output_w / (float)width : 1;
		float scale_y = height > 0 ? (float)output_h / (float)height : 1;
		input_translate(&w->pointer, &event, width, height, scale_x, scale_y, w->rotate, out);
		if (w->kiosk && event.type == SDL_DISPLAYEVENT)
			fill_display(w);
		if (w->kiosk && event.type == SDL_FINGERDOWN)
			SDL_ShowCursor(SDL_DISABLE);
		if (out->kind == INPUT_RESET_GRAPHICS)
			window_forget(w);
		if (out->kind != INPUT_NONE)
			return true;
	}
	return false;
}

static void sleep_on(const struct window *w, int64_t timeout_ms)
{
	if (w->wait_fd < 0) {
		sigset_t before;
		int64_t most = timeout_ms < 0 || timeout_ms > 1000 ? 1000 : timeout_ms;
		sigprocmask(SIG_SETMASK, &w->sleeping_mask, &before);
		if (!signal_came) /* it may have waited for this */
			SDL_WaitEventTimeout(NULL, (int)most);
		sigprocmask(SIG_SETMASK, &before, NULL);
		return;
	}
	struct pollfd fd = {.fd = w->wait_fd, .events = POLLIN};
	struct timespec t = {.tv_sec = (time_t)(timeout_ms / 1000), .tv_nsec = (long)(timeout_ms % 1000) * 1000000};
	if (ppoll(&fd, 1, timeout_ms < 0 ? NULL : &t, &w->sleeping_mask) > 0 && fd.revents & (POLLHUP | POLLERR))
		signal_came = 1; /* the display is gone */
}

bool window_wait(struct window *w, int64_t timeout_ms, struct input *out)
{
	if (next_input(w, out))
		return true;
	if (timeout_ms == 0 || signal_came)
		return false;
	sleep_on(w, timeout_ms);
	return !signal_came && next_input(w, out);
}
