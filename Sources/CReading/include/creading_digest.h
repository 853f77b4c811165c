#ifndef SITREP_CREADING_DIGEST_H
#define SITREP_CREADING_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The length of a SHA-256 digest in bytes.
enum { SR_SHA256_LENGTH = 32 };

/// The state of one SHA-256 computation (FIPS 180-4), through nettle.
typedef struct sr_sha256 sr_sha256;

/// Begins a computation; NULL when memory runs out. Free it with `sr_sha256_free`.
sr_sha256 *_Nullable sr_sha256_create(void);

/// Takes in further bytes.
void sr_sha256_update(sr_sha256 *_Nonnull state, const uint8_t *_Nullable bytes, size_t length);

/// Writes the 32 bytes of the digest to `digest` and begins anew.
void sr_sha256_finish(sr_sha256 *_Nonnull state, uint8_t *_Nonnull digest);

/// Frees the state; NULL does nothing.
void sr_sha256_free(sr_sha256 *_Nullable state);

#ifdef __cplusplus
}
#endif

#endif
