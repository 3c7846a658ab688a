/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */
#include "orchestrator/aws/sigv4.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/assert.h"
#include "base/digest.h"

enum {
    DAY_LENGTH = 8,
    HMAC_SIZE = 32,
    TEXT_MAX = 1024 * 1024, /* A canonical form longer than that is nobody's request. */
};

static const char terminator[] = "aws4_request";

/* A piece of somebody else's text. */
struct span {
    const char *bytes;
    size_t length;
};

static struct span span_of(const char *text)
{
    return (struct span){text, strlen(text)};
}

/* The piece of `rest` before the first `mark`, which is taken away with it. */
static struct span take_until(struct span *rest, char mark)
{
    const char *end = memchr(rest->bytes, mark, rest->length);
    const struct span piece = {rest->bytes,
                               end != NULL ? (size_t)(end - rest->bytes) : rest->length};
    const size_t taken = piece.length + (end != NULL ? 1 : 0);

    rest->bytes += taken;
    rest->length -= taken;
    return piece;
}

static int compare_spans(struct span a, struct span b)
{
    const int difference = memcmp(a.bytes, b.bytes, a.length < b.length ? a.length : b.length);

    if (difference != 0) {
        return difference;
    }
    return a.length < b.length ? -1 : a.length > b.length;
}

static enum bs_status whole(const struct bs_buffer *buffer)
{
    return buffer->failed ? BS_ERR_LIMIT : BS_OK;
}

/* ---- Escapes ---- */

static bool is_unreserved(unsigned char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == '.' || byte == '~';
}

static void encode_byte(unsigned char byte, struct bs_buffer *text)
{
    static const char digits[] = "0123456789ABCDEF";
    const char escape[3] = {'%', digits[byte >> 4], digits[byte & 15]};

    if (is_unreserved(byte)) {
        bs_buffer_append(text, (const char *)&byte, 1);
    } else {
        bs_buffer_append(text, escape, sizeof(escape));
    }
}

static void encode(struct span raw, struct bs_buffer *text)
{
    for (size_t i = 0; i < raw.length; i++) {
        encode_byte((unsigned char)raw.bytes[i], text);
    }
}

/* The value of a hexadecimal digit, or -1. */
static int digit_value(char digit)
{
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'A' && digit <= 'F') {
        return digit - 'A' + 10;
    }
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/* Escapes are put into their one form: whatever may stand for itself does, whatever may not does not. */
static enum bs_status encode_anew(struct span escaped, char space, struct bs_buffer *text)
{
    for (size_t i = 0; i < escaped.length; i++) {
        const char byte = escaped.bytes[i];

        if (byte == '%') {
            const int high = i + 2 < escaped.length ? digit_value(escaped.bytes[i + 1]) : -1;
            const int low = high >= 0 ? digit_value(escaped.bytes[i + 2]) : -1;

            if (low < 0) {
                return BS_ERR_INPUT;
            }
            encode_byte((unsigned char)(high * 16 + low), text);
            i += 2;
        } else {
            encode_byte((unsigned char)(byte == space ? ' ' : byte), text);
        }
    }
    return BS_OK;
}

/* ---- Path ---- */

static void drop_last_segment(struct bs_buffer *text, size_t start)
{
    while (text->length > start && text->bytes[--text->length] != '/') {
    }
    if (text->bytes != NULL) {
        text->bytes[text->length] = '\0';
    }
}

/* RFC 3986, 5.2.4, and runs of slashes as one. */
static void normalize_path(struct span path, struct bs_buffer *text)
{
    const size_t start = text->length;
    bool ends_with_slash = true;

    while (path.length > 0) {
        const struct span segment = take_until(&path, '/');

        ends_with_slash = true;
        if (compare_spans(segment, span_of("..")) == 0) {
            drop_last_segment(text, start);
        } else if (segment.length > 0 && compare_spans(segment, span_of(".")) != 0) {
            ends_with_slash = path.bytes[-1] == '/';
            bs_buffer_text(text, "/");
            encode(segment, text);
        }
    }
    if (ends_with_slash) {
        bs_buffer_text(text, "/");
    }
}

static enum bs_status keep_path(struct span path, struct bs_buffer *text)
{
    enum bs_status status = BS_OK;
    const size_t start = text->length;

