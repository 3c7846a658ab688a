/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "reports/clean_text.h"

#include <stdbool.h>
#include <string.h>

#include "base/assert.h"
#include "base/utf8.h"

enum { CHARACTER_BYTES_MAX = 4 };

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

/* Characters of more than one byte that are replaced, by their encoding: from the first to the last. */
static const struct {
    const char *first;
    const char *last;
} refused[] = {
    {"\xc2\x80", "\xc2\x9f"},         /* C1 */
    {"\xe2\x80\xa8", "\xe2\x80\xae"}, /* U+2028 to U+202E: separators, embeddings, overrides */
    {"\xe2\x81\xa6", "\xe2\x81\xa9"}, /* U+2066 to U+2069: isolates */
    {"\xef\xbf\xbe", "\xef\xbf\xbf"}, /* U+FFFE and U+FFFF, which XML forbids */
};

static bool is_refused(const char *bytes, size_t length)
{
    unsigned char first = (unsigned char)bytes[0];

    if (length <= 1) {
        return length == 0 || first < 0x20 || first == 0x7f;
    }
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        if (strlen(refused[i].first) == length && memcmp(bytes, refused[i].first, length) >= 0 &&
            memcmp(bytes, refused[i].last, length) <= 0) {
            return true;
        }
    }
    return false;
}

const char *bs_clean_next(const char **text, size_t *length)
{
    const char *bytes;
    size_t taken;

    BS_ASSERT(text != NULL && *text != NULL);
    BS_ASSERT(length != NULL);

    bytes = *text;
    if (bytes[0] == '\0') {
        return NULL;
    }
    taken = bs_utf8_length(bytes, strnlen(bytes, CHARACTER_BYTES_MAX));
    *text += taken > 0 ? taken : 1;
    if (is_refused(bytes, taken)) {
        *length = sizeof(replacement) - 1;
        return replacement;
    }
    *length = taken;
    return bytes;
}

static bool is_replacement(const char *bytes, size_t length)
{
    return length == sizeof(replacement) - 1 && memcmp(bytes, replacement, length) == 0;
}

/** What a character takes the place of. */
typedef void show_fn(struct bs_buffer *buffer, const char *original, size_t length);

static void put_text(struct bs_buffer *buffer, const char *text, bs_escape_fn *escape,
                     show_fn *show)
{
    text = text != NULL ? text : "?";
    while (*text != '\0') {
        const char *original = text;
        const char *instead = NULL;

        if (escape != NULL && (unsigned char)*text < 0x80) {
            instead = escape(*text);
        }
        if (instead != NULL) {
            bs_buffer_text(buffer, instead);
            text++;
        } else {
            size_t length = 0;
            const char *bytes = bs_clean_next(&text, &length);

            bs_buffer_append(buffer, bytes, length);
            if (show != NULL && is_replacement(bytes, length)) {
                show(buffer, original, (size_t)(text - original));
            }
        }
    }
}

static void show_original(struct bs_buffer *buffer, const char *original, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)original;
    /* The first byte of two has 5 bits of the code point, of three 4, of four 3. */
    uint32_t code = length == 1 ? bytes[0] : bytes[0] & (0x7fU >> length);

    if (length == 1 && bytes[0] >= 0x80) {
        bs_buffer_format(buffer, "x%02x", (unsigned)bytes[0]);
        return;
    }
    for (size_t i = 1; i < length; i++) {
        code = code << 6 | (bytes[i] & 0x3fU);
    }
    bs_buffer_format(buffer, "%06x", (unsigned)code);
}

void bs_clean_text(struct bs_buffer *buffer, const char *text, bs_escape_fn *escape)
{
    BS_ASSERT(buffer != NULL);
    put_text(buffer, text, escape, NULL);
}

void bs_distinct_text(struct bs_buffer *buffer, const char *text, bs_escape_fn *escape)
{
    BS_ASSERT(buffer != NULL);
    put_text(buffer, text, escape, show_original);
}
