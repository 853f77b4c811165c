#ifndef SITREP_CREADING_LANGUAGE_H
#define SITREP_CREADING_LANGUAGE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The language of a plain text, as CLD2 detects it: its code (`en`, `zh-Hant`), ended by NUL and never freed.
///
/// `text` must be valid UTF-8. NULL when the detector is not sure, and always where CLD2 was not there at build time.
const char *_Nullable sr_language_detect(const char *_Nonnull text, size_t length);

#ifdef __cplusplus
}
#endif

#endif
