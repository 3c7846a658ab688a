/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "tests/fuzz/fuzz_request_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/assert.h"

/* What stands before `end`, which is cut off; what follows it is left in `*rest`. */
static char *take(char **rest, const char *end)
{
    char *text = *rest;
    char *found = strstr(text, end);

    *rest = found != NULL ? found + strlen(end) : text + strlen(text);
    if (found != NULL) {
        *found = '\0';
    }
    return text;
}

static size_t read_headers(char *head, struct bs_http_header *headers)
{
    size_t count = 0;

    while (*head != '\0' && count < BS_FUZZ_HEADERS_MAX) {
        char *value = take(&head, "\n");
        const char *name = take(&value, ":");

        headers[count++] = (struct bs_http_header){name, value};
    }
    return count;
}

void bs_fuzz_request_open(const uint8_t *bytes, size_t size, struct bs_fuzz_request *parsed)
{
    struct bs_http_request *request = &parsed->request;
    char *rest;
    char *head;

    parsed->text = calloc(1, size + 1);
    BS_ASSERT(parsed->text != NULL);
    if (size > 0) {
        memcpy(parsed->text, bytes, size);
    }
    rest = parsed->text;
    head = take(&rest, "\n\n");
    request->body = rest;
    request->body_length = size - (size_t)(rest - parsed->text);
    rest = take(&head, "\n");
    request->method = take(&rest, " ");
    request->target = rest;
    request->headers = parsed->headers;
    request->header_count = read_headers(head, parsed->headers);
}

void bs_fuzz_request_close(struct bs_fuzz_request *parsed)
{
    free(parsed->text);
}
