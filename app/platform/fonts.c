/* A width is remembered under a hash of its text, so that nothing of what was shown is kept here. */
#include "platform/sdl.h"

#include "base/file.h"
#include "base/str.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FONT_SLOTS = 24, WIDTH_SLOTS = 8192, LONGEST_RUN = 4096 };

struct slot {
	int font_px;
	bool bold;
	TTF_Font *font;
	unsigned used;
};

struct width {
	uint64_t key; /* 0: empty */
	float width;
};

struct fonts {
	struct arena arena; /* the files */
	struct blob files[2];
	struct slot slots[FONT_SLOTS];
	unsigned clock;
	struct width widths[WIDTH_SLOTS];
	size_t width_count;
	float ascent_ratio, cap_ratio;
};

static bool read_font(struct fonts *f, int bold, struct err *e)
{
	static const char *const names[] = {"Andika-Regular.ttf", "Andika-Bold.ttf"};
	static const size_t limit = (size_t)16 * 1024 * 1024;
	const char *system = arena_printf(&f->arena, "/usr/share/fonts/truetype/andika/%s", names[bold]);
	const char *asset = arena_printf(&f->arena, "fonts/%s", names[bold]);

	if (asset_read(&f->arena, asset, &f->files[bold], e))
		return true;
	if (file_exists(system))
		return file_read(&f->arena, system, limit, &f->files[bold], e);
	err_hint(e, "install the package fonts-sil-andika or set ROHNAMO_DATA");
	return false;
}

/* Height of a capital H over the size, from the outline itself at a large size. */
static void measure_ratios(struct fonts *f)
{
	enum { PROBE = 200 };
	TTF_Font *font = fonts_get(f, PROBE, false);
	int top = 0;

	f->ascent_ratio = 1;
	f->cap_ratio = 0.7f;
	if (!font)
		return;
	f->ascent_ratio = (float)TTF_FontAscent(font) / PROBE;
	if (TTF_GlyphMetrics32(font, 'H', NULL, NULL, NULL, &top, NULL) == 0 && top > 0)
		f->cap_ratio = (float)top / PROBE;
}

struct fonts *fonts_open(struct err *e)
{
	struct fonts *f;

	sdl_memory_init();
	if (TTF_Init() != 0) {
		err_set(e, "the library that draws letters (SDL_ttf) cannot be started");
		err_detail(e, "%s", TTF_GetError());
		return NULL;
	}
	f = mem_alloc(sizeof *f);
	memset(f, 0, sizeof *f);
	arena_init(&f->arena);
	if (!read_font(f, 0, e) || !read_font(f, 1, e)) {
		fonts_close(f);
		return NULL;
	}
	measure_ratios(f);
	return f;
}

void fonts_close(struct fonts *f)
{
	if (!f)
		return;
	for (int i = 0; i < FONT_SLOTS; i++)
		if (f->slots[i].font)
			TTF_CloseFont(f->slots[i].font);
	arena_release(&f->arena);
	mem_wipe(f, sizeof *f);
	free(f);
	TTF_Quit();
}

TTF_Font *fonts_get(struct fonts *f, int font_px, bool bold)
{
	struct slot *oldest = &f->slots[0];

	for (int i = 0; i < FONT_SLOTS; i++) {
		struct slot *s = &f->slots[i];
		if (s->font && s->font_px == font_px && s->bold == bold) {
			s->used = ++f->clock;
			return s->font;
		}
		if (!s->font || s->used < oldest->used)
			oldest = s;
		if (!s->font)
			break;
	}
	const struct blob *file = &f->files[bold];
	SDL_RWops *rw = SDL_RWFromConstMem(file->data, (int)file->bytes);
	TTF_Font *font = rw ? TTF_OpenFontRW(rw, 1, font_px) : NULL;
	if (!font)
		return NULL;
	if (oldest->font)
		TTF_CloseFont(oldest->font);
	TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
	*oldest = (struct slot){font_px, bold, font, ++f->clock};
	return font;
}

static float measure(struct fonts *f, const char *text, size_t bytes, int font_px, bool bold)
{
	char run[LONGEST_RUN + 1];
	TTF_Font *font = fonts_get(f, font_px, bold);
	int w = 0;

	if (!font || bytes == 0)
		return 0;
	if (bytes > LONGEST_RUN)
		bytes = LONGEST_RUN;
	memcpy(run, text, bytes);
	run[bytes] = '\0';
	TTF_SizeUTF8(font, run, &w, NULL);
	mem_wipe(run, bytes);
	return (float)w;
}

static float width(void *self, const char *text, size_t bytes, int font_px, bool bold)
{
	struct fonts *f = self;
	uint64_t key = hash_bytes(STR_HASH_START, text, bytes);

	key = hash_bytes(key, &font_px, sizeof font_px);
	key = hash_bytes(key, &bold, sizeof bold) | 1;
	size_t at = (size_t)(key >> 20) % WIDTH_SLOTS;
	while (f->widths[at].key && f->widths[at].key != key)
		at = (at + 1) % WIDTH_SLOTS;
	if (f->widths[at].key)
		return f->widths[at].width;
	float w = measure(f, text, bytes, font_px, bold);
	if (f->width_count > WIDTH_SLOTS * 3 / 4) {
		fonts_forget(f);
		at = (size_t)(key >> 20) % WIDTH_SLOTS;
	}
	f->widths[at] = (struct width){key, w};
	f->width_count++;
	return w;
}

struct metrics fonts_metrics(struct fonts *f)
{
	return (struct metrics){f, width, f->ascent_ratio, f->cap_ratio};
}

void fonts_forget(struct fonts *f)
{
	mem_wipe(f->widths, sizeof f->widths);
	f->width_count = 0;
}

bool fonts_has(struct fonts *f, uint32_t code)
{
	TTF_Font *font = fonts_get(f, 24, false);

	return font && TTF_GlyphIsProvided32(font, code);
}
