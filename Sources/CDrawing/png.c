#include "cdrawing.h"
#include "libraries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Bytes that grow.
typedef struct buffer {
    uint8_t *bytes;
    size_t length, capacity;
} buffer;

static int append(void *closure, const unsigned char *bytes, unsigned int length) {
    buffer *output = closure;
    if (length > output->capacity - output->length) {
        size_t capacity = output->capacity * 2 + length + 4096;
        uint8_t *grown = realloc(output->bytes, capacity);
        if (grown == NULL) return SD_CAIRO_WRITE_ERROR;
        output->bytes = grown;
        output->capacity = capacity;
    }
    memcpy(output->bytes + output->length, bytes, length);
    output->length += length;
    return SD_CAIRO_SUCCESS;
}

/// What a call is about to own; NULL for what is not there yet.
typedef struct drawing {
    sd_functions call;
    sd_handle *handle;
    sd_surface *surface;
    sd_context *context;
    sd_error *error;
    buffer output;
} drawing;

/// The message of a failed step; NULL when all went well.
static const char *draw(drawing *d, const uint8_t *svg, size_t length, uint32_t width, uint32_t height) {
    d->handle = d->call.rsvg_handle_new_from_data(svg, length, &d->error);
    if (d->handle == NULL) return d->error != NULL ? d->error->message : "the picture cannot be read";

    d->surface = d->call.cairo_image_surface_create(SD_FORMAT_RGB24, (int)width, (int)height);
    int status = d->call.cairo_surface_status(d->surface);
    if (status != SD_CAIRO_SUCCESS) return d->call.cairo_status_to_string(status);
    d->context = d->call.cairo_create(d->surface);
    d->call.cairo_set_source_rgb(d->context, 1, 1, 1);
    d->call.cairo_paint(d->context);

    sd_rectangle viewport = {0, 0, width, height};
    if (!d->call.rsvg_handle_render_document(d->handle, d->context, &viewport, &d->error))
        return d->error != NULL ? d->error->message : "the picture cannot be drawn";
    status = d->call.cairo_status(d->context);
    if (status != SD_CAIRO_SUCCESS) return d->call.cairo_status_to_string(status);
    status = d->call.cairo_surface_write_to_png_stream(d->surface, append, &d->output);
    if (status != SD_CAIRO_SUCCESS) return d->call.cairo_status_to_string(status);
    return NULL;
}

int sd_png_from_svg(
    const uint8_t *svg, size_t length, uint32_t width, uint32_t height, uint8_t **png, size_t *png_length,
    char *reason, size_t reason_capacity
) {
    *png = NULL;
    *png_length = 0;
    drawing d = {0};
    if (sd_load(&d.call, reason, reason_capacity) != 0) return SD_NO_LIBRARY;

    const char *failure = draw(&d, svg, length, width, height);
    if (failure != NULL) {
        snprintf(reason, reason_capacity, "%s", failure);
        free(d.output.bytes);
    } else {
        *png = d.output.bytes;
        *png_length = d.output.length;
    }
    if (d.error != NULL) d.call.g_error_free(d.error);
    if (d.context != NULL) d.call.cairo_destroy(d.context);
    if (d.surface != NULL) d.call.cairo_surface_destroy(d.surface);
    if (d.handle != NULL) d.call.g_object_unref(d.handle);
    return failure == NULL ? SD_OK : SD_FAILED;
}

void sd_png_free(uint8_t *png) { free(png); }
