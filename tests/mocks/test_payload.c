/* SPDX-License-Identifier: Apache-2.0 */
/* Copyright the blackstart authors */

/** Bodies of Amazon S3: the published examples of chunks, what breaks them, and checksums of all kinds. */

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/digest.h"
#include "mocks/payload.h"

/* AWS's examples: 66560 bytes 'a' in two chunks. */
#define EXAMPLE_SECRET "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
#define EXAMPLE_DATE   "20130524T000000Z"

enum { FIRST = 65536, SECOND = 1024, BODY_SIZE = 70000 };

struct example {
    const char *word;
    const char *seed;
    const char *chunks[3];
    const char *trailers;
};

static const struct example plain = {
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
    {"ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
     "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
     "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9"},
    ""};

static const struct example with_trailer = {
    "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
    "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
    {"b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
     "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
     "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992"},
    "x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:"
    "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n"};

/* A request with a body of chunks; texts are its own. */
struct upload {
    char body[BODY_SIZE];
    struct bs_http_header headers[8];
    struct bs_http_request request;
    struct bs_signature_claim claim;
    struct bs_payload payload;
    struct bs_refusal refusal;
};

static void add_header(struct upload *upload, const char *name, const char *value)
{
    upload->headers[upload->request.header_count++] = (struct bs_http_header){name, value};
}

__attribute__((format(printf, 2, 3))) static void append(struct upload *upload, const char *format,
                                                         ...)
{
    const size_t length = upload->request.body_length;
    va_list arguments;

    va_start(arguments, format);
    upload->request.body_length +=
        (size_t)vsnprintf(upload->body + length, sizeof(upload->body) - length, format, arguments);
    va_end(arguments);
    assert_true(upload->request.body_length < sizeof(upload->body));
}

static void append_chunk(struct upload *upload, size_t size, const char *signature)
{
    append(upload, "%zx%s%s\r\n", size, signature != NULL ? ";chunk-signature=" : "",
           signature != NULL ? signature : "");
    memset(upload->body + upload->request.body_length, 'a', size);
    upload->request.body_length += size;
    append(upload, "%s", size > 0 ? "\r\n" : "");
}

static void set_text(char *text, size_t size, const char *value)
{
    (void)snprintf(text, size, "%s", value);
}

static struct upload *open_upload(const struct example *example)
{
    struct upload *upload = calloc(1, sizeof(*upload));

    assert_non_null(upload);
    upload->request = (struct bs_http_request){.method = "PUT",
                                               .target = "/examplebucket/chunkObject.txt",
                                               .headers = upload->headers,
                                               .body = upload->body};
    append_chunk(upload, FIRST, example->chunks[0]);
    append_chunk(upload, SECOND, example->chunks[1]);
    append_chunk(upload, 0, example->chunks[2]);
    append(upload, "%s\r\n", example->trailers);
    add_header(upload, "x-amz-content-sha256", example->word);
    add_header(upload, "Content-Encoding", "aws-chunked, gzip");
    add_header(upload, "x-amz-decoded-content-length", "66560");
    if (example->trailers[0] != '\0') {
        add_header(upload, "x-amz-trailer", "x-amz-checksum-crc32c");
    }
    set_text(upload->claim.date, sizeof(upload->claim.date), EXAMPLE_DATE);
    set_text(upload->claim.region, sizeof(upload->claim.region), "us-east-1");
    set_text(upload->claim.service, sizeof(upload->claim.service), "s3");
    set_text(upload->claim.signature, sizeof(upload->claim.signature), example->seed);
    return upload;
}

static bool open_payload(struct upload *upload, const char *secret)
{
    return bs_payload_open(&upload->request, &upload->claim, secret, &upload->payload,
                           &upload->refusal);
}

static void close_upload(struct upload *upload)
{
    bs_payload_clean_up(&upload->payload);
    free(upload);
}

static void check_plain_body(const struct upload *upload)
{
    const struct bs_http_request *request = &upload->payload.request;

    assert_int_equal(request->body_length, FIRST + SECOND);
    for (size_t i = 0; i < request->body_length; i++) {
        assert_int_equal(request->body[i], 'a');
    }
    assert_string_equal(bs_http_request_header(request, "Content-Encoding"), "gzip");
}