    while (path.length > 0 && status == BS_OK) {
        const struct span segment = take_until(&path, '/');

        status = encode_anew(segment, ' ', text);
        if (path.bytes[-1] == '/') {
            bs_buffer_text(text, "/");
        }
    }
    if (text->length == start) {
        bs_buffer_text(text, "/");
    }
    return status;
}

/* ---- Query ---- */

struct parameter {
    struct span name;
    struct span value;
};

static int compare_parameters(const void *a, const void *b)
{
    const struct parameter *first = a;
    const struct parameter *second = b;
    const int difference = compare_spans(first->name, second->name);

    return difference != 0 ? difference : compare_spans(first->value, second->value);
}

static size_t count_marks(struct span text, char mark)
{
    size_t count = 0;

    for (size_t i = 0; i < text.length; i++) {
        count += text.bytes[i] == mark ? 1 : 0;
    }
    return count;
}

/* A plus on the wire is a space to servers, as it is in forms. A name without a value has an empty one. */
static enum bs_status encode_query(struct span query, struct bs_buffer *encoded)
{
    while (query.length > 0) {
        struct span value = take_until(&query, '&');
        const struct span name = take_until(&value, '=');

        if (name.length == 0 && value.length == 0) {
            continue;
        }
        bs_buffer_text(encoded, encoded->length > 0 ? "&" : "");
        if (encode_anew(name, '+', encoded) != BS_OK) {
            return BS_ERR_INPUT;
        }
        bs_buffer_text(encoded, "=");
        if (encode_anew(value, '+', encoded) != BS_OK) {
            return BS_ERR_INPUT;
        }
    }
    return whole(encoded);
}

static bool is_signed(struct span name, enum bs_sigv4_token token)
{
    return compare_spans(name, span_of("X-Amz-Signature")) != 0 &&
           (token == BS_SIGV4_TOKEN_SIGNED ||
            compare_spans(name, span_of("X-Amz-Security-Token")) != 0);
}

static void write_parameters(const struct parameter *parameters, size_t count,
                             enum bs_sigv4_token token, struct bs_buffer *text)
{
    const char *mark = "";

    for (size_t i = 0; i < count; i++) {
        if (is_signed(parameters[i].name, token)) {
            bs_buffer_text(text, mark);
            bs_buffer_append(text, parameters[i].name.bytes, parameters[i].name.length);
            bs_buffer_text(text, "=");
            bs_buffer_append(text, parameters[i].value.bytes, parameters[i].value.length);
            mark = "&";
        }
    }
}

/* Once encoded, names and values hold neither '&' nor '=', so that it can be taken apart again. */
static enum bs_status sort_query(const struct bs_buffer *encoded, enum bs_sigv4_token token,
                                 struct bs_buffer *text)
{
    struct span rest = {encoded->bytes, encoded->length};
    const size_t count = count_marks(rest, '&') + 1;
    struct parameter *parameters = calloc(count, sizeof(*parameters));

    if (parameters == NULL) {
        return BS_ERR_MEMORY;
    }
    for (size_t i = 0; i < count; i++) {
        parameters[i].value = take_until(&rest, '&');
        parameters[i].name = take_until(&parameters[i].value, '=');
    }
    qsort(parameters, count, sizeof(*parameters), compare_parameters);
    write_parameters(parameters, count, token, text);
    free(parameters);
    return BS_OK;
}

static enum bs_status write_query(struct span query, enum bs_sigv4_token token,
                                  struct bs_buffer *text)
{
    struct bs_buffer encoded;
    enum bs_status status;

    bs_buffer_init(&encoded, TEXT_MAX);
    status = encode_query(query, &encoded);
    if (status == BS_OK && encoded.length > 0) {
        status = sort_query(&encoded, token, text);
    }
    bs_buffer_clean_up(&encoded);
    return status;
}

/* ---- Headers ---- */

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* Without blanks around it, and one space for each run of them within. */
static void write_value(const char *value, struct bs_buffer *text)
{
    bool has_begun = false;

    while (*value != '\0') {
        const size_t length = strcspn(value, " \t\r\n");

        bs_buffer_text(text, has_begun && length > 0 ? " " : "");
        bs_buffer_append(text, value, length);
        has_begun = has_begun || length > 0;
        value += length;
        while (is_blank(*value)) {
            value++;
        }
    }
}

