#ifndef SITREP_CREADING_CHARSET_H
#define SITREP_CREADING_CHARSET_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Guesses the character set of a text with uchardet and writes its name (`WINDOWS-1251`), ended by NUL, to `name`.
///
/// Returns the length of the name; 0 when there is no guess or the name does not fit.
size_t sr_charset_guess(const uint8_t *_Nonnull bytes, size_t length, char *_Nonnull name, size_t name_capacity);

/// Converts a text to UTF-8 with iconv; each byte that does not fit the character set becomes U+FFFD.
///
/// On success returns 0 and a buffer in `*output`, to be freed with `sr_charset_free`; `*replaced` tells how many bytes
/// did not fit. Returns -1 when the character set is not known or memory runs out; `*output` is NULL then.
int sr_charset_convert(
    const char *_Nonnull charset, const uint8_t *_Nonnull bytes, size_t length,
    uint8_t *_Nullable *_Nonnull output, size_t *_Nonnull output_length, size_t *_Nonnull replaced);

/// Frees what `sr_charset_convert` gave; NULL does nothing.
void sr_charset_free(uint8_t *_Nullable output);

#ifdef __cplusplus
}
#endif

#endif
