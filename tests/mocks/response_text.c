/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/mocks/response_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

char *bs_source_text(const struct bs_http_source *source)
{
    char *text = malloc((size_t)source->length + 1);
    uint64_t offset = 0;

    BS_ASSERT(text != NULL);
    while (offset < source->length) {
        const int64_t count =
            source->read(source->self, offset, text + offset, (size_t)(source->length - offset));

        BS_ASSERT(count > 0);
        offset += (uint64_t)count;
    }
    text[offset] = '\0';
    return text;
}

char *bs_response_text(const struct bs_http_response *response)
{
    char *text;

    if (response->source.self != NULL) {
        return bs_source_text(&response->source);
    }
    text = strdup(response->body.bytes != NULL ? response->body.bytes : "");
    BS_ASSERT(text != NULL);
    return text;
}

int64_t bs_number_after(const char *text, const char *words)
{
    const size_t length = strlen(words);

    return strncmp(text, words, length) == 0 ? strtoll(text + length, NULL, 10) : -1;
}
