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

void bs_clean_text(struct bs_buffer *buffer, const char *text, bs_escape_fn *escape)
{
    BS_ASSERT(buffer != NULL);

    text = text != NULL ? text : "?";
    while (*text != '\0') {
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
        }
    }
}