static bool is_named(const struct bs_http_header *header, struct span name)
{
    return strlen(header->name) == name.length &&
           strncasecmp(header->name, name.bytes, name.length) == 0;
}

/* Headers of the same name are one, their values joined by commas in the order of the wire. */
static enum bs_status write_header(const struct bs_sigv4_request *request, struct span name,
                                   struct bs_buffer *text)
{
    const char *mark = ":";

    bs_buffer_append(text, name.bytes, name.length);
    for (size_t i = 0; i < request->header_count; i++) {
        if (is_named(&request->headers[i], name)) {
            bs_buffer_text(text, mark);
            write_value(request->headers[i].value, text);
            mark = ",";
        }
    }
    bs_buffer_text(text, "\n");
    return *mark == ',' ? BS_OK : BS_ERR_INPUT;
}

static enum bs_status write_headers(const struct bs_sigv4_request *request,
                                    const char *signed_headers, struct bs_buffer *text)
{
    struct span names = span_of(signed_headers);
    enum bs_status status = BS_OK;

    while (names.length > 0 && status == BS_OK) {
        status = write_header(request, take_until(&names, ';'), text);
    }
    return status;
}

static int compare_headers(const void *a, const void *b)
{
    const struct bs_http_header *const *first = a;
    const struct bs_http_header *const *second = b;

    return strcasecmp((*first)->name, (*second)->name);
}

static void write_lower_case(const char *name, struct bs_buffer *text)
{
    for (; *name != '\0'; name++) {
        const char lower = *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name;

        bs_buffer_append(text, &lower, 1);
    }
}

enum bs_status bs_sigv4_signed_headers(const struct bs_sigv4_request *request,
                                       struct bs_buffer *names)
{
    const struct bs_http_header **sorted = calloc(request->header_count + 1, sizeof(*sorted));

    if (sorted == NULL) {
        return BS_ERR_MEMORY;
    }
    for (size_t i = 0; i < request->header_count; i++) {
        sorted[i] = &request->headers[i];
    }
    qsort(sorted, request->header_count, sizeof(*sorted), compare_headers);
    for (size_t i = 0; i < request->header_count; i++) {
        if (i == 0 || strcasecmp(sorted[i]->name, sorted[i - 1]->name) != 0) {
            bs_buffer_text(names, i > 0 ? ";" : "");
            write_lower_case(sorted[i]->name, names);
        }
    }
    free(sorted);
    return whole(names);
}

/* ---- The request ---- */

enum bs_sigv4_path bs_sigv4_path_of(const char *service)
{
    return strcmp(service, "s3") == 0 ? BS_SIGV4_PATH_VERBATIM : BS_SIGV4_PATH_NORMALIZED;
}

static enum bs_status write_path(struct span path, enum bs_sigv4_path rule, struct bs_buffer *text)
{
    if (rule == BS_SIGV4_PATH_VERBATIM) {
        return keep_path(path, text);
    }
    normalize_path(path, text);
    return BS_OK;
}

enum bs_status bs_sigv4_canonical_request(const struct bs_sigv4_request *request,
                                          const char *signed_headers, enum bs_sigv4_token token,
                                          struct bs_buffer *text)
{
    struct span query = span_of(request->target);
    const struct span path = take_until(&query, '?');
    enum bs_status status;

    bs_buffer_format(text, "%s\n", request->method);
    status = write_path(path, request->path, text);
    bs_buffer_text(text, "\n");
    if (status == BS_OK) {
        status = write_query(query, token, text);
    }
    bs_buffer_text(text, "\n");
    if (status == BS_OK) {
        status = write_headers(request, signed_headers, text);
    }
    bs_buffer_format(text, "\n%s\n%s", signed_headers, request->payload_hash);
    return status == BS_OK ? whole(text) : status;
}

/* ---- The signature ---- */

