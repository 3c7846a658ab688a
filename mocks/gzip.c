/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/gzip.h"

#include <limits.h>
#include <string.h>

#include <zlib.h>

#include "base/assert.h"

enum {
    PIECE_BYTES = 16 * 1024,
    WINDOW_BITS = 15 + 16, /* The largest window; a header of gzip's, and none of zlib's own. */
};

/* Everything that is in the stream so far: how inflate() ends. */
static int drain(z_stream *stream, struct bs_buffer *plain)
{
    unsigned char piece[PIECE_BYTES];
    int result = Z_OK;

    while (result == Z_OK && !plain->failed) {
        stream->next_out = piece;
        stream->avail_out = sizeof(piece);
        result = inflate(stream, Z_NO_FLUSH);
        bs_buffer_append(plain, (const char *)piece, sizeof(piece) - stream->avail_out);
    }
    return result;
}

enum bs_gzip_outcome bs_gzip_decode(const char *bytes, size_t length, struct bs_buffer *plain)
{
    z_stream stream = {.next_in = (z_const Bytef *)(uintptr_t)bytes, .avail_in = (uInt)length};
    int result;

    if (length > UINT_MAX) {
        return BS_GZIP_TOO_LARGE;
    }
    BS_ASSERT(inflateInit2(&stream, WINDOW_BITS) == Z_OK);
    /* A file of gzip's is one member after the other. */
    do {
        (void)inflateReset(&stream);
        result = drain(&stream, plain);
    } while (result == Z_STREAM_END && stream.avail_in > 0 && !plain->failed);
    (void)inflateEnd(&stream);
    if (plain->failed) {
        return BS_GZIP_TOO_LARGE;
    }
    return result == Z_STREAM_END ? BS_GZIP_WHOLE : BS_GZIP_MALFORMED;
}
