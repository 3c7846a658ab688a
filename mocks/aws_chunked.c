/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/aws_chunked.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include <openssl/crypto.h>

#include "base/digest.h"

enum {
    SIZE_DIGITS_MAX = 8,
    LINE_SIZE = 1024,
    TRAILERS_BYTES_MAX = 8 * LINE_SIZE,
    STRING_SIZE = 1024,
    HEX_LENGTH = BS_SIGV4_HEX_SIZE - 1,
};

static const char extension[] = ";chunk-signature=";
static const char trailer_signature[] = "x-amz-trailer-signature";

/* Where reading is, and the last link of the chain of signatures. */
struct reader {
    const char *at;
    size_t left;
    const struct bs_chunked_signer *signer;
    char previous[BS_SIGV4_HEX_SIZE];
    char line[LINE_SIZE];
};

/* The next line without its end, which is CRLF, or LF in what some clients send as trailers. */
static bool read_line(struct reader *reader)
{
    const char *end = memchr(reader->at, '\n', reader->left);
    size_t length = end != NULL ? (size_t)(end - reader->at) : 0;

    if (end == NULL || length >= sizeof(reader->line)) {
        return false;
    }
    reader->left -= length + 1;
    length -= length > 0 && end[-1] == '\r' ? 1 : 0;
    memcpy(reader->line, reader->at, length);
    reader->line[length] = '\0';
    reader->at = end + 1;
    return strlen(reader->line) == length;
}

/* `found` continues the chain if it signs the text. */
static bool check_link(struct reader *reader, const char *algorithm, const char *hashes,
                       const char *found)
{
    const struct bs_chunked_signer *signer = reader->signer;
    char expected[BS_SIGV4_HEX_SIZE];
    struct bs_buffer text;
    bool is_good;

    if (signer == NULL) {
        return true;
    }
    bs_buffer_init(&text, STRING_SIZE);
    bs_buffer_format(&text, "%s\n%s\n%.8s/%s/%s/aws4_request\n%s\n%s", algorithm,
                     signer->scope->date, signer->scope->date, signer->scope->region,
                     signer->scope->service, reader->previous, hashes);
    is_good = !text.failed && strlen(found) == HEX_LENGTH;
    if (is_good) {
        bs_sigv4_signature(signer->secret_access_key, signer->scope, &text, expected);
        is_good = CRYPTO_memcmp(expected, found, HEX_LENGTH) == 0;
        memcpy(reader->previous, expected, sizeof(expected));
    }
    bs_buffer_clean_up(&text);
    return is_good;
}

/* "10000;chunk-signature=..": the size, and what stands behind it. */
static bool parse_size(const char *line, size_t *size, const char **signature)
{
    size_t digits = 0;

    *size = 0;
    for (; strchr("0123456789abcdefABCDEF", line[digits]) != NULL && line[digits] != '\0';
         digits++) {
        const char digit = line[digits];

        *size = *size * 16 + (size_t)(digit <= '9' ? digit - '0' : (digit | 32) - 'a' + 10);
        if (digits == SIZE_DIGITS_MAX) {
            return false;
        }
    }
    *signature = "";
    if (strncmp(line + digits, extension, strlen(extension)) == 0) {
        *signature = line + digits + strlen(extension);
        return digits > 0;
    }
    return digits > 0 && (line[digits] == '\0' || line[digits] == ';');
}

static enum bs_chunked_outcome read_chunk(struct reader *reader, struct bs_buffer *payload,
                                          size_t *size)
{
    char hashes[2 * BS_SIGV4_HEX_SIZE];
    const char *signature;

    if (!read_line(reader) || !parse_size(reader->line, size, &signature) || *size > reader->left) {
        return BS_CHUNKED_MALFORMED;
    }
    if (reader->signer != NULL) {
        bs_digest_bytes("", 0, hashes);
        hashes[HEX_LENGTH] = '\n';
        bs_digest_bytes(reader->at, *size, hashes + BS_SIGV4_HEX_SIZE);
        if (!check_link(reader, BS_SIGV4_ALGORITHM "-PAYLOAD", hashes, signature)) {
            return BS_CHUNKED_BAD_SIGNATURE;
        }
    }
    bs_buffer_append(payload, reader->at, *size);
    reader->at += *size;
    reader->left -= *size;
    if (*size > 0 && (!read_line(reader) || reader->line[0] != '\0')) {
        return BS_CHUNKED_MALFORMED;
    }
    return BS_CHUNKED_WHOLE;
}

