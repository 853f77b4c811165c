#include "creading_charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <uchardet.h>

size_t sr_charset_guess(const uint8_t *bytes, size_t length, char *name, size_t name_capacity) {
    uchardet_t detector = uchardet_new();
    if (detector == NULL) return 0;
    size_t written = 0;
    if (uchardet_handle_data(detector, (const char *)bytes, length) == 0) {
        uchardet_data_end(detector);
        const char *guess = uchardet_get_charset(detector);
        written = strlen(guess);
        if (written + 1 > name_capacity) {
            written = 0;
        } else {
            memcpy(name, guess, written + 1);
        }
    }
    uchardet_delete(detector);
    return written;
}

int sr_charset_convert(
    const char *charset, const uint8_t *bytes, size_t length, uint8_t **output, size_t *output_length,
    size_t *replaced) {
    *output = NULL;
    *output_length = 0;
    *replaced = 0;
    iconv_t converter = iconv_open("UTF-8", charset);
    if (converter == (iconv_t)-1) return -1;

    size_t capacity = length + length / 2 + 64;
    uint8_t *buffer = malloc(capacity);
    char *from = (char *)bytes;
    size_t left = length;
    size_t used = 0;
    int done = 0;
    while (buffer != NULL && !done) {
        char *to = (char *)buffer + used;
        size_t room = capacity - used;
        // A last call without input writes what the converter still holds back.
        size_t result = left > 0 ? iconv(converter, &from, &left, &to, &room) : iconv(converter, NULL, NULL, &to, &room);
        int error = result == (size_t)-1 ? errno : 0;
        int was_flush = left == 0 && error == 0;
        used = capacity - room;
        if (error == EILSEQ || error == EINVAL) {
            if (room >= 3) {
                memcpy(buffer + used, "\xEF\xBF\xBD", 3);
                used += 3;
                from += 1;
                left -= 1;
                *replaced += 1;
            } else {
                error = E2BIG;
            }
        }
        if (error == E2BIG) {
            capacity *= 2;
            uint8_t *larger = realloc(buffer, capacity);
            if (larger == NULL) free(buffer);
            buffer = larger;
        } else if (error == 0 && was_flush) {
            done = 1;
        } else if (error != 0 && error != EILSEQ && error != EINVAL) {
            free(buffer);
            buffer = NULL;
        }
    }
    iconv_close(converter);
    if (buffer == NULL) return -1;
    *output = buffer;
    *output_length = used;
    return 0;
}

void sr_charset_free(uint8_t *output) { free(output); }
