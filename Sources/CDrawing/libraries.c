#include "libraries.h"

#include <dlfcn.h>
#include <stdio.h>

// A library under the names that it may have, up to a NULL.
#if defined(__APPLE__)
#define HOMEBREW(name) {name, "/opt/homebrew/lib/" name, "/usr/local/lib/" name, NULL}
static const char *const glib[] = HOMEBREW("libglib-2.0.0.dylib");
static const char *const gobject[] = HOMEBREW("libgobject-2.0.0.dylib");
static const char *const cairo[] = HOMEBREW("libcairo.2.dylib");
static const char *const rsvg[] = HOMEBREW("librsvg-2.2.dylib");
#else
static const char *const glib[] = {"libglib-2.0.so.0", NULL};
static const char *const gobject[] = {"libgobject-2.0.so.0", NULL};
static const char *const cairo[] = {"libcairo.so.2", NULL};
static const char *const rsvg[] = {"librsvg-2.so.2", NULL};
#endif

/// A function of a library, and where its address goes.
typedef struct entry {
    const char *const *library;
    const char *name;
    void **address;
} entry;

static void *open_library(const char *const *names) {
    for (; *names != NULL; names++) {
        void *library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
        if (library != NULL) return library;
    }
    return NULL;
}

int sd_load(sd_functions *functions, char *reason, size_t reason_capacity) {
#define ENTRY(library, name) {library, #name, (void **)&functions->name}
    const entry entries[] = {
        ENTRY(cairo, cairo_image_surface_create),
        ENTRY(cairo, cairo_surface_status),
        ENTRY(cairo, cairo_surface_destroy),
        ENTRY(cairo, cairo_surface_write_to_png_stream),
        ENTRY(cairo, cairo_create),
        ENTRY(cairo, cairo_status),
        ENTRY(cairo, cairo_destroy),
        ENTRY(cairo, cairo_set_source_rgb),
        ENTRY(cairo, cairo_paint),
        ENTRY(cairo, cairo_status_to_string),
        ENTRY(rsvg, rsvg_handle_new_from_data),
        ENTRY(rsvg, rsvg_handle_render_document),
        ENTRY(gobject, g_object_unref),
        ENTRY(glib, g_error_free),
    };
#undef ENTRY
    const char *const *opened = NULL;
    void *library = NULL;
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        // A library stays loaded: those of GObject cannot be taken away again.
        if (opened != entries[i].library) library = open_library(opened = entries[i].library);
        if (library == NULL) {
            snprintf(reason, reason_capacity, "%s cannot be loaded", opened[0]);
            return -1;
        }
        *entries[i].address = dlsym(library, entries[i].name);
        if (*entries[i].address == NULL) {
            snprintf(reason, reason_capacity, "%s has no %s", opened[0], entries[i].name);
            return -1;
        }
    }
    return 0;
}
