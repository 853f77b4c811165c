// The compiled vocabulary that Sitrep carries in itself; `make vocabulary` writes it from the files in Data.
#ifndef SITREP_CVOCABULARY_H
#define SITREP_CVOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The image's bytes, aligned to 16; they live as long as the process and are never to be freed.
const uint8_t *_Nonnull sr_vocabulary_bytes(void);

/// How many bytes the image has.
size_t sr_vocabulary_size(void);

#ifdef __cplusplus
}
#endif

#endif
