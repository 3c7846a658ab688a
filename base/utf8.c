/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "base/utf8.h"

#include "base/assert.h"

/* The well-formed sequences by their first byte: Unicode Standard, table 3-7. */
struct utf8_row {
    unsigned char first_min;
    unsigned char first_max;
    unsigned char second_min;
    unsigned char second_max;
    size_t length;
};

static const struct utf8_row utf8_rows[] = {
    {0xc2, 0xdf, 0x80, 0xbf, 2}, {0xe0, 0xe0, 0xa0, 0xbf, 3}, {0xe1, 0xec, 0x80, 0xbf, 3},
    {0xed, 0xed, 0x80, 0x9f, 3}, {0xee, 0xef, 0x80, 0xbf, 3}, {0xf0, 0xf0, 0x90, 0xbf, 4},
    {0xf1, 0xf3, 0x80, 0xbf, 4}, {0xf4, 0xf4, 0x80, 0x8f, 4},
};

size_t bs_utf8_length(const char *bytes, size_t length)
{
    const unsigned char *byte = (const unsigned char *)bytes;

    BS_ASSERT(bytes != NULL || length == 0);

    if (length > 0 && byte[0] < 0x80) {
        return 1;
    }
    for (size_t i = 0; length > 0 && i < sizeof(utf8_rows) / sizeof(utf8_rows[0]); i++) {
        const struct utf8_row *row = &utf8_rows[i];

        if (byte[0] < row->first_min || byte[0] > row->first_max) {
            continue;
        }
        if (length < row->length || byte[1] < row->second_min || byte[1] > row->second_max) {
            return 0;
        }
        for (size_t k = 2; k < row->length; k++) {
            if ((byte[k] & 0xc0U) != 0x80U) {
                return 0;
            }
        }
        return row->length;
    }
    return 0;
}
