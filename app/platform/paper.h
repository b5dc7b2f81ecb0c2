/* Pictures for paper: two colours, a size in millimetres, told as PNG or PDF. */
#ifndef ROHNAMO_PLATFORM_PAPER_H
#define ROHNAMO_PLATFORM_PAPER_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#include <stddef.h>

/* One bit a pixel, black is 1; rows begin with a byte, the leftmost pixel in its highest bit. */
struct bitmap {
	unsigned char *bits; /* owned by the arena */
	int width, height;
	size_t row_bytes;
};

struct paper {
	float px_per_mm;
	float width_mm; /* of the paper; the picture stands in its middle */
	int page_px; /* height of a page; 0: a roll, as long as the picture */
	int margin_px; /* above and below the picture on each page of a height */
};

void bitmap_init(struct bitmap *b, struct arena *a, int width, int height);
/* Cuts a high picture into pages of `paper->page_px`, between lines, where no pixel is black; through what is higher than a page.
 * The result is one picture of whole pages, one below the other, margins included; a roll comes back as it is. */
void paper_paginate(struct bitmap *out, struct arena *a, const struct bitmap *in, const struct paper *paper);
/* Append a file: a PNG tells its size too, a PDF has a page for each page of the paper. The same picture gives the same bytes. */
bool paper_png(const struct bitmap *b, const struct paper *paper, struct strbuf *out, struct err *e) MUST_CHECK;
bool paper_pdf(const struct bitmap *b, const struct paper *paper, struct strbuf *out, struct err *e) MUST_CHECK;

#endif
