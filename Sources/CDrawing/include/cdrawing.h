#ifndef SITREP_CDRAWING_H
#define SITREP_CDRAWING_H

#include <stddef.h>
#include <stdint.h>

/// What came of drawing.
enum {
    SD_OK = 0,
    /// librsvg 2.46 or newer, cairo or what they stand on is not there.
    SD_NO_LIBRARY = 1,
    /// The picture cannot be read or drawn, or memory ran out.
    SD_FAILED = 2,
};

/// Draws an SVG with librsvg and cairo and packs it as a PNG of `width` by `height` pixels, on white.
///
/// The libraries are loaded when this is first called, so that the program needs them neither to be built nor to start;
/// they stay loaded. On `SD_OK` there is a buffer in `*png`, to be freed with `sd_png_free`. Otherwise `*png` is NULL,
/// nothing is left behind, and `reason` holds a message ended by NUL, cut to `reason_capacity` bytes.
int sd_png_from_svg(
    const uint8_t *_Nonnull svg, size_t length, uint32_t width, uint32_t height,
    uint8_t *_Nullable *_Nonnull png, size_t *_Nonnull png_length,
    char *_Nonnull reason, size_t reason_capacity);

/// Frees what `sd_png_from_svg` gave; NULL does nothing.
void sd_png_free(uint8_t *_Nullable png);

#endif