static void published_chunks_are_accepted(void **state)
{
    struct upload *upload = open_upload(&plain);

    (void)state;
    assert_true(open_payload(upload, EXAMPLE_SECRET));
    check_plain_body(upload);
    close_upload(upload);
}

static void published_trailers_are_accepted(void **state)
{
    struct upload *upload = open_upload(&with_trailer);

    (void)state;
    if (!open_payload(upload, EXAMPLE_SECRET)) {
        fail_msg("%s: %s", upload->refusal.code, upload->refusal.message);
    }
    check_plain_body(upload);
    assert_string_equal(bs_http_request_header(&upload->payload.request, "x-amz-checksum-crc32c"),
                        "sOO8/Q==");
    close_upload(upload);
}

static void expect(struct upload *upload, const char *secret, const char *code)
{
    assert_false(open_payload(upload, secret));
    assert_string_equal(upload->refusal.code, code);
    assert_null(strstr(upload->refusal.message, "wJalr"));
    close_upload(upload);
}

/* At every place of the framing, and at some of the data. */
static void any_altered_byte_is_found(void **state)
{
    static const struct example *const examples[] = {&plain, &with_trailer};

    (void)state;
    for (size_t example = 0; example < 2; example++) {
        struct upload *whole = open_upload(examples[example]);
        const size_t length = whole->request.body_length;

        close_upload(whole);
        for (size_t at = 0; at < length; at += at == 100                ? 65000
                                               : at > 66700 || at < 100 ? 1
                                                                        : 37) {
            struct upload *upload = open_upload(examples[example]);
            const char was = upload->body[at];

            upload->body[at] = was == 'x' ? 'y' : 'x';
            if (open_payload(upload, EXAMPLE_SECRET)) {
                fail_msg("byte %zu of %zu ('%c') does not count", at, length, was);
            }
            close_upload(upload);
        }
    }
}

static void cut_bodies_are_incomplete(void **state)
{
    static const size_t lengths[] = {0, 1, 10, 90, 1000, 65623, 65625, 66000};

    (void)state;
    for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
        struct upload *upload = open_upload(&plain);

        upload->request.body_length = lengths[i];
        expect(upload, EXAMPLE_SECRET, "IncompleteBody");
    }
}

static void chunks_must_come_in_order(void **state)
{
    struct example swapped = plain;
    struct upload *upload;

    (void)state;
    swapped.chunks[2] = plain.chunks[1];
    expect(open_upload(&swapped), EXAMPLE_SECRET, "SignatureDoesNotMatch");
    upload = open_upload(&plain);
    upload->claim.signature[0] ^= 1;
    expect(upload, EXAMPLE_SECRET, "SignatureDoesNotMatch");
    expect(open_upload(&plain), "another secret", "SignatureDoesNotMatch");
}

static void length_and_trailers_must_be_as_announced(void **state)
{
    struct upload *upload = open_upload(&plain);

    (void)state;
    upload->headers[2].value = "66561";
    expect(upload, EXAMPLE_SECRET, "IncompleteBody");
    upload = open_upload(&with_trailer);
    upload->headers[3].value = "x-amz-checksum-sha256";
    expect(upload, EXAMPLE_SECRET, "MalformedTrailerError");
}

static void nothing_is_verified_if_not_asked_for(void **state)
{
    struct upload *upload = open_upload(&with_trailer);

    (void)state;
    upload->claim.signature[0] ^= 1;
    assert_true(open_payload(upload, NULL));
    check_plain_body(upload);
    close_upload(upload);
}

