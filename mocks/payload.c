/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "mocks/payload.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/assert.h"
#include "base/digest.h"
#include "mocks/checksum_header.h"

/* The words for a body that is sent in pieces. */
static const struct streaming {
    const char *word;
    bool is_signed;
    bool has_trailers;
} streamings[] = {
    {"STREAMING-AWS4-HMAC-SHA256-PAYLOAD", true, false},
    {"STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", true, true},
    {"STREAMING-UNSIGNED-PAYLOAD-TRAILER", false, true},
};

static const struct streaming *streaming_of(const char *hash)
{
    for (size_t i = 0; i < sizeof(streamings) / sizeof(streamings[0]); i++) {
        if (strcmp(streamings[i].word, hash) == 0) {
            return &streamings[i];
        }
    }
    return NULL;
}

static enum bs_authentication_problem check_hash(const struct bs_http_request *request,
                                                 const char *claimed)
{
    char hash[BS_SIGV4_HEX_SIZE];

    if (strcmp(claimed, BS_SIGV4_UNSIGNED_PAYLOAD) == 0) {
        return BS_AUTHENTICATION_VERIFIED;
    }
    bs_digest_bytes(request->body, request->body_length, hash);
    return strcmp(hash, claimed) == 0 ? BS_AUTHENTICATION_VERIFIED
                                      : BS_AUTHENTICATION_BAD_PAYLOAD_HASH;
}

/* ---- Checksums ---- */

static enum bs_authentication_problem check_checksum(const struct bs_http_request *request,
                                                     enum bs_checksum_kind checksum,
                                                     const char *claimed)
{
    unsigned char sum[BS_CHECKSUM_BYTES_MAX];
    char found[BS_CHECKSUM_BASE64_MAX];

    if (!bs_base64_decode(claimed, sum, bs_checksum_length(checksum))) {
        return BS_AUTHENTICATION_INVALID_DIGEST;
    }
    bs_checksum_text(checksum, request->body, request->body_length, found);
    return strcmp(found, claimed) == 0 ? BS_AUTHENTICATION_VERIFIED : BS_AUTHENTICATION_BAD_DIGEST;
}

/* Who completes a multipart upload gives the checksum of the whole object, not of the request. */
static bool is_of_body(const struct bs_http_request *request, enum bs_checksum_kind checksum)
{
    return checksum == BS_CHECKSUM_MD5 || strcmp(request->method, "POST") != 0 ||
           strstr(request->target, "uploadId=") == NULL;
}

static bool check_checksums(const struct bs_payload *payload, struct bs_refusal *refusal)
{
    const struct bs_http_request *request = &payload->request;

    for (size_t i = 0; i < request->header_count; i++) {
        const struct bs_http_header *header = &request->headers[i];
        enum bs_authentication_problem problem = BS_AUTHENTICATION_VERIFIED;
        enum bs_checksum_kind checksum;

        if (bs_checksum_of_header(header->name, &checksum) && is_of_body(request, checksum)) {
            problem = check_checksum(request, checksum, header->value);
        }
        if (problem != BS_AUTHENTICATION_VERIFIED) {
            char detail[128];

            (void)snprintf(
                detail, sizeof(detail), "The %s you specified %s.", bs_checksum_name(checksum),
                problem == BS_AUTHENTICATION_BAD_DIGEST ? "did not match what we received"
                                                        : "is not valid");
            bs_refuse(refusal, problem, BS_DIALECT_S3, detail);
            return false;
        }
    }
    return true;
}

/* ---- Chunks ---- */

/* "aws-chunked,gzip" without the first; false if nothing is left. */
static bool plain_encoding(const char *value, char *encoding, size_t size)
{
    size_t written = 0;

    encoding[0] = '\0';
    while (*value != '\0') {
        const size_t length = strcspn(value, ", \t");

        if (length > 0 && !(length == 11 && strncasecmp(value, "aws-chunked", length) == 0) &&
            written + length + 2 < size) {
            written += (size_t)snprintf(encoding + written, size - written, "%s%.*s",
                                        written > 0 ? "," : "", (int)length, value);
        }
        value += length;
        value += strspn(value, ", \t");
    }
    return written > 0;
}

/* All that was announced has come. */
static bool has_announced(const struct bs_http_request *request, const struct bs_chunked *chunked)
{
    const char *announced = bs_http_request_header(request, "x-amz-trailer");

    while (announced != NULL && *announced != '\0') {
        const size_t length = strcspn(announced, ", \t");
        bool is_there = length == 0;

        for (size_t i = 0; i < chunked->trailer_count; i++) {
            is_there = is_there || (strlen(chunked->trailers[i].name) == length &&
                                    strncasecmp(chunked->trailers[i].name, announced, length) == 0);
        }
        if (!is_there) {
            return false;
        }
        announced += length;
        announced += strspn(announced, ", \t");
    }
    return true;
}

static bool has_announced_length(const struct bs_http_request *request,
                                 const struct bs_chunked *chunked)
{
    const char *length = bs_http_request_header(request, "x-amz-decoded-content-length");

    return length == NULL || strtoull(length, NULL, 10) == chunked->payload.length;
}

