/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/* As much of mocks/http.c, mocks/scalar.c and mocks/rest_binding.c as tests of bodies need. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/assert.h"
#include "mocks/codec_protocol.h"

enum { BODY_BYTES_MAX = 64 * 1024 * 1024 };

static char *copy_text(const char *text)
{
    const size_t size = strlen(text) + 1;
    char *copy = malloc(size);

    BS_ASSERT(copy != NULL);
    memcpy(copy, text, size);
    return copy;
}

void bs_http_response_init(struct bs_http_response *response)
{
    *response = (struct bs_http_response){0};
    bs_buffer_init(&response->body, BODY_BYTES_MAX);
}

void bs_http_response_clean_up(struct bs_http_response *response)
{
    for (size_t i = 0; i < response->header_count; i++) {
        free(response->headers[i].name);
        free(response->headers[i].value);
    }
    bs_buffer_clean_up(&response->body);
}

void bs_http_response_header(struct bs_http_response *response, const char *name, const char *value)
{
    BS_ASSERT(response->header_count < BS_HTTP_HEADERS_MAX);
    response->headers[response->header_count].name = copy_text(name);
    response->headers[response->header_count].value = copy_text(value);
    response->header_count++;
}

static bool equal_in_any_case(const char *a, const char *b)
{
    while (*a != '\0' && tolower((unsigned char)*a) == tolower((unsigned char)*b)) {
        a++;
        b++;
    }
    return *a == *b;
}

const char *bs_http_request_header(const struct bs_http_request *request, const char *name)
{
    for (size_t i = 0; i < request->header_count; i++) {
        if (equal_in_any_case(request->headers[i].name, name)) {
            return request->headers[i].value;
        }
    }
    return NULL;
}

bool bs_rest_decode_bindings(const struct bs_codec_request *request, struct bs_tree *input,
                             struct bs_codec_problem *problem)
{
    const char *travels = bs_http_request_header(request->http, "Travels");

    (void)problem;
    if (travels != NULL) {
        bs_tree_set_text(input, "Travels", travels);
    }
    return true;
}

void bs_rest_encode_bindings(const struct bs_codec_request *request, const struct bs_tree *output,
                             struct bs_http_response *response)
{
    const char *travels = bs_tree_text(output, "Travels", NULL);

    (void)request;
    if (travels != NULL) {
        bs_http_response_header(response, "Travels", travels);
    }
}

enum bs_timestamp_format bs_scalar_timestamp_format(const struct bs_shape_member *member,
                                                    enum bs_timestamp_format otherwise)
{
    return member->timestamp != BS_TIMESTAMP_DEFAULT ? member->timestamp : otherwise;
}

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

struct bs_tree *bs_scalar_parse(const struct bs_shape_member *member, const char *text,
                                size_t length, enum bs_timestamp_format otherwise, int64_t epoch_s)
{
    char *bytes = calloc(1, length + 1);
    struct bs_tree *tree = NULL;
    size_t count = 0;
    unsigned bits = 0;
    size_t i = 0;

    (void)member;
    (void)otherwise;
    (void)epoch_s;
    BS_ASSERT(bytes != NULL);
    for (; i < length && text[i] != '=' && text[i] != '\0'; i++) {
        const char *digit = strchr(alphabet, text[i]);

        if (digit == NULL) {
            break;
        }
        bits = bits << 6 | (unsigned)(digit - alphabet);
        if (i % 4 != 0) {
            bytes[count++] = (char)(bits >> (6 - i % 4 * 2) & 255U);
        }
    }
    if (length % 4 == 0 && i + 2 >= length && (i == length || text[length - 1] == '=')) {
        tree = bs_tree_new_bytes(bytes, count);
    }
    free(bytes);
    return tree;
}

static void write_base64(const struct bs_tree *blob, struct bs_buffer *text)
{
    const unsigned char *bytes = (const unsigned char *)blob->is.text.bytes;

    for (size_t i = 0; i < blob->is.text.length; i += 3) {
        const size_t count = blob->is.text.length - i < 3 ? blob->is.text.length - i : 3;
        const unsigned bits = (unsigned)bytes[i] << 16 |
                              (count > 1 ? (unsigned)bytes[i + 1] << 8 : 0) |
                              (count > 2 ? (unsigned)bytes[i + 2] : 0);

        for (size_t k = 0; k < 4; k++) {
            bs_buffer_append(text, k <= count ? &alphabet[bits >> (18 - 6 * k) & 63U] : "=", 1);
        }
    }
}

void bs_scalar_write(const struct bs_shape_member *member, const struct bs_tree *scalar,
                     enum bs_timestamp_format otherwise, int64_t epoch_s, struct bs_buffer *text)
{
    (void)member;
    (void)otherwise;
    (void)epoch_s;
    if (scalar->kind == BS_TREE_BYTES) {
        write_base64(scalar, text);
    } else if (scalar->kind == BS_TREE_DECIMAL) {
        const double value = scalar->is.decimal;

        if (value - value >= 0) {
            bs_buffer_format(text, "%.17g", value);
        } else {
            bs_buffer_text(text, value > 0 ? "Infinity" : value < 0 ? "-Infinity" : "NaN");
        }
    }
}