void bs_sigv4_date(int64_t unix_s, char date[BS_SIGV4_DATE_SIZE])
{
    const time_t at = (time_t)unix_s;
    struct tm calendar;

    BS_ASSERT(gmtime_r(&at, &calendar) != NULL && calendar.tm_year <= 9999 - 1900);
    BS_ASSERT(strftime(date, BS_SIGV4_DATE_SIZE, "%Y%m%dT%H%M%SZ", &calendar) ==
              BS_SIGV4_DATE_SIZE - 1);
}

static void write_scope(const struct bs_sigv4_scope *scope, struct bs_buffer *text)
{
    bs_buffer_format(text, "%.*s/%s/%s/%s", DAY_LENGTH, scope->date, scope->region, scope->service,
                     terminator);
}

enum bs_status bs_sigv4_string_to_sign(const struct bs_sigv4_scope *scope,
                                       const struct bs_buffer *canonical, struct bs_buffer *text)
{
    char hex[BS_SIGV4_HEX_SIZE];

    bs_digest_bytes(canonical->bytes, canonical->length, hex);
    bs_buffer_format(text, BS_SIGV4_ALGORITHM "\n%s\n", scope->date);
    write_scope(scope, text);
    bs_buffer_format(text, "\n%s", hex);
    return whole(text);
}

/* What HMAC-SHA256 makes of a message takes the place of the key. */
static void replace_key(unsigned char key[HMAC_SIZE], const char *message, size_t length)
{
    unsigned char result[HMAC_SIZE];
    unsigned int size = 0;

    BS_ASSERT(HMAC(EVP_sha256(), key, HMAC_SIZE, (const unsigned char *)message, length, result,
                   &size) != NULL);
    BS_ASSERT(size == HMAC_SIZE);
    memcpy(key, result, HMAC_SIZE);
    OPENSSL_cleanse(result, sizeof(result));
}

/* The first key of the chain is the secret, and may be of any length. */
static void begin_key(const char *secret, const char *date, unsigned char key[HMAC_SIZE])
{
    const size_t length = strlen("AWS4") + strlen(secret);
    char *first = malloc(length + 1);
    unsigned int size = 0;

    BS_ASSERT(first != NULL && length <= INT32_MAX);
    (void)snprintf(first, length + 1, "AWS4%s", secret);
    BS_ASSERT(HMAC(EVP_sha256(), first, (int)length, (const unsigned char *)date, DAY_LENGTH, key,
                   &size) != NULL);
    BS_ASSERT(size == HMAC_SIZE);
    OPENSSL_cleanse(first, length);
    free(first);
}

