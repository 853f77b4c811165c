#include "creading_inflate.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct sr_inflate {
    z_stream stream;
    // Between two members: the next byte begins a member or is padding.
    int at_border;
    int seen_member;
};

sr_inflate *sr_inflate_create(void) {
    sr_inflate *state = calloc(1, sizeof *state);
    if (state == NULL) return NULL;
    // 16 added to the window size: a gzip header is expected.
    if (inflateInit2(&state->stream, 15 + 16) != Z_OK) {
        free(state);
        return NULL;
    }
    state->at_border = 1;
    return state;
}

static uInt clamped(size_t length) { return length > UINT_MAX ? UINT_MAX : (uInt)length; }

int sr_inflate_step(
    sr_inflate *state, const uint8_t *input, size_t input_length, size_t *consumed, uint8_t *output,
    size_t output_length, size_t *produced) {
    *consumed = 0;
    *produced = 0;
    while (*consumed < input_length && *produced < output_length) {
        if (state->at_border) {
            if (state->seen_member && input[*consumed] == 0) {
                *consumed += 1;
                continue;
            }
            if (inflateReset(&state->stream) != Z_OK) return SR_INFLATE_DAMAGED;
            state->at_border = 0;
        }
        z_stream *z = &state->stream;
        z->next_in = (Bytef *)(input + *consumed);
        z->avail_in = clamped(input_length - *consumed);
        z->next_out = output + *produced;
        z->avail_out = clamped(output_length - *produced);
        uInt in_before = z->avail_in;
        uInt out_before = z->avail_out;
        int code = inflate(z, Z_NO_FLUSH);
        *consumed += in_before - z->avail_in;
        *produced += out_before - z->avail_out;
        if (code == Z_STREAM_END) {
            state->at_border = 1;
            state->seen_member = 1;
        } else if (code == Z_MEM_ERROR) {
            return SR_INFLATE_MEMORY;
        } else if (code == Z_BUF_ERROR) {
            return SR_INFLATE_OK;
        } else if (code != Z_OK) {
            return SR_INFLATE_DAMAGED;
        }
    }
    return SR_INFLATE_OK;
}

int sr_inflate_is_complete(const sr_inflate *state) { return state->at_border && state->seen_member; }

void sr_inflate_free(sr_inflate *state) {
    if (state == NULL) return;
    inflateEnd(&state->stream);
    free(state);
}

size_t sr_deflate_bound(size_t length) { return compressBound(length) + 16; }

size_t sr_deflate_pack(const uint8_t *bytes, size_t length, int level, uint8_t *output, size_t output_capacity) {
    z_stream z;
    memset(&z, 0, sizeof z);
    if (length > UINT_MAX || output_capacity > UINT_MAX) return 0;
    // A negative window size: raw deflate without header and checksum.
    if (deflateInit2(&z, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    z.next_in = (Bytef *)bytes;
    z.avail_in = (uInt)length;
    z.next_out = output;
    z.avail_out = (uInt)output_capacity;
    int code = deflate(&z, Z_FINISH);
    size_t written = z.total_out;
    deflateEnd(&z);
    return code == Z_STREAM_END ? written : 0;
}

int sr_deflate_unpack(
    const uint8_t *bytes, size_t length, uint8_t *output, size_t output_capacity, size_t *produced) {
    *produced = 0;
    z_stream z;
    memset(&z, 0, sizeof z);
    if (length > UINT_MAX || output_capacity > UINT_MAX) return SR_INFLATE_ROOM;
    if (inflateInit2(&z, -15) != Z_OK) return SR_INFLATE_MEMORY;
    uint8_t spare;
    z.next_in = (Bytef *)bytes;
    z.avail_in = (uInt)length;
    z.next_out = output_capacity > 0 ? output : &spare;
    z.avail_out = (uInt)output_capacity;
    int code = inflate(&z, Z_FINISH);
    *produced = z.total_out;
    uInt room = z.avail_out;
    uInt left = z.avail_in;
    inflateEnd(&z);
    if (code == Z_STREAM_END) return left == 0 ? SR_INFLATE_OK : SR_INFLATE_DAMAGED;
    if (code == Z_MEM_ERROR) return SR_INFLATE_MEMORY;
    if ((code == Z_OK || code == Z_BUF_ERROR) && room == 0) return SR_INFLATE_ROOM;
    return SR_INFLATE_DAMAGED;
}