/* Keeps "name:value" with the name in lower case, in the one form that is signed. */
static bool keep_trailer(const char *line, struct bs_buffer *text)
{
    const char *colon = strchr(line, ':');
    const char *value = colon != NULL ? colon + 1 + strspn(colon + 1, " \t") : NULL;
    size_t length = value != NULL ? strlen(value) : 0;

    if (colon == NULL || colon == line) {
        return false;
    }
    for (; line < colon; line++) {
        const char lower = *line >= 'A' && *line <= 'Z' ? (char)(*line | 32) : *line;

        bs_buffer_append(text, &lower, 1);
    }
    while (length > 0 && (value[length - 1] == ' ' || value[length - 1] == '\t')) {
        length--;
    }
    bs_buffer_text(text, ":");
    bs_buffer_append(text, value, length);
    bs_buffer_text(text, "\n");
    return !text->failed;
}

/* The text of the trailers becomes headers: names and values end in its colons and line feeds. */
static bool split_trailers(struct bs_chunked *chunked)
{
    char *at = chunked->text.bytes;

    while (at != NULL && *at != '\0') {
        char *colon = strchr(at, ':');
        char *end = strchr(colon, '\n');

        if (chunked->trailer_count == BS_CHUNKED_TRAILERS_MAX) {
            return false;
        }
        *colon = '\0';
        *end = '\0';
        chunked->trailers[chunked->trailer_count++] = (struct bs_http_header){at, colon + 1};
        at = end + 1;
    }
    return true;
}

static enum bs_chunked_outcome read_trailers(struct reader *reader, struct bs_chunked *chunked)
{
    const size_t name_length = strlen(trailer_signature);
    char signature[LINE_SIZE] = "";
    char hash[BS_SIGV4_HEX_SIZE];

    while (read_line(reader) && reader->line[0] != '\0') {
        if (strncasecmp(reader->line, trailer_signature, name_length) == 0 &&
            reader->line[name_length] == ':') {
            memcpy(signature, reader->line + name_length + 1, LINE_SIZE - name_length - 1);
        } else if (!keep_trailer(reader->line, &chunked->text)) {
            return BS_CHUNKED_BAD_TRAILER;
        }
    }
    bs_digest_bytes(chunked->text.bytes != NULL ? chunked->text.bytes : "", chunked->text.length,
                    hash);
    if (!check_link(reader, BS_SIGV4_ALGORITHM "-TRAILER", hash,
                    signature + strspn(signature, " \t"))) {
        return BS_CHUNKED_BAD_SIGNATURE;
    }
    return split_trailers(chunked) ? BS_CHUNKED_WHOLE : BS_CHUNKED_BAD_TRAILER;
}

/* Behind the last chunk there is at most an empty line. */
static bool ends_here(struct reader *reader)
{
    while (reader->left > 0) {
        if (!read_line(reader) || reader->line[0] != '\0') {
            return false;
        }
    }
    return true;
}

enum bs_chunked_outcome bs_chunked_decode(const char *body, size_t length,
                                          const struct bs_chunked_signer *signer, bool has_trailers,
                                          struct bs_chunked *chunked)
{
    struct reader reader = {.at = body, .left = length, .signer = signer};
    enum bs_chunked_outcome outcome;
    size_t size = 0;

    *chunked = (struct bs_chunked){.trailer_count = 0};
    bs_buffer_init(&chunked->payload, length);
    bs_buffer_init(&chunked->text, TRAILERS_BYTES_MAX);
    if (signer != NULL) {
        memcpy(reader.previous, signer->seed, BS_SIGV4_HEX_SIZE);
    }
    do {
        outcome = read_chunk(&reader, &chunked->payload, &size);
    } while (outcome == BS_CHUNKED_WHOLE && size > 0);
    if (outcome == BS_CHUNKED_WHOLE && has_trailers) {
        outcome = read_trailers(&reader, chunked);
    }
    if (outcome == BS_CHUNKED_WHOLE && !ends_here(&reader)) {
        outcome = BS_CHUNKED_MALFORMED;
    }
    return outcome;
}

void bs_chunked_clean_up(struct bs_chunked *chunked)
{
    bs_buffer_clean_up(&chunked->payload);
    bs_buffer_clean_up(&chunked->text);
}