void bs_sigv4_signature(const char *secret_access_key, const struct bs_sigv4_scope *scope,
                        const struct bs_buffer *string_to_sign, char hex[BS_SIGV4_HEX_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char key[HMAC_SIZE];

    begin_key(secret_access_key, scope->date, key);
    replace_key(key, scope->region, strlen(scope->region));
    replace_key(key, scope->service, strlen(scope->service));
    replace_key(key, terminator, strlen(terminator));
    replace_key(key, string_to_sign->bytes, string_to_sign->length);
    for (size_t i = 0; i < HMAC_SIZE; i++) {
        hex[2 * i] = digits[key[i] >> 4];
        hex[2 * i + 1] = digits[key[i] & 15];
    }
    hex[BS_SIGV4_HEX_SIZE - 1] = '\0';
    OPENSSL_cleanse(key, sizeof(key));
}

static enum bs_status sign(const struct bs_credentials *credentials,
                           const struct bs_sigv4_scope *scope,
                           const struct bs_sigv4_request *request, const char *signed_headers,
                           char hex[BS_SIGV4_HEX_SIZE])
{
    struct bs_buffer canonical;
    struct bs_buffer string;
    enum bs_status status;

    bs_buffer_init(&canonical, TEXT_MAX);
    bs_buffer_init(&string, TEXT_MAX);
    status = bs_sigv4_canonical_request(request, signed_headers, BS_SIGV4_TOKEN_SIGNED, &canonical);
    if (status == BS_OK) {
        status = bs_sigv4_string_to_sign(scope, &canonical, &string);
    }
    if (status == BS_OK) {
        bs_sigv4_signature(credentials->secret_access_key, scope, &string, hex);
    }
    bs_buffer_clean_up(&canonical);
    bs_buffer_clean_up(&string);
    return status;
}

enum bs_status bs_sigv4_authorization(const struct bs_credentials *credentials,
                                      const struct bs_sigv4_scope *scope,
                                      const struct bs_sigv4_request *request,
                                      struct bs_buffer *value)
{
    struct bs_buffer names;
    char hex[BS_SIGV4_HEX_SIZE] = "";
    enum bs_status status;

    bs_buffer_init(&names, TEXT_MAX);
    status = bs_sigv4_signed_headers(request, &names);
    if (status == BS_OK) {
        status = sign(credentials, scope, request, names.bytes, hex);
    }
    if (status == BS_OK) {
        bs_buffer_format(value, BS_SIGV4_ALGORITHM " Credential=%s/", credentials->access_key_id);
        write_scope(scope, value);
        bs_buffer_format(value, ", SignedHeaders=%s, Signature=%s", names.bytes, hex);
        status = whole(value);
    }
    bs_buffer_clean_up(&names);
    return status;
}

/* ---- In the query ---- */

static void add_parameter(const char *name, const char *value, struct bs_buffer *target)
{
    bs_buffer_format(target, "&%s=", name);
    encode(span_of(value), target);
}

static void add_credential(const struct bs_credentials *credentials,
                           const struct bs_sigv4_scope *scope, struct bs_buffer *target)
{
    struct bs_buffer credential;

    bs_buffer_init(&credential, TEXT_MAX);
    bs_buffer_format(&credential, "%s/", credentials->access_key_id);
    write_scope(scope, &credential);
    target->failed = target->failed || credential.failed;
    if (!credential.failed) {
        add_parameter("X-Amz-Credential", credential.bytes, target);
    }
    bs_buffer_clean_up(&credential);
}

/* All that a presigned request says of itself, but for the signature. */
static void write_claims(const struct bs_credentials *credentials,
                         const struct bs_sigv4_scope *scope, const char *signed_headers,
                         int64_t expires_s, struct bs_buffer *target)
{
    bs_buffer_text(target, "X-Amz-Algorithm=" BS_SIGV4_ALGORITHM);
    add_credential(credentials, scope, target);
    add_parameter("X-Amz-Date", scope->date, target);
    add_parameter("X-Amz-SignedHeaders", signed_headers, target);
    bs_buffer_text(target, "&X-Amz-Expires=");
    bs_buffer_integer(target, expires_s);
}

static enum bs_status sign_target(const struct bs_credentials *credentials,
                                  const struct bs_sigv4_scope *scope,
                                  const struct bs_sigv4_request *request,
                                  const char *signed_headers, enum bs_sigv4_token token,
                                  struct bs_buffer *target)
{
    struct bs_sigv4_request presigned = *request;
    char hex[BS_SIGV4_HEX_SIZE] = "";
    enum bs_status status;

    if (credentials->session_token != NULL && token == BS_SIGV4_TOKEN_SIGNED) {
        add_parameter("X-Amz-Security-Token", credentials->session_token, target);
    }
    status = whole(target);
    if (status == BS_OK) {
        presigned.target = target->bytes;
        status = sign(credentials, scope, &presigned, signed_headers, hex);
    }
    if (credentials->session_token != NULL && token == BS_SIGV4_TOKEN_APPENDED) {
        add_parameter("X-Amz-Security-Token", credentials->session_token, target);
    }
    add_parameter("X-Amz-Signature", hex, target);
    return status == BS_OK ? whole(target) : status;
}

enum bs_status bs_sigv4_presign(const struct bs_credentials *credentials,
                                const struct bs_sigv4_scope *scope,
                                const struct bs_sigv4_request *request, int64_t expires_s,
                                enum bs_sigv4_token token, struct bs_buffer *target)
{
    struct bs_buffer names;
    enum bs_status status;

    BS_ASSERT(target->length == 0);
    bs_buffer_init(&names, TEXT_MAX);
    status = bs_sigv4_signed_headers(request, &names);
    if (status == BS_OK) {
        bs_buffer_text(target, request->target);
        bs_buffer_text(target, strchr(request->target, '?') == NULL ? "?" : "&");
        write_claims(credentials, scope, names.bytes, expires_s, target);
        status = sign_target(credentials, scope, request, names.bytes, token, target);
    }
    bs_buffer_clean_up(&names);
    return status;
}
