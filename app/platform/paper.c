#include "platform/paper.h"

#include "platform/memory.h"

#include <hpdf.h>
#include <math.h>
#include <png.h>
#include <string.h>

void bitmap_init(struct bitmap *b, struct arena *a, int width, int height)
{
	b->width = width;
	b->height = height;
	b->row_bytes = ((size_t)width + 7) / 8;
	b->bits = arena_alloc(a, b->row_bytes * (size_t)height);
}

static unsigned char *row_of(const struct bitmap *b, int y)
{
	return b->bits + b->row_bytes * (size_t)y;
}

static bool is_white(const struct bitmap *b, int y)
{
	const unsigned char *row = row_of(b, y);

	for (size_t i = 0; i < b->row_bytes; i++)
		if (row[i])
			return false;
	return true;
}

/* The row before which a page that begins at `from` ends: behind the last white row that it has room for. */
static int page_end(const struct bitmap *b, int from, int room)
{
	int end = from + room;

	if (end >= b->height)
		return b->height;
	for (int y = end; y >= from + room / 2; y--)
		if (is_white(b, y))
			return y;
	return end;
}

void paper_paginate(struct bitmap *out, struct arena *a, const struct bitmap *in, const struct paper *paper)
{
	int room = paper->page_px - 2 * paper->margin_px, pages = 0;

	*out = *in;
	if (paper->page_px <= 0 || room <= 0)
		return;
	for (int y = 0; y < in->height; pages++)
		y = page_end(in, y, room);
	bitmap_init(out, a, in->width, pages * paper->page_px);
	for (int y = 0, page = 0; y < in->height; page++) {
		int end = page_end(in, y, room);
		memcpy(row_of(out, page * paper->page_px + paper->margin_px), row_of(in, y),
			in->row_bytes * (size_t)(end - y));
		y = end;
	}
}

static void add_bytes(png_structp png, png_bytep data, png_size_t bytes)
{
	strbuf_add(png_get_io_ptr(png), (const char *)data, bytes);
}

static void flush_nothing(png_structp png)
{
	(void)png;
}

/* libpng leaves by longjmp when something is wrong; nothing here is changed after setjmp. */
static bool encode_png(struct strbuf *out, const struct bitmap *b, float px_per_mm)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png ? png_create_info_struct(png) : NULL;
	png_uint_32 per_metre = (png_uint_32)lroundf(px_per_mm * 1000);

	if (!info) {
		png_destroy_write_struct(&png, NULL);
		return false;
	}
	if (setjmp(png_jmpbuf(png))) {
		png_destroy_write_struct(&png, &info);
		return false;
	}
	png_set_write_fn(png, out, add_bytes, flush_nothing);
	png_set_IHDR(png, info, (png_uint_32)b->width, (png_uint_32)b->height, 1, PNG_COLOR_TYPE_GRAY,
		PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
	png_write_info(png, info);
	png_set_invert_mono(png); /* in a PNG white is 1 */
	for (int y = 0; y < b->height; y++)
		png_write_row(png, row_of(b, y));
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	return true;
}

bool paper_png(const struct bitmap *b, const struct paper *paper, struct strbuf *out, struct err *e)
{
	return encode_png(out, b, paper->px_per_mm) || err_set(e, "a picture for paper cannot be made");
}

static HPDF_REAL points(float mm)
{
	return mm * 72 / 25.4f;
}

/* libharu notes its first error; all later calls do nothing, so that asking once at the end is enough. */
static void add_page(HPDF_Doc pdf, const struct bitmap *b, const struct paper *paper, int from, int rows)
{
	float width_mm = (float)b->width / paper->px_per_mm, height_mm = (float)rows / paper->px_per_mm;
	HPDF_Page page = HPDF_AddPage(pdf);
	HPDF_Image image = HPDF_Image_LoadRaw1BitImageFromMem(pdf, row_of(b, from), (HPDF_UINT)b->width,
		(HPDF_UINT)rows, (HPDF_UINT)b->row_bytes, HPDF_FALSE, HPDF_TRUE);

	HPDF_Page_SetWidth(page, points(paper->width_mm));
	HPDF_Page_SetHeight(page, points(height_mm));
	HPDF_Page_DrawImage(
		page, image, points((paper->width_mm - width_mm) / 2), 0, points(width_mm), points(height_mm));
}

static bool take_stream(HPDF_Doc pdf, struct strbuf *out)
{
	HPDF_BYTE part[4096];

	if (HPDF_SaveToStream(pdf) != HPDF_OK || HPDF_ResetStream(pdf) != HPDF_OK)
		return false;
	for (;;) {
		HPDF_UINT32 bytes = sizeof part;
		HPDF_STATUS status = HPDF_ReadFromStream(pdf, part, &bytes);
		strbuf_add(out, (const char *)part, bytes);
		if (status == HPDF_STREAM_EOF || bytes == 0)
			return true;
		if (status != HPDF_OK)
			return false;
	}
}

static void *take(HPDF_UINT bytes)
{
	return memory_take(bytes);
}

bool paper_pdf(const struct bitmap *b, const struct paper *paper, struct strbuf *out, struct err *e)
{
	HPDF_Doc pdf = HPDF_NewEx(NULL, take, memory_give_back, 0, NULL);
	int page = paper->page_px > 0 ? paper->page_px : b->height;

	if (!pdf)
		return err_set(e, "a document for paper cannot be made");
	HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
	for (int from = 0; from < b->height; from += page)
		add_page(pdf, b, paper, from, page);
	bool ok = HPDF_GetError(pdf) == HPDF_OK && take_stream(pdf, out);
	HPDF_STATUS why = HPDF_GetError(pdf);
	HPDF_Free(pdf);
	if (ok)
		return true;
	err_set(e, "a document for paper cannot be made");
	return err_detail(e, "libharu %#lx", (unsigned long)why);
}
