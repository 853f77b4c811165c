#ifndef SITREP_CREADING_INFLATE_H
#define SITREP_CREADING_INFLATE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How unpacking goes on.
enum {
    /// All went well; call again.
    SR_INFLATE_OK = 0,
    /// The data are no gzip or damaged.
    SR_INFLATE_DAMAGED = -1,
    /// Memory ran out.
    SR_INFLATE_MEMORY = -2,
    /// The output is larger than the room for it (`sr_deflate_unpack` only).
    SR_INFLATE_ROOM = -3,
};

/// The state of unpacking one gzip stream of any number of members.
typedef struct sr_inflate sr_inflate;

/// Begins a gzip stream; NULL when memory runs out. Free it with `sr_inflate_free`.
sr_inflate *_Nullable sr_inflate_create(void);

/// Unpacks from `input` to `output` until one of them is used up; says how much of each was used.
///
/// Zero bytes after the last member are passed over, anything else there is damage. Nothing is owned by the call.
int sr_inflate_step(
    sr_inflate *_Nonnull stream, const uint8_t *_Nullable input, size_t input_length, size_t *_Nonnull consumed,
    uint8_t *_Nonnull output, size_t output_length, size_t *_Nonnull produced);

/// Whether the stream stands at the end of a member, as it must when the input ends.
int sr_inflate_is_complete(const sr_inflate *_Nonnull stream);

/// Frees a stream; NULL does nothing.
void sr_inflate_free(sr_inflate *_Nullable stream);

/// The most bytes that `length` bytes can pack into.
size_t sr_deflate_bound(size_t length);

/// Packs a buffer as raw deflate (RFC 1951) at `level` 1…9; `output` must have `sr_deflate_bound(length)` bytes.
///
/// Returns the packed length; 0 when memory runs out.
size_t sr_deflate_pack(
    const uint8_t *_Nullable bytes, size_t length, int level, uint8_t *_Nonnull output, size_t output_capacity);

/// Unpacks raw deflate into `output`; `*produced` tells the length. Returns one of the `SR_INFLATE_` codes.
int sr_deflate_unpack(
    const uint8_t *_Nullable bytes, size_t length, uint8_t *_Nullable output, size_t output_capacity,
    size_t *_Nonnull produced);

#ifdef __cplusplus
}
#endif

#endif