static void unsigned_trailers_are_checked(void **state)
{
    struct example example = {"STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                              "",
                              {NULL, NULL, NULL},
                              "x-amz-checksum-crc32c:sOO8/Q==\r\n"};
    struct upload *upload = open_upload(&example);

    (void)state;
    assert_true(open_payload(upload, EXAMPLE_SECRET));
    check_plain_body(upload);
    close_upload(upload);
    example.trailers = "x-amz-checksum-crc32c:sOO8/A==\r\n";
    expect(open_upload(&example), EXAMPLE_SECRET, "BadDigest");
    example.trailers = "x-amz-checksum-crc32c:short\r\n";
    expect(open_upload(&example), EXAMPLE_SECRET, "InvalidDigest");
    example.trailers = "nonsense\r\n";
    expect(open_upload(&example), EXAMPLE_SECRET, "MalformedTrailerError");
    example.trailers = "a:1\r\na:2\r\na:3\r\na:4\r\na:5\r\na:6\r\na:7\r\na:8\r\na:9\r\n";
    expect(open_upload(&example), EXAMPLE_SECRET, "MalformedTrailerError");
}

/* Of "123456789", as the catalogue of cyclic checks and the digests' publications have it. */
static const struct {
    const char *header;
    const char *value;
} checksums[] = {
    {"x-amz-checksum-crc32", "y/Q5Jg=="},
    {"x-amz-checksum-crc32c", "4waSgw=="},
    {"X-Amz-Checksum-CRC64NVME", "rosUhgp5mIg="},
    {"x-amz-checksum-sha1", "98O8HYCOBHMq32eZZczDTKeuNEE="},
    {"x-amz-checksum-sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="},
    {"Content-MD5", "JfnnlDI7RTiF9RgfG2JNCw=="},
};

static void checksums_are_compared(void **state)
{
    static const struct bs_signature_claim claim = {.form = BS_CLAIM_HEADER};

    (void)state;
    for (size_t i = 0; i < sizeof(checksums) / sizeof(checksums[0]); i++) {
        struct bs_http_header header = {checksums[i].header, checksums[i].value};
        struct bs_http_request request = {"PUT", "/b/k", &header, 1, "123456789", 9, NULL};
        struct bs_payload *payload = calloc(1, sizeof(*payload));
        struct bs_refusal refusal;

        assert_non_null(payload);
        assert_true(bs_payload_open(&request, &claim, "secret", payload, &refusal));
        request.body = "123456780";
        assert_false(bs_payload_open(&request, &claim, "secret", payload, &refusal));
        assert_string_equal(refusal.code, "BadDigest");
        header.value = "!";
        assert_false(bs_payload_open(&request, &claim, "secret", payload, &refusal));
        assert_string_equal(refusal.code, "InvalidDigest");
        free(payload);
    }
}

static void the_body_is_what_its_hash_says(void **state)
{
    static const struct bs_signature_claim claim = {.form = BS_CLAIM_HEADER};
    char hash[BS_SIGV4_HEX_SIZE];
    struct bs_http_header header = {"x-amz-content-sha256", hash};
    struct bs_http_request request = {"PUT", "/b/k", &header, 1, "123456789", 9, NULL};
    struct bs_payload *payload = calloc(1, sizeof(*payload));
    struct bs_refusal refusal;

    (void)state;
    bs_digest_bytes("123456789", 9, hash);
    assert_true(bs_payload_open(&request, &claim, "secret", payload, &refusal));
    request.body = "123456780";
    assert_false(bs_payload_open(&request, &claim, "secret", payload, &refusal));
    assert_string_equal(refusal.code, "XAmzContentSHA256Mismatch");
    assert_int_equal(refusal.status, 400);
    header.value = BS_SIGV4_UNSIGNED_PAYLOAD;
    assert_true(bs_payload_open(&request, &claim, "secret", payload, &refusal));
    free(payload);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_chunks_are_accepted),
        cmocka_unit_test(published_trailers_are_accepted),
        cmocka_unit_test(any_altered_byte_is_found),
        cmocka_unit_test(cut_bodies_are_incomplete),
        cmocka_unit_test(chunks_must_come_in_order),
        cmocka_unit_test(length_and_trailers_must_be_as_announced),
        cmocka_unit_test(nothing_is_verified_if_not_asked_for),
        cmocka_unit_test(unsigned_trailers_are_checked),
        cmocka_unit_test(checksums_are_compared),
        cmocka_unit_test(the_body_is_what_its_hash_says),
    };

    return cmocka_run_group_tests_name("payload", tests, NULL, NULL);
}