static void write_request(const struct bs_http_request *request, struct bs_payload *payload)
{
    const struct bs_chunked *chunked = &payload->chunked;
    size_t count = 0;

    for (size_t i = 0; i < request->header_count; i++) {
        struct bs_http_header header = request->headers[i];

        BS_ASSERT(count < BS_PAYLOAD_HEADERS_MAX - BS_CHUNKED_TRAILERS_MAX);
        if (strcasecmp(header.name, "Content-Encoding") != 0) {
            payload->headers[count++] = header;
        } else if (plain_encoding(header.value, payload->encoding, sizeof(payload->encoding))) {
            payload->headers[count++] = (struct bs_http_header){header.name, payload->encoding};
        }
    }
    for (size_t i = 0; i < chunked->trailer_count; i++) {
        payload->headers[count++] = chunked->trailers[i];
    }
    payload->request.headers = payload->headers;
    payload->request.header_count = count;
    payload->request.body = chunked->payload.bytes != NULL ? chunked->payload.bytes : "";
    payload->request.body_length = chunked->payload.length;
}

static enum bs_authentication_problem open_chunks(const struct bs_http_request *request,
                                                  const struct bs_chunked_signer *signer,
                                                  const struct streaming *streaming,
                                                  struct bs_payload *payload)
{
    static const enum bs_authentication_problem problems[] = {
        [BS_CHUNKED_WHOLE] = BS_AUTHENTICATION_VERIFIED,
        [BS_CHUNKED_MALFORMED] = BS_AUTHENTICATION_INCOMPLETE_BODY,
        [BS_CHUNKED_BAD_SIGNATURE] = BS_AUTHENTICATION_BAD_SIGNATURE,
        [BS_CHUNKED_BAD_TRAILER] = BS_AUTHENTICATION_BAD_TRAILER,
    };
    const enum bs_chunked_outcome outcome =
        bs_chunked_decode(request->body, request->body_length, streaming->is_signed ? signer : NULL,
                          streaming->has_trailers, &payload->chunked);

    payload->is_chunked = true;
    if (outcome != BS_CHUNKED_WHOLE) {
        return problems[outcome];
    }
    if (!has_announced_length(request, &payload->chunked)) {
        return BS_AUTHENTICATION_INCOMPLETE_BODY;
    }
    if (!has_announced(request, &payload->chunked)) {
        return BS_AUTHENTICATION_BAD_TRAILER;
    }
    write_request(request, payload);
    return BS_AUTHENTICATION_VERIFIED;
}

bool bs_payload_open(const struct bs_http_request *request, const struct bs_signature_claim *claim,
                     const char *secret_access_key, struct bs_payload *payload,
                     struct bs_refusal *refusal)
{
    const struct bs_sigv4_scope scope = {claim->date, claim->region, claim->service};
    const struct bs_chunked_signer signer = {secret_access_key, &scope, claim->signature};
    const char *hash = bs_http_request_header(request, "x-amz-content-sha256");
    const struct streaming *streaming = streaming_of(hash != NULL ? hash : "");
    enum bs_authentication_problem problem = BS_AUTHENTICATION_VERIFIED;

    *refusal = (struct bs_refusal){.problem = BS_AUTHENTICATION_VERIFIED};
    payload->request = *request;
    payload->plain = (struct bs_buffer){.bytes = NULL};
    payload->unzipping = BS_GZIP_WHOLE;
    payload->is_unzipped = false;
    payload->is_chunked = false;
    if (streaming != NULL) {
        problem =
            open_chunks(request, secret_access_key != NULL ? &signer : NULL, streaming, payload);
    } else if (hash != NULL && secret_access_key != NULL) {
        problem = check_hash(request, hash);
    }
    if (problem != BS_AUTHENTICATION_VERIFIED) {
        bs_refuse(refusal, problem, BS_DIALECT_S3, NULL);
        return false;
    }
    return secret_access_key == NULL || check_checksums(payload, refusal);
}

enum bs_gzip_outcome bs_payload_unzip(struct bs_payload *payload, size_t length_max)
{
    struct bs_http_request *request = &payload->request;
    const char *encoding = bs_http_request_header(request, "Content-Encoding");

    if (payload->is_unzipped || encoding == NULL || strcasecmp(encoding, "gzip") != 0) {
        return payload->unzipping;
    }
    payload->is_unzipped = true;
    bs_buffer_init(&payload->plain, length_max);
    payload->unzipping = bs_gzip_decode(request->body, request->body_length, &payload->plain);
    if (payload->unzipping == BS_GZIP_WHOLE) {
        request->body = payload->plain.length > 0 ? payload->plain.bytes : "";
        request->body_length = payload->plain.length;
    }
    return payload->unzipping;
}

void bs_payload_clean_up(struct bs_payload *payload)
{
    bs_buffer_clean_up(&payload->plain);
    if (payload->is_chunked) {
        bs_chunked_clean_up(&payload->chunked);
    }
}
