#include "creading_digest.h"

#include <nettle/sha2.h>
#include <stdlib.h>

struct sr_sha256 {
    struct sha256_ctx context;
};

sr_sha256 *sr_sha256_create(void) {
    sr_sha256 *state = malloc(sizeof *state);
    if (state != NULL) sha256_init(&state->context);
    return state;
}

void sr_sha256_update(sr_sha256 *state, const uint8_t *bytes, size_t length) {
    if (length > 0) sha256_update(&state->context, length, bytes);
}

void sr_sha256_finish(sr_sha256 *state, uint8_t *digest) {
    sha256_digest(&state->context, SR_SHA256_LENGTH, digest);
}

void sr_sha256_free(sr_sha256 *state) { free(state); }
