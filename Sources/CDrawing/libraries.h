#ifndef SITREP_CDRAWING_LIBRARIES_H
#define SITREP_CDRAWING_LIBRARIES_H

#include <stddef.h>
#include <stdint.h>

// The few types and functions of the stable C interfaces of GLib, cairo and librsvg that are used, declared here, so
// that none of their development files is needed.

typedef struct sd_surface sd_surface;  // cairo_surface_t
typedef struct sd_context sd_context;  // cairo_t
typedef struct sd_handle sd_handle;    // RsvgHandle

/// GError.
typedef struct sd_error {
    uint32_t domain;
    int code;
    char *message;
} sd_error;

/// RsvgRectangle.
typedef struct sd_rectangle {
    double x, y, width, height;
} sd_rectangle;

/// cairo_write_func_t: 0 when the bytes are taken in.
typedef int (*sd_write)(void *closure, const unsigned char *bytes, unsigned int length);

enum {
    /// CAIRO_FORMAT_RGB24
    SD_FORMAT_RGB24 = 1,
    /// CAIRO_STATUS_SUCCESS
    SD_CAIRO_SUCCESS = 0,
    /// CAIRO_STATUS_WRITE_ERROR
    SD_CAIRO_WRITE_ERROR = 11,
};

/// The functions, as the libraries have them.
typedef struct sd_functions {
    sd_surface *(*cairo_image_surface_create)(int format, int width, int height);
    int (*cairo_surface_status)(sd_surface *);
    void (*cairo_surface_destroy)(sd_surface *);
    int (*cairo_surface_write_to_png_stream)(sd_surface *, sd_write, void *closure);
    sd_context *(*cairo_create)(sd_surface *);
    int (*cairo_status)(sd_context *);
    void (*cairo_destroy)(sd_context *);
    void (*cairo_set_source_rgb)(sd_context *, double red, double green, double blue);
    void (*cairo_paint)(sd_context *);
    const char *(*cairo_status_to_string)(int status);
    sd_handle *(*rsvg_handle_new_from_data)(const uint8_t *data, size_t length, sd_error **error);
    int (*rsvg_handle_render_document)(sd_handle *, sd_context *, const sd_rectangle *viewport, sd_error **error);
    void (*g_object_unref)(void *object);
    void (*g_error_free)(sd_error *);
} sd_functions;

/// Loads the libraries and finds the functions. Returns 0, or -1 with what is missing in `reason`.
int sd_load(sd_functions *functions, char *reason, size_t reason_capacity);

#endif
