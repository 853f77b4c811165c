#include "cvocabulary.h"

// #embed is C23; this compiler takes it as an extension in C11, and says so.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
static const _Alignas(16) uint8_t image[] = {
#embed "vocabulary.image"
};
#pragma clang diagnostic pop

const uint8_t *sr_vocabulary_bytes(void) { return image; }

size_t sr_vocabulary_size(void) { return sizeof image; }
